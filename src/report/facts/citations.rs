//! What an article cites and where each citation leads, for every format.

use std::collections::HashMap;

use super::Article;
use crate::mentions::citations::{AuthorYear, Lead, Scheme};
use crate::source::{Span, one_line};

/// A target is cut to so many characters.
const TARGET: usize = 80;

/// One citation.
pub(super) struct Cited {
    pub(super) span: Span,
    pub(super) kind: &'static str,
    /// Where it leads; none when it leads nowhere.
    pub(super) target: Option<String>,
}

/// The kinds, for the schema.
pub(super) const KINDS: [&str; 12] = [
    "note",
    "key",
    "author-year",
    "ibid",
    "placeholder",
    "isbn",
    "issn",
    "orcid",
    "doi",
    "arxiv",
    "pmid",
    "url",
];

/// All citations in the order of the file.
pub(super) fn all(article: &Article) -> Vec<Cited> {
    let source = article.document.source();
    let citations = article.mentions.citations();
    let words = |span: Span| shortened(source.slice(span));
    let mut all = Vec::new();
    for group in citations.notes() {
        let bodies: HashMap<&str, Span> = group
            .bodies
            .iter()
            .rev()
            .map(|body| (body.label.as_str(), body.words))
            .collect();
        all.extend(group.marks.iter().map(|mark| Cited {
            span: mark.span,
            kind: "note",
            target: bodies.get(mark.label.as_str()).map(|&body| words(body)),
        }));
    }
    all.extend(citations.keys().iter().map(|key| {
        Cited {
            span: key.span,
            kind: "key",
            target: citations
                .sources()
                .get(&key.key)
                .map(|(_, entry)| entry.key.clone()),
        }
    }));
    let works = citations.works();
    // `(May 2019)` leads nowhere, and may cite nothing.
    let cites = |(citation, lead): &&(AuthorYear, Lead)| citation.sure || *lead != Lead::Nowhere;
    all.extend(
        works
            .citations
            .iter()
            .filter(cites)
            .map(|(citation, lead)| Cited {
                span: citation.span,
                kind: "author-year",
                target: match lead {
                    Lead::Found(number) => Some(words(works.references[*number].span)),
                    Lead::Year(_) | Lead::Author(..) | Lead::Nowhere => None,
                },
            }),
    );
    all.extend(
        citations
            .latin()
            .iter()
            .map(|latin| bare(latin.span, "ibid")),
    );
    all.extend(
        citations
            .placeholders()
            .iter()
            .map(|&span| bare(span, "placeholder")),
    );
    all.extend(citations.identifiers().iter().map(|identifier| Cited {
        span: identifier.span,
        kind: kind(identifier.scheme),
        target: Some(words(identifier.span)),
    }));
    all.sort_by_key(|cited| cited.span);
    all
}

fn bare(span: Span, kind: &'static str) -> Cited {
    Cited {
        span,
        kind,
        target: None,
    }
}

fn kind(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Isbn => "isbn",
        Scheme::Issn => "issn",
        Scheme::Orcid => "orcid",
        Scheme::Doi => "doi",
        Scheme::Arxiv => "arxiv",
        Scheme::Pmid => "pmid",
        Scheme::Url => "url",
    }
}

/// The words on one line, cut where they are many.
fn shortened(words: &str) -> String {
    let line = one_line(words);
    match line.char_indices().nth(TARGET) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
