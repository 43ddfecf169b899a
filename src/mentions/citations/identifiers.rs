//! Identifiers: ISBN, ISSN, ORCID, DOI, arXiv, PMID and addresses of pages.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::books;
use super::page::Page;
use super::scheme::Scheme;
use super::token::{free, separator, token};
use super::web;
use crate::source::Span;

/// An identifier without its name.
#[derive(Clone, Debug)]
pub struct Identifier {
    /// What it identifies by.
    pub scheme: Scheme,
    /// Where it stands.
    pub span: Span,
}

/// What announces an identifier, or what one begins with.
const TRIGGERS: [&str; 15] = [
    "isbn",
    "issn",
    "orcid",
    "978",
    "979",
    "0000-000",
    "doi.org/",
    "doi:",
    "doi ",
    "arxiv:",
    "arxiv.org/",
    "pmid",
    "http",
    "://",
    "www.",
];

static SEARCH: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(TRIGGERS)
        .ok()
});

/// All identifiers of a page, in its order: those that are read, and those that links lead to.
pub(super) fn all(page: &Page) -> Vec<Identifier> {
    let mut all = extract(page.text);
    // `10\.1111` is escaped for Markdown: not all of it is seen here.
    all.retain(|identifier| !page.source()[identifier.span.end..].starts_with('\\'));
    for &span in &page.document.links().destinations {
        let found = extract(page.words(span)).into_iter();
        all.extend(found.map(|found| Identifier {
            span: Span::new(found.span.start + span.start, found.span.end + span.start),
            ..found
        }));
    }
    all.sort_by_key(|identifier| identifier.span);
    all
}

/// All identifiers of a text, in its order.
fn extract(text: &str) -> Vec<Identifier> {
    let mut all: Vec<Identifier> = Vec::new();
    let Some(search) = &*SEARCH else { return all };
    for found in search.find_iter(text) {
        let trigger = TRIGGERS[found.pattern().as_usize()];
        let scheme = announced(trigger);
        // An address inside an address is none of its own.
        let inside = all
            .iter()
            .rev()
            .take(2)
            .any(|last| last.scheme == scheme && last.span.end > found.start());
        let span = if inside {
            None
        } else {
            number(text, trigger, found.range())
        };
        let mut next = span.filter(|span| !span.is_empty());
        while let Some(span) = next {
            all.push(Identifier { scheme, span });
            next = books::another(text, scheme, span.end);
        }
    }
    all
}

/// The scheme that a trigger announces.
fn announced(trigger: &str) -> Scheme {
    match trigger {
        "isbn" | "978" | "979" => Scheme::Isbn,
        "issn" => Scheme::Issn,
        "orcid" | "0000-000" => Scheme::Orcid,
        "doi.org/" | "doi:" | "doi " => Scheme::Doi,
        "arxiv:" | "arxiv.org/" => Scheme::Arxiv,
        "pmid" => Scheme::Pmid,
        _ => Scheme::Url,
    }
}

/// The identifier behind its trigger.
fn number(text: &str, trigger: &str, place: Range<usize>) -> Option<Span> {
    let Range { start, end } = place;
    match trigger {
        "isbn" => books::isbn(text, start, end),
        "978" | "979" => books::bare_isbn(text, start),
        "issn" => books::issn(text, start, end),
        "orcid" => orcid(text, end),
        "0000-000" => bare_orcid(text, start),
        "doi.org/" => doi(text, end, true),
        "doi:" | "doi " => named_doi(text, start, end),
        "arxiv:" => arxiv(text, end),
        "arxiv.org/" => arxiv_page(text, end),
        "pmid" => digits(text, end),
        "http" => web::address(text, start),
        "://" => web::near_scheme(text, start),
        _ => web::bare(text, start),
    }
}

fn orcid(text: &str, at: usize) -> Option<Span> {
    let mut start = at;
    for joint in [".org/", " iD", " ID", " id"] {
        if text[start..].starts_with(joint) {
            start += joint.len();
            break;
        }
    }
    start = separator(text, start, &[]);
    for prefix in ["https://orcid.org/", "http://orcid.org/", "orcid.org/"] {
        if text[start..].starts_with(prefix) {
            start += prefix.len();
        }
    }
    let length = text[start..]
        .bytes()
        .take(24)
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'x' | b'X'))
        .count();
    (length > 8).then(|| Span::new(start, start + length))
}

/// `0000-0002-1825-0097` without a name.
fn bare_orcid(text: &str, start: usize) -> Option<Span> {
    const FORM: usize = "0000-0000-0000-0000".len();
    let number = text.get(start..start + FORM)?;
    let formed = number.bytes().enumerate().all(|(at, byte)| match at {
        4 | 9 | 14 => byte == b'-',
        18 => byte.is_ascii_digit() || byte == b'X',
        _ => byte.is_ascii_digit(),
    });
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/');
    let whole = !text[..start].ends_with(joins) && !text[start + FORM..].starts_with(joins);
    (formed && whole && !number.starts_with("0000-0000")).then(|| Span::new(start, start + FORM))
}

fn named_doi(text: &str, name: usize, at: usize) -> Option<Span> {
    if !free(text, name) || text[..name].ends_with('/') {
        return None;
    }
    let start = separator(text, at, &[]);
    let rest = &text[start..];
    if rest.starts_with("http") {
        return None;
    }
    let colon = text[..at].ends_with(':');
    doi(text, start, colon)
}

/// A DOI with what belongs to its suffix: brackets that close what they open.
fn doi(text: &str, start: usize, announced: bool) -> Option<Span> {
    let rest = &text[start..];
    let number = rest
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || *byte == b'.')
        .count();
    let span = token(text, start);
    // `doi:abc/183` is meant for one, `https://doi.org/the-identifier` is a page.
    let words = &text[span.range()];
    let meant = number > 0
        || text[..start].trim_end().ends_with(':')
            && words.contains('/')
            && words.contains(|c: char| c.is_ascii_digit());
    (meant && (announced || rest.starts_with("10."))).then_some(span)
}

fn arxiv(text: &str, at: usize) -> Option<Span> {
    let start = at + (text[at..].len() - text[at..].trim_start_matches(' ').len()).min(1);
    let begins = text[start..].starts_with(|c: char| c.is_ascii_alphanumeric());
    let span = arxiv_token(text, start);
    let numbered = text[span.range()].contains(|c: char| c.is_ascii_digit());
    (begins && numbered).then_some(span)
}

fn arxiv_page(text: &str, at: usize) -> Option<Span> {
    let rest = &text[at..];
    let skipped = ["abs/", "pdf/", "html/"]
        .into_iter()
        .find(|folder| rest.starts_with(folder))?
        .len();
    let mut span = arxiv_token(text, at + skipped);
    if text[span.range()].ends_with(".pdf") {
        span.end -= ".pdf".len();
    }
    Some(span)
}

fn arxiv_token(text: &str, start: usize) -> Span {
    let length = text[start..]
        .bytes()
        .take(60)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'/'))
        .count();
    let words = text[start..start + length].trim_end_matches(['.', '-', '/']);
    Span::new(start, start + words.len())
}

fn digits(text: &str, at: usize) -> Option<Span> {
    let start = separator(text, at, &[]);
    let length = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    Some(Span::new(start, start + length))
}
