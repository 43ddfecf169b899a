//! Block quotations that no tag leads to: the name that closes one, and whom or what the paragraph above tells of.

use super::search::Search;
use crate::document::BlockKind;
use crate::mentions::quotes::Class;
use crate::mentions::quotes::attribution::{Attribution, Grade};
use crate::mentions::quotes::cues::{self, shift};
use crate::mentions::words::is_pronoun;

/// A paragraph of so many bytes between two blocks tells of the second: `He is having none of it. No! Never!`
const BRIEF: usize = 80;

/// Who it is about stands among so many words: `Maybe I should define it.`
const OPENING: usize = 3;

impl Search<'_, '_> {
    /// By its own last line, or by what the sentence above it is about.
    pub(super) fn apart(&self) -> Option<Attribution> {
        if self.quotation.class != Class::Block {
            return None;
        }
        self.closing_name().or_else(|| self.about())
    }

    /// `> Ida Moser, Ph.D.`: a paragraph of the block that is a name.
    fn closing_name(&self) -> Option<Attribution> {
        let [_, .., last] = self.quotation.runs.as_slice() else {
            return None;
        };
        let name = self.name_line(&last.words)?;
        Some(Attribution::to((name, Grade::Named), None))
    }

    /// `She had seen her mistake.`, `We get another guy.`, `Of the Bear there is a legend.`
    fn about(&self) -> Option<Attribution> {
        let end = self.text[..self.range.start].trim_end().len();
        let above = self.document.block_at(end.checked_sub(1)?)?;
        if above.kind != BlockKind::Paragraph {
            return None;
        }
        let last = self.document.sentence_at(end - 1).start;
        let start = match above.range.len() <= BRIEF {
            true => above.range.start,
            false => last.max(above.range.start),
        };
        let sentence = self.near(start..end);
        let text = &self.text[sentence.clone()];
        let subject = cues::words(text)
            .take(OPENING)
            .find(|word| is_pronoun(&text[word.clone()]))
            .map(|he| (he, Grade::Pronoun));
        let noun = || {
            let noun = cues::words(text).rfind(|word| {
                let word = &text[word.clone()];
                cues::has_noun(word) || cues::is_answer(word) || cues::is_work(word)
            })?;
            Some((noun, Grade::Described))
        };
        let (found, grade) = subject.or_else(noun)?;
        Some(Attribution::to((shift(found, sentence.start), grade), None))
    }
}
