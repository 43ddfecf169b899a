//! `substitution`: words that the house writes in another way.

use schemars::JsonSchema;
use serde::Deserialize;

use super::pattern::Excuses;
use crate::checks::{Check, Context, Finding};
use crate::diagnostic::Applicability;
use crate::pattern::Pattern;

/// Reports each match of a regular expression with what to write in its place.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Substitution {
    /// Regular expressions, each with what to write in place of a match (`$1` for its first group).
    replace: Vec<Replacement>,
    /// Whether the replacement may be made without asking.
    #[serde(default)]
    fix: Applicability,
    /// Where a match of one of these covers it, it is excused.
    #[serde(default)]
    except: Vec<Pattern>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Replacement {
    /// What to find.
    regex: Pattern,
    /// What to write in its place.
    with: String,
}

impl Check for Substitution {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "expected"]
    }

    fn patterns(&self) -> Vec<&Pattern> {
        self.replace
            .iter()
            .map(|replacement| &replacement.regex)
            .chain(&self.except)
            .collect()
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let excuses = Excuses::new(cx, &self.except);
        for replacement in &self.replace {
            for found in cx.matches(&replacement.regex) {
                let range = found.range();
                let words = cx.words(&range);
                let expected = found.expand(&replacement.with);
                if expected != words && !excuses.cover(&range) {
                    findings.push(
                        Finding::at(range.clone())
                            .field("found", words)
                            .field("expected", &expected)
                            .fix(self.fix, vec![(range, expected)]),
                    );
                }
            }
        }
    }
}
