//! `duplicate-body`: two notes under one mark.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};

/// Reports notes whose mark another note has already.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DuplicateBody {}

impl Check for DuplicateBody {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "label"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for group in cx.mentions.citations().notes() {
            let mut first = HashMap::new();
            for body in &group.bodies {
                match first.entry(body.label.as_str()) {
                    Entry::Vacant(free) => {
                        free.insert(body.mark);
                    }
                    Entry::Occupied(known) if cx.reads_source(body.mark) => findings.push(
                        Finding::at(body.mark)
                            .label(*known.get(), "the first note under this mark")
                            .field("found", cx.source_words(body.mark))
                            .field("label", &body.label),
                    ),
                    Entry::Occupied(_) => {}
                }
            }
        }
    }
}
