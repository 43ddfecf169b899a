//! Marks without a partner: which of them are reported, and what they hold all the same.

use std::ops::Range;

use super::glyph::{Glyph, Kind};
use super::measure::is_behind_figure;
use super::pairs::{LOOKED_AT, Open, Pairing};
use super::scan::{Mark, is_glued};
use super::single;
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
            kind: open.mark.kind,
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
        // `‘‘We left,’ said Ann`
        let next = behind.strip_prefix(&self.text[range.clone()]);
        let twice = next.is_some_and(|next| next.starts_with(char::is_alphanumeric));
        if open.mark.kind != Kind::Single || twice || self.sure.as_ref() == Some(range) {
            self.lone.push(lone);
        } else if single::may_open(behind, open.mark.glyph) {
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
        if measure || is_glued(self.text, &mark.range) {
            return;
        }
        let lone = LoneMark {
            range: mark.range.clone(),
            kind: mark.kind,
            side: Side::Closing,
        };
        // `‘We left,’’ said Ann`
        let twice = before.ends_with(&self.text[mark.range.clone()])
            && (self
                .pairs
                .last()
                .and_then(|pair| pair.runs.last()?.close.as_ref()))
            .is_some_and(|close| close.end == mark.range.start);
        if mark.kind != Kind::Single || twice || self.sure.as_ref() == Some(&mark.range) {
            self.lone.push(lone);
        } else if single::may_close(before, behind) {
            // `though ’most of them are well,’ she said`: what was taken for an apostrophe leans the wrong way.
            let turned = self.dropped.take();
            let turned = turned
                .filter(|turned| single::may_open(&self.text[turned.range.end..], turned.glyph));
            match turned {
                Some(turned) => {
                    let pair = Open::new(&turned).ended(mark.range.start, Some(mark));
                    self.pairs.push(pair);
                }
                None => self.lone_single.push(lone),
            }
        }
    }

    /// `“He told me, ‘we shall go,”’ said Ann`: closes the inner quotation with the mark that stands behind the outer
    /// one, which is reported as if it closed nothing.
    pub(super) fn closes_crossed(&mut self, partner: usize, mark: &Mark, rest: &[Mark]) -> bool {
        let (Some(inner), Some(next)) = (self.open.get(partner + 1), rest.first()) else {
            return false;
        };
        let crossed = self.open.len() == partner + 2
            && inner.mark.kind == next.kind
            && inner.mark.kind != mark.kind
            && next.range.start == mark.range.end
            && next.only_closes();
        if crossed && let Some(inner) = self.open.pop() {
            self.lone.push(LoneMark {
                range: next.range.clone(),
                kind: next.kind,
                side: Side::Closing,
            });
            self.crossed = Some(next.range.clone());
            let pair = inner.ended(mark.range.start, None);
            self.pairs.push(pair);
        }
        crossed
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
