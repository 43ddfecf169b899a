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

/// By what the speaker of a quotation is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// A cue before the words, in their sentence: `Reiss said that “…”`.
    Before,
    /// A cue behind them: `“…”, wrote his mother`.
    After,
    /// A cue between the parts of an interrupted quotation.
    Inside,
    /// A colon that leads to them.
    Colon,
    /// A line, brackets or a label that names their source.
    Credit,
    /// A note or a reference, and nothing else.
    Citation,
    /// A sentence beside theirs: one that leads to them, who reports or acts next to them.
    Beside,
    /// Who spoke before goes on.
    Continuing,
    /// Whose turn it is: in a dialogue, an interview, an exchange of letters.
    Turn,
    /// Whom or what the paragraph or the whole text speaks of.
    Text,
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
    /// By what the speaker is found, where there is one or a citation.
    pub how: Option<How>,
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
            ..Attribution::default()
        }
    }
}
