//! What the names of a document show of its people: who is somebody, where places are, who goes by a last name.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::label;
use crate::document::{Block, BlockKind, Document};
use crate::mentions::names::{Sex, behind_offices, names_and_acronyms, sex};
use crate::mentions::quotes::cues::{self, shift, words};
use crate::mentions::words::is_determiner;

/// What they show, gathered in one pass.
#[derive(Default)]
pub(super) struct Seen<'d> {
    /// Words with a capital in the middle of a sentence.
    pub(super) inside: HashSet<&'d str>,
    /// The last words of names of more than one: `Hewitt` of `Lleyton Hewitt`, `Mr Hewitt`.
    pub(super) last: HashSet<&'d str>,
    /// Those of them behind an office: `Lincoln` of `President Lincoln`.
    pub(super) officers: HashSet<&'d str>,
    /// Names behind `in`.
    pub(super) places: HashSet<&'d str>,
    /// The first whole name with a last word, its titles left out; none where two people share it.
    pub(super) whole: HashMap<&'d str, Option<Range<usize>>>,
    /// Whether a last name stands behind titles or given names of men and of women.
    pub(super) titled: HashMap<&'d str, (bool, bool)>,
    /// Where names begin that are before a turn: `WREN:`, `**Ann Sorel, ferryman.**`
    pub(super) turns: HashSet<usize>,
    /// The last words of names that somewhere say or do what only somebody can, or are told to be somebody's.
    pub(super) somebody: HashSet<&'d str>,
}

impl<'d> Seen<'d> {
    pub(super) fn of(document: &'d Document<'d>) -> Self {
        let text = document.text();
        let mut seen = Seen::default();
        let mut met = HashSet::new();
        for block in document.blocks() {
            let turn = turn(document, block);
            let mut placed = None;
            for name in names_and_acronyms(text, &block.range) {
                if turn.as_ref().is_some_and(|turn| turn.contains(&name.start)) {
                    seen.turns.insert(name.start);
                }
                let before = text[block.range.start..name.start].trim_end();
                let spelt = &text[name.clone()];
                if before.ends_with(|c: char| c.is_lowercase() || c == ',') {
                    seen.inside.extend(spelt.split(' '));
                }
                let within = name.start - block.range.start..name.end - block.range.start;
                let last = surname(spelt);
                if !seen.somebody.contains(last) && is_told(&text[block.range.clone()], &within) {
                    seen.somebody.insert(last);
                }
                if met.insert(spelt) {
                    seen.see_whole(text, &name);
                }
                let tie = before.rsplit(char::is_whitespace).next();
                // `in Beirut and Kazan`
                let joined = placed.is_some_and(|end| text[end..name.start] == *" and ");
                let into = ["in", "In", "across", "into", "throughout"];
                if joined || tie.is_some_and(|tie| into.contains(&tie)) {
                    seen.places.insert(spelt);
                    placed = Some(name.end);
                }
            }
        }
        seen
    }

    /// What a name of more than one word shows of its last.
    fn see_whole(&mut self, text: &'d str, name: &Range<usize>) {
        let spelt = &text[name.clone()];
        let last = surname(spelt);
        if last == spelt {
            return;
        }
        self.last.insert(last);
        let own = without_titles(text, name);
        let office = &text[name.start..own.start];
        if words(office).any(|word| cues::is_office(&office[word])) {
            self.officers.insert(last);
        }
        let first = |name: &'d str| name.split([' ', '.']).next();
        let given = || first(&text[own.clone()]).and_then(sex);
        let titled = first(spelt).and_then(title);
        // `Ann` of `Mary Ann` is a name of its own.
        let given = || given().filter(|_| sex(last).is_none());
        let known = titled.or_else(given);
        let (men, women) = self.titled.entry(last).or_default();
        *men |= known == Some(Sex::Man);
        *women |= known == Some(Sex::Woman);
        if text[own.clone()].contains(' ') {
            let known = self.whole.entry(last).or_insert(Some(own.clone()));
            let other = |known: &Range<usize>| text[known.clone()] != text[own.clone()];
            if known.as_ref().is_some_and(other) {
                *known = None;
            }
        }
    }
}

