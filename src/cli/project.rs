//! The configuration and rules of each folder, read once.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use textcheck::archive::Archive;
use textcheck::config::{self, Configuration, FailOn, Project};
use textcheck::engine::FileReport;
use textcheck::rules::{LoadError, Rule, RuleSet};
use textcheck::source;
use textcheck::style_sheet::SourceEntry;
use textcheck::{Checker, Severity, yaml};

use super::Exit;
use super::args::{Check, RuleSource};
use super::output::{Output, complain};
use super::plan::Judge;
use super::sources::{entries, open as open_archive};

/// Why a run cannot begin.
#[derive(Debug)]
pub(super) enum Refused {
    /// A mistake on the command line.
    Usage(String),
    /// Configurations or rule files with mistakes.
    Files(Vec<LoadError>),
}

impl Refused {
    /// Shows the files at fault as any other file is shown.
    pub(super) fn show(self, mut output: Output) -> io::Result<Exit> {
        match self {
            Refused::Usage(words) => complain(words),
            Refused::Files(errors) => {
                for error in errors {
                    output.file(&report(error))?;
                }
                output.finish()?;
            }
        }
        Ok(Exit::Failed)
    }
}

fn report(error: LoadError) -> FileReport {
    match error {
        LoadError::Faulty(file) => FileReport::faulty(*file),
        LoadError::Unreadable(file) => FileReport::unreadable(&file.path, file.reason),
    }
}

/// The rules that the command line names; with their examples for those who read them.
pub(super) fn rules(args: &RuleSource, examples: bool) -> Result<RuleSet, Refused> {
    let mut rules = match (args.no_default_rules, examples) {
        (true, _) => RuleSet::empty(),
        (false, true) => RuleSet::defaults_with_examples(),
        (false, false) => RuleSet::defaults(),
    };
    let mut errors = Vec::new();
    for path in &args.rules {
        errors.extend(rules.add_path(path).err().into_iter().flatten());
    }
    if errors.is_empty() {
        Ok(rules)
    } else {
        Err(Refused::Files(errors))
    }
}

/// The project of a folder: the configuration that was named, else the one found from the folder upwards.
pub(super) fn open(args: &RuleSource, folder: &Path, rules: RuleSet) -> Result<Project, Refused> {
    match args.config.clone().or_else(|| config::find(folder)) {
        Some(path) => Project::read(&shortened(&path), rules).map_err(Refused::Files),
        None => Ok(Project {
            configuration: Configuration::default(),
            rules,
        }),
    }
}

/// The path from the current folder, where it lies below it.
fn shortened(path: &Path) -> PathBuf {
    std::env::current_dir()
        .ok()
        .and_then(|here| path.strip_prefix(here).ok())
        .unwrap_or(path)
        .to_path_buf()
}

/// A checker for each configuration of a run.
pub(super) struct Checkers<'a> {
    args: &'a Check,
    rules: RuleSet,
    by_folder: HashMap<PathBuf, Judge>,
    /// Each archive once, whatever number of configurations name it.
    archives: Vec<(Vec<SourceEntry>, Arc<Archive>)>,
    unreadable: Vec<source::Unreadable>,
}

impl<'a> Checkers<'a> {
    pub(super) fn new(args: &'a Check) -> Result<Self, Refused> {
        Ok(Checkers {
            args,
            rules: rules(&args.source, args.reports.describe_rules())?,
            by_folder: HashMap::new(),
            archives: Vec::new(),
            unreadable: Vec::new(),
        })
    }

    /// The source texts that could not be read.
    pub(super) fn unreadable(&mut self) -> Vec<source::Unreadable> {
        std::mem::take(&mut self.unreadable)
    }

    fn archive(&mut self, entries: &[SourceEntry]) -> Result<Arc<Archive>, Refused> {
        let known = self.archives.iter().find(|(known, _)| known == entries);
        if let Some((_, archive)) = known {
            return Ok(archive.clone());
        }
        let (archive, unreadable) =
            open_archive(entries, &self.args.index).map_err(Refused::Usage)?;
        self.archives.push((entries.to_vec(), archive.clone()));
        self.unreadable.extend(unreadable);
        Ok(archive)
    }

    /// The checker for a file, and at or above which severity its findings fail the run.
    pub(super) fn of(&mut self, file: &Path) -> Result<Judge, Refused> {
        let folder = match file.parent() {
            Some(parent) if parent != Path::new("") => parent.to_path_buf(),
            _ => PathBuf::from("."),
        };
        if let Some(known) = self.by_folder.get(&folder) {
            return Ok(known.clone());
        }
        let project = open(&self.args.source, &folder, self.rules.clone())?;
        let made = self.build(project)?;
        self.by_folder.insert(folder, made.clone());
        Ok(made)
    }

    /// The rules of all folders so far, each with the severity it has in the first that runs it.
    pub(super) fn rules(&self) -> Vec<(Arc<Rule>, Severity)> {
        let mut rules: BTreeMap<&str, (Arc<Rule>, Severity)> = BTreeMap::new();
        let mut folders: Vec<_> = self.by_folder.iter().collect();
        folders.sort_by_key(|(folder, _)| *folder);
        for (_, Judge { checker, .. }) in folders {
            for (rule, severity) in checker.rules() {
                rules
                    .entry(&rule.id)
                    .or_insert_with(|| (rule.clone(), severity));
            }
        }
        rules.into_values().collect()
    }

    /// The command line wins over the configuration.
    fn build(&mut self, project: Project) -> Result<Judge, Refused> {
        let mut configuration = project.configuration;
        for name in self.args.select.iter().chain(&self.args.ignore) {
            if !project.rules.knows(name) {
                let (message, help) = project.rules.unknown(name);
                return Err(Refused::Usage(format!(
                    "{message}; {}",
                    help.unwrap_or_default()
                )));
            }
        }
        if !self.args.select.is_empty() {
            configuration.select.clone_from(&self.args.select);
        }
        configuration
            .ignore
            .extend(self.args.ignore.iter().cloned());
        let fail_on = self
            .args
            .fail_on
            .map(FailOn::from)
            .or(configuration.fail_on)
            .unwrap_or_default();
        if !self.args.sources.is_empty() {
            configuration.sources = entries(&self.args.sources);
            configuration.sources_complete = true;
        }
        let mut checker = Checker::new(&project.rules, &configuration)
            .with_document_date(self.args.articles.document_date);
        if self.args.cross_file {
            checker = checker.comparing();
        }
        if !configuration.sources.is_empty() {
            checker = checker.with_archive(self.archive(&configuration.sources)?);
        }
        Ok(Judge {
            checker: Arc::new(checker),
            fail_on,
        })
    }
}

/// “did you mean”, for the id of a rule.
pub(super) fn unknown_rule(rules: &RuleSet, id: &str) -> String {
    let near = yaml::nearest(id, rules.ids());
    match near {
        Some(near) => format!("no rule is called `{id}`; did you mean `{near}`?"),
        None => format!("no rule is called `{id}`; `textcheck rules` lists them all"),
    }
}
