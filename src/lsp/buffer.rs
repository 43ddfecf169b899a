//! Open documents: their texts as the client edits them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

use super::position::Encoding;
use super::uri;
use crate::source::SourceFile;

/// One open document.
pub(super) struct Buffer {
    pub(super) version: i32,
    pub(super) source: Arc<SourceFile>,
}

impl Buffer {
    pub(super) fn open(document: TextDocumentItem) -> Self {
        let path = path(&document.uri, &document.language_id);
        Buffer {
            version: document.version,
            source: Arc::new(SourceFile::new(path, document.text)),
        }
    }

    /// Makes the changes one after the other, each in the text that the one before it left.
    pub(super) fn change(
        &mut self,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) {
        for change in changes {
            let text = match change.range {
                Some(range) => {
                    let mut text = self.source.text().to_owned();
                    let span = encoding.span(&self.source, range);
                    text.replace_range(span.range(), &change.text);
                    text
                }
                None => change.text,
            };
            self.source = Arc::new(SourceFile::new(self.source.path(), text));
        }
        self.version = version;
    }
}

/// The file of a document, or the name it goes by, with the extension that its language is known by:
/// the path tells how a text is written.
fn path(uri: &Uri, language: &str) -> PathBuf {
    let path = uri::file(uri).unwrap_or_else(|| uri::name(uri));
    let extensions: &[&str] = match language {
        "markdown" => &["md", "markdown"],
        "html" => &["html", "htm", "xhtml"],
        "yaml" => &["yaml", "yml"],
        _ => return path,
    };
    let known = |path: &Path| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        extension.is_some_and(|own| extensions.contains(&own.to_ascii_lowercase().as_str()))
    };
    if known(&path) {
        return path;
    }
    let mut named = path.into_os_string();
    named.push(".");
    named.push(extensions[0]);
    named.into()
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use lsp_types::{Position, Range};

    use super::*;

    fn buffer(text: &str) -> Buffer {
        let uri = Uri::from_str("untitled:Untitled-1").unwrap();
        Buffer::open(TextDocumentItem::new(
            uri,
            "markdown".into(),
            1,
            text.into(),
        ))
    }

    fn edit(from: (u32, u32), to: (u32, u32), text: &str) -> TextDocumentContentChangeEvent {
        TextDocumentContentChangeEvent {
            range: Some(Range::new(
                Position::new(from.0, from.1),
                Position::new(to.0, to.1),
            )),
            range_length: None,
            text: text.into(),
        }
    }

    #[test]
    fn changes_are_made_one_after_the_other() {
        let mut buffer = buffer("one\ntwo\n");
        let changes = vec![edit((0, 3), (1, 0), " "), edit((0, 7), (0, 7), "!")];
        buffer.change(2, changes, Encoding::Utf16);
        assert_eq!(buffer.source.text(), "one two!\n");
        assert_eq!(buffer.version, 2);
    }

    #[test]
    fn a_change_outside_the_text_is_made_at_its_end() {
        let mut buffer = buffer("a😀");
        let changes = vec![edit((7, 0), (9, 9), "b"), edit((0, 2), (0, 1), "c")];
        buffer.change(2, changes, Encoding::Utf16);
        assert_eq!(buffer.source.text(), "ac😀b");
    }

    #[test]
    fn the_language_says_how_a_document_without_a_file_is_written() {
        assert_eq!(buffer("").source.path(), Path::new("Untitled-1.md"));
    }
}
