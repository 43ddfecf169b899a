//! Lives: when the people of an article were born and died, as the style sheet and the text say.

use std::ops::Range;

use crate::checks::Context;
use crate::mentions::dates::{DateMention, Hint, Interval, Kind};
use crate::style_sheet::{Person, When};

/// How many statements back one is compared with: more than any article makes of one kind, and
/// few enough that a register of a million lives takes time in proportion to its length.
pub(super) const MEMORY: usize = 256;

/// A birth or a death that the text dates, with the name in words.
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

/// Every birth and death that the rule reads, in the order of the text.
pub(super) fn facts<'c>(cx: &Context<'c>) -> Vec<Fact<'c>> {
    let lives = cx.mentions.lives().iter();
    lives
        .filter(|fact| cx.reads(&fact.place))
        .map(|fact| Fact {
            name: cx.words(&fact.name),
            event: fact.event,
            interval: fact.interval,
            place: fact.place.clone(),
        })
        .collect()
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
