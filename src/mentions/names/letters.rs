//! Which three letters stand together in words and names that everybody knows: `jge` in none, so that `Lajgeland` is a
//! slip.

use std::ops::Range;
use std::sync::LazyLock;

use super::known_words::known;
use super::people::given_names;

/// `a` to `z`, and the edge of a word.
const LETTERS: usize = 27;

/// So many words must have them.
const SEVERAL: u8 = 3;

/// How many words have them, up to [`SEVERAL`].
static HEARD: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut heard = vec![0_u8; LETTERS * LETTERS * LETTERS];
    let words = known().chain(given_names());
    for word in words.filter(|word| word.is_ascii()) {
        for three in threes(word) {
            heard[three] = SEVERAL.min(heard[three] + 1);
        }
    }
    heard
});

/// Whether three letters at, before or behind some bytes of a word (small letters, no diacritics) stand together in
/// hardly a word or name that everybody knows. A word beyond ASCII is not judged.
pub fn is_unheard(word: &str, at: &Range<usize>) -> bool {
    // The three that begin one edge before the word begin before `at`.
    let mut threes = threes(word).enumerate();
    word.is_ascii()
        && threes.any(|(start, three)| {
            start + 2 >= at.start && start <= at.end + 1 && HEARD[three] < SEVERAL
        })
}

/// The numbers of all three letters in a row of a word, its edges among them.
fn threes(word: &str) -> impl Iterator<Item = usize> + '_ {
    let edge = || std::iter::once(0);
    let letters = word.bytes().map(|byte| match byte {
        b'a'..=b'z' => usize::from(byte - b'a') + 1,
        _ => 0,
    });
    let mut letters = edge().chain(letters).chain(edge());
    let first = [letters.next(), letters.next()].map(Option::unwrap_or_default);
    letters.scan(first, |[a, b], c| {
        let three = (*a * LETTERS + *b) * LETTERS + c;
        (*a, *b) = (*b, c);
        Some(three)
    })
}

#[cfg(test)]
mod tests {
    use super::is_unheard;

    #[test]
    fn letters_that_no_name_has_together_are_unheard() {
        for (word, at) in [("lajgeland", 2..3), ("sdney", 1..1), ("sussez", 5..6)] {
            assert!(is_unheard(word, &at), "{word}");
        }
        for word in ["langeland", "sydney", "sharon", "hamilton"] {
            assert!(!is_unheard(word, &(0..word.len())), "{word}");
        }
        assert!(!is_unheard("lajgeland", &(6..7)));
    }
}
