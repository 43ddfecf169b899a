//! What the words of a name say by themselves: `Leon Sedov`, `Red Book`, `Prime Minister Vajpayee`.

use std::sync::LazyLock;

use super::super::given::sex;
use super::super::groups::{has_initials, is_title};
use super::super::known_words::{is_established_name, is_known_word, is_proper_word};
use super::super::whole::SIGNS;
use super::super::word_list::WordList;
use super::SURE;

const SOURCE: &str = include_str!("../../../../rules/people.yaml");

static OFFICES: LazyLock<WordList> = LazyLock::new(|| WordList::of(SOURCE, "offices"));
static BODIES: LazyLock<WordList> = LazyLock::new(|| WordList::of(SOURCE, "bodies"));
static SITES: LazyLock<WordList> = LazyLock::new(|| WordList::of(SOURCE, "sites"));
static SHORT: LazyLock<WordList> = LazyLock::new(|| WordList::of(SOURCE, "short"));
static KNOWN: LazyLock<WordList> = LazyLock::new(|| WordList::of(SOURCE, "known"));
static ROLES: LazyLock<WordList> = LazyLock::new(|| WordList::of(SOURCE, "roles"));
static FIRMS: LazyLock<WordList> = LazyLock::new(|| WordList::of(SOURCE, "firms"));
static GIVEN: LazyLock<WordList> = LazyLock::new(|| WordList::of(SOURCE, "given"));

/// The given names of the world that `rules/people.yaml` has.
pub(in crate::mentions::names) fn given_names() -> impl Iterator<Item = &'static str> {
    GIVEN.words()
}

/// Whether a word, in small letters, is a given name somewhere in the world, beyond those that are established.
pub fn is_given_name(word: &str) -> bool {
    GIVEN.has(word)
}

/// How much the words of a name speak for somebody.
pub(super) fn shape(name: &str) -> i32 {
    let words = name.split(' ');
    let words: Vec<&str> = words
        .filter(|word| word.contains(char::is_uppercase) && !is_junior(word))
        .collect();
    let [first, .., last] = words[..] else {
        return words.first().map_or(0, |word| single(word));
    };
    // Parish Priest; but Simon Pope
    let held_by_none = is_office(last) && !(sex(first).is_some() && is_given(last));
    let things = |word: &&str| {
        is_shouted(word) || is_class(word) || word.starts_with("U.") || word.ends_with(is_figure)
    };
    let firm = has(&FIRMS, first) || has(&FIRMS, last) && !is_given(first);
    // Zhu De, but Section Vi
    let short = last.len() < 3 && !(first.len() < 6 && last.len() == 2 && !is_common(first));
    if has(&SITES, first) || words.iter().any(things) || held_by_none || firm || short {
        return -SURE * 2;
    }
    if has_initials(name) && (!is_common(last) || is_given(last)) {
        return SURE;
    }
    // Osama bin Laden; Ansar al-Sharia
    let joint = |joints: &[&str]| joints.iter().any(|joint| name.contains(joint));
    if !is_common(first) && joint(&[" bin ", " ibn ", " von ", " van ", " wa ", " al-"]) {
        let arabic = joint(&[" al-"]) && !is_given(first);
        return SURE - 1 - i32::from(arabic);
    }
    let surname = is_given(last) || is_surname(last);
    // Lenin Prize, but Maxim Gorky
    let named = is_given(first) || !is_common(first);
    let known = i32::from(named && has(&KNOWN, last)) * SURE;
    let (common, title) = (is_common(first), is_common(last) && !is_given(last));
    known
        + match (is_given(first), common, title) {
            // Leon Sedov; Alexander Technique, but Steve Jobs
            (true, false, false) => SURE,
            (true, false, true) => i32::from(sex(first).is_some()),
            // Art Lund
            (true, true, false) if sex(first).is_some() => 1,
            // Urban Meyer, but Melbourne Victory
            (_, true, false) if !is_proper_word(first) => -1,
            // Red Book
            (_, true, _) => -SURE,
            (false, false, true) => -2,
            (false, false, false) => {
                1 + i32::from(surname) - i32::from(!surname && last.ends_with('s'))
            }
        }
}

/// The same of a single word.
fn single(word: &str) -> i32 {
    // Afghans; but Tsipras, Lucretius
    let several = word.ends_with('s') && !["as", "os", "us"].iter().any(|end| word.ends_with(end));
    match () {
        () if has(&KNOWN, word) => SURE + 2,
        () if is_class(word) || is_shouted(word) || is_office(word) => -SURE,
        () if has(&FIRMS, word) || has(&SHORT, word) => -SURE,
        // Wells, Grant
        () if is_common(word) => {
            let borne = !is_proper_word(word) && is_established_name(&word.to_lowercase());
            (i32::from(borne) - 1) * SURE
        }
        () if is_slavic(word) => SURE,
        () if is_given(word) || is_surname(word) => SURE - 1,
        () if several => 1 - SURE,
        () => 0,
    }
}

