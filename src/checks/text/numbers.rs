//! Figures in prose: `1,200` and `1200`, told from years, pages and identifiers.

use std::ops::Range;

use crate::checks::Context;

/// A whole number written in figures that counts something.
#[derive(Debug)]
pub(super) struct Count {
    /// Bytes of the document's text.
    pub(super) range: Range<usize>,
    pub(super) value: u64,
    /// Its thousands are parted by commas.
    pub(super) grouped: bool,
}

/// Words before a figure that make it a name of something, lower case.
const LABELS: [&str; 39] = [
    "act",
    "apartment",
    "article",
    "box",
    "chapter",
    "class",
    "code",
    "column",
    "docket",
    "extension",
    "figure",
    "file",
    "flat",
    "flight",
    "folio",
    "form",
    "highway",
    "house",
    "isbn",
    "item",
    "line",
    "lot",
    "model",
    "no",
    "note",
    "number",
    "p",
    "page",
    "pages",
    "pin",
    "port",
    "pp",
    "room",
    "route",
    "section",
    "serial",
    "table",
    "year",
    "zip",
];

/// The numbers in a range of the text, in order: no years, pages, amounts of money,
/// decimals, times, or parts of something longer.
pub(super) fn counts(cx: &Context, within: &Range<usize>) -> Vec<Count> {
    let text = cx.text();
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = within.start;
    while let Some(start) = bytes[at..within.end].iter().position(u8::is_ascii_digit) {
        let start = at + start;
        let end = figure_end(bytes, start, within.end);
        at = end.max(start + 1);
        if let Some(count) = count(cx, start..end) {
            found.push(count);
        }
        at = at.max(start + 1);
    }
    found
}

/// Behind the figures, with commas that part groups of three.
fn figure_end(bytes: &[u8], start: usize, limit: usize) -> usize {
    let digits = |from: usize| {
        bytes[from.min(limit)..limit]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let mut end = start + digits(start);
    while bytes.get(end) == Some(&b',') && digits(end + 1) == 3 {
        end += 4;
    }
    end
}

fn count(cx: &Context, range: Range<usize>) -> Option<Count> {
    let text = cx.text();
    if !stands_alone(text, &range) || is_labelled(&text[..range.start]) || is_date(cx, &range) {
        return None;
    }
    let figures = &text[range.clone()];
    let grouped = figures.contains(',');
    let value = figures.replace(',', "").parse().ok()?;
    if !grouped && figures.len() > 1 && figures.starts_with('0') {
        return None;
    }
    Some(Count {
        range,
        value,
        grouped,
    })
}

/// Neither part of a word, an amount, a decimal, a time or an identifier.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let mut after = text[range.end..].chars();
    let (next, beyond) = (after.next(), after.next());
    let free_before =
        before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '‘' | '—'));
    let free_after = match next {
        None => true,
        Some('.' | ',' | ';' | ':' | '!' | '?') => !beyond.is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_whitespace() || matches!(c, ')' | ']' | '"' | '”' | '’' | '—'),
    };
    free_before && free_after
}

/// Words of which a figure is the name, and never the number, behind `is` too: `the port is 41234`.
const NAMED: [&str; 5] = ["code", "extension", "pin", "port", "zip"];

/// Behind `page`, `No.` and the like.
fn is_labelled(before: &str) -> bool {
    let before = before.trim_end();
    let mut words = before
        .trim_end_matches('.')
        .rsplit(|c: char| !c.is_alphanumeric());
    let word = words.next().unwrap_or_default();
    let mut named = || {
        let label = words.next().unwrap_or_default().to_ascii_lowercase();
        matches!(word, "is" | "was") && NAMED.contains(&label.as_str())
    };
    before.ends_with('#')
        || LABELS
            .binary_search(&word.to_ascii_lowercase().as_str())
            .is_ok()
        || named()
}

/// Whether the figure is part of what the text says about time.
fn is_date(cx: &Context, range: &Range<usize>) -> bool {
    let dates = &cx.mentions.dates().dates;
    let after = dates.partition_point(|date| date.range.start < range.end);
    after
        .checked_sub(1)
        .is_some_and(|last| dates[last].range.end > range.start)
}

/// A number with commas between its thousands.
pub(super) fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut words = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_labels_is_sorted() {
        assert!(LABELS.is_sorted());
    }
}
