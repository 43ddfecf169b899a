//! `name-variant`: two spellings of one name, found without a list.

use std::collections::HashSet;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::likeness::{Candidate, Likeness, pairs};
use crate::checks::tally::times;
use crate::checks::{Check, Context, Finding};
use crate::mentions::names::Spelling;
use crate::pattern::find_word;

/// Reports, once per pair, two capitalised words so alike that one is a misspelling of the other:
/// the rarer as primary label, the commoner as secondary.
#[derive(Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct NameVariant(Likeness);

/// A spelling with the places that the rule reads.
struct Read<'s> {
    spelling: &'s Spelling,
    places: Vec<&'s Range<usize>>,
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
        let refused: HashSet<&str> = cx
            .style_sheet
            .refused()
            .flat_map(|(variant, _)| variant.split_whitespace())
            .collect();
        let read: Vec<_> = cx
            .mentions
            .names()
            .spellings
            .iter()
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
            .collect();
        let candidates: Vec<_> = read
            .iter()
            .map(|read| Candidate::new(&read.spelling.word, &self.0))
            .collect();
        for (a, b) in pairs(&candidates) {
            let both_accepted = [a, b]
                .iter()
                .all(|&index| accepted.contains(candidates[index].word));
            if !both_accepted
                && self.0.alike(&candidates[a], &candidates[b])
                && may_be_one(read[a].spelling, read[b].spelling)
                && !are_contrasted(cx, &read[a], &read[b])
                && ![a, b]
                    .iter()
                    .any(|&index| is_common_word(cx.text(), candidates[index].word))
            {
                findings.push(finding(&read[a], &read[b], &accepted));
            }
        }
    }
}

/// Two spellings that each keep their own company are two names: John Neilson, Anna Nilsson.
fn may_be_one(a: &Spelling, b: &Spelling) -> bool {
    a.neighbours.is_empty()
        || b.neighbours.is_empty()
        || a.neighbours.iter().any(|name| b.neighbours.contains(name))
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
