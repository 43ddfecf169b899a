//! `reworded`: one quotation twice in an article, in two wordings.

use std::collections::{BTreeSet, HashMap};

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::quotes::Quotation;
use crate::wording::{self, Comparison, Word};

/// Reports, where it stands for the second time, a quotation whose words are not those of the first time.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Reworded {
    /// Shorter quotations are left alone, in words.
    #[serde(default = "six")]
    min_words: usize,
}

fn six() -> usize {
    6
}

/// Quotations that share this many words in a row may be one.
const SHARED: usize = 4;

/// Words in a row that more quotations have than this are a phrase of the article.
const COMMON: usize = 8;

/// The words of a quotation; their places are bytes of the text.
pub(super) struct Quoted<'q> {
    pub(super) text: &'q str,
    pub(super) words: Vec<Word>,
}

impl Check for Reworded {
    fn fields(&self) -> &'static [&'static str] {
        &["diff"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let quotations: Vec<_> = cx
            .mentions
            .quotes()
            .quotations
            .iter()
            .filter(|quotation| quotation.is_speech() && quotation.depth == 0)
            .filter(|quotation| cx.reads_block(quotation.range().start))
            .collect();
        let quoted: Vec<_> = quotations
            .iter()
            .map(|quotation| Quoted {
                text: cx.text(),
                words: words(cx, quotation),
            })
            .collect();
        let found = self.pairs(&quoted).into_iter();
        findings.extend(found.map(|(first, second, diff)| {
            Finding::at(quotations[second].first_run())
                .field("diff", diff)
                .label(quotations[first].first_run(), "the first time")
        }));
    }
}

impl Reworded {
    /// Quotations, by their numbers, that are others reworded, each once, with what was changed.
    pub(super) fn pairs(&self, quoted: &[Quoted]) -> Vec<(usize, usize, String)> {
        let mut reported = BTreeSet::new();
        let mut found = Vec::new();
        for (first, second) in candidates(quoted) {
            let (old, new) = (&quoted[first], &quoted[second]);
            if old.words.len().min(new.words.len()) < self.min_words {
                continue;
            }
            let compared = wording::compare(&old.words, &new.words);
            if self.is_reworded(&compared) && reported.insert(second) {
                let (old, new) = ((&*old.words, old.text), (&*new.words, new.text));
                let diff = wording::inline(old, new, &compared.changes);
                found.push((first, second, diff));
            }
        }
        found
    }

    /// Most of the words from the first common one to the last agree, and some do not.
    fn is_reworded(&self, found: &Comparison) -> bool {
        let longest = found.span.0.len().max(found.span.1.len());
        let whole = found.common >= self.min_words - 1;
        whole && !found.changes.is_empty() && found.common * 4 >= longest * 3
    }
}

fn words(cx: &Context, quotation: &Quotation) -> Vec<Word> {
    let runs = quotation.runs.iter();
    runs.flat_map(|run| wording::words(cx.words(&run.words), run.words.start))
        .collect()
}

/// Pairs of quotations, by number, that share some words in a row.
fn candidates(quoted: &[Quoted]) -> BTreeSet<(usize, usize)> {
    let mut holders: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
    for (number, quoted) in quoted.iter().enumerate() {
        for row in quoted.words.windows(SHARED) {
            let under = holders
                .entry(row.iter().map(|word| word.key.as_str()).collect())
                .or_default();
            if under.last() != Some(&number) && under.len() < COMMON {
                under.push(number);
            }
        }
    }
    holders
        .into_values()
        .flat_map(|under| {
            let pairs = under.iter().enumerate();
            pairs
                .flat_map(|(number, &a)| under[number + 1..].iter().map(move |&b| (a, b)))
                .collect::<Vec<_>>()
        })
        .collect()
}
