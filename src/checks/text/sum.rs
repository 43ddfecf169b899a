//! `sum`: a stated total that its parts, in the same sentence, do not add up to.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::numbers::{Count, counts, grouped};
use crate::checks::{Check, Context, Finding};
use crate::pattern::Pattern;

/// Reports a total (`1,800 items in all`) that the numbers before it do not add up to.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// Words that make a number a total: it stands in the same clause.
    total: Pattern,
    /// Words before a number that make it vague; a sentence with one is left alone.
    vague: Pattern,
}

impl Check for Sum {
    fn fields(&self) -> &'static [&'static str] {
        &["total", "parts", "sum"]
    }

    fn patterns(&self) -> Vec<&Pattern> {
        vec![&self.total, &self.vague]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for found in cx.matches(&self.total) {
            let cue = found.range();
            let sentence = cx.document.sentence_at(cue.start);
            let numbers = counts(cx, &sentence);
            let Some(total) = total(cx, &numbers, &cue) else {
                continue;
            };
            let parts = parts(cx, &numbers, total);
            let sum: u64 = parts.iter().map(|part| part.value).sum();
            if parts.len() >= 2 && sum != numbers[total].value && !self.is_vague(cx, &sentence) {
                findings.push(finding(cx, &numbers[total], &parts, sum));
            }
        }
    }
}

impl Sum {
    fn is_vague(&self, cx: &Context, sentence: &Range<usize>) -> bool {
        cx.matches(&self.vague)
            .any(|found| sentence.contains(&found.range().start))
    }
}

fn finding(cx: &Context, total: &Count, parts: &[&Count], sum: u64) -> Finding {
    let written: Vec<_> = parts.iter().map(|part| cx.words(&part.range)).collect();
    let mut finding = Finding::at(total.range.clone())
        .field("total", cx.words(&total.range))
        .field("parts", written.join(" + "))
        .field("sum", grouped(sum))
        .note("the stated total");
    for part in parts {
        finding = finding.label(part.range.clone(), "one part");
    }
    finding
}

/// The number that the words `in all` belong to: the last before them without a comma between,
/// or the first behind `a total of`.
fn total(cx: &Context, numbers: &[Count], cue: &Range<usize>) -> Option<usize> {
    let clause = |range: Range<usize>| {
        let words = cx.words(&range);
        words.len() <= 40 && !words.contains([',', ';', ':', '('])
    };
    let before = numbers
        .iter()
        .rposition(|number| number.range.end <= cue.start && clause(number.range.end..cue.start));
    before.or_else(|| {
        numbers
            .iter()
            .position(|number| number.range.start >= cue.end && clause(cue.end..number.range.start))
    })
}

/// The parts: numbers before the total that are joined by nothing but words, commas and `and`.
fn parts<'n>(cx: &Context, numbers: &'n [Count], total: usize) -> Vec<&'n Count> {
    let mut parts: Vec<&Count> = Vec::new();
    let mut next = &numbers[total].range;
    for part in numbers[..total].iter().rev() {
        let between = cx.words(&(part.range.end..next.start));
        let counted = between
            .trim_start()
            .starts_with(|c: char| c.is_alphabetic() || c == ',');
        if !counted || between.len() > 60 || between.contains([';', ':', '(']) {
            break;
        }
        parts.push(part);
        next = &part.range;
    }
    parts.reverse();
    parts
}
