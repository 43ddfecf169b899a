//! Whom a pronoun beside a quotation means.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::person::{People, acts};
use super::report;
use super::subject::Narration;
use super::telling::Telling;
use crate::document::BlockKind;
use crate::mentions::names::{sex_of_pronoun, whole_names};
use crate::mentions::quotes::attribution::{Grade, Subject};
use crate::mentions::quotes::cues::{self, shift};
use crate::mentions::who;

/// A pronoun's name is looked for in this many paragraphs.
const PARAGRAPHS: usize = 3;

/// And in so many where only a name that is surely a woman's or a man's will do.
const FAR: usize = 16;

/// In this many sentences of each.
const SENTENCES: usize = 8;

/// And in this many bytes of a sentence.
const REACH: usize = 600;

/// So many stretches are remembered: pronouns near each other look back over the same.
const REMEMBERED: usize = 1024;

/// The names that pronouns mean.
pub(super) struct Antecedents<'d> {
    people: People<'d>,
    telling: Telling<'d>,
    told: RefCell<HashMap<Range<usize>, Rc<Told>>>,
}

/// Whom a stretch of narration tells of. Ranges are bytes of the document's text.
struct Told {
    /// Who speaks in it.
    speaker: Option<Subject>,
    /// Its names.
    names: Vec<Range<usize>>,
    /// Those of people who act.
    actors: Vec<Range<usize>>,
}

