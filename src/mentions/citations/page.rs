//! The page that citations are looked for on: the source without its markup, with the sections that
//! hold notes and references.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::{BlockKind, Document, Format};
use crate::source::Span;

/// Which apparatus a section holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apparatus {
    /// Under *Notes* and the like.
    Notes,
    /// Under *References*, *Bibliography*, *Works cited*.
    References,
}

const NOTES: [&str; 6] = [
    "notes",
    "endnotes",
    "footnotes",
    "notes and references",
    "references and notes",
    "notes and sources",
];

const REFERENCES: [&str; 12] = [
    "references",
    "bibliography",
    "works cited",
    "sources",
    "literature",
    "literature cited",
    "list of references",
    "reference list",
    "select bibliography",
    "selected bibliography",
    "references cited",
    "sources cited",
];

/// Headings of plain text that a line may be without looking like one.
const CHAPTERS: [&str; 6] = ["chapter", "part", "section", "appendix", "about", "further"];

/// Headings are not longer than this, in bytes.
const HEADING: usize = 60;

/// A section with its heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// What it holds.
    pub apparatus: Apparatus,
    /// Its words, from behind the heading to the next one.
    pub body: Range<usize>,
}

/// The source of a document as citations are read from it. All places are bytes of the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page<'d> {
    /// The document.
    pub(super) document: &'d Document<'d>,
    /// Its source with blanks for markup and code.
    pub(super) text: &'d str,
    /// The sections with notes and references, in order.
    pub(super) sections: &'d [Section],
}

/// What a page is made of.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The source without its markup; none where it has no markup.
    bare: Option<String>,
    pub(super) sections: Vec<Section>,
}

impl Sheet {
    pub(super) fn new(document: &Document) -> Self {
        let bare = match document.bare_source() {
            Cow::Owned(bare) => Some(bare),
            Cow::Borrowed(_) => None,
        };
        let text = bare.as_deref().unwrap_or(document.source().text());
        let sections = sections(document, text, bare.is_some());
        Sheet { bare, sections }
    }

    pub(super) fn page<'d>(&'d self, document: &'d Document<'d>) -> Page<'d> {
        Page {
            document,
            text: self.bare.as_deref().unwrap_or(document.source().text()),
            sections: &self.sections,
        }
    }
}

impl<'d> Page<'d> {
    /// The source itself; of HTML, whose markup nobody reads, the text.
    pub(super) fn source(&self) -> &'d str {
        match self.document.format() {
            Format::Html => self.text,
            _ => self.document.source().text(),
        }
    }

    /// The words of a place, markup and all.
    pub(super) fn words(&self, span: Span) -> &'d str {
        self.source().get(span.range()).unwrap_or_default()
    }

    /// The section that holds an offset.
    pub(super) fn section_at(&self, offset: usize) -> Option<&'d Section> {
        section_at(self.sections, offset)
    }

    /// Whether an offset lies in a note, or in a list of notes or references.
    pub(super) fn is_apparatus(&self, offset: usize) -> bool {
        is_apparatus(self.document, self.sections, offset)
    }

    /// The lines of a range without their ends.
    pub(super) fn lines(
        &self,
        range: &Range<usize>,
    ) -> impl Iterator<Item = Range<usize>> + use<'d> {
        lines(self.text, range.clone())
    }
}

fn section_at(sections: &[Section], offset: usize) -> Option<&Section> {
    let after = sections.partition_point(|section| section.body.start <= offset);
    let section = &sections[after.checked_sub(1)?];
    section.body.contains(&offset).then_some(section)
}

/// Whether an offset lies in a note, or in one of the sections of a document.
pub(super) fn is_apparatus(document: &Document, sections: &[Section], offset: usize) -> bool {
    let notes = document.notes();
    let after = notes.partition_point(|note| note.words.start <= offset);
    let noted = after
        .checked_sub(1)
        .is_some_and(|last| notes[last].words.range().contains(&offset));
    noted || section_at(sections, offset).is_some()
}

fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let base = range.start;
    text[range].split_inclusive('\n').scan(base, |at, line| {
        let start = *at;
        *at += line.len();
        Some(start..start + line.trim_end_matches(['\n', '\r']).len())
    })
}

fn sections(document: &Document, text: &str, markdown: bool) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut open = false;
    for line in lines(text, 0..text.len()) {
        let words = text[line.clone()].trim();
        if words.is_empty() || words.len() > HEADING {
            continue;
        }
        let start = line.end - text[line.clone()].trim_start().len();
        let found = apparatus(words).filter(|found| {
            let bold = *found == Apparatus::Notes && is_alone(document, start, words);
            !markdown || bold || is_heading(document, start, words)
        });
        let ends = || match markdown {
            true => is_heading(document, start, words),
            false => is_chapter(words) && is_heading(document, start, words),
        };
        if found.is_some() || open && ends() {
            if let Some(last) = sections.last_mut().filter(|_| open) {
                last.body.end = line.start;
            }
            open = found.is_some();
        }
        sections.extend(found.map(|apparatus| Section {
            apparatus,
            body: line.end..text.len(),
        }));
    }
    sections
}

/// What a heading announces.
fn apparatus(words: &str) -> Option<Apparatus> {
    let title = words
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '#' | '='))
        .trim_end_matches([':', '.', ' ', '#', '='])
        .to_lowercase();
    if NOTES.contains(&title.as_str()) {
        Some(Apparatus::Notes)
    } else if REFERENCES.contains(&title.as_str()) {
        Some(Apparatus::References)
    } else {
        None
    }
}

fn is_heading(document: &Document, start: usize, words: &str) -> bool {
    let range = document.text_range(Span::new(start, start + words.len()));
    document
        .block_at(range.start)
        .is_some_and(|block| block.kind == BlockKind::Heading)
}

/// Whether words are all of their block: a heading that is only printed bold.
fn is_alone(document: &Document, start: usize, words: &str) -> bool {
    let range = document.text_range(Span::new(start, start + words.len()));
    document
        .block_at(range.start)
        .is_some_and(|block| document.text()[block.range.clone()].trim() == words)
}

/// Whether a heading of plain text opens another chapter; entries of a list may look like headings.
fn is_chapter(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default().to_lowercase();
    CHAPTERS.contains(&first.as_str())
        || !words.contains([',', '.', ':', '(', '[']) && !words.contains(char::is_lowercase)
}
