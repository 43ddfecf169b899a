//! Quotation marks: found, told from apostrophes and measures, and given a side.

use std::ops::Range;

use super::elision::{is_decade, is_elision, is_letter, is_turned};
use super::glyph::{Glyph, Kind, glyph};
use super::measure::{is_behind_figure, is_measure};

/// A mark in the text with the sides that its neighbours allow.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
    pub(super) glyph: Glyph,
    /// A quotation may begin here.
    pub(super) opens: bool,
    /// A quotation may end here.
    pub(super) closes: bool,
    /// An apostrophe before the rest of a word: it opens nothing unless something closes what it opens.
    pub(super) elides: bool,
    /// One mark written as two, `''`, `““`: it pairs with its like alone.
    pub(super) doubled: bool,
    /// What a doubled mark is if it has no partner.
    pub(super) halves: Vec<Mark>,
}

impl Mark {
    /// Whether it may only close a quotation.
    pub(super) fn only_closes(&self) -> bool {
        self.closes && !self.opens
    }
}

/// The marks of a block in order; apostrophes between letters, feet and inches are left out.
pub(super) fn scan(text: &str, block: &Range<usize>) -> Vec<Mark> {
    let bytes = text.as_bytes();
    let mut marks = Vec::new();
    let mut at = block.start;
    while let Some(found) = bytes[at..block.end]
        .iter()
        .position(|b| matches!(b, b'"' | b'\'' | b'`' | 0xE2 | 0xC2))
    {
        let start = at + found;
        at = start + 1;
        let Some((kind, glyph, length)) = glyph(&bytes[start..block.end]) else {
            // Three backticks are a fence.
            at += bytes[at..block.end]
                .iter()
                .take_while(|&&b| b == b'`')
                .count();
            continue;
        };
        at = start + length;
        // Only a backtick asks what follows it: every mark would read the paragraph to its end.
        if glyph == Glyph::Backtick {
            let behind = &text[at..block.end];
            let tex = match kind {
                Kind::Single => quotes_in_tex(&text[block.start..start], behind),
                _ => is_tex(behind),
            };
            if !tex {
                continue;
            }
        }
        if let Some((mark, end)) = doubled(text, block, start..at) {
            marks.extend(mark);
            at = end;
        } else if let Some(end) = empty(text, block, &(start..at), (kind, glyph)) {
            at = end;
        } else {
            marks.extend(mark(text, block, start..at, kind, glyph));
            if kind == Kind::Single
                && let Some(end) = is_letter(&text[block.start..start], &text[at..block.end], glyph)
            {
                at += end;
            }
        }
    }
    marks
}

/// Whether two backticks are a quotation mark: two apostrophes follow before any backtick. Others hold code.
fn is_tex(behind: &str) -> bool {
    let code = behind.find('`').unwrap_or(behind.len());
    behind[..code]
        .split_once("''")
        .is_some_and(|(words, _)| words.contains(char::is_alphanumeric))
}

/// Whether a backtick is a quotation mark: it stands before a word, and an apostrophe behind one before any backtick.
fn quotes_in_tex(before: &str, behind: &str) -> bool {
    let free = before.chars().next_back().is_none_or(opens_after);
    let code = behind.find('`').unwrap_or(behind.len());
    let closes = |at: usize| {
        let ends = behind[..at].ends_with(|c: char| !c.is_whitespace());
        ends && !behind[at + 1..].starts_with(|c: char| c.is_alphanumeric() || c == '\'')
    };
    let mut closers = behind[..code].match_indices('\'').map(|(at, _)| at);
    free && behind.starts_with(char::is_alphanumeric) && closers.any(closes)
}

/// Whether a typewriter's mark stands between two signs that leave its side open: `interested in"this"`,
/// `"It is 4","so it is"`; in a dictionary it is a stress, in code anything.
pub(super) fn is_glued(text: &str, range: &Range<usize>) -> bool {
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    &text[range.clone()] == "\""
        && before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | ':'))
        && behind.starts_with(char::is_alphanumeric)
}

