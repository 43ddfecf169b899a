//! Citations: where does each of them lead.

mod access;
mod bibliography;
mod definition;
mod duplicate;
mod empty;
mod ibid;
mod identifier;
mod order;
mod pages;
mod placeholder;
mod reference;
mod repeated;
mod unknown_key;
mod unpaired;
mod unused;

pub(super) use access::AccessDate;
pub(super) use bibliography::BibliographyFault;
pub(super) use definition::DefinitionOf;
pub(super) use duplicate::DuplicateBody;
pub(super) use empty::EmptyNote;
pub(super) use ibid::Ibid;
pub(super) use identifier::IdentifierForm;
pub(super) use order::NoteOrder;
pub(super) use pages::PageRangeForm;
pub(super) use placeholder::CitationPlaceholder;
pub(super) use reference::ReferenceFor;
pub(super) use repeated::RepeatedNote;
pub(super) use unknown_key::UnknownKey;
pub(super) use unpaired::UnpairedNote;
pub(super) use unused::Unused;

use crate::bibliography::Library;
use crate::checks::Place;
use crate::source::{SourceFile, Span};

/// A place in a bibliography: in its file, or in the article that holds it.
fn place(library: &Library, span: Span) -> Place {
    match &library.file {
        Some(file) => Place::File(file.clone(), span),
        None => Place::Source(span),
    }
}

/// The words of a place in a bibliography.
fn words<'l>(library: &'l Library, article: &'l SourceFile, span: Span) -> &'l str {
    library.file.as_deref().unwrap_or(article).slice(span)
}
