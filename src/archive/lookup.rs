//! Lookup: what the sources have of a quotation.

use std::collections::HashSet;
use std::io;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::align::{Alignment, align};
use super::held::Passage;
use super::places::{self, Candidate};
use super::splice::{Joint, splice};
use super::{Archive, heads, noise};
use crate::source::SourceFile;
use crate::wording::{Change, Word, source_words};

/// What became of one quotation.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// These places have it word for word, white space apart.
    Verbatim(Vec<Place>),
    /// With nothing changed but what the rules of quoting allow.
    Altered(Vec<Place>),
    /// With other words.
    Misquoted(Place, Vec<Altered>),
    /// In two places, which the quotation joins without an ellipsis.
    Spliced(Place, Place),
    /// In no source.
    Absent,
    /// Too few words to look for.
    TooShort,
}

impl Verdict {
    /// The first place that has it.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Verdict::Verbatim(places) | Verdict::Altered(places) => places.first(),
            Verdict::Misquoted(place, _) | Verdict::Spliced(place, _) => Some(place),
            Verdict::Absent | Verdict::TooShort => None,
        }
    }
}

/// Where a source has words.
#[derive(Clone, Debug)]
pub struct Place {
    /// The source, by its number in the archive.
    pub source: usize,
    /// Its file.
    pub file: Arc<SourceFile>,
    /// Bytes of its file's text.
    pub range: Range<usize>,
}

/// Words that are not the source's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// Bytes of the source's text: what it has; empty where it has nothing.
    pub source: Range<usize>,
    /// Bytes of the text that the quotation's words were read from; empty where a word was left out.
    pub quotation: Range<usize>,
}

/// At most this share of the words of a misquotation differ, in hundredths.
const DIFFERENT: usize = 34;

/// Words of a quotation that chance may bring together.
const FEW: usize = 6;

/// Bytes between the parts of a quotation that an ellipsis joins.
const GAP: usize = 20_000;

/// Of a longer quotation the beginning is looked up.
const WORDS: usize = 2000;

/// A quotation to look for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Its words in order.
    pub words: Vec<Word>,
    /// Its words as written, blanks made single.
    pub written: String,
}

/// Where a source has words, before its file is held.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    source: usize,
    range: Range<usize>,
}

impl Spot {
    fn is_before(&self, other: &Spot) -> bool {
        self.source == other.source && self.range.end <= other.range.start
    }
}

/// A stretch of a source that has the quotation in some way.
pub(super) struct Found<'a> {
    source: usize,
    pub(super) words: Vec<Word>,
    passage: Passage<'a>,
    pub(super) noisy: bool,
    pub(super) alignment: Alignment,
}

/// Looks quotations up in all sources.
pub(super) fn look_up(archive: &Archive, wanted: &[Wanted]) -> Vec<Verdict> {
    archive.shelves();
    let verdict = |wanted: &Wanted| match of(archive, wanted) {
        Ok(verdict) => verdict.unwrap_or(Verdict::Absent),
        Err(_) => {
            archive.damaged();
            Verdict::Absent
        }
    };
    wanted.par_iter().map(verdict).collect()
}

/// What the sources have of one; nothing also where a file has gone meanwhile.
fn of(archive: &Archive, wanted: &Wanted) -> io::Result<Option<Verdict>> {
    let short;
    let wanted = if wanted.words.len() > WORDS {
        short = Wanted {
            words: wanted.words[..WORDS].to_vec(),
            written: String::new(),
        };
        &short
    } else {
        wanted
    };
    let mut parts = Vec::new();
    for part in self::parts(&wanted.words) {
        parts.push(places::find(archive, &wanted.words[part])?);
    }
    let found = finds(archive, wanted, &together(&parts));
    let best = found
        .iter()
        .min_by_key(|found| (found.alignment.cost, found.source));
    let place = |spot: &Spot| archive.place(spot);
    if let Some(best) = best
        && best.alignment.cost == 0
    {
        return Ok(exact(wanted, &found, place));
    }
    match splice(archive, wanted, best)? {
        Some(Joint { head, tail, marked }) if marked && head.is_before(&tail) => {
            return Ok(place(&head).map(|place| Verdict::Altered(vec![place])));
        }
        Some(Joint { head, tail, .. }) => {
            let places = place(&head).zip(place(&tail));
            return Ok(places.map(|(head, tail)| Verdict::Spliced(head, tail)));
        }
        None => {}
    }
    let best = best.filter(|best| is_near(wanted, best));
    Ok(best.and_then(|best| {
        let changes = best.alignment.changes.iter();
        let altered = changes.map(|change| best.altered(change, wanted)).collect();
        Some(Verdict::Misquoted(
            place(&best.spot(best.alignment.source.clone()))?,
            altered,
        ))
    }))
}

