//! Ranges of pages: `pp. 395–7`, `(Ellis 1956, 79–88)`.

use super::page::Page;
use crate::source::Span;

/// A range of pages, or what was meant as one.
#[derive(Clone, Debug)]
pub struct PageRange {
    /// From the first number to the last.
    pub span: Span,
    /// More than two numbers: `12–15–18`.
    pub chained: bool,
}

/// What stands before pages.
const LABELS: [&str; 14] = [
    "pp.", "p.", "pp", "pages", "page", "cols.", "col.", "fols.", "fol.", "ff.", "Pp.", "P.",
    "Pages", "S.",
];

/// As much of the text before a range is read.
const BEFORE: usize = 80;

pub(super) fn extract(page: &Page) -> Vec<PageRange> {
    let text = page.text;
    let mut all: Vec<PageRange> = Vec::new();
    let bytes = text.as_bytes();
    for at in memchr::memchr2_iter(b'-', 0xE2, bytes) {
        let dash = dash(&text.as_bytes()[at..]);
        if dash == 0 || all.last().is_some_and(|last| at < last.span.end) {
            continue;
        }
        // `pp. 20 – 12`
        let spaced = bytes[..at].ends_with(b" ") && bytes[at + dash..].starts_with(b" ");
        let (at, dash) = if spaced {
            (at - 1, dash + 2)
        } else {
            (at, dash)
        };
        let left = bytes[..at]
            .iter()
            .rev()
            .take(8)
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        let right = number_length(&bytes[at + dash..]);
        // No page is called `030`.
        if bytes[at - left..].starts_with(b"0") {
            continue;
        }
        if spaced && !plural(&text[..at - left]) {
            continue;
        }
        if left == 0
            || right == 0
            || bytes[..at - left]
                .last()
                .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
        {
            continue;
        }
        let start = at - left;
        let mut end = at + dash + right;
        let next = self::dash(&bytes[end..]);
        let third = if next == dash {
            number_length(&bytes[end + next..])
        } else {
            0
        };
        let chained = third > 0
            && bytes[start..end + next + third]
                .iter()
                .all(|byte| byte.is_ascii_digit() || !byte.is_ascii_alphanumeric());
        if chained {
            end += next + third;
        }
        if text[end..].starts_with(char::is_alphanumeric) || end > at + dash + right && !chained {
            continue;
        }
        if cites_pages(&text[text.ceil_char_boundary(start.saturating_sub(BEFORE))..start]) {
            all.push(PageRange {
                span: Span::new(start, end),
                chained,
            });
        }
    }
    all
}

/// Whether pages follow, not one page and then something else.
fn plural(before: &str) -> bool {
    let before = before.trim_end();
    ["pp.", "pp", "Pp.", "pages", "Pages"]
        .iter()
        .any(|label| before.ends_with(label))
}

/// Bytes of the dash at the head of a text.
fn dash(bytes: &[u8]) -> usize {
    match bytes {
        [b'-', b'-', ..] => 2,
        [b'-', ..] => 1,
        [0xE2, 0x80, 0x90..=0x94, ..] => 3,
        _ => 0,
    }
}

fn number_length(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take(8)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count()
}

/// Whether what stands before a range says that these are pages.
fn cites_pages(before: &str) -> bool {
    let mut rest = before.trim_end();
    // `pp. 395-7, 1123-25`: the pages before it.
    while let Some(list) = rest
        .strip_suffix([',', ';'])
        .or_else(|| rest.strip_suffix(" and"))
    {
        let listed =
            list.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '–'));
        let pages = &list[listed.len()..];
        if pages.is_empty()
            || !pages.contains(|c: char| c.is_ascii_digit())
            || listed.len() == list.len()
        {
            break;
        }
        if is_year(pages) && cites_author(listed) {
            return true;
        }
        rest = listed.trim_end();
    }
    let labelled = LABELS.iter().any(|label| {
        rest.strip_suffix(label)
            .is_some_and(|head| !head.ends_with(char::is_alphanumeric))
    });
    let colon = rest.strip_suffix(':').is_some_and(|head| {
        let year = head.len().checked_sub(4).and_then(|at| head.get(at..));
        year.is_some_and(|year| is_year(year) && cites_author(&head[..head.len() - 4]))
    });
    labelled || colon
}

fn is_year(word: &str) -> bool {
    super::year::length(word).is_some_and(|length| length == word.len())
}

/// Whether a text ends in an author inside an open bracket: `(Ellis `.
fn cites_author(before: &str) -> bool {
    let inside = before.rsplit(['(', ')']).next().unwrap_or_default();
    before.len() > inside.len()
        && before[..before.len() - inside.len()].ends_with('(')
        && inside.contains(char::is_uppercase)
}
