//! `event-conflict`: one event of one person with two dates, or an event otherwise dated than in the style sheet.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::interval_name;
use super::life::{MEMORY, interval, same_person};
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{DateMention, Kind};
use crate::mentions::names::whole_names;
use crate::pattern::find_word;

/// Reports `murdered on 16 February 1938` and `his murder on 15 February 1938` where the event's
/// words and the person are the same, and dates that `events:` of the style sheet has otherwise.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventConflict {
    /// Stems of words for what happens to a person once, lower case.
    events: Vec<String>,
}

/// An event that a sentence tells of one person on one date.
struct Told<'c> {
    stem: &'c str,
    name: &'c str,
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
            let other = told.iter().rev().take(MEMORY).find(|other| {
                other.stem == next.stem
                    && same_person(other.name, next.name)
                    && !other.date.base.meets(&date.base)
            });
            if let Some(other) = other {
                findings.push(
                    Finding::at(date.range.clone())
                        .field("event", format!("{} ({}…)", next.name, next.stem))
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

fn is_plain(date: &DateMention) -> bool {
    matches!(date.kind, Kind::Day | Kind::Month | Kind::Year)
        && date.base.single_year().is_some()
        && date.hint.is_none()
        && !date.recurring
        && date.relative.is_none()
}

impl EventConflict {
    /// The event whose word stands shortly before a date, and the only person named with it.
    fn told<'c>(&'c self, cx: &Context<'c>, date: &'c DateMention) -> Option<Told<'c>> {
        let sentence = cx.document.sentence_at(date.range.start);
        let from = cx
            .text()
            .ceil_char_boundary(date.range.start.saturating_sub(NEAR).max(sentence.start));
        let before = cx.words(&(from..date.range.start));
        let lower = before.to_ascii_lowercase();
        let (stem, at) = self
            .events
            .iter()
            .filter_map(|stem| Some((stem.as_str(), word_start(&lower, stem)?)))
            .max_by_key(|(_, at)| *at)?;
        // Another clause may tell of something else, and of somebody else.
        if lower[at..].contains([',', ';', ':', '(']) {
            return None;
        }
        let mut names = person(cx, sentence.start..date.range.start);
        let name = names.pop()?;
        names.is_empty().then_some(Told { stem, name, date })
    }
}

/// The last place at which a word begins with a stem.
fn word_start(text: &str, stem: &str) -> Option<usize> {
    text.match_indices(stem)
        .map(|(at, _)| at)
        .filter(|&at| !text[..at].ends_with(char::is_alphanumeric))
        .last()
}

/// The people that a stretch names.
fn person<'c>(cx: &Context<'c>, range: Range<usize>) -> Vec<&'c str> {
    let mut names: Vec<_> = whole_names(cx.text(), &range)
        .iter()
        .map(|name| cx.words(name))
        .collect();
    names.dedup_by(|a, b| same_person(a, b));
    names
}

/// `the Moscow Trials of 1935` where the style sheet has 1936 to 1938: the name and the date side by side.
fn against_style_sheet(cx: &Context, findings: &mut Vec<Finding>) {
    for event in &cx.style_sheet.events {
        let mut from = 0;
        while let Some(place) = find_word(cx.text(), &event.name, from) {
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
