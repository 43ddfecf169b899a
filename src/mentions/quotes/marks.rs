//! Quotation marks: found, told from apostrophes, inches and minutes, and given a side.

use std::ops::Range;

/// The kind of a mark; only marks of one kind make a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `"`, `“`, `”`, `„`
    Double,
    /// `'`, `‘`, `’`, `‚`
    Single,
    /// `«`, `»`, `‹`, `›`
    Guillemet,
    /// None: a block, or speech behind a dash.
    Unmarked,
}

/// What a mark looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Glyph {
    /// The typewriter's, the same on both sides.
    Straight,
    /// A printer's opening mark: `“`, `‘`, `«`.
    Opening,
    /// A printer's closing mark: `”`, `’`, `»`.
    Closing,
    /// A low opening mark: `„`, `‚`.
    Low,
}

impl Glyph {
    /// What closes a quotation that this glyph opens.
    pub(super) fn partner(self) -> Self {
        match self {
            Glyph::Straight => Glyph::Straight,
            Glyph::Opening | Glyph::Closing | Glyph::Low => Glyph::Closing,
        }
    }
}

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
}

/// The marks of a block in order; apostrophes between letters, feet and inches are left out.
pub(super) fn scan(text: &str, block: &Range<usize>) -> Vec<Mark> {
    let bytes = text.as_bytes();
    let mut marks = Vec::new();
    let mut at = block.start;
    while let Some(found) = bytes[at..block.end]
        .iter()
        .position(|b| matches!(b, b'"' | b'\'' | 0xE2 | 0xC2))
    {
        let start = at + found;
        at = start + 1;
        if let Some((kind, glyph, length)) = glyph(&bytes[start..block.end]) {
            at = start + length;
            if let Some(end) = empty(text, block, &(start..at), kind) {
                at = end;
                continue;
            }
            marks.extend(mark(text, block, start..at, kind, glyph));
        }
    }
    marks
}

/// The end of two double marks around nothing, of which no word or stop is near: `alt=""`, `f("")`.
fn empty(text: &str, block: &Range<usize>, first: &Range<usize>, kind: Kind) -> Option<usize> {
    let (other, _, length) = glyph(&text.as_bytes()[first.end..block.end])?;
    let end = first.end + length;
    let mut before = text[block.start..first.start].chars();
    let after = text[end..block.end].chars().next();
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '„');
    let free = before.next_back().is_none_or(|c| {
        !(c.is_alphanumeric() || is_mark(c) || matches!(c, '.' | '!' | '?' | '…' | '—' | '–'))
    });
    let alone = free && after.is_none_or(|c| !(c.is_alphanumeric() || is_mark(c)));
    (kind == Kind::Double && other == kind && alone).then_some(end)
}

/// What a mark is, by the bytes it begins with, and its length.
pub(super) fn glyph(bytes: &[u8]) -> Option<(Kind, Glyph, usize)> {
    let found = match bytes {
        [b'"', ..] => (Kind::Double, Glyph::Straight, 1),
        [b'\'', ..] => (Kind::Single, Glyph::Straight, 1),
        [0xE2, 0x80, 0x98, ..] => (Kind::Single, Glyph::Opening, 3),
        [0xE2, 0x80, 0x99, ..] => (Kind::Single, Glyph::Closing, 3),
        [0xE2, 0x80, 0x9A, ..] => (Kind::Single, Glyph::Low, 3),
        [0xE2, 0x80, 0x9C, ..] => (Kind::Double, Glyph::Opening, 3),
        [0xE2, 0x80, 0x9D, ..] => (Kind::Double, Glyph::Closing, 3),
        [0xE2, 0x80, 0x9E, ..] => (Kind::Double, Glyph::Low, 3),
        [0xE2, 0x80, 0xB9, ..] => (Kind::Guillemet, Glyph::Opening, 3),
        [0xE2, 0x80, 0xBA, ..] => (Kind::Guillemet, Glyph::Closing, 3),
        [0xC2, 0xAB, ..] => (Kind::Guillemet, Glyph::Opening, 2),
        [0xC2, 0xBB, ..] => (Kind::Guillemet, Glyph::Closing, 2),
        _ => return None,
    };
    Some(found)
}

