//! `range-reversed`: a range that ends before it begins.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::Fault;

/// Reports 1940–1929, from 1937 to 1928, 18–16 February. (Life dates are another rule's.)
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RangeReversed {}

impl Check for RangeReversed {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "first", "last"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for range in cx
            .dates()
            .filter(|date| date.fault == Some(Fault::Reversed) && !date.life)
        {
            if let Some([first, last]) = range.ends.as_deref() {
                findings.push(
                    Finding::at(last.range.clone())
                        .note("the end lies before")
                        .field("found", cx.words(&range.range))
                        .field("first", cx.words(&first.range))
                        .field("last", cx.words(&last.range))
                        .label(first.range.clone(), "the beginning"),
                );
            }
        }
    }
}
