//! Who has the floor: whose reported words a quotation goes on with, where a sentence or the end of a paragraph
//! stands between.

use std::ops::Range;

use super::handover;
use super::head;
use super::report;
use super::search::{REACH, Search, attribution};
use super::subject::Narration;
use crate::document::BlockKind;
use crate::mentions::names::{names_and_acronyms, sex_of_pronoun};
use crate::mentions::quotes::Quotation;
use crate::mentions::quotes::attribution::{Attribution, Grade};
use crate::mentions::quotes::cues;
use crate::mentions::who;

/// Sentences looked back through for a report.
const SENTENCES: usize = 6;

impl Search<'_, '_> {
    /// `Upton told the board that it was a sorrow. Now the school was alone. “…”`: what somebody reports goes over
    /// into speech, where nobody else has come in since; and what begins with `But` goes on all the same.
    pub(super) fn reported(&self) -> Option<Attribution> {
        let joins = self.joins();
        let mut sentence = self.document.sentence_at(self.range.start);
        if sentence.start != self.range.start || !self.opens_sentence() {
            return None;
        }
        for number in 0..SENTENCES {
            let before = who::sentence_before(self.document, &sentence)?;
            if self.is_quoted_from(before.start) {
                let voice = self
                    .last_voice()
                    .filter(|_| joins || number > 0 && self.spoke_whole());
                return voice.or_else(|| {
                    self.before_fragment(&before)
                        .filter(|found| joins || number == 0 && found.grade == Grade::Named)
                });
            }
            if let Some(found) = self.reporter(&before) {
                return Some(found);
            }
            if !joins && !self.is_neutral(&before) {
                return None;
            }
            sentence = before;
        }
        None
    }

    /// `He was convinced that it was “a folly” and would fail.`: who reports before the words of a sentence.
    fn before_fragment(&self, sentence: &Range<usize>) -> Option<Attribution> {
        let quoted = self.last_speech()?.range().start;
        let within = sentence.start..quoted;
        (within.start < within.end)
            .then(|| self.reporter(&within).or_else(|| self.minded(&within)))
            .flatten()
    }

    /// `He added that the mole would hold.`, and a paragraph that is speech: who reports at the end of the
    /// paragraph before has the floor already, or is meant by `he`.
    pub(super) fn handed_on(&self) -> Option<Attribution> {
        let above = self.prose_above()?;
        let last = self.last_of(&above).start;
        // `He recalled that they called it “a folly” and left.`: the report stands before the words in it.
        let quoted = self.last_speech().map(Quotation::range);
        let quoted = quoted.filter(|quoted| quoted.end > last);
        let end = match quoted {
            Some(quoted) if quoted.start > last && self.is_told(quoted.end..above.end) => {
                quoted.start
            }
            Some(_) => return None,
            None => above.end,
        };
        if self.joins() {
            return self.last_voice();
        }
        let within = last..end;
        let has_floor = |found: &Attribution| {
            let before = found.speaker.as_ref().map(|speaker| speaker.start);
            let before = before.and_then(|speaker| self.text.get(within.start..speaker));
            let passive = before.is_some_and(|before| before.ends_with(" by "));
            passive && found.grade == Grade::Named
                || self.is_he(found, &within)
                || self.text[within.clone()].contains(" in response")
                || self.has_floor(found, above.start)
        };
        let reports = self.reporter(&within).filter(has_floor);
        reports.or_else(|| self.minded(&within).filter(has_floor))
    }

    /// Whether words follow.
    fn is_told(&self, behind: Range<usize>) -> bool {
        self.text
            .get(behind)
            .is_some_and(|behind| behind.contains(char::is_alphanumeric))
    }