fn mark(
    text: &str,
    block: &Range<usize>,
    range: Range<usize>,
    kind: Kind,
    glyph: Glyph,
) -> Option<Mark> {
    let before = text[block.start..range.start].chars().next_back();
    let after = text[range.end..block.end].chars().next();
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let free_before = before.is_none_or(opens_after);
    let free_after = after.is_none_or(closes_before);
    let (opens, closes) = match (kind, glyph) {
        // Between letters a single mark is an apostrophe.
        (Kind::Single, Glyph::Straight | Glyph::Closing) if letter(before) && letter(after) => {
            return None;
        }
        (Kind::Single, Glyph::Straight | Glyph::Closing)
            if free_before && is_elision(&text[range.end..block.end]) =>
        {
            return None;
        }
        // `‘90s`: a converter's mark where an apostrophe belongs.
        (Kind::Single, Glyph::Opening)
            if free_before
                && is_turned(&text[block.start..range.start], &text[range.end..block.end]) =>
        {
            (false, false)
        }
        // Feet and minutes, inches and seconds: only behind a figure.
        (_, Glyph::Straight) if is_measure(text, block, &range, kind) => return None,
        // A dash is free on both sides: `how late it’s getting--’` ends there.
        (Kind::Single, Glyph::Closing) => (
            free_before && !free_after,
            !free_before || free_after && !is_blank(before),
        ),
        // `‚So‘, sagte er.`: German closes with it.
        (Kind::Single, Glyph::Opening) => {
            (!free_after || free_before, !is_blank(before) && free_after)
        }
        (_, Glyph::Low) => (true, false),
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
        (Kind::Guillemet, Glyph::Opening) => {
            (!free_after || is_blank(after) && free_before, !free_before)
        }
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
    let mut next = behind.chars();
    next.next().is_some_and(|c| is_stop(c) || c == ')')
        && is_blank(next.next())
        && !behind.starts_with(". .")
}

fn is_space(c: Option<char>) -> bool {
    c.is_some_and(char::is_whitespace)
}

fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

/// Words that begin with an apostrophe, without it, lower case.
const ELISIONS: [&str; 28] = [
    "alf", "appen", "ard", "ave", "bout", "cause", "cello", "cept", "cos", "cuz", "em", "flu",
    "fore", "fraid", "gainst", "lil", "n", "neath", "ome", "phone", "pon", "round", "til", "tis",
    "twas", "tween", "twere", "twill",
];

/// `'tis`, `'90s`, `rock 'n' roll`.
fn is_elision(after: &str) -> bool {
    let word = after
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    is_decade(after) || ELISIONS.binary_search(&word.as_str()).is_ok()
}

/// `the ‘90s`, `of ‘68`, `give ‘em`; but `‘68 of us left,’ said Ann` is a quotation.
fn is_turned(before: &str, after: &str) -> bool {
    let word = after.split(|c: char| !c.is_alphanumeric()).next();
    if word == Some("em") && before.ends_with(' ') {
        return true;
    }
    let leads = ["the ", "The ", "of ", "in ", "In ", "since ", "Since "]
        .iter()
        .any(|word| before.ends_with(word));
    leads && is_decade(after)
}

/// `90s`, `68` behind a mark, and no mark behind.
fn is_decade(after: &str) -> bool {
    let word: &str = after
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    word.len() >= 2
        && word.as_bytes()[..2].iter().all(u8::is_ascii_digit)
        && matches!(word.get(2..), Some("" | "s"))
        && !after[word.len()..].starts_with(['\'', '’'])
}

/// `6'`, `6'2"`, `12"`: a mark right behind a figure, unless a quotation could end there.
fn is_measure(text: &str, block: &Range<usize>, range: &Range<usize>, kind: Kind) -> bool {
    let before = &text[block.start..range.start];
    if !before.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let figures = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let digits = before.len() - figures.len();
    let figures = figures.trim_end_matches(' ');
    match kind {
        Kind::Single => {
            digits <= 2 && text[range.end..].starts_with(|c: char| c.is_ascii_digit() || c == ' ')
        }
        _ => figures.ends_with(['\'', '′', '’']) && digits <= 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_elisions_is_sorted() {
        assert!(ELISIONS.is_sorted());
    }

    #[test]
    fn apostrophes_and_measures_are_no_marks() {
        for text in [
            "Trotsky's",
            "the '30s",
            "'tis",
            "rock 'n' roll",
            "6'2\" tall",
            "don’t",
            "in the ’90s",
        ] {
            let marks = scan(text, &(0..text.len()));
            assert!(marks.iter().all(|mark| !mark.opens), "{text}: {marks:?}");
        }
    }
}
