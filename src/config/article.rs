//! `textcheck:` in the front matter of an article: what holds for that article alone.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Configuration;
use super::project::check_names;
use crate::diagnostic::Severity;
use crate::rules::{Profile, RuleSet};
use crate::style_sheet::Style;
use crate::yaml::{Fault, Node};

/// What an article may say of itself.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Own {
    profile: Option<Profile>,
    ignore: Vec<String>,
    severity: BTreeMap<String, Severity>,
    style: Option<Style>,
}

impl Configuration {
    /// The configuration of an article that says something of itself, and what is wrong with what it says;
    /// then nothing of that holds.
    pub fn of_article(&self, own: &Node, rules: &RuleSet) -> (Configuration, Vec<Fault>) {
        let mut faults = Vec::new();
        let said: Option<Own> = own.read_all(&mut faults);
        check_names(own, rules, &mut faults);
        let mut whole = self.clone();
        if let Some(said) = said.filter(|_| faults.is_empty()) {
            whole.heed(
                said.profile,
                &said.ignore,
                &said.severity,
                said.style.as_ref(),
            );
        }
        (whole, faults)
    }
}
