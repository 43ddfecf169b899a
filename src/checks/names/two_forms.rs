//! One name in two forms, as a finding: the one at fault with its number, and where the other stands.

use std::borrow::Borrow;
use std::ops::Range;

use crate::checks::tally::times;
use crate::checks::{Edits, Finding};

/// A form of a name.
pub(super) struct Form<'f> {
    words: &'f str,
    /// Where it is shown.
    shown: &'f Range<usize>,
    /// How often it stands.
    times: usize,
}

impl<'f> Form<'f> {
    /// A form by its words and its places, at least one, in the order of the text.
    pub(super) fn new(words: &'f str, places: &'f [impl Borrow<Range<usize>>]) -> Self {
        Form {
            words,
            shown: places[0].borrow(),
            times: places.len(),
        }
    }

    /// The same, shown at another of its places.
    pub(super) fn shown_at(self, place: &'f Range<usize>) -> Self {
        Form {
            shown: place,
            ..self
        }
    }
}

/// The place of the form at fault, with that of the other as a second label; the first ones, unless others are to be shown.
pub(super) fn two_forms(found: &Form, other: &Form, edits: Edits) -> Finding {
    let all = times(other.times);
    Finding::at(found.shown.clone())
        .field("found", found.words)
        .field("found_times", times(found.times))
        .field("other", other.words)
        .field("other_times", &all)
        .note(format!("so {}", times(found.times)))
        .label(
            other.shown.clone(),
            format!("here “{}”, {all} in all", other.words),
        )
        .suggested_fix(edits)
}
