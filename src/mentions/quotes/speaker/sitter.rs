//! Portraits of one person: words that stand bare behind a sentence about the only voice of a text are theirs:
//! `Felipe came to the board by the lock.`, `“We had no keeper then.”`

use std::collections::HashMap;
use std::ops::Range;

use super::antecedent::Antecedents;
use super::habit::is_untold;
use super::search::Search;
use crate::document::Document;
use crate::mentions::names::sex_of_pronoun;
use crate::mentions::quotes::attribution::{Attribution, Grade, How};
use crate::mentions::quotes::cues;
use crate::mentions::quotes::{Class, Quotation};
use crate::mentions::who;

/// Quotations of one person, at least, in a portrait; three of five are theirs.
const VOICE: usize = 6;

/// Gives bare sentences to the one whom a text portrays, where the sentence before is about them.
pub(super) fn share<'d>(
    antecedents: &Antecedents<'d>,
    document: &Document<'d>,
    quotations: &mut [Quotation],
) {
    let Some(sitter) = sitter(antecedents, quotations) else {
        return;
    };
    for number in 0..quotations.len() {
        if !is_untold(&quotations[number]) {
            continue;
        }
        let (earlier, rest) = quotations.split_at(number);
        let search = Search::new(antecedents, document, earlier, rest);
        if search.stands_behind(&sitter) {
            quotations[number].attribution = Attribution {
                how: Some(How::Text),
                ..Attribution::to((sitter.clone(), Grade::Named), None)
            };
        }
    }
}

/// The one who says most of what a text quotes with a speaker.
fn sitter(antecedents: &Antecedents, quotations: &[Quotation]) -> Option<Range<usize>> {
    let people = antecedents.people();
    let told = quotations.iter().filter(|one| {
        one.class == Class::Direct && one.depth == 0 && one.attribution.grade < Grade::Citation
    });
    let mut voices: HashMap<&str, (usize, &Range<usize>)> = HashMap::new();
    let mut all = 0;
    for quotation in told {
        all += 1;
        if let Some(name) = &quotation.attribution.name {
            voices.entry(people.surname(name)).or_insert((0, name)).0 += 1;
        }
    }
    let (count, name) = voices
        .into_values()
        .max_by_key(|(count, name)| (*count, name.end))?;
    (count >= VOICE && 5 * count >= 3 * all).then(|| name.clone())
}

impl Search<'_, '_> {
    /// Whether whole sentences stand behind one that tells of somebody, and of nobody else.
    fn stands_behind(&self, sitter: &Range<usize>) -> bool {
        let sentence = self.document.sentence_at(self.range.start);
        let before = if self.range.start == self.block.start {
            self.prose_above().map(|above| self.last_of(&above))
        } else {
            who::sentence_before(self.document, &sentence)
                .filter(|_| sentence.start == self.range.start)
        };
        let Some(before) = before.filter(|_| !self.opens_small() && !self.says_you()) else {
            return false;
        };
        let near = self.near(before);
        let people = self.antecedents.people();
        let named = who::people(self.text, &near);
        let mut named = named.iter().filter(|name| people.is_known_person(name));
        let own = |name: &Range<usize>| people.surname(name) == people.surname(sitter);
        match named.next() {
            Some(first) => own(first) && named.all(own),
            None => cues::words(&self.text[near.clone()])
                .any(|word| sex_of_pronoun(&self.text[near.clone()][word]).is_some()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mentions::quotes::last_speaker;

    const PORTRAIT: &str = "“It leaks,” said Ines Roth. “It always has.”\n\n\
        “I row at six,” she said. “I am back by nine.”\n\n\
        “The board knows it,” said Roth. “It has my letter.”\n\n";

    #[test]
    fn what_stands_behind_a_sentence_about_the_one_voice_of_a_text_is_theirs() {
        let text = format!(
            "{PORTRAIT}At the lock she came into contact with the guild. “We had no keeper then.”"
        );
        assert_eq!(last_speaker(&text).as_deref(), Some("Ines Roth"));
    }

    #[test]
    fn behind_a_sentence_about_nobody_it_is_not() {
        let text = format!("{PORTRAIT}The guild keeps the lock. “We had no keeper then.”");
        assert_eq!(last_speaker(&text), None);
    }
}
