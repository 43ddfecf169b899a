//! Which spellings are worth comparing: those that share a key. Every spelling is put under its own
//! few keys, so that cost grows with their number and not with its square.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::slip::SHORTEST;
use super::{Spelt, namesakes};

/// A key that more spellings share says nothing; the cap keeps hostile text linear.
const CROWD: usize = 16;

/// Pairs worth comparing, by index, in order.
pub(in crate::checks::names) fn pairs(spellings: &[Spelt]) -> Vec<(usize, usize)> {
    let comparable = || {
        let spellings = spellings.iter().enumerate();
        spellings.filter(|(_, spelling)| spelling.is_comparable())
    };
    let mut keys = Keys::default();
    for (index, spelling) in comparable() {
        keys.add(&spelling.bare, index);
        if spelling.letters >= SHORTEST {
            keys.add(&spelling.struck, index);
            shortened(&spelling.struck).for_each(|shorter| keys.add(&shorter, index));
        }
        // `Rosa`, `Rose`
        for line in namesakes::lines(&spelling.bare) {
            keys.add(&line.to_string(), index);
        }
    }
    // Reading a spelling backwards costs most: only those whose consonants agree with others are.
    let mut consonants = Keys::default();
    for (index, spelling) in comparable().filter(|(_, spelling)| !spelling.may_be_any_word()) {
        consonants.add(&outline(&spelling.bare), index);
    }
    for group in consonants.groups() {
        for &(_, index) in group {
            let originals = spellings[index].originals().iter();
            keys.0
                .extend(originals.map(|original| (original.key(), index)));
        }
    }
    let mut pairs: Vec<_> =
        keys.groups()
            .flat_map(|group| {
                let group = &group[..group.len().min(CROWD)];
                group.iter().enumerate().flat_map(|(number, &(_, a))| {
                    group[number + 1..].iter().map(move |&(_, b)| (a, b))
                })
            })
            .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Hashed keys with the spellings that have them.
#[derive(Default)]
struct Keys(Vec<(u64, usize)>);

impl Keys {
    fn add(&mut self, key: &str, index: usize) {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        self.0.push((hasher.finish(), index));
    }

    /// The spellings under each key that has several.
    fn groups(&mut self) -> impl Iterator<Item = &[(u64, usize)]> {
        self.0.sort_unstable();
        self.0.dedup();
        self.0
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|group| group.len() > 1)
    }
}

/// What every way of writing a name leaves of it: its liquids, nasals and labial stops. Vowels,
/// sibilants and gutturals are what languages write in different letters, and `t` and `d` belong to
/// sibilants too often: `Trotsky`, `Trockij`.
fn outline(word: &str) -> String {
    let mut outline = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let left = match letter {
            'p' if letters.peek() == Some(&'h') => continue,
            'b' | 'p' => 'p',
            'l' | 'm' | 'n' | 'r' => letter,
            _ => continue,
        };
        if !outline.ends_with(left) {
            outline.push(left);
        }
    }
    outline
}

/// A word with each letter in turn left out.
fn shortened(word: &str) -> impl Iterator<Item = String> + '_ {
    word.char_indices().map(|(at, letter)| {
        let mut shorter = String::with_capacity(word.len());
        shorter.push_str(&word[..at]);
        shorter.push_str(&word[at + letter.len_utf8()..]);
        shorter
    })
}
