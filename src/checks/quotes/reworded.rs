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

/// A quotation and its words.
struct Quoted<'q> {
    quotation: &'q Quotation,
    words: Vec<Word>,
}

impl Check for Reworded {
    fn fields(&self) -> &'static [&'static str] {
        &["diff"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let quoted: Vec<_> = cx
            .mentions
            .quotes()
            .quotations
            .iter()
            .filter(|quotation| quotation.is_speech() && quotation.depth == 0)
            .filter(|quotation| cx.reads_block(quotation.range().start))
            .map(|quotation| Quoted {
                quotation,
                words: words(cx, quotation),
            })
            .filter(|quoted| quoted.words.len() >= self.min_words)
            .collect();
        let mut reported = BTreeSet::new();
        for (first, second) in pairs(&quoted) {
            let (old, new) = (&quoted[first], &quoted[second]);
            let found = wording::compare(&old.words, &new.words);
            if self.is_reworded(&found) && reported.insert(second) {
                findings.push(finding(cx, old, new, &found));
            }
        }
    }
}

impl Reworded {
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
fn pairs(quoted: &[Quoted]) -> BTreeSet<(usize, usize)> {
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

fn finding(cx: &Context, old: &Quoted, new: &Quoted, found: &Comparison) -> Finding {
    let place = |quotation: &Quotation| {
        let run = &quotation.runs[0];
        run.open.start..run.close.as_ref().map_or(run.words.end, |close| close.end)
    };
    Finding::at(place(new.quotation))
        .field(
            "diff",
            wording::inline(&old.words, &new.words, &found.changes, cx.text()),
        )
        .label(place(old.quotation), "the first time")
}
