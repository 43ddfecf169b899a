//! The source without its markup, each byte in its place: notes, keys and addresses are found there,
//! which the prose has no words for, and the words of a source where its file has them.

use super::map::SourceMap;
use super::{Block, NOT_PROSE, NOTE_MARK, Raised};
use crate::source::Span;

/// Markdown with blanks for everything that no piece of the prose was read from, and for code,
/// mathematics and images. Lines are those of the source.
pub(super) fn markdown(source: &str, map: &SourceMap) -> String {
    let mut bare = blank(source);
    for (_, span, verbatim) in map.pieces() {
        let words = &source[span.range()];
        if verbatim || !words.starts_with(['`', '$', '!']) && !is_tag(words) {
            bare[span.range()].copy_from_slice(words.as_bytes());
        }
    }
    // Pieces begin and end between characters, so that what is kept is UTF-8.
    String::from_utf8(bare).unwrap_or_default()
}

/// The source with blanks for what is not shown, each byte of what is shown in its place; `padding` stands for
/// markup inside a word and for the rest of what an entity took.
pub(super) fn shown(
    source: &str,
    text: &str,
    map: &SourceMap,
    (raised, preformatted): (&[Raised], &[Span]),
    padding: u8,
) -> String {
    let mut shown = blank(source);
    let mut ends = map.pieces().skip(1).map(|(start, _, _)| start);
    let mut read = 0;
    for (start, span, verbatim) in map.pieces() {
        let words = &text[start..ends.next().unwrap_or(text.len())];
        let goes_on = !text[..start].ends_with(char::is_whitespace)
            && !words.starts_with(char::is_whitespace);
        if start > 0 && goes_on && read < span.start {
            shown[read..span.start].fill(padding);
        }
        read = read.max(span.end);
        let place = &mut shown[span.range()];
        if verbatim {
            place.copy_from_slice(source[span.range()].as_bytes());
        } else if words.len() <= place.len()
            && !words.trim().is_empty()
            && !words.starts_with([NOT_PROSE, NOTE_MARK])
        {
            let (before, behind) = place.split_at_mut(place.len() - words.len());
            before.fill(padding);
            behind.copy_from_slice(words.as_bytes());
        }
    }
    // Raised figures are the marks of notes.
    for span in raised.iter().map(|raised| raised.words.range()) {
        let words = String::from_utf8_lossy(&shown[span.clone()]);
        if !words.contains(char::is_alphabetic) {
            shown[span].fill(b' ');
        }
    }
    for span in preformatted {
        shown[span.range()].copy_from_slice(source[span.range()].as_bytes());
    }
    String::from_utf8(shown).unwrap_or_default()
}

/// As many blanks as the source has bytes, in its lines.
fn blank(source: &str) -> Vec<u8> {
    let bytes = source.bytes();
    bytes
        .map(|byte| match byte {
            b'\n' | b'\r' => byte,
            _ => b' ',
        })
        .collect()
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
