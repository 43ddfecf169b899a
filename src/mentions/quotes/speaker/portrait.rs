//! A paragraph of speech behind one that tells of its speaker, as papers and portraits have it:
//! `Ines Roth took over the ferry at nineteen.`, `“I slept in the boat.”`

use std::ops::Range;

use super::head;
use super::search::Search;
use super::subject::Narration;
use crate::document::BlockKind;
use crate::mentions::quotes::attribution::{Attribution, Grade};
use crate::mentions::quotes::cues::{self, shift};
use crate::mentions::who;

/// Sentences at the end of the paragraph above, all but one of which tell of nobody.
const SENTENCES: usize = 2;

impl Search<'_, '_> {
    /// By the last sentence above that is about one person, where the words are in the first person, or where the
    /// paragraph below tells on of the one who has spoken before.
    pub(super) fn portrayed(&self) -> Option<Attribution> {
        const NEAR: usize = 8;
        let above = self.prose_above()?;
        // The only quotation of a text says who speaks.
        let others = self
            .later
            .iter()
            .take(NEAR)
            .any(|later| self.is_level(later));
        if self.last_words().ends_with('?') || !(others || self.last_speech().is_some()) {
            return None;
        }
        let says_i = self.says_i() && !self.says_you();
        let spoken = self.last_speech().map_or(0, |last| last.range().end);
        let mut sentence = self.document.sentence_at(above.end - 1);
        for number in 0..SENTENCES {
            // `“…?” Ann Bell asked.`: the tag of the words before.
            let told = sentence.start < spoken
                || spoken > above.start && self.text[spoken..sentence.start].trim().is_empty();
            if told || sentence.start < above.start {
                return None;
            }
            let told = self.told_in(&sentence);
            if let Some(found) = told.filter(|found| self.is_alone(found, &sentence)) {
                let found = self.with_name(found);
                let name = found.name.as_ref().or(found.speaker.as_ref());
                let spoke = name.is_some_and(|name| self.has_spoken(name));
                let known = found.grade != Grade::Pronoun || found.name.is_some();
                let here = says_i && known && (number == 0 || spoke);
                return (here || self.is_told_on(&found)).then_some(found);
            }
            if !says_i || self.tells_of_somebody(&sentence) {
                return None;
            }
            let Some(before) = who::sentence_before(self.document, &sentence) else {
                break;
            };
            sentence = before;
        }
        // Nobody is told of above, and below the one who spoke last.
        self.last_voice()
            .filter(|found| says_i && self.is_told_on(found))
    }

    /// Whether the first sentence of the words is what `I` say to `you`; words quoted in it left out.
    pub(super) fn says_you(&self) -> bool {
        let words = self.spoken(self.quotation);
        let first = words.split(['.', '!', '?', '‘', '“', '"']).next();
        let first = first.and_then(|first| first.split(" '").next());
        let first = first.unwrap_or_default();
        let mut rest = cues::words(first).skip_while(|word| first[word.clone()] != *"I");
        rest.any(|word| matches!(&first[word], "you" | "your"))
    }

    /// The one person whom a sentence tells of: who reports in it, whose mind it tells, whom it is about.
    pub(super) fn told_in(&self, sentence: &Range<usize>) -> Option<Attribution> {
        self.reporter(sentence)
            .or_else(|| self.minded(sentence))
            .or_else(|| self.subject(sentence))
            .or_else(|| self.concerned(sentence))
    }

    /// The one person whom a sentence is about.
    fn subject(&self, sentence: &Range<usize>) -> Option<Attribution> {
        let near = self.near(sentence.clone());
        let (subject, grade) = head::of(&Narration::new(&self.text[near.clone()]))?;
        let subject = shift(subject, near.start);
        let one = self.antecedents.people().is_one(&subject, grade)
            && match grade {
                Grade::Named => self.antecedents.people().is_known_person(&subject),
                Grade::Described => cues::has_human(&self.text[subject.clone()]),
                _ => true,
            };
        one.then(|| Attribution::to((subject, grade), None))
    }

    /// `For Roth, the winters were short.`, `Roth’s day begins at five.`: the only one who is named, where something is
    /// theirs or they have spoken last.
    fn concerned(&self, sentence: &Range<usize>) -> Option<Attribution> {
        let near = self.near(sentence.clone());
        let name = self.alone_in(&near)?;
        let before = self.text[near.start..name.start].trim_end();
        let last = cues::words(before).next_back().map(|word| &before[word]);
        let theirs = who::is_owner(&self.text[name.end..]) || matches!(last, Some("For" | "for"));
        (theirs || self.has_spoken(&name)).then(|| Attribution::to((name, Grade::Named), None))
    }

    /// Whether a sentence names nobody but the one it has been found to tell of, but for what they report.
    fn is_alone(&self, found: &Attribution, sentence: &Range<usize>) -> bool {
        let near = self.near(sentence.clone());
        let end = found
            .cue
            .as_ref()
            .map_or(near.end, |cue| cue.start.clamp(near.start, near.end));
        let own = found.speaker.as_ref();
        let others = who::people(self.text, &(near.start..end));
        let other = |name: &Range<usize>| {
            self.antecedents.people().is_known_person(name)
                && !own.is_some_and(|own| self.are_one(name, own))
        };
        !others.iter().any(other)
    }

    fn tells_of_somebody(&self, sentence: &Range<usize>) -> bool {
        let near = self.near(sentence.clone());
        let words = &self.text[near.clone()];
        let he = |word: Range<usize>| {
            matches!(
                &words[word],
                "He" | "he" | "She" | "she" | "They" | "they" | "I" | "We"
            )
        };
        let people = self.antecedents.people();
        let names = who::people(self.text, &near);
        cues::words(words).any(he) || names.iter().any(|name| people.is_known_person(name))
    }

