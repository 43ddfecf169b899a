//! Source: files found, read and written, bytes decoded, places counted. Knows nothing about prose.

mod address;
mod decode;
mod find;
mod lines;
mod span;
mod whole;
mod write;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

pub(crate) use address::escaped;
pub use decode::{DecodeError, decode};
pub(crate) use find::reason;
pub use find::{EXTENSIONS, Unreadable, find, has_article_name};
pub use lines::Position;
pub use span::Span;
pub use whole::WholeFile;
pub use write::{replace, write};

use lines::LineIndex;

/// A file's path and its decoded text.
#[derive(Debug)]
pub struct SourceFile {
    path: PathBuf,
    text: String,
    lines: OnceLock<LineIndex>,
}

impl SourceFile {
    /// A text that is already decoded, under the path that reports shall show.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        SourceFile {
            path: path.into(),
            text: text.into(),
            lines: OnceLock::new(),
        }
    }

    /// Reads and decodes a file.
    ///
    /// # Errors
    /// The file cannot be read, or is no text.
    pub fn read(path: &Path) -> Result<Self, Unreadable> {
        let refused = |reason: String| Unreadable {
            path: path.to_path_buf(),
            reason,
        };
        let bytes = std::fs::read(path).map_err(|error| refused(find::reason(&error)))?;
        Self::from_bytes(path, bytes).map_err(|error| refused(error.to_string()))
    }

    /// Decodes the bytes of a file.
    ///
    /// # Errors
    /// The bytes are no text, see [`DecodeError`].
    pub fn from_bytes(path: &Path, bytes: Vec<u8>) -> Result<Self, DecodeError> {
        Ok(Self::new(path, decode(bytes)?))
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
    let shown = path.to_string_lossy();
    let shown = shown.strip_prefix("./").unwrap_or(&shown);
    if std::path::MAIN_SEPARATOR == '\\' {
        shown.replace('\\', "/")
    } else {
        shown.to_owned()
    }
}
