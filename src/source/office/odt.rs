//! OpenDocument text (ISO 26300), as LibreOffice writes it.

use super::page::{Line, Note, put_together};
use super::style::{Named, Styles};
use super::xml::{self, Attributes, Piece};
use super::{LOCKED, Package};
use crate::source::paragraph::{Extract, Style};

/// Elements that are not shown, or not written by the author: what was deleted, comments, tables of
/// contents, descriptions of pictures.
const SKIPPED: [&str; 13] = [
    "tracked-changes",
    "annotation",
    "annotation-end",
    "table-of-content",
    "alphabetical-index",
    "illustration-index",
    "table-index",
    "sequence-decls",
    "forms",
    "hidden-text",
    "binary-data",
    "svg:title",
    "svg:desc",
];

pub(super) fn read(package: &mut Package) -> Result<Extract, String> {
    // Parts are encrypted one by one (OpenDocument 1.3, part 2, 3.4).
    let list = package.part("META-INF/manifest.xml")?;
    if list.is_some_and(|list| list.contains("encryption-data")) {
        return Err(LOCKED.into());
    }
    let main = package.main("content.xml")?;
    let mut styles = Styles::default();
    for part in [package.part("styles.xml")?.as_deref(), Some(main.as_str())] {
        add_styles(part.unwrap_or_default(), &mut styles)?;
    }
    let mut text = Text {
        styles: &styles,
        lines: Vec::new(),
        open: Vec::new(),
        boxed: Vec::new(),
        notes: Vec::new(),
        note_bodies: 0,
        label: None,
        spans: Vec::new(),
        cells: 0,
        items: 0,
    };
    xml::read(&main, &SKIPPED, |piece| text.take(piece))?;
    Ok(put_together(text.lines, text.notes))
}

fn add_styles(part: &str, styles: &mut Styles) -> Result<(), String> {
    let mut open: Option<(String, Named)> = None;
    xml::read(part, &["body"], |piece| match piece {
        Piece::Start("style", attributes) => {
            open = attributes.get("name").map(|key| {
                let style = Named {
                    name: attributes
                        .get("display-name")
                        .unwrap_or_else(|| key.clone()),
                    parent: attributes.get("parent-style-name"),
                    ..Named::default()
                };
                (key, style)
            });
        }
        Piece::Start("text-properties", attributes) => {
            let Some((_, style)) = &mut open else { return };
            // The line's style (20.364) and its kind (20.365): either may be left out.
            let line = ["text-line-through-style", "text-line-through-type"];
            let line = line.iter().find_map(|name| attributes.get(name));
            style.struck = line.map(|line| line != "none");
        }
        Piece::End("style") => {
            if let Some((key, style)) = open.take() {
                styles.add(key, style);
            }
        }
        _ => {}
    })
}

/// The text as it is read.
struct Text<'s> {
    styles: &'s Styles,
    lines: Vec<Line>,
    /// The paragraphs that have begun: notes and boxes stand inside others.
    open: Vec<Line>,
    /// The lines of boxes, which follow the paragraph that they stand in.
    boxed: Vec<Line>,
    notes: Vec<Note>,
    /// How many bodies of notes are open.
    note_bodies: usize,
    /// The label of a note that is being read.
    label: Option<String>,
    /// For each span that is open whether it is code, and whether it is struck out if it says so.
    spans: Vec<(bool, Option<bool>)>,
    cells: usize,
    items: usize,
}

impl Text<'_> {
    fn take(&mut self, piece: Piece) {
        match piece {
            Piece::Start(name, attributes) => self.start(name, &attributes),
            Piece::End(name) => self.end(name),
            Piece::Words(words) => self.words(words),
        }
    }

    /// Words with their blanks collapsed, as the format wants it.
    fn words(&mut self, words: &str) {
        if let Some(label) = &mut self.label {
            label.push_str(words.trim());
            return;
        }
        let mut rest = words;
        while !rest.is_empty() {
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
            if blank > 0 {
                if self.open.last().is_some_and(|line| !line.ends_in_blank()) {
                    self.push(" ");
                }
                rest = &rest[blank..];
            }
            let length = rest.find([' ', '\t', '\n', '\r']).unwrap_or(rest.len());
            self.push(&rest[..length]);
            rest = &rest[length..];
        }
    }

    fn push(&mut self, words: &str) {
        let code = self.spans.iter().any(|(code, _)| *code);
        if let Some(line) = self.shown() {
            line.push(words, code);
        }
    }

    /// The line that is being read, if what comes now is to be seen in it.
    fn shown(&mut self) -> Option<&mut Line> {
        let struck = self.spans.iter().rev().find_map(|(_, struck)| *struck);
        let line = self.open.last_mut()?;
        (!struck.unwrap_or(line.struck)).then_some(line)
    }

    fn start(&mut self, name: &str, attributes: &Attributes) {
        match name {
            "p" | "h" => self.paragraph(name, attributes),
            "span" => {
                let key = attributes.get("style-name").unwrap_or_default();
                let code = self.styles.of(&key) == Some(Style::Code);
                self.spans.push((code, self.styles.struck(&key)));
            }
            "s" => {
                let count = attributes
                    .get("c")
                    .and_then(|count| count.parse::<usize>().ok());
                self.push(&" ".repeat(count.unwrap_or(1).min(100)));
            }
            "tab" | "line-break" => self.push(" "),
            "note-citation" => self.label = Some(String::new()),
            "note-body" => self.note_bodies += 1,
            "table-cell" => self.cells += 1,
            "list-item" => self.items += 1,
            _ => {}
        }
    }

    fn paragraph(&mut self, name: &str, attributes: &Attributes) {
        let by_place = match name {
            "h" => Style::Heading,
            _ if self.items > 0 => Style::Item,
            _ if self.cells > 0 => Style::Cell,
            _ => Style::Body,
        };
        let key = attributes.get("style-name").unwrap_or_default();
        let mut line = Line::new(self.styles.of(&key).unwrap_or(by_place));
        line.struck = self.styles.struck(&key) == Some(true);
        self.open.push(line);
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => self.end_paragraph(),
            "span" => {
                self.spans.pop();
            }
            "note-citation" => {
                let label = self.label.take().unwrap_or_default();
                if let Some(line) = self.shown() {
                    line.mark(&label);
                }
                self.notes.push(Note {
                    label,
                    lines: Vec::new(),
                });
            }
            "note-body" => {
                self.note_bodies = self.note_bodies.saturating_sub(1);
                if self.shown().is_none() {
                    self.notes.pop();
                }
            }
            "table-cell" => self.cells = self.cells.saturating_sub(1),
            "list-item" => self.items = self.items.saturating_sub(1),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(line) = self.open.pop() else { return };
        match self.notes.last_mut() {
            Some(note) if self.note_bodies > 0 => note.lines.push(line),
            _ if self.open.is_empty() => {
                self.lines.push(line);
                self.lines.append(&mut self.boxed);
            }
            _ => self.boxed.push(line),
        }
    }
}
