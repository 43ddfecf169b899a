//! The checker for each document: that of the nearest `textcheck.yaml`, read again when it has changed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::Checker;
use crate::archive::{Archive, IndexFolder};
use crate::config::{self, Configuration, Project};
use crate::report::facts::refusal;
use crate::rules::{FaultyFile, LoadError, RuleSet, is_yaml};

/// What came of reading a configuration.
#[derive(Debug)]
pub(super) struct Reading {
    /// The configuration.
    pub(super) of: PathBuf,
    /// It and its rule files, where they have mistakes.
    pub(super) faulty: Vec<FaultyFile>,
    /// What cannot be read, in words.
    pub(super) unreadable: Vec<String>,
}

/// All configurations that documents have asked for.
pub(super) struct Projects {
    rules: RuleSet,
    default: Arc<Checker>,
    known: HashMap<PathBuf, Known>,
}

/// A configuration as it was when it was read.
struct Known {
    /// What it said when it was last without mistakes.
    good: Option<Good>,
    /// What it was read from, each file with its time.
    files: Vec<(PathBuf, Option<SystemTime>)>,
}

/// A configuration without mistakes.
struct Good {
    project: Project,
    archive: Option<Arc<Archive>>,
    /// By the numbers of the overrides that hold.
    checkers: HashMap<Vec<usize>, Arc<Checker>>,
}

impl Projects {
    pub(super) fn new() -> Self {
        let rules = RuleSet::defaults();
        Projects {
            default: Arc::new(Checker::new(&rules, &Configuration::default())),
            rules,
            known: HashMap::new(),
        }
    }

    /// The rules that every project begins with.
    pub(super) fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// The checker for a document by the configuration of a folder, and what came of reading that
    /// configuration if it was done just now. One with mistakes leaves the checkers as they were.
    pub(super) fn checker(
        &mut self,
        folder: &Path,
        document: &Path,
    ) -> (Arc<Checker>, Option<Reading>) {
        let Some(path) = config::find(folder) else {
            return (self.default.clone(), None);
        };
        let before = self.known.remove(&path);
        let (mut known, reading) = match before {
            Some(known) if known.is_fresh() => (known, None),
            before => {
                let good = before.and_then(|known| known.good);
                let (known, reading) = read(&path, self.rules.clone(), good);
                (known, Some(reading))
            }
        };
        let good = known.good.as_mut();
        let checker = good.map_or_else(|| self.default.clone(), |good| good.checker(document));
        self.known.insert(path, known);
        (checker, reading)
    }

    /// Forgets what was read from files that have changed; a configuration may extend any other.
    pub(super) fn forget(&mut self, changed: &[PathBuf]) {
        let all = changed.iter().any(|path| is_yaml(path));
        let files = self.known.values_mut().flat_map(|known| &mut known.files);
        for (file, time) in files {
            if all || changed.iter().any(|path| path.starts_with(&*file)) {
                *time = None;
            }
        }
    }
}

impl Good {
    fn checker(&mut self, document: &Path) -> Arc<Checker> {
        let configuration = &self.project.configuration;
        let overriding = configuration.overriding(document);
        let known = self.checkers.entry(overriding);
        let made = known.or_insert_with_key(|overriding| {
            let configuration = configuration.overridden(overriding);
            let checker = Checker::new(&self.project.rules, &configuration);
            Arc::new(match &self.archive {
                Some(archive) => checker.with_archive(archive.clone()),
                None => checker,
            })
        });
        made.clone()
    }
}

/// Reads a configuration; where it has mistakes, what was good before stays.
fn read(path: &Path, rules: RuleSet, before: Option<Good>) -> (Known, Reading) {
    let mut files = vec![path.to_owned()];
    let mut reading = Reading {
        of: path.to_owned(),
        faulty: Vec::new(),
        unreadable: Vec::new(),
    };
    let good = match Project::read(path, rules) {
        Ok(project) => {
            let configuration = &project.configuration;
            files.extend(configuration.files().map(|file| path.with_file_name(file)));
            Some(Good {
                archive: archive(configuration, &mut reading),
                checkers: HashMap::new(),
                project,
            })
        }
        Err(errors) => {
            for error in errors {
                match error {
                    LoadError::Faulty(file) => {
                        files.push(file.source.path().to_owned());
                        reading.faulty.push(*file);
                    }
                    LoadError::Unreadable(file) => {
                        files.push(file.path.clone());
                        reading.unreadable.push(refusal(&file.path, &file.reason));
                    }
                }
            }
            before
        }
    };
    let files = files.into_iter().map(|file| (time(&file), file));
    let files = files.map(|(time, file)| (file, time)).collect();
    (Known { good, files }, reading)
}

impl Known {
    fn is_fresh(&self) -> bool {
        self.files
            .iter()
            .all(|(file, read)| read.is_some() && time(file) == *read)
    }
}

fn time(file: &Path) -> Option<SystemTime> {
    file.metadata().and_then(|found| found.modified()).ok()
}

/// The source texts of a configuration; what cannot be read is left out and told.
fn archive(configuration: &Configuration, reading: &mut Reading) -> Option<Arc<Archive>> {
    if configuration.sources.is_empty() {
        return None;
    }
    let index = IndexFolder::of_user();
    match Archive::open(&configuration.sources, &index, &|_| ()) {
        Ok(opened) => {
            let unreadable = opened.unreadable.iter();
            let told = unreadable.map(|file| refusal(&file.path, &file.reason));
            reading.unreadable.extend(told);
            Some(Arc::new(opened.archive))
        }
        Err(error) => {
            reading.unreadable.push(error.to_string());
            None
        }
    }
}
