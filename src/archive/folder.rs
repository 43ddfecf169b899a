//! Folders: where an index lies, who holds one, and what is cleared out of it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use xxhash_rust::xxh3::xxh3_64;

use super::Progress;
use crate::style_sheet::SourceEntry;

/// Archives of more bytes than this are better indexed on the disk.
pub const IN_MEMORY: u64 = 50_000_000;

/// Where an index lies.
#[derive(Clone, Debug, Default)]
pub enum IndexFolder {
    /// Nowhere: the texts and their index are held in memory, whatever their size.
    #[default]
    None,
    /// In a folder of its own below another, if the texts are many.
    Below {
        /// The other folder.
        folder: PathBuf,
        /// More bytes of texts than this are indexed.
        above: u64,
    },
}

impl IndexFolder {
    /// In the cache folder of the user, `textcheck` below `XDG_CACHE_HOME` and what other systems have for it,
    /// for more than [`IN_MEMORY`] bytes.
    pub fn of_user() -> Self {
        match etcetera::base_strategy::choose_native_strategy() {
            Ok(strategy) => IndexFolder::Below {
                folder: strategy.cache_dir().join("textcheck"),
                above: IN_MEMORY,
            },
            Err(_) => IndexFolder::None,
        }
    }
}

/// The folder of an index: one for each set of entries.
pub(super) fn name(entries: &[SourceEntry]) -> String {
    let mut paths: Vec<String> = entries
        .iter()
        .map(|entry| {
            let path = std::path::absolute(&entry.path).unwrap_or_else(|_| entry.path.clone());
            path.to_string_lossy().into_owned()
        })
        .collect();
    paths.sort_unstable();
    paths.dedup();
    format!("sources-{:016x}", xxh3_64(paths.join("\n").as_bytes()))
}

/// Holds a folder; waits, and says so, while another run does.
///
/// # Errors
/// The folder cannot be written to.
pub(super) fn lock(folder: &Path, progress: &(dyn Fn(Progress) + Sync)) -> io::Result<File> {
    let lock = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(folder.join("lock"))?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            progress(Progress::Waiting);
            lock.lock()?;
        }
        // A file system without locks: the last to finish wins, and both are right.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(error),
    }
    Ok(lock)
}

/// Removes what no manifest names; what cannot be removed now is removed another time.
pub(super) fn tidy(folder: &Path, names: &[String]) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let ours = name.ends_with(".part") || name.starts_with("table-") && name.ends_with(".rows");
        if ours && !names.contains(&name) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
