//! How alike two spellings are, and in what way they differ.
//!
//! [`Difference`] says *how*: each kind is one rule's to report. A [`Likeness`] says also how much
//! else must speak for it: what a scheme of transliteration does to a name is certain, where two
//! names live side by side (`Catherine`, `Katherine`) a common surname must be seen.

mod blocks;
mod broken;
mod habits;
mod known;
mod namesakes;
mod original;
mod plain;
mod slip;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use broken::breaks;
use habits::Original;
use known::{beside_known, is_broken};
use original::{Shared, shares_original};
pub(super) use plain::plain;
use plain::{decomposed, in_british, in_english, joined, marks, undoubled, without_signs};

use crate::mentions::names::{is_established_name, is_known_word};

use blocks::pairs;

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

/// Pairs of names, by number, that may be spellings of one: whole names, or single words.
pub fn suspects(names: &[&str]) -> Vec<(usize, usize)> {
    let spelt: Vec<_> = names.iter().map(|name| Spelt::new(name)).collect();
    let likely = alike(&spelt).into_iter();
    likely
        .filter(|(_, likeness)| {
            matches!(likeness.evidence, Evidence::Enough | Evidence::Introduced)
        })
        .map(|(pair, _)| pair)
        .collect()
}

/// Spellings of one name, by their numbers, and how they are alike.
pub(super) type Alike = BTreeMap<(usize, usize), Likeness>;

/// Compares each spelling with those that it may be one with.
pub(super) fn alike(spelt: &[Spelt]) -> Alike {
    pairs(spelt)
        .into_iter()
        .filter_map(|(a, b)| Some(((a, b), compare(&spelt[a], &spelt[b])?)))
        .collect()
}

/// That two spellings are of one name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Likeness {
    pub(super) difference: Difference,
    pub(super) evidence: Evidence,
    /// Whether the first, and the second, is no name but the other, broken.
    pub(super) broken: [bool; 2],
}

/// What else must speak for two spellings being of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// Nothing: the spellings alone say so.
    Enough,
    /// One of them stands beside a surname or given name, the other alone: `Natalya Sedova … Natatia`.
    Introduced,
    /// No name stands beside either, or the same beside both; or one person is introduced and goes by the surname
    /// alone, as the other does: `Misner`, `Mizner`.
    Alone,
    /// One stands once, the other again and again, or the same name beside both: `Brintin`, `Brinton`.
    Scarce,
    /// Many people bear both, and one stands once and alone, as somebody does who has been introduced by the other:
    /// `Esther Williams … Williams … Willams`; or the same name stands beside both.
    Surname,
    /// The same name stands right before both: `Jacques Kallis … Jacques Kalls`.
    Preceded,
    /// Nothing does, unless one of them is broken.
    Nothing,
    /// The same name stands beside both: `Catherine Howard … Katherine Howard`.
    Company,
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
    opens: bool,
    known: OnceLock<bool>,
    established: OnceLock<bool>,
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
            opens: false,
            known: OnceLock::new(),
            established: OnceLock::new(),
        }
    }

    /// A word that only opens sentences, which may be any word: where it is a known one it is looked at for slips alone,
    /// and only against names.
    pub(super) fn opening(word: &'w str) -> Self {
        Spelt {
            opens: true,
            ..Spelt::new(word)
        }
    }

    pub(super) fn word(&self) -> &'w str {
        self.word
    }

    pub(super) fn opens(&self) -> bool {
        self.opens
    }

    /// Whether it only opens sentences and is known as a word; what is not is likely a name.
    fn may_be_any_word(&self) -> bool {
        self.opens && self.is_known()
    }

    /// Whether everybody knows it as a word.
    fn is_known(&self) -> bool {
        *self.known.get_or_init(|| is_known_word(&self.plain))
    }

    /// Whether many people bear it, spelt as it is.
    fn is_established(&self) -> bool {
        *self
            .established
            .get_or_init(|| is_established_name(&self.bare))
    }

    fn is_comparable(&self) -> bool {
        (1..=LONGEST).contains(&self.letters)
    }

    fn originals(&self) -> &[Original] {
        self.originals.get_or_init(|| habits::originals(self.word))
    }
}

/// Whether two spellings are of one name, and how they differ.
fn compare(a: &Spelt, b: &Spelt) -> Option<Likeness> {
    // How a mark is encoded is no spelling.
    let same = || decomposed(a.word) == decomposed(b.word);
    if !a.is_comparable() || !b.is_comparable() || same() {
        return None;
    }
    let (difference, evidence) = if a.plain == b.plain {
        (Difference::Diacritics, Evidence::Enough)
    } else if a.joined == b.joined {
        (Difference::Joining, Evidence::Enough)
    } else if a.bare == b.bare {
        (Difference::Transliteration, Evidence::Enough)
    } else if in_british(&a.bare) == in_british(&b.bare)
        || in_english(&a.bare) == in_english(&b.bare)
        || a.opens && b.opens
    {
        return None;
    } else {
        let broken = breaks(a, b);
        let likely = broken.contains(&true);
        let likely = likely.then_some((Difference::Slip, Evidence::Nothing));
        let (difference, evidence) = respelt(a, b).or(likely)?;
        return Some(Likeness {
            difference,
            evidence,
            broken,
        });
    };
    Some(Likeness {
        difference,
        evidence,
        broken: [false; 2],
    })
}

