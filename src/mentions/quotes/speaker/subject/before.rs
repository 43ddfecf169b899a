//! The subject that stands before a verb: `Amy Trask, a councillor, said`.

use std::ops::Range;

use super::candidate::{is_account, is_elided};
use super::{Narration, SHORT, TIES, holds, is_tie};
use crate::mentions::names::behind_offices;
use crate::mentions::quotes::attribution::{Grade, Subject};
use crate::mentions::quotes::cues::{
    has_human, is_adverb, is_body, is_human, may_speak, verbs, words,
};
use crate::mentions::words::{is_determiner, is_pronoun};

/// Parentheses between a subject and its verb.
const PARENTHESES: usize = 3;

/// Words between a subject and its verb.
const AUXILIARIES: &str = " again also always am are be been can could d did do does even ever famously first further goes \
    had has have heard herself himself is just later ll m may might must never now often once only quoted re recently \
    shall should simply so soon still subsequently then thus themselves was were went will would \
    as far to on supposed reported believed known reputed alleged said thought used ve very ";

/// Verbs that are no verbs of saying, before `to say`.
const LEADING_ON: &str = " able anxious bound careful compelled eager fond forced free glad happy inclined keen obliged \
    prepared proud quick ready reluctant right unable unwilling willing wrong begins began chose comes came continues dares gets got goes has likes needs proceeds seems wants went ";

/// Verbs that make somebody speak.
const CAUSING: &str = " allowed allows caused causes drove forced inspired inspires leads led moved moves prompted prompts provoked ";

