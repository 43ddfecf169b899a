//! Checks: what can be wrong, one file per kind.
//!
//! A check compares what the mentions say; it prints nothing and knows no rule ids, words of
//! messages or severities: those are the rules' (YAML). A new kind is a file and a line in `kinds!`.

mod citations;
mod context;
mod dates;
mod finding;
pub mod names;
mod quotes;
mod registry;
mod tally;
mod text;

pub use context::{Context, Hits, Quoted, Reach, Triggers};
pub use finding::{Edits, Finding, Place};
pub use registry::Kind;

use crate::mentions::trace::Trace;
use crate::pattern::Pattern;
use crate::style_sheet::StyleSheet;

/// One kind of check with its options.
pub trait Check: Send + Sync {
    /// The fields that a rule's message and help may name in braces.
    fn fields(&self) -> &'static [&'static str];

    /// The patterns it will look for, so that one pass over the text finds out which are called for.
    fn patterns(&self) -> Vec<&Pattern> {
        Vec::new()
    }

    /// What it needs beside an article, and keeps silent without.
    fn needs(&self) -> Needs {
        Needs::Nothing
    }

    /// Looks for what is wrong.
    fn check(&self, cx: &Context, findings: &mut Vec<Finding>);

    /// Looks for what shows only between articles; a finding comes with the number of its article.
    fn across(&self, _all: &Articles, _findings: &mut Vec<(usize, Finding)>) {}
}

/// What a check cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// An article is enough.
    Nothing,
    /// Texts that quotations are checked against.
    Sources,
    /// Other articles to compare with.
    Articles,
}

/// All articles of a run.
pub struct Articles<'a> {
    /// What they say, in the order of the run.
    pub traces: &'a [&'a Trace],
    /// What the copy editor keeps beside those that the rule reports in.
    pub style_sheet: &'a StyleSheet,
}
