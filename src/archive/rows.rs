//! Rows: the keys under which an index has up to three words that follow each other.
//!
//! A key has the first word in its high bits, then the second, then the third, so that the rows that begin
//! with one word, or two, are a range of keys.

use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use super::noise;
use crate::wording::{fold, places};

/// Words of a row.
pub(super) const ROW: usize = 3;

/// Bits of the first, the second and the third word; 48 in all.
const BITS: [u32; ROW] = [20, 16, 12];

/// Keys lie below this.
pub(super) const KEYS: u64 = 1 << 48;

/// The hash of a word by its key: of its shape, so that a misread word still agrees.
pub(super) fn hash(key: &str) -> u64 {
    let mut shape = String::with_capacity(key.len());
    noise::shape(key, &mut shape);
    xxh3_64(shape.as_bytes())
}

/// The keys of all rows that begin with some words, three at the most.
pub(super) fn keys(hashes: &[u64]) -> Range<u64> {
    let mut start = 0;
    let mut left = 48;
    for (hash, bits) in hashes.iter().zip(BITS) {
        left -= bits;
        start |= part(*hash, bits) << left;
    }
    start..start + (1 << left)
}

/// Another part of the hash for each number of bits would be no better: the mixing is good everywhere.
fn part(hash: u64, bits: u32) -> u64 {
    hash >> (64 - bits)
}

/// Every row of a text with the byte at which it begins.
pub(super) fn of(text: &str, mut take: impl FnMut(u64, usize)) {
    let (mut key, mut shape) = (String::new(), String::new());
    let mut last: [(u64, usize); ROW] = [(0, 0); ROW];
    let mut seen = 0;
    let mut push = |hash: u64, at: usize, seen: usize| {
        last.rotate_left(1);
        last[ROW - 1] = (hash, at);
        if seen >= ROW {
            take(keys(&last.map(|(hash, _)| hash)).start, last[0].1);
        }
    };
    for place in places(text) {
        key.clear();
        shape.clear();
        fold(&text[place.clone()], &mut key);
        noise::shape(&key, &mut shape);
        seen += 1;
        push(xxh3_64(shape.as_bytes()), place.start, seen);
    }
    // Rows that the end of the text cuts short.
    for _ in 1..ROW {
        seen += 1;
        push(0, text.len(), seen);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_begins_a_row_and_rows_with_one_beginning_are_a_range() {
        let mut rows = Vec::new();
        of("We went home. We went away", |key, at| rows.push((key, at)));
        assert_eq!(
            rows.iter().map(|row| row.1).collect::<Vec<_>>(),
            [0, 3, 8, 14, 17, 22]
        );
        let begins = |words: &[&str]| {
            let hashes: Vec<u64> = words.iter().map(|word| hash(word)).collect();
            let keys = keys(&hashes);
            rows.iter().filter(|row| keys.contains(&row.0)).count()
        };
        assert_eq!(begins(&["we"]), 2);
        assert_eq!(begins(&["we", "went"]), 2);
        assert_eq!(begins(&["we", "went", "home"]), 1);
        assert_eq!(begins(&["went", "we"]), 0);
    }
}
