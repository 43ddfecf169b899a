//! `unused-entry`: works of a bibliography that nobody cites.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::place;
use crate::checks::{Check, Context, Finding};

/// Reports entries of a bibliography that an article does not cite, if it cites any by key.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unused {}

impl Check for Unused {
    fn fields(&self) -> &'static [&'static str] {
        &["found"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let citations = cx.mentions.citations();
        let sources = citations.sources();
        let cited: HashSet<&str> = citations
            .keys()
            .iter()
            .map(|key| key.key.as_str())
            .collect();
        if cited.is_empty() || sources.uncited.contains("*") {
            return;
        }
        for library in &sources.libraries {
            let unused = library.entries.iter().filter(|entry| {
                !cited.contains(entry.key.as_str()) && !sources.uncited.contains(&entry.key)
            });
            findings.extend(
                unused.map(|entry| {
                    Finding::at(place(library, entry.span)).field("found", &entry.key)
                }),
            );
        }
    }
}
