//! `reworded`: one quotation twice in an article, in two wordings.

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use schemars::JsonSchema;
use serde::Deserialize;
use xxhash_rust::xxh3::xxh3_64;

use crate::checks::{Check, Context, Finding};
use crate::mentions::quotes::Quotation;
use crate::wording::{self, Comparison, Word};

/// Reports, where it stands for the second time, a quotation whose words are not those of the first time.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Reworded {
    /// Shorter quotations are left alone, in words.
    #[serde(default = "six")]
    min_words: usize,
}

fn six() -> usize {
    6
}

/// Quotations that share this many words in a row may be one.
const SHARED: usize = 4;

/// Of so many words of the shorter quotation at least one begins such a row, where the two are one; to compare
/// long quotations that only have a phrase in common would take the time of all the rest.
const APART: usize = 16;

/// Longer quotations are compared by so many words, from the first one on.
const LONGEST: usize = 1_000;

/// Words in a row that more quotations have than this are a phrase of the article.
const COMMON: usize = 8;

impl Check for Reworded {
    fn fields(&self) -> &'static [&'static str] {
        &["diff"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let quotations: Vec<_> = cx
            .mentions
            .quotes()
            .quotations
            .iter()
            .filter(|quotation| quotation.is_speech() && quotation.depth == 0)
            .filter(|quotation| cx.reads_block(quotation.range().start))
            .collect();
        let read = |number: usize| (words(cx, quotations[number]), cx.text());
        let found = self.pairs(quotations.len(), read).into_iter();
        let found = found.filter(|&(first, second, _)| {
            let (first, second) = (quotations[first], quotations[second]);
            may_be_one(cx, first, second) && is_apart(cx, first, second)
        });
        findings.extend(found.map(|(first, second, diff)| {
            Finding::at(quotations[second].first_run())
                .field("diff", diff)
                .label(quotations[first].first_run(), "the first time")
        }));
    }
}

impl Reworded {
    /// Quotations, by their numbers, that are others reworded, each once, with what was changed. `read` gives
    /// the words of a quotation and the text that they are places of.
    pub(super) fn pairs<'t>(
        &self,
        count: usize,
        read: impl Fn(usize) -> (Vec<Word>, &'t str),
    ) -> Vec<(usize, usize, String)> {
        let read = |number: usize| {
            let (mut words, text) = read(number);
            words.truncate(LONGEST);
            (words, text)
        };
        let mut reported = HashSet::new();
        let mut found = Vec::new();
        for (first, second) in candidates(count, |number| read(number).0) {
            if reported.contains(&second) {
                continue;
            }
            let ((old, old_text), (new, new_text)) = (read(first), read(second));
            if old.len().min(new.len()) < self.min_words {
                continue;
            }
            let mut compared = wording::compare(&old, &new);
            // `obey[ing]` is the quoter's ending, and says so.
            compared.changes.retain(|change| {
                !is_bracketed(&old[change.old.clone()], old_text)
                    && !is_bracketed(&new[change.new.clone()], new_text)
            });
            // A phrase that two quotations share does not make them one.
            let whole = compared.common * 3 >= old.len().min(new.len()) * 2;
            compared.changes.retain(|change| {
                let (old, new) = (&old[change.old.clone()], &new[change.new.clone()]);
                !is_adapted(old, new) && !is_hyphened(old, new)
            });
            let other = compared.changes.iter().any(|change| {
                let (old, new) = (&old[change.old.clone()], &new[change.new.clone()]);
                names_another((old, old_text), (new, new_text))
            });
            if whole && !other && says_enough(&old, &compared) && self.is_reworded(&compared) {
                reported.insert(second);
                let diff = wording::inline((&old, old_text), (&new, new_text), &compared.changes);
                found.push((first, second, diff));
            }
        }
        found
    }

    /// Most of the words from the first common one to the last agree, and some do not.
    fn is_reworded(&self, found: &Comparison) -> bool {
        let longest = found.span.0.len().max(found.span.1.len());
        let whole = found.common >= self.min_words - 1;
        whole && !found.changes.is_empty() && found.common * 5 >= longest * 4
    }
}

/// Whether enough of the common words say something: `the question of the dictatorship of the` is in any speech.
fn says_enough(old: &[Word], compared: &Comparison) -> bool {
    const ENOUGH: usize = 3;
    const LITTLE: [&str; 24] = [
        "been", "could", "from", "have", "into", "more", "most", "only", "over", "such", "than",
        "that", "their", "them", "then", "there", "they", "this", "upon", "were", "which", "will",
        "with", "would",
    ];
    let changed = |at: usize| {
        let after = compared
            .changes
            .partition_point(|change| change.old.end <= at);
        compared
            .changes
            .get(after)
            .is_some_and(|change| change.old.contains(&at))
    };
    let kept = compared.span.0.clone().filter(|&at| !changed(at));
    let says = |word: &str| word.len() > 3 && LITTLE.binary_search(&word).is_err();
    kept.filter(|&at| says(&old[at].key)).count() >= ENOUGH
}

