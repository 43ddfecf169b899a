//! `reference`: citations by author and year beside the list of references.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::citations::{AuthorYear, Lead, Works};
use crate::mentions::names::{Group, Kind};

/// Reports where citations and references do not meet.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferenceFor {
    /// What is wrong between them.
    fault: Fault,
}

#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Fault {
    /// A citation has no reference.
    Missing,
    /// A reference is never cited.
    Unused,
    /// Year or author are written otherwise in the reference.
    Mismatch,
}

impl Check for ReferenceFor {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "other"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let citations = cx.mentions.citations();
        let works = citations.works();
        if works.references.is_empty() {
            return;
        }
        match self.fault {
            Fault::Missing => missing(cx, works, findings),
            Fault::Unused => unused(cx, works, findings),
            Fault::Mismatch => mismatched(cx, works, findings),
        }
    }
}

fn missing(cx: &Context, works: &Works, findings: &mut Vec<Finding>) {
    // What is written otherwise than the citations that are found may cite nothing.
    let found = || {
        works
            .citations
            .iter()
            .filter(|(_, lead)| *lead != Lead::Nowhere)
    };
    let comma =
        |comma| found().any(|(citation, _)| citation.comma == comma && is_bracketed(cx, citation));
    let (with, without) = (comma(true), comma(false));
    // A list that goes with notes has its years at the end, and is one of this kind only if citations lead to it.
    if works
        .references
        .iter()
        .all(|reference| reference.dated_last)
        && found().next().is_none()
    {
        return;
    }
    let last = works.references.last();
    for (citation, lead) in &works.citations {
        let like_others = if citation.comma {
            with || !without
        } else {
            without || !with
        };
        let fits = !is_bracketed(cx, citation)
            || like_others
            || citation.located
            || names_person(cx, citation);
        if *lead == Lead::Nowhere
            && citation.sure
            && fits
            && !cx.mentions.citations().is_apparatus(citation.span.start)
            && cx.reads_source(citation.span)
        {
            let finding = Finding::at(citation.span).field("found", cx.source_words(citation.span));
            findings.push(match last {
                Some(last) => finding.label(last.span, "the last of the references"),
                None => finding,
            });
        }
    }
}

/// Whether the article shows elsewhere that the first author is somebody: `Anna Whitcombe`, `Whitcombe thought`.
fn names_person(cx: &Context, citation: &AuthorYear) -> bool {
    let Some(author) = citation.authors.first() else {
        return false;
    };
    let surname = cx.source_words(author.span);
    let is_somebody = |group: &Group| {
        let last = group.name.rsplit(' ').next();
        last == Some(surname) && (group.acts || group.kind == Kind::Person)
    };
    cx.mentions.groups().iter().any(is_somebody)
}

/// Whether author and year stand in one bracket.
fn is_bracketed(cx: &Context, citation: &AuthorYear) -> bool {
    !cx.source_words(citation.span).ends_with(')')
}

fn unused(cx: &Context, works: &Works, findings: &mut Vec<Finding>) {
    let cites = works
        .citations
        .iter()
        .find(|(_, lead)| matches!(lead, Lead::Found(_) | Lead::Year(_)));
    let Some((example, _)) = cites else { return };
    // The bibliography of a text with notes holds more than is cited by author and year.
    let by_year = works.cited.len() * 2 > works.references.len();
    let never = works.references.iter().enumerate();
    let never = never.filter(|(_, reference)| by_year || !reference.dated_last);
    for (_, reference) in never.filter(|(number, _)| !works.cited.contains(number)) {
        if cx.reads_source(reference.span) {
            findings.push(
                Finding::at(reference.span)
                    .label(example.span, "this text cites by author and year")
                    .field("found", cx.source_words(reference.span)),
            );
        }
    }
}

fn mismatched(cx: &Context, works: &Works, findings: &mut Vec<Finding>) {
    for (citation, lead) in &works.citations {
        if !cx.reads_source(citation.span) {
            continue;
        }
        let (wrong, right, note) = match lead {
            Lead::Year(number) => {
                let reference = &works.references[*number];
                let cited = citation
                    .years
                    .last()
                    .map_or(citation.span, |year| year.span);
                (cited, reference.year(), "the year in the reference")
            }
            Lead::Author(number, (cited, author)) => {
                let reference = &works.references[*number];
                let (Some(cited), Some(author)) =
                    (citation.authors.get(*cited), reference.author(*author))
                else {
                    continue;
                };
                (cited.span, author.span, "the author in the reference")
            }
            Lead::Found(_) | Lead::Nowhere => continue,
        };
        let words = cx.source_words(right);
        findings.push(
            Finding::at(citation.span)
                .label(right, note)
                .field("found", cx.source_words(citation.span))
                .field("other", words)
                .suggested_fix(vec![(cx.document.text_range(wrong), words.to_owned())]),
        );
    }
}
