//! Two spellings in their places: whether how often, where and beside what they stand leaves them one name.

use std::collections::HashSet;
use std::ops::Range;

use super::company::Pair;
use super::likeness::{Difference, Evidence, Likeness, difference};
use super::places::{
    Read, are_both_common, by_number, is_alone, is_introduced, is_introduction, is_scarce,
    is_single, is_surname_alone, leads,
};
use super::spoken::{is_among_foreign, is_spoken_of};
use crate::checks::Context;
use crate::mentions::names::{
    Spelling, is_common_word, is_established_name, is_given_name, is_known_word, is_particle,
    is_proper_word, whole_names,
};

/// Whether two spellings that are alike may be of one name where they stand.
pub(super) fn are_one(cx: &Context, a: &Read, b: &Read, likeness: &Likeness, pair: &Pair) -> bool {
    if are_told_of(cx, a, b)
        || is_chosen(a, b, likeness) && is_of_body(cx, by_number(a, b).0)
        || [(a, b), (b, a)]
            .iter()
            .any(|(a, b)| is_foreign_word(cx, a, b) || is_cited(a, b))
    {
        false
    } else if is_broken(a, b, likeness, pair) {
        true
    } else if likeness.difference == Difference::Slip {
        is_slip(cx, a, b, likeness.evidence, pair)
    } else {
        let named = a.spelling.alone == 0 && b.spelling.alone == 0;
        let apart = named && !pair.may_be_shared() || are_of_several(cx, a, b);
        // Who sets two ways of writing one long name side by side speaks of spelling.
        let long =
            a.spelling.word.chars().count() >= ORIGINAL && likeness.evidence == Evidence::Enough;
        let near = if long { TOUCHING } else { usize::MAX };
        let told = pair.may_be_one(likeness.evidence)
            || likeness.evidence == Evidence::Alone && is_surname_alone(a, b);
        !apart && told && !are_contrasted(cx, a, b, near) && is_titled(cx, a) == is_titled(cx, b)
    }
}

/// Whether it stands in titles of works alone, which are spelt as the works are: *Diary of Andrei Arsenevich*.
fn is_titled(cx: &Context, read: &Read) -> bool {
    let mut places = read.places.iter();
    places.all(|place| cx.mentions.is_titled(place.start))
}

/// Whether two spellings are two ways to write one sound, and neither is a slip: `Muscogee`, `Muskogee`.
fn is_chosen(a: &Read, b: &Read, likeness: &Likeness) -> bool {
    let sounds = |read: &Read| read.spelling.word.to_lowercase().replace('c', "k");
    likeness.difference == Difference::Transliteration || sounds(a) == sounds(b)
}

/// Whether it is everywhere a part of the name of a body or an event, which keeps the spelling that it gave itself:
/// `the Athabascan Fiddling Festival`, among Athabaskans.
fn is_of_body(cx: &Context, read: &Read) -> bool {
    const WORDS: usize = 3;
    let vocabulary = cx.mentions.vocabulary();
    read.places.iter().all(|place| {
        let sentence = cx.document.sentence_at(place.start);
        let within = sentence.start.min(place.start)..sentence.end.max(place.end);
        let mut names = whole_names(cx.text(), &within).into_iter();
        let name = names.find(|name| name.contains(&place.start));
        name.is_some_and(|name| {
            let capital = |word: &&str| word.starts_with(char::is_uppercase);
            let words: Vec<&str> = cx.words(&name).split(' ').filter(capital).collect();
            let mut others = words.iter().filter(|word| **word != cx.words(place));
            words.len() >= WORDS && others.any(|word| vocabulary.has(&word.to_lowercase()))
        })
    })
}

/// Whether one is always set apart by itself, as a foreign word or one that is spoken of, and the other is not:
/// `Afghanistan`, *Afġānistān*; or each stands once, and so: *Allakh* in one language, *Allách* in another.
fn is_cited(a: &Read, b: &Read) -> bool {
    let (cited, other) = (a.spelling, b.spelling);
    let always = |spelling: &Spelling| spelling.cited == spelling.places.len();
    let both = always(other) && cited.places.len() == 1 && other.places.len() == 1;
    always(cited) && (other.italic * 2 < other.places.len() || both)
}

