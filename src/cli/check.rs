//! `textcheck [PATH]...`: the main job.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use textcheck::Diagnostic;
use textcheck::baseline::Baseline;
use textcheck::changed::Changes;
use textcheck::config::FailOn;
use textcheck::engine::{self, Elsewhere, Entries, FileReport};
use textcheck::fix::Fixed;
use textcheck::report::counted;
use textcheck::report::facts::refusal;
use textcheck::rules::CONFIGURATION;
use textcheck::source::display_path;

use super::Exit;
use super::args::{Articles, Check};
use super::changed::changes;
use super::fix;
use super::interrupt;
use super::output::{Output, color, complain, print, remark};
use super::plan::{Step, plan};
use super::progress::Progress;
use super::project::{Checkers, Judge, Refused};

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
        let changes = changes(args).map_err(Refused::Usage)?;
        if !args.reports.quiet && args.known.write_baseline.is_none() {
            checkers.unwritten().for_each(remark);
        }
        Ok(((plan, changes), checkers.rules()))
    });
    let (plan, rules) = match planned {
        Ok((plan, rules)) => (Ok(plan), rules),
        Err(refused) => (Err(refused), Vec::new()),
    };
    // Standard input that is read would wait for its end, so that Ctrl-C had to be pressed twice.
    if let Ok((steps, _)) = &plan
        && !steps.iter().any(|step| matches!(step, Step::Stdin(_)))
    {
        interrupt::watch();
    }
    match (plan, Output::new(&args.reports, rules)) {
        (Ok((plan, changes)), Ok(output)) => carry_out(args, &plan, changes, output),
        (Err(refused), Ok(output)) => refused.show(output),
        (_, Err(words)) => {
            complain(words);
            Ok(Exit::Failed)
        }
    }
}

/// What came of one step.
enum Done {
    Checked(FileReport),
    Fixed(Fixed),
}

impl Done {
    /// Whether there may be something to print.
    fn prints(&self) -> bool {
        match self {
            Done::Checked(report) => report.outcome.is_err() || !report.diagnostics().is_empty(),
            Done::Fixed(_) => true,
        }
    }
}

/// Reads and checks a file; makes its fixes, if that is wanted, but does not write them.
fn work(args: &Check, step: &Step) -> Done {
    let fixing = &args.fixing;
    match step.read(args) {
        Ok((source, checker)) if fixing.fix || fixing.diff => {
            Done::Fixed(textcheck::fix::fix(checker, source, fixing.suggested))
        }
        Ok((source, checker)) => Done::Checked(engine::check(checker, source)),
        Err(file) => Done::Checked(FileReport::unreadable(&file.path, file.reason)),
    }
}

fn carry_out(
    args: &Check,
    steps: &[Step],
    changes: Option<Changes>,
    output: Output,
) -> io::Result<Exit> {
    let learned = match args.known.write_baseline.as_deref() {
        Some(path) => match learning(path) {
            Ok(baseline) => Some((path, baseline)),
            Err(words) => {
                complain(words);
                return Ok(Exit::Failed);
            }
        },
        None => None,
    };
    let text_goes_out = args.fixing.fix && steps.iter().any(|step| matches!(step, Step::Stdin(_)));
    let mut run = Run {
        args,
        output: match text_goes_out || args.fixing.diff {
            true => output.aside(),
            false => output,
        },
        changes,
        exit: Exit::Clean,
        held: args.cross_file.then(Vec::new),
        learned,
        elsewhere: Elsewhere::default(),
        entries: Entries::default(),
        would: fix::Would::default(),
    };
    let done = run.work(steps)?;
    if done < steps.len() {
        run.stopped(steps, done)
    } else if run.learned.is_some() {
        run.compare()?;
        run.write_baseline()
    } else if args.fixing.diff {
        if !args.reports.quiet {
            remark(run.would);
        }
        Ok(run.exit)
    } else {
        run.compare()?;
        run.faults(steps)?;
        run.needless(steps)?;
        run.output.finish()?;
        Ok(run.exit)
    }
}

/// Where the reports of a run go.
struct Run<'a> {
    args: &'a Check,
    output: Output,
    /// What a diagnostic must touch, where only changes are asked for.
    changes: Option<Changes>,
    exit: Exit,
    /// Reports that wait for the others they are compared with.
    held: Option<Vec<(FileReport, Option<Judge>)>>,
    /// What is known from now on, and where that is written.
    learned: Option<(&'a Path, Baseline)>,
    elsewhere: Elsewhere,
    /// The entries under `suppress:` that were used.
    entries: Entries,
    /// What `--diff` has shown.
    would: fix::Would,
}