/// Two marks that look alike and stand together, and their end: one mark, or what it is made of.
fn doubled(text: &str, block: &Range<usize>, first: Range<usize>) -> Option<(Option<Mark>, usize)> {
    let bytes = &text.as_bytes()[block.start..block.end];
    let (start, length) = (first.start - block.start, first.len());
    let one = &bytes[start..start + length];
    let end = start + 2 * length;
    let (kind, glyph, _) = glyph(one)?;
    let alike = bytes.get(start + length..end) == Some(one);
    let more = bytes[..start].ends_with(one) || bytes[end.min(bytes.len())..].starts_with(one);
    if !alike || more || kind == Kind::Guillemet || glyph == Glyph::Low {
        return None;
    }
    let range = first.start..block.start + end;
    let halves = [first.clone(), first.end..range.end];
    // `12''` are inches, and `alt=""` is empty.
    let empty = empty(text, block, &first, (kind, glyph)).is_some();
    let whole = is_behind_figure(&text[block.start..first.start]) || empty;
    let mut halves: Vec<Mark> = halves
        .into_iter()
        .filter(|_| !whole)
        .filter_map(|half| mark(text, block, half, kind, glyph))
        .collect();
    let behind = text[range.end..block.end].chars().next();
    if let [first, second] = &mut halves[..]
        && first.closes
        && !behind.is_some_and(char::is_alphanumeric)
    {
        second.opens = false;
    }
    let end = range.end;
    let mark = mark(text, block, range, Kind::Double, glyph).map(|mark| Mark {
        doubled: true,
        opens: mark.opens && !empty,
        halves,
        ..mark
    });
    Some((mark, end))
}

/// The end of two double marks around nothing, of which no word or stop is near: `alt=""`, `f("")`.
fn empty(
    text: &str,
    block: &Range<usize>,
    first: &Range<usize>,
    (kind, opening): (Kind, Glyph),
) -> Option<usize> {
    let (other, closing, length) = glyph(&text.as_bytes()[first.end..block.end])?;
    let end = first.end + length;
    let mut before = text[block.start..first.start].chars();
    let after = text[end..block.end].chars().next();
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '„');
    let free = before.next_back().is_none_or(|c| {
        !(c.is_alphanumeric() || is_mark(c) || matches!(c, '.' | '!' | '?' | '…' | '—' | '–'))
    });
    // `we left,"" she said`
    let doubled = text[block.start..first.start].ends_with([',', ';']) && is_space(after);
    let alone = free && !doubled && after.is_none_or(|c| !(c.is_alphanumeric() || is_mark(c)));
    let pair = kind == Kind::Double && other == kind;
    let sides = opening != Glyph::Closing && closing != Glyph::Backtick;
    (pair && sides && alone).then_some(end)
}

