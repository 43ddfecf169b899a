//! Writing a text back into its file: in its encoding, unless somebody else has changed it.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::find::reason;
use super::{Unreadable, WholeFile, decode};

/// Puts a new text in the place of a file's old one, in the same encoding, with the same byte-order mark
/// and permissions. A symbolic link stays, and what it leads to is replaced.
///
/// # Errors
/// The file cannot be read or written, or no longer holds the old text.
pub fn replace(path: &Path, old: &str, new: &str) -> Result<(), Unreadable> {
    let refused = |reason: String| Unreadable {
        path: path.to_path_buf(),
        reason,
    };
    let bytes = fs::read(path).map_err(|error| refused(reason(&error)))?;
    let new = encode(new, &bytes);
    if decode(bytes).ok().as_deref() != Some(old) {
        return Err(refused(
            "it was changed while it was being checked, or is no text; nothing was written".into(),
        ));
    }
    write(path, &new)
}

/// Writes a file whole or not at all. Permissions and symbolic links stay as they are.
///
/// # Errors
/// The folder or the file cannot be written to.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Unreadable> {
    let permissions = fs::metadata(path).map(|known| known.permissions());
    let written = match permissions {
        // Its folder may let it be replaced all the same.
        Ok(known) if known.readonly() => Err(io::ErrorKind::PermissionDenied.into()),
        _ => WholeFile::create(path).and_then(|mut file| {
            file.write_all(bytes)?;
            file.keep()
        }),
    };
    written.map_err(|error| Unreadable {
        path: path.to_path_buf(),
        reason: format!("it cannot be written: {}", reason(&error)),
    })
}

/// A text in the encoding that the bytes of a file begin in.
fn encode(text: &str, like: &[u8]) -> Vec<u8> {
    let units = |bytes: fn(u16) -> [u8; 2]| {
        let all = std::iter::once(0xFEFF).chain(text.encode_utf16());
        all.flat_map(bytes).collect()
    };
    match like {
        [0xFF, 0xFE, ..] => units(u16::to_le_bytes),
        [0xFE, 0xFF, ..] => units(u16::to_be_bytes),
        [0xEF, 0xBB, 0xBF, ..] => ["\u{FEFF}".as_bytes(), text.as_bytes()].concat(),
        _ => text.as_bytes().to_vec(),
    }
}
