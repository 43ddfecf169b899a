//! Places: where in the sources some words may stand, by the rows that both have.

use std::io;
use std::ops::Range;

use super::{Archive, Shelf, rows};
use crate::wording::Word;

/// Of fewer words than this, rows of one and two words are looked for too, so that one altered word leaves some.
const SHORT: usize = 9;

/// Rows of the archive that are looked at for one quotation, the rarest first. The rarest is looked at always.
const BUDGET: u64 = 2_000;

/// Places that are worth an alignment, and how many there may be that are all as good as the best.
const PLACES: usize = 8;
const EQUALS: usize = 32;

/// Where words may stand.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) source: usize,
    /// Bytes of the source in which they would lie.
    pub(super) range: Range<usize>,
    /// How much agrees: rare rows weigh more.
    pub(super) score: u64,
}

/// A row of the quotation, with where the archive has it.
struct Row {
    /// Its first word, by bytes from the first word of all.
    at: i64,
    /// In each shelf.
    spans: Vec<Range<u64>>,
    count: u64,
}

/// A row of the archive that the quotation has too.
struct Hit {
    source: usize,
    /// Where the first word of all would stand if all agree from there.
    start: i64,
    row: usize,
}

/// Where the words of a quotation, or of a part of one without open places, may stand.
pub(super) fn find(archive: &Archive, words: &[Word]) -> io::Result<Vec<Candidate>> {
    let shelves = archive.shelves();
    let hashes: Vec<u64> = words.iter().map(|word| rows::hash(&word.key)).collect();
    let mut starts = Vec::with_capacity(words.len());
    let mut length = 0;
    for word in words {
        starts.push(length);
        length += i64::try_from(word.key.len() + 1).unwrap_or_default();
    }
    let mut rows = Vec::new();
    if words.len() >= SHORT {
        look_for(shelves, &hashes, &starts, rows::ROW, &mut rows)?;
    }
    if rows.is_empty() {
        for number in 1..=rows::ROW {
            look_for(shelves, &hashes, &starts, number, &mut rows)?;
        }
    }
    rows.sort_by_key(|row| (row.count, row.at));
    let all: u64 = shelves.iter().map(|shelf| shelf.table.len()).sum();
    let mut hits = Vec::new();
    let mut weights = Vec::new();
    let mut spent = 0;
    for (number, row) in rows.iter().enumerate() {
        if number > 0 && spent + row.count > BUDGET {
            break;
        }
        spent += row.count;
        weights.push(1 + u64::from((all / row.count).max(1).ilog2()));
        for (shelf, span) in shelves.iter().zip(&row.spans) {
            let mut offsets = Vec::new();
            let end = span.end.min(span.start + BUDGET);
            shelf.table.offsets(span.start..end, &mut offsets)?;
            hits.extend(offsets.into_iter().filter_map(|offset| {
                let (source, byte) = shelf.place(offset)?;
                Some(Hit {
                    source,
                    start: i64::from(byte) - row.at,
                    row: number,
                })
            }));
        }
    }
    Ok(candidates(hits, &weights, length))
}

/// Collects the rows of `number` words that the archive has.
fn look_for(
    shelves: &[Shelf],
    hashes: &[u64],
    starts: &[i64],
    number: usize,
    rows: &mut Vec<Row>,
) -> io::Result<()> {
    for (hashes, at) in hashes.windows(number).zip(starts) {
        let keys = rows::keys(hashes);
        let spans: io::Result<Vec<_>> = shelves
            .iter()
            .map(|shelf| shelf.table.find(&keys))
            .collect();
        let spans = spans?;
        let count = spans.iter().map(|span| span.end - span.start).sum();
        if count > 0 {
            rows.push(Row {
                at: *at,
                spans,
                count,
            });
        }
    }
    Ok(())
}

impl Shelf {
    /// The source that has an offset, and the byte there; nothing for one that is gone.
    fn place(&self, offset: u32) -> Option<(usize, u32)> {
        let behind = self
            .sources
            .partition_point(|(range, _)| range.start <= offset);
        let (range, source) = self.sources.get(behind.checked_sub(1)?)?;
        range
            .contains(&offset)
            .then(|| (*source, offset - range.start))
    }
}

/// Hits that would begin at nearly one place are one candidate.
fn candidates(mut hits: Vec<Hit>, weights: &[u64], length: i64) -> Vec<Candidate> {
    // Line ends, indents, running heads and a few words more or less shift the rest.
    let drift = 120 + length / 4;
    hits.sort_unstable_by_key(|hit| (hit.source, hit.start, hit.row));
    let mut found: Vec<Candidate> = Vec::new();
    let mut from = 0;
    while from < hits.len() {
        let first = &hits[from];
        let near = |hit: &Hit| hit.source == first.source && hit.start - first.start <= drift;
        let group = hits[from..].partition_point(near);
        let group = &hits[from..from + group.max(1)];
        let score = match group {
            [hit] => weights[hit.row],
            _ => {
                let mut rows: Vec<usize> = group.iter().map(|hit| hit.row).collect();
                rows.sort_unstable();
                rows.dedup();
                rows.iter().map(|&row| weights[row]).sum()
            }
        };
        let last = group.last().map_or(first.start, |hit| hit.start);
        let byte = |byte: i64| usize::try_from(byte.max(0)).unwrap_or_default();
        found.push(Candidate {
            source: first.source,
            range: byte(first.start)..byte(last + length),
            score,
        });
        from += group.len();
    }
    found.sort_by(|a, b| {
        let order = |of: &Candidate| (std::cmp::Reverse(of.score), of.source, of.range.start);
        order(a).cmp(&order(b))
    });
    let best = found.first().map_or(0, |first| first.score);
    let mut number = 0;
    found.retain(|place| {
        number += 1;
        number <= PLACES || number <= EQUALS && place.score == best
    });
    found
}
