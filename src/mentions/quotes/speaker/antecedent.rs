//! Whom a pronoun beside a quotation means.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::{ControlFlow, Range};
use std::rc::Rc;

use super::person::{People, acts};
use super::telling::Telling;
use super::told::{self, Told};
use crate::document::BlockKind;
use crate::mentions::names::sex_of_pronoun;
use crate::mentions::quotes::attribution::Grade;
use crate::mentions::who;

/// A pronoun's name is looked for in this many paragraphs.
const PARAGRAPHS: usize = 3;

/// And in so many where only a name that is surely a woman's or a man's will do.
const FAR: usize = 6;

/// In this many sentences of each, and bytes of a sentence.
const SENTENCES: usize = 8;
const REACH: usize = 600;

/// So many stretches are remembered: pronouns near each other look back over the same.
const REMEMBERED: usize = 1024;

/// The names that pronouns mean.
pub(super) struct Antecedents<'d> {
    people: People<'d>,
    telling: Telling<'d>,
    told: RefCell<HashMap<Range<usize>, Rc<Told>>>,
}

/// Names of a paragraph that may do, where no better one is found: of who acts, and of who owns something or is met.
#[derive(Default)]
struct Kept {
    loose: Option<Range<usize>>,
    owner: Option<Range<usize>>,
}

/// The name that a pronoun means, or that it means somebody without one; as long as that is open, the search goes on.
type Found = ControlFlow<Option<Range<usize>>>;

impl<'d> Antecedents<'d> {
    pub(super) fn new(people: People<'d>, telling: Telling<'d>) -> Self {
        Antecedents {
            people,
            telling,
            told: RefCell::default(),
        }
    }

    fn told(&self, within: &Range<usize>) -> Rc<Told> {
        let mut told = self.told.borrow_mut();
        if let Some(known) = told.get(within) {
            return Rc::clone(known);
        }
        if told.len() >= REMEMBERED {
            told.clear();
        }
        let new = Rc::new(Told::new(self.people.text(), within));
        told.insert(within.clone(), Rc::clone(&new));
        new
    }

