//! Names: one person, one spelling.

mod likeness;
mod refused;
mod variant;

pub use likeness::{Difference, difference};
pub(super) use refused::RefusedName;
pub(super) use variant::NameVariant;
