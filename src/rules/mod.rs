//! Rules: YAML to typed rules. Holds no knowledge of the domain: that is YAML or a check.

pub mod catalogue;
mod example;
mod load;
mod own;
mod profile;
mod set;
mod template;

pub use example::{Example, Examples};
pub(crate) use load::is_yaml;
pub use load::{FaultyFile, LoadError};
pub use own::{
    CONFIGURATION, FRONT_MATTER, OWN, OwnRule, RULE_FILE, UNKNOWN_RULE, UNUSED_SUPPRESSION,
};
pub use profile::Profile;
pub use set::{RuleSet, families};
pub use template::render;

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Kind, Quoted, Reach};
use crate::diagnostic::Severity;
use crate::document::BlockKind;

/// Where a rule comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// Compiled in.
    #[default]
    Default,
    /// A file named by `--rules` or `rules:`.
    File(PathBuf),
}

/// A file of rules.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// The rules, each replacing the one of the same id that was read before.
    pub rules: Vec<Rule>,
}

/// One rule: what is wrong, why, what to do, and how to find it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// `family/defect` in kebab case.
    pub id: String,
    /// error: certain; warning: two places contradict; suggestion: worth a look.
    pub severity: Severity,
    /// What is wrong and why; fields of the kind in braces: `{found}`.
    pub message: String,
    /// What to do; the same fields.
    pub help: Option<String>,
    /// What it finds, in one line.
    pub summary: Option<String>,
    /// Why an editor cares.
    pub why: Option<String>,
    /// The handbook or standard it follows.
    pub source: Option<String>,
    /// The kind of check and its options.
    pub check: Kind,
    /// The kinds of blocks it reads; when not given, all but `metadata`: bylines, signatures, the heads and feet of
    /// pages, the `<title>` of a page that has its headings beside.
    #[serde(default)]
    pub scope: Vec<BlockKind>,
    /// What it does with direct speech and block quotations.
    #[serde(default)]
    pub quoted: Quoted,
    /// Whether it runs without being selected.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Examples, which the test-suite and `textcheck test` run.
    #[serde(default)]
    pub tests: Examples,
    /// Where it was read from.
    #[serde(skip)]
    pub origin: Origin,
}

fn yes() -> bool {
    true
}

impl Rule {
    /// The part of the id before the slash.
    pub fn family(&self) -> &str {
        family(&self.id)
    }

    /// Which part of a document it reads.
    pub fn reach(&self) -> Reach {
        Reach {
            scope: self.scope.clone(),
            quoted: self.quoted,
        }
    }
}

/// The part of an id before the slash.
pub(crate) fn family(id: &str) -> &str {
    id.split('/').next().unwrap_or(id)
}

/// Whether a name is that of the rule or of its family.
pub fn names(name: &str, id: &str) -> bool {
    name == id || name == family(id)
}
