//! Groups: the mentions of one name, whole or by a part of it: `Leon Sedov`, `Sedov`, `Leon`.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::whole::TITLES as SHORT_TITLES;
use super::{Acronym, Names, names_and_acronyms};
use crate::document::Document;
use crate::mentions::words::is_determiner;

/// What a name is of, as far as the words around it show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Somebody: with a title, initials, or called by the surname alone.
    Person,
    /// What has an article before it, or is a part of a longer name: the Left Opposition.
    Thing,
    /// Nothing shows it.
    #[default]
    Unknown,
}

/// What stands for one person, place or thing. A part that could be two names' is a group of its own.
#[derive(Debug, Default)]
pub struct Group {
    /// The longest spelling, the earlier of two.
    pub name: String,
    /// What it is of.
    pub kind: Kind,
    /// Whether it does somewhere what only people do, or has a title.
    pub acts: bool,
    /// Every spelling with its count, the commonest first.
    pub spellings: Vec<(String, usize)>,
    /// Where it stands, bytes of the document's text, in order.
    pub mentions: Vec<Range<usize>>,
}

/// Titles before a name that are written out.
const TITLES: [&str; 37] = [
    "Admiral",
    "Archbishop",
    "Aunt",
    "Bishop",
    "Captain",
    "Chancellor",
    "Colonel",
    "Commander",
    "Comrade",
    "Councillor",
    "Count",
    "Countess",
    "Doctor",
    "Father",
    "Frau",
    "General",
    "Governor",
    "Herr",
    "Inspector",
    "Judge",
    "Lady",
    "Lieutenant",
    "Lord",
    "Madame",
    "Major",
    "Miss",
    "Monsieur",
    "Monsignor",
    "Pope",
    "President",
    "Prince",
    "Princess",
    "Professor",
    "Reverend",
    "Senator",
    "Sir",
    "Uncle",
];

/// What a group is made of.
#[derive(Default)]
struct Places {
    mentions: Vec<Range<usize>>,
    /// How many of them have a title before them.
    titled: usize,
    /// How many have an article before them, stand inside a longer name, or are where something is.
    determined: usize,
    /// How many do what only people do.
    acting: usize,
}

/// Groups the names of a document, in the order of their first mentions.
pub(super) fn groups(document: &Document, names: &Names, acronyms: &[Acronym]) -> Vec<Group> {
    let places = places(document, names, acronyms);
    let whole = owners(&places);
    let mut drafts: HashMap<&str, Draft> = HashMap::new();
    for (&spelt, places) in &places {
        let owner = whole.get(spelt).copied().flatten().unwrap_or(spelt);
        drafts.entry(owner).or_default().add(owner, spelt, places);
    }
    let mut groups: Vec<_> = drafts.into_values().map(Draft::finish).collect();
    groups.sort_by_key(|group| group.mentions[0].start);
    groups
}

/// Where each spelling stands.
fn places<'t>(
    document: &'t Document,
    names: &'t Names,
    acronyms: &'t [Acronym],
) -> HashMap<&'t str, Places> {
    let text = document.text();
    let words = names.spellings.iter().map(|spelling| &spelling.word);
    let words: HashSet<&str> = words.map(String::as_str).collect();
    let letters = acronyms.iter().map(|acronym| acronym.letters.as_str());
    let letters: HashSet<&str> = letters.collect();
    let mut places: HashMap<&str, Places> = HashMap::new();
    for block in document.blocks() {
        for whole in names_and_acronyms(text, &block.range) {
            let name = untitled(text, whole.clone());
            let spelt = &text[name.clone()];
            // Words in capitals are acronyms or shouted, as in a heading.
            let shouted = !spelt.contains(char::is_lowercase) && !has_initials(spelt);
            // A single word that only opens sentences may be any word.
            let known = words.contains(spelt) || spelt.contains([' ', '-']) && !shouted;
            if known || letters.contains(spelt) {
                let before = &text[block.range.start..name.start];
                let places = places.entry(spelt).or_default();
                places.titled += usize::from(name.start > whole.start || has_initials(spelt));
                let after = &text[name.end..block.range.end];
                places.determined += usize::from(is_thing(before, spelt) || is_place(before));
                places.acting += usize::from(is_acting(after));
                places.mentions.push(name);
            }
        }
    }
    places
}

