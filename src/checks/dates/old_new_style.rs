//! `old-new-style`: a day given in both calendars, the wrong number of days apart.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::PairedDay;

/// Reports 25 October (8 November) 1917: in that century the calendars are 13 days apart.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OldNewStyle {}

impl Check for OldNewStyle {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "old", "apart", "expected"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for date in cx.dates() {
            let Some(pair) = &date.old_style else {
                continue;
            };
            let (Some(apart), Some(expected)) = (pair.apart, pair.expected) else {
                continue;
            };
            if apart != expected {
                let (old, new) = (place(cx, &pair.julian), place(cx, &pair.gregorian));
                let months = [&pair.julian.month.range, &pair.gregorian.month.range];
                let (first, second) = if old.start <= new.start {
                    (old, new)
                } else {
                    (new, old)
                };
                findings.push(
                    Finding::at(second.clone())
                        .note(format!("{} days apart", apart.abs()))
                        .field("found", words(cx, &second, months))
                        .field("old", words(cx, &first, months))
                        .field("apart", apart.abs())
                        .field("expected", expected)
                        .label(first, "the same day in the other calendar"),
                );
            }
        }
    }
}

/// A day with the month it borrows, as in `12 (25) December`.
fn words(cx: &Context, day: &Range<usize>, months: [&Range<usize>; 2]) -> String {
    let within = |month: &&&Range<usize>| day.start <= month.start && month.end <= day.end;
    match months.iter().find(within) {
        Some(_) => cx.words(day).to_owned(),
        None => format!("{} {}", cx.words(day), cx.words(months[0])),
    }
}

/// The figures of one day; those of the month it borrows stand elsewhere, or behind a bracket.
fn place(cx: &Context, day: &PairedDay) -> Range<usize> {
    let (day, month) = (&day.day.range, &day.month.range);
    let near = month
        .start
        .abs_diff(day.end)
        .min(day.start.abs_diff(month.end))
        <= 4;
    let whole = day.start.min(month.start)..day.end.max(month.end);
    if near && !cx.words(&whole).contains(['(', ')', '[', ']', '/']) {
        whole
    } else {
        day.clone()
    }
}
