//! The archive: the texts that quotations are checked against, and what they have of one. Judges nothing.
//!
//! ```text
//! entry      a text with what is known of it    folder    where an index lies
//! files      the entries, folders walked        held      a text in memory, or a stretch of its file
//! read       the words of a format              noise     misread letters
//! rows       keys of words that follow          table     rows in order, in memory or in a file
//! sorter     from rows to a table               manifest, index   tables on the disk, refreshed
//! places     where a quotation may stand        heads     page numbers and running heads
//! align      word by word                       found     a quotation laid along a stretch
//! splice     two places joined                  lookup    what the sources have of a quotation
//! sourced    the quotations of a document
//! ```

mod align;
mod entry;
mod files;
mod folder;
mod found;
mod heads;
mod held;
mod index;
mod lookup;
mod manifest;
mod noise;
mod places;
mod read;
mod rows;
mod sorter;
mod sourced;
mod splice;
mod table;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use rayon::prelude::*;

use crate::source::{SourceFile, Unreadable};
use crate::style_sheet::SourceEntry;
use entry::Held;
pub use entry::Source;
pub use folder::{IN_MEMORY, IndexFolder};
pub use found::{Altered, Wanted};
use held::{Passage, Stamp, Text};
pub use index::IndexError;
use index::{Index, Listed};
pub use lookup::{Place, Verdict};
use sorter::Sorter;
pub use sourced::{Claimed, Sourced, Status};
use table::Table;

/// How far the building of an index has come.
#[derive(Clone, Copy, Debug)]
pub enum Progress {
    /// Another run builds it.
    Waiting,
    /// So many bytes of the texts are read.
    Reading {
        /// Bytes.
        done: u64,
        /// Bytes.
        total: u64,
    },
    /// So many parts of the table are written.
    Sorting {
        /// Parts.
        done: usize,
        /// Parts.
        total: usize,
    },
}

/// An archive that was opened, and what should be said of it.
#[derive(Debug)]
pub struct Opened {
    /// The texts that can be read.
    pub archive: Archive,
    /// The others.
    pub unreadable: Vec<Unreadable>,
    /// What became of an index that could not be used.
    pub notes: Vec<String>,
}

/// A table, and the sources whose rows it has in the order of their offsets.
#[derive(Debug)]
struct Shelf {
    table: Table,
    sources: Vec<(Range<u32>, usize)>,
}

/// Source texts, ready to look quotations up in.
#[derive(Debug, Default)]
pub struct Archive {
    sources: Vec<Source>,
    /// Of an archive in memory made when it is first asked.
    shelves: OnceLock<Vec<Shelf>>,
    /// Keys and surnames.
    names: OnceLock<(BTreeSet<String>, BTreeSet<String>)>,
    /// Of the index.
    folder: Option<PathBuf>,
    /// Files that are held while somebody points into them.
    files: Mutex<HashMap<usize, Weak<SourceFile>>>,
    /// What went wrong while it was asked.
    faults: Mutex<BTreeMap<PathBuf, String>>,
}

