//! `source`: a quotation against the texts it may come from.

use schemars::JsonSchema;
use serde::Deserialize;

use super::attribution::opening;
use crate::archive::{Altered, Claimed, Place, Sourced, Verdict};
use crate::checks::{self, Check, Context, Finding, Needs};
use crate::mentions::quotes::Quotation;
use crate::source::{Span, one_line};

/// Reports what the sources have otherwise, elsewhere, of another author, or not at all. Silent
/// without `sources:`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceCheck {
    /// What is wrong.
    defect: Defect,
}

#[derive(Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Defect {
    /// Found with other words.
    Misquoted,
    /// Found in a source of somebody else.
    Misattributed,
    /// Two places joined without an ellipsis.
    Spliced,
    /// Found nowhere, though the sources are complete.
    Absent,
}

impl Check for SourceCheck {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "diff", "source", "author", "speaker"]
    }

    fn needs(&self) -> Needs {
        Needs::Sources
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let Some(sourced) = cx.sources else {
            return;
        };
        for (quotation, verdict) in sourced.quotations() {
            if !cx.reads_block(quotation.range().start) {
                continue;
            }
            findings.extend(match (self.defect, verdict) {
                (Defect::Misquoted, Verdict::Misquoted(place, altered)) => {
                    Some(misquoted(cx, quotation, place, altered))
                }
                (Defect::Misattributed, Verdict::Verbatim(places) | Verdict::Altered(places)) => {
                    misattributed(cx, sourced, quotation, places)
                }
                (Defect::Spliced, Verdict::Spliced(first, second)) => {
                    let finding = finding(cx, quotation, first);
                    Some(labelled(finding, first, "the beginning"))
                        .map(|finding| labelled(finding, second, "the rest"))
                }
                (Defect::Absent, Verdict::Absent) if cx.sources_complete => {
                    let run = &quotation.runs[0];
                    Some(
                        Finding::at(run.words.clone())
                            .field("found", opening(cx.words(&run.words))),
                    )
                }
                _ => None,
            });
        }
    }
}

fn finding(cx: &Context, quotation: &Quotation, place: &Place) -> Finding {
    let words = &quotation.runs[0].words;
    Finding::at(words.clone())
        .field("found", opening(cx.words(words)))
        .field("source", name(place))
}

/// `memoir.txt:12`
fn name(place: &Place) -> String {
    format!(
        "{}:{}",
        place.file.name(),
        place.file.position(place.range.start).line
    )
}

fn labelled(finding: Finding, place: &Place, note: &str) -> Finding {
    let span = Span::from(place.range.clone());
    finding.label(checks::Place::File(place.file.clone(), span), note)
}

/// The altered words are the primary place, those of the source the other.
fn misquoted(cx: &Context, quotation: &Quotation, place: &Place, altered: &[Altered]) -> Finding {
    let source = place.file.text();
    let diff: Vec<String> = altered
        .iter()
        .map(|change| {
            let old = (!change.source.is_empty())
                .then(|| format!("[-{}-]", one_line(&source[change.source.clone()])));
            let new = (!change.quotation.is_empty())
                .then(|| format!("{{+{}+}}", cx.words(&change.quotation)));
            [old, new]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    let first = &altered[0].quotation;
    let at = if first.is_empty() {
        word_at(cx, quotation, first.start)
    } else {
        first.clone()
    };
    let edits = altered
        .iter()
        .filter(|change| !change.quotation.is_empty() && !change.source.is_empty())
        .map(|change| {
            (
                change.quotation.clone(),
                one_line(&source[change.source.clone()]),
            )
        })
        .collect();
    let finding = Finding::at(at)
        .field("found", opening(cx.words(&quotation.runs[0].words)))
        .field("diff", diff.join(", "))
        .field("source", name(place));
    labelled(finding, place, "the source has it so").suggested_fix(edits)
}

fn misattributed(
    cx: &Context,
    sourced: &Sourced,
    quotation: &Quotation,
    places: &[Place],
) -> Option<Finding> {
    let Claimed { place, words } = sourced.anothers(quotation, places)?;
    let source = sourced.source(&place);
    let author = source.author.clone().or_else(|| source.key.clone());
    let finding = finding(cx, quotation, &place)
        .field("author", author.unwrap_or_default())
        .field("speaker", cx.words(&words))
        .label(words, "said to be the words of");
    Some(labelled(finding, &place, "found here"))
}

/// The word at which a source's word was left out.
fn word_at(cx: &Context, quotation: &Quotation, at: usize) -> std::ops::Range<usize> {
    let end = quotation.runs.last().map_or(at, |run| run.words.end);
    let words = &cx.text()[at..end.max(at)];
    let length = words.find(char::is_whitespace).unwrap_or(words.len());
    if length > 0 {
        return at..at + length;
    }
    let before = cx.text()[..at].trim_end();
    let start = before
        .rfind(char::is_whitespace)
        .map_or(0, |blank| blank + 1);
    start..before.len()
}
