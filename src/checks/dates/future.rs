//! `future`: told as past, dated after the article.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{day_name, parts};
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{Kind, Precision};
use crate::pattern::find_word;

/// Reports a date behind the article's own in a sentence that is told in the past.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Future {
    /// Verbs in the past tense, lower case: one stands in the sentence.
    past: HashSet<String>,
    /// Words that look forward, lower case: none stands in the sentence.
    forward: Vec<String>,
}

impl Check for Future {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "article", "source"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let Some(article) = cx.mentions.article_date() else {
            return;
        };
        for date in cx.dates().flat_map(parts) {
            let later = date.base.earliest.is_some_and(|day| day > article.date);
            let told =
                matches!(date.kind, Kind::Day | Kind::Month | Kind::Year) && date.written_year();
            let open = matches!(date.precision, Precision::Before | Precision::After);
            if later && told && !open && !date.recurring && self.is_past(cx, date.range.start) {
                findings.push(
                    Finding::at(date.range.clone())
                        .note("after the article’s date")
                        .field("found", cx.words(&date.range))
                        .field("article", day_name(article.date))
                        .field("source", article.source.describe()),
                );
            }
        }
    }
}

impl Future {
    fn is_past(&self, cx: &Context, offset: usize) -> bool {
        let sentence = cx.words(&cx.document.sentence_at(offset));
        let past = sentence
            .split(|c: char| !c.is_alphabetic())
            .any(|word| self.past.contains(word));
        // In small letters only: `May` is the month.
        past && !self
            .forward
            .iter()
            .any(|word| find_word(sentence, word, 0).is_some())
    }
}
