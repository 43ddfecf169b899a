//! What can be a subject: a name with its article and without the word that opens its sentence, an account; no clause.

use std::ops::Range;

use super::super::cues::words;
use super::{TIES, holds};
use crate::mentions::names::{is_common_word, is_established_name};

/// `al-Barwani` of `Barwani`: an article that is tied to a name is its own.
pub(super) fn with_article(text: &str, name: Range<usize>) -> Range<usize> {
    let before = &text[..name.start];
    let Some(tied) = before.strip_suffix(['-', '\'', '’']) else {
        return name;
    };
    let small = tied.trim_end_matches(char::is_lowercase);
    let letters = tied.len() - small.len();
    if (1..=3).contains(&letters) && !small.ends_with(char::is_alphanumeric) {
        small.len()..name.end
    } else {
        name
    }
}

/// `Joyce` of `Compare Joyce, who opens with`, `Trevelyan` of `Already Trevelyan had`; nothing of `Having`, `Sleepily`.
pub(super) fn behind_opening(text: &str, name: Range<usize>) -> Option<Range<usize>> {
    const OPENINGS: [&str; 11] = [
        "Already", "Clad", "Compare", "Consider", "More", "See", "Take", "Watch", "WATCH",
        "Whenever", "Wherever",
    ];
    let first = text[name.clone()].split(' ').next().unwrap_or_default();
    let before = text[..name.start].trim_end();
    let opens =
        before.is_empty() || before.ends_with(['.', '!', '?', '…', '"', '”', '’', ':', ';']);
    // `Having`, `Sleepily`; not `Browning`, nor `Reading` inside a sentence.
    let borne = || is_established_name(&first.to_lowercase());
    let participle =
        (first.ends_with("ing") || first.ends_with("ly")) && is_common_word(first) && !borne();
    if !(opens && (OPENINGS.contains(&first) || participle)) {
        return Some(name);
    }
    let rest = name.start + first.len() + 1;
    (rest < name.end).then_some(rest..name.end)
}

/// `elmo666`: the name of an account.
pub(super) fn is_account(word: &str) -> bool {
    word.starts_with(char::is_alphabetic)
        && word.contains(|c: char| c.is_ascii_digit())
        && word.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && word.chars().all(char::is_alphanumeric)
}

/// Whether a description is a clause or the half of one, which nobody is: `An approach that`, `a number of times`,
/// `The accused did not`, `with the words`.
pub(super) fn is_clause(described: &str) -> bool {
    const FINITE: &str = " could did had has have must should was were will would ";
    const TAILS: &str = " much more most not saying somewhat than that very whether ";
    let all: Vec<_> = words(described).map(|word| &described[word]).collect();
    let relative = |word: &&str| matches!(*word, "who" | "that" | "which" | "whom" | "whose");
    let own = all.iter().position(relative).unwrap_or(all.len());
    let (Some(first), Some(last)) = (all.first(), all.last()) else {
        return true;
    };
    holds(TAILS, last)
        || holds(TIES, last)
        || matches!(*first, "with" | "from" | "in" | "at" | "of")
        || all[..own].iter().skip(2).any(|word| holds(FINITE, word))
}
