//! Words looked for among all words of a text, most of which cost one look at their ends and length.

use std::collections::HashSet;

use crate::mentions::vocabulary::words;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_wanted_is_found() {
        let long = "x".repeat(80);
        let wanted = Wanted::new(["rock", "Äußerung", long.as_str(), ""]);
        let text = format!("A _rock_ of rocks, Rock; Äußerung {long} {long}x");
        let found = wanted.among(&text);
        assert_eq!(found, HashSet::from(["rock", "Äußerung", long.as_str()]));
    }
}
