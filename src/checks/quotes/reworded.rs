//! `reworded`: one quotation twice in an article, in two wordings.

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;
use xxhash_rust::xxh3::xxh3_64;

use crate::checks::{Check, Context, Finding};
use crate::mentions::quotes::{Class, Quotation, Run};
use crate::wording::{self, Change, Comparison, Word};

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
        let quotations = cx.mentions.quotes().quotations.iter();
        let quotations: Vec<_> = quotations
            .filter(|quotation| quotation.depth == 0 && quotation.class != Class::Title)
            .filter(|quotation| {
                quotation.is_speech() || quotation.length(cx.text()) >= self.min_words
            })
            .filter(|quotation| cx.reads_block(quotation.range().start))
            .filter(|quotation| !is_table(cx, quotation))
            .collect();
        let turns = turns(cx, &quotations);
        let mut reported = HashSet::new();
        let read = |number: usize| (words(cx, &turns[number]), cx.text());
        for pair in self.pairs(turns.len(), read) {
            let (first, second) = (&turns[pair.first], &turns[pair.second]);
            if may_be_one(cx, first, second) && is_apart(cx, first, second) {
                let place = run_at(second, pair.changed.1);
                let label = run_at(first, pair.changed.0);
                // A quotation, and the turn that it begins.
                if !reported.insert(place.start) {
                    continue;
                }
                findings.push(
                    Finding::at(place)
                        .field("diff", pair.diff)
                        .label(label, "the first time"),
                );
            }
        }
    }
}

/// What somebody says at one go: quotations that only a tag parts, `“We left,” said Ann. “It rained.”`.
type Turn<'q> = Vec<&'q Quotation>;

/// Every quotation for itself, and before it the turn that begins with it.
fn turns<'q>(cx: &Context, quotations: &[&'q Quotation]) -> Vec<Turn<'q>> {
    let mut turns = Vec::new();
    let mut end = 0;
    for (number, quotation) in quotations.iter().enumerate() {
        if number >= end {
            end = number + 1;
            while end < quotations.len() && goes_on(cx, quotations[end - 1], quotations[end]) {
                end += 1;
            }
            if end > number + 1 {
                turns.push(quotations[number..end].to_vec());
            }
        }
        turns.push(vec![*quotation]);
    }
    turns
}

/// The run of a turn that holds a place.
fn run_at(turn: &Turn, place: usize) -> Range<usize> {
    let mut runs = turn.iter().flat_map(|quotation| &quotation.runs);
    let run = runs.find(|run| run.words.contains(&place));
    run.map_or_else(|| turn[0].first_run(), Run::range)
}

/// Whether a quotation goes on with the words of the last one, behind a tag of the same speaker.
fn goes_on(cx: &Context, last: &Quotation, next: &Quotation) -> bool {
    let name = |quotation: &Quotation| {
        let name = quotation.attribution.name.clone();
        name.map(|name| cx.words(&name))
    };
    let stops = |words: &str| words.ends_with([',', '.', '!', '?', '—', '–', '…']);
    let said = &last.runs[last.runs.len() - 1].words;
    let block = |quotation: &Quotation| {
        let block = cx.document.block_at(quotation.range().start);
        block.map(|block| block.range.start)
    };
    last.is_speech()
        && next.is_speech()
        && name(last) == name(next)
        && block(last) == block(next)
        && stops(cx.words(said))
        && is_parted(cx, last, next)
        && !is_apart(cx, &[last], &[next])
}

/// Whether a block holds code or a table: many of them differ in a word, and rightly so.
fn is_table(cx: &Context, quotation: &Quotation) -> bool {
    let words = cx.words(&quotation.range());
    quotation.class == Class::Block
        && words.contains(['{', '}', '|', '$', '\\', '=', '<', '>', '@', '_'])
}

/// Whether words stand between two quotations.
fn is_parted(cx: &Context, first: &Quotation, second: &Quotation) -> bool {
    let between = cx.text().get(first.range().end..second.range().start);
    between.is_some_and(|between| between.contains(char::is_alphanumeric))
}

/// A quotation that is another one reworded, both by their numbers.
pub(super) struct Pair {
    pub(super) first: usize,
    pub(super) second: usize,
    /// What was changed.
    pub(super) diff: String,
    /// Where the first change stands in the texts of the two.
    changed: (usize, usize),
}

