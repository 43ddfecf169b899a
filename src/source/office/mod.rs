//! Word processors' files, .docx and .odt: archives of XML, read into lines of text, one for each
//! paragraph, with what the file says of each. Nothing is ever written into them.

mod docx;
mod odt;
mod page;
mod style;
mod xml;

use std::io::{Cursor, Read};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use super::paragraph::Extract;

/// A part of an archive may be this long when it is inflated, in bytes: a thousand pages are a tenth of it.
const LIMIT: u64 = 100 << 20;

/// What is said of a part that is encrypted.
const LOCKED: &str = "it has a password; save it without one";

/// Reads a file whose name says that a word processor wrote it; none for other names.
///
/// # Errors
/// Why it cannot be read, and what to do.
pub(super) fn read(path: &Path, bytes: &[u8]) -> Option<Result<Extract, String>> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    let read = match extension.as_str() {
        "docx" => docx::read,
        "odt" => odt::read,
        _ => return None,
    };
    Some(Package::open(bytes).and_then(|mut package| read(&mut package)))
}

/// The archive that such a file is.
struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

impl<'b> Package<'b> {
    fn open(bytes: &'b [u8]) -> Result<Self, String> {
        // The container of old formats, and of new ones behind a password.
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err(
                "it has a password, or is an older kind of file under a new name; save it as .docx \
                 without a password"
                    .into(),
            );
        }
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => Ok(Package { archive }),
            Err(error) => Err(format!(
                "not a word processor's file, or damaged ({error}); open it there and save it again"
            )),
        }
    }

    /// A part as text; none where the archive has no such part.
    fn part(&mut self, name: &str) -> Result<Option<String>, String> {
        if self.archive.index_for_name(name).is_none() {
            return Ok(None);
        }
        let damaged =
            |error: &dyn std::fmt::Display| format!("its part {name} is damaged ({error})");
        let file = self.archive.by_name(name).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => LOCKED.to_owned(),
            error => damaged(&error),
        })?;
        let mut bytes = Vec::new();
        file.take(LIMIT + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| damaged(&error))?;
        if bytes.len() as u64 > LIMIT {
            return Err(format!(
                "its part {name} inflates to more than {} MB; save it as text",
                LIMIT >> 20
            ));
        }
        super::decode(bytes)
            .map(Some)
            .map_err(|error| damaged(&error))
    }

    /// The part without which there is no text.
    fn main(&mut self, name: &str) -> Result<String, String> {
        self.part(name)?
            .ok_or_else(|| format!("it has no text: no part {name}"))
    }
}
