//! Talk: paragraphs of speech in which two take turns, as far as one of them is known.

use std::ops::Range;

use super::reading;
use super::search::Search;
use super::tag::Side;
use crate::document::BlockKind;
use crate::mentions::names::names_and_acronyms;
use crate::mentions::quotes::Quotation;
use crate::mentions::quotes::attribution::{Attribution, Grade};
use crate::mentions::quotes::cues::{self, shift};
use crate::mentions::who;

/// Quotations looked back through for who else talks.
const TALK: usize = 24;

/// And so far back, in bytes.
const FAR: usize = 8000;

/// What is said in a paragraph, or in the last of several that are one speech.
pub(super) struct Turn<'s> {
    /// The last that is quoted.
    pub(super) speech: &'s Quotation,
    /// Where the paragraph begins, the first of several.
    start: usize,
    /// It opens with speech.
    opens: bool,
    /// It is speech alone, without a tag.
    is_bare: bool,
}

impl Search<'_, '_> {
    /// Two who talk take turns: a paragraph without a tag, behind one of each, is the first one's. A gesture may stand
    /// before the speech of one of them, where the other's is bare.
    pub(super) fn alternating(&self) -> Option<Attribution> {
        if self.range.start != self.block.start {
            return None;
        }
        let last = self.turn_before(self.block.start)?;
        let other = self.turn_before(last.start)?;
        if !(last.opens && other.opens || last.is_bare || other.is_bare) {
            return None;
        }
        let differ = self.voice(last.speech)? != self.voice(other.speech)?;
        differ.then(|| other.speech.attribution.clone())
    }

    /// Where who writes is one of two who talk, a paragraph of speech behind another's is the other's; it is the writer's,
    /// if it is in the first person, where nobody else has talked or narration opens the paragraph before.
    pub(super) fn dialogue(&self) -> Option<Attribution> {
        let last = self.turn_before(self.block.start)?;
        let asked = self.text[last.speech.runs[0].words.clone()]
            .trim_end()
            .ends_with('?');
        let narrator = self.antecedents.telling().narrator();
        if self.range.start != self.block.start || !(narrator.is_some() || asked) {
            return None;
        }
        let spoke = self.voice(last.speech)?;
        let other = || {
            self.talk()
                .find(|found| self.voice(found).is_some_and(|other| other != spoke))
                .map(|found| found.attribution.clone())
        };
        let talks = self.says_i() && spoke != "i";
        let writer = narrator
            .filter(|_| talks)
            .map(|i| Attribution::to((i, Grade::Pronoun), None));
        other().filter(|_| last.opens).or(writer)
    }

    /// `“Father, I want six tickets.”`, `Father laughed. “This is the third time.”`: speech that opens a text or a part is
    /// of whom the next paragraph tells, and the writer's where that one answers.
    pub(super) fn opening(&self) -> Option<Attribution> {
        let blocks = self.document.blocks();
        let number = blocks.partition_point(|block| block.range.end <= self.range.start);
        let above = number.checked_sub(1).map(|above| blocks[above].kind);
        let opens = above.is_none_or(|kind| kind == BlockKind::Heading);
        let narrator = self.antecedents.telling().narrator()?;
        let below = blocks.get(number + 1)?.range.clone();
        if self.range != self.block || !opens || below.start == self.next {
            return None;
        }
        let turn = self
            .text
            .get(below.start..below.end.min(self.next))?
            .trim_end();
        if self.next < below.end && turn.ends_with(['.', '!', '?', ':', ',']) {
            return Some(Attribution::to((narrator, Grade::Pronoun), None));
        }
        let first = self.document.sentence_at(below.start);
        self.told_in(&(first.start..first.end.min(below.end)))
    }

