//! Configuration: `textcheck.yaml`, found from the checked file upwards, read and checked.

mod article;
mod extends;
mod overrides;
mod project;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::bibliography::Shelf;
use crate::diagnostic::Severity;
use crate::rules::Profile;
use crate::source::{SourceFile, Span};
use crate::style_sheet::{Event, Person, SourceEntry, Style, StyleSheet, Work};

pub use overrides::{Globs, Override};
pub use project::Project;

/// The name of a configuration file.
pub const FILE_NAME: &str = "textcheck.yaml";

/// At or above which severity a run fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Errors.
    #[default]
    Error,
    /// Warnings and errors.
    Warning,
    /// Anything.
    Suggestion,
    /// Nothing that is found.
    Never,
}

impl FailOn {
    /// Whether a diagnostic of this severity makes the run fail.
    pub fn includes(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity >= Severity::Error,
            FailOn::Warning => severity >= Severity::Warning,
            FailOn::Suggestion => true,
            FailOn::Never => false,
        }
    }
}

/// What `textcheck.yaml` says.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Configuration {
    /// A configuration that this one stands on, relative to this file: what is said here wins, and lists are
    /// added up.
    pub extends: Option<PathBuf>,
    /// What kind of text is checked.
    pub profile: Profile,
    /// The article's date, for articles that do not bear one.
    #[schemars(with = "Option<String>")]
    #[serde(deserialize_with = "day")]
    pub date: Option<Date>,
    /// At or above which severity a run fails.
    pub fail_on: Option<FailOn>,
    /// Only these: of a family the rules that are on anyway, a rule by its own name also if it is off.
    pub select: Vec<String>,
    /// Not these rules or families.
    pub ignore: Vec<String>,
    /// Other severities, by rule or family.
    pub severity: BTreeMap<String, Severity>,
    /// Files or folders of rules, relative to this file.
    pub rules: Vec<PathBuf>,
    /// Forms the house has chosen.
    pub style: Style,
    /// People and how they are spelt.
    pub people: Vec<Person>,
    /// Works and periodicals and how they are spelt.
    pub works: Vec<Work>,
    /// Events and when they were.
    pub events: Vec<Event>,
    /// The texts that quotations are checked against, relative to this file: files and folders.
    pub sources: Vec<SourceEntry>,
    /// Whether a quotation that is in none of the sources is reported.
    pub sources_complete: bool,
    /// Bibliographies that articles cite from, relative to this file: BibTeX, BibLaTeX, CSL-JSON,
    /// Hayagriva.
    pub bibliography: Vec<PathBuf>,
    /// Findings that are to be kept quiet.
    pub suppress: Vec<Suppress>,
    /// What holds for some files only.
    pub overrides: Vec<Override>,
    /// The findings that are known and kept quiet, a file that `--write-baseline` writes, relative to this one.
    pub baseline: Option<PathBuf>,
    /// The configurations that it stands on.
    #[serde(skip)]
    pub extended: Vec<PathBuf>,
}

/// A finding that is to be kept quiet, by its words: it survives edits elsewhere.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Suppress {
    /// The rule or family that finds it.
    pub rule: String,
    /// Words of the article that are labelled, or stand around the label; blanks and the kind of
    /// quotation marks do not count.
    pub text: String,
    /// Why it is right as it is.
    pub reason: Option<String>,
    /// The file it was read from, and where its words stand there.
    #[serde(skip)]
    pub place: Option<(Arc<SourceFile>, Span)>,
}

/// A day, refused in words that name the remedy.
fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let words = String::deserialize(deserializer)?;
    let day = words.parse().map_err(|_| {
        serde::de::Error::custom(format!(
            "`{words}` is no day of the calendar: write 2008-02-15"
        ))
    })?;
    Ok(Some(day))
}

impl Configuration {
    /// The files and folders that it was read from or names: configurations, rules, bibliographies, sources.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        let sources = self.sources.iter().map(|entry| entry.path.as_path());
        let named = self
            .extended
            .iter()
            .chain(&self.rules)
            .chain(&self.bibliography);
        named.map(PathBuf::as_path).chain(sources)
    }

    /// What a copy editor keeps beside the article.
    pub fn style_sheet(&self) -> StyleSheet {
        StyleSheet {
            people: self.people.clone(),
            works: self.works.clone(),
            events: self.events.clone(),
            style: self.style.clone(),
            shelf: Shelf::new(self.bibliography.clone()),
        }
    }
}

/// The configuration that belongs to files in a folder: in it or above it, up to the root of its
/// repository (the folder that holds `.git`).
pub fn find(folder: &Path) -> Option<PathBuf> {
    let folder = std::path::absolute(folder).ok()?;
    for folder in folder.ancestors() {
        let path = folder.join(FILE_NAME);
        if path.is_file() {
            return Some(path);
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}
