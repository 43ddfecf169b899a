//! `title-variant`: one work under two titles.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::wording::{self, Word};

/// Reports, once, a title, in marks or italics, of three words or more that is nearly, and not quite, another's.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TitleVariant {}

/// A title and its words.
type Title<'t> = (&'t Range<usize>, Vec<Word>);

/// Titles of fewer words differ too easily.
const SHORTEST: usize = 3;

/// Titles compared with one: an article names few, a bibliography is read by another rule.
const MEMORY: usize = 64;

impl Check for TitleVariant {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "other"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let titles = cx.mentions.titles().iter();
        let titles = titles.filter(|title| cx.reads(title));
        let mut known: Vec<Title> = Vec::new();
        for title in titles {
            let text = cx.words(title);
            let words = wording::words(text, title.start);
            let short = words.len() < SHORTEST;
            // `War & Peace` has the words of `War and Peace`.
            let sign = |title: &Range<usize>| cx.words(title).contains('&');
            let is_known = |(other, key): &Title| same(key, &words) && sign(other) == sign(title);
            if short || known.iter().any(is_known) {
                continue;
            }
            let other = known.iter().rev().take(MEMORY).find(|(_, other)| {
                same(other, &words) || nearly(other, &words) || differ_in_article(other, &words)
            });
            if let Some((other, _)) = other {
                findings.push(
                    Finding::at(title.clone())
                        .field("found", text)
                        .field("other", cx.words(other))
                        .label((*other).clone(), "here otherwise"),
                );
            }
            known.push((title, words));
        }
    }
}

/// `A Tale of Two Cities`, `The Tale of Two Cities`; of two short ones each may be a work.
fn differ_in_article(a: &[Word], b: &[Word]) -> bool {
    const LONG: usize = 5;
    let article = |words: &[Word]| matches!(words[0].key.as_str(), "a" | "an" | "the");
    a.len() >= LONG && b.len() >= LONG && article(a) && article(b) && same(&a[1..], &b[1..])
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
