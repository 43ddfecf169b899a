//! `repeated-note`: two notes with the same words.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::source::Span;

/// Reports a note that says, word for word, what an earlier one says.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RepeatedNote {
    /// Shorter notes are left alone, in words: *ibid.*, *see above*.
    #[serde(default = "four")]
    min_words: usize,
}

fn four() -> usize {
    4
}

impl Check for RepeatedNote {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "other"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for group in cx.mentions.citations().notes() {
            let mut first = HashMap::new();
            for body in &group.bodies {
                let span = trimmed(cx, body.words);
                let words: Vec<&str> = cx.source_words(span).split_whitespace().collect();
                let back = words.first().is_some_and(|word| {
                    let word = word.to_lowercase();
                    word.starts_with("ibid") || word.starts_with("id.") || word.contains("xxx")
                });
                if words.len() < self.min_words || back {
                    continue;
                }
                match first.entry(words.join(" ")) {
                    Entry::Vacant(free) => {
                        free.insert((span, body));
                    }
                    Entry::Occupied(known) if cx.reads_source(span) => {
                        let (other, earlier) = *known.get();
                        findings.push(
                            Finding::at(span)
                                .label(other, "the same words")
                                .field("found", &body.label)
                                .field("other", &earlier.label),
                        );
                    }
                    Entry::Occupied(_) => {}
                }
            }
        }
    }
}

fn trimmed(cx: &Context, span: Span) -> Span {
    let words = cx.source_words(span);
    let start = span.start + words.len() - words.trim_start().len();
    Span::new(start, start + words.trim().len())
}
