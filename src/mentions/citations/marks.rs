//! Numbers that mark notes in running text: `[1]`, `(1)`, `¹`, `<sup>1</sup>`. What leads to them is known
//! to `notes`.

use std::collections::HashSet;
use std::ops::Range;

use super::entry::{self, Style};
use super::page::Page;
use crate::document::Raised;
use crate::source::Span;

/// Words before `[17]` that make it a part of something else.
const POINTERS: [&str; 24] = [
    "at",
    "para",
    "paras",
    "paragraph",
    "paragraphs",
    "chapter",
    "chapters",
    "section",
    "step",
    "item",
    "clause",
    "article",
    "equation",
    "eq",
    "eqs",
    "fig",
    "figure",
    "table",
    "line",
    "version",
    "flask",
    "row",
    "box",
    "index",
];

/// Units and symbols that a superior figure raises to a power.
const UNITS: [&str; 18] = [
    "km", "m", "cm", "mm", "dm", "nm", "ft", "in", "mi", "yd", "s", "sec", "kg", "ha", "px", "hm",
    "c", "r",
];

/// Numbers in words, which `two (2)` repeats.
const COUNTED: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// A mark leads to at most this many notes.
const SPREAD: u32 = 50;

/// A mark in the text: one for each note that it leads to, so that `[2–4]` is three.
#[derive(Clone, Debug)]
pub struct Mark {
    /// What it calls the note, in small letters.
    pub label: String,
    /// The label where it is a number.
    pub number: Option<u32>,
    /// Where it stands.
    pub span: Span,
}

impl Mark {
    pub(super) fn new(label: &str, span: Span) -> Self {
        let label = label.to_lowercase();
        Mark {
            number: label.parse().ok(),
            label,
            span,
        }
    }
}

/// `[1]`, `[2, 4]`, `[2–4]`, `[2, p. 14]`; `(1)`.
pub(super) fn brackets(
    page: &Page,
    range: &Range<usize>,
    style: Style,
    known: &HashSet<u32>,
    marks: &mut Vec<Mark>,
) {
    let text = page.text;
    let (open, close) = if style == Style::Round {
        (b'(', ')')
    } else {
        (b'[', ']')
    };
    let mut attached = Vec::new();
    let mut attaches = false;
    for at in memchr::memchr_iter(open, text[range.clone()].as_bytes()) {
        let start = range.start + at;
        let inside = &text[start + 1..];
        let inside = &inside[..inside.floor_char_boundary(40)];
        let Some(length) = inside.find(close) else {
            continue;
        };
        let Some(numbers) = numbers(&inside[..length], style) else {
            continue;
        };
        // `[1932]` is a year, unless there are so many notes.
        if numbers
            .iter()
            .any(|number| *number > 999 && !known.contains(number))
        {
            continue;
        }
        let end = start + length + 2;
        let (before, behind) = (&text[..start], &text[end..]);
        if !may_mark(before, behind, style, numbers[0]) {
            continue;
        }
        let joined = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let all_known = numbers.iter().all(|number| known.contains(number));
        attaches |= joined && all_known;
        let target = if joined && !all_known {
            &mut attached
        } else {
            &mut *marks
        };
        target.extend(
            numbers
                .into_iter()
                .map(|number| Mark::new(&number.to_string(), Span::new(start, end))),
        );
    }
    // `rows[7]` is none, unless the marks of this text stand so: `the bridge[7]`.
    if attaches && !attached.is_empty() {
        marks.extend(attached);
        marks.sort_by_key(|mark| mark.span.start);
    }
}

fn may_mark(before: &str, behind: &str, style: Style, number: u32) -> bool {
    if before.ends_with(['[', '(', '^', '\\', '$', '/', '='])
        || behind.starts_with(['(', '{', '=']) && style == Style::Square
        || behind.starts_with(':') && style == Style::Square && opens_line(before)
    {
        return false;
    }
    let words = before.trim_end();
    let near = &words[words.ceil_char_boundary(words.len().saturating_sub(14))..];
    let word = near
        .rsplit(|c: char| !(c.is_alphanumeric()))
        .find(|word| !word.is_empty())
        .unwrap_or_default()
        .to_lowercase();
    let ends_in_word = near
        .trim_end_matches('.')
        .ends_with(|c: char| c.is_alphanumeric());
    if ends_in_word && words.len() < before.len() && POINTERS.contains(&word.as_str()) {
        return false;
    }
    // `two (2)`; `three things: (1) a week, (2) an end to fines, and (3) a canteen`.
    let enumerates =
        words.ends_with([':', ',', ';']) || matches!(word.as_str(), "and" | "or" | "granted");
    let counted = COUNTED
        .iter()
        .zip(1..)
        .any(|(name, value)| *name == word && value == number);
    let listed = enumerates
        && words.len() < before.len()
        && behind.starts_with(' ')
        && behind.trim_start().starts_with(char::is_lowercase);
    style != Style::Round || !(counted || listed)
}

