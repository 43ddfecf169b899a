//! `citation-placeholder`: citations that were to be filled in.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};

/// Reports what stands for a citation that is to come.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitationPlaceholder {}

impl Check for CitationPlaceholder {
    fn fields(&self) -> &'static [&'static str] {
        &["found"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for &span in cx.mentions.citations().placeholders() {
            if cx.reads_source(span) {
                findings.push(Finding::at(span).field("found", cx.source_words(span)));
            }
        }
    }
}
