//! How alike two spellings are: what transliteration and the keyboard do to a name, and what grammar does.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Deserialize;
use similar::{ChangeTag, TextDiff};

/// What makes two words spellings of one name. All of it is data: see `rules/names.yaml`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Likeness {
    /// Letters that schemes of transliteration write in different ways, each group with the letter
    /// that stands for them; applied in this order to the word in small letters.
    folds: Vec<Fold>,
    /// Endings that tell words apart, in pairs: `-/s` a plural, `a/o` a woman and a man.
    endings: Vec<(String, String)>,
    /// Names that are near each other and not the same.
    #[serde(default)]
    distinct: Vec<(String, String)>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Fold {
    from: Vec<String>,
    to: String,
}

/// Words whose skeletons agree have at least this many letters.
const EQUAL: usize = 5;

/// Words that differ by one letter have at least this many letters.
const NEAR: usize = 7;

/// Words that differ by one letter begin with this many that agree.
const PREFIX: usize = 3;

impl Likeness {
    /// The word as it would be if every scheme of transliteration wrote alike.
    pub(super) fn skeleton(&self, word: &str) -> String {
        let mut skeleton = word.to_lowercase();
        for fold in &self.folds {
            for from in &fold.from {
                if skeleton.contains(from.as_str()) {
                    skeleton = skeleton.replace(from.as_str(), &fold.to);
                }
            }
        }
        let mut letters: Vec<char> = skeleton.chars().collect();
        letters.dedup();
        letters.into_iter().collect()
    }

    /// Whether the one is likely a misspelling of the other.
    pub(super) fn alike(&self, a: &Candidate, b: &Candidate) -> bool {
        let shorter = a.letters.min(b.letters);
        if a.first != b.first || self.is_grammar(a.word, b.word) || self.is_distinct(a.word, b.word)
        {
            return false;
        }
        if a.skeleton == b.skeleton {
            return shorter >= EQUAL;
        }
        let common = a
            .word
            .chars()
            .zip(b.word.chars())
            .take_while(|(a, b)| a == b)
            .count();
        shorter >= NEAR
            && common >= PREFIX
            && (strsim::osa_distance(a.word, b.word) == 1
                || (a.skeleton.chars().count() > PREFIX + 2
                    && strsim::osa_distance(&a.skeleton, &b.skeleton) == 1))
    }

    /// Whether the difference is an ending that grammar gives: a plural, a gender, a people.
    fn is_grammar(&self, a: &str, b: &str) -> bool {
        let diff = TextDiff::from_chars(a, b);
        let (mut gone, mut come) = (String::new(), String::new());
        let mut kept = String::new();
        let mut kept_behind = 0;
        for change in diff.iter_all_changes() {
            match change.tag() {
                ChangeTag::Delete => gone.push_str(change.value()),
                ChangeTag::Insert => come.push_str(change.value()),
                ChangeTag::Equal => {
                    kept.push_str(change.value());
                    kept_behind = if gone.is_empty() && come.is_empty() {
                        0
                    } else {
                        kept_behind + 1
                    };
                    continue;
                }
            }
            kept_behind = 0;
        }
        // Only an ending is grammar, and a last letter that both share may belong to it: Georgia/Georgina.
        kept_behind <= 1
            && self.endings.iter().any(|(x, y)| {
                let (x, y) = (x.trim_start_matches('-'), y.trim_start_matches('-'));
                (gone == x && come == y) || (gone == y && come == x)
            })
    }

    fn is_distinct(&self, a: &str, b: &str) -> bool {
        self.distinct
            .iter()
            .any(|(x, y)| (x == a && y == b) || (x == b && y == a))
    }
}

/// A word with what comparing it needs.
pub(super) struct Candidate<'w> {
    pub(super) word: &'w str,
    pub(super) skeleton: String,
    letters: usize,
    first: Option<char>,
}

impl<'w> Candidate<'w> {
    pub(super) fn new(word: &'w str, likeness: &Likeness) -> Self {
        Candidate {
            word,
            skeleton: likeness.skeleton(word),
            letters: word.chars().count(),
            first: word.chars().next(),
        }
    }
}

/// Pairs worth comparing, by index: those that share a skeleton, or a skeleton or word with one
/// letter left out. Every word is put under its own few keys, so that cost grows with their number.
pub(super) fn pairs(candidates: &[Candidate]) -> Vec<(usize, usize)> {
    let mut keys: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let mut add = |key: String| {
            let under = keys.entry(key).or_default();
            // A key that many words share says nothing; the cap keeps hostile text linear.
            if under.len() < 16 && under.last() != Some(&index) {
                under.push(index);
            }
        };
        add(candidate.skeleton.clone());
        if candidate.letters >= NEAR {
            let word = candidate.word.to_lowercase();
            for shape in [&word, &candidate.skeleton] {
                add(shape.clone());
                shortened(shape).for_each(&mut add);
            }
        }
    }
    let mut pairs: Vec<_> = keys
        .into_values()
        .flat_map(|under| {
            let mut pairs = Vec::new();
            for (number, &a) in under.iter().enumerate() {
                pairs.extend(under[number + 1..].iter().map(|&b| (a.min(b), a.max(b))));
            }
            pairs
        })
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
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
