//! Wording: two texts of the same words compared word by word, by the rules of quoting.
//!
//! Letter case, marks and blanks do not count, an ellipsis may stand for words left out, and square
//! brackets hold what the quoter put in (Chicago Manual of Style 13.7–13.8, 13.50–13.62).

use std::ops::Range;

use similar::{DiffOp, capture_diff_slices};

/// A word with its place.
#[derive(Clone, Debug)]
pub struct Word {
    /// In small letters, without marks; empty for an [`Word::is_open`] place.
    pub key: String,
    /// Bytes of the text it was read from.
    pub range: Range<usize>,
}

impl Word {
    /// Whether it is an ellipsis or an insertion in square brackets, where anything may have stood.
    pub fn is_open(&self) -> bool {
        self.key.is_empty()
    }
}

/// The words of a text in order, an ellipsis or a bracket as one open place. `base` is added to their places.
pub fn words(text: &str, base: usize) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut push = |key: String, range: Range<usize>| {
        words.push(Word {
            key,
            range: range.start + base..range.end + base,
        });
    };
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = if c == '[' {
            let length = rest.find(']').map_or(1, |close| close + 1);
            // `[T]he`: only the letter's case was changed.
            let letter = length == 3 && rest[length..].starts_with(char::is_alphabetic);
            if letter {
                let end = length + word_length(&rest[length..]);
                push(key(&rest[..end]), at..at + end);
                end
            } else {
                push(String::new(), at..at + length);
                length
            }
        } else if let Some(length) = ellipsis(rest) {
            push(String::new(), at..at + length);
            length
        } else if c.is_alphanumeric() {
            let length = word_length(rest);
            push(key(&rest[..length]), at..at + length);
            length
        } else {
            c.len_utf8()
        };
        at += length;
    }
    words
}

/// The length of `...`, `…`, `. . .` at the head of a text, in bytes.
fn ellipsis(text: &str) -> Option<usize> {
    if text.starts_with('…') {
        return Some('…'.len_utf8());
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
    let mut end = 0;
    let mut letters = text.char_indices();
    while let Some((at, c)) = letters.next() {
        if c.is_alphanumeric() {
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
        let skipped = behind.len() - joined(behind).len();
        if skipped > 0 {
            letters = text[at + c.len_utf8() + skipped..].char_indices();
            return at + c.len_utf8() + skipped + word_length(letters.as_str());
        }
    }
    end
}

/// Stands, in the text of a source, for bytes of markup inside a word.
pub const PADDING: char = '\0';

const SOFT_HYPHEN: char = '\u{AD}';

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
    letters(word).collect()
}

/// The letters of a word by which it is compared.
pub fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '\'' | '’'))
        .flat_map(char::to_lowercase)
        .map(|c| if c == '’' { '\'' } else { c })
}

/// A place where two wordings differ: the numbers of the words on either side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// In the first.
    pub old: Range<usize>,
    /// In the second.
    pub new: Range<usize>,
}

/// How far two wordings agree, and where they do not.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// Words that both have.
    pub common: usize,
    /// What differs between the first common word and the last: what stands before and behind is only cut off.
    pub changes: Vec<Change>,
    /// The words of the first, and of the second, from the first common one to the last.
    pub span: (Range<usize>, Range<usize>),
}

/// Compares two wordings.
pub fn compare(old: &[Word], new: &[Word]) -> Comparison {
    let keys = |words: &[Word]| {
        words
            .iter()
            .map(|word| word.key.clone())
            .collect::<Vec<_>>()
    };
    let ops = capture_diff_slices(similar::Algorithm::Myers, &keys(old), &keys(new));
    let equal = |op: &DiffOp| matches!(op, DiffOp::Equal { .. });
    let Some((first, last)) = ops.iter().position(equal).zip(ops.iter().rposition(equal)) else {
        return Comparison::default();
    };
    let between = &ops[first..=last];
    let changes = between
        .iter()
        .filter(|op| !equal(op))
        .map(|op| Change {
            old: op.old_range(),
            new: op.new_range(),
        })
        .filter(|change| !is_legal(&old[change.old.clone()], &new[change.new.clone()]))
        .collect();
    Comparison {
        common: between
            .iter()
            .filter(|op| equal(op))
            .map(|op| op.old_range().len())
            .sum(),
        changes,
        span: (
            ops[first].old_range().start..ops[last].old_range().end,
            ops[first].new_range().start..ops[last].new_range().end,
        ),
    }
}

/// An ellipsis or a bracket on one side stands for whatever the other has.
fn is_legal(old: &[Word], new: &[Word]) -> bool {
    let open = |words: &[Word]| !words.is_empty() && words.iter().all(Word::is_open);
    open(old) || open(new)
}

/// The changes as one line: `we shall [-never-] {+not+} accept`, with a few words around each.
/// Old and new words come with the texts they are places of.
pub fn inline(old: (&[Word], &str), new: (&[Word], &str), changes: &[Change]) -> String {
    const AROUND: usize = 3;
    let shown = |(words, text): (&[Word], &str), range: Range<usize>| {
        let places = &words[range];
        match (places.first(), places.last()) {
            (Some(first), Some(last)) => text[first.range.start..last.range.end].to_owned(),
            _ => String::new(),
        }
    };
    let each = changes.iter().map(|change| {
        let mut line = Vec::new();
        line.push(shown(
            old,
            change.old.start.saturating_sub(AROUND)..change.old.start,
        ));
        if !change.old.is_empty() {
            line.push(format!("[-{}-]", shown(old, change.old.clone())));
        }
        if !change.new.is_empty() {
            line.push(format!("{{+{}+}}", shown(new, change.new.clone())));
        }
        line.push(shown(
            old,
            change.old.end..old.0.len().min(change.old.end + AROUND),
        ));
        line.retain(|part| !part.is_empty());
        line.join(" ")
    });
    each.collect::<Vec<_>>().join(" … ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(old: &str, new: &str) -> String {
        let (before, after) = (words(old, 0), words(new, 0));
        let found = compare(&before, &after);
        inline((&before, old), (&after, new), &found.changes)
    }

    #[test]
    fn what_the_rules_of_quoting_allow_is_no_change() {
        for (old, new) in [
            (
                "We shall never accept such terms.",
                "we shall never accept such terms",
            ),
            (
                "We shall never, never accept such terms.",
                "We shall … accept such terms",
            ),
            (
                "He shall never accept such terms.",
                "[Stalin] shall never accept such terms",
            ),
            (
                "The terms were never accepted.",
                "[t]he terms were never accepted",
            ),
            (
                "It is the people’s choice, now",
                "It is the people's choice",
            ),
        ] {
            assert_eq!(changed(old, new), "", "{old} / {new}");
        }
    }

    #[test]
    fn a_change_is_shown_among_its_neighbours() {
        assert_eq!(
            changed(
                "We shall never accept such terms.",
                "We shall not accept such terms."
            ),
            "We shall [-never-] {+not+} accept such terms"
        );
        assert_eq!(
            changed(
                "We shall never accept such terms.",
                "We shall accept such terms."
            ),
            "We shall [-never-] accept such terms"
        );
    }
}
