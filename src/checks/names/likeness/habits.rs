//! Back-transliteration: from a Latin spelling to the originals it may stand for.
//!
//! Two spellings are one name where a language has an original that both may stand for:
//! Чернышевский of `Chernyshevsky` and `Tchernychevski`. That keeps apart what letters alone bring
//! together: no scheme writes Наталья as `Natasha`. The tables are data: `rules/transliteration.yaml`.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

use serde::Deserialize;
use unicode_normalization::char::is_combining_mark;

use super::plain::{base, decomposed, is_sign};
use crate::yaml;

const SOURCE: &str = include_str!("../../../../rules/transliteration.yaml");

/// More readings of one spelling than this say nothing; the cap keeps hostile words cheap.
const READINGS: usize = 48;

// A broken table is found by the tests below, not by a user.
static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    yaml::parse(SOURCE)
        .and_then(|node| node.read::<Tables>())
        .map(|tables| tables.languages.values().map(Language::new).collect())
        .unwrap_or_default()
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    languages: BTreeMap<String, Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default = "five")]
    shortest: usize,
    marks: Vec<String>,
    #[serde(default)]
    other: Vec<String>,
    #[serde(default)]
    common: BTreeMap<String, String>,
    #[serde(default)]
    schemes: BTreeMap<String, BTreeMap<String, String>>,
    #[serde(default)]
    rewrites: BTreeMap<String, String>,
}

fn five() -> usize {
    5
}

/// An original, hashed together with its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Original {
    hash: u64,
    language: usize,
}

impl Original {
    /// A key that equal originals share.
    pub(super) fn key(self) -> u64 {
        self.hash
    }

    /// How many letters a spelling needs to be told by it.
    pub(super) fn shortest(self) -> usize {
        LANGUAGES[self.language].shortest
    }

    /// Whether a spelling looks like a name of the language.
    pub(super) fn is_marked(self, spelling: &str) -> bool {
        LANGUAGES[self.language].is_marked(&decomposed(spelling))
    }
}

/// The originals that a spelling may stand for, in every language, sorted.
pub(super) fn originals(spelling: &str) -> Vec<Original> {
    let spelling = decomposed(spelling);
    let mut until: Vec<Vec<Reading>> = vec![Vec::new(); spelling.len() + 1];
    let mut originals = Vec::new();
    for (language, table) in LANGUAGES.iter().enumerate() {
        table.read(&spelling, &mut until);
        originals.extend(until[spelling.len()].drain(..).map(|reading| {
            let mut hasher = DefaultHasher::new();
            (language, reading.original).hash(&mut hasher);
            Original {
                hash: hasher.finish(),
                language,
            }
        }));
    }
    originals.sort_unstable();
    originals.dedup();
    originals
}

/// Whether a spelling looks like a name of any of the languages.
pub(super) fn is_marked(spelling: &str) -> bool {
    let spelling = decomposed(spelling);
    LANGUAGES
        .iter()
        .any(|language| language.is_marked(&spelling))
}

/// The originals that both lists have.
pub(super) fn shared<'o>(
    a: &'o [Original],
    b: &'o [Original],
) -> impl Iterator<Item = Original> + 'o {
    a.iter()
        .copied()
        .filter(|original| b.binary_search(original).is_ok())
}

/// The ways of writing one language, ready to be read backwards.
struct Language {
    shortest: usize,
    marks: Vec<Segment>,
    other: Vec<Segment>,
    /// By the first letter, the longest first.
    keys: HashMap<char, Vec<Key>>,
    rewrites: HashMap<(char, char), char>,
}

/// Letters of a spelling with what they may stand for.
struct Key {
    letters: Segment,
    originals: Vec<String>,
    schemes: u32,
}

/// A few letters, perhaps only at an end of the word.
struct Segment {
    letters: String,
    at_start: bool,
    at_end: bool,
}

/// What a spelling has been read as, up to some letter, by some of the schemes.
#[derive(Clone)]
struct Reading {
    original: String,
    schemes: u32,
}

