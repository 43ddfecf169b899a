//! Whom a pronoun beside a quotation means.

use std::ops::Range;

use super::attribution::Grade;
use super::cues::shift;
use super::handover;
use super::person::People;
use super::subject::Narration;
use super::telling::Telling;
use crate::document::BlockKind;
use crate::mentions::names::whole_names;
use crate::mentions::who;

/// A pronoun's name is looked for in this many paragraphs.
const PARAGRAPHS: usize = 3;

/// In this many sentences of each.
const SENTENCES: usize = 8;

/// And in this many bytes of a sentence.
const REACH: usize = 600;

/// The names that pronouns mean.
pub(super) struct Antecedents<'d> {
    people: People<'d>,
    telling: Telling,
}

impl<'d> Antecedents<'d> {
    pub(super) fn new(people: People<'d>, telling: Telling) -> Self {
        Antecedents { people, telling }
    }

    pub(super) fn telling(&self) -> &Telling {
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
        let document = self.people.document();
        let text = document.text();
        let spelt = means_somebody(&text[pronoun.clone()])?;
        let mut sentence = document.sentence_at(from);
        let mut until = from;
        for _ in 0..PARAGRAPHS {
            if let Some(name) = self.of_paragraph(&spelt, sentence, until, since, &is_narrated) {
                return Some(name);
            }
            let block = document.block_at(until)?.range.start;
            until = text[..block].trim_end().len();
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
        mut sentence: Range<usize>,
        mut until: usize,
        since: usize,
        is_narrated: &impl Fn(&Range<usize>) -> bool,
    ) -> Option<Range<usize>> {
        let text = self.people.text();
        let fits = |name: &Range<usize>| is_narrated(name) && self.suits(pronoun, name);
        let clear = |name: &Range<usize>| fits(name) && self.people.is_known(name);
        let (mut loose, mut owner) = (None, None);
        for _ in 0..SENTENCES {
            if sentence.start < since {
                break;
            }
            let near = text.ceil_char_boundary(until.saturating_sub(REACH));
            let mut within = sentence.start.min(until).max(near)..until;
            let narration = Narration::new(&text[within.clone()]);
            let speaker = handover::speaker(&narration);
            let speaker = speaker.map(|(range, grade)| (shift(range, within.start), grade));
            match speaker {
                Some((name, Grade::Named)) if is_narrated(&name) && self.speaks(pronoun, &name) => {
                    return Some(name);
                }
                // `He says the Navy cannot answer for that.`: whom he means stands before.
                Some((he, Grade::Pronoun)) if text[he.clone()].eq_ignore_ascii_case(pronoun) => {
                    within.end = he.start;
                }
                _ => {}
            }
            let actors = who::actors(text, &within);
            if let Some(name) = actors.iter().find(|name| clear(name)) {
                return Some(name.clone());
            }
            loose = loose.or_else(|| actors.into_iter().find(fits));
            // `Mr. Amundsen's firm`, and `Spooner's` of a man who is known.
            let owns = |name: &Range<usize>| {
                let known = text[name.clone()].contains(' ') || self.people.is_known(name);
                let owner = who::is_owner(&text[name.end..]) && self.people.is_person(name);
                known && fits(name) || owner && is_narrated(name) && self.speaks(pronoun, name)
            };
            owner = owner.or_else(|| whole_names(text, &within).into_iter().find(owns));
            let Some(before) = who::sentence_before(self.people.document(), &sentence) else {
                break;
            };
            (sentence, until) = (before.clone(), before.end);
        }
        loose.or(owner)
    }

    /// Whether a name may be what a pronoun means.
    fn suits(&self, pronoun: &str, name: &Range<usize>) -> bool {
        self.is_name(name) && self.speaks(pronoun, name)
    }

    /// Whether the subject of a verb of saying may be what a pronoun means.
    fn speaks(&self, pronoun: &str, name: &Range<usize>) -> bool {
        let person = !matches!(pronoun, "he" | "she") || self.people.is_own_name(name);
        person && suits(pronoun, &self.people.text()[name.clone()])
    }

    /// Two words with capitals are a name; one is, if it has its capital inside a sentence too, or acts.
    fn is_name(&self, name: &Range<usize>) -> bool {
        let text = self.people.text();
        let words = &text[name.clone()];
        words.contains(' ') || self.people.is_inside(words) || acts(&text[name.end..])
    }
}

/// The pronoun in small letters, where it means somebody of the text: `I` is the author, and `you` whoever reads.
fn means_somebody(pronoun: &str) -> Option<String> {
    let spelt = pronoun.to_lowercase();
    matches!(spelt.as_str(), "he" | "she" | "they" | "it").then_some(spelt)
}

/// Whether a verb of the past stands right behind a word.
fn acts(behind: &str) -> bool {
    const VERBS: [&str; 14] = [
        "came", "did", "had", "has", "is", "left", "made", "met", "sat", "stood", "took", "was",
        "went", "wrote",
    ];
    let Some(rest) = behind.strip_prefix(' ') else {
        return false;
    };
    let verb = rest
        .split(|c: char| !c.is_lowercase())
        .next()
        .unwrap_or_default();
    verb.len() > 3 && verb.ends_with("ed") || VERBS.contains(&verb)
}

/// Whether a title before the name allows the pronoun.
fn suits(pronoun: &str, name: &str) -> bool {
    let title = name.split([' ', '.']).next().unwrap_or_default();
    match title {
        "Mrs" | "Miss" | "Ms" | "Lady" | "Queen" | "Princess" | "Dame" | "Madame" | "Aunt"
        | "Empress" | "Duchess" | "Countess" | "Baroness" => pronoun == "she",
        "Mr" | "Sir" | "Lord" | "King" | "Prince" | "Uncle" | "Emperor" | "Duke" | "Count"
        | "Baron" | "Monsieur" | "Herr" => pronoun == "he",
        _ => true,
    }
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
        ] {
            assert_eq!(name(text).as_deref(), Some(speaker), "{text}");
        }
    }
}
