//! Who says it: what is known of the speaker of a quotation.

use std::ops::Range;

/// How the speaker of a quotation is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// By name.
    Named,
    /// By a description: `a GPU agent`, `their deliberations`.
    Described,
    /// By a pronoun.
    Pronoun,
    /// Only a note or a reference stands behind it.
    Citation,
    /// Not at all.
    #[default]
    None,
}

/// Who speaks or acts, with how well that is known; the range is of whatever text was read.
pub(super) type Subject = (Range<usize>, Grade);

/// Who says a quotation, and what says so. Ranges are bytes of the document's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// The words for the speaker: a name, a description, a pronoun.
    pub speaker: Option<Range<usize>>,
    /// The name of the speaker: where a pronoun stands, the one it means, if that is in reach.
    pub name: Option<Range<usize>>,
    /// The verb, phrase or colon that ties the words to the speaker.
    pub cue: Option<Range<usize>>,
    /// How well the speaker is known.
    pub grade: Grade,
    /// A note or a reference stands right behind the words, or behind their tag.
    pub cited: bool,
}

impl Attribution {
    /// To a speaker, whose name it has where that is how the speaker is known.
    pub(super) fn to((speaker, grade): Subject, cue: Option<Range<usize>>) -> Self {
        Attribution {
            name: (grade == Grade::Named).then(|| speaker.clone()),
            speaker: Some(speaker),
            cue,
            grade,
            cited: false,
        }
    }
}