impl Language {
    fn new(table: &Table) -> Self {
        let mut keys: HashMap<char, Vec<Key>> = HashMap::new();
        let mut add = |letters: &str, originals: &str, schemes: u32| {
            let letters = Segment::new(letters);
            if let Some(first) = letters.letters.chars().next() {
                keys.entry(first).or_default().push(Key {
                    letters,
                    originals: alternatives(originals),
                    schemes,
                });
            }
        };
        for (number, scheme) in table.schemes.values().enumerate() {
            for (letters, originals) in scheme {
                add(letters, originals, 1 << number);
            }
        }
        for (letters, originals) in &table.common {
            // A scheme that has its own reading of these letters has only that.
            let own = table.schemes.values().enumerate();
            let own = own.filter(|(_, scheme)| scheme.contains_key(letters));
            let schemes = own.fold(u32::MAX, |all, (number, _)| all & !(1 << number));
            add(letters, originals, schemes);
        }
        for keys in keys.values_mut() {
            keys.sort_by_key(|key| std::cmp::Reverse(key.letters.weight()));
        }
        let rewrites = table.rewrites.iter().filter_map(|(from, to)| {
            let mut from = from.chars();
            Some(((from.next()?, from.next()?), to.chars().next()?))
        });
        Language {
            shortest: table.shortest,
            marks: segments(&table.marks),
            other: segments(&table.other),
            keys,
            rewrites: rewrites.collect(),
        }
    }

    fn is_marked(&self, spelling: &str) -> bool {
        self.marks.iter().any(|mark| mark.is_in(spelling))
    }

    /// All readings of a spelling (small letters, decomposed), each by one scheme from end to end: the last
    /// of the lists, which are for each byte what the letters before it may be.
    fn read(&self, spelling: &str, until: &mut [Vec<Reading>]) {
        if self.other.iter().any(|segment| segment.is_in(spelling)) {
            return;
        }
        until[0].push(Reading {
            original: String::with_capacity(spelling.len()),
            schemes: u32::MAX,
        });
        for (at, letter) in spelling.char_indices() {
            for reading in std::mem::take(&mut until[at]) {
                self.read_on(&reading, spelling, at, letter, until);
            }
        }
    }

    /// Reads the letters at `at`: each scheme takes the longest key that it has there.
    fn read_on(
        &self,
        reading: &Reading,
        spelling: &str,
        at: usize,
        letter: char,
        until: &mut [Vec<Reading>],
    ) {
        let mut open = reading.schemes;
        let keys = self.keys.get(&letter).map_or(&[][..], Vec::as_slice);
        for key in keys.iter().filter(|key| key.letters.stands(spelling, at)) {
            let schemes = open & key.schemes;
            if schemes != 0 {
                let end = at + key.letters.letters.len();
                for original in &key.originals {
                    let original = self.append(&reading.original, original);
                    add(&mut until[end], Reading { original, schemes });
                }
                open &= !schemes;
            }
        }
        if open != 0 {
            let mut itself = [0; 4];
            let original = match base(letter) {
                Some(letters) => letters,
                None if letter.is_alphabetic()
                    && !is_combining_mark(letter)
                    && !is_sign(letter) =>
                {
                    letter.encode_utf8(&mut itself)
                }
                None => "",
            };
            let original = self.append(&reading.original, original);
            let schemes = open;
            add(
                &mut until[at + letter.len_utf8()],
                Reading { original, schemes },
            );
        }
    }

    /// Doubled letters count once.
    fn append(&self, original: &str, letters: &str) -> String {
        let mut longer = String::with_capacity(original.len() + letters.len() + 8);
        longer.push_str(original);
        let mut last = original.chars().next_back();
        for letter in letters.chars() {
            let letter = last
                .and_then(|last| self.rewrites.get(&(last, letter)).copied())
                .unwrap_or(letter);
            if last != Some(letter) {
                longer.push(letter);
                last = Some(letter);
            }
        }
        longer
    }
}

