//! Words that are set apart from the text: in italics or in quotation marks.

use std::ops::Range;

use crate::document::Document;

/// How a word is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Apart {
    /// By itself: a word that is spoken of, or a foreign one.
    Alone,
    /// With others: the title of a work.
    Among,
}

/// The places in italics of a document.
pub(super) struct SetApart {
    /// Bytes of the document's text, by their starts.
    italics: Vec<Range<usize>>,
}

impl SetApart {
    pub(super) fn new(document: &Document) -> Self {
        let emphases = document.emphases().iter();
        let mut italics: Vec<_> = emphases.map(|&span| document.text_range(span)).collect();
        italics.sort_by_key(|range| range.start);
        SetApart { italics }
    }

    /// How the word at a place is set apart, if it is.
    pub(super) fn of(&self, text: &str, word: &Range<usize>) -> Option<Apart> {
        let after = self
            .italics
            .partition_point(|range| range.start <= word.start);
        let italic = after.checked_sub(1).map(|last| &self.italics[last]);
        if let Some(italic) = italic.filter(|italic| word.end <= italic.end) {
            let letters = |part: Range<usize>| text[part].contains(char::is_alphanumeric);
            let more = letters(italic.start..word.start) || letters(word.end..italic.end);
            return Some(if more { Apart::Among } else { Apart::Alone });
        }
        let marked = text[..word.start].ends_with(['"', '“', '‘', '«', '„']);
        let behind = text[word.end..].trim_start_matches([',', '.']);
        (marked && behind.starts_with(['"', '”', '’', '»', '“'])).then_some(Apart::Alone)
    }
}
