//! The subject beside a verb of saying: a name, a pronoun or a description, read without a parser.

mod after;
mod before;
mod candidate;
mod description;

use std::ops::Range;

use crate::mentions::names::names_and_acronyms;
use crate::mentions::quotes::attribution::{Grade, Subject};
use crate::mentions::quotes::cues::{shift, words};
pub(super) use candidate::is_past;
use candidate::{behind_opening, with_article};

/// A stretch of narration with its names.
pub(in crate::mentions::quotes) struct Narration<'t> {
    text: &'t str,
    names: Vec<Range<usize>>,
}

/// Descriptions are not longer, in words.
const LONGEST: usize = 14;

/// And those without an article.
const SHORT: usize = 4;

/// Nouns that speak without an article.
const BARE: &str = " activists aides analysts authorities campaigners colleagues commentators contemporaries critics \
    defenders detectives diplomats doctors economists experts firefighters friends historians inspectors \
    investigators journalists judges lawmakers lawyers neighbours neighbors officers officials opponents organisers \
    organizers parents police prosecutors protesters relatives reporters rescuers researchers residents scholars \
    scientists sources staff students supporters survivors teachers tradition unions villagers visitors volunteers \
    witnesses workers ";

/// Words that end a description: `said the minister | when he left`, `a reason | may be the cost`.
const ENDS: &str = " about after again and as at because before but during earlier following how if in into last later \
    on recently since that this through to today tomorrow under until what when where whether which while who whose \
    why with without yesterday adding over not than by now is are was were has had have did does can could may might \
    must shall should will would ";

/// Pasts of verbs that are no participles: `A soldier | gave his wife`.
const PAST: &str = " ate became began broke came chose did drew drove fell flew forgot froze gave grew knew ran rang rode \
    rose sang sank saw shook spoke stole swore threw took tore woke wore wrote ";

/// Words that tie a name or a noun to what stands before: `a spokesman | for Lufthansa`.
const TIES: &str = " against at by for from in near of on to with ";

/// Whether a word ties what follows to what stands before it: `to`, `of`.
pub(super) fn is_tie(word: &str) -> bool {
    word == "of" || holds(TIES, word)
}

fn holds(list: &str, word: &str) -> bool {
    word.chars().all(char::is_alphabetic) && list.contains(&format!(" {} ", word.to_lowercase()))
}

impl<'t> Narration<'t> {
    pub(in crate::mentions::quotes) fn new(text: &'t str) -> Self {
        Narration {
            text,
            names: names_and_acronyms(text, &(0..text.len()))
                .into_iter()
                .filter_map(|name| behind_opening(text, name))
                .map(|name| with_article(text, name))
                .collect(),
        }
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    fn word(&self, range: &Range<usize>) -> &'t str {
        &self.text[range.clone()]
    }

    fn name_from(&self, start: usize) -> Option<Range<usize>> {
        self.names.iter().find(|name| name.start == start).cloned()
    }

    /// The first name of the narration that nothing belongs to (`Trotsky's`).
    pub(super) fn first_name(&self) -> Option<Range<usize>> {
        self.names.iter().find(|name| !self.owns(name)).cloned()
    }

    /// The first name of the narration, though something belongs to it: `the verdict was Trotsky's`.
    pub(super) fn first_owner(&self) -> Option<Range<usize>> {
        self.names.first().cloned()
    }

    /// The last name of the narration that something belongs to: `Trotsky's`.
    pub(super) fn last_owner(&self) -> Option<Range<usize>> {
        self.names.iter().rfind(|name| self.owns(name)).cloned()
    }

    /// The name that ends there.
    pub(super) fn named_to(&self, end: usize) -> Option<Subject> {
        let name = self.names.iter().find(|name| name.end == end)?;
        Some((name.clone(), Grade::Named))
    }

    /// Whether a name begins there.
    pub(super) fn is_named_at(&self, start: usize) -> bool {
        self.name_from(start).is_some()
    }

    fn owns(&self, name: &Range<usize>) -> bool {
        let behind = &self.text[name.end..];
        behind.starts_with("'s")
            || behind.starts_with("’s")
            || behind.starts_with("' ")
            || behind.starts_with("’ ")
    }

    /// The name that a description opens with: `Gazette` of `Gazette's verdict`.
    pub(super) fn owner_of(&self, (range, _): &Subject) -> Option<Subject> {
        let owner = self.name_from(range.start).filter(|name| self.owns(name))?;
        Some((owner, Grade::Named))
    }

    fn words_from(&self, at: usize) -> impl Iterator<Item = Range<usize>> {
        words(&self.text[at..]).map(move |word| shift(word, at))
    }

    fn words_before(&self, at: usize) -> impl Iterator<Item = Range<usize>> {
        words(&self.text[..at]).rev()
    }
}
