//! Block quotations: paragraphs set apart.

use super::attribution::Attribution;
use super::credit::is_credit;
use super::{Class, Glyph, Kind, Quotation, Run};
use crate::document::{BlockKind, Document};

/// The block quotations of a document in order: neighbouring blocks are one, as old pages put each
/// paragraph of a quotation into a `<blockquote>`; what names a source ends one.
pub(super) fn quotations(document: &Document) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut goes_on = false;
    for block in document.blocks() {
        let words = &document.text()[block.range.clone()];
        if block.kind != BlockKind::Quote || block.credit || is_credit(words) {
            goes_on = false;
            continue;
        }
        let run = Run {
            open: block.range.start..block.range.start,
            words: block.range.clone(),
            close: None,
        };
        match found.last_mut().filter(|_| goes_on) {
            Some(last) => last.runs.push(run),
            None => found.push(Quotation {
                kind: Kind::Unmarked,
                glyphs: (Glyph::Straight, Glyph::Straight),
                runs: vec![run],
                depth: 0,
                class: Class::Block,
                attribution: Attribution::default(),
            }),
        }
        goes_on = true;
    }
    found
}