    /// `“Mr. Orlik, you were there.”`: whoever addresses one of two is the other, who talks or has just been told of.
    pub(super) fn addressing(&self) -> Option<Attribution> {
        let words = &self.quotation.runs[0].words;
        let near = words.start..words.start + self.spoken(self.quotation).len();
        let called = names_and_acronyms(self.text, &near).into_iter().next()?;
        let people = self.antecedents.people();
        let opens = self.range.start == self.block.start && called.start == words.start;
        let apart = self.text[called.end..].starts_with(", ");
        // `“W. O. Wolfe, a man of business, died on Monday.”` addresses nobody.
        let spoken = self.spoken(self.quotation);
        let to_one = spoken.contains('?')
            || cues::words(spoken)
                .any(|word| matches!(&spoken[word], "you" | "your" | "I" | "we" | "us" | "please"));
        let apart = apart && to_one;
        if !(opens && apart && people.is_known_person(&called)) {
            return None;
        }
        let other = |name: &Range<usize>| people.surname(name) != people.surname(&called);
        let end = self.text[..self.block.start].trim_end().len();
        let above = self.document.block_at(end.checked_sub(1)?)?.range.start;
        let above = self.near(above..end);
        let told = who::actors(self.text, &above)
            .into_iter()
            .rfind(|name| people.is_known_person(name) && other(name));
        if let Some(name) = told {
            return Some(Attribution::to((name, Grade::Named), None));
        }
        self.talk()
            .map(|found| &found.attribution)
            .find(|found| found.name.as_ref().is_some_and(other))
            .cloned()
    }

    /// `“Did you go to him for advice?”`, `“Are you joking?” said Lund.`: whom the next words answer asks.
    pub(super) fn asking(&self) -> Option<Attribution> {
        const TAG: usize = 80;
        const INSIDE: usize = 4;
        if !self.last_words().ends_with('?') {
            return None;
        }
        let words = self.spoken(self.quotation);
        let you = cues::words(words).find(|word| matches!(&words[word.clone()], "you" | "your"))?;
        let mut next = self.later.iter().take(INSIDE);
        let answer = next.find(|next| self.is_level(next))?.first_run();
        if !self.block.contains(&answer.start) {
            return None;
        }
        let between = self.text.get(self.range.end..answer.start)?;
        let behind = self.text.get(answer.end..)?;
        let tag = behind[..behind.floor_char_boundary(TAG)]
            .split(['\n', '“', '"', '.'])
            .next()?;
        let answers = between.trim().is_empty()
            && reading::read(tag, Side::Behind).is_some_and(|found| found.is_next_to(tag));
        let asked = shift(you, self.quotation.runs[0].words.start);
        answers.then(|| Attribution::to((asked, Grade::Pronoun), None))
    }

    /// `“The ice is too thin, Colonel.”`, `“Then we go round by the mill.”`: whom the words before address answers them.
    pub(super) fn addressed(&self) -> Option<Attribution> {
        let last = self.turn_before(self.block.start)?.speech;
        let words = &last.runs[last.runs.len() - 1].words;
        let said = self.text[words.clone()].trim_end();
        let said = said.trim_end_matches(['.', '!', '?']);
        let called = words.start + said.rfind(", ")? + 2..words.start + said.len();
        let name = &self.text[called.clone()];
        let capital = |word: Range<usize>| name[word].starts_with(char::is_uppercase);
        let office = cues::words(name).any(|word| cues::is_office(&name[word]));
        let known = office || self.antecedents.people().is_known_person(&called);
        (cues::words(name).all(capital) && known && self.range.start == self.block.start)
            .then(|| Attribution::to((called, Grade::Named), None))
    }

    /// `“Oh, every month I thought of leaving.”`: who answers what nobody has asked in print talks to the author, and is
    /// the one who has talked so far.
    pub(super) fn chatting(&self) -> Option<Attribution> {
        const OPENINGS: [&str; 12] = [
            "Ah", "Hmm", "Honestly", "Look", "Nah", "No", "Oh", "So", "Well", "Yeah", "Yep", "Yes",
        ];
        const VOICES: usize = 4;
        const MOST: usize = 3;
        let words = self.spoken(self.quotation);
        let first = cues::words(words).next()?;
        let opens = first.start == 0 && OPENINGS.contains(&&words[first]) && self.says_i();
        let last = self.talk().next()?;
        let voice = self.voice(last)?;
        let same = self.talk().take(VOICES);
        let same = same.filter(|said| self.voice(said).as_ref() == Some(&voice));
        (opens && same.count() >= MOST).then(|| last.attribution.clone())
    }

    /// Who spoke last and is not `I`.
    pub(super) fn other_voice(&self) -> Option<Attribution> {
        self.talk()
            .map(|earlier| &earlier.attribution)
            .find(|found| found.name.is_some())
            .cloned()
    }

