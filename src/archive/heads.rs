//! Running heads: the page numbers and titles that a printed page puts between the words of its text.

use std::ops::Range;

use super::held::Passage;
use crate::wording::Word;

/// A head has no more words than this.
const WORDS: usize = 12;

/// The words of a passage without those of its running heads; nothing where it has none.
pub(super) fn without(passage: &Passage, words: &[Word]) -> Option<Vec<Word>> {
    let heads = heads(&passage.words);
    let is_head = |word: &Word| {
        let at = word.range.start - passage.start;
        let behind = heads.partition_point(|head| head.start <= at);
        behind > 0 && heads[behind - 1].contains(&at)
    };
    let kept: Vec<Word> = words
        .iter()
        .filter(|word| !is_head(word))
        .cloned()
        .collect();
    (kept.len() < words.len()).then_some(kept)
}

/// The lines that are no part of the text. The first and the last may be cut, and are left alone.
fn heads(text: &str) -> Vec<Range<usize>> {
    let mut lines: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\u{C}']) {
        lines.push((at, line.trim()));
        at += line.len();
    }
    lines
        .windows(3)
        .filter(|near| {
            let apart = near[0].1.is_empty() || near[2].1.is_empty();
            is_head(near[1].1, apart)
        })
        .map(|near| near[1].0..near[2].0)
        .collect()
}

/// Whether a line is a page number, a title in capitals, or, where a blank line stands beside it, a title
/// with a page number.
fn is_head(line: &str, apart: bool) -> bool {
    let mut words = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let (Some(first), last) = (words.next(), words.next_back()) else {
        return false;
    };
    if words.count() + 2 > WORDS {
        return false;
    }
    let last = last.unwrap_or(first);
    let alone = std::ptr::eq(first, last);
    let number = |word: &str| word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    let roman = |word: &str| {
        word.bytes()
            .all(|b| b"ivxlc".contains(&b.to_ascii_lowercase()))
    };
    if alone {
        return number(first) || apart && roman(first);
    }
    let capitals =
        !line.contains(char::is_lowercase) && line.chars().filter(|c| c.is_uppercase()).count() > 2;
    capitals || apart && (number(first) || number(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::source_words;

    #[test]
    fn page_numbers_and_titles_between_lines_are_no_words_of_the_text() {
        for head in [
            "124",
            "- 124 -",
            "THE SCHOOLROOM HILL",
            "124 The Schoolroom Hill\n",
            "\nxii",
        ] {
            let text = format!("It was late,\nand the men\n{head}\nwent home in\nthe rain.");
            let passage = Passage::of(&text, 0..text.len());
            let kept = without(&passage, &source_words(&text, 0)).unwrap();
            let kept: Vec<&str> = kept.iter().map(|word| word.key.as_str()).collect();
            assert_eq!(
                kept.join(" "),
                "it was late and the men went home in the rain",
                "{head}"
            );
        }
        let text = "It was late,\nand 12 men\nof the 14\nwent home.";
        assert!(without(&Passage::of(text, 0..text.len()), &source_words(text, 0)).is_none());
    }
}
