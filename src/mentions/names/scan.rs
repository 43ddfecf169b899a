//! Capitalised words, found in one pass.

use std::ops::Range;

/// A word that begins with a capital and goes on in small letters.
pub(super) struct Word {
    /// Bytes of the document's text, without `'s`.
    pub(super) range: Range<usize>,
    /// Right behind an opening mark or a bracket, where a capital may mean nothing.
    pub(super) after_stop: bool,
}

/// The capitalised words of a block, in order. Words in capitals throughout, with a digit, or of
/// fewer than three letters are left out.
pub(super) fn capitalised<'t>(
    text: &'t str,
    block: &Range<usize>,
) -> impl Iterator<Item = Word> + 't {
    let (start, end) = (block.start, block.end);
    let bytes = text.as_bytes();
    let mut at = start;
    std::iter::from_fn(move || {
        while at < end {
            let first = at;
            if !is_letter(bytes[at]) {
                at += 1;
                continue;
            }
            while at < end && is_letter(bytes[at]) {
                at += 1;
            }
            if bytes[first].is_ascii_lowercase() {
                continue;
            }
            if let Some(word) = word(text, first..at, start) {
                return Some(word);
            }
        }
        None
    })
}

/// Letters, and every byte of characters beyond ASCII.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

fn word(text: &str, run: Range<usize>, block: usize) -> Option<Word> {
    // Marks and dashes beyond ASCII are at the ends of the run: cut them off.
    let words = &text[run.clone()];
    let start = run.start + words.find(char::is_alphanumeric)?;
    let words = &text[start..run.end];
    let length = words
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(words.len());
    let words = &words[..length];
    let mut letters = words.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let small = letters.clone().any(char::is_lowercase);
    let mixed = letters.clone().skip(1).any(char::is_uppercase);
    if !capital
        || !small
        || mixed
        || letters.clone().count() < 2
        || words.bytes().any(|b| b.is_ascii_digit())
    {
        return None;
    }
    let before = text[block..start].chars().next_back();
    Some(Word {
        range: start..start + length,
        after_stop: before
            .is_some_and(|c| matches!(c, '"' | '“' | '‘' | '\'' | '«' | '(' | '[' | '„')),
    })
}
