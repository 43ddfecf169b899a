//! `relative-conflict`: a word such as `yesterday` against the date beside it.

use jiff::ToSpan;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{beside, interval_name};
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{Anchor, DateMention, Interval, Kind, Relative, Unit};

/// Reports `yesterday, on 14 February` in an article of the 16th.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RelativeConflict {}

impl Check for RelativeConflict {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "date", "counted_from", "expected"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        compare(cx, false, findings);
    }
}

/// Relative words that cannot meet the date beside them: those that count (`ten years later`,
/// `70 years ago`), or the others (`yesterday`, `last year`).
pub(super) fn compare(cx: &Context, counts: bool, findings: &mut Vec<Finding>) {
    for (first, second) in beside(cx) {
        let (word, relative, date) = match (&first.relative, &second.relative) {
            (Some(relative), None) => (first, relative, second),
            (None, Some(relative)) => (second, relative, first),
            _ => continue,
        };
        if counts && let Some(count) = count_on(cx, word) {
            findings.extend(from_that_day(cx, count, word, date));
            continue;
        }
        let own = word.anchor == Some(Anchor::Mention(date.range.clone()));
        if counts == counted(cx, word) && is_plain_date(date) && !own {
            findings.extend(verdict(cx, word, relative, date, counts));
        }
    }
}

/// Whether the words have a number or a unit counted from an event.
fn counted(cx: &Context, word: &DateMention) -> bool {
    let elapsed = &cx.mentions.dates().elapsed;
    let at = elapsed.partition_point(|elapsed| elapsed.range.end <= word.range.start);
    elapsed
        .get(at)
        .is_some_and(|elapsed| elapsed.range.start < word.range.end)
}

/// A date that does not hang on the word itself.
fn is_plain_date(date: &DateMention) -> bool {
    matches!(
        date.kind,
        Kind::Day | Kind::Month | Kind::Year | Kind::Season
    ) && !date.base.is_open()
        && !date.recurring
        && date.old_style.is_none()
}

/// The count that goes on in a relative day: the `70 years ago` of `70 years ago tomorrow`.
fn count_on<'c>(cx: &Context<'c>, word: &DateMention) -> Option<&'c DateMention> {
    let dates = &cx.mentions.dates().dates;
    let at = dates.partition_point(|date| date.range.start < word.range.start);
    let count = dates.get(at.checked_sub(1)?)?;
    let tight = cx.text().get(count.range.end..word.range.start) == Some(" ");
    (tight && word.is_deictic() && counted(cx, count)).then_some(count)
}

/// `60 years ago tomorrow, on 16 February 1938`: the very day, that many years before that day.
fn from_that_day(
    cx: &Context,
    count: &DateMention,
    word: &DateMention,
    date: &DateMention,
) -> Option<Finding> {
    let relative = count
        .relative
        .as_ref()
        .filter(|relative| !relative.approximate)?;
    let span = relative.unit?.span(relative.offset?)?;
    let day = word
        .base
        .earliest
        .filter(|day| word.base.latest == Some(*day))?;
    let expected = Interval::day(day.checked_add(span).ok()?);
    if !is_plain_date(date) || !date.written_year() || expected.meets(&date.base) {
        return None;
    }
    let article = cx.mentions.article_date()?;
    let from = format!(
        "the article’s date, {} (from {})",
        super::day_name(article.date),
        article.source.describe()
    );
    let found = count.range.start..word.range.end;
    Some(
        Finding::at(found.clone())
            .note(format!("that is {}", interval_name(&expected)))
            .field("found", cx.words(&found))
            .field("date", cx.words(&date.range))
            .field("counted_from", from)
            .field("expected", interval_name(&expected))
            .label(date.range.clone(), "the date beside it"),
    )
}