impl Reworded {
    /// Quotations, by their numbers, that are others reworded, each once, with what was changed. `read` gives
    /// the words of a quotation and the text that they are places of.
    pub(super) fn pairs<'t>(
        &self,
        count: usize,
        read: impl Fn(usize) -> (Vec<Word>, &'t str),
    ) -> Vec<Pair> {
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
            trim(&mut compared);
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
            if whole && !other && says_enough(&old, &new, &compared) && self.is_reworded(&compared)
            {
                reported.insert(second);
                let diff = wording::inline((&old, old_text), (&new, new_text), &compared.changes);
                let place = |words: &[Word], at: usize| words[at.min(words.len() - 1)].range.start;
                let change = &compared.changes[0];
                found.push(Pair {
                    first,
                    second,
                    diff,
                    changed: (place(&old, change.old.start), place(&new, change.new.start)),
                });
            }
        }
        found
    }

    /// Most of the words from the first common one to the last agree, and some do not; of many fewer are enough, where
    /// the changes are few.
    fn is_reworded(&self, found: &Comparison) -> bool {
        const MANY: usize = 12;
        const APART: usize = 4;
        let longest = found.span.0.len().max(found.span.1.len());
        let whole = found.common >= self.min_words - 1;
        let few = found.common >= MANY.max(APART * found.changes.len());
        let share = if few { 7 } else { 8 };
        whole && !found.changes.is_empty() && found.common * 10 >= longest * share
    }
}

/// Leaves out a word that both begin or end with, where more words than it differ beside it: it is common by chance.
fn trim(found: &mut Comparison) {
    let chance =
        |common: usize, change: &Change| common == 1 && change.old.len().max(change.new.len()) > 3;
    if let Some(first) = found.changes.first()
        && chance(first.old.start - found.span.0.start, first)
    {
        found.span = (
            first.old.end..found.span.0.end,
            first.new.end..found.span.1.end,
        );
        found.common -= 1;
        found.changes.remove(0);
    }
    if let Some(last) = found.changes.last()
        && chance(found.span.0.end - last.old.end, last)
    {
        found.span = (
            found.span.0.start..last.old.start,
            found.span.1.start..last.new.start,
        );
        found.common -= 1;
        found.changes.pop();
    }
}

/// Whether enough of the common words say something: `the question of the dictatorship of the` is in any speech. Where
/// both quotations agree from their first word to their last but in one place, one word of eight is enough.
fn says_enough(old: &[Word], new: &[Word], compared: &Comparison) -> bool {
    const ENOUGH: usize = 3;
    const ALL: usize = 8;
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
    let all = compared.changes.len() == 1
        && compared.common >= ALL
        && compared.common * 5 >= old.len().max(new.len()) * 4;
    let enough = if all { 1 } else { ENOUGH };
    kept.filter(|&at| says(&old[at].key)).count() >= enough
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

/// Not the words of two people, nor sentences of one breath, nor two terms.
fn may_be_one(cx: &Context, first: &[&Quotation], second: &[&Quotation]) -> bool {
    let name = |turn: &[&Quotation]| {
        let name = turn[0].attribution.name.clone();
        name.map(|name| cx.words(&name))
    };
    let same = match (name(first), name(second)) {
        (Some(one), Some(other)) => one.contains(other) || other.contains(one),
        _ => true,
    };
    let said = first[0].is_speech() || second[0].is_speech();
    same && said && is_parted(cx, first[first.len() - 1], second[0])
}

/// Whether more than a tag stands between two turns: speech that says nearly the same again at once is
/// rhetoric, `“I have a dream that …” said King. “I have a dream that …”`.
fn is_apart(cx: &Context, first: &[&Quotation], second: &[&Quotation]) -> bool {
    const TAG: usize = 6;
    let end = first[first.len() - 1].range().end;
    let between = cx.words(&(end..second[0].range().start.max(end)));
    between.split_whitespace().nth(TAG).is_some()
}

fn words(cx: &Context, turn: &[&Quotation]) -> Vec<Word> {
    let runs = turn.iter().flat_map(|quotation| &quotation.runs);
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
