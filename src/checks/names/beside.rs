//! Which capitalised words stand beside a word, as they stand in the text: given names, surnames, places.
//!
//! [`super::company`] asks which *names* keep company; here every capital counts, because a word that only opens
//! sentences is a given name often enough to tell two people.

use std::borrow::Borrow;
use std::collections::HashSet;
use std::ops::Range;

use super::likeness::plain;
use crate::checks::Context;
use crate::mentions::names::{is_particle, leads};

/// The words beside all places of one spelling, in small letters and without marks.
#[derive(Debug, Default)]
pub(super) struct Beside {
    before: HashSet<String>,
    behind: HashSet<String>,
    /// Where it is: `San José, Costa Rica`, `Cordoba (Argentina)`.
    within: HashSet<String>,
}

impl Beside {
    pub(super) fn new(cx: &Context, places: &[Range<usize>]) -> Self {
        let mut beside = Beside::default();
        for place in places {
            if !cx.words(place).starts_with(char::is_uppercase) {
                continue;
            }
            let sentence = cx.document.sentence_at(place.start);
            let before = &cx.text()[sentence.start.min(place.start)..place.start];
            let behind = &cx.text()[place.end..sentence.end.max(place.end)];
            beside.before.extend(last_name(before));
            beside
                .behind
                .extend(behind.strip_prefix(is_joint).and_then(surname));
            // Behind a single word a comma may begin a list.
            let listed = last_name(before).is_none();
            let within = behind.strip_prefix(" (");
            let within = within.or_else(|| behind.strip_prefix(", ").filter(|_| !listed));
            beside.within.extend(within.and_then(first_name));
        }
        beside
    }

    /// Whether the two keep different company: José Cura, Jose Carreras; Córdoba in Spain, Cordoba in Argentina. What
    /// stands alone is short for what it ends, and not for what it begins: Dvořák is Antonín Dvořák, Céline is
    /// not Celine Dion.
    pub(super) fn is_apart_from(&self, other: &Beside) -> bool {
        if !self.within.is_empty()
            && !other.within.is_empty()
            && self.within.is_disjoint(&other.within)
        {
            return true;
        }
        let shared = meet(&self.before, &other.before) || meet(&self.behind, &other.behind);
        match (self.has_company(), other.has_company()) {
            _ if shared => false,
            (true, true) => true,
            (false, false) => false,
            (true, false) => self.before.is_empty(),
            (false, true) => other.before.is_empty(),
        }
    }

    fn has_company(&self) -> bool {
        !self.before.is_empty() || !self.behind.is_empty()
    }
}

/// Whether two sets have a word in common, an initial standing for any name that begins with it.
fn meet(a: &HashSet<String>, b: &HashSet<String>) -> bool {
    let initial = |x: &String, y: &String| x.chars().count() == 1 && y.starts_with(x.as_str());
    a.iter()
        .any(|x| b.iter().any(|y| x == y || initial(x, y) || initial(y, x)))
}

fn is_joint(c: char) -> bool {
    matches!(c, ' ' | '-' | '\u{A0}')
}

/// The name that a text begins with, behind particles: `ibn Anas`, `d'Anconia`.
fn surname(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some((word, behind)) = rest.split_once(is_joint)
        && is_particle(word)
    {
        rest = behind;
    }
    let elided = rest.strip_prefix("d'").or_else(|| rest.strip_prefix("d’"));
    first_name(elided.unwrap_or(rest))
}

/// The name that a text begins with.
fn first_name(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_alphabetic());
    name(&text[..end.unwrap_or(text.len())])
}

/// The name or initial right before the end of a text.
fn last_name(text: &str) -> Option<String> {
    let text = text.strip_suffix(is_joint)?;
    let word = text
        .rsplit(|c: char| !c.is_alphabetic() && c != '.')
        .next()?;
    let letters = word.trim_end_matches('.');
    let initial = letters.chars().count() == 1;
    (initial || letters.len() == word.len()).then(|| name(letters))?
}

fn name(word: &str) -> Option<String> {
    (word.starts_with(char::is_uppercase) && !leads(word)).then(|| plain(word))
}

/// A place of each of two spellings where the same name stands on the same side of both, which shows best that they are
/// one.
pub(super) fn in_company<'r, R: Borrow<Range<usize>>>(
    cx: &Context,
    found: &'r [R],
    other: &'r [R],
) -> Option<(&'r Range<usize>, &'r Range<usize>)> {
    /// Places that are looked at; there is seldom one further on when these have none.
    const PLACES: usize = 100;
    let beside = |place: &Range<usize>| {
        let [before, behind] = [&cx.text()[..place.start], &cx.text()[place.end..]];
        let before = before.strip_suffix(' ').map_or("", |before| {
            let name = before.trim_end_matches(char::is_alphabetic);
            &before[name.len()..]
        });
        let behind = behind.strip_prefix(' ').map_or("", |behind| {
            let end = behind.find(|c: char| !c.is_alphabetic());
            &behind[..end.unwrap_or(behind.len())]
        });
        [before, behind].map(|word| Some(word).filter(|word| word.starts_with(char::is_uppercase)))
    };
    let others = other.iter().take(PLACES).map(Borrow::borrow);
    let others: Vec<_> = others.map(|place| (place, beside(place))).collect();
    let mut found = found.iter().take(PLACES).map(Borrow::borrow);
    found.find_map(|at| {
        let company = beside(at);
        let shares = |(_, other): &&(&Range<usize>, [Option<&str>; 2])| {
            let mut sides = company.iter().zip(other);
            sides.any(|(name, met)| name.is_some() && name == met)
        };
        others.iter().find(shares).map(|(place, _)| (at, *place))
    })
}
