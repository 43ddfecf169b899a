//! What a run is to read: the files that the command line names, each with its checker.

use std::collections::HashSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use textcheck::Checker;
use textcheck::archive::Archive;
use textcheck::config::FailOn;
use textcheck::source::{self, SourceFile, Unreadable};

use super::args::Check;
use super::project::{Checkers, Refused};

/// One step of a run: a file to check, or one that cannot be.
pub(super) enum Step {
    File(PathBuf, Judge),
    Stdin(Judge),
    Unreadable(Unreadable),
}

/// Who judges a file: its checker, and at or above which severity its findings fail the run.
#[derive(Clone)]
pub(super) struct Judge {
    pub(super) checker: Arc<Checker>,
    pub(super) fail_on: FailOn,
}

impl Step {
    /// The text to check, and by what.
    pub(super) fn read(&self, args: &Check) -> Result<(SourceFile, &Arc<Checker>), Unreadable> {
        match self {
            Step::File(path, judge) => Ok((SourceFile::read(path)?, &judge.checker)),
            Step::Stdin(judge) => Ok((read_stdin(&args.articles.stdin_filename)?, &judge.checker)),
            Step::Unreadable(file) => Err(file.clone()),
        }
    }

    pub(super) fn judge(&self) -> Option<&Judge> {
        match self {
            Step::File(_, judge) | Step::Stdin(judge) => Some(judge),
            Step::Unreadable(_) => None,
        }
    }
}

/// Lists what to do, in order, with every configuration read, so that a mistake in one stops the
/// run before anything is printed.
pub(super) fn plan(args: &Check, checkers: &mut Checkers) -> Result<Vec<Step>, Refused> {
    let here = [PathBuf::from(".")];
    let paths: &[PathBuf] = if args.articles.paths.is_empty() {
        &here
    } else {
        &args.articles.paths
    };
    let mut steps = Vec::new();
    let mut seen = HashSet::new();
    for path in paths.iter().filter(|path| seen.insert(*path)) {
        if path == Path::new("-") {
            steps.push(Step::Stdin(checkers.of(&args.articles.stdin_filename)?));
            continue;
        }
        for found in source::find(path) {
            steps.push(match found {
                Ok(path) => {
                    let judge = checkers.of(&path)?;
                    Step::File(path, judge)
                }
                Err(unreadable) => Step::Unreadable(unreadable),
            });
        }
    }
    let unreadable = checkers.unreadable().into_iter();
    steps.extend(unreadable.map(Step::Unreadable));
    Ok(steps)
}

/// The source texts that could not be read again, or had changed, when a quotation was looked up.
pub(super) fn faults(steps: &[Step]) -> Vec<Unreadable> {
    let checkers = steps.iter().filter_map(Step::judge);
    let archives = checkers.filter_map(|judge| judge.checker.archive());
    let mut faults: Vec<Unreadable> = archives.flat_map(Archive::faults).collect();
    faults.sort_by(|a, b| a.path.cmp(&b.path));
    faults.dedup_by(|a, b| a.path == b.path);
    faults
}

/// Standard input as the file whose name it goes by.
fn read_stdin(path: &Path) -> Result<SourceFile, Unreadable> {
    let refused = |reason: String| Unreadable {
        path: path.to_path_buf(),
        reason,
    };
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(|error| refused(error.to_string()))?;
    SourceFile::from_bytes(path, bytes).map_err(|error| refused(error.to_string()))
}
