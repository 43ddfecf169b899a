//! Slips of the keyboard: two letters exchanged, one doubled, dropped, added or struck beside its key.

/// What a hand did to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    /// `Pankhurst`, `Pankhrust`.
    Exchanged,
    /// `Macdonnell`, `Macdonell`.
    Doubled,
    /// `Liebknecht`, `Liebnecht`.
    Dropped,
    /// `Chatham`, `Chatnam`: keys side by side.
    Beside,
    /// `Frankfurt`, `Frankfort`.
    Replaced,
}

impl Slip {
    /// Letters that the shorter word has at least: the likelier the slip, the fewer.
    /// Writers slip sooner in a name from abroad.
    fn letters(self, foreign: bool) -> usize {
        match self {
            Slip::Doubled => 6,
            Slip::Replaced if !foreign => 8,
            _ => 7,
        }
    }
}

/// Words with fewer letters are not looked at.
pub(super) const SHORTEST: usize = 6;

/// A slip stands behind this many letters that agree: people look at how a word begins.
const PREFIX: usize = 2;

/// Whether one word is a slip for the other (small letters, no diacritics);
/// `foreign` says whether they are names from abroad.
pub(super) fn is_slip(a: &str, b: &str, foreign: impl Fn() -> bool) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let shorter = a.len().min(b.len());
    slip(&a, &b).is_some_and(|(slip, at)| {
        at >= PREFIX
            && !is_ending(&a, &b, at)
            && (shorter >= slip.letters(false) || (shorter >= slip.letters(true) && foreign()))
    })
}

/// The one slip that makes `b` of `a`, with the place where they part.
fn slip(a: &[char], b: &[char]) -> Option<(Slip, usize)> {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let at = long.iter().zip(short).take_while(|(x, y)| x == y).count();
    match long.len() - short.len() {
        0 if at == long.len() => None,
        0 if at + 1 < long.len()
            && long[at] == short[at + 1]
            && long[at + 1] == short[at]
            && long[at + 2..] == short[at + 2..] =>
        {
            Some((Slip::Exchanged, at))
        }
        0 if long[at + 1..] == short[at + 1..] => Some(if are_beside(long[at], short[at]) {
            (Slip::Beside, at)
        } else {
            (Slip::Replaced, at)
        }),
        1 if long[at + 1..] == short[at..] => {
            let doubled = at > 0 && long[at - 1] == long[at];
            Some((
                if doubled {
                    Slip::Doubled
                } else {
                    Slip::Dropped
                },
                at,
            ))
        }
        _ => None,
    }
}

/// Whether the difference lies where grammar and kinship put it: in the last letter, or in the vowel
/// before it (`Andersen`, `Anderson`; `Francis`, `Frances`). There two names differ more often than one.
fn is_ending(a: &[char], b: &[char], at: usize) -> bool {
    let longer = a.len().max(b.len());
    let exchanged = a.len() == b.len();
    let vowels = exchanged && is_vowel(a[at]) && is_vowel(b[at]);
    at + 1 >= longer || (at + 2 >= longer && (vowels || !exchanged))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether two keys touch on the common keyboard.
fn are_beside(a: char, b: char) -> bool {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    // Each row stands half a key further to the right than the one above it.
    let place = |letter| {
        ROWS.iter()
            .enumerate()
            .find_map(|(row, keys)| keys.find(letter).map(|at| (row, 2 * at + row)))
    };
    match (place(a), place(b)) {
        (Some((row, x)), Some((other, y))) => row.abs_diff(other) <= 1 && x.abs_diff(y) <= 2,
        _ => false,
    }
}

/// A word with each letter in turn left out.
pub(super) fn shortened(word: &str) -> impl Iterator<Item = String> + '_ {
    word.char_indices().map(|(at, letter)| {
        let mut shorter = String::with_capacity(word.len());
        shorter.push_str(&word[..at]);
        shorter.push_str(&word[at + letter.len_utf8()..]);
        shorter
    })
}
