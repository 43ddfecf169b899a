//! Notes and references beside a quotation, as far as they tell that its source is named.

use crate::document::NOTE_MARK;
use crate::mentions::dates::is_month;

/// A reference in brackets is at most this many bytes long.
const LONGEST: usize = 120;

/// And one in round brackets without author or page this many words.
const WORDS: usize = 5;

/// One in square brackets, which nothing else stands in behind a quotation, this many.
const SQUARE: usize = 400;

/// Whether a note mark or a reference opens what stands behind a quotation.
pub(super) fn opens(behind: &str) -> bool {
    let behind = behind.trim_start_matches(['.', ',', ';', ' ', ')']);
    behind.starts_with(is_mark) || is_bracketed(behind) || is_chapter(behind)
}

/// Whether a place in scripture follows: `Matthew 6: 14-15`, `1 Cor. 13:4`; not `Friday 6:30`.
fn is_chapter(behind: &str) -> bool {
    const LONGEST: usize = 30;
    const PARTS: usize = 4;
    let near = &behind[..behind.floor_char_boundary(LONGEST)];
    let Some((place, verse)) = near.split_once(':') else {
        return false;
    };
    let parts: Vec<_> = place.split(' ').collect();
    let [.., book, chapter] = parts.as_slice() else {
        return false;
    };
    let figures = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let named = book.starts_with(char::is_uppercase)
        && !book.ends_with("day")
        && !is_month(book.trim_end_matches('.'));
    named
        && parts.len() < PARTS
        && figures(chapter)
        && verse.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a note mark or a reference closes a block quotation: `… is lost.¹`, `… is lost (Orlik 1963, 12).`
pub(super) fn closes(words: &str) -> bool {
    let words = words.trim_end_matches(['.', ',', ';', ' ', '\n', '”', '’', '"', '\'']);
    let bracket = words.rfind(['(', '[']);
    words.ends_with(is_mark)
        || bracket.is_some_and(|at| {
            words[at..].find([')', ']']) == Some(words.len() - at - 1) && is_bracketed(&words[at..])
        })
}

fn is_mark(c: char) -> bool {
    c == NOTE_MARK || matches!(c, '¹' | '²' | '³' | '⁴'..='⁹')
}

/// Whether a note mark or a reference stands in a stretch: `Hartwell (2009, p. 41) concludes that`.
pub(super) fn stands_in(words: &str) -> bool {
    words.contains([NOTE_MARK, '¹', '²', '³'])
        || words
            .match_indices(['(', '['])
            .any(|(at, _)| is_bracketed(&words[at..]))
}

/// Whether a note mark or a reference with its page or year follows: `… [12]`, `… (Deutscher 1963, p. 3)`; not `(aged 34)`.
pub(super) fn follows(words: &str) -> bool {
    words.contains(is_mark)
        || words.match_indices(['(', '[']).any(|(at, _)| {
            let rest = &words[at..];
            is_bracketed(rest) && (rest.starts_with('[') || is_dated(rest))
        })
}

/// Whether a page, or a year behind a name or comma, stands in brackets.
fn is_dated(bracket: &str) -> bool {
    let inside = bracket.split(')').next().unwrap_or_default();
    let paged = ["p. ", "pp. ", "vol. ", "op. cit"]
        .iter()
        .any(|word| inside.to_lowercase().contains(word));
    let words: Vec<_> = inside[1..]
        .split([' ', ',', ';'])
        .filter(|word| !word.is_empty())
        .collect();
    let is_year =
        |word: &str| word.len() >= 4 && word.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    // `(Deutscher 1963)`, not `(June 1963)`
    let named = words.windows(2).any(|pair| {
        let month = pair[0] == "In" || is_month(pair[0].trim_end_matches('.'));
        pair[0].starts_with(char::is_uppercase) && !month && is_year(pair[1])
    });
    paged || named && words.len() <= 8
}

/// `[12]`, `(Deutscher 1963)`, `(p. 12)`.
fn is_bracketed(words: &str) -> bool {
    let closing = match words.as_bytes().first() {
        Some(b'[') => ']',
        Some(b'(') => ')',
        _ => return false,
    };
    let longest = if closing == ']' { SQUARE } else { LONGEST };
    words[..words.floor_char_boundary(longest)]
        .split_once(closing)
        .is_some_and(|(inside, _)| {
            let figures = inside.contains(|c: char| c.is_ascii_digit()) && !is_insertion(inside);
            // Not `(See the ten largest spills since 1970)`.
            let short = closing == ']' || inside.split_whitespace().count() <= WORDS;
            figures && (short || is_dated(inside)) || closing == ']' && is_work(inside[1..].trim())
        })
}

/// `[in the last 25 metres]`: words that an editor has put into a quotation.
fn is_insertion(bracket: &str) -> bool {
    let words = &bracket[1..];
    bracket.starts_with('[')
        && words.starts_with(char::is_lowercase)
        && words
            .split(' ')
            .filter(|word| word.chars().all(char::is_lowercase))
            .count()
            > 2
}

/// `[Ibid.]`, `[The Harbour Almanac]`; not `[sic]`, `[Applause]`.
fn is_work(inside: &str) -> bool {
    let abbreviated = ["Ibid", "Op. Cit", "Loc. Cit", "Idem"];
    abbreviated.iter().any(|word| inside.starts_with(word))
        || inside.starts_with(char::is_uppercase)
            && inside
                .split(' ')
                .filter(|word| word.starts_with(char::is_uppercase))
                .count()
                > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_is_no_month() {
        assert!(follows(" (Marx 1867)") && follows(" (Mayer 1936)"));
        assert!(!follows(" (March 1867)") && !follows(" (Sept. 1936)"));
    }

    #[test]
    fn what_an_editor_puts_in_is_no_reference() {
        assert!(follows(" [p. 12]") && follows(" [see 12]") && follows(" [footnote 3]"));
        assert!(!follows("close my eyes [in the last 25 metres] and go"));
    }
}
