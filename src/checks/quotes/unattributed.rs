//! `unattributed`: words that nobody is said to have said.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::document::BlockKind;
use crate::mentions::quotes::{Class, Grade};

/// Reports direct speech with no speaker and no source in reach.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unattributed {
    /// Shorter quotations are left alone, in words.
    #[serde(default = "five")]
    min_words: usize,
}

fn five() -> usize {
    5
}

impl Check for Unattributed {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "words"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for quotation in &cx.mentions.quotes().quotations {
            let length = quotation.length(cx.text());
            if quotation.class == Class::Direct
                && quotation.depth == 0
                && quotation.attribution.grade == Grade::None
                && length >= self.min_words
                && expects_speaker(cx, quotation.range().start)
                && cx.reads_block(quotation.range().start)
            {
                let first = &quotation.runs[0];
                findings.push(
                    Finding::at(
                        first.open.start
                            ..first
                                .close
                                .as_ref()
                                .map_or(first.words.end, |close| close.end),
                    )
                    .field("found", opening(cx.words(&first.words)))
                    .field("words", length),
                );
            }
        }
    }
}

/// Titles and tables quote without saying whom.
fn expects_speaker(cx: &Context, offset: usize) -> bool {
    cx.document
        .block_at(offset)
        .is_some_and(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::List))
}

/// The first words, for a message.
fn opening(words: &str) -> String {
    let mut all = words.split_whitespace();
    let mut opening: Vec<_> = all.by_ref().take(6).collect();
    if all.next().is_some() {
        opening.push("…");
    }
    opening.join(" ")
}