/// Whether a text is full of sons, as genealogies are, whose names are near each other.
pub(super) fn is_genealogy(cx: &Context) -> bool {
    const SONS: usize = 20;
    cx.text().matches("son of ").nth(SONS).is_some()
}

/// Whether the rarer is always told by kin: `the son of Azaliah`, `Jeconiah begat`, `and Guni, and Jezer, and Shillem`.
pub(super) fn is_of_kin(cx: &Context, a: &Read, b: &Read) -> bool {
    const BEFORE: [&str; 8] = [
        "son of ",
        "sons of ",
        "daughter of ",
        "wife of ",
        "father of ",
        "mother of ",
        "begat ",
        "bare ",
    ];
    const BEHIND: [&str; 7] = [
        " the son of ",
        ", the son of ",
        " the daughter of ",
        ", the daughter of ",
        " his son",
        " begat ",
        " the wife of ",
    ];
    let (rarer, _) = by_number(a, b);
    let told = |place: &&Range<usize>| {
        let (before, behind) = (&cx.text()[..place.start], &cx.text()[place.end..]);
        let joined = before.ends_with("and ") || before.ends_with("; ");
        BEFORE.iter().any(|kin| before.ends_with(kin))
            || BEHIND.iter().any(|kin| behind.starts_with(kin))
            || joined && behind.starts_with(", and ")
    };
    rarer.places.iter().all(told)
}

/// Whether the text itself speaks of the two spellings: `Plankalkül (or Plankalkuel)`, `Peking, also spelt Pekin`, or
/// sets one right behind the other.
fn are_told_of(cx: &Context, a: &Read, b: &Read) -> bool {
    const TOLD: [&str; 7] = [" or ", "(or ", "(Or ", " also ", " mean ", " not ", "spel"];
    const FAR: usize = 60;
    let (rarer, other) = by_number(a, b);
    let spoken_of = |read: &Read| read.places.iter().all(|place| is_spoken_of(cx, place));
    if spoken_of(a) || spoken_of(b) {
        return true;
    }
    rarer.places.iter().any(|place| {
        let after = other.places.partition_point(|met| met.start < place.start);
        let before = after
            .checked_sub(1)
            .map(|at| other.places[at].end..place.start);
        let behind = other.places.get(after).map(|met| place.end..met.start);
        let between = before.into_iter().chain(behind);
        let mut near = between.filter(|between| between.len() <= FAR);
        near.any(|between| {
            let words = &cx.text()[between];
            let sentence = !words.contains(['.', '!', ';']);
            sentence && TOLD.iter().any(|word| words.contains(word))
                || is_opened_bracket(words)
                || !words.contains(char::is_alphanumeric) && !words.contains(['.', ','])
        })
    })
}

/// Whether a bracket opens right behind the one name, and has but names before the other:
/// `Petersburg [Sankt-Peterburg]`.
fn is_opened_bracket(between: &str) -> bool {
    let inside = between.trim_start().strip_prefix(['(', '[']);
    inside.is_some_and(|inside| {
        let mut words = inside.split([' ', '-']).filter(|word| !word.is_empty());
        words.all(|word| {
            word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic)
        })
    })
}

/// Whether a spelling that nobody knows stands among words of another language, and the other is an English word:
/// `Academia Nacional de la Historia`, `National`.
fn is_foreign_word(cx: &Context, a: &Read, b: &Read) -> bool {
    let word = |read: &Read| is_known_word(&read.spelling.word);
    let mut places = a.places.iter();
    !word(a) && word(b) && places.any(|place| is_among_foreign(cx, place))
}

