//! Where reports go: standard output, whose reader may leave early.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use super::args::{Check, Color, Format};
use textcheck::engine::FileReport;
use textcheck::report::{Fancy, Json, Report, Short, Summary};

/// A report on standard output, with its summary.
pub(super) struct Output {
    out: BufWriter<StdoutLock<'static>>,
    report: Box<dyn Report>,
    summary: Summary,
}

impl Output {
    pub(super) fn new(args: &Check) -> Self {
        let report: Box<dyn Report> = match args.format {
            Format::Fancy => Box::new(Fancy {
                color: color(args.color),
                all: args.all,
                quiet: args.quiet,
            }),
            Format::Short => Box::new(Short {
                all: args.all,
                quiet: args.quiet,
            }),
            Format::Json => Box::<Json>::default(),
        };
        Self::with(report)
    }

    /// The graphical report, for commands that have no options of their own.
    pub(super) fn plain() -> Self {
        Self::with(Box::new(Fancy {
            color: color(Color::Auto),
            ..Fancy::default()
        }))
    }

    fn with(report: Box<dyn Report>) -> Self {
        Output {
            out: BufWriter::new(io::stdout().lock()),
            report,
            summary: Summary::default(),
        }
    }

    pub(super) fn file(&mut self, file: &FileReport) -> io::Result<()> {
        self.summary.add(file);
        self.report.file(&mut self.out, file)
    }

    pub(super) fn finish(&mut self) -> io::Result<()> {
        self.report.finish(&mut self.out, &self.summary)?;
        self.out.flush()
    }
}

/// Prints words to standard output.
pub(super) fn print(words: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(words.as_bytes())?;
    out.flush()
}

/// Prints an error of the run to standard error, which may be closed.
pub(super) fn complain(words: impl std::fmt::Display) {
    let _ = writeln!(io::stderr(), "error: {words}");
}

fn color(choice: Color) -> bool {
    match choice {
        Color::Always => true,
        Color::Never => false,
        // https://no-color.org: set and not empty.
        Color::Auto => {
            io::stdout().is_terminal()
                && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        }
    }
}
