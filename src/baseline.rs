//! The baseline: findings that are known and kept quiet, by their fingerprints, so that only new ones speak.
//!
//! One line of JSON for each, in order, so that a difference of two versions is read easily.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::engine::{By, FileReport, Suppressed};
use crate::fingerprint::fingerprints;
use crate::rules::OWN;
use crate::source::{self, Unreadable, display_path};

/// The version of the format.
const VERSION: u32 = 1;

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    /// From the folder of the baseline, with `/`.
    path: String,
    rule: String,
    fingerprint: String,
    /// The labelled words, for whoever reads the file.
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u32,
    findings: Vec<Known>,
}

/// The known findings of some articles.
#[derive(Debug, Default)]
pub struct Baseline {
    folder: PathBuf,
    known: BTreeSet<Known>,
    /// Path and fingerprint of each.
    keys: HashSet<(String, String)>,
}

impl Baseline {
    /// An empty baseline for a file that may not be there yet.
    pub fn empty(path: &Path) -> Self {
        let path = source::absolute(path);
        Baseline {
            folder: path.parent().unwrap_or(Path::new("")).to_path_buf(),
            ..Baseline::default()
        }
    }

    /// Reads a baseline.
    ///
    /// # Errors
    /// The file cannot be read or is no baseline.
    pub fn read(path: &Path) -> Result<Self, Unreadable> {
        let file = source::SourceFile::read(path)?;
        let refused = |reason: String| Unreadable {
            path: path.to_path_buf(),
            reason: format!("{reason} (take it away, and `--write-baseline` writes a new one)"),
        };
        let written: Written = serde_json::from_str(file.text())
            .map_err(|error| refused(format!("it is no baseline: {error}")))?;
        if written.version != VERSION {
            return Err(refused(format!(
                "it is of version {}, and this textcheck reads version {VERSION}",
                written.version
            )));
        }
        let mut baseline = Baseline::empty(path);
        for known in written.findings {
            let key = (known.path.clone(), known.fingerprint.clone());
            baseline.keys.insert(key);
            baseline.known.insert(known);
        }
        Ok(baseline)
    }

    /// Keeps the known findings of a report quiet.
    pub fn quiet(&self, report: &mut FileReport) {
        let path = self.path_of(report.source.path());
        let prints = fingerprints(&report.source, report.diagnostics());
        let Ok(diagnostics) = &mut report.outcome else {
            return;
        };
        let all = std::mem::take(diagnostics).into_iter().zip(prints);
        for (diagnostic, fingerprint) in all {
            if self.keys.contains(&(path.clone(), fingerprint)) {
                report.suppressed.push(Suppressed {
                    diagnostic,
                    by: By::Baseline,
                });
            } else {
                diagnostics.push(diagnostic);
            }
        }
    }

    /// Takes the findings of a report for known; what was known of the file before is forgotten.
    pub fn learn(&mut self, report: &FileReport) {
        let path = self.path_of(report.source.path());
        self.known.retain(|known| known.path != path);
        let prints = fingerprints(&report.source, report.diagnostics());
        for (found, fingerprint) in report.diagnostics().iter().zip(prints) {
            if OWN.iter().any(|own| own.lasting && own.id == found.rule) {
                continue;
            }
            let words = found
                .primary
                .source(&report.source)
                .slice(found.primary.span);
            let words: Vec<&str> = words.split_whitespace().collect();
            self.known.insert(Known {
                path: path.clone(),
                rule: found.rule.clone(),
                fingerprint,
                text: words.join(" "),
            });
        }
    }

    /// Forgets the findings of files that are no longer there.
    pub fn forget_missing(&mut self) {
        let mut there: BTreeMap<String, bool> = BTreeMap::new();
        let folder = &self.folder;
        self.known.retain(|known| {
            let there = there.entry(known.path.clone());
            *there.or_insert_with(|| folder.join(&known.path).exists())
        });
    }

    /// How many findings are known.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Writes the file, whole or not at all.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), Unreadable> {
        let mut text = format!("{{\n  \"version\": {VERSION},\n  \"findings\": [");
        for (number, known) in self.known.iter().enumerate() {
            text.push_str(if number == 0 { "\n    " } else { ",\n    " });
            // Strings alone: nothing that JSON could refuse.
            text.push_str(&serde_json::to_string(known).unwrap_or_default());
        }
        text.push_str(if self.known.is_empty() {
            "]\n}\n"
        } else {
            "\n  ]\n}\n"
        });
        source::write(path, text.as_bytes())
    }

    /// A path as the baseline names it.
    fn path_of(&self, path: &Path) -> String {
        let whole = source::absolute(path);
        display_path(whole.strip_prefix(&self.folder).unwrap_or(&whole))
    }
}
