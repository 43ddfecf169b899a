//! The vocabulary: the distinct words of a text, as they are spelt.

use std::collections::HashSet;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// Every word of a text once.
#[derive(Debug)]
pub struct Vocabulary {
    words: HashSet<Box<str>>,
}

impl Vocabulary {
    pub(super) fn new(text: &str) -> Self {
        let mut found = HashSet::new();
        for word in words(text).map(|range| &text[range]) {
            if !found.contains(word) {
                found.insert(word.into());
            }
        }
        Vocabulary { words: found }
    }

    /// Whether a word stands in the text, spelt like this.
    pub fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// All of them, in no order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| &**word)
    }
}

/// The words of a text, letters and figures with the marks on them, as byte ranges.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let begins = |byte: &u8| PLAIN[usize::from(*byte)] || *byte >= 0x80;
            let start = at + bytes[at..].iter().position(begins)?;
            let plain = |byte: &u8| !PLAIN[usize::from(*byte)];
            let length = bytes[start..].iter().position(plain);
            let mut end = length.map_or(bytes.len(), |length| start + length);
            if bytes.get(end).is_some_and(|&byte| byte >= 0x80) {
                end = end_of_letters(text, end);
            }
            if end > start {
                at = end;
                return Some(start..end);
            }
            // A mark or a dash beyond ASCII.
            at = text.ceil_char_boundary(start + 1);
        }
    })
}

/// Those of the words that have a letter beyond ASCII, without a look at the others.
pub fn words_beyond_ascii(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let found = at + bytes[at..].iter().position(|&byte| byte >= 0x80)?;
            let end = end_of_letters(text, found);
            if end > found {
                let before = bytes[at..found].iter().rev();
                let before = before.take_while(|&&byte| PLAIN[usize::from(byte)]);
                let start = found - before.count();
                at = end;
                return Some(start..end);
            }
            at = text.ceil_char_boundary(found + 1);
        }
    })
}

/// Whether a character is a letter or a figure. Marks and dashes stand at every turn of a printed text: they are told
/// without the tables of Unicode.
pub(super) fn is_alphanumeric(c: char) -> bool {
    !matches!(c, '\u{2010}'..='\u{205E}') && c.is_alphanumeric()
}

/// Where the letters end that stand in a text from an offset on.
fn end_of_letters(text: &str, from: usize) -> usize {
    let is_letter = |c: char| is_alphanumeric(c) || is_combining_mark(c);
    let rest = &text[from..];
    from + rest.find(|c| !is_letter(c)).unwrap_or(rest.len())
}

/// Which bytes are letters and figures of ASCII.
pub(super) const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        plain[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    plain
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_is_taken_for_a_mark() {
        assert!(('\u{2000}'..='\u{2100}').all(|c| is_alphanumeric(c) == c.is_alphanumeric()));
    }

    #[test]
    fn words_end_where_their_letters_do() {
        let text = "He saw—“Žižek’s” e\u{301}tat, x_y… 3rd";
        let found: Vec<_> = words(text).map(|range| &text[range]).collect();
        let expected = ["He", "saw", "Žižek", "s", "e\u{301}tat", "x", "y", "3rd"];
        assert_eq!(found, expected);
        let beyond: Vec<_> = words_beyond_ascii(text).map(|range| &text[range]).collect();
        assert_eq!(beyond, ["Žižek", "e\u{301}tat"]);
    }
}
