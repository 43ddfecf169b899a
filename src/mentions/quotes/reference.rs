//! Notes and references beside a quotation, as far as they tell that its source is named.

use crate::document::NOTE_MARK;

/// A reference in brackets is at most this many bytes long.
const LONGEST: usize = 120;

/// Whether a note mark or a reference opens what stands behind a quotation.
pub(super) fn opens(behind: &str) -> bool {
    let behind = behind.trim_start_matches(['.', ',', ';', ' ', ')']);
    behind.starts_with(is_mark) || is_bracketed(behind)
}

/// Whether a note mark or a reference closes a block quotation: `… is lost.¹`, `… is lost (Orlik 1963, 12).`
pub(super) fn closes(words: &str) -> bool {
    let words = words.trim_end_matches(['.', ',', ';', ' ', '\n', '”', '’', '"', '\'']);
    let bracket = words.rfind(['(', '[']);
    words.ends_with(is_mark)
        || bracket.is_some_and(|at| {
            words[at..].find([')', ']']) == Some(words.len() - at - 1) && is_bracketed(&words[at..])
        })
}

fn is_mark(c: char) -> bool {
    c == NOTE_MARK || matches!(c, '¹' | '²' | '³' | '⁴'..='⁹')
}

/// Whether a note mark or a reference stands in a stretch: `Hartwell (2009, p. 41) concludes that`.
pub(super) fn stands_in(words: &str) -> bool {
    words.contains([NOTE_MARK, '¹', '²', '³'])
        || words
            .match_indices(['(', '['])
            .any(|(at, _)| is_bracketed(&words[at..]))
}

/// `[12]`, `(Deutscher 1963)`, `(p. 12)`.
fn is_bracketed(words: &str) -> bool {
    let closing = match words.as_bytes().first() {
        Some(b'[') => ']',
        Some(b'(') => ')',
        _ => return false,
    };
    words[..words.floor_char_boundary(LONGEST)]
        .split_once(closing)
        .is_some_and(|(inside, _)| inside.contains(|c: char| c.is_ascii_digit()))
}
