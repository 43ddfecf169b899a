//! The speaker in a stretch of narration: a name, a pronoun or a description beside a cue.

use std::ops::Range;

use super::attribution::Grade;
use super::cues;
use crate::mentions::words::{is_determiner, is_opener, is_pronoun};

/// The speaker beside a cue: behind it (`says Trotsky`, `according to Reiss`), else before it (`as Trotsky admits`).
pub(super) fn speaker(words: &str, cue: &Range<usize>) -> Option<(Range<usize>, Grade)> {
    let behind = cues::words(&words[cue.end..])
        .take(4)
        .map(|word| shift(word, cue.end))
        .find_map(|word| named(words, &word));
    let before = cues::words(&words[..cue.start]).rev().take(24);
    let mut described = None;
    for word in before {
        if let Some(found) = named(words, &word) {
            return Some(match behind {
                Some(behind) if found.1 != Grade::Named && behind.1 == Grade::Named => behind,
                _ => found,
            });
        }
        if described.is_none() && is_determiner(&words[word.clone()]) {
            described = Some((word.start..cue.start, Grade::Described));
        }
    }
    let described_behind = || {
        let mut after = cues::words(&words[cue.end..]).map(|word| shift(word, cue.end));
        let first = after.next()?;
        is_determiner(&words[first.clone()]).then(|| {
            (
                first.start..after.next().map_or(first.end, |next| next.end),
                Grade::Described,
            )
        })
    };
    behind
        .or(described)
        .or_else(described_behind)
        .map(|(range, grade)| (range.start..trimmed_end(words, &range), grade))
}

/// A name or a pronoun.
pub(super) fn named(words: &str, word: &Range<usize>) -> Option<(Range<usize>, Grade)> {
    let spelt = &words[word.clone()];
    if is_pronoun(spelt) {
        return Some((word.clone(), Grade::Pronoun));
    }
    if !spelt.starts_with(char::is_uppercase) || is_opener(spelt) {
        return None;
    }
    if is_determiner(spelt) {
        return None;
    }
    Some((whole_name(words, word), Grade::Named))
}

/// The neighbouring capitalised words too: `Natalya Sedov`.
fn whole_name(words: &str, word: &Range<usize>) -> Range<usize> {
    let mut range = word.clone();
    let capital = |range: &Range<usize>| {
        words[range.clone()].starts_with(char::is_uppercase) && !is_opener(&words[range.clone()])
    };
    for before in cues::words(&words[..word.start]).rev() {
        if !capital(&before)
            || words[before.end..range.start].trim() != ""
            || before.end == range.start
        {
            break;
        }
        range.start = before.start;
    }
    for after in cues::words(&words[word.end..]).map(|after| shift(after, word.end)) {
        if !capital(&after) || words[range.end..after.start].trim() != "" {
            break;
        }
        range.end = after.end;
    }
    range
}

fn trimmed_end(words: &str, range: &Range<usize>) -> usize {
    range.start + words[range.clone()].trim_end().len()
}

pub(super) fn shift(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}
