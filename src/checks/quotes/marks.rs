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
        &["found", "found_times", "other", "other_times", "counts"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let read: Vec<_> = cx
            .mentions
            .quotes()
            .quotations
            .iter()
            .filter(|quotation| quotation.kind != Kind::Unmarked && cx.reads(&quotation.range()))
            .filter(|quotation| !is_code(cx.text(), &quotation.range()))
            .collect();
        let mut tally = Tally::new(STYLES.len());
        for quotation in &read {
            if let Some(style) = style(quotation) {
                tally.add(style, quotation.range());
            }
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
    // Where every pair is of two styles, none is kept to.
    let kept = !tally.places(preferred).is_empty();
    let counts = [Some(rarest), Some(preferred).filter(|_| kept)];
    let count = |style: usize| format!("{} ({})", STYLES[style], times(tally.places(style).len()));
    let counts: Vec<_> = counts.into_iter().flatten().map(count).collect();
    let mut finding = Finding::at(tally.places(rarest)[0].clone())
        .note(describe(rarest))
        .field("found", STYLES[rarest])
        .field("found_times", times(tally.places(rarest).len()))
        .field("other", STYLES[preferred])
        .field("other_times", times(tally.places(preferred).len()))
        .field("counts", counts.join(", "));
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
    let mut edits = edits(cx, read, preferred);
    if edits.is_empty() {
        return finding;
    }
    edits.sort_by_key(|(range, _)| range.start);
    finding.safe_fix(edits)
}

/// Whether marks hold a value in code, where straight ones alone will do: `ATTR{x}=='0'`, `f("x")`.
fn is_code(text: &str, range: &Range<usize>) -> bool {
    let before = &text[..range.start];
    let called = before.strip_suffix(['(', '[', '{']);
    before.ends_with(['=', '$', '\\', '@', '%', '#', '<'])
        || called.is_some_and(|call| call.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        || text[range.end..].starts_with(['=', '\\', '@', '}'])
}

fn style(quotation: &Quotation) -> Option<usize> {
    let (open, close) = quotation.glyphs;
    match (quotation.kind, open, close) {
        (_, Glyph::Backtick, _) => None,
        (Kind::Guillemet, ..) => Some(GUILLEMETS),
        (_, Glyph::Straight, Glyph::Straight) => Some(STRAIGHT),
        (_, Glyph::Straight, _) | (_, _, Glyph::Straight) => Some(MISMATCHED),
        _ => Some(CURLY),
    }
}

/// A quotation that is open where others begin.
struct Open {
    end: usize,
    kind: Kind,
    style: Option<usize>,
    /// The kind of its marks once all is mended.
    settled: Kind,
    /// Whether its edits stand among those kept.
    edits: Range<usize>,
}

/// The marks of the quotations in one style. An inner quotation whose marks differed from the outer ones by
/// their style alone takes the other kind; where they did not differ, both stay as they are.
fn edits(cx: &Context, read: &[&Quotation], preferred: usize) -> Vec<(Range<usize>, String)> {
    let mut kept = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for quotation in read {
        let whole = quotation.range();
        open.retain(|outer| outer.end > whole.start);
        let style = style(quotation);
        let mut settled = quotation.kind;
        if let Some(outer) = open.last()
            && outer.settled == quotation.kind
            && quotation.kind != Kind::Guillemet
        {
            if outer.kind == quotation.kind && outer.style == style {
                // Which marks pair is a guess here.
                kept[outer.edits.clone()].fill(None);
                continue;
            }
            settled = other(quotation.kind);
        }
        let changes = style.is_some_and(|style| style != GUILLEMETS && style != preferred);
        let first = kept.len();
        if changes || settled != quotation.kind {
            kept.extend(in_style(cx, quotation, settled, preferred).map(Some));
        }
        open.push(Open {
            end: whole.end,
            kind: quotation.kind,
            style,
            settled,
            edits: first..kept.len(),
        });
    }
    kept.into_iter().flatten().collect()
}

fn other(kind: Kind) -> Kind {
    match kind {
        Kind::Double => Kind::Single,
        _ => Kind::Double,
    }
}

/// The marks of a quotation in another style; its words and their apostrophes stay as they are.
fn in_style(
    cx: &Context,
    quotation: &Quotation,
    kind: Kind,
    style: usize,
) -> impl Iterator<Item = (Range<usize>, String)> {
    let (open, close) = match (kind, style) {
        (Kind::Double, STRAIGHT) => ("\"", "\""),
        (Kind::Double, _) => ("“", "”"),
        (_, STRAIGHT) => ("'", "'"),
        _ => ("‘", "’"),
    };
    quotation
        .runs
        .iter()
        .flat_map(move |run| {
            [
                Some((run.open.clone(), open)),
                run.close.clone().map(|range| (range, close)),
            ]
        })
        .flatten()
        .filter(|(range, mark)| !range.is_empty() && cx.words(range) != *mark)
        .map(|(range, mark)| (range, mark.to_owned()))
}
