//! Noise: letters that reading machines take for others, and texts that one has read.
//!
//! Letters that are taken for each other have one shape. Two words of one shape are one word misread, unless
//! both are words (`rules/misreadings.yaml`): those pass only where the rest of the text is misread too.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::wording::{fold, places};
use crate::yaml;

const SOURCE: &str = include_str!("../../rules/misreadings.yaml");

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Misreadings {
    words: String,
    frequent: String,
}

/// Words that share their shape with another word, frequent words, and the shapes of those.
struct Lists {
    words: HashSet<String>,
    frequent: HashSet<String>,
    shapes: HashSet<String>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let lists: Misreadings = yaml::parse(SOURCE)
        .and_then(|node| node.read())
        .unwrap_or_default();
    let set = |words: &str| words.split_whitespace().map(str::to_owned).collect();
    let frequent: HashSet<String> = set(&lists.frequent);
    Lists {
        words: set(&lists.words),
        shapes: frequent.iter().map(|word| shape_of(word)).collect(),
        frequent,
    }
});

/// A text is noisy with more words misread than this in ten thousand, and more than [`FEW`].
const NOISY: usize = 8;
const FEW: usize = 2;

/// Bytes of a text of which every word is looked at.
const SAMPLE: usize = 60_000;

/// Appends the shape of a word: what is left of its key when letters that are taken for each other are one.
pub(super) fn shape(key: &str, shape: &mut String) {
    let start = shape.len();
    for c in key.chars() {
        shape.push(match c {
            'f' | '5' => 's',
            '1' | 'i' => 'l',
            '0' => 'o',
            'e' => 'c',
            'h' | '8' | '6' => 'b',
            'u' => 'n',
            '9' => 'g',
            '\'' => continue,
            c => c,
        });
        while let Some(one) = shape.get(start..).and_then(two_for_one) {
            shape.truncate(shape.len() - 2);
            shape.push(one);
        }
    }
}

/// What two strokes at the end of a shape look like.
fn two_for_one(shape: &str) -> Option<char> {
    match shape.as_bytes() {
        [.., b'r', b'n'] => Some('m'),
        [.., b'v', b'v'] => Some('w'),
        [.., b'c', b'l'] => Some('d'),
        [.., b'l', b'l'] => Some('b'),
        _ => None,
    }
}

/// The shape of a word by itself.
pub(super) fn shape_of(key: &str) -> String {
    let mut of = String::with_capacity(key.len());
    shape(key, &mut of);
    of
}

/// Whether a source's word and a quoted one, of one shape, are one word: the source's may be misread, in a
/// text that is `noisy` also where it reads like another word.
pub(super) fn is_misread(source: &str, quoted: &str, noisy: bool) -> bool {
    if source == quoted {
        return true;
    }
    let figures = |word: &str| word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    match (figures(source), figures(quoted)) {
        // `1863` and `1868` say different things; `1` may be an `I`.
        (true, true) | (false, true) if !has_figure(source) => return false,
        (true, true) => return false,
        (true, false) if source.len() > 1 => return false,
        _ => {}
    }
    let is_word = |word: &str| LISTS.words.contains(word) || LISTS.frequent.contains(word);
    if !is_word(source) || !is_word(quoted) {
        return true;
    }
    // A long s is read as an f, and never an f as an s.
    let count = |word: &str| word.bytes().filter(|&b| b == b'f').count();
    noisy && count(quoted) <= count(source)
}

/// Whether a word is so frequent that it tells nothing.
pub(super) fn is_frequent(key: &str) -> bool {
    key.len() < 3 || LISTS.frequent.contains(key)
}

fn has_figure(word: &str) -> bool {
    word.bytes().any(|b| b.is_ascii_digit())
}

/// Whether a text was read by a machine: it has words that nobody writes, such as `thc`, `ſhall`, `c1ock`.
pub(super) fn is_noisy(text: &str) -> bool {
    let (mut words, mut misread) = (0_usize, 0_usize);
    let (mut key, mut of) = (String::new(), String::new());
    // Of a long text every second word, every third and so on.
    for place in places(text).step_by(1 + text.len() / SAMPLE) {
        words += 1;
        let word = &text[place];
        key.clear();
        fold(word, &mut key);
        misread += usize::from(word.contains('ſ') || nobody_writes(&key, &mut of));
    }
    misread > FEW && misread * 10_000 > words * NOISY
}

fn nobody_writes(key: &str, of: &mut String) -> bool {
    if key.len() < 3 {
        return false;
    }
    if has_figure(key) {
        // `b1ue`, `l8ter`; but neither `3rd` nor `A4` nor `4to`.
        let letters = key.bytes().filter(u8::is_ascii_alphabetic).count();
        let misread = key.bytes().any(|b| matches!(b, b'1' | b'0' | b'5'));
        return misread
            && letters * 2 > key.len()
            && key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key.ends_with(|c: char| c.is_ascii_alphabetic());
    }
    if LISTS.frequent.contains(key) || LISTS.words.contains(key) || key.contains('\'') {
        return false;
    }
    of.clear();
    shape(key, of);
    LISTS.shapes.contains(of.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misread_letters_are_one_shape_and_other_words_are_not() {
        for (source, quoted) in [
            ("fmall", "small"),
            ("farrner", "farmer"),
            ("c1ock", "clock"),
            ("govcrnment", "government"),
            ("tlie", "the"),
            ("l860", "1860"),
        ] {
            assert_eq!(shape_of(source), shape_of(quoted), "{source} {quoted}");
            assert!(is_misread(source, quoted, false), "{source} {quoted}");
        }
        for (source, quoted) in [
            ("not", "now"),
            ("three", "tree"),
            ("had", "has"),
            ("1863", "1868"),
        ] {
            assert!(
                shape_of(source) != shape_of(quoted) || !is_misread(source, quoted, true),
                "{source} {quoted}"
            );
        }
    }

    #[test]
    fn two_words_of_one_shape_are_one_only_where_the_rest_is_misread_too() {
        assert!(!is_misread("sold", "fold", true), "an s is no f");
        assert!(is_misread("fold", "sold", true));
        assert!(!is_misread("fold", "sold", false));
        assert!(!is_misread("modern", "modem", false));
    }

    #[test]
    fn a_text_is_noisy_by_words_that_nobody_writes() {
        assert!(is_noisy(
            &"We saw thc b1ue house and tbe man with hirn. ".repeat(3)
        ));
        assert!(!is_noisy(
            &"On 3rd May 1938 we saw the A4 sheet, the man and the ship. ".repeat(30)
        ));
    }
}
