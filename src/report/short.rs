//! `short`: one line for each diagnostic, as compilers write them and terminals make clickable.

use std::io::{self, Write};

use super::safe::safe;
use super::{Report, Summary, shown};
use crate::engine::FileReport;

/// `path:line:column: severity[rule] message`.
#[derive(Debug, Default)]
pub struct Short {
    /// Show every diagnostic of a rule that speaks often.
    pub all: bool,
    /// Leave out the summary.
    pub quiet: bool,
}

impl Report for Short {
    fn file(&mut self, out: &mut dyn Write, file: &FileReport) -> io::Result<()> {
        let path = file.source.name();
        let path = safe(&path);
        if let Err(reason) = &file.outcome {
            writeln!(out, "{path}: error: {}", safe(reason))?;
        }
        let (shown, hidden) = shown(file, self.all);
        for diagnostic in shown {
            let source = diagnostic.primary.source(&file.source);
            let place = source.position(diagnostic.primary.span.start);
            let path = source.name();
            let path = safe(&path);
            let (line, column, severity) = (place.line, place.column, diagnostic.severity.name());
            let message = safe(&diagnostic.message);
            writeln!(
                out,
                "{path}:{line}:{column}: {severity}[{}] {message}",
                diagnostic.rule
            )?;
        }
        for (rule, number) in hidden {
            writeln!(out, "{path}: {number} more of {rule} (--all shows them)")?;
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        if self.quiet {
            return Ok(());
        }
        let mut lines = std::iter::once(summary.line()).chain(summary.fixes());
        lines.try_for_each(|line| writeln!(out, "{line}"))
    }
}
