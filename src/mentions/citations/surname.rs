//! Names of authors as citations and references write them, brought to one form.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::mentions::names;
use crate::source::Span;

/// An author: the part of the name that citations go by.
#[derive(Clone, Debug)]
pub struct Author {
    /// Without particles, diacritics and capitals.
    pub core: String,
    /// Where the surname stands.
    pub span: Span,
}

/// Whether a small word belongs to a surname; in an author's name `ten` is no number.
pub(super) fn is_particle(word: &str) -> bool {
    names::is_particle(word) || word == "ten"
}

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
        .position(|word| !is_particle(&word.to_lowercase()) && !is_initials(word))
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

/// The authors that words name, or nothing when they are no names.
pub(super) fn authors(names: &str, base: usize) -> Option<Vec<Author>> {
    let mut all: Vec<Author> = Vec::new();
    let mut at = base;
    for word in names.split_inclusive([' ', '\n']) {
        let bare = word.trim().trim_matches([',', '[', ']']);
        let start = at + word.find(bare).unwrap_or(0);
        at += word.len();
        let separate = all.is_empty();
        if bare.is_empty() {
            continue;
        }
        match bare {
            "and" | "&" | "et" | "al." | "al" | "&amp;" | "others" | "und" | "y" => {
                all.push(blank(at));
                continue;
            }
            _ => {}
        }
        let fits = bare.starts_with(char::is_uppercase)
            || is_particle(bare)
            || LINKS.contains(&bare) && !separate;
        if !fits
            || bare.contains(|c: char| {
                c.is_ascii_digit() || matches!(c, ':' | '/' | '=' | '"' | '“' | '%')
            })
        {
            return None;
        }
        if separate {
            all.push(blank(start));
        }
        if let Some(last) = all.last_mut() {
            if last.core.is_empty() {
                last.span.start = start;
            } else {
                last.core.push(' ');
            }
            last.core.push_str(bare);
            last.span.end = start + bare.len();
        }
        if word.trim_end().ends_with(',') {
            all.push(blank(at));
        }
    }
    all.retain(|author| !author.core.is_empty());
    for author in &mut all {
        author.core = core(&author.core);
    }
    let named = all
        .first()
        .is_some_and(|author| author.core.chars().count() > 1);
    (named && all.iter().all(|author| author.core.split(' ').count() <= 8)).then_some(all)
}

fn blank(at: usize) -> Author {
    Author {
        core: String::new(),
        span: Span::new(at, at),
    }
}
