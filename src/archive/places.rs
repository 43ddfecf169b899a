//! Places: where in a source a quotation may stand, by rows of words that both have.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hasher};
use std::ops::Range;

use super::noise;
use crate::wording::{Word, letters, word_length};

/// Words in a row that are looked for; of a short quotation two, so that one altered word leaves some.
const ROW: usize = 3;
const SHORT: usize = 9;

/// Places of one quotation in one source that are worth an alignment.
const PLACES: usize = 4;

/// The rows of words of some quotations, ready to be found in any number of sources in one pass each.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// For each row's hash, the quotations that have it and where.
    rows: HashMap<u64, Vec<(u32, u32)>, Same>,
    lengths: Vec<usize>,
}

type Same = BuildHasherDefault<DefaultHasher>;

/// Where a quotation may stand: bytes of the source.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) quotation: usize,
    pub(super) range: Range<usize>,
    /// Rows that agree.
    pub(super) votes: usize,
}

/// A row of a source that a quotation has too.
struct Hit {
    quotation: u32,
    /// How many words of the source lie before the quotation's first, if all agree from there.
    diagonal: i64,
    row: u32,
    byte: usize,
}

impl Rows {
    /// The rows of quotations, given as their words.
    pub(super) fn new<'w>(quotations: impl IntoIterator<Item = &'w [Word]>) -> Self {
        let mut rows = Rows::default();
        for words in quotations {
            let number = u32::try_from(rows.lengths.len()).unwrap_or(u32::MAX);
            rows.lengths.push(words.len());
            let hashes: Vec<Option<u64>> = words
                .iter()
                .map(|word| (!word.is_open()).then(|| hash(&word.key)))
                .collect();
            let lengths = if words.len() < SHORT {
                2..=ROW
            } else {
                ROW..=ROW
            };
            for length in lengths {
                for (at, row) in hashes.windows(length).enumerate() {
                    if let Some(key) = key(row) {
                        let at = u32::try_from(at).unwrap_or(u32::MAX);
                        rows.rows.entry(key).or_default().push((number, at));
                    }
                }
            }
        }
        rows
    }

    /// Where the quotations may stand in a source.
    pub(super) fn find(&self, text: &str) -> Vec<Candidate> {
        let mut last: [Option<u64>; ROW] = [None; ROW];
        let mut starts = [0; ROW];
        let mut hits: Vec<Hit> = Vec::new();
        let mut number: i64 = 0;
        let mut at = 0;
        let mut buffer = String::new();
        while let Some(found) = text[at..].find(char::is_alphanumeric) {
            let start = at + found;
            let length = word_length(&text[start..]).max(1);
            buffer.clear();
            let word = &text[start..start + length];
            buffer.extend(letters(word));
            last.rotate_left(1);
            starts.rotate_left(1);
            last[ROW - 1] = Some(hash(&buffer));
            starts[ROW - 1] = start;
            number += 1;
            for length in 2..=ROW {
                let from = ROW - length;
                let Some(holders) = key(&last[from..]).and_then(|key| self.rows.get(&key)) else {
                    continue;
                };
                let first = number - i64::try_from(length).unwrap_or_default();
                hits.extend(holders.iter().map(|&(quotation, row)| Hit {
                    quotation,
                    diagonal: first - i64::from(row),
                    row,
                    byte: starts[from],
                }));
            }
            at = start + length;
        }
        self.candidates(hits)
    }

    /// Hits on nearly one diagonal are one place.
    fn candidates(&self, mut hits: Vec<Hit>) -> Vec<Candidate> {
        hits.sort_unstable_by_key(|hit| (hit.quotation, hit.diagonal, hit.row));
        let mut found: Vec<Candidate> = Vec::new();
        let mut from = 0;
        while from < hits.len() {
            let first = &hits[from];
            let length = self.lengths[first.quotation as usize];
            let drift = i64::try_from(length / 3 + 2).unwrap_or(i64::MAX);
            let mut until = from + 1;
            while until < hits.len()
                && hits[until].quotation == first.quotation
                && hits[until].diagonal - first.diagonal <= drift
            {
                until += 1;
            }
            let place = &hits[from..until];
            let mut rows: Vec<u32> = place.iter().map(|hit| hit.row).collect();
            rows.sort_unstable();
            rows.dedup();
            let bytes = place.iter().map(|hit| hit.byte);
            let (start, end) = bytes.fold((usize::MAX, 0), |(start, end), byte| {
                (start.min(byte), end.max(byte))
            });
            found.push(Candidate {
                quotation: first.quotation as usize,
                range: start..end,
                votes: rows.len(),
            });
            from = until;
        }
        found.sort_by_key(|place| (place.quotation, std::cmp::Reverse(place.votes)));
        let mut kept: Vec<Candidate> = Vec::new();
        let mut count = 0;
        for place in found {
            count = match kept.last() {
                Some(last) if last.quotation == place.quotation => count + 1,
                _ => 1,
            };
            if count <= PLACES {
                kept.push(place);
            }
        }
        kept
    }
}

/// The hash of a word's shape, so that a misread word still agrees.
fn hash(key: &str) -> u64 {
    let mut hasher = Same::default().build_hasher();
    hasher.write(noise::shape(key).as_bytes());
    hasher.finish()
}

/// The hash of a row of words, none of them open.
fn key(row: &[Option<u64>]) -> Option<u64> {
    let mut key: u64 = 0xcbf2_9ce4_8422_2325 ^ row.len() as u64;
    for hash in row {
        key = (key ^ (*hash)?)
            .wrapping_mul(0x0100_0000_01b3)
            .rotate_left(23);
    }
    Some(key)
}
