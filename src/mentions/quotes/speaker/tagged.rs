//! The tag of one quotation: inside it, in its sentence, or in the sentence or paragraph that leads to it.

use std::iter::once_with;
use std::ops::Range;

use super::placed;
use super::reading;
use super::search::{Search, attribution};
use super::subject::Narration;
use super::tag::{Side, Tag};
use crate::mentions::quotes::attribution::{Attribution, Grade};
use crate::mentions::quotes::cues;

impl Search<'_, '_> {
    /// Who holds a word with tongs: `Saban called the agents “pimps”`, no verb further off, unless it reports what
    /// the word stands in: `Moser said the attack on the lock, the first since May, was “no joke”`.
    pub(super) fn called(&self) -> Attribution {
        const NEAR: usize = 12;
        const FAR: usize = 40;
        let found = self.tagged();
        let is_near = found.cue.as_ref().is_some_and(|cue| {
            let between = cue.end.min(self.range.end)..self.range.start.max(cue.start);
            // A cue between the parts of an interrupted quotation has nothing between.
            let between = self.text.get(between);
            between.is_none_or(|between| {
                let reports = cue.end <= self.range.start
                    && cues::reports(&self.text[cue.clone()]).next().is_some()
                    && !between.contains([';', '“', '"']);
                let reach = if reports { FAR } else { NEAR };
                cues::words(between).count() <= reach
            })
        });
        if is_near {
            return found;
        }
        self.listed().unwrap_or_default()
    }

    /// `said it was “cruel” and “illegal”`, `that he had “nine boats” and that they were “all afloat”`: the words go on
    /// with what was quoted before.
    fn listed(&self) -> Option<Attribution> {
        const NEAR: usize = 12;
        let before = self.earlier.last()?;
        let end = before.range().end;
        let between = self.text.get(end..self.range.start)?;
        let joined = ["and ", "or ", "but "]
            .iter()
            .any(|joint| between.trim_start_matches([',', ' ']).starts_with(joint));
        let told = before
            .attribution
            .cue
            .as_ref()
            .is_some_and(|cue| cue.end <= before.range().start);
        let plain = !between.contains([';', '.', '\n'])
            && cues::words(between).count() <= NEAR
            && cues::verbs(between).next().is_none();
        (joined && told && plain && before.depth == self.quotation.depth)
            .then(|| before.attribution.clone())
    }

    /// By a tag: inside the quotation, in its sentence, or in the sentence or paragraph that leads to it.
    pub(super) fn tagged(&self) -> Attribution {
        let (before, after) = (self.before(), self.after());
        let opens = self.text[before.clone()].trim().is_empty();
        let side = if self.is_parted() {
            Side::Behind
        } else {
            Side::Beyond
        };
        // A comma inside the closing mark leads to the tag behind it.
        let behind = self.text[self.near(after.clone())].trim_start_matches([' ', ',']);
        let introduced = cues::introduction(behind).is_some_and(|phrase| phrase.start == 0);
        // `“Are you there?” a voice drifted in.`
        let asked =
            self.last_words().ends_with(['?', '!']) && behind.starts_with(char::is_lowercase);
        let next = (self.ends_in_comma() || introduced || asked)
            .then(|| self.next_to(&after))
            .flatten();
        let mut best = Attribution::default();
        let inside = self.inside().map(|tag| (tag, Side::Behind));
        let beside = [(before, Side::Before), (after, side)];
        let found = inside.into_iter().chain(beside);
        let found = next
            .into_iter()
            .chain(found.filter_map(|(tag, side)| self.tag(tag, side)))
            .chain(once_with(|| opens.then(|| self.lead()).flatten()).flatten())
            .chain(once_with(|| self.agent()).flatten())
            .chain(once_with(|| self.apposed()).flatten());
        for found in found {
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

    /// Who called it so, behind the words: `was described as “…” by Helen Marsh`.
    fn agent(&self) -> Option<Attribution> {
        let before = self.near(self.before());
        cues::is_called(&self.text[before]).then_some(())?;
        let after = self.near(self.after());
        Some(attribution(
            placed::agent(&self.text[after.clone()])?,
            after.start,
        ))
    }

    /// Who is named behind a comma, with all that is told of them before the verb:
    /// `“…,” Ann Bell, a fellow of the Institute of Tides in Leer, Germany, and author of the report, said.`
    fn apposed(&self) -> Option<Attribution> {
        self.ends_in_comma().then_some(())?;
        let from = self.range.end;
        let end = self.document.sentence_at(from).end;
        let end = end.min(self.next).clamp(from, self.block_end().max(from));
        let narration = self.near(from..end);
        let text = &self.text[narration.clone()];
        let comma = text.find(',')?;
        let subject = Narration::new(text).before(comma)?;
        let opens = text[..subject.0.start].trim_start();
        let leads = opens.is_empty() || opens.starts_with(char::is_lowercase);
        let person = match subject.1 {
            Grade::Named => true,
            Grade::Described => cues::has_human(&text[subject.0.clone()]),
            _ => false,
        };
        let cue = cues::shift(cues::finite(&text[comma..])?, comma);
        (leads && person).then(|| attribution(Tag::new(subject, cue), narration.start))
    }

    /// The tag that begins right behind the quotation.
    fn next_to(&self, after: &Range<usize>) -> Option<Attribution> {
        let narration = self.near(after.clone());
        let text = &self.text[narration.clone()];
        let found = reading::read(text, Side::Behind)
            .filter(|found| found.is_next_to(text))
            .or_else(|| placed::behind(text).filter(|_| self.opens_sentence()))?;
        Some(attribution(found, narration.start))
    }

    /// The speaker that a stretch of narration names.
    fn tag(&self, narration: Range<usize>, side: Side) -> Option<Attribution> {
        let narration = self.near(self.without_quotations(narration));
        let text = &self.text[narration.clone()];
        let owner = || {
            (side == Side::Before)
                .then(|| placed::owner(text))
                .flatten()
        };
        let found = reading::read(text, side).or_else(owner)?;
        Some(attribution(found, narration.start))
    }
}
