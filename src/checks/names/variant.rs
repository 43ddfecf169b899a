//! `name-variant`: two spellings of one name, found without a list.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::likeness::{Difference, Likeness, Spelt, compare, pairs};
use crate::checks::tally::times;
use crate::checks::{Check, Context, Finding};
use crate::mentions::names::Spelling;
use crate::pattern::find_word;

/// Reports, once per pair, two capitalised words so alike that one is a misspelling of the other:
/// the rarer as primary label, the commoner as secondary.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameVariant {}

/// A spelling with the places that the rule reads.
struct Read<'s> {
    spelling: &'s Spelling,
    places: Vec<&'s Range<usize>>,
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
        let read = read(cx);
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
        for (&(a, b), likeness) in &alike {
            let known = [a, b]
                .iter()
                .all(|&index| accepted.contains(read[index].spelling.word.as_str()));
            if !known
                && is_reported_here(likeness.difference)
                && company.may_be_one(a, b, likeness)
                && !(likeness.difference == Difference::Slip && are_both_common(&read[a], &read[b]))
                && !are_contrasted(cx, &read[a], &read[b])
                && ![a, b]
                    .iter()
                    .any(|&index| is_common_word(cx.text(), &read[index].spelling.word))
            {
                findings.push(finding(&read[a], &read[b], &accepted));
            }
        }
    }
}

/// Every difference is reported by one rule: diacritics and hyphens are not this one's.
fn is_reported_here(difference: Difference) -> bool {
    match difference {
        Difference::Transliteration | Difference::Slip => true,
        Difference::Diacritics | Difference::Joining => false,
    }
}

/// The spellings that the rule reads; those that the style sheet refuses are another rule's.
fn read<'c>(cx: &Context<'c>) -> Vec<Read<'c>> {
    let refused: HashSet<&str> = cx
        .style_sheet
        .refused()
        .flat_map(|(variant, _)| variant.split_whitespace())
        .collect();
    let spellings = cx.mentions.names().spellings.iter();
    spellings
        .filter(|spelling| !refused.contains(spelling.word.as_str()))
        .map(|spelling| Read {
            spelling,
            places: spelling
                .places
                .iter()
                .filter(|place| cx.reads(place))
                .collect(),
        })
        .filter(|read| !read.places.is_empty())
        .collect()
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
    fn may_be_one(&self, a: usize, b: usize, likeness: &Likeness) -> bool {
        let (beside_a, beside_b) = (self.beside(a), self.beside(b));
        let apart = beside_a.is_empty() || beside_b.is_empty();
        let common = beside_a
            .iter()
            .any(|&x| beside_b.iter().any(|&y| self.are_one(x, y)));
        common || (apart && likeness.certain)
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
fn is_common_word(text: &str, word: &str) -> bool {
    find_word(text, &word.to_lowercase(), 0).is_some()
}

/// The rarer spelling is at fault, the later one when both are as common; never the one that the
/// style sheet accepts.
fn finding(a: &Read, b: &Read, accepted: &HashSet<&str>) -> Finding {
    let rank = |read: &Read| {
        let known = accepted.contains(read.spelling.word.as_str());
        (
            !known,
            std::cmp::Reverse(read.places.len()),
            read.places[0].start,
        )
    };
    let (other, found) = if rank(a) <= rank(b) { (a, b) } else { (b, a) };
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
