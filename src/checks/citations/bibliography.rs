//! `bibliography`: faults in the files that keys lead to.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{place, words};
use crate::checks::{Check, Context, Finding};

/// Reports what is wrong with a bibliography, at its line.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BibliographyFault {}

impl Check for BibliographyFault {
    fn fields(&self) -> &'static [&'static str] {
        &["reason"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let sources = cx.mentions.citations().sources();
        for missing in &sources.missing {
            findings.push(Finding::at(missing.span).field("reason", &missing.reason));
        }
        for library in &sources.libraries {
            findings.extend(library.faults.iter().map(|fault| {
                let finding =
                    Finding::at(place(library, fault.span)).field("reason", &fault.message);
                finding.note(fault.help.clone().unwrap_or_default())
            }));
            for &(second, first) in &library.repeated {
                let key = words(library, cx.document.source(), second);
                findings.push(
                    Finding::at(place(library, second))
                        .label(place(library, first), "the first entry of this key")
                        .field("reason", format!("the key `{key}` stands twice")),
                );
            }
        }
    }
}