/// `my`, `their`: whoever quotes a saying turns it to himself.
fn is_adapted(old: &[Word], new: &[Word]) -> bool {
    const PRONOUNS: [&str; 20] = [
        "he", "her", "his", "i", "it", "its", "me", "my", "our", "she", "the", "their", "them",
        "they", "us", "we", "you", "your", "him", "those",
    ];
    let pronoun = |words: &[Word]| matches!(words, [word] if PRONOUNS.contains(&word.key.as_str()));
    pronoun(old) && pronoun(new)
}

/// `Socialist-Revolutionaries`, `Socialist Revolutionaries`
fn is_hyphened(old: &[Word], new: &[Word]) -> bool {
    let letters = |words: &[Word]| -> String {
        let keys = words.iter().flat_map(|word| word.key.chars());
        keys.filter(|c| c.is_alphanumeric()).collect()
    };
    !old.is_empty() && !new.is_empty() && letters(old) == letters(new)
}

/// Whether a name stands where the other has another word: what is said of anarchists, turned against Marxists.
fn names_another(old: (&[Word], &str), new: (&[Word], &str)) -> bool {
    const STEM: usize = 4;
    let named = |(words, text): (&[Word], &str)| {
        let mut words = words.iter();
        words.any(|word| text[word.range.clone()].starts_with(char::is_uppercase))
    };
    let stem = |word: &Word| word.key.chars().take(STEM).collect::<String>();
    let alike = old
        .0
        .iter()
        .any(|a| new.0.iter().any(|b| stem(a) == stem(b)));
    !old.0.is_empty() && !new.0.is_empty() && (named(old) || named(new)) && !alike
}

/// Whether square brackets stand in the words or right beside them.
fn is_bracketed(words: &[Word], text: &str) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    let before = text[..first.range.start].chars().next_back();
    let behind = text[last.range.end..].chars().next();
    let inside = &text[first.range.start..last.range.end];
    inside.contains(['[', ']']) || before == Some('[') || before == Some(']') || behind == Some('[')
}

/// Not the words of two people, nor sentences of one breath.
fn may_be_one(cx: &Context, first: &Quotation, second: &Quotation) -> bool {
    let name = |quotation: &Quotation| {
        quotation
            .attribution
            .name
            .clone()
            .map(|name| cx.words(&name))
    };
    let same = match (name(first), name(second)) {
        (Some(one), Some(other)) => one.contains(other) || other.contains(one),
        _ => true,
    };
    let between = cx.text().get(first.range().end..second.range().start);
    let one_breath = between.is_some_and(|between| !between.contains(char::is_alphanumeric));
    same && !one_breath
}

/// Whether more than a tag stands between two quotations: speech that says nearly the same again at once is
/// rhetoric, `“I have a dream that …” said King. “I have a dream that …”`.
fn is_apart(cx: &Context, first: &Quotation, second: &Quotation) -> bool {
    const TAG: usize = 6;
    let between = cx.words(&(first.range().end..second.range().start.max(first.range().end)));
    between.split_whitespace().nth(TAG).is_some()
}

fn words(cx: &Context, quotation: &Quotation) -> Vec<Word> {
    let runs = quotation.runs.iter();
    runs.flat_map(|run| wording::words(cx.words(&run.words), run.words.start))
        .collect()
}

/// Pairs of quotations, by number, that share some words in a row and are not the same all through. Of
/// words only hashes are kept: an archive of speeches is nearly all quotation.
fn candidates(
    count: usize,
    words: impl Fn(usize) -> Vec<Word>,
) -> impl Iterator<Item = (usize, usize)> {
    let (mut whole, mut lengths) = (Vec::with_capacity(count), Vec::with_capacity(count));
    let mut rows: Vec<(u32, u32)> = Vec::new();
    for number in 0..count {
        let hashes: Vec<u64> = words(number)
            .iter()
            .map(|word| xxh3_64(word.key.as_bytes()))
            .collect();
        whole.push(hash(&hashes));
        lengths.push(hashes.len());
        // Two rows of one hash cost a comparison, and nothing else.
        let of = |row: &[u64]| u32::try_from(hash(row) >> 32).unwrap_or_default();
        let under = u32::try_from(number).unwrap_or(u32::MAX);
        rows.extend(hashes.windows(SHARED).map(|row| (of(row), under)));
    }
    rows.sort_unstable();
    rows.dedup();
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for holders in rows.chunk_by(|a, b| a.0 == b.0) {
        let holders = &holders[..holders.len().min(COMMON)];
        for (place, &(_, a)) in holders.iter().enumerate() {
            for &(_, b) in &holders[place + 1..] {
                let (a, b) = (a as usize, b as usize);
                if whole[a] != whole[b] {
                    *shared.entry((a, b)).or_default() += 1;
                }
            }
        }
    }
    let pairs = shared.into_iter();
    pairs
        .filter(move |&((a, b), rows)| rows * APART >= lengths[a].min(lengths[b]))
        .map(|(pair, _)| pair)
}

fn hash(words: &[u64]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}
