//! Citations: notes with their marks, keys, author and year, identifiers, and what stands for a citation
//! that is to come.
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
use page::{Page, Sheet};

pub use access::Access;
pub use author_year::AuthorYear;
pub use entry::Style;
pub use identifiers::Identifier;
pub use keys::Key;
pub use latin::{Back, Latin};
pub use marks::Mark;
pub use notes::{Body, Group};
pub use page::{Apparatus, Section};
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
    sources: OnceLock<Sources>,
    found: OnceLock<Found>,
}

/// What the page of a document has. All kinds are looked for in one go: the page is a copy of the source,
/// and nobody needs it afterwards.
#[derive(Debug)]
struct Found {
    sections: Vec<Section>,
    notes: Vec<Group>,
    keys: Vec<Key>,
    works: Works,
    latin: Vec<Latin>,
    ranges: Vec<PageRange>,
    identifiers: Vec<Identifier>,
    accesses: Vec<Access>,
    placeholders: Vec<Span>,
}

impl Found {
    fn new(document: &Document) -> Self {
        let sheet = Sheet::new(document);
        let page = sheet.page(document);
        let notes = notes::extract(&page);
        let works = works::extract(&page);
        Found {
            keys: keys::extract(&page),
            latin: latin::extract(&page, &notes),
            ranges: ranges::extract(&page),
            identifiers: identifiers::all(&page),
            accesses: accesses(&page, &notes, &works),
            placeholders: placeholders::extract(&page, &notes),
            notes,
            works,
            sections: sheet.sections,
        }
    }
}

fn accesses(page: &Page, notes: &[Group], works: &Works) -> Vec<Access> {
    let bodies = notes.iter().flat_map(|group| &group.bodies);
    let mut units: Vec<Span> = bodies.map(|body| body.words).collect();
    units.extend(works.references.iter().map(|reference| reference.entry));
    units.sort();
    access::extract(page, &units)
}

impl<'d> Citations<'d> {
    /// Nothing is looked for yet.
    pub(super) fn new(document: &'d Document<'d>, shelf: &'d Shelf) -> Self {
        Citations {
            document,
            shelf,
            sources: OnceLock::new(),
            found: OnceLock::new(),
        }
    }

    fn found(&self) -> &Found {
        self.found.get_or_init(|| Found::new(self.document))
    }

    /// The sections that hold notes and references, in order.
    pub fn sections(&self) -> &[Section] {
        &self.found().sections
    }

    /// Whether an offset of the source lies in a note, or in a list of notes or references.
    pub fn is_apparatus(&self, offset: usize) -> bool {
        page::is_apparatus(self.document, self.sections(), offset)
    }

    /// Notes, chapter by chapter.
    pub fn notes(&self) -> &[Group] {
        &self.found().notes
    }

    /// Keys that are cited.
    pub fn keys(&self) -> &[Key] {
        &self.found().keys
    }

    /// The bibliographies that keys lead to.
    pub fn sources(&self) -> &Sources {
        self.sources
            .get_or_init(|| sources::read(self.document, self.shelf))
    }

    /// Citations by author and year, and the reference list.
    pub fn works(&self) -> &Works {
        &self.found().works
    }

    /// *Ibid.* and the like.
    pub fn latin(&self) -> &[Latin] {
        &self.found().latin
    }

    /// Ranges of pages.
    pub fn page_ranges(&self) -> &[PageRange] {
        &self.found().ranges
    }

    /// ISBN, DOI and the like.
    pub fn identifiers(&self) -> &[Identifier] {
        &self.found().identifiers
    }

    /// When pages were read.
    pub fn accesses(&self) -> &[Access] {
        &self.found().accesses
    }

    /// Citations that are to come.
    pub fn placeholders(&self) -> &[Span] {
        &self.found().placeholders
    }
}
