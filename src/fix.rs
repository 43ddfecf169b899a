//! Fixes: edits chosen, conflicts refused, made until nothing changes any more, shown as a difference.
//!
//! Prints and writes nothing: [`crate::source::replace`] puts the text into its file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

use similar::{ChangeTag, TextDiff};

use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix};
use crate::document::Format;
use crate::engine::{self, Checker, FileReport};
use crate::source::{SourceFile, Unreadable};

/// How often a text is fixed and checked again before its fixes count as endless.
const PASSES: usize = 16;

/// What fixing a file came to.
pub struct Fixed {
    /// The file as it is with its fixes, and what is found in it then.
    pub report: FileReport,
    /// The file as it was.
    pub before: Arc<SourceFile>,
    /// How many fixes were made.
    pub made: usize,
    /// Rules whose fixes were not made because they never come to an end.
    pub endless: BTreeSet<String>,
}

impl Fixed {
    /// Whether the text is another one now.
    pub fn is_changed(&self) -> bool {
        self.before.text() != self.report.source.text()
    }

    /// Writes the text into its file.
    ///
    /// # Errors
    /// The file is of a format that is only read, cannot be written, or was changed meanwhile.
    pub fn write(&self) -> Result<(), Unreadable> {
        let path = self.before.path();
        if !Format::of(path).is_writable() {
            return Err(Unreadable {
                path: path.to_path_buf(),
                reason: "files of this format are only read: make the fixes in the program that \
                         wrote it"
                    .into(),
            });
        }
        crate::source::replace(&self.before, self.report.source.text())
    }

    /// The unified difference between the text before and after, three lines around each change.
    pub fn diff(&self, color: bool) -> String {
        diff(&self.before, self.report.source.text(), color)
    }
}

/// Checks a file and makes its fixes: the safe ones, with `suggested` the others too. What the fixes
/// change is checked again, until there is nothing more to fix.
pub fn fix(checker: &Arc<Checker>, source: SourceFile, suggested: bool) -> Fixed {
    let path = source.path().to_path_buf();
    let first = engine::check(checker, source);
    let before = first.source.clone();
    let mut endless = BTreeSet::new();
    let mut start = Some(first);
    loop {
        let report = start.take().unwrap_or_else(|| {
            engine::check(checker, SourceFile::new(path.clone(), before.text()))
        });
        match settle(checker, report, suggested, &endless) {
            Ok((report, made)) => {
                return Fixed {
                    report,
                    before,
                    made,
                    endless,
                };
            }
            // Without these, from the beginning.
            Err(rules) => endless.extend(rules),
        }
    }
}

/// Fixes until nothing changes; else names the rules that would still go on.
fn settle(
    checker: &Arc<Checker>,
    mut report: FileReport,
    suggested: bool,
    endless: &BTreeSet<String>,
) -> Result<(FileReport, usize), Vec<String>> {
    let mut made = 0;
    for pass in 0.. {
        let wanted: Vec<&Diagnostic> = report
            .diagnostics()
            .iter()
            .filter(|found| is_wanted(found, suggested) && !endless.contains(&found.rule))
            .collect();
        let fixes = wanted.iter().filter_map(|found| found.fix.as_ref());
        let (text, chosen) = apply(report.source.text(), fixes);
        if text == report.source.text() {
            break;
        }
        if pass == PASSES {
            let rules = chosen.iter().map(|&number| wanted[number].rule.clone());
            return Err(rules.collect());
        }
        made += chosen.len();
        let source = SourceFile::new(report.source.path(), text);
        report = engine::check(checker, source);
    }
    Ok((report, made))
}

/// Whether a diagnostic has a fix that is to be made.
fn is_wanted(found: &Diagnostic, suggested: bool) -> bool {
    found
        .fix
        .as_ref()
        .is_some_and(|fix| suggested || fix.applicability == Applicability::Safe)
}

/// Makes fixes, each whole or not at all: one that meets an earlier one is left out. Returns the text, and
/// the numbers of the fixes that were made.
pub fn apply<'f>(text: &str, fixes: impl IntoIterator<Item = &'f Fix>) -> (String, Vec<usize>) {
    let (edits, made) = choose(text, fixes);
    let mut fixed = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        fixed.push_str(&text[at..edit.span.start]);
        fixed.push_str(&edit.content);
        at = edit.span.end;
    }
    fixed.push_str(&text[at..]);
    (fixed, made)
}

