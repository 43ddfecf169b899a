//! `note-order`: numbers of notes out of order, or left out, in the text or in their list.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::citations::{Body, Group, Mark};

/// Reports the marks where the numbers run back, or leap over one that no note has, and the notes that
/// stand before a lower number.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteOrder {}

impl Check for NoteOrder {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "other"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for group in cx.mentions.citations().notes() {
            let before = findings.len();
            if group.in_order {
                marks(cx, group, findings);
            }
            // Marks and notes that are both out of order are so for one reason.
            if findings.len() == before {
                bodies(cx, &group.bodies, findings);
            }
        }
    }
}

fn bodies(cx: &Context, bodies: &[Body], findings: &mut Vec<Finding>) {
    let mut highest: Option<(u32, &Body)> = None;
    let mut seen = HashSet::new();
    for body in bodies {
        let Some(number) = body.number.filter(|number| seen.insert(*number)) else {
            continue;
        };
        match highest {
            Some((last, before)) if number < last => {
                if cx.reads_source(body.mark) {
                    findings.push(
                        Finding::at(body.mark)
                            .note("after a higher number")
                            .label(before.mark, "the note before it in order")
                            .field("found", cx.source_words(body.mark))
                            .field("other", cx.source_words(before.mark)),
                    );
                }
            }
            _ => highest = Some((number, body)),
        }
    }
}

fn marks(cx: &Context, group: &Group, findings: &mut Vec<Finding>) {
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
