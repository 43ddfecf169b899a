//! The year of a citation: `1938`, `1938a`, `n.d.`, `forthcoming`.

use crate::source::Span;

/// A year as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// In small letters.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

impl Year {
    /// Whether two years are one; a letter that only one of them has does not part them.
    pub(super) fn meets(&self, other: &Year) -> bool {
        let (a, b) = (self.text.as_str(), other.text.as_str());
        a == b || digits(a) == digits(b) && digits(a).is_some() && (a.len() == 4 || b.len() == 4)
    }
}

fn digits(year: &str) -> Option<&str> {
    year.get(..4)
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Years in words.
const UNDATED: [&str; 6] = [
    "n.d.",
    "n.d",
    "nd",
    "forthcoming",
    "in press",
    "in preparation",
];

/// Bytes of the year at the head of a text.
pub(super) fn length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let count = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if count == 4 {
        let century = &text[..2];
        let known = ("14"..="20").contains(&century);
        let letter = bytes.get(4).is_some_and(u8::is_ascii_lowercase);
        let end = if letter { 5 } else { 4 };
        let whole = !text[end..].starts_with(char::is_alphanumeric);
        return (known && whole).then_some(end);
    }
    let head = text.get(..text.floor_char_boundary(16))?.to_lowercase();
    UNDATED
        .iter()
        .find(|word| {
            head.starts_with(**word) && !head[word.len()..].starts_with(char::is_alphanumeric)
        })
        .map(|word| word.len())
}

/// The years of a text that begins at byte `base` of its page.
pub(super) fn all(text: &str, base: usize) -> Vec<Year> {
    let mut years = Vec::new();
    let mut joined = false;
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let start = !joined && at >= from;
        joined = c.is_alphanumeric();
        if !start || !(c.is_ascii_digit() || matches!(c, 'n' | 'N' | 'f' | 'F' | 'i')) {
            continue;
        }
        if let Some(length) = length(&text[at..]) {
            years.push(Year {
                text: text[at..at + length].to_lowercase(),
                span: Span::new(base + at, base + at + length),
            });
            from = at + length;
        }
    }
    years
}
