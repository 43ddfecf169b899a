//! `mark-direction`: a curly mark that leans the wrong way.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::quotes::{Glyph, Kind, Quotation};

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
            .filter(|quotation| wrong_side(quotation).is_some())
            .count();
        if english > others {
            for quotation in curly {
                let (open, close) = ends(quotation);
                match wrong_side(quotation) {
                    Some(End::Open) => findings.extend(finding(cx, open, quotation.kind, true)),
                    Some(End::Close) => {
                        findings.extend(
                            close.and_then(|close| finding(cx, close, quotation.kind, false)),
                        );
                    }
                    None => {}
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

enum End {
    Open,
    Close,
}

fn leans_right(quotation: &Quotation) -> bool {
    quotation.glyphs == (Glyph::Opening, Glyph::Closing)
}

fn wrong_side(quotation: &Quotation) -> Option<End> {
    match quotation.glyphs {
        (Glyph::Closing, Glyph::Closing) => Some(End::Open),
        (Glyph::Opening, Glyph::Opening) => Some(End::Close),
        _ => None,
    }
}

fn ends(quotation: &Quotation) -> (&Range<usize>, Option<&Range<usize>>) {
    let last = quotation.runs.last().and_then(|run| run.close.as_ref());
    (&quotation.runs[0].open, last)
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
