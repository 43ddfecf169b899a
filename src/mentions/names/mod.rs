//! Names: the capitalised words of a text that are names, with where and how often each stands.

mod acronyms;
mod apart;
mod chinese;
mod given;
mod glosses;
mod groups;
mod known_words;
mod letters;
mod people;
mod scan;
mod shouted;
mod whole;
mod word_list;

use std::collections::HashMap;
use std::ops::Range;

use crate::document::{BlockKind, Document, is_in_address};
use crate::mentions::words::{is_determiner, is_opener};
pub use acronyms::{Acronym, Definition};
use apart::{Apart, SetApart};
pub use given::{Sex, sex, sex_of_pronoun};
pub use groups::{Group, Kind, is_title};
pub use known_words::{is_common_word, is_established_name, is_known_word, is_proper_word};
pub use letters::is_unheard;
pub(in crate::mentions) use people::people;
pub use people::{behind_offices, is_given_name, particle, without_honours};
use scan::Word;
pub use whole::{is_particle, names_and_acronyms, whole_names};

/// One spelling of a name (one word of it), with all its places.
#[derive(Debug)]
pub struct Spelling {
    /// The word, without `'s`.
    pub word: String,
    /// Where it stands, bytes of the document's text, in order.
    pub places: Vec<Range<usize>>,
    /// How many of the places are inside a sentence, where a capital means something.
    pub inside: usize,
    /// Capitalised words that stand right before or behind it, the first few of them.
    pub neighbours: Vec<String>,
    /// Those of them that stand right before it, without titles and articles, which stand before many.
    pub before: Vec<String>,
    /// How many of the places have no other capitalised word beside them.
    pub alone: usize,
    /// How many have one right behind them, as given names have.
    pub leading: usize,
    /// How many are set apart, alone, in italics or marks, as words are that are spoken of.
    pub cited: usize,
    /// How many stand in italics or in marks.
    pub italic: usize,
}

/// More neighbours than this say nothing new of a name.
const NEIGHBOURS: usize = 32;

impl Spelling {
    /// Of a word that stands nowhere yet.
    fn new(word: &str) -> Self {
        Spelling {
            word: word.to_owned(),
            places: Vec::new(),
            inside: 0,
            neighbours: Vec::new(),
            before: Vec::new(),
            alone: 0,
            leading: 0,
            cited: 0,
            italic: 0,
        }
    }

    /// Remembers what stands before or behind it.
    fn meet(&mut self, neighbour: &str, before: bool) {
        if self.neighbours.len() < NEIGHBOURS {
            self.neighbours.push(neighbour.to_owned());
            if before && !leads(neighbour) {
                self.before.push(neighbour.to_owned());
            }
        }
    }
}

/// The names of a document.
#[derive(Debug, Default)]
pub struct Names {
    /// In the order of their first places.
    pub spellings: Vec<Spelling>,
    /// Words that only open sentences or stand in headings: they may be names or any words. Those that everybody knows
    /// are here if they stand once, and may be a slip. Words of headings in capitals have small letters here.
    pub openings: Vec<Spelling>,
}

/// The acronyms of a document, in the order of their first places.
pub(super) fn acronyms(document: &Document) -> Vec<Acronym> {
    acronyms::extract(document)
}

/// The names of a document, the mentions of each together.
pub(super) fn groups(document: &Document, names: &Names, acronyms: &[Acronym]) -> Vec<Group> {
    groups::groups(document, names, acronyms)
}

/// Finds the names of a document: words with a capital inside a sentence. A word that also
/// stands in small letters is none; one that only opens sentences may be any word, and so may one
/// that opens direct speech (`quoted` says which offsets are).
pub fn extract(document: &Document, quoted: impl Fn(usize) -> bool) -> Names {
    let text = document.text();
    let apart = SetApart::new(document);
    let mut found: HashMap<&str, Spelling> = HashMap::new();
    let mut starts = document
        .sentences()
        .iter()
        .map(|sentence| sentence.start)
        .peekable();
    for block in document.blocks() {
        let heading = block.kind == BlockKind::Heading;
        let mut before: Option<Word> = None;
        for word in scan::capitalised(text, &block.range) {
            let mut opens = false;
            while starts
                .peek()
                .is_some_and(|&start| start <= word.range.start)
            {
                let start = starts.next().unwrap_or_default();
                opens = !text[start..word.range.start].contains(char::is_alphanumeric);
            }
            if is_in_address(text, &word.range) {
                continue;
            }
            let spelt = &text[word.range.clone()];
            let spelling = found.entry(spelt).or_insert_with(|| Spelling::new(spelt));
            let apart = apart.of(text, &word.range);
            spelling.cited += usize::from(apart == Some(Apart::Alone));
            spelling.italic += usize::from(apart.is_some());
            let (last, next) =
                capitals_beside(&text[block.range.clone()], &word, block.range.start);
            spelling.alone += usize::from(last.is_none() && next.is_none());
            spelling.leading += usize::from(next.is_some());
            spelling.places.push(word.range.clone());
            spelling.inside +=
                usize::from(!opens && !heading && !(word.after_stop && quoted(word.range.start)));
            let beside = before
                .as_ref()
                .filter(|before| adjoins(text, before, &word))
                .map(|before| &text[before.range.clone()]);
            // Names of two letters and initials are company, though nothing is told by them: `Lu Xun`, `E. H. Carr`.
            if let Some(name) = next.filter(|name| is_short(name)) {
                spelling.meet(name, false);
            }
            if let Some(name) = beside.or(last) {
                spelling.meet(name, true);
                if let Some(other) = found.get_mut(name) {
                    other.meet(spelt, false);
                }
            }
            before = Some(word);
        }
    }
    let given: Vec<String> = found
        .values()
        .filter(|word| word.inside == 0 && word.places.len() == 1 && is_given(word, &found))
        .map(|word| word.word.clone())
        .collect();
    for word in &given {
        if let Some(word) = found.get_mut(word.as_str()) {
            word.inside += 1;
        }
    }
    let mut shouted = shouted::shouted(document);
    // What the prose has in small letters is told by them; the head of a page says what the heading says.
    shouted.retain_mut(|word| {
        let Some(other) = found.get_mut(word.word.as_str()) else {
            return true;
        };
        let places = &mut other.places;
        if places.iter().all(|place| document.is_metadata(place.start)) {
            places.append(&mut word.places);
            places.sort_by_key(|place| place.start);
        }
        false
    });
    let (mut spellings, mut openings): (Vec<_>, Vec<_>) = found
        .into_values()
        .partition(|spelling| spelling.inside > 0);
    openings.retain(|word| {
        !is_opener(&word.word) && (word.places.len() == 1 || !is_known_word(&word.word))
    });
    openings.append(&mut shouted);
    for words in [&mut spellings, &mut openings] {
        words.sort_by_key(|spelling| spelling.places[0].start);
    }
    Names {
        spellings,
        openings,
    }
}

