//! Words: what a text is taken apart into, and the letters by which a word is compared.

use std::ops::Range;

use unicode_normalization::char::decompose_canonical;

/// A word with its place.
#[derive(Clone, Debug)]
pub struct Word {
    /// In small letters, without marks; empty for an [`Word::is_open`] place.
    pub key: String,
    /// Bytes of the text it was read from.
    pub range: Range<usize>,
    /// What the quoter marked.
    pub mark: Mark,
}

/// What a quoter may mark in the other's words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing: a word as it stands.
    #[default]
    None,
    /// `...`: words left out.
    Ellipsis,
    /// `[the Minister]`: words put in, beside or in place of the other's.
    Insertion,
    /// `[T]he`, `think[s]`: a word with letters of the quoter's.
    Letters,
}

impl Word {
    /// Whether it is an ellipsis or an insertion in square brackets, where anything may have stood.
    pub fn is_open(&self) -> bool {
        matches!(self.mark, Mark::Ellipsis | Mark::Insertion)
    }
}

/// The words of a quotation in order, an ellipsis or a bracket as one open place. `base` is added to their places.
pub fn words(text: &str, base: usize) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut push = |mark: Mark, range: Range<usize>| {
        let open = matches!(mark, Mark::Ellipsis | Mark::Insertion);
        words.push(Word {
            key: if open {
                String::new()
            } else {
                key(&text[range.clone()])
            },
            range: range.start + base..range.end + base,
            mark,
        });
    };
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let (length, mark) = if c == '[' {
            bracket(rest)
        } else if let Some(length) = ellipsis(rest) {
            (length, Some(Mark::Ellipsis))
        } else if is_letter(c) {
            let length = word_length(rest);
            // `think[s]`
            match rest[length..]
                .starts_with('[')
                .then(|| bracket(&rest[length..]))
            {
                Some((more, Some(Mark::Insertion | Mark::Letters)))
                    if rest[length + 1..length + more].starts_with(char::is_alphabetic)
                        && !rest[length..length + more].contains(char::is_whitespace) =>
                {
                    (length + more, Some(Mark::Letters))
                }
                _ => (length, Some(Mark::None)),
            }
        } else {
            (c.len_utf8(), None)
        };
        if let Some(mark) = mark {
            push(mark, at..at + length);
        }
        at += length;
    }
    words
}

/// Letters in brackets that stand for others of one word are no more than this many bytes.
const LETTERS: usize = 4;

/// The length of what a square bracket opens, in bytes, and what it is.
fn bracket(rest: &str) -> (usize, Option<Mark>) {
    let Some(close) = rest.find(']') else {
        return (1, None);
    };
    let (inside, behind) = (&rest[1..close], &rest[close + 1..]);
    if inside
        .trim()
        .chars()
        .all(|c| matches!(c, '.' | '…' | ' ' | '\u{A0}'))
    {
        return (close + 1, Some(Mark::Ellipsis));
    }
    // `[T]he`: only letters of the word were changed.
    let letters = inside.len() <= LETTERS && inside.chars().all(char::is_alphabetic);
    if letters && behind.starts_with(char::is_alphabetic) {
        return (close + 1 + word_length(behind), Some(Mark::Letters));
    }
    (close + 1, Some(Mark::Insertion))
}

/// The words of a source in order. What it leaves out or puts in brackets is its own; only the marks of
/// its notes (`[12]`) are no words.
pub fn source_words(text: &str, base: usize) -> Vec<Word> {
    let words = places(text).map(|range| Word {
        key: key(&text[range.clone()]),
        range: range.start + base..range.end + base,
        mark: Mark::None,
    });
    words.collect()
}

/// The places of the words of a source.
pub fn places(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + first_letter(&text[at..])?;
            let range = start..start + word_length(&text[start..]);
            at = range.end;
            if !is_note_mark(text, &range) {
                return Some(range);
            }
        }
    })
}

/// `[12]`
fn is_note_mark(text: &str, word: &Range<usize>) -> bool {
    text.as_bytes()[word.start].is_ascii_digit()
        && text[..word.start].ends_with('[')
        && text[word.end..].starts_with(']')
}