/// How two names differ that differ in their very letters.
fn respelt(a: &Spelt, b: &Spelt) -> Option<(Difference, Evidence)> {
    let original = if a.may_be_any_word() || b.may_be_any_word() {
        None
    } else {
        shares_original(a, b)
    };
    let foreign = || habits::is_marked(a.word) && habits::is_marked(b.word);
    let established = are_established(a, b);
    if namesakes::are_one_given_name(&a.bare, &b.bare) {
        return Some((Difference::Transliteration, Evidence::Company));
    }
    let likely = matches!(original, Some(Shared::Surely | Shared::Likely));
    let (difference, evidence) = if original == Some(Shared::Surely) {
        (Difference::Transliteration, Evidence::Enough)
    } else if likely && (is_foreign(a) || is_foreign(b)) {
        (Difference::Transliteration, Evidence::Alone)
    } else if is_foreign(a) != is_foreign(b) {
        // Words of two languages (`Comité`, `Committee`), unless they are names of one.
        let one = habits::is_marked(a.word) || habits::is_marked(b.word);
        let original = original.filter(|_| one);
        original.map(|_| (Difference::Transliteration, Evidence::Company))?
    } else if let Some(evidence) = slip_between(a, b, &foreign)
        && !(likely && (established || evidence != Evidence::Enough))
    {
        (Difference::Slip, evidence)
    } else if likely {
        (Difference::Transliteration, Evidence::Alone)
    } else if is_broken(a, b) {
        (Difference::Slip, Evidence::Scarce)
    } else if undoubled(&a.bare) == undoubled(&b.bare) && a.letters.min(b.letters) >= DOUBLED {
        (Difference::Slip, Evidence::Preceded)
    } else {
        original.map(|_| (Difference::Transliteration, Evidence::Company))?
    };
    let evidence = beside_known(a, b, difference, evidence)?;
    if evidence == Evidence::Company && are_two_people(&a.bare, &b.bare) {
        return None;
    }
    let two =
        namesakes::are_namesakes(&a.bare, &b.bare) || established && difference == Difference::Slip;
    let evidence = match evidence {
        Evidence::Preceded => evidence,
        Evidence::Enough | Evidence::Scarce if two && difference == Difference::Slip => {
            Evidence::Surname
        }
        _ if two => Evidence::Company,
        _ => evidence,
    };
    Some((difference, evidence))
}

/// Whether many people bear either, spelt as it is.
fn are_established(a: &Spelt, b: &Spelt) -> bool {
    a.is_established() && b.is_established()
}

/// What must speak for a slip. Of English names, `y` and `i` are two letters: `Myllynen`, `Milliken`; and where marks
/// differ too, words are of two languages: `Confédération`, `Confederación`.
fn slip_between(a: &Spelt, b: &Spelt, foreign: &impl Fn() -> bool) -> Option<Evidence> {
    let evidence = slip::evidence(&a.struck, &b.struck, foreign)?;
    let twice = slip::evidence(&a.bare, &b.bare, foreign).is_none();
    let near = || strsim::levenshtein(&a.bare, &b.bare) <= 2;
    let told = (!twice || foreign() && near()) && marks(a.word).eq(marks(b.word));
    let told = told || evidence == Evidence::Preceded;
    Some(if told { evidence } else { Evidence::Company })
}

/// Whether one vowel stands for another at the end, or in a name so short that it tells two people:
/// `Alexandre`, `Alexandra`; `Joan`, `Jean`.
fn are_two_people(a: &str, b: &str) -> bool {
    const SHORT: usize = 4;
    let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u');
    let differ = a.chars().zip(b.chars()).enumerate();
    let mut differ = differ.filter(|(_, (x, y))| x != y);
    let (length, other) = (a.chars().count(), b.chars().count());
    let first = differ.next();
    length == other
        && differ.next().is_none()
        && first.is_some_and(|(at, (x, y))| {
            vowel(x) && vowel(y) && (at + 1 == length || length <= SHORT)
        })
}

/// Whether a spelling has letters that no English word has.
fn is_foreign(spelt: &Spelt) -> bool {
    let beyond = |letter: char| letter.is_alphabetic() && !letter.is_ascii();
    spelt.word.chars().any(beyond)
}

/// Names of so many letters of which one doubles a letter and the other another are one behind the same given name:
/// `Kekkonen`, `Kekonnen`.
const DOUBLED: usize = 6;

/// What is longer is no name, and comparing it would cost too much.
const LONGEST: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_differ_in_one_way() {
        for (a, b, how) in [
            ("Dvořák", "Dvorak", Some(Difference::Diacritics)),
            ("Søren Bøe", "Soren Boe", Some(Difference::Diacritics)),
            ("Alma Ata", "Alma-Ata", Some(Difference::Joining)),
            ("Du Plessis", "Duplessis", Some(Difference::Joining)),
            (
                "Yuri Pyatakov",
                "Iurii Piatakov",
                Some(Difference::Transliteration),
            ),
            ("Grigor'ev", "Grigorev", Some(Difference::Transliteration)),
            ("Clara Pankhurst", "Clara Pankhrust", Some(Difference::Slip)),
            ("Otto Bauer", "Ferdinand Baur", None),
            ("Sedov", "Sedov", None),
        ] {
            assert_eq!(difference(a, b), how, "{a}, {b}");
            assert_eq!(difference(b, a), how, "{b}, {a}");
        }
    }

    #[test]
    fn namesakes_are_one_only_in_company() {
        let likeness = compare(&Spelt::new("Catherine"), &Spelt::new("Katherine"));
        let evidence = likeness.map(|likeness| likeness.evidence);
        assert!(
            matches!(evidence, None | Some(Evidence::Company)),
            "{evidence:?}"
        );
    }
}
