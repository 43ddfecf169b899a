//! Lookup: what the sources have of a quotation.

use std::ops::Range;

use rayon::prelude::*;

use super::align::{Alignment, align};
use super::noise;
use super::places::{Candidate, Rows};
use super::{Archive, Source};
use crate::wording::{Change, Word, words};

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

/// Where a source has words.
#[derive(Clone, Debug)]
pub struct Place {
    /// The source, by its number in the archive.
    pub source: usize,
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

/// Pieces of a spliced quotation have at least this many words.
const PIECE: usize = 4;

/// More words left out than this without an ellipsis are a splice.
const LEFT_OUT: usize = 6;

/// Bytes between the parts of a quotation that an ellipsis joins.
const GAP: usize = 20_000;

/// The bytes of a word and its blank, a little more than the mean.
const WORD: usize = 12;

/// A quotation to look for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Its words in order.
    pub words: Vec<Word>,
    /// Its words as written, blanks made single.
    pub written: String,
}

/// A stretch of a source that has the quotation in some way.
struct Found<'a> {
    source: usize,
    words: Vec<Word>,
    text: &'a str,
    noisy: bool,
    alignment: Alignment,
}

/// Looks quotations up in every source, in one pass over each.
pub(super) fn look_up(archive: &Archive, wanted: &[Wanted]) -> Vec<Verdict> {
    // Each part between ellipses is looked for by itself.
    let parts: Vec<(usize, Range<usize>)> = wanted
        .iter()
        .enumerate()
        .flat_map(|(number, wanted)| {
            parts(&wanted.words)
                .into_iter()
                .map(move |part| (number, part))
        })
        .collect();
    let rows = Rows::new(
        parts
            .iter()
            .map(|(number, part)| &wanted[*number].words[part.clone()]),
    );
    let by_source: Vec<Vec<Candidate>> = archive
        .sources
        .par_iter()
        .map(|source| rows.find(&source.text))
        .collect();
    wanted
        .par_iter()
        .enumerate()
        .map(|(number, wanted)| {
            let mut found: Vec<Found> = Vec::new();
            for (index, candidates) in by_source.iter().enumerate() {
                let own = candidates
                    .iter()
                    .filter(|candidate| parts[candidate.quotation].0 == number);
                let own: Vec<&Candidate> = own.collect();
                let source = &archive.sources[index];
                found.extend(
                    windows(&own, source, wanted)
                        .into_iter()
                        .filter_map(|window| {
                            let words = words(&source.text[window.clone()], window.start);
                            let mut alignment = align(&words, &wanted.words, source.noisy)?;
                            replace_ends(&mut alignment, &words, &source.text, wanted.words.len());
                            Some(Found {
                                source: index,
                                words,
                                text: &source.text,
                                noisy: source.noisy,
                                alignment,
                            })
                        }),
                );
            }
            verdict(wanted, found)
        })
        .collect()
}

