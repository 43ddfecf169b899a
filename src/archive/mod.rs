//! The archive: the texts that quotations are checked against, and what they have of one. Judges nothing.

mod align;
mod lookup;
mod noise;
mod places;
mod read;
mod sourced;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use lookup::{Altered, Place, Verdict, Wanted};
pub use sourced::{Sourced, Status};

use crate::source::SourceFile;
use crate::style_sheet::SourceEntry;
use crate::wording::words;

/// A source text with what is known of it.
#[derive(Debug)]
pub struct Source {
    /// Its file, for labels.
    pub file: Arc<SourceFile>,
    /// Who wrote it, where that is said.
    pub author: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// The key by which an article cites it.
    pub key: Option<String>,
    /// The words, in the bytes of the file's text.
    text: String,
    /// It was read by a machine that took letters for others.
    noisy: bool,
}

/// A source that cannot be read, and why.
#[derive(Debug)]
pub struct Unreadable {
    /// The file or folder.
    pub path: PathBuf,
    /// What is wrong, and what to do.
    pub reason: String,
}

/// Source texts, ready to look quotations up in.
#[derive(Debug, Default)]
pub struct Archive {
    sources: Vec<Source>,
}

impl Archive {
    /// Reads the files of some entries, folders with all text files in them; what cannot be read is
    /// handed back beside the rest.
    pub fn open(entries: &[SourceEntry]) -> (Self, Vec<Unreadable>) {
        let mut archive = Archive::default();
        let mut unreadable = Vec::new();
        for entry in entries {
            for path in files(&entry.path) {
                let read = SourceFile::read(&path).map_err(|unreadable| unreadable.reason);
                match read.and_then(|file| archive.add(entry, file)) {
                    Ok(()) => {}
                    Err(reason) => unreadable.push(Unreadable { path, reason }),
                }
            }
        }
        (archive, unreadable)
    }

    /// Adds a text that is read already.
    ///
    /// # Errors
    /// Its format is none that is read, or it has no words.
    pub fn add(&mut self, entry: &SourceEntry, file: SourceFile) -> Result<(), String> {
        let text = read::text(&file)?;
        self.sources.push(Source {
            file: Arc::new(file),
            author: entry.author.clone(),
            title: entry.title.clone(),
            key: entry.key.clone(),
            noisy: noise::is_noisy(&text),
            text,
        });
        Ok(())
    }

    /// The texts in the order of the entries.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// What the sources have of each quotation.
    pub fn look_up(&self, wanted: &[Wanted]) -> Vec<Verdict> {
        lookup::look_up(self, wanted)
    }
}

impl Wanted {
    /// A quotation by its words, which stand at `base` of the text they are told of.
    pub fn new<'t>(runs: impl IntoIterator<Item = (usize, &'t str)>) -> Self {
        let mut wanted = Wanted {
            words: Vec::new(),
            written: String::new(),
        };
        for (base, run) in runs {
            wanted.words.extend(words(run, base));
            wanted.written.push_str(run);
            wanted.written.push(' ');
        }
        wanted
    }
}

/// Formats of texts; a folder's other files are left alone.
const TEXTS: [&str; 6] = ["txt", "text", "md", "markdown", "html", "htm"];

/// The file itself, or the texts of a folder in the order of their names.
fn files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let walk = ignore::WalkBuilder::new(path)
        .sort_by_file_path(Ord::cmp)
        .build();
    walk.flatten()
        .map(ignore::DirEntry::into_path)
        .filter(|path| {
            let extension = path.extension().and_then(|extension| extension.to_str());
            path.is_file()
                && extension.is_some_and(|extension| {
                    TEXTS.contains(&extension.to_ascii_lowercase().as_str())
                })
        })
        .collect()
}
