//! How alike two spellings are, and in what way they differ.
//!
//! [`Difference`] says *how*: each kind is one rule's to report. A [`Likeness`] says also how much
//! else must speak for it: what a scheme of transliteration does to a name is certain, where two
//! names live side by side (`Catherine`, `Katherine`) a common surname must be seen.

mod blocks;
mod habits;
mod namesakes;
mod plain;
mod slip;

use std::sync::OnceLock;

use habits::Original;
use plain::{joined, plain, undoubled, without_signs};

pub(super) use blocks::pairs;

/// In what way two spellings of one name differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// `Dvořák`, `Dvorak`.
    Diacritics,
    /// `Alma-Ata`, `Alma Ata`, and both at once: `Du Plessis`, `Duplessis`.
    Joining,
    /// `Chernyshevsky`, `Tchernychevski`: two ways to write one original.
    Transliteration,
    /// `Pankhurst`, `Pankhrust`: a slip of the keyboard.
    Slip,
}

/// How two spellings of one name differ, if they are such: words, or whole names part by part.
pub fn difference(a: &str, b: &str) -> Option<Difference> {
    let whole = compare(&Spelt::new(a), &Spelt::new(b)).map(|likeness| likeness.difference);
    let (parts, others): (Vec<_>, Vec<_>) = (
        a.split_whitespace().collect(),
        b.split_whitespace().collect(),
    );
    if whole.is_some() || parts.len() != others.len() || parts.len() < 2 {
        return whole;
    }
    let mut most = None;
    for (part, other) in parts.into_iter().zip(others) {
        if part != other {
            // What differs most is what an editor decides on.
            most = most.max(Some(difference(part, other)?));
        }
    }
    most
}

/// That two spellings are of one name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Likeness {
    pub(super) difference: Difference,
    /// Whether the spellings alone say so; else something else must, as the same name beside both.
    pub(super) certain: bool,
}

/// A name as it is spelt, with what comparing it needs.
#[derive(Debug)]
pub(super) struct Spelt<'w> {
    word: &'w str,
    plain: String,
    joined: String,
    /// Letters alone.
    bare: String,
    /// What slips are looked for in: `y` and `i` alike, so that `Natatia` is one letter from `Natalya`.
    struck: String,
    letters: usize,
    originals: OnceLock<Vec<Original>>,
}

impl<'w> Spelt<'w> {
    pub(super) fn new(word: &'w str) -> Self {
        let joined = plain(&joined(word));
        let bare = without_signs(&joined);
        Spelt {
            word,
            plain: plain(word),
            letters: bare.chars().count(),
            struck: bare.replace('y', "i"),
            joined,
            bare,
            originals: OnceLock::new(),
        }
    }

    fn originals(&self) -> &[Original] {
        self.originals.get_or_init(|| habits::originals(self.word))
    }
}

/// Whether two spellings are of one name, and how they differ.
pub(super) fn compare(a: &Spelt, b: &Spelt) -> Option<Likeness> {
    let likeness = |difference, certain| {
        Some(Likeness {
            difference,
            certain,
        })
    };
    if a.word == b.word {
        return None;
    }
    if a.plain == b.plain {
        return likeness(Difference::Diacritics, true);
    }
    if a.joined == b.joined {
        return likeness(Difference::Joining, true);
    }
    if a.bare == b.bare {
        return likeness(Difference::Transliteration, true);
    }
    let namesakes = namesakes::are_namesakes(&a.bare, &b.bare);
    let original = shares_original(a, b);
    if original == Some(true) {
        return likeness(Difference::Transliteration, !namesakes);
    }
    let foreign = || habits::is_marked(a.word) && habits::is_marked(b.word);
    if slip::is_slip(&a.struck, &b.struck, foreign) {
        return likeness(Difference::Slip, !namesakes);
    }
    original.and(likeness(Difference::Transliteration, false))
}

/// Whether both may stand for one original, and if so, whether they look like names of its language.
fn shares_original(a: &Spelt, b: &Spelt) -> Option<bool> {
    // A doubled letter alone is no scheme's doing.
    if undoubled(&a.bare) == undoubled(&b.bare) {
        return None;
    }
    let letters = a.letters.min(b.letters);
    let mut shared = habits::shared(a.originals(), b.originals())
        .filter(|original| letters >= original.shortest())
        .peekable();
    shared.peek()?;
    Some(shared.any(|original| original.is_marked(a.word) || original.is_marked(b.word)))
}
