//! The outline of a text: its words and its markup without comments, to be held against another's.

/// An outline that is being written: markup as it comes, words with single blanks.
#[derive(Default)]
pub(super) struct Outline(String);

impl Outline {
    /// Adds words; blanks count as one.
    pub(super) fn words(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' | '\u{C}' => self.blank(),
                c => self.0.push(c),
            }
        }
    }

    /// Adds what is no words.
    pub(super) fn markup(&mut self, markup: &str) {
        // Blanks before it are those around a comment, or between tags.
        self.0.truncate(self.0.trim_end_matches(' ').len());
        self.0.push('\0');
        self.0.push_str(markup);
        self.0.push('\0');
    }

    fn blank(&mut self) {
        if !self.0.ends_with([' ', '\0']) && !self.0.is_empty() {
            self.0.push(' ');
        }
    }

    /// The whole of it.
    pub(super) fn finish(self) -> String {
        self.0.trim_end_matches(' ').to_owned()
    }
}