/// The edits of fixes that can be made together, in order, and the numbers of these fixes.
pub fn choose<'f>(
    text: &str,
    fixes: impl IntoIterator<Item = &'f Fix>,
) -> (Vec<&'f Edit>, Vec<usize>) {
    // By where they start.
    let mut edits: BTreeMap<usize, &Edit> = BTreeMap::new();
    let mut made = Vec::new();
    for (number, fix) in fixes.into_iter().enumerate() {
        let free = is_orderly(fix)
            && fix.edits.iter().all(|edit| {
                let (start, end) = (edit.span.start, edit.span.end);
                let before = edits.range(..start).next_back();
                text.get(start..end).is_some()
                    && before.is_none_or(|(_, before)| before.span.end <= start)
                    && edits.range(start..end.max(start + 1)).next().is_none()
            });
        if free {
            edits.extend(fix.edits.iter().map(|edit| (edit.span.start, edit)));
            made.push(number);
        }
    }
    (edits.into_values().collect(), made)
}

/// Whether the edits of a fix stand in order and apart.
fn is_orderly(fix: &Fix) -> bool {
    let mut pairs = fix.edits.windows(2);
    pairs.all(|pair| pair[0].span.end <= pair[1].span.start && pair[0].span < pair[1].span)
}

/// The unified difference between a file and a new text, as `patch` reads it; with colours, the words
/// that change stand out in their lines.
pub fn diff(source: &SourceFile, new: &str, color: bool) -> String {
    let name = source.name();
    let diff = TextDiff::from_lines(source.text(), new);
    let mut unified = diff.unified_diff();
    unified.header(&format!("a/{name}"), &format!("b/{name}"));
    if !color {
        return unified.to_string();
    }
    let mut words = format!("\x1b[1m--- a/{name}\n+++ b/{name}\x1b[0m\n");
    for hunk in unified.iter_hunks() {
        let _ = writeln!(words, "\x1b[36m{}\x1b[0m", hunk.header());
        for change in hunk
            .ops()
            .iter()
            .flat_map(|op| diff.iter_inline_changes(op))
        {
            let (sign, paint) = match change.tag() {
                ChangeTag::Delete => ('-', "\x1b[31m"),
                ChangeTag::Insert => ('+', "\x1b[32m"),
                ChangeTag::Equal => (' ', ""),
            };
            let _ = write!(words, "{paint}{sign}");
            for (stands_out, part) in change.iter_strings_lossy() {
                let part = part.trim_end_matches(['\r', '\n']);
                let _ = match stands_out {
                    true => write!(words, "\x1b[7m{part}\x1b[27m"),
                    false => write!(words, "{part}"),
                };
            }
            words.push_str(if paint.is_empty() { "\n" } else { "\x1b[0m\n" });
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn fix(edits: &[(usize, usize, &str)]) -> Fix {
        let edit = |&(start, end, content): &(usize, usize, &str)| Edit {
            span: Span::new(start, end),
            content: content.into(),
        };
        Fix {
            applicability: Applicability::Safe,
            edits: edits.iter().map(edit).collect(),
        }
    }

    #[test]
    fn a_fix_is_made_whole_or_not_at_all() {
        let fixes = [
            fix(&[(0, 3, "ONE")]),
            fix(&[(2, 5, "x"), (8, 13, "THREE")]),
            fix(&[(4, 7, "TWO")]),
        ];
        let (text, made) = apply("one two three", &fixes);
        assert_eq!((text.as_str(), &made[..]), ("ONE TWO three", &[0, 2][..]));
    }

    #[test]
    fn two_words_in_one_place_conflict_and_neighbours_do_not() {
        let fixes = [
            fix(&[(3, 3, "a")]),
            fix(&[(3, 3, "b")]),
            fix(&[(3, 4, "c")]),
            fix(&[(0, 3, "d")]),
            fix(&[(0, 99, "e")]),
        ];
        assert_eq!(apply("one two", &fixes), ("da two".into(), vec![0, 3]));
    }
}
