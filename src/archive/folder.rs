//! Folders: where an index lies.

use std::path::PathBuf;

use etcetera::BaseStrategy as _;
use xxhash_rust::xxh3::xxh3_64;

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
