//! A regular expression of a rule: checked when the rule loads, compiled when a text calls for it.
//!
//! Compiling costs a hundred times what parsing does, and most texts call for few patterns:
//! each pattern names the literals one of which every match begins or ends with, and only a text
//! that has one of them pays for the rest.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;
use regex_syntax::hir::literal::{ExtractKind, Extractor};
use regex_syntax::hir::{Class, Hir, HirKind};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

/// A pattern heavier than this is compiled when its rule loads, so that one over the size limit
/// is refused there and not in the middle of a run.
const HEAVY: usize = 20_000;

/// A regular expression that matches at word boundaries: a match that begins (or ends) with a
/// letter or figure has none before (or behind) it.
#[derive(Debug)]
pub struct Pattern {
    source: String,
    literals: Vec<String>,
    regex: OnceLock<Option<Regex>>,
    /// The same with word boundaries that know ASCII only.
    quick: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// Parses a regular expression in the syntax of the `regex` crate.
    ///
    /// # Errors
    /// What is wrong with it, in one line.
    pub fn new(source: &str) -> Result<Self, String> {
        let hir = regex_syntax::parse(source).map_err(|error| reason(&error))?;
        if hir
            .properties()
            .minimum_len()
            .is_none_or(|length| length == 0)
        {
            return Err("the pattern can match nothing at all".into());
        }
        let pattern = Pattern {
            source: source.to_owned(),
            literals: literals(&hir),
            regex: OnceLock::new(),
            quick: OnceLock::new(),
        };
        if weight(&hir) > HEAVY {
            pattern.compile()?;
        }
        Ok(pattern)
    }

    /// The expression as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Lower-case ASCII words one of which stands in every match (whatever its case);
    /// empty when nothing of the kind is known.
    pub fn literals(&self) -> &[String] {
        &self.literals
    }

    /// The matches in `text[within]` that begin and end at word boundaries, in order.
    pub fn find_iter<'t>(
        &'t self,
        text: &'t str,
        within: Range<usize>,
    ) -> impl Iterator<Item = regex::Captures<'t>> + 't {
        let block = &text[within];
        let mut at = 0;
        std::iter::from_fn(move || {
            let found = self.next(block, at)?;
            at = found.get_match().end();
            Some(found)
        })
    }

    /// The first match from an offset on. What knows all word boundaries of Unicode is ten times as slow
    /// in a text beyond ASCII, so that it is asked only where one of the neighbours is.
    fn next<'t>(&self, block: &'t str, from: usize) -> Option<regex::Captures<'t>> {
        let mut from = from;
        if let Some(quick) = self.quick() {
            let found = quick.captures_at(block, from)?;
            let range = found.get_match().range();
            let plain = |neighbour: Option<&u8>| neighbour.is_none_or(u8::is_ascii);
            let before = range.start.checked_sub(1);
            if plain(before.and_then(|before| block.as_bytes().get(before)))
                && plain(block.as_bytes().get(range.end))
                && at_boundaries(block, &range)
            {
                return Some(found);
            }
            from = range.start;
        }
        loop {
            let found = self.regex()?.captures_at(block, from)?;
            let range = found.get_match().range();
            if at_boundaries(block, &range) {
                return Some(found);
            }
            from = range.end;
        }
    }

    /// The compiled expression; `None` if it cannot be compiled, which loading has ruled out.
    fn regex(&self) -> Option<&Regex> {
        let compiled = || Regex::new(&self.bounded("", "")).ok();
        self.regex.get_or_init(compiled).as_ref()
    }

    /// The same with word boundaries of ASCII alone: it finds more, and nothing later.
    fn quick(&self) -> Option<&Regex> {
        let compiled = || Regex::new(&self.bounded("(?-u:", ")")).ok();
        self.quick.get_or_init(compiled).as_ref()
    }

    /// Compiles now.
    ///
    /// # Errors
    /// The expression is over the size limit.
    pub fn compile(&self) -> Result<(), String> {
        let compiled = Regex::new(&self.bounded("", "")).map_err(|error| match error {
            regex::Error::CompiledTooBig(limit) => {
                format!("the pattern is too big: it compiles to more than {limit} bytes")
            }
            other => other.to_string(),
        })?;
        self.regex.get_or_init(|| Some(compiled));
        Ok(())
    }

    /// With word boundaries where every match has a letter, so that the engine looks for the
    /// alternative that fits; edges that may be anything are looked at afterwards. Each boundary stands
    /// between `open` and `close`.
    fn bounded(&self, open: &str, close: &str) -> String {
        let Ok(hir) = regex_syntax::parse(&self.source) else {
            return self.source.clone();
        };
        let bound = |end: End, half: &str| {
            let bounded = edge(&hir, end).then(|| format!(r"{open}\b{{{half}-half}}{close}"));
            bounded.unwrap_or_default()
        };
        let (start, end) = (bound(End::Start, "start"), bound(End::End, "end"));
        format!("{start}(?:{}){end}", self.source)
    }
}

/// Whether `range` neither begins nor ends inside a word of `text`.
pub fn at_boundaries(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let words = &text[range.clone()];
    !(is_word(before) && is_word(words.chars().next()))
        && !(is_word(after) && is_word(words.chars().next_back()))
}

/// Where a word stands by itself in a text, from byte `from` on.
pub(crate) fn find_word(text: &str, word: &str, from: usize) -> Option<Range<usize>> {
    memchr::memmem::find_iter(&text.as_bytes()[from..], word.as_bytes())
        .map(|at| from + at..from + at + word.len())
        .find(|range| at_boundaries(text, range))
}

