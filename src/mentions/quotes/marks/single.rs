//! Single marks that can be no apostrophe though nothing answers them.

use std::ops::Range;

use super::glyph::{Glyph, Kind};
use super::scan::Mark;
use crate::mentions::names::is_common_word;
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

/// Whether a mark that opens and is never closed can be no apostrophe, by what stands behind it. An elided word is
/// seldom one that is known without its apostrophe.
pub(super) fn may_open(behind: &str, glyph: Glyph) -> bool {
    let word = first_word(behind);
    let shape = match glyph {
        Glyph::Opening => behind.starts_with(|c: char| c.is_uppercase() || is_mark(c)),
        _ => behind.starts_with(is_mark),
    };
    shape || is_plain(word)
}

/// Whether a mark that closes what was never opened can be no apostrophe, by what stands around it: `was here’.`,
/// `was here.’`, not `the workers’ flag`, `goin’`.
pub(super) fn may_close(before: &str, behind: &str) -> bool {
    const TIES: [&str; 14] = [
        "are", "as", "at", "by", "for", "from", "in", "into", "is", "on", "to", "was", "were",
        "with",
    ];
    let ends = |c: char| c.is_whitespace() || is_mark(c) || ".,;:!?)]—–".contains(c);
    if !behind.chars().next().is_none_or(ends) {
        return false;
    }
    // `this industry”.’`
    let inner = before.strip_suffix(['.', ',']).unwrap_or(before);
    if inner.ends_with(is_mark) || before.ends_with([',', '!', '?']) || ends_words(before) {
        return true;
    }
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
    let word = word.unwrap_or_default();
    let next = first_word(behind.trim_start_matches(' '));
    let ended = behind.starts_with(['.', ',', ';', ':', '!', '?']) || TIES.contains(&next);
    word.starts_with(char::is_lowercase) && !is_clipped(word) && (ended || !word.ends_with('s'))
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’')
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic());
    &text[..end.unwrap_or(text.len())]
}

/// Whether a word is whole as it stands: `operations`, `the`; not `ospital`, `workin`.
fn is_plain(word: &str) -> bool {
    const SHORT: usize = 4;
    if word.len() < SHORT {
        is_opener(word) || is_pronoun(word) || is_determiner(word)
    } else {
        is_common_word(word)
    }
}

/// Whether a word may have lost its last letters: `workin`, `ol`, `agains`. Few that end in other letters have.
fn is_clipped(word: &str) -> bool {
    const LONG: usize = 5;
    let whole =
        word.len() >= LONG && word.ends_with(['d', 'e', 'g', 'h', 'k', 'm', 'r', 't', 'w', 'y']);
    !whole && !is_common_word(word)
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
