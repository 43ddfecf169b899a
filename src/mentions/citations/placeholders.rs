//! Citations that are to come: `[citation needed]`, `[REF]`, `(author, year)`, `p. ??`.

use super::notes::Group;
use super::page::Page;
use crate::source::Span;

const SQUARE: [&str; 20] = [
    "citation needed",
    "citations needed",
    "cite needed",
    "citation",
    "cite",
    "ref",
    "refs",
    "ref needed",
    "reference needed",
    "references needed",
    "source needed",
    "sources needed",
    "source?",
    "ref?",
    "cite?",
    "citation?",
    "reference?",
    "add citation",
    "add reference",
    "insert citation",
];

const ROUND: [&str; 12] = [
    "author, year",
    "author year",
    "author, date",
    "author date",
    "name, year",
    "name year",
    "ref",
    "refs",
    "citation needed",
    "author, year, page",
    "author, year, p. x",
    "add citation",
];

/// What stands for a page number that is to come.
const PAGES: [&str; 6] = ["??", "?", "TK", "XX", "___", "000"];

/// Whole notes that are to come.
const NOTES: [&str; 9] = ["xxx", "xxxx", "tk", "tktk", "todo", "tbd", "???", "??", "?"];

/// Years that are to come.
const YEARS: [&str; 5] = ["XXXX", "YYYY", "????", "20XX", "19XX"];

/// All of them in the order of the page.
pub(super) fn extract(page: &Page, groups: &[Group]) -> Vec<Span> {
    let text = page.text;
    let mut all = Vec::new();
    for open in memchr::memchr2_iter(b'[', b'(', text.as_bytes()) {
        let (close, list): (char, &[&str]) = if text[open..].starts_with('[') {
            (']', &SQUARE)
        } else {
            (')', &ROUND)
        };
        let inside = &text[open + 1..];
        let inside = &inside[..inside.floor_char_boundary(24)];
        let Some(length) = inside.find(close) else {
            continue;
        };
        let words = inside[..length].trim().to_lowercase();
        let linked = text[open + length + 2..].starts_with(['(', '[', ':']);
        if !linked && list.contains(&words.as_str()) {
            all.push(Span::new(open, open + length + 2));
        }
    }
    for open in memchr::memchr_iter(b'(', text.as_bytes()) {
        all.extend(undated(text, open));
    }
    for at in memchr::memmem::find_iter(text.as_bytes(), "p. ") {
        let start = if text[..at].ends_with('p') {
            at - 1
        } else {
            at
        };
        let number = at + "p. ".len();
        let found = PAGES.iter().find(|page| text[number..].starts_with(**page));
        let Some(found) = found.filter(|_| !text[..start].ends_with(char::is_alphanumeric)) else {
            continue;
        };
        let end = number + found.len();
        if !text[end..].starts_with(char::is_alphanumeric) {
            all.push(Span::new(start, end));
        }
    }
    for body in groups.iter().flat_map(|group| &group.bodies) {
        let words = page.words(body.words);
        let bare = words.trim().trim_end_matches('.');
        if NOTES.contains(&bare.to_lowercase().as_str()) {
            let start = body.words.start + words.len() - words.trim_start().len();
            all.push(Span::new(start, start + bare.len()));
        }
    }
    all.sort();
    all.dedup_by(|next, last| next.start < last.end);
    all
}

/// `(Munro, XXXX)`, `(Munro XXXX, p. 3)`.
fn undated(text: &str, open: usize) -> Option<Span> {
    let inside = &text[open + 1..];
    let inside = &inside[..inside.floor_char_boundary(80)];
    let words = &inside[..inside.find(')')?];
    let year = YEARS.iter().find_map(|year| words.find(year))?;
    let named = words.starts_with(char::is_uppercase)
        && words[..year].ends_with(' ')
        && words[..year].contains(char::is_lowercase)
        && !words[..year].contains(|c: char| c.is_ascii_digit());
    let behind = &words[year + 4..];
    (named && (behind.is_empty() || behind.starts_with([',', ':', ';'])))
        .then(|| Span::new(open, open + words.len() + 2))
}
