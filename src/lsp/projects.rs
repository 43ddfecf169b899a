//! The checker for each document: that of the nearest `textcheck.yaml`, read again when it has changed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::Checker;
use crate::archive::{Archive, IndexFolder};
use crate::config::{self, Configuration, Project};
use crate::rules::{FaultyFile, LoadError, RuleSet};

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
    checker: Arc<Checker>,
    /// What it was read from, each file with its time.
    files: Vec<(PathBuf, Option<SystemTime>)>,
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

    /// The checker for the documents of a folder, and what came of reading its configuration if that
    /// was done just now. A configuration with mistakes leaves the checker as it was.
    pub(super) fn checker(&mut self, folder: &Path) -> (Arc<Checker>, Option<Reading>) {
        let Some(path) = config::find(folder) else {
            return (self.default.clone(), None);
        };
        let known = self.known.get(&path);
        if let Some(known) = known.filter(|known| known.is_fresh()) {
            return (known.checker.clone(), None);
        }
        let before = known.map_or(&self.default, |known| &known.checker).clone();
        let (known, reading) = self.read(path.clone(), before);
        let checker = known.checker.clone();
        self.known.insert(path, known);
        (checker, Some(reading))
    }

    /// Forgets what was read from files that have changed.
    pub(super) fn forget(&mut self, changed: &[PathBuf]) {
        for known in self.known.values_mut() {
            let files = known.files.iter_mut();
            for (_, time) in
                files.filter(|(file, _)| changed.iter().any(|path| path.starts_with(file)))
            {
                *time = None;
            }
        }
    }

    fn read(&self, path: PathBuf, before: Arc<Checker>) -> (Known, Reading) {
        let mut files = vec![path.clone()];
        let mut reading = Reading {
            of: path.clone(),
            faulty: Vec::new(),
            unreadable: Vec::new(),
        };
        let checker = match Project::read(&path, self.rules.clone()) {
            Ok(project) => {
                let configuration = &project.configuration;
                files.extend(configuration.files().map(|file| path.with_file_name(file)));
                let checker = Checker::new(&project.rules, configuration);
                Arc::new(with_sources(checker, configuration, &mut reading))
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
                            reading.unreadable.push(format!(
                                "{}: {}",
                                file.path.display(),
                                file.reason
                            ));
                        }
                    }
                }
                before
            }
        };
        let files = files.into_iter().map(|file| (time(&file), file));
        let files = files.map(|(time, file)| (file, time)).collect();
        (Known { checker, files }, reading)
    }
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

/// The checker with the source texts of its configuration; what cannot be read is left out and told.
fn with_sources(checker: Checker, configuration: &Configuration, reading: &mut Reading) -> Checker {
    if configuration.sources.is_empty() {
        return checker;
    }
    let index = IndexFolder::of_user();
    let opened = match Archive::open(&configuration.sources, &index, &|_| ()) {
        Ok(opened) => opened,
        Err(error) => {
            reading.unreadable.push(error.to_string());
            return checker;
        }
    };
    let told = opened
        .unreadable
        .iter()
        .map(|file| format!("{}: {}", file.path.display(), file.reason));
    reading.unreadable.extend(told);
    checker.with_archive(Arc::new(opened.archive))
}
