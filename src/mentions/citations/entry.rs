//! Entries of a list: where each begins, and the number it bears.

use std::ops::Range;

use super::page::{Page, Section};
use crate::source::Span;

/// How a note is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `[^1]`
    Caret,
    /// `[1]`
    Square,
    /// `(1)`
    Round,
    /// `¹`
    Raised,
    /// `1.`, of a list only.
    Listed,
}

/// The number at the start of an entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marker {
    pub(super) style: Style,
    pub(super) number: u32,
    /// Bytes of it at the start of the line.
    pub(super) length: usize,
}

/// One entry of a list of notes or references.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) marker: Option<(Style, u32, Span)>,
    pub(super) words: Span,
}

/// The number that a line opens with.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let first = line.chars().next()?;
    let (style, open) = match first {
        '[' => (Style::Square, 1),
        '(' => (Style::Round, 1),
        '0'..='9' => (Style::Listed, 0),
        _ => {
            let (number, length) = raised(line)?;
            return Some(Marker {
                style: Style::Raised,
                number,
                length,
            });
        }
    };
    let (number, digits) = number(&line[open..])?;
    let rest = &line[open + digits..];
    let close = match style {
        Style::Square => rest.starts_with(']'),
        Style::Round => rest.starts_with(')'),
        _ => rest.starts_with(". ") || rest.starts_with(") ") || rest == ".",
    };
    close.then_some(Marker {
        style,
        number,
        length: open + digits + 1,
    })
}

/// The number that a line opens with, `<sup>1</sup>` too; `start` is the place of its first word.
pub(super) fn opening(page: &Page, start: usize, words: &str) -> Option<Marker> {
    marker(words).or_else(|| {
        let all = page.document.raised();
        let first = all.partition_point(|raised| raised.words.end <= start);
        let found = all.get(first)?;
        let shown = page.text.get(found.words.range())?;
        let begin = found.words.start + (shown.len() - shown.trim_start().len());
        if ![found.mark.start, begin].contains(&start) {
            return None;
        }
        let (number, digits) = number(shown.trim())?;
        let end = (digits == shown.trim().len()).then_some(begin + digits)?;
        let tag = if begin == start { "" } else { "</sup>" };
        let closed = page.source().get(end..)?.strip_prefix(tag)?;
        Some(Marker {
            style: Style::Raised,
            number,
            length: page.source().len() - closed.len() - start,
        })
    })
}

/// A number of at most five digits, with its length.
pub(super) fn number(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    // `013` is none.
    if !(1..=5).contains(&digits) || digits > 1 && text.starts_with('0') {
        return None;
    }
    Some((text[..digits].parse().ok()?, digits))
}

/// A number in superior figures, with its length.
pub(super) fn raised(text: &str) -> Option<(u32, usize)> {
    let mut number = 0_u32;
    let mut length = 0;
    for c in text.chars().take(4) {
        let Some(digit) = superior(c) else { break };
        number = number * 10 + digit;
        length += c.len_utf8();
    }
    (length > 0).then_some((number, length))
}

/// The digit that a superior figure is.
pub(super) fn superior(c: char) -> Option<u32> {
    match c {
        '⁰' => Some(0),
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '⁴'..='⁹' => Some(u32::from(c) - u32::from('⁴') + 4),
        _ => None,
    }
}

/// The entries of a section. Of a numbered list the entries with numbers, up to the first paragraph
/// that belongs to none; of another the paragraphs, items or lines that `opens` takes for one.
pub(super) fn entries(page: &Page, section: &Section, opens: impl Fn(&str) -> bool) -> Vec<Entry> {
    let source = page.source();
    let mut all: Vec<Entry> = Vec::new();
    let mut numbered = None;
    let mut blank = true;
    let mut unfinished = false;
    for line in page.lines(&section.body) {
        if page.text[line.clone()].trim().is_empty()
            && marker(source[line.clone()].trim()).is_none()
        {
            blank = true;
            continue;
        }
        let (start, words) = trimmed(source, &line);
        let marker = opening(page, start, words);
        let is_numbered = *numbered.get_or_insert(marker.is_some());
        let bullet = words
            .strip_prefix(['-', '*', '•', '+'])
            .is_some_and(|rest| rest.starts_with(' '));
        let flush = start == line.start;
        let new = match marker {
            Some(_) if is_numbered => true,
            _ if is_numbered && blank && flush => break,
            _ if is_numbered => false,
            _ => bullet || blank && flush || flush && !unfinished && opens(words),
        };
        blank = false;
        // Authors go on in the next line.
        unfinished = words.ends_with([',', '&']) || words.ends_with(" and");
        let end = start + words.len();
        if new {
            let skipped = match marker.filter(|_| is_numbered) {
                Some(marker) => marker.length,
                None if bullet => words.chars().next().map_or(0, char::len_utf8),
                None => 0,
            };
            let rest = &words[skipped..];
            let begin = start + skipped + (rest.len() - rest.trim_start().len());
            all.push(Entry {
                marker: marker.filter(|_| is_numbered).map(|marker| {
                    (
                        marker.style,
                        marker.number,
                        Span::new(start, start + marker.length),
                    )
                }),
                words: Span::new(begin, end.max(begin)),
            });
        } else if let Some(last) = all.last_mut() {
            last.words.end = end;
        }
    }
    all
}

fn trimmed<'s>(source: &'s str, line: &Range<usize>) -> (usize, &'s str) {
    let words = &source[line.clone()];
    let start = line.start + words.len() - words.trim_start().len();
    (start, words.trim())
}
