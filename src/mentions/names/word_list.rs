//! Lists of words of a file in YAML, in the order of the alphabet, looked up where they stand: to read thousands of
//! words as a tree, or only to split them, would take longer than to check an article.

/// One list of a file: words with commas between them, some a line.
#[derive(Debug)]
pub(super) struct WordList {
    list: &'static str,
    /// Where its lines begin.
    lines: Vec<usize>,
}

impl WordList {
    /// The list under a key that stands at the head of a line.
    pub(super) fn of(source: &'static str, key: &str) -> Self {
        let (_, list) = source.split_once(&format!("\n{key}:")).unwrap_or_default();
        let mut lines = Vec::new();
        for (at, _) in list.match_indices('\n') {
            match list.as_bytes().get(at + 1) {
                Some(b' ') => lines.push(at + 1),
                // The next key.
                Some(b'\r' | b'\n') | None => {}
                Some(_) => break,
            }
        }
        WordList { list, lines }
    }

    /// All its words.
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> + '_ {
        let lines = self.lines.iter().map(|&start| &self.list[start..]);
        let lines = lines.filter_map(|line| line.lines().next());
        lines.flat_map(|line| line.split(',').map(str::trim))
    }

    /// Whether the list holds a word, which the lists have in small letters.
    pub(super) fn has(&self, word: &str) -> bool {
        // The line that begins with the word or with one before it.
        let after = self.lines.partition_point(|&start| {
            let line = self.list[start..].trim_start_matches(' ');
            let first = line.split([',', '\r', '\n']).next();
            first.is_some_and(|first| first <= word)
        });
        let Some(&start) = after.checked_sub(1).and_then(|last| self.lines.get(last)) else {
            return false;
        };
        let line = self.list[start..].lines().next().unwrap_or_default();
        let mut words = line.split(',').map(str::trim);
        !word.is_empty() && words.any(|known| known == word)
    }
}

#[cfg(test)]
mod tests {
    use super::WordList;

    #[test]
    fn a_word_is_found_in_its_line_and_under_its_key_alone() {
        let source = "# a: b\nfirst:\n  abbé, bell,\n  cord, dory\nsecond:\r\n  elm\r\n";
        let [first, second] = ["first", "second"].map(|key| WordList::of(source, key));
        for word in ["abbé", "bell", "cord", "dory"] {
            assert!(first.has(word) && !second.has(word), "{word}");
        }
        for word in ["", "abb", "abbéy", "bel", "corn", "elm", "zoo"] {
            assert!(!first.has(word), "{word}");
        }
        assert!(second.has("elm"));
        assert!(!WordList::of(source, "third").has("elm"));
    }
}
