//! `ambiguous-numeric`: a date in figures that is one day in London and another in New York.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{month_name, parts};
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::Order;

/// Reports 03/04/1938 where nothing in the article, nor the style sheet, settles the order.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AmbiguousNumeric {}

impl Check for AmbiguousNumeric {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "day_first", "month_first"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        if cx.style_sheet.style.dates.is_some() {
            return;
        }
        for date in cx.dates().flat_map(parts) {
            let Order::NumericAmbiguous(_) = date.form.order else {
                continue;
            };
            let (Some(first), Some(second)) = (&date.written.day, &date.written.month) else {
                continue;
            };
            let (Some(first_name), Some(second_name)) =
                (month_name(first.value), month_name(second.value))
            else {
                continue;
            };
            if first.value != second.value {
                findings.push(
                    Finding::at(date.range.clone())
                        .field("found", cx.words(&date.range))
                        .field("day_first", format!("{} {second_name}", first.value))
                        .field("month_first", format!("{} {first_name}", second.value)),
                );
            }
        }
    }
}
