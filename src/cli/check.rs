//! `textcheck [PATH]...`: the main job.

use std::collections::HashSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use textcheck::config::FailOn;
use textcheck::engine::{self, Entries, FileReport, Job};
use textcheck::source::{self, SourceFile};
use textcheck::{Checker, Severity};

use super::Exit;
use super::args::Check;
use super::output::{Output, complain};
use super::project::{Checkers, Refused};

/// More threads than this only get in each other's way.
const MOST_JOBS: usize = 64;

pub(super) fn run(args: &Check) -> io::Result<Exit> {
    if let Some(jobs) = args.jobs {
        // Only a second pool could fail, and there is none.
        let _ = rayon::ThreadPoolBuilder::new()
            .num_threads(jobs.min(MOST_JOBS))
            .build_global();
    }
    let planned = Checkers::new(args).and_then(|mut checkers| {
        let plan = plan(args, &mut checkers)?;
        Ok((plan, checkers.rules()))
    });
    let (plan, rules) = match planned {
        Ok((plan, rules)) => (Ok(plan), rules),
        Err(refused) => (Err(refused), Vec::new()),
    };
    match (plan, Output::new(&args.reports, rules)) {
        (Ok(plan), Ok(output)) => carry_out(args, plan, output),
        (Err(refused), Ok(output)) => refused.show(output),
        (_, Err(words)) => {
            complain(words);
            Ok(Exit::Failed)
        }
    }
}

/// One step of a run: a file to check, or one that cannot be.
pub(super) enum Step {
    File(Job, FailOn),
    Stdin(Arc<Checker>, FailOn),
    Unreadable(source::Unreadable),
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
            let (checker, fail_on) = checkers.of(&args.articles.stdin_filename)?;
            steps.push(Step::Stdin(checker, fail_on));
            continue;
        }
        for found in source::find(path) {
            steps.push(match found {
                Ok(path) => {
                    let (checker, fail_on) = checkers.of(&path)?;
                    Step::File(Job { path, checker }, fail_on)
                }
                Err(unreadable) => Step::Unreadable(unreadable),
            });
        }
    }
    Ok(steps)
}

fn carry_out(args: &Check, steps: Vec<Step>, output: Output) -> io::Result<Exit> {
    let mut run = Run {
        output,
        exit: Exit::Clean,
        held: args.cross_file.then(Vec::new),
        entries: Entries::default(),
    };
    let mut checkers: Vec<(Arc<Checker>, FailOn)> = Vec::new();
    for step in &steps {
        if let Step::File(Job { checker, .. }, fail_on) | Step::Stdin(checker, fail_on) = step
            && !checkers
                .iter()
                .any(|(known, _)| Arc::ptr_eq(known, checker))
        {
            checkers.push((checker.clone(), *fail_on));
        }
    }
    let mut jobs = Vec::new();
    let mut grades = Vec::new();
    for step in steps {
        match step {
            Step::File(job, fail_on) => {
                jobs.push(job);
                grades.push(fail_on);
            }
            Step::Stdin(checker, fail_on) => {
                run.jobs(&mut jobs, &mut grades)?;
                run.take(stdin(args, &checker), fail_on)?;
            }
            Step::Unreadable(file) => {
                run.jobs(&mut jobs, &mut grades)?;
                let report = FileReport::unreadable(&file.path, file.reason);
                run.take(report, FailOn::default())?;
            }
        }
    }
    run.jobs(&mut jobs, &mut grades)?;
    run.compare()?;
    run.needless(&checkers, &args.articles.paths)?;
    run.output.finish()?;
    Ok(run.exit)
}

/// Where the reports of a run go.
struct Run {
    output: Output,
    exit: Exit,
    /// Reports that wait for the others they are compared with.
    held: Option<Vec<(FileReport, FailOn)>>,
    /// The entries under `suppress:` that were used.
    entries: Entries,
}

impl Run {
    fn jobs(&mut self, jobs: &mut Vec<Job>, grades: &mut Vec<FailOn>) -> io::Result<()> {
        let mut grades = std::mem::take(grades).into_iter();
        engine::run(&std::mem::take(jobs), |report| {
            self.take(report, grades.next().unwrap_or_default())
        })
    }

    fn take(&mut self, report: FileReport, fail_on: FailOn) -> io::Result<()> {
        match &mut self.held {
            Some(held) => {
                held.push((report, fail_on));
                Ok(())
            }
            None => self.show(&report, fail_on),
        }
    }

    fn show(&mut self, report: &FileReport, fail_on: FailOn) -> io::Result<()> {
        let found = |severity: Severity| fail_on.includes(severity);
        if report.outcome.is_err() {
            self.exit = Exit::Failed;
        } else if report
            .diagnostics()
            .iter()
            .any(|diagnostic| found(diagnostic.severity))
            && self.exit == Exit::Clean
        {
            self.exit = Exit::Found;
        }
        self.entries.add(report);
        self.output.file(report)
    }

    /// Compares the reports that were held for it, and shows them.
    fn compare(&mut self) -> io::Result<()> {
        let (mut reports, grades): (Vec<_>, Vec<_>) =
            self.held.take().unwrap_or_default().into_iter().unzip();
        engine::compare(&mut reports);
        let mut all = reports.iter().zip(grades);
        all.try_for_each(|(report, fail_on)| self.show(report, fail_on))
    }

    /// Reports the entries under `suppress:` that silenced nothing, of configurations whose folders
    /// were named whole.
    fn needless(
        &mut self,
        checkers: &[(Arc<Checker>, FailOn)],
        paths: &[PathBuf],
    ) -> io::Result<()> {
        let folders: Vec<PathBuf> = folders(paths).collect();
        let judged = |configuration: &Path| {
            let file = configuration.canonicalize();
            file.is_ok_and(|file| folders.iter().any(|folder| file.starts_with(folder)))
        };
        let entries = std::mem::take(&mut self.entries);
        let all = checkers.iter().map(|(checker, _)| checker.as_ref());
        let fail_on = checkers.first().map_or(FailOn::default(), |first| first.1);
        let mut reports = entries.unused(all, judged).into_iter();
        reports.try_for_each(|report| self.show(&report, fail_on))
    }
}

/// Where the folders among some paths lie; the current one when there are no paths.
fn folders(paths: &[PathBuf]) -> impl Iterator<Item = PathBuf> {
    let here = paths.is_empty().then(|| PathBuf::from("."));
    let all = paths.iter().cloned().chain(here);
    all.filter(|path| path.is_dir())
        .filter_map(|path| path.canonicalize().ok())
}

fn stdin(args: &Check, checker: &Arc<Checker>) -> FileReport {
    match read_stdin(&args.articles.stdin_filename) {
        Ok(source) => engine::check(checker, source),
        Err(unreadable) => FileReport::unreadable(&unreadable.path, unreadable.reason),
    }
}

/// Standard input as the file whose name it goes by.
pub(super) fn read_stdin(path: &Path) -> Result<SourceFile, source::Unreadable> {
    let refused = |reason: String| source::Unreadable {
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
