//! `acronym`: letters that are never explained, explained too late, or in two ways.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::tally::times;
use crate::checks::{Check, Context, Finding};
use crate::mentions::names::{Acronym, Definition};
use crate::pattern::find_word;
use crate::yaml;

const SOURCE: &str = include_str!("../../../rules/acronyms.yaml");

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Acronyms {
    known: Vec<String>,
}

/// Those that every reader knows, sorted.
static KNOWN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let acronyms: Acronyms = yaml::parse(SOURCE)
        .and_then(|node| node.read())
        .unwrap_or_default();
    acronyms.known
});

/// Reports acronyms by what is wrong with their explanation.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AcronymCheck {
    /// What is wrong.
    defect: Defect,
    /// Acronyms that every reader knows, beside those of `rules/acronyms.yaml`.
    #[serde(default)]
    known: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Defect {
    /// Used again and again, never explained.
    Undefined,
    /// Used before it is explained.
    Late,
    /// Explained in two ways.
    Conflict,
}

impl Check for AcronymCheck {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "times", "words", "other"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for acronym in cx.mentions.acronyms() {
            let read = acronym.places.first().is_some_and(|place| cx.reads(place));
            let known = self.known.contains(&acronym.letters)
                || self.defect != Defect::Conflict && KNOWN.binary_search(&acronym.letters).is_ok();
            if read && !known {
                findings.extend(match self.defect {
                    Defect::Undefined => undefined(cx, acronym),
                    Defect::Late => late(cx, acronym),
                    Defect::Conflict => conflict(cx, acronym),
                });
            }
        }
    }
}

fn undefined(cx: &Context, acronym: &Acronym) -> Option<Finding> {
    let first = acronym.places.first()?;
    let next = acronym.places.get(1)?;
    // `VERY` is a word, and shouted.
    let shouted = find_word(cx.text(), &acronym.letters.to_lowercase(), 0).is_some()
        || find_word(cx.text(), &capitalised(&acronym.letters), 0).is_some();
    let explained = shouted
        || acronym.glossed
        || is_spoken(&acronym.letters)
        || !acronym.definitions.is_empty()
        || is_spelt_out(cx, &acronym.letters);
    (!explained).then(|| {
        Finding::at(first.clone())
            .field("found", &acronym.letters)
            .field("times", times(acronym.places.len()))
            .label(next.clone(), "again")
    })
}

/// Whether letters are spoken as a word (`MELVYL`, `POSIX`), which makes them a name, or are no more than
/// one letter again and again.
fn is_spoken(letters: &str) -> bool {
    const SPOKEN: usize = 5;
    let vowels = letters.matches(['A', 'E', 'I', 'O', 'U', 'Y']).count();
    let first = letters.chars().next();
    letters.len() >= SPOKEN && vowels >= 2 || letters.chars().all(|letter| Some(letter) == first)
}

fn capitalised(letters: &str) -> String {
    let (first, rest) = letters.split_at(1);
    first.to_owned() + &rest.to_lowercase()
}

/// Whether words with these initials stand in the text: `Federal Bureau of Investigation`.
fn is_spelt_out(cx: &Context, letters: &str) -> bool {
    let names = cx.mentions.groups();
    names.iter().any(|group| {
        let initials = group
            .name
            .split([' ', '-'])
            .filter_map(|word| word.chars().next());
        initials.filter(|c| c.is_uppercase()).eq(letters.chars())
    })
}

fn late(cx: &Context, acronym: &Acronym) -> Option<Finding> {
    let definition = acronym.definitions.first()?;
    let first = acronym.places.first()?;
    let words = definition.words.as_ref()?;
    (first.end < words.start.min(definition.place.start)).then(|| {
        Finding::at(first.clone())
            .field("found", &acronym.letters)
            .field("words", cx.words(words))
            .label(words.clone(), "explained only here")
    })
}

fn conflict(cx: &Context, acronym: &Acronym) -> Option<Finding> {
    let mut explained = acronym
        .definitions
        .iter()
        .filter_map(|Definition { words, .. }| words.clone());
    let first = explained.next()?;
    let other = explained.find(|other| key(cx.words(other)) != key(cx.words(&first)))?;
    Some(
        Finding::at(other.clone())
            .field("found", &acronym.letters)
            .field("words", cx.words(&other))
            .field("other", cx.words(&first))
            .label(first, "explained otherwise here"),
    )
}

/// The words in small letters without their plurals and possessives: `trade unions`, `Trades Unions`.
fn key(words: &str) -> Vec<String> {
    words
        .split([' ', '-'])
        .map(|word| {
            let word = word.to_lowercase();
            word.trim_end_matches('s')
                .trim_end_matches(['\'', '’'])
                .to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_acronyms_are_sorted() {
        assert!(KNOWN.len() > 100 && KNOWN.is_sorted());
    }
}
