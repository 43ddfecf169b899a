//! Block quotations: paragraphs set apart, with the line that names their source.

use std::ops::Range;

use super::attribution::Attribution;
use super::{Class, Glyph, Kind, Quotation, Run};
use crate::document::{BlockKind, Document};

/// A line that names a source is at most this many bytes long.
const CREDIT: usize = 160;

/// The block quotations of a document in order: neighbouring blocks are one.
pub(super) fn quotations(document: &Document) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut goes_on = false;
    for block in document.blocks() {
        if block.kind != BlockKind::Quote || is_credit(&document.text()[block.range.clone()]) {
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

/// The line with a source that follows a quotation (`— Tomas Riel, Notes`), its dash left out.
pub(super) fn credit(document: &Document, end: usize) -> Option<Range<usize>> {
    let text = document.text();
    let rest = &text[end..];
    let start = end + (rest.len() - rest.trim_start().len());
    let block = document
        .block_at(start)
        .filter(|block| block.range.contains(&start))?;
    let line = start..block.range.end;
    is_credit(&text[line.clone()]).then(|| {
        let words = text[line.clone()].trim_start_matches(is_dash);
        line.end - words.len()..line.end
    })
}

fn is_credit(line: &str) -> bool {
    let words = line.trim_start_matches(is_dash);
    words.len() < line.len()
        && line.len() <= CREDIT
        && line.starts_with(|c| is_dash(c) && c != ' ')
        && words.starts_with(|c: char| c.is_uppercase() || c == '*' || c == '‘' || c == '“')
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '―' | '-' | ' ')
}
