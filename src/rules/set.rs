//! The rules of a run, one for each id.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{OWN, Rule, load};
use crate::source::SourceFile;
use crate::yaml::Fault;

/// Rules by id, in the order of their ids.
#[derive(Clone, Default)]
pub struct RuleSet {
    rules: BTreeMap<String, Arc<Rule>>,
}

impl RuleSet {
    /// No rules.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The rules that are compiled in, without their examples.
    pub fn defaults() -> Self {
        load::defaults(false)
    }

    /// The rules that are compiled in, with their examples.
    pub fn defaults_with_examples() -> Self {
        load::defaults(true)
    }

    /// Adds the rules of a file; each replaces the one of its id.
    ///
    /// # Errors
    /// Everything that is wrong with the file; then nothing is added.
    pub fn add_file(&mut self, source: &SourceFile) -> Result<(), Vec<Fault>> {
        for rule in load::file(source)? {
            self.add(rule);
        }
        Ok(())
    }

    pub(super) fn add(&mut self, rule: Rule) {
        self.rules.insert(rule.id.clone(), Arc::new(rule));
    }

    /// All rules, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Rule>> {
        self.rules.values()
    }

    /// The rule of an id.
    pub fn get(&self, id: &str) -> Option<&Arc<Rule>> {
        self.rules.get(id)
    }

    /// Whether a name is that of a rule or of a family.
    pub fn knows(&self, name: &str) -> bool {
        self.ids().any(|id| super::names(name, id))
    }

    /// The ids of all rules, those of textcheck itself last.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let own = OWN.iter().map(|rule| rule.id);
        self.rules.keys().map(String::as_str).chain(own)
    }

    /// “no rule or family `x`; did you mean `y`?”
    pub fn unknown(&self, name: &str) -> (String, Option<String>) {
        let families = families(self);
        let candidates = self.ids().chain(families.iter().map(String::as_str));
        let help = match crate::yaml::nearest(name, candidates) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`textcheck rules` lists them all".into(),
        };
        (format!("no rule or family is called `{name}`"), Some(help))
    }
}

/// The families of a set, in order.
pub fn families(rules: &RuleSet) -> Vec<String> {
    let mut families: Vec<String> = rules.iter().map(|rule| rule.family().to_owned()).collect();
    families.dedup();
    families
}
