//! `impossible-date`: a day or month that no calendar has.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{month_name, parts};
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{DateMention, Fault};

/// Reports 31 June, 29 February 1900, 2014-13-01, in any written form.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImpossibleDate {}

impl Check for ImpossibleDate {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "reason"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for date in cx.dates().flat_map(parts) {
            if date.fault == Some(Fault::Impossible) {
                let reason = reason(date);
                findings.push(
                    Finding::at(date.range.clone())
                        .note(reason.clone())
                        .field("found", cx.words(&date.range))
                        .field("reason", reason),
                );
            }
        }
    }
}

/// What the calendar has instead.
fn reason(date: &DateMention) -> String {
    let written = &date.written;
    let Some(month) = written.month.as_ref() else {
        return "the calendar has no such day".into();
    };
    let Some(name) = month_name(month.value) else {
        return format!("there is no month {}", month.value);
    };
    let year = written.year.as_ref().map(|year| year.value);
    // Without a year only the longest February is certain.
    let length = i8::try_from(month.value)
        .ok()
        .and_then(|month| Date::new(year.unwrap_or(2000), month, 1).ok())
        .map(|first| first.days_in_month());
    match (length, year) {
        (Some(28), Some(year)) => format!("February {year} has 28 days: {year} is no leap year"),
        (Some(length), _) => format!("{name} has {length} days"),
        (None, _) => "the calendar has no such day".into(),
    }
}
