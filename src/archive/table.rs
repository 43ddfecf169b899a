//! Tables: rows in the order of their keys, in blocks, in memory or in a file that is read by position.
//!
//! A block holds [`BLOCK`] rows, each as the difference of its key to the one before and its offset. Behind the
//! blocks stand the fences (for each block its first key, its place and its checksum), then the footer with
//! version, counts, length and a checksum of the fences. A file that was cut short, or altered, is found out.

use std::fs::File;
use std::io::{self, Write};
use std::ops::Range;

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// Rows of a block.
const BLOCK: u64 = 1024;

/// Of the layout: another one is built again.
pub(super) const VERSION: u64 = 2;

const MAGIC: u64 = u64::from_le_bytes(*b"textchek");

/// Magic, version, rows, place of the fences, their checksum.
const FOOTER: usize = 5 * 8;

/// First key, place, checksum.
const FENCE: usize = 3 * 8;

/// Where the bytes of a table lie.
#[derive(Debug)]
enum Bytes {
    Memory(Vec<u8>),
    File(File),
}

/// Rows in the order of their keys.
#[derive(Debug)]
pub(super) struct Table {
    bytes: Bytes,
    rows: u64,
    fences: Vec<Fence>,
    /// Where the blocks end.
    end: u64,
}

#[derive(Clone, Copy, Debug)]
struct Fence {
    key: u64,
    place: u64,
    checksum: u64,
}

/// What is wrong with a table that cannot be used.
pub(super) fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "damaged")
}

impl Table {
    /// A table that was written to memory.
    pub(super) fn in_memory(bytes: Vec<u8>) -> io::Result<Self> {
        let length = bytes.len() as u64;
        Self::open(Bytes::Memory(bytes), length)
    }

    /// A table in a file.
    pub(super) fn in_file(file: File) -> io::Result<Self> {
        let length = file.metadata()?.len();
        Self::open(Bytes::File(file), length)
    }

    fn open(bytes: Bytes, length: u64) -> io::Result<Self> {
        let footer = length.checked_sub(FOOTER as u64).ok_or_else(damaged)?;
        let numbers = numbers(&bytes.read(footer..length)?);
        let [magic, version, rows, end, checksum] = numbers[..] else {
            return Err(damaged());
        };
        if magic != MAGIC || version != VERSION || end > footer {
            return Err(damaged());
        }
        let read = bytes.read(end..footer)?;
        if xxh3_64(&read) != checksum {
            return Err(damaged());
        }
        let fences = numbers_of_fences(&read);
        if fences.len() as u64 != rows.div_ceil(BLOCK) {
            return Err(damaged());
        }
        Ok(Table {
            bytes,
            rows,
            fences,
            end,
        })
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> u64 {
        self.rows
    }

    /// The numbers of the rows under some keys.
    pub(super) fn find(&self, keys: &Range<u64>) -> io::Result<Range<u64>> {
        if self.fences.is_empty() {
            return Ok(0..0);
        }
        // The rows before a fence may reach its key too.
        let behind = |key| self.fences.partition_point(|fence| fence.key < key);
        let number = |key| behind(key).saturating_sub(1) as u64;
        let lower = |number: u64, block: &[(u64, u32)], key| {
            number * BLOCK + block.partition_point(|row| row.0 < key) as u64
        };
        let (first, last) = (number(keys.start), number(keys.end));
        let block = self.block(first)?;
        let start = lower(first, &block, keys.start);
        let end = if first == last {
            lower(last, &block, keys.end)
        } else {
            lower(last, &self.block(last)?, keys.end)
        };
        Ok(start..end.max(start))
    }

    /// The offsets of some rows, by their numbers.
    pub(super) fn offsets(&self, rows: Range<u64>, offsets: &mut Vec<u32>) -> io::Result<()> {
        let mut at = rows.start;
        while at < rows.end {
            let first = at / BLOCK * BLOCK;
            let block = self.block(at / BLOCK)?;
            let until = (rows.end - first).min(BLOCK);
            let wanted = block
                .get(index(at - first)..index(until))
                .ok_or_else(damaged)?;
            offsets.extend(wanted.iter().map(|row| row.1));
            at = first + until;
        }
        Ok(())
    }

    fn block(&self, number: u64) -> io::Result<Vec<(u64, u32)>> {
        let at = index(number);
        let fence = self.fences.get(at).ok_or_else(damaged)?;
        let end = self.fences.get(at + 1).map_or(self.end, |next| next.place);
        if end < fence.place || end > self.end {
            return Err(damaged());
        }
        let bytes = self.bytes.read(fence.place..end)?;
        if xxh3_64(&bytes) != fence.checksum {
            return Err(damaged());
        }
        let rows = BLOCK.min(self.rows - number * BLOCK);
        decode(&bytes, fence.key, index(rows)).ok_or_else(damaged)
    }
}

/// Numbers of rows and blocks fit in memory, or the fences would not.
fn index(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

impl Bytes {
    fn read(&self, range: Range<u64>) -> io::Result<Vec<u8>> {
        match self {
            Bytes::Memory(bytes) => bytes
                .get(index(range.start)..index(range.end))
                .map(<[u8]>::to_vec)
                .ok_or_else(damaged),
            Bytes::File(file) => {
                let mut bytes = vec![0; index(range.end - range.start)];
                read_at(file, &mut bytes, range.start)?;
                Ok(bytes)
            }
        }
    }
}

/// Fills a buffer from a place of a file, whoever else reads it.
#[cfg(unix)]
pub(super) fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, buffer, at)
}

