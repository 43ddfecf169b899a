//! Interviews: questions set in bold or italics or as headings, with plain answers. What stands in marks in an answer
//! is its speaker's to answer for.

use std::ops::Range;

use super::search::Search;
use crate::document::{Block, BlockKind};
use crate::mentions::names::names_and_acronyms;
use crate::mentions::quotes::attribution::{Attribution, Grade};
use crate::mentions::quotes::cues;
use crate::source::Span;

/// An answer is at most this many paragraphs long.
const ANSWER: usize = 8;

/// So many questions make an interview.
const QUESTIONS: usize = 3;

/// A question is at most this long, in bytes.
const LONGEST: usize = 600;

/// And one in plain letters, which stands alone.
const LINE: usize = 160;

/// Who answers is named before the first question, in so many bytes.
const OPENING: usize = 2000;

impl Search<'_, '_> {
    /// `**Why did you stay?**`, `People say “…”, and they are wrong.`
    pub(super) fn answered(&self) -> Option<Attribution> {
        let blocks = self.document.blocks();
        let number = blocks.partition_point(|block| block.range.end <= self.range.start);
        let first = number.saturating_sub(ANSWER);
        let asked = (first..=number)
            .rev()
            .find(|&at| self.question(&blocks[at]).is_some())?;
        let end = self.question(&blocks[asked])?;
        if end > self.range.start {
            return None;
        }
        let near = asked.saturating_sub(2 * ANSWER)..(asked + 2 * ANSWER).min(blocks.len());
        let questions = near
            .clone()
            .filter(|&at| self.question(&blocks[at]).is_some());
        if questions.count() < QUESTIONS {
            return None;
        }
        // Questions are headings too in a list of what is often asked, where nobody says `I`.
        let block = &blocks[number].range;
        let apart = [
            end.max(block.start)..self.range.start,
            self.range.end..block.end,
        ];
        let mut apart = apart.iter().filter(|part| part.start < part.end);
        if let Some(speaker) = apart.find_map(|part| self.first_person_in(part)) {
            return Some(Attribution::to((speaker, Grade::Pronoun), None));
        }
        let mut answers = near.map(|at| {
            let block = &blocks[at];
            self.question(block).unwrap_or(block.range.start)..block.range.end
        });
        let mine = answers.any(|answer| self.first_person_in(&answer).is_some());
        let name = self.guest().filter(|_| mine)?;
        Some(Attribution::to((name, Grade::Named), None))
    }

    /// Where the question ends that a block is or begins with.
    fn question(&self, block: &Block) -> Option<usize> {
        let asks = |range: Range<usize>| {
            let words = self.text[range].trim_end_matches(['"', '”', '’', ')', ' ']);
            words.ends_with('?')
        };
        let end = match block.kind {
            BlockKind::Heading => block.range.end,
            BlockKind::Paragraph => self.set_apart(block).or_else(|| self.plain(block))?,
            _ => return None,
        };
        asks(block.range.start..end).then_some(end)
    }

    /// The end of a paragraph that is one question, in plain letters and no marks.
    fn plain(&self, block: &Block) -> Option<usize> {
        let words = &self.text[block.range.clone()];
        let one = words.starts_with(char::is_uppercase)
            && words.len() <= LINE
            && words.matches(['?', '.', '!', '"', '“', '”']).count() == 1;
        one.then_some(block.range.end)
    }

    /// Where the bold or italic words end that a block begins with.
    fn set_apart(&self, block: &Block) -> Option<usize> {
        const TAG: usize = 200;
        const MARKUP: [(&str, &str); 4] = [("**", "**"), ("__", "__"), ("*", "*"), ("_", "_")];
        const ELEMENTS: [(&str, &str); 4] = [
            ("<strong", "</strong>"),
            ("<b", "</b>"),
            ("<em", "</em>"),
            ("<i", "</i>"),
        ];
        let written = self.document.source().text();
        let span = self.document.span(&block.range);
        let before = &written[..span.start];
        let before = &before[before.ceil_char_boundary(before.len().saturating_sub(TAG))..];
        let tag = before
            .strip_suffix('>')
            .and_then(|before| before.rfind('<'))
            .map(|at| &before[at..]);
        let closing = match tag {
            Some(tag) => ELEMENTS.iter().find(|(open, _)| {
                tag.strip_prefix(open)
                    .is_some_and(|rest| rest.starts_with(['>', ' ', '\n']))
            }),
            None => MARKUP.iter().find(|(open, _)| before.ends_with(open)),
        };
        let (_, close) = closing?;
        let words = &written[span.start..];
        let words = &words[..words.floor_char_boundary(LONGEST)];
        let end = span.start + words.find(close)?;
        let end = self.document.text_range(Span::new(end, end)).start;
        (end > block.range.start).then(|| end.min(block.range.end))
    }

    /// `I` in a stretch.
    fn first_person_in(&self, stretch: &Range<usize>) -> Option<Range<usize>> {
        let words = &self.text[stretch.clone()];
        let mut all = cues::words(words);
        let found =
            all.find(|word| matches!(words[word.clone()].split(['\'', '’']).next(), Some("I")))?;
        let start = stretch.start + found.start;
        Some(start..start + 1)
    }

    /// Whoever is named first, before the first question.
    fn guest(&self) -> Option<Range<usize>> {
        let blocks = self.document.blocks();
        let first = blocks
            .iter()
            .take(4 * ANSWER)
            .find(|block| self.question(block).is_some())?;
        let opening = first
            .range
            .start
            .min(self.text.floor_char_boundary(OPENING));
        let people = self.antecedents.people();
        let told = blocks
            .iter()
            .take_while(|block| block.range.start < opening)
            .filter(|block| block.kind == BlockKind::Paragraph);
        let mut names = told.flat_map(|block| names_and_acronyms(self.text, &block.range));
        names.find(|name| people.is_person(name))
    }
}