impl Told {
    fn new(text: &str, within: &Range<usize>) -> Self {
        let narration = Narration::new(&text[within.clone()]);
        let speaker = report::speaker(&narration);
        Told {
            speaker: speaker.map(|(range, grade)| (shift(range, within.start), grade)),
            names: whole_names(text, within),
            actors: who::actors(text, within),
        }
    }
}

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
        let he = sex_of_pronoun(&spelt).is_some();
        // Who is surely somebody comes before who may be.
        let surely = he.then(|| self.in_reach(&spelt, true, from, since, &is_narrated));
        surely
            .flatten()
            .or_else(|| self.in_reach(&spelt, false, from, since, &is_narrated))
    }

    fn in_reach(
        &self,
        spelt: &str,
        surely: bool,
        from: usize,
        since: usize,
        is_narrated: &impl Fn(&Range<usize>) -> bool,
    ) -> Option<Range<usize>> {
        let document = self.people.document();
        let text = document.text();
        let mut sentence = document.sentence_at(from);
        let mut until = from;
        let reach = if sex_of_pronoun(spelt).is_some() {
            FAR
        } else {
            PARAGRAPHS
        };
        for number in 0..reach {
            let block = document.block_at(until)?;
            let heading = block.kind == BlockKind::Heading;
            let known = heading || number >= PARAGRAPHS;
            let found = self.of_paragraph(spelt, surely, sentence, until, since, is_narrated);
            if let Some(name) = found.filter(|name| !known || self.people.sex(name).is_some()) {
                return Some(name);
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
    /// first name there that can act, else one to whom something belongs: `Mr. Amundsen's firm`.
    fn of_paragraph(
        &self,
        pronoun: &str,
        surely: bool,
        mut sentence: Range<usize>,
        mut until: usize,
        since: usize,
        is_narrated: &impl Fn(&Range<usize>) -> bool,
    ) -> Option<Range<usize>> {
        let text = self.people.text();
        let sure = |name: &Range<usize>| !surely || self.people.is_somebody(name);
        let speaks =
            |name: &Range<usize>| is_narrated(name) && sure(name) && self.speaks(pronoun, name);
        let fits = |name: &Range<usize>| speaks(name) && self.is_name(name);
        // Who is surely somebody, or opens the sentence, or acts, or is named in the sentence before.
        let heads = |name: &Range<usize>, number: usize| {
            number <= 1
                || self.people.sex(name).is_some()
                || acts(&text[name.end..])
                || text[name.end..].starts_with(", ")
                || text[..name.start].ends_with('\n')
                || text[..name.start]
                    .trim_end()
                    .ends_with(['.', '!', '?', '”', '"'])
        };
        let known = |name: &Range<usize>| fits(name) && self.people.is_known(name);
        let (mut loose, mut owner) = (None, None);
        for number in 0..SENTENCES {
            if sentence.start < since {
                break;
            }
            let near = text.ceil_char_boundary(until.saturating_sub(REACH));
            let within = sentence.start.min(until).max(near)..until;
            let told = self.told(&within);
            // `She was married to an actor called Orlik, but | she` means whom the first `she` does.
            // but not in `They said he was tired, but Ann Bell | hit out`.
            let first = chain(text, &within, pronoun).filter(|he| is_narrated(he));
            let acting = |he: &Range<usize>| {
                let mut behind = told.actors.iter().filter(|name| name.start > he.end);
                behind.any(|name| acts(&text[name.end..]) && fits(name))
            };
            let mut end = first.filter(|he| !acting(he)).map_or(until, |he| he.start);
            match &told.speaker {
                Some((name, Grade::Named)) if name.end <= end && speaks(name) => {
                    return Some(name.clone());
                }
                // `He says the Navy cannot answer for that.`: whom he means stands before.
                Some((he, Grade::Pronoun)) if text[he.clone()].eq_ignore_ascii_case(pronoun) => {
                    end = he.start;
                }
                _ => {}
            }
            let actors = told.actors.iter().filter(|name| name.end <= end);
            let mut clear = actors.clone().filter(|name| known(name));
            if let Some(name) = clear.clone().find(|name| heads(name, number)) {
                return Some(name.clone());
            }
            let first = clear
                .next()
                .or_else(|| actors.clone().find(|name| fits(name)));
            loose = loose.or_else(|| first.cloned());
            // `Mr. Amundsen's firm`, and `Spooner's` of a man who is known.
            let owns = |name: &Range<usize>| {
                let known = text[name.clone()].contains(' ') || self.people.is_known(name);
                let owner = who::is_owner(&text[name.end..]) && self.people.is_person(name);
                known && fits(name) || owner && speaks(name)
            };
            let mut names = told.names.iter().filter(|name| name.end <= end);
            owner = owner.or_else(|| names.find(|name| owns(name)).cloned());
            // `When I told it to Ann Bell, in her kitchen, | she laughed`
            let to = |name: &&Range<usize>| text[..name.start].ends_with(" to ");
            let mut told_to = told.names.iter().filter(|name| name.end <= end).filter(to);
            if let Some(name) = told_to.rfind(|name| number == 0 && known(name)) {
                return Some(name.clone());
            }
            let Some(before) = who::sentence_before(self.people.document(), &sentence) else {
                break;
            };
            (sentence, until) = (before.clone(), before.end);
        }
        // `Palfrey's account of the planters of Attakapas`
        let known = |name: &Range<usize>| self.people.is_known(name);
        match loose {
            Some(name) if known(&name) || !owner.as_ref().is_some_and(known) => Some(name),
            _ => owner,
        }
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

    /// Two words with capitals are a name; one is, if it has its capital inside a sentence too, or acts.
    fn is_name(&self, name: &Range<usize>) -> bool {
        let text = self.people.text();
        let words = &text[name.clone()];
        words.contains(' ') || self.people.is_inside(words) || acts(&text[name.end..])
    }
}

/// Where a sentence has the same pronoun as its subject, nobody behind it is meant; but `When he came, Orlik laughed.`
fn chain(text: &str, sentence: &Range<usize>, pronoun: &str) -> Option<Range<usize>> {
    const OPENINGS: [&str; 9] = [
        "After", "Although", "As", "Before", "If", "Once", "Though", "When", "While",
    ];
    sex_of_pronoun(pronoun)?;
    let words = &text[sentence.clone()];
    let he = cues::words(words).find(|word| words[word.clone()].eq_ignore_ascii_case(pronoun))?;
    let opening = words.trim_start();
    let adverbial = OPENINGS.iter().any(|word| opening.starts_with(word));
    (!adverbial).then(|| shift(he, sentence.start))
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
                "Reverend Hugh Marl",
            ),
            (
                "Secretary of State Colin Rudd says it is time for Mr Haddad to go. \"He has had \
                 his turn,\" he said.",
                "State Colin Rudd",
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
