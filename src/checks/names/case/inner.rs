//! Capitals inside a word: `OpenOffice`, `Openoffice`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::beside::Beside;
use super::super::wanted::Wanted;
use super::finding;
use crate::checks::{Context, Finding};
use crate::document::is_in_address;
use crate::mentions::vocabulary::words;

/// Shorter words are initials and abbreviations: `McD`, `PhD`.
const SHORTEST: usize = 5;

/// Words with a capital inside that stand elsewhere with the first one alone; in small letters throughout they are
/// commands and addresses.
pub(super) fn findings(cx: &Context) -> Vec<Finding> {
    let vocabulary = cx.mentions.vocabulary();
    // Whoever has `Database` may have databases too.
    let both = |word: &&str| {
        let plain = first_alone(word);
        // `June𝔻`: a capital that has no small letter.
        has_inner_capital(word)
            && plain != **word
            && vocabulary.has(&plain)
            && !vocabulary.has(&word.to_lowercase())
    };
    let inner: BTreeSet<&str> = vocabulary.words().filter(both).collect();
    let inner = inner.into_iter();
    let plain: BTreeMap<String, &str> = inner.map(|word| (first_alone(word), word)).collect();
    if plain.is_empty() {
        return Vec::new();
    }
    let text = cx.text();
    let whole = plain.values().copied();
    let wanted = Wanted::new(plain.keys().map(String::as_str).chain(whole));
    let mut places: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    for place in words(text).filter(|place| wanted.has(&text[place.clone()])) {
        if cx.reads(&place) && !is_in_address(text, &place) && !cx.mentions.is_titled(place.start) {
            places.entry(&text[place.clone()]).or_default().push(place);
        }
    }
    let one = |(plain, whole): (&String, &&str)| {
        let (without, with) = (places.get(plain.as_str())?, places.get(whole)?);
        let [a, b] = [without, with].map(|places| Beside::new(cx, places));
        // Ramsay MacDonald, Ross Macdonald.
        (!a.is_apart_from(&b)).then(|| finding(cx, without, with))
    };
    plain.iter().filter_map(one).collect()
}

/// A capital, small letters, and another capital before small ones.
fn has_inner_capital(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let mut before = 'A';
    first
        && word.len() >= SHORTEST
        && word.chars().all(char::is_alphabetic)
        && letters.any(|c| {
            let inner = before.is_lowercase() && c.is_uppercase();
            before = c;
            inner
        })
}

/// The word with its first capital alone.
fn first_alone(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    first
        .into_iter()
        .chain(letters.flat_map(char::to_lowercase))
        .collect()
}
