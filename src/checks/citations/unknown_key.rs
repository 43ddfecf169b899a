//! `unknown-key`: a key that no bibliography has.

use schemars::JsonSchema;
use serde::Deserialize;

use super::place;
use crate::checks::{Check, Context, Finding};
use crate::yaml::nearest;

/// Of so many unknown keys the nearest known one is looked for.
const COMPARED: usize = 50;

/// Reports keys that lead to no entry, in an article that has a bibliography.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnknownKey {}

impl Check for UnknownKey {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "hint"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let citations = cx.mentions.citations();
        if citations.keys().is_empty() || citations.sources().keys().next().is_none() {
            return;
        }
        let sources = citations.sources();
        let unknown = citations
            .keys()
            .iter()
            .filter(|key| sources.get(&key.key).is_none() && cx.reads_source(key.span));
        for (number, key) in unknown.enumerate() {
            let near = (number < COMPARED)
                .then(|| nearest(&key.key, sources.keys()))
                .flatten();
            // A name without brackets may be somebody’s handle.
            let handle =
                !key.bracketed && near.is_none() && !key.key.contains(|c: char| c.is_ascii_digit());
            if handle {
                continue;
            }
            let hint = near.map_or_else(String::new, |near| format!("; the nearest is `{near}`"));
            let finding = Finding::at(key.span)
                .field("found", &key.key)
                .field("hint", hint);
            findings.push(match near.and_then(|near| sources.get(near)) {
                Some((library, entry)) => {
                    finding.label(place(library, entry.span), "the nearest key")
                }
                None => finding,
            });
        }
    }
}
