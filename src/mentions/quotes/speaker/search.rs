//! What the search for the speaker of one quotation reads: where its sentence, paragraph and narration begin and end.
//! In which order it goes is told in `order`.

use std::ops::Range;

use super::antecedent::Antecedents;
use super::placed;
use super::reading;
use super::reference;
use super::tag::Tag;
use crate::document::{Block, BlockKind, Document};
use crate::mentions::quotes::attribution::Attribution;
use crate::mentions::quotes::cues::{self, shift};
use crate::mentions::quotes::{Class, Quotation};

/// Narration further off than this says nothing about a quotation, in bytes.
pub(super) const REACH: usize = 600;

/// Quotations looked back through for the one that holds another.
const NESTED: usize = 16;

/// A quotation with all that may tell its speaker.
pub(super) struct Search<'s, 'd> {
    pub(super) antecedents: &'s Antecedents<'d>,
    pub(super) document: &'s Document<'d>,
    pub(super) text: &'s str,
    pub(super) earlier: &'s [Quotation],
    pub(super) quotation: &'s Quotation,
    /// The quotations behind.
    pub(super) later: &'s [Quotation],
    pub(super) range: Range<usize>,
    /// Where the next quotation begins: what stands behind it is said of that one.
    pub(super) next: usize,
    pub(super) block: Range<usize>,
    /// The quotation that it stands in.
    pub(super) quoting: Option<&'s Quotation>,
    /// The words of that; the whole text where nobody quotes it.
    pub(super) outer: Range<usize>,
}

impl<'s, 'd> Search<'s, 'd> {
    /// For the first of `rest`, behind the quotations of `earlier`.
    pub(super) fn new(
        antecedents: &'s Antecedents<'d>,
        document: &'s Document<'d>,
        earlier: &'s [Quotation],
        rest: &'s [Quotation],
    ) -> Self {
        let quotation = &rest[0];
        let range = quotation.range();
        let next = rest[1..]
            .iter()
            .take(NESTED)
            .filter(|next| next.is_speech())
            .map(|next| next.range().start)
            .find(|&start| start >= range.end)
            .unwrap_or(usize::MAX);
        let block = document
            .block_at(range.start)
            .map_or(0..document.text().len(), |block| block.range.clone());
        let nested = if quotation.depth > 0 { NESTED } else { 0 };
        let quoting = earlier.iter().rev().take(nested).find_map(|outer| {
            let mut runs = outer.runs.iter();
            let run = runs.find(|run| run.words.contains(&range.start))?;
            Some((outer, run.words.clone()))
        });
        let (quoting, outer) = quoting.unzip();
        Search {
            antecedents,
            next,
            quoting,
            outer: outer.unwrap_or(0..document.text().len()),
            document,
            text: document.text(),
            earlier,
            quotation,
            later: &rest[1..],
            range,
            block,
        }
    }

    /// Whether the quotation begins its sentence, or a sentence of its own.
    pub(super) fn opens_sentence(&self) -> bool {
        let before = self.text[self.before()].trim_end();
        let words = &self.text[self.quotation.runs[0].words.clone()];
        let own = words.starts_with(|c: char| !c.is_lowercase());
        own && (before.is_empty() || before.ends_with([',', ':', ';', '—', '–']))
    }

    /// What it ends with; the closing mark of words that it quotes itself left out.
    pub(super) fn last_words(&self) -> &str {
        let runs = &self.quotation.runs;
        self.text[runs[runs.len() - 1].words.clone()]
            .trim_end()
            .trim_end_matches(['\'', '’', '"', '”'])
    }

    pub(super) fn ends_in_comma(&self) -> bool {
        self.last_words().ends_with(',')
    }

    /// Whether a comma, a dash or another stop parts the quotation from what stands behind it.
    pub(super) fn is_parted(&self) -> bool {
        let words = self.last_words();
        words.ends_with([',', '.', '!', '?', '…', '—', '–', '-'])
            || self.text[self.range.end..]
                .trim_start()
                .starts_with([',', '.', '—', '–', '-', '(', '[', ';'])
    }

    /// Between the runs of an interrupted quotation.
    pub(super) fn inside(&self) -> Option<Range<usize>> {
        let runs = &self.quotation.runs;
        runs.windows(2).find_map(|pair| {
            let end = pair[0].close.as_ref()?.end;
            Some(end..pair[1].open.start)
        })
    }

