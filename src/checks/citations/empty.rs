//! `empty-note`: a note that says nothing.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::citations::Body;

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
                let silent = cx.source_words(body.words).trim().is_empty();
                silent && !goes_on(cx, body) && cx.reads_source(body.mark)
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

/// Whether words follow in the next line: to Pandoc they are the note's.
fn goes_on(cx: &Context, body: &Body) -> bool {
    let behind = &cx.document.source().text()[body.mark.end..];
    let rest = behind.trim_start_matches([':', ' ', '\t']);
    let next = rest.strip_prefix("\r\n").or(rest.strip_prefix('\n'));
    next.is_some_and(|next| next.starts_with(char::is_alphanumeric) && !is_numbered(next))
}

/// Whether a line is the next entry of a list.
fn is_numbered(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < line.len() && rest.starts_with(['.', ')'])
}
