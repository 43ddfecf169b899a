//! Source: files found, read and written, bytes decoded, places counted. Knows nothing about prose.

mod address;
mod decode;
mod find;
mod lines;
#[cfg(feature = "office")]
mod office;
mod paragraph;
mod span;
mod whole;
mod write;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

pub(crate) use address::escaped;
pub use decode::{DecodeError, Encoding, decode};
pub(crate) use find::reason;
pub use find::{EXTENSIONS, Unreadable, find, has_article_name};
pub use lines::Position;
pub use paragraph::{Inner, Paragraph, Style};
pub use span::Span;
pub use whole::WholeFile;
pub use write::{replace, write};

use lines::LineIndex;

/// A file's path and its decoded text.
#[derive(Debug)]
pub struct SourceFile {
    path: PathBuf,
    text: String,
    encoding: Option<Encoding>,
    paragraphs: Option<Vec<Paragraph>>,
    lines: OnceLock<LineIndex>,
}

impl SourceFile {
    /// A text that is already decoded, under the path that reports shall show; of at most 4 GB, or
    /// places behind that are told wrongly.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        SourceFile {
            path: path.into(),
            text: text.into(),
            encoding: None,
            paragraphs: None,
            lines: OnceLock::new(),
        }
    }

    /// Reads and decodes a file in Unicode, or a word processor's file.
    ///
    /// # Errors
    /// The file cannot be read, or is no text.
    pub fn read(path: &Path) -> Result<Self, Unreadable> {
        Self::read_as(path, None)
    }

    /// The same for a file that may be in another encoding.
    ///
    /// # Errors
    /// The file cannot be read, or is no text.
    pub fn read_as(path: &Path, encoding: Option<Encoding>) -> Result<Self, Unreadable> {
        let refused = |reason: String| Unreadable {
            path: path.to_path_buf(),
            reason,
        };
        let bytes = std::fs::read(path).map_err(|error| refused(find::reason(&error)))?;
        Self::from_bytes(path, bytes, encoding).map_err(|error| refused(error.to_string()))
    }

    /// Decodes the bytes of a file, those of a word processor's file too, as its name says.
    ///
    /// # Errors
    /// The bytes are no text, see [`DecodeError`].
    pub fn from_bytes(
        path: &Path,
        bytes: Vec<u8>,
        encoding: Option<Encoding>,
    ) -> Result<Self, DecodeError> {
        #[cfg(feature = "office")]
        if let Some(extract) = office::read(path, &bytes) {
            let extract = extract.map_err(DecodeError::Office)?;
            return Ok(SourceFile {
                paragraphs: Some(extract.paragraphs),
                ..Self::new(path, extract.text)
            });
        }
        let page = ["html", "htm", "xhtml"].iter().any(|known| {
            path.extension()
                .is_some_and(|name| name.eq_ignore_ascii_case(known))
        });
        let encoding = encoding
            .or_else(|| page.then(|| decode::declared(&bytes)).flatten())
            .filter(|_| decode::is_named(&bytes));
        Ok(SourceFile {
            encoding,
            ..Self::new(path, decode::decode_as(bytes, encoding)?)
        })
    }

    /// The encoding that it was read in because somebody named it; none for Unicode.
    pub fn encoding(&self) -> Option<Encoding> {
        self.encoding
    }

    /// What a word processor says of the lines of this text; none for a file that is the text itself.
    /// Where there are paragraphs, nothing can be written back.
    pub fn paragraphs(&self) -> Option<&[Paragraph]> {
        self.paragraphs.as_deref()
    }

    /// The path as it was given or found.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The path with `/` between its parts on every system, as reports show it.
    pub fn name(&self) -> String {
        display_path(&self.path)
    }

    /// The decoded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The column of a byte offset in bytes of UTF-8, 1-based.
    pub fn byte_column(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        offset - self.line_span(self.position(offset).line).start + 1
    }

    /// The words of a span; empty for a span that does not fit this text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Line and columns of a byte offset (of the end of the text for one beyond it).
    pub fn position(&self, offset: usize) -> Position {
        self.lines()
            .position(offset.min(self.text.len()), &self.text)
    }

    /// The span of the line (1-based) without its ending; empty behind the last line.
    pub fn line_span(&self, line: usize) -> Span {
        let start = self.lines().start(line.saturating_sub(1), &self.text);
        let end = self.lines().start(line, &self.text);
        let words = self.text[start..end].trim_end_matches(['\r', '\n']);
        Span::new(start, start + words.len())
    }

    fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }
}

/// A path with `/` between its parts on every system.
pub fn display_path(path: &Path) -> String {
    let mut shown = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '\\' {
        shown = shown.replace('\\', "/").into();
    }
    shown.strip_prefix("./").unwrap_or(&shown).to_owned()
}

/// The path from the root of the file system, or as it is where the system does not say.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Words with all white space folded into single blanks.
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How the lines of a text end, for one that is put into it.
pub(crate) fn line_ending(text: &str) -> &'static str {
    ["\r\n", "\n", "\r"]
        .into_iter()
        .find(|ending| text.contains(ending))
        .unwrap_or("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_shown_alike_on_every_system() {
        let path = Path::new(".").join("drafts").join("a.txt");
        assert_eq!(display_path(&path), "drafts/a.txt");
    }
}
