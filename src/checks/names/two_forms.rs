//! One name in two forms, as a finding: the one at fault with its number, and where the other stands.

use std::borrow::Borrow;
use std::ops::Range;

use crate::checks::tally::times;
use crate::checks::{Edits, Finding};

/// A form of a name.
pub(super) struct Form<'f> {
    words: &'f str,
    /// Where it stands first.
    first: &'f Range<usize>,
    /// How often it stands.
    times: usize,
}

impl<'f> Form<'f> {
    /// A form by its words and its places, at least one, in the order of the text.
    pub(super) fn new(words: &'f str, places: &'f [impl Borrow<Range<usize>>]) -> Self {
        Form {
            words,
            first: places[0].borrow(),
            times: places.len(),
        }
    }
}

/// The first place of the form at fault, with the first of the other as a second label.
pub(super) fn two_forms(found: &Form, other: &Form, edits: Edits) -> Finding {
    let all = times(other.times);
    Finding::at(found.first.clone())
        .field("found", found.words)
        .field("found_times", times(found.times))
        .field("other", other.words)
        .field("other_times", &all)
        .note(format!("so {}", times(found.times)))
        .label(
            other.first.clone(),
            format!("here “{}”, {all} in all", other.words),
        )
        .suggested_fix(edits)
}
