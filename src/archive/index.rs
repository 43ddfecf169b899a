//! The index of an archive on the disk: built once, refreshed where files have changed, safe when it is
//! interrupted or when two runs want it at once.
//!
//! A folder holds tables, each with the rows of many files, and a manifest that names them. Whoever opens it
//! holds its lock. What is new goes to a table of its own, written beside the others; then a new manifest takes
//! the place of the old one, and tables that it does not name are removed. Until that moment the old index is whole.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use rayon::prelude::*;
use thiserror::Error;
use xxhash_rust::xxh3::xxh3_64;

use super::held::{self, Read, Stamp};
use super::manifest::{Manifest, Record};
use super::sorter::Sorter;
use super::table::Table;
use super::{Progress, folder, noise};
use crate::source::Unreadable;

/// More tables than this are made one, the biggest apart.
const TABLES: usize = 8;

/// A table takes files of no more bytes than this: offsets are 32 bits, and a text of UTF-16 grows by half.
const TABLE: u64 = (u32::MAX as u64) / 3 * 2 - 1024;

/// A file that was changed less than so many nanoseconds before it was read may change again unseen.
const TICK: i64 = 2_000_000_000;

/// Why there is no index.
#[derive(Debug, Error)]
#[error(
    "the index of the sources cannot be written in {}: {reason}; it takes a little more room than the sources. \
     Free some, or name another folder with --index DIR (--no-index needs memory instead)",
    folder.display()
)]
pub struct IndexError {
    /// The folder of the index.
    pub folder: PathBuf,
    /// What the system says.
    pub reason: String,
}

/// A file of an archive, as the folder lists it.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub(super) path: PathBuf,
    pub(super) stamp: Stamp,
}

/// An index that fits the files.
pub(super) struct Index {
    pub(super) tables: Vec<Table>,
    /// For each listed file; nothing for one that cannot be read.
    pub(super) records: Vec<Option<Record>>,
    pub(super) unreadable: Vec<Unreadable>,
    /// What a reader should know.
    pub(super) notes: Vec<String>,
}

/// Opens the index of some files in a folder; builds what is missing.
pub(super) fn open(
    folder: &Path,
    files: &[Listed],
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Index, IndexError> {
    let refused = |error: io::Error| IndexError {
        folder: folder.to_owned(),
        reason: crate::source::reason(&error),
    };
    fs::create_dir_all(folder).map_err(refused)?;
    // The lock is given back when this file is closed, however the run ends.
    let _lock = folder::lock(folder, progress).map_err(refused)?;
    let mut notes = Vec::new();
    let (manifest, tables) = match read(folder) {
        Ok(Some(index)) => index,
        Ok(None) => Default::default(),
        Err(_) => {
            notes.push(format!(
                "the index in {} was damaged or of another version, and was built again",
                folder.display()
            ));
            Default::default()
        }
    };
    let refresh = Refresh::new(folder, files, manifest, tables, progress);
    refresh.run(notes).map_err(refused)
}

fn read(folder: &Path) -> io::Result<Option<(Manifest, Vec<Table>)>> {
    let Some(manifest) = Manifest::read(folder)? else {
        return Ok(None);
    };
    let tables: io::Result<Vec<Table>> = manifest
        .tables
        .iter()
        .map(|name| Table::in_file(File::open(folder.join(name))?))
        .collect();
    Ok(Some((manifest, tables?)))
}

/// An index on its way to fit the files.
struct Refresh<'a> {
    folder: &'a Path,
    files: &'a [Listed],
    progress: &'a (dyn Fn(Progress) + Sync),
    names: Vec<String>,
    tables: Vec<Table>,
    records: Vec<Option<Record>>,
    /// The manifest no longer says what is so.
    changed: bool,
}