/// Whether a word that opens a sentence is a given name there: the word behind it follows others elsewhere, as
/// `Sedova` in `Natalya Sedova saw it … They asked Natatia Sedova`.
fn is_given(word: &Spelling, found: &HashMap<&str, Spelling>) -> bool {
    let is_surname = |name: &String| {
        let before = found.get(name.as_str()).map(|name| name.before.as_slice());
        before.is_some_and(|before| before.iter().any(|other| *other != word.word))
    };
    !leads(&word.word) && word.neighbours.iter().any(is_surname)
}

/// Whether a word stands before many names and is a part of none: `Dr`, `The`, `However`.
pub fn leads(word: &str) -> bool {
    is_title(word) || is_determiner(word) || is_opener(word)
}

/// The word with a capital right before a word of a block that begins at `start`, and the one right behind it. Titles,
/// articles, initials and what opens sentences are none.
fn capitals_beside<'t>(
    block: &'t str,
    word: &Word,
    start: usize,
) -> (Option<&'t str>, Option<&'t str>) {
    let (before, behind) = (
        &block[..word.range.start - start],
        &block[word.range.end - start..],
    );
    let inside = |c: char| c.is_alphanumeric();
    let is_name =
        |word: &&str| word.starts_with(char::is_uppercase) && word.chars().nth(1).is_some();
    let last_word = |text: &'t str| &text[text.trim_end_matches(inside).len()..];
    // A hyphen between blanks is a dash and joins nothing.
    let joined = |text: &'t str| {
        let rest = text.trim_end_matches(' ');
        match text.strip_suffix('-') {
            Some(rest) => Some(rest),
            None => (rest.len() < text.len() && !rest.ends_with('-')).then_some(rest),
        }
    };
    let given = |rest: &'t str| {
        let name = Some(last_word(rest)).filter(is_name);
        name.filter(|word| !leads(word))
    };
    let last = joined(scan::without_elision(before)).and_then(|rest| {
        let rest = without_particles(rest);
        let whole = without_initials(rest);
        if whole.len() == rest.len() {
            return given(rest);
        }
        let first = &rest[whole.len()..].trim_start_matches(' ');
        let initial = first.find('.').map(|stop| &first[..=stop]);
        joined(whole).and_then(given).or(initial)
    });
    let next = behind.strip_prefix([' ', '-']).map(|behind| {
        let mut words = behind.split(' ').filter(|word| !word.is_empty());
        let word = words.find(|word| !is_particle(word)).unwrap_or_default();
        &word[..word.len() - word.trim_start_matches(inside).len()]
    });
    (last, next.filter(is_name))
}

fn is_short(name: &str) -> bool {
    name.chars().nth(2).is_none()
}

/// What stands before the particles that a text ends with: `John von`.
fn without_particles(text: &str) -> &str {
    let mut rest = text;
    while let Some((before, word)) = rest.rsplit_once(' ') {
        if !is_particle(word) {
            break;
        }
        rest = before;
    }
    rest
}

/// What stands before the initials that a text ends with: `quoted by G. P.`, `quoted by G.P.`
fn without_initials(text: &str) -> &str {
    let mut rest = text;
    while let Some(before) = rest.trim_end_matches(' ').strip_suffix('.') {
        let Some(letter) = before.chars().next_back().filter(|c| c.is_uppercase()) else {
            break;
        };
        let before = &before[..before.len() - letter.len_utf8()];
        if before.ends_with(char::is_alphanumeric) {
            break;
        }
        rest = before;
    }
    rest
}

/// Whether two words stand in one name: side by side, also where a line was broken, or joined as in `Jaish-e-Mohammad`.
fn adjoins(text: &str, before: &Word, word: &Word) -> bool {
    let between = scan::without_elision(&text[before.range.end..word.range.start]);
    matches!(
        between,
        "-" | "-e-" | "-i-" | "-ul-" | "-ud-" | " al-" | "-al-" | " el-" | "-el-"
    ) || between.ends_with(' ')
        && without_particles(between.trim_end_matches(' '))
            .bytes()
            .all(|byte| byte == b' ')
}
