//! `truncated`: a quotation cut so that its capital or its stop misleads.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::quotes::Class;

/// Reports a full stop inside the marks where the author's sentence goes on behind them, which
/// makes the other's sentence end where it may not have ended.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Truncated {}

impl Check for Truncated {
    fn fields(&self) -> &'static [&'static str] {
        &["found"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for quotation in &cx.mentions.quotes().quotations {
            let Some(run) = quotation
                .runs
                .last()
                .filter(|_| quotation.class == Class::Direct)
            else {
                continue;
            };
            let Some(close) = run
                .close
                .as_ref()
                .filter(|close| cx.reads_block(close.start))
            else {
                continue;
            };
            let words = cx.words(&run.words);
            let behind = &cx.text()[close.end..];
            let goes_on = behind.strip_prefix(' ').is_some_and(|rest| {
                [" and ", " but ", " in ", " which ", " because ", " when "]
                    .iter()
                    .any(|word| rest.starts_with(word.trim_start()))
            });
            if words.ends_with('.') && !words.ends_with("..") && goes_on {
                let stop = run.words.end - 1..run.words.end;
                findings.push(
                    Finding::at(stop.clone())
                        .note("the sentence goes on")
                        .field("found", words)
                        .suggested_fix(vec![(stop, String::new())]),
                );
            }
        }
    }
}
