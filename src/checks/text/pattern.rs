//! `pattern`: words that should not stand in an article.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::pattern::Pattern;

/// Reports each match of a regular expression.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PatternCheck {
    /// What to find.
    regex: Pattern,
    /// Where a match of one of these covers it, it is excused.
    #[serde(default)]
    except: Vec<Pattern>,
}

impl Check for PatternCheck {
    fn fields(&self) -> &'static [&'static str] {
        &["found"]
    }

    fn patterns(&self) -> Vec<&Pattern> {
        std::iter::once(&self.regex).chain(&self.except).collect()
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let excused = excused(cx, &self.except);
        for found in cx.matches(&self.regex) {
            let range = found.range();
            if !is_excused(&excused, &range) {
                findings.push(Finding::at(range.clone()).field("found", cx.words(&range)));
            }
        }
    }
}

/// The places that exceptions cover, in order.
pub(super) fn excused(cx: &Context, except: &[Pattern]) -> Vec<Range<usize>> {
    let mut all: Vec<_> = except
        .iter()
        .flat_map(|pattern| cx.matches(pattern).map(|found| found.range()))
        .collect();
    all.sort_by_key(|range| range.start);
    all
}

/// Whether an excused place covers the range.
pub(super) fn is_excused(excused: &[Range<usize>], range: &Range<usize>) -> bool {
    let after = excused.partition_point(|place| place.start <= range.start);
    // Exceptions are short: one that covers the range starts shortly before it.
    excused[..after]
        .iter()
        .rev()
        .take(16)
        .any(|place| place.end >= range.end)
}