    /// Whether a reporter is `he` or `she`, at the head of the sentence or in a tag that closes it: `…, he said.`
    fn is_he(&self, found: &Attribution, sentence: &Range<usize>) -> bool {
        let (Some(speaker), Some(cue)) = (&found.speaker, &found.cue) else {
            return false;
        };
        let text = &self.text[sentence.clone()];
        let head = head::of(&Narration::new(text));
        let heads = head.is_some_and(|head| head.0.start + sentence.start == speaker.start);
        let closes = self.text[speaker.end.max(cue.end)..].starts_with('.');
        sex_of_pronoun(&self.text[speaker.clone()]).is_some() && (heads || closes)
    }

    /// The last paragraph of prose before a whole paragraph of speech, headings between left out.
    pub(super) fn prose_above(&self) -> Option<Range<usize>> {
        let words = self.spoken(self.quotation);
        if self.range.start != self.block.start || words.starts_with(char::is_lowercase) {
            return None;
        }
        let blocks = self.document.blocks();
        let number = blocks.partition_point(|block| block.range.end <= self.range.start);
        let above = blocks[..number]
            .iter()
            .rfind(|block| block.kind != BlockKind::Heading)?;
        (above.kind == BlockKind::Paragraph).then(|| above.range.clone())
    }

    /// The last sentence of a paragraph.
    pub(super) fn last_of(&self, paragraph: &Range<usize>) -> Range<usize> {
        let last = self.document.sentence_at(paragraph.end - 1).start;
        last.max(paragraph.start)..paragraph.end
    }

    /// Whether a reporter spoke last: by the same name, or described in the paragraph of the speech.
    fn has_floor(&self, found: &Attribution, paragraph: usize) -> bool {
        let Some(last) = self.last_speech() else {
            return false;
        };
        let people = self.antecedents.people();
        match (found.grade, &found.name, &last.attribution.name) {
            (Grade::Named, Some(name), Some(before)) => {
                self.range.start - last.range().end < 3 * REACH
                    && people.surname(name) == people.surname(before)
            }
            (Grade::Described, ..) => {
                last.range().start >= paragraph && last.attribution.grade == Grade::Named
            }
            _ => false,
        }
    }

    /// Whether speech begins with a word that goes on with what was said: `But`, `And besides`.
    fn joins(&self) -> bool {
        let words = self.spoken(self.quotation);
        let first = cues::words(words).next().map(|word| &words[word]);
        matches!(first, Some("And" | "But" | "Nor" | "Or" | "So" | "Yet"))
    }

    /// Whether what was said last is a sentence, and no part of the author's.
    fn spoke_whole(&self) -> bool {
        let last = self.last_speech().map(|last| self.spoken(last));
        last.is_some_and(|words| words.starts_with(|c: char| !c.is_lowercase()))
    }

    /// Who spoke last, if that is near and known.
    pub(super) fn last_voice(&self) -> Option<Attribution> {
        let last = self.last_speech()?;
        let near = self.range.start.saturating_sub(last.range().end) < 2 * REACH;
        (near && last.attribution.grade < Grade::Citation).then(|| last.attribution.clone())
    }

    /// The one person who reports in a sentence.
    pub(super) fn reporter(&self, sentence: &Range<usize>) -> Option<Attribution> {
        let near = self.near(sentence.clone());
        let tag = report::reporter(self.antecedents.people(), near.clone())?;
        Some(attribution(tag, near.start))
    }

    /// Whose mind a sentence tells, if that is he or she: `He defended the visit.`
    pub(super) fn minded(&self, sentence: &Range<usize>) -> Option<Attribution> {
        let near = self.near(sentence.clone());
        let tag = handover::minded(&self.text[near.clone()])?;
        let denies = self.text[near.start + tag.cue.start..].starts_with("den");
        (tag.grade == Grade::Pronoun && !denies).then(|| attribution(tag, near.start))
    }

