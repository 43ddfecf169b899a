//! What quoted words are: speech, a title, a term, or words held with tongs.

use super::cues;
use super::marks::Kind;
use super::pairs::Pair;
use crate::document::Document;

/// What words in quotation marks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// What somebody said or wrote.
    Direct,
    /// The name of a work or a periodical.
    Title,
    /// A term, named or introduced.
    Term,
    /// Words that the author does not stand by.
    Scare,
}

/// Titles are seldom longer, in words.
const TITLE: usize = 12;

/// Fewer words than this are no speech by their number alone.
const SPEECH: usize = 5;

pub(super) fn of(document: &Document, pair: &Pair) -> Class {
    let text = document.text();
    let first = &pair.runs[0];
    let words = text[first.words.clone()].trim();
    let before = &text[..first.open.start];
    let count: usize = pair
        .runs
        .iter()
        .map(|run| text[run.words.clone()].split_whitespace().count())
        .sum();
    if pair.runs.len() > 1 || count > TITLE {
        return Class::Direct;
    }
    if ends_as_speech(words, pair.kind, before) {
        return Class::Direct;
    }
    if is_title(words, count) || is_reference(before) {
        return Class::Title;
    }
    // A gloss or a term: ‘the language of the village’. Speech in single marks has a capital, a stop or a cue.
    let gloss =
        pair.kind == Kind::Single && words.starts_with(char::is_lowercase) && !has_cue(before);
    if count >= SPEECH && !gloss {
        return Class::Direct;
    }
    if is_named(before)
        || words
            .split_whitespace()
            .any(|word| word.starts_with(char::is_uppercase))
    {
        return Class::Term;
    }
    Class::Scare
}

/// A stop inside the marks, or a comma or colon before them.
fn ends_as_speech(words: &str, kind: Kind, before: &str) -> bool {
    let capital = words.starts_with(char::is_uppercase);
    let stop = words.ends_with(['.', '!', '?', '…']) && !words.ends_with("etc.");
    let comma = words.ends_with(',') && capital;
    let led_in = before.trim_end().ends_with([',', ':'])
        && capital
        && !is_title(words, words.split_whitespace().count());
    let before_stops =
        before.trim_end().is_empty() || before.trim_end().ends_with(['.', '!', '?', '\n', ':']);
    (stop && (capital || kind != Kind::Single)) || led_in || (comma && before_stops)
}

/// Every word of more than three letters has a capital, the first one included.
fn is_title(words: &str, count: usize) -> bool {
    let (mut capitals, mut small) = (0, 0);
    for word in words
        .split_whitespace()
        .filter(|word| word.starts_with(char::is_alphabetic))
    {
        let minor = word.chars().count() <= 3
            || matches!(word, "from" | "with" | "into" | "over" | "that" | "upon");
        if word.starts_with(char::is_uppercase) {
            capitals += 1;
        } else if !minor {
            small += 1;
        }
    }
    // One verb in small letters does not make a sentence of ‘Where the Digital Humanities and Libraries meet’.
    capitals > 0
        && (small == 0 || (small == 1 && capitals >= 4))
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !words.ends_with([',', ';'])
        && (1..=TITLE).contains(&count)
}

/// Whether a verb of saying stands shortly before.
fn has_cue(before: &str) -> bool {
    let clause = &before[before.ceil_char_boundary(before.len().saturating_sub(60))..];
    let clause = clause.rsplit(['.', '\n']).next().unwrap_or_default();
    cues::verbs(clause).next().is_some()
}

/// `Thompson, D. (1984). “…`: a title in a list of references.
fn is_reference(before: &str) -> bool {
    let before = before.trim_end().trim_end_matches(['.', ',', ':']);
    before.strip_suffix(')').is_some_and(|inside| {
        inside.ends_with(|c: char| c.is_ascii_digit())
            && inside.len() >= 5
            && inside.as_bytes()[inside.len() - 5] == b'('
    })
}

/// `so-called`, `the term`, `known as`.
fn is_named(before: &str) -> bool {
    let before = before.trim_end();
    [
        "so-called",
        "called",
        "the term",
        "the word",
        "the words",
        "the phrase",
        "termed",
        "dubbed",
        "known as",
        "named",
        "the name",
        "the concept of",
        "the slogan",
        "nicknamed",
        "labelled",
    ]
    .iter()
    .any(|cue| before.ends_with(cue))
}
