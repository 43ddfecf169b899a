//! Names of authors as citations and references write them, brought to one form.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::source::Span;

/// An author: the part of the name that citations go by.
#[derive(Clone, Debug)]
pub struct Author {
    /// Without particles, diacritics and capitals.
    pub core: String,
    /// Where the surname stands.
    pub span: Span,
}

/// Small words that belong to a surname.
pub(super) const PARTICLES: [&str; 26] = [
    "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "las",
    "los", "el", "al", "ter", "ten", "zu", "zur", "af", "av", "bin", "ibn", "ben",
];

/// Words inside the names of bodies.
pub(super) const LINKS: [&str; 7] = ["of", "for", "the", "on", "in", "and", "to"];

/// Letters without diacritics and capitals, apostrophes straight.
pub(super) fn plain(name: &str) -> String {
    name.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| {
            if matches!(c, '’' | '‘' | 'ʼ') {
                '\''
            } else {
                c
            }
        })
        .collect()
}

/// The core of a surname: `von Hayek` and `Hayek` are one. A possessive ending is none of it.
pub(super) fn core(surname: &str) -> String {
    let words: Vec<&str> = surname.split_whitespace().collect();
    let first = words
        .iter()
        .position(|word| !PARTICLES.contains(&word.to_lowercase().as_str()) && !is_initials(word))
        .unwrap_or(0);
    // `Kurowicka D.`
    let last = words
        .iter()
        .rposition(|word| !is_initials(word))
        .filter(|&last| last >= first)
        .map_or(words.len(), |last| last + 1);
    let joined = plain(&words[first..last].join(" "));
    let joined = joined.trim_end_matches(['.', ',', ' ']);
    joined
        .strip_suffix("'s")
        .unwrap_or(joined.trim_end_matches('\''))
        .to_owned()
}

/// `E.`, `E. P.`, `J.-P.`
pub(super) fn is_initials(words: &str) -> bool {
    let mut letters = 0;
    let mut run = 0;
    for c in words.chars() {
        if c.is_alphabetic() {
            run += 1;
            letters += 1;
            if run > 1 && c.is_lowercase() {
                return false;
            }
        } else if matches!(c, '.' | ' ' | '-' | '\u{A0}') {
            run = 0;
        } else {
            return false;
        }
    }
    letters > 0 && letters <= 4 && (words.contains('.') || letters <= 2)
}

/// The first letters of the words with capitals: `World Health Organization` is `who`.
pub(super) fn acronym(name: &str) -> Option<String> {
    let letters: String = name
        .split_whitespace()
        .filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()))
        .flat_map(char::to_lowercase)
        .collect();
    (letters.len() > 1).then_some(letters)
}
