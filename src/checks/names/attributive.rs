//! Hyphens that join a name only before a noun: `Wall Street`, `a Wall-Street banker`.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::checks::Context;
use crate::mentions::is_determiner;
use crate::mentions::names::leads;

/// Whether the hyphens of a name's spellings are all of that kind, and no blank is.
pub(super) fn explains(cx: &Context, spellings: &BTreeMap<String, Vec<Range<usize>>>) -> bool {
    let (hyphened, spaced): (Vec<_>, Vec<_>) =
        spellings.iter().partition(|(words, _)| words.contains('-'));
    let mut joined = hyphened.iter().flat_map(|(_, places)| places.iter());
    let mut apart = spaced.iter().flat_map(|(_, places)| places.iter());
    // `Left-SRs arguing`: what is before a noun is no plural.
    !hyphened.is_empty()
        && joined.all(|place| !cx.words(place).ends_with('s') && is_before_noun(cx, place))
        && !apart.any(|place| is_between(cx, place))
}

/// Between an article and a noun.
fn is_between(cx: &Context, place: &Range<usize>) -> bool {
    /// Words between the article and the name: `the old Wall-Street men`.
    const BETWEEN: usize = 2;
    let sentence = cx.document.sentence_at(place.start);
    let before = &cx.text()[sentence.start.min(place.start)..place.start];
    let mut before = before.split_whitespace().rev().take(BETWEEN + 1);
    before.any(is_determiner) && is_before_noun(cx, place)
}

/// `a Wall-Street banker`, `African-American children`
pub(super) fn is_before_noun(cx: &Context, place: &Range<usize>) -> bool {
    let sentence = cx.document.sentence_at(place.start);
    let behind = &cx.text()[place.end..sentence.end.max(place.end)];
    behind.strip_prefix(' ').is_some_and(begins_with_noun)
}

/// Whether a text begins with a word in small letters that is no verb and no little word, as far as can be seen.
fn begins_with_noun(text: &str) -> bool {
    const VERBS: [&str; 18] = [
        "are", "can", "could", "did", "does", "had", "has", "have", "is", "may", "might", "must",
        "shall", "should", "was", "were", "will", "would",
    ];
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    let word = &text[..end];
    word.len() > 2
        && word.starts_with(char::is_lowercase)
        && !word.ends_with("ed")
        && !VERBS.contains(&word)
        && !leads(word)
}