/// Whether the rarer stands once, alone or in the company of the other, and the other again and again: of so many
/// letters, what nobody is called is a slip for it.
fn is_stray(a: &Read, b: &Read, pair: &Pair) -> bool {
    const LONG: usize = 7;
    const OFTEN: usize = 5;
    let (rarer, other) = by_number(a, b);
    let [word, name] = [rarer, other].map(|read| read.spelling.word.to_lowercase());
    let borne = is_established_name(&word) || is_given_name(&word) || is_known_word(&word);
    // Grammar and other languages end words otherwise: `Bolsheviki`, `Germanic`; and write `Amerika`.
    let meant = word.chars().next_back() != name.chars().next_back()
        || word.replace('k', "c") == name.replace('k', "c");
    !borne
        && !meant
        && word.chars().count() >= LONG
        && is_scarce(a, b, OFTEN)
        && !is_common_word(&name)
        && (is_alone(rarer) || pair.may_be_shared())
}

/// Whether the rarer, which stands once, is the other broken. Nobody is called Rayomnd whoever stands beside him, but
/// Virgilia is not Virginia.
fn is_broken(a: &Read, b: &Read, likeness: &Likeness, pair: &Pair) -> bool {
    const TWICE: usize = 2;
    let rarer = usize::from(a.places.len() > b.places.len());
    let place = is_proper_word(&[b, a][rarer].spelling.word);
    likeness.broken[rarer] && is_scarce(a, b, TWICE) && !(place && are_two_people(a, b, pair))
}

/// Whether one may be a slip for the other. What stands once beside what stands again and again is one
/// sooner, and of a longer word the spelling alone says enough.
fn is_slip(cx: &Context, a: &Read, b: &Read, evidence: Evidence, pair: &Pair) -> bool {
    const LONG: usize = 8;
    const OFTEN: usize = 3;
    const TWICE: usize = 2;
    let scarce = is_scarce(a, b, OFTEN) || is_surname_alone(a, b) || is_introduction(a, b);
    if are_two_people(a, b, pair) {
        return false;
    }
    // What opens a sentence may be any word; what nobody knows is none if it stands once.
    let may_be_any = |read: &Read| read.opens() && is_known_word(&read.spelling.word);
    let opens = a.opens() || b.opens();
    if may_be_any(a) || may_be_any(b) || opens && !is_scarce(a, b, TWICE) {
        return scarce && evidence == Evidence::Enough;
    }
    let long = a.spelling.word.chars().count() >= LONG && evidence == Evidence::Enough;
    if long && is_scarce(a, b, TWICE) {
        return true;
    }
    let (before, other) = (&a.spelling.before, &b.spelling.before);
    let told = match evidence {
        _ if is_stray(a, b, pair) => true,
        // Letters are no given name: `ICC Profiler`, `ICC Profile`.
        Evidence::Preceded => {
            let given = |name: &&String| name.contains(char::is_lowercase);
            let mut before = before.iter().filter(given);
            is_single(a, b) && before.any(|name| other.contains(name))
        }
        Evidence::Scarce => pair.may_be_shared() || scarce && pair.may_be_one(evidence),
        // The given name tells two people; what stands behind a name tells little.
        Evidence::Enough => {
            pair.may_be_one(evidence) || scarce && (before.is_empty() || other.is_empty())
        }
        Evidence::Surname => pair.may_be_one(evidence) || scarce && is_introduced(a, b),
        Evidence::Alone | Evidence::Introduced | Evidence::Company | Evidence::Nothing => {
            pair.may_be_one(evidence)
        }
    };
    let near = if scarce && evidence == Evidence::Enough {
        NEAR
    } else {
        usize::MAX
    };
    told && !are_both_common(a, b) && !are_contrasted(cx, a, b, near)
}

/// Whether each keeps a company of its own: each behind given names, or each before surnames wherever it stands, and
/// none of them the other's: `Andreas Schneider`, `Nofar Schnider`; `Philippe Faes`, `Philipe Gaspar`. What is a
/// known word (`University`) stands beside any name, and what has a given name is none. A surname that stands again and
/// again may be a family's, each of whom has another given name.
fn are_two_people(a: &Read, b: &Read, pair: &Pair) -> bool {
    const FAMILY: usize = 4;
    let word = |read: &Read| is_known_word(&read.spelling.word);
    let (rarer, other) = by_number(a, b);
    let given = |read: &Read| {
        let before = &read.spelling.before;
        !before.is_empty() && !before.iter().any(|word| is_known_word(word))
    };
    let behind = rarer.spelling.alone == 0
        && given(rarer)
        && other.places.len() < FAMILY
        && (word(other) || !other.spelling.before.is_empty());
    let named = |read: &Read| {
        let mut beside = read.spelling.neighbours.iter();
        leads(read) && beside.all(|word| !is_known_word(word))
    };
    // Virgilia Peterson is not Virginia, but the Chatnam Islands are Chatham.
    let before = match word(other) {
        true => {
            is_proper_word(&other.spelling.word)
                && !is_common_word(&other.spelling.word)
                && named(rarer)
        }
        false => are_given_names(a, b),
    };
    (behind || before) && !word(rarer) && !pair.may_be_shared()
}

