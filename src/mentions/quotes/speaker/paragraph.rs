//! What the whole paragraph tells of a quotation that has no tag: whose turn it is, whom it has quoted before,
//! the note that closes it.

use super::label::label;
use super::search::Search;
use super::subject::Narration;
use super::{head, reference};
use crate::document::{BlockKind, Document};
use crate::mentions::quotes::attribution::{Attribution, Grade, How};
use crate::mentions::quotes::cues::{self, shift};
use crate::mentions::quotes::unsaid::leaves_out_agent;
use crate::mentions::quotes::{Class, Quotation};
use crate::mentions::who;

/// A turn is at most this many paragraphs long.
const TURN: usize = 8;

/// So much of a quotation is compared with another, in bytes.
const LONGEST: usize = 1000;

/// Quotations looked back through for one that has a speaker.
const QUOTED: usize = 8;

impl Search<'_, '_> {
    /// `WREN: People will say "well, it was always so".`: in an interview printed with names before its
    /// turns, what stands in marks within one is the speaker's to answer for.
    pub(super) fn turn(&self) -> Option<Attribution> {
        let blocks = self.document.blocks();
        let number = blocks.partition_point(|block| block.range.end <= self.range.start);
        let label = |number: usize| {
            let block = blocks.get(number)?;
            let spoken = matches!(block.kind, BlockKind::Paragraph | BlockKind::List);
            label(&self.text[block.range.clone()])
                .filter(|_| spoken)
                .map(|label| block.range.start + label.start..block.range.start + label.end)
        };
        let first = number.saturating_sub(TURN);
        let turn = (first..=number).rev().find(|&at| label(at).is_some())?;
        let answered = |at: usize| label(at).is_some();
        let before = (turn.saturating_sub(TURN)..turn).any(answered);
        let behind = (number + 1..=number + TURN).any(answered);
        let speaker = label(turn).filter(|speaker| speaker.end < self.range.start)?;
        (before && behind || number == turn && (before || behind))
            .then(|| Attribution::to((speaker, Grade::Named), None))
    }

    /// Words that the author's own sentence goes on with are of whom the paragraph has quoted so far:
    /// `Marsh called it "a long road". The road, however, was "not to be taken in one day".`
    pub(super) fn continuing(&self) -> Option<Attribution> {
        if !(self.is_part() || self.is_led_in())
            || leaves_out_agent(&self.text[self.near(self.before())])
        {
            return None;
        }
        self.earlier
            .iter()
            .rev()
            .take(QUOTED)
            .take_while(|earlier| earlier.range().start >= self.block.start)
            .filter(|earlier| self.is_level(earlier))
            .map(|earlier| &earlier.attribution)
            .find(|found| found.grade != Grade::None)
            .cloned()
    }

    /// Whether the words stand inside a sentence of the author's.
    fn is_part(&self) -> bool {
        let before = self.text[self.before()].trim_end();
        // `…." when this happened, "the rest must go home"`: the sentence had begun before.
        let goes_on = before.trim_start().starts_with(char::is_lowercase);
        goes_on
            || before.ends_with(|c: char| {
                c.is_alphanumeric() || matches!(c, '"' | '”' | ')' | '—' | '–' | '-')
            })
    }

    /// Whether a colon leads to the words, in their own paragraph.
    fn is_led_in(&self) -> bool {
        self.text[self.before()].trim_end().ends_with(':')
    }

    /// `He disdains the rules. The form is found elsewhere: “…”`: whom the sentence before tells of.
    pub(super) fn told_of(&self) -> Option<Attribution> {
        if !self.is_led_in() {
            return None;
        }
        let sentence = self.document.sentence_at(self.range.start);
        let before = who::sentence_before(self.document, &sentence)?;
        // `The stage was, she says, easier than the page. There was no right and no wrong: “…”`
        if let Some(found) = self.reporter(&before) {
            return Some(found);
        }
        let before = self.near(before);
        let (speaker, grade) = head::of(&Narration::new(&self.text[before.clone()]))?;
        let speaker = shift(speaker, before.start);
        let people = self.antecedents.people();
        let one = grade <= Grade::Pronoun
            && grade != Grade::Described
            && self.is_narrated(&speaker)
            && people.is_one(&speaker, grade);
        one.then(|| Attribution::to((speaker, grade), None))
    }

    /// `It replied on a doubtful note: “…”`, `Memory ran on, calling over its shoulder: “…”`, `It is put thus: “…”`: a word
    /// for what is said leads to the words, though nobody is there to say them.
    pub(super) fn worded(&self) -> Option<Attribution> {
        if !self.is_led_in() {
            return None;
        }
        let before = self.near(self.before());
        let words = &self.text[before.clone()];
        let calling = || cues::verbs(words).filter(|verb| words[verb.clone()].ends_with("ing"));
        let thus = || cues::words(words).filter(|word| words[word.clone()] == *"thus");
        if let Some((noun, _)) = cues::nouns(words).next_back() {
            let noun = (shift(noun, before.start), Grade::Described);
            return Some(Attribution::to(noun, None));
        }
        if let Some(cue) = calling().last().or_else(|| thus().next_back()) {
            return Some(Attribution {
                cue: Some(shift(cue, before.start)),
                grade: Grade::Described,
                ..Attribution::default()
            });
        }
        // `Followed by a quick return to the boats: “…”`: from where was quoted before. Not `The result was clear:`.
        let clause = words.trim_end().trim_end_matches(':');
        let tells = cues::ends_in_verb(clause)
            || [" was ", " is ", " were ", " are "]
                .iter()
                .any(|be| clause.contains(be));
        self.last_voice().filter(|_| !tells)
    }