/// The words before a turn in a talk: `WREN:`, or a name that is a sentence, `Ann Sorel, ferryman.`
fn turn(document: &Document, block: &Block) -> Option<Range<usize>> {
    const LONGEST: usize = 60;
    let text = document.text();
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::List) {
        return None;
    }
    if let Some(label) = label::label(&text[block.range.clone()]) {
        return Some(shift(label, block.range.start));
    }
    let first = document.sentence_at(block.range.start);
    let words = text.get(first.clone())?.trim_end();
    let (name, role) = words
        .strip_suffix('.')?
        .split_once(", ")
        .unwrap_or((words, ""));
    let capitals = name
        .split(' ')
        .all(|part| part.starts_with(char::is_uppercase));
    let small = !role.contains(|c: char| c.is_uppercase() || !(c.is_alphabetic() || c == ' '));
    let label = first.len() <= LONGEST && name.contains(' ') && capitals && small;
    (label && cues::finite(role).is_none() && first.end < block.range.end).then_some(first)
}

/// Whether what stands beside a name shows that it is somebody's: `said Orlik`, `the weaver Orlik`, `Orlik, who left`,
/// `Orlik, 44, had`, `Orlik shrugged`.
fn is_told(text: &str, name: &Range<usize>) -> bool {
    const APPOSED: usize = 6;
    const NEAR: usize = 3;
    let (before, behind) = (&text[..name.start], &text[name.end..]);
    let last = words(before)
        .next_back()
        .filter(|last| before[last.end..] == *" ");
    let titled = last.is_some_and(|last| {
        let verb = &before[last.clone()];
        cues::is_human(verb) || matches!(verb, "named" | "called") || cues::says(verb)
    });
    // `the minister, | Gareth Ivey`
    let beside = before.strip_suffix(", ").is_some_and(|noun| {
        words(noun)
            .next_back()
            .is_some_and(|last| cues::is_human(&noun[last]))
    });
    let first = words(behind).next();
    let acts = first
        .as_ref()
        .filter(|_| behind.starts_with(' '))
        .is_some_and(|verb| {
            let verb = &behind[verb.clone()];
            let his = || {
                let mut near = words(&behind[1..]).skip(1).take(NEAR);
                near.any(|word| matches!(&behind[1..][word], "his" | "her" | "himself" | "herself"))
            };
            verb == "who"
                || cues::finite(verb).is_some()
                || cues::is_move(verb)
                || cues::attitude(verb).is_some()
                || his()
        });
    let apposed = first
        .filter(|_| behind.starts_with(", "))
        .is_some_and(|first| {
            let word = &behind[first.clone()];
            let age = word.len() == 2 && word.bytes().all(|digit| digit.is_ascii_digit());
            let clause = behind[2..].split(',').next().unwrap_or_default();
            let trade = || {
                words(clause)
                    .take(APPOSED)
                    .any(|word| cues::is_human(&clause[word]))
            };
            word == "who"
                || age
                || (is_determiner(word) || matches!(word, "former" | "then")) && trade()
        });
    let spelt = &text[name.clone()];
    let office = || words(spelt).any(|word| cues::is_office(&spelt[word]));
    titled || beside || acts || apposed || office()
}

/// Whom a title is for.
pub(super) fn title(word: &str) -> Option<Sex> {
    match word {
        "Mrs" | "Miss" | "Ms" | "Lady" | "Queen" | "Princess" | "Dame" | "Madame" | "Aunt"
        | "Empress" | "Duchess" | "Countess" | "Baroness" | "Frau" | "Sister" => Some(Sex::Woman),
        "Mr" | "Sir" | "Lord" | "King" | "Prince" | "Uncle" | "Emperor" | "Duke" | "Count"
        | "Baron" | "Monsieur" | "Herr" | "Father" | "Pope" => Some(Sex::Man),
        _ => None,
    }
}

/// A name behind its titles and offices: `Simon Crean` of `Opposition Leader Simon Crean`.
pub(super) fn without_titles(text: &str, name: &Range<usize>) -> Range<usize> {
    name.start + behind_offices(&text[name.clone()])..name.end
}

/// The last word of a name that is not `Jr`.
pub(super) fn surname(name: &str) -> &str {
    let mut words = name.rsplit(' ');
    let own = words.find(|word| !matches!(*word, "Jr" | "Sr" | "II" | "III"));
    own.unwrap_or(name)
}
