//! `name-spelling`: one word with diacritics and without, or with a hyphen and with a blank.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::attributive;
use super::beside::Beside;
use super::enclosed::is_enclosed;
use super::likeness::plain;
use super::spoken::{is_among_foreign, is_spoken_of};
use super::two_forms::{forms, two_forms};
use super::wanted::Wanted;
use crate::checks::{Check, Context, Finding};
use crate::document::is_in_address;
use crate::mentions::names::is_known_word;
use crate::mentions::vocabulary::{words, words_beyond_ascii};

/// Reports, once per word, `emigre` beside `émigré`, or `Alma Ata` beside `Alma-Ata`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameSpelling {
    /// In what the two differ.
    differs: In,
    /// Words that are others without their diacritics (`resume`, `résumé`), lower case.
    #[serde(default)]
    distinct: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum In {
    Diacritics,
    Joining,
}

/// The places of one spelling.
type Places = Vec<Range<usize>>;

impl Check for NameSpelling {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "found_times", "other", "other_times"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let spelt = match self.differs {
            In::Diacritics => self.by_diacritics(cx),
            In::Joining => by_joining(cx),
        };
        let found = spelt
            .into_values()
            .filter(|spellings| {
                spellings.len() > 1
                    && !are_apart(cx, spellings)
                    && !spellings.values().any(|places| are_spoken_of(cx, places))
                    && match self.differs {
                        In::Diacritics => !namesakes(cx, spellings) && !is_foreign(cx, spellings),
                        In::Joining => {
                            !attributive::explains(cx, spellings) && !are_titles(cx, spellings)
                        }
                    }
            })
            .filter_map(|spellings| finding(cx, spellings));
        let found: Vec<_> = found.collect();
        if !found.is_empty() && cx.document.foreign_language().is_none() {
            findings.extend(found);
        }
    }
}

impl NameSpelling {
    /// The spellings of each word that has diacritics somewhere, by its plain letters.
    fn by_diacritics(&self, cx: &Context) -> HashMap<String, BTreeMap<String, Places>> {
        let text = cx.text();
        let mut spelt: HashMap<String, BTreeMap<String, Places>> = HashMap::new();
        for range in words_beyond_ascii(text) {
            let word = folded(&text[range.clone()]);
            if word.chars().count() >= SHORTEST && cx.reads(&range) {
                let plain = plain(&word);
                // Vowels stand above and below the letters of other scripts.
                if plain != word && plain.is_ascii() && !self.distinct.contains(&plain) {
                    spelt.entry(plain).or_default();
                }
            }
        }
        if spelt.is_empty() {
            return spelt;
        }
        // Nearly every word with marks is spelt in one way.
        let mut forms: HashMap<String, HashSet<String>> = HashMap::new();
        let mut small = String::new();
        for word in cx.mentions.vocabulary().words() {
            put_plain(word, &mut small);
            if let Some((plain, _)) = spelt.get_key_value(&small) {
                forms.entry(plain.clone()).or_default().insert(folded(word));
            }
        }
        spelt.retain(|plain, _| forms.get(plain).is_some_and(|forms| forms.len() > 1));
        if spelt.is_empty() {
            return spelt;
        }
        let marked: Vec<String> = spelt.keys().cloned().collect();
        let marked = Wanted::new(marked.iter().map(String::as_str));
        for range in words(text) {
            let word = &text[range.clone()];
            put_plain(word, &mut small);
            // Capitals lose their marks in many a type.
            let shouted = || word.chars().all(char::is_uppercase);
            if marked.has(&small)
                && !shouted()
                && cx.reads(&range)
                // A title is spelt as its work is, a file as it is called.
                && !cx.mentions.is_titled(range.start)
                && !is_in_address(text, &range)
                && let Some(spellings) = spelt.get_mut(&small)
            {
                spellings.entry(folded(word)).or_default().push(range);
            }
        }
        spelt
    }
}

/// Writes a word in small letters without its marks.
fn put_plain(word: &str, small: &mut String) {
    small.clear();
    if word.is_ascii() {
        small.push_str(word);
        small.make_ascii_lowercase();
    } else {
        small.push_str(&plain(word));
    }
}

/// Whether every two of some spellings are names of two people or places.
fn namesakes(cx: &Context, spellings: &BTreeMap<String, Places>) -> bool {
    let beside = spellings.values().map(|places| Beside::new(cx, places));
    let beside: Vec<Beside> = beside.collect();
    let mut pairs = beside.iter().enumerate();
    pairs.all(|(at, a)| beside[at + 1..].iter().all(|b| a.is_apart_from(b)))
}

/// Whether a spelling is nowhere but where words are spoken of.
fn are_spoken_of(cx: &Context, places: &Places) -> bool {
    places.iter().all(|place| is_spoken_of(cx, place))
}

/// Whether what has marks is a word of another language among others, and what has none an English one:
/// `Prix du cinéma`, `cinema`; `Los códices de México`, `codices`.
fn is_foreign(cx: &Context, spellings: &BTreeMap<String, Places>) -> bool {
    let (marked, plain): (Vec<_>, Vec<_>) =
        spellings.iter().partition(|(word, _)| !word.is_ascii());
    let mut places = marked.into_iter().flat_map(|(_, places)| places);
    // The words beside a name are names of its language.
    let known = plain.iter().any(|(word, _)| is_known_word(word));
    places.all(|place| {
        (known || cx.words(place).starts_with(char::is_lowercase)) && is_among_foreign(cx, place)
    })
}

