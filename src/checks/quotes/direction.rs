//! `mark-direction`: a curly mark that leans the wrong way.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::quotes::{Glyph, Kind, Quotation, Run};

/// Reports `”` where a quotation opens, `“` where it closes, and `‘` where an apostrophe belongs.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkDirection {}

impl Check for MarkDirection {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "expected"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let quotes = cx.mentions.quotes();
        let curly: Vec<_> = quotes
            .quotations
            .iter()
            .filter(|quotation| matches!(quotation.kind, Kind::Double | Kind::Single))
            .collect();
        // Swedish and Finnish open with the closing mark, German closes with the opening one.
        let english = curly
            .iter()
            .filter(|quotation| leans_right(quotation))
            .count();
        let others = curly
            .iter()
            .filter(|quotation| wrong_sides(quotation) != (false, false))
            .count();
        if english > others {
            for quotation in curly {
                for run in &quotation.runs {
                    let (opens, closes) = wrong_ends(cx, run);
                    // `the ‘’90s’`: behind a mark that opens, it may be an apostrophe.
                    let apostrophe = cx.words(&run.open) == "’"
                        && cx.text()[..run.open.start].ends_with(['‘', '“']);
                    if opens && !apostrophe {
                        findings.extend(finding(cx, &run.open, quotation.kind, true));
                    }
                    if let Some(close) = run.close.as_ref().filter(|_| closes) {
                        findings.extend(finding(cx, close, quotation.kind, false));
                    }
                }
            }
        }
        for mark in &quotes.turned {
            if cx.reads(mark) {
                findings.push(
                    Finding::at(mark.clone())
                        .field("found", "‘")
                        .field("expected", "’")
                        .safe_fix(vec![(mark.clone(), "’".into())]),
                );
            }
        }
    }
}

fn leans_right(quotation: &Quotation) -> bool {
    quotation.glyphs == (Glyph::Opening, Glyph::Closing)
}

/// Whether the first mark of a quotation leans the wrong way, and whether its last one does.
fn wrong_sides(quotation: &Quotation) -> (bool, bool) {
    match quotation.glyphs {
        (Glyph::Closing, Glyph::Closing) => (true, false),
        (Glyph::Opening, Glyph::Opening) => (false, true),
        (Glyph::Closing, Glyph::Opening) => (true, true),
        _ => (false, false),
    }
}

/// Whether the mark that opens a run leans the wrong way, and whether the one that closes it does.
fn wrong_ends(cx: &Context, run: &Run) -> (bool, bool) {
    let closes = |close: &Range<usize>| matches!(cx.words(close), "“" | "‘");
    (
        matches!(cx.words(&run.open), "”" | "’"),
        run.close.as_ref().is_some_and(closes),
    )
}

fn finding(cx: &Context, mark: &Range<usize>, kind: Kind, opens: bool) -> Option<Finding> {
    let expected = match (kind, opens) {
        (Kind::Double, true) => "“",
        (Kind::Double, false) => "”",
        (_, true) => "‘",
        (_, false) => "’",
    };
    cx.reads(mark).then(|| {
        Finding::at(mark.clone())
            .field("found", cx.words(mark))
            .field("expected", expected)
            .safe_fix(vec![(mark.clone(), expected.into())])
    })
}
