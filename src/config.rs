//! Configuration: `textcheck.yaml`, found from the checked file upwards, read and checked.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::bibliography::Shelf;
use crate::diagnostic::Severity;
use crate::rules::{FaultyFile, LoadError, Profile, RuleSet};
use crate::source::{SourceFile, display_path};
use crate::style_sheet::{Event, Person, SourceEntry, Style, StyleSheet, Work};
use crate::yaml::{self, Fault, Node};

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
    /// What kind of text is checked.
    pub profile: Profile,
    /// The article's date, for articles that do not bear one.
    #[schemars(with = "Option<String>")]
    #[serde(deserialize_with = "day")]
    pub date: Option<Date>,
    /// At or above which severity a run fails.
    pub fail_on: Option<FailOn>,
    /// Only these rules or families.
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

/// A configuration with the rules it brings.
#[derive(Clone, Default)]
pub struct Project {
    /// What it says.
    pub configuration: Configuration,
    /// The rules it was given, and those of its `rules:`.
    pub rules: RuleSet,
}

impl Project {
    /// Reads a configuration; its rules are added to `rules`.
    ///
    /// # Errors
    /// Everything that is wrong with it or with its rule files.
    pub fn read(path: &Path, mut rules: RuleSet) -> Result<Self, Vec<LoadError>> {
        let source = SourceFile::read(path).map_err(|error| vec![LoadError::Unreadable(error)])?;
        let mut faults = Vec::new();
        let node =
            yaml::parse(source.text()).map_err(|fault| vec![faulty(path, &source, vec![fault])])?;
        let mut configuration: Option<Configuration> = node.read_all(&mut faults);
        let mut errors = Vec::new();
        let base = path.parent().unwrap_or(Path::new(""));
        if let Some(configuration) = &mut configuration {
            faults.extend(missing_files(configuration, base, &node));
        }
        for file in configuration
            .iter()
            .flat_map(|configuration| &configuration.rules)
        {
            errors.extend(rules.add_path(&base.join(file)).err().into_iter().flatten());
        }
        if errors.is_empty() {
            check_names(&node, &rules, &mut faults);
        }
        if !faults.is_empty() {
            faults.sort_by_key(|fault| fault.span);
            errors.insert(0, faulty(path, &source, faults));
        }
        match configuration {
            Some(configuration) if errors.is_empty() => Ok(Project {
                configuration,
                rules,
            }),
            _ => Err(errors),
        }
    }
}

/// Makes the paths of `sources:` and `bibliography:` relative to the current folder; a source is a file or
/// a folder, a bibliography a file.
fn missing_files(configuration: &mut Configuration, base: &Path, node: &Node) -> Vec<Fault> {
    let items = |key| node.get(key).into_iter().flat_map(Node::items);
    let mut faults = Vec::new();
    for (entry, item) in configuration.sources.iter_mut().zip(items("sources")) {
        entry.path = base.join(&entry.path);
        if !entry.path.exists() {
            faults.push(missing(item, "file or folder", &entry.path));
        }
    }
    for (file, item) in configuration
        .bibliography
        .iter_mut()
        .zip(items("bibliography"))
    {
        *file = base.join(&*file);
        if !file.is_file() {
            faults.push(missing(item, "file", file));
        }
    }
    faults
}

fn missing(item: &Node, what: &str, path: &Path) -> Fault {
    let name = display_path(path);
    Fault::new(item.span(), format!("there is no {what} `{name}`"))
        .with_help(Some("paths are relative to this file".into()))
}

fn faulty(path: &Path, source: &SourceFile, faults: Vec<Fault>) -> LoadError {
    let source = SourceFile::new(path, source.text());
    let diagnostics = yaml::diagnostics("textcheck/configuration", &source, faults);
    LoadError::Faulty(Box::new(FaultyFile {
        source,
        diagnostics,
    }))
}

/// `select`, `ignore` and `severity` name rules or families that exist.
fn check_names(node: &Node, rules: &RuleSet, faults: &mut Vec<Fault>) {
    let listed = ["select", "ignore"]
        .into_iter()
        .filter_map(|key| node.get(key))
        .flat_map(Node::items)
        .filter_map(|item| Some((item.read::<String>().ok()?, item.span())));
    let graded = node
        .get("severity")
        .into_iter()
        .flat_map(Node::keys)
        .map(|(name, span)| (name.to_owned(), span));
    for (name, span) in listed.chain(graded) {
        if !rules.knows(&name) {
            let (message, help) = rules.unknown(&name);
            faults.push(Fault::new(span, message).with_help(help));
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