/// The offset of the first letter or figure.
fn first_letter(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += bytes[at..]
            .iter()
            .position(|&b| b >= 0x80 || b.is_ascii_alphanumeric() || b == b'&')?;
        let c = text[at..].chars().next()?;
        if is_letter(c) {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

/// Whether a character is one of a word: a letter or a figure, but not the raised figure of a note;
/// `&` is a word by itself.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '²' | '³' | '¹' | '⁰'..='⁹') || c == '&'
}

/// The length of `...`, `…`, `. . .` at the head of a text, in bytes.
fn ellipsis(text: &str) -> Option<usize> {
    if text.starts_with('…') {
        return Some('…'.len_utf8());
    }
    if !text.starts_with('.') {
        return None;
    }
    let mut points = 0;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        match c {
            '.' => {
                points += 1;
                end = at + 1;
            }
            ' ' | '\u{A0}' if points > 0 => {}
            _ => break,
        }
    }
    (points >= 3).then_some(end)
}

/// The length of the word at the head of a text in bytes, with its apostrophes and hyphens; a word
/// broken at the end of a line (`boat-` and `house`) is one.
pub fn word_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let plain = bytes
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric())
        .count();
    match bytes.get(plain) {
        Some(b'\'' | b'-' | b'.' | b',' | 0 | 0x80..) => {}
        _ if plain > 0 => return plain,
        _ => {}
    }
    if text.starts_with('&') {
        return 1;
    }
    let mut end = plain;
    let mut letters = text[plain..].chars();
    loop {
        let at = text.len() - letters.as_str().len();
        let Some(c) = letters.next() else {
            break;
        };
        if is_letter(c) && c != '&' || is_combining(c) && end > 0 {
            end = at + c.len_utf8();
            continue;
        }
        let behind = letters.as_str();
        let goes_on = match c {
            '\'' | '’' | SOFT_HYPHEN => behind.starts_with(char::is_alphanumeric),
            '-' | '¬' => joined(behind).starts_with(char::is_alphabetic),
            PADDING => true,
            // `1.31`, `1,200`
            '.' | ',' => {
                text[..at].ends_with(|c: char| c.is_ascii_digit())
                    && behind.starts_with(|c: char| c.is_ascii_digit())
            }
            _ => false,
        };
        if !goes_on {
            break;
        }
        if matches!(c, '-' | '¬') {
            letters = joined(behind).chars();
        }
    }
    end
}

/// Stands, in the text of a source, for bytes of markup inside a word.
pub const PADDING: char = '\0';

const SOFT_HYPHEN: char = '\u{AD}';

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// What follows a hyphen, the end of its line left out.
fn joined(behind: &str) -> &str {
    let trimmed = behind.trim_start_matches([' ', '\t']);
    let next = trimmed
        .strip_prefix("\r\n")
        .or_else(|| trimmed.strip_prefix('\n'));
    next.map_or(behind, |next| next.trim_start_matches([' ', '\t']))
}

/// A word in small letters, without its hyphens and brackets.
fn key(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    fold(word, &mut key);
    key
}

/// Appends the letters of a word by which it is compared: small, without hyphens, ligatures and Latin
/// diacritics. How a printer sets a letter is not whose word it is.
pub fn fold(word: &str, key: &mut String) {
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' | '\'' | '.' => key.push(c),
            'A'..='Z' => key.push(c.to_ascii_lowercase()),
            '’' => key.push('\''),
            '&' => key.push_str("and"),
            'ſ' => key.push('s'),
            'æ' | 'Æ' => key.push_str("ae"),
            'œ' | 'Œ' => key.push_str("oe"),
            '\u{FB00}' => key.push_str("ff"),
            '\u{FB01}' => key.push_str("fi"),
            '\u{FB02}' => key.push_str("fl"),
            '\u{FB03}' => key.push_str("ffi"),
            '\u{FB04}' => key.push_str("ffl"),
            'À'..='ɏ' => {
                let mut letter = None;
                decompose_canonical(c, |part| letter = letter.or(Some(part)));
                key.extend(letter.unwrap_or(c).to_lowercase());
            }
            _ if c.is_alphanumeric() => key.extend(c.to_lowercase()),
            _ => {}
        }
    }
}
