//! Alignment: a quotation against a stretch of a source, word by word.
//!
//! The quotation is used up whole, the source may go on on both sides (semi-global alignment after
//! Sellers 1980). An ellipsis takes in any number of the source's words, an insertion a few; a word that a
//! blank or a hyphen parts in one of the two is one word.

use std::ops::Range;

use super::noise;
use super::rows;
use crate::wording::{Change, Mark, Word};

/// An insertion stands for no more of the source's words than this.
const INSERTED: usize = 8;

/// How a quotation stands in a stretch of a source.
#[derive(Clone, Debug)]
pub(super) struct Alignment {
    /// The words of the source that it covers, by number.
    pub(super) source: Range<usize>,
    /// Where the two differ: `old` numbers of the source, `new` of the quotation.
    pub(super) changes: Vec<Change>,
    /// The words of the quotation that the source has, by number.
    pub(super) common: Vec<usize>,
    /// Words that differ.
    pub(super) cost: usize,
}

/// The words of a text with the hashes of their shapes.
pub(super) struct Tokens<'w> {
    pub(super) words: &'w [Word],
    hashes: Vec<u64>,
}

impl<'w> Tokens<'w> {
    pub(super) fn new(words: &'w [Word]) -> Self {
        Tokens {
            hashes: words.iter().map(|word| rows::hash(&word.key)).collect(),
            words,
        }
    }

    fn key(&self, number: usize) -> &str {
        &self.words[number].key
    }
}

/// The cost of the cheapest alignment of every beginning of a quotation that ends at every word of a source.
pub(super) struct Costs<'t> {
    source: &'t Tokens<'t>,
    quotation: &'t Tokens<'t>,
    noisy: bool,
    columns: usize,
    costs: Vec<u16>,
}

/// A step of an alignment, backwards.
enum Step {
    /// So many words of the source are so many of the quotation.
    Same(usize, usize),
    /// One for another.
    Other,
    /// A word of the quotation that the source has not.
    Added,
    /// A word of the source that the quotation has not.
    LeftOut,
    /// An open place, and the column where it begins.
    Open(usize),
}

impl<'t> Costs<'t> {
    /// `noisy` lets words pass for others that they may be misread for.
    pub(super) fn new(source: &'t Tokens, quotation: &'t Tokens, noisy: bool) -> Self {
        let columns = source.words.len() + 1;
        let mut of = Costs {
            source,
            quotation,
            noisy,
            columns,
            costs: vec![0; columns * (quotation.words.len() + 1)],
        };
        for row in 1..=quotation.words.len() {
            match quotation.words[row - 1].mark {
                Mark::Ellipsis => of.open(row, columns),
                Mark::Insertion => of.open(row, INSERTED),
                Mark::None | Mark::Letters => of.word(row),
            }
        }
        of
    }

    fn at(&self, row: usize, column: usize) -> u16 {
        self.costs[row * self.columns + column]
    }

    /// A row of an open place, which takes in up to `most` words.
    fn open(&mut self, row: usize, most: usize) {
        let (mut least, mut from) = (u16::MAX, 0);
        for column in 0..self.columns {
            let here = self.at(row - 1, column);
            if here <= least {
                (least, from) = (here, column);
            } else if column - from > most {
                let columns = column - most..=column;
                (least, from) = columns
                    .map(|column| (self.at(row - 1, column), column))
                    .min_by_key(|(cost, column)| (*cost, std::cmp::Reverse(*column)))
                    .unwrap_or((here, column));
            }
            self.costs[row * self.columns + column] = least;
        }
    }

    fn word(&mut self, row: usize) {
        for column in 0..self.columns {
            let mut best = self.at(row - 1, column) + 1;
            if column > 0 {
                let same = self.same(row, column);
                best = best
                    .min(self.at(row - 1, column - 1) + u16::from(!same))
                    // A word of the source left out.
                    .min(self.costs[row * self.columns + column - 1] + 1);
                if best > 0 && !same {
                    if self.parted(row, column) {
                        best = best.min(self.at(row - 1, column - 2));
                    }
                    if self.joined(row, column) {
                        best = best.min(self.at(row - 2, column - 1));
                    }
                }
            }
            self.costs[row * self.columns + column] = best;
        }
    }

    fn same(&self, row: usize, column: usize) -> bool {
        let (i, j) = (row - 1, column - 1);
        self.quotation.words[i].mark == Mark::Letters
            || self.quotation.hashes[i] == self.source.hashes[j]
                && noise::is_misread(self.source.key(j), self.quotation.key(i), self.noisy)
    }

    /// Whether two words of the source are one of the quotation.
    fn parted(&self, row: usize, column: usize) -> bool {
        column > 1
            && is_one(
                self.source.key(column - 2),
                self.source.key(column - 1),
                self.quotation.key(row - 1),
            )
    }

    /// Whether two words of the quotation are one of the source.
    fn joined(&self, row: usize, column: usize) -> bool {
        row > 1
            && !self.quotation.words[row - 2].is_open()
            && is_one(
                self.quotation.key(row - 2),
                self.quotation.key(row - 1),
                self.source.key(column - 1),
            )
    }

