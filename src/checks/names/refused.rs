//! `refused-name`: spellings that the style sheet or the rule refuses.

use std::ops::Range;

use aho_corasick::AhoCorasick;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding, Quoted};
use crate::document::is_in_address;
use crate::pattern::at_boundaries;

/// Reports every place of a refused spelling, in whatever case, with a possessive or plural ending too.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RefusedName {
    /// Names beside those of the style sheet.
    #[serde(default)]
    names: Vec<Preference>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Preference {
    /// How the name is to be spelt.
    prefer: String,
    /// Spellings that are refused.
    variants: Vec<String>,
}

/// What may stand between a name and the end of the word.
const ENDINGS: [&str; 6] = ["", "'s", "’s", "s", "s'", "s’"];

impl Check for RefusedName {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "expected"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let own = self.names.iter().flat_map(|name| {
            name.variants
                .iter()
                .map(|variant| (variant.as_str(), name.prefer.as_str()))
        });
        let refused: Vec<(&str, &str)> = own
            .chain(cx.style_sheet.refused())
            .filter(|(variant, _)| !variant.is_empty())
            .collect();
        if refused.is_empty() {
            return;
        }
        let search = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(aho_corasick::MatchKind::LeftmostLongest)
            .build(refused.iter().map(|(variant, _)| variant));
        let Ok(search) = search else { return };
        for found in search.find_iter(cx.text()) {
            let (variant, prefer) = refused[found.pattern().as_usize()];
            let words = cx.words(&found.range());
            if !is_name(cx.text(), &found.range()) || !cx.reads(&found.range()) {
                continue;
            }
            let expected = expected(cx, &found.range(), &counterpart(variant, prefer));
            if words != expected {
                let finding = Finding::at(found.range())
                    .field("found", words)
                    .field("expected", &expected);
                // Quoted words are their source's, and not for a program to change.
                findings.push(match cx.reach.quoted {
                    Quoted::Only => finding,
                    Quoted::Skip | Quoted::Include => {
                        finding.safe_fix(vec![(found.range(), expected)])
                    }
                });
            }
        }
    }
}

/// Whether the range is a word by itself, its ending aside, and no part of an address.
fn is_name(text: &str, range: &Range<usize>) -> bool {
    let word = ENDINGS.iter().any(|ending| {
        text[range.end..].starts_with(ending)
            && at_boundaries(text, &(range.start..range.end + ending.len()))
    });
    word && !is_in_address(text, range)
}

/// The part of the right name that a variant stands for: `Sedov` of `Leon Sedov` for `Siedov`.
fn counterpart(variant: &str, prefer: &str) -> String {
    let words: Vec<&str> = prefer.split_whitespace().collect();
    if words.len() <= variant.split_whitespace().count() {
        return prefer.to_owned();
    }
    words
        .windows(variant.split_whitespace().count().max(1))
        .map(|part| part.join(" "))
        .min_by_key(|part| strsim::damerau_levenshtein(part, variant))
        .unwrap_or_else(|| prefer.to_owned())
}

/// What is to be written in a place instead: without the words of it that stand there already (`The | History`), and
/// with the capitals of the place.
fn expected(cx: &Context, place: &Range<usize>, right: &str) -> String {
    let words = cx.words(place);
    let sentence = cx.document.sentence_at(place.start);
    let before = cx.text()[sentence.start.min(place.start)..place.start].trim_end();
    let joints = right.rmatch_indices(' ').map(|(at, _)| at);
    let mut leads = joints.filter(|&at| ends_in(before, &right[..at]));
    let right = leads.next().map_or(right, |at| &right[at + 1..]);
    let capitals = words.chars().all(|c| !c.is_lowercase()) && words.chars().count() > 1;
    let opens = words.starts_with(char::is_uppercase) && !before.contains(char::is_alphanumeric);
    let mut letters = right.chars();
    match letters.next() {
        Some(first) if opens && !capitals => first.to_uppercase().chain(letters).collect(),
        _ if capitals => right.to_uppercase(),
        _ => right.to_owned(),
    }
}

/// Whether a text ends in some words, in whatever case.
fn ends_in(text: &str, words: &str) -> bool {
    let start = text.len().checked_sub(words.len());
    start.is_some_and(|start| {
        text.is_char_boundary(start)
            && text[start..].to_lowercase() == words.to_lowercase()
            && at_boundaries(text, &(start..text.len()))
    })
}