/// Whether a spelling stands nowhere but in titles, which are spelt as the works are, and no title has it otherwise.
fn are_titles(cx: &Context, spellings: &BTreeMap<String, Places>) -> bool {
    let titles = cx.mentions.titles();
    let title = |place: &Range<usize>| {
        let after = titles.partition_point(|title| title.start <= place.start);
        let title = titles[..after].last()?;
        (place.end <= title.end).then(|| joined(cx.words(title)))
    };
    let all: Vec<Vec<_>> = spellings
        .values()
        .map(|places| places.iter().map(title).collect())
        .collect();
    let mut pairs = all.iter().enumerate();
    pairs.any(|(at, own)| {
        let others = || all.iter().enumerate().filter(|(other, _)| *other != at);
        let again = |title: &Option<String>| others().any(|(_, others)| others.contains(title));
        own.iter().all(|title| title.is_some() && !again(title))
    })
}

/// Whether two spellings with and without marks are two words: one is a name or foreign and always has its
/// capital, the other is common (`Éléments`, `elements`); or one stands in brackets only, beside
/// the other, and says how that is written elsewhere.
fn are_apart(cx: &Context, spellings: &BTreeMap<String, Places>) -> bool {
    let common = |places: &Places| {
        let small = |place: &Range<usize>| cx.words(place).starts_with(char::is_lowercase);
        places.iter().any(small)
    };
    let bracket = [('(', ')')];
    let bracketed = |places: &Places| {
        let mut places = places.iter();
        places.all(|place| {
            let sentence = cx.document.sentence_at(place.start);
            let meets = |other: &Places| {
                let after = other.partition_point(|place| place.start < sentence.start);
                other
                    .get(after)
                    .is_some_and(|other| other.start < sentence.end && other.start != place.start)
            };
            is_enclosed(cx, place.start, &bracket) && spellings.values().any(meets)
        })
    };
    let first = spellings.values().next().map(common);
    spellings
        .values()
        .any(|places| Some(common(places)) != first)
        || spellings.values().any(bracketed)
}

/// Shorter words are too often others without their diacritics.
const SHORTEST: usize = 4;

/// A word in small letters, each mark in one character with its letter where there is one: how a mark is encoded is
/// nothing that a reader sees.
fn folded(word: &str) -> String {
    word.to_lowercase().nfc().collect()
}

/// The spellings of each name that has a hyphen somewhere, by its letters.
fn by_joining(cx: &Context) -> HashMap<String, BTreeMap<String, Places>> {
    let mut spelt: HashMap<String, BTreeMap<String, Places>> = HashMap::new();
    for group in cx.mentions.groups() {
        for place in group.mentions.iter().filter(|place| cx.reads(place)) {
            let words = cx.words(place);
            // A command or a file in capitals is no spelling of a name, nor is a part of a compound.
            let command = !words.contains(char::is_lowercase) && words.len() > SHORTEST;
            if command || is_compounded(cx.text(), place) {
                continue;
            }
            spelt
                .entry(joined(words))
                .or_default()
                .entry(words.to_owned())
                .or_default()
                .push(place.clone());
        }
    }
    spelt.retain(|_, spellings| {
        let hyphened = || spellings.keys().any(|words| words.contains('-'));
        spellings.len() > 1 && apart(spellings) && (hyphened() || are_names(spellings))
    });
    spelt
}

/// Words in small letters without blanks and hyphens.
fn joined(words: &str) -> String {
    let letters = words.chars().filter(|c| !matches!(c, ' ' | '-'));
    letters.flat_map(char::to_lowercase).collect()
}

/// Whether all words of some spellings are names that no known word is (`Vijaya Lakshmi Pandit`, `Vijayalakshmi Pandit`):
/// what one writes in one word and another in two is else a term (`Data Base`).
fn are_names(spellings: &BTreeMap<String, Places>) -> bool {
    let mut words = spellings.keys().flat_map(|spelt| spelt.split(' '));
    words.all(|word| {
        word.chars().count() >= SHORTEST - 1
            && word.starts_with(char::is_uppercase)
            && word.contains(char::is_lowercase)
            && !is_known_word(word)
    })
}

/// Whether a hyphen joins a name to what is before or behind it: `a Cape-Cod-man`, `pre-Sesame-Street`.
fn is_compounded(text: &str, place: &Range<usize>) -> bool {
    text[..place.start].ends_with('-') || text[place.end..].starts_with('-')
}

/// Two of the spellings differ in their blanks and hyphens, not in their case alone.
fn apart(spellings: &BTreeMap<String, Places>) -> bool {
    let mut keys = spellings.keys().map(|words| words.to_lowercase());
    let first = keys.next();
    keys.any(|words| Some(words) != first)
}

/// The rarer spelling at fault, the later of two.
fn finding(cx: &Context, spellings: BTreeMap<String, Places>) -> Option<Finding> {
    let mut spellings: Vec<Places> = spellings.into_values().collect();
    spellings.sort_by_key(|places| (std::cmp::Reverse(places.len()), places[0].start));
    let other = spellings.first()?;
    let preferred = cx.words(&other[0]);
    // Of several, the rarest that differs in more than its case.
    let differs =
        |places: &&Places| cx.words(&places[0]).to_lowercase() != preferred.to_lowercase();
    let found = spellings.iter().rev().find(differs)?;
    let edits = found
        .iter()
        .map(|place| (place.clone(), in_case_of(cx.words(place), preferred)))
        .collect();
    let [at_fault, right] = forms(cx, (cx.words(&found[0]), found), (preferred, other));
    Some(two_forms(&at_fault, &right, edits))
}

/// The preferred spelling with the capital of the one it replaces.
fn in_case_of(words: &str, preferred: &str) -> String {
    let capital = words.starts_with(char::is_uppercase);
    let mut letters = preferred.chars();
    match letters.next() {
        Some(first) if capital => first.to_uppercase().chain(letters).collect(),
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}
