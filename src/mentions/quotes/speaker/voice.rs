//! Whose voice speaks where no word beside the quotation says so: of two who talk, of who is told of, of the work
//! that a critic reads.

use std::ops::Range;

use super::head;
use super::sayer;
use super::search::{REACH, Search};
use super::subject::Narration;
use super::talk::Turn;
use crate::mentions::names::sex_of_pronoun;
use crate::mentions::quotes::attribution::{Attribution, Grade, Subject};
use crate::mentions::quotes::cues::{self, shift};
use crate::mentions::who;
use crate::mentions::words::is_determiner;

/// A work is discussed so far on, in bytes.
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
        let talks = |verb: &Range<usize>| {
            let verb = &words[verb.clone()];
            verb.starts_with("ask") || verb.starts_with("wonder") || cues::says(verb)
        };
        let asks = cues::verbs(words)
            .filter(talks)
            .filter_map(|verb| sayer::of(&narration, &verb))
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
        // `I asked myself what it was. Moser was the one to ask.`: nearer than who spoke in another paragraph.
        let last = || named().filter(|found| self.is_last_told(found, &above));
        last()
            .or_else(|| self.other_voice())
            .or_else(named)
            .or_else(addressed)
    }

    /// Whether somebody is told of in the last sentence or the one before, and has not spoken last.
    fn is_last_told(&self, found: &Attribution, above: &Range<usize>) -> bool {
        let people = self.antecedents.people();
        let Some(name) = found
            .name
            .as_ref()
            .filter(|name| people.is_known_person(name))
        else {
            return false;
        };
        let last = self.document.sentence_at(above.end - 1);
        let before = who::sentence_before(self.document, &last);
        let heads = |sentence: &Range<usize>| {
            sentence.contains(&name.start)
                && cues::words(&self.text[sentence.start..name.start]).count() <= 2
        };
        heads(&last) || before.is_some_and(|before| heads(&before))
    }

    /// The end of a stretch, where that is long.
    fn near_end(&self, stretch: Range<usize>) -> Range<usize> {
        let start = stretch.start.max(stretch.end.saturating_sub(3 * REACH));
        self.text.ceil_char_boundary(start)..stretch.end
    }

    /// `Mercer got the job, “not for my voice, I'm sure”`: who is told of says `I`.
    pub(super) fn first_person(&self) -> Option<Attribution> {
        let before = self.near(self.before());
        let text = &self.text[before.clone()];
        // `She turned to the wall, “I don't feel like talking right now.”`
        let led = text.trim_end().ends_with([',', '—', '–']);
        if text.trim().is_empty() || !(self.opens_small() || led) || !self.says_i() {
            return None;
        }
        let narration = Narration::new(text);
        let (speaker, grade) =
            head::of_clause(&narration, text.len()).or_else(|| head::of(&narration))?;
        let speaker = shift(speaker, before.start);
        let human =
            grade != Grade::Described || led && cues::has_human(&self.text[speaker.clone()]);
        let one = human && self.antecedents.people().is_one(&speaker, grade);
        one.then(|| Attribution::to((speaker, grade), None))
    }

    /// `Ruiz has been waiting for two months. “I can't wait another two.”`: the sentence before is about one person,
    /// and the words are in the first.
    pub(super) fn own_voice(&self) -> Option<Attribution> {
        let sentence = self.document.sentence_at(self.range.start);
        let before = who::sentence_before(self.document, &sentence)
            .filter(|_| sentence.start == self.range.start)?;
        let before = self.near(before);
        if self.opens_small() || self.is_quoted_from(before.start) {
            return None;
        }
        if before.start == self.block.start && self.answers_as_writer() {
            let i = before.start..before.start + 1;
            return Some(Attribution::to((i, Grade::Pronoun), None));
        }
        if !self.says_i() {
            return None;
        }
        let text = &self.text[before.clone()];
        let people = self.antecedents.people();
        // `Her parents called her Ann.`
        let he = || {
            let mut all = cues::words(text);
            let he = all.find(|word| {
                let word = &text[word.clone()];
                sex_of_pronoun(word).is_some() || matches!(word, "her" | "him" | "Her" | "His")
            })?;
            Some((he, Grade::Pronoun))
        };
        let one = |found: &Subject| {
            found.1 != Grade::Described
                && people.is_one(&shift(found.0.clone(), before.start), found.1)
        };
        // `Ruiz, who is slight, looks out of the window.`: who has been introduced, and is alone there.
        let alone = |found: &Subject| {
            let name = shift(found.0.clone(), before.start);
            let given = !self.text[name.clone()].contains(' ') || people.whole(&name).is_some();
            let others = who::people(self.text, &before);
            found.1 == Grade::Pronoun
                || found.1 == Grade::Named
                    && given
                    && people.is_known_person(&name)
                    && others.iter().filter(|name| people.is_person(name)).count() == 1
        };
        let head = head::of(&Narration::new(text)).filter(one);
        // `Arthur Cloud gave up the case because she would not settle.`: who acts, where that may be.
        let acting = |(he, _): &Subject| {
            let spelt = match &text[he.clone()] {
                "Her" | "her" | "She" | "she" => "she",
                _ => "he",
            };
            head.clone().filter(|(name, grade)| {
                let name = shift(name.clone(), before.start);
                *grade == Grade::Named && self.antecedents.may_mean(spelt, &name)
            })
        };
        let told = || he().map(|he| acting(&he).unwrap_or(he));
        // `People like him. “He came in once and asked for a boat.”`: of him, not by him.
        let third = |(found, grade): &Subject| {
            let words = self.spoken(self.quotation);
            let first = words.split(' ').next().unwrap_or_default();
            let him = matches!(&text[found.clone()], "him" | "her");
            let he = matches!(first, "He" | "She" | "He's" | "He’s" | "She's" | "She’s");
            *grade == Grade::Pronoun && him && he
        };
        let found = head
            .clone()
            .filter(alone)
            .or_else(told)
            .filter(|found| !third(found))?;
        Some(Attribution::to(
            (shift(found.0, before.start), found.1),
            None,
        ))
    }

    /// `I was exasperated. “He cannot wait!”`: who writes takes the turn, behind another's speech.
    fn answers_as_writer(&self) -> bool {
        let writes = self.antecedents.telling().has_narrator();
        let other = |turn: Turn| self.voice(turn.speech).is_none_or(|voice| voice != "i");
        writes
            && self.text[self.block.start..].starts_with("I ")
            && self.turn_before(self.block.start).is_some_and(other)
    }

    /// `He speaks like a butler (“I am able but not learned”), while she`: words in brackets are of whom the sentence
    /// tells that they stand in or behind.
    pub(super) fn aside(&self) -> Option<Attribution> {
        let behind = &self.text[self.range.end..];
        let opened = self.text[..self.range.start].trim_end().ends_with('(');
        if !(opened
            && behind
                .trim_start_matches(['.', '!', '?', ' '])
                .starts_with(')'))
        {
            return None;
        }
        let sentence = self.document.sentence_at(self.range.start);
        let before = self.near(sentence.start.min(self.range.start)..self.range.start);
        let whole = self.text[before.clone()].contains(char::is_alphanumeric);
        let stretch = match whole {
            true => before.start..self.near(self.after()).end,
            false => self.near(who::sentence_before(self.document, &sentence)?),
        };
        let people = self.antecedents.people();
        let named = who::actors(self.text, &stretch)
            .into_iter()
            .filter(|name| people.is_known_person(name) && self.is_narrated(name));
        let text = &self.text[stretch.clone()];
        let he = || {
            let he =
                cues::words(text).rfind(|word| sex_of_pronoun(&text[word.clone()]).is_some())?;
            Some((shift(he, stretch.start), Grade::Pronoun))
        };
        // `talks in the phrases of a valet (“I am able but not learned”)`
        let phrase = || {
            let (noun, _) = cues::nouns(text).next_back()?;
            whole.then(|| (shift(noun, stretch.start), Grade::Described))
        };
        let found = named.last().map(|name| (name, Grade::Named));
        let found = found.or_else(he).or_else(phrase)?;
        Some(Attribution::to(found, None))
    }

    /// `What struck one of the visitors was the fountain “because it is on the second floor”`: a reason is of whom the
    /// sentence tells.
    pub(super) fn reasoned(&self) -> Option<Attribution> {
        let before = self.near(self.before());
        let text = self.text[before.clone()].trim_end();
        if let Some(act) = self.ground(text) {
            let act = shift(act, before.start);
            return Some(Attribution::to((act, Grade::Described), None));
        }
        if !(text.ends_with(" because") || self.spoken(self.quotation).starts_with("because ")) {
            return None;
        }
        let human = cues::words(text).rfind(|word| {
            let word = &text[word.clone()];
            let one = word.strip_suffix('s').unwrap_or(word);
            cues::is_human(one) || word == "who" || sex_of_pronoun(word).is_some()
        })?;
        let speaker = shift(human, before.start);
        Some(Attribution::to((speaker, Grade::Described), None))
    }

    /// `She was recalled | “by direction of the President”`: on what ground something is done is told by who does it.
    fn ground(&self, before: &str) -> Option<Range<usize>> {
        const BY: [&str; 6] = [
            "as a ",
            "by ",
            "in accordance ",
            "on ",
            "pursuant ",
            "under ",
        ];
        let words = self.spoken(self.quotation);
        let mut last = cues::words(before).rev();
        let verb = last.find(|word| before[word.clone()] != *"again")?;
        let done = before[verb.clone()].ends_with("ed") || before[verb.clone()].ends_with("en");
        let passive = last
            .take(2)
            .any(|word| matches!(&before[word], "was" | "were" | "been" | "is" | "are"));
        (done && passive && BY.iter().any(|by| words.starts_with(by))).then_some(verb)
    }

    /// `“…” was one answer that most of them gave.`, `“…” was the way in which he explained it.`: words that a
    /// sentence tells of as somebody's.
    pub(super) fn equated(&self) -> Option<Attribution> {
        const NEAR: usize = 4;
        let after = self.near(self.after());
        let text = &self.text[after.clone()];
        let mut words = cues::words(text);
        let be = words.next().filter(|be| be.start == 1)?;
        let is = matches!(&text[be.clone()], "is" | "was" | "were" | "are");
        let article = words.next().filter(|_| is)?;
        let noun = words.take(NEAR).find(|noun| {
            let way =
                text[noun.clone()] == *"way" && cues::verbs(&text[noun.end..]).next().is_some();
            way || cues::has_noun(&text[noun.clone()])
        })?;
        let counted = is_determiner(&text[article.clone()]) || text[article.clone()] == *"one";
        let speaker = shift(article.start..noun.end, after.start);
        (counted && self.opens_sentence())
            .then(|| Attribution::to((speaker, Grade::Described), None))
    }

    /// A critic's parts of sentences in marks are of the work that is read, and so are whole ones where a text is about
    /// little else and its author talks with nobody.
    pub(super) fn discussed(&self) -> Option<Attribution> {
        let before = self.text[..self.range.start].trim_end();
        let behind_another = before.ends_with(['”', '"', '’']) && !before.ends_with("\n");
        let telling = self.antecedents.telling();
        let inside = self.range.start > self.block.start;
        let read = telling.is_criticism() && !telling.has_narrator();
        if !(inside && (self.opens_small() || read) || behind_another) {
            return None;
        }
        let work = telling.work_before(self.range.start)?;
        (self.range.start - work.end < FAR).then(|| Attribution::to((work, Grade::Described), None))
    }

    /// Whether the words begin with a small letter.
    pub(super) fn opens_small(&self) -> bool {
        self.spoken(self.quotation).starts_with(char::is_lowercase)
    }

    /// Whether the words are in the first person.
    pub(super) fn says_i(&self) -> bool {
        let words = self.spoken(self.quotation);
        cues::words(words).any(|word| {
            let word = words[word].split(['\'', '’']).next().unwrap_or_default();
            matches!(word, "I" | "my" | "me" | "myself" | "My")
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::mentions::quotes::last_speaker;

    #[test]
    fn a_sentence_tells_whose_words_it_holds() {
        for (text, speaker) in [
            (
                "From a cabin on the mole (“They gave me the smallest”), Ann Lund runs the ferry.",
                "Ann Lund",
            ),
            (
                "I know farmers who stay in the hills because “nobody asks you anything there”.",
                "who",
            ),
            (
                "“We have always done it like that” was one answer that most of them gave.",
                "one answer",
            ),
            (
                "“Take her back,” said Orlik.\n\n“Nobody wants to go.” I smiled, eager to be rid of the smoke that stood above the mole and of everybody on it.",
                "I",
            ),
            (
                "Ann Lund came late. Lund, who is small, looks tired. “I never sleep on a boat.”",
                "Lund",
            ),
        ] {
            assert_eq!(last_speaker(text).as_deref(), Some(speaker), "{text}");
        }
    }
}
