//! What is reported: the one type that everything below produces or consumes.
//!
//! Knows neither the command line, nor the wire shape of JSON, nor miette.

use std::path::Path;
use std::sync::Arc;

use crate::source::{SourceFile, Span};

/// How sure a rule is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a look.
    Suggestion,
    /// Two places contradict each other, or a defect that every copy editor marks.
    Warning,
    /// Certain: an impossible date, a spelling that the style sheet refuses.
    Error,
}

impl Severity {
    /// The word for it, lower case.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Suggestion => "suggestion",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A place and a few words about it.
#[derive(Clone, Debug)]
pub struct Label {
    /// The words it stands under, in the decoded source text.
    pub span: Span,
    /// What to know about them; may be empty for the primary label.
    pub message: String,
    /// The file they stand in, where it is not the one that was checked.
    pub file: Option<Arc<SourceFile>>,
}

impl Label {
    /// The file of the words, given the one that was checked.
    pub fn source<'l>(&'l self, checked: &'l SourceFile) -> &'l SourceFile {
        self.file.as_deref().unwrap_or(checked)
    }

    /// What labels are ordered by: those of the checked file first.
    fn place(&self) -> (Option<&Path>, Span) {
        (self.file.as_deref().map(SourceFile::path), self.span)
    }
}

impl PartialEq for Label {
    fn eq(&self, other: &Self) -> bool {
        self.place() == other.place() && self.message == other.message
    }
}

impl Eq for Label {}

/// Whether a fix may be made without asking.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// Only the form changes; the author loses nothing.
    Safe,
    /// The author decides.
    #[default]
    Suggested,
}

/// Words to put in place of a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in the decoded source text.
    pub span: Span,
    /// The new words.
    pub content: String,
}

/// A correction: one or more edits that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether it may be made without asking.
    pub applicability: Applicability,
    /// In order of their spans, not overlapping.
    pub edits: Vec<Edit>,
}

/// One thing that is wrong, where, why, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Id of the rule, `family/defect`.
    pub rule: String,
    /// How sure the rule is.
    pub severity: Severity,
    /// What is wrong and why.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// The words that are at fault.
    pub primary: Label,
    /// The other places that belong to it.
    pub secondary: Vec<Label>,
    /// A correction, where one is certain enough.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A diagnostic with its primary label and nothing else yet.
    pub fn new(rule: &str, severity: Severity, message: impl Into<String>, span: Span) -> Self {
        Diagnostic {
            rule: rule.to_owned(),
            severity,
            message: message.into(),
            help: None,
            primary: Label {
                span,
                message: String::new(),
                file: None,
            },
            secondary: Vec::new(),
            fix: None,
        }
    }

    /// The same with words on what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with another place that belongs to it.
    #[must_use]
    pub fn with_label(mut self, span: Span, message: impl Into<String>) -> Self {
        self.secondary.push(Label {
            span,
            message: message.into(),
            file: None,
        });
        self
    }

    /// What diagnostics are ordered by: file, place and rule.
    pub(crate) fn order(&self) -> (Option<&Path>, Span, &str) {
        let (file, span) = self.primary.place();
        (file, span, &self.rule)
    }
}
