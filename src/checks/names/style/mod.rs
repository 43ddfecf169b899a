//! `name-style`: initials and titles before names, with and without their blank or stop.

mod initials;
mod titles;

use std::collections::HashSet;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::tally::{Tally, times};
use crate::checks::{Check, Context, Finding};

/// Reports, once for what is written alike, that an article writes initials (`J.V.`, `J. V.`) or titles
/// (`Dr`, `Dr.`) in two ways.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameStyle {
    /// What is written in two ways.
    of: Styled,
    /// What stands behind a title in the names of works, brands and on stages, which keep their own form, lower case.
    #[serde(default)]
    except: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Styled {
    Initials,
    Titles,
}

/// A place where one of two forms stands.
struct Place {
    range: Range<usize>,
    /// Whether it is the longer form: `J. V.`, `Dr.`
    longer: bool,
}

const FORMS: usize = 2;

impl Check for NameStyle {
    fn fields(&self) -> &'static [&'static str] {
        &[
            "found",
            "found_times",
            "found_form",
            "other",
            "other_times",
            "other_form",
        ]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let kinds = match self.of {
            Styled::Initials => vec![initials::places(cx)],
            Styled::Titles => titles::places(cx, &self.except),
        };
        findings.extend(
            kinds
                .into_iter()
                .filter_map(|places| self.finding(cx, places)),
        );
    }
}

impl NameStyle {
    /// What is said of places that are to be written alike.
    fn finding(&self, cx: &Context, places: Vec<Place>) -> Option<Finding> {
        let mut tally = Tally::new(FORMS);
        for place in places {
            tally.add(usize::from(place.longer), place.range);
        }
        let (preferred, others) = tally.verdict(None)?;
        let (found, other) = (tally.places(others[0]), tally.places(preferred));
        let longer = preferred == 1;
        // Beside `Mrs.` rather `Mrs` than `Dr`.
        let letters = |place: &Range<usize>| cx.words(place).trim_end_matches('.');
        let alike = other
            .iter()
            .find(|place| letters(place) == letters(&found[0]));
        let beside = alike.unwrap_or(&other[0]);
        let edits = found
            .iter()
            .map(|place| (place.clone(), self.rewritten(cx.words(place), longer)))
            .collect();
        let finding = Finding::at(found[0].clone())
            .field("found", cx.words(&found[0]))
            .field("found_times", times(found.len()))
            .field("found_form", self.form(!longer))
            .field("other", cx.words(beside))
            .field("other_times", times(other.len()))
            .field("other_form", self.form(longer))
            .note(format!("so {}", times(found.len())))
            .label(beside.clone(), format!("so {}", times(other.len())));
        // `Dr. Strangelove` may be a film and `Dr. Martens` a brand, unless they stand here both ways; a firm keeps its
        // initials as it writes them.
        let bearers: HashSet<_> = other.iter().map(|place| bearer(cx, place)).collect();
        let sure = found.iter().all(|place| match self.of {
            Styled::Titles => bearers.contains(&bearer(cx, place)),
            Styled::Initials => !is_firm(cx, place),
        });
        Some(match sure {
            true => finding.safe_fix(edits),
            false => finding.suggested_fix(edits),
        })
    }

    fn form(&self, longer: bool) -> &'static str {
        match (self.of, longer) {
            (Styled::Initials, true) => "a space",
            (Styled::Initials, false) => "no space",
            (Styled::Titles, true) => "a stop",
            (Styled::Titles, false) => "no stop",
        }
    }

    fn rewritten(&self, words: &str, longer: bool) -> String {
        match (self.of, longer) {
            (Styled::Initials, true) => words.replace('.', ". ").trim_end().to_owned(),
            (Styled::Initials, false) => words.replace(char::is_whitespace, ""),
            (Styled::Titles, true) => format!("{words}."),
            (Styled::Titles, false) => words.trim_end_matches('.').to_owned(),
        }
    }
}

/// A title without its stop, and the word behind it.
fn bearer<'c>(cx: &Context<'c>, title: &Range<usize>) -> (&'c str, Option<&'c str>) {
    let behind = &cx.text()[title.end..];
    let mut words = behind.split(|c: char| !c.is_alphanumeric());
    let name = words.find(|word| !word.is_empty());
    (cx.words(title).trim_end_matches('.'), name)
}

/// Whether initials and the word behind them begin a longer name: `W. W. Norton and Co.`, `J.P. Morgan Chase`.
fn is_firm(cx: &Context, initials: &Range<usize>) -> bool {
    let behind = cx.text()[initials.end..].trim_start();
    let end = behind.find(|c: char| !c.is_alphanumeric() && c != '-');
    let behind = &behind[end.unwrap_or(behind.len())..];
    let longer = behind
        .strip_prefix(' ')
        .is_some_and(|next| next.starts_with(char::is_uppercase));
    longer
        || behind.starts_with(" & ")
        || behind.starts_with(" and Co")
        || behind.starts_with(", Inc")
}

/// Places in the text of a capital that no letter, figure or stop stands right before.
fn capitals<'t>(text: &'t str, block: &Range<usize>) -> impl Iterator<Item = usize> + 't {
    let (start, end) = (block.start, block.end);
    let bytes = text.as_bytes();
    (start..end).filter(move |&at| {
        bytes[at].is_ascii_uppercase()
            && !text[start..at].ends_with(|c: char| c.is_alphanumeric() || c == '.')
    })
}
