//! What a run is to read: the files that the command line names, each with its checker.

use std::collections::HashSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use textcheck::Checker;
use textcheck::archive::Archive;
use textcheck::source::{self, SourceFile, Unreadable, display_path};

use super::args::{Articles, Check};
use super::project::{Checkers, Judge, Refused};

/// One step of a run: a file to check, or one that cannot be.
pub(super) enum Step {
    File(PathBuf, Judge),
    Stdin(Judge),
    Unreadable(Unreadable),
}

impl Step {
    /// The text to check, and by what.
    pub(super) fn read(&self, args: &Check) -> Result<(SourceFile, &Arc<Checker>), Unreadable> {
        match self {
            Step::File(path, judge) => Ok((
                SourceFile::read_as(path, args.articles.encoding)?,
                &judge.checker,
            )),
            Step::Stdin(judge) => Ok((read_stdin(&args.articles)?, &judge.checker)),
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
    let mut paths = args.articles.paths.clone();
    if args.articles.are_here() {
        paths.push(PathBuf::from("."));
    }
    if let Some(list) = &args.articles.files_from {
        let listed = listed(list, args.articles.null)?;
        paths.extend(
            listed
                .into_iter()
                .filter(|path| source::has_article_name(path)),
        );
    }
    let mut steps = Vec::new();
    let mut seen = HashSet::new();
    for path in paths.iter().filter(|path| seen.insert(path.as_path())) {
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

/// The paths of a list, one a line or one a NUL.
fn listed(list: &Path, null: bool) -> Result<Vec<PathBuf>, Refused> {
    let mut bytes = Vec::new();
    let read = match list == Path::new("-") {
        true => io::stdin().lock().read_to_end(&mut bytes).map(|_| ()),
        false => std::fs::read(list).map(|read| bytes = read),
    };
    let refused = |reason: String| Refused::Usage(format!("{}: {reason}", display_path(list)));
    read.map_err(|error| refused(error.to_string()))?;
    let separator = if null { 0 } else { b'\n' };
    let paths = bytes.split(|&byte| byte == separator);
    paths
        .map(|path| path.strip_suffix(b"\r").filter(|_| !null).unwrap_or(path))
        .filter(|path| !path.is_empty())
        .map(|path| self::path(path).ok_or_else(|| refused("it is not UTF-8".into())))
        .collect()
}

/// A path by its bytes.
#[cfg(unix)]
fn path(bytes: &[u8]) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStrExt;
    Some(std::ffi::OsStr::from_bytes(bytes).into())
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> Option<PathBuf> {
    std::str::from_utf8(bytes).ok().map(PathBuf::from)
}

/// Standard input as the file whose name it goes by.
fn read_stdin(articles: &Articles) -> Result<SourceFile, Unreadable> {
    let path = &articles.stdin_filename;
    let refused = |reason: String| Unreadable {
        path: path.clone(),
        reason,
    };
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(|error| refused(error.to_string()))?;
    SourceFile::from_bytes(path, bytes, articles.encoding)
        .map_err(|error| refused(error.to_string()))
}