fn add(readings: &mut Vec<Reading>, reading: Reading) {
    let known = readings
        .iter_mut()
        .find(|known| known.original == reading.original);
    if let Some(known) = known {
        known.schemes |= reading.schemes;
    } else if readings.len() < READINGS {
        readings.push(reading);
    }
}

fn segments(written: &[String]) -> Vec<Segment> {
    written
        .iter()
        .map(|letters| Segment::new(letters))
        .collect()
}

/// `č x`: either of the two; nothing: the letters stand for nothing.
fn alternatives(originals: &str) -> Vec<String> {
    if originals.is_empty() {
        return vec![String::new()];
    }
    originals.split_whitespace().map(str::to_owned).collect()
}

impl Segment {
    fn new(written: &str) -> Self {
        Segment {
            at_start: written.starts_with('^'),
            at_end: written.ends_with('$'),
            letters: decomposed(written.trim_start_matches('^').trim_end_matches('$')),
        }
    }

    /// The longer, and among equals the more bound, is tried first.
    fn weight(&self) -> (usize, bool, bool) {
        (self.letters.len(), self.at_start, self.at_end)
    }

    /// Letter by letter: a segment has too few of them to be looked for in a better way.
    fn stands(&self, word: &str, at: usize) -> bool {
        let (rest, letters) = (&word.as_bytes()[at..], self.letters.as_bytes());
        rest.len() >= letters.len()
            && rest.iter().zip(letters).all(|(a, b)| a == b)
            && (!self.at_start || at == 0)
            && (!self.at_end || rest.len() == letters.len())
    }

    fn is_in(&self, word: &str) -> bool {
        (0..word.len()).any(|at| self.stands(word, at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the spellings share an original of a language whose mark one of them has.
    fn are_one(a: &str, b: &str) -> bool {
        shared(&originals(a), &originals(b))
            .any(|original| original.is_marked(a) || original.is_marked(b))
    }

    #[test]
    fn the_tables_are_sound() {
        let tables: Tables = yaml::parse(SOURCE).unwrap().read().unwrap();
        assert!(tables.languages.len() >= 8);
        for (language, table) in tables.languages {
            assert!(!table.marks.is_empty(), "{}: no marks", language);
            assert!(table.schemes.len() < 32, "{}: too many schemes", language);
            let rewrites = table.rewrites.iter();
            for (from, to) in rewrites {
                assert!(
                    from.chars().count() == 2 && to.chars().count() == 1,
                    "{from}: {to}"
                );
            }
        }
    }

    #[test]
    fn a_name_is_one_in_all_its_schemes() {
        for (a, b) in [
            ("Chernyshevsky", "Tchernychevski"),
            ("Zhukov", "Schukow"),
            ("Khrushchev", "Chruschtschow"),
            ("Dzhugashvili", "Djougachvili"),
            ("Trotsky", "Trockij"),
            ("Hrushevsky", "Grushevskii"),
            ("Khaled", "Khalid"),
            ("Zedong", "Tse-tung"),
            ("Yannis", "Giannis"),
            ("Khayim", "Chaim"),
            ("Müller", "Mueller"),
        ] {
            assert!(are_one(a, b), "{a}, {b}");
        }
    }

    #[test]
    fn no_scheme_makes_one_name_of_two() {
        for (a, b) in [
            ("Natasha", "Natalya"),
            ("Karenin", "Karenina"),
            ("Kolya", "Kostya"),
            ("Ganya", "Vanya"),
            ("Ivanov", "Ivanova"),
            ("Martov", "Martin"),
            ("Joan", "Jean"),
        ] {
            assert!(!are_one(a, b), "{a}, {b}");
        }
    }

    #[test]
    fn a_hostile_word_has_few_readings() {
        assert!(originals(&"Schies".repeat(200)).len() <= READINGS * LANGUAGES.len());
    }
}
