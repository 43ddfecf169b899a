//! Lookup: what the sources have of a quotation.

use std::io;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::found::{Found, Spot, Wanted, finds};
use super::places::{self, Candidate};
use super::splice::{Joint, splice};
use super::{Altered, Archive, noise};
use crate::source::SourceFile;
use crate::wording::Word;

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

/// At most this share of the words of a misquotation differ, in hundredths.
const DIFFERENT: usize = 34;

/// Words of a quotation that chance may bring together.
const FEW: usize = 6;

/// Bytes between the parts of a quotation that an ellipsis joins.
const GAP: usize = 20_000;

/// Of a longer quotation the beginning is looked up.
const WORDS: usize = 2000;

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
