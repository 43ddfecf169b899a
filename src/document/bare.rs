//! The source without its markup, each byte in its place: notes, keys and addresses are found there,
//! which the prose has no words for.

use crate::source::Span;

/// The source with blanks for everything that no piece of the prose was read from, and for code,
/// mathematics and images.
pub(super) fn source(source: &str, pieces: impl Iterator<Item = (Span, bool)>) -> String {
    let mut bare: Vec<u8> = source.bytes().map(blank).collect();
    for (span, verbatim) in pieces {
        let words = &source[span.range()];
        if verbatim || !words.starts_with(['`', '$', '!']) {
            bare[span.range()].copy_from_slice(words.as_bytes());
        }
    }
    // Pieces begin and end between characters, so that what is kept is UTF-8.
    String::from_utf8(bare).unwrap_or_default()
}

fn blank(byte: u8) -> u8 {
    if matches!(byte, b'\n' | b'\r') {
        byte
    } else {
        b' '
    }
}
