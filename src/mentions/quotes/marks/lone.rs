//! Marks without a partner: which of them are reported, and what they hold all the same.

use std::ops::Range;

use super::glyph::{Glyph, Kind};
use super::measure::is_behind_figure;
use super::pairs::{LOOKED_AT, Open, Pairing};
use super::scan::{Mark, is_glued};
use crate::mentions::quotes::{LoneMark, Side, cues};

impl Pairing<'_> {
    /// Whether a mark between two signs opens a quotation: nothing of its kind is open, and the next one closes.
    pub(super) fn opens_glued(&self, mark: &Mark, rest: &[Mark]) -> bool {
        let near = rest.iter().take(LOOKED_AT);
        let mut same = near.filter(|next| next.kind == mark.kind);
        let closes = same.next().is_some_and(Mark::only_closes);
        closes && !self.open.iter().any(|open| open.mark.kind == mark.kind)
    }

    /// `“We cannot take it.’`: closes what is open with a mark of the other kind, which stays alone for the reader.
    pub(super) fn closes_other(&mut self, mark: &Mark) -> bool {
        let Some(open) = self.open.last() else {
            return false;
        };
        let sure = |range: &Range<usize>| self.sure.as_ref() == Some(range);
        let slip = match (open.mark.kind, mark.kind) {
            (Kind::Double, Kind::Single) => sure(&mark.range) && mark.only_closes(),
            (Kind::Single, Kind::Double) => sure(&open.mark.range) && mark.only_closes(),
            _ => false,
        };
        if !slip {
            return false;
        }
        if let Some(open) = self.open.pop() {
            self.lone_opener(&open);
            self.pairs.push(open.ended(mark.range.start, Some(mark)));
        }
        true
    }

    /// Single marks are more often apostrophes than lost quotation marks.
    pub(super) fn lone_opener(&mut self, open: &Open) {
        if open.mark.glyph == Glyph::Backtick {
            return;
        }
        let range = open.runs.first().map_or(&open.mark.range, |run| &run.open);
        let lone = LoneMark {
            range: range.clone(),
            side: Side::Opening,
        };
        // `! " # $`, and the ditto of a table: between blanks it is a sign like any other.
        let free = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let (before, behind) = (&self.text[..range.start], &self.text[range.end..]);
        let sign = open.mark.glyph == Glyph::Straight
            && free(before.chars().next_back())
            && free(behind.chars().next());
        if sign {
            return;
        }
        if open.mark.kind != Kind::Single || self.sure.as_ref() == Some(range) {
            self.lone.push(lone);
        } else if open.mark.glyph == Glyph::Opening
            && self.text[range.end..].starts_with(char::is_uppercase)
        {
            self.lone_single.push(lone);
        }
    }

    pub(super) fn lone_closer(&mut self, mark: &Mark) {
        // `Home » Lamps`, `Read more »`: an arrow.
        let (before, behind) = (&self.text[..mark.range.start], &self.text[mark.range.end..]);
        let free = before.is_empty() || before.ends_with(char::is_whitespace);
        if mark.kind == Kind::Guillemet && free && !behind.starts_with(|c: char| !c.is_whitespace())
        {
            return;
        }
        // Inches; behind a year too, where they are typed: `16 x 1024"`.
        let measure = is_behind_figure(before)
            || mark.glyph == Glyph::Straight && before.ends_with(|c: char| c.is_ascii_digit());
        let sure = mark.kind != Kind::Single || self.sure.as_ref() == Some(&mark.range);
        if sure && !measure && !is_glued(self.text, &mark.range) {
            self.lone.push(LoneMark {
                range: mark.range.clone(),
                side: Side::Closing,
            });
        }
    }

    /// What an opening mark without a partner holds: the paragraphs that it has opened one after the other, or the
    /// words before a tag, or the rest of a paragraph that it opens, where nobody else speaks in it.
    pub(super) fn never_closed(&mut self, open: Open, block: &Range<usize>) {
        if !open.runs.is_empty() {
            self.pairs.push(open.ended(block.end, None));
            return;
        }
        if open.mark.kind != Kind::Double || open.mark.glyph == Glyph::Backtick {
            return;
        }
        let start = open.mark.range.end;
        let before = self.text[block.start..open.mark.range.start].trim_end();
        let led = before.ends_with(':') || before.chars().all(|c| "•*-–·".contains(c));
        let said = &self.text[start..block.end];
        let whole = led && said.ends_with(['.', '!', '?', '…']) && !is_told(said);
        let end = (self.told_from(start..block.end)).or(whole.then_some(block.end));
        let quotes = |end: &usize| !self.text[start..*end].contains(['"', '“', '”', '„']);
        if let Some(end) = end.filter(quotes) {
            self.pairs.push(open.ended(end, None));
        }
    }
}

/// Whether somebody is said to speak in words, behind the first clause.
fn is_told(words: &str) -> bool {
    let clauses = words.split([',', '.', '!', '?', ';']);
    clauses.skip(1).any(cues::says)
}
