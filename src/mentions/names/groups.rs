//! Groups: the mentions of one name, whole or by a part of it: `Leon Sedov`, `Sedov`, `Leon`.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::{Names, names_and_acronyms};
use crate::document::Document;

/// What stands for one person, place or thing. A part that could be two names' is a group of its own.
#[derive(Debug, Default)]
pub struct Group {
    /// The longest spelling, the earlier of two.
    pub name: String,
    /// Every spelling with its count, the commonest first.
    pub spellings: Vec<(String, usize)>,
    /// Where it stands, bytes of the document's text, in order.
    pub mentions: Vec<Range<usize>>,
}

/// Titles before a name, with and without their stop.
const TITLES: [&str; 13] = [
    "Captain",
    "Comrade",
    "Dr",
    "Dr.",
    "General",
    "Lord",
    "Mr",
    "Mr.",
    "Mrs",
    "Mrs.",
    "Professor",
    "President",
    "Sir",
];

/// Groups the names of a document, in the order of their first mentions.
pub(super) fn groups(document: &Document, names: &Names) -> Vec<Group> {
    let text = document.text();
    let words: HashSet<&str> = names
        .spellings
        .iter()
        .map(|spelling| spelling.word.as_str())
        .collect();
    let mut places: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    for block in document.blocks() {
        for name in names_and_acronyms(text, &block.range) {
            let name = untitled(text, name);
            let spelt = &text[name.clone()];
            let acronym = spelt.chars().all(char::is_uppercase);
            // A single word that only opens sentences may be any word.
            if spelt.contains([' ', '-']) || words.contains(spelt) || acronym && spelt.len() > 1 {
                places.entry(spelt).or_default().push(name);
            }
        }
    }
    let whole = owners(&places);
    let mut groups: BTreeMap<&str, Group> = BTreeMap::new();
    for (&spelt, mentions) in &places {
        let owner = whole.get(spelt).copied().flatten().unwrap_or(spelt);
        let group = groups.entry(owner).or_default();
        group.name = owner.to_owned();
        group.spellings.push((spelt.to_owned(), mentions.len()));
        group.mentions.extend(mentions.iter().cloned());
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    for group in &mut groups {
        group.mentions.sort_by_key(|place| place.start);
        group
            .spellings
            .sort_by_key(|(spelt, count)| (std::cmp::Reverse(*count), spelt.clone()));
    }
    groups.sort_by_key(|group| group.mentions[0].start);
    groups
}

/// For each word that is a part of whole names, the one it is a part of, or nothing where it could be two.
fn owners<'t>(places: &BTreeMap<&'t str, Vec<Range<usize>>>) -> HashMap<&'t str, Option<&'t str>> {
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

/// The name without the titles before it.
fn untitled(text: &str, mut name: Range<usize>) -> Range<usize> {
    while let Some((title, rest)) = text[name.clone()].split_once(' ') {
        if !TITLES.contains(&title) {
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
        let found: Vec<_> = groups(&document, &names)
            .into_iter()
            .map(|group| (group.name, group.mentions.len()))
            .collect();
        let expected = [
            ("Leon Sedov", 3),
            ("Anna Holt", 1),
            ("Karl Holt", 1),
            ("Holt", 1),
        ];
        assert_eq!(
            found,
            expected.map(|(name, count)| (name.to_owned(), count))
        );
    }
}
