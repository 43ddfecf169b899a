//! What a quotation mark looks like: its kind and its shape.

/// The kind of a mark; only marks of one kind make a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `"`, `“`, `”`, `„`, and what converters and typists make of them: ` `` `, `''`, `““`
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
    /// TeX's opening mark: a backtick, closed by an apostrophe, or two closed by two.
    Backtick,
}

impl Glyph {
    /// What closes a quotation that this glyph opens.
    pub(super) fn partner(self) -> Self {
        match self {
            Glyph::Straight | Glyph::Backtick => Glyph::Straight,
            Glyph::Opening | Glyph::Closing | Glyph::Low => Glyph::Closing,
        }
    }
}

/// What a mark is, by the bytes it begins with, and its length.
pub(super) fn glyph(bytes: &[u8]) -> Option<(Kind, Glyph, usize)> {
    let found = match bytes {
        [b'"', ..] => (Kind::Double, Glyph::Straight, 1),
        [b'\'', ..] => (Kind::Single, Glyph::Straight, 1),
        [b'`', b'`', b'`', ..] => return None,
        [b'`', b'`', ..] => (Kind::Double, Glyph::Backtick, 2),
        [b'`', ..] => (Kind::Single, Glyph::Backtick, 1),
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