fn verdict(
    cx: &Context,
    word: &DateMention,
    relative: &Relative,
    date: &DateMention,
    counts: bool,
) -> Option<Finding> {
    // `seventy years ago today` counts the years too.
    let counted_on = cx.text()[..word.range.start].trim_end().ends_with("ago");
    if relative.approximate || word.interval.is_open() || counted_on {
        return None;
    }
    if counts && fits_another_anchor(cx, word, relative, date) {
        return None;
    }
    let allowed = if counts {
        loosened(&word.interval, relative.unit)
    } else {
        word.interval
    };
    // A day without a year means the nearest one; without an anchor it says nothing.
    if !date.written_year() && date.anchor.is_none() || allowed.meets(&date.base) {
        return None;
    }
    // A yearless date may have been given the wrong year: its day must fail in every year.
    if !date.written_year()
        && (-1..=1).any(|years| moved(&date.base, years).is_some_and(|base| allowed.meets(&base)))
    {
        return None;
    }
    let (place, from) = match &word.anchor {
        Some(Anchor::Mention(range)) => (Some(range.clone()), format!("“{}”", cx.words(range))),
        _ => {
            let article = cx.mentions.article_date()?;
            let day = super::day_name(article.date);
            (
                None,
                format!(
                    "the article’s date, {day} (from {})",
                    article.source.describe()
                ),
            )
        }
    };
    let mut finding = Finding::at(word.range.clone())
        .note(format!("that is {}", interval_name(&word.interval)))
        .field("found", cx.words(&word.range))
        .field("date", cx.words(&date.range))
        .field("counted_from", from)
        .field("expected", interval_name(&word.interval))
        .label(date.range.clone(), "the date beside it");
    if let Some(place) = place.filter(|place| *place != date.range) {
        finding = finding.label(place, "what it is counted from");
    }
    Some(finding)
}

/// So many dates before a count may be what it is counted from, within its paragraph.
const ANCHORS: usize = 4;

/// Whether the count fits the date from another date told before it: which of them is meant, nobody says. The nearest
/// may be of something else, `its owner, born in 1860, sold it ten years later`.
fn fits_another_anchor(
    cx: &Context,
    word: &DateMention,
    relative: &Relative,
    date: &DateMention,
) -> bool {
    let (Some(offset), Some(unit)) = (relative.offset, relative.unit) else {
        return false;
    };
    let sentence = cx.document.sentence_of(&word.range);
    let block = cx.document.block_at(word.range.start);
    let block = block.map_or(sentence.start, |block| block.range.start);
    let dates = &cx.mentions.dates().dates;
    let last = dates.partition_point(|other| other.range.start < word.range.start);
    let mut told = 0;
    dates[..last]
        .iter()
        .rev()
        .take_while(|other| other.range.start >= block)
        .take_while(|other| {
            told += 1;
            told <= ANCHORS || other.range.start >= sentence.start
        })
        .filter(|other| other.relative.is_none() && !other.base.is_open())
        .any(|other| loosened(&other.base.moved(offset, unit), relative.unit).meets(&date.base))
}

/// What a count may mean: completed years or calendar years, the first day counted or not.
fn loosened(interval: &Interval, unit: Option<Unit>) -> Interval {
    let slack = match unit {
        Some(Unit::Year | Unit::Decade | Unit::Century) => 6.months(),
        Some(Unit::Month) => 1.months(),
        Some(Unit::Week | Unit::Fortnight) => 3.days(),
        _ => 1.days(),
    };
    let back = if matches!(unit, Some(Unit::Year | Unit::Decade | Unit::Century)) {
        0.days()
    } else {
        slack
    };
    Interval {
        earliest: interval
            .earliest
            .map(|day| day.checked_sub(back).unwrap_or(day)),
        latest: interval
            .latest
            .map(|day| day.checked_add(slack).unwrap_or(day)),
    }
}

fn moved(interval: &Interval, years: i32) -> Option<Interval> {
    let at = |day: jiff::civil::Date| day.checked_add(years.years()).ok();
    Some(Interval {
        earliest: Some(at(interval.earliest?)?),
        latest: Some(at(interval.latest?)?),
    })
}
