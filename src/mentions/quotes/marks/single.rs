//! Single marks that can be no apostrophe though nothing answers them.

use std::ops::Range;

use super::glyph::{Glyph, Kind};
use super::scan::Mark;
use crate::mentions::quotes::cues;
use crate::mentions::words::{is_determiner, is_opener, is_pronoun};

/// The one single mark of a paragraph, if it can be no apostrophe: `He said: ‘We shall go. Then he left.`,
/// `We shall go,’ he said.`
pub(super) fn sure(text: &str, block: &Range<usize>, marks: &[Mark]) -> Option<Range<usize>> {
    let mut single = marks.iter().filter(|mark| mark.kind == Kind::Single);
    let mark = single.next().filter(|_| single.next().is_none())?;
    let before = &text[block.start..mark.range.start];
    let behind = &text[mark.range.end..block.end];
    let sure = if mark.only_closes() {
        ends_words(before) && behind.chars().next().is_none_or(char::is_whitespace)
    } else {
        mark.opens && !mark.elides && begins_words(before, behind, mark.glyph)
    };
    sure.then(|| mark.range.clone())
}

/// Whether a stop ends words before a mark; `the U.S.’ first` has none.
fn ends_words(before: &str) -> bool {
    const WORD: usize = 3;
    let word = before.trim_end_matches(['.', ',', '!', '?']);
    let letters = word.chars().rev().take(WORD);
    word.len() < before.len()
        && letters.filter(|c| c.is_lowercase()).count() == WORD
        && before.len() - word.len() == 1
}

/// Whether a sentence or a clause begins behind a mark: with a word that begins no name, and where one may begin.
fn begins_words(before: &str, behind: &str, glyph: Glyph) -> bool {
    const WORDS: usize = 4;
    let mut words = cues::words(behind).map(|word| &behind[word]);
    let Some(first) = words.next() else {
        return false;
    };
    let common = is_opener(first) || is_pronoun(first) || is_determiner(first);
    let opens = before.trim_end();
    let begins = opens.is_empty() || opens.ends_with(['.', '!', '?', ':', ',']);
    let shape = match glyph {
        Glyph::Opening => true,
        Glyph::Straight => first.starts_with(char::is_uppercase),
        _ => false,
    };
    shape && begins && common && words.nth(WORDS - 2).is_some()
}
