//! Words looked for among all words of a text, most of which cost one look at their first byte and length.

use std::collections::HashSet;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// Some words, ready to be recognised.
pub(super) struct Wanted<'w> {
    words: HashSet<&'w str>,
    /// For each first byte, the lengths in bytes that words have, as bits; the last one for all longer.
    lengths: [u64; 256],
}

impl<'w> Wanted<'w> {
    pub(super) fn new(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut wanted = Wanted {
            words: words.into_iter().filter(|word| !word.is_empty()).collect(),
            lengths: [0; 256],
        };
        for word in &wanted.words {
            wanted.lengths[first(word)] |= length(word);
        }
        wanted
    }

    pub(super) fn has(&self, word: &str) -> bool {
        !word.is_empty()
            && self.lengths[first(word)] & length(word) != 0
            && self.words.contains(word)
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

fn first(word: &str) -> usize {
    usize::from(word.as_bytes()[0])
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
            let begins = |byte: &u8| byte.is_ascii_alphanumeric() || *byte >= 0x80;
            let start = at + bytes[at..].iter().position(begins)?;
            let plain = bytes[start..]
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric());
            let mut end = start + plain.count();
            if bytes.get(end).is_some_and(|&byte| byte >= 0x80) {
                let is_letter = |c: char| c.is_alphanumeric() || is_combining_mark(c);
                let rest = &text[end..];
                end += rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_where_their_letters_do() {
        let text = "He saw—“Žižek’s” e\u{301}tat, x_y… 3rd";
        let found: Vec<_> = words(text).map(|range| &text[range]).collect();
        let expected = ["He", "saw", "Žižek", "s", "e\u{301}tat", "x", "y", "3rd"];
        assert_eq!(found, expected);
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
