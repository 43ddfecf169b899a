//! `name-variant`: two spellings of one name, found without a list.

use std::cell::LazyCell;
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::article;
use super::company::Company;
use super::likeness::{Difference, Spelt, alike};
use super::places::Read;
use super::read::{are_one, is_genealogy, is_of_kin};
use super::two_forms::{forms, two_forms};
use crate::checks::{Check, Context, Finding};

/// Reports, once, a spelling of a name that another name of the text is so like that they are one:
/// the rarer as primary label, the commoner as secondary.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NameVariant {
    /// Where the spelling at fault stands.
    #[serde(default)]
    at_fault: AtFault,
}

#[derive(Clone, Copy, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum AtFault {
    /// In the author's own words; quotations are not compared.
    #[default]
    Text,
    /// Only in direct speech or block quotations, the other in the author's words too.
    Quotation,
}

impl Check for NameVariant {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "found_times", "other", "other_times"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let accepted: HashSet<&str> = cx
            .style_sheet
            .accepted()
            .flat_map(str::split_whitespace)
            .collect();
        let read = self.read(cx);
        if self.at_fault == AtFault::Text {
            findings.extend(read.iter().filter_map(|read| article::finding(cx, read)));
        }
        if self.at_fault == AtFault::Quotation && !read.iter().any(|read| read.quoted) {
            return;
        }
        let spelt: Vec<_> = read
            .iter()
            .map(|read| match read.opens() {
                true => Spelt::opening(&read.spelling.word),
                false => Spelt::new(&read.spelling.word),
            })
            .collect();
        let alike = alike(&spelt);
        if alike.is_empty() {
            return;
        }
        let neighbours = read.iter().map(|read| &read.spelling.neighbours);
        let company = Company::new(&spelt, neighbours, &alike);
        // The whole text is read for it, once.
        let genealogy = LazyCell::new(|| is_genealogy(cx));
        let likely = alike.iter().filter(|&(&(a, b), likeness)| {
            let (first, second) = (&read[a], &read[b]);
            self.reports(likeness.difference)
                && (self.at_fault == AtFault::Text || is_miscopied(first, second))
                && !(first.is_in(&accepted) && second.is_in(&accepted))
                && !(is_of_kin(cx, first, second) && *genealogy)
                && are_one(cx, first, second, likeness, &company.of(a, b))
        });
        let vocabulary = cx.mentions.vocabulary();
        let is_common = |index: usize| vocabulary.has(&spelt[index].word().to_lowercase());
        // A spelling that is like several is reported once, beside the best of them.
        let mut reported: BTreeMap<usize, usize> = BTreeMap::new();
        for (&(a, b), _) in likely {
            if !is_common(a) && !is_common(b) {
                let rank = |&index: &usize| read[index].rank(&accepted);
                let (other, found) = if rank(&a) <= rank(&b) { (a, b) } else { (b, a) };
                let best = reported.entry(found).or_insert(other);
                *best = std::cmp::min_by_key(*best, other, rank);
            }
        }
        // The endings of another language make many forms of one name.
        if reported.is_empty() || cx.document.foreign_language().is_some() {
            return;
        }
        let found = reported.into_iter();
        findings.extend(found.map(|(found, other)| finding(cx, &read[found], &read[other])));
    }
}

impl NameVariant {
    /// Every difference is reported by one rule: diacritics and hyphens are not this one's. Who is quoted may write a
    /// name as the time and the language did; a slip of the keyboard is nobody's way.
    fn reports(&self, difference: Difference) -> bool {
        match difference {
            Difference::Slip => true,
            Difference::Transliteration => self.at_fault == AtFault::Text,
            Difference::Diacritics | Difference::Joining => false,
        }
    }

    /// The spellings that the rule reads; those that the style sheet refuses are another rule's.
    fn read<'c>(&self, cx: &Context<'c>) -> Vec<Read<'c>> {
        let refused = cx.style_sheet.refused().map(|(variant, _)| variant);
        let (long, short): (Vec<&str>, Vec<&str>) = refused.partition(|words| words.contains(' '));
        let short: HashSet<&str> = short.into_iter().collect();
        // Where `Natalia Sedova` is refused, Natalia alone is compared.
        let is_refused = |place: &Range<usize>| {
            let mut long = long.iter();
            long.any(|variant| stands_around(cx.text(), place, variant))
        };
        // A quotation is compared with the author's words, so that both are read.
        let reads = |place: &&Range<usize>| match self.at_fault {
            AtFault::Text => cx.reads(place),
            AtFault::Quotation => cx.reads_block(place.start),
        };
        let is_quoted = |place: &&Range<usize>| cx.mentions.is_quoted(place.start);
        let names = cx.mentions.names();
        let spellings = names.spellings.iter().chain(&names.openings);
        spellings
            .filter(|spelling| {
                !short.contains(spelling.word.as_str()) && !is_clipped(&spelling.word)
            })
            .map(|spelling| {
                let places = spelling.places.iter().filter(reads);
                let places: Vec<_> = places.filter(|place| !is_refused(place)).collect();
                Read {
                    spelling,
                    quoted: self.at_fault == AtFault::Quotation && places.iter().all(is_quoted),
                    places,
                }
            })
            .filter(|read| !read.places.is_empty())
            .collect()
    }
}

/// Whether one is quoted, and a letter doubled is not all: so did many write in their time (`Grevile`, `Greville`).
fn is_miscopied(a: &Read, b: &Read) -> bool {
    let single = |read: &Read| {
        let mut letters: Vec<char> = read.spelling.word.chars().collect();
        letters.dedup();
        letters
    };
    a.quoted != b.quoted && single(a) != single(b)
}

/// A word as it is spoken: `Flyin'`.
fn is_clipped(word: &str) -> bool {
    word.ends_with("in'") || word.ends_with("in’")
}

/// Whether the word at a place is one of some words that stand there.
fn stands_around(text: &str, place: &Range<usize>, words: &str) -> bool {
    let mut found = words.match_indices(&text[place.clone()]);
    found.any(|(at, _)| {
        let start = place.start.checked_sub(at);
        start.is_some_and(|start| text.get(start..start + words.len()) == Some(words))
    })
}

/// The one spelling at fault, the other as it should be.
fn finding(cx: &Context, found: &Read, other: &Read) -> Finding {
    // Quoted words are their source's.
    let places = found.places.iter().filter(|_| !found.quoted);
    let edits = places.map(|&place| {
        let word = &other.spelling.word;
        let shouted = !cx.words(place).contains(char::is_lowercase);
        let word = if shouted {
            word.to_uppercase()
        } else {
            word.clone()
        };
        (place.clone(), word)
    });
    let [at_fault, right] = forms(
        cx,
        (&found.spelling.word, &found.places),
        (&other.spelling.word, &other.places),
    );
    two_forms(&at_fault, &right, edits.collect())
}
