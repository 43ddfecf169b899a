//! `closing-punctuation`: stops inside and outside the closing mark in one article.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::tally::{Tally, times};
use crate::checks::{Check, Context, Finding};
use crate::mentions::quotes::{Kind, Quotation};

/// Reports, once, `“the hall,”` beside `“the hall”,`: American and British. Whole sentences keep
/// their stop inside in both (Chicago Manual of Style 6.9, New Hart's Rules 9.2.3), so only
/// fragments are counted.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClosingPunctuation {}

const PLACES: [&str; 2] = ["inside", "outside"];

impl Check for ClosingPunctuation {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "found_times", "other", "other_times"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let mut tally = Tally::new(PLACES.len());
        let quotations = &cx.mentions.quotes().quotations;
        for quotation in quotations
            .iter()
            .filter(|quotation| is_fragment(cx, quotation))
        {
            let Some(close) = quotation.runs.last().and_then(|run| run.close.clone()) else {
                continue;
            };
            let text = cx.text();
            let words = &text[..close.start];
            let stop = [',', '.'];
            let inside = words.ends_with(stop) && !words.ends_with("...");
            let outside =
                text[close.end..].starts_with(stop) && !text[close.end..].starts_with("...");
            match (inside, outside) {
                // British printers too put the comma before a tag inside.
                (true, false) if words.ends_with(',') && is_tagged(quotation, close.end) => {}
                (true, false) => tally.add(0, close.start - 1..close.end),
                (false, true) => tally.add(1, close.start..close.end + 1),
                _ => {}
            }
        }
        let Some((preferred, others)) = tally.verdict(None) else {
            return;
        };
        let found = others[0];
        let describe =
            |place: usize| format!("{}, {}", PLACES[place], times(tally.places(place).len()));
        findings.push(
            Finding::at(tally.places(found)[0].clone())
                .note(describe(found))
                .field("found", PLACES[found])
                .field("found_times", times(tally.places(found).len()))
                .field("other", PLACES[preferred])
                .field("other_times", times(tally.places(preferred).len()))
                .label(tally.places(preferred)[0].clone(), describe(preferred)),
        );
    }
}

/// Whether a tag stands behind: `“… possible,” he said`.
fn is_tagged(quotation: &Quotation, end: usize) -> bool {
    const TAG: usize = 60;
    let cue = quotation.attribution.cue.as_ref();
    cue.is_some_and(|cue| (end..end + TAG).contains(&cue.start))
}

/// A part of a sentence: it opens in small letters, and in the middle of its sentence.
fn is_fragment(cx: &Context, quotation: &Quotation) -> bool {
    let run = &quotation.runs[0];
    let before = cx.text()[..run.open.start].trim_end();
    quotation.runs.len() == 1
        && quotation.depth == 0
        && quotation.kind != Kind::Unmarked
        && cx.words(&run.words).starts_with(char::is_lowercase)
        && before.ends_with(|c: char| c.is_alphanumeric())
        && cx.reads_block(run.open.start)
}
