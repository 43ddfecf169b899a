//! The way back from the document's text to the source bytes.

use std::ops::Range;

use crate::source::Span;

/// A run of text and the source bytes it was made from. Hard-wrapped prose has two for each line, so
/// that they are kept small: what is longer than 32 bits tell is not read.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where it starts in the document's text.
    text: u32,
    /// Where it starts in the source.
    start: u32,
    /// Its bytes of the source.
    length: u32,
    /// Its words stand in the source byte for byte; otherwise the piece is one indivisible thing
    /// (an entity, a line break, what a placeholder stands for).
    verbatim: bool,
}

impl Piece {
    fn new(text: usize, source: Span, verbatim: bool) -> Self {
        let small = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Piece {
            text: small(text),
            start: small(source.start),
            length: small(source.len()),
            verbatim,
        }
    }

    fn text(self) -> usize {
        self.text as usize
    }

    fn source(self) -> Span {
        let start = self.start as usize;
        Span::new(start, start + self.length as usize)
    }
}

/// Maps ranges of the document's text to spans of the source.
#[derive(Clone, Debug, Default)]
pub(crate) struct SourceMap {
    pieces: Vec<Piece>,
}

impl SourceMap {
    /// Says where the text from `text` on comes from; pieces are added in the order of the text.
    pub(crate) fn push(&mut self, text: usize, source: Span, verbatim: bool) {
        if let Some(last) = self.pieces.last_mut()
            && last.verbatim
            && verbatim
            && last.source().end == source.start
            && last.text() + last.source().len() == text
        {
            *last = Piece::new(
                last.text(),
                Span::new(last.source().start, source.end),
                true,
            );
            return;
        }
        self.pieces.push(Piece::new(text, source, verbatim));
    }

    /// Takes back what was pushed for the text from `text` on.
    pub(super) fn truncate(&mut self, text: usize) {
        let kept = self.pieces.partition_point(|piece| piece.text() < text);
        self.pieces.truncate(kept);
    }

    /// The source bytes of a range of the text: from those of its first character to those of its last.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        if range.is_empty() {
            let start = self.before(range.start);
            return Span::new(start, start);
        }
        let start = self.before(range.start);
        let end = self.after(range.end);
        Span::new(start, end.max(start))
    }

    /// Whether the range stands in the source byte for byte, so that an edit may replace it.
    pub(crate) fn is_verbatim(&self, range: &Range<usize>) -> bool {
        let first = self.piece(range.start);
        let last = self.piece(range.end.saturating_sub(1).max(range.start));
        self.pieces[first..=last].iter().all(|piece| piece.verbatim)
            && self.span(range).len() == range.len()
    }

    /// Whether the words of a range that stand in the source as they are stand where the map says.
    pub(super) fn holds(&self, range: &Range<usize>, text: &str, source: &str) -> bool {
        let first = self.piece(range.start);
        let last = self.piece(range.end.saturating_sub(1).max(range.start));
        self.pieces.iter().take(last + 1).skip(first).all(|piece| {
            let start = range.start.max(piece.text());
            let end = range.end.min(piece.text() + piece.source().len());
            let from = piece.source().start + (start - piece.text());
            !piece.verbatim
                || start >= end
                || text.get(start..end) == source.get(from..from + (end - start))
        })
    }

    /// Each piece: its offset in the text, its source bytes, and whether its words stand there as they are.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (usize, Span, bool)> {
        self.pieces
            .iter()
            .map(|piece| (piece.text(), piece.source(), piece.verbatim))
    }

    /// Offset in the text of the last piece that begins at or before a byte of the source.
    pub(super) fn text_at(&self, source: usize) -> usize {
        let after = self
            .pieces
            .partition_point(|piece| piece.source().start <= source);
        after.checked_sub(1).map_or(0, |last| {
            let piece = &self.pieces[last];
            let inside = (source - piece.source().start).min(piece.source().len());
            piece.text() + if piece.verbatim { inside } else { 0 }
        })
    }

    /// Offset in the source at which the character at `text` starts.
    fn before(&self, text: usize) -> usize {
        match self.pieces.get(self.piece(text)) {
            Some(piece) if piece.verbatim => {
                (piece.source().start + (text - piece.text())).min(piece.source().end)
            }
            Some(piece) => piece.source().start,
            None => 0,
        }
    }

    /// Offset in the source at which the character that ends at `text` ends.
    fn after(&self, text: usize) -> usize {
        match self.pieces.get(self.piece(text.saturating_sub(1))) {
            Some(piece) if piece.verbatim => {
                (piece.source().start + (text - piece.text())).min(piece.source().end)
            }
            Some(piece) => piece.source().end,
            None => 0,
        }
    }

    /// Index of the piece that holds the byte at `text`.
    fn piece(&self, text: usize) -> usize {
        self.pieces
            .partition_point(|piece| piece.text() <= text)
            .saturating_sub(1)
    }
}
