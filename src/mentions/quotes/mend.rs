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
    let between = document
        .text()
        .get(first_block.range.end..second_block.range.start);
    first.side == Side::Opening
        && second.side == Side::Closing
        && first_block.kind == second_block.kind
        && between.is_some_and(|between| between.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::SourceFile;
    use crate::document::{Document, GivenDates};
    use crate::mentions::quotes;

    /// The words of the runs of the first quotation, and how many marks are without a partner.
    fn first(text: &str) -> (Vec<String>, usize) {
        let source = SourceFile::new("a.txt", text);
        let document = Document::new(&source, GivenDates::default());
        let found = quotes::extract(&document);
        let runs = found.quotations.first().map_or(Vec::new(), |quotation| {
            let words = |run: &quotes::Run| document.text()[run.words.clone()].to_owned();
            quotation.runs.iter().map(words).collect()
        });
        (runs, found.lone.len())
    }

    #[test]
    fn a_next_paragraph_without_its_opening_mark_is_quoted_all_the_same() {
        let (runs, lone) =
            first("He said, \"It felt good out there.\n\nWe could have scored.\" He left.");
        assert_eq!(runs, ["It felt good out there.", "We could have scored."]);
        assert_eq!(lone, 1);
    }

    #[test]
    fn marks_without_a_partner_in_one_paragraph_stay_alone() {
        let (runs, lone) =
            first("The city is a \"hive. It is said,\" he \"wrote. Nothing\" else \"was.");
        assert!(runs.len() <= 1, "{runs:?}");
        assert!(lone >= 1);
        let (runs, lone) = first("It is,\" he said, of \"Ann and left.");
        assert!(runs.is_empty(), "{runs:?}");
        assert_eq!(lone, 2);
    }
}
