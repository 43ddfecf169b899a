//! Document: the annotated text. Prose in blocks, free of markup, with the way back to the source.
//!
//! Does not judge. One text for the whole article, so that an offset names a place by itself:
//! blocks are separated by `\n`, which stands nowhere else.

mod address;
mod alike;
mod bare;
mod bcp47;
mod block;
mod builder;
mod date;
mod directive;
mod format;
mod front_matter;
mod html;
mod language;
mod links;
mod map;
mod markdown;
mod office;
mod outline;
mod plain;
mod sentences;
mod templates;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::source::{SourceFile, Span};
pub use address::is_in_address;
pub use alike::read_alike;
pub use block::{Block, BlockKind, NoteBody, NoteMark, NumberedItem, Raised};
use builder::Builder;
pub use date::{DateSource, DocumentDate, GivenDates};
pub use directive::{Command, Directive};
pub use format::Format;
pub use front_matter::FrontMatter;
pub use links::{BrokenReference, Definition, Links};
use map::SourceMap;

/// Stands in the text for something that is not prose: code, an image, an address, mathematics.
pub const NOT_PROSE: char = '\u{FFFC}';

/// Stands in the text for the mark of a note.
pub const NOTE_MARK: char = '\u{FFFB}';

/// Words of a document as a reader may see them: an ellipsis for what is not prose, nothing for marks of notes.
pub fn readable(words: impl Into<String>) -> String {
    let words = words.into();
    if words.contains([NOT_PROSE, NOTE_MARK]) {
        words.replace(NOT_PROSE, "…").replace(NOTE_MARK, "")
    } else {
        words
    }
}

/// What an article says about itself.
#[derive(Debug, Default)]
struct Head {
    /// When it was published.
    date: Option<Date>,
    /// The language it is written in, as BCP 47 has it.
    language: Option<String>,
    front_matter: Option<FrontMatter>,
}

/// An article's prose.
#[derive(Debug)]
pub struct Document<'s> {
    source: &'s SourceFile,
    text: String,
    blocks: Vec<Block>,
    /// The ranges of blocks that are no prose, which are few.
    metadata: Vec<Range<usize>>,
    map: SourceMap,
    date: Option<DocumentDate>,
    language: Option<String>,
    front_matter: Option<FrontMatter>,
    foreign: Vec<Range<usize>>,
    notes: Vec<NoteBody>,
    marks: Vec<NoteMark>,
    items: Vec<NumberedItem>,
    raised: Vec<Raised>,
    emphases: Vec<Span>,
    preformatted: Vec<Span>,
    directives: Vec<Directive>,
    links: Links,
    sentences: OnceLock<Vec<Range<usize>>>,
}

impl<'s> Document<'s> {
    /// Reads a source as its file name says it is written.
    pub fn new(source: &'s SourceFile, given: GivenDates) -> Self {
        let mut builder = Builder::new(source.text());
        let head = match Format::of(source.path()) {
            Format::Markdown => markdown::blocks(source.text(), &mut builder),
            Format::Html => {
                html::blocks(source.text(), format::is_xml(source.path()), &mut builder)
            }
            Format::Plain => {
                plain::blocks(source.text(), &mut builder);
                Head::default()
            }
            Format::Office => {
                let paragraphs = source.paragraphs().unwrap_or_default();
                office::blocks(source.text(), paragraphs, &mut builder);
                Head::default()
            }
        };
        let mut builder = builder.finish();
        directive::settle(source.text(), &mut builder.directives);
        Document {
            source,
            text: builder.text,
            metadata: metadata(&builder.blocks),
            blocks: builder.blocks,
            map: builder.map,
            date: date::document_date(given, head.date, Format::of(source.path())),
            language: head.language,
            front_matter: head.front_matter,
            foreign: builder.foreign,
            notes: builder.notes,
            marks: builder.marks,
            items: builder.items,
            raised: builder.raised,
            emphases: builder.emphases,
            preformatted: builder.preformatted,
            directives: builder.directives,
            links: builder.links,
            sentences: OnceLock::new(),
        }
    }

