//! `reworded-across-files`: one quotation in two articles, in two wordings.

use schemars::JsonSchema;
use serde::Deserialize;

use super::reworded::{Quoted, Reworded};
use crate::checks::{Articles, Check, Context, Finding, Needs, Place};
use crate::wording;

/// Reports, in the later article, a quotation whose words are not those of an earlier article.
#[derive(Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct RewordedAcrossFiles {
    likeness: Reworded,
}

impl Check for RewordedAcrossFiles {
    fn fields(&self) -> &'static [&'static str] {
        &["diff", "file"]
    }

    fn needs(&self) -> Needs {
        Needs::Articles
    }

    fn check(&self, _: &Context, _: &mut Vec<Finding>) {}

    fn across(&self, all: &Articles, findings: &mut Vec<(usize, Finding)>) {
        let mut places = Vec::new();
        let mut quoted = Vec::new();
        for (article, trace) in all.traces.iter().enumerate() {
            for quotation in &trace.quotations {
                quoted.push(Quoted {
                    text: &quotation.words,
                    words: wording::words(&quotation.words, 0),
                });
                places.push((article, quotation.span));
            }
        }
        for (first, second, diff) in self.likeness.pairs(&quoted) {
            let ((earlier, there), (article, here)) = (places[first], places[second]);
            if earlier == article {
                continue;
            }
            let source = &all.traces[earlier].source;
            findings.push((
                article,
                Finding::at(here)
                    .field("diff", diff)
                    .field("file", source.name())
                    .label(Place::File(source.clone(), there), "so in this article"),
            ));
        }
    }
}
