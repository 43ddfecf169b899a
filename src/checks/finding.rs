//! What a check found, before its rule gives it words.

use std::fmt::Display;
use std::ops::Range;

use crate::diagnostic::Applicability;

/// What to write in place of ranges of the document's text, in their order.
pub type Edits = Vec<(Range<usize>, String)>;

/// A place that is at fault, with what a message may say about it. Ranges are bytes of the document's text.
#[derive(Debug)]
pub struct Finding {
    pub(crate) range: Range<usize>,
    pub(crate) note: String,
    pub(crate) fields: Vec<(&'static str, String)>,
    pub(crate) labels: Vec<(Range<usize>, String)>,
    pub(crate) fix: Option<(Applicability, Edits)>,
}

impl Finding {
    /// The words that are at fault.
    pub fn at(range: Range<usize>) -> Self {
        Finding {
            range,
            note: String::new(),
            fields: Vec::new(),
            labels: Vec::new(),
            fix: None,
        }
    }

    /// A few words under the primary label.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// What a field of the message stands for.
    #[must_use]
    pub fn field(mut self, name: &'static str, value: impl Display) -> Self {
        self.fields.push((name, value.to_string()));
        self
    }

    /// The other place.
    #[must_use]
    pub fn label(mut self, range: Range<usize>, message: impl Into<String>) -> Self {
        self.labels.push((range, message.into()));
        self
    }

    /// A correction that only changes the form.
    #[must_use]
    pub fn safe_fix(self, edits: Edits) -> Self {
        self.fix(Applicability::Safe, edits)
    }

    /// A correction for the author to decide on.
    #[must_use]
    pub fn suggested_fix(self, edits: Edits) -> Self {
        self.fix(Applicability::Suggested, edits)
    }

    /// A correction.
    #[must_use]
    pub fn fix(mut self, applicability: Applicability, edits: Edits) -> Self {
        if !edits.is_empty() {
            self.fix = Some((applicability, edits));
        }
        self
    }
}
