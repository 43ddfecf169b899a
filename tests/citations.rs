//! `fixtures/citations/`: small articles with their faults. `blind.yaml` was written by somebody who had
//! not seen the code, `own.yaml` with the code in view.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use textcheck::diagnostic::Label;
use textcheck::{Checker, Configuration, Diagnostic, RuleSet, SourceFile};

#[derive(Deserialize)]
struct Article {
    name: String,
    path: PathBuf,
    text: String,
    #[serde(default)]
    files: BTreeMap<PathBuf, String>,
    #[serde(default)]
    bibliography: Vec<PathBuf>,
    #[serde(default)]
    enable: Vec<String>,
    faults: Vec<Fault>,
}

#[derive(Deserialize)]
struct Fault {
    rule: String,
    words: String,
    /// Which occurrence of the words, from 1.
    #[serde(default = "first")]
    nth: usize,
    /// The file of the words, where it is not the article.
    file: Option<PathBuf>,
    /// Words at the other end.
    other: Option<String>,
    other_file: Option<PathBuf>,
}

fn first() -> usize {
    1
}

impl Article {
    fn diagnostics(&self) -> Vec<Diagnostic> {
        let files = self
            .files
            .iter()
            .map(|(path, text)| SourceFile::new(path, text.as_str()));
        let configuration = Configuration {
            // The whole family, and what is off in it.
            select: ["citations", "citations/unused-entry"]
                .map(str::to_owned)
                .to_vec(),
            ignore: ["citations/unused-entry".to_owned()]
                .into_iter()
                .filter(|rule| !self.enable.contains(rule))
                .collect(),
            bibliography: self.bibliography.clone(),
            ..Configuration::default()
        };
        let source = SourceFile::new(&self.path, self.text.as_str());
        Checker::new(&RuleSet::defaults(), &configuration)
            .with_files(files.collect())
            .check(&source)
    }

    fn text_of(&self, file: Option<&PathBuf>) -> &str {
        file.map_or(self.text.as_str(), |file| self.files[file].as_str())
    }

    /// Whether a label overlaps an occurrence of words; any of them when `nth` is 0.
    fn overlaps(&self, label: &Label, words: &str, nth: usize, file: Option<&PathBuf>) -> bool {
        let there = label.file.as_ref().map(|file| file.path()) == file.map(PathBuf::as_path);
        let places = self.text_of(file).match_indices(words);
        there
            && places.enumerate().any(|(number, (start, _))| {
                let end = start + words.len();
                (nth == 0 || number + 1 == nth) && label.span.start < end && start < label.span.end
            })
    }

    fn finds(&self, diagnostic: &Diagnostic, fault: &Fault) -> bool {
        let other = fault.other.as_ref().is_none_or(|other| {
            diagnostic
                .secondary
                .iter()
                .any(|label| self.overlaps(label, other, 0, fault.other_file.as_ref()))
        });
        diagnostic.rule == fault.rule
            && self.overlaps(
                &diagnostic.primary,
                &fault.words,
                fault.nth,
                fault.file.as_ref(),
            )
            && other
    }
}

/// What goes wrong in a half of the fixture.
fn wrong(half: &str) -> (usize, Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/citations")
        .join(half);
    let articles: Vec<Article> = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut wrong = Vec::new();
    for article in &articles {
        let diagnostics = article.diagnostics();
        for fault in &article.faults {
            if !diagnostics
                .iter()
                .any(|diagnostic| article.finds(diagnostic, fault))
            {
                wrong.push(format!(
                    "{}: missed {} {}",
                    article.name, fault.rule, fault.words
                ));
            }
        }
        for diagnostic in diagnostics {
            if !article
                .faults
                .iter()
                .any(|fault| article.finds(&diagnostic, fault))
            {
                wrong.push(format!(
                    "{}: {} {}",
                    article.name, diagnostic.rule, diagnostic.message
                ));
            }
        }
    }
    (articles.len(), wrong)
}

/// Holds one half to account.
fn hold(half: &str, least: usize) {
    let (count, wrong) = wrong(half);
    assert!(count >= least, "{half} has {count} articles");
    assert!(
        wrong.is_empty(),
        "{half}, of {count}:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_fault_is_found_at_both_ends_and_no_clean_article_is_reported() {
    hold("blind.yaml", 149);
}

#[test]
fn the_corners_of_the_markups_and_identifiers_are_known() {
    hold("own.yaml", 100);
}