impl Archive {
    /// Opens the files of some entries, folders with all text files in them; what cannot be read is
    /// handed back beside the rest. A big archive is indexed below a folder.
    ///
    /// # Errors
    /// The index cannot be written.
    pub fn open(
        entries: &[SourceEntry],
        index: &IndexFolder,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Opened, IndexError> {
        let (files, unreadable) = files::list(entries);
        let bytes: u64 = files.iter().map(|(file, _)| file.stamp.size).sum();
        match index {
            IndexFolder::Below { folder, above } if bytes > *above => {
                let folder = folder.join(folder::name(entries));
                let (listed, owners): (Vec<Listed>, Vec<usize>) = files.into_iter().unzip();
                let index = index::open(&folder, &listed, progress)?;
                let mut opened = Self::indexed(entries, listed, &owners, index, unreadable);
                opened.archive.folder = Some(folder);
                Ok(opened)
            }
            _ => Ok(Self::in_memory(entries, files, unreadable)),
        }
    }

    fn in_memory(
        entries: &[SourceEntry],
        files: Vec<(Listed, usize)>,
        mut unreadable: Vec<Unreadable>,
    ) -> Opened {
        let mut archive = Archive::default();
        let read = |(file, entry): (Listed, usize)| (held::whole(&file.path), file.path, entry);
        let read: Vec<_> = files.into_par_iter().map(read).collect();
        for (read, path, entry) in read {
            match read {
                Ok(read) => archive.hold(&entries[entry], read.text),
                Err(reason) => unreadable.push(Unreadable { path, reason }),
            }
        }
        Opened {
            archive,
            unreadable,
            notes: Vec::new(),
        }
    }

    fn indexed(
        entries: &[SourceEntry],
        files: Vec<Listed>,
        owners: &[usize],
        index: Index,
        mut unreadable: Vec<Unreadable>,
    ) -> Opened {
        unreadable.extend(index.unreadable);
        let mut sources = Vec::new();
        let mut shelved: Vec<Vec<(Range<u32>, usize)>> = vec![Vec::new(); index.tables.len()];
        for ((file, owner), record) in files.into_iter().zip(owners).zip(index.records) {
            let Some(record) = record else {
                continue;
            };
            let end = record.base.saturating_add(record.length);
            shelved[record.table].push((record.base..end, sources.len()));
            sources.push(Source {
                noisy: record.noisy,
                length: record.length as usize,
                held: Held::Disk {
                    stamp: record.stamp,
                    shift: record.shift,
                },
                ..Source::of(&entries[*owner], file.path)
            });
        }
        let shelves = index
            .tables
            .into_iter()
            .zip(shelved)
            .map(|(table, mut sources)| {
                sources.sort_unstable_by_key(|(range, _)| range.start);
                Shelf { table, sources }
            });
        Opened {
            archive: Archive {
                sources,
                shelves: OnceLock::from(shelves.collect::<Vec<_>>()),
                ..Archive::default()
            },
            unreadable,
            notes: index.notes,
        }
    }

    /// Adds a text that is read already.
    ///
    /// # Errors
    /// Its format is none that is read, or it has no words.
    pub fn add(&mut self, entry: &SourceEntry, file: SourceFile) -> Result<(), String> {
        let text = Text::new(file)?;
        self.hold(entry, text);
        Ok(())
    }

    fn hold(&mut self, entry: &SourceEntry, text: Text) {
        self.shelves = OnceLock::new();
        self.names = OnceLock::new();
        self.sources.push(Source {
            noisy: noise::is_noisy(text.prose()),
            length: text.prose().len(),
            ..Source::of(entry, text.file.path().to_owned())
        });
        if let Some(source) = self.sources.last_mut() {
            source.held = Held::Memory(text);
        }
    }

    /// The texts in the order of the entries.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The keys by which articles cite the texts, and the surnames of their authors, each once.
    fn names(&self) -> &(BTreeSet<String>, BTreeSet<String>) {
        self.names.get_or_init(|| {
            let keys = self.sources.iter().filter_map(|source| source.key.clone());
            let surnames = self.sources.iter().filter_map(Source::surname);
            (keys.collect(), surnames.map(str::to_owned).collect())
        })
    }

    /// What the sources have of each quotation.
    pub fn look_up(&self, wanted: &[Wanted]) -> Vec<Verdict> {
        lookup::look_up(self, wanted)
    }

    /// Files that could not be read again, or had changed, when a quotation was looked up.
    pub fn faults(&self) -> Vec<Unreadable> {
        let faults = locked(&self.faults);
        let fault = |(path, reason): (&PathBuf, &String)| Unreadable {
            path: path.clone(),
            reason: reason.clone(),
        };
        faults.iter().map(fault).collect()
    }

    /// The rows of all texts.
    fn shelves(&self) -> &[Shelf] {
        self.shelves.get_or_init(|| {
            let groups = groups(&self.sources);
            groups
                .into_iter()
                .filter_map(|group| self.shelf(group))
                .collect()
        })
    }

    /// The rows of texts in memory.
    fn shelf(&self, group: Range<usize>) -> Option<Shelf> {
        let texts: Vec<&str> = self.sources[group.clone()]
            .iter()
            .filter_map(|source| match &source.held {
                Held::Memory(text) => Some(text.prose()),
                Held::Disk { .. } => None,
            })
            .collect();
        let bytes = texts.iter().map(|text| text.len() as u64).sum();
        let mut sources = Vec::new();
        let mut base = 0_u32;
        for (number, text) in group.zip(&texts) {
            let end = base.saturating_add(u32::try_from(text.len()).unwrap_or(u32::MAX));
            sources.push((base..end, number));
            base = end.saturating_add(8);
        }
        let sample = texts.iter().step_by(texts.len().div_ceil(48).max(1));
        let sorter = Sorter::new(
            bytes,
            sample.map(|text| &text[..text.floor_char_boundary(1 << 16)]),
            None,
        );
        texts
            .par_iter()
            .zip(&sources)
            .try_for_each(|(text, (range, _))| sorter.add(text, range.start))
            .ok()?;
        let table = sorter
            .write(Vec::new(), |_, _| ())
            .and_then(Table::in_memory)
            .ok()?;
        Some(Shelf { table, sources })
    }

    /// A stretch of a source; nothing where it cannot be read any more.
    fn passage(&self, source: usize, range: Range<usize>) -> Option<Passage<'_>> {
        let of = &self.sources[source];
        let range = range.start.min(of.length)..range.end.min(of.length);
        match &of.held {
            Held::Memory(text) => Some(Passage::of(text.prose(), range)),
            Held::Disk {
                stamp,
                shift: Some(shift),
            } => {
                let passage = held::stretch(&of.path, *stamp, *shift, range);
                passage.map_err(|reason| self.fault(source, reason)).ok()
            }
            Held::Disk { stamp, shift: None } => {
                let text = self.whole(source, *stamp)?;
                let Passage { words, start } = Passage::of(text.prose(), range);
                Some(Passage {
                    words: words.into_owned().into(),
                    start,
                })
            }
        }
    }

