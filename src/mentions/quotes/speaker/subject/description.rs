//! Descriptions, read from their end: `the harbour master`, `well-meaning friends of Captain Heard`.

use std::ops::Range;

use super::candidate::is_clause;
use super::{BARE, LONGEST, Narration, SHORT, TIES, holds, is_tie};
use crate::mentions::quotes::attribution::{Grade, Subject};
use crate::mentions::quotes::cues::{is_body, is_human, words};
use crate::mentions::words::is_determiner;

/// Words that stand for people without a noun: `one said`, `others disagree`.
const INDEFINITE: &str = " all another anyone both each everybody everyone few many most neither nobody none one others \
    several some somebody someone ";

impl Narration<'_> {
    /// A description from its article to `end`, walking left from `last`, of somebody or something that may speak.
    pub(super) fn described_to(&self, last: &Range<usize>, end: usize) -> Option<Subject> {
        let (range, grade) = self.described_before(last, end)?;
        let described = self.word(&range);
        // `a nation that | says`
        let whole = [" that", " which"]
            .iter()
            .find_map(|relative| described.strip_suffix(relative));
        if let Some(whole) = whole {
            let speaks =
                words(whole).any(|word| is_human(&whole[word.clone()]) || is_body(&whole[word]));
            return speaks.then(|| (range.start..range.start + whole.len(), grade));
        }
        (!is_clause(described)).then_some((range, grade))
    }

    fn described_before(&self, last: &Range<usize>, end: usize) -> Option<Subject> {
        let mut start = last.start;
        let mut whole = None;
        for (number, word) in self.words_before(last.end).enumerate() {
            let gap = if number == 0 {
                " "
            } else {
                &self.text[word.end..start]
            };
            // `The old, tireless ferryman`
            let listed =
                || gap == ", " && matches!(&self.text[..word.start], "The " | "A " | "An ");
            // `one U.S. | official`
            let initial = || {
                matches!(gap, "." | ". ")
                    && word.len() == 1
                    && self.word(&word).starts_with(char::is_uppercase)
            };
            let parted = gap.chars().any(|c| !matches!(c, ' ' | '-')) && !listed() && !initial();
            if parted || number >= LONGEST {
                break;
            }
            let spelt = self.word(&word);
            // `thought the man was very rude`: a clause, nobody's name.
            if matches!(spelt, "is" | "was" | "were" | "are") {
                // `is known as | the source of the quotation`
                return whole.map(|start| (start..end, Grade::Described));
            }
            start = word.start;
            let owner = self
                .names
                .iter()
                .find(|name| self.owns(name) && name.end <= word.end && name.end > word.start);
            if let Some(owner) = owner {
                // `Smith's | claims`
                if number == 0 && word.end == end {
                    return None;
                }
                return Some((owner.start..end, Grade::Described));
            }
            let indefinite = holds(INDEFINITE, spelt);
            let begins = is_determiner(spelt) || indefinite;
            if begins && !spelt.eq_ignore_ascii_case("that") {
                let of = self.words_before(start).next();
                let goes_on = of.as_ref().is_some_and(|of| {
                    let tie = self.word(of);
                    self.text[of.end..start] == *" "
                        && (holds(TIES, tie)
                            || matches!(tie, "who" | "gave" | "consulted")
                            || self.is_told_by(of)
                            || tie == "as" && !self.opens_clause(of))
                });
                // `Orlik in his last circular | reminded`
                let teller = of.as_ref().filter(|of| goes_on && self.word(of) == "in");
                let teller = teller.and_then(|of| {
                    let name = self.names.iter().find(|name| name.end + 1 == of.start)?;
                    let free = self
                        .words_before(name.start)
                        .next()
                        .is_none_or(|word| !is_tie(self.word(&word)));
                    (free && possessive(spelt)).then(|| name.clone())
                });
                if let Some(teller) = teller {
                    return Some((teller, Grade::Named));
                }
                if goes_on {
                    whole = Some(start);
                } else {
                    // `the | claims`: nobody makes them.
                    let alone = !indefinite && start + spelt.len() == end;
                    return (!alone).then_some((start..end, Grade::Described));
                }
            }
        }
        // `Police | said`, `Union officials | said`: a clause may open without an article.
        let opens = self.text[..start].trim_end();
        let clause =
            opens.is_empty() || opens.ends_with([',', ';', ':', '.', '(', '—', '“', '"', '”']);
        let count = words(&self.text[start..end]).count();
        let described = &self.text[start..end];
        let titled = described.starts_with(char::is_uppercase) && described.contains(" of ");
        // `well-meaning friends of Captain Heard | advised`
        let before = self.words_before(last.start).next();
        let many = count <= 2 * SHORT
            && self.word(last) == "of"
            && before.is_some_and(|word| self.is_plural(&word));
        (clause && (titled || many || count <= SHORT && self.is_plural(last)))
            .then_some((start..end, Grade::Described))
    }

    /// `The driver | taking | the visitor to town`: what a participle tells of somebody.
    fn is_told_by(&self, participle: &Range<usize>) -> bool {
        let whom = self.words_before(participle.start).next();
        self.word(participle).ends_with("ing")
            && whom.is_some_and(|whom| {
                self.text[whom.end..participle.start] == *" " && is_human(self.word(&whom))
            })
    }

    pub(super) fn is_plural(&self, word: &Range<usize>) -> bool {
        let spelt = self.word(word);
        holds(BARE, spelt) || spelt.len() > 3 && spelt.ends_with('s') && !spelt.ends_with("ss")
    }
}

fn possessive(word: &str) -> bool {
    matches!(word, "his" | "her" | "their" | "its")
}
