//! Who says it: the speaker and the words that say so, in the sentences around a quotation.

use std::ops::Range;

use super::cues;
use super::pairs::Pair;
use super::speaker::{named, shift, speaker};
use super::{Class, Quotation};
use crate::document::{Block, Document, NOTE_MARK};

/// How the speaker of a quotation is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// By name.
    Named,
    /// By a description: `a GPU agent`, `their deliberations`.
    Described,
    /// By a pronoun.
    Pronoun,
    /// Only a note or a reference stands behind it.
    Citation,
    /// Not at all.
    #[default]
    None,
}

/// Who says a quotation, and what says so. Ranges are bytes of the document's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// The words that name the speaker.
    pub speaker: Option<Range<usize>>,
    /// The verb, phrase or colon that ties the words to the speaker.
    pub cue: Option<Range<usize>>,
    /// How well the speaker is known.
    pub grade: Grade,
}

/// A tag that interrupts a quotation is at most this many bytes long.
const TAG: usize = 120;

/// Narration further off than this says nothing about a quotation, in bytes.
const REACH: usize = 600;

/// Whether `next` goes on with `before` behind a tag: `"…", wrote his mother, "…"`.
pub(super) fn interrupts(document: &Document, before: &Quotation, next: &Pair) -> bool {
    let text = document.text();
    let end = before.range().end;
    let start = next.runs[0].open.start;
    if before.kind != next.kind || before.depth != next.depth || start < end || start - end > TAG {
        return false;
    }
    let tag = &text[end..start];
    let last = &text[..end];
    let inside = last.trim_end_matches(['"', '”', '’', '\'', '»']);
    let parted =
        inside.ends_with([',', '.', '!', '?', '—', '–', '…']) || tag.starts_with([',', ' ', '—']);
    let goes_on = tag.trim_end().ends_with([',', '—', '–'])
        && text[next.runs[0].words.clone()]
            .trim_start()
            .starts_with(|c: char| !c.is_uppercase());
    parted && goes_on && !tag.contains(['\n', '.', ';', ':']) && cues::verbs(tag).next().is_some()
}

/// Gives each quotation its speaker.
pub(super) fn attribute(document: &Document, quotations: &mut [Quotation]) {
    for number in 0..quotations.len() {
        let found = Search::new(document, &quotations[..number], &quotations[number]).run();
        quotations[number].attribution = found;
    }
}

struct Search<'d> {
    document: &'d Document<'d>,
    text: &'d str,
    earlier: &'d [Quotation],
    quotation: &'d Quotation,
    range: Range<usize>,
    block: Range<usize>,
}

impl<'d> Search<'d> {
    fn new(document: &'d Document<'d>, earlier: &'d [Quotation], quotation: &'d Quotation) -> Self {
        let range = quotation.range();
        let block = document
            .block_at(range.start)
            .map_or(0..document.text().len(), |block| block.range.clone());
        Search {
            document,
            text: document.text(),
            earlier,
            quotation,
            range,
            block,
        }
    }

    fn run(&self) -> Attribution {
        if self.quotation.class != Class::Direct {
            return Attribution::default();
        }
        let tags = [
            self.inside(),
            Some(self.after()),
            Some(self.before()),
            self.previous_sentence(),
            self.lead_in(),
        ];
        let mut best = Attribution::default();
        for found in tags.into_iter().flatten().filter_map(|tag| self.tag(tag)) {
            if found.grade < best.grade {
                best = found;
            }
            if best.grade <= Grade::Pronoun {
                return best;
            }
        }
        if best.grade == Grade::None && self.is_cited() {
            best.grade = Grade::Citation;
        }
        if best.grade == Grade::None {
            best = self.same_speaker().or_else(|| self.beat()).unwrap_or(best);
        }
        best
    }

    /// Between the runs of an interrupted quotation.
    fn inside(&self) -> Option<Range<usize>> {
        let runs = &self.quotation.runs;
        runs.windows(2).find_map(|pair| {
            let end = pair[0].close.as_ref()?.end;
            Some(end..pair[1].open.start)
        })
    }

    /// From the closing mark to the end of the sentence.
    fn after(&self) -> Range<usize> {
        let from = self.range.end;
        let block_end = self
            .document
            .block_at(from)
            .map_or(from, |block| block.range.end.max(from));
        let sentence = self.document.sentence_at(from);
        let end = if sentence.end > from {
            sentence.end
        } else {
            from
        };
        // `"Go!" she said.`: the stop inside the marks has cut the sentence.
        let rest = &self.text[from..block_end];
        let end = if end == from && rest.trim_start().starts_with(char::is_lowercase) {
            self.document.sentence_at(from + 2).end.max(from)
        } else {
            end
        };
        from..end.min(block_end)
    }

    /// From the start of the sentence to the opening mark.
    fn before(&self) -> Range<usize> {
        let start = self.document.sentence_at(self.range.start).start;
        start.max(self.block.start).min(self.range.start)..self.range.start
    }

    /// The sentence before, when the quotation opens its own.
    fn previous_sentence(&self) -> Option<Range<usize>> {
        let start = self.document.sentence_at(self.range.start).start;
        if self.before().len() > 2 || start <= self.block.start {
            return None;
        }
        let before = self.text[..start].trim_end().len();
        let previous = self.document.sentence_at(before.saturating_sub(1));
        (previous.start >= self.block.start).then_some(previous)
    }

