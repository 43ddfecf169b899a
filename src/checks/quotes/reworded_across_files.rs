//! `reworded-across-files`: one quotation in two articles, in two wordings.

use schemars::JsonSchema;
use serde::Deserialize;

use super::reworded::{Pair, Reworded};
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
        let traces = all.traces.iter().enumerate();
        let quotations = traces.flat_map(|(article, trace)| {
            let quotations = trace.quotations.iter();
            quotations.map(move |quotation| (article, quotation))
        });
        let quotations: Vec<_> = quotations.collect();
        let read = |number: usize| {
            let text = quotations[number].1.words.as_str();
            (wording::words(text, 0), text)
        };
        for Pair {
            first,
            second,
            diff,
            ..
        } in self.likeness.pairs(quotations.len(), read)
        {
            let (earlier, there) = (quotations[first].0, quotations[first].1.span);
            let (article, here) = (quotations[second].0, quotations[second].1.span);
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
