//! The pronoun beside a quotation: whom it means, or whether somebody is described whom it may mean.

use std::ops::Range;

use super::attribution::Attribution;
use super::search::{REACH, Search};
use super::{Quotation, cues};

impl Search<'_, '_> {
    /// Whom a pronoun means: a name of the narration since the words before it, else who said those, else
    /// a name further off.
    pub(super) fn antecedent(&self, found: &Attribution) -> Option<Range<usize>> {
        let pronoun = found.speaker.as_ref()?;
        let narrated = |name: &Range<usize>| self.is_narrated(name);
        let from = self.told_before(pronoun);
        let before = self
            .last_speech()
            .filter(|before| self.block.start.saturating_sub(before.range().end) < REACH);
        let Some(before) = before else {
            return self.antecedents.of(pronoun, from, 0, narrated);
        };
        let named = before.attribution.name.clone();
        let since = self.document.sentence_at(before.range().end).end;
        self.antecedents
            .of(pronoun, from, since, narrated)
            .or_else(|| named.clone().filter(|_| self.may_be_same(before, pronoun)))
            .or_else(|| self.antecedents.of(pronoun, from, 0, narrated))
            .or(named)
            .or_else(|| self.so_far(pronoun))
    }

    /// Where the search for a pronoun's name begins: before a quotation over paragraphs that it stands behind.
    fn told_before(&self, pronoun: &Range<usize>) -> usize {
        if pronoun.start >= self.range.end && self.range.end > self.block.end {
            self.range.start
        } else {
            pronoun.start
        }
    }

    /// Whom the same pronoun has meant beside one of the last quotations.
    fn so_far(&self, pronoun: &Range<usize>) -> Option<Range<usize>> {
        const SPEECHES: usize = 4;
        let spelt = self.text[pronoun.clone()].to_lowercase();
        let he = |earlier: &Quotation| {
            let speaker = earlier.attribution.speaker.as_ref();
            speaker.is_some_and(|speaker| self.text[speaker.clone()].to_lowercase() == spelt)
        };
        self.earlier
            .iter()
            .rev()
            .take(SPEECHES)
            .take_while(|earlier| self.range.start.saturating_sub(earlier.range().end) < 3 * REACH)
            .filter(|earlier| he(earlier))
            .find_map(|earlier| earlier.attribution.name.clone())
    }

    /// Whether a pronoun means somebody whom the paragraph or the last ones describe: `The judge sat down. "…," she said.`
    pub(super) fn is_described(&self, found: &Attribution) -> bool {
        let Some(pronoun) = found.speaker.as_ref() else {
            return false;
        };
        let he = matches!(&self.text[pronoun.clone()], "He" | "he" | "She" | "she");
        const PARAGRAPHS: usize = 4;
        let blocks = self.document.blocks();
        let number = blocks.partition_point(|block| block.range.end <= self.block.start);
        let first = blocks[..number]
            .get(number.saturating_sub(PARAGRAPHS))
            .map_or(self.block.start, |block| block.range.start);
        let end = self.range.start.min(pronoun.start).max(self.block.start);
        let near = self.near(self.block.start..end);
        let further = self
            .text
            .ceil_char_boundary(first.max(near.start.saturating_sub(3 * REACH)));
        he && (cues::has_human(&self.text[near.clone()])
            || cues::has_human(&self.text[further.min(near.start)..near.start]))
    }

    /// Whether a pronoun can mean who said the words before: not `she` if that was `he`.
    pub(super) fn may_be_same(&self, before: &Quotation, pronoun: &Range<usize>) -> bool {
        let spelt = |range: &Range<usize>| self.text[range.clone()].to_lowercase();
        let other = match spelt(pronoun).as_str() {
            "he" => "she",
            "she" => "he",
            // `they` and `it` are of the same paragraph.
            _ => return before.range().start >= self.block.start,
        };
        before
            .attribution
            .speaker
            .as_ref()
            .is_none_or(|speaker| spelt(speaker) != other)
    }
}
