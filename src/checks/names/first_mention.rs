//! `first-mention`: a surname before the full name.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::names::Kind;

/// Reports a part of a person's name that stands before the whole name does.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstMention {}

impl Check for FirstMention {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "name"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for group in cx
            .mentions
            .groups()
            .iter()
            .filter(|group| group.kind == Kind::Person && group.name.contains(' '))
        {
            let mut mentions = group.mentions.iter().filter(|place| cx.reads(place));
            let Some(first) = mentions.next() else {
                continue;
            };
            let whole = mentions.find(|place| cx.words(place) == group.name);
            if let Some(whole) = whole.filter(|_| !cx.words(first).contains(' ')) {
                findings.push(
                    Finding::at(first.clone())
                        .field("found", cx.words(first))
                        .field("name", &group.name)
                        .label(whole.clone(), "the whole name comes only here"),
                );
            }
        }
    }
}