/// Whether the rarer always stands before another name, and the other does so more often than not.
fn are_given_names(a: &Read, b: &Read) -> bool {
    let (rarer, other) = by_number(a, b);
    leads(rarer) && other.spelling.leading * 2 > other.spelling.places.len()
}

/// Whether two given names, or one that is given to several, are nowhere before the same surname: Muhammad Ali Pasha,
/// Mohammed Ali Jinnah; Mohamed Boudiaf, Mohamed Morsi, the prophet Muhammad.
fn are_of_several(cx: &Context, a: &Read, b: &Read) -> bool {
    let leads = |read: &Read| read.spelling.leading * 2 > read.spelling.places.len();
    if !leads(a) && !leads(b) {
        return false;
    }
    let surnames = |read: &Read| -> HashSet<&str> {
        let places = read.places.iter();
        let surnames = places.filter_map(|place| {
            let sentence = cx.document.sentence_at(place.start);
            let behind = place.end..sentence.end.max(place.end);
            let name = whole_names(cx.text(), &behind).into_iter().next()?;
            let mut between = cx.words(&(place.end..name.start)).split([' ', '-']);
            let joined = between.all(|word| word.is_empty() || is_particle(word));
            cx.words(&name).rsplit(' ').next().filter(|_| joined)
        });
        surnames.collect()
    };
    let (of_a, of_b) = (surnames(a), surnames(b));
    let several = of_a.len() > 1 || of_b.len() > 1 || are_given_names(a, b);
    let one = |x: &str, y: &str| x == y || difference(x, y).is_some();
    several && !of_a.iter().any(|x| of_b.iter().any(|y| one(x, y)))
}

/// Two words apart, such as `Hryhoryiv, also Grigoriev`, in bytes.
const TOUCHING: usize = 16;

/// A name of so many letters that two spellings of one original are no two names by chance.
const ORIGINAL: usize = 7;

/// An author who contrasts two names sets them side by side: not more bytes apart.
const NEAR: usize = 40;

/// One called Neilson, the other Nilsson: an author who sets two names side by side, in one sentence and
/// `near` each other, knows that they are two.
fn are_contrasted(cx: &Context, a: &Read, b: &Read, near: usize) -> bool {
    let (rarer, other) = by_number(a, b);
    let meets = |place: &&Range<usize>, near: usize| {
        let sentence = cx.document.sentence_at(place.start);
        let start = sentence.start.max(place.start.saturating_sub(near));
        let end = sentence.end.min(place.end.saturating_add(near));
        let after = other.places.partition_point(|place| place.start < start);
        let met = other.places.get(after);
        met.is_some_and(|met| met.start < end && !is_named_again(place, rarer, met, other))
    };
    let again = rarer.places.len() > 1;
    rarer.places.iter().all(|place| meets(place, near))
        || again && rarer.places.iter().any(|place| meets(place, NEAR))
}

/// Whether one of two places names somebody with the given name and the other, further on, by the surname alone:
/// `Peter Lindqvist sold the shop that Lindquist had built`.
fn is_named_again(place: &Range<usize>, rarer: &Read, met: &Range<usize>, other: &Read) -> bool {
    const BETWEEN: usize = 20;
    let (first, second, gap) = if place.start < met.start {
        (rarer, other, met.start - place.end)
    } else {
        (other, rarer, place.start - met.end)
    };
    gap >= BETWEEN && !first.spelling.before.is_empty() && second.spelling.before.is_empty()
}