fn mark(
    text: &str,
    block: &Range<usize>,
    range: Range<usize>,
    kind: Kind,
    glyph: Glyph,
) -> Option<Mark> {
    let after = text[range.end..block.end].chars().next();
    let before =
        text[block.start..range.start].trim_end_matches([' ', '\u{A0}', '\u{202F}', '\u{2009}']);
    // `“… ‘we left.’ ”`: a blank parts two marks that close.
    let inner = before.chars().next_back().filter(|c| match glyph {
        Glyph::Closing => matches!(c, '”' | '’'),
        Glyph::Straight => kind == Kind::Single && *c == '"',
        _ => false,
    });
    let inner = inner.filter(|_| after.is_none_or(closes_before));
    let before = inner.or(text[block.start..range.start].chars().next_back());
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let free_before = before.is_none_or(opens_after);
    let free_after = after.is_none_or(closes_before);
    let (led, rest) = (&text[block.start..range.start], &text[range.end..block.end]);
    let single = kind == Kind::Single && glyph != Glyph::Low;
    let elides = single && free_before && is_elision(rest);
    let (opens, closes) = match (kind, glyph) {
        // Between letters a single mark is an apostrophe.
        (Kind::Single, Glyph::Straight | Glyph::Closing) if letter(before) && letter(after) => {
            return None;
        }
        (Kind::Single, Glyph::Straight | Glyph::Closing)
            if free_before && (is_decade(rest) || is_letter(led, rest, glyph).is_some()) =>
        {
            return None;
        }
        // `‘90s`: a converter's mark where an apostrophe belongs.
        (Kind::Single, Glyph::Opening)
            if free_before && (is_turned(led, rest) || is_letter(led, rest, glyph).is_some()) =>
        {
            (false, false)
        }
        // Feet and minutes, inches and seconds: only behind a figure.
        (_, Glyph::Straight | Glyph::Closing) if is_measure(led, rest, kind) => return None,
        _ if elides => (true, false),
        (_, Glyph::Backtick) => (free_before && !is_blank(after), false),
        // A dash is free on both sides: `how late it’s getting--’` ends there.
        (Kind::Single, Glyph::Closing) => (
            free_before && !free_after,
            !free_before || free_after && !is_blank(before),
        ),
        // `‚So‘, sagte er.`: German closes with it.
        (Kind::Single, Glyph::Opening) => {
            (!free_after || free_before, !is_blank(before) && free_after)
        }
        // Behind a blank and before one it is a comma that was read wrongly.
        (_, Glyph::Low) => (!is_blank(after), false),
        // Behind a word and before none it can only close, in German and by a slip in English.
        (Kind::Double, Glyph::Opening) => (
            !(free_after && (letter(before) || before.is_some_and(is_stop))),
            !is_blank(before) && free_after,
        ),
        (Kind::Double, Glyph::Closing) => (
            free_before && after.is_some_and(char::is_alphanumeric),
            true,
        ),
        // `‹ Back | Next ›` are arrows.
        (Kind::Guillemet, Glyph::Opening) if range.len() == 3 => (!is_blank(after), false),
        (Kind::Guillemet, Glyph::Closing) if range.len() == 3 => (false, !is_blank(before)),
        // French stands blanks inside its marks; German closes with this one: `»… road.« The`.
        // `l’« action »`
        (Kind::Guillemet, Glyph::Opening) if before == Some('’') => {
            (!free_after || is_blank(after), false)
        }
        (Kind::Guillemet, Glyph::Opening) => (
            !free_after || free_before,
            !free_before || before.is_some_and(|c| matches!(c, '/' | '*')),
        ),
        (Kind::Guillemet, Glyph::Closing) => (
            free_before && !is_blank(after),
            !free_before || is_blank(before),
        ),
        // Between blanks a mark tells nothing of its side: `" Here." he said`.
        (Kind::Double, Glyph::Straight) if is_blank(before) && is_space(after) => {
            (true, before.is_some())
        }
        (Kind::Double, Glyph::Straight)
            if is_space(before) && is_stopped(&text[range.end..block.end]) =>
        {
            (false, true)
        }
        (Kind::Double, Glyph::Straight) if is_glued(text, &range) => (true, true),
        // `she said."So it is," he wrote`: the blank is lost.
        (Kind::Double, Glyph::Straight)
            if before.is_some_and(|c| matches!(c, '.' | '!' | '?'))
                && after.is_some_and(char::is_uppercase) =>
        {
            (true, true)
        }
        (_, Glyph::Straight) | (Kind::Unmarked, _) => (
            free_before && !is_blank(after),
            !is_blank(before) && (free_after || !free_before),
        ),
    };
    let turned = glyph == Glyph::Opening && kind == Kind::Single;
    (opens || closes || turned).then_some(Mark {
        range,
        kind,
        glyph,
        opens,
        closes,
        elides,
        doubled: false,
        halves: Vec::new(),
    })
}

/// Whether a quotation may begin behind this character.
fn opens_after(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '(' | '['
                | '{'
                | '—'
                | '–'
                | '-'
                | '/'
                | '='
                | '"'
                | '\''
                | '“'
                | '‘'
                | '„'
                | '«'
                | '*'
                | '_'
                | '…'
        )
}

/// Whether a quotation may end before this character.
fn closes_before(c: char) -> bool {
    c.is_whitespace()
        || !(c.is_alphanumeric()
            || matches!(c, '(' | '[' | '“' | '‘' | '„' | '‚' | '$' | '£' | '€'))
}

fn is_stop(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | ':' | '!' | '?')
}

/// Whether a stop follows and then nothing: not the points of `"...That is so"`.
fn is_stopped(behind: &str) -> bool {
    let rest = behind.trim_start_matches(|c| is_stop(c) || c == ')');
    let points = behind.starts_with("..") || behind.starts_with(". .");
    rest.len() < behind.len() && is_blank(rest.chars().next()) && !points
}

fn is_space(c: Option<char>) -> bool {
    c.is_some_and(char::is_whitespace)
}

fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_and_measures_are_no_marks() {
        for text in [
            "Trotsky's",
            "the '30s",
            "rock 'n' roll",
            "6'2\" tall",
            "don’t",
            "in the ’90s",
            "12” wide",
            "6’2” tall",
            "5”x7” and 3½”",
            "54° 12’ 30” north",
        ] {
            let marks = scan(text, &(0..text.len()));
            assert!(marks.iter().all(|mark| !mark.opens), "{text}: {marks:?}");
        }
    }
}
