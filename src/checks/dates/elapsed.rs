//! `elapsed`: a counted time against the dates it lies between: `ten years later, in April 1912`;
//! `in March 1933, a fortnight after he left in June 1933`.

use std::ops::Range;

use jiff::ToSpan;
use schemars::JsonSchema;
use serde::Deserialize;

use super::interval_name;
use super::relative_conflict::compare;
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{DateMention, ElapsedMention, ElapsedWording, Interval, Kind, Unit};

/// Reports a counted time that does not fit the date beside it, or, `before` and `after` an event,
/// the two dates of its sentence.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Elapsed {}

impl Check for Elapsed {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "date", "counted_from", "expected"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        compare(cx, true, findings);
        for elapsed in &cx.mentions.dates().elapsed {
            let directed = matches!(
                elapsed.wording,
                ElapsedWording::Before | ElapsedWording::After
            );
            if directed && !elapsed.approximate && cx.reads(&elapsed.range) {
                findings.extend(verdict(cx, elapsed));
            }
        }
    }
}

fn verdict(cx: &Context, elapsed: &ElapsedMention) -> Option<Finding> {
    let sentence = cx.document.sentence_of(&elapsed.range);
    let told = only(cx, sentence.start..elapsed.range.start)?;
    let event = only(cx, elapsed.range.end..sentence.end)?;
    let between = cx.words(&(elapsed.range.end..event.range.start));
    if between.contains([',', ';', ':', '(']) {
        return None;
    }
    let count = i64::from(elapsed.amount.value) * i64::from(elapsed.wording.direction());
    let expected = loosened(&event.base.moved(count, elapsed.unit), elapsed.unit);
    if expected.is_open() || expected.meets(&told.base) {
        return None;
    }
    Some(
        Finding::at(elapsed.range.clone())
            .note(format!(
                "that would be {}",
                interval_name(&event.base.moved(count, elapsed.unit))
            ))
            .field("found", cx.words(&elapsed.range))
            .field("date", cx.words(&told.range))
            .field("counted_from", format!("“{}”", cx.words(&event.range)))
            .field(
                "expected",
                interval_name(&event.base.moved(count, elapsed.unit)),
            )
            .label(told.range.clone(), "what is told")
            .label(event.range.clone(), "what it is counted from"),
    )
}

/// The only date of a stretch, with its year: two would leave it open which is meant.
fn only<'c>(cx: &Context<'c>, range: Range<usize>) -> Option<&'c DateMention> {
    let mut found = cx
        .mentions
        .dates()
        .within(&range)
        .filter(|date| date.relative.is_none() && cx.reads(&date.range));
    let date = found.next()?;
    let plain = matches!(date.kind, Kind::Day | Kind::Month | Kind::Year)
        && date.base.single_year().is_some();
    (plain && found.next().is_none()).then_some(date)
}

/// Counted from day to day, from week to week or from year to year, the ends included or not.
fn loosened(interval: &Interval, unit: Unit) -> Interval {
    let slack = match unit {
        Unit::Year | Unit::Decade | Unit::Century => 1.years(),
        Unit::Month => 1.months(),
        Unit::Week | Unit::Fortnight => 4.days(),
        Unit::Day => 1.days(),
    };
    Interval {
        earliest: interval
            .earliest
            .map(|day| day.checked_sub(slack).unwrap_or(day)),
        latest: interval
            .latest
            .map(|day| day.checked_add(slack).unwrap_or(day)),
    }
}
