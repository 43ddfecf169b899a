//! `acronym`: letters that are never explained, explained too late, or in two ways.

use std::collections::HashSet;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::Deserialize;

use super::wanted::Wanted;
use crate::checks::tally::times;
use crate::checks::{Check, Context, Finding};
use crate::mentions::names::{Acronym, Definition};
use crate::yaml;

const SOURCE: &str = include_str!("../../../rules/acronyms.yaml");

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Acronyms {
    #[serde(deserialize_with = "yaml::words")]
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
        let before = findings.len();
        let acronyms = cx.mentions.acronyms().iter();
        let read = acronyms.filter(|acronym| {
            let known = self.known.contains(&acronym.letters)
                || self.defect != Defect::Conflict && KNOWN.binary_search(&acronym.letters).is_ok();
            !known && acronym.places.first().is_some_and(|place| cx.reads(place))
        });
        match self.defect {
            Defect::Undefined => findings.extend(undefined(cx, read)),
            Defect::Late => findings.extend(read.filter_map(|acronym| late(cx, acronym))),
            Defect::Conflict => findings.extend(read.filter_map(|acronym| conflict(cx, acronym))),
        }
        // What leaves many unexplained is written for those who know them.
        if self.defect == Defect::Undefined && findings.len() - before > FOR_EVERYBODY {
            findings.truncate(before);
        }
    }
}

/// More acronyms than this without an explanation, and the text is not for everybody.
const FOR_EVERYBODY: usize = 3;

fn undefined<'c>(cx: &Context<'c>, read: impl Iterator<Item = &'c Acronym>) -> Vec<Finding> {
    let again = |acronym: &&Acronym| {
        acronym.places.len() > 1
            && !acronym.glossed
            && !is_spoken(&acronym.letters)
            && acronym.definitions.is_empty()
    };
    let unexplained: Vec<_> = read.filter(again).collect();
    if unexplained.is_empty() {
        return Vec::new();
    }
    let spelt_out = initials(cx);
    let words = |acronym: &&Acronym| {
        [
            acronym.letters.to_lowercase(),
            capitalised(&acronym.letters),
        ]
    };
    let words: Vec<String> = unexplained.iter().flat_map(words).collect();
    let standing = Wanted::new(words.iter().map(String::as_str)).among(cx.text());
    let found = unexplained.iter().zip(words.chunks(2));
    let found = found.filter(|(acronym, words)| {
        // `VERY` is a word, and shouted.
        let shouted = words.iter().any(|word| standing.contains(word.as_str()));
        !shouted && !spelt_out.contains(&acronym.letters)
    });
    let finding = |(acronym, _): (&&Acronym, _)| {
        Finding::at(acronym.places[0].clone())
            .field("found", &acronym.letters)
            .field("times", times(acronym.places.len()))
            .label(acronym.places[1].clone(), "again")
    };
    found.map(finding).collect()
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

/// The initials of the names in the text: those of `Federal Bureau of Investigation` are FBI.
fn initials(cx: &Context) -> HashSet<String> {
    let names = cx.mentions.groups().iter();
    let initials = names.map(|group| {
        let words = group.name.split([' ', '-']);
        let firsts = words.filter_map(|word| word.chars().next());
        firsts.filter(|c| c.is_uppercase()).collect()
    });
    initials.collect()
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
