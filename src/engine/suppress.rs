//! Suppressions: a diagnostic that is kept quiet, by a comment in its article or by the configuration.

use std::sync::Arc;

use super::Checker;
use super::comments::Comments;
use crate::config::Suppress;
use crate::diagnostic::Diagnostic;
use crate::rules::OWN;
use crate::source::SourceFile;

/// A diagnostic that is kept quiet, and why.
#[derive(Clone, Debug)]
pub struct Suppressed {
    /// What was found.
    pub diagnostic: Diagnostic,
    /// What keeps it quiet.
    pub by: By,
}

/// What keeps a diagnostic quiet.
#[derive(Clone, Debug)]
pub enum By {
    /// A comment in the article, and the reason it gives.
    Comment(Option<String>),
    /// An entry under `suppress:`.
    Entry(Arc<Suppress>),
    /// A baseline.
    Baseline,
}

impl By {
    /// The reason that the author gave.
    pub fn reason(&self) -> Option<&str> {
        match self {
            By::Comment(reason) => reason.as_deref(),
            By::Entry(entry) => entry.reason.as_deref(),
            By::Baseline => None,
        }
    }
}

/// Parts diagnostics from those that are kept quiet, and adds what is wrong with the comments that do so;
/// whether they are needless shows only later where articles are compared.
pub(super) fn finish(
    checker: &Checker,
    source: &SourceFile,
    comments: &mut Comments,
    found: Vec<Diagnostic>,
) -> (Vec<Diagnostic>, Vec<Suppressed>) {
    let (mut kept, suppressed) = part(checker, source, comments, found);
    kept.extend(comments.unknown(checker, source));
    if !checker.comparing {
        kept.extend(comments.unused(checker, source));
    }
    kept.sort_by(|a, b| a.order().cmp(&b.order()));
    (kept, suppressed)
}

/// Parts diagnostics from those that are kept quiet.
pub(super) fn part(
    checker: &Checker,
    source: &SourceFile,
    comments: &mut Comments,
    diagnostics: Vec<Diagnostic>,
) -> (Vec<Diagnostic>, Vec<Suppressed>) {
    let mut kept = Vec::with_capacity(diagnostics.len());
    let mut suppressed = Vec::new();
    for diagnostic in diagnostics {
        let own = OWN.iter().any(|own| own.id == diagnostic.rule);
        let here = diagnostic.primary.file.is_none() && !own;
        let comment = here
            .then(|| comments.silence(source, &diagnostic.rule, diagnostic.primary.span.start))
            .flatten()
            .map(By::Comment);
        let by = comment.or_else(|| {
            let entries = checker.entries.iter();
            let mut silencing = entries.filter(|entry| entry.silences(source, &diagnostic));
            silencing
                .next()
                .map(|entry| By::Entry(entry.suppress.clone()))
        });
        match by {
            Some(by) => suppressed.push(Suppressed { diagnostic, by }),
            None => kept.push(diagnostic),
        }
    }
    (kept, suppressed)
}
