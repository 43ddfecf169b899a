//! What a word processor says of the lines that were read from its file.

use super::Span;

/// A paragraph: a line of the text.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its words, without the end of the line.
    pub span: Span,
    /// What its style makes of it.
    pub style: Style,
    /// What in it is more than words, in order.
    pub inner: Vec<(Span, Inner)>,
}

/// What a paragraph is, by its style or its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Running text.
    #[default]
    Body,
    /// A heading.
    Heading,
    /// In a list.
    Item,
    /// In a table.
    Cell,
    /// A block quotation.
    Quote,
    /// Under a picture or a table.
    Caption,
    /// A footnote or an endnote.
    Note,
    /// Author, date: beside the text.
    Metadata,
    /// No prose: code, a table of contents.
    Code,
}

/// Stretches of a paragraph that are no words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inner {
    /// In a style for code.
    Code,
    /// The mark of the note with this label.
    Mark(String),
    /// The label at the start of a note.
    Number(String),
}

/// The lines of a file, and what each is.
#[cfg(feature = "office")]
#[derive(Debug, Default)]
pub(super) struct Extract {
    pub(super) text: String,
    pub(super) paragraphs: Vec<Paragraph>,
}
