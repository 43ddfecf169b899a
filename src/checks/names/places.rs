//! A spelling with the places where it stands: how often, alone or beside names, and which of two is the rarer.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use crate::mentions::names::{Spelling, is_known_word};

/// A spelling with the places that the rule reads.
pub(super) struct Read<'s> {
    pub(super) spelling: &'s Spelling,
    pub(super) places: Vec<&'s Range<usize>>,
    /// It stands in quotations only.
    pub(super) quoted: bool,
}

impl Read<'_> {
    /// It only opens a sentence, and may be any word.
    pub(super) fn opens(&self) -> bool {
        self.spelling.inside == 0
    }

    pub(super) fn is_in(&self, accepted: &HashSet<&str>) -> bool {
        accepted.contains(self.spelling.word.as_str())
    }

    /// The rarer spelling is at fault, the later one when both are as common; never the one that the
    /// style sheet accepts.
    pub(super) fn rank(&self, accepted: &HashSet<&str>) -> (bool, bool, Reverse<usize>, usize) {
        let known = self.is_in(accepted);
        (
            self.quoted,
            !known,
            Reverse(self.places.len()),
            self.places[0].start,
        )
    }
}

/// Whether one of two always stands alone or behind a title, and the other somewhere behind a given name: somebody who
/// has been introduced goes by the surname. Without a given name, one that stands alone again and again will do.
pub(super) fn is_surname_alone(a: &Read, b: &Read) -> bool {
    const OFTEN: usize = 3;
    let (rarer, other) = by_number(a, b);
    let often = if is_introduced(a, b) {
        OFTEN - 1
    } else {
        OFTEN
    };
    is_alone(rarer) && other.spelling.alone > 0 && is_scarce(a, b, often)
}

/// Whether it is the rarer that introduces somebody, who goes by the surname ever after, spelt as the other.
pub(super) fn is_introduction(a: &Read, b: &Read) -> bool {
    const OFTEN: usize = 2;
    let (rarer, other) = by_number(a, b);
    let first = rarer.places[0].start < other.places[0].start;
    first && is_alone(other) && has_given_name(rarer) && is_scarce(a, b, OFTEN)
}

/// Whether the rarer of two is nobody who has been introduced, and the other is.
pub(super) fn is_introduced(a: &Read, b: &Read) -> bool {
    let (rarer, other) = by_number(a, b);
    is_alone(rarer) && has_given_name(other)
}

/// Whether no name stands before or behind it, but for titles.
pub(super) fn is_alone(read: &Read) -> bool {
    read.spelling.before.is_empty() && read.spelling.leading == 0
}

/// Whether a name stands before it somewhere.
fn has_given_name(read: &Read) -> bool {
    let mut before = read.spelling.before.iter();
    before.any(|word| !is_known_word(word))
}

/// A slip happens once or twice; a spelling that stands again and again is meant.
pub(super) fn are_both_common(a: &Read, b: &Read) -> bool {
    const SLIPS: usize = 3;
    a.places.len().min(b.places.len()) > SLIPS
}

/// One of them stands once.
pub(super) fn is_single(a: &Read, b: &Read) -> bool {
    a.places.len().min(b.places.len()) == 1
}

/// One of them stands once, the other so often or more, be it in quotations.
pub(super) fn is_scarce(a: &Read, b: &Read, often: usize) -> bool {
    let (a, b) = (a.spelling.places.len(), b.spelling.places.len());
    a.min(b) == 1 && a.max(b) >= often
}

/// Whether it always stands before another name.
pub(super) fn leads(read: &Read) -> bool {
    read.spelling.leading == read.spelling.places.len()
}

/// The rarer of two spellings and the other.
pub(super) fn by_number<'r, 's>(a: &'r Read<'s>, b: &'r Read<'s>) -> (&'r Read<'s>, &'r Read<'s>) {
    if a.places.len() <= b.places.len() {
        (a, b)
    } else {
        (b, a)
    }
}
