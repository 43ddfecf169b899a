//! `repeated-word`: the the.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};

/// Reports a word that stands twice in a row, with nothing but blanks between; who writes one three times means it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RepeatedWord {
    /// Words that may stand twice, lower case.
    #[serde(default)]
    except: Vec<String>,
}

impl Check for RepeatedWord {
    fn fields(&self) -> &'static [&'static str] {
        &["found"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let text = cx.text();
        let pairs = doubled(text);
        for (index, (first, second)) in pairs.iter().enumerate() {
            let thrice = index > 0 && pairs[index - 1].1 == *first
                || pairs.get(index + 1).is_some_and(|next| next.0 == *second);
            let word = &text[second.clone()];
            // A capital in the second word makes a name (Duran Duran) or a new sentence; two notes have two marks.
            if thrice
                || word.starts_with(char::is_uppercase)
                || !word.contains(char::is_alphanumeric)
                || self.except.contains(&word.to_lowercase())
                || !cx.reads(second)
            {
                continue;
            }
            findings.push(
                Finding::at(second.clone())
                    .field("found", word)
                    .label(first.clone(), "it stands here already")
                    .suggested_fix(vec![(first.end..second.end, String::new())]),
            );
        }
    }
}

/// Pairs of neighbouring words with the same letters, the first letter's case aside.
/// One pass; only pairs whose lengths agree are compared.
fn doubled(text: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let bytes = text.as_bytes();
    let mut pairs = Vec::new();
    let mut before = 0..0;
    let mut at = 0;
    while at < bytes.len() {
        if !is_word(bytes[at]) {
            if bytes[at] != b' ' {
                before = 0..0;
            }
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && is_word(bytes[at]) {
            at += 1;
        }
        let word = start..at;
        if before.len() == word.len()
            && before.end + 4 > word.start
            && bytes[before.clone()].eq_ignore_ascii_case(&bytes[word.clone()])
            && !bytes[word.start].is_ascii_digit()
            && is_whole(bytes, &before)
            && is_whole(bytes, &word)
        {
            pairs.push((before, word.clone()));
        }
        before = word;
    }
    pairs
}

/// Whether a word is no part of a longer one: `the the-` is no pair, and neither is `env_string string`.
fn is_whole(bytes: &[u8], word: &Range<usize>) -> bool {
    let is_word_at = |at: usize| bytes.get(at).copied().is_some_and(is_word);
    let ends = match bytes.get(word.end) {
        Some(b'-' | b'\'') => true,
        Some(b'_' | b'/') => is_word_at(word.end + 1),
        _ => false,
    };
    let begins = word.start > 1
        && matches!(bytes[word.start - 1], b'-' | b'\'' | b'_' | b'/')
        && is_word_at(word.start - 2);
    !ends && !begins
}

/// Letters and figures; every byte of a character beyond ASCII counts as one, dashes and marks
/// among them: a pair that they part is none anyway.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}
