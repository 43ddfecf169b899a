//! Addresses of pages in running text, those too that were meant for one: `http//`, `htp://`, `https:/`.

use super::token::token;
use crate::source::Span;

/// What begins with `http` where it is an address.
pub(super) fn address(text: &str, start: usize) -> Option<Span> {
    let rest = &text[start + "http".len()..];
    let rest = rest.strip_prefix(['s', 'S']).unwrap_or(rest);
    if !is_free(text, start) {
        return None;
    }
    let behind = text.len() - rest.len();
    if let Some(host) = rest.strip_prefix("://") {
        return match host.strip_prefix(' ') {
            // `http:// example.org`
            Some(after) => {
                let span = token(text, text.len() - after.len());
                is_host(&text[span.range()]).then(|| Span::new(start, span.end))
            }
            None => {
                let span = token(text, start);
                let named = span.end > behind + "://".len();
                named.then(|| broken_link(text, span).unwrap_or(span))
            }
        };
    }
    let slip = [":/", "//", ";//", ".//", ":\\\\", ":\\"]
        .iter()
        .find(|slip| rest.starts_with(**slip));
    match slip {
        Some(slip) => {
            let span = token(text, behind + slip.len());
            is_host(&text[span.range()]).then(|| Span::new(start, span.end))
        }
        // `https:example.org`
        None => {
            let span = token(text, text.len() - rest.strip_prefix(':')?.len());
            let words = &text[span.range()];
            (is_host(words) && is_known(words)).then(|| Span::new(start, span.end))
        }
    }
}

/// The address before `://` whose scheme is `http` or `https` with a slip, or `ftp`.
pub(super) fn near_scheme(text: &str, colon: usize) -> Option<Span> {
    let length = text[..colon]
        .bytes()
        .rev()
        .take(8)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let start = colon - length;
    let name = text[start..colon].to_ascii_lowercase();
    let near = length >= 3
        && ["http", "https"]
            .iter()
            .any(|scheme| strsim::damerau_levenshtein(&name, scheme) == 1);
    let span = token(text, start);
    let known = matches!(name.as_str(), "http" | "https");
    ((name == "ftp" || near && !known) && is_free(text, start) && span.end > colon + 3)
        .then_some(span)
}

/// `www.example.org`.
pub(super) fn bare(text: &str, start: usize) -> Option<Span> {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '@' | '-' | '_');
    let span = token(text, start);
    // `WWW.` ends a sentence.
    (!text[..start].ends_with(joins) && span.len() > "www.".len()).then_some(span)
}

/// `](https://example.org/a b)`: Markdown takes what has a blank for no link, so that it can be read.
fn broken_link(text: &str, span: Span) -> Option<Span> {
    const LONGEST: usize = 500;
    if !text[..span.start].ends_with("](") {
        return None;
    }
    let rest = &text[span.end..text.floor_char_boundary(span.end + LONGEST)];
    let close = rest.find([')', '\n', '('])?;
    let behind = &rest[..close];
    (rest[close..].starts_with(')') && behind.starts_with(' ') && !behind.contains(['"', '\'']))
        .then(|| Span::new(span.start, span.end + close))
}

/// An address inside another, or behind a scheme of its own, is a part of it.
fn is_free(text: &str, start: usize) -> bool {
    !text[..start]
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '=' | '+' | '.' | ':' | '-'))
}

/// Whether words begin with the name of a host: `example.org/tides`.
fn is_host(words: &str) -> bool {
    let host = words.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let formed =
        |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let top = labels.last().copied().unwrap_or_default();
    labels.len() > 1
        && labels.iter().all(formed)
        && top.len() > 1
        && top.chars().all(char::is_alphabetic)
}

/// Whether a host is one of the best known domains.
fn is_known(words: &str) -> bool {
    let host = words.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let top = host.rsplit('.').next().unwrap_or_default();
    host.starts_with("www.") || matches!(top, "com" | "org" | "net" | "edu" | "gov")
}
