//! `quoted-brackets`: insertions in a quotation that are not well formed.

use std::ops::Range;

use memchr::memchr_iter;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};

/// Quotations looked back through for the one that holds a mark.
const HELD: usize = 8;

/// Reports a `[` or `]` without its partner in quoted words, and `(sic)` and `[Sic]`: what the quoter adds stands
/// in square brackets (Chicago Manual of Style 13.59, 13.61). Or else `[sic]` outside quotations.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuotedBrackets {
    /// Only `[sic]` outside any quotation: a transcript may have it.
    #[serde(default)]
    stray: bool,
}

impl Check for QuotedBrackets {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "reason"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        if self.stray {
            findings.extend(stray(cx));
            return;
        }
        let speech = cx
            .mentions
            .quotes()
            .quotations
            .iter()
            .filter(|quotation| quotation.depth == 0 && !quotation.is_unclosed());
        for quotation in speech {
            let whole = quotation.range();
            if !cx.reads_block(whole.start) {
                continue;
            }
            for run in &quotation.runs {
                findings.extend(lone(cx, &run.words).into_iter().map(|at| {
                    Finding::at(at..at + 1)
                        .field("found", cx.words(&(at..at + 1)))
                        .field("reason", "has no partner in the quotation")
                }));
                findings.extend(sic(cx, &run.words));
            }
        }
    }
}

/// Square brackets without a partner.
fn lone(cx: &Context, words: &Range<usize>) -> Vec<usize> {
    let bytes = cx.words(words).as_bytes();
    let mut places: Vec<usize> = memchr_iter(b'[', bytes)
        .chain(memchr_iter(b']', bytes))
        .collect();
    places.sort_unstable();
    let (mut open, mut lone) = (Vec::new(), Vec::new());
    for at in places {
        match bytes[at] {
            b'[' => open.push(at),
            _ if open.pop().is_none() => lone.push(at),
            _ => {}
        }
    }
    lone.extend(open);
    lone.sort_unstable();
    lone.into_iter().map(|at| words.start + at).collect()
}

/// `[sic]` in the author's own words: nobody else has made the slip.
fn stray(cx: &Context) -> Vec<Finding> {
    let quotations = &cx.mentions.quotes().quotations;
    let text = cx.text();
    text.match_indices("[sic]")
        .map(|(at, sic)| at..at + sic.len())
        .filter(|place| {
            // In a quotation, or right behind one, with those of the sentence before it in mind.
            let sentence = cx.document.sentence_at(place.start).start;
            let before =
                quotations.partition_point(|quotation| quotation.range().start < place.start);
            let held = quotations[..before]
                .iter()
                .rev()
                .take(HELD)
                .any(|quotation| quotation.range().end > sentence);
            cx.reads_block(place.start) && !held
        })
        .map(|place| {
            Finding::at(place)
                .field("found", "[sic]")
                .field("reason", "stands outside any quotation")
        })
        .collect()
}

/// `(sic)` and the like where `[sic]` belongs.
fn sic(cx: &Context, words: &Range<usize>) -> Option<Finding> {
    let text = cx.words(words);
    let malformed = ["(sic)", "(sic!)", "[sic.]", "(Sic)", "[Sic]"];
    let (form, at) = malformed
        .iter()
        .find_map(|form| Some((form, text.find(form)?)))?;
    let place = words.start + at..words.start + at + form.len();
    Some(
        Finding::at(place.clone())
            .field("found", form)
            .field("reason", "is written “[sic]” inside a quotation")
            .safe_fix(vec![(place, "[sic]".into())]),
    )
}
