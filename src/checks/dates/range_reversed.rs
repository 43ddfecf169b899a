//! `range-reversed`: a range that ends before it begins, or as soon as it begins.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{DateMention, Fault, Precision};

/// Reports 1940–1929, from 1937 to 1937, 18–16 February. (Life dates are another rule's.)
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RangeReversed {}

impl Check for RangeReversed {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "reason"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for range in cx.dates().filter(|date| !date.life) {
            let Some([first, last]) = range.ends.as_deref() else {
                continue;
            };
            let (note, reason) = if range.fault == Some(Fault::Reversed) {
                let (first, last) = (cx.words(&first.range), cx.words(&last.range));
                let reason = format!("runs backwards: {last} lies before {first}");
                ("the end lies before", reason)
            } else if is_empty(first, last) {
                ("the same", "ends where it begins".to_owned())
            } else {
                continue;
            };
            findings.push(
                Finding::at(last.range.clone())
                    .note(note)
                    .field("found", cx.words(&range.range))
                    .field("reason", reason)
                    .label(first.range.clone(), "the beginning"),
            );
        }
    }
}

/// Both ends are one and the same time: `from 1938 to 1938`, but not `from early to late 1938`.
fn is_empty(first: &DateMention, last: &DateMention) -> bool {
    let exact = |end: &DateMention| end.precision == Precision::Exact && end.written.year.is_some();
    exact(first) && exact(last) && first.base == last.base && !first.base.is_open()
}
