//! Where reports go: standard output, whose reader may leave early, and files.

use std::fs::OpenOptions;
use std::io::{self, BufWriter, IsTerminal, Stderr, StdoutLock, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use textcheck::Severity;
use textcheck::engine::FileReport;
use textcheck::report::{
    Checkstyle, Fancy, Github, Gitlab, Json, Jsonl, Junit, Rdjson, Report, Sarif, Short, Summary,
    Table,
};
use textcheck::rules::Rule;
use textcheck::source::{WholeFile, display_path};

use super::args::Reports;
use super::choices::Color;
use super::destination::{DEFAULT, Destination, Format};

/// The reports of one run, and its summary.
pub(super) struct Output {
    reports: Vec<(Box<dyn Report>, Sink)>,
    summary: Summary,
    /// The table, and whether it may stand on standard output.
    table: Option<(Table, bool)>,
    /// Whether standard output has a report for readers, and tables may stand behind it.
    readers: bool,
    /// Whether standard output is a terminal.
    watched: bool,
    /// Whether a table of the quotations closes the run.
    quotations: bool,
}

/// Where one report goes.
enum Sink {
    Stdout(BufWriter<StdoutLock<'static>>),
    /// Where standard output has another use.
    Stderr(Stderr),
    File(WholeFile, PathBuf),
    /// Standard output whose reader has seen enough, while files are still written.
    Closed,
}

impl Output {
    /// Opens every file before the run, so that a path that cannot be written to is known at once.
    pub(super) fn new(args: &Reports, rules: Vec<(Arc<Rule>, Severity)>) -> Result<Self, String> {
        let default = [DEFAULT];
        let destinations = match args.format.as_slice() {
            [] => &default,
            given => given,
        };
        distinct(destinations)?;
        let reports = destinations.iter().map(|destination| {
            let report = report(destination, args, &rules);
            Ok((report, Sink::open(destination.file.as_deref())?))
        });
        let readers = destinations
            .iter()
            .all(|destination| destination.file.is_some() || destination.format.is_for_readers());
        Ok(Output {
            reports: reports.collect::<Result<_, String>>()?,
            summary: Summary::default(),
            table: args.summary.then(|| (Table::default(), readers)),
            readers,
            watched: io::stdout().is_terminal(),
            quotations: args.quotations,
        })
    }

    /// The graphical report, for commands that have no options of their own.
    pub(super) fn plain() -> Self {
        let fancy = Fancy {
            color: color(Color::Auto, true),
            ..Fancy::default()
        };
        Output {
            reports: vec![(Box::new(fancy), Sink::stdout())],
            summary: Summary::default(),
            table: None,
            readers: true,
            watched: io::stdout().is_terminal(),
            quotations: false,
        }
    }

    /// The same with standard error in the place of standard output, which has another use.
    #[must_use]
    pub(super) fn aside(mut self) -> Self {
        for (_, sink) in &mut self.reports {
            if matches!(sink, Sink::Stdout(_)) {
                *sink = Sink::Stderr(io::stderr());
            }
        }
        self
    }

    /// Whether everything but files is for readers, and words may stand beside it.
    pub(super) fn is_for_readers(&self) -> bool {
        self.readers
    }

    /// Counts fixes that were made.
    pub(super) fn fixed(&mut self, number: usize) {
        *self.summary.fixed.get_or_insert(0) += number;
    }

    pub(super) fn file(&mut self, file: &FileReport) -> io::Result<()> {
        self.summary.add(file);
        if let Some((table, _)) = &mut self.table {
            table.add(file);
        }
        self.each(|report, out, _| report.file(out, file))?;
        for (_, sink) in &mut self.reports {
            // Whoever watches sees each file at once, and a bar stands behind it.
            if let Sink::Stdout(out) = sink
                && self.watched
            {
                out.flush()?;
            }
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        let quotations = self
            .quotations
            .then(|| std::mem::take(&mut self.summary.quotations));
        self.each(|report, out, summary| report.finish(out, summary))?;
        let alone = self.reports.len() == 1;
        for (_, sink) in std::mem::take(&mut self.reports) {
            sink.close().or_else(|error| if_read(error, alone))?;
        }
        if let Some(numbers) = quotations {
            let words = textcheck::report::quotations(&numbers);
            if self.readers {
                print(&words).or_else(|error| if_read(error, false))?;
            } else {
                let _ = io::stderr().write_all(words.as_bytes());
            }
        }
        match self.table {
            Some((table, beside)) => show(&table, beside, &self.summary),
            None => Ok(()),
        }
    }

    /// Lets each report write. A reader of standard output that leaves ends the run, unless there are files to
    /// be written.
    fn each(
        &mut self,
        mut write: impl FnMut(&mut dyn Report, &mut dyn Write, &Summary) -> io::Result<()>,
    ) -> io::Result<()> {
        let alone = self.reports.len() == 1;
        for (report, sink) in &mut self.reports {
            let written = match sink {
                Sink::Stdout(out) => write(report.as_mut(), out, &self.summary),
                Sink::Stderr(out) => write(report.as_mut(), out, &self.summary),
                Sink::File(file, path) => {
                    write(report.as_mut(), file, &self.summary).map_err(|error| named(path, &error))
                }
                Sink::Closed => Ok(()),
            };
            if let Err(error) = written {
                if_read(error, alone)?;
                *sink = Sink::Closed;
            }
        }
        Ok(())
    }
}

impl Sink {
    fn open(file: Option<&Path>) -> Result<Self, String> {
        match file {
            None => Ok(Sink::stdout()),
            Some(path) => WholeFile::create(path)
                .map(|file| Sink::File(file, path.to_path_buf()))
                .map_err(|error| named(path, &error).to_string()),
        }
    }

    fn stdout() -> Self {
        Sink::Stdout(BufWriter::new(io::stdout().lock()))
    }

    fn close(self) -> io::Result<()> {
        match self {
            Sink::Stdout(mut out) => out.flush(),
            Sink::File(file, path) => file.keep().map_err(|error| named(&path, &error)),
            Sink::Stderr(_) | Sink::Closed => Ok(()),
        }
    }
}

/// That the reader of standard output has left does not keep other reports from being written.
fn if_read(error: io::Error, alone: bool) -> io::Result<()> {
    if error.kind() == io::ErrorKind::BrokenPipe && !alone {
        Ok(())
    } else {
        Err(error)
    }
}

/// Refuses two reports in one place.
fn distinct(destinations: &[Destination]) -> Result<(), String> {
    for (number, destination) in destinations.iter().enumerate() {
        let same = |other: &&Destination| other.file == destination.file;
        if destinations[..number].iter().find(same).is_some() {
            return Err(match &destination.file {
                None => "two reports on standard output; give one of them a file: \
                         `--format sarif=out.sarif`"
                    .into(),
                Some(path) => format!("two reports in one file, {}", display_path(path)),
            });
        }
    }
    Ok(())
}

fn report(
    destination: &Destination,
    args: &Reports,
    rules: &[(Arc<Rule>, Severity)],
) -> Box<dyn Report> {
    match destination.format {
        Format::Fancy => Box::new(Fancy {
            color: color(args.color, destination.file.is_none()),
            all: args.all,
            quiet: args.quiet,
        }),
        Format::Short => Box::new(Short {
            all: args.all,
            quiet: args.quiet,
        }),
        Format::Json => Box::<Json>::default(),
        Format::Jsonl => Box::new(Jsonl),
        Format::Sarif => Box::new(Sarif::new(rules.iter().cloned())),
        Format::Github => Box::<Github>::default(),
        Format::Gitlab => Box::<Gitlab>::default(),
        Format::Junit => Box::<Junit>::default(),
        Format::Checkstyle => Box::<Checkstyle>::default(),
        Format::Rdjson => Box::<Rdjson>::default(),
    }
}

/// Shows the table, and adds it to the job summary of GitHub Actions where there is one.
fn show(table: &Table, beside: bool, summary: &Summary) -> io::Result<()> {
    let words = table.plain();
    if beside {
        print(&words).or_else(|error| if_read(error, false))?;
    } else {
        let _ = io::stderr().write_all(words.as_bytes());
    }
    // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
    match std::env::var_os("GITHUB_STEP_SUMMARY") {
        Some(path) if !path.is_empty() => {
            let path = PathBuf::from(path);
            OpenOptions::new()
                .append(true)
                .create(true)
                .open(&path)
                .and_then(|mut file| file.write_all(table.markdown(summary).as_bytes()))
                .map_err(|error| named(&path, &error))
        }
        _ => Ok(()),
    }
}

/// An error that says which file it is about.
fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::other(format!("cannot write {}: {error}", display_path(path)))
}

/// Prints words to standard output.
pub(super) fn print(words: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(words.as_bytes())?;
    out.flush()
}

/// Prints a remark to standard error, which may be closed.
pub(super) fn remark(words: impl std::fmt::Display) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// Prints an error of the run to standard error, which may be closed.
pub(super) fn complain(words: impl std::fmt::Display) {
    let _ = writeln!(io::stderr(), "error: {words}");
}

pub(super) fn color(choice: Color, on_stdout: bool) -> bool {
    match choice {
        Color::Always => true,
        Color::Never => false,
        // https://no-color.org: set and not empty.
        Color::Auto => {
            on_stdout
                && io::stdout().is_terminal()
                && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        }
    }
}
