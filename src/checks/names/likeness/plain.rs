//! Spellings without what is drawn around their letters: case, diacritics, hyphens, spaces.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::mentions::names::is_common_word;

/// A word in small letters without diacritics: `Dvořák`, `dvorak`; `Søren`, `soren`.
pub(in crate::checks::names) fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut plain = String::with_capacity(word.len());
    for letter in decomposed(word).chars() {
        if !is_combining_mark(letter) {
            match base(letter) {
                Some(letters) => plain.push_str(letters),
                None if letter == '’' => plain.push('\''),
                None => plain.push(letter),
            }
        }
    }
    plain
}

/// Small letters, every diacritic behind its letter; ligature ties, which join two letters, left out.
pub(super) fn decomposed(word: &str) -> String {
    const TIES: [char; 3] = ['\u{361}', '\u{FE20}', '\u{FE21}'];
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.to_lowercase()
        .nfd()
        .filter(|letter| !TIES.contains(letter))
        .collect()
}

/// The marks above and below the letters of a word, in order.
pub(super) fn marks(word: &str) -> impl Iterator<Item = char> + '_ {
    word.nfd().filter(|letter| is_combining_mark(*letter))
}

/// Without hyphens and spaces, and without an apostrophe that joins two names: `Alma-Ata`, `AlmaAta`;
/// `D'Arcy`, `DArcy`.
pub(super) fn joined(word: &str) -> String {
    let mut letters = word.chars().peekable();
    let mut joined = String::with_capacity(word.len());
    while let Some(letter) = letters.next() {
        let joins = letter == '-'
            || letter.is_whitespace()
            || (is_sign(letter) && letters.peek().is_some_and(|next| next.is_uppercase()));
        if !joins {
            joined.push(letter);
        }
    }
    joined
}

/// Without the signs that stand for softness, hardness or a breath.
pub(super) fn without_signs(word: &str) -> String {
    word.chars().filter(|letter| !is_sign(*letter)).collect()
}

/// Every doubled letter once.
pub(super) fn single(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// Every doubled consonant once; `ii` and `yy` are two letters of an original.
pub(super) fn undoubled(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup_by(|a, b| a == b && !matches!(a, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    letters.into_iter().collect()
}

/// With the `s` of British `organisation` for the `z` of American `organization`; and with the plain `e` of American
/// `encyclopedia`, which everybody knows.
pub(super) fn in_british(word: &str) -> String {
    for digraph in ["ae", "oe"] {
        let american = word.replacen(digraph, "e", 1);
        if american.len() < word.len() && is_common_word(&american) {
            return american;
        }
    }
    let tail = [
        "ization",
        "izational",
        "ize",
        "ized",
        "izer",
        "izers",
        "izing",
    ];
    match tail
        .iter()
        .find_map(|tail| Some((word.strip_suffix(tail)?, tail)))
    {
        Some((stem, tail)) => format!("{stem}{}", tail.replace('z', "s")),
        None => word.to_owned(),
    }
}

/// With the `tion` of English for the `cion` of Spanish and the `zion` of Italian, which make a word of another language
/// and no slip: `Nacional`, `National`.
pub(super) fn in_english(word: &str) -> String {
    word.replace("cion", "tion").replace("zion", "tion")
}

/// Letters that Unicode does not take apart.
pub(super) fn base(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

/// Primes and apostrophes: signs for softness, hardness, a breath or a stop. Most printers leave them out.
pub(super) fn is_sign(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '`' | 'ʹ' | 'ʺ' | 'ʼ' | 'ʻ' | 'ʾ' | 'ʿ')
}