fn is_figure(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// `GPU`, not `J.`
fn is_shouted(word: &str) -> bool {
    word.chars().nth(1).is_some() && !word.contains('.') && !word.contains(char::is_lowercase)
}

fn is_given(word: &str) -> bool {
    let word = word.trim_start_matches(SIGNS).to_lowercase();
    let first = word.split('-').next().unwrap_or_default();
    is_established_name(&word) || GIVEN.has(&word) || GIVEN.has(first)
}

fn is_common(word: &str) -> bool {
    is_known_word(word) || has(&SHORT, word)
}

/// Whether a word ends as surnames do, and now and then the name of a place.
fn is_surname(word: &str) -> bool {
    const ENDINGS: [&str; 16] = [
        "auer", "berg", "elli", "etti", "feld", "gaard", "idis", "mann", "off", "qvist", "sen",
        "son", "stein", "ström", "nov", "nen",
    ];
    is_slavic(word)
        || word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Whether a word ends as surnames of the East do and little else: `Kamenev`, `Krivitsky`, `Kekkonen`.
pub(super) fn is_slavic(word: &str) -> bool {
    const ENDINGS: [&str; 16] = [
        "adze", "chuk", "czyk", "enko", "ev", "inen", "konen", "opoulos", "ov", "ovic", "ović",
        "ovich", "owicz", "shvili", "ski", "sky",
    ];
    word.chars().count() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// What bodies, places and their like are called: `Qantas Airways`, `Buckingham Palace`.
pub(super) fn is_class(word: &str) -> bool {
    has(&BODIES, word)
}

/// `Prime Minister`, `Rabbi`, `Lieutenant-Colonel`
fn is_office(word: &str) -> bool {
    let last = word.rsplit('-').next().unwrap_or_default();
    has(&OFFICES, word) || is_title(word) || last != word && (has(&OFFICES, last) || is_title(last))
}

/// Whether a word, in small letters, is what somebody is: `historian`, `great-grandmother`, `writers`.
pub(super) fn is_role(word: &str) -> bool {
    const ENDINGS: [&str; 9] = [
        "ian", "ist", "maker", "writer", "player", "man", "men", "woman", "women",
    ];
    let word = word.strip_suffix('s').unwrap_or(word);
    let last = word.rsplit('-').next().unwrap_or_default();
    let small = word.len() > 4 && word.starts_with(char::is_lowercase);
    ROLES.has(word)
        || ROLES.has(last)
        || small && ENDINGS.iter().any(|ending| last.ends_with(ending))
}

/// Whether a list has a word, in whichever case.
fn has(list: &WordList, word: &str) -> bool {
    list.has(&word.to_lowercase())
}

/// Where a name begins behind the offices that it is written together with, bytes of the name.
pub fn behind_offices(name: &str) -> usize {
    let mut start = 0;
    for (at, _) in name.match_indices(' ') {
        let last = name[..at].rsplit(' ').next().unwrap_or_default();
        let next = name[at + 1..].split(' ').next().unwrap_or_default();
        // Coroner Graeme Johnston, but Mason Williams
        let several = name[at + 1..].contains(' ');
        let role = several && is_role(&last.to_lowercase()) && !is_given(last);
        let letters = several && is_shouted(last);
        // `Scientist David Vaughan`, `Australian Alicia Molik`
        let said_before = several && is_given(next) && is_common(last) && !is_common(next);
        if (is_office(last) || role || letters || said_before) && !is_junior(next) {
            start = at + 1;
        }
    }
    start
}

/// A name without the honours behind it: `Garrett Barry Esq`, `Garrett Barry J.P.`
pub fn without_honours(name: &str) -> &str {
    const HONOURS: [&str; 14] = [
        "CBE", "DSO", "Esq", "Esq.", "Esquire", "J.P", "J.P.", "JP", "KBE", "KC", "M.P.", "MP",
        "OBE", "QC",
    ];
    let mut rest = name;
    while let Some((name, last)) = rest.rsplit_once(' ') {
        if !HONOURS.contains(&last) {
            break;
        }
        rest = name.trim_end_matches(',');
    }
    rest
}

fn is_junior(word: &str) -> bool {
    matches!(
        word,
        "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV" | "VI"
    )
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::yaml;

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Lists {
        #[serde(deserialize_with = "yaml::words")]
        offices: Vec<String>,
        #[serde(deserialize_with = "yaml::words")]
        bodies: Vec<String>,
        #[serde(deserialize_with = "yaml::words")]
        sites: Vec<String>,
        #[serde(deserialize_with = "yaml::words")]
        short: Vec<String>,
        #[serde(deserialize_with = "yaml::words")]
        known: Vec<String>,
        #[serde(deserialize_with = "yaml::words")]
        roles: Vec<String>,
        #[serde(deserialize_with = "yaml::words")]
        firms: Vec<String>,
        #[serde(deserialize_with = "yaml::words")]
        given: Vec<String>,
    }

    #[test]
    fn the_lists_are_yaml_and_in_order() {
        let lists: Lists = yaml::parse(SOURCE).and_then(|node| node.read()).unwrap();
        for (words, list) in [
            (&lists.offices, &OFFICES),
            (&lists.bodies, &BODIES),
            (&lists.sites, &SITES),
            (&lists.short, &SHORT),
            (&lists.known, &KNOWN),
            (&lists.roles, &ROLES),
            (&lists.firms, &FIRMS),
            (&lists.given, &GIVEN),
        ] {
            assert!(words.is_sorted() && words.iter().all(|word| list.has(word)));
        }
    }

    #[test]
    fn honours_are_no_part_of_a_name() {
        for (name, bare) in [
            ("Garrett Barry Esq", "Garrett Barry"),
            ("Garrett Barry, M.P.", "Garrett Barry"),
            ("Leon Sedov", "Leon Sedov"),
        ] {
            assert_eq!(without_honours(name), bare);
        }
    }
}
