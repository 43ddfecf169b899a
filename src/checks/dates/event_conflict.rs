//! `event-conflict`: one event of one person with two dates, or an event otherwise dated than in the style sheet.

use schemars::JsonSchema;
use serde::Deserialize;

use super::interval_name;
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{DateMention, Kind};
use crate::mentions::lives::{MEMORY, interval, same_person};
use crate::mentions::who;
use crate::pattern::find_word;

/// Reports `murdered on 16 February 1938` and `his murder on 15 February 1938` where the event's
/// words and the person are the same, and dates that `events:` of the style sheet has otherwise.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventConflict {
    /// What happens to a person once: each event with the stems of its words, lower case.
    once: Vec<Vec<String>>,
    /// What may happen again: reported only where both dates are of one year.
    again: Vec<Vec<String>>,
}

/// An event that a sentence tells on one date.
struct Told<'c> {
    /// The stems of the event's words.
    event: &'c [String],
    once: bool,
    /// All whom the sentence names before the date.
    people: Vec<&'c str>,
    date: &'c DateMention,
}

/// Bytes between an event's word and its date.
const NEAR: usize = 60;

impl Check for EventConflict {
    fn fields(&self) -> &'static [&'static str] {
        &["event", "found", "other", "source"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let mut told: Vec<Told> = Vec::new();
        for date in cx.dates().filter(|date| is_plain(date)) {
            let Some(next) = self.told(cx, date) else {
                continue;
            };
            let other = told
                .iter()
                .rev()
                .take(MEMORY)
                .find(|other| other.contradicts(&next));
            if let Some(other) = other {
                findings.push(
                    Finding::at(date.range.clone())
                        .field(
                            "event",
                            format!("{} ({}…)", next.people.join(" and "), next.event[0]),
                        )
                        .field("found", cx.words(&date.range))
                        .field("other", cx.words(&other.date.range))
                        .field("source", "elsewhere the article says")
                        .label(other.date.range.clone(), "here otherwise"),
                );
            }
            told.push(next);
        }
        against_style_sheet(cx, findings);
    }
}

impl Told<'_> {
    fn contradicts(&self, other: &Told) -> bool {
        let (few, many) = if self.people.len() <= other.people.len() {
            (self, other)
        } else {
            (other, self)
        };
        // `Vera Lund married Karl Weiss` and `the wedding of Vera Lund`, but not `Vera Lund married Hans Moll`.
        let same_people = few
            .people
            .iter()
            .all(|a| many.people.iter().any(|b| same_person(a, b)));
        let same_year = self.date.base.single_year() == other.date.base.single_year();
        self.event == other.event
            && same_people
            && (self.once || same_year)
            && !self.date.interval.meets(&other.date.interval)
    }
}

fn is_plain(date: &DateMention) -> bool {
    matches!(date.kind, Kind::Day | Kind::Month | Kind::Year)
        && date.base.single_year().is_some()
        && date.hint.is_none()
        && !date.recurring
        && date.relative.is_none()
}

impl EventConflict {
    /// The event whose word stands shortly before a date, and whom it is told of.
    fn told<'c>(&'c self, cx: &Context<'c>, date: &'c DateMention) -> Option<Told<'c>> {
        let sentence = cx.document.sentence_of(&date.range);
        let from = cx
            .text()
            .ceil_char_boundary(date.range.start.saturating_sub(NEAR).max(sentence.start));
        let before = cx.words(&(from..date.range.start));
        let lower = before.to_ascii_lowercase();
        let events = [(&self.once, true), (&self.again, false)];
        let (event, once, at) = events
            .into_iter()
            .flat_map(|(events, once)| events.iter().map(move |event| (event, once)))
            .filter_map(|(event, once)| {
                let place = event.iter().filter_map(|stem| word_start(&lower, stem));
                Some((event.as_slice(), once, place.max()?))
            })
            .max_by_key(|(_, _, at)| *at)?;
        // Another clause may tell of something else, and of somebody else.
        if lower[at..].contains([',', ';', ':', '(']) {
            return None;
        }
        let mut people = who::people(cx.text(), &(sentence.start..date.range.start));
        people.retain(|name| {
            name.end > from + at || !is_of_another(cx.words(&(name.end..from + at)))
        });
        if people.is_empty() && speaks_of_one(cx.words(&(sentence.start..from + at))) {
            people.extend(who::antecedent(cx.mentions, &sentence));
        }
        let mut people: Vec<_> = people.iter().map(|name| cx.words(name)).collect();
        people.dedup_by(|a, b| same_person(a, b));
        let several = if once { 1 } else { 2 };
        (1..=several).contains(&people.len()).then_some(Told {
            event,
            once,
            people,
            date,
        })
    }
}

/// `his` murder, `she` was murdered, but not `his brother was murdered`.
fn speaks_of_one(before: &str) -> bool {
    let words = before.split_whitespace().rev();
    let mut told = words.skip_while(|word| {
        matches!(
            *word,
            "was" | "were" | "had" | "been" | "is" | "be" | "himself" | "later" | "then"
        ) || word.ends_with("ly")
    });
    let last = told.next().unwrap_or_default();
    let own = before.trim_end().ends_with(last);
    match last {
        "he" | "He" | "she" | "She" => true,
        "his" | "His" | "her" | "Her" => own,
        _ => false,
    }
}

/// Whether of a name only something of its owner's is told: `Orlik's brother was murdered`, but not
/// `Orlik's murder`, `Orlik's brutal murder`.
fn is_of_another(between: &str) -> bool {
    who::is_owner(between) && between.split_whitespace().count() > 2
}

/// The last place at which a word begins with a stem.
fn word_start(text: &str, stem: &str) -> Option<usize> {
    text.match_indices(stem)
        .map(|(at, _)| at)
        .filter(|&at| !text[..at].ends_with(char::is_alphanumeric))
        .last()
}

/// `the Moscow Trials of 1935` where the style sheet has 1936 to 1938: the name and the date side by side.
fn against_style_sheet(cx: &Context, findings: &mut Vec<Finding>) {
    for event in &cx.style_sheet.events {
        // `The Moscow Trials` opens a sentence as well.
        let name = event.name.strip_prefix("the ").unwrap_or(&event.name);
        let mut from = 0;
        while let Some(place) = find_word(cx.text(), name, from) {
            from = place.end;
            let dates = &cx.mentions.dates().dates;
            let next = dates.partition_point(|date| date.range.start < place.end);
            let beside = dates.get(next).filter(|date| {
                cx.reads(&date.range)
                    && matches!(
                        cx.words(&(place.end..date.range.start)),
                        " " | " of " | " in " | " (" | ", " | " on "
                    )
            });
            let settled = interval(event.date);
            if let Some(date) = beside.filter(|date| is_plain(date) && !settled.meets(&date.base)) {
                findings.push(
                    Finding::at(date.range.clone())
                        .field("event", &event.name)
                        .field("found", cx.words(&date.range))
                        .field("other", interval_name(&settled))
                        .field("source", "the style sheet has")
                        .label(place, "the event"),
                );
            }
        }
    }
}