    /// The least cost of the first words of the quotation, wherever they stand.
    pub(super) fn of_beginning(&self, words: usize) -> usize {
        let row = &self.costs[words * self.columns..(words + 1) * self.columns];
        usize::from(row.iter().copied().min().unwrap_or(u16::MAX))
    }

    /// The cheapest alignment.
    pub(super) fn best(&self) -> Alignment {
        let mut row = self.quotation.words.len();
        let costs = (0..self.columns).map(|column| (self.at(row, column), column));
        let (cost, end) = costs.min().unwrap_or_default();
        let mut column = end;
        let mut found = Alignment {
            source: 0..0,
            changes: Vec::new(),
            common: Vec::new(),
            cost: usize::from(cost),
        };
        let mut open: Option<Change> = None;
        while row > 0 {
            let step = self.step(row, column);
            let (old, new) = match step {
                Step::Same(old, new) => (old, new),
                Step::Other => (1, 1),
                Step::Added => (0, 1),
                Step::LeftOut => (1, 0),
                Step::Open(from) => (column - from, 1),
            };
            match step {
                Step::Same(..) | Step::Open(_) => found.changes.extend(open.take()),
                _ => {
                    let (old, new) = (column - old, row - new);
                    open = Some(match open {
                        Some(change) => Change {
                            old: old..change.old.end,
                            new: new..change.new.end,
                        },
                        None => Change {
                            old: old..column,
                            new: new..row,
                        },
                    });
                }
            }
            if let Step::Same(..) = step {
                found.common.extend((row - new..row).rev());
            }
            (row, column) = (row - new, column - old);
        }
        found.changes.extend(open);
        found.changes.reverse();
        found.common.reverse();
        found.source = column..end;
        found
    }

    /// How the cheapest way to a cell came there.
    fn step(&self, row: usize, column: usize) -> Step {
        let here = self.at(row, column);
        match self.quotation.words[row - 1].mark {
            Mark::Ellipsis | Mark::Insertion => {
                // It begins as late as it can: it takes in no word that it need not.
                let from = (0..=column)
                    .rev()
                    .find(|&from| self.at(row - 1, from) == here);
                return Step::Open(from.unwrap_or(column));
            }
            Mark::None | Mark::Letters => {}
        }
        if column > 0 {
            if self.same(row, column) && here == self.at(row - 1, column - 1) {
                return Step::Same(1, 1);
            }
            if self.parted(row, column) && here == self.at(row - 1, column - 2) {
                return Step::Same(2, 1);
            }
            if self.joined(row, column) && here == self.at(row - 2, column - 1) {
                return Step::Same(1, 2);
            }
            if here == self.at(row - 1, column - 1) + 1 {
                return Step::Other;
            }
        }
        if here == self.at(row - 1, column) + 1 || column == 0 {
            return Step::Added;
        }
        Step::LeftOut
    }
}

/// Words that say another thing when they are joined to the next: `a part`, `may be`, `not able`.
const APART: [&str; 4] = ["a", "all", "may", "not"];

/// Whether two words are one that is written apart.
fn is_one(first: &str, second: &str, whole: &str) -> bool {
    first.len() + second.len() == whole.len()
        && whole.starts_with(first)
        && whole.ends_with(second)
        && !APART.contains(&first)
}

/// The cheapest way to find a quotation in a stretch of a source.
pub(super) fn align(source: &[Word], quotation: &[Word], noisy: bool) -> Alignment {
    Costs::new(&Tokens::new(source), &Tokens::new(quotation), noisy).best()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::{source_words, words};

    fn changed(source: &str, quotation: &str) -> Vec<(String, String)> {
        let (a, b) = (source_words(source, 0), words(quotation, 0));
        let found = align(&a, &b, false);
        let shown = |words: &[Word]| {
            let keys: Vec<&str> = words.iter().map(|word| word.key.as_str()).collect();
            keys.join(" ")
        };
        let changes = found.changes.iter();
        changes
            .map(|change| (shown(&a[change.old.clone()]), shown(&b[change.new.clone()])))
            .collect()
    }

    #[test]
    fn exactly_the_altered_words_are_changes() {
        let source = "It was late. We shall never accept such terms from anyone, he said, and left the hall.";
        for (quotation, expected) in [
            ("we shall never accept such terms", vec![]),
            ("We shall … from anyone", vec![]),
            ("We shall never accept [these] terms", vec![]),
            ("We shall never [sic] accept such term[s]", vec![]),
            ("[W]e shall never acc ept such terms", vec![]),
            ("We shall not accept such terms", vec![("never", "not")]),
            ("We shall accept such terms", vec![("never", "")]),
            ("We shall never ever accept such terms", vec![("", "ever")]),
            (
                "We shall … from someone, he said",
                vec![("anyone", "someone")],
            ),
            (
                "never accept terms such from anyone",
                vec![("such terms", "terms such")],
            ),
        ] {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(a, b): (&str, &str)| (a.to_owned(), b.to_owned()))
                .collect();
            assert_eq!(changed(source, quotation), expected, "{quotation}");
        }
    }
}
