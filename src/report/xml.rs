//! XML 1.0: elements and attributes, and in them no character that it forbids.

use std::fmt::Write;

use super::safe::is_control;

/// A document that is being written.
pub(super) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// A document with its declaration.
    pub(super) fn new() -> Self {
        Xml {
            text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".into(),
            open: Vec::new(),
        }
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Closes the element opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            let _ = writeln!(self.text, "</{name}>");
        }
    }

    /// An element with words in it, or with none.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &[(&str, &str)], words: &str) {
        self.start(name, attributes);
        if words.is_empty() {
            self.text.push_str("/>\n");
        } else {
            self.text.push('>');
            escape(&mut self.text, words, false);
            let _ = writeln!(self.text, "</{name}>");
        }
    }

    /// The document, every element closed.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        let _ = write!(self.text, "<{name}");
        for (key, value) in attributes {
            let _ = write!(self.text, " {key}=\"");
            escape(&mut self.text, value, true);
            self.text.push('"');
        }
    }

    fn indent(&mut self) {
        self.text.push_str(&"  ".repeat(self.open.len()));
    }
}

/// Adds words with what is markup, and what XML forbids, written otherwise. In an attribute a line's
/// end would be read as a blank.
fn escape(text: &mut String, words: &str, attribute: bool) {
    for c in words.chars() {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '\n' if attribute => text.push_str("&#10;"),
            '\n' => text.push('\n'),
            c if is_control(c) || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {
                let _ = write!(text, "{}", c.escape_unicode());
            }
            c => text.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_words_make_a_document_that_can_be_read() {
        let words: String = (0..0x3000)
            .filter_map(char::from_u32)
            .chain(['\u{FFFD}', '\u{FFFE}', '\u{FFFF}', '😀'])
            .collect();
        let mut xml = Xml::new();
        xml.open("all", &[("words", &words)]);
        xml.leaf("words", &[], &words);
        let text = xml.finish();
        let document = roxmltree::Document::parse(&text).unwrap();
        let all = document.root_element();
        let attribute = all.attribute("words").unwrap();
        assert!(
            attribute.contains("\\u{1b}") && attribute.contains("<=>"),
            "{attribute}"
        );
        assert!(attribute.contains('\n') && attribute.ends_with("\u{FFFD}\\u{fffe}\\u{ffff}😀"));
        assert_eq!(all.first_element_child().unwrap().text(), Some(attribute));
    }
}
