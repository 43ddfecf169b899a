//! From the bytes of a file to text: byte-order marks, UTF-8, UTF-16, the encoding that a user names;
//! everything else is refused with a reason.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::DecoderResult;
use thiserror::Error;

/// No text is longer, in bytes: 32 bits are enough for every place in it.
const LONGEST: usize = u32::MAX as usize;

/// How the bytes of a file stand for characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(pub(super) &'static encoding_rs::Encoding);

impl Encoding {
    /// An encoding by one of its labels on the web: `windows-1252`, `latin1`, `koi8-r`, `shift_jis`.
    pub fn of(label: &str) -> Option<Self> {
        encoding_rs::Encoding::for_label(label.as_bytes()).map(Encoding)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

/// Why bytes are not a text that can be checked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// Not UTF-8.
    #[error(
        "not UTF-8: byte 0x{byte:02X} at offset {offset} (line {line}); it looks like {likely}: \
         save it as UTF-8 (`iconv -f {likely} -t UTF-8`), or read articles with `--encoding {likely}`"
    )]
    InvalidUtf8 {
        /// Byte offset from the start of the file.
        offset: usize,
        /// The byte that stands there.
        byte: u8,
        /// 1-based line.
        line: usize,
        /// The encoding that the bytes look most like.
        likely: &'static str,
    },
    /// Not in the encoding that a user named.
    #[error(
        "not {encoding}: the bytes at offset {offset} (line {line}) stand for no character; name \
         another --encoding, or save the file as UTF-8"
    )]
    InvalidAs {
        /// The name of the encoding.
        encoding: &'static str,
        /// Byte offset from the start of the file.
        offset: usize,
        /// 1-based line.
        line: usize,
    },
    /// A word processor's file that cannot be read.
    #[error("{0}")]
    Office(String),
    /// Begins with a UTF-16 byte-order mark but is not UTF-16.
    #[error("begins as UTF-16 but is damaged at byte offset {offset}; save the file as UTF-8")]
    InvalidUtf16 {
        /// Byte offset from the start of the file.
        offset: usize,
    },
    /// Longer than places in it are told.
    #[error("longer than 4 GB; check it in parts")]
    TooLong,
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
    decode_as(bytes, None)
}

/// Whether a file that may be in another encoding than Unicode is read as such: it has no byte-order mark, and
/// is not UTF-8 by all appearances.
pub(super) fn is_named(bytes: &[u8]) -> bool {
    let marked = [&[0xEF, 0xBB, 0xBF][..], &[0xFF, 0xFE], &[0xFE, 0xFF]]
        .iter()
        .any(|mark| bytes.starts_with(mark));
    !marked && !is_utf8(bytes)
}

/// The same for files that may be in another encoding, see [`is_named`].
///
/// # Errors
/// [`DecodeError`] names the first byte that is at fault.
pub(super) fn decode_as(bytes: Vec<u8>, encoding: Option<Encoding>) -> Result<String, DecodeError> {
    let text = match (bytes.as_slice(), encoding) {
        (_, Some(Encoding(encoding))) if is_named(&bytes) => named(&bytes, encoding)?,
        ([0xEF, 0xBB, 0xBF, rest @ ..], _) => utf8(rest.to_vec(), 3)?,
        ([0xFF, 0xFE, rest @ ..], _) => utf16(rest, u16::from_le_bytes)?,
        ([0xFE, 0xFF, rest @ ..], _) => utf16(rest, u16::from_be_bytes)?,
        _ => utf8(bytes, 0)?,
    };
    match memchr::memchr(0, text.as_bytes()) {
        _ if text.len() > LONGEST => Err(DecodeError::TooLong),
        Some(offset) => Err(DecodeError::Binary { offset }),
        None => Ok(text),
    }
}

/// Whether bytes are UTF-8 and nothing else: what has only ASCII may be many encodings.
fn is_utf8(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok()
}

fn named(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> Result<String, DecodeError> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 4 + 16);
    let mut read = 0;
    loop {
        let rest = &bytes[read..];
        let (result, used) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        read += used;
        match result {
            DecoderResult::InputEmpty => return Ok(text),
            DecoderResult::OutputFull => text.reserve(rest.len() + 16),
            DecoderResult::Malformed(length, behind) => {
                let offset = read.saturating_sub(usize::from(length) + usize::from(behind));
                return Err(DecodeError::InvalidAs {
                    encoding: encoding.name(),
                    offset,
                    line: line(&bytes[..offset]),
                });
            }
        }
    }
}