    /// The file it was read from.
    pub fn source(&self) -> &'s SourceFile {
        self.source
    }

    /// How it is written.
    pub fn format(&self) -> Format {
        Format::of(self.source.path())
    }

    /// The prose of all blocks, each ended by `\n`; markup, code and addresses are left out.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The blocks in the order of the text.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The block that holds an offset of the text.
    pub fn block_at(&self, offset: usize) -> Option<&Block> {
        let after = self
            .blocks
            .partition_point(|block| block.range.start <= offset);
        after.checked_sub(1).map(|index| &self.blocks[index])
    }

    /// Whether an offset of the text lies in a block that is no prose.
    pub fn is_metadata(&self, offset: usize) -> bool {
        holds(&self.metadata, offset)
    }

    /// The date the article is given, in its front matter or from outside.
    pub fn date(&self) -> Option<DocumentDate> {
        self.date
    }

    /// What stands before it, for this program and for others.
    pub fn front_matter(&self) -> Option<&FrontMatter> {
        self.front_matter.as_ref()
    }

    /// The language it says it is written in (BCP 47).
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// The English name of the language that it is plainly written in though it does not say so, if
    /// that is not English.
    pub fn foreign_language(&self) -> Option<&'static str> {
        if self.language.is_some() {
            return None;
        }
        language::foreign(self)
    }

    /// Whether it says that it is written in another language than English.
    pub fn is_declared_foreign(&self) -> bool {
        self.language().is_some_and(|tag| !bcp47::is_english(tag))
    }

    /// Whether an offset of the text lies in words that are marked as another language than English.
    pub fn is_foreign(&self, offset: usize) -> bool {
        holds(&self.foreign, offset)
    }

    /// The marks of notes that the markup sets apart, in the order of the source. Markdown has none:
    /// there a mark without a note is text.
    pub fn note_marks(&self) -> &[NoteMark] {
        &self.marks
    }

    /// The bodies of notes that the markup sets apart, in the order of the source.
    pub fn notes(&self) -> &[NoteBody] {
        &self.notes
    }

    /// The items of outermost lists that the markup numbers and that are no notes by themselves, in the order
    /// of the source.
    pub fn numbered_items(&self) -> &[NumberedItem] {
        &self.items
    }

    /// Words that the markup raises and that are no mark by themselves, in the order in which they end.
    pub fn raised(&self) -> &[Raised] {
        &self.raised
    }

    /// Words that the markup sets in italics, bytes of the source, in the order in which they end.
    pub fn emphases(&self) -> &[Span] {
        &self.emphases
    }

    /// What its comments ask textcheck for, in the order of the source.
    pub fn directives(&self) -> &[Directive] {
        &self.directives
    }

    /// Where its links lead, and by which definitions.
    pub fn links(&self) -> &Links {
        &self.links
    }

    /// The source, byte for byte in its place, with blanks where it holds no prose: markup, code,
    /// mathematics, where links lead. Addresses and the marks of notes stay.
    pub fn bare_source(&self) -> Cow<'s, str> {
        match self.format() {
            Format::Plain => Cow::Borrowed(self.source.text()),
            Format::Markdown => Cow::Owned(bare::markdown(self.source.text(), &self.map)),
            Format::Office => {
                let source = self.source.text();
                let marks = self.marks.iter().map(|mark| mark.span);
                let numbers = self.notes.iter().map(|note| note.mark);
                Cow::Owned(bare::office(source, marks.chain(numbers)))
            }
            Format::Html => {
                let source = self.source.text();
                Cow::Owned(bare::html(source, &self.text, &self.blocks, &self.map))
            }
        }
    }

    /// The source, byte for byte in its place, with blanks where it shows no words: what a reader of the text sees,
    /// code and preformatted verse too, but no marks of notes. `padding`, an ASCII character, stands for markup
    /// inside a word.
    pub fn shown_source(&self, padding: char) -> Cow<'s, str> {
        let source = self.source.text();
        match self.format() {
            Format::Plain => Cow::Borrowed(source),
            Format::Markdown | Format::Html | Format::Office => Cow::Owned(bare::shown(
                source,
                &self.text,
                &self.map,
                (&self.raised, &self.preformatted),
                u8::try_from(padding).unwrap_or(b' '),
            )),
        }
    }

    /// The range of the text that a span of the source was read into.
    pub fn text_range(&self, span: Span) -> Range<usize> {
        let start = self.map.text_at(span.start);
        start..self.map.text_at(span.end).max(start)
    }

    /// The sentences of all blocks, byte ranges of the text.
    pub fn sentences(&self) -> &[Range<usize>] {
        self.sentences.get_or_init(|| {
            let mut all = Vec::new();
            for block in &self.blocks {
                sentences::cut(&self.text, &block.range, &mut all);
            }
            all
        })
    }

    /// The sentence that holds an offset of the text (the one before it, between two).
    pub fn sentence_at(&self, offset: usize) -> Range<usize> {
        let sentences = self.sentences();
        let after = sentences.partition_point(|sentence| sentence.start <= offset);
        after
            .checked_sub(1)
            .map_or(0..0, |index| sentences[index].clone())
    }

    /// The sentence that some words of the text begin in, with all of them: where it was cut for its length
    /// they may go on behind it.
    pub fn sentence_of(&self, words: &Range<usize>) -> Range<usize> {
        let sentence = self.sentence_at(words.start);
        sentence.start..sentence.end.max(words.end)
    }

    /// The place in the source of a range of the text.
    pub fn span(&self, range: &Range<usize>) -> Span {
        let span = self.map.span(range);
        debug_assert!(
            self.source.text().get(span.range()).is_some(),
            "{span:?} lies on character boundaries of {}",
            self.source.name()
        );
        debug_assert!(
            self.map.holds(range, &self.text, self.source.text()),
            "{range:?} and {span:?} hold the same words"
        );
        span
    }

    /// Whether the source has the range's words byte for byte, so that an edit can replace them.
    pub fn is_verbatim(&self, range: &Range<usize>) -> bool {
        self.source.paragraphs().is_none() && (range.is_empty() || self.map.is_verbatim(range))
    }
}

fn metadata(blocks: &[Block]) -> Vec<Range<usize>> {
    let metadata = blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Metadata);
    metadata.map(|block| block.range.clone()).collect()
}

/// Whether one of some ranges, in order, holds an offset.
pub(crate) fn holds(ranges: &[Range<usize>], offset: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= offset);
    after
        .checked_sub(1)
        .is_some_and(|last| ranges[last].contains(&offset))
}