    pub(super) fn telling(&self) -> &Telling<'d> {
        &self.telling
    }

    pub(super) fn people(&self) -> &People<'d> {
        &self.people
    }

    /// Whom a pronoun means: somebody of the paragraph before `from`, else of those before it. Nothing that
    /// begins before `since` counts; `is_narrated` tells which places are outside quotations.
    pub(super) fn of(
        &self,
        pronoun: &Range<usize>,
        from: usize,
        since: usize,
        is_narrated: impl Fn(&Range<usize>) -> bool,
    ) -> Option<Range<usize>> {
        let spelt = means_somebody(&self.people.text()[pronoun.clone()])?;
        let document = self.people.document();
        let text = document.text();
        let mut sentence = document.sentence_at(from);
        let mut until = from;
        let one = sex_of_pronoun(&spelt).is_some();
        let reach = if one { FAR } else { PARAGRAPHS };
        for number in 0..reach {
            let block = document.block_at(until)?;
            let known = block.kind == BlockKind::Heading || number >= PARAGRAPHS;
            if let Found::Break(found) =
                self.of_paragraph(&spelt, sentence, until, since, &is_narrated)
            {
                let found = found?;
                if !known || self.people.sex(&found).is_some() {
                    return Some(found);
                }
            }
            until = text[..block.range.start].trim_end().len();
            // Whom a block quotation names, its author tells of.
            while let Some(quoted) = until
                .checked_sub(1)
                .and_then(|end| document.block_at(end))
                .filter(|block| block.kind == BlockKind::Quote)
            {
                until = text[..quoted.range.start].trim_end().len();
            }
            sentence = document.sentence_at(until.checked_sub(1).filter(|&end| end >= since)?);
        }
        None
    }

    /// Who speaks in the sentence that ends at `until` or in those before it in the paragraph, else the
    /// first name there that can act, else one to whom something belongs: `Mr. Amundsen's firm`. `It` and `they` mean
    /// nobody but who speaks.
    fn of_paragraph(
        &self,
        pronoun: &str,
        mut sentence: Range<usize>,
        mut until: usize,
        since: usize,
        is_narrated: &impl Fn(&Range<usize>) -> bool,
    ) -> Found {
        let text = self.people.text();
        let one = sex_of_pronoun(pronoun).is_some();
        let fits = |name: &Range<usize>| {
            is_narrated(name) && self.speaks(pronoun, name) && self.people.is_shown(name)
        };
        let mut kept = Kept::default();
        for number in 0..SENTENCES {
            if sentence.start < since {
                break;
            }
            let near = text.ceil_char_boundary(until.saturating_sub(REACH));
            let within = sentence.start.min(until).max(near)..until;
            let told = self.told(&within);
            let acting = |name: &Range<usize>| acts(&text[name.end..]) && fits(name);
            let first = told
                .first(text, pronoun)
                .filter(|he| one && is_narrated(he));
            let first = first.filter(|he| {
                !told
                    .actors
                    .iter()
                    .any(|name| name.start > he.end && acting(name))
            });
            let mut end = first.map_or(until, |he| he.start);
            let speaker = told.speaker.as_ref();
            match speaker.filter(|(speaker, _)| speaker.end <= end && is_narrated(speaker)) {
                Some((name, Grade::Named)) if self.speaks(pronoun, name) => {
                    return Found::Break(Some(name.clone()));
                }
                // `He says the Navy cannot answer for that.`: whom he means stands before.
                Some((he, Grade::Pronoun)) if text[he.clone()].eq_ignore_ascii_case(pronoun) => {
                    end = he.start;
                }
                Some(_) if !one => return Found::Break(None),
                _ => {}
            }
            // `Of another colleague, Orlik, | he wrote`, `The plan of Orlik, | he said`: whom he tells of is not he.
            let told_of = text[within.start..end].trim_end().ends_with(',');
            if one && (number > 0 || told.adverbial || !told_of) {
                let within = |name: &Range<usize>| name.end <= end && fits(name);
                if let Some(name) = self.named(&told, number, within, &mut kept) {
                    return Found::Break(Some(name));
                }
            }
            let Some(before) = who::sentence_before(self.people.document(), &sentence) else {
                break;
            };
            (sentence, until) = (before.clone(), before.end);
        }
        // `Palfrey's account of the planters of Attakapas`
        let known = |name: &Range<usize>| self.people.is_known(name);
        let found = match kept.loose {
            Some(name) if known(&name) || !kept.owner.as_ref().is_some_and(known) => Some(name),
            _ => kept.owner,
        };
        found.map_or(Found::Continue(()), |name| Found::Break(Some(name)))
    }

    /// The first of somebody known in a sentence so many before; else what may do is kept.
    fn named(
        &self,
        told: &Told,
        number: usize,
        fits: impl Fn(&Range<usize>) -> bool,
        kept: &mut Kept,
    ) -> Option<Range<usize>> {
        let text = self.people.text();
        // Who is surely somebody, or opens the sentence, or acts, or is named in the sentence before.
        let heads = |name: &Range<usize>| {
            number <= 1
                || self.people.sex(name).is_some()
                || acts(&text[name.end..])
                || text[name.end..].starts_with(", ")
                || self.people.opens_sentence(name)
        };
        let known = |name: &Range<usize>| self.people.is_known(name);
        let actors: Vec<_> = told.actors.iter().filter(|name| fits(name)).collect();
        let mut clear = actors.iter().copied().filter(|name| known(name));
        if let Some(name) = clear.clone().find(|name| heads(name)) {
            return Some(name.clone());
        }
        let first = clear.next().or(actors.first().copied());
        kept.loose = kept.loose.take().or_else(|| first.cloned());
        if kept.owner.is_none() {
            // `Mr. Amundsen's firm`, `next to Ann Bell`
            let mut names = told.names.iter().filter(|name| fits(name));
            let owner = names.find(|name| known(name) || told::is_owner(&text[name.end..]));
            kept.owner = owner.cloned();
        }
        None
    }

    /// Whether the subject of a verb of saying may be what a pronoun means.
    fn speaks(&self, pronoun: &str, name: &Range<usize>) -> bool {
        let one = sex_of_pronoun(pronoun).is_some();
        let people = &self.people;
        let person = !one || people.is_own_name(name) && !people.is_before_turn(name);
        person && self.agrees(pronoun, name)
    }

    /// Whether a pronoun may mean whom a name is known to be of: an office is somebody too.
    pub(super) fn may_mean(&self, pronoun: &str, name: &Range<usize>) -> bool {
        let one = sex_of_pronoun(pronoun).is_some();
        let person = !one || self.people.is_person(name) && !self.people.is_thing(name);
        person && self.agrees(pronoun, name)
    }

    /// Whether a pronoun and a name are of one sex, as far as that is known of the name.
    fn agrees(&self, pronoun: &str, name: &Range<usize>) -> bool {
        let known = self.people.sex(name);
        match sex_of_pronoun(pronoun) {
            Some(sex) => known.is_none_or(|known| known == sex),
            None => known.is_none(),
        }
    }
}

/// The pronoun in small letters, where it means somebody of the text: `I` is the author, and `you` whoever reads.
fn means_somebody(pronoun: &str) -> Option<String> {
    let spelt = pronoun.to_lowercase();
    matches!(spelt.as_str(), "he" | "she" | "they" | "it").then_some(spelt)
}

#[cfg(test)]
mod tests {
    use crate::SourceFile;
    use crate::document::{Document, GivenDates};
    use crate::mentions::quotes;

    /// The name of the speaker of the last quotation.
    fn name(text: &str) -> Option<String> {
        let source = SourceFile::new("a.txt", text);
        let document = Document::new(&source, GivenDates::default());
        let found = quotes::extract(&document);
        let name = found.quotations.last()?.attribution.name.clone()?;
        Some(document.text()[name].to_owned())
    }

