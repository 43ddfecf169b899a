//! `pattern`: words that should not stand in an article.

use std::cell::OnceCell;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::pattern::Pattern;

/// Reports each match of a regular expression.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PatternCheck {
    /// What to find.
    regex: Pattern,
    /// Where a match of one of these covers it, it is excused.
    #[serde(default)]
    except: Vec<Pattern>,
    /// Whether it leaves alone what stands for a citation that is to come.
    #[serde(default)]
    outside_citations: bool,
}

impl Check for PatternCheck {
    fn fields(&self) -> &'static [&'static str] {
        &["found"]
    }

    fn patterns(&self) -> Vec<&Pattern> {
        std::iter::once(&self.regex).chain(&self.except).collect()
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let excuses = Excuses::new(cx, &self.except);
        for found in cx.matches(&self.regex) {
            let range = found.range();
            if !excuses.cover(&range) && !(self.outside_citations && is_citation(cx, &range)) {
                findings.push(Finding::at(range.clone()).field("found", cx.words(&range)));
            }
        }
    }
}

/// Whether a range lies in what stands for a citation that is to come.
fn is_citation(cx: &Context, range: &Range<usize>) -> bool {
    let span = cx.document.span(range);
    let places = cx.mentions.citations().placeholders();
    let after = places.partition_point(|place| place.start < span.end);
    after
        .checked_sub(1)
        .is_some_and(|last| places[last].end > span.start)
}

/// The places that exceptions cover, looked for when the first match asks.
pub(super) struct Excuses<'c> {
    cx: &'c Context<'c>,
    except: &'c [Pattern],
    places: OnceCell<Vec<Range<usize>>>,
}

impl<'c> Excuses<'c> {
    pub(super) fn new(cx: &'c Context<'c>, except: &'c [Pattern]) -> Self {
        Excuses {
            cx,
            except,
            places: OnceCell::new(),
        }
    }

    /// Whether an excused place covers the range.
    pub(super) fn cover(&self, range: &Range<usize>) -> bool {
        let places = self.places.get_or_init(|| self.find());
        let after = places.partition_point(|place| place.start <= range.start);
        // Exceptions are short: one that covers the range starts shortly before it.
        places[..after]
            .iter()
            .rev()
            .take(16)
            .any(|place| place.end >= range.end)
    }

    fn find(&self) -> Vec<Range<usize>> {
        let mut all: Vec<_> = self
            .except
            .iter()
            .flat_map(|pattern| self.cx.matches(pattern).map(|found| found.range()))
            .collect();
        all.sort_by_key(|range| range.start);
        all
    }
}
