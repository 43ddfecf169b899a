//! `title-variant`: one work under two titles.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::quotes::{Class, Quotation};
use crate::wording::{self, Word};

/// Reports, once, a title of three words or more that is nearly, and not quite, another's.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TitleVariant {}

/// A title and its words.
type Title<'q> = (&'q Quotation, Vec<Word>);

/// Titles of fewer words differ too easily.
const SHORTEST: usize = 3;

/// Titles compared with one: an article names few, a bibliography is read by another rule.
const MEMORY: usize = 64;

impl Check for TitleVariant {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "other"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let titles =
            cx.mentions.quotes().quotations.iter().filter(|quotation| {
                quotation.class == Class::Title && cx.reads(&quotation.range())
            });
        let mut known: Vec<Title> = Vec::new();
        for title in titles {
            let words = wording::words(cx.words(&title.runs[0].words), title.runs[0].words.start);
            if words.len() < SHORTEST || known.iter().any(|(_, other)| same(other, &words)) {
                continue;
            }
            let other = known
                .iter()
                .rev()
                .take(MEMORY)
                .find(|(_, other)| nearly(other, &words));
            if let Some((other, _)) = other {
                findings.push(
                    Finding::at(title.runs[0].words.clone())
                        .field("found", cx.words(&title.runs[0].words))
                        .field("other", cx.words(&other.runs[0].words))
                        .label(other.runs[0].words.clone(), "here otherwise"),
                );
            }
            known.push((title, words));
        }
    }
}

fn same(a: &[Word], b: &[Word]) -> bool {
    a.iter()
        .map(|word| &word.key)
        .eq(b.iter().map(|word| &word.key))
}

/// Alike but for small words; one that only begins or ends the other is its short title.
fn nearly(a: &[Word], b: &[Word]) -> bool {
    const SMALL: [&str; 8] = ["a", "an", "and", "for", "in", "of", "on", "the"];
    let compared = wording::compare(a, b);
    let weight = |words: &[Word]| {
        words
            .iter()
            .filter(|word| !SMALL.contains(&word.key.as_str()))
            .count()
    };
    let changed: usize = compared
        .changes
        .iter()
        .map(|change| weight(&a[change.old.clone()]).max(weight(&b[change.new.clone()])))
        .sum();
    let longest = a.len().max(b.len());
    changed == 0
        && !compared.changes.is_empty()
        && compared.common * 3 >= longest * 2
        && compared.span.0.len() + 1 >= a.len()
        && compared.span.1.len() + 1 >= b.len()
}