    #[test]
    fn a_pronoun_means_who_spoke_last() {
        for (text, speaker) in [
            (
                "But the Bureau of Tides' Oona Field says the rain has stopped. \"It is dry,\" she said.",
                "Oona Field",
            ),
            (
                "The Roads Minister, Ilse Brandt, says the Navy will pay. \"It is their road,\" she said.",
                "Ilse Brandt",
            ),
            (
                "Owen Pryce says he will not strike. He says the Miners Union cannot answer for all \
                 of them. \"I have a roof to mend,\" he said.",
                "Owen Pryce",
            ),
            (
                "\"It was wet,\" Ann Sorel said. The Reverend Hugh Marl, a member of the Choral \
                 Society, says it was not. \"I was there,\" he said.",
                "Hugh Marl",
            ),
            (
                "Secretary of State Colin Rudd says it is time for Mr Haddad to go. \"He has had \
                 his turn,\" he said.",
                "Colin Rudd",
            ),
            (
                "Premier Lena Voss left. Ms Voss says she was not told. \"I read it,\" she said.",
                "Lena Voss",
            ),
            (
                "Lena Voss of Harrow said the dam would hold.\n\n\"It has held since my mother's \
                 time,\" she told the Gazette.",
                "Lena Voss",
            ),
            (
                "\"It rained,\" she said. Owen Pryce left early. \"I had no coat,\" he said.",
                "Owen Pryce",
            ),
            (
                "Ann Bell runs the kiosk in Little Harwich with Tom Rudd. It faces the Harbour \
                 Office. \"Nobody else wanted it,\" she said.",
                "Ann Bell",
            ),
            (
                "Mrs Lindqvist said the Greek people were tired. However, she said they had \
                 \"paid for every stone of it\".",
                "Mrs Lindqvist",
            ),
            (
                "Tom Rudd came first.\n\nThe lift is of 1911.\n\nIts rope is new.\n\nIts bell is \
                 not.\n\nNobody has oiled it.\n\n\"It has a will of its own,\" he said.",
                "Tom Rudd",
            ),
            (
                "\"I never meant to stay,\" she said.\n\nAnn Bell, 44, has run the kiosk since May.",
                "Ann Bell",
            ),
            (
                "Ann Bell asked for a boat. Tom Rudd had one.\n\n\"It is not for hire,\" he said. She \
                 smiled. \"Then sell it to me,\" she said.",
                "Ann Bell",
            ),
        ] {
            assert_eq!(name(text).as_deref(), Some(speaker), "{text}");
        }
    }

    #[test]
    fn who_stands_nearer_is_told_of_and_does_not_tell() {
        for (text, speaker) in [
            (
                "Paul Lund kept every letter. Of another miller, Tom Rudd, he wrote: \"The best of them \
                 are his.\"",
                "Paul Lund",
            ),
            (
                "Tom Rudd was tired, Lund said. They asked why he was, but Owen Pryce hit out at \
                 them. \"Leave him in peace,\" he said.",
                "Owen Pryce",
            ),
            (
                "Owen Pryce from the freight desk of Lund Marsh Lambert said the roads were bad. He \
                 spoke of the dam. \"It will not hold,\" he added.",
                "Owen Pryce",
            ),
            (
                "Rosa Quist found the boat. New Harwich Prime Minister Ann Bell says she is sorry. \
                 \"We have lost a friend,\" she said.",
                "Ann Bell",
            ),
            (
                "Owen Pryce left. One bystander, Ivo Malek, said he had seen it. \"It came from the \
                 left,\" he said.",
                "Ivo Malek",
            ),
            (
                "In the year of the anti-Marsh drive Ivo Malek left the bench. \"I had seen enough,\" \
                 he said.",
                "Ivo Malek",
            ),
            (
                "The Harwich Board warned of a flood.\n\n\"Nobody should cross,\" it said.",
                "Harwich Board",
            ),
        ] {
            assert_eq!(name(text).as_deref(), Some(speaker), "{text}");
        }
    }

    #[test]
    fn places_things_and_crowds_are_not_whom_a_pronoun_means() {
        for text in [
            "We had a table at Harwell's.\n\n\"It is shut,\" he said.",
            "It was a boost of Redstone size. The chart is on the wall. \"I am tired,\" she says.",
            "The pier is in the town of Little Harwich. Its keepers met. \"We are tired,\" they said.",
            "Ann Bell spoke first. The report came late. It says: \"Nobody was there.\"",
            "The court heard Tom Rudd. \"I asked him and he said, 'go away', so I went,\" Mr Rudd said.",
        ] {
            assert_eq!(name(text), None, "{text}");
        }
    }

    #[test]
    fn a_pronoun_means_nobody_where_somebody_else_has_come_in() {
        for text in [
            "Tom Rudd went home.\n\nA tall boy in a cap came up to the kiosk. \"It is shut,\" he said.",
            "Ann Bell went home. The pier is in Saudi Arabia. \"It is shut,\" he said.",
            "Ann Bell went home. Rosa Quist stayed. \"It is shut,\" I said.",
        ] {
            assert_eq!(name(text), None, "{text}");
        }
    }
}
