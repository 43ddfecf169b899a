//! What a document is made of: blocks of prose, notes and what else the markup tells of the words.

use std::ops::Range;

use crate::source::Span;

/// What a block of prose is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// A title or the head of a section.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    List,
    /// A cell of a table.
    Table,
    /// A block quotation.
    Quote,
    /// A footnote or endnote.
    Note,
    /// The words under a picture.
    Caption,
    /// What stands beside the article: bylines, signatures, the heads and feet of pages, `<title>`.
    Metadata,
}

/// A stretch of prose that sentences do not cross.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Bytes of the document's text.
    pub range: Range<usize>,
    /// Whether the markup says that it names the source of the quotation before it.
    pub credit: bool,
}

/// The body of a note that the markup sets apart: `[^label]: words`.
#[derive(Clone, Debug)]
pub struct NoteBody {
    /// What its marks call it.
    pub label: String,
    /// `[^label]`, bytes of the source.
    pub mark: Span,
    /// Everything behind the colon, bytes of the source.
    pub words: Span,
}

/// The mark of a note that the markup says is one.
#[derive(Clone, Debug)]
pub struct NoteMark {
    /// What it calls its note.
    pub label: String,
    /// What is shown of it, bytes of the source.
    pub span: Span,
}

/// An item of a list whose numbers the markup gives (`<ol>`): they stand nowhere in the text.
#[derive(Clone, Debug)]
pub struct NumberedItem {
    /// What is shown before it.
    pub number: u32,
    /// Its start tag, bytes of the source.
    pub mark: Span,
    /// Everything in it, bytes of the source.
    pub words: Span,
}

/// Words that the markup raises (`<sup>`): the mark of a note, perhaps.
#[derive(Clone, Debug)]
pub struct Raised {
    /// Its start tag, bytes of the source.
    pub mark: Span,
    /// Everything in it, bytes of the source.
    pub words: Span,
}
