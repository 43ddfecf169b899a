//! Whom a stretch of narration tells of: who speaks in it, and who else is named.

use std::ops::Range;

use super::subject::Narration;
use super::{head, reading, report};
use crate::mentions::names::whole_names;
use crate::mentions::quotes::attribution::Subject;
use crate::mentions::quotes::cues::{self, shift};
use crate::mentions::who;

/// Whom a stretch of narration tells of. Ranges are bytes of the document's text.
pub(super) struct Told {
    /// Who speaks in it.
    pub(super) speaker: Option<Subject>,
    /// Its names.
    pub(super) names: Vec<Range<usize>>,
    /// Those of people who act.
    pub(super) actors: Vec<Range<usize>>,
    /// Whether a clause stands before the one that it is about: `When he came, Orlik laughed.`
    pub(super) adverbial: bool,
    within: Range<usize>,
}

impl Told {
    pub(super) fn new(text: &str, within: &Range<usize>) -> Self {
        let narration = Narration::new(&text[within.clone()]);
        let introduced = || {
            let tag = reading::introduction(&narration)?;
            Some((tag.speaker, tag.grade))
        };
        let speaker = report::speaker(&narration).or_else(introduced);
        let names = whole_names(text, within);
        let actors = names
            .iter()
            .filter(|name| who::is_actor(text, within, name));
        Told {
            speaker: speaker.map(|(range, grade)| (shift(range, within.start), grade)),
            actors: actors.cloned().collect(),
            adverbial: opens_adverbially(&text[within.clone()]),
            within: within.clone(),
            names,
        }
    }

    /// Where the same pronoun stands before: `She was married to an actor called Orlik, but | she` means whom the first
    /// `she` does; not so in `When he came, Orlik laughed, and | he`.
    pub(super) fn first(&self, text: &str, pronoun: &str) -> Option<Range<usize>> {
        let words = &text[self.within.clone()];
        let same = |word: &Range<usize>| words[word.clone()].eq_ignore_ascii_case(pronoun);
        let he = cues::words(words).find(same).filter(|_| !self.adverbial)?;
        Some(shift(he, self.within.start))
    }
}

/// Whether a clause stands before the one that a sentence is about: `When he came, Orlik laughed.`
fn opens_adverbially(sentence: &str) -> bool {
    const OPENING: usize = 4;
    let mut opening = cues::words(sentence)
        .take(OPENING)
        .map(|word| &sentence[word]);
    opening.any(head::is_subordinator)
}

/// Whether a name goes on with `'s` and what is somebody's: `Orlik's firm`, not `at Orlik's.`
pub(super) fn is_owner(behind: &str) -> bool {
    who::is_owner(behind)
        && behind
            .split_once(' ')
            .is_some_and(|(s, _)| s.ends_with('s'))
}
