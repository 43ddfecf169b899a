//! Whether two spellings may stand for one original, and how surely.

use super::plain::{single, undoubled};
use super::{Spelt, are_established, habits, is_foreign, slip};

/// Names of fewer letters are never told by their originals.
const SHORTEST: usize = 3;

pub(super) fn begin_otherwise(a: &Spelt, b: &Spelt) -> bool {
    a.plain.chars().next() != b.plain.chars().next()
}

/// Names of so few letters must both look like names of the language where their first letters differ.
pub(super) const SHORT: usize = 5;

/// Names of so many letters are no two names by chance, though one of them may belong to any language.
const SURE: usize = 7;

/// Whether two spellings may stand for one original.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shared {
    /// But they are too short to be told by it, or look like no names of its language.
    Perhaps,
    /// But only one of them, and not a long one, looks like a name of its language.
    Likely,
    Surely,
}

/// Whether both may stand for one original, and how surely.
pub(super) fn shares_original(a: &Spelt, b: &Spelt) -> Option<Shared> {
    // A sign stands for a letter of the original.
    let letters = |spelt: &Spelt| spelt.joined.chars().count();
    let letters = letters(a).min(letters(b));
    // A doubled letter alone is no scheme's doing, nor is doubling another one: `Waal`, `Wall`.
    let doubled = undoubled(&a.bare) == undoubled(&b.bare)
        || a.letters == b.letters && single(&a.bare) == single(&b.bare);
    if letters < SHORTEST || doubled {
        return None;
    }
    // Of two short names, above all if they begin otherwise, one alone looks like a name of some language too often:
    // `China`, `Kinna`; `Quito`, `Goethe`.
    let otherwise = begin_otherwise(a, b);
    let far = letters < SHORT || letters == SHORT && (otherwise || a.opens || b.opens);
    // `Tain`, `Taiyin`; but `Sedov`, `Sedoff`.
    let distance = strsim::levenshtein(&a.bare, &b.bare);
    let unlike = distance * 2 >= letters || otherwise;
    let written_out = is_foreign(a) != is_foreign(b) && distance <= 1;
    let near = letters >= SURE && !otherwise;
    habits::shared(a.originals(), b.originals())
        .map(|original| {
            let marked = [a, b].map(|spelt| original.is_marked(spelt.word));
            match marked {
                _ if letters < original.shortest() => Shared::Perhaps,
                [true, true] if letters >= SURE || !unlike && letters >= SHORT => Shared::Surely,
                [true, true] => Shared::Likely,
                [false, false] => Shared::Perhaps,
                _ if written_out => Shared::Surely,
                _ if slip::are_inflected(&a.bare, &b.bare) => Shared::Perhaps,
                _ if far && original.shortest() > SHORTEST => Shared::Perhaps,
                _ if near && !are_established(a, b) => Shared::Surely,
                _ => Shared::Likely,
            }
        })
        .max_by_key(|shared| *shared as usize)
}
