//! Owns the view of the text as tokens: runs of digits, runs of letters and
//! single marks, read forwards or backwards from a byte offset. Every look is
//! bounded, so that looking costs the same on any text. Knows nothing of time.

use std::ops::Range;

/// Longer runs than this (bytes) are no date: they are cut, and match nothing.
const LONGEST: usize = 40;
/// Blanks that may stand between two words of a date.
const BLANKS: usize = 3;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Digits.
    Number,
    /// Letters, and `_`.
    Word,
    /// One other character.
    Mark(char),
    /// The edge of a block.
    Nothing,
}

/// A piece of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'t str,
    pub(super) class: Class,
}

impl Token<'_> {
    pub(super) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    pub(super) fn among(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// Whether it is one of the words of a list written with blanks between.
    pub(super) fn within(&self, words: &str) -> bool {
        self.is_word() && words.split_ascii_whitespace().any(|word| self.is(word))
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.class == Class::Mark(mark)
    }

    pub(super) fn is_word(&self) -> bool {
        self.class == Class::Word
    }

    pub(super) fn is_number(&self) -> bool {
        self.class == Class::Number
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// A word with a capital first letter.
    pub(super) fn is_capital(&self) -> bool {
        self.is_word() && self.text.starts_with(char::is_uppercase)
    }

    /// A word with a small first letter.
    pub(super) fn is_small(&self) -> bool {
        self.is_word() && self.text.starts_with(char::is_lowercase)
    }

    pub(super) fn is_dash(&self) -> bool {
        matches!(
            self.class,
            Class::Mark('-' | '–' | '—' | '\u{2010}' | '\u{2011}' | '−')
        )
    }

    pub(super) fn is_apostrophe(&self) -> bool {
        matches!(self.class, Class::Mark('\'' | '’' | '‘'))
    }
}

/// The text, to be read token by token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan<'t> {
    pub(super) text: &'t str,
    /// Byte ranges of the sentences, in order.
    pub(super) sentences: &'t [Range<usize>],
}

impl<'t> Scan<'t> {
    pub(super) fn slice(self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or("")
    }

    pub(super) fn char_at(self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    pub(super) fn char_before(self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// The token that starts at `at`, blanks counting as marks.
    pub(super) fn token(self, at: usize) -> Token<'t> {
        let rest = self.text.get(at..).unwrap_or("");
        let (class, length) = match rest.chars().next() {
            None | Some('\n') => (Class::Nothing, 0),
            Some(c) if c.is_ascii_digit() => {
                (Class::Number, run(rest.chars(), |c| c.is_ascii_digit()))
            }
            Some(c) if is_letter(c) => (Class::Word, run(rest.chars(), is_letter)),
            Some(c) => (Class::Mark(c), c.len_utf8()),
        };
        Token {
            start: at,
            end: at + length,
            text: rest.get(..length).unwrap_or(""),
            class,
        }
    }

    /// The token that starts at `at` or after a few blanks there.
    pub(super) fn next(self, at: usize) -> Token<'t> {
        self.token(self.skip(at))
    }

