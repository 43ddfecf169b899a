//! Who says it: the speaker and the words that say so, in the sentences around a quotation.

use std::ops::Range;

use super::antecedent::Antecedents;
use super::block;
use super::cues::{self, shift};
use super::pairs::Pair;
use super::subject::Narration;
use super::tag::{self, Side};
use super::{Class, Quotation};
use crate::document::{Block, Document, NOTE_MARK};
use crate::mentions::names::names_and_acronyms;

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
    /// The words for the speaker: a name, a description, a pronoun.
    pub speaker: Option<Range<usize>>,
    /// The name of the speaker: where a pronoun stands, the one it means, if that is in reach.
    pub name: Option<Range<usize>>,
    /// The verb, phrase or colon that ties the words to the speaker.
    pub cue: Option<Range<usize>>,
    /// How well the speaker is known.
    pub grade: Grade,
    /// A note or a reference stands right behind the words, or behind their tag.
    pub cited: bool,
}

/// A tag that interrupts a quotation is at most this many bytes long.
const TAG: usize = 120;

/// Quotations looked back through for the one that holds another.
const NESTED: usize = 16;

/// An action between two pieces of speech is told in at most this many bytes.
const BEAT: usize = 70;

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
    let lower = text[next.runs[0].words.clone()]
        .trim_start()
        .starts_with(|c: char| !c.is_uppercase());
    let goes_on = tag.trim_end().ends_with([',', '—', '–']) && lower;
    // `"I could" — she reached for the salt — "eat a horse"`
    let dashed = tag.trim_start().starts_with(['—', '–']) && tag.trim_end().ends_with(['—', '–']);
    let one_sentence = !tag.contains(['\n', ';', ':']) && !tag.contains(". ");
    let tagged = || cues::verbs(tag).next().is_some();
    lower && one_sentence && (dashed || parted && goes_on && tagged())
}

/// Gives each quotation its speaker.
pub(super) fn attribute(document: &Document, quotations: &mut [Quotation]) {
    let antecedents = Antecedents::new(document);
    for number in 0..quotations.len() {
        let search = Search::new(
            &antecedents,
            document,
            &quotations[..number],
            &quotations[number],
        );
        let found = search.run();
        quotations[number].attribution = found;
    }
}

struct Search<'s, 'd> {
    antecedents: &'s Antecedents<'d>,
    document: &'s Document<'d>,
    text: &'s str,
    earlier: &'s [Quotation],
    quotation: &'s Quotation,
    range: Range<usize>,
    block: Range<usize>,
    /// The words that it is quoted in; the whole text where nobody quotes it.
    outer: Range<usize>,
}

impl<'s, 'd> Search<'s, 'd> {
    fn new(
        antecedents: &'s Antecedents<'d>,
        document: &'s Document<'d>,
        earlier: &'s [Quotation],
        quotation: &'s Quotation,
    ) -> Self {
        let range = quotation.range();
        let block = document
            .block_at(range.start)
            .map_or(0..document.text().len(), |block| block.range.clone());
        let outer = earlier
            .iter()
            .rev()
            .take(NESTED)
            .filter(|_| quotation.depth > 0)
            .flat_map(|outer| &outer.runs)
            .find(|run| run.words.contains(&range.start))
            .map_or(0..document.text().len(), |run| run.words.clone());
        Search {
            antecedents,
            outer,
            document,
            text: document.text(),
            earlier,
            quotation,
            range,
            block,
        }
    }

    fn run(&self) -> Attribution {
        if !self.quotation.is_speech() {
            return Attribution::default();
        }
        let mut found = self.credit().unwrap_or_else(|| self.tagged());
        let cited = self.is_cited();
        if found.grade == Grade::None && cited {
            found.grade = Grade::Citation;
        }
        if found.grade == Grade::None && self.quotation.class == Class::Direct {
            found = self.same_speaker().or_else(|| self.beat()).unwrap_or(found);
        }
        if found.grade == Grade::Pronoun && found.name.is_none() {
            found.name = self.antecedent(&found);
        }
        found.cited = cited || self.is_referenced();
        found
    }

