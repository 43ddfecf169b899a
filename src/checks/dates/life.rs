//! Lives: when the people of an article were born and died, as the style sheet and the text say.

use std::ops::Range;

use crate::checks::Context;
use crate::mentions::dates::{DateMention, Hint, Interval, Kind};
use crate::mentions::names::whole_names;
use crate::style_sheet::{Person, When};

/// How many statements back one is compared with: more than any article makes of one kind, and
/// few enough that a register of a million lives takes time in proportion to its length.
pub(super) const MEMORY: usize = 256;

/// Something the article says of a birth or a death.
#[derive(Debug, Clone)]
pub(super) struct Fact<'c> {
    pub(super) name: &'c str,
    pub(super) event: Hint,
    pub(super) interval: Interval,
    /// Where it stands, bytes of the document's text.
    pub(super) place: Range<usize>,
}

/// What is known of one birth or death, and where it stands when the text says it.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) interval: Interval,
    pub(super) place: Option<Range<usize>>,
}

/// Words that may stand between a name and its birth or death.
const BETWEEN: [&str; 19] = [
    "", "a", "and", "b", "been", "born", "c", "d", "died", "had", "himself", "herself", "in", "is",
    "killed", "murdered", "on", "was", "who",
];

/// Every birth and death that the text dates, in its order.
pub(super) fn facts<'c>(cx: &Context<'c>) -> Vec<Fact<'c>> {
    let mut facts = Vec::new();
    for date in cx.dates().filter(|date| !date.is_unreal()) {
        match (date.life, date.ends.as_deref(), date.hint) {
            (true, Some([birth, death]), _) => {
                if let Some(name) = name_before(cx, date.range.start, 2) {
                    facts.push(fact(name, Hint::Birth, birth));
                    facts.push(fact(name, Hint::Death, death));
                }
            }
            (false, None, Some(hint)) if date.written_year() && !date.base.is_open() => {
                if let Some(name) = subject(cx, date) {
                    facts.push(fact(name, hint, date));
                }
            }
            _ => {}
        }
    }
    facts
}

fn fact<'c>(name: &'c str, event: Hint, date: &DateMention) -> Fact<'c> {
    Fact {
        name,
        event,
        interval: date.base,
        place: date.range.clone(),
    }
}

/// The name that ends at most `gap` bytes before an offset.
fn name_before<'c>(cx: &Context<'c>, offset: usize, gap: usize) -> Option<&'c str> {
    let sentence = cx.document.sentence_at(offset);
    let name = whole_names(cx.text(), &(sentence.start.min(offset)..offset)).pop()?;
    (name.end + gap >= offset).then(|| cx.words(&name))
}

/// Who was born or died then: `Ilse Brandt was born on …`, `Born in 1902, Jonas Moll …`.
fn subject<'c>(cx: &Context<'c>, date: &DateMention) -> Option<&'c str> {
    let sentence = cx.document.sentence_at(date.range.start);
    let before = whole_names(cx.text(), &(sentence.start..date.range.start)).pop();
    match before {
        Some(name) => {
            let between = cx.words(&(name.end..date.range.start));
            let plain = between
                .split(|c: char| !c.is_alphabetic())
                .all(|word| BETWEEN.contains(&word.to_lowercase().as_str()));
            (plain && !is_owner(between)).then(|| cx.words(&name))
        }
        None => {
            let after = whole_names(cx.text(), &(date.range.end..sentence.end))
                .into_iter()
                .next()?;
            (cx.words(&(date.range.end..after.start)) == ", ").then(|| cx.words(&after))
        }
    }
}

/// `Sedov's …`: somebody else is meant.
fn is_owner(behind: &str) -> bool {
    behind.starts_with("'s") || behind.starts_with("’s")
}

/// Whether two names may be one person's: the same, or the one's only word is the other's surname.
pub(super) fn same_person(a: &str, b: &str) -> bool {
    let surname = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
    a == b || (surname(a) == surname(b) && (!a.contains(' ') || !b.contains(' ')))
}

/// The person of the style sheet that a name stands for; nobody when it could be two.
pub(super) fn listed<'c>(cx: &Context<'c>, name: &str) -> Option<&'c Person> {
    let whole =
        |person: &&Person| person.name == name || person.aliases.iter().any(|alias| alias == name);
    let people = &cx.style_sheet.people;
    if let Some(person) = people.iter().find(whole) {
        return Some(person);
    }
    let mut part = people
        .iter()
        .filter(|person| !name.contains(' ') && person.name.split(' ').any(|word| word == name));
    let person = part.next()?;
    part.next().is_none().then_some(person)
}

/// When somebody was born or died: as the style sheet says, else as the text does.
pub(super) fn known(cx: &Context, facts: &[Fact], name: &str, event: Hint) -> Option<Known> {
    let person = listed(cx, name);
    let given = person.and_then(|person| match event {
        Hint::Birth => person.born,
        Hint::Death => person.died,
    });
    if let Some(given) = given {
        return Some(Known {
            interval: interval(given),
            place: None,
        });
    }
    facts
        .iter()
        .take(MEMORY)
        .find(|fact| fact.event == event && same_person(fact.name, name))
        .map(|fact| Known {
            interval: fact.interval,
            place: Some(fact.place.clone()),
        })
}

/// A time of the style sheet as an interval.
pub(super) fn interval(when: When) -> Interval {
    Interval {
        earliest: Some(when.earliest),
        latest: Some(when.latest),
    }
}

/// The only dated mention of a stretch with a year of its own: two would leave it open which is meant.
pub(super) fn only_date<'c>(cx: &Context<'c>, within: &Range<usize>) -> Option<&'c DateMention> {
    let all = &cx.mentions.dates().dates;
    let first = all.partition_point(|date| date.range.start < within.start);
    let mut dates = all[first..]
        .iter()
        .take_while(|date| date.range.start < within.end)
        .filter(|date| date.hint != Some(Hint::Birth) && !date.life);
    let date = dates.next()?;
    let plain = matches!(
        date.kind,
        Kind::Day | Kind::Month | Kind::Year | Kind::Season
    ) && date.written_year();
    (plain && !date.base.is_open() && dates.next().is_none()).then_some(date)
}
