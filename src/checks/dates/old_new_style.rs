//! `old-new-style`: a day given in both calendars, the wrong number of days apart.

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
                let (old, new) = (place(&pair.julian), place(&pair.gregorian));
                let (first, second) = if old.start <= new.start {
                    (old, new)
                } else {
                    (new, old)
                };
                findings.push(
                    Finding::at(second.clone())
                        .note(format!("{} days apart", apart.abs()))
                        .field("found", cx.words(&second))
                        .field("old", cx.words(&first))
                        .field("apart", apart.abs())
                        .field("expected", expected)
                        .label(first, "the same day in the other calendar"),
                );
            }
        }
    }
}

/// The figures of one day; those of the month it borrows stand elsewhere.
fn place(day: &PairedDay) -> std::ops::Range<usize> {
    let (day, month) = (&day.day.range, &day.month.range);
    let near = month
        .start
        .abs_diff(day.end)
        .min(day.start.abs_diff(month.end))
        <= 4;
    if near {
        day.start.min(month.start)..day.end.max(month.end)
    } else {
        day.clone()
    }
}
