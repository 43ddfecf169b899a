//! `thousands`: `1,200` beside `1200`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::numbers::{Count, counts, grouped};
use crate::checks::tally::{Tally, times};
use crate::checks::{Check, Context, Finding};

/// Reports, once, that an article writes large numbers with and without commas.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Thousands {}

const GROUPED: usize = 0;
const PLAIN: usize = 1;
const NAMES: [&str; 2] = ["with a comma", "without a comma"];

impl Check for Thousands {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "found_times", "other", "other_times"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let mut tally = Tally::new(2);
        for block in cx.document.blocks() {
            for count in counts(cx, &block.range) {
                if cx.reads(&count.range) && is_thousands(cx, &count) {
                    tally.add(if count.grouped { GROUPED } else { PLAIN }, count.range);
                }
            }
        }
        let Some((preferred, others)) = tally.verdict(None) else {
            return;
        };
        let rarer = others[0];
        let (first, other) = (&tally.places(rarer)[0], &tally.places(preferred)[0]);
        findings.push(
            Finding::at(first.clone())
                .field("found", cx.words(first))
                .field("found_times", times(tally.places(rarer).len()))
                .field("other", cx.words(other))
                .field("other_times", times(tally.places(preferred).len()))
                .note(NAMES[rarer])
                .label(other.clone(), NAMES[preferred])
                .suggested_fix(
                    tally
                        .places(rarer)
                        .iter()
                        .map(|place| (place.clone(), written(cx.words(place), preferred)))
                        .collect(),
                ),
        );
    }
}

/// Whether a number shows how the article writes thousands. Four plain figures that could be a
/// year count only where a plural follows (`1200 letters`).
fn is_thousands(cx: &Context, count: &Count) -> bool {
    if count.grouped {
        return true;
    }
    match count.value {
        0..1000 => false,
        1000..2200 => counted_plural(&cx.text()[count.range.end..]),
        2200..100_000_000 => !cx.text()[..count.range.start]
            .trim_end()
            .rsplit(' ')
            .next()
            .is_some_and(|word| word.starts_with(char::is_uppercase)),
        // Longer ones are numbers of accounts and telephones.
        _ => false,
    }
}

fn counted_plural(after: &str) -> bool {
    let word: &str = after
        .strip_prefix(' ')
        .unwrap_or_default()
        .split(|c: char| !c.is_lowercase())
        .next()
        .unwrap_or_default();
    word.len() > 3
        && (word.ends_with('s') || matches!(word, "people" | "women" | "children"))
        && !matches!(word, "was" | "this" | "thus" | "always" | "perhaps")
}

fn written(figures: &str, form: usize) -> String {
    let digits = figures.replace(',', "");
    match digits.parse() {
        Ok(value) if form == GROUPED => grouped(value),
        _ => digits,
    }
}
