//! `github`: workflow commands, which GitHub Actions turns into annotations.
//!
//! Of each level GitHub shows ten annotations for a step; so the most severe come first, and a count closes.

use std::io::{self, Write};

use super::safe::safe;
use super::told::{place, told};
use super::{Report, Summary};
use crate::diagnostic::{Diagnostic, Severity};
use crate::engine::FileReport;

/// How many annotations of one level GitHub shows for a step.
const SHOWN: usize = 10;

/// One command for each diagnostic, at the end of the run.
#[derive(Debug, Default)]
pub struct Github {
    commands: Vec<(Severity, String)>,
}

impl Report for Github {
    fn file(&mut self, _: &mut dyn Write, file: &FileReport) -> io::Result<()> {
        if let Err(reason) = &file.outcome {
            let path = file.source.name();
            let words = format!("{}: {}", safe(&path), safe(reason));
            let command = format!(
                "::error file={},title={}::{}",
                property(&path),
                property("textcheck"),
                data(&words)
            );
            self.commands.push((Severity::Error, command));
        }
        let commands = file
            .diagnostics()
            .iter()
            .map(|diagnostic| (diagnostic.severity, command(file, diagnostic)));
        self.commands.extend(commands);
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        self.commands
            .sort_by_key(|(severity, _)| std::cmp::Reverse(*severity));
        for (_, command) in &self.commands {
            writeln!(out, "{command}")?;
        }
        let hidden: usize = self
            .commands
            .chunk_by(|one, next| one.0 == next.0)
            .map(|level| level.len().saturating_sub(SHOWN))
            .sum();
        let more = match hidden {
            0 => String::new(),
            hidden => {
                format!("; GitHub shows {SHOWN} of each level, {hidden} stand in the log alone")
            }
        };
        writeln!(out, "{}{more}", summary.line())
    }
}

fn command(file: &FileReport, diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Suggestion => "notice",
    };
    let label = &diagnostic.primary;
    let source = label.source(&file.source);
    let (from, to) = (
        source.position(label.span.start),
        source.position(label.span.end),
    );
    // GitHub refuses columns of an annotation over several lines.
    let columns = if from.line == to.line {
        format!(",col={},endColumn={}", from.column, to.column)
    } else {
        String::new()
    };
    format!(
        "::{level} file={},line={},endLine={}{columns},title={}::{}",
        property(&source.name()),
        from.line,
        to.line,
        property(&format!("textcheck ({})", diagnostic.rule)),
        // The log shows the words alone, so the place stands in them too.
        data(&format!(
            "{}: {}",
            place(&file.source, label),
            told(&file.source, diagnostic)
        )),
    )
}

/// The words of a command, as the runner reads them back.
fn data(words: &str) -> String {
    words
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property: a comma would end it, a colon pair the properties.
fn property(words: &str) -> String {
    data(&safe(words)).replace(':', "%3A").replace(',', "%2C")
}
