//! `note-order`: numbers of notes out of order, or left out.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::citations::{Group, Mark};

/// Reports the marks where the numbers run back, or leap over one that no note has.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteOrder {}

impl Check for NoteOrder {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "other"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for group in cx.mentions.citations().notes() {
            if group.in_order {
                check(cx, group, findings);
            }
        }
    }
}

fn check(cx: &Context, group: &Group, findings: &mut Vec<Finding>) {
    let bodies: HashSet<u32> = group.bodies.iter().filter_map(|body| body.number).collect();
    let marks: HashSet<u32> = group.marks.iter().filter_map(|mark| mark.number).collect();
    let mut seen = HashSet::new();
    let mut highest: Option<(u32, &Mark)> = None;
    // A mark may come again; its first place counts, and one that leads nowhere has a fault of its own.
    let numbered = group
        .marks
        .iter()
        .filter_map(|mark| Some((mark.number?, mark)));
    for (number, mark) in numbered.filter(|(number, _)| bodies.contains(number)) {
        if !seen.insert(number) {
            continue;
        }
        let Some((last, before)) = highest else {
            highest = Some((number, mark));
            continue;
        };
        let skipped = number > last + 1
            && (last + 1..number).all(|left| !bodies.contains(&left) && !marks.contains(&left));
        if (number < last || skipped) && cx.reads_source(mark.span) {
            let note = if skipped {
                "a number is left out between them"
            } else {
                "after a higher number"
            };
            findings.push(
                Finding::at(mark.span)
                    .note(note)
                    .label(before.span, "the mark before it in order")
                    .field("found", cx.source_words(mark.span))
                    .field("other", cx.source_words(before.span)),
            );
        }
        if number > last {
            highest = Some((number, mark));
        }
    }
}
