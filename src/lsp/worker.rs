//! Checking beside the conversation: one thread, the newest text first, work on an older one given up.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossbeam_channel::{Receiver, Sender, unbounded};
use lsp_types::Uri;

use super::projects::{Projects, Reading};
use crate::Checker;
use crate::config::{self, Project};
use crate::engine::{self, FileReport};
use crate::rules::{FaultyFile, LoadError, RuleSet, is_yaml};
use crate::source::SourceFile;
use crate::yaml;

/// A text to check.
pub(super) struct Job {
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) source: Arc<SourceFile>,
    /// The folder whose configuration is asked.
    pub(super) folder: PathBuf,
    /// Set when a newer text has come.
    pub(super) stop: Arc<AtomicBool>,
}

/// What the worker is told.
pub(super) enum Order {
    Check(Job),
    /// Files on the disk have changed.
    Changed(Vec<PathBuf>),
}

/// What the worker tells.
pub(super) enum Done {
    Checked(Box<Checked>),
    Read(Reading),
}

/// A text that was checked.
pub(super) struct Checked {
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) checker: Arc<Checker>,
    pub(super) report: FileReport,
}

/// Starts the worker; it ends when its orders do.
pub(super) fn start() -> (Sender<Order>, Receiver<Done>) {
    let (orders, received) = unbounded();
    let (tell, done) = unbounded();
    thread::spawn(move || {
        let mut projects = Projects::new();
        for order in received {
            match order {
                Order::Changed(files) => projects.forget(&files),
                Order::Check(job) => {
                    if !check(job, &mut projects, &tell) {
                        break;
                    }
                }
            }
        }
    });
    (orders, done)
}

/// Whether anybody still listens.
fn check(job: Job, projects: &mut Projects, tell: &Sender<Done>) -> bool {
    if job.stop.load(Ordering::Relaxed) {
        return true;
    }
    let (checker, reading) = projects.checker(&job.folder, job.source.path());
    if reading.is_some_and(|reading| tell.send(Done::Read(reading)).is_err()) {
        return false;
    }
    let report = if is_yaml(job.source.path()) {
        FileReport::faulty(own_file(&job.source, projects.rules()))
    } else {
        let stop = || job.stop.load(Ordering::Relaxed);
        match engine::check_unless(&stop, &checker, job.source.clone()) {
            Some(report) => report,
            None => return true,
        }
    };
    let checked = Checked {
        uri: job.uri,
        version: job.version,
        checker,
        report,
    };
    tell.send(Done::Checked(Box::new(checked))).is_ok()
}

/// The mistakes of a configuration or a rule file; none in YAML that is neither.
fn own_file(source: &Arc<SourceFile>, rules: &RuleSet) -> FaultyFile {
    let path = source.path();
    let copy = || SourceFile::new(path, source.text());
    let faulty = if path
        .file_name()
        .is_some_and(|name| name == config::FILE_NAME)
    {
        let errors = Project::of(source, rules.clone()).err().unwrap_or_default();
        errors.into_iter().find_map(|error| own(error, path))
    } else if is_rule_file(source.text()) {
        rules
            .clone()
            .add_source(copy())
            .err()
            .and_then(|error| own(error, path))
    } else {
        None
    };
    faulty.unwrap_or_else(|| FaultyFile {
        source: copy(),
        diagnostics: Vec::new(),
    })
}

fn own(error: LoadError, path: &Path) -> Option<FaultyFile> {
    match error {
        LoadError::Faulty(file) if file.source.path() == path => Some(*file),
        _ => None,
    }
}

/// A list `rules:` whose entries look like ours. YAML that cannot be parsed may be anybody's.
fn is_rule_file(text: &str) -> bool {
    let root = yaml::parse(text).ok();
    let rules = root.as_ref().and_then(|root| root.get("rules"));
    rules.is_some_and(|rules| {
        let mut entries = rules.items().iter();
        entries.any(|rule| rule.get("id").is_some() && rule.get("check").is_some())
    })
}
