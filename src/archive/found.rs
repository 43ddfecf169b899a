//! Found: a stretch of a source with a quotation laid along it.

use std::collections::HashSet;
use std::ops::Range;

use super::align::{Alignment, align};
use super::held::Passage;
use super::places::Candidate;
use super::{Archive, heads};
use crate::wording::{Change, Word, source_words, words};

/// A quotation to look for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Its words in order.
    pub words: Vec<Word>,
    /// Its words as written, blanks made single.
    pub written: String,
}

impl Wanted {
    /// A quotation by its words, which stand at `base` of the text they are told of.
    pub fn new<'t>(runs: impl IntoIterator<Item = (usize, &'t str)>) -> Self {
        let mut wanted = Wanted {
            words: Vec::new(),
            written: String::new(),
        };
        for (base, run) in runs {
            wanted.words.extend(words(run, base));
            wanted.written.push_str(run);
            wanted.written.push(' ');
        }
        wanted
    }
}

/// Where a source has words, before its file is held.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub(super) source: usize,
    pub(super) range: Range<usize>,
}

impl Spot {
    pub(super) fn is_before(&self, other: &Spot) -> bool {
        self.source == other.source && self.range.end <= other.range.start
    }
}

/// A stretch of a source that has the quotation in some way.
pub(super) struct Found<'a> {
    pub(super) source: usize,
    pub(super) words: Vec<Word>,
    passage: Passage<'a>,
    pub(super) noisy: bool,
    pub(super) alignment: Alignment,
}

/// Words that are not the source's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// Bytes of the source's text: what it has; empty where it has nothing.
    pub source: Range<usize>,
    /// Bytes of the text that the quotation's words were read from; empty where a word was left out.
    pub quotation: Range<usize>,
}

/// Aligns a quotation at some places, each once.
pub(super) fn finds<'a>(
    archive: &'a Archive,
    wanted: &Wanted,
    candidates: &[Candidate],
) -> Vec<Found<'a>> {
    let length: usize = wanted.words.iter().map(|word| word.key.len() + 1).sum();
    let margin = length / 2 + 240;
    let mut seen = HashSet::new();
    let mut found: Vec<Found> = Vec::new();
    // Where one has it all, a place with fewer of its rows has not.
    let mut enough = 0;
    for at in candidates {
        let window = at.range.start.saturating_sub(margin)..at.range.end + margin;
        if at.score < enough || !seen.insert((at.source, window.clone())) {
            continue;
        }
        let Some(passage) = archive.passage(at.source, window) else {
            continue;
        };
        let here = Found::new(archive, at.source, passage, wanted);
        if here.alignment.cost == 0 {
            enough = enough.max(at.score);
        }
        found.push(here);
    }
    found
}

impl<'a> Found<'a> {
    fn new(archive: &Archive, source: usize, passage: Passage<'a>, wanted: &Wanted) -> Self {
        let noisy = archive.sources[source].noisy;
        let mut words = source_words(&passage.words, passage.start);
        let mut alignment = align(&words, &wanted.words, noisy);
        if alignment.cost > 0
            && let Some(kept) = heads::without(&passage, &words)
        {
            let other = align(&kept, &wanted.words, noisy);
            if other.cost < alignment.cost {
                (words, alignment) = (kept, other);
            }
        }
        let mut found = Found {
            source,
            words,
            passage,
            noisy,
            alignment,
        };
        found.replace_ends(wanted.words.len());
        found
    }

    /// A word added at the very end, or before the very beginning, stands for the source's word there,
    /// unless its sentence ends between: `until he died` for `until he fell` is one word for another.
    fn replace_ends(&mut self, length: usize) {
        let goes_on = |first: usize, second: usize| {
            let words = self.words.get(first).zip(self.words.get(second));
            words.is_some_and(|(a, b)| {
                let between = self.passage.slice(a.range.end..b.range.start);
                !between.contains(['.', '?', '!', ';', ':'])
            })
        };
        let alignment = &mut self.alignment;
        if let Some(last) = alignment.changes.last_mut()
            && last.old.is_empty()
            && last.new == (length - 1..length)
            && last.old.start > 0
            && goes_on(last.old.start - 1, last.old.start)
        {
            last.old.end += 1;
            alignment.source.end += 1;
        }
        if let Some(first) = alignment.changes.first_mut()
            && first.old.is_empty()
            && first.new == (0..1)
            && first.old.start > 0
            && goes_on(first.old.start - 1, first.old.start)
        {
            first.old.start -= 1;
            alignment.source.start -= 1;
        }
    }

    /// Words that differ, two that have changed places counted once.
    pub(super) fn slips(&self, wanted: &Wanted) -> usize {
        let keys = |words: &[Word]| -> Vec<String> {
            let mut keys: Vec<String> = words.iter().map(|word| word.key.clone()).collect();
            keys.sort_unstable();
            keys
        };
        let swapped = self.alignment.changes.iter().filter(|change| {
            let (old, new) = (
                &self.words[change.old.clone()],
                &wanted.words[change.new.clone()],
            );
            old.len() == 2 && keys(old) == keys(new)
        });
        self.alignment.cost - swapped.count()
    }

    /// The bytes of some words, by number.
    pub(super) fn spot(&self, range: Range<usize>) -> Spot {
        Spot {
            source: self.source,
            range: bytes(&self.words, range),
        }
    }

    pub(super) fn is_verbatim(&self, spot: &Spot, wanted: &Wanted) -> bool {
        let written = wanted.written.trim_matches(|c: char| !c.is_alphanumeric());
        let source = self.passage.slice(spot.range.clone());
        source.split_whitespace().eq(written.split_whitespace())
    }

    pub(super) fn altered(&self, change: &Change, wanted: &Wanted) -> Altered {
        Altered {
            source: bytes(&self.words, change.old.clone()),
            quotation: bytes(&wanted.words, change.new.clone()),
        }
    }
}

/// The bytes from the first to the last of some words; for none, the place where they would stand.
fn bytes(words: &[Word], range: Range<usize>) -> Range<usize> {
    match (words.get(range.start), range.is_empty()) {
        (Some(first), false) => first.range.start..words[range.end - 1].range.end,
        (Some(next), true) => next.range.start..next.range.start,
        (None, _) => {
            let end = words.last().map_or(0, |last| last.range.end);
            end..end
        }
    }
}
