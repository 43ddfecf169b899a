//! In which order the search for a speaker goes: a credit, a tag, a reference; then what stands around the words,
//! nearest first; last, whom a pronoun means.

use std::ops::Range;

use super::reference;
use super::search::Search;
use crate::mentions::names::sex_of_pronoun;
use crate::mentions::quotes::Class;
use crate::mentions::quotes::attribution::{Attribution, Grade, How};

/// One way to find the speaker of words that have no tag.
type Way<S> = fn(&S) -> Option<Attribution>;

impl Search<'_, '_> {
    /// Who says it, and how that is known.
    pub(super) fn run(&self) -> Attribution {
        match self.quotation.class {
            Class::Title => return Attribution::default(),
            Class::Term | Class::Scare => return self.with_name(self.placed(self.called())),
            Class::Direct | Class::Block => {}
        }
        let cited = self.is_cited();
        let mut found = self.beside_words(cited);
        if found.grade == Grade::None && self.quotation.class == Class::Direct {
            found = self.around().unwrap_or(found);
        }
        found = self.with_name(found);
        found.cited = cited || self.is_referenced();
        found
    }

    /// By a credit, a tag or a reference.
    fn beside_words(&self, cited: bool) -> Attribution {
        if let Some(credit) = self.credit() {
            return Attribution {
                how: Some(How::Credit),
                ..credit
            };
        }
        let tagged = self.tagged();
        if tagged.grade == Grade::None && cited {
            return Attribution {
                grade: Grade::Citation,
                how: Some(How::Citation),
                ..tagged
            };
        }
        match tagged.grade {
            Grade::None => self.placed(self.apart().unwrap_or(tagged)),
            _ => self.placed(tagged),
        }
    }

    /// By what stands around words without a tag. Where a way has no `How`, the place of the speaker tells it.
    fn around(&self) -> Option<Attribution> {
        let ways: &[(Way<Self>, Option<How>)] = &[
            (Self::same_sentence, Some(How::Continuing)),
            (Self::dangling, None),
            (Self::introduced, None),
            (Self::equated, None),
            (Self::gesture, None),
            (Self::alternating, Some(How::Turn)),
            (Self::same_speaker, Some(How::Continuing)),
            (Self::beat, None),
            (Self::acting, None),
            (Self::reported, None),
            (Self::framed, Some(How::Text)),
            (Self::behind, None),
            (Self::handed_on, None),
            (Self::made_way, None),
            (Self::turn, Some(How::Turn)),
            (Self::continuing, Some(How::Continuing)),
            (Self::told_of, None),
            (Self::worded, None),
            (Self::headed, Some(How::Text)),
            (Self::addressing, Some(How::Turn)),
            (Self::addressed, Some(How::Turn)),
            (Self::shown_below, None),
            (Self::opening, None),
            (Self::interviewed, Some(How::Turn)),
            (Self::answered, Some(How::Turn)),
            (Self::dialogue, Some(How::Turn)),
            (Self::first_person, None),
            (Self::own_voice, None),
            (Self::portrayed, Some(How::Text)),
            (Self::aside, None),
            (Self::reasoned, None),
            (Self::pointed, None),
            (Self::itemized, None),
            (Self::asking, Some(How::Turn)),
            (Self::chatting, Some(How::Turn)),
            (Self::discussed, Some(How::Text)),
            (Self::repeated, Some(How::Continuing)),
            (Self::noted, Some(How::Citation)),
        ];
        ways.iter().find_map(|(way, how)| {
            let found = way(self)?;
            Some(match how {
                Some(_) => Attribution { how: *how, ..found },
                None => self.placed(found),
            })
        })
    }

    /// Whether a reference stands right behind the words, or closes a block.
    fn is_cited(&self) -> bool {
        let closed = self.quotation.class == Class::Block
            && (self.quotation.runs.last())
                .is_some_and(|run| reference::closes(&self.text[run.words.clone()]));
        closed || reference::opens(&self.text[self.range.end..self.block_end()])
    }

    /// With the place of what tells the speaker.
    fn placed(&self, mut found: Attribution) -> Attribution {
        let tells = found.cue.as_ref().or(found.speaker.as_ref());
        found.how = tells.map(|tells| self.place(tells));
        found
    }

    fn place(&self, tells: &Range<usize>) -> How {
        if tells.start >= self.range.end {
            return match tells.start < self.after().end {
                true => How::After,
                false => How::Beside,
            };
        }
        if tells.start >= self.range.start {
            return How::Inside;
        }
        let told_before = || {
            self.last_speech().is_some_and(|last| {
                let told = &last.attribution;
                let last_tag = [&told.cue, &told.speaker].contains(&&Some(tells.clone()));
                tells.start < last.range().end || last_tag
            })
        };
        let before = self.before();
        match tells.start >= before.start {
            true if self.text[before].trim_end().ends_with(':') => How::Colon,
            true => How::Before,
            false if told_before() => How::Continuing,
            false => How::Beside,
        }
    }

    /// With the name that a pronoun stands for, or the whole form of the name.
    pub(super) fn with_name(&self, mut found: Attribution) -> Attribution {
        if found.grade == Grade::Pronoun && found.name.is_none() {
            found.name = self.antecedent(&found);
        }
        // `Was she afraid? “…” Ann Bell laughs.`
        if found.grade == Grade::Pronoun && found.name.is_none() {
            let acts = self.gesture().filter(|acts| acts.grade == Grade::Named);
            found.name = acts.and_then(|acts| acts.name);
        }
        if found.grade == Grade::Pronoun && found.name.is_none() {
            if self.is_described(&found) {
                found.grade = Grade::Described;
            } else {
                found.name = self.named_next(&found);
            }
        }
        let people = self.antecedents.people();
        if let (Grade::Pronoun, Some(he), Some(name)) = (found.grade, &found.speaker, &found.name)
            && let Some(sex) = sex_of_pronoun(&self.text[he.clone()])
        {
            people.remember(name, sex);
        }
        if let Some(whole) = found.name.as_ref().and_then(|name| people.whole(name)) {
            found.name = Some(whole);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, GivenDates};
    use crate::mentions::quotes::{How, extract};

    #[test]
    fn it_is_known_how_a_speaker_is_found() {
        for (text, how) in [
            ("Ann Bell said that it “would never hold”.", How::Before),
            ("“It will never hold,” said Ann Bell.", How::After),
            ("“It will,” said Ann Bell, “never hold.”", How::Inside),
            ("Ann Bell put it plainly: “It will never hold.”", How::Colon),
            ("“It will never hold.”\n\n— Ann Bell, mason", How::Credit),
            (
                "The wall “would never hold as it stood” (Bell 1921: 14).",
                How::Citation,
            ),
            (
                "Ann Bell wrote about the mole. “It will never hold.”",
                How::Beside,
            ),
            (
                "“It leaks,” said Ann Bell. “It will never hold.”",
                How::Continuing,
            ),
            (
                "“Does it leak?” said Ann Bell.\n\n“It does,” said Paul Lund.\n\n“It will never hold.”",
                How::Turn,
            ),
        ] {
            let source = crate::SourceFile::new("a.txt", text);
            let document = Document::new(&source, GivenDates::default());
            let last = extract(&document).quotations.pop();
            assert_eq!(
                last.and_then(|last| last.attribution.how),
                Some(how),
                "{text}"
            );
        }
    }
}
