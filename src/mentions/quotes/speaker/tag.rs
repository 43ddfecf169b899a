//! A tag: who speaks, by which words, and what kind of tie these are.

use std::ops::Range;

use crate::mentions::names::sex_of_pronoun;
use crate::mentions::quotes::attribution::{Grade, Subject};
use crate::mentions::quotes::cues;
use crate::mentions::words::is_pronoun;

/// On which side of the quotation the narration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// `Trotsky wrote: "…"`
    Before,
    /// `"…," wrote Trotsky.`
    Behind,
    /// The sentence goes on behind the words without a comma: `"…" is how Trotsky described it.`
    Beyond,
}

/// A speaker and the words that tie the quotation to it. Bytes of the narration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) speaker: Range<usize>,
    pub(super) cue: Range<usize>,
    pub(super) grade: Grade,
}

impl Tag {
    pub(super) fn new((speaker, grade): Subject, cue: Range<usize>) -> Self {
        Tag {
            speaker,
            cue,
            grade,
        }
    }

    /// Whether a comma parts the tag from the rest of its sentence: `…, according to the ministry.`,
    /// `…, the California Republican said.`
    pub(super) fn stands_apart(&self, text: &str) -> bool {
        let start = self.speaker.start.min(self.cue.start);
        let begins = text[..start].trim_end().ends_with(',');
        begins && !text[start..].contains([',', ';'])
    }

    /// Whether it is a pronoun with its verb right before the words: `he said, | “…”`.
    pub(super) fn leads(&self, text: &str) -> bool {
        self.grade == Grade::Pronoun
            && self.speaker.end + 1 == self.cue.start
            && matches!(text[self.cue.end..].trim(), "," | ":")
            && cues::says(&text[self.cue.clone()])
    }

    /// Whether a semicolon parts it from the clause of a pronoun: `Orlik recalls the fire; | she said it was`.
    pub(super) fn is_over(&self, text: &str, pronoun: &Tag) -> bool {
        text.get(self.cue.end..pronoun.speaker.start)
            .is_some_and(|between| between.contains(';'))
    }

    /// Whether a clause without an agent stands between it and the words: `…, and there was a remark that`.
    pub(super) fn is_elsewhere(&self, text: &str) -> bool {
        let end = self.cue.end.max(self.speaker.end);
        [", and there ", ", but there ", "; there "]
            .iter()
            .any(|joint| {
                text[end..].split_once(joint).is_some_and(|(_, clause)| {
                    ["was ", "were ", "is ", "are ", "had been "]
                        .iter()
                        .any(|be| clause.starts_with(be))
                })
            })
    }

    /// Whether a verb tells what somebody thinks or does: `believed`, `are recommending`.
    pub(super) fn is_deed(&self, text: &str) -> bool {
        let verb = &text[self.cue.clone()];
        cues::is_deed(verb) || cues::is_participle(verb) && cues::goes_on(&text[..self.cue.start])
    }

    /// Whether somebody is said here to have told what another does: `Rudd said | that the union believed it was`.
    pub(super) fn reports(&self, text: &str, deed: &Tag) -> bool {
        let start = deed.speaker.start.min(deed.cue.start);
        let between = text.get(self.cue.end..start);
        // `She says that she and Lund | were writing`: two who do one thing.
        let between = between.map(|between| {
            let first = between.strip_suffix(" and ").filter(|first| {
                let last = cues::words(first)
                    .next_back()
                    .map_or("", |last| &first[last]);
                is_pronoun(last) || last.starts_with(char::is_uppercase)
            });
            first.unwrap_or(between)
        });
        let one = between.is_some_and(|between| {
            ![";", " and ", " but ", ", while "]
                .iter()
                .any(|joint| between.contains(joint))
        });
        one && cues::says(&text[self.cue.clone()]) && !self.is_thing(text)
    }

    /// Whether what is described can say nothing: `the information now available`.
    pub(super) fn is_thing(&self, text: &str) -> bool {
        self.grade == Grade::Described && !cues::may_speak(&text[self.speaker.clone()])
    }

    /// Whether the verb right behind only tells what has been said of the thing: `a situation | described in the book as`.
    pub(super) fn is_passive(&self, text: &str) -> bool {
        let behind = &text[self.cue.end..];
        let called = behind.starts_with(" as ")
            || behind.starts_with(" in ") && behind.trim_end().ends_with(" as");
        let bare = behind.trim().is_empty() || called;
        bare && self.speaker.end + 1 == self.cue.start && text[self.cue.clone()].ends_with("ed")
    }

    /// Whether somebody described, further off, may be whom a pronoun means: `her parents` is not `she`.
    pub(super) fn may_be(&self, text: &str, pronoun: &Tag) -> bool {
        if sex_of_pronoun(&text[pronoun.speaker.clone()]).is_some() {
            cues::has_human(&text[self.speaker.clone()])
        } else {
            !self.is_deed(text)
        }
    }

    /// Whether its speaker is somebody: a person, or whom a word for one describes.
    pub(super) fn is_somebodys(&self, text: &str) -> bool {
        self.grade != Grade::Described || cues::has_human(&text[self.speaker.clone()])
    }

    /// Whether a stretch behind a quotation begins with the tag.
    pub(super) fn is_next_to(&self, text: &str) -> bool {
        let start = self.speaker.start.min(self.cue.start);
        let first = cues::words(text).find(|word| {
            !matches!(
                &text[word.clone()],
                "as" | "so" | "So" | "thus" | "Thus" | "or" | "the"
            )
        });
        first.is_some_and(|word| word.end > start)
    }
}
