//! Whose voice speaks where no word beside the quotation says so: of two who talk, of who is told of, of the work
//! that a critic reads.

use super::attribution::{Attribution, Grade};
use super::cues::{self, shift};
use super::head;
use super::search::{REACH, Search};
use super::subject::Narration;
use super::{Class, Quotation};
use crate::mentions::names::sex_of_pronoun;
use crate::mentions::who;

/// Quotations looked back through for who else talks.
const TALK: usize = 24;

/// And so far back, in bytes.
const FAR: usize = 8000;

impl Search<'_, '_> {
    /// `I asked what he makes of that.`, `“…”`: in a talk told by who asks, the other one answers; and the one
    /// whom a question addresses answers it.
    pub(super) fn interviewed(&self) -> Option<Attribution> {
        if self.range.start != self.block.start {
            return None;
        }
        let end = self.text[..self.block.start].trim_end().len();
        let above = self.document.block_at(end.checked_sub(1)?)?.range.clone();
        let above = self.near_end(above.start..end);
        if self.is_quoted_from(above.start) {
            return None;
        }
        let words = &self.text[above.clone()];
        let narration = Narration::new(words);
        // Not `I want a lecture from Saban`.
        let talks = |verb: &std::ops::Range<usize>| {
            let verb = &words[verb.clone()];
            verb.starts_with("ask") || verb.starts_with("wonder") || cues::says(verb)
        };
        let asks = cues::verbs(words)
            .filter(talks)
            .filter_map(|verb| narration.before(verb.start))
            .any(|(subject, _)| matches!(&words[subject], "I" | "we" | "We"));
        if !(asks || words.ends_with('?')) {
            return None;
        }
        let people = self.antecedents.people();
        let named = || {
            who::actors(self.text, &above)
                .into_iter()
                .rfind(|name| asks && people.is_person(name))
                .map(|name| Attribution::to((name, Grade::Named), None))
        };
        let addressed = || {
            let you =
                cues::words(words).find(|word| matches!(&words[word.clone()], "you" | "your"))?;
            let asked = words.ends_with('?');
            asked.then(|| Attribution::to((shift(you, above.start), Grade::Pronoun), None))
        };
        self.other_voice().or_else(named).or_else(addressed)
    }

    /// The end of a stretch, where that is long.
    fn near_end(&self, stretch: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let start = stretch.start.max(stretch.end.saturating_sub(3 * REACH));
        self.text.ceil_char_boundary(start)..stretch.end
    }

    /// Who spoke last and is not `I`.
    fn other_voice(&self) -> Option<Attribution> {
        self.talk()
            .map(|earlier| &earlier.attribution)
            .find(|found| found.name.is_some())
            .cloned()
    }

    /// The speech before, the last first.
    fn talk(&self) -> impl Iterator<Item = &Quotation> {
        self.earlier
            .iter()
            .rev()
            .take(TALK)
            .take_while(|earlier| self.range.start.saturating_sub(earlier.range().end) < FAR)
            .filter(|earlier| {
                earlier.class == Class::Direct && earlier.depth == self.quotation.depth
            })
    }

    /// Where who writes is one of two who talk, a paragraph of speech behind another's is the other's.
    pub(super) fn dialogue(&self) -> Option<Attribution> {
        let (last, _) = self.speech_before(self.block.start)?;
        let asked = self.text[last.runs[0].words.clone()]
            .trim_end()
            .ends_with('?');
        let talks = self.antecedents.telling().has_narrator() || asked;
        if self.range.start != self.block.start || !talks {
            return None;
        }
        let who = |found: &Attribution| {
            let who = found.name.as_ref().or(found.speaker.as_ref())?;
            (found.grade < Grade::Citation).then(|| self.text[who.clone()].to_lowercase())
        };
        let spoke = who(&last.attribution)?;
        self.talk()
            .map(|earlier| &earlier.attribution)
            .find(|found| who(found).is_some_and(|other| other != spoke))
            .cloned()
    }

    /// `Mercer got the job, “not for my voice, I'm sure”`: who is told of says `I`.
    pub(super) fn first_person(&self) -> Option<Attribution> {
        let before = self.near(self.before());
        let text = &self.text[before.clone()];
        if text.trim().is_empty() || !self.opens_small() || !self.says_i() {
            return None;
        }
        let narration = Narration::new(text);
        let (speaker, grade) =
            head::of_clause(&narration, text.len()).or_else(|| head::of(&narration))?;
        let speaker = shift(speaker, before.start);
        let one = grade != Grade::Described && self.antecedents.people().is_one(&speaker, grade);
        one.then(|| Attribution::to((speaker, grade), None))
    }

    /// `Ruiz has been waiting for two months. “I can't wait another two.”`: the sentence before is about one person,
    /// and the words are in the first.
    pub(super) fn own_voice(&self) -> Option<Attribution> {
        if self.opens_small() || !self.says_i() {
            return None;
        }
        let sentence = self.document.sentence_at(self.range.start);
        let before = who::sentence_before(self.document, &sentence)
            .filter(|_| sentence.start == self.range.start)?;
        let before = self.near(before);
        if self.is_quoted_from(before.start) {
            return None;
        }
        let text = &self.text[before.clone()];
        let people = self.antecedents.people();
        let he = || {
            let he =
                cues::words(text).find(|word| sex_of_pronoun(&text[word.clone()]).is_some())?;
            Some((he, Grade::Pronoun))
        };
        let one = |found: &(std::ops::Range<usize>, Grade)| {
            found.1 != Grade::Described
                && people.is_one(&shift(found.0.clone(), before.start), found.1)
        };
        let found = head::of(&Narration::new(text))
            .filter(|found| found.1 == Grade::Pronoun && one(found))
            .or_else(he)?;
        Some(Attribution::to(
            (shift(found.0, before.start), found.1),
            None,
        ))
    }

    /// `whose kindness Littlepage would “always recall with gratitude”`: a verb of mind opens the words.
    pub(super) fn recalled(&self) -> Option<Attribution> {
        let before = self.near(self.before());
        let text = self.text[before.clone()].trim_end();
        let may = cues::words(text).next_back()?;
        let words = self.spoken(self.quotation);
        let mind = cues::words(words)
            .take(2)
            .any(|word| cues::is_of_mind(&words[word]));
        if !mind
            || !matches!(
                &text[may.clone()],
                "would" | "will" | "could" | "did" | "should"
            )
        {
            return None;
        }
        let (speaker, grade) = Narration::new(text).before(may.start)?;
        Some(Attribution::to((shift(speaker, before.start), grade), None))
    }

    /// A critic's parts of sentences in marks are of the work that is read.
    pub(super) fn discussed(&self) -> Option<Attribution> {
        let before = self.text[..self.range.start].trim_end();
        let behind_another = before.ends_with(['”', '"', '’']) && !before.ends_with("\n");
        if !(self.opens_small() && self.range.start > self.block.start || behind_another) {
            return None;
        }
        let work = self.antecedents.telling().work_before(self.range.start)?;
        (self.range.start - work.end < FAR).then(|| Attribution::to((work, Grade::Described), None))
    }

    fn opens_small(&self) -> bool {
        self.spoken(self.quotation).starts_with(char::is_lowercase)
    }

    /// Whether the words are in the first person.
    fn says_i(&self) -> bool {
        let words = self.spoken(self.quotation);
        cues::words(words).any(|word| {
            let word = words[word].split(['\'', '’']).next().unwrap_or_default();
            matches!(word, "I" | "my" | "me" | "myself" | "My")
        })
    }
}
