//! From the bytes of a file to text: byte-order marks, UTF-8, UTF-16; everything else is refused with a reason.

use thiserror::Error;

/// Why bytes are not a text that can be checked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// Not UTF-8.
    #[error(
        "not UTF-8: byte 0x{byte:02X} at offset {offset} (line {line}); save the file as UTF-8 \
         (an older file is often Windows-1252: `iconv -f WINDOWS-1252 -t UTF-8`)"
    )]
    InvalidUtf8 {
        /// Byte offset from the start of the file.
        offset: usize,
        /// The byte that stands there.
        byte: u8,
        /// 1-based line.
        line: usize,
    },
    /// Begins with a UTF-16 byte-order mark but is not UTF-16.
    #[error("begins as UTF-16 but is damaged at byte offset {offset}; save the file as UTF-8")]
    InvalidUtf16 {
        /// Byte offset from the start of the file.
        offset: usize,
    },
    /// Holds a NUL byte, as no text does.
    #[error("not a text file: NUL byte at offset {offset}")]
    Binary {
        /// Byte offset from the start of the file.
        offset: usize,
    },
}

/// Decodes a file: UTF-8 (with or without a byte-order mark) or UTF-16 with one. The mark is left out.
///
/// # Errors
/// [`DecodeError`] names the first byte that is at fault.
pub fn decode(bytes: Vec<u8>) -> Result<String, DecodeError> {
    let text = match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest.to_vec(), 3)?,
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => utf8(bytes, 0)?,
    };
    match memchr::memchr(0, text.as_bytes()) {
        Some(offset) => Err(DecodeError::Binary { offset }),
        None => Ok(text),
    }
}

fn utf8(bytes: Vec<u8>, skipped: usize) -> Result<String, DecodeError> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        match memchr::memchr(0, bytes) {
            Some(nul) => DecodeError::Binary {
                offset: skipped + nul,
            },
            None => DecodeError::InvalidUtf8 {
                offset: skipped + at,
                byte: bytes[at],
                line: 1 + memchr::memchr_iter(b'\n', &bytes[..at]).count(),
            },
        }
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, DecodeError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| unit(pair));
    let mut text = String::with_capacity(bytes.len());
    let mut offset = 2;
    for decoded in char::decode_utf16(units) {
        let Ok(character) = decoded else {
            return Err(DecodeError::InvalidUtf16 { offset });
        };
        text.push(character);
        offset += 2 * character.len_utf16();
    }
    if rest.is_empty() {
        Ok(text)
    } else {
        Err(DecodeError::InvalidUtf16 { offset })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_marks_are_left_out() {
        assert_eq!(decode(b"\xEF\xBB\xBFab".to_vec()).unwrap(), "ab");
        assert_eq!(decode(b"\xFF\xFEa\0\xE9\0".to_vec()).unwrap(), "aé");
        assert_eq!(
            decode(b"\xFE\xFF\0a\xD8\x3D\xDE\x00".to_vec()).unwrap(),
            "a😀"
        );
    }

    #[test]
    fn the_first_bad_byte_is_named() {
        assert_eq!(
            decode(b"a\nb\xE9c".to_vec()),
            Err(DecodeError::InvalidUtf8 {
                offset: 3,
                byte: 0xE9,
                line: 2
            })
        );
        assert_eq!(
            decode(b"a\0b".to_vec()),
            Err(DecodeError::Binary { offset: 1 })
        );
        assert_eq!(
            decode(b"\xFF\xFEa\0b".to_vec()),
            Err(DecodeError::InvalidUtf16 { offset: 4 })
        );
    }
}