fn is_word(character: Option<char>) -> bool {
    character.is_some_and(|c| c.is_alphanumeric() || c == '_')
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    Start,
    End,
}

/// Whether every match has a word character at this end.
fn edge(hir: &Hir, end: End) -> bool {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => false,
        HirKind::Literal(literal) => {
            let text = String::from_utf8_lossy(&literal.0);
            is_word(match end {
                End::Start => text.chars().next(),
                End::End => text.chars().next_back(),
            })
        }
        HirKind::Class(Class::Unicode(class)) => class
            .iter()
            .all(|range| is_word(Some(range.start())) && is_word(Some(range.end()))),
        HirKind::Class(Class::Bytes(_)) => false,
        HirKind::Repetition(repetition) => repetition.min > 0 && edge(&repetition.sub, end),
        HirKind::Capture(capture) => edge(&capture.sub, end),
        HirKind::Concat(parts) => match end {
            End::Start => parts.first(),
            End::End => parts.last(),
        }
        .is_some_and(|part| edge(part, end)),
        HirKind::Alternation(parts) => parts.iter().all(|part| edge(part, end)),
    }
}

/// The literals that matches begin with, else those that they end with.
fn literals(hir: &Hir) -> Vec<String> {
    [ExtractKind::Prefix, ExtractKind::Suffix]
        .into_iter()
        .map(|kind| extract(hir, kind))
        .filter(|found| !found.is_empty())
        // The longer the shortest of them, the fewer texts call for the pattern in vain.
        .max_by_key(|found| found.iter().map(String::len).min())
        .unwrap_or_default()
}

fn extract(hir: &Hir, kind: ExtractKind) -> Vec<String> {
    let found = Extractor::new()
        .kind(kind)
        .limit_literal_len(12)
        .limit_total(128)
        .extract(hir);
    let Some(literals) = found.literals() else {
        return Vec::new();
    };
    let mut words: Vec<_> = literals
        .iter()
        .filter_map(|literal| std::str::from_utf8(literal.as_bytes()).ok())
        .map(str::to_ascii_lowercase)
        .collect();
    if words.len() < literals.len() || words.iter().any(String::is_empty) {
        return Vec::new();
    }
    words.sort();
    words.dedup();
    words
}

/// About how many states the expression compiles to.
fn weight(hir: &Hir) -> usize {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => 2 * class.ranges().len(),
        HirKind::Class(Class::Bytes(class)) => class.ranges().len(),
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min).max(1);
            weight(&repetition.sub).saturating_mul(times as usize)
        }
        HirKind::Capture(capture) => weight(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts
            .iter()
            .fold(0, |sum, part| sum.saturating_add(weight(part))),
    }
}

fn reason(error: &regex_syntax::Error) -> String {
    let (what, at) = match error {
        regex_syntax::Error::Parse(error) => (error.kind().to_string(), error.span().start),
        regex_syntax::Error::Translate(error) => (error.kind().to_string(), error.span().start),
        _ => return error.to_string(),
    };
    format!("bad pattern: {what} (character {})", at.column)
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let source = String::deserialize(deserializer)?;
        Pattern::new(&source).map_err(D::Error::custom)
    }
}

impl JsonSchema for Pattern {
    fn schema_name() -> Cow<'static, str> {
        "Pattern".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "regex",
            "description": "A regular expression of the Rust `regex` crate; matches begin and end at word boundaries."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches<'t>(pattern: &str, text: &'t str) -> Vec<&'t str> {
        let pattern = Pattern::new(pattern).unwrap();
        pattern
            .find_iter(text, 0..text.len())
            .filter_map(|found| found.get(0).map(|all| &text[all.range()]))
            .collect()
    }

    #[test]
    fn matches_begin_and_end_at_word_boundaries() {
        assert_eq!(
            matches("labour", "collaboration, labour, labours"),
            ["labour"]
        );
        assert_eq!(matches("cat|category", "category"), ["category"]);
        assert_eq!(matches("Бюл", "Бюллетень Бюл"), ["Бюл"]);
        assert_eq!(
            matches("caf|café|cat", "café, écat, cat—caf\u{301}"),
            ["café", "cat"]
        );
        assert_eq!(matches("rot", "protégé, éroté, “rot”, rot"), ["rot", "rot"]);
    }

    #[test]
    fn a_pattern_that_begins_with_a_mark_needs_no_boundary_there() {
        assert_eq!(
            matches(", (?:He|She)", "Paris, He left, Sheila too"),
            [", He"]
        );
        assert_eq!(matches(r"\.\.\.|…", "one... two…"), ["...", "…"]);
    }

    #[test]
    fn literals_are_found_at_either_end() {
        let literals = |pattern: &str| Pattern::new(pattern).unwrap().literals().to_vec();
        assert_eq!(literals("TODO|TK"), ["tk", "todo"]);
        assert_eq!(literals(r"\d+ year olds?"), [" year old", " year olds"]);
        assert!(literals(r"\w+").is_empty());
    }

    #[test]
    fn what_is_wrong_with_a_pattern_is_said_in_one_line() {
        assert_eq!(
            Pattern::new("a(b").unwrap_err(),
            "bad pattern: unclosed group (character 2)"
        );
        assert_eq!(
            Pattern::new("a*").unwrap_err(),
            "the pattern can match nothing at all"
        );
        let big = Pattern::new(r"(?:\w{1000}){1000}").unwrap_err();
        assert!(big.starts_with("the pattern is too big"), "{big}");
    }
}
