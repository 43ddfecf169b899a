//! Marks that close nothing: apostrophes and measures, told by what is open and by what follows.

use std::ops::Range;

use super::elision::is_word;
use super::glyph::{Glyph, Kind};
use super::measure::{is_behind_figure, is_figure};
use super::pairs::{LOOKED_AT, Pairing};
use super::scan::Mark;

impl Pairing<'_> {
    /// `‘Tis the season,’ said Ann`: the apostrophe of a word opens a quotation where its sentence begins
    /// and a later mark closes one.
    pub(super) fn opens_elided(&self, block: &Range<usize>, mark: &Mark, rest: &[Mark]) -> bool {
        let mut doubles = 0;
        let close = rest.iter().take(LOOKED_AT).find(|next| {
            if next.kind == Kind::Double {
                doubles += if next.only_closes() { -1 } else { 1 };
            }
            doubles < 0 || next.kind == Kind::Single && !next.elides
        });
        let Some(close) = close.filter(|close| close.kind == Kind::Single && close.closes) else {
            return false;
        };
        let open = self.open.iter().any(|open| open.mark.kind == Kind::Single);
        let held = &self.text[mark.range.end..close.range.start];
        let before = self.text[block.start..mark.range.start].trim_end();
        let starts = before.is_empty()
            || before.ends_with(|c: char| c.is_ascii_punctuation() || "“‘—–…".contains(c));
        let ends = held.ends_with([',', '.', '!', '?', '—', '–', '…'])
            || mark.glyph == Glyph::Opening && (is_word(held) || !is_clipped(held))
            || held.chars().all(char::is_alphanumeric);
        !open && ends && (starts || mark.glyph == Glyph::Opening)
    }

    /// `‘I went to the ’otel,’ said Tom`: a mark that closes begins no quotation in small letters where
    /// another opens.
    pub(super) fn is_dropped_letter(&self, mark: &Mark) -> bool {
        let small = self.text[mark.range.end..].starts_with(char::is_lowercase);
        let apart = self.curly || self.open.iter().any(|open| open.mark.kind == Kind::Single);
        mark.kind == Kind::Single && mark.glyph == Glyph::Closing && small && apart
    }

    /// `the workers' strike'`: behind an s and before a letter, a later mark closes the quotation.
    pub(super) fn is_apostrophe(&self, mark: &Mark, rest: &[Mark]) -> bool {
        let behind = &self.text[mark.range.end..];
        let possessive = mark.kind == Kind::Single
            && self.text[..mark.range.start].ends_with(['s', 'S'])
            && behind.starts_with(' ')
            && behind.trim_start().starts_with(char::is_alphabetic);
        // What opened with a printed mark is closed by one, whatever the apostrophes are.
        let open = self.open.iter().rfind(|open| open.mark.kind == mark.kind);
        let partner = open.map_or(mark.glyph, |open| open.mark.glyph.partner());
        let closes = |next: &Mark| {
            next.closes
                && next.kind == Kind::Single
                && (next.glyph == partner || mark.glyph != partner)
        };
        possessive
            && (self.goes_on_below(mark, rest)
                || rest
                    .iter()
                    .take_while(|next| !(next.opens && next.kind == Kind::Single))
                    .any(closes)
                || self.is_told(mark))
    }

    /// `‘We saw it, said Ann. The workers’ flag`: the quotation has ended before a tag, without its mark.
    fn is_told(&self, mark: &Mark) -> bool {
        let open = self.open.last();
        open.is_some_and(|open| open.mark.glyph == Glyph::Opening)
            && self.lost_close(mark).is_some()
    }

    /// `“The board is 12” long,” said Joan`: whether a mark behind a figure is a measure, because a later one
    /// closes what is open.
    pub(super) fn is_inches(&self, mark: &Mark, rest: &[Mark]) -> bool {
        let text = self.text;
        if !may_be_measure(text, mark) {
            return false;
        }
        let behind = &text[mark.range.end..];
        let goes_on = behind
            .strip_prefix([' ', '-', '\u{A0}'])
            .is_some_and(|next| next.starts_with(|c: char| c.is_lowercase() || is_figure(c)));
        let certain = mark.kind == Kind::Double && mark.glyph == Glyph::Closing;
        let mut later = (rest.iter().take(LOOKED_AT))
            .filter(|next| next.kind == mark.kind && !next.elides && !may_be_measure(text, next));
        // Single marks are apostrophes more often: what they close has a stop.
        let closes = later.next().is_some_and(|next| {
            let stopped = text[..next.range.start].ends_with([',', '.', '!', '?', '—', '–', '…']);
            next.only_closes() && (mark.kind == Kind::Double || stopped)
        });
        closes && (goes_on || certain)
    }

    /// Whether a quotation in single marks has no end in this paragraph and is opened again in the next. A word or two
    /// that stand in a sentence of the author, `called the agents ‘pimps’ and left`, have ended.
    fn goes_on_below(&self, mark: &Mark, rest: &[Mark]) -> bool {
        const TERM: usize = 3;
        let part = self.open.last().is_some_and(|open| {
            let before = self.text[..open.mark.range.start].trim_end();
            let words = &self.text[open.mark.range.end..mark.range.start];
            before.ends_with(char::is_alphanumeric) && words.split(' ').nth(TERM).is_none()
        });
        !part
            && self.next == Some(Kind::Single)
            && !rest.iter().any(|next| next.kind == Kind::Single)
    }
}

/// Whether a mark stands behind a figure as one of inches does.
fn may_be_measure(text: &str, mark: &Mark) -> bool {
    matches!(mark.glyph, Glyph::Straight | Glyph::Closing)
        && mark.only_closes()
        && is_behind_figure(&text[..mark.range.start])
}

/// Whether a text ends in a word that has lost its last letters to an apostrophe: `workers`, `an`, `goin`.
fn is_clipped(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next();
    word.is_some_and(|word| {
        word.ends_with(['s', 'S'])
            || word.ends_with("in")
            || matches!(word, "an" | "n" | "o" | "th")
    })
}
