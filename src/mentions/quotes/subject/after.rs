//! The subject that follows a verb: `said Maria Lopez, who …`.

use std::ops::Range;

use super::super::attribution::{Grade, Subject};
use super::super::cues::{is_human, verbs};
use super::candidate::is_account;
use super::{BARE, LONGEST, Narration, SHORT, holds};
use crate::mentions::words::{is_determiner, is_pronoun};

/// Words that end a description behind a verb: `said the minister | when he left`.
const ENDS: &str = " about after again and as at because before but during during earlier following how if in into \
    last later on recently since that this through to today tomorrow under until what when where whether which \
    while who whose why with without yesterday adding over not than by now is are was were has had have did does \
    can could will would ";

/// Articles of other languages, behind a verb: `rief der Fährmann`.
const ARTICLES: &str = " das der die ein eine el il la le les los un una une ";

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
            return Some(if self.owns(&name) {
                self.described_after(first)
            } else {
                (self.behind_office(&name).unwrap_or(name), Grade::Named)
            });
        }
        // `wrote user jayk1984`
        let account = self
            .words_from(first.end)
            .next()
            .filter(|next| next.start == first.end + 1 && is_account(self.word(next)));
        if let Some(account) = account.filter(|_| spelt.starts_with(char::is_lowercase)) {
            return Some((account, Grade::Named));
        }
        let speaks =
            is_determiner(spelt) || holds(BARE, spelt) || holds(ARTICLES, spelt) || number(spelt);
        let found = self.described_after(first);
        // `said defence minister Lena Roth`: without an article only a name makes it a subject.
        (speaks || found.1 == Grade::Named).then_some(found)
    }

    /// `Jane Roe` of `Team captain Jane Roe`, `Westpac chief economist Jane Roe`.
    fn behind_office(&self, name: &Range<usize>) -> Option<Range<usize>> {
        const LONGEST: usize = 3;
        let mut words = self.words_from(name.end).take(LONGEST);
        // `accused` is a verb before a name.
        let office = words.find(|word| {
            let word = self.word(word);
            is_human(word) && verbs(word).next().is_none()
        })?;
        let between = &self.text[name.end..office.end];
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
                let acts = number > 1 && verbs(self.word(&word)).next().is_some();
                if acts || holds(ENDS, self.word(&word)) {
                    break;
                }
                let of = self.words_before(word.start).next();
                let free =
                    of.is_none_or(|of| !matches!(self.word(&of), "of" | "for" | "from" | "the"));
                // `said a GPU | agent`, `said a Greek | government official`
                let held = |name: &Range<usize>| {
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
        (start..end, Grade::Described)
    }
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
