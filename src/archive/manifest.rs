//! The manifest of an index: which files stand where in which table, as they were when they were read.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::held::Stamp;
use super::table::{VERSION, damaged};

const NAME: &str = "manifest";

/// What an index holds.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// Names of the files of the tables.
    pub(super) tables: Vec<String>,
    /// By path.
    pub(super) files: HashMap<String, Record>,
}

/// A file in an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) stamp: Stamp,
    /// The file was not changed again within the tick of the clock in which it was read.
    pub(super) settled: bool,
    /// Of the text.
    pub(super) hash: u64,
    /// It was read by a machine that took letters for others.
    pub(super) noisy: bool,
    /// Bytes of the file before the text, where its bytes are those of the file.
    pub(super) shift: Option<u8>,
    /// The number of its table, and where it stands there.
    pub(super) table: usize,
    pub(super) base: u32,
    /// Bytes of the text.
    pub(super) length: u32,
}

impl Manifest {
    /// The manifest of an index; nothing where there is none yet.
    ///
    /// # Errors
    /// It is damaged, or of another version.
    pub(super) fn read(folder: &Path) -> io::Result<Option<Self>> {
        let text = match fs::read_to_string(folder.join(NAME)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            text => text?,
        };
        let (head, body) = text.split_once('\n').ok_or_else(damaged)?;
        if head != self::head(body) {
            return Err(damaged());
        }
        serde_json::from_str(body).map(Some).map_err(|_| damaged())
    }

    /// Puts the manifest in the place of the one before, or leaves that as it is.
    ///
    /// # Errors
    /// It cannot be written.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let body = serde_json::to_string(self)?;
        let mut file = tempfile::Builder::new()
            .prefix(NAME)
            .suffix(".part")
            .tempfile_in(folder)?;
        file.write_all(format!("{}\n{body}", head(&body)).as_bytes())?;
        file.as_file().sync_data()?;
        file.persist(folder.join(NAME))
            .map_err(|error| error.error)?;
        Ok(())
    }
}

/// Removes the manifest, so that the index is built again.
pub(super) fn forget(folder: &Path) {
    // What cannot be removed is found damaged once more.
    let _ = fs::remove_file(folder.join(NAME));
}

/// The first line: version and checksum.
fn head(body: &str) -> String {
    format!(
        "textcheck index {VERSION} {:016x}",
        xxh3_64(body.as_bytes())
    )
}
