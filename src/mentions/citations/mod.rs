//! Citations: notes with their marks, keys, author and year, identifiers, and what stands for a citation
//! that is to come. Each kind is looked for when it is first asked for.
//!
//! Unlike other mentions these are places of the source and not of the prose: the number of a list's
//! entry and the label of a note are markup.

mod access;
mod author_year;
mod books;
mod entry;
mod identifiers;
mod keys;
mod latin;
mod marks;
mod narrative;
mod notes;
mod page;
mod placeholders;
mod ranges;
mod references;
mod scheme;
mod sources;
mod surname;
mod token;
mod web;
mod works;
mod year;

use std::sync::OnceLock;

use crate::bibliography::Shelf;
use crate::document::Document;
use crate::source::Span;
use page::Sheet;

pub use access::Access;
pub use author_year::AuthorYear;
pub use entry::Style;
pub use identifiers::Identifier;
pub use keys::Key;
pub use latin::{Back, Latin};
pub use marks::Mark;
pub use notes::{Body, Group};
pub use page::{Apparatus, Page, Section};
pub use ranges::PageRange;
pub use references::Reference;
pub use scheme::Scheme;
pub use sources::{Missing, Sources};
pub use surname::Author;
pub use works::{Lead, Works};
pub use year::Year;

/// The citations of one document.
#[derive(Debug)]
pub struct Citations<'d> {
    document: &'d Document<'d>,
    shelf: &'d Shelf,
    sheet: OnceLock<Sheet>,
    notes: OnceLock<Vec<Group>>,
    keys: OnceLock<Vec<Key>>,
    sources: OnceLock<Sources>,
    works: OnceLock<Works>,
    latin: OnceLock<Vec<Latin>>,
    ranges: OnceLock<Vec<PageRange>>,
    identifiers: OnceLock<Vec<Identifier>>,
    accesses: OnceLock<Vec<Access>>,
    placeholders: OnceLock<Vec<Span>>,
}

impl<'d> Citations<'d> {
    /// Nothing is looked for yet.
    pub(super) fn new(document: &'d Document<'d>, shelf: &'d Shelf) -> Self {
        Citations {
            document,
            shelf,
            sheet: OnceLock::new(),
            notes: OnceLock::new(),
            keys: OnceLock::new(),
            sources: OnceLock::new(),
            works: OnceLock::new(),
            latin: OnceLock::new(),
            ranges: OnceLock::new(),
            identifiers: OnceLock::new(),
            accesses: OnceLock::new(),
            placeholders: OnceLock::new(),
        }
    }

    /// The source as citations are read from it.
    pub fn page(&self) -> Page<'_> {
        let sheet = self.sheet.get_or_init(|| Sheet::new(self.document));
        sheet.page(self.document)
    }

    /// Notes, chapter by chapter.
    pub fn notes(&self) -> &[Group] {
        self.notes.get_or_init(|| notes::extract(&self.page()))
    }

    /// Keys that are cited.
    pub fn keys(&self) -> &[Key] {
        self.keys.get_or_init(|| keys::extract(&self.page()))
    }

    /// The bibliographies that keys lead to.
    pub fn sources(&self) -> &Sources {
        self.sources
            .get_or_init(|| sources::read(self.document, self.shelf))
    }

    /// Citations by author and year, and the reference list.
    pub fn works(&self) -> &Works {
        self.works.get_or_init(|| works::extract(&self.page()))
    }

    /// *Ibid.* and the like.
    pub fn latin(&self) -> &[Latin] {
        self.latin
            .get_or_init(|| latin::extract(&self.page(), self.notes()))
    }

    /// Ranges of pages.
    pub fn page_ranges(&self) -> &[PageRange] {
        self.ranges.get_or_init(|| ranges::extract(&self.page()))
    }

    /// ISBN, DOI and the like.
    pub fn identifiers(&self) -> &[Identifier] {
        self.identifiers
            .get_or_init(|| identifiers::all(&self.page()))
    }

    /// When pages were read.
    pub fn accesses(&self) -> &[Access] {
        self.accesses.get_or_init(|| {
            let bodies = self.notes().iter().flat_map(|group| &group.bodies);
            let references = self.works().references.iter();
            let mut units: Vec<Span> = bodies.map(|body| body.words).collect();
            units.extend(references.map(|reference| reference.entry));
            units.sort();
            access::extract(&self.page(), &units)
        })
    }

    /// Citations that are to come.
    pub fn placeholders(&self) -> &[Span] {
        self.placeholders
            .get_or_init(|| placeholders::extract(&self.page(), self.notes()))
    }
}
