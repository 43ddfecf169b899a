//! `refused-name`: spellings that the style sheet or the rule refuses.

use std::ops::Range;

use aho_corasick::AhoCorasick;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding, Quoted};
use crate::pattern::at_boundaries;

/// Reports every place of a refused spelling, in whatever case, with a possessive or plural ending too.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RefusedName {
    /// Names beside those of the style sheet.
    #[serde(default)]
    names: Vec<Preference>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Preference {
    /// How the name is to be spelt.
    prefer: String,
    /// Spellings that are refused.
    variants: Vec<String>,
}

/// What may stand between a name and the end of the word.
const ENDINGS: [&str; 6] = ["", "'s", "’s", "s", "s'", "s’"];

impl Check for RefusedName {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "expected"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let own = self.names.iter().flat_map(|name| {
            name.variants
                .iter()
                .map(|variant| (variant.as_str(), name.prefer.as_str()))
        });
        let refused: Vec<(&str, &str)> = own
            .chain(cx.style_sheet.refused())
            .filter(|(variant, _)| !variant.is_empty())
            .collect();
        if refused.is_empty() {
            return;
        }
        let search = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(aho_corasick::MatchKind::LeftmostLongest)
            .build(refused.iter().map(|(variant, _)| variant));
        let Ok(search) = search else { return };
        for found in search.find_iter(cx.text()) {
            let (variant, prefer) = refused[found.pattern().as_usize()];
            let words = cx.words(&found.range());
            let expected = in_case_of(words, &counterpart(variant, prefer));
            if words != expected && is_name(cx.text(), &found.range()) && cx.reads(&found.range()) {
                let finding = Finding::at(found.range())
                    .field("found", words)
                    .field("expected", &expected);
                // Quoted words are their source's, and not for a program to change.
                findings.push(match cx.reach.quoted {
                    Quoted::Only => finding,
                    Quoted::Skip | Quoted::Include => {
                        finding.safe_fix(vec![(found.range(), expected)])
                    }
                });
            }
        }
    }
}

/// Whether the range is a word by itself, its ending aside.
fn is_name(text: &str, range: &Range<usize>) -> bool {
    ENDINGS.iter().any(|ending| {
        text[range.end..].starts_with(ending)
            && at_boundaries(text, &(range.start..range.end + ending.len()))
    })
}

/// The part of the right name that a variant stands for: `Sedov` of `Leon Sedov` for `Siedov`.
fn counterpart(variant: &str, prefer: &str) -> String {
    let words: Vec<&str> = prefer.split_whitespace().collect();
    if words.len() <= variant.split_whitespace().count() {
        return prefer.to_owned();
    }
    words
        .windows(variant.split_whitespace().count().max(1))
        .map(|part| part.join(" "))
        .min_by_key(|part| strsim::damerau_levenshtein(part, variant))
        .unwrap_or_else(|| prefer.to_owned())
}

fn in_case_of(words: &str, expected: &str) -> String {
    let capitals = words.chars().all(|c| !c.is_lowercase()) && words.chars().count() > 1;
    if capitals {
        expected.to_uppercase()
    } else {
        expected.to_owned()
    }
}
