//! `truncated`: a quotation cut so that its capital or its stop misleads.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::quotes::{Class, Quotation};

/// Reports a full stop inside the marks where the author's sentence goes on behind them, which makes
/// the other's sentence end where it may not have ended, and a capital of a little word behind `that`,
/// which makes it begin where it may not have begun.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Truncated {}

impl Check for Truncated {
    fn fields(&self) -> &'static [&'static str] {
        &["reason"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let speech = cx
            .mentions
            .quotes()
            .quotations
            .iter()
            .filter(|quotation| quotation.class == Class::Direct)
            .filter(|quotation| cx.reads_block(quotation.range().start));
        for quotation in speech {
            findings.extend(capital(cx, quotation));
            findings.extend(stop(cx, quotation));
        }
    }
}

/// `He said that “The …”`
fn capital(cx: &Context, quotation: &Quotation) -> Option<Finding> {
    const WORDS: [&str; 16] = [
        "A", "All", "An", "He", "In", "It", "My", "Our", "She", "The", "There", "These", "They",
        "This", "We", "You",
    ];
    let run = &quotation.runs[0];
    let led = cx.text()[..run.open.start].ends_with(" that ");
    let words = cx.words(&run.words);
    let first = words.split(|c: char| !c.is_alphanumeric()).next()?;
    if !led || !WORDS.contains(&first) {
        return None;
    }
    let start = run.words.start;
    let letter = start..start + 1;
    let bracketed = format!("[{}]", cx.words(&letter).to_lowercase());
    Some(
        Finding::at(start..start + first.len())
            .note("the sentence has begun before")
            .field(
                "reason",
                "the quotation opens with a capital in the middle of a sentence",
            )
            .suggested_fix(vec![(letter, bracketed)]),
    )
}

/// `“… the hall.” and left it`
fn stop(cx: &Context, quotation: &Quotation) -> Option<Finding> {
    let run = quotation.runs.last()?;
    let close = run.close.as_ref()?;
    let words = cx.words(&run.words);
    let behind = cx.text()[close.end..].strip_prefix(' ')?;
    let goes_on = ["and ", "but ", "in ", "which ", "because ", "when "]
        .iter()
        .any(|word| behind.starts_with(word));
    if !words.ends_with('.') || words.ends_with("..") || words.ends_with(". .") || !goes_on {
        return None;
    }
    let stop: Range<usize> = run.words.end - 1..run.words.end;
    Some(
        Finding::at(stop.clone())
            .note("the sentence goes on")
            .field(
                "reason",
                "the quotation ends in a full stop, and the sentence goes on",
            )
            .suggested_fix(vec![(stop, String::new())]),
    )
}
