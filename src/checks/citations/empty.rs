//! `empty-note`: a note that says nothing.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};

/// Reports notes without words.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EmptyNote {}

impl Check for EmptyNote {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "label"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for group in cx.mentions.citations().notes() {
            let empty = group.bodies.iter().filter(|body| {
                cx.source_words(body.words).trim().is_empty() && cx.reads_source(body.mark)
            });
            for body in empty {
                let finding = Finding::at(body.mark)
                    .field("found", cx.source_words(body.mark))
                    .field("label", &body.label);
                let mark = group.marks.iter().find(|mark| mark.label == body.label);
                findings.push(match mark {
                    Some(mark) => finding.label(mark.span, "what leads to it"),
                    None => finding,
                });
            }
        }
    }
}
