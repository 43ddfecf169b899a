//! Capitals inside a word: `OpenOffice`, `Openoffice`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::beside::Beside;
use super::super::common::common;
use super::super::wanted::{Wanted, words};
use super::finding;
use crate::checks::{Context, Finding};
use crate::document::is_in_address;

/// Shorter words are initials and abbreviations: `McD`, `PhD`.
const SHORTEST: usize = 5;

/// Words with a capital inside that stand elsewhere with the first one alone; in small letters throughout they are
/// commands and addresses.
pub(super) fn findings(cx: &Context) -> Vec<Finding> {
    let text = cx.text();
    let mut inner: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    for place in words(text).filter(|place| has_inner_capital(&text[place.clone()])) {
        if cx.reads(&place) && !is_in_address(text, &place) && !cx.mentions.is_titled(place.start) {
            inner.entry(&text[place.clone()]).or_default().push(place);
        }
    }
    let plain: BTreeMap<String, &str> = inner
        .keys()
        .map(|word| (first_alone(word), *word))
        .collect();
    let wanted = Wanted::new(plain.keys().map(String::as_str));
    let mut without: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    for place in words(text).filter(|place| wanted.has(&text[place.clone()])) {
        if cx.reads(&place) && !is_in_address(text, &place) && !cx.mentions.is_titled(place.start) {
            let whole = plain[&text[place.clone()]];
            without.entry(whole).or_default().push(place);
        }
    }
    // Whoever has `Database` may have databases too.
    let common = common(inner.keys().copied(), std::iter::once(text));
    without.retain(|word, _| !common.contains(&word.to_lowercase()));
    let one = |(whole, places): (&str, Vec<Range<usize>>)| {
        let [a, b] = [&places, &inner[whole]].map(|places| Beside::new(cx, places));
        // Ramsay MacDonald, Ross Macdonald.
        (!a.is_apart_from(&b)).then(|| finding(cx, &places, &inner[whole]))
    };
    without.into_iter().filter_map(one).collect()
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
