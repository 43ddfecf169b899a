//! The configuration and rules of each folder, read once.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use textcheck::archive::Archive;
use textcheck::baseline::Baseline;
use textcheck::config::{self, Configuration, FailOn, Project};
use textcheck::engine::FileReport;
use textcheck::rules::{LoadError, Rule, RuleSet};
use textcheck::source;
use textcheck::style_sheet::SourceEntry;
use textcheck::{Checker, Severity, yaml};

use super::Exit;
use super::args::{Check, RuleSource};
use super::output::{Output, complain};
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
    read(named(args, folder).as_deref(), rules)
}

/// The configuration of a folder, if there is one.
fn named(args: &RuleSource, folder: &Path) -> Option<PathBuf> {
    args.config.clone().or_else(|| config::find(folder))
}

fn read(configuration: Option<&Path>, rules: RuleSet) -> Result<Project, Refused> {
    match configuration {
        Some(path) => Project::read(&shortened(path), rules).map_err(Refused::Files),
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

/// Who judges a file: its checker, at or above which severity its findings fail the run, and which are known.
#[derive(Clone)]
pub(super) struct Judge {
    pub(super) checker: Arc<Checker>,
    pub(super) fail_on: FailOn,
    /// The findings that are known.
    pub(super) baseline: Option<Arc<Baseline>>,
}

/// A checker for each configuration of a run, and for each choice of its overrides.
pub(super) struct Checkers<'a> {
    args: &'a Check,
    rules: RuleSet,
    baseline: Option<Arc<Baseline>>,
    /// The configuration of each folder.
    folders: HashMap<PathBuf, Option<PathBuf>>,
    configured: BTreeMap<Option<PathBuf>, Configured>,
    /// Each archive once, whatever number of configurations name it.
    archives: Vec<(Vec<SourceEntry>, Arc<Archive>)>,
    unreadable: Vec<source::Unreadable>,
    /// Baselines that configurations name and that are not there.
    unwritten: Vec<PathBuf>,
}

/// A configuration that was read.
struct Configured {
    project: Project,
    archive: Option<Arc<Archive>>,
    baseline: Option<Arc<Baseline>>,
    /// By the numbers of the overrides that hold.
    judges: BTreeMap<Vec<usize>, Judge>,
}

impl<'a> Checkers<'a> {
    pub(super) fn new(args: &'a Check) -> Result<Self, Refused> {
        Ok(Checkers {
            args,
            rules: rules(&args.source, args.reports.describe_rules())?,
            baseline: args.known.baseline.as_deref().map(baseline).transpose()?,
            folders: HashMap::new(),
            configured: BTreeMap::new(),
            archives: Vec::new(),
            unreadable: Vec::new(),
            unwritten: Vec::new(),
        })
    }

    /// The source texts that could not be read.
    pub(super) fn unreadable(&mut self) -> Vec<source::Unreadable> {
        std::mem::take(&mut self.unreadable)
    }

    /// What to say of the baselines that a configuration names and that are not there.
    pub(super) fn unwritten(&self) -> impl Iterator<Item = String> {
        self.unwritten.iter().map(|path| {
            let name = source::display_path(path);
            format!(
                "note: {name} is not there, so nothing is known yet: `--write-baseline {name}` writes it, or correct \
                 `baseline:` in the configuration that names it"
            )
        })
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
        let source = &self.args.source;
        let path = self.folders.entry(folder);
        let path = path
            .or_insert_with_key(|folder| named(source, folder))
            .clone();
        let mut configured = match self.configured.remove(&path) {
            Some(known) => known,
            None => self.configure(read(path.as_deref(), self.rules.clone())?)?,
        };
        let overriding = configured.project.configuration.overriding(file);
        let args = self.args;
        let judge = match configured.judges.get(&overriding) {
            Some(judge) => judge.clone(),
            None => configured.judge(args, &overriding),
        };
        configured.judges.insert(overriding, judge.clone());
        self.configured.insert(path, configured);
        Ok(judge)
    }

    /// The rules of all folders so far, each with the severity it has in the first that runs it.
    pub(super) fn rules(&self) -> Vec<(Arc<Rule>, Severity)> {
        let mut rules: BTreeMap<&str, (Arc<Rule>, Severity)> = BTreeMap::new();
        let judges = self
            .configured
            .values()
            .flat_map(|known| known.judges.values());
        for Judge { checker, .. } in judges {
            for (rule, severity) in checker.rules() {
                rules
                    .entry(&rule.id)
                    .or_insert_with(|| (rule.clone(), severity));
            }
        }
        rules.into_values().collect()
    }

    /// Makes a configuration ready; the command line wins over it.
    fn configure(&mut self, mut project: Project) -> Result<Configured, Refused> {
        let args = self.args;
        for name in args.select.iter().chain(&args.ignore) {
            if !project.rules.knows(name) {
                let (message, help) = project.rules.unknown(name);
                return Err(Refused::Usage(format!(
                    "{message}; {}",
                    help.unwrap_or_default()
                )));
            }
        }
        let configuration = &mut project.configuration;
        if !args.sources.is_empty() {
            configuration.sources = entries(&args.sources);
            configuration.sources_complete = true;
        }
        let archive = match configuration.sources.as_slice() {
            [] => None,
            sources => Some(self.archive(sources)?),
        };
        let baseline = match (&self.baseline, configuration.baseline.as_deref()) {
            (Some(given), _) => Some(given.clone()),
            (None, Some(own)) if own.exists() => Some(baseline(own)?),
            (None, Some(own)) => {
                self.unwritten.push(own.to_path_buf());
                None
            }
            (None, None) => None,
        };
        Ok(Configured {
            project,
            archive,
            baseline,
            judges: BTreeMap::new(),
        })
    }
}

impl Configured {
    /// Who judges the files that some overrides hold for.
    fn judge(&self, args: &Check, overriding: &[usize]) -> Judge {
        let mut configuration = self.project.configuration.overridden(overriding);
        if !args.select.is_empty() {
            configuration.select.clone_from(&args.select);
        }
        configuration.ignore.extend(args.ignore.iter().cloned());
        let given = args.fail_on.map(FailOn::from);
        let fail_on = given.or(configuration.fail_on).unwrap_or_default();
        let mut checker = Checker::new(&self.project.rules, &configuration)
            .with_document_date(args.articles.document_date);
        if args.cross_file {
            checker = checker.comparing();
        }
        if let Some(archive) = &self.archive {
            checker = checker.with_archive(archive.clone());
        }
        Judge {
            checker: Arc::new(checker),
            fail_on,
            baseline: self.baseline.clone(),
        }
    }
}

/// Reads a baseline.
fn baseline(path: &Path) -> Result<Arc<Baseline>, Refused> {
    let read = Baseline::read(path).map(Arc::new);
    read.map_err(|file| Refused::Files(vec![LoadError::Unreadable(file)]))
}

/// “did you mean”, for the id of a rule.
pub(super) fn unknown_rule(rules: &RuleSet, id: &str) -> String {
    let near = yaml::nearest(id, rules.ids());
    match near {
        Some(near) => format!("no rule is called `{id}`; did you mean `{near}`?"),
        None => format!("no rule is called `{id}`; `textcheck rules` lists them all"),
    }
}
