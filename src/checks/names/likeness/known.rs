//! Spellings of which one is a word that everybody knows: a name beside it, or the word itself, broken.

use super::original::{SHORT, begin_otherwise};
use super::{Difference, Evidence, Spelt, slip};
use crate::mentions::names::{is_common_word, is_proper_word};

/// A known word of fewer letters is one slip from too many names: `Broker`, `Brooker`; `Margin`, `Martin`.
const WORD: usize = 7;

/// What else must speak for two spellings where one of them is a word that everybody knows; nothing is enough where
/// both are.
pub(super) fn beside_known(
    a: &Spelt,
    b: &Spelt,
    difference: Difference,
    evidence: Evidence,
) -> Option<Evidence> {
    let known = [a, b].map(Spelt::is_known);
    let common = || [a, b].iter().any(|spelt| is_common_word(&spelt.plain));
    match known {
        // `Identity`, `Identify`; `Chicano`, `Chicago`.
        [true, true] => None,
        _ if difference == Difference::Slip && is_broken(a, b) => Some(Evidence::Enough),
        // `Sydney`, `Sydny`
        _ if difference == Difference::Slip
            && matches!(evidence, Evidence::Preceded | Evidence::Company)
            && is_broken_place(a, b) =>
        {
            Some(Evidence::Scarce)
        }
        // `July`, `Iulii`; `July`, `Juli`.
        [true, false] | [false, true]
            if difference == Difference::Transliteration
                && (begin_otherwise(a, b) || a.letters.min(b.letters) <= SHORT) =>
        {
            Some(Evidence::Company)
        }
        // `Broker`, `Brooker`; `Margin`, `Martin`.
        _ if evidence != Evidence::Preceded && common() => Some(Evidence::Company),
        _ => Some(evidence),
    }
}

/// Whether one is a word that everybody knows and the other no word, one slip from it: `University`, `Unoversity`.
pub(super) fn is_broken(a: &Spelt, b: &Spelt) -> bool {
    a.letters.min(b.letters) >= WORD
        && by_knowledge(a, b).is_some_and(|(known, other)| slip::breaks(&known.bare, &other.bare))
}

/// The same of a shorter name of a place or a people, and of what nobody is known to be called.
pub(super) fn is_broken_place(a: &Spelt, b: &Spelt) -> bool {
    a.letters.max(b.letters) + 1 >= WORD
        && by_knowledge(a, b).is_some_and(|(known, other)| {
            is_proper_word(&known.plain)
                && !is_common_word(&known.plain)
                && !other.is_established()
                && slip::breaks(&known.bare, &other.bare)
        })
}

/// The one of two that is a word that everybody knows, and the other, which is none.
fn by_knowledge<'s, 'w>(
    a: &'s Spelt<'w>,
    b: &'s Spelt<'w>,
) -> Option<(&'s Spelt<'w>, &'s Spelt<'w>)> {
    match (a.is_known(), b.is_known()) {
        (true, false) => Some((a, b)),
        (false, true) => Some((b, a)),
        _ => None,
    }
}
