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

use crate::pattern::Pattern;

/// One kind of check with its options.
pub trait Check: Send + Sync {
    /// The fields that a rule's message and help may name in braces.
    fn fields(&self) -> &'static [&'static str];

    /// The patterns it will look for, so that one pass over the text finds out which are called for.
    fn patterns(&self) -> Vec<&Pattern> {
        Vec::new()
    }

    /// Looks for what is wrong.
    fn check(&self, cx: &Context, findings: &mut Vec<Finding>);
}