    /// Whether two names are of one person, as far as they show: `Roth` and `Ines Roth`, `Liu` and `Liu Xingtong`.
    fn are_one(&self, first: &Range<usize>, second: &Range<usize>) -> bool {
        let people = self.antecedents.people();
        let (one, other) = (&self.text[first.clone()], &self.text[second.clone()]);
        let opens = |short: &str, long: &str| {
            long.strip_prefix(short)
                .is_some_and(|rest| rest.starts_with(' '))
        };
        people.surname(first) == people.surname(second) || opens(one, other) || opens(other, one)
    }

    /// Whether somebody has spoken last, by the last word of the name.
    fn has_spoken(&self, name: &Range<usize>) -> bool {
        let last = self.last_speech().and_then(|last| {
            last.attribution
                .name
                .as_ref()
                .or(last.attribution.speaker.as_ref())
        });
        last.is_some_and(|last| self.are_one(last, name))
    }

    /// Whether somebody has spoken last, and the first sentence of the paragraph below is about them.
    fn is_told_on(&self, found: &Attribution) -> bool {
        let name = found.name.as_ref().or(found.speaker.as_ref());
        let Some(name) = name.filter(|name| self.has_spoken(name)) else {
            return false;
        };
        let blocks = self.document.blocks();
        let number = blocks.partition_point(|block| block.range.end <= self.range.start);
        let below = blocks.get(number + 1);
        let Some(below) = below.filter(|below| below.kind == BlockKind::Paragraph) else {
            return false;
        };
        let first = self.document.sentence_at(below.range.start);
        let near = self.near(first.start..first.end.min(below.range.end));
        let people = self.antecedents.people();
        let is_same = |subject: &Range<usize>, grade: Grade| match grade {
            Grade::Named => self.are_one(subject, name),
            Grade::Pronoun => people.is_one(subject, grade),
            _ => false,
        };
        let head = head::of(&Narration::new(&self.text[near.clone()]))
            .map(|(subject, grade)| (shift(subject, near.start), grade));
        let reporter = || {
            let found = self.reporter(&near)?;
            Some((found.speaker?, found.grade))
        };
        let subjects = head
            .into_iter()
            .chain(std::iter::once_with(reporter).flatten());
        subjects
            .into_iter()
            .any(|(subject, grade)| is_same(&subject, grade))
            || self
                .alone_in(&near)
                .is_some_and(|alone| self.are_one(&alone, name))
    }

    /// The only one whom a stretch names.
    fn alone_in(&self, stretch: &Range<usize>) -> Option<Range<usize>> {
        let people = self.antecedents.people();
        let mut named = who::people(self.text, stretch)
            .into_iter()
            .filter(|name| people.is_known_person(name));
        named.next().filter(|_| named.next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use crate::mentions::quotes::last_speaker;

    #[test]
    fn speech_in_the_first_person_is_of_whom_the_paragraph_above_tells() {
        const BEFORE: &str = "“There was a gale,” said Erik Holm, who keeps the light.\n\n";
        for (above, speaker) in [
            ("Ines Roth took over the ferry at nineteen.", "Ines Roth"),
            ("Ines Roth runs the ferry. She is the last of nine.", "She"),
            (
                "Then Ines Roth said that the ice had gone early.",
                "Ines Roth",
            ),
            (
                "Ines Roth told Paul Lund that the ice had gone early.",
                "Ines Roth",
            ),
            ("For Ines Roth, the winters were short.", "Ines Roth"),
            ("Ines Roth’s day begins at five.", "Ines Roth"),
            (
                "The PM laughed, but insisted that he had seen it all.",
                "PM",
            ),
            (
                "An old ferryman crossed the ice with a sledge.",
                "An old ferryman",
            ),
        ] {
            let text = format!("{BEFORE}{above}\n\n“I slept in the boat beside the engine.”");
            assert_eq!(last_speaker(&text).as_deref(), Some(speaker), "{text}");
        }
        let text = "“It was cold,” Ines Roth said.\n\nThe ferry has no stove.\n\n“I slept beside the engine.”\n\n\
                    Roth will be sixty in May.";
        assert_eq!(last_speaker(text).as_deref(), Some("Ines Roth"));
    }

    #[test]
    fn where_the_paragraph_below_tells_on_of_the_speaker_before_no_first_person_is_needed() {
        let text = "“It was cold,” Ines Roth said.\n\nShe spent nine winters on the ice.\n\n“There was no stove in \
                    those days.”\n\nRoth, who has since retired, says nobody missed it.";
        assert_eq!(last_speaker(text).as_deref(), Some("She"));
    }

    #[test]
    fn other_paragraphs_above_tell_nobodys_words() {
        for text in [
            "Ines Roth took over the ferry from her father in the year of the great flood.\n\n“I slept in the boat.”",
            "Ines Roth took over the ferry from her father in the year of the great flood.\n\n“There was no bridge then.”",
            "Ines Roth met Paul Lund on the ice.\n\n“I slept in the boat.”",
            "The ferry runs all winter.\n\n“I slept in the boat.”",
            "Ines Roth went to the mole behind the customs house on Monday to see him.\n\n“I don't think you will find him.”",
            "“Was it cold?” Ines Roth asked.\n\n“I never noticed.”",
            "Ines Roth took over the ferry from her father in the year of the great flood.\n\n“Where am I to sleep?”",
        ] {
            assert_eq!(last_speaker(text), None, "{text}");
        }
    }
}
