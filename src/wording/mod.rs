//! Wording: two texts of the same words compared word by word, by the rules of quoting.
//!
//! Letter case, marks and blanks do not count, an ellipsis may stand for words left out, and square
//! brackets hold what the quoter put in (Chicago Manual of Style 13.7–13.8, 13.50–13.62).

mod words;

use std::ops::Range;

use similar::{DiffOp, capture_diff_slices};
use xxhash_rust::xxh3::xxh3_64;

pub use words::{Mark, PADDING, Word, fold, places, source_words, word_length, words};

/// A place where two wordings differ: the numbers of the words on either side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// In the first.
    pub old: Range<usize>,
    /// In the second.
    pub new: Range<usize>,
}

/// How far two wordings agree, and where they do not.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// Words that both have, ellipses and brackets not counted.
    pub common: usize,
    /// What differs between the first common word and the last: what stands before and behind is only cut off.
    pub changes: Vec<Change>,
    /// The words of the first, and of the second, from the first common one to the last.
    pub span: (Range<usize>, Range<usize>),
}

/// Compares two wordings.
pub fn compare(old: &[Word], new: &[Word]) -> Comparison {
    let ops = capture_diff_slices(similar::Algorithm::Myers, &keys(old), &keys(new));
    let equal = |op: &DiffOp| matches!(op, DiffOp::Equal { .. });
    let Some((first, last)) = ops.iter().position(equal).zip(ops.iter().rposition(equal)) else {
        return Comparison::default();
    };
    let between = &ops[first..=last];
    let changes = between
        .iter()
        .filter(|op| !equal(op))
        .map(|op| Change {
            old: op.old_range(),
            new: op.new_range(),
        })
        .filter(|change| !is_legal((old, &change.old), (new, &change.new)))
        .collect();
    let common = between.iter().filter(|op| equal(op));
    let said = |range: Range<usize>| old[range].iter().filter(|word| !word.is_open()).count();
    Comparison {
        common: common.map(|op| said(op.old_range())).sum(),
        changes,
        span: (
            ops[first].old_range().start..ops[last].old_range().end,
            ops[first].new_range().start..ops[last].new_range().end,
        ),
    }
}

/// Hashes of the words, which are compared again and again.
fn keys(words: &[Word]) -> Vec<u64> {
    let keys = words.iter().map(|word| xxh3_64(word.key.as_bytes()));
    keys.collect()
}

/// An ellipsis or a bracket on one side stands for whatever the other has; `. . .` beside nothing stands for
/// what the other has beside its own. Words left out may be shown one place on: `control[, or the attempt to control]`.
fn is_legal(old: (&[Word], &Range<usize>), new: (&[Word], &Range<usize>)) -> bool {
    let open = |(words, range): (&[Word], &Range<usize>), by: usize| {
        let range = range.start + by..range.end + by;
        let beside = range.start.saturating_sub(1)..(range.end + 1).min(words.len());
        let held = &words[range];
        if held.is_empty() {
            words[beside].iter().any(Word::is_open)
        } else {
            held.iter().all(Word::is_open)
        }
    };
    // How far the words of the side that has some begin with those behind them.
    let slides = match (old.1.is_empty(), new.1.is_empty()) {
        (false, true) => slides(old),
        (true, false) => slides(new),
        _ => 0,
    };
    let room = (old.0.len() - old.1.end).min(new.0.len() - new.1.end);
    (0..=slides.min(room)).any(|by| open(old, by) || open(new, by))
}

/// How many words a stretch begins with that stand behind it too.
fn slides((words, range): (&[Word], &Range<usize>)) -> usize {
    let behind = words[range.end..].iter();
    let same = |(first, next): &(&Word, &Word)| first.key == next.key;
    words[range.clone()]
        .iter()
        .zip(behind)
        .take_while(same)
        .count()
}

/// The changes as one line: `we shall [-never-] {+not+} accept`, with a few words around each.
/// Old and new words come with the texts they are places of.
pub fn inline(old: (&[Word], &str), new: (&[Word], &str), changes: &[Change]) -> String {
    const AROUND: usize = 3;
    let shown = |(words, text): (&[Word], &str), range: Range<usize>| {
        let places = &words[range];
        match (places.first(), places.last()) {
            (Some(first), Some(last)) => text[first.range.start..last.range.end].to_owned(),
            _ => String::new(),
        }
    };
    let each = changes.iter().map(|change| {
        let mut line = Vec::new();
        line.push(shown(
            old,
            change.old.start.saturating_sub(AROUND)..change.old.start,
        ));
        if !change.old.is_empty() {
            line.push(format!("[-{}-]", shown(old, change.old.clone())));
        }
        if !change.new.is_empty() {
            line.push(format!("{{+{}+}}", shown(new, change.new.clone())));
        }
        line.push(shown(
            old,
            change.old.end..old.0.len().min(change.old.end + AROUND),
        ));
        line.retain(|part| !part.is_empty());
        line.join(" ")
    });
    each.collect::<Vec<_>>().join(" … ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(old: &str, new: &str) -> String {
        let (before, after) = (words(old, 0), words(new, 0));
        let found = compare(&before, &after);
        inline((&before, old), (&after, new), &found.changes)
    }

    #[test]
    fn what_the_rules_of_quoting_allow_is_no_change() {
        for (old, new) in [
            (
                "We shall never accept such terms.",
                "we shall never accept such terms",
            ),
            (
                "We shall never, never accept such terms.",
                "We shall … accept such terms",
            ),
            (
                "He shall never accept such terms.",
                "[Stalin] shall never accept such terms",
            ),
            (
                "The terms were never accepted.",
                "[t]he terms were never accepted",
            ),
            (
                "The essence of rule is control, or the attempt to control. He",
                "the essence of rule is control. . . He",
            ),
            (
                "It is the people’s choice, now",
                "It is the people's choice",
            ),
        ] {
            assert_eq!(changed(old, new), "", "{old} / {new}");
        }
    }

    #[test]
    fn a_change_is_shown_among_its_neighbours() {
        assert_eq!(
            changed(
                "We shall never accept such terms.",
                "We shall not accept such terms."
            ),
            "We shall [-never-] {+not+} accept such terms"
        );
        assert_eq!(
            changed(
                "We shall never accept such terms.",
                "We shall accept such terms."
            ),
            "We shall [-never-] accept such terms"
        );
    }
}