impl<'a> Refresh<'a> {
    /// Keeps of an index what still holds.
    fn new(
        folder: &'a Path,
        files: &'a [Listed],
        manifest: Manifest,
        tables: Vec<Table>,
        progress: &'a (dyn Fn(Progress) + Sync),
    ) -> Self {
        let records: Vec<Option<Record>> = files
            .par_iter()
            .map(|file| {
                let record = manifest.files.get(&key(&file.path))?;
                let same = record.stamp == file.stamp && (record.settled || is_same(file, record));
                same.then(|| Record {
                    settled: is_settled(file.stamp),
                    ..record.clone()
                })
            })
            .collect();
        let kept = records.iter().flatten().count();
        let settled = files.iter().zip(&records).any(|(file, record)| {
            let before = manifest.files.get(&key(&file.path));
            record
                .as_ref()
                .zip(before)
                .is_some_and(|(now, before)| now != before)
        });
        let mut refresh = Refresh {
            folder,
            files,
            progress,
            names: manifest.tables,
            tables,
            changed: settled || kept < manifest.files.len(),
            records,
        };
        refresh.give_up();
        refresh
    }

    /// Gives up tables that are mostly of files that are gone, and small ones when there are many: their
    /// files are read again.
    fn give_up(&mut self) {
        let rows: Vec<u64> = self.tables.iter().map(Table::len).collect();
        let mut live = vec![0_u64; rows.len()];
        for record in self.records.iter().flatten() {
            if let Some(bytes) = live.get_mut(record.table) {
                *bytes += u64::from(record.length);
            }
        }
        // A row for each word of some six bytes.
        let mut kept: Vec<usize> = (0..rows.len()).filter(|&n| live[n] > rows[n] * 2).collect();
        if kept.len() >= TABLES {
            let biggest = kept.iter().copied().max_by_key(|&n| rows[n]);
            kept.retain(|&n| Some(n) == biggest);
        }
        if kept.len() == rows.len() {
            return;
        }
        self.changed = true;
        let place: HashMap<usize, usize> = kept.iter().copied().zip(0..).collect();
        for record in &mut self.records {
            *record = record.take().and_then(|record| {
                let table = *place.get(&record.table)?;
                Some(Record { table, ..record })
            });
        }
        let mut number = 0;
        self.names.retain(|_| {
            number += 1;
            place.contains_key(&(number - 1))
        });
        number = 0;
        self.tables.retain(|_| {
            number += 1;
            place.contains_key(&(number - 1))
        });
    }

    /// Adds what is missing and writes down what there is.
    fn run(mut self, notes: Vec<String>) -> io::Result<Index> {
        let fresh: Vec<usize> = (0..self.files.len())
            .filter(|&n| self.records[n].is_none())
            .collect();
        let mut unreadable = Vec::new();
        let total = fresh.iter().map(|&n| self.files[n].stamp.size).sum();
        let done = AtomicU64::new(0);
        for group in groups(&fresh, self.files) {
            self.build(&group, (&done, total), &mut unreadable)?;
        }
        if self.changed {
            let records = self.files.iter().zip(&self.records);
            let manifest = Manifest {
                tables: self.names.clone(),
                files: records
                    .filter_map(|(file, record)| Some((key(&file.path), record.clone()?)))
                    .collect(),
            };
            manifest.write(self.folder)?;
            folder::tidy(self.folder, &self.names);
        }
        Ok(Index {
            tables: self.tables,
            records: self.records,
            unreadable,
            notes,
        })
    }

