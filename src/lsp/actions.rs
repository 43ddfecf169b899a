//! Code actions: what the editor offers to do about what was found.

use std::sync::Arc;

use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, Diagnostic, Range, Uri,
};

use super::capabilities::FIX_ALL;
use super::edits::{Edits, Elsewhere};
use super::server::Server;
use super::uri;
use super::worker::Checked;
use crate::accept::{self, Acceptance, Place, Spelling};
use crate::diagnostic::{self, Applicability, Fix};
use crate::source::SourceFile;

/// Everything that can be done about the diagnostics in a range, and about the whole document.
pub(super) fn all(
    server: &Server,
    params: &CodeActionParams,
    checked: &Checked,
) -> Vec<CodeActionOrCommand> {
    let offers = Offers {
        server,
        uri: &params.text_document.uri,
        checked,
    };
    let only = params.context.only.as_deref();
    let wanted = |kind: &CodeActionKind| {
        only.is_none_or(|only| only.iter().any(|wanted| holds(wanted, kind)))
    };
    let mut actions = Vec::new();
    if wanted(&CodeActionKind::QUICKFIX) {
        let here = offers.within(params.range);
        actions.extend(here.iter().filter_map(|&found| offers.fix(found, params)));
        actions.extend(here.iter().filter_map(|&found| offers.fix_rule(found)));
        if let Some(file) = offers.configuration() {
            for spelling in [Spelling::Accepted, Spelling::Refused] {
                let settled = here.iter();
                actions.extend(
                    settled.filter_map(|&found| offers.settle(found, &file, spelling, params)),
                );
            }
            let suppressed = here.iter();
            actions.extend(suppressed.filter_map(|&found| offers.suppress(found, &file, params)));
        }
    }
    if wanted(&FIX_ALL) {
        actions.extend(offers.fix_all());
    }
    actions.into_iter().map(Into::into).collect()
}

/// `source.fixAll` holds `source.fixAll.textcheck`.
fn holds(wanted: &CodeActionKind, kind: &CodeActionKind) -> bool {
    let rest = kind.as_str().strip_prefix(wanted.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || wanted.as_str().is_empty())
}

/// What can be offered for one document.
struct Offers<'a> {
    server: &'a Server,
    uri: &'a Uri,
    checked: &'a Checked,
}

