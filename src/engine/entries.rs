//! Entries: what the `suppress:` of a configuration keeps quiet, and which of them are needless.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Checker;
use super::run::FileReport;
use super::suppress::By;
use crate::config::Suppress;
use crate::diagnostic::Diagnostic;
use crate::rules::UNUSED_SUPPRESSION;
use crate::source::{SourceFile, Span};

/// An entry under `suppress:` with its words as they are compared.
pub(super) struct Entry {
    pub(super) suppress: Arc<Suppress>,
    words: String,
}

impl Entry {
    pub(super) fn new(suppress: &Suppress) -> Self {
        Entry {
            words: fold(&suppress.text).trim().to_owned(),
            suppress: Arc::new(suppress.clone()),
        }
    }

    /// Whether one of the labels holds the entry's words, or stands among them.
    pub(super) fn silences(&self, source: &SourceFile, diagnostic: &Diagnostic) -> bool {
        let labels = std::iter::once(&diagnostic.primary).chain(&diagnostic.secondary);
        crate::rules::names(&self.suppress.rule, &diagnostic.rule)
            && labels
                .into_iter()
                .any(|label| stands_in(label.source(source).text(), label.span, &self.words))
    }
}

/// Whether an entry with these words would silence a diagnostic.
pub fn would_silence(rule: &str, text: &str, source: &SourceFile, found: &Diagnostic) -> bool {
    let entry = Suppress {
        rule: rule.to_owned(),
        text: text.to_owned(),
        reason: None,
        place: None,
    };
    Entry::new(&entry).silences(source, found)
}

/// Whether the words at a span hold some words, or are held by them; both folded.
fn stands_in(text: &str, span: Span, words: &str) -> bool {
    if words.is_empty() {
        return false;
    }
    // Marks and blanks may take more bytes than they are folded to.
    let reach = 3 * words.len();
    let from = text.floor_char_boundary(span.start.saturating_sub(reach));
    let to = text.ceil_char_boundary((span.end + reach).min(text.len()));
    let start = fold(&text[from..span.start]).len();
    let end = fold(&text[from..span.end]).trim_end().len();
    let around = fold(&text[from..to]);
    let label = around.get(start.min(end)..end).unwrap_or_default().trim();
    label.contains(words)
        || around.match_indices(words).any(|(at, _)| {
            let first = end - label.len();
            at <= first && first < end && end <= at + words.len()
        })
}

/// A text with its blanks and quotation marks written in one way.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            _ if c.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            '“' | '”' | '„' | '‟' | '«' | '»' => folded.push('"'),
            '‘' | '’' | '‚' | '‛' | '‹' | '›' => folded.push('\''),
            _ => folded.push(c),
        }
    }
    folded
}

/// Which entries under `suppress:` were used in a run, to tell the others at its end.
#[derive(Default)]
pub struct Entries {
    used: HashSet<(PathBuf, Span)>,
}

impl Entries {
    /// Takes note of what a report says was used.
    pub fn add(&mut self, report: &FileReport) {
        for suppressed in &report.suppressed {
            if let By::Entry(entry) = &suppressed.by
                && let Some((file, span)) = &entry.place
            {
                self.used.insert((file.path().to_path_buf(), *span));
            }
        }
    }

    /// The entries of some checkers that were not used, in reports on their configurations: those that
    /// `judged` says were wholly checked, and whose rules ran.
    pub fn unused<'c>(
        mut self,
        checkers: impl IntoIterator<Item = &'c Checker>,
        judged: impl Fn(&Path) -> bool,
    ) -> Vec<FileReport> {
        let mut reports: Vec<(Arc<SourceFile>, Vec<Diagnostic>)> = Vec::new();
        for checker in checkers {
            let Some(severity) = checker.unused else {
                continue;
            };
            for entry in &checker.entries {
                let Some((file, span)) = &entry.suppress.place else {
                    continue;
                };
                if !judged(file.path())
                    || !checker.could_use(&entry.suppress.rule)
                    || !self.used.insert((file.path().to_path_buf(), *span))
                {
                    continue;
                }
                let message = format!(
                    "this entry silences nothing: no finding of `{}` has these words",
                    entry.suppress.rule
                );
                let unused = Diagnostic::new(UNUSED_SUPPRESSION, severity, message, *span)
                    .with_help("Take it away, or write the words as the article has them now.");
                match reports
                    .iter_mut()
                    .find(|(known, _)| known.path() == file.path())
                {
                    Some((_, diagnostics)) => diagnostics.push(unused),
                    None => reports.push((file.clone(), vec![unused])),
                }
            }
        }
        reports.sort_by(|(a, _), (b, _)| a.path().cmp(b.path()));
        let report = |(file, mut diagnostics): (_, Vec<Diagnostic>)| {
            diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
            FileReport::beside(file, Ok(diagnostics))
        };
        reports.into_iter().map(report).collect()
    }
}
