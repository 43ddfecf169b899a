//! `ibid`: *ibid.* and *op. cit.* that refer to nothing, or to several works.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::citations::{Apparatus, Back, Body, Latin};
use crate::source::Span;

/// Reports words that refer back to a note when none, or one with several works, stands before them.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ibid {}

impl Check for Ibid {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "reason"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let citations = cx.mentions.citations();
        let mut named = Named::default();
        let mut first = None;
        for latin in citations
            .latin()
            .iter()
            .filter(|latin| cx.reads_source(latin.span))
        {
            let finding = Finding::at(latin.span).field("found", cx.source_words(latin.span));
            match (latin.note, latin.back) {
                (Some((group, number)), Back::Last) => {
                    let bodies = &citations.notes()[group].bodies;
                    findings.extend(after(cx, bodies, number, finding));
                }
                (Some((group, number)), Back::Named) => {
                    let bodies = &citations.notes()[group].bodies;
                    if !named.before(cx, latin, group, bodies, number) {
                        findings.push(
                            finding.field("reason", "no work of this author was cited before"),
                        );
                    }
                }
                (None, _) => {
                    let first = *first.get_or_insert_with(|| first_citation(cx));
                    if latin.span.start < first {
                        findings.push(finding.field("reason", "nothing was cited before"));
                    }
                }
            }
        }
    }
}

/// *Ibid.* in a note means the work of the note before it.
fn after(cx: &Context, bodies: &[Body], number: usize, finding: Finding) -> Option<Finding> {
    let Some(before) = number.checked_sub(1).map(|before| &bodies[before]) else {
        return Some(finding.field("reason", "no note stands before it"));
    };
    let last = last_of_several(cx, before.words)?;
    Some(
        finding
            .field("reason", "the note before it cites several works")
            .label(last, "the last of them"),
    )
}

/// The last work of a note that cites several, each with a name and a number, between semicolons.
fn last_of_several(cx: &Context, words: Span) -> Option<Span> {
    let text = cx.source_words(words);
    let (first, last) = text.rsplit_once(';')?;
    let is_work = |part: &str| {
        part.contains(|c: char| c.is_ascii_digit())
            && part
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word.chars().count() > 2 && word.starts_with(char::is_uppercase))
    };
    let start = words.start + first.len() + 1 + (last.len() - last.trim_start().len());
    (is_work(first) && is_work(last)).then(|| Span::new(start, start + last.trim().len()))
}

/// The names in the notes of a group, up to a note: each note is read once.
#[derive(Default)]
struct Named<'c> {
    group: usize,
    read: usize,
    names: HashSet<&'c str>,
    /// Those of the reference lists.
    listed: Option<HashSet<&'c str>>,
}

impl<'c> Named<'c> {
    /// Whether the author named before *op. cit.* stands in an earlier note; without a name any note will do.
    fn before(
        &mut self,
        cx: &Context<'c>,
        latin: &Latin,
        group: usize,
        bodies: &[Body],
        number: usize,
    ) -> bool {
        if group != self.group {
            (self.group, self.read) = (group, 0);
            self.names.clear();
        }
        for body in &bodies[self.read.min(number)..number] {
            self.names.extend(names(cx.source_words(body.words)));
        }
        self.read = self.read.max(number);
        let own = Span::new(bodies[number].words.start, latin.span.start);
        let own = cx
            .source_words(own)
            .rsplit([';', '.'])
            .find(|part| names(part).next().is_some());
        let Some(name) = own.and_then(|part| names(part).last()) else {
            return number > 0;
        };
        self.names.contains(name) || self.listed.get_or_insert_with(|| listed(cx)).contains(name)
    }
}

/// The names in the reference lists.
fn listed<'c>(cx: &Context<'c>) -> HashSet<&'c str> {
    let sections = cx.mentions.citations().sections().iter();
    let lists = sections.filter(|section| section.apparatus == Apparatus::References);
    lists
        .flat_map(|section| names(cx.source_words(section.body.clone().into())))
        .collect()
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')))
        .filter(|word| word.chars().count() > 1 && word.starts_with(char::is_uppercase))
}

/// Where the text first cites anything; its end when it never does.
fn first_citation(cx: &Context) -> usize {
    let citations = cx.mentions.citations();
    let cited = citations
        .works()
        .citations
        .first()
        .map(|(citation, _)| citation.span.start);
    let marked = citations
        .notes()
        .iter()
        .filter_map(|group| group.marks.first())
        .map(|mark| mark.span.start)
        .min();
    let key = citations.keys().first().map(|key| key.span.start);
    let paged = cx.text().find("p. ");
    let paged = paged.map(|at| cx.document.span(&(at..at + 1)).start);
    [cited, marked, key, paged]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(cx.document.source().text().len())
}
