//! Changed lines: which diagnostics touch what somebody has just written. The articles are read whole all the
//! same, so that a new sentence is held against an old one.

mod diff;

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

pub use diff::DiffError;
use diff::Lines;

use crate::diagnostic::Diagnostic;
use crate::engine::FileReport;
use crate::source::SourceFile;

/// The changed lines of files.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    files: HashMap<PathBuf, Lines>,
}

impl Changes {
    /// The changes of a unified diff whose paths start from one of some folders.
    ///
    /// # Errors
    /// The bytes are no unified diff, or a damaged one.
    pub fn parse(diff: &[u8], folders: &[&Path]) -> Result<Self, DiffError> {
        let mut changes = Changes::default();
        for file in diff::parse(diff)? {
            for path in &file.paths {
                for folder in folders {
                    changes.add(&folder.join(path), file.lines.clone());
                }
            }
        }
        Ok(changes)
    }

    /// Counts every line of a file as changed.
    pub fn add_whole(&mut self, path: &Path) {
        self.add(path, Lines::All);
    }

    fn add(&mut self, path: &Path, lines: Lines) {
        match (
            self.files
                .entry(whereabouts(path))
                .or_insert(Lines::Only(Vec::new())),
            lines,
        ) {
            (Lines::Only(all), Lines::Only(more)) => all.extend(more),
            (all, lines) => *all = lines,
        }
    }

    /// Takes out of a report every diagnostic of which no label touches a changed line.
    pub fn retain(&self, report: &mut FileReport) {
        let source = report.source.clone();
        let mut touched = Touched {
            changes: self,
            files: HashMap::new(),
        };
        report
            .suppressed
            .retain(|quiet| touched.by(&source, &quiet.diagnostic));
        if let Ok(diagnostics) = &mut report.outcome {
            diagnostics.retain(|diagnostic| touched.by(&source, diagnostic));
        }
    }

    /// The changed stretches of a text, in order.
    fn stretches(&self, source: &SourceFile) -> Vec<Range<usize>> {
        let text = source.text();
        // Beyond the end, too: a label of nothing may stand there.
        let end = text.len() + 1;
        match self.files.get(&whereabouts(source.path())) {
            None => Vec::new(),
            Some(Lines::All) => std::iter::once(0..end).collect(),
            Some(Lines::Only(lines)) => {
                let mut starts = vec![0];
                starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
                let start = |line: usize| starts.get(line.saturating_sub(1)).copied();
                let stretches = lines.iter().filter_map(|lines| {
                    Some(start(*lines.start())?..start(lines.end() + 1).unwrap_or(end))
                });
                let mut stretches: Vec<_> = stretches.collect();
                stretches.sort_unstable_by_key(|stretch| stretch.start);
                stretches
            }
        }
    }
}

/// The changed stretches of the files that a report is about.
struct Touched<'c> {
    changes: &'c Changes,
    files: HashMap<PathBuf, Vec<Range<usize>>>,
}

impl Touched<'_> {
    fn by(&mut self, checked: &SourceFile, diagnostic: &Diagnostic) -> bool {
        let mut labels = std::iter::once(&diagnostic.primary).chain(&diagnostic.secondary);
        labels.any(|label| {
            let source = label.source(checked);
            let stretches = self
                .files
                .entry(source.path().to_path_buf())
                .or_insert_with(|| self.changes.stretches(source));
            let (start, end) = (label.span.start, label.span.end.max(label.span.start + 1));
            let next = stretches.partition_point(|stretch| stretch.end <= start);
            stretches
                .get(next)
                .is_some_and(|stretch| stretch.start < end)
        })
    }
}

/// One name for a file, however it was reached; for one that is not there, the path in full.
fn whereabouts(path: &Path) -> PathBuf {
    path.canonicalize()
        .or_else(|_| std::path::absolute(path))
        .unwrap_or_else(|_| path.to_path_buf())
}
