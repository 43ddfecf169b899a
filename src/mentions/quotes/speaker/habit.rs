//! Texts that let a paragraph of speech stand behind one about who speaks, again and again, as papers do:
//! `Ines Roth runs the ward.`, `“It has been a hard winter.”`

use std::collections::HashSet;

use super::antecedent::Antecedents;
use super::search::Search;
use crate::document::Document;
use crate::mentions::quotes::attribution::{Attribution, Grade, How};
use crate::mentions::quotes::{Class, Quotation};
use crate::mentions::who;

/// Paragraphs of speech without a tag that are a text's habit: a draft forgets one tag, or two.
const HABIT: usize = 3;

/// So many of them stand behind a paragraph about somebody who is quoted elsewhere, too.
const KNOWN: usize = 2;

/// Sentences of the paragraph above that are looked back through for somebody.
const SENTENCES: usize = 3;

/// Gives such paragraphs their speaker, where they are a text's habit.
pub(super) fn share<'d>(
    antecedents: &Antecedents<'d>,
    document: &Document<'d>,
    quotations: &mut [Quotation],
) {
    let stands_bare = |&number: &usize| {
        let (earlier, rest) = quotations.split_at(number);
        let search = Search::new(antecedents, document, earlier, rest);
        search.prose_above().is_some()
    };
    let portrayed = (0..quotations.len())
        .filter(|&number| {
            let how = quotations[number].attribution.how;
            matches!(how, Some(How::Text | How::Beside)) && stands_bare(&number)
        })
        .count();
    let untold = (0..quotations.len()).filter(|&number| is_untold(&quotations[number]));
    let bare: Vec<_> = untold.filter(stands_bare).collect();
    if bare.is_empty() || bare.len() + portrayed < HABIT {
        return;
    }
    let told: Vec<_> = bare
        .iter()
        .map(|&number| {
            let (earlier, rest) = quotations.split_at(number);
            Search::new(antecedents, document, earlier, rest).told_above()
        })
        .collect();
    let people = antecedents.people();
    let named =
        |attribution: &Attribution| attribution.name.as_ref().map(|name| people.surname(name));
    let voices: HashSet<_> = quotations
        .iter()
        .filter_map(|quotation| named(&quotation.attribution))
        .collect();
    let known = told.iter().flatten().filter_map(named);
    if portrayed + known.filter(|name| voices.contains(name)).count() < KNOWN {
        return;
    }
    for (number, told) in bare.into_iter().zip(told) {
        let (earlier, rest) = quotations.split_at(number);
        let search = Search::new(antecedents, document, earlier, rest);
        // `Orlik went down to talk to him.`, `“You will get no word out of him.”`: somebody else speaks.
        let found = told.or_else(|| search.last_voice());
        let Some(found) = found.filter(|_| !search.says_you()) else {
            continue;
        };
        quotations[number].attribution = Attribution {
            how: Some(How::Text),
            ..found
        };
    }
}

/// Whether somebody is quoted and nothing tells who.
pub(super) fn is_untold(quotation: &Quotation) -> bool {
    quotation.class == Class::Direct
        && quotation.depth == 0
        && quotation.attribution.grade == Grade::None
}

impl Search<'_, '_> {
    /// Whom the end of the paragraph above tells of, or who speaks in it.
    fn told_above(&self) -> Option<Attribution> {
        let above = self.prose_above()?;
        let mut sentence = self.document.sentence_at(above.end - 1);
        for _ in 0..SENTENCES {
            if sentence.start < above.start {
                return None;
            }
            if self.is_quoted_from(sentence.start) {
                return self.last_voice();
            }
            if let Some(found) = self.told_in(&sentence) {
                return Some(self.with_name(found));
            }
            sentence = who::sentence_before(self.document, &sentence)?;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::mentions::quotes::speakers;

    const PORTRAIT: &str = "“The ice is not what it was,” Ines Roth says.\n\n\
        Roth grew up on the island and took over the ferry at nineteen.\n\n\
        “There was no bridge then, and nobody missed it.”\n\n\
        The first winters were hard. Roth had a bed built into the boat, right beside the engine, and stayed there from December until the thaw in March.\n\n\
        “A cabin costs nothing to heat with two dogs.”\n\n";

    #[test]
    fn a_text_may_let_speech_stand_behind_a_paragraph_about_the_speaker() {
        let text = format!(
            "{PORTRAIT}Two of the old boats are for sale this year.\n\n“They will go for scrap.”"
        );
        let whole = Some("Ines Roth".to_owned());
        assert_eq!(speakers(&text), [&whole; 4].map(Clone::clone));
    }

    #[test]
    fn twice_is_no_habit() {
        assert_eq!(speakers(PORTRAIT)[1..], [None, None]);
    }
}
