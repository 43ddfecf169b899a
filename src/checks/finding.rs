//! What a check found, before its rule gives it words.

use std::fmt::Display;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Applicability;
use crate::document::readable;
use crate::source::{SourceFile, Span};

/// What to write in place of ranges of the document's text, in their order.
pub type Edits = Vec<(Range<usize>, String)>;

/// No message says more of a field than so many bytes: who wants the whole has its place.
const FIELD: usize = 2_000;

/// Where a finding points.
#[derive(Clone, Debug)]
pub enum Place {
    /// Bytes of the document's text.
    Text(Range<usize>),
    /// Bytes of its source: what the prose has no words for.
    Source(Span),
    /// Bytes of another file.
    File(Arc<SourceFile>, Span),
}

impl From<Range<usize>> for Place {
    fn from(range: Range<usize>) -> Self {
        Place::Text(range)
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Place::Source(span)
    }
}

/// A place that is at fault, with what a message may say about it.
#[derive(Debug)]
pub struct Finding {
    pub(crate) place: Place,
    pub(crate) note: String,
    pub(crate) fields: Vec<(&'static str, String)>,
    pub(crate) labels: Vec<(Place, String)>,
    pub(crate) fix: Option<(Applicability, Edits)>,
}

impl Finding {
    /// The words that are at fault.
    pub fn at(place: impl Into<Place>) -> Self {
        Finding {
            place: place.into(),
            note: String::new(),
            fields: Vec::new(),
            labels: Vec::new(),
            fix: None,
        }
    }

    /// A few words under the primary label.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = readable(note);
        self
    }

    /// What a field of the message stands for; of a long passage its first words.
    #[must_use]
    pub fn field(mut self, name: &'static str, value: impl Display) -> Self {
        let mut value = readable(value.to_string());
        if value.len() > FIELD {
            value.truncate(value.floor_char_boundary(FIELD));
            value.push('…');
            value.shrink_to_fit();
        }
        self.fields.push((name, value));
        self
    }

    /// The other place.
    #[must_use]
    pub fn label(mut self, place: impl Into<Place>, message: impl Into<String>) -> Self {
        self.labels.push((place.into(), readable(message)));
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
