//! Block quotations: paragraphs set apart.

use std::ops::Range;

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
            words: block.range.start..credit_below(document, &block.range),
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

/// Where the words of a block end, before a last line that names their source: `> — E. P. Thompson`.
fn credit_below(document: &Document, block: &Range<usize>) -> usize {
    let text = document.text();
    let source = document.source().text();
    let dashes = text[block.clone()].rmatch_indices(['—', '–', '―', '-']);
    let mut starts = dashes.map(|(at, _)| block.start + at);
    let found = starts.by_ref().take(8).find(|&at| {
        let line = source[..document.span(&(at..at)).start]
            .rsplit(['\n', '\r'])
            .next();
        let opens = line.is_some_and(|line| line.chars().all(|c| c.is_whitespace() || c == '>'));
        opens && at > block.start && is_credit(&text[at..block.end])
    });
    found.map_or(block.end, |at| text[..at].trim_end().len())
}
