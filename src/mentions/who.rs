//! Who: the person that a pronoun, or a sentence without a name, speaks of.

use std::ops::Range;

use super::Mentions;
use super::names::{is_particle, whole_names};
use crate::document::Document;

/// The people that a stretch names, in order: `'s` makes somebody else the one who acts, and a name
/// behind `in` or `near` is a place. Bytes of the document's text.
pub fn actors(text: &str, within: &Range<usize>) -> Vec<Range<usize>> {
    let mut names = whole_names(text, within);
    names.retain(|name| is_actor(text, within, name));
    names
}

/// Whether a name of a stretch is one of those.
pub fn is_actor(text: &str, within: &Range<usize>, name: &Range<usize>) -> bool {
    !is_owner(&text[name.end..]) && !is_place(&text[within.start..name.start])
}

/// The same with those of whom only something is told: `Orlik's murder`.
pub fn people(text: &str, within: &Range<usize>) -> Vec<Range<usize>> {
    let mut names = whole_names(text, within);
    names.retain(|name| !is_place(&text[within.start..name.start]));
    names
}

/// Whether a name is a place by the word before it, or a part of another word: `near Orlik`, `anti-Orlik`.
fn is_place(before: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let hyphened = before.strip_suffix('-').is_some_and(|_| {
        let part = last.trim_end_matches('-');
        part.ends_with(char::is_lowercase) && !is_particle(part)
    });
    hyphened || matches!(last, "in" | "In" | "at" | "At" | "near" | "from" | "to")
}

/// Whether a name goes on with `'s`: `Sedov's brother` is somebody else.
pub fn is_owner(behind: &str) -> bool {
    behind.starts_with("'s") || behind.starts_with("’s")
}

/// The sentence before, of the same block.
pub fn sentence_before(document: &Document, sentence: &Range<usize>) -> Option<Range<usize>> {
    let block = document.block_at(sentence.start)?.range.start;
    (sentence.start > block).then(|| document.sentence_at(sentence.start - 1))
}

/// Whom `he` or `her` means at the head of a sentence: the only name of the sentence before that can
/// act, or the only one that the style sheet knows.
pub fn antecedent(mentions: &Mentions, sentence: &Range<usize>) -> Option<Range<usize>> {
    let document = mentions.document();
    let text = document.text();
    let earlier = sentence_before(document, sentence)?;
    let people = actors(text, &(earlier.start..earlier.end.min(sentence.start)));
    let known = |name: &&Range<usize>| {
        mentions
            .style_sheet()
            .person(&text[(*name).clone()])
            .is_some()
    };
    let listed: Vec<_> = people.iter().filter(known).collect();
    match (listed.as_slice(), people.as_slice()) {
        (&[one], _) | ([], [one]) => Some(one.clone()),
        _ => None,
    }
}
