//! `jsonl`: one JSON object a line, one line for each diagnostic, with its path.

use std::io::{self, Write};

use serde::Serialize;

use super::json::{ErrorMessage, Finding, finding};
use super::{Report, Summary, safe_json};
use crate::engine::FileReport;
use crate::fingerprint::fingerprints;

/// A diagnostic, or a file that could not be checked.
#[derive(Serialize)]
struct Line<'a> {
    /// The article that was read.
    article: &'a str,
    #[serde(flatten)]
    event: Event,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Event {
    Diagnostic(Box<Finding>),
    Unreadable { path: String, error: ErrorMessage },
}

/// Writes as the run goes on.
#[derive(Debug, Default)]
pub struct Jsonl;

impl Report for Jsonl {
    fn file(&mut self, out: &mut dyn Write, file: &FileReport) -> io::Result<()> {
        let article = file.source.name();
        let mut line = |event| {
            let article = article.as_str();
            safe_json::compact(out, &Line { article, event })
        };
        if let Err(reason) = &file.outcome {
            line(Event::Unreadable {
                path: file.source.name(),
                error: ErrorMessage::new(reason),
            })?;
        }
        let fingerprints = fingerprints(&file.source, file.diagnostics());
        for (diagnostic, fingerprint) in file.diagnostics().iter().zip(fingerprints) {
            let finding = finding(&file.source, diagnostic, fingerprint);
            line(Event::Diagnostic(Box::new(
                finding.with_paths(&file.source),
            )))?;
        }
        Ok(())
    }

    fn finish(&mut self, _: &mut dyn Write, _: &Summary) -> io::Result<()> {
        Ok(())
    }
}
