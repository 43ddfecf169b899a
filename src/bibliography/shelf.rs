//! The bibliographies at hand: each file is read once in a run, when an article first asks for it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::Library;
use crate::source::SourceFile;

/// What came of reading a file, or why it cannot be read.
type Read = Result<Arc<Library>, String>;

/// The files that a configuration names, and those that articles name themselves.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    named: Vec<PathBuf>,
    read: Arc<Mutex<HashMap<PathBuf, Read>>>,
}

impl Shelf {
    /// The files of `bibliography:`.
    pub fn new(named: Vec<PathBuf>) -> Self {
        Shelf {
            named,
            read: Arc::default(),
        }
    }

    /// The same with a file that is not on the disk.
    #[must_use]
    pub fn with(self, source: SourceFile) -> Self {
        let path = source.path().to_path_buf();
        let library = Ok(Arc::new(Library::read(source)));
        self.read
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(path, library);
        self
    }

    /// The files that every article may cite from.
    pub fn named(&self) -> &[PathBuf] {
        &self.named
    }

    /// A bibliography by its path.
    ///
    /// # Errors
    /// Why the file cannot be read.
    pub fn get(&self, path: &Path) -> Read {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = read.get(path) {
            return known.clone();
        }
        let library = SourceFile::read(path)
            .map(|source| Arc::new(Library::read(source)))
            .map_err(|unreadable| unreadable.reason);
        read.insert(path.to_path_buf(), library.clone());
        library
    }
}