    fn whole(&self, source: usize, stamp: Stamp) -> Option<Text> {
        match held::whole(&self.sources[source].path) {
            Ok(read) if read.stamp == stamp => Some(read.text),
            Ok(_) => {
                self.fault(
                    source,
                    "it has changed since it was indexed; run again".into(),
                );
                None
            }
            Err(reason) => {
                self.fault(source, reason);
                None
            }
        }
    }

    /// The file of a source, whole; nothing where it cannot be read any more.
    fn file(&self, source: usize) -> Option<Arc<SourceFile>> {
        let stamp = match &self.sources[source].held {
            Held::Memory(text) => return Some(text.file.clone()),
            Held::Disk { stamp, .. } => *stamp,
        };
        let known = locked(&self.files).get(&source).and_then(Weak::upgrade);
        known.or_else(|| {
            let file = self.whole(source, stamp)?.file;
            locked(&self.files).insert(source, Arc::downgrade(&file));
            Some(file)
        })
    }

    /// The index was damaged after it was opened: the next run builds it again.
    fn damaged(&self) {
        if let Some(folder) = &self.folder {
            manifest::forget(folder);
            let reason = "the index is damaged; run again, and it will be built again".to_owned();
            locked(&self.faults).insert(folder.clone(), reason);
        }
    }

    fn fault(&self, source: usize, reason: String) {
        let path = self.sources[source].path.clone();
        locked(&self.faults).insert(path, reason);
    }
}

/// Sources for one table each, whose offsets have 32 bits.
fn groups(sources: &[Source]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut bytes = 0;
    for (number, source) in sources.iter().enumerate() {
        bytes += source.length + 8;
        match groups.last_mut() {
            Some(group) if bytes < u32::MAX as usize => group.end = number + 1,
            _ => {
                bytes = source.length + 8;
                groups.push(number..number + 1);
            }
        }
    }
    groups
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