/// The encoding that a page names in its first bytes, as browsers look for it.
pub(super) fn declared(bytes: &[u8]) -> Option<Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let at = ["charset=", "encoding="]
        .iter()
        .find_map(|name| Some(head.find(name)? + name.len()))?;
    let label = head[at..].trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)))?;
    Encoding::of(&label[..end])
}

/// The 1-based line behind some bytes.
fn line(before: &[u8]) -> usize {
    1 + memchr::memchr_iter(b'\n', before).count()
}

/// The encoding that bytes look most like which are not UTF-8.
fn likely(bytes: &[u8]) -> &'static str {
    if has_signs_alone(bytes) {
        return encoding_rs::WINDOWS_1252.name();
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny).name()
}

/// Whether bytes beyond ASCII are signs in the encoding of the West, and stand where signs do: `£400`, `“so” – § 5`.
/// The detector goes by letters, and takes a single `£` for the `Ł` that it is elsewhere.
fn has_signs_alone(bytes: &[u8]) -> bool {
    let is_letter = |at: Option<usize>| {
        let byte = at.and_then(|at| bytes.get(at));
        byte.is_some_and(u8::is_ascii_alphabetic)
    };
    bytes.iter().enumerate().all(|(at, &byte)| {
        let apart = || !is_letter(at.checked_sub(1)) && !is_letter(Some(at + 1));
        match byte {
            0..0x80 => true,
            // Quotation marks and dashes stand beside letters.
            0x82 | 0x84 | 0x85 | 0x91..=0x97 => true,
            0xA0..=0xBF => !matches!(byte, 0xAA | 0xB5 | 0xBA) && apart(),
            0x80 | 0x86..=0x89 | 0x8B | 0x99 | 0x9B | 0xD7 | 0xF7 => apart(),
            _ => false,
        }
    })
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
                line: line(&bytes[..at]),
                likely: likely(bytes),
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
                line: 2,
                likely: "windows-1252"
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

    #[test]
    fn a_few_bytes_look_western_and_a_page_in_another_script_like_what_it_is() {
        assert_eq!(likely(b"It cost \xA3400 in the spring.\n"), "windows-1252");
        assert_eq!(
            likely(b"He paid 30 \x80 \x96 no more \x97 for it."),
            "windows-1252"
        );
        assert_eq!(
            likely(b"The caf\xE9 of the Hotel Z\xFCrich"),
            "windows-1252"
        );
        let written = |words: &str, label: &str| {
            let encoding = Encoding::of(label).unwrap().0;
            likely(&encoding.encode(words).0)
        };
        let russian =
            "Он приехал в Париж весной и жил там до самой смерти, никому не говоря, кто он такой.";
        assert_eq!(written(russian, "windows-1251"), "windows-1251");
        // The two differ in letters of Ukrainian alone.
        assert_eq!(written(russian, "koi8-r"), "KOI8-U");
        assert_eq!(written(russian, "ibm866"), "IBM866");
        assert_eq!(likely(b"They met in \xA3azienki."), "windows-1250");
        let polish = "Pojechał na wieś, gdzie żył długo i szczęśliwie, źle śpiąc.";
        assert_eq!(written(polish, "iso-8859-2"), "ISO-8859-2");
        let japanese = "彼は春にパリに着き、死ぬまでそこで暮らした。";
        assert_eq!(written(japanese, "shift_jis"), "Shift_JIS");
        let greek = "Έφτασε στο Παρίσι την άνοιξη και έζησε εκεί ως τον θάνατό του.";
        assert_eq!(written(greek, "windows-1253"), "windows-1253");
    }

    #[test]
    fn a_named_encoding_reads_what_is_not_utf_8() {
        let read = |bytes: &[u8], label| decode_as(bytes.to_vec(), Encoding::of(label));
        assert_eq!(
            read(b"caf\xE9 \x93so\x94", "windows-1252").unwrap(),
            "café “so”"
        );
        assert_eq!(
            read(b"\xF4\xD2\xCF\xC3\xCB\xC9\xCA", "koi8-r").unwrap(),
            "Троцкий"
        );
        assert_eq!(read("café".as_bytes(), "windows-1252").unwrap(), "café");
        assert_eq!(
            read(b"ab\n\x81\x20", "shift_jis"),
            Err(DecodeError::InvalidAs {
                encoding: "Shift_JIS",
                offset: 3,
                line: 2
            })
        );
        assert_eq!(Encoding::of("no such thing"), None);
    }
}