/// Fills a buffer from a place of a file, whoever else reads it.
#[cfg(windows)]
pub(super) fn read_at(file: &File, mut buffer: &mut [u8], mut at: u64) -> io::Result<()> {
    while !buffer.is_empty() {
        match std::os::windows::fs::FileExt::seek_read(file, buffer, at)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => {
                buffer = &mut buffer[read..];
                at += read as u64;
            }
        }
    }
    Ok(())
}

fn numbers(bytes: &[u8]) -> Vec<u64> {
    let (eights, _) = bytes.as_chunks::<8>();
    eights
        .iter()
        .map(|eight| u64::from_le_bytes(*eight))
        .collect()
}

fn numbers_of_fences(bytes: &[u8]) -> Vec<Fence> {
    let fence = |fence: &[u8; FENCE]| {
        let numbers = numbers(fence);
        Fence {
            key: numbers[0],
            place: numbers[1],
            checksum: numbers[2],
        }
    };
    let (fences, _) = bytes.as_chunks::<FENCE>();
    fences.iter().map(fence).collect()
}

/// Writes rows, which come in the order of their keys and offsets.
pub(super) struct Writer<W> {
    out: W,
    place: u64,
    rows: u64,
    fences: Vec<u8>,
    block: Vec<u8>,
    first: u64,
    last: (u64, u32),
}

impl<W: Write> Writer<W> {
    pub(super) fn new(out: W) -> Self {
        Writer {
            out,
            place: 0,
            rows: 0,
            fences: Vec::new(),
            block: Vec::new(),
            first: 0,
            last: (0, 0),
        }
    }

    pub(super) fn push(&mut self, (key, offset): (u64, u32)) -> io::Result<()> {
        if self.rows.is_multiple_of(BLOCK) {
            self.close()?;
            self.first = key;
            self.last = (key, 0);
        }
        let (last, before) = self.last;
        varint(key - last, &mut self.block);
        if key == last {
            varint(u64::from(offset - before), &mut self.block);
        } else {
            self.block.extend(offset.to_le_bytes());
        }
        self.last = (key, offset);
        self.rows += 1;
        Ok(())
    }

    fn close(&mut self) -> io::Result<()> {
        if self.block.is_empty() {
            return Ok(());
        }
        for number in [self.first, self.place, xxh3_64(&self.block)] {
            self.fences.extend(number.to_le_bytes());
        }
        self.out.write_all(&self.block)?;
        self.place += self.block.len() as u64;
        self.block.clear();
        Ok(())
    }

    /// Writes fences and footer.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.close()?;
        self.out.write_all(&self.fences)?;
        let mut checksum = Xxh3::new();
        checksum.update(&self.fences);
        for number in [MAGIC, VERSION, self.rows, self.place, checksum.digest()] {
            self.out.write_all(&number.to_le_bytes())?;
        }
        self.out.flush()?;
        Ok(self.out)
    }
}

/// Seven bits to a byte, the low ones first.
fn varint(mut number: u64, bytes: &mut Vec<u8>) {
    loop {
        let low = (number & 0x7F) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}

fn decode(bytes: &[u8], first: u64, rows: usize) -> Option<Vec<(u64, u32)>> {
    let mut decoded = Vec::with_capacity(rows);
    let mut rest = bytes;
    let (mut key, mut offset) = (first, 0_u32);
    for _ in 0..rows {
        let step = read_varint(&mut rest)?;
        key = key.checked_add(step)?;
        if step == 0 {
            offset = offset.checked_add(u32::try_from(read_varint(&mut rest)?).ok()?)?;
        } else {
            let (four, behind) = rest.split_first_chunk::<4>()?;
            offset = u32::from_le_bytes(*four);
            rest = behind;
        }
        decoded.push((key, offset));
    }
    Some(decoded)
}

fn read_varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rows: &[(u64, u32)]) -> Vec<u8> {
        let mut writer = Writer::new(Vec::new());
        for row in rows {
            writer.push(*row).unwrap();
        }
        writer.finish().unwrap()
    }

    #[test]
    fn rows_are_found_by_key_across_blocks() {
        let rows: Vec<(u64, u32)> = (0..10_000_u32).map(|n| (u64::from(n / 3) * 7, n)).collect();
        let table = Table::in_memory(written(&rows)).unwrap();
        for key in [0, 7, 700, 7 * 3333, 5, 80_000] {
            let mut offsets = Vec::new();
            let found = table.find(&(key..key + 1)).unwrap();
            table.offsets(found, &mut offsets).unwrap();
            let expected: Vec<u32> = rows
                .iter()
                .filter(|row| row.0 == key)
                .map(|row| row.1)
                .collect();
            assert_eq!(offsets, expected, "{key}");
        }
        assert_eq!(table.find(&(0..u64::MAX)).unwrap(), 0..10_000);
    }

    #[test]
    fn a_table_that_was_cut_short_or_altered_is_found_out() {
        let rows: Vec<(u64, u32)> = (0..5000_u32).map(|n| (u64::from(n) * 11, n)).collect();
        let whole = written(&rows);
        for length in [0, 10, FOOTER, whole.len() / 2, whole.len() - 1] {
            assert!(
                Table::in_memory(whole[..length].to_vec()).is_err(),
                "{length}"
            );
        }
        let mut altered = whole.clone();
        altered[100] ^= 1;
        let table = Table::in_memory(altered).unwrap();
        assert!(table.find(&(11..12)).is_err());
        assert!(
            Table::in_memory(written(&[]))
                .unwrap()
                .find(&(0..9))
                .unwrap()
                .is_empty()
        );
    }
}
