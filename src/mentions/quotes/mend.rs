//! Quotations over two paragraphs of which the second lacks its opening mark. The first mark stays among
//! those without a partner, so that it is reported; what the two hold is quoted all the same.

use std::ops::Range;

use super::marks::{Glyph, Kind, glyph};
use super::pairs::{Found, Pair};
use super::{LoneMark, Run, Side};
use crate::document::{Block, Document};

/// Joins an opening mark without a partner and the closing one of the next paragraph, which does not
/// open again.
pub(super) fn mend(document: &Document, found: &mut Found) {
    let text = document.text();
    let mut mended = Vec::new();
    let mut answered = Vec::new();
    let mut number = 0;
    while number + 1 < found.lone.len() {
        let (first, second) = (&found.lone[number], &found.lone[number + 1]);
        number += 1;
        let Some((first_block, second_block)) = document
            .block_at(first.range.start)
            .zip(document.block_at(second.range.start))
        else {
            continue;
        };
        let (kind, first_glyph) = of(text, first);
        let (other, second_glyph) = of(text, second);
        if kind != other || holds_pair(&found.pairs, kind, first.range.end..second.range.start) {
            continue;
        }
        if !goes_on(document, first, second, first_block, second_block) {
            continue;
        }
        let start = second_block.range.start;
        let runs = vec![
            run(
                first.range.clone(),
                first.range.end,
                first_block.range.end,
                None,
            ),
            run(start..start, start, second.range.start, Some(second)),
        ];
        let says = |run: &Run| text[run.words.clone()].contains(char::is_alphanumeric);
        if runs.iter().all(says) {
            mended.push(Pair {
                kind,
                runs,
                depth: 0,
                glyphs: (first_glyph, second_glyph),
            });
            answered.push(number);
            number += 1;
        }
    }
    let mut number = 0;
    found.lone.retain(|_| {
        number += 1;
        answered.binary_search(&(number - 1)).is_err()
    });
    if !mended.is_empty() {
        found.pairs.extend(mended);
        found.pairs.sort_by_key(|pair| pair.runs[0].open.start);
    }
}

fn of(text: &str, mark: &LoneMark) -> (Kind, Glyph) {
    glyph(&text.as_bytes()[mark.range.clone()])
        .map_or((Kind::Unmarked, Glyph::Straight), |(kind, glyph, _)| {
            (kind, glyph)
        })
}

fn run(open: Range<usize>, start: usize, end: usize, close: Option<&LoneMark>) -> Run {
    Run {
        open,
        words: start..end,
        close: close.map(|mark| mark.range.clone()),
    }
}

/// Whether a quotation in marks of this kind opens within a stretch, or holds its beginning.
fn holds_pair(pairs: &[Pair], kind: Kind, stretch: Range<usize>) -> bool {
    const LOOKED_AT: usize = 8;
    let end = pairs.partition_point(|pair| pair.runs[0].open.start < stretch.end);
    pairs[..end].iter().rev().take(LOOKED_AT).any(|pair| {
        let last = pair.runs.last().map_or(0, |run| run.words.end);
        pair.kind == kind && last > stretch.start
    })
}

/// Whether a quotation goes on in the next paragraph, which does not open it again and closes it.
fn goes_on(
    document: &Document,
    first: &LoneMark,
    second: &LoneMark,
    first_block: &Block,
    second_block: &Block,
) -> bool {
    let between = &document.text()[first_block.range.end..second_block.range.start];
    first.side == Side::Opening
        && second.side == Side::Closing
        && first_block.range != second_block.range
        && first_block.kind == second_block.kind
        && between.trim().is_empty()
}
