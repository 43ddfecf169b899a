//! Reports: one file per format, all from the same diagnostics; and the worksheet of facts. Decides nothing.

mod checkstyle;
mod excerpt;
pub mod facts;
mod fancy;
mod github;
mod gitlab;
pub mod json;
mod jsonl;
mod junit;
mod rdjson;
mod safe;
mod safe_json;
mod sarif;
mod short;
mod table;
mod told;
mod xml;

use std::collections::BTreeMap;
use std::io::{self, Write};

pub use checkstyle::Checkstyle;
pub use fancy::Fancy;
pub use github::Github;
pub use gitlab::Gitlab;
pub use json::Json;
pub use jsonl::Jsonl;
pub use junit::Junit;
pub use rdjson::Rdjson;
pub use sarif::Sarif;
pub use short::Short;
pub use table::Table;

use crate::archive::Status;
use crate::diagnostic::{Applicability, Severity};
use crate::document::DocumentDate;
use crate::engine::{FileReport, Foreign};

/// What reports call this program.
const NAME: &str = env!("CARGO_PKG_NAME");

/// Its version.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where its rules are described.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// Where a default rule or one of textcheck's own is described, with others of its family.
pub fn help_address(rule: &str) -> String {
    format!(
        "{REPOSITORY}/blob/v{VERSION}/docs/rules.md#{}",
        crate::rules::family(rule)
    )
}

/// Writes what came of the files of a run.
pub trait Report {
    /// One file, in the order of the run.
    ///
    /// # Errors
    /// The output cannot be written to.
    fn file(&mut self, out: &mut dyn Write, file: &FileReport) -> io::Result<()>;

    /// The end of the run.
    ///
    /// # Errors
    /// The output cannot be written to.
    fn finish(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()>;
}

/// What a run amounts to.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Files that were checked or should have been.
    pub files: usize,
    /// Files that could not be checked.
    pub unreadable: usize,
    /// Diagnostics of severity error.
    pub errors: usize,
    /// Diagnostics of severity warning.
    pub warnings: usize,
    /// Diagnostics of severity suggestion.
    pub suggestions: usize,
    /// The date of the only article; nothing for a run that never came to an article.
    pub date: Option<Option<DocumentDate>>,
    /// What became of the quotations, by the number of each status, where there were sources.
    pub quotations: BTreeMap<Status, usize>,
    /// Files that read like a novel though they are not checked as one.
    pub fiction: usize,
    /// The languages of files that are not in English.
    pub foreign: Vec<Foreign>,
    /// Fixes that could be made: the safe ones, and those that the author decides on.
    pub fixable: (usize, usize),
    /// Fixes that were made, in a run that makes them.
    pub fixed: Option<usize>,
}

impl Summary {
    /// Counts a file in.
    pub fn add(&mut self, file: &FileReport) {
        self.files += 1;
        self.unreadable += usize::from(file.outcome.is_err());
        self.date = (self.files == 1 && file.is_article()).then_some(file.date);
        self.fiction += usize::from(file.reads_like_fiction);
        self.foreign.extend(file.foreign.clone());
        for status in &file.quotations {
            *self.quotations.entry(*status).or_default() += 1;
        }
        for diagnostic in file.diagnostics() {
            match diagnostic.fix.as_ref().map(|fix| fix.applicability) {
                Some(Applicability::Safe) => self.fixable.0 += 1,
                Some(Applicability::Suggested) => self.fixable.1 += 1,
                None => {}
            }
            match diagnostic.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Suggestion => self.suggestions += 1,
            }
        }
    }

    /// The line that closes a run for a reader.
    pub fn line(&self) -> String {
        let mut line = format!(
            "{}: {}, {}, {}",
            counted(self.files, "file"),
            counted(self.errors, "error"),
            counted(self.warnings, "warning"),
            counted(self.suggestions, "suggestion")
        );
        if self.unreadable > 0 {
            line.push_str(&format!("; {} not read", self.unreadable));
        }
        if let Some(date) = self.date {
            match date {
                Some(date) => line.push_str(&format!(
                    "; dated {} by {}",
                    date.date,
                    date.source.describe()
                )),
                None => line.push_str("; no date (give it with --document-date)"),
            }
        }
        if !self.quotations.is_empty() {
            let each = self
                .quotations
                .iter()
                .map(|(status, number)| format!("{number} {}", status.describe()));
            let each: Vec<_> = each.collect();
            line.push_str(&format!("; quotations: {}", each.join(", ")));
        }
        match self.fiction {
            0 => {}
            1 if self.files == 1 => line.push_str("; it reads like fiction (`profile: fiction`)"),
            number => line.push_str(&format!(
                "; {number} read like fiction (`profile: fiction`)"
            )),
        }
        if let Some(number) = self.fixed {
            line.push_str(&format!("; {number} fixed"));
        }
        match &self.foreign[..] {
            [] => {}
            [Foreign::Declared(tag)] if self.files == 1 => line.push_str(&format!(
                "; it is in another language ({tag}), and the rules are for English"
            )),
            [Foreign::Noticed(name)] if self.files == 1 => line.push_str(&format!(
                "; it reads like {name}, and the rules are for English"
            )),
            [_] => line.push_str("; 1 is not in English, which the rules are for"),
            all => line.push_str(&format!(
                "; {} are not in English, which the rules are for",
                all.len()
            )),
        }
        line
    }
}

impl Summary {
    /// What `--fix` could do, for people who can call it; nothing where there is nothing, or it did.
    pub fn fixes(&self) -> Option<String> {
        let words = match (self.fixed, self.fixable) {
            (Some(_), _) | (None, (0, 0)) => return None,
            (None, (safe, 0)) => format!("{safe} can be fixed by --fix"),
            (None, (0, suggested)) => format!("{suggested} can be fixed by --fix --suggested"),
            (None, (safe, suggested)) => {
                format!("{safe} can be fixed by --fix, {suggested} more by --fix --suggested")
            }
        };
        Some(words)
    }
}

/// What became of quotations, as a table: a line for each status, those of nothing too.
pub fn quotations(numbers: &BTreeMap<Status, usize>) -> String {
    let mut table = format!("{}\n", counted(numbers.values().sum(), "quotation"));
    for status in Status::ALL {
        let number = numbers.get(&status).unwrap_or(&0);
        table.push_str(&format!("  {:<18}{number:>6}\n", status.describe()));
    }
    table
}

/// `1 file`, `2 files`.
pub fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// At most this many diagnostics of one rule are shown in a file, unless all are asked for.
const SHOWN: usize = 10;

/// Which diagnostics of a file are shown to a reader, and how many of each rule are not.
fn shown(file: &FileReport, all: bool) -> (Vec<&crate::Diagnostic>, Vec<(&str, usize)>) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut shown = Vec::new();
    for diagnostic in file.diagnostics() {
        let number = seen.entry(&diagnostic.rule).or_insert(0);
        *number += 1;
        if all || *number <= SHOWN {
            shown.push(diagnostic);
        }
    }
    let hidden = seen
        .into_iter()
        .filter(|(_, number)| !all && *number > SHOWN)
        .map(|(rule, number)| (rule, number - SHOWN))
        .collect();
    (shown, hidden)
}
