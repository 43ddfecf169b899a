//! Noise: letters that reading machines take for others.

/// What a reader takes for one shape: long s and f, `rn` and `m`, `l` and `1`.
const SHAPES: [(&str, &str); 9] = [
    ("ſ", "s"),
    ("f", "s"),
    ("1", "l"),
    ("i", "l"),
    ("0", "o"),
    ("5", "s"),
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
];

/// A file is noisy with this many words that no writer writes, for each thousand words.
const NOISY: usize = 2;

/// The word as a machine might have read it.
pub(super) fn shape(key: &str) -> String {
    let mut shape = key.to_owned();
    for (from, to) in SHAPES {
        if shape.contains(from) {
            shape = shape.replace(from, to);
        }
    }
    shape
}

/// Whether two words are one, or, where one may have been read by a machine, may be one.
pub(super) fn same(a: &str, b: &str, noisy: bool) -> bool {
    a == b || noisy && shape(a) == shape(b)
}

/// Whether a text was read by a machine: it has long s, or figures inside words.
pub(super) fn is_noisy(text: &str) -> bool {
    let (mut words, mut misread) = (0_usize, 0_usize);
    for word in text.split_whitespace() {
        words += 1;
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let figure = word.contains(|c: char| c.is_ascii_digit());
        let small = word.contains(|c: char| c.is_ascii_lowercase());
        let inside = figure && small && word.starts_with(char::is_alphabetic);
        misread += usize::from(word.contains('ſ') || inside);
    }
    misread > 2 && misread * 1000 > words * NOISY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misread_letters_are_one_shape_and_other_words_are_not() {
        for (a, b) in [
            ("ſmall", "small"),
            ("fmall", "small"),
            ("modem", "modern"),
            ("c1ock", "clock"),
        ] {
            assert!(same(a, b, true), "{a} {b}");
        }
        for (a, b) in [("not", "now"), ("three", "tree"), ("had", "has")] {
            assert!(!same(a, b, true), "{a} {b}");
        }
    }
}