impl<'a> Offers<'a> {
    /// The diagnostics of which a label touches a range, its ends included.
    fn within(&self, range: Range) -> Vec<&'a diagnostic::Diagnostic> {
        let report = &self.checked.report;
        let span = self.server.client.encoding.span(&report.source, range);
        let touches = |label: &diagnostic::Label| {
            label.file.is_none() && label.span.start <= span.end && span.start <= label.span.end
        };
        report
            .diagnostics()
            .iter()
            .filter(|found| {
                std::iter::once(&found.primary)
                    .chain(&found.secondary)
                    .any(touches)
            })
            .collect()
    }

    /// One diagnostic's own fix.
    fn fix(&self, found: &diagnostic::Diagnostic, params: &CodeActionParams) -> Option<CodeAction> {
        let fix = found.fix.as_ref()?;
        Some(CodeAction {
            diagnostics: Some(shown(found, params)),
            is_preferred: Some(fix.applicability == Applicability::Safe),
            ..self.action(
                title(fix, &self.checked.report.source),
                CodeActionKind::QUICKFIX,
                [fix],
            )
        })
    }

    /// All fixes of the rule, where there are several.
    fn fix_rule(&self, found: &diagnostic::Diagnostic) -> Option<CodeAction> {
        found.fix.as_ref()?;
        let fixes: Vec<&Fix> = self
            .checked
            .report
            .diagnostics()
            .iter()
            .filter(|other| other.rule == found.rule)
            .filter_map(|other| other.fix.as_ref())
            .collect();
        (fixes.len() > 1).then(|| {
            let title = format!("Make all {} fixes of {}", fixes.len(), found.rule);
            self.action(title, CodeActionKind::QUICKFIX, fixes)
        })
    }

    /// All safe fixes of the document.
    fn fix_all(&self) -> Option<CodeAction> {
        let diagnostics = self.checked.report.diagnostics().iter();
        let safe: Vec<&Fix> = diagnostics
            .filter_map(|found| found.fix.as_ref())
            .filter(|fix| fix.applicability == Applicability::Safe)
            .collect();
        (!safe.is_empty()).then(|| self.action("Make all safe fixes".to_owned(), FIX_ALL, safe))
    }

    /// The configuration that the document's acceptances go into; nothing where the client cannot create
    /// one that is missing, or the document is in no file.
    fn configuration(&self) -> Option<Elsewhere> {
        let path = self.checked.report.source.path();
        let path = accept::configuration_of(path.is_absolute().then_some(path)?);
        let uri = uri::of(&path)?;
        if let Some(open) = self.server.open.get(&uri) {
            return Some(Elsewhere {
                source: open.buffer.source.clone(),
                version: Some(open.buffer.version),
                exists: true,
                uri,
            });
        }
        let exists = path.exists();
        let source = match exists {
            true => SourceFile::read(&path).ok()?,
            false if self.server.client.creates_files => SourceFile::new(&path, ""),
            false => return None,
        };
        Some(Elsewhere {
            source: Arc::new(source),
            version: None,
            exists,
            uri,
        })
    }

    /// Keeps a diagnostic quiet from now on.
    fn suppress(
        &self,
        found: &diagnostic::Diagnostic,
        file: &Elsewhere,
        params: &CodeActionParams,
    ) -> Option<CodeAction> {
        let report = &self.checked.report;
        let acceptance = accept::suppress(report, found, file.source.text(), None)?;
        let place = match acceptance.place {
            Place::Article => "on this line",
            Place::Configuration => "in textcheck.yaml",
        };
        let title = format!("Suppress {} {place}", found.rule);
        Some(self.acceptance(title, found, file, &acceptance, params))
    }

    /// Settles a spelling in the style sheet.
    fn settle(
        &self,
        found: &diagnostic::Diagnostic,
        file: &Elsewhere,
        spelling: Spelling,
        params: &CodeActionParams,
    ) -> Option<CodeAction> {
        let report = &self.checked.report;
        let text = file.source.text();
        let acceptance = accept::settle(&self.checked.checker, report, found, text, spelling)?;
        let word = report.source.slice(found.primary.span);
        let title = match spelling {
            Spelling::Accepted => format!("Accept “{word}” too: an alias in textcheck.yaml"),
            Spelling::Refused => {
                let other = found.secondary.first()?;
                let other = report.source.slice(other.span);
                format!("Refuse “{word}” for “{other}” in textcheck.yaml")
            }
        };
        Some(self.acceptance(title, found, file, &acceptance, params))
    }

    fn acceptance(
        &self,
        title: String,
        found: &diagnostic::Diagnostic,
        file: &Elsewhere,
        acceptance: &Acceptance,
        params: &CodeActionParams,
    ) -> CodeAction {
        let mut edits = Edits::new(&self.server.client);
        match acceptance.place {
            Place::Article => edits.insert(self.uri, self.checked, &acceptance.insertion),
            Place::Configuration => edits.insert_elsewhere(file, &acceptance.insertion),
        }
        CodeAction {
            title,
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(shown(found, params)),
            edit: Some(edits.finish()),
            ..CodeAction::default()
        }
    }

    fn action<'f>(
        &self,
        title: String,
        kind: CodeActionKind,
        fixes: impl IntoIterator<Item = &'f Fix>,
    ) -> CodeAction {
        let mut edits = Edits::new(&self.server.client);
        edits.fix(self.uri, self.checked, fixes);
        CodeAction {
            title,
            kind: Some(kind),
            edit: Some(edits.finish()),
            ..CodeAction::default()
        }
    }
}

/// What the client shows of a diagnostic, as it has sent it back.
fn shown(found: &diagnostic::Diagnostic, params: &CodeActionParams) -> Vec<Diagnostic> {
    let same = |shown: &&Diagnostic| {
        let code = lsp_types::NumberOrString::String(found.rule.clone());
        shown.code == Some(code) && shown.message.starts_with(&found.message)
    };
    params
        .context
        .diagnostics
        .iter()
        .filter(same)
        .cloned()
        .collect()
}

/// `Replace “22th” with “22nd”`: whole words, also where a fix changes a part of one.
fn title(fix: &Fix, source: &SourceFile) -> String {
    let [edit, others @ ..] = fix.edits.as_slice() else {
        return "Change nothing".to_owned();
    };
    let text = source.text();
    let part = |c: char| c.is_alphanumeric();
    let before = &text[..edit.span.start];
    let behind = &text[edit.span.end..];
    let (head, tail) = (
        before.trim_end_matches(part),
        behind.trim_start_matches(part),
    );
    let (head, tail) = (&before[head.len()..], &behind[..behind.len() - tail.len()]);
    let new = format!("{head}{}{tail}", edit.content);
    let old = format!("{head}{}{tail}", source.slice(edit.span));
    let mut title = match (old.as_str(), new.as_str()) {
        (old, "") => format!("Delete “{old}”"),
        ("", new) => format!("Insert “{new}”"),
        (old, new) => format!("Replace “{old}” with “{new}”"),
    };
    if !others.is_empty() {
        title.push_str(&format!(" and {} more", others.len()));
    }
    title
}