    /// The paragraph before, when it ends with a colon and the quotation opens its own.
    fn lead_in(&self) -> Option<Range<usize>> {
        if self.range.start != self.block.start {
            return None;
        }
        let before = self.text[..self.block.start].trim_end();
        before
            .ends_with(':')
            .then(|| self.document.sentence_at(before.len().saturating_sub(1)))
    }

    /// The speaker that a stretch of narration names with a verb of saying, a phrase or a colon.
    fn tag(&self, tag: Range<usize>) -> Option<Attribution> {
        let tag = self.near(self.without_quotations(tag));
        let words = &self.text[tag.clone()];
        let mut best: Option<Attribution> = None;
        let phrase = cues::phrase(words);
        for cue in cues::verbs(words).chain(phrase) {
            if let Some((speaker, grade)) = speaker(words, &cue)
                && best.as_ref().is_none_or(|best| grade < best.grade)
            {
                best = Some(Attribution {
                    speaker: Some(shift(speaker, tag.start)),
                    cue: Some(shift(cue, tag.start)),
                    grade,
                });
            }
        }
        best.or_else(|| self.colon(&tag))
    }

    /// `Trotsky: "…"`.
    fn colon(&self, tag: &Range<usize>) -> Option<Attribution> {
        let words = self.text[tag.clone()].trim_end();
        let name = words.strip_suffix(':')?;
        let (speaker, grade) = speaker(words, &(name.len()..words.len()))?;
        Some(Attribution {
            speaker: Some(shift(speaker, tag.start)),
            cue: Some(tag.start + name.len()..tag.start + words.len()),
            grade,
        })
    }

    /// The end of a stretch that is next to the quotation, where the stretch is long: a sentence of
    /// a megabyte must not be read for each of its quotations.
    fn near(&self, tag: Range<usize>) -> Range<usize> {
        if tag.len() <= REACH {
            tag
        } else if tag.start >= self.range.end {
            tag.start..self.text.floor_char_boundary(tag.start + REACH)
        } else {
            self.text.ceil_char_boundary(tag.end - REACH)..tag.end
        }
    }

    /// Narration only: what stands behind the last quotation in it, or before the first.
    fn without_quotations(&self, tag: Range<usize>) -> Range<usize> {
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

    /// `"At home." Mrs Pell folded her hands. "I had gone up at nine."`: who acts between two pieces
    /// of speech speaks them.
    fn beat(&self) -> Option<Attribution> {
        let before = self
            .earlier
            .iter()
            .rfind(|quotation| quotation.class == Class::Direct)?;
        let end = before.range().end;
        if before.range().start < self.block.start || self.range.start.checked_sub(end)? > TAG {
            return None;
        }
        let narration = &self.text[end..self.range.start];
        let first = cues::words(narration).next()?;
        let (speaker, grade) = named(narration, &first)?;
        Some(Attribution {
            speaker: Some(shift(speaker, end)),
            cue: None,
            grade,
        })
    }

    /// A paragraph that opens with a quotation goes on with the speaker of the one before, when that
    /// ended in speech or with a verb of saying: so newspapers report a statement.
    fn speaker_of_last_paragraph(&self) -> Option<Attribution> {
        let end = self.text[..self.block.start].trim_end().len();
        let last = self.document.sentence_at(end.checked_sub(1)?);
        let spoken = self.earlier.iter().rev().take(4).find(|quotation| {
            quotation.class == Class::Direct && quotation.range().end > last.start
        });
        match spoken {
            Some(quotation) => {
                Some(quotation.attribution.clone()).filter(|found| found.grade < Grade::None)
            }
            None => self.tag(last).filter(|found| found.grade <= Grade::Pronoun),
        }
    }

    /// A note mark or a reference right behind the quotation.
    fn is_cited(&self) -> bool {
        let after = self.text[self.range.end..self.block_end()]
            .trim_start_matches(['.', ',', ';', ' ', ')']);
        after.starts_with(|c: char| c == NOTE_MARK || matches!(c, '¹' | '²' | '³' | '⁴'..='⁹'))
            || bracketed_reference(after)
    }

    fn block_end(&self) -> usize {
        self.document
            .block_at(self.range.end)
            .map_or(self.text.len(), |block: &Block| {
                block.range.end.max(self.range.end)
            })
    }

    /// The speaker before goes on, when no sentence of narration stands between.
    fn same_speaker(&self) -> Option<Attribution> {
        if self.range.start == self.block.start {
            return self.speaker_of_last_paragraph();
        }
        let before = self.earlier.iter().rfind(|quotation| {
            quotation.class == Class::Direct && quotation.depth == self.quotation.depth
        })?;
        let end = before.range().end;
        if before.range().start < self.block.start || before.attribution.grade == Grade::None {
            return None;
        }
        let between = self.text.get(end..self.range.start)?;
        let tag = before
            .attribution
            .speaker
            .as_ref()
            .map_or(0, |speaker| speaker.end.saturating_sub(end));
        let narration = between.get(tag.min(between.len())..)?;
        let sentences = narration
            .trim_start_matches(['.', ' ', ','])
            .split(". ")
            .filter(|s| s.trim().len() > 3);
        (sentences.count() == 0).then(|| before.attribution.clone())
    }
}

/// `[12]`, `(Deutscher 1963)`, `(p. 12)`.
fn bracketed_reference(after: &str) -> bool {
    let closing = match after.chars().next() {
        Some('[') => ']',
        Some('(') => ')',
        _ => return false,
    };
    after.split_once(closing).is_some_and(|(inside, _)| {
        inside.len() < 120 && inside.contains(|c: char| c.is_ascii_digit())
    })
}
