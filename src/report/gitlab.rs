//! `gitlab`: the code quality report of GitLab CI, one array of issues.

use std::io::{self, Write};

use serde::Serialize;

use super::told::told;
use super::{Report, Summary, safe_json};
use crate::diagnostic::{Diagnostic, Severity};
use crate::engine::FileReport;
use crate::fingerprint::{fingerprints, within};
use crate::source::{Position, SourceFile, Span};

/// Writes the array at the end of the run.
#[derive(Debug, Default)]
pub struct Gitlab {
    issues: Vec<Issue>,
}

/// <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>
#[derive(Debug, Serialize)]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    positions: Positions,
}

#[derive(Debug, Serialize)]
struct Positions {
    begin: Place,
    end: Place,
}

#[derive(Debug, Serialize)]
struct Place {
    line: usize,
    column: usize,
}

impl Report for Gitlab {
    fn file(&mut self, _: &mut dyn Write, file: &FileReport) -> io::Result<()> {
        let path = file.source.name();
        if let Err(reason) = &file.outcome {
            self.issues.push(Issue {
                description: reason.clone(),
                check_name: "textcheck/unreadable".into(),
                fingerprint: within(&path, "unreadable"),
                severity: "blocker",
                location: location(&file.source, Span::new(0, 0)),
            });
        }
        let fingerprints = fingerprints(&file.source, file.diagnostics());
        let issues = file.diagnostics().iter().zip(fingerprints);
        self.issues.extend(
            issues.map(|(diagnostic, print)| issue(file, diagnostic, within(&path, &print))),
        );
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        safe_json::pretty(out, &self.issues)
    }
}

fn issue(file: &FileReport, diagnostic: &Diagnostic, fingerprint: String) -> Issue {
    let source = diagnostic.primary.source(&file.source);
    Issue {
        description: told(&file.source, diagnostic),
        check_name: diagnostic.rule.clone(),
        fingerprint,
        severity: match diagnostic.severity {
            Severity::Error => "critical",
            Severity::Warning => "major",
            Severity::Suggestion => "minor",
        },
        location: location(source, diagnostic.primary.span),
    }
}

fn location(source: &SourceFile, span: Span) -> Location {
    let place = |at: Position| Place {
        line: at.line,
        column: at.column,
    };
    Location {
        path: source.name(),
        positions: Positions {
            begin: place(source.position(span.start)),
            end: place(source.position(span.end)),
        },
    }
}