    /// From the closing mark to the end of the sentence.
    pub(super) fn after(&self) -> Range<usize> {
        let from = self.range.end;
        let end = self.block_end().min(self.outer.end);
        if self.quotation.class == Class::Block {
            return from..from;
        }
        let rest = &self.text[from..end.max(from)];
        let sentence = self.document.sentence_at(from).end;
        // `"Go!" she said.`, `"Go!" So wrote Reiss.`: the stop inside the marks has cut the sentence.
        let tag = rest.trim_start();
        let goes_on = tag.starts_with(char::is_lowercase)
            || ["So ", "Thus "].iter().any(|word| tag.starts_with(word))
            || cues::echo(tag).is_some()
            || self.last_words().ends_with(['?', '!', '…']) && reading::opens(tag);
        let until = if sentence <= from + 1 && goes_on {
            self.document.sentence_at(from + 2).end
        } else {
            sentence
        };
        let until = until.min(self.next).clamp(from, end.max(from));
        // `for "…", and he asked for that`: another clause has another subject.
        let near = self.near(from..until);
        let clause = [";", ", and ", ", but "]
            .iter()
            .filter_map(|joint| self.text[near.clone()].find(joint))
            .min();
        from..clause.map_or(until, |clause| from + clause)
    }

    /// From the start of the sentence to the opening mark.
    pub(super) fn before(&self) -> Range<usize> {
        let start = self.document.sentence_at(self.range.start).start;
        let start = start.max(self.block.start).max(self.outer.start);
        let start = start.min(self.range.start);
        let dateline = placed::dateline(&self.text[start..self.range.start]);
        start + dateline..self.range.start
    }

    /// Whether the quotation opens a paragraph behind one of prose, with a whole sentence.
    pub(super) fn opens_block(&self) -> bool {
        let words = &self.text[self.quotation.runs[0].words.clone()];
        let above = self.text[..self.block.start].trim_end().len();
        let above = above
            .checked_sub(1)
            .and_then(|end| self.document.block_at(end));
        self.range.start == self.block.start
            && words.starts_with(|c: char| !c.is_lowercase())
            && above.is_some_and(|above| above.kind == BlockKind::Paragraph)
    }

    /// Whether words are quoted between an offset and the quotation.
    pub(super) fn is_quoted_from(&self, offset: usize) -> bool {
        self.last_speech()
            .is_some_and(|last| last.range().end > offset)
    }

    /// The end of a stretch that is next to the quotation, where the stretch is long: a sentence of
    /// a megabyte must not be read for each of its quotations.
    pub(super) fn near(&self, tag: Range<usize>) -> Range<usize> {
        if tag.len() <= REACH {
            tag
        } else if tag.start >= self.range.end {
            tag.start..self.text.floor_char_boundary(tag.start + REACH)
        } else {
            self.text.ceil_char_boundary(tag.end - REACH)..tag.end
        }
    }

    /// Narration only: what stands behind the last quotation in it, or before the first.
    pub(super) fn without_quotations(&self, tag: Range<usize>) -> Range<usize> {
        let last = self
            .earlier
            .iter()
            .rev()
            .take(4)
            .filter(|quotation| quotation.class == Class::Direct)
            .map(Quotation::range)
            .find(|range| range.end > tag.start && range.end <= tag.end);
        // A tag behind one quotation and before the next belongs to both.
        last.map_or(tag.clone(), |range| range.end.max(tag.start)..tag.end)
    }

    pub(super) fn last_speech(&self) -> Option<&Quotation> {
        self.earlier.iter().rfind(|earlier| self.is_level(earlier))
    }

    /// Whether words before are speech of the same depth.
    pub(super) fn is_level(&self, earlier: &Quotation) -> bool {
        earlier.is_level(self.quotation)
    }

    /// Whether a name stands outside the quotations before.
    pub(super) fn is_narrated(&self, name: &Range<usize>) -> bool {
        let quotations = self.earlier.iter().rev().take(4);
        !quotations.chain([self.quotation]).any(|quotation| {
            quotation
                .runs
                .iter()
                .any(|run| run.words.contains(&name.start))
        })
    }

    /// A note mark or a reference elsewhere in the sentence.
    pub(super) fn is_referenced(&self) -> bool {
        let end = self.document.sentence_at(self.range.end).end;
        let end = end.clamp(self.range.end, self.block_end());
        let sides = [self.before().start..self.range.start, self.range.end..end];
        sides
            .into_iter()
            .any(|side| reference::stands_in(&self.text[self.near(side)]))
    }

    pub(super) fn block_end(&self) -> usize {
        self.document
            .block_at(self.range.end)
            .map_or(self.text.len(), |block: &Block| {
                block.range.end.max(self.range.end)
            })
    }
}

/// The tag found in a stretch that begins at `start`.
pub(super) fn attribution(tag: Tag, start: usize) -> Attribution {
    let subject = (shift(tag.speaker, start), tag.grade);
    Attribution::to(subject, Some(shift(tag.cue, start)))
}