impl Run<'_> {
    /// Takes the steps one after the other; says how many were done when all were or somebody stopped it.
    fn work(&mut self, steps: &[Step]) -> io::Result<usize> {
        let (args, threads) = (self.args, rayon::current_num_threads());
        let wanted = !args.reports.quiet && self.output.is_for_readers();
        let mut progress = Progress::new(steps.len(), wanted);
        let mut left = steps.iter();
        engine::in_order(
            steps,
            threads,
            &interrupt::STOP,
            |step| work(args, step),
            |done| match left.next() {
                Some(step) => progress.past(done.prints(), || self.take(step, done)),
                None => Ok(()),
            },
        )?;
        Ok(steps.len() - left.len())
    }

    /// Ends a run that somebody stopped: what was found is reported, and no baseline is written.
    fn stopped(mut self, steps: &[Step], done: usize) -> io::Result<Exit> {
        if self.learned.is_none() && !self.args.fixing.diff {
            self.compare()?;
            self.faults(steps)?;
            self.output.finish()?;
        }
        let all = steps.len();
        remark(format_args!("stopped: {done} of {all} files were checked"));
        Ok(Exit::Stopped)
    }

    fn take(&mut self, step: &Step, done: Done) -> io::Result<()> {
        let report = match done {
            Done::Checked(report) => report,
            Done::Fixed(fixed) => {
                fix::say_endless(&fixed);
                if self.args.fixing.diff {
                    return self.show_diff(&fixed);
                }
                let made = fixed.made;
                let report = fix::keep(step, fixed)?;
                let kept = report.outcome.is_ok();
                self.output.fixed(if kept { made } else { 0 });
                report
            }
        };
        let report = self.elsewhere.once(report);
        match &mut self.held {
            Some(held) => {
                held.push((report, step.judge().cloned()));
                Ok(())
            }
            None => self.show(report, step.judge()),
        }
    }

    fn show_diff(&mut self, fixed: &Fixed) -> io::Result<()> {
        self.would.add(fixed);
        if fixed.is_changed() {
            print(&fixed.diff(color(self.args.reports.color, true)))?;
            self.found();
        }
        Ok(())
    }

    fn found(&mut self) {
        if self.exit == Exit::Clean {
            self.exit = Exit::Found;
        }
    }

    fn show(&mut self, mut report: FileReport, judge: Option<&Judge>) -> io::Result<()> {
        self.entries.add(&report);
        if report.outcome.is_ok()
            && let Some((_, learned)) = &mut self.learned
        {
            learned.learn(&report);
            if let Some(fault) = misread(&report) {
                let (name, place) = (report.source.name(), fault.primary.span.start);
                let line = report.source.position(place).line;
                complain(format_args!("{name}:{line}: {}", fault.message));
                self.exit = Exit::Failed;
            }
            return Ok(());
        }
        if let Some(baseline) = judge.and_then(|judge| judge.baseline.as_deref()) {
            baseline.quiet(&mut report);
        }
        let fail_on = judge.map_or(FailOn::default(), |judge| judge.fail_on);
        self.report(report, fail_on)
    }

    fn report(&mut self, mut report: FileReport, fail_on: FailOn) -> io::Result<()> {
        if let Some(changes) = &self.changes {
            changes.retain(&mut report);
        }
        let mut found = report.diagnostics().iter();
        if report.outcome.is_err() || misread(&report).is_some() {
            self.exit = Exit::Failed;
        } else if found.any(|diagnostic| fail_on.includes(diagnostic.severity)) {
            self.found();
        }
        self.output.file(&report)
    }

    /// Names the source texts that could not be read again when a quotation was looked up.
    fn faults(&mut self, steps: &[Step]) -> io::Result<()> {
        super::plan::faults(steps)
            .into_iter()
            .try_for_each(|fault| {
                let report = FileReport::unreadable(&fault.path, fault.reason);
                self.report(report, FailOn::default())
            })
    }

    /// Compares the reports that were held for it, and shows them.
    fn compare(&mut self) -> io::Result<()> {
        let (mut reports, judges): (Vec<_>, Vec<_>) =
            self.held.take().unwrap_or_default().into_iter().unzip();
        engine::compare(&mut reports);
        let mut all = reports.into_iter().zip(judges);
        all.try_for_each(|(report, judge)| self.show(report, judge.as_ref()))
    }

    /// Writes what was learned; files that could not be read are the only failure.
    fn write_baseline(&mut self) -> io::Result<Exit> {
        let Some((path, mut learned)) = self.learned.take() else {
            return Ok(self.exit);
        };
        learned.forget_missing();
        if let Err(file) = learned.write(path) {
            complain(refusal(&file.path, &file.reason));
            return Ok(Exit::Failed);
        }
        if !self.args.reports.quiet {
            let findings = counted(learned.len(), "finding");
            remark(format_args!("{}: {findings} known", display_path(path)));
        }
        Ok(self.exit)
    }

    /// Reports the entries under `suppress:` that silenced nothing, of configurations whose folders
    /// were named whole.
    fn needless(&mut self, steps: &[Step]) -> io::Result<()> {
        let folders: Vec<PathBuf> = folders(&self.args.articles).collect();
        let judged = |configuration: &Path| {
            let file = configuration.canonicalize();
            file.is_ok_and(|file| folders.iter().any(|folder| file.starts_with(folder)))
        };
        let mut seen = HashSet::new();
        let judges = steps.iter().filter_map(Step::judge);
        let judges: Vec<&Judge> = judges
            .filter(|judge| seen.insert(Arc::as_ptr(&judge.checker)))
            .collect();
        let entries = std::mem::take(&mut self.entries);
        let checkers = judges.iter().map(|judge| judge.checker.as_ref());
        let fail_on = judges
            .first()
            .map_or(FailOn::default(), |judge| judge.fail_on);
        let mut reports = entries.unused(checkers, judged).into_iter();
        reports.try_for_each(|report| self.report(report, fail_on))
    }
}

/// A mistake in what an article says to textcheck.
fn misread(report: &FileReport) -> Option<&Diagnostic> {
    let mut found = report.diagnostics().iter();
    found.find(|found| found.rule == CONFIGURATION)
}

/// The baseline to begin with, so that what is known of files that are not checked now stays known.
fn learning(path: &Path) -> Result<Baseline, String> {
    if !path.exists() {
        return Ok(Baseline::empty(path));
    }
    Baseline::read(path).map_err(|file| refusal(&file.path, &file.reason))
}

/// Where the folders lie that are checked whole.
fn folders(articles: &Articles) -> impl Iterator<Item = PathBuf> {
    let here = articles.are_here().then(|| PathBuf::from("."));
    let all = articles.paths.iter().cloned().chain(here);
    all.filter(|path| path.is_dir())
        .filter_map(|path| path.canonicalize().ok())
}