    /// The token before `at` or before a few blanks there.
    pub(super) fn before(self, at: usize) -> Token<'t> {
        let mut end = at;
        for _ in 0..BLANKS {
            match self.char_before(end) {
                Some(c) if is_blank(c) => end -= c.len_utf8(),
                _ => break,
            }
        }
        let rest = self.text.get(..end).unwrap_or("");
        let (class, length) = match rest.chars().next_back() {
            None | Some('\n') => (Class::Nothing, 0),
            Some(c) if c.is_ascii_digit() => (
                Class::Number,
                run(rest.chars().rev(), |c| c.is_ascii_digit()),
            ),
            Some(c) if is_letter(c) => (Class::Word, run(rest.chars().rev(), is_letter)),
            Some(c) => (Class::Mark(c), c.len_utf8()),
        };
        let start = end - length;
        Token {
            start,
            end,
            text: rest.get(start..).unwrap_or(""),
            class,
        }
    }

    /// Past a few blanks, if any stand at `at`.
    pub(super) fn skip(self, at: usize) -> usize {
        let mut at = at;
        for _ in 0..BLANKS {
            match self.char_at(at) {
                Some(c) if is_blank(c) => at += c.len_utf8(),
                _ => break,
            }
        }
        at
    }

    /// Past the blanks at `at`, of which there must be one.
    pub(super) fn gap(self, at: usize) -> Option<usize> {
        let end = self.skip(at);
        (end > at).then_some(end)
    }

    /// Past the blanks, or the hyphen, at `at`.
    pub(super) fn joint(self, at: usize) -> Option<usize> {
        match self.char_at(at) {
            Some('-' | '\u{2010}' | '\u{2011}') => Some(self.token(at).end),
            _ => self.gap(at),
        }
    }

    /// Past `mark`, if it stands at `at`.
    pub(super) fn mark(self, at: usize, mark: char) -> Option<usize> {
        (self.char_at(at) == Some(mark)).then(|| at + mark.len_utf8())
    }

    /// Past the words, each after blanks, if they stand at `at`.
    pub(super) fn words(self, at: usize, words: &[&str]) -> Option<usize> {
        let mut at = at;
        for word in words {
            let token = self.next(at);
            if !token.is(word) {
                return None;
            }
            at = token.end;
        }
        Some(at)
    }

    /// Whether a sentence, or a block, starts at `at`, marks aside.
    pub(super) fn starts_sentence(self, at: usize) -> bool {
        let before = self.before(at);
        let opens = ['.', '!', '?', '"', '“', '‘', ':', ';', '('];
        if before.class == Class::Nothing || opens.iter().any(|mark| before.is_mark(*mark)) {
            return true;
        }
        let following = self
            .sentences
            .partition_point(|sentence| sentence.start < at);
        self.sentences
            .get(following)
            .is_some_and(|sentence| sentence.start == at)
    }

    /// Whether a word is part of a name: a capital that is not just that of a
    /// sentence's first word.
    pub(super) fn is_proper(self, token: Token) -> bool {
        const OPENING: &str = "the a and but or then now when yet still if once as meanwhile perhaps only even \
    that his her while so last next";
        token.is_capital() && !(token.within(OPENING) && self.starts_sentence(token.start))
    }

    /// Whether a letter or digit stands right after `at`.
    pub(super) fn glued(self, at: usize) -> bool {
        self.char_at(at)
            .is_some_and(|c| is_letter(c) || c.is_ascii_digit())
    }
}

/// The length in bytes of a run of characters, cut when it is overlong.
fn run(chars: impl Iterator<Item = char>, member: impl Fn(char) -> bool) -> usize {
    let mut length = 0;
    for c in chars {
        if length >= LONGEST || !member(c) {
            break;
        }
        length += c.len_utf8();
    }
    length
}

pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || (!c.is_ascii() && c.is_alphabetic())
}

pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Scan<'_> {
        Scan {
            text,
            sentences: &[],
        }
    }

    #[test]
    fn tokens_are_runs_of_one_class_read_either_way() {
        let scan = of("le 16th février–été");
        assert_eq!(scan.next(2).text, "16");
        assert_eq!(scan.token(5).text, "th");
        assert_eq!(scan.next(7).text, "février");
        assert_eq!(scan.before(scan.text.len()).text, "été");
        assert!(scan.before(scan.text.len() - "été".len()).is_mark('–'));
    }

    #[test]
    fn a_block_ends_the_look_in_both_directions() {
        let scan = of("in\n1938");
        assert_eq!(scan.before(3).class, Class::Nothing);
        assert_eq!(scan.next(2).class, Class::Nothing);
    }

    #[test]
    fn offsets_inside_a_character_read_nothing() {
        let scan = of("é");
        assert_eq!(scan.token(1).class, Class::Nothing);
        assert_eq!(scan.before(1).class, Class::Nothing);
    }
}
