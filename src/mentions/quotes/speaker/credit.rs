//! Credits: what names the source of a quotation behind it, in a line, in brackets, under a picture.

use std::ops::Range;

use super::reading;
use super::search::Search;
use super::tag::Side;
use crate::document::{BlockKind, Document};
use crate::mentions::names::names_and_acronyms;
use crate::mentions::quotes::Class;
use crate::mentions::quotes::attribution::{Attribution, Grade};
use crate::mentions::quotes::cues::shift;

/// A line that names a source is at most this many bytes long.
const CREDIT: usize = 160;

/// What stands under a picture is at most this long, in bytes.
const CAPTION: usize = 60;

impl Search<'_, '_> {
    /// By the line that follows with a dash (`— Tomas Riel, Notes from a Sandbank`), or in brackets:
    /// `(Marie Duval, chef)`.
    pub(super) fn credit(&self) -> Option<Attribution> {
        if let Some(found) = self.so_wrote() {
            return Some(found);
        }
        let line = line(self.document, self.range.end)
            .or_else(|| self.in_brackets())
            .or_else(|| self.name_alone())
            .or_else(|| self.name_below())
            .or_else(|| self.label_above())?;
        let name = names_and_acronyms(self.text, &line).into_iter().next();
        let subject = match name {
            Some(name) => (name, Grade::Named),
            None => (line, Grade::Described),
        };
        Some(Attribution::to(subject, None))
    }

    /// The paragraph below a block, or one that is all quoted: `So wrote E. P. Thompson in 1963.`
    fn so_wrote(&self) -> Option<Attribution> {
        let start = next_word(self.text, self.range.end);
        let points = ["So ", "Thus "]
            .iter()
            .any(|word| self.text[start..].starts_with(word));
        let apart = self.quotation.class == Class::Block || self.range == self.block;
        if !apart || !points {
            return None;
        }
        let sentence = start..self.document.sentence_at(start).end;
        let words = &self.text[sentence];
        let found = reading::read(words, Side::Behind).filter(|found| found.is_next_to(words))?;
        let speaker = shift(found.speaker, start);
        let cue = shift(found.cue, start);
        Some(Attribution::to((speaker, found.grade), Some(cue)))
    }

    /// `"The future is only peace." Shimon Aras`: a name is all that stands behind, as under a picture.
    fn name_alone(&self) -> Option<Range<usize>> {
        let behind = &self.text[self.range.end..self.block_end()];
        if behind.len() > CAPTION || self.range.start != self.block.start {
            return None;
        }
        let start = next_word(&self.text[..self.block_end()], self.range.end);
        let line = start..start + behind.trim().len();
        let name = names_and_acronyms(self.text, &line).into_iter().next()?;
        let rest = self.text[name.end..line.end].trim_start();
        // `Ann Bell, 1934` in a line of its own.
        let line_below = self.text[self.range.end..start].contains('\n') && rest.starts_with(", ");
        let alone = rest.is_empty()
            || line_below && !rest.ends_with(['.', '!', '?', ':'])
            || ["image", "photo", "picture"]
                .iter()
                .any(|word| rest.starts_with(word));
        let whole = name.start == start && self.text[name.clone()].contains(' ');
        (whole && alone).then_some(name)
    }

    /// `Ida Moser, Ph.D.`: a paragraph that is a name, below one that is all quoted.
    fn name_below(&self) -> Option<Range<usize>> {
        if self.range != self.block {
            return None;
        }
        let start = next_word(self.text, self.range.end);
        let block = self.document.block_at(start);
        let line = block
            .filter(|block| block.range.start == start)?
            .range
            .clone();
        self.name_line(&line)
    }

    /// The name that a line is: `Ida Moser, Ph.D.`
    pub(super) fn name_line(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let near = line.end.min(line.start + CAPTION);
        let near = line.start..self.text.floor_char_boundary(near);
        let name = names_and_acronyms(self.text, &near).into_iter().next()?;
        let behind = &self.text[name.end..line.end];
        let alone = line.len() <= CAPTION
            && name.start == line.start
            && self.text[name.clone()].contains(' ')
            && (behind.is_empty()
                || behind.starts_with(", ")
                    && (!behind[2..].contains(' ') || !behind.ends_with(['.', '!', '?', ':'])));
        // `Policy Shortcomings` is a heading.
        (alone && !self.antecedents.people().is_thing(&name)).then_some(name)
    }

    /// `passcod`, a paragraph of a word or two without a stop, above a block.
    fn label_above(&self) -> Option<Range<usize>> {
        const WORDS: usize = 3;
        if self.quotation.class != Class::Block {
            return None;
        }
        let blocks = self.document.blocks();
        let below = blocks.partition_point(|block| block.range.end <= self.range.start);
        let above = blocks.get(below.checked_sub(1)?)?;
        let words = self.text[above.range.clone()].trim();
        let label = above.kind == BlockKind::Paragraph
            && words.split_whitespace().count() <= WORDS
            && words.ends_with(char::is_alphanumeric);
        label.then(|| above.range.clone())
    }

    fn in_brackets(&self) -> Option<Range<usize>> {
        let behind = self.text[self.range.end..self.block_end()].strip_prefix(" (")?;
        let words = &behind[..behind.floor_char_boundary(CREDIT)];
        let inside = &words[..words.find(')')?];
        let start = self.range.end + 2;
        let line = start..start + inside.len();
        // `(Watch the Gazette's film.)`
        let first = inside.split(' ').next().unwrap_or_default();
        if matches!(
            first,
            "Click" | "Listen" | "More" | "Read" | "Related" | "See" | "Watch"
        ) {
            return None;
        }
        // `(Freedom)`, all that stands behind a paragraph of praise.
        let closes = !behind[inside.len() + 1..].contains(char::is_alphanumeric);
        let source = inside.starts_with(char::is_uppercase) && !inside.ends_with(['.', '!', '?']);
        if closes && source && self.range.start == self.block.start {
            return Some(line);
        }
        let name = names_and_acronyms(self.text, &line).into_iter().next()?;
        // `(The Evening Ledger)`
        let article = matches!(&self.text[start..name.start], "" | "The " | "the ");
        let is_person = article && self.text[name].contains(' ');
        (is_person && !inside.contains(|c: char| c.is_ascii_digit())).then_some(line)
    }
}

/// The line with a source that follows a quotation (`— Tomas Riel, Notes`), its dash left out.
fn line(document: &Document, end: usize) -> Option<Range<usize>> {
    let text = document.text();
    let start = next_word(text, end);
    let block = document
        .block_at(start)
        .filter(|block| block.range.contains(&start))?;
    let line = start..block.range.end;
    (block.credit || is_credit(&text[line.clone()])).then(|| {
        let words = text[line.clone()].trim_start_matches(is_dash);
        line.end - words.len()..line.end
    })
}

/// Where the next words begin behind an offset.
pub(super) fn next_word(text: &str, from: usize) -> usize {
    text.len() - text[from..].trim_start().len()
}

/// Whether a line names the source of the quotation before it: a dash opens it.
pub(in crate::mentions::quotes) fn is_credit(line: &str) -> bool {
    let words = line.trim_start_matches(is_dash);
    words.len() < line.len()
        && line.len() <= CREDIT
        && line.starts_with(|c| is_dash(c) && c != ' ')
        && words.starts_with(|c: char| c.is_uppercase() || c == '*' || c == '‘' || c == '“')
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '―' | '-' | ' ')
}
