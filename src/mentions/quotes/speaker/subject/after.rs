//! The subject that follows a verb: `said Maria Lopez, who …`.

use std::ops::Range;

use super::candidate::{is_account, is_attribute, is_elided};
use super::{BARE, ENDS, LONGEST, Narration, PAST, SHORT, TIES, holds, is_tie};
use crate::mentions::quotes::attribution::{Grade, Subject};
use crate::mentions::quotes::cues::{is_adverb, is_body, is_human, may_speak, verbs};
use crate::mentions::words::{is_determiner, is_pronoun};

/// Words that stand for nobody without a noun.
const ARTICLES: &str = " a an her his its my our the their your ";

/// Articles of other languages, behind a verb: `rief der Fährmann`.
const FOREIGN: &str = " das der die ein eine el il la le les los un una une ";

impl Narration<'_> {
    /// The subject that follows a verb: `said Maria Lopez, who …`, `wrote his mother, Natalya`.
    pub(in crate::mentions::quotes) fn after(&self, at: usize) -> Option<Subject> {
        let first = self.words_from(at).next()?;
        if !self.text[at..first.start]
            .chars()
            .all(|c| matches!(c, ' ' | ','))
        {
            return None;
        }
        let spelt = self.word(&first);
        // `according to him`
        let he = is_pronoun(spelt) || matches!(spelt, "him" | "them");
        if he || spelt.eq_ignore_ascii_case("it") {
            return Some((first, Grade::Pronoun));
        }
        // `Asked | if he rang Radio Harwich`
        if matches!(
            spelt,
            "about" | "how" | "if" | "what" | "when" | "whether" | "why"
        ) {
            return None;
        }
        if let Some(name) = self.name_from(first.start) {
            if self.owns(&name) {
                return Some(self.described_after(first));
            }
            let found = self.behind_office(&name);
            // `says CNN meteorologist`, `according to Harwich news agency`
            let near = || self.words_from(name.end).take(3);
            let mut nouns = near().map(|noun| self.word(&noun));
            let noun = at > 0
                && is_attribute(&self.text[name.end..])
                && near()
                    .next()
                    .is_some_and(|noun| may_speak(self.word(&noun)))
                && nouns.any(|noun| is_human(noun) || is_body(noun));
            if found.is_none() && noun {
                return Some(self.described_after(first));
            }
            return Some((found.unwrap_or(name), Grade::Named));
        }
        // `wrote user jayk1984`
        let account = self
            .words_from(first.end)
            .next()
            .filter(|next| next.start == first.end + 1 && is_account(self.word(next)));
        if let Some(account) = account.filter(|_| spelt.starts_with(char::is_lowercase)) {
            return Some((account, Grade::Named));
        }
        if is_elided(spelt) {
            return Some((first, Grade::Named));
        }
        if let Some(lower) = self.in_small_letters(&first).filter(|_| at > 0) {
            return Some((lower, Grade::Described));
        }
        if let Some(many) = self.many_opening(&first).filter(|_| at == 0) {
            return Some((many, Grade::Described));
        }
        let speaks =
            is_determiner(spelt) || holds(BARE, spelt) || holds(FOREIGN, spelt) || number(spelt);
        let found = self.described_after(first);
        // `Called a | “strange town”`
        if holds(ARTICLES, self.word(&found.0)) {
            return None;
        }
        // `said defence minister Lena Roth`: without an article only a name makes it a subject.
        (speaks || found.1 == Grade::Named).then_some(found)
    }

    /// `Outraged shoppers | have hit out`: a plural that opens a sentence without an article.
    fn many_opening(&self, first: &Range<usize>) -> Option<Range<usize>> {
        let mut end = first.end;
        if [ENDS, TIES]
            .iter()
            .any(|list| holds(list, self.word(first)))
        {
            return None;
        }
        for word in self.words_from(first.end).take(SHORT - 1) {
            let spelt = self.word(&word);
            let other = !spelt.starts_with(char::is_lowercase)
                || [ENDS, TIES].iter().any(|list| holds(list, spelt))
                || is_determiner(spelt);
            if self.text[end..word.start] != *" " || other {
                return None;
            }
            end = word.end;
            if self.is_plural(&word) && may_speak(spelt) {
                return Some(first.start..end);
            }
        }
        None
    }

    /// `said k.d. lang.`, `wrote bell hooks,`: a word or two in small letters that are all that stands behind the verb.
    fn in_small_letters(&self, first: &Range<usize>) -> Option<Range<usize>> {
        const WORDS: usize = 2;
        const OTHERS: &str =
            " aloud away back him me more much nothing off on out so them then there us yes you ";
        let rest = &self.text[first.start..];
        // `k.d. lang`
        let stop = |&(at, mark): &(usize, &str)| {
            let initial = rest[..at]
                .rsplit([' ', '.'])
                .next()
                .is_some_and(|part| part.len() == 1);
            mark != "." || !initial
        };
        // Behind the third word nothing is looked for.
        let head = rest.match_indices(' ').nth(WORDS);
        let head = head.map_or(rest, |(at, _)| &rest[..at]);
        let mut stops = head.match_indices([',', '.', ';', '!', '?', '\n']);
        let end = stops.find(stop).map_or(head.len(), |(at, _)| at);
        let clause = rest[..end].trim_end();
        let name = |word: &str| {
            let letters = word
                .chars()
                .all(|c| c.is_lowercase() || matches!(c, '.' | '-'));
            let other = [ENDS, TIES, OTHERS].iter().any(|list| holds(list, word));
            letters && !other && !is_adverb(word) && !is_determiner(word)
        };
        let whole = clause.split(' ').count() <= WORDS && clause.split(' ').all(name);
        whole.then(|| first.start..first.start + clause.len())
    }

    /// `Jane Roe` of `Team captain Jane Roe`, `Westpac chief economist Jane Roe`.
    fn behind_office(&self, name: &Range<usize>) -> Option<Range<usize>> {
        const LONGEST: usize = 3;
        let mut words = self.words_from(name.end).take(LONGEST);
        // `accused` is a verb before a name.
        let office = words.find(|word| {
            let word = self.word(word);
            let one = word.strip_suffix('s').unwrap_or(word);
            (is_human(word) || is_human(one)) && verbs(word).next().is_none()
        })?;
        let between = &self.text[name.end..office.end];
        // `Lund Securities (Harwich) | analyst`
        let bracketed = between
            .strip_prefix(" (")
            .and_then(|rest| rest.split_once(')'));
        let between = bracketed.map_or(between, |(_, rest)| rest);
        let plain =
            !between.contains(|c: char| c.is_uppercase() || !(c.is_alphabetic() || c == ' '));
        self.name_from(office.end + 1).filter(|_| plain)
    }

    /// A description and the name that it ends with or that is set beside it.
    fn described_after(&self, first: Range<usize>) -> Subject {
        let start = first.start;
        let mut end = first.end;
        for (number, word) in self.words_from(start).enumerate() {
            if number > 0 {
                let gap = &self.text[end..word.start];
                let apposed = (gap == ", ").then(|| self.name_from(word.start)).flatten();
                if let Some(name) = apposed.filter(|name| !self.owns(name)) {
                    return (name, Grade::Named);
                }
                if gap.chars().any(|c| !matches!(c, ' ' | '-')) || number >= LONGEST {
                    break;
                }
                let spelt = self.word(&word);
                // `said physicist | and | philosopher Karen Barad`
                let joins = || {
                    let one = |word: &Range<usize>| is_human(self.word(word));
                    let of = self.words_before(word.start).next();
                    let next = self.words_from(word.end).next();
                    of.is_some_and(|of| one(&of))
                        && next.is_some_and(|next| one(&next) || self.is_named_at(next.start))
                };
                let acts = || verbs(spelt).next().is_some() && !self.is_noun(&word);
                if number > 1 && (holds(PAST, spelt) || acts())
                    || holds(ENDS, spelt)
                        && !(number == 1 && describes(spelt) || spelt == "and" && joins())
                {
                    break;
                }
                // `The report | highlighting the risk`: an article behind what is no preposition begins an object.
                if number > 1 && self.is_object(&word) {
                    let verb = self.words_before(word.start).next();
                    let bare = !is_determiner(self.word(&first));
                    if let Some(verb) = verb.filter(|_| number > 2 || bare) {
                        end = self.text[..verb.start].trim_end().len();
                    }
                    break;
                }
                let of = self.words_before(word.start).next();
                let free =
                    of.is_none_or(|of| !matches!(self.word(&of), "of" | "for" | "from" | "the"));
                // `said a GPU | agent`, `said a Greek | government official`
                let held = |name: &Range<usize>| {
                    // `said a Goshen | police dispatcher`
                    let a = self.words_before(name.start).next();
                    let a = a.is_some_and(|a| matches!(self.word(&a), "a" | "an" | "another"));
                    if a && is_attribute(&self.text[name.end..]) {
                        return true;
                    }
                    let mut end = name.end;
                    self.words_from(name.end)
                        .take(SHORT - 1)
                        .take_while(|next| {
                            let free = next.start == end + 1 && !self.is_named_at(next.start);
                            end = next.end;
                            free && verbs(self.word(next)).next().is_none()
                        })
                        .any(|next| is_human(self.word(&next)))
                };
                if let Some(name) = self
                    .name_from(word.start)
                    .filter(|name| free && !self.owns(name) && !held(name))
                {
                    return (name, Grade::Named);
                }
            }
            end = word.end;
        }
        // `Says the bartender | piously`, `Apple's instructions | for writing`
        while let Some(last) = self.words_before(end).next()
            && last.start > first.end
            && (is_adverb(self.word(&last)) || holds(TIES, self.word(&last)))
        {
            end = self.text[..last.start].trim_end().len();
        }
        (start..end, Grade::Described)
    }

    /// Whether a word that may be a verb is a plural: `complicated | questions with`, `a dozen young | voices.`
    fn is_noun(&self, word: &Range<usize>) -> bool {
        let behind = &self.text[word.end..];
        let next = self.words_from(word.end).next();
        let tied = next.is_none_or(|next| is_tie(self.word(&next)));
        let ends = behind.trim().is_empty() || behind.starts_with(['.', ',', ';', ':']);
        self.word(word).ends_with('s') && (tied || ends)
    }

    /// Whether an article or `his` begins the object of a verb that stands right before it.
    fn is_object(&self, article: &Range<usize>) -> bool {
        const BEFORE: &str = " all among behind between both half like of or out per via within ";
        let before = self.words_before(article.start).next();
        let before = before.map_or("", |before| self.word(&before));
        holds(ARTICLES, self.word(article))
            && before.starts_with(char::is_lowercase)
            && ![ENDS, TIES, BEFORE].iter().any(|list| holds(list, before))
    }
}

