//! Collects the blocks of a document: the one place where text and map grow, so that they agree.

use std::ops::Range;

use super::directive::{self, Directive};
use super::links::Links;
use super::map::SourceMap;
use super::templates::Stretch;
use super::{Block, BlockKind, NOT_PROSE, NoteBody, NoteMark, NumberedItem, Raised};
use crate::source::Span;

/// Blanks at which no line breaks: inside a name they are blanks like any other.
const FIRM: [char; 2] = ['\u{A0}', '\u{202F}'];

/// Text, blocks and map of a document under construction.
pub(super) struct Builder<'s> {
    source: &'s str,
    /// Whether the source has blanks at which no line breaks.
    firm: bool,
    /// What is no prose wherever it stands.
    templates: Vec<Stretch>,
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) map: SourceMap,
    pub(super) notes: Vec<NoteBody>,
    pub(super) directives: Vec<Directive>,
    pub(super) links: Links,
    pub(super) marks: Vec<NoteMark>,
    pub(super) items: Vec<NumberedItem>,
    pub(super) raised: Vec<Raised>,
    /// Words in italics, bytes of the source.
    pub(super) emphases: Vec<Span>,
    /// Words that are shown as they are written and are no prose, bytes of the source.
    pub(super) preformatted: Vec<Span>,
    /// Ranges of the text in another language than English.
    pub(super) foreign: Vec<Range<usize>>,
    foreign_from: Option<usize>,
    /// Blanks that part the words before from those to come, if any come.
    blanks: Option<Range<usize>>,
    start: usize,
}