    /// `Confederate Constitution, 1861` over a paragraph that is all quoted: the heading names the text.
    pub(super) fn headed(&self) -> Option<Attribution> {
        if self.range != self.block {
            return None;
        }
        let above = self.text[..self.block.start].trim_end().len();
        let heading = self.document.block_at(above.checked_sub(1)?)?;
        let words = &self.text[heading.range.clone()];
        let named = heading.kind == BlockKind::Heading && cues::has_noun(words);
        named.then(|| Attribution::to((heading.range.clone(), Grade::Described), None))
    }

    /// Words quoted before with their speaker: `It was not "a long road" for everybody.`
    pub(super) fn repeated(&self) -> Option<Attribution> {
        const SHORTEST: usize = 3;
        const NEAR: usize = 32;
        let words = self.spoken(self.quotation).to_lowercase();
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        if words.split_whitespace().count() < SHORTEST || words.len() > LONGEST {
            return None;
        }
        self.earlier
            .iter()
            .rev()
            .take(NEAR)
            .filter(|earlier| earlier.attribution.grade != Grade::None)
            .find(|earlier| self.spoken(earlier).to_lowercase().contains(words))
            .map(|earlier| earlier.attribution.clone())
            .or_else(|| self.resumed(words))
    }

    /// `“Not this,” he said, and showed me the hall. “Not this. This is clear.”`: who begins with the words said last
    /// goes on.
    fn resumed(&self, words: &str) -> Option<Attribution> {
        let last = self.last_speech()?;
        let said = self.spoken(last).to_lowercase();
        let said = said.trim_end_matches(|c: char| !c.is_alphanumeric());
        let rest = words.strip_prefix(said)?;
        let again = said.contains(' ') && !rest.starts_with(char::is_alphanumeric);
        again.then(|| self.last_voice()).flatten()
    }

    /// The first words of a quotation.
    pub(super) fn spoken(&self, quotation: &Quotation) -> &str {
        let words = &quotation.runs[0].words;
        &self.text[words.start
            ..self
                .text
                .floor_char_boundary(words.end.min(words.start + LONGEST))]
    }

    /// A note or a reference further on in the paragraph stands for all that it quotes.
    pub(super) fn noted(&self) -> Option<Attribution> {
        const REACH: usize = 3000;
        let end = self
            .text
            .floor_char_boundary(self.block_end().min(self.range.end + REACH));
        // `“…” Orlik proposed a bridge: “…”[4]`: that note is of his words.
        let others = (self.text.get(self.range.end..self.next))
            .is_some_and(|words| cues::finite(words).is_some());
        let end = if others { end.min(self.next) } else { end };
        let noted = reference::follows(self.text.get(self.range.end..end)?);
        noted.then(|| Attribution {
            grade: Grade::Citation,
            cited: true,
            ..Attribution::default()
        })
    }
}

/// Gives a paragraph of words that are pulled out of the text the speaker they have further down.
pub(super) fn share_pulled(document: &Document, quotations: &mut [Quotation]) {
    const SHORTEST: usize = 5;
    const NEAR: usize = 32;
    // What is pulled out is shortened, and the tag may stand behind its first sentence.
    const OPENING: usize = 8;
    let text = document.text();
    let said = |quotation: &Quotation| {
        let words = &quotation.runs[0].words;
        &text[words.start..text.floor_char_boundary(words.end.min(words.start + LONGEST))]
    };
    for number in 0..quotations.len() {
        let (this, later) = (&quotations[number], &quotations[number + 1..]);
        let range = this.range();
        let alone = document.block_at(range.start).map(|block| &block.range) == Some(&range);
        let words = said(this).trim_matches(|c: char| !c.is_alphanumeric());
        let opening = cues::words(words).take(OPENING).last();
        let opening = opening.map_or("", |last| &words[..last.end]);
        let untold = this.class == Class::Direct && this.attribution.grade == Grade::None;
        if !untold || !alone || words.split_whitespace().count() < SHORTEST {
            continue;
        }
        let found = later
            .iter()
            .filter(|later| later.attribution.grade < Grade::Citation)
            .take(NEAR)
            .find(|later| said(later).contains(opening));
        if let Some(found) = found.map(|found| found.attribution.clone()) {
            quotations[number].attribution = Attribution {
                how: Some(How::Text),
                ..found
            };
        }
    }
}
