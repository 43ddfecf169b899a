//! `name-style`: initials and titles before names, with and without their blank or stop.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::tally::{Tally, times};
use crate::checks::{Check, Context, Finding};

/// Reports, once, that an article writes initials (`J.V.`, `J. V.`) or titles (`Dr`, `Dr.`) in two ways.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameStyle {
    /// What is written in two ways.
    of: Styled,
}

#[derive(Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Styled {
    Initials,
    Titles,
}

const FORMS: usize = 2;

/// Titles that British usage writes without a stop and American with one.
const TITLES: [&str; 6] = ["Dr", "Messrs", "Mr", "Mrs", "Ms", "Prof"];

/// Initials of places and times.
const KNOWN: [&str; 9] = [
    "A.D.", "A.M.", "B.C.", "D.C.", "E.U.", "P.M.", "U.K.", "U.N.", "U.S.",
];

impl Check for NameStyle {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "found_times", "other", "other_times"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let mut tally = Tally::new(FORMS);
        for block in cx.document.blocks() {
            for (range, form) in self.places(cx.text(), &block.range) {
                if cx.reads(&range) {
                    tally.add(usize::from(form), range);
                }
            }
        }
        let Some((preferred, others)) = tally.verdict(None) else {
            return;
        };
        let found = &tally.places(others[0]);
        let other = &tally.places(preferred);
        let edits = found
            .iter()
            .map(|place| {
                (
                    place.clone(),
                    self.rewritten(cx.words(place), preferred == 1),
                )
            })
            .collect();
        findings.push(
            Finding::at(found[0].clone())
                .field("found", cx.words(&found[0]))
                .field("found_times", times(found.len()))
                .field("other", cx.words(&other[0]))
                .field("other_times", times(other.len()))
                .note(format!("so {}", times(found.len())))
                .label(other[0].clone(), format!("so {}", times(other.len())))
                .safe_fix(edits),
        );
    }
}

impl NameStyle {
    /// Every place, and whether it is the longer form: `J. V.`, `Dr.`
    fn places(&self, text: &str, block: &Range<usize>) -> Vec<(Range<usize>, bool)> {
        let bytes = &text.as_bytes()[..block.end];
        let starts = (block.start..block.end).filter(|&at| {
            bytes[at].is_ascii_uppercase()
                && !text[block.start..at].ends_with(|c: char| c.is_alphanumeric() || c == '.')
        });
        starts
            .filter_map(|at| match self.of {
                Styled::Initials => initials(text, at..block.end),
                Styled::Titles => title(text, at..block.end),
            })
            .collect()
    }

    fn rewritten(&self, words: &str, longer: bool) -> String {
        match (self.of, longer) {
            (Styled::Initials, true) => words.replace('.', ". ").trim_end().to_owned(),
            (Styled::Initials, false) => words.replace(' ', ""),
            (Styled::Titles, true) => format!("{words}."),
            (Styled::Titles, false) => words.trim_end_matches('.').to_owned(),
        }
    }
}

/// Two or more initials before a surname, all spaced or none.
fn initials(text: &str, rest: Range<usize>) -> Option<(Range<usize>, bool)> {
    let words = &text[rest.clone()];
    let (mut end, mut letters, mut spaces) = (0, 0, 0);
    loop {
        let behind = &words[end..];
        let next = behind
            .strip_prefix(' ')
            .filter(|_| letters > 0)
            .unwrap_or(behind);
        let mut two = next.chars();
        let initial = two.next().is_some_and(char::is_uppercase) && two.next() == Some('.');
        if !initial {
            break;
        }
        spaces += behind.len() - next.len();
        letters += 1;
        end = words.len() - two.as_str().len();
    }
    let surname = words[end..].trim_start_matches(' ');
    let mut letters_behind = surname.chars();
    let named = letters_behind.next().is_some_and(char::is_uppercase)
        && letters_behind.next().is_some_and(char::is_lowercase);
    let known = KNOWN.contains(&words[..end].replace(' ', "").as_str());
    let one_form = spaces == 0 || spaces == letters - 1;
    (letters >= 2 && named && one_form && !known)
        .then(|| (rest.start..rest.start + end, spaces > 0))
}

/// A title before a name.
fn title(text: &str, rest: Range<usize>) -> Option<(Range<usize>, bool)> {
    let words = &text[rest.clone()];
    let length = words.find(|c: char| !c.is_alphabetic())?;
    let title = TITLES.iter().find(|title| words[..length] == ***title)?;
    // `Mulholland Dr.` is a street.
    let before = text[..rest.start]
        .trim_end()
        .rsplit(' ')
        .next()
        .unwrap_or_default();
    if before.starts_with(char::is_uppercase) && before.ends_with(char::is_lowercase) {
        return None;
    }
    let behind = &words[title.len()..];
    let stopped = behind.starts_with('.');
    let name = behind
        .trim_start_matches('.')
        .strip_prefix([' ', '\u{A0}'])?;
    let end = rest.start + title.len() + usize::from(stopped);
    name.starts_with(char::is_uppercase)
        .then_some((rest.start..end, stopped))
}
