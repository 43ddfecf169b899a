//! `name-variant`: two spellings of one name, found without a list.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::article;
use super::company::Company;
use super::likeness::{Difference, Spelt, alike};
use super::read::{Read, are_one};
use super::two_forms::{Form, two_forms};
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
        let likely = alike.iter().filter(|&(&(a, b), likeness)| {
            let (first, second) = (&read[a], &read[b]);
            is_reported_here(likeness.difference)
                && (self.at_fault == AtFault::Text || first.quoted != second.quoted)
                && !(first.is_in(&accepted) && second.is_in(&accepted))
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
        let found = reported.into_iter();
        findings.extend(found.map(|(found, other)| finding(cx, &read[found], &read[other])));
    }
}

/// Every difference is reported by one rule: diacritics and hyphens are not this one's.
fn is_reported_here(difference: Difference) -> bool {
    match difference {
        Difference::Transliteration | Difference::Slip => true,
        Difference::Diacritics | Difference::Joining => false,
    }
}

impl NameVariant {
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
            .filter(|spelling| !short.contains(spelling.word.as_str()))
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
    let at_fault = Form::new(&found.spelling.word, &found.places);
    let right = Form::new(&other.spelling.word, &other.places);
    let (at_fault, right) = match in_company(cx, found, other) {
        Some((at, beside)) => (at_fault.shown_at(at), right.shown_at(beside)),
        None => (at_fault, right),
    };
    two_forms(&at_fault, &right, edits.collect())
}

/// A place of each where the same name stands on the same side of both, which shows best that they are one.
fn in_company<'r>(
    cx: &Context,
    found: &Read<'r>,
    other: &Read<'r>,
) -> Option<(&'r Range<usize>, &'r Range<usize>)> {
    /// Places that are looked at; there is seldom one further on when these have none.
    const PLACES: usize = 100;
    let beside = |place: &Range<usize>| {
        let [before, behind] = [&cx.text()[..place.start], &cx.text()[place.end..]];
        let before = before.strip_suffix(' ').map_or("", |before| {
            let name = before.trim_end_matches(char::is_alphabetic);
            &before[name.len()..]
        });
        let behind = behind.strip_prefix(' ').map_or("", |behind| {
            let end = behind.find(|c: char| !c.is_alphabetic());
            &behind[..end.unwrap_or(behind.len())]
        });
        [before, behind].map(|word| Some(word).filter(|word| word.starts_with(char::is_uppercase)))
    };
    let others = other.places.iter().take(PLACES);
    let others: Vec<_> = others.map(|&place| (place, beside(place))).collect();
    found.places.iter().take(PLACES).find_map(|&at| {
        let company = beside(at);
        let shares = |(_, other): &&(&Range<usize>, [Option<&str>; 2])| {
            let mut sides = company.iter().zip(other);
            sides.any(|(name, met)| name.is_some() && name == met)
        };
        others.iter().find(shares).map(|(place, _)| (at, *place))
    })
}
