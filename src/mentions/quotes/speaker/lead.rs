//! The sentence before a quotation, in its paragraph or at the end of the one before, where it leads to the words.

use std::ops::Range;

use super::handover::{self, Giver};
use super::search::{REACH, Search, attribution};
use crate::document::{Block, BlockKind};
use crate::mentions::quotes::Class;
use crate::mentions::quotes::attribution::{Attribution, Grade};
use crate::mentions::quotes::cues::{self, shift};
use crate::mentions::who;

/// A sentence of so few words only joins what follows to what was quoted before: `This was because:`
const SHORT: usize = 4;

impl Search<'_, '_> {
    /// By the sentence before, in the paragraph or in the one before, when it leads to the quotation.
    pub(super) fn lead(&self) -> Option<Attribution> {
        let start = self
            .document
            .sentence_at(self.range.start)
            .start
            .min(self.range.start);
        let before = self.text[..start].trim_end().len();
        let sentence = self.document.sentence_at(before.checked_sub(1)?);
        // From one paragraph to the next only a colon leads, but to a block what leads anywhere.
        let set_apart = self
            .document
            .block_at(self.range.start)
            .is_some_and(|block| block.kind == BlockKind::Quote);
        let same = sentence.start >= self.block.start && !is_indented(&self.text[before..start]);
        // `Esther jumped up and ran to him.`, `“I am so happy.”`, as memoirs have it.
        let told = self.antecedents.telling().has_narrator();
        let across = told && self.opens_block() && !self.is_quoted_from(sentence.start);
        let led = self.is_open(&self.text[..before]);
        if !(same || set_apart || across || led) {
            return None;
        }
        let start = self.first_question(&sentence);
        let narration = self.near(self.without_quotations(start..before));
        let giver = if set_apart { Giver::Any } else { Giver::One };
        let found = handover::read(self.antecedents.people(), narration.clone(), giver);
        // `Makhno states that he "was astonished" at this:`
        let quoted = || {
            let last = self
                .last_speech()
                .filter(|_| self.text[..before].ends_with(':'))?;
            // `She stresses that it is “a danger”. Thus:`
            let short = cues::words(&self.text[sentence.start..before]).count() <= SHORT;
            let near = short && sentence.start.saturating_sub(last.range().end) < REACH;
            let joined = (last.range().start >= sentence.start || near)
                && last.attribution.grade < Grade::Citation;
            joined.then(|| last.attribution.clone())
        };
        let found = found.map(|found| attribution(found, narration.start));
        // `I told it twice.`: the next paragraph is the other's.
        let listens = |found: &Attribution| {
            let speaker = found.speaker.as_ref();
            across && !led && speaker.is_some_and(|speaker| self.text[speaker.clone()] == *"I")
        };
        // `There is a passage of interest in the Annals.`: the text that words in marks, set apart, are from.
        let text = || {
            let words = &self.text[narration.clone()];
            let there = there(words);
            let announced = words.contains("the following") || there.is_some();
            let noun = there.or_else(|| Some(cues::nouns(words).next_back()?.0))?;
            let from = self.quotation.class == Class::Direct && (set_apart || announced);
            let noun = (shift(noun, narration.start), Grade::Described);
            from.then(|| Attribution::to(noun, None))
        };
        found
            .filter(|found| !listens(found))
            .or_else(quoted)
            .or_else(text)
    }

    /// Whether a paragraph is left open for what comes next: by a stop that leads on, or as a sentence that ends in a verb
    /// of saying.
    fn is_open(&self, above: &str) -> bool {
        above.ends_with([':', ',', '—', '–']) || self.opens_block() && cues::ends_in_verb(above)
    }

    /// `The replies were of three kinds:` over a list of what is quoted: an item is all in marks, or has a remark behind
    /// them.
    pub(super) fn itemized(&self) -> Option<Attribution> {
        const ITEMS: usize = 40;
        let blocks = self.document.blocks();
        let number = blocks.partition_point(|block| block.range.end <= self.range.start);
        let item = blocks.get(number)?;
        let behind = self.text.get(self.range.end..item.range.end)?.trim_start();
        let whole = match item.kind {
            BlockKind::List => {
                item.range.start == self.range.start
                    && (behind.is_empty() || behind.starts_with('('))
            }
            BlockKind::Paragraph => item.range == self.range,
            _ => false,
        };
        // Paragraphs that are all in marks are a list, too.
        let is_item = |block: &&Block| {
            let words = &self.text[block.range.clone()];
            block.kind == BlockKind::List
                || words.starts_with(['"', '“']) && words.ends_with(['"', '”'])
        };
        let mut above = blocks[..number].iter().rev().take(ITEMS);
        let above = above.find(|block| !is_item(block))?;
        let words = self.text[above.range.clone()].trim_end();
        let colon = above.range.start + words.strip_suffix(':')?.len();
        let announced = whole && above.kind == BlockKind::Paragraph;
        announced.then(|| Attribution {
            cue: Some(colon..colon + 1),
            grade: Grade::Described,
            ..Attribution::default()
        })
    }

    /// Where the question begins that a word or two repeat: `How social was she? Suspended?`
    fn first_question(&self, sentence: &Range<usize>) -> usize {
        const BARE: usize = 2;
        let asks = |sentence: &Range<usize>| self.text[sentence.clone()].trim_end().ends_with('?');
        let bare = asks(sentence) && cues::words(&self.text[sentence.clone()]).count() <= BARE;
        let before = bare.then(|| who::sentence_before(self.document, sentence));
        let before = before.flatten().filter(asks);
        before.map_or(sentence.start, |before| before.start)
    }
}

/// `There are boxed | announcements in the paper.`: words that are there to be quoted.
fn there(sentence: &str) -> Option<Range<usize>> {
    const NEAR: usize = 4;
    let behind = ["There is ", "There are ", "There was ", "There were "]
        .iter()
        .find_map(|there| sentence.strip_prefix(there))
        .filter(|behind| !behind.starts_with("no "))?;
    let start = sentence.len() - behind.len();
    let noun = cues::words(behind).take(NEAR).find(|word| {
        let word = &behind[word.clone()];
        cues::has_noun(word) || word.strip_suffix('s').is_some_and(cues::has_noun)
    })?;
    Some(shift(noun, start))
}

/// Whether a line of its own begins there, drawn in as the first of a paragraph is.
fn is_indented(between: &str) -> bool {
    between
        .rsplit_once('\n')
        .is_some_and(|(_, blanks)| blanks.len() >= 2 || blanks.starts_with('\t'))
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, GivenDates};
    use crate::mentions::quotes::{Grade, extract, last_speaker};

    #[test]
    fn a_paragraph_that_is_left_open_leads_to_the_next() {
        for above in [
            "The harbour master wrote a letter that stated",
            "The harbour master cabled from Kerry as follows—",
        ] {
            let text = format!("{above}\n\n“No boats this week.”");
            assert!(last_speaker(&text).is_some(), "{text}");
        }
        let text = "The guests always fret.\n\n“No boats this week.”";
        assert_eq!(last_speaker(text), None);
    }

    #[test]
    fn paragraphs_in_marks_are_a_list_behind_a_colon() {
        let text = "There was much to read on the mole that night. Here is some of it:\n\n“Mind the \
                    rope.”\n\n“No fishing from the steps.”";
        let source = crate::SourceFile::new("a.txt", text);
        let document = Document::new(&source, GivenDates::default());
        let quotations = extract(&document).quotations;
        let grades: Vec<_> = quotations.iter().map(|one| one.attribution.grade).collect();
        assert_eq!(grades, [Grade::Described; 2]);
    }
}