    /// By the line that follows with a dash: `— Tomas Riel, Notes from a Sandbank`.
    fn credit(&self) -> Option<Attribution> {
        let line = block::credit(self.document, self.range.end)?;
        let name = names_and_acronyms(self.text, &line).into_iter().next();
        let speaker = name.clone().unwrap_or(line.clone());
        Some(Attribution {
            grade: if name.is_some() {
                Grade::Named
            } else {
                Grade::Described
            },
            speaker: Some(speaker),
            name,
            cue: None,
            cited: false,
        })
    }

    /// By a tag: inside the quotation, in its sentence, or in the sentence or paragraph that leads to it.
    fn tagged(&self) -> Attribution {
        let (before, after) = (self.before(), self.after());
        let opens = self.text[before.clone()].trim().is_empty();
        let inside = self.inside().map(|tag| (tag, Side::Behind));
        let beside = [(before, Side::Before), (after, Side::Behind)];
        let lead = opens.then(|| self.lead()).flatten();
        let mut best = Attribution::default();
        for (tag, side) in inside
            .into_iter()
            .chain(beside)
            .chain(lead.map(|lead| (lead, Side::Before)))
        {
            let Some(found) = self.tag(tag, side) else {
                continue;
            };
            if found.grade < best.grade {
                best = found;
            }
            // A pronoun beside the words is nearer than a name in the sentence before.
            if best.grade <= Grade::Pronoun {
                break;
            }
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
        let end = self.block_end().min(self.outer.end);
        if self.quotation.class == Class::Block {
            return from..from;
        }
        let rest = &self.text[from..end.max(from)];
        let sentence = self.document.sentence_at(from).end;
        // `"Go!" she said.`, `"Go!" So wrote Reiss.`: the stop inside the marks has cut the sentence.
        let tag = rest.trim_start();
        let goes_on = tag.starts_with(char::is_lowercase)
            || ["So ", "Thus "].iter().any(|word| tag.starts_with(word));
        let until = if sentence <= from + 1 && goes_on {
            self.document.sentence_at(from + 2).end
        } else {
            sentence
        };
        let until = until.clamp(from, end.max(from));
        // `for "…", and he asked for that`: another clause has another subject.
        let clause = [";", ", and ", ", but "]
            .iter()
            .filter_map(|joint| self.text[from..until].find(joint))
            .min();
        from..clause.map_or(until, |clause| from + clause)
    }

    /// From the start of the sentence to the opening mark.
    fn before(&self) -> Range<usize> {
        let start = self.document.sentence_at(self.range.start).start;
        let start = start.max(self.block.start).max(self.outer.start);
        start.min(self.range.start)..self.range.start
    }

    /// The sentence before, in the paragraph or in the one before, when it leads to the quotation.
    fn lead(&self) -> Option<Range<usize>> {
        let start = self
            .document
            .sentence_at(self.range.start)
            .start
            .min(self.range.start);
        let before = self.text[..start].trim_end().len();
        let sentence = self.document.sentence_at(before.checked_sub(1)?);
        let words = &self.text[sentence.start..before];
        // From one paragraph to the next only a colon leads, but to a block what leads anywhere.
        let near = sentence.start >= self.block.start || self.quotation.class == Class::Block;
        let leads = if near {
            cues::leads(words)
        } else {
            words.ends_with(':')
        };
        leads.then_some(sentence.start..before)
    }

    /// The speaker that a stretch of narration names.
    fn tag(&self, narration: Range<usize>, side: Side) -> Option<Attribution> {
        let narration = self.near(self.without_quotations(narration));
        let found = tag::read(&self.text[narration.clone()], side)?;
        let speaker = shift(found.speaker, narration.start);
        Some(Attribution {
            name: (found.grade == Grade::Named).then(|| speaker.clone()),
            speaker: Some(speaker),
            cue: Some(shift(found.cue, narration.start)),
            grade: found.grade,
            cited: false,
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
        let before = self.last_speech()?;
        let end = before.range().end;
        if before.range().start < self.block.start || self.range.start.checked_sub(end)? > BEAT {
            return None;
        }
        let (speaker, grade) = Narration::new(&self.text[end..self.range.start]).after(0)?;
        let speaker = shift(speaker, end);
        Some(Attribution {
            name: (grade == Grade::Named).then(|| speaker.clone()),
            speaker: Some(speaker),
            cue: None,
            grade,
            cited: false,
        })
    }

    fn last_speech(&self) -> Option<&Quotation> {
        self.earlier.iter().rfind(|quotation| {
            quotation.class == Class::Direct && quotation.depth == self.quotation.depth
        })
    }

    /// Whom a pronoun means: the speaker of the words before it in the paragraph, else a name of the narration.
    fn antecedent(&self, found: &Attribution) -> Option<Range<usize>> {
        let pronoun = found.speaker.as_ref()?;
        let spoken = self
            .last_speech()
            .filter(|before| before.range().start >= self.block.start);
        if let Some(name) = spoken.and_then(|before| before.attribution.name.clone()) {
            return Some(name);
        }
        self.antecedents.of(pronoun, |name| self.is_narrated(name))
    }

    /// Whether a name stands outside the quotations before.
    fn is_narrated(&self, name: &Range<usize>) -> bool {
        let quotations = self.earlier.iter().rev().take(4);
        !quotations.chain([self.quotation]).any(|quotation| {
            quotation
                .runs
                .iter()
                .any(|run| run.words.contains(&name.start))
        })
    }

    /// A note mark or a reference right behind the quotation.
    fn is_cited(&self) -> bool {
        let after = self.text[self.range.end..self.block_end()]
            .trim_start_matches(['.', ',', ';', ' ', ')']);
        after.starts_with(|c: char| c == NOTE_MARK || matches!(c, '¹' | '²' | '³' | '⁴'..='⁹'))
            || bracketed_reference(after)
    }

    /// A note mark or a reference elsewhere in the sentence: `Hartwell (2009, p. 41) concludes that "…"`.
    fn is_referenced(&self) -> bool {
        let end = self.block_end();
        let sentence = self.before().start
            ..self
                .document
                .sentence_at(self.range.end)
                .end
                .clamp(self.range.end, end);
        let beyond = self.near(self.range.end..sentence.end).end;
        let words = [
            self.near(sentence.start..self.range.start),
            self.range.end..beyond,
        ];
        words.into_iter().any(|range| {
            let words = &self.text[range];
            words.contains([NOTE_MARK, '¹', '²', '³'])
                || words
                    .match_indices(['(', '['])
                    .any(|(at, _)| bracketed_reference(&words[at..]))
        })
    }

    fn block_end(&self) -> usize {
        self.document
            .block_at(self.range.end)
            .map_or(self.text.len(), |block: &Block| {
                block.range.end.max(self.range.end)
            })
    }

    /// The speaker before goes on, when nothing but the tag stands between.
    fn same_speaker(&self) -> Option<Attribution> {
        let before = self.last_speech()?;
        let end = before.range().end;
        let attribution = &before.attribution;
        if attribution.grade == Grade::None || attribution.grade == Grade::Citation {
            return None;
        }
        let between = self.text.get(end..self.range.start)?;
        let asked = self.text[..end]
            .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?')
            .ends_with('?');
        let opens = self.range.start == self.block.start;
        // Another paragraph answers a question in another voice.
        if opens && asked
            || between.len() > REACH
            || between.matches('\n').count() > usize::from(opens)
        {
            return None;
        }
        let speaker = attribution.speaker.as_ref();
        let tag = speaker.map_or(0, |speaker| speaker.end.saturating_sub(end));
        let cue = attribution.cue.as_ref();
        let tag = tag.max(cue.map_or(0, |cue| cue.end.saturating_sub(end)));
        // What is left of the sentence of the tag (`on Monday.`) tells nothing new.
        let behind = between.get(tag.min(between.len())..)?;
        let rest = if tag == 0 {
            behind
        } else {
            behind
                .split_once(['.', '!', '?'])
                .map_or("", |(_, rest)| rest)
        };
        rest.chars()
            .all(|c| !c.is_alphanumeric())
            .then(|| attribution.clone())
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
