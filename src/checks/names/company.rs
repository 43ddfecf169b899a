//! Which names stand beside a name: given names, surnames, titles.

use std::collections::{HashMap, HashSet};

use super::likeness::{Alike, Evidence, Spelt};
use crate::mentions::names::{is_common_word, is_known_word};

/// The neighbours of names, by the numbers of the names.
pub(super) struct Company<'r> {
    beside: Vec<HashSet<usize>>,
    words: Vec<&'r str>,
    /// Names that stand beside many others: a common given name, a title, a dynasty.
    popular: HashSet<usize>,
    alike: &'r Alike,
}

/// A name beside so many others tells none of them.
const MANY: usize = 8;

impl<'r> Company<'r> {
    /// Names with the words that stand beside each, in the same order. Words that everybody knows are no company where
    /// they only open sentences.
    pub(super) fn new(
        names: &[Spelt<'r>],
        neighbours: impl Iterator<Item = impl IntoIterator<Item = &'r String>>,
        alike: &'r Alike,
    ) -> Self {
        let mut numbers: HashMap<&str, usize> = names
            .iter()
            .enumerate()
            .filter(|(_, name)| !name.opens())
            .map(|(number, name)| (name.word(), number))
            .collect();
        let mut words: Vec<&str> = names.iter().map(Spelt::word).collect();
        let compared: HashSet<usize> = alike.keys().flat_map(|&(a, b)| [a, b]).collect();
        let mut popular = HashSet::new();
        let beside = neighbours.enumerate().map(|(number, neighbours)| {
            let mut beside = HashSet::new();
            let neighbours: HashSet<&String> = neighbours.into_iter().collect();
            if neighbours.len() >= MANY {
                popular.insert(number);
            }
            let neighbours = neighbours.into_iter();
            for word in neighbours.filter(|_| compared.contains(&number)) {
                let is_name = is_short(word) || !is_known_word(word);
                if is_name && !numbers.contains_key(word.as_str()) {
                    numbers.insert(word, words.len());
                    words.push(word);
                }
                beside.extend(numbers.get(word.as_str()));
            }
            beside
        });
        let beside = beside.collect();
        Company {
            beside,
            words,
            popular,
            alike,
        }
    }

    /// Two spellings that each keep their own company are two names: John Neilson, Anna Nilsson.
    /// Where the spellings alone do not settle it, they must be seen in the same company.
    pub(super) fn may_be_one(&self, a: usize, b: usize, evidence: Evidence) -> bool {
        let (beside_a, beside_b) = (&self.beside[a], &self.beside[b]);
        match evidence {
            Evidence::Enough | Evidence::Scarce => {
                beside_a.is_empty() || beside_b.is_empty() || self.may_be_shared(a, b)
            }
            Evidence::Alone => self.is_unseen(a, b) || self.is_told(a, b),
            Evidence::Introduced => {
                beside_a.is_empty() != beside_b.is_empty() || self.is_shared(a, b)
            }
            Evidence::Nothing => false,
            Evidence::Preceded => self.is_shared(a, b),
            Evidence::Company | Evidence::Surname => self.is_shared_by_few(a, b),
        }
    }

    /// Whether a name stands beside both that is no common word: `Howard`, not `Star`.
    fn is_told(&self, a: usize, b: usize) -> bool {
        self.is_shared_of(a, b, |x| {
            !self.popular.contains(&x) && !is_common_word(self.words[x])
        })
    }

    /// Whether a name stands beside both that does not stand beside many: not every John.
    fn is_shared_by_few(&self, a: usize, b: usize) -> bool {
        self.is_shared_of(a, b, |x| !self.popular.contains(&x))
    }

    /// The company of two of the names.
    pub(super) fn of(&self, a: usize, b: usize) -> Pair<'_> {
        Pair {
            company: self,
            names: (a, b),
        }
    }

    /// Whether the same name stands beside both.
    pub(super) fn is_shared(&self, a: usize, b: usize) -> bool {
        self.is_shared_of(a, b, |_| true)
    }

    /// Whether the same name stands beside both, of those that tell something.
    fn is_shared_of(&self, a: usize, b: usize, tells: impl Fn(usize) -> bool) -> bool {
        let mut beside_a = self.beside[a].iter().filter(|&&x| tells(x));
        beside_a.any(|&x| {
            let mut beside_b = self.beside[b].iter().filter(|&&y| tells(y));
            beside_b.any(|&y| self.are_one(x, y))
        })
    }

    /// Whether no name stands beside either.
    pub(super) fn is_unseen(&self, a: usize, b: usize) -> bool {
        self.beside[a].is_empty() && self.beside[b].is_empty()
    }

    /// The same with initials for what they may stand for: `F.` beside one, `Feodor` beside the other.
    fn may_be_shared(&self, a: usize, b: usize) -> bool {
        let (beside_a, beside_b) = (&self.beside[a], &self.beside[b]);
        let begin = |x: &usize| self.words[*x].chars().next();
        let initial = |x: &usize| self.words[*x].ends_with('.');
        self.is_shared(a, b)
            || beside_a.iter().any(|x| {
                let mut others = beside_b.iter();
                others.any(|y| (initial(x) || initial(y)) && begin(x) == begin(y))
            })
    }

    /// `Yuri` beside `Pyatakov`, `Iurii` beside `Piatakov`; `Leo` beside `Trotzki`, `Leon` beside `Trotsky`.
    fn are_one(&self, a: usize, b: usize) -> bool {
        let (word, other) = (self.words[a], self.words[b]);
        a == b
            || !is_short(word)
                && !is_short(other)
                && (word.starts_with(other)
                    || other.starts_with(word)
                    || ends(word, other)
                    || ends(other, word))
            || self.alike.contains_key(&(a.min(b), a.max(b)))
    }
}

/// Whether a name ends with another, as `Abdelaziz` does with `Aziz`.
fn ends(word: &str, other: &str) -> bool {
    const SHORT: usize = 4;
    other.chars().count() >= SHORT && word.to_lowercase().ends_with(&other.to_lowercase())
}

/// Two letters and initials are company only as they stand: `Lu` is no `Luis`.
fn is_short(word: &str) -> bool {
    word.chars().nth(2).is_none() || word.ends_with('.')
}

/// The company of two names.
pub(super) struct Pair<'c> {
    company: &'c Company<'c>,
    names: (usize, usize),
}

impl Pair<'_> {
    /// [`Company::may_be_one`] of the two.
    pub(super) fn may_be_one(&self, evidence: Evidence) -> bool {
        self.company
            .may_be_one(self.names.0, self.names.1, evidence)
    }

    /// Whether nothing but initials stands against the same name beside both.
    pub(super) fn may_be_shared(&self) -> bool {
        self.company.may_be_shared(self.names.0, self.names.1)
    }
}
