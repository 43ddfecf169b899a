//! The source without its markup, each byte in its place: notes, keys and addresses are found there,
//! which the prose has no words for.

use super::map::SourceMap;
use super::{Block, NOT_PROSE, NOTE_MARK};
use crate::source::Span;

/// Markdown with blanks for everything that no piece of the prose was read from, and for code,
/// mathematics and images. Lines are those of the source.
pub(super) fn markdown(source: &str, map: &SourceMap) -> String {
    let mut bare: Vec<u8> = source
        .bytes()
        .map(|byte| {
            if matches!(byte, b'\n' | b'\r') {
                byte
            } else {
                b' '
            }
        })
        .collect();
    for (_, span, verbatim) in map.pieces() {
        let words = &source[span.range()];
        if verbatim || !words.starts_with(['`', '$', '!']) && !is_tag(words) {
            bare[span.range()].copy_from_slice(words.as_bytes());
        }
    }
    // Pieces begin and end between characters, so that what is kept is UTF-8.
    String::from_utf8(bare).unwrap_or_default()
}

/// A word processor's text with blanks for the numbers of its notes, which are known to be such.
pub(super) fn office(source: &str, numbers: impl Iterator<Item = Span>) -> String {
    let mut bare = source.as_bytes().to_vec();
    for span in numbers {
        bare[span.range()].fill(b' ');
    }
    String::from_utf8(bare).unwrap_or_default()
}

/// `<q>`, and not the address in `<http://example.org>`.
fn is_tag(words: &str) -> bool {
    let name = words.split([' ', '>']).next().unwrap_or_default();
    name.starts_with('<') && !name.contains([':', '@'])
}

/// HTML with its entities decoded and blanks for its markup. Each block is a line, after an empty one
/// where the markup before it leaves room.
pub(super) fn html(source: &str, text: &str, blocks: &[Block], map: &SourceMap) -> String {
    let mut bare = vec![b' '; source.len()];
    let mut ends = map.pieces().skip(1).map(|(start, _, _)| start);
    let mut blocks = blocks.iter().map(|block| block.range.start).peekable();
    let mut read = 0;
    for (start, span, verbatim) in map.pieces() {
        let words = &text[start..ends.next().unwrap_or(text.len())];
        while blocks.next_if(|&block| block < start).is_some() {}
        if blocks.next_if_eq(&start).is_some() {
            let room = read.max(span.start.saturating_sub(2))..span.start;
            bare[room].fill(b'\n');
        }
        let place = &mut bare[span.range()];
        let written = &source[span.range()];
        let is_address = words.starts_with(NOT_PROSE) && !written.starts_with('<');
        let figures = written.trim_ascii();
        let is_raised = !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit());
        if verbatim || is_address || is_raised {
            place.copy_from_slice(written.as_bytes());
        } else if words.len() <= place.len() && !words.starts_with([NOT_PROSE, NOTE_MARK, '\n']) {
            // What opens stands beside what follows it, everything else beside what went before.
            let at = if words.starts_with(['“', '‘', '«', '„', '(', '[']) {
                place.len() - words.len()
            } else {
                0
            };
            place[at..at + words.len()].copy_from_slice(words.as_bytes());
        }
        read = read.max(span.end);
    }
    String::from_utf8(bare).unwrap_or_default()
}
