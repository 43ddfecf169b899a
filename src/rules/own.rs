//! The rules of textcheck itself: about suppressions, configurations and rule files, which no check finds.

use crate::diagnostic::Severity;

/// A suppression that silences nothing.
pub const UNUSED_SUPPRESSION: &str = "textcheck/unused-suppression";
/// A suppression that names no rule.
pub const UNKNOWN_RULE: &str = "textcheck/unknown-rule";
/// Front matter that cannot be read.
pub const FRONT_MATTER: &str = "textcheck/front-matter";
/// A mistake in `textcheck.yaml`.
pub const CONFIGURATION: &str = "textcheck/configuration";
/// A mistake in a rule file.
pub const RULE_FILE: &str = "textcheck/rule-file";

/// A rule without a check.
#[derive(Clone, Copy, Debug)]
pub struct OwnRule {
    /// `textcheck/defect`.
    pub id: &'static str,
    /// How sure it is, unless the configuration says otherwise.
    pub severity: Severity,
    /// Whether it cannot be switched off.
    pub lasting: bool,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// Why an editor cares.
    pub why: &'static str,
}

/// All of them, by id.
pub const OWN: [OwnRule; 5] = [
    OwnRule {
        id: CONFIGURATION,
        severity: Severity::Error,
        lasting: true,
        summary: "A mistake in textcheck.yaml, or under `textcheck:` in front matter; the exit code is 2.",
        why: "A key that is misspelt would otherwise be a wish that nobody hears.",
    },
    OwnRule {
        id: FRONT_MATTER,
        severity: Severity::Warning,
        lasting: false,
        summary: "Front matter that cannot be read as YAML or TOML.",
        why: "The article's date and language may stand in it, and other programs stumble over it too.",
    },
    OwnRule {
        id: RULE_FILE,
        severity: Severity::Error,
        lasting: true,
        summary: "A mistake in a rule file; the run stops with exit code 2.",
        why: "A rule that cannot be read would otherwise find nothing, and nobody would know.",
    },
    OwnRule {
        id: UNKNOWN_RULE,
        severity: Severity::Error,
        lasting: true,
        summary: "A suppression that names no rule: in a comment of the article, or under `suppress:`.",
        why: "It silences nothing, and its author believes that it does.",
    },
    OwnRule {
        id: UNUSED_SUPPRESSION,
        severity: Severity::Suggestion,
        lasting: false,
        summary: "A suppression that silences nothing any more.",
        why: "It would silence the next mistake in its place. It is judged only by a run that could have\n\
              used it: not while its rule is switched off or lacks its sources, and an entry under\n\
              `suppress:` only when the whole folder of its textcheck.yaml is checked.",
    },
];
