//! What the words of a name say by themselves: `Leon Sedov`, `Red Book`, `Prime Minister Vajpayee`.

use super::super::groups::{has_initials, is_title};
use super::super::known_words::{is_established_name, is_known_word};
use super::SURE;

/// How much the words of a name speak for somebody.
pub(super) fn shape(name: &str) -> i32 {
    let words = name.split(' ');
    let words: Vec<&str> = words
        .filter(|word| word.starts_with(char::is_uppercase) && !is_junior(word))
        .collect();
    let [first, .., last] = words[..] else {
        return words.first().map_or(0, |word| single(word));
    };
    const PLACES: [&str; 21] = [
        "Al", "Buenos", "Cape", "Costa", "East", "El", "Hong", "Kuala", "Puerto", "Sierra", "Fort",
        "Los", "Mount", "New", "North", "Port", "Saint", "San", "Santa", "South", "West",
    ];
    let held_by_none = (OFFICES.contains(&last) || is_title(last)) && !is_given(last);
    let things = |word: &&str| is_shouted(word) || is_class(word) || word.starts_with("U.");
    if PLACES.contains(&first) || words.iter().any(things) || held_by_none || last.len() < 3 {
        return -SURE * 2;
    }
    if has_initials(name) && (!is_common(last) || is_given(last)) {
        return SURE;
    }
    // Osama bin Laden
    if [" bin ", " ibn ", " von ", " van ", " wa ", " al-"]
        .iter()
        .any(|joint| name.contains(joint))
    {
        return SURE - 1;
    }
    let surname = is_given(last) || is_surname(last);
    match (
        is_given(first) && !is_common(first),
        is_common(first),
        is_common(last) && !is_given(last),
    ) {
        // Red Book, Melbourne Cup
        (_, true, _) => -SURE,
        // Leon Sedov; Alexander Technique
        (true, _, false) => SURE,
        (true, _, true) => -1,
        (false, _, true) => -2,
        (false, ..) => 1 + i32::from(surname) - i32::from(!surname && last.ends_with('s')),
    }
}

/// The same of a single word.
fn single(word: &str) -> i32 {
    match () {
        () if is_common(word) || is_class(word) || is_shouted(word) => -SURE,
        () if is_slavic(word) => SURE,
        () if is_given(word) || is_surname(word) => SURE - 1,
        // Afghans
        () if word.ends_with('s') => 1 - SURE,
        () => 0,
    }
}

/// `GPU`, not `J.`
fn is_shouted(word: &str) -> bool {
    word.len() > 1 && !word.contains('.') && !word.contains(char::is_lowercase)
}

fn is_given(word: &str) -> bool {
    is_established_name(&word.to_lowercase())
}

fn is_common(word: &str) -> bool {
    /// Those of three letters, which no list of words has.
    const SHORT: [&str; 26] = [
        "act", "age", "air", "all", "art", "bar", "bay", "big", "car", "cup", "day", "end", "las",
        "law", "los", "man", "new", "old", "red", "san", "sea", "sun", "tax", "two", "war", "way",
    ];
    is_known_word(word) || SHORT.contains(&word.to_lowercase().as_str())
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
fn is_class(word: &str) -> bool {
    const CLASSES: [&str; 60] = [
        "Agency",
        "Airline",
        "Airlines",
        "Airport",
        "Airways",
        "Association",
        "Avenue",
        "Awards",
        "Bank",
        "Bay",
        "Beach",
        "Bridge",
        "Center",
        "Centre",
        "Championship",
        "Club",
        "College",
        "Committee",
        "Company",
        "Conference",
        "Congress",
        "Corporation",
        "Council",
        "Creek",
        "Cup",
        "Department",
        "Embassy",
        "Festival",
        "Force",
        "Foundation",
        "Government",
        "Group",
        "Highway",
        "Holdings",
        "Hospital",
        "Inc",
        "Institute",
        "Island",
        "Islands",
        "Lake",
        "Ltd",
        "Ministry",
        "Mountain",
        "Mountains",
        "Museum",
        "Palace",
        "Park",
        "Party",
        "Place",
        "Plc",
        "Race",
        "River",
        "Society",
        "Story",
        "Street",
        "Test",
        "Tower",
        "Union",
        "University",
        "Valley",
    ];
    CLASSES.contains(&word)
}

/// What somebody is in words with capitals: `Prime Minister Vajpayee`, `Rabbi Szold`.
const OFFICES: [&str; 41] = [
    "Administrator",
    "Ambassador",
    "Archbishop",
    "Attorney",
    "Bishop",
    "Brigadier",
    "Brother",
    "Captain",
    "Chairman",
    "Chief",
    "Coach",
    "Commissioner",
    "Congressman",
    "Constable",
    "Count",
    "Dame",
    "Deputy",
    "Detective",
    "Emperor",
    "Empress",
    "Exchequer",
    "Imam",
    "Justice",
    "King",
    "Leader",
    "Lieutenant-General",
    "Magistrate",
    "Major-General",
    "Marshal",
    "Mayor",
    "Minister",
    "Premier",
    "Queen",
    "Rabbi",
    "Secretary",
    "Senator",
    "Sheikh",
    "Skipper",
    "Spokesman",
    "Spokeswoman",
    "Vice-President",
];

/// Where a name begins behind the offices that it is written together with, bytes of the name.
pub fn behind_offices(name: &str) -> usize {
    let mut start = 0;
    for (at, _) in name.match_indices(' ') {
        let last = name[..at].rsplit(' ').next().unwrap_or_default();
        let next = name[at + 1..].split(' ').next().unwrap_or_default();
        // `Scientist David Vaughan`, `Australian Alicia Molik`
        let said_before =
            is_common(last) && is_given(next) && !is_common(next) && name[at + 1..].contains(' ');
        let letters = is_shouted(last) && name[at + 1..].contains(' ');
        if (OFFICES.contains(&last) || is_title(last) || letters || said_before) && !is_junior(next)
        {
            start = at + 1;
        }
    }
    start
}

fn is_junior(word: &str) -> bool {
    matches!(
        word,
        "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV" | "VI"
    )
}