/// `the | following | passage`: what ends a description further on.
fn describes(word: &str) -> bool {
    matches!(word, "earlier" | "following" | "last" | "later")
}

fn number(word: &str) -> bool {
    matches!(
        word,
        "two" | "three" | "four" | "five" | "several" | "both" | "no" | "these" | "those"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_opens_a_sentence_is_no_name_before_a_noun() {
        for (text, subject) in [
            (
                "Preliminary reports suggested that",
                Some("Preliminary reports"),
            ),
            (
                "Outraged shoppers have hit out at",
                Some("Outraged shoppers"),
            ),
            (
                "Cricket clubs all over the world are",
                Some("Cricket clubs"),
            ),
            ("Marsh reports that", Some("Marsh")),
            ("Regardless of what Marsh said", None),
        ] {
            let found = Narration::new(text).after(0);
            assert_eq!(found.map(|(range, _)| &text[range]), subject, "{text}");
        }
    }

    #[test]
    fn a_description_ends_before_its_verb() {
        for (text, subject) in [
            (
                "A Yankee sergeant gave the following account:",
                "A Yankee sergeant",
            ),
            ("One reason may be the cost:", "One reason"),
            ("says a report highlighting the", "a report"),
            ("says the bartender piously:", "the bartender"),
            ("says a dozen young voices.", "a dozen young voices"),
            ("The following passage shows", "The following passage shows"),
        ] {
            let at = if text.starts_with("says") { 4 } else { 0 };
            let found = Narration::new(text).after(at);
            assert_eq!(
                found.map(|(range, _)| &text[range]),
                Some(subject),
                "{text}"
            );
        }
    }

    #[test]
    fn subjects_behind_a_verb() {
        for (text, subject, grade) in [
            (
                "said Maria Lopez, who has run it.",
                "Maria Lopez",
                Grade::Named,
            ),
            (
                "said the minister on Monday.",
                "the minister",
                Grade::Described,
            ),
            (
                "said a spokesman for the water board.",
                "a spokesman for the water board",
                Grade::Described,
            ),
            (
                "wrote his mother Natalya Sedov,",
                "Natalya Sedov",
                Grade::Named,
            ),
            (
                "said the union's secretary, Paul Okoro.",
                "Paul Okoro",
                Grade::Named,
            ),
            (
                "said defence minister Lena Roth.",
                "Lena Roth",
                Grade::Named,
            ),
            ("said she.", "she", Grade::Pronoun),
            ("said police.", "police", Grade::Described),
            ("said Trotsky's widow.", "Trotsky's widow", Grade::Described),
        ] {
            let found = Narration::new(text).after(text.find(' ').unwrap());
            assert_eq!(
                found.map(|(range, grade)| (&text[range], grade)),
                Some((subject, grade)),
                "{text}"
            );
        }
    }
}
