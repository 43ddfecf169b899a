//! Diagnostics as the protocol has them.

use std::collections::HashSet;

use lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location,
    NumberOrString, Uri,
};

use super::client::Client;
use super::uri;
use crate::Checker;
use crate::diagnostic::{self, Label, Severity};
use crate::engine::FileReport;
use crate::report::help_address;
use crate::rules::Origin;
use crate::source::SourceFile;

/// What is shown in the name of the rules.
const SOURCE: &str = "textcheck";

/// The diagnostics of a report, each with the document it stands in: the checked one, or a file that it
/// leads to. The checker tells which rules are the house's own; without one none is.
pub(super) fn all(
    report: &FileReport,
    checked: &Uri,
    checker: Option<&Checker>,
    client: &Client,
) -> Vec<(Uri, Diagnostic)> {
    let rules = checker.into_iter().flat_map(Checker::rules);
    let house: HashSet<&str> = rules
        .filter(|(rule, _)| rule.origin != Origin::Default)
        .map(|(rule, _)| rule.id.as_str())
        .collect();
    let diagnostics = report.diagnostics().iter();
    diagnostics
        .map(|diagnostic| {
            let target = address(&diagnostic.primary, checked);
            let mut shown = one(diagnostic, &report.source, checked, client);
            if client.code_descriptions && !house.contains(diagnostic.rule.as_str()) {
                let page = help_address(&diagnostic.rule).parse().ok();
                shown.code_description = page.map(|href| CodeDescription { href });
            }
            (target, shown)
        })
        .collect()
}

fn one(
    diagnostic: &diagnostic::Diagnostic,
    source: &SourceFile,
    checked: &Uri,
    client: &Client,
) -> Diagnostic {
    let primary = &diagnostic.primary;
    let mut message = diagnostic.message.clone();
    if let Some(help) = &diagnostic.help {
        message.push('\n');
        message.push_str(help);
    }
    let mut related = Vec::new();
    for label in &diagnostic.secondary {
        let file = label.source(source);
        let address = address(label, checked);
        let words = match label.message.as_str() {
            "" => file.slice(label.span),
            words => words,
        };
        if client.related_information {
            related.push(DiagnosticRelatedInformation {
                location: Location::new(address, client.encoding.range(file, label.span)),
                message: words.to_owned(),
            });
        } else {
            let line = file.position(label.span.start).line;
            message.push_str(&format!("\nline {line}: {words}"));
        }
    }
    Diagnostic {
        range: client.encoding.range(primary.source(source), primary.span),
        severity: Some(severity(diagnostic.severity)),
        code: Some(NumberOrString::String(diagnostic.rule.clone())),
        code_description: None,
        source: Some(SOURCE.to_owned()),
        message,
        related_information: client.related_information.then_some(related),
        tags: None,
        data: None,
    }
}

fn address(label: &Label, checked: &Uri) -> Uri {
    label
        .file
        .as_ref()
        .and_then(|file| uri::of(file.path()))
        .unwrap_or_else(|| checked.clone())
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Suggestion => DiagnosticSeverity::INFORMATION,
    }
}
