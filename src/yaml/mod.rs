//! YAML as a tree that remembers where every value stands.
//!
//! The only room that knows the YAML crate. A [`Node`] is read into a type by serde
//! ([`Node::read`]), so that a mistake is reported at the very value, and a file with several
//! mistakes has them all reported: each value can be read, and can fail, apart.

mod insert;
mod node;
mod plain;
mod read;
mod toml;
mod words;

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::source::{SourceFile, Span};

pub use insert::{Insertion, into_entry, into_list, scalar};
pub(crate) use node::Key;
pub use node::Node;
pub use read::Fault;
pub(crate) use words::words;

/// Parses a YAML file of at most 10 MB; an empty one is an empty map.
///
/// # Errors
/// The first mistake of syntax, as a fault with its place.
pub fn parse(text: &str) -> Result<Node, Fault> {
    plain::parse(text).map_or_else(|| node::parse(text), Ok)
}

/// Parses TOML into the same tree.
///
/// # Errors
/// The first mistake of syntax, as a fault with its place.
pub fn parse_toml(text: &str) -> Result<Node, Fault> {
    toml::parse(text)
}

/// Faults of one file as diagnostics of rule `rule`.
pub fn diagnostics(rule: &str, source: &SourceFile, faults: Vec<Fault>) -> Vec<Diagnostic> {
    faults
        .into_iter()
        .map(|fault| {
            let end = source.text().len();
            let start = fault.span.start.min(end);
            let span = Span::new(start, fault.span.end.clamp(start, end));
            let mut diagnostic = Diagnostic::new(rule, Severity::Error, fault.message, span);
            diagnostic.help = fault.help;
            diagnostic
        })
        .collect()
}

/// The candidate nearest to a word that is not one of them, when it is near enough to be meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, candidate), candidate))
        .filter(|&(distance, candidate)| {
            distance <= 1 + candidate.len() / 4 || (word.len() > 2 && candidate.contains(&word))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// “did you mean `x`?”, else the list of what is valid.
pub fn suggestion(word: &str, valid: &[&str]) -> Option<String> {
    if let Some(near) = nearest(word, valid.iter().copied()) {
        return Some(format!("did you mean `{near}`?"));
    }
    let list: Vec<_> = valid.iter().map(|name| format!("`{name}`")).collect();
    (!list.is_empty()).then(|| format!("valid here: {}", list.join(", ")))
}

/// What people call a kind of value.
pub(crate) fn kind_name(unexpected: &serde::de::Unexpected) -> Cow<'static, str> {
    use serde::de::Unexpected as U;
    match unexpected {
        U::Bool(value) => format!("`{value}`").into(),
        U::Unsigned(value) => format!("the number {value}").into(),
        U::Signed(value) => format!("the number {value}").into(),
        U::Float(value) => format!("the number {value}").into(),
        U::Str(value) => format!("the text `{value}`").into(),
        U::Unit | U::Option => "nothing".into(),
        U::Seq => "a list".into(),
        U::Map => "a map".into(),
        _ => "something else".into(),
    }
}