/// A group on its way, with what speaks for a person and for a thing.
#[derive(Default)]
struct Draft {
    group: Group,
    persons: usize,
    things: usize,
    acting: usize,
}

impl Draft {
    fn add(&mut self, owner: &str, spelt: &str, places: &Places) {
        // A surname by itself speaks of somebody.
        let surname = owner != spelt && owner.ends_with(spelt) && spelt.len() > 3;
        let alone = places.mentions.len() - places.determined;
        self.acting += places.acting + places.titled;
        self.persons += places.titled + if surname { alone } else { 0 };
        self.things += places.determined;
        owner.clone_into(&mut self.group.name);
        let counted = (spelt.to_owned(), places.mentions.len());
        self.group.spellings.push(counted);
        self.group.mentions.extend(places.mentions.iter().cloned());
    }

    fn finish(self) -> Group {
        let mut group = self.group;
        group.acts = self.acting > 0;
        group.kind = match (self.persons, self.things) {
            (_, things) if things * 2 > group.mentions.len() => Kind::Thing,
            (1.., _) => Kind::Person,
            (0, 1..) => Kind::Thing,
            (0, 0) => Kind::Unknown,
        };
        group.mentions.sort_by_key(|place| place.start);
        let rank = |(spelt, count): &(String, usize)| (std::cmp::Reverse(*count), spelt.clone());
        group.spellings.sort_by_key(rank);
        group
    }
}

/// For each word that is a part of whole names, the one it is a part of, or nothing where it could be two.
fn owners<'t>(places: &HashMap<&'t str, Places>) -> HashMap<&'t str, Option<&'t str>> {
    let mut owners: HashMap<&str, Option<&str>> = HashMap::new();
    for &spelt in places.keys() {
        let mut parts = spelt.split(' ');
        let (Some(first), Some(last)) = (parts.next(), parts.next_back()) else {
            continue;
        };
        // `Stalinist` is no short form of the Stalinist GPU.
        let given = (!is_adjective(first)).then_some(first);
        for part in given.into_iter().chain([last]) {
            owners
                .entry(part)
                .and_modify(|owner| *owner = owner.filter(|known| *known == spelt))
                .or_insert(Some(spelt));
        }
    }
    owners
}

/// Words that say whose or of which kind: `Norwegian`, `Stalinist`.
fn is_adjective(word: &str) -> bool {
    ["an", "ist", "ish", "ese", "ic", "al", "ch"]
        .iter()
        .any(|ending| word.ends_with(ending))
}

/// Whether a name, or what stands before it, shows that it is no person's: an article, a longer name that
/// goes on with `of`, a word of movements and their followers (`Stalinist GPU`, `Russian Marxism`).
pub(super) fn is_thing(before: &str, name: &str) -> bool {
    const ENDINGS: [&str; 6] = ["ese", "ish", "ism", "ist", "ists", "tion"];
    let mut words = before.split_ascii_whitespace().rev();
    let last = words.next().unwrap_or_default();
    let movement = name.contains(' ')
        && name
            .split(' ')
            .any(|word| ENDINGS.iter().any(|ending| word.ends_with(ending)));
    let part = last == "of"
        && words
            .next()
            .is_some_and(|word| word.starts_with(char::is_uppercase));
    movement || part || is_determiner(last)
}

/// Whether something happens there: `in Sydney`, `near Alma-Ata`.
pub(super) fn is_place(before: &str) -> bool {
    const WHERE: [&str; 12] = [
        "across",
        "around",
        "at",
        "in",
        "inside",
        "into",
        "near",
        "outside",
        "throughout",
        "toward",
        "towards",
        "within",
    ];
    let last = before.split_ascii_whitespace().next_back();
    last.is_some_and(|word| WHERE.contains(&word.to_lowercase().as_str()))
}

