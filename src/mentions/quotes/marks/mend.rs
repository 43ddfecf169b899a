//! Quotations over two paragraphs of which the second lacks its opening mark. The first mark stays among
//! those without a partner, so that it is reported; what the two hold is quoted all the same.

use super::glyph::{Glyph, Kind, glyph};
use super::pairs::{Found, Pair};
use crate::document::{Block, Document};
use crate::mentions::quotes::{LoneMark, Run, Side};

/// A quotation goes on over so many paragraphs that do not open it again; two lost marks stand further apart.
const PARAGRAPHS: usize = 8;

/// Joins an opening mark without a partner and the closing one of a later paragraph, where nothing between is quoted
/// and no paragraph opens again. In lines of verse, which stand close, the opening mark lacks nothing.
pub(super) fn mend(document: &Document, found: &mut Found) {
    let text = document.text();
    let mut mended = Vec::new();
    let mut answered = Vec::new();
    let mut number = 0;
    while number + 1 < found.lone.len() {
        let (first, second) = (&found.lone[number], &found.lone[number + 1]);
        number += 1;
        let blocks = goes_on(document, first, second);
        let (kind, first_glyph) = of(text, first);
        let (other, second_glyph) = of(text, second);
        if blocks.is_empty() || kind != other || holds_pair(&found.pairs, kind, first, second) {
            continue;
        }
        let runs: Vec<Run> = blocks
            .iter()
            .map(|block| {
                let opens = block.range.contains(&first.range.start);
                let closes = block.range.contains(&second.range.start);
                let start = block.range.start;
                let open = if opens {
                    first.range.clone()
                } else {
                    start..start
                };
                Run {
                    words: open.end..if closes {
                        second.range.start
                    } else {
                        block.range.end
                    },
                    open,
                    close: closes.then(|| second.range.clone()),
                }
            })
            .collect();
        let says = |run: &Run| text[run.words.clone()].contains(char::is_alphanumeric);
        if runs.iter().all(says) {
            mended.push(Pair {
                kind,
                runs,
                depth: 0,
                glyphs: (first_glyph, second_glyph),
            });
            if is_verse(document, blocks) {
                answered.push(number - 1);
            }
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
        // What an opening mark was thought to hold by itself.
        let begins = |pair: &Pair| pair.runs[0].open.start;
        found
            .pairs
            .retain(|pair| mended.binary_search_by_key(&begins(pair), begins).is_err());
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

/// Whether a quotation in marks of this kind opens between two marks, or holds the first one.
fn holds_pair(pairs: &[Pair], kind: Kind, first: &LoneMark, second: &LoneMark) -> bool {
    const LOOKED_AT: usize = 8;
    let end = pairs.partition_point(|pair| pair.runs[0].open.start < second.range.start);
    pairs[..end].iter().rev().take(LOOKED_AT).any(|pair| {
        let last = pair.runs.last().map_or(0, |run| run.words.end);
        let own = pair.runs[0].open == first.range;
        pair.kind == kind && last > first.range.end && !own
    })
}

/// The paragraphs over which a quotation goes on that no paragraph opens again; none where it does not.
fn goes_on<'d>(document: &'d Document, first: &LoneMark, second: &LoneMark) -> &'d [Block] {
    let blocks = document.blocks();
    let holding =
        |mark: &LoneMark| blocks.partition_point(|block| block.range.end <= mark.range.start);
    let (opens, closes) = (holding(first), holding(second));
    let sides = (first.side, second.side) == (Side::Opening, Side::Closing);
    let near = (opens + 1..opens + PARAGRAPHS).contains(&closes);
    let held = blocks.get(opens..=closes).filter(|_| sides && near);
    let alike = |held: &&[Block]| held.iter().all(|block| block.kind == held[0].kind);
    held.filter(alike).unwrap_or_default()
}

/// Whether blocks are lines without a blank one between them.
fn is_verse(document: &Document, blocks: &[Block]) -> bool {
    let source = document.source().text();
    blocks.windows(2).all(|pair| {
        let (end, start) = (
            document.span(&pair[0].range).end,
            document.span(&pair[1].range).start,
        );
        source
            .get(end..start)
            .is_some_and(|between| between.matches('\n').count() == 1)
    })
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
    fn later_paragraphs_may_lack_their_opening_marks() {
        let (runs, lone) =
            first("He wrote:\n\n\"It felt good.\n\nWe rowed.\n\nIt rained.\" He left.");
        assert_eq!(runs, ["It felt good.", "We rowed.", "It rained."]);
        assert_eq!(lone, 1);
    }

    #[test]
    fn a_heading_stands_apart_from_the_quotation_around_it() {
        let (runs, lone) = first("\"It felt good.\n\nBoats\n\n\"We rowed,\" he said.");
        assert_eq!(runs, ["It felt good.", "We rowed,"]);
        assert_eq!(lone, 0);
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
