//! `json`: what scripts and editors read. These types are the contract; the domain's are not.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::{NAME, Report, Summary, VERSION as TOOL_VERSION, safe_json};
use crate::diagnostic::{Applicability, Diagnostic, Fix, Label, Severity};
use crate::document::DateSource;
use crate::engine::FileReport;
use crate::fingerprint::fingerprints;
use crate::source::{Position, SourceFile, Span};

/// The version of the format.
const VERSION: u32 = 1;

/// What a run found. Offsets are bytes of a file's text in UTF-8, half open, a byte-order mark not
/// counted (of a file in another encoding: of its text as UTF-8; of a word processor's file: of the text
/// taken out of it, which `textcheck text FILE` prints, a line for each paragraph); lines and columns are 1-based, columns in Unicode scalar values.
#[derive(Serialize, JsonSchema)]
pub struct Run {
    version: u32,
    tool: Tool,
    files: Vec<File>,
    summary: Counts,
}

#[derive(Serialize, JsonSchema)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize, JsonSchema)]
struct File {
    path: String,
    document_date: Option<ArticleDate>,
    /// Why the file could not be checked.
    error: Option<ErrorMessage>,
    diagnostics: Vec<Finding>,
}

#[derive(Serialize, JsonSchema)]
struct ArticleDate {
    /// ISO 8601.
    date: String,
    from: DateSource,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct ErrorMessage {
    message: String,
}

impl ErrorMessage {
    pub(super) fn new(message: &str) -> Self {
        ErrorMessage {
            message: message.to_owned(),
        }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Diagnostic")]
pub(super) struct Finding {
    /// `family/defect`.
    rule: String,
    severity: Severity,
    message: String,
    help: Option<String>,
    /// The same after edits elsewhere in the file.
    fingerprint: String,
    #[serde(flatten)]
    place: Place,
    /// The other places.
    labels: Vec<OtherPlace>,
    fix: Option<Correction>,
}

impl Finding {
    /// The same with a path at every place, for readers that see one diagnostic alone.
    pub(super) fn with_paths(mut self, checked: &SourceFile) -> Self {
        let others = self.labels.iter_mut().map(|label| &mut label.place);
        for place in others.chain([&mut self.place]) {
            place.path.get_or_insert_with(|| checked.name());
        }
        self
    }
}

#[derive(Serialize, JsonSchema)]
struct Place {
    /// The file, where it is another one: a bibliography.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    span: ByteSpan,
    /// The words of the span.
    text: String,
    from: LineColumn,
    to: LineColumn,
}

#[derive(Serialize, JsonSchema)]
struct OtherPlace {
    #[serde(flatten)]
    place: Place,
    message: String,
}

#[derive(Serialize, JsonSchema)]
struct ByteSpan {
    start: usize,
    end: usize,
}

#[derive(Serialize, JsonSchema)]
struct LineColumn {
    /// 1-based.
    line: usize,
    /// 1-based, in Unicode scalar values.
    column: usize,
    /// 0-based offset within the line in UTF-16 code units.
    utf16: usize,
}

#[derive(Serialize, JsonSchema)]
struct Correction {
    applicability: Applicability,
    edits: Vec<Replacement>,
}

#[derive(Serialize, JsonSchema)]
struct Replacement {
    span: ByteSpan,
    content: String,
}

#[derive(Serialize, JsonSchema)]
struct Counts {
    files: usize,
    errors: usize,
    warnings: usize,
    suggestions: usize,
}

/// Writes one JSON object at the end of the run.
#[derive(Default)]
pub struct Json {
    files: Vec<File>,
}

impl Report for Json {
    fn file(&mut self, _: &mut dyn Write, report: &FileReport) -> io::Result<()> {
        let fingerprints = fingerprints(&report.source, report.diagnostics());
        self.files.push(File {
            path: report.source.name(),
            document_date: report.date.map(|date| ArticleDate {
                date: date.date.to_string(),
                from: date.source,
            }),
            error: report
                .outcome
                .as_ref()
                .err()
                .map(|reason| ErrorMessage::new(reason)),
            diagnostics: report
                .diagnostics()
                .iter()
                .zip(fingerprints)
                .map(|(diagnostic, fingerprint)| finding(&report.source, diagnostic, fingerprint))
                .collect(),
        });
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let run = Run {
            version: VERSION,
            tool: Tool {
                name: NAME,
                version: TOOL_VERSION,
            },
            files: std::mem::take(&mut self.files),
            summary: Counts {
                files: summary.files,
                errors: summary.errors,
                warnings: summary.warnings,
                suggestions: summary.suggestions,
            },
        };
        safe_json::pretty(out, &run)
    }
}

pub(super) fn finding(
    source: &SourceFile,
    diagnostic: &Diagnostic,
    fingerprint: String,
) -> Finding {
    Finding {
        rule: diagnostic.rule.clone(),
        severity: diagnostic.severity,
        message: diagnostic.message.clone(),
        help: diagnostic.help.clone(),
        fingerprint,
        place: place(source, &diagnostic.primary),
        labels: diagnostic
            .secondary
            .iter()
            .map(|label| OtherPlace {
                place: place(source, label),
                message: label.message.clone(),
            })
            .collect(),
        fix: diagnostic.fix.as_ref().map(correction),
    }
}

fn place(checked: &SourceFile, label: &Label) -> Place {
    let (source, span) = (label.source(checked), label.span);
    Place {
        path: label.file.as_ref().map(|file| file.name()),
        span: byte_span(span),
        text: source.slice(span).to_owned(),
        from: line_column(source.position(span.start)),
        to: line_column(source.position(span.end)),
    }
}

fn correction(fix: &Fix) -> Correction {
    Correction {
        applicability: fix.applicability,
        edits: fix
            .edits
            .iter()
            .map(|edit| Replacement {
                span: byte_span(edit.span),
                content: edit.content.clone(),
            })
            .collect(),
    }
}

fn byte_span(span: Span) -> ByteSpan {
    ByteSpan {
        start: span.start,
        end: span.end,
    }
}

fn line_column(position: Position) -> LineColumn {
    LineColumn {
        line: position.line,
        column: position.column,
        utf16: position.utf16,
    }
}
