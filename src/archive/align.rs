//! Alignment: a quotation against a stretch of a source, word by word.
//!
//! The quotation is used up whole, the source may go on on both sides (semi-global alignment after
//! Sellers 1980). An ellipsis takes in any number of the source's words.

use std::ops::Range;

use super::noise;
use crate::wording::{Change, Word};

/// How a quotation stands in a stretch of a source.
#[derive(Clone, Debug)]
pub(super) struct Alignment {
    /// The words of the source that it covers, by number.
    pub(super) source: Range<usize>,
    /// Where the two differ: `old` numbers of the source, `new` of the quotation.
    pub(super) changes: Vec<Change>,
    /// Words of the quotation that the source has.
    pub(super) common: usize,
}

impl Alignment {
    /// Words that differ.
    pub(super) fn cost(&self) -> usize {
        self.changes
            .iter()
            .map(|change| change.old.len().max(change.new.len()))
            .sum()
    }
}

/// The cheapest way to find a quotation in a stretch of a source; `noisy` lets misread letters pass.
pub(super) fn align(source: &[Word], quotation: &[Word], noisy: bool) -> Option<Alignment> {
    let columns = source.len() + 1;
    let mut cost = vec![0_u16; columns * (quotation.len() + 1)];
    let at = |row: usize, column: usize| row * columns + column;
    let same = |i: usize, j: usize| noise::same(&source[j].key, &quotation[i].key, noisy);
    for i in 0..quotation.len() {
        let mut least = u16::MAX;
        for j in 0..columns {
            let above = cost[at(i, j)];
            least = least.min(above);
            cost[at(i + 1, j)] = if quotation[i].is_open() {
                least
            } else {
                let mut best = above + 1;
                if j > 0 {
                    best = best.min(cost[at(i, j - 1)] + u16::from(!same(i, j - 1)));
                    // A source word left out costs, but not before the first and behind the last.
                    best = best.min(cost[at(i + 1, j - 1)] + 1);
                }
                best
            };
        }
    }
    let last = quotation.len();
    let end = (0..columns).min_by_key(|&j| (cost[at(last, j)], j))?;
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let (mut i, mut j) = (last, end);
    while i > 0 {
        let here = cost[at(i, j)];
        if quotation[i - 1].is_open() {
            // The ellipsis begins where the words before it ended cheapest.
            j = (0..=j).rev().find(|&k| cost[at(i - 1, k)] == here)?;
            i -= 1;
        } else if j > 0 && here == cost[at(i - 1, j - 1)] + u16::from(!same(i - 1, j - 1)) {
            if same(i - 1, j - 1) {
                pairs.push((j - 1, i - 1));
            }
            (i, j) = (i - 1, j - 1);
        } else if here == cost[at(i - 1, j)] + 1 {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    pairs.reverse();
    Some(Alignment {
        source: j..end,
        common: pairs.len(),
        changes: changes(&pairs, j..end, quotation),
    })
}

/// What lies between the pairs of words that agree, ellipses apart.
fn changes(pairs: &[(usize, usize)], source: Range<usize>, quotation: &[Word]) -> Vec<Change> {
    let mut changes = Vec::new();
    let (mut old, mut new) = (source.start, 0);
    for &(j, i) in pairs.iter().chain([&(source.end, quotation.len())]) {
        let open = quotation[new..i].iter().any(Word::is_open);
        let quoted = quotation[new..i]
            .iter()
            .filter(|word| !word.is_open())
            .count();
        if !open && (old < j || new < i) || open && quoted > 0 {
            changes.push(Change {
                old: old..j,
                new: new..i,
            });
        }
        (old, new) = (j + 1, i + 1);
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::words;

    fn changed(source: &str, quotation: &str) -> Vec<(String, String)> {
        let (a, b) = (words(source, 0), words(quotation, 0));
        let found = align(&a, &b, false).unwrap();
        let shown = |words: &[Word]| {
            words
                .iter()
                .map(|word| word.key.clone())
                .collect::<Vec<_>>()
                .join(" ")
        };
        found
            .changes
            .iter()
            .map(|change| (shown(&a[change.old.clone()]), shown(&b[change.new.clone()])))
            .collect()
    }

    #[test]
    fn exactly_the_altered_words_are_changes() {
        let source = "It was late. We shall never accept such terms from anyone, he said, and left the hall.";
        for (quotation, expected) in [
            ("we shall never accept such terms", vec![]),
            ("We shall … from anyone", vec![]),
            ("We shall not accept such terms", vec![("never", "not")]),
            ("We shall accept such terms", vec![("never", "")]),
            ("We shall never ever accept such terms", vec![("", "ever")]),
        ] {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(a, b)| (a.to_owned(), b.to_owned()))
                .collect();
            assert_eq!(changed(source, quotation), expected, "{quotation}");
        }
    }
}