/// A word added at the very end, or before the very beginning, stands for the source's word there,
/// unless its sentence ends between: `until he died` for `until he fell` is one word for another.
fn replace_ends(alignment: &mut Alignment, source: &[Word], text: &str, length: usize) {
    let goes_on = |first: usize, second: usize| {
        source
            .get(first)
            .zip(source.get(second))
            .is_some_and(|(a, b)| {
                !text[a.range.end..b.range.start].contains(['.', '?', '!', ';', ':'])
            })
    };
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

/// Stretches of a source that may hold a whole quotation: each place of a part, widened to the places
/// of its other parts that are near.
fn windows(candidates: &[&Candidate], source: &Source, wanted: &Wanted) -> Vec<Range<usize>> {
    let margin = wanted.words.len() * WORD + 80;
    let text = &source.text;
    let mut windows: Vec<Range<usize>> = candidates
        .iter()
        .map(|candidate| {
            let mut hull = candidate.range.clone();
            for other in candidates
                .iter()
                .filter(|other| other.quotation != candidate.quotation)
            {
                let near = other.range.start < hull.end + GAP && hull.start < other.range.end + GAP;
                if near {
                    hull = hull.start.min(other.range.start)..hull.end.max(other.range.end);
                }
            }
            let start = text.floor_char_boundary(hull.start.saturating_sub(margin));
            start..text.ceil_char_boundary((hull.end + margin).min(text.len()))
        })
        .collect();
    windows.sort_by_key(|window| (window.start, window.end));
    windows.dedup();
    windows
}

fn verdict(wanted: &Wanted, found: Vec<Found>) -> Verdict {
    let Some(best) = found
        .iter()
        .min_by_key(|found| (found.alignment.cost(), found.source))
    else {
        return Verdict::Absent;
    };
    let cost = best.alignment.cost();
    if cost == 0 {
        let exact = found.iter().filter(|found| found.alignment.cost() == 0);
        let (verbatim, altered): (Vec<_>, Vec<_>) = exact
            .map(|found| (found, found.place(found.alignment.source.clone())))
            .partition(|(found, place)| found.is_verbatim(place, wanted));
        let places =
            |found: Vec<(&Found, Place)>| found.into_iter().map(|(_, place)| place).collect();
        return if verbatim.is_empty() {
            Verdict::Altered(places(altered))
        } else {
            Verdict::Verbatim(places(verbatim))
        };
    }
    if let Some((first, second)) = splice(wanted, &found, best) {
        return Verdict::Spliced(first, second);
    }
    let length = wanted.words.iter().filter(|word| !word.is_open()).count();
    let enough = best.alignment.common >= 3.min(length.saturating_sub(1)).max(2);
    if enough && cost * 100 <= length * DIFFERENT {
        let altered = best
            .alignment
            .changes
            .iter()
            .map(|change| best.altered(change, wanted));
        return Verdict::Misquoted(best.place(best.alignment.source.clone()), altered.collect());
    }
    Verdict::Absent
}

impl Found<'_> {
    /// The bytes of some words of the window, by number.
    fn place(&self, range: Range<usize>) -> Place {
        Place {
            source: self.source,
            range: bytes(&self.words, range),
        }
    }

    fn is_verbatim(&self, place: &Place, wanted: &Wanted) -> bool {
        let written = wanted.written.trim_matches(|c: char| !c.is_alphanumeric());
        let source = &self.text[place.range.clone()];
        source.split_whitespace().eq(written.split_whitespace())
    }

    fn altered(&self, change: &Change, wanted: &Wanted) -> Altered {
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

/// Two places that the quotation joins: many words left out between them, or a beginning here and the
/// rest there.
fn splice(wanted: &Wanted, found: &[Found], best: &Found) -> Option<(Place, Place)> {
    if let [change] = best.alignment.changes.as_slice()
        && change.new.is_empty()
        && change.old.len() > LEFT_OUT
    {
        let whole = &best.alignment.source;
        return Some((
            best.place(whole.start..change.old.start),
            best.place(change.old.end..whole.end),
        ));
    }
    let length = wanted.words.len();
    if length < PIECE * 2 || wanted.words.iter().any(Word::is_open) {
        return None;
    }
    let run = |found: &Found, from: usize, back: bool| longest(found, &wanted.words, from, back);
    let (head, head_range) = found
        .iter()
        .map(|f| (f, run(f, 0, false)))
        .max_by_key(|(_, run)| run.len())?;
    let (tail, tail_range) = found
        .iter()
        .map(|f| (f, run(f, length, true)))
        .max_by_key(|(_, run)| run.len())?;
    let covered = head_range.len() + tail_range.len();
    let whole = covered >= length && head_range.len() >= PIECE && tail_range.len() >= PIECE;
    whole.then(|| (head.place(head_range), tail.place(tail_range)))
}

/// The longest run of a source's words that is the beginning of a quotation, or (`back`) its end.
fn longest(found: &Found, quotation: &[Word], from: usize, back: bool) -> Range<usize> {
    let source = &found.words;
    let same = |(a, b): &(&Word, &Word)| noise::same(&a.key, &b.key, found.noisy);
    let mut best = 0..0;
    for at in 0..source.len() {
        let matching = if back {
            let pairs = source[..=at]
                .iter()
                .rev()
                .zip(quotation[..from].iter().rev());
            pairs.take_while(same).count()
        } else {
            let pairs = source[at..].iter().zip(&quotation[from..]);
            pairs.take_while(same).count()
        };
        if matching > best.len() {
            best = if back {
                at + 1 - matching..at + 1
            } else {
                at..at + matching
            };
        }
    }
    best
}
