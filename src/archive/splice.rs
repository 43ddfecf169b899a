//! Splices: a quotation whose beginning stands in one place and whose end in another.

use std::io;

use super::align::{Costs, Tokens, align};
use super::found::{Found, Spot, Wanted, finds};
use super::{Archive, places};
use crate::wording::Word;

/// Pieces have at least this many words.
const PIECE: usize = 4;

/// Fewer words than this that differ in the best place are a slip and no splice.
const DIFFERENT: usize = 3;

/// More words left out than this without an ellipsis are a splice.
const LEFT_OUT: usize = 6;

/// Two places that a quotation joins.
pub(super) struct Joint {
    pub(super) head: Spot,
    pub(super) tail: Spot,
    /// With an ellipsis or a bracket between them.
    pub(super) marked: bool,
}

/// Many words left out, or a beginning here and the rest there.
pub(super) fn splice(
    archive: &Archive,
    wanted: &Wanted,
    best: Option<&Found>,
) -> io::Result<Option<Joint>> {
    if let Some(best) = best {
        if let [change] = best.alignment.changes.as_slice()
            && change.new.is_empty()
            && change.old.len() > LEFT_OUT
        {
            let whole = &best.alignment.source;
            return Ok(Some(Joint {
                head: best.spot(whole.start..change.old.start),
                tail: best.spot(change.old.end..whole.end),
                marked: false,
            }));
        }
        if best.alignment.cost < DIFFERENT {
            return Ok(None);
        }
    }
    let words = &wanted.words;
    if words.len() < PIECE * 2 {
        return Ok(None);
    }
    let found = pieces(archive, wanted)?;
    let Some((cut, head, tail)) = cut(words, &found) else {
        return Ok(None);
    };
    let place = |found: &Found, words: &[Word]| {
        let alignment = align(&found.words, words, found.noisy);
        found.spot(alignment.source)
    };
    Ok(Some(Joint {
        head: place(head, &words[..cut]),
        tail: place(tail, &words[cut..]),
        marked: is_marked(words, cut),
    }))
}

fn is_marked(words: &[Word], cut: usize) -> bool {
    words[cut - 1].is_open() || words[cut].is_open()
}

/// Where the pieces of a quotation may stand: each third of it is looked for.
fn pieces<'a>(archive: &'a Archive, wanted: &Wanted) -> io::Result<Vec<Found<'a>>> {
    let words = &wanted.words;
    let piece = (words.len() / 3).max(PIECE).min(words.len());
    let starts = [0, (words.len() - piece) / 2, words.len() - piece];
    let mut candidates = Vec::new();
    for start in starts {
        let piece: Vec<Word> = words[start..start + piece]
            .iter()
            .filter(|word| !word.is_open())
            .cloned()
            .collect();
        candidates.extend(places::find(archive, &piece)?);
    }
    Ok(finds(archive, wanted, &candidates))
}

/// The cut between a beginning and an end that two places have whole.
fn cut<'f, 'a>(
    words: &[Word],
    found: &'f [Found<'a>],
) -> Option<(usize, &'f Found<'a>, &'f Found<'a>)> {
    let length = words.len();
    let backward: Vec<Word> = words.iter().rev().cloned().collect();
    let beginnings = |found: &Found, words: &[Word], source: &[Word]| -> Vec<usize> {
        let (source, words) = (Tokens::new(source), Tokens::new(words));
        let costs = Costs::new(&source, &words, found.noisy);
        (0..=length)
            .map(|number| costs.of_beginning(number))
            .collect()
    };
    let ahead = found
        .iter()
        .map(|found| beginnings(found, words, &found.words));
    let ahead: Vec<Vec<usize>> = ahead.collect();
    let back = found.iter().map(|found| {
        let source: Vec<Word> = found.words.iter().rev().cloned().collect();
        beginnings(found, &backward, &source)
    });
    let back: Vec<Vec<usize>> = back.collect();
    let cheapest = |costs: &[Vec<usize>], words: usize| {
        (0..found.len())
            .map(|number| (costs[number][words], number))
            .min()
    };
    let cuts = (PIECE..=length - PIECE).filter_map(|cut| {
        let (head, first) = cheapest(&ahead, cut)?;
        let (tail, second) = cheapest(&back, length - cut)?;
        let unmarked = !is_marked(words, cut);
        Some((
            head + tail,
            unmarked,
            length.abs_diff(cut * 2),
            cut,
            first,
            second,
        ))
    });
    let (cost, _, _, cut, first, second) = cuts.min()?;
    // A word of twelve may be misread or misquoted besides.
    (cost * 12 <= length).then(|| (cut, &found[first], &found[second]))
}
