//! `nested-marks`: a quotation in a quotation, both in marks of one kind.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::quotes::{Glyph, Kind, Quotation};

/// Square brackets are looked for so far before a quotation, in bytes.
const BRACKETED: usize = 300;

/// Reports `“He said “no” to me”`: the inner words take the other marks.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NestedMarks {}

impl Check for NestedMarks {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "expected"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        // The quotations that are open where the next one begins, the innermost last.
        let mut open: Vec<&Quotation> = Vec::new();
        for inner in &cx.mentions.quotes().quotations {
            let start = inner.range().start;
            open.retain(|outer| outer.range().end > start);
            let outer = open
                .last()
                .filter(|outer| outer.runs.iter().any(|run| run.words.contains(&start)));
            let inner_marks = match inner.kind {
                Kind::Double => "‘…’",
                Kind::Single => "“…”",
                Kind::Guillemet => "‹…›",
                Kind::Unmarked => "",
            };
            if let Some(outer) = outer
                && outer.kind == inner.kind
                && is_same(cx, outer, inner)
                && !inner_marks.is_empty()
                && !is_bracketed(cx, outer, start)
                && cx.reads_block(start)
            {
                findings.push(
                    Finding::at(inner.range())
                        .field("found", cx.words(&inner.runs[0].words))
                        .field("expected", inner_marks)
                        .label(outer.runs[0].open.clone(), "the quotation it stands in"),
                );
            }
            open.push(inner);
        }
    }
}

/// Whether square brackets stand around the inner quotation: what the quoter adds takes the marks of the article.
fn is_bracketed(cx: &Context, outer: &Quotation, start: usize) -> bool {
    let mut runs = outer.runs.iter().map(|run| run.words.clone());
    runs.find(|words| words.contains(&start))
        .is_some_and(|words| {
            let text = cx.text();
            let near = text.ceil_char_boundary(start.saturating_sub(BRACKETED));
            let before = &text[near.max(words.start)..start];
            before.rfind('[') > before.rfind(']')
        })
}

/// Whether two quotations open with marks that a reader takes for one: `‹` stands rightly in `«`, and `"` in `“` is of
/// another style before all.
fn is_same(cx: &Context, outer: &Quotation, inner: &Quotation) -> bool {
    let straight = |quotation: &Quotation| quotation.glyphs.0 == Glyph::Straight;
    match inner.kind {
        Kind::Guillemet => cx.words(&outer.runs[0].open) == cx.words(&inner.runs[0].open),
        _ => straight(outer) == straight(inner),
    }
}