    /// Makes a table of some files.
    fn build(
        &mut self,
        group: &[usize],
        (done, total): (&AtomicU64, u64),
        unreadable: &mut Vec<Unreadable>,
    ) -> io::Result<()> {
        let bytes = group.iter().map(|&n| self.files[n].stamp.size).sum();
        let sorter = Sorter::new(
            bytes,
            self.sample(group).iter().map(String::as_str),
            Some(self.folder),
        );
        let mut bases = Vec::new();
        let mut base = 0_u64;
        for &number in group {
            bases.push(u32::try_from(base).unwrap_or(u32::MAX));
            base += self.files[number].stamp.size / 2 * 3 + 8;
        }
        let table = self.tables.len();
        let found = Mutex::new((BTreeMap::new(), BTreeMap::new()));
        group
            .par_iter()
            .zip(bases)
            .try_for_each(|(&number, base)| {
                let file = &self.files[number];
                let read = held::whole(&file.path);
                let outcome = match &read {
                    Ok(read) => sorter.add(read.text.prose(), base),
                    Err(_) => Ok(()),
                };
                let read = read.map(|read| record(&read, table, base));
                let mut found = found
                    .lock()
                    .unwrap_or_else(std::sync::PoisonError::into_inner);
                match read {
                    Ok(record) => drop(found.0.insert(number, record)),
                    Err(reason) => drop(found.1.insert(number, reason)),
                }
                let size = file.stamp.size;
                let done = done.fetch_add(size, Ordering::Relaxed) + size;
                (self.progress)(Progress::Reading { done, total });
                outcome
            })?;
        let (records, reasons) = found
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        unreadable.extend(reasons.into_iter().map(|(number, reason)| Unreadable {
            path: self.files[number].path.clone(),
            reason,
        }));
        if records.is_empty() {
            return Ok(());
        }
        for (number, record) in records {
            self.records[number] = Some(record);
        }
        self.put(sorter)
    }

    fn put(&mut self, sorter: Sorter) -> io::Result<()> {
        let file = tempfile::Builder::new()
            .prefix("table-")
            .suffix(".part")
            .tempfile_in(self.folder)?;
        let out = BufWriter::with_capacity(1 << 20, file);
        let sorted = |done, total| (self.progress)(Progress::Sorting { done, total });
        let file = sorter
            .write(out, sorted)?
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        file.as_file().sync_data()?;
        let path = file.path().with_extension("rows");
        file.persist(&path).map_err(|error| error.error)?;
        let name = path.file_name().unwrap_or_default();
        self.names.push(name.to_string_lossy().into_owned());
        self.tables.push(Table::in_file(File::open(&path)?)?);
        self.changed = true;
        Ok(())
    }

    /// Beginnings of some of the files.
    fn sample(&self, group: &[usize]) -> Vec<String> {
        const FILES: usize = 48;
        const BYTES: usize = 1 << 16;
        let step = group.len().div_ceil(FILES).max(1);
        let sampled = group.iter().step_by(step).filter_map(|&number| {
            let file = &self.files[number];
            held::stretch(&file.path, file.stamp, 0, 0..BYTES).ok()
        });
        sampled.map(|passage| passage.words.into_owned()).collect()
    }
}

fn record(read: &Read, table: usize, base: u32) -> Record {
    let prose = read.text.prose();
    Record {
        stamp: read.stamp,
        settled: is_settled(read.stamp),
        hash: xxh3_64(read.text.file.text().as_bytes()),
        noisy: noise::is_noisy(prose),
        shift: read.shift,
        table,
        base,
        length: u32::try_from(prose.len()).unwrap_or(u32::MAX),
    }
}

/// Files for one table each.
fn groups(fresh: &[usize], files: &[Listed]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut bytes = TABLE;
    for &number in fresh {
        bytes += files[number].stamp.size + 8;
        match groups.last_mut() {
            Some(group) if bytes <= TABLE => group.push(number),
            _ => {
                bytes = files[number].stamp.size + 8;
                groups.push(vec![number]);
            }
        }
    }
    groups
}

/// The same from whatever folder textcheck is run.
fn key(path: &Path) -> String {
    let absolute = std::path::absolute(path);
    absolute
        .as_deref()
        .unwrap_or(path)
        .to_string_lossy()
        .into_owned()
}

/// Whether a file was changed long enough ago to be told from a later one by its time.
fn is_settled(stamp: Stamp) -> bool {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(now.as_nanos()).unwrap_or(i64::MAX) - stamp.changed > TICK
}

/// Whether a file with the time of the one before has its text too.
fn is_same(file: &Listed, record: &Record) -> bool {
    let read = held::whole(&file.path);
    read.is_ok_and(|read| xxh3_64(read.text.file.text().as_bytes()) == record.hash)
}
