//! `--summary`: how often each rule spoke, and in how many files.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::Summary;
use super::safe::safe;
use crate::diagnostic::Severity;
use crate::engine::FileReport;

/// A line for each rule that spoke, the most severe and then the most frequent first.
#[derive(Clone, Debug, Default)]
pub struct Table {
    rules: BTreeMap<String, Row>,
    unreadable: Vec<(String, String)>,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    severity: Severity,
    count: usize,
    files: usize,
}

impl Table {
    /// Counts a file in.
    pub fn add(&mut self, file: &FileReport) {
        if let Err(reason) = &file.outcome {
            let path = safe(&file.source.name()).into_owned();
            self.unreadable.push((path, safe(reason).into_owned()));
        }
        let mut here: BTreeMap<&str, (Severity, usize)> = BTreeMap::new();
        for diagnostic in file.diagnostics() {
            let (severity, count) = here
                .entry(&diagnostic.rule)
                .or_insert((diagnostic.severity, 0));
            *severity = diagnostic.severity.max(*severity);
            *count += 1;
        }
        for (rule, (severity, count)) in here {
            let row = self.rules.entry(rule.to_owned()).or_insert(Row {
                severity,
                count: 0,
                files: 0,
            });
            row.severity = row.severity.max(severity);
            row.count += count;
            row.files += 1;
        }
    }

    /// The table for a terminal; empty when no rule spoke.
    pub fn plain(&self) -> String {
        let rows = self.rows();
        let Some(width) = rows.iter().map(|(rule, _)| rule.chars().count()).max() else {
            return String::new();
        };
        let width = width.max("rule".len());
        let mut words = format!(
            "{:width$}  {:10}  {:>5}  {:>5}\n",
            "rule", "severity", "count", "files"
        );
        for (rule, row) in rows {
            let _ = writeln!(
                words,
                "{rule:width$}  {:10}  {:>5}  {:>5}",
                row.severity.name(),
                row.count,
                row.files
            );
        }
        words
    }

    /// The table as Markdown, under a heading and with what the run amounts to.
    pub fn markdown(&self, summary: &Summary) -> String {
        let mut words = format!("## textcheck\n\n{}\n", summary.line());
        for (path, reason) in &self.unreadable {
            let _ = writeln!(words, "\n- not read: {}: {}", code(path), code(reason));
        }
        let rows = self.rows();
        if !rows.is_empty() {
            words.push_str("\n| rule | severity | count | files |\n|---|---|---:|---:|\n");
        }
        for (rule, row) in rows {
            let (severity, count, files) = (row.severity.name(), row.count, row.files);
            let _ = writeln!(words, "| {} | {severity} | {count} | {files} |", code(rule));
        }
        words
    }

    fn rows(&self) -> Vec<(&str, Row)> {
        let mut rows: Vec<_> = self
            .rules
            .iter()
            .map(|(rule, row)| (rule.as_str(), *row))
            .collect();
        rows.sort_by_key(|(_, row)| {
            (
                std::cmp::Reverse(row.severity),
                std::cmp::Reverse(row.count),
            )
        });
        rows
    }
}

/// Words as Markdown's code, whatever stands in them.
fn code(words: &str) -> String {
    let ticks = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    if ticks == 0 {
        return format!("`{words}`");
    }
    let fence = "`".repeat(ticks + 1);
    format!("{fence} {words} {fence}")
}
