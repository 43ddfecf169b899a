//! Lines as they are read, put together into a text with its notes behind it.

use std::ops::Range;

use crate::source::Span;
use crate::source::paragraph::{Extract, Inner, Paragraph, Style};

/// A paragraph that is being read.
#[derive(Debug, Default)]
pub(super) struct Line {
    text: String,
    inner: Vec<(Range<usize>, Inner)>,
    pub(super) style: Style,
    /// Whether its style strikes out what stands in it.
    pub(super) struck: bool,
}

impl Line {
    pub(super) fn new(style: Style) -> Self {
        Line {
            style,
            ..Line::default()
        }
    }

    /// Adds words; what ends a line elsewhere is a blank here.
    pub(super) fn push(&mut self, words: &str, code: bool) {
        if words.is_empty() {
            return;
        }
        let start = self.text.len();
        let blank = |c| {
            if matches!(c, '\n' | '\r' | '\t' | '\u{B}' | '\u{C}') {
                ' '
            } else {
                c
            }
        };
        self.text.extend(words.chars().map(blank));
        if !code {
            return;
        }
        match self.inner.last_mut() {
            Some((range, Inner::Code)) if range.end == start => range.end = self.text.len(),
            _ => self.inner.push((start..self.text.len(), Inner::Code)),
        }
    }

    /// Adds the mark of a note.
    pub(super) fn mark(&mut self, label: &str) {
        let start = self.text.len();
        self.text.push_str(&bracketed(label));
        self.inner
            .push((start..self.text.len(), Inner::Mark(label.to_owned())));
    }

    /// Whether blanks that come now would be one blank too many.
    pub(super) fn ends_in_blank(&self) -> bool {
        self.text.is_empty() || self.text.ends_with(' ')
    }
}

/// A note with its paragraphs.
#[derive(Debug)]
pub(super) struct Note {
    pub(super) label: String,
    pub(super) lines: Vec<Line>,
}

/// The text of an article and of its notes.
pub(super) fn put_together(lines: Vec<Line>, notes: Vec<Note>) -> Extract {
    let mut extract = Extract::default();
    for line in lines {
        add(&mut extract, line, None);
    }
    for note in notes {
        let mut label = Some(note.label);
        for mut line in note.lines {
            line.style = Style::Note;
            add(&mut extract, line, label.take());
        }
    }
    extract
}

fn add(extract: &mut Extract, line: Line, label: Option<String>) {
    let start = extract.text.len();
    let mut inner = Vec::new();
    if let Some(label) = label {
        extract.text.push_str(&bracketed(&label));
        inner.push((Span::new(start, extract.text.len()), Inner::Number(label)));
        if !line.text.starts_with(' ') {
            extract.text.push(' ');
        }
    }
    let base = extract.text.len();
    extract.text.push_str(&line.text);
    let moved =
        |(range, is): (Range<usize>, Inner)| (Span::new(base + range.start, base + range.end), is);
    inner.extend(line.inner.into_iter().map(moved));
    extract.paragraphs.push(Paragraph {
        span: Span::new(start, extract.text.len()),
        style: line.style,
        inner,
    });
    extract.text.push('\n');
}

fn bracketed(label: &str) -> String {
    format!("[{label}]")
}
