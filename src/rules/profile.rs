//! Profiles: named choices of rules, kept in `rules/profiles.yaml`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::yaml;

const SOURCE: &str = include_str!("../../rules/profiles.yaml");

/// What kind of text is checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// Any article.
    #[default]
    Article,
    /// A newspaper's.
    News,
    /// A history journal's.
    History,
    /// With notes and references.
    Academic,
    /// A novel: dialogue without tags.
    Fiction,
}

/// Rules or families that a profile switches on and off.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    #[serde(default)]
    pub(crate) on: Vec<String>,
    #[serde(default)]
    pub(crate) off: Vec<String>,
}

impl Profile {
    /// What the profile switches on and off; the file is read only for a profile that is not the default.
    pub(crate) fn choice(self) -> &'static Choice {
        static NOTHING: Choice = Choice {
            on: Vec::new(),
            off: Vec::new(),
        };
        static ALL: OnceLock<BTreeMap<Profile, Choice>> = OnceLock::new();
        if self == Profile::Article {
            return &NOTHING;
        }
        let all = ALL.get_or_init(|| choices().unwrap_or_default());
        all.get(&self).unwrap_or(&NOTHING)
    }
}

fn choices() -> Result<BTreeMap<Profile, Choice>, yaml::Fault> {
    yaml::parse(SOURCE)?.read()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RuleSet;

    #[test]
    fn every_profile_names_rules_that_exist() {
        let rules = RuleSet::defaults();
        let all = choices().unwrap();
        assert_eq!(all.len(), 5);
        for (profile, choice) in all {
            for name in choice.on.iter().chain(&choice.off) {
                assert!(rules.knows(name), "{profile:?}: {name}");
            }
        }
    }
}
