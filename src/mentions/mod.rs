//! Mentions: what the prose says about time, people, speech and sources; extracted once, when first asked for,
//! and shared by all checks. Reports nothing.

pub mod ages;
pub mod citations;
mod dateline;
pub mod dates;
pub mod lives;
pub mod names;
pub mod quotes;
pub mod trace;
pub mod vocabulary;
pub mod who;
mod words;

pub(crate) use words::{clause_turns, is_determiner};

use std::ops::Range;
use std::sync::OnceLock;

use crate::document::{Document, DocumentDate, holds};
use crate::style_sheet::StyleSheet;
use citations::Citations;
use dates::Dates;
use names::Names;
use quotes::Quotes;
use vocabulary::Vocabulary;

/// What one document says.
#[derive(Debug)]
pub struct Mentions<'d> {
    document: &'d Document<'d>,
    style_sheet: &'d StyleSheet,
    article_date: OnceLock<Option<DocumentDate>>,
    dates: OnceLock<Dates>,
    ages: OnceLock<Vec<ages::Tie>>,
    lives: OnceLock<Vec<lives::Fact>>,
    acronyms: OnceLock<Vec<names::Acronym>>,
    groups: OnceLock<Vec<names::Group>>,
    names: OnceLock<Names>,
    quotes: OnceLock<Quotes>,
    citations: Citations<'d>,
    quoted: OnceLock<Vec<Range<usize>>>,
    titles: OnceLock<Vec<Range<usize>>>,
    vocabulary: OnceLock<Vocabulary>,
}

impl<'d> Mentions<'d> {
    /// Nothing is extracted yet. The style sheet tells whom a surname means.
    pub fn new(document: &'d Document<'d>, style_sheet: &'d StyleSheet) -> Self {
        Mentions {
            document,
            style_sheet,
            article_date: OnceLock::new(),
            dates: OnceLock::new(),
            ages: OnceLock::new(),
            lives: OnceLock::new(),
            acronyms: OnceLock::new(),
            groups: OnceLock::new(),
            names: OnceLock::new(),
            quotes: OnceLock::new(),
            citations: Citations::new(document, &style_sheet.shelf),
            quoted: OnceLock::new(),
            titles: OnceLock::new(),
            vocabulary: OnceLock::new(),
        }
    }

    /// The document they were found in.
    pub fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// What the copy editor keeps beside the document.
    pub fn style_sheet(&self) -> &'d StyleSheet {
        self.style_sheet
    }

    /// The article's date: the one it is given, else that of its dateline.
    pub fn article_date(&self) -> Option<DocumentDate> {
        *self.article_date.get_or_init(|| {
            self.document
                .date()
                .or_else(|| dateline::find(self.document))
        })
    }

    /// Dates, ages, durations, anniversaries.
    pub fn dates(&self) -> &Dates {
        self.dates.get_or_init(|| {
            dates::extract(&dates::Prose {
                text: self.document.text(),
                sentences: self.document.sentences(),
                document_date: self.article_date().map(|date| date.date),
            })
        })
    }

    /// Whose each age of [`Mentions::dates`] is and when, in the same order.
    pub fn ages(&self) -> &[ages::Tie] {
        self.ages.get_or_init(|| ages::extract(self))
    }

    /// Births and deaths that the text dates, in its order.
    pub fn lives(&self) -> &[lives::Fact] {
        self.lives.get_or_init(|| lives::extract(self))
    }

    /// Names of people, places and works.
    pub fn names(&self) -> &Names {
        self.names
            .get_or_init(|| names::extract(self.document, |offset| self.is_quoted(offset)))
    }

    /// The same names, the mentions of each together: `Leon Sedov`, `Sedov`, `Leon`.
    pub fn groups(&self) -> &[names::Group] {
        self.groups
            .get_or_init(|| names::groups(self.document, self.names(), self.acronyms()))
    }

    /// For each of [`Mentions::groups`], whether it is somebody's, as far as the text shows.
    pub fn people(&self) -> Vec<bool> {
        names::people(self.document, self.groups(), |offset| {
            self.is_titled(offset)
        })
    }

    /// Words in capitals and what they stand for.
    pub fn acronyms(&self) -> &[names::Acronym] {
        self.acronyms.get_or_init(|| names::acronyms(self.document))
    }

    /// Quotations with who says them, and marks that have no partner.
    pub fn quotes(&self) -> &Quotes {
        self.quotes.get_or_init(|| quotes::extract(self.document))
    }

    /// The titles of works, in quotation marks or italics, in order: bytes of the text without the marks.
    pub fn titles(&self) -> &[Range<usize>] {
        self.titles
            .get_or_init(|| quotes::titles(self.document, self.quotes()))
    }

    /// Whether an offset of the text lies in the title of a work.
    pub fn is_titled(&self, offset: usize) -> bool {
        holds(self.titles(), offset)
    }

    /// Its distinct words.
    pub fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary
            .get_or_init(|| Vocabulary::new(self.document.text()))
    }

    /// Notes, keys, references, identifiers.
    pub fn citations(&self) -> &Citations<'d> {
        &self.citations
    }

    /// Whether an offset of the text lies in direct speech or a block quotation.
    pub fn is_quoted(&self, offset: usize) -> bool {
        let quoted = self.quoted.get_or_init(|| quotes::quoted(self.quotes()));
        holds(quoted, offset)
    }
}