/// Whether a text ends where a line begins.
fn opens_line(before: &str) -> bool {
    let margin = before.trim_end_matches([' ', '\t', '>']);
    margin.is_empty() || margin.ends_with('\n')
}

/// The notes that the inside of a bracket names; zero is none.
fn numbers(inside: &str, style: Style) -> Option<Vec<u32>> {
    let mut all: Vec<u32> = Vec::new();
    let mut rest = inside.trim();
    loop {
        let (first, length) = entry::number(rest)?;
        rest = &rest[length..];
        let mut last = first;
        if let Some(behind) = rest.strip_prefix(['-', '–', '—']) {
            let (number, length) = entry::number(behind)?;
            rest = &behind[length..];
            last = number;
        }
        if first == 0 || last < first || last - first > SPREAD {
            return None;
        }
        all.extend(first..=last);
        let next = rest.trim_start();
        if next.is_empty() {
            return Some(all);
        }
        let next = next.strip_prefix([',', ';'])?.trim_start();
        if style == Style::Round {
            return None;
        }
        if next.starts_with(char::is_alphabetic) && style == Style::Square {
            return Some(all);
        }
        rest = next;
    }
}

/// `¹` behind a word; powers and isotopes are none.
pub(super) fn raised(
    page: &Page,
    range: &Range<usize>,
    known: &HashSet<u32>,
    marks: &mut Vec<Mark>,
) {
    let text = page.text;
    let mut from = range.start;
    while let Some(found) = text[from..range.end].find(|c| entry::superior(c).is_some()) {
        let start = from + found;
        let Some((number, length)) = entry::raised(&text[start..]) else {
            break;
        };
        let end = start + length;
        from = end;
        let joined = text[end..].starts_with(char::is_alphabetic);
        if number > 0 && !joined && follows_raised(&text[..start], known.contains(&number)) {
            marks.push(Mark::new(&number.to_string(), Span::new(start, end)));
        }
    }
}

/// `<sup>1</sup>`, with a link or without.
pub(super) fn sup(page: &Page, range: &Range<usize>, known: &HashSet<u32>, marks: &mut Vec<Mark>) {
    let source = page.document.source().text();
    let all = page.document.raised();
    let first = all.partition_point(|raised| raised.words.end <= range.start);
    let within = |raised: &&Raised| raised.words.end <= range.end;
    for raised in all[first..].iter().take_while(within) {
        let shown = &page.text[raised.words.range()];
        let number = shown.trim();
        let begin = raised.words.start + shown.len() - shown.trim_start().len();
        let Some(numbers) = numbers(number, Style::Raised) else {
            continue;
        };
        let before = without_tags(&source[..raised.mark.start]);
        if numbers
            .iter()
            .all(|number| follows_raised(before, known.contains(number)))
        {
            let span = Span::new(begin, begin + number.len());
            marks.extend(
                numbers
                    .iter()
                    .map(|number| Mark::new(&number.to_string(), span)),
            );
        }
    }
}

/// A text without the tags at its end.
fn without_tags(text: &str) -> &str {
    /// No tag is longer, in bytes.
    const LONGEST: usize = 300;
    let mut text = text;
    while text.ends_with('>') {
        let near = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST))..];
        let Some(open) = near.rfind('<') else { break };
        text = &text[..text.len() - near.len() + open];
    }
    text
}

fn follows_raised(before: &str, known: bool) -> bool {
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(24))..];
    let Some(last) = near.chars().next_back() else {
        return false;
    };
    if last.is_whitespace() {
        return false;
    }
    let word = near
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    if last.is_ascii_digit() {
        return known && word.len() == 4;
    }
    if last.is_alphabetic() {
        return word.chars().count() > 2 && !UNITS.contains(&word.to_lowercase().as_str())
            || word.chars().count() == 2
                && !UNITS.contains(&word.to_lowercase().as_str())
                && known;
    }
    !matches!(last, '+' | '-' | '−' | '=' | '×' | '·' | '/' | '(')
}
