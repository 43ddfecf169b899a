//! Names: one person, one spelling.

mod acronym;
mod across_files;
mod article;
mod attributive;
mod beside;
mod case;
mod company;
mod enclosed;
mod feminine;
mod first_mention;
mod likeness;
mod places;
mod read;
mod refused;
mod spelling;
mod spoken;
mod style;
mod title;
mod two_forms;
mod variant;
mod wanted;

pub(super) use acronym::AcronymCheck;
pub(super) use across_files::NameAcrossFiles;
pub(super) use case::MixedCase;
pub(super) use feminine::FeminineForm;
pub(super) use first_mention::FirstMention;
pub use likeness::{Difference, difference, suspects};
pub(super) use refused::RefusedName;
pub(super) use spelling::NameSpelling;
pub(super) use style::NameStyle;
pub(super) use title::TitleVariant;
pub(super) use variant::NameVariant;
