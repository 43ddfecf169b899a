//! The sorter: from the rows of texts, in any order, to a table, in as little memory as wanted.
//!
//! Keys are dealt out to parts, whose bounds come from a sample, so that each part is small; a part that
//! grows waits in a file without a name. At the end each is sorted in memory, one behind the other.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rayon::prelude::*;

use super::rows;
use super::table::Writer;

/// Bytes of text for each part: some 700,000 rows.
const PART: u64 = 4 << 20;
const PARTS: usize = 1024;

/// Texts of fewer bytes than this are sorted in memory.
const IN_MEMORY: u64 = 64 << 20;

/// Rows that a thread holds before it deals them out, and a part before it writes them to its file.
const HELD: usize = 1 << 18;
const WAITING: usize = 1 << 13;

/// Bytes of a row in a file.
const ROW: usize = 12;

type Row = (u64, u32);

/// Rows on their way to a table.
pub(super) struct Sorter {
    /// The first key of each part but the first.
    bounds: Vec<u64>,
    parts: Vec<Mutex<Part>>,
    /// Where parts wait that are too big for memory.
    folder: Option<PathBuf>,
}

#[derive(Default)]
struct Part {
    rows: Vec<Row>,
    file: Option<File>,
}

impl Sorter {
    /// A sorter for texts of so many bytes, some of which are given as a sample. With a folder it keeps big
    /// texts there.
    pub(super) fn new<'t>(
        bytes: u64,
        sample: impl IntoIterator<Item = &'t str>,
        folder: Option<&Path>,
    ) -> Self {
        let parts = usize::try_from(bytes / PART)
            .unwrap_or(PARTS)
            .clamp(1, PARTS);
        let mut keys = Vec::new();
        if parts > 1 {
            for text in sample {
                rows::of(text, |key, _| keys.push(key));
            }
            keys.sort_unstable();
        }
        let even = |part: usize| part as u64 * (rows::KEYS / parts as u64);
        let bounds = (1..parts).map(|part| match keys.len() {
            0 => even(part),
            number => keys[part * number / parts],
        });
        Sorter {
            bounds: bounds.collect(),
            parts: (0..parts).map(|_| Mutex::default()).collect(),
            folder: folder.filter(|_| bytes > IN_MEMORY).map(Path::to_owned),
        }
    }

    /// Takes the rows of one text, whose offsets begin at `base`.
    pub(super) fn add(&self, text: &str, base: u32) -> io::Result<()> {
        let mut dealt: Vec<Vec<Row>> = vec![Vec::new(); self.parts.len()];
        let mut held = 0;
        let mut outcome = Ok(());
        rows::of(text, |key, at| {
            let part = self.bounds.partition_point(|bound| *bound <= key);
            let offset = base.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
            dealt[part].push((key, offset));
            held += 1;
            if held == HELD {
                held = 0;
                if outcome.is_ok() {
                    outcome = self.deal(&mut dealt);
                }
            }
        });
        outcome.and_then(|()| self.deal(&mut dealt))
    }

    fn deal(&self, dealt: &mut [Vec<Row>]) -> io::Result<()> {
        for (part, rows) in self.parts.iter().zip(dealt) {
            let mut part = part
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            part.rows.append(rows);
            if let Some(folder) = &self.folder
                && part.rows.len() > WAITING
            {
                part.put_by(folder)?;
            }
        }
        Ok(())
    }

    /// Writes the table.
    pub(super) fn write<W: Write>(
        self,
        out: W,
        mut progress: impl FnMut(usize, usize),
    ) -> io::Result<W> {
        let mut writer = Writer::new(out);
        let all = self.parts.len();
        let mut parts: Vec<_> = self.parts.into_iter().map(Mutex::into_inner).collect();
        let threads = rayon::current_num_threads().max(1);
        let mut done = 0;
        while done < all {
            let some = parts.drain(..threads.min(parts.len())).collect::<Vec<_>>();
            done += some.len();
            let sorted: Vec<io::Result<Vec<Row>>> = some
                .into_par_iter()
                .map(|part| {
                    part.unwrap_or_else(std::sync::PoisonError::into_inner)
                        .sorted()
                })
                .collect();
            for rows in sorted {
                for row in rows? {
                    writer.push(row)?;
                }
            }
            progress(done, all);
        }
        writer.finish()
    }
}

impl Part {
    fn put_by(&mut self, folder: &Path) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(tempfile::tempfile_in(folder)?),
        };
        let mut bytes = Vec::with_capacity(self.rows.len() * ROW);
        for (key, offset) in self.rows.drain(..) {
            bytes.extend(key.to_le_bytes());
            bytes.extend(offset.to_le_bytes());
        }
        file.write_all(&bytes)
    }

    fn sorted(mut self) -> io::Result<Vec<Row>> {
        if let Some(mut file) = self.file {
            file.rewind()?;
            let mut file = BufReader::with_capacity(1 << 18, file);
            let mut row = [0; ROW];
            while let Some(()) = whole(&mut file, &mut row)? {
                let (key, offset) = row.split_at(8);
                let number = |bytes: &[u8]| {
                    bytes
                        .iter()
                        .rev()
                        .fold(0_u64, |number, byte| number << 8 | u64::from(*byte))
                };
                let offset = u32::try_from(number(offset)).unwrap_or(u32::MAX);
                self.rows.push((number(key), offset));
            }
        }
        self.rows.sort_unstable();
        Ok(self.rows)
    }
}

/// Reads a whole row, or nothing at the end.
fn whole(file: &mut impl Read, row: &mut [u8; ROW]) -> io::Result<Option<()>> {
    match file.read_exact(row) {
        Ok(()) => Ok(Some(())),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::table::Table;

    #[test]
    fn parts_in_files_and_in_memory_give_one_table() {
        let texts: Vec<String> = (0..40)
            .map(|n| format!("the {n} men and the {} women of number {n}", n * 7 % 11).repeat(9))
            .collect();
        let built = |bytes: u64, folder: Option<&Path>| {
            let sorter = Sorter::new(bytes, texts.iter().map(String::as_str), folder);
            for (number, text) in (0..).zip(&texts) {
                sorter.add(text, number * 10_000).unwrap();
            }
            sorter.write(Vec::new(), |_, _| ()).unwrap()
        };
        let folder = tempfile::tempdir().unwrap();
        let one = built(1, None);
        assert_eq!(one, built(100 * PART, None));
        assert_eq!(one, built(100 * PART, Some(folder.path())));
        assert!(Table::in_memory(one).unwrap().len() > 2000);
        let left = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 0, "nothing is left in the folder");
    }
}
