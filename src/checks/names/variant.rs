//! `name-variant`: two spellings of one name, found without a list.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::likeness::{Difference, Evidence, Likeness, Spelt, compare, pairs};
use crate::checks::tally::times;
use crate::checks::{Check, Context, Finding};
use crate::mentions::names::Spelling;
use crate::pattern::find_word;

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

/// A spelling with the places that the rule reads.
struct Read<'s> {
    spelling: &'s Spelling,
    places: Vec<&'s Range<usize>>,
    /// It stands in quotations only.
    quoted: bool,
}

impl Read<'_> {
    fn is_in(&self, accepted: &HashSet<&str>) -> bool {
        accepted.contains(self.spelling.word.as_str())
    }

    /// The rarer spelling is at fault, the later one when both are as common; never the one that the
    /// style sheet accepts.
    fn rank(&self, accepted: &HashSet<&str>) -> (bool, bool, Reverse<usize>, usize) {
        let known = self.is_in(accepted);
        (
            self.quoted,
            !known,
            Reverse(self.places.len()),
            self.places[0].start,
        )
    }
}

/// Spellings of one name, by their numbers, and how they are alike.
type Alike = BTreeMap<(usize, usize), Likeness>;

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
        let spelt: Vec<_> = read
            .iter()
            .map(|read| Spelt::new(&read.spelling.word))
            .collect();
        let alike: Alike = pairs(&spelt)
            .into_iter()
            .filter_map(|(a, b)| Some(((a, b), compare(&spelt[a], &spelt[b])?)))
            .collect();
        if alike.is_empty() {
            return;
        }
        let company = Company::new(&read, &alike);
        // A spelling that is like several is reported once, beside the best of them.
        let mut reported: BTreeMap<usize, usize> = BTreeMap::new();
        for (&(a, b), likeness) in &alike {
            let (first, second) = (&read[a], &read[b]);
            if is_reported_here(likeness.difference)
                && !(first.is_in(&accepted) && second.is_in(&accepted))
                && company.may_be_one(a, b, likeness.evidence)
                && !(likeness.difference == Difference::Slip && are_both_common(first, second))
                && !are_contrasted(cx, first, second)
                && !is_common_word(cx, first)
                && !is_common_word(cx, second)
                && (self.at_fault == AtFault::Text || first.quoted != second.quoted)
            {
                let rank = |&index: &usize| read[index].rank(&accepted);
                let (other, found) = if rank(&a) <= rank(&b) { (a, b) } else { (b, a) };
                let best = reported.entry(found).or_insert(other);
                *best = std::cmp::min_by_key(*best, other, rank);
            }
        }
        let found = reported.into_iter();
        findings.extend(found.map(|(found, other)| finding(&read[found], &read[other])));
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
        let refused: HashSet<&str> = cx
            .style_sheet
            .refused()
            .flat_map(|(variant, _)| variant.split_whitespace())
            .collect();
        // A quotation is compared with the author's words, so that both are read.
        let reads = |place: &&Range<usize>| match self.at_fault {
            AtFault::Text => cx.reads(place),
            AtFault::Quotation => cx.reads_block(place.start),
        };
        let is_quoted = |place: &&Range<usize>| cx.mentions.is_quoted(place.start);
        let spellings = cx.mentions.names().spellings.iter();
        spellings
            .filter(|spelling| !refused.contains(spelling.word.as_str()))
            .map(|spelling| {
                let places: Vec<_> = spelling.places.iter().filter(reads).collect();
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

/// Which names stand beside a name: given names, surnames, titles.
struct Company<'r> {
    read: &'r [Read<'r>],
    alike: &'r Alike,
    numbers: HashMap<&'r str, usize>,
}

impl<'r> Company<'r> {
    fn new(read: &'r [Read<'r>], alike: &'r Alike) -> Self {
        let numbers = read.iter().enumerate();
        Company {
            read,
            alike,
            numbers: numbers
                .map(|(number, read)| (read.spelling.word.as_str(), number))
                .collect(),
        }
    }

    /// Two spellings that each keep their own company are two names: John Neilson, Anna Nilsson.
    /// Where the spellings alone do not settle it, they must be seen in the same company.
    fn may_be_one(&self, a: usize, b: usize, evidence: Evidence) -> bool {
        let (beside_a, beside_b) = (self.beside(a), self.beside(b));
        let common = beside_a
            .iter()
            .any(|&x| beside_b.iter().any(|&y| self.are_one(x, y)));
        common
            || match evidence {
                Evidence::Enough => beside_a.is_empty() || beside_b.is_empty(),
                Evidence::Introduced => beside_a.is_empty() != beside_b.is_empty(),
                Evidence::Company => false,
            }
    }

    /// Words that only open sentences are no company.
    fn beside(&self, number: usize) -> HashSet<usize> {
        let neighbours = self.read[number].spelling.neighbours.iter();
        neighbours
            .filter_map(|word| self.numbers.get(word.as_str()).copied())
            .collect()
    }

    /// `Yuri` beside `Pyatakov`, `Iurii` beside `Piatakov`.
    fn are_one(&self, a: usize, b: usize) -> bool {
        a == b || self.alike.contains_key(&(a.min(b), a.max(b)))
    }
}

/// A slip happens once or twice; a spelling that stands again and again is meant.
fn are_both_common(a: &Read, b: &Read) -> bool {
    const SLIPS: usize = 3;
    a.places.len().min(b.places.len()) > SLIPS
}

/// One called Neilson, the other Nilsson: an author who sets two names side by side knows that they are two.
fn are_contrasted(cx: &Context, a: &Read, b: &Read) -> bool {
    let (rarer, other) = if a.places.len() <= b.places.len() {
        (a, b)
    } else {
        (b, a)
    };
    rarer.places.iter().all(|place| {
        let sentence = cx.document.sentence_at(place.start);
        let after = other
            .places
            .partition_point(|place| place.start < sentence.start);
        other
            .places
            .get(after)
            .is_some_and(|place| place.start < sentence.end)
    })
}

/// Whether the word also stands in small letters.
fn is_common_word(cx: &Context, read: &Read) -> bool {
    find_word(cx.text(), &read.spelling.word.to_lowercase(), 0).is_some()
}

/// The one spelling at fault, the other as it should be.
fn finding(found: &Read, other: &Read) -> Finding {
    let edits = found
        .places
        .iter()
        .map(|&place| (place.clone(), other.spelling.word.clone()))
        .collect();
    Finding::at(found.places[0].clone())
        .field("found", &found.spelling.word)
        .field("found_times", times(found.places.len()))
        .field("other", &other.spelling.word)
        .field("other_times", times(other.places.len()))
        .note(format!("so {}", times(found.places.len())))
        .label(
            other.places[0].clone(),
            format!(
                "here “{}”, {} in all",
                other.spelling.word,
                times(other.places.len())
            ),
        )
        .suggested_fix(edits)
}
