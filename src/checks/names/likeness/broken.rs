//! Spellings of which one is no name but the other, broken: a word that everybody knows, or letters that stand together
//! in no name.

use std::cmp::Ordering;
use std::ops::Range;

use super::Spelt;
use super::known::{is_broken, is_broken_place};
use super::slip::{self, Slip, is_spelling, slip};
use crate::mentions::names::{is_given_name, is_unheard};

/// Letters that the longer of two words has at least, and where one letter stands for another.
const SHORTEST: usize = 6;
const REPLACED: usize = 7;

/// Whether the first of two spellings, and whether the second, is the other with one slip that makes no name of it.
pub(super) fn breaks(a: &Spelt, b: &Spelt) -> [bool; 2] {
    // Marks are of other languages.
    if !a.word.is_ascii() || !b.word.is_ascii() {
        return [false; 2];
    }
    let word = is_broken(a, b) || is_broken_place(a, b);
    [(a, b), (b, a)].map(|(odd, sound)| word && !odd.is_known() || is_garbled(odd, sound))
}

/// Whether the first is the second with a slip that sets letters side by side that stand so in no name: `Lajgeland`,
/// `Langeland`.
fn is_garbled(odd: &Spelt, sound: &Spelt) -> bool {
    if odd.struck == sound.struck
        || odd.is_known()
        || odd.is_established()
        || is_given_name(&odd.bare)
    {
        return false;
    }
    let [a, b]: [Vec<char>; 2] = [odd, sound].map(|spelt| spelt.bare.chars().collect());
    // Where not even the first letters agree, nothing shows that one is the other.
    let Some((slip, at)) = slip(&a, &b).filter(|&(_, at)| at > 0) else {
        return false;
    };
    let shortest = match slip {
        Slip::Beside | Slip::Replaced | Slip::Coloured => REPLACED,
        _ => SHORTEST,
    };
    let changed = changed(slip, at, a.len(), b.len());
    // `Jakobsson`, `Jacobson`; `Iraqis`, `Hermiae`, `Automatix`.
    let doubled = slip == Slip::Doubled && a.len() > b.len() && "flmnprst".contains(a[at]);
    let ending = changed.end == a.len() && "aeiousyx".contains(a[a.len() - 1]);
    let meant =
        doubled || ending || is_spelling(&a, &b, at) || slip::are_inflected(&odd.bare, &sound.bare);
    // Any letters meet where two words are one: `Hertford`, `Hereford`.
    let stem = slip::stem(&a);
    let joint = stem < a.len() && (changed.start..=changed.end).contains(&stem);
    !joint
        && a.len().max(b.len()) >= shortest
        && slip != Slip::Moved
        && !meant
        && is_unheard(&odd.bare, &changed)
        && !is_unheard(&sound.bare, &(0..b.len()))
}

/// The letters of a word that a slip has put there, or the place where it has left one out.
fn changed(slip: Slip, at: usize, odd: usize, sound: usize) -> Range<usize> {
    match odd.cmp(&sound) {
        Ordering::Less => at..at,
        _ if slip == Slip::Exchanged => at..at + 2,
        _ => at..at + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_name_would_be_is_another_broken() {
        for (a, b, broken) in [
            ("Lajgeland", "Langeland", true),
            ("Rayomnd", "Raymond", true),
            ("Isreali", "Israeli", true),
            ("Hanson", "Hansen", false),
            ("Jacobsson", "Jacobson", false),
            ("Osama", "Obama", false),
            ("Cathrine", "Catherine", false),
        ] {
            let [first, second] = breaks(&Spelt::new(a), &Spelt::new(b));
            assert_eq!((first, second), (broken, false), "{a}, {b}");
        }
    }
}
