//! `first-mention`: a surname before the full name.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::names::{Kind, is_title};

/// Reports a part of a person's name that stands before the whole name does.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstMention {}

impl Check for FirstMention {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "name"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for group in
            cx.mentions.groups().iter().filter(|group| {
                group.kind == Kind::Person && group.acts && group.name.contains(' ')
            })
        {
            let mut mentions = group.mentions.iter().filter(|place| cx.reads(place));
            let Some(first) = mentions.next() else {
                continue;
            };
            let whole = mentions.find(|place| cx.words(place) == group.name);
            if let Some(whole) = whole.filter(|whole| is_surname(cx, cx.words(first), whole)) {
                findings.push(
                    Finding::at(first.clone())
                        .field("found", cx.words(first))
                        .field("name", &group.name)
                        .label(whole.clone(), "the whole name comes only here"),
                );
            }
        }
    }
}

/// Whether a word is the surname of a whole name of somebody: the last of its words, the others given
/// names as far as can be seen.
fn is_surname(cx: &Context, word: &str, whole: &Range<usize>) -> bool {
    // Offices, peoples and parties.
    const OFFICES: &[&str] = &[
        "Board",
        "Committee",
        "Congress",
        "Council",
        "Court",
        "Government",
        "Governments",
        "Leader",
        "Minister",
        "Office",
        "Party",
        "Secretary",
        "Speaker",
    ];
    const PEOPLES: &[&str] = &["an", "ans", "ese", "ews", "ial", "ic", "ish", "ist", "ists"];
    const NO_GIVEN_NAMES: &[&str] = &[
        "Central",
        "Chief",
        "Deputy",
        "Federal",
        "General",
        "Grand",
        "Great",
        "Latin",
        "Little",
        "Major",
        "Major-General",
        "National",
        "New",
        "North",
        "Old",
        "Poor",
        "Prime",
        "Saint",
        "Santa",
        "South",
        "Vice",
        "West",
        "Young",
    ];
    let is_office = |word: &str| is_title(word) || OFFICES.contains(&word);
    let Some((names, surname)) = cx.words(whole).rsplit_once(' ') else {
        return false;
    };
    let sentence = cx.document.sentence_at(whole.start);
    // A capital that opens a sentence makes a given name of any word: `Overhearing Starbuck`.
    let opens = !cx.text()[sentence.start..whole.start].contains(char::is_alphanumeric);
    let given = |word: &str| {
        let whole = word.chars().count() > 2 && !word.contains('.');
        whole
            && !is_office(word)
            && !NO_GIVEN_NAMES.contains(&word)
            && !PEOPLES
                .iter()
                .any(|tail| word.ends_with(tail) && word.len() > 5)
    };
    surname == word
        && !opens
        && !is_office(word)
        && !PEOPLES.iter().any(|tail| word.ends_with(tail))
        && names.split(' ').all(given)
}
