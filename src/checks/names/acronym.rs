//! `acronym`: letters that are never explained, explained too late, or in two ways.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use schemars::JsonSchema;
use serde::Deserialize;

use super::attributive;
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

/// Whether every reader knows an acronym, `BBC`.
pub(super) fn is_known(letters: &str) -> bool {
    KNOWN
        .binary_search_by(|known| known.as_str().cmp(letters))
        .is_ok()
}

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
        let acronyms = cx.mentions.acronyms().iter();
        let read = acronyms.filter(|acronym| {
            let known = self.known.contains(&acronym.letters)
                || self.defect != Defect::Conflict && is_known(&acronym.letters);
            !known && acronym.places.first().is_some_and(|place| cx.reads(place))
        });
        match self.defect {
            Defect::Undefined => findings.extend(undefined(cx, read)),
            Defect::Late => findings.extend(late(cx, read)),
            Defect::Conflict => findings.extend(read.filter_map(|acronym| conflict(cx, acronym))),
        }
    }
}

/// More acronyms than this without an explanation, and the text is written for those who know them.
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
    let vocabulary = cx.mentions.vocabulary();
    let mut found = unexplained;
    // `VERY` is a word, and shouted.
    found.retain(|Acronym { letters, .. }| {
        !vocabulary.has(&letters.to_lowercase()) && !vocabulary.has(&capitalised(letters))
    });
    let spelt_out = initials(cx.text());
    found.retain(|acronym| !are_spelt_out(&acronym.letters, &spelt_out));
    if found.len() > FOR_EVERYBODY {
        return Vec::new();
    }
    found.retain(|acronym| is_noun(cx, acronym));
    let finding = |acronym: &Acronym| {
        Finding::at(acronym.places[0].clone())
            .field("found", &acronym.letters)
            .field("times", times(acronym.places.len()))
            .label(acronym.places[1].clone(), "again")
    };
    found.into_iter().map(finding).collect()
}

/// Whether the text has `the GPU` or `a DVR` somewhere as a noun of its own: then letters stand for words. What never has
/// an article is a name and needs no explanation: a company, a team, somebody called so; and a noun behind it says what
/// it is: `the GSM network`.
fn is_noun(cx: &Context, acronym: &Acronym) -> bool {
    let text = cx.text();
    acronym.places.iter().any(|place| {
        let mut before = text[..place.start].split_ascii_whitespace();
        let article = before
            .next_back()
            .is_some_and(|word| matches!(word, "the" | "The" | "a" | "A" | "an" | "An"));
        let behind = &text[place.end..];
        let named = behind
            .strip_prefix(' ')
            .is_some_and(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
        let joined = behind.starts_with(['-', '/', '+', '*']);
        article
            && text[..place.start].ends_with(' ')
            && !(named || joined || attributive::is_before_noun(cx, place))
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

/// The initials of neighbouring words with capitals, small words between them left out: those of `Federal Bureau of
/// Investigation` are FBI.
fn initials(text: &str) -> HashSet<String> {
    const SMALL: [&str; 8] = ["and", "de", "del", "for", "in", "of", "on", "the"];
    let mut runs = HashSet::new();
    let mut run = String::new();
    for word in text.split([' ', '\n', '-', '/']) {
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let capital = bare.chars().next().filter(|c| c.is_uppercase());
        run.extend(capital);
        let ends = word.ends_with(|c: char| !c.is_alphanumeric());
        if capital.is_none() && !SMALL.contains(&word) || ends {
            if run.len() > 1 && !runs.contains(&run) {
                runs.insert(run.clone());
            }
            run.clear();
        }
    }
    if run.len() > 1 {
        runs.insert(run);
    }
    runs
}

/// Whether some of the initials are the letters: two of them alone, more of them within a longer name too.
fn are_spelt_out(letters: &str, initials: &HashSet<String>) -> bool {
    initials.iter().any(|run| match letters.len() {
        ..=2 => run == letters,
        _ => run.contains(letters),
    })
}

/// Bytes behind an acronym in which a reader still looks for its meaning.
const NEAR: usize = 120;

/// Acronyms used before the words that explain them, where these do not stand before, or right behind, in whatever case
/// and number: `the Server Side Includes, SSI for short`.
fn late<'c>(cx: &Context<'c>, read: impl Iterator<Item = &'c Acronym>) -> Vec<Finding> {
    let explained = read.filter_map(|acronym| {
        let definition = acronym.definitions.first()?;
        let (first, words) = (acronym.places.first()?, definition.words.as_ref()?);
        let late = first.end < words.start.min(definition.place.start);
        (late && !acronym.opens_glossed).then_some((acronym, first, words))
    });
    let mut explained: Vec<_> = explained.collect();
    let singular = explained
        .iter()
        .map(|(_, _, words)| cx.words(words).trim_end_matches('s'));
    let search = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(singular);
    let Ok(search) = search else {
        return Vec::new();
    };
    let mut told = vec![false; explained.len()];
    for found in search.find_overlapping_iter(cx.text()) {
        let number = found.pattern().as_usize();
        let (_, first, words) = explained[number];
        told[number] |= found.end() <= words.start && found.start() <= first.end + NEAR;
    }
    let mut told = told.into_iter();
    explained.retain(|_| !told.next().unwrap_or_default());
    let finding = |(acronym, first, words): (&Acronym, &Range<usize>, &Range<usize>)| {
        Finding::at(first.clone())
            .field("found", &acronym.letters)
            .field("words", cx.words(words))
            .label(words.clone(), "explained only here")
    };
    explained.into_iter().map(finding).collect()
}

fn conflict(cx: &Context, acronym: &Acronym) -> Option<Finding> {
    // `National (or Necessary) Unified Forces (NUF)`
    let broken = |words: &Range<usize>| cx.words(words).contains(['(', ')']);
    let explained = acronym.definitions.iter();
    let mut explained = explained
        .filter_map(|Definition { words, .. }| words.clone())
        .filter(|words| !broken(words));
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
            let word = word.to_lowercase().replace('’', "'");
            word.trim_end_matches('s').trim_end_matches('\'').to_owned()
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