/// Where nothing but what the rules allow is changed.
fn exact(
    wanted: &Wanted,
    found: &[Found],
    place: impl Fn(&Spot) -> Option<Place>,
) -> Option<Verdict> {
    let exact = found.iter().filter(|found| found.alignment.cost == 0);
    let (verbatim, altered): (Vec<_>, Vec<_>) = exact
        .map(|found| (found, found.spot(found.alignment.source.clone())))
        .partition(|(found, spot)| found.is_verbatim(spot, wanted));
    let places = |found: &[(&Found, Spot)]| {
        let mut places: Vec<Place> = found.iter().filter_map(|(_, spot)| place(spot)).collect();
        places.sort_by_key(|place| (place.source, place.range.start));
        places.dedup_by_key(|place| (place.source, place.range.start));
        places
    };
    let (verbatim, altered) = (places(&verbatim), places(&altered));
    if !verbatim.is_empty() {
        return Some(Verdict::Verbatim(verbatim));
    }
    (!altered.is_empty()).then_some(Verdict::Altered(altered))
}

/// Whether what agrees is too much for chance. Frequent words agree anywhere: of few words, as many others
/// must agree as differ.
fn is_near(wanted: &Wanted, found: &Found) -> bool {
    let alignment = &found.alignment;
    let length = wanted.words.iter().filter(|word| !word.is_open()).count();
    let cost = found.slips(wanted);
    let telling = |&number: &usize| !noise::is_frequent(&wanted.words[number].key);
    let telling = alignment
        .common
        .iter()
        .filter(|number| telling(number))
        .count();
    let enough = alignment.common.len() >= 3.min(length.saturating_sub(1)).max(2);
    let telling = match length {
        0..=FEW => telling >= cost,
        _ => telling > 0 || cost == 1,
    };
    enough && telling && cost * 100 <= length * DIFFERENT
}

/// The runs of words between ellipses and brackets, by number.
fn parts(words: &[Word]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (number, word) in words.iter().enumerate() {
        if word.is_open() {
            parts.push(start..number);
            start = number + 1;
        }
    }
    parts.push(start..words.len());
    parts.retain(|part| part.len() >= 2);
    parts
}

/// Each place of a part, widened to the places of its other parts that are near.
fn together(parts: &[Vec<Candidate>]) -> Vec<Candidate> {
    let mut all = Vec::new();
    for (number, candidates) in parts.iter().enumerate() {
        for candidate in candidates {
            let mut whole = candidate.clone();
            let others = parts
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != number);
            for other in others.flat_map(|(_, candidates)| candidates) {
                let (hull, range) = (&whole.range, &other.range);
                let near = range.start < hull.end + GAP && hull.start < range.end + GAP;
                if near && other.source == whole.source {
                    whole.range = hull.start.min(range.start)..hull.end.max(range.end);
                }
            }
            all.push(whole);
        }
    }
    all
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
    fn slips(&self, wanted: &Wanted) -> usize {
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

    fn is_verbatim(&self, spot: &Spot, wanted: &Wanted) -> bool {
        let written = wanted.written.trim_matches(|c: char| !c.is_alphanumeric());
        let source = self.passage.slice(spot.range.clone());
        source.split_whitespace().eq(written.split_whitespace())
    }

    fn altered(&self, change: &Change, wanted: &Wanted) -> Altered {
        Altered {
            source: bytes(&self.words, change.old.clone()),
            quotation: bytes(&wanted.words, change.new.clone()),
        }
    }
}

impl Archive {
    /// A place with its file; nothing where that has gone.
    fn place(&self, spot: &Spot) -> Option<Place> {
        let file = self.file(spot.source)?;
        file.text().get(spot.range.clone())?;
        Some(Place {
            source: spot.source,
            range: spot.range.clone(),
            file,
        })
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