impl Narration<'_> {
    /// The subject that stands before a verb: `Amy Trask, a councillor, said`, `the water board has said`.
    pub(in crate::mentions::quotes) fn before(&self, at: usize) -> Option<Subject> {
        let mut end = at;
        let mut to = false;
        for word in self.words_before(at).take(8) {
            let spelt = self.word(&word);
            let gap = &self.text[word.end..end];
            if gap.contains(',') && end == at {
                break;
            }
            let adverb = is_adverb(spelt);
            // `who proceeded | to tell`
            let leads = to && (spelt.ends_with("ed") || holds(LEADING_ON, spelt));
            // `Will | said`, `Theresa May | said`
            let named = || self.names.iter().any(|name| name.contains(&word.start));
            let auxiliary = holds(AUXILIARIES, spelt) && !named();
            if !(auxiliary || adverb || leads) {
                break;
            }
            to = spelt == "to";
            // `she | 'd | say`
            end = self.text[..word.start].trim_end_matches(['\'', '’']).len();
        }
        // `wrote the victims | to see`: who shall see does not speak; but `has caused the dean | to say`.
        let caused = || {
            let mut before = self.words_before(end).take(SHORT + 2);
            before.any(|word| holds(CAUSING, self.word(&word)))
        };
        if to && !caused() && verbs(&self.text[..end]).next().is_some() {
            return None;
        }
        let last = self.words_before(end).next()?;
        let gap = &self.text[last.end..end];
        // `Queen Elsa, who | said`, `a man who | said`
        if self.word(&last) == "who" && gap == " " {
            let head = self.words_before(last.start).next()?;
            // `data from the comptroller, who | said`
            let near = || {
                let article = self
                    .words_before(head.start)
                    .find(|word| !self.word(word).contains('-'))?;
                let whole = is_determiner(self.word(&article)) && is_human(self.word(&head));
                whole.then_some((article.start..head.end, Grade::Described))
            };
            // `took the plan to Wilson, who | said`
            let told = || {
                let name = self.names.iter().find(|name| name.end == head.end)?;
                let tie = self.words_before(name.start).next()?;
                (self.word(&tie) == "to").then(|| (name.clone(), Grade::Named))
            };
            return told().or_else(|| self.ending_with(&head)).or_else(near);
        }
        if gap.contains([',', '—', '–', ')']) {
            return self.before_parenthesis(last.end);
        }
        // `The “Essex Journal” | says`
        let marked = || matches!(gap, "” " | "\" " | "’ ") && self.is_title_before(&last);
        let found =
            (gap.trim().is_empty() || gap == " - " || marked()).then(|| self.ending_with(&last));
        let found = found.flatten()?;
        // `gave the library a month | to find`
        if to && found.1 == Grade::Described && !caused() && !may_speak(self.word(&found.0)) {
            return None;
        }
        Some(self.apposed(&found).unwrap_or(found))
    }

    /// Whether a name of two words or more in marks ends there.
    fn is_title_before(&self, last: &Range<usize>) -> bool {
        let name = self.names.iter().find(|name| name.end == last.end);
        name.is_some_and(|name| {
            self.word(name).contains(' ') && self.text[..name.start].ends_with(['“', '"', '‘'])
        })
    }

    /// `Nabil Rudeina, an adviser to Mr Arafat | said`: the name that opens the sentence, the second comma forgotten.
    fn apposed(&self, (described, grade): &Subject) -> Option<Subject> {
        let first = self.names.first()?;
        let article = self.words_from(described.start).next()?;
        let apposed = *grade == Grade::Described
            && matches!(self.word(&article), "a" | "an" | "the")
            && self.text[..first.start].trim().is_empty()
            && first.end + 2 == described.start
            && self.text[first.end..].starts_with(", ");
        apposed.then(|| (first.clone(), Grade::Named))
    }

    /// `The union's secretary, Paul Okoro, | said`, `Amy Trask, a councillor, who left on Monday, | said`.
    fn before_parenthesis(&self, end: usize) -> Option<Subject> {
        let mut found: Option<Subject> = None;
        let mut end = end;
        for _ in 0..PARENTHESES {
            let behind = self.text[end..].trim_start_matches(['.', ' ']);
            let open = if behind.starts_with(')') {
                self.text[..end].rfind('(')?
            } else {
                match self.text[..end].rfind([',', '—', '–']) {
                    Some(open) => open,
                    None => break,
                }
            };
            let inside = self.words_from(open).next()?;
            let Some(head) = self.words_before(open).next() else {
                break;
            };
            // `In May, a councillor, who left, said`: nothing acts before the comma.
            if !self.text[head.end..open]
                .trim_matches(['.', ',', ' ', ')'])
                .is_empty()
            {
                break;
            }
            let apposed = self
                .name_from(inside.start)
                .filter(|name| name.end >= end && !self.owns(name));
            // `Ann Bell, in *The Road to Harwich* (1934), | writes`,
            // `Ann Bell, a curator at the University of Kent, Harwich,`
            if let Some(holder) = self.holder(head.end) {
                return Some((holder, Grade::Named));
            }
            let subject = self.ending_with(&head);
            // `His fellow Virginian, George Washington,`
            let held = |name: &Range<usize>| {
                let mut before = self.words_before(name.start).take(3);
                !self.word(name).contains(' ')
                    && before
                        .any(|word| is_determiner(self.word(&word)) && self.word(&word) != "the")
            };
            match (&subject, apposed) {
                (Some((range, Grade::Named)), Some(name)) if held(range) => {
                    return Some((name, Grade::Named));
                }
                (Some((_, Grade::Named)), _) => return subject,
                (Some(_), Some(name)) => return Some((name, Grade::Named)),
                (Some(_), None) => found = found.or(subject),
                (None, _) => {}
            }
            end = head.end;
        }
        found
    }

    /// Whose place or trade a stretch between commas tells that ends with another name.
    fn holder(&self, end: usize) -> Option<Range<usize>> {
        let comma = self.text[..end].rfind(", ")?;
        let first = self.words_from(comma).next()?;
        let place = matches!(
            self.word(&first),
            "at" | "for" | "from" | "in" | "on" | "with"
        );
        let told = place || has_human(&self.text[first.start..end]);
        let small = self.word(&first).starts_with(char::is_lowercase);
        let named = self.names.iter().any(|name| name.end == end);
        let holder = self.names.iter().find(|name| name.end == comma)?;
        (small && told && named && self.word(holder).contains(' ')).then(|| holder.clone())
    }

    /// The subject whose last word is given.
    fn ending_with(&self, last: &Range<usize>) -> Option<Subject> {
        let spelt = self.word(last);
        if is_pronoun(spelt) || spelt.eq_ignore_ascii_case("it") {
            return Some((last.clone(), Grade::Pronoun));
        }
        if is_elided(spelt) {
            return Some((last.clone(), Grade::Named));
        }
        // `This asserted that`: the text told of before.
        if matches!(spelt, "This" | "These") && self.text[..last.start].trim().is_empty() {
            return Some((last.clone(), Grade::Described));
        }
        // `Let me | say`
        let of = self.words_before(last.start).next();
        if spelt == "me" && of.is_some_and(|of| matches!(self.word(&of), "Let" | "let")) {
            return Some((last.clone(), Grade::Pronoun));
        }
        // `the need for | added capital`: no subject ends there.
        if is_tie(spelt) || matches!(spelt, "and" | "but" | "or" | "as") {
            return None;
        }
        // The name of an account: `@tidewatch_88`.
        let account = self.text[..last.end].rfind('@').filter(|&at| {
            self.text[at..last.end]
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '@' | '_' | '.'))
        });
        if let Some(at) = account {
            return Some((at..last.end, Grade::Named));
        }
        if let Some(name) = self.names.iter().find(|name| name.end == last.end) {
            return self.ending_with_name(name, last.end);
        }
        if is_account(spelt) {
            return Some((last.clone(), Grade::Named));
        }
        // The name of a site: `Ferries.net`.
        if self.text[..last.start].ends_with('.') {
            let site = self.text[..last.end]
                .rfind(' ')
                .map_or(0, |blank| blank + 1);
            let whole = self.text[site..last.end]
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
            return whole.then_some((site..last.end, Grade::Named));
        }
        self.described_to(last, last.end)
    }

    /// The subject that ends with a name: the name, the one it belongs to (`Jean Dubois of the Red Cross`),
    /// or a description (`a spokesman for Lufthansa`).
    fn ending_with_name(&self, name: &Range<usize>, end: usize) -> Option<Subject> {
        let mut name = name.clone();
        let mut whole = name.start..end;
        loop {
            let mut before = self.words_before(name.start);
            let mut tie = before.next();
            let mut from = name.start;
            let the = tie.clone().filter(|word| self.word(word) == "the");
            if let Some(the) = &the {
                from = the.start;
                tie = before.next();
            }
            let tie = tie.filter(|word| {
                self.text[word.end..from] == *" "
                    && (holds(TIES, self.word(word))
                        || self.word(word) == "under"
                        || self.word(word) == "as" && !self.opens_clause(word))
            });
            let Some(tie) = tie else {
                // `the University of Leeds` is one name, `Jean Dubois of Leeds` another's.
                let found = if the.is_some() { whole } else { name };
                return Some((found, Grade::Named));
            };
            // `Director of Communications Jane Roe | said`
            // but `Justice Savage of the New York Supreme Court | said`
            let office = behind_offices(self.word(&name));
            let body = self.word(&name).rsplit(' ').next().is_some_and(is_body);
            if self.word(&tie) == "of" && office > 0 && !body {
                return Some((name.start + office..name.end, Grade::Named));
            }
            // `In London, | said`: a place, not who speaks.
            if self.opens_clause(&tie) {
                return None;
            }
            let held = self
                .names
                .iter()
                .find(|held| held.end + 1 == tie.start && self.text[held.end..].starts_with(' '));
            // `a white line of rage as Parker | snarled`, but `a man known as Parker`
            let known = || {
                let before = self.words_before(tie.start).next();
                before.is_some_and(|word| {
                    let word = self.word(&word);
                    word.ends_with("ed") || word == "known"
                })
            };
            if self.word(&tie) == "as" && !known() {
                return Some((name, Grade::Named));
            }
            let Some(held) = held else {
                let described = self.described_to(&tie, end);
                return Some(described.unwrap_or((name, Grade::Named)));
            };
            name = held.clone();
            whole.start = name.start;
        }
    }

    /// Whether nothing of the clause stands before a word: `as | the chairman put it`.
    pub(super) fn opens_clause(&self, word: &Range<usize>) -> bool {
        let before = self.text[..word.start].trim_end();
        let last = words(before).next_back().map(|last| &before[last]);
        before.is_empty()
            || before.ends_with([',', ';', ':', '.', '(', '—', '–', '-'])
            || matches!(last, Some("or" | "and" | "just"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_before_a_verb() {
        for (text, subject, grade) in [
            (
                "Amy Trask, a councillor who resigned, said",
                "Amy Trask",
                Grade::Named,
            ),
            (
                "The union's general secretary, Paul Okoro, said",
                "Paul Okoro",
                Grade::Named,
            ),
            (
                "the mountain patrol said",
                "the mountain patrol",
                Grade::Described,
            ),
            ("Trotsky went so far as to say", "Trotsky", Grade::Named),
            (
                "A spokesman for Lufthansa said",
                "A spokesman for Lufthansa",
                Grade::Described,
            ),
            ("As Trotsky has often said", "Trotsky", Grade::Named),
            ("Theresa May has often said", "Theresa May", Grade::Named),
            (
                "their deliberations said",
                "their deliberations",
                Grade::Described,
            ),
            ("Union officials said", "Union officials", Grade::Described),
            ("the BBC said", "BBC", Grade::Named),
            (
                "as Orlik in his last circular reminded",
                "Orlik",
                Grade::Named,
            ),
            ("He said", "He", Grade::Pronoun),
            (
                "Lee Jae-myung, leader of the party, said",
                "Lee Jae-myung",
                Grade::Named,
            ),
        ] {
            let verb = text.rfind(' ').unwrap() + 1;
            let found = Narration::new(text).before(verb);
            assert_eq!(
                found.map(|(range, grade)| (&text[range], grade)),
                Some((subject, grade)),
                "{text}"
            );
        }
    }
}