    /// The speech before, the last first.
    fn talk(&self) -> impl Iterator<Item = &Quotation> {
        self.earlier
            .iter()
            .rev()
            .take(TALK)
            .take_while(|earlier| self.range.start.saturating_sub(earlier.range().end) < FAR)
            .filter(|earlier| self.is_level(earlier))
    }

    /// Who speaks, in small letters, if that is known.
    pub(super) fn voice(&self, speech: &Quotation) -> Option<String> {
        let found = &speech.attribution;
        let who = found.name.as_ref().or(found.speaker.as_ref())?;
        (found.grade < Grade::Citation).then(|| self.text[who.clone()].to_lowercase())
    }

    /// What is said in the paragraph before the one that begins there, if it opens or ends with speech.
    pub(super) fn turn_before(&self, block: usize) -> Option<Turn<'_>> {
        const SPEECHES: usize = 4;
        let end = self.text[..block].trim_end().len();
        let start = self.document.block_at(end.checked_sub(1)?)?.range.start;
        let mut speeches = self
            .earlier
            .iter()
            .rev()
            .filter(|earlier| self.is_level(earlier))
            .skip_while(|earlier| earlier.range().start >= block)
            .take(SPEECHES)
            .take_while(|earlier| earlier.range().end > start);
        let speech = speeches.next()?;
        let first = speeches.last().unwrap_or(speech).range().start;
        let closes = !self
            .text
            .get(speech.range().end..end)?
            .contains(char::is_alphanumeric);
        // Speech over several paragraphs is one turn.
        let start = self
            .document
            .block_at(first)
            .map_or(start, |first| first.range.start.min(start));
        (first == start || closes).then(|| Turn {
            speech,
            start,
            opens: first == start,
            is_bare: speech.range().start == start && closes && speech.attribution.cue.is_none(),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::mentions::quotes::{last_speaker, speakers};

    #[test]
    fn two_who_talk_take_turns() {
        for (text, speaker) in [
            (
                "Ann Lund sat by the stove. Paul Orlik stood.\n\n“Mrs. Lund, you were on the mole that \
                 night.”\n\nLund folded her hands. “Where else should I have been?”\n\n“In the harbour office.”",
                "Orlik",
            ),
            (
                "“The ice is too thin for a sledge, Colonel,” said Orlik.\n\nHe was right. “Send for the boats, \
                 Captain.”\n\n“There is not one left that would float.”",
                "Captain",
            ),
            (
                "“Was it dark?” Ann Lund asked.\n\n“As a cellar,” said Orlik.\n\n“And you saw the boat?”",
                "Ann Lund",
            ),
        ] {
            let found = last_speaker(text);
            assert!(
                found
                    .as_deref()
                    .is_some_and(|found| found.ends_with(speaker)),
                "{found:?} speaks: {text}"
            );
        }
    }

    const MEMOIR: &str =
        "“I am going with him,” I said.\n\nI told my mother, too. She did not mind.\n\n";

    #[test]
    fn who_writes_a_memoir_takes_turns_with_the_others() {
        let text = format!(
            "{MEMOIR}“Where is the boat?” Orlik's face was grim.\n\n“Sir, I left it at the mole.”\n\n“It is lost, then.”\n\nI was tired. “It will not \
             sink!”\n\n“Then row,” said Paul Orlik."
        );
        assert_eq!(
            speakers(&text),
            ["I", "Paul Orlik", "I", "Paul Orlik", "I", "Paul Orlik"]
                .map(|who| Some(who.to_owned()))
        );
    }

    #[test]
    fn speech_that_opens_a_memoir_is_of_whom_comes_next_or_of_the_writer_whom_that_one_answers() {
        for (opening, speaker) in [
            (
                "“Brother, you must help me.”\n\nMy sister Roma looked at me. Her plea was not the first.\n\n",
                "Roma",
            ),
            (
                "“Father, I want six tickets.”\n\nFather laughed. “This is the third time you ask.”\n\n",
                "I",
            ),
        ] {
            let text = format!("{opening}{MEMOIR}");
            assert_eq!(speakers(&text)[0].as_deref(), Some(speaker), "{text}");
        }
    }
}
