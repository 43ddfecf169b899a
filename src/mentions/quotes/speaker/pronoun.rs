//! The pronoun beside a quotation: whom it means, or whether somebody is described whom it may mean.

use std::ops::Range;

use super::described;
use super::search::{REACH, Search};
use crate::mentions::names::{names_and_acronyms, sex_of_pronoun, whole_names};
use crate::mentions::quotes::Quotation;
use crate::mentions::quotes::attribution::{Attribution, Grade};
use crate::mentions::who;

/// Somebody described is remembered so long, in bytes.
const DESCRIBED: usize = 2500;

impl Search<'_, '_> {
    /// Whom a pronoun means: a name of the narration since the words before it, else who said those, else
    /// a name further off, unless somebody new has come in since.
    pub(super) fn antecedent(&self, found: &Attribution) -> Option<Range<usize>> {
        let pronoun = found.speaker.as_ref()?;
        let spelt = &self.text[pronoun.clone()];
        // The author, or whoever reads.
        if matches!(spelt, "I" | "we" | "We" | "you" | "You") {
            return None;
        }
        // Whom somebody quotes in a talk is one of whom it tells.
        let narrated = |name: &Range<usize>| match self.quoting {
            Some(_) => self.outer.contains(&name.start),
            None => self.is_narrated(name),
        };
        let from = self.told_before(pronoun);
        let since_start = |since: usize| self.antecedents.of(pronoun, from, since, narrated);
        let before = self
            .last_speech()
            .filter(|before| self.block.start.saturating_sub(before.range().end) < REACH);
        let fresh = |name: Range<usize>, since: usize| {
            let replaced = self.is_replaced(since, pronoun);
            (!replaced).then_some(name)
        };
        let Some(before) = before else {
            return since_start(self.outer.start).and_then(|name| fresh(name.clone(), name.end));
        };
        let named = before.attribution.name.clone();
        let named = named.filter(|name| self.antecedents.may_mean(spelt, name));
        let since = self.document.sentence_at(before.range().end).end;
        // `…, a nurse told the court. “…,” he said.`
        let nameless = || {
            let found = &before.attribution;
            let text = found
                .speaker
                .as_ref()
                .map(|speaker| &self.text[speaker.clone()]);
            let fits = text
                .zip(sex_of_pronoun(spelt))
                .is_some_and(|(text, sex)| described::describes(text, sex));
            // and `“…,” he said` again
            let he = text.is_some_and(|text| text.eq_ignore_ascii_case(spelt));
            found.grade == Grade::Described
                && (fits || he || text.is_some_and(described::is_new))
                && before.range().start >= self.block.start
        };
        if let Some(name) = since_start(since) {
            return fresh(name.clone(), name.end);
        }
        if nameless() {
            return None;
        }
        let last = before.range().end;
        if let Some(name) = named.clone().filter(|_| self.may_be_same(before, pronoun)) {
            return fresh(name, last);
        }
        sex_of_pronoun(spelt)?;
        let name = since_start(self.outer.start);
        name.and_then(|name| fresh(name.clone(), name.end))
            .or_else(|| fresh(named.or_else(|| self.so_far(pronoun))?, last))
    }

    /// Whether somebody without a name has come in since an offset: `Pryce left. A tall boy came up. "…," he said.`
    fn is_replaced(&self, since: usize, pronoun: &Range<usize>) -> bool {
        let sex = sex_of_pronoun(&self.text[pronoun.clone()]);
        let told = self.text.get(since..self.told_before(pronoun));
        let narrated = |at: usize| self.is_narrated(&(since + at..since + at));
        sex.zip(told).is_some_and(|(sex, told)| {
            told.len() < DESCRIBED && described::introduces(told, sex, narrated).is_some()
        })
    }

    /// Whom the next sentences name, where the words come first: `“I never meant to stay,” she said. Ann Bell, 44, …`
    pub(super) fn named_next(&self, found: &Attribution) -> Option<Range<usize>> {
        const LATER: usize = 4;
        let pronoun = found.speaker.clone()?;
        let spelt = &self.text[pronoun.clone()];
        sex_of_pronoun(spelt).filter(|_| self.quoting.is_none())?;
        let heads = |name: &Range<usize>| {
            let before = self.text[..name.start].trim_end();
            before.ends_with(['.', '!', '?', '”', '"']) || self.text[..name.start].ends_with('\n')
        };
        let from = self.range.end.max(pronoun.end);
        let next = from..self
            .text
            .floor_char_boundary((from + REACH).min(self.text.len()));
        let quoted = |name: &Range<usize>| {
            let mut later = self.later.iter().take(LATER);
            later.any(|quotation| quotation.range().contains(&name.start))
        };
        let people = self.antecedents.people();
        who::actors(self.text, &next)
            .into_iter()
            .filter(|name| self.antecedents.may_mean(spelt, name) && !quoted(name))
            .find(|name| heads(name) && people.sex(name).is_some())
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

    /// Whether a pronoun means somebody who is described before (`The judge sat down. "…," she said.`,
    /// `The rancher turned.`) or named in its own sentence, though not so that it is sure (`On the field Lincoln made no
    /// difference when he`), or by a name before that may be somebody's.
    pub(super) fn is_described(&self, found: &Attribution) -> bool {
        let Some(pronoun) = found.speaker.as_ref() else {
            return false;
        };
        let Some(sex) = sex_of_pronoun(&self.text[pronoun.clone()]) else {
            return false;
        };
        let end = self.range.start.min(pronoun.start);
        let start = self.text.ceil_char_boundary(end.saturating_sub(DESCRIBED));
        let sentence = self.document.sentence_at(pronoun.start).start;
        let beside = sentence.min(pronoun.start)..pronoun.start;
        let mut before = whole_names(self.text, &(start..end)).into_iter();
        let spelt = &self.text[pronoun.clone()];
        described::describes(&self.text[start..end], sex)
            || described::is_of_trade(&self.text[start..end])
            || names_and_acronyms(self.text, &self.near(beside))
                .iter()
                .any(|name| self.is_narrated(name))
            || before.any(|name| self.is_narrated(&name) && self.antecedents.may_mean(spelt, &name))
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
        let found = &before.attribution;
        let same = |speaker: &Range<usize>| spelt(speaker) != other;
        let agrees = |name: &Range<usize>| self.antecedents.may_mean(&spelt(pronoun), name);
        found.speaker.as_ref().is_none_or(same) && found.name.as_ref().is_none_or(agrees)
    }
}
