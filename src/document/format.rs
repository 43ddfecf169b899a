//! Formats: how an article is written, by the name of its file.

use std::path::Path;

/// How the source is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text without markup.
    Plain,
    /// CommonMark with GFM's tables, notes and strikethrough.
    Markdown,
    /// HTML and XHTML.
    Html,
    /// Of a word processor: the text was taken out of it.
    Office,
}

impl Format {
    /// The format by the extension of a file's name; plain text when it says nothing.
    pub fn of(path: &Path) -> Self {
        let extension = path.extension().and_then(|extension| extension.to_str());
        match extension.map(str::to_ascii_lowercase).as_deref() {
            Some("md" | "markdown") => Format::Markdown,
            Some("html" | "htm" | "xhtml") => Format::Html,
            Some("docx" | "odt") => Format::Office,
            _ => Format::Plain,
        }
    }

    /// Whether a text can be put back into its file.
    pub fn is_writable(self) -> bool {
        match self {
            Format::Plain | Format::Markdown | Format::Html => true,
            Format::Office => false,
        }
    }
}

/// Whether a page is XML by its name, so that `<a/>` is closed.
pub(super) fn is_xml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("xhtml"))
}
