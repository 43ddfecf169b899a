//! One name in two forms, as a finding: the one at fault with its number, and where the other stands.

use std::borrow::Borrow;
use std::ops::Range;

use super::beside::in_company;
use crate::checks::tally::times;
use crate::checks::{Context, Edits, Finding};

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
    fn shown_at(self, place: &'f Range<usize>) -> Self {
        Form {
            shown: place,
            ..self
        }
    }
}

/// Two forms, each by its words and its places; shown where they stand beside the same name, if they do.
pub(super) fn forms<'f, R: Borrow<Range<usize>>>(
    cx: &Context,
    (found, found_places): (&'f str, &'f [R]),
    (other, other_places): (&'f str, &'f [R]),
) -> [Form<'f>; 2] {
    let forms = [
        Form::new(found, found_places),
        Form::new(other, other_places),
    ];
    match in_company(cx, found_places, other_places) {
        Some((at, beside)) => {
            let [found, other] = forms;
            [found.shown_at(at), other.shown_at(beside)]
        }
        None => forms,
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