/// Whether what stands behind a name shows somebody: `, who`, `, 43,`, `was born`, `smiled`. What
/// committees and countries do as well, such as to say or to join, shows nobody.
pub(super) fn is_acting(after: &str) -> bool {
    const ACTS: [&str; 40] = [
        "admits",
        "admitted",
        "believed",
        "believes",
        "confessed",
        "cried",
        "died",
        "dies",
        "dreamed",
        "dreamt",
        "feared",
        "felt",
        "frowned",
        "grew",
        "hoped",
        "knew",
        "laughed",
        "liked",
        "lived",
        "loved",
        "married",
        "nodded",
        "recalled",
        "recalls",
        "remembered",
        "remembers",
        "sat",
        "shouted",
        "sighed",
        "sings",
        "slept",
        "smiled",
        "spoke",
        "studied",
        "thinks",
        "thought",
        "who",
        "whose",
        "wrote",
        "writes",
    ];
    const KIN: [&str; 12] = [
        "brother", "children", "daughter", "father", "husband", "mother", "parents", "sister",
        "son", "sons", "widow", "wife",
    ];
    // A sentence of a megabyte is not searched for each of its names.
    const NEAR: usize = 120;
    let after = &after[..after.floor_char_boundary(NEAR)];
    let clause = after
        .find(['.', ';', '\n'])
        .map_or(after, |end| &after[..end]);
    let owns = clause.starts_with("'s ") || clause.starts_with("’s ");
    let mut words = clause
        .split([' ', ',', '\'', '’'])
        .filter(|word| !word.is_empty())
        .skip(usize::from(owns));
    let Some(first) = words.next() else {
        return false;
    };
    if owns {
        return KIN.contains(&first);
    }
    let aged = || {
        let age: Option<u8> = clause
            .strip_prefix(", ")
            .and_then(|rest| rest.split(',').next()?.parse().ok());
        age.is_some_and(|age| age > 9)
    };
    match first {
        "was" | "is" => matches!(words.next(), Some("born" | "married")),
        "had" | "has" | "once" | "later" | "also" | "then" | "never" => {
            words.next().is_some_and(|word| ACTS.contains(&word))
        }
        _ => ACTS.contains(&first) || aged(),
    }
}

/// `L. D. Trotsky`.
pub(super) fn has_initials(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() > 3 && bytes[0].is_ascii_uppercase() && bytes[1] == b'.'
}

/// Whether a word stands before names as a title: `Dr`, `Mrs.`, `President`.
pub fn is_title(word: &str) -> bool {
    let short = word.trim_end_matches('.');
    TITLES.contains(&word) || SHORT_TITLES.contains(&short) && !matches!(short, "St" | "Jr" | "Sr")
}

/// The name without the titles before it.
fn untitled(text: &str, mut name: Range<usize>) -> Range<usize> {
    while let Some((title, rest)) = text[name.clone()].split_once(' ') {
        if !is_title(title) {
            break;
        }
        name.start = name.end - rest.len();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SourceFile;
    use crate::document::GivenDates;

    #[test]
    fn parts_join_the_name_that_they_can_only_be_of() {
        let text = "They met Leon Sedov. It was Sedov, or Leon. Then Dr Anna Holt met Karl Holt, and Holt left.";
        let source = SourceFile::new("a.txt", text);
        let document = Document::new(&source, GivenDates::default());
        let names = super::super::extract(&document, |_| false);
        let found: Vec<_> = groups(&document, &names, &[])
            .into_iter()
            .map(|group| (group.name, group.mentions.len(), group.kind))
            .collect();
        let expected = [
            ("Leon Sedov", 3, Kind::Person),
            ("Anna Holt", 1, Kind::Person),
            ("Karl Holt", 1, Kind::Unknown),
            ("Holt", 1, Kind::Unknown),
        ];
        assert_eq!(
            found,
            expected.map(|(name, count, kind)| (name.to_owned(), count, kind))
        );
    }

    #[test]
    fn words_in_capitals_are_no_names_and_what_has_an_article_is_a_thing() {
        let text = "DR ANNA HOLT\n\nThey built the Left Opposition. The GPU met O'Neill and McDonald of the Bank of Russia. They asked six-year-old Esteban Volkov.";
        let source = SourceFile::new("a.txt", text);
        let document = Document::new(&source, GivenDates::default());
        let names = super::super::extract(&document, |_| false);
        let acronyms = super::super::acronyms(&document);
        let found: Vec<_> = groups(&document, &names, &acronyms)
            .into_iter()
            .map(|group| (group.name, group.kind))
            .collect();
        let expected = [
            ("Left Opposition", Kind::Thing),
            ("GPU", Kind::Thing),
            ("O'Neill", Kind::Unknown),
            ("McDonald", Kind::Unknown),
            ("Bank", Kind::Thing),
            ("Russia", Kind::Thing),
            ("Esteban Volkov", Kind::Unknown),
        ];
        assert_eq!(found, expected.map(|(name, kind)| (name.to_owned(), kind)));
    }
}
