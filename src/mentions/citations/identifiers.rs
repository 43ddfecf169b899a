//! Identifiers: ISBN, ISSN, ORCID, DOI, arXiv, PMID and addresses of pages.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::source::Span;

/// What an identifier identifies by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    /// A book.
    Isbn,
    /// A periodical.
    Issn,
    /// A researcher.
    Orcid,
    /// A document.
    Doi,
    /// A preprint.
    Arxiv,
    /// A paper in PubMed.
    Pmid,
    /// A page.
    Url,
}

impl Scheme {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Isbn => "ISBN",
            Scheme::Issn => "ISSN",
            Scheme::Orcid => "ORCID",
            Scheme::Doi => "DOI",
            Scheme::Arxiv => "arXiv",
            Scheme::Pmid => "PMID",
            Scheme::Url => "URL",
        }
    }

    /// The scheme of a bibliography's field.
    pub fn of_field(name: &str) -> Option<Self> {
        match name {
            "isbn" => Some(Scheme::Isbn),
            "issn" => Some(Scheme::Issn),
            "orcid" => Some(Scheme::Orcid),
            "doi" => Some(Scheme::Doi),
            "arxiv" => Some(Scheme::Arxiv),
            "pmid" => Some(Scheme::Pmid),
            "url" => Some(Scheme::Url),
            _ => None,
        }
    }
}

/// An identifier without its name.
#[derive(Clone, Debug)]
pub struct Identifier {
    /// What it identifies by.
    pub scheme: Scheme,
    /// Where it stands.
    pub span: Span,
}

/// What announces an identifier.
const TRIGGERS: [&str; 11] = [
    "isbn",
    "issn",
    "orcid",
    "doi.org/",
    "doi:",
    "doi ",
    "arxiv:",
    "arxiv.org/",
    "pmid",
    ":/",
    "www.",
];

static SEARCH: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(TRIGGERS)
        .ok()
});

/// All identifiers of a text, in its order.
pub(super) fn extract(text: &str) -> Vec<Identifier> {
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
        all.extend(
            span.filter(|span| !span.is_empty())
                .map(|span| Identifier { scheme, span }),
        );
    }
    all
}

/// The scheme that a trigger announces.
fn announced(trigger: &str) -> Scheme {
    match trigger {
        "isbn" => Scheme::Isbn,
        "issn" => Scheme::Issn,
        "orcid" => Scheme::Orcid,
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
        "isbn" => isbn(text, start, end),
        "issn" => issn(text, start, end),
        "orcid" => orcid(text, end),
        "doi.org/" => doi(text, end, true),
        "doi:" | "doi " => named_doi(text, start, end),
        "arxiv:" => arxiv(text, end),
        "arxiv.org/" => arxiv_page(text, end),
        "pmid" => digits(text, end),
        ":/" => scheme(text, start).map(|start| token(text, start)),
        _ => {
            let joins = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '@');
            (!text[..start].ends_with(joins)).then(|| token(text, start))
        }
    }
}

/// What stands between a name and its number: `-13: `, ` (print) `.
fn separator(text: &str, at: usize, sizes: &[&str]) -> usize {
    let mut from = at;
    for size in sizes {
        if text[from..].starts_with(size)
            && !text[from + size.len()..].starts_with(|c: char| c.is_ascii_digit())
        {
            from += size.len();
            break;
        }
    }
    let rest = &text[from..];
    let trimmed = rest.trim_start_matches([':', ' ', '\u{A0}', '.', '=']);
    if rest.len() - trimmed.len() > 4 {
        at
    } else {
        from + rest.len() - trimmed.len()
    }
}

fn free(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphabetic())
}

/// The digits behind `ISBN`: of several groups those that make 10 or 13 digits, else all.
fn isbn(text: &str, name: usize, at: usize) -> Option<Span> {
    if !free(text, name) {
        return None;
    }
    let start = separator(text, at, &["-13", "-10", " 13", " 10"]);
    let rest = &text[start..];
    let (mut digits, mut end) = (0, 0);
    let mut fitting = None;
    let mut before = '0';
    for (offset, c) in rest.char_indices().take(40) {
        let figure = c.is_ascii_digit() || matches!(c, 'x' | 'X') && digits > 0;
        if figure {
            digits += 1;
            end = offset + 1;
            let boundary = !rest[end..]
                .starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'x' | 'X' | '-' | '–'));
            if boundary && matches!(digits, 10 | 13) {
                fitting = Some(end);
            }
        } else if !matches!(c, '-' | ' ' | '–' | '\u{2010}' | '\u{2011}')
            || !(before.is_ascii_digit() || matches!(before, 'x' | 'X'))
        {
            break;
        }
        before = c;
    }
    let end =
        fitting.unwrap_or_else(|| rest[..end].find(' ').filter(|_| digits > 13).unwrap_or(end));
    (digits > 3).then(|| Span::new(start, start + end))
}

fn issn(text: &str, name: usize, at: usize) -> Option<Span> {
    if !free(text, name) {
        return None;
    }
    let start = separator(
        text,
        at,
        &["-L", "-l", " (print)", " (online)", " (Print)", " (Online)"],
    );
    let length = text[start..]
        .bytes()
        .take(14)
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'x' | b'X'))
        .count();
    let begins = text[start..].starts_with(|c: char| c.is_ascii_digit());
    (begins && length > 3).then(|| Span::new(start, start + length))
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
    if number == 0 || !(announced || rest.starts_with("10.")) {
        return None;
    }
    Some(token(text, start))
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

/// Where the scheme before `:/` begins; it is one of the web, or nearly.
fn scheme(text: &str, colon: usize) -> Option<usize> {
    let length = text[..colon]
        .bytes()
        .rev()
        .take(8)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let start = colon - length;
    let name = text[start..colon].to_ascii_lowercase();
    let double = text[colon..].starts_with("://");
    let known = matches!(name.as_str(), "http" | "https" | "ftp");
    let near = double
        && length >= 3
        && ["http", "https"]
            .iter()
            .any(|scheme| strsim::damerau_levenshtein(&name, scheme) == 1);
    let free = !text[..start]
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '=' | '+' | '.' | ':'));
    ((known || near) && free).then_some(start)
}

/// An address or the like from its start to the blank, without the stops of the sentence and without
/// a bracket that the sentence opened.
fn token(text: &str, start: usize) -> Span {
    let rest = &text[start..];
    let mut depth = [0_usize; 3];
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        let pair = match c {
            '(' | ')' => 0,
            '[' | ']' => 1,
            _ => 2,
        };
        match c {
            _ if c.is_whitespace() || matches!(c, '"' | '“' | '”' | '»' | '`' | '|' | '\\') => {
                break;
            }
            // `<693::AID-ASI4>` stands inside old DOIs; `>` alone closes what the sentence opened.
            '<' => depth[2] += 1,
            '>' if depth[2] == 0 => break,
            '>' => depth[2] -= 1,
            '(' | '[' => depth[pair] += 1,
            ')' | ']' if depth[pair] == 0 => break,
            ')' | ']' => depth[pair] -= 1,
            _ => {}
        }
        end = at + c.len_utf8();
    }
    let words = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_']);
    Span::new(start, start + words.len())
}
