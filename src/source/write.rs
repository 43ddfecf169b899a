//! Writing a text back into its file: in its encoding, unless somebody else has changed it.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use encoding_rs::{EncoderResult, UTF_16BE, UTF_16LE};

use super::decode::decode_as;
use super::find::reason;
use super::{Encoding, SourceFile, Unreadable, WholeFile};

/// Puts a new text in the place of a file's old one, in the same encoding, with the same byte-order mark
/// and permissions. A symbolic link stays, and what it leads to is replaced.
///
/// # Errors
/// The file cannot be read or written, no longer holds the old text, or is in an encoding that cannot hold the
/// new one, or not without changing other bytes.
pub fn replace(old: &SourceFile, new: &str) -> Result<(), Unreadable> {
    let path = old.path();
    let refused = |reason: String| Unreadable {
        path: path.to_path_buf(),
        reason,
    };
    let bytes = fs::read(path).map_err(|error| refused(reason(&error)))?;
    let encoding = old.encoding();
    let encoded = |text| {
        encode(text, &bytes, encoding).map_err(|missing| {
            let (code, name) = (u32::from(missing), encoding.map_or("UTF-8", Encoding::name));
            refused(format!(
                "nothing was written: {name} has no “{missing}” (U+{code:04X}); save the file as UTF-8 \
                 (`iconv -f {name} -t UTF-8`)"
            ))
        })
    };
    let new = encoded(new)?;
    if decode_as(bytes.clone(), encoding).ok().as_deref() != Some(old.text()) {
        return Err(refused(
            "it was changed while it was being checked, or is no text; nothing was written".into(),
        ));
    }
    if let Some(encoding) = encoding
        && encoded(old.text())? != bytes
    {
        let name = encoding.name();
        return Err(refused(format!(
            "nothing was written: {name} has several bytes for one character, and some would change; save the \
             file as UTF-8 (`iconv -f {name} -t UTF-8`)"
        )));
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

/// A text in an encoding, or in that of Unicode that the bytes of a file begin in; else the first character
/// that the encoding has not.
fn encode(text: &str, like: &[u8], encoding: Option<Encoding>) -> Result<Vec<u8>, char> {
    let units = |mark: Option<u16>, bytes: fn(u16) -> [u8; 2]| {
        let all = mark.into_iter().chain(text.encode_utf16());
        all.flat_map(bytes).collect()
    };
    let mark = Some(0xFEFF);
    Ok(match (encoding, like) {
        (Some(Encoding(encoding)), _) if encoding == UTF_16LE => units(None, u16::to_le_bytes),
        (Some(Encoding(encoding)), _) if encoding == UTF_16BE => units(None, u16::to_be_bytes),
        (Some(Encoding(encoding)), _) => named(text, encoding)?,
        (None, [0xFF, 0xFE, ..]) => units(mark, u16::to_le_bytes),
        (None, [0xFE, 0xFF, ..]) => units(mark, u16::to_be_bytes),
        (None, [0xEF, 0xBB, 0xBF, ..]) => ["\u{FEFF}".as_bytes(), text.as_bytes()].concat(),
        (None, _) => text.as_bytes().to_vec(),
    })
}

fn named(text: &str, encoding: &'static encoding_rs::Encoding) -> Result<Vec<u8>, char> {
    let mut encoder = encoding.new_encoder();
    let mut bytes = Vec::with_capacity(text.len() + 16);
    let mut rest = text;
    loop {
        let (result, read) =
            encoder.encode_from_utf8_to_vec_without_replacement(rest, &mut bytes, true);
        rest = &rest[read..];
        match result {
            EncoderResult::InputEmpty => return Ok(bytes),
            EncoderResult::OutputFull => bytes.reserve(rest.len() + 16),
            EncoderResult::Unmappable(missing) => return Err(missing),
        }
    }
}
