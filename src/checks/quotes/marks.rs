//! `quotation-marks`: marks of two styles in one article, or in one pair.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::tally::{Tally, times};
use crate::checks::{Check, Context, Finding};
use crate::mentions::quotes::{Glyph, Kind, Quotation};

/// Reports, once, that an article mixes straight and curly marks, or opens with the one and closes
/// with the other: the rarer style as primary label, the commoner as secondary.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuotationMarks {}

const STYLES: [&str; 4] = [
    "straight marks",
    "curly marks",
    "a curly mark with a straight one",
    "guillemets",
];
const STRAIGHT: usize = 0;
const CURLY: usize = 1;
const MISMATCHED: usize = 2;
const GUILLEMETS: usize = 3;

impl Check for QuotationMarks {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "found_times", "other", "other_times"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let read: Vec<_> = cx
            .mentions
            .quotes()
            .quotations
            .iter()
            .filter(|quotation| quotation.kind != Kind::Unmarked && cx.reads(&quotation.range()))
            .collect();
        let mut tally = Tally::new(STYLES.len());
        for quotation in &read {
            tally.add(style(quotation), quotation.range());
        }
        // A pair of two styles is never what an article settles on.
        let settled = [STRAIGHT, CURLY, GUILLEMETS]
            .into_iter()
            .filter(|&style| !tally.places(style).is_empty())
            .max_by_key(|&style| (tally.places(style).len(), std::cmp::Reverse(style)))
            .unwrap_or(STRAIGHT);
        let Some((preferred, others)) = tally.verdict(Some(settled)) else {
            return;
        };
        findings.push(finding(cx, &tally, preferred, &others, &read));
    }
}

fn finding(
    cx: &Context,
    tally: &Tally,
    preferred: usize,
    others: &[usize],
    read: &[&Quotation],
) -> Finding {
    let describe =
        |style: usize| format!("{}, {}", STYLES[style], times(tally.places(style).len()));
    let rarest = others[others.len() - 1];
    let mut finding = Finding::at(tally.places(rarest)[0].clone())
        .note(describe(rarest))
        .field("found", STYLES[rarest])
        .field("found_times", times(tally.places(rarest).len()))
        .field("other", STYLES[preferred])
        .field("other_times", times(tally.places(preferred).len()));
    for style in std::iter::once(preferred).chain(others.iter().copied()) {
        if style != rarest
            && let Some(place) = tally.places(style).first()
        {
            finding = finding.label(place.clone(), describe(style));
        }
    }
    if preferred == GUILLEMETS {
        return finding;
    }
    let mut edits: Vec<_> = read
        .iter()
        .filter(|quotation| {
            matches!(style(quotation), STRAIGHT | CURLY | MISMATCHED)
                && style(quotation) != preferred
        })
        .flat_map(|quotation| edits(cx, quotation, preferred))
        .collect();
    edits.sort_by_key(|(range, _)| range.start);
    finding.safe_fix(edits)
}

fn style(quotation: &Quotation) -> usize {
    let (open, close) = quotation.glyphs;
    match (quotation.kind, open, close) {
        (Kind::Guillemet, ..) => GUILLEMETS,
        (_, Glyph::Straight, Glyph::Straight) => STRAIGHT,
        (_, Glyph::Straight, _) | (_, _, Glyph::Straight) => MISMATCHED,
        _ => CURLY,
    }
}

/// The marks of a quotation in another style; its words and their apostrophes stay as they are.
fn edits(cx: &Context, quotation: &Quotation, style: usize) -> Vec<(Range<usize>, String)> {
    let (open, close) = match (quotation.kind, style) {
        (Kind::Double, STRAIGHT) => ("\"", "\""),
        (Kind::Double, _) => ("“", "”"),
        (_, STRAIGHT) => ("'", "'"),
        _ => ("‘", "’"),
    };
    quotation
        .runs
        .iter()
        .flat_map(|run| {
            [
                Some((run.open.clone(), open)),
                run.close.clone().map(|range| (range, close)),
            ]
        })
        .flatten()
        .filter(|(range, mark)| !range.is_empty() && cx.words(range) != *mark)
        .map(|(range, mark)| (range, mark.to_owned()))
        .collect()
}
