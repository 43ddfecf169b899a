//! Lives: the births and deaths that a rule reads, of those that the text dates.

use crate::checks::Context;
use crate::mentions::dates::Hint;
use crate::mentions::lives::{self, Fact, Known};

/// Every birth and death that the rule reads, in the order of the text.
pub(super) fn facts<'c>(cx: &Context<'c>) -> Vec<&'c Fact> {
    let lives = cx.mentions.lives().iter();
    lives.filter(|fact| cx.reads(&fact.place)).collect()
}

/// When somebody was born or died, as far as the rule reads.
pub(super) fn known(cx: &Context, facts: &[&Fact], name: &str, event: Hint) -> Option<Known> {
    lives::known(cx.mentions, facts.iter().copied(), name, event)
}
