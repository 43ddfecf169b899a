//! Texts as they are read: whole, or a stretch of a file that has not changed since it was indexed.

use std::borrow::Cow;
use std::fs::{File, Metadata};
use std::io::Read as _;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::read;
use super::table::read_at;
use crate::source::{SourceFile, reason};

/// Bigger files than this are refused: an index counts bytes in 32 bits.
pub(super) const BIGGEST: u64 = 2 << 30;

/// A text in memory.
#[derive(Debug)]
pub(super) struct Text {
    /// Its file, for labels.
    pub(super) file: Arc<SourceFile>,
    /// The words in the bytes of the file's text, where they are not the text itself.
    prose: Option<String>,
}

impl Text {
    /// # Errors
    /// The format is none that is read, or there are no words.
    pub(super) fn new(file: SourceFile) -> Result<Self, String> {
        Ok(Text {
            prose: read::prose(&file)?,
            file: Arc::new(file),
        })
    }

    /// The words, in the bytes of the file's text.
    pub(super) fn prose(&self) -> &str {
        self.prose.as_deref().unwrap_or(self.file.text())
    }
}

/// What tells that a file is the one that was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    /// Bytes.
    pub(super) size: u64,
    /// When it was changed, in nanoseconds since 1970.
    pub(super) changed: i64,
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        let since = metadata
            .modified()
            .ok()
            .map(|time| match time.duration_since(UNIX_EPOCH) {
                Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
                Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |n| -n),
            });
        Stamp {
            size: metadata.len(),
            changed: since.unwrap_or_default(),
        }
    }
}

/// A text that was read just now.
pub(super) struct Read {
    pub(super) text: Text,
    pub(super) stamp: Stamp,
    /// How many bytes of the file stand before the text, where its bytes are those of the file.
    pub(super) shift: Option<u8>,
}

/// Reads a file whole.
///
/// # Errors
/// It cannot be read, is no text, or changes while it is read.
pub(super) fn whole(path: &Path) -> Result<Read, String> {
    let mut file = File::open(path).map_err(|error| reason(&error))?;
    let metadata = file.metadata().map_err(|error| reason(&error))?;
    if metadata.is_dir() {
        return Err("a folder, where a file was expected".into());
    }
    if !metadata.is_file() {
        return Err("no regular file".into());
    }
    if metadata.len() > BIGGEST {
        return Err("larger than 2 GB; split it into several files".into());
    }
    // A PDF is megabytes of bytes that are no text: the remedy is told before they are read.
    read::is_read(path)?;
    let stamp = Stamp::of(&metadata);
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    file.read_to_end(&mut bytes)
        .map_err(|error| reason(&error))?;
    let after = file.metadata().map_err(|error| reason(&error))?;
    if Stamp::of(&after) != stamp || bytes.len() as u64 != stamp.size {
        return Err("it changes while it is read; run again when it is complete".into());
    }
    let shift = match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, ..] => Some(3),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => None,
        _ => Some(0),
    };
    let file = SourceFile::from_bytes(path, bytes, None).map_err(|error| error.to_string())?;
    let text = Text::new(file)?;
    let shift = shift.filter(|_| text.prose.is_none());
    Ok(Read { text, stamp, shift })
}

/// Reads a stretch of a text whose bytes are those of its file, if that is still the one with this stamp;
/// the stretch is made smaller until it holds whole characters.
///
/// # Errors
/// It cannot be read, or is another.
pub(super) fn stretch(
    path: &Path,
    stamp: Stamp,
    shift: u8,
    range: Range<usize>,
) -> Result<Passage<'static>, String> {
    let file = File::open(path).map_err(|error| reason(&error))?;
    let metadata = file.metadata().map_err(|error| reason(&error))?;
    if Stamp::of(&metadata) != stamp {
        return Err("it has changed since it was indexed; run again".into());
    }
    let length = usize::try_from(stamp.size).unwrap_or(usize::MAX) - usize::from(shift);
    let range = range.start.min(length)..range.end.min(length);
    let mut bytes = vec![0; range.len()];
    read_at(&file, &mut bytes, range.start as u64 + u64::from(shift))
        .map_err(|error| reason(&error))?;
    let inside = |byte: &u8| byte & 0xC0 == 0x80;
    let cut = bytes.iter().take(3).take_while(|byte| inside(byte)).count();
    bytes.drain(..cut);
    let words = match String::from_utf8(bytes) {
        Ok(words) => words,
        Err(error) => {
            // The last character may be cut.
            let valid = error.utf8_error().valid_up_to();
            let mut bytes = error.into_bytes();
            bytes.truncate(valid);
            String::from_utf8(bytes).unwrap_or_default()
        }
    };
    Ok(Passage {
        words: Cow::Owned(words),
        start: range.start + cut,
    })
}

/// A stretch of a text.
#[derive(Clone, Debug)]
pub(super) struct Passage<'t> {
    pub(super) words: Cow<'t, str>,
    /// The byte of the text at which it begins.
    pub(super) start: usize,
}

impl<'t> Passage<'t> {
    /// A stretch of a text that is in memory.
    pub(super) fn of(text: &'t str, range: Range<usize>) -> Self {
        let start = text.floor_char_boundary(range.start.min(text.len()));
        let end = text.ceil_char_boundary(range.end.min(text.len()));
        Passage {
            words: Cow::Borrowed(&text[start..end]),
            start,
        }
    }

    /// The words of some bytes of the text.
    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        let inside = range.start.saturating_sub(self.start)..range.end.saturating_sub(self.start);
        self.words.get(inside).unwrap_or_default()
    }
}