    /// Whether nobody acts in a sentence and nothing is named.
    fn is_neutral(&self, sentence: &Range<usize>) -> bool {
        let near = self.near(sentence.clone());
        let words = &self.text[near.clone()];
        let somebody = |word: Range<usize>| {
            let word = &words[word];
            let one = word.strip_suffix('s').unwrap_or(word);
            sex_of_pronoun(word).is_some() || cues::is_human(one) || matches!(word, "I" | "We")
        };
        names_and_acronyms(self.text, &near).is_empty() && !cues::words(words).any(somebody)
    }
}

#[cfg(test)]
mod tests {
    use crate::mentions::quotes::last_speaker;

    #[test]
    fn a_report_goes_over_into_speech() {
        for (text, speaker) in [
            (
                "Miss Orlik told the board that the school had lost its founder. Nothing could be done about that. \
                 “It will live all the same.”",
                "Miss Orlik",
            ),
            (
                "Lund says that she loves the island. It is easy, she says, to forget what it costs. “Someone has to \
                 cut the reed.”",
                "she",
            ),
            (
                "Not so, Orlik answers, it is the bridge that will last. “A mason is forgotten.”",
                "Orlik",
            ),
            (
                "“We worry,” said Lund. The camp goes on all winter. “But there is no need.”",
                "Lund",
            ),
            (
                "“It leaks,” Ann Lund said. Orlik used to say that the river was a liar. “It tells you one thing and \
                 does another.”",
                "Orlik",
            ),
            (
                "“It will hold,” Ann Lund said. The secretary went on to say that the towns must pay.\n\n“They have \
                 the money.”",
                "The secretary",
            ),
            (
                "“It will hold,” said Professor Lund.\n\nThe towns must pay, according to Professor Lund.\n\n“They \
                 have the money.”",
                "Professor Lund",
            ),
            (
                "Ann Lund did not stop at the mole. She also attacked the plans for a second lock.\n\n“Nobody asked \
                 for it.”",
                "She",
            ),
            (
                "What money is for was set forth by Bishop Orlik long before that.\n\n“It belongs to those who are \
                 hungry.”",
                "Bishop Orlik",
            ),
            (
                "Lund stopped, then went on. “The pilot had been asleep.”",
                "Lund",
            ),
            (
                "Ann Lund spoke of the long winter. It had held the mole in its fist. “We ate what the cats left.”",
                "Ann Lund",
            ),
            (
                "“A mole is never done,” writes Paul Orlik. Such a view is not a matter of stone. “It is \
                 kept.”",
                "Paul Orlik",
            ),
            (
                "Nobody asked Orlik. He was convinced that it was “a folly of the last days” and would fail. “But \
                 we shall row.”",
                "He",
            ),
            (
                "In the letter to the board the keeper gave her reasons. “It was never a question of money.”",
                "the keeper",
            ),
            (
                "I put this to Ann Lund. “It was never a question of money.”",
                "Ann Lund",
            ),
        ] {
            assert_eq!(last_speaker(text).as_deref(), Some(speaker), "{text}");
        }
    }

    #[test]
    fn nobody_has_the_floor_where_somebody_else_has_come_in() {
        for text in [
            "“It will hold,” Ann Lund said. Paul Orlik came in by the yard, and with him a dozen of the men from the lower lock. “It was never built to last.”",
            "Ann Lund was not able to say why it leaks.\n\n“The wall was never built to last.”",
            "Ann Lund denied that they had met.\n\n“His driver went home at ten.”",
            "The minister, Ann Lund, said the law would be read again.\n\n“Who will tell the hens?”",
            "Counsel, Ann Lund, asked him where he had been, and he replied that he had forgotten.\n\n“We heard it \
             talking at night.”",
            "The hall, which Ann Lund called “a murder with planning permission”, was lost. Two councillors were \
             against it. “I was born under its roof.”",
            "The talks went on. “There is no money left for a second lock.”",
            "Engineers said that it would hold.\n\n“It was never built to last.”",
        ] {
            assert_eq!(last_speaker(text), None, "{text}");
        }
    }
}
