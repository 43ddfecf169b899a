//! Words that begin with an apostrophe: `’tis`, `’ouse`, `the ’90s`, `rock ’n’ roll`.

use super::glyph::{Glyph, Kind, glyph};

/// Words that begin with an apostrophe, without it, lower case. Without it they are no words, or seldom
/// the first of a quotation.
const ELISIONS: [&str; 67] = [
    "alf",
    "appen",
    "ard",
    "ave",
    "bacca",
    "baccy",
    "bout",
    "cause",
    "cello",
    "cept",
    "cordin",
    "cos",
    "cuz",
    "e",
    "ead",
    "eard",
    "eart",
    "eaven",
    "em",
    "erself",
    "flu",
    "fore",
    "fraid",
    "gainst",
    "gator",
    "im",
    "imself",
    "lil",
    "ll",
    "n",
    "neath",
    "nother",
    "nuff",
    "ole",
    "oman",
    "ome",
    "orse",
    "ospital",
    "ouse",
    "phone",
    "pon",
    "possum",
    "prentice",
    "round",
    "scuse",
    "specially",
    "spect",
    "spose",
    "stead",
    "tain",
    "til",
    "tis",
    "tisn",
    "twas",
    "twasn",
    "tween",
    "twere",
    "twill",
    "twixt",
    "twon",
    "twould",
    "ud",
    "ullo",
    "un",
    "undred",
    "usband",
    "ve",
];

/// Words before `’n’`.
const JOINED: [&str; 12] = [
    "cash", "drum", "fish", "guns", "hook", "pick", "rock", "salt", "scratch", "shake", "show",
    "surf",
];

/// Words before `'a'`, which is all that is left of `have`.
const MODALS: [&str; 6] = ["could", "might", "must", "ought", "should", "would"];

/// Those of them that are words without their apostrophe too: `‘round numbers’`.
const WORDS: [&str; 9] = [
    "bout", "cause", "cello", "flu", "fore", "phone", "round", "stead", "til",
];

/// Whether a text begins with such a word.
pub(super) fn is_word(text: &str) -> bool {
    WORDS.binary_search(&first(text)).is_ok()
}

/// `'tis`, `'ouse`; not `'IM me'`, `‘e-mail’`.
pub(super) fn is_elision(after: &str) -> bool {
    let word = first(after);
    let shouted = word.len() > 1 && !word.contains(char::is_lowercase);
    let joined = after[word.len()..].starts_with(['-', '`', ']', '[', '_', '/']);
    let word = word.to_ascii_lowercase();
    !shouted && !joined && ELISIONS.binary_search(&word.as_str()).is_ok()
}

/// `‘90s`, `of ‘68`, `give ‘em`; but `‘68 of us left,’ said Ann` is a quotation.
pub(super) fn is_turned(before: &str, after: &str) -> bool {
    if first(after) == "em" && before.ends_with(' ') {
        return true;
    }
    let leads = ["the ", "The ", "of ", "in ", "In ", "since ", "Since "]
        .iter()
        .any(|word| before.ends_with(word));
    (leads || first(after).ends_with('s')) && is_decade(after)
}

/// `90s`, `68` behind a mark, and no mark behind.
pub(super) fn is_decade(after: &str) -> bool {
    let word = first(after);
    word.len() >= 2
        && word.as_bytes()[..2].iter().all(u8::is_ascii_digit)
        && matches!(word.get(2..), Some("" | "s"))
        && !after[word.len()..].starts_with(['\'', '’'])
        // `‘10-6 rule’`
        && !after[word.len()..]
            .strip_prefix('-')
            .is_some_and(|next| next.starts_with(char::is_alphanumeric))
}

/// How far the `n’` of `rock ’n’ roll`, and the `a'` of `might 'a' gone`, reach behind their first mark. The letter in
/// `‘n’` is quoted where no such word leads.
pub(super) fn is_letter(before: &str, after: &str, opening: Glyph) -> Option<usize> {
    let letter = after.strip_prefix(['n', 'N', 'a'])?;
    let and = !after.starts_with('a');
    let (kind, _, length) = glyph(letter.as_bytes())?;
    let lead = before.trim_end_matches([' ', '-']);
    let word = lead.rsplit(|c: char| !c.is_alphanumeric()).next();
    let words = if and { &JOINED[..] } else { &MODALS[..] };
    let joined = word.is_some_and(|word| words.contains(&word.to_lowercase().as_str()));
    let apart = lead.len() < before.len();
    let apostrophe = and && opening != Glyph::Opening || joined;
    (kind == Kind::Single && apart && apostrophe).then_some(1 + length)
}

fn first(after: &str) -> &str {
    after
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(ELISIONS.is_sorted());
        assert!(JOINED.is_sorted());
        assert!(MODALS.is_sorted());
        assert!(WORDS.is_sorted());
    }
}
