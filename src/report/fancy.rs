//! `fancy`: miette's graphical report. The only file that knows miette.

use std::fmt;
use std::io::{self, Write};

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents,
};

use super::excerpt::{Window, windows};
use super::safe::safe;
use super::{Report, Summary, shown};
use crate::diagnostic::{Applicability, Diagnostic, Fix, Label, Severity};
use crate::engine::FileReport;
use crate::source::{SourceFile, Span};

/// The columns of a report.
const WIDTH: usize = 80;

/// Edits of a fix that are shown.
const EDITS: usize = 3;

/// The graphical report.
#[derive(Debug, Default)]
pub struct Fancy {
    /// With colours.
    pub color: bool,
    /// Show every diagnostic of a rule that speaks often.
    pub all: bool,
    /// Leave out the summary.
    pub quiet: bool,
}

impl Fancy {
    fn handler(&self) -> GraphicalReportHandler {
        let theme = if self.color {
            GraphicalTheme::unicode()
        } else {
            GraphicalTheme::unicode_nocolor()
        };
        GraphicalReportHandler::new_themed(theme)
            .with_width(WIDTH)
            .with_context_lines(0)
            .with_links(false)
    }
}

impl Report for Fancy {
    fn file(&mut self, out: &mut dyn Write, file: &FileReport) -> io::Result<()> {
        let path = file.source.name();
        if let Err(reason) = &file.outcome {
            writeln!(out, "error: {}: {}\n", safe(&path), safe(reason))?;
        }
        let handler = self.handler();
        let (shown, hidden) = shown(file, self.all);
        for diagnostic in shown {
            let shown = Shown::new(&file.source, diagnostic);
            let mut words = String::new();
            handler
                .render_report(&mut words, &shown)
                .map_err(io::Error::other)?;
            writeln!(out, "{}", words.trim_start_matches('\n'))?;
        }
        for (rule, number) in hidden {
            writeln!(
                out,
                "{}: {number} more of {rule} (--all shows them)\n",
                safe(&path)
            )?;
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

/// A diagnostic as miette wants it. Its offsets are those of the excerpt, not of the source.
#[derive(Debug)]
struct Shown<'d> {
    diagnostic: &'d Diagnostic,
    message: String,
    help: Option<String>,
    excerpt: Excerpt,
    labels: Vec<LabeledSpan>,
    related: Vec<Related>,
}

impl<'d> Shown<'d> {
    fn new(source: &SourceFile, diagnostic: &'d Diagnostic) -> Self {
        let home = diagnostic.primary.source(source);
        let (here, elsewhere): (Vec<&Label>, Vec<&Label>) = diagnostic
            .secondary
            .iter()
            .partition(|label| label.source(source).path() == home.path());
        let all: Vec<_> = std::iter::once(&diagnostic.primary).chain(here).collect();
        let (excerpt, labels) = excerpt(home, &all);
        Shown {
            diagnostic,
            message: safe(&diagnostic.message).into_owned(),
            help: help(source, diagnostic),
            excerpt,
            labels,
            related: elsewhere
                .into_iter()
                .map(|label| Related::new(label.source(source), label))
                .collect(),
        }
    }
}

/// The words around labels of one file; the first label is the primary one.
fn excerpt(source: &SourceFile, all: &[&Label]) -> (Excerpt, Vec<LabeledSpan>) {
    let spans: Vec<Span> = all.iter().map(|label| label.span).collect();
    let excerpt = Excerpt::new(source, &spans);
    let labels = excerpt
        .places()
        .map(|(label, place)| {
            let words = safe(&all[label].message).into_owned();
            let words = (!words.is_empty()).then_some(words);
            if label == 0 {
                LabeledSpan::new_primary_with_span(words, place)
            } else {
                LabeledSpan::new_with_span(words, place)
            }
        })
        .collect();
    (excerpt, labels)
}

/// A label in another file, under the diagnostic that it belongs to.
#[derive(Debug)]
struct Related {
    message: String,
    excerpt: Excerpt,
    labels: Vec<LabeledSpan>,
}

impl Related {
    fn new(source: &SourceFile, label: &Label) -> Self {
        let (excerpt, labels) = excerpt(source, &[label]);
        Related {
            message: safe(&source.name()).into_owned(),
            excerpt,
            labels,
        }
    }
}

impl fmt::Display for Related {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Related {}

impl miette::Diagnostic for Related {
    fn severity(&self) -> Option<miette::Severity> {
        Some(miette::Severity::Advice)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

/// What to do, and what the fix would write.
fn help(source: &SourceFile, diagnostic: &Diagnostic) -> Option<String> {
    let words = diagnostic.help.as_ref().map(|help| safe(help).into_owned());
    let fix = diagnostic.fix.as_ref().map(|fix| describe(source, fix));
    match (words, fix) {
        (Some(words), Some(fix)) => Some(format!("{words}\n{fix}")),
        (words, fix) => words.or(fix),
    }
}

fn describe(source: &SourceFile, fix: &Fix) -> String {
    let kind = match fix.applicability {
        Applicability::Safe => "fix",
        Applicability::Suggested => "suggested fix",
    };
    let edits: Vec<_> = fix
        .edits
        .iter()
        .take(EDITS)
        .map(|edit| {
            format!(
                "“{}” → “{}”",
                safe(source.slice(edit.span)),
                safe(&edit.content)
            )
        })
        .collect();
    let more = match fix.edits.len().saturating_sub(EDITS) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{kind}: {}{more}", edits.join(", "))
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(format!(
            "{}[{}]",
            self.diagnostic.severity.name(),
            self.diagnostic.rule
        )))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Suggestion => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help
            .as_ref()
            .map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
        (!self.related.is_empty()).then(|| {
            let all = self.related.iter();
            Box::new(all.map(|related| related as &dyn miette::Diagnostic)) as Box<_>
        })
    }
}

/// The windows of a diagnostic as one source for miette: each stands at offsets of its own, so that
/// two windows are never joined.
#[derive(Debug)]
struct Excerpt {
    path: String,
    windows: Vec<(usize, Window)>,
}

impl Excerpt {
    fn new(source: &SourceFile, labels: &[Span]) -> Self {
        let mut start = 0;
        let windows = windows(source, labels)
            .into_iter()
            .map(|window| {
                let at = start;
                start += window.text.len() + 2;
                (at, window)
            })
            .collect();
        Excerpt {
            path: safe(&source.name()).into_owned(),
            windows,
        }
    }

    /// The number of each label with its place in the excerpt.
    fn places(&self) -> impl Iterator<Item = (usize, SourceSpan)> {
        self.windows.iter().flat_map(|(start, window)| {
            window.labels.iter().map(move |(label, place, _)| {
                (*label, SourceSpan::from((start + place.start, place.len())))
            })
        })
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let after = self
            .windows
            .partition_point(|(start, _)| *start <= span.offset());
        let (start, window) = after
            .checked_sub(1)
            .map(|index| &self.windows[index])
            .filter(|(start, window)| span.offset() + span.len() <= start + window.text.len())
            .ok_or(MietteError::OutOfBounds)?;
        let column = window
            .labels
            .iter()
            .find(|(_, place, _)| start + place.start == span.offset())
            .map_or(1, |(_, _, column)| *column);
        Ok(Box::new(MietteSpanContents::new_named(
            self.path.clone(),
            window.text.as_bytes(),
            (*start, window.text.len()).into(),
            window.line - 1,
            column - 1,
            1,
        )))
    }
}
