//! `rdjson`: the Reviewdog Diagnostic Format, one object. Its columns count bytes of UTF-8 from 1.
//!
//! reviewdog refuses keys it does not know, so the other places stand in the message.

use std::io::{self, Write};

use serde::Serialize;

use super::safe::safe;
use super::told::told;
use super::{NAME, REPOSITORY, Report, Summary, safe_json};
use crate::diagnostic::{Diagnostic, Fix, Label, Severity};
use crate::engine::FileReport;
use crate::source::{SourceFile, Span};

/// Writes the object at the end of the run.
#[derive(Default)]
pub struct Rdjson {
    diagnostics: Vec<Entry>,
}

/// `DiagnosticResult` of <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>.
#[derive(Serialize)]
struct Output<'a> {
    source: Source,
    diagnostics: &'a [Entry],
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
    url: &'static str,
}

#[derive(Serialize)]
struct Entry {
    message: String,
    location: Location,
    severity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Code>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
}

#[derive(Serialize)]
struct Code {
    value: String,
}

#[derive(Serialize)]
struct Location {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    /// Exclusive.
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

impl Report for Rdjson {
    fn file(&mut self, _: &mut dyn Write, file: &FileReport) -> io::Result<()> {
        if let Err(reason) = &file.outcome {
            self.diagnostics.push(Entry {
                message: safe(reason).into_owned(),
                location: Location {
                    path: file.source.name(),
                    range: None,
                },
                severity: "ERROR",
                code: None,
                suggestions: Vec::new(),
            });
        }
        let entries = file.diagnostics().iter();
        self.diagnostics
            .extend(entries.map(|diagnostic| entry(&file.source, diagnostic)));
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        let output = Output {
            source: Source {
                name: NAME,
                url: REPOSITORY,
            },
            diagnostics: &self.diagnostics,
        };
        safe_json::pretty(out, &output)
    }
}

fn entry(checked: &SourceFile, diagnostic: &Diagnostic) -> Entry {
    Entry {
        message: told(checked, diagnostic),
        location: location(checked, &diagnostic.primary),
        severity: match diagnostic.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Suggestion => "INFO",
        },
        code: Some(Code {
            value: diagnostic.rule.clone(),
        }),
        suggestions: diagnostic
            .fix
            .as_ref()
            .and_then(|fix| suggestion(checked, fix))
            .into_iter()
            .collect(),
    }
}

fn location(checked: &SourceFile, label: &Label) -> Location {
    let source = label.source(checked);
    Location {
        path: source.name(),
        range: Some(range(source, label.span)),
    }
}

fn range(source: &SourceFile, span: Span) -> Range {
    let position = |offset: usize| Position {
        line: source.position(offset).line,
        column: source.byte_column(offset),
    };
    Range {
        start: position(span.start),
        end: position(span.end),
    }
}

/// The edits of a fix as one, for each suggestion of the format is an alternative to the others;
/// none where they lie in several lines, which would rewrite half an article.
fn suggestion(source: &SourceFile, fix: &Fix) -> Option<Suggestion> {
    let (first, last) = (fix.edits.first()?, fix.edits.last()?);
    let whole = Span::new(first.span.start, last.span.end);
    if source.position(whole.start).line != source.position(whole.end).line {
        return None;
    }
    let mut text = String::new();
    let mut done = whole.start;
    for edit in &fix.edits {
        text.push_str(source.slice(Span::new(done, edit.span.start)));
        text.push_str(&edit.content);
        done = edit.span.end;
    }
    Some(Suggestion {
        range: range(source, whole),
        text,
    })
}
