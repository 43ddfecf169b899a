//! Whom a pronoun beside a quotation means.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use crate::document::Document;
use crate::mentions::names::names_and_acronyms;
use crate::mentions::who;

/// A pronoun's name is looked for in this many sentences.
const SENTENCES: usize = 8;

/// And in this many bytes of the paragraph before.
const REACH: usize = 600;

/// The names of a document that stand where only a name has a capital.
pub(super) struct Antecedents<'d> {
    document: &'d Document<'d>,
    /// Words with a capital in the middle of a sentence; gathered when first asked for.
    inside: OnceCell<HashSet<&'d str>>,
}

impl<'d> Antecedents<'d> {
    pub(super) fn new(document: &'d Document<'d>) -> Self {
        Antecedents {
            document,
            inside: OnceCell::new(),
        }
    }

    /// The first name that can act in the sentence of a pronoun or in those before it in the paragraph,
    /// else one to whom something belongs there: `Mr. Amundsen's firm`. `is_narrated` tells which
    /// places are outside quotations.
    pub(super) fn of(
        &self,
        pronoun: &Range<usize>,
        is_narrated: impl Fn(&Range<usize>) -> bool,
    ) -> Option<Range<usize>> {
        let text = self.document.text();
        let spelt = means_somebody(&text[pronoun.clone()])?;
        let fits = |name: &Range<usize>| {
            is_narrated(name) && self.is_name(name) && suits(&spelt, &text[name.clone()])
        };
        let mut sentence = self.document.sentence_at(pronoun.start);
        let mut until = pronoun.start;
        let mut owner = None;
        for _ in 0..SENTENCES {
            let within = sentence.start.min(until)..until;
            if let Some(name) = who::actors(text, &within).into_iter().find(fits) {
                return Some(name);
            }
            let titled = |name: &Range<usize>| fits(name) && text[name.clone()].contains(' ');
            owner = owner.or_else(|| who::people(text, &within).into_iter().find(titled));
            let Some(before) = who::sentence_before(self.document, &sentence) else {
                break;
            };
            (sentence, until) = (before.clone(), before.end);
        }
        owner
    }

    /// The last name of the paragraph before.
    pub(super) fn of_paragraph_before(
        &self,
        pronoun: &Range<usize>,
        is_narrated: impl Fn(&Range<usize>) -> bool,
    ) -> Option<Range<usize>> {
        let text = self.document.text();
        let spelt = means_somebody(&text[pronoun.clone()])?;
        let block = self.document.block_at(pronoun.start)?.range.start;
        let end = text[..block].trim_end().len();
        let start = self.document.block_at(end.checked_sub(1)?)?.range.start;
        let near = text
            .ceil_char_boundary(end.saturating_sub(REACH))
            .max(start);
        who::actors(text, &(near..end))
            .into_iter()
            .rev()
            .find(|name| {
                is_narrated(name) && self.is_name(name) && suits(&spelt, &text[name.clone()])
            })
    }

    /// Two words with capitals are a name; one is, if it has its capital inside a sentence too, or acts.
    fn is_name(&self, name: &Range<usize>) -> bool {
        let text = self.document.text();
        let words = &text[name.clone()];
        words.contains(' ') || self.inside().contains(words) || acts(&text[name.end..])
    }

    fn inside(&self) -> &HashSet<&'d str> {
        self.inside.get_or_init(|| {
            let text = self.document.text();
            let mut inside = HashSet::new();
            for block in self.document.blocks() {
                for name in names_and_acronyms(text, &block.range) {
                    let before = text[block.range.start..name.start].trim_end();
                    if before.ends_with(|c: char| c.is_lowercase() || c == ',') {
                        inside.extend(text[name].split(' '));
                    }
                }
            }
            inside
        })
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
