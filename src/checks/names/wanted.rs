//! Words looked for among all words of a text, most of which cost one look at their ends and length.

use std::collections::HashSet;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// Some words, ready to be recognised.
pub(super) struct Wanted<'w> {
    words: HashSet<&'w str>,
    /// For each first byte, and for each last byte, the lengths in bytes that words have, as bits; the
    /// last one for all longer.
    begun: [u64; 256],
    ended: [u64; 256],
}

impl<'w> Wanted<'w> {
    pub(super) fn new(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut wanted = Wanted {
            words: words.into_iter().filter(|word| !word.is_empty()).collect(),
            begun: [0; 256],
            ended: [0; 256],
        };
        for word in &wanted.words {
            let (first, last) = ends(word);
            wanted.begun[first] |= length(word);
            wanted.ended[last] |= length(word);
        }
        wanted
    }

    pub(super) fn has(&self, word: &str) -> bool {
        if word.is_empty() {
            return false;
        }
        let (first, last) = ends(word);
        self.begun[first] & self.ended[last] & length(word) != 0 && self.words.contains(word)
    }

    /// Those that stand in a text.
    pub(super) fn among<'t>(&self, text: &'t str) -> HashSet<&'t str> {
        if self.words.is_empty() {
            return HashSet::new();
        }
        let words = words(text).map(|range| &text[range]);
        words.filter(|word| self.has(word)).collect()
    }
}

fn ends(word: &str) -> (usize, usize) {
    let bytes = word.as_bytes();
    (usize::from(bytes[0]), usize::from(bytes[bytes.len() - 1]))
}

fn length(word: &str) -> u64 {
    1 << word.len().min(63)
}

/// The words of a text, letters and figures with the marks on them, as byte ranges.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
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
pub(super) fn words_beyond_ascii(text: &str) -> impl Iterator<Item = Range<usize>> {
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

/// Where the letters end that stand in a text from an offset on.
fn end_of_letters(text: &str, from: usize) -> usize {
    let is_letter = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    let rest = &text[from..];
    from + rest.find(|c| !is_letter(c)).unwrap_or(rest.len())
}

/// Which bytes are letters and figures of ASCII.
const PLAIN: [bool; 256] = {
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
    fn words_end_where_their_letters_do() {
        let text = "He saw—“Žižek’s” e\u{301}tat, x_y… 3rd";
        let found: Vec<_> = words(text).map(|range| &text[range]).collect();
        let expected = ["He", "saw", "Žižek", "s", "e\u{301}tat", "x", "y", "3rd"];
        assert_eq!(found, expected);
        let beyond: Vec<_> = words_beyond_ascii(text).map(|range| &text[range]).collect();
        assert_eq!(beyond, ["Žižek", "e\u{301}tat"]);
    }

    #[test]
    fn only_what_is_wanted_is_found() {
        let long = "x".repeat(80);
        let wanted = Wanted::new(["rock", "Äußerung", long.as_str(), ""]);
        let text = format!("A _rock_ of rocks, Rock; Äußerung {long} {long}x");
        let found = wanted.among(&text);
        assert_eq!(found, HashSet::from(["rock", "Äußerung", long.as_str()]));
    }
}