impl<'s> Builder<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Builder {
            source,
            firm: FIRM.iter().any(|&blank| source.contains(blank)),
            templates: Vec::new(),
            text: String::with_capacity(source.len()),
            blocks: Vec::new(),
            map: SourceMap::default(),
            notes: Vec::new(),
            directives: Vec::new(),
            links: Links::default(),
            marks: Vec::new(),
            items: Vec::new(),
            raised: Vec::new(),
            emphases: Vec::new(),
            preformatted: Vec::new(),
            foreign: Vec::new(),
            foreign_from: None,
            blanks: None,
            start: 0,
        }
    }

    /// Adds blanks: one between words, none where a block begins or ends.
    pub(super) fn space(&mut self, range: Range<usize>) {
        if range.is_empty() || self.text.len() == self.start || self.text.ends_with(' ') {
            return;
        }
        let start = self
            .blanks
            .as_ref()
            .map_or(range.start, |blanks| blanks.start);
        self.blanks = Some(start..range.end.max(start));
    }

    /// Whether the block has words so far.
    pub(super) fn has_words(&self) -> bool {
        self.words_so_far().contains(char::is_alphanumeric)
    }

    /// Says whether the words to come are in another language than English.
    pub(super) fn set_foreign(&mut self, foreign: bool) {
        match self.foreign_from {
            None if foreign => self.foreign_from = Some(self.text.len()),
            Some(start) if !foreign => {
                self.foreign.push(start..self.text.len());
                self.foreign_from = None;
            }
            _ => {}
        }
    }

    /// What a reader has made of the source.
    pub(super) fn finish(mut self) -> Self {
        self.set_foreign(false);
        self
    }

    /// Leaves stretches of the source out, which are in order and apart.
    pub(super) fn leave_out(&mut self, templates: Vec<Stretch>) {
        self.templates = templates;
    }

    /// Adds words that stand in the source as they are; what is not prose in them
    /// (templates, addresses of pages and mail) becomes a placeholder.
    pub(super) fn verbatim(&mut self, range: Range<usize>) {
        let mut from = range.start;
        let first = (self.templates).partition_point(|stretch| stretch.range.end <= range.start);
        for index in first..self.templates.len() {
            let Stretch { range: left, shown } = self.templates[index].clone();
            if left.start >= range.end {
                break;
            }
            self.words(from..left.start.max(from));
            if shown && left.start >= range.start {
                self.placeholder(left.clone(), NOT_PROSE);
            }
            from = left.end;
        }
        self.words(from..range.end.max(from));
    }

    fn words(&mut self, range: Range<usize>) {
        let mut from = range.start;
        while let Some(found) = super::address::find(&self.source[from..range.end]) {
            self.copy(from..from + found.start);
            self.placeholder(from + found.start..from + found.end, NOT_PROSE);
            from += found.end;
        }
        self.copy(from..range.end);
    }

    /// Adds words that the source writes in another way (an entity, an escape, a line break).
    pub(super) fn replaced(&mut self, range: Range<usize>, words: &str) {
        if words.is_empty() || self.is_left_out(&range) {
            return;
        }
        let mut letters = words.chars();
        let firm = letters.next().is_some_and(|c| FIRM.contains(&c)) && letters.next().is_none();
        if firm && self.is_in_name(range.end) {
            return self.other(range, " ");
        }
        self.other(range, words);
    }

    /// Whether a place is part of a stretch that is left out.
    fn is_left_out(&self, range: &Range<usize>) -> bool {
        let next = (self.templates).partition_point(|stretch| stretch.range.end <= range.start);
        let stretch = self.templates.get(next);
        stretch.is_some_and(|stretch| {
            stretch.range.start <= range.start && range.end <= stretch.range.end
        })
    }

    fn other(&mut self, range: Range<usize>, words: &str) {
        self.flush_blanks();
        self.map.push(self.text.len(), range.into(), false);
        for character in words.chars() {
            self.text.push(if matches!(character, '\n' | '\r') {
                ' '
            } else {
                character
            });
        }
    }

    /// Passes over markup; its comments may be directives.
    pub(super) fn markup(&mut self, range: Range<usize>) {
        directive::find(self.source, range, &mut self.directives);
    }

    /// Adds a placeholder for something in the source that is not prose.
    pub(super) fn opaque(&mut self, range: Range<usize>, placeholder: char) {
        if !self.is_left_out(&range) {
            self.placeholder(range, placeholder);
        }
    }

    fn placeholder(&mut self, range: Range<usize>, placeholder: char) {
        let mut buffer = [0; 4];
        self.other(range, placeholder.encode_utf8(&mut buffer));
    }

    /// What stands of the block so far.
    pub(super) fn words_so_far(&self) -> &str {
        &self.text[self.start..]
    }

    /// What is written from an offset of the source on.
    pub(super) fn written(&self, from: usize) -> &'s str {
        self.source.get(from..).unwrap_or_default()
    }

    /// Ends the block that the words since the last call belong to; no block without words.
    pub(super) fn end_block(&mut self, kind: BlockKind, source_end: usize) -> Option<&mut Block> {
        self.blanks = None;
        let range = self.start..self.text.len();
        let is_word = |c: char| !c.is_whitespace() && c != NOT_PROSE;
        if !self.text[range.clone()].contains(is_word) {
            self.text.truncate(self.start);
            self.map.truncate(self.start);
            return None;
        }
        self.blocks.push(Block {
            kind,
            range,
            credit: false,
        });
        self.map
            .push(self.text.len(), Span::new(source_end, source_end), false);
        self.text.push('\n');
        self.start = self.text.len();
        self.blocks.last_mut()
    }

    /// Whether what is added at an offset of the source stands inside a name: between a letter, or the stop of an initial, and
    /// a capital.
    fn is_in_name(&self, behind: usize) -> bool {
        self.text[self.start..].ends_with(|c: char| c.is_alphanumeric() || c == '.')
            && self.written(behind).starts_with(char::is_uppercase)
    }

    fn copy(&mut self, range: Range<usize>) {
        if !self.firm {
            return self.plain(range);
        }
        let mut from = range.start;
        for (at, blank) in self.source[range.clone()].match_indices(FIRM) {
            let at = range.start + at;
            self.plain(from..at);
            from = at;
            if self.is_in_name(at + blank.len()) {
                from += blank.len();
                self.other(at..from, " ");
            }
        }
        self.plain(from..range.end);
    }

    fn plain(&mut self, range: Range<usize>) {
        let words = &self.source[range.clone()];
        if words.is_empty() {
            return;
        }
        self.flush_blanks();
        self.map.push(self.text.len(), range.into(), true);
        let start = self.text.len();
        self.text.push_str(words);
        debug_assert!(
            memchr::memchr2(b'\n', b'\r', &self.text.as_bytes()[start..]).is_none(),
            "line ends are added apart"
        );
    }

    fn flush_blanks(&mut self) {
        let Some(range) = self.blanks.take() else {
            return;
        };
        let verbatim = &self.source[range.clone()] == " ";
        self.map.push(self.text.len(), range.into(), verbatim);
        self.text.push(' ');
    }
}
