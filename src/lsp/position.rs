//! Places as the protocol counts them: lines from 0, columns from 0 in the units that were agreed on.

use lsp_types::{ClientCapabilities, Position, PositionEncodingKind, Range};

use crate::source::{SourceFile, Span};

/// The units of columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Code units of UTF-16: what every client knows.
    #[default]
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

impl Encoding {
    /// The first that the client offers and we know.
    pub(super) fn agreed(client: &ClientCapabilities) -> Self {
        let offered = client
            .general
            .as_ref()
            .and_then(|general| general.position_encodings.as_deref())
            .unwrap_or_default();
        let known = offered.iter().find_map(|kind| match kind.as_str() {
            "utf-8" => Some(Encoding::Utf8),
            "utf-16" => Some(Encoding::Utf16),
            "utf-32" => Some(Encoding::Utf32),
            _ => None,
        });
        known.unwrap_or_default()
    }

    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    /// The place of a byte offset.
    pub(super) fn position(self, source: &SourceFile, offset: usize) -> Position {
        let position = source.position(offset);
        let column = match self {
            Encoding::Utf8 => offset.saturating_sub(source.line_span(position.line).start),
            Encoding::Utf16 => position.utf16,
            Encoding::Utf32 => position.column - 1,
        };
        Position::new(narrowed(position.line - 1), narrowed(column))
    }

    /// The place of a span.
    pub(super) fn range(self, source: &SourceFile, span: Span) -> Range {
        Range::new(
            self.position(source, span.start),
            self.position(source, span.end),
        )
    }

    /// The byte offset of a place: the end of its line for a column behind it, the end of the text for
    /// a line behind the last, the start of a character for a place inside it.
    pub(super) fn offset(self, source: &SourceFile, position: Position) -> usize {
        let (line, column) = (position.line as usize, position.character as usize);
        let span = source.line_span(line.saturating_add(1));
        let words = source.slice(span);
        let mut units = 0;
        for (at, character) in words.char_indices() {
            units += match self {
                Encoding::Utf8 => character.len_utf8(),
                Encoding::Utf16 => character.len_utf16(),
                Encoding::Utf32 => 1,
            };
            if units > column {
                return span.start + at;
            }
        }
        span.end
    }

    /// The bytes of a range, empty for one that runs backwards.
    pub(super) fn span(self, source: &SourceFile, range: Range) -> Span {
        let start = self.offset(source, range.start);
        Span::new(start, self.offset(source, range.end).max(start))
    }
}

/// A text beyond four thousand million lines has no places that the protocol could tell.
fn narrowed(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    #[test]
    fn every_place_of_a_text_leads_back_to_its_offset() {
        let source = SourceFile::new("a.txt", "a😀é\r\nЖизнь\n\nend");
        for encoding in ALL {
            for (offset, character) in source.text().char_indices() {
                // The place between \r and \n is the end of the line.
                if character != '\n' || !source.text()[..offset].ends_with('\r') {
                    let position = encoding.position(&source, offset);
                    assert_eq!(encoding.offset(&source, position), offset, "{encoding:?}");
                }
            }
        }
    }

    #[test]
    fn places_outside_the_text_are_drawn_into_it() {
        let source = SourceFile::new("a.txt", "a😀b\nc");
        let at = |line, column| Encoding::Utf16.offset(&source, Position::new(line, column));
        assert_eq!(at(0, 2), 1, "between the halves of a pair");
        assert_eq!(at(0, 99), "a😀b".len());
        assert_eq!(at(9, 0), source.text().len());
        assert_eq!(at(u32::MAX, u32::MAX), source.text().len());
    }
}
