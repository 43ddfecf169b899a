//! `unpaired-note`: marks that lead nowhere, notes that nothing leads to.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::citations::Group;

/// Reports marks without a note, or notes without a mark.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnpairedNote {
    /// What is missing.
    lacks: Half,
}

#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Half {
    /// The note that a mark leads to.
    Body,
    /// The mark that leads to a note.
    Mark,
}

impl Check for UnpairedNote {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "label"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for group in cx.mentions.citations().notes() {
            match self.lacks {
                Half::Body => marks(cx, group, findings),
                Half::Mark => bodies(cx, group, findings),
            }
        }
    }
}

fn marks(cx: &Context, group: &Group, findings: &mut Vec<Finding>) {
    let bodies: HashSet<&str> = group
        .bodies
        .iter()
        .map(|body| body.label.as_str())
        .collect();
    let mut last = None;
    for mark in &group.marks {
        let lost = !bodies.contains(mark.label.as_str());
        // A range such as `[2–9]` is one place.
        if lost && last != Some(mark.span) && cx.reads_source(mark.span) {
            last = Some(mark.span);
            let finding = Finding::at(mark.span)
                .field("found", cx.source_words(mark.span))
                .field("label", &mark.label);
            findings.push(match group.bodies.last() {
                Some(body) => finding.label(body.mark, "the last note"),
                None => finding,
            });
        }
    }
}

fn bodies(cx: &Context, group: &Group, findings: &mut Vec<Finding>) {
    let marks: HashSet<&str> = group.marks.iter().map(|mark| mark.label.as_str()).collect();
    let mut seen = HashSet::new();
    for body in &group.bodies {
        let first = seen.insert(body.label.as_str());
        if first && !marks.contains(body.label.as_str()) && cx.reads_source(body.mark) {
            let finding = Finding::at(body.mark)
                .field("found", cx.source_words(body.mark))
                .field("label", &body.label);
            findings.push(match group.marks.last() {
                Some(mark) => finding.label(mark.span, "the last mark in the text"),
                None => finding,
            });
        }
    }
}
