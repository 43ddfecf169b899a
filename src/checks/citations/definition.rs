//! `definition`: Markdown's links by label, `[text][label]`, beside the definitions of their labels.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::document::{BlockKind, BrokenReference, Definition, Links};

/// Reports where links and the definitions of their labels do not meet.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DefinitionOf {
    /// What is wrong between them.
    fault: Fault,
}

#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Fault {
    /// The label of a link is not defined.
    Missing,
    /// No link leads by a definition.
    Unused,
    /// A label is defined twice.
    Repeated,
}

impl Check for DefinitionOf {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "label"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let links = cx.document.links();
        match self.fault {
            Fault::Missing => missing(cx, links, findings),
            Fault::Unused => unused(cx, links, findings),
            Fault::Repeated => repeated(cx, links, findings),
        }
    }
}

fn missing(cx: &Context, links: &Links, findings: &mut Vec<Finding>) {
    // MultiMarkdown's `[#key]` cites where such keys are defined.
    let keyed = links
        .definitions
        .iter()
        .any(|definition| definition.label.starts_with('#'));
    let broken = links.broken.iter();
    let mut broken: Vec<_> = broken
        .filter(|link| cx.reads_source(link.span) && means_link(cx, link, keyed))
        .collect();
    if !broken.is_empty() {
        // Pandoc’s `[text][Heading]` leads to the section.
        let blocks = cx.document.blocks().iter();
        let headings: HashSet<String> = blocks
            .filter(|block| block.kind == BlockKind::Heading)
            .map(|block| {
                cx.document.text()[block.range.clone()]
                    .trim()
                    .to_lowercase()
            })
            .collect();
        broken.retain(|link| !headings.contains(&link.label));
    }
    for link in broken {
        let finding = Finding::at(link.span)
            .field("found", cx.source_words(link.span))
            .field("label", &link.label);
        findings.push(match links.definitions.last() {
            Some(last) => finding.label(last.span, "the last definition"),
            None => finding,
        });
    }
}

/// Whether brackets can only have been meant for a link: `rows[i][j]`, `[3][4]` and `[RFC 2119][RFC 8174]`
/// are none, nor is a path of Rust, which its own documentation resolves.
fn means_link(cx: &Context, link: &BrokenReference, keyed: bool) -> bool {
    let words = cx.source_words(link.span);
    let before = &cx.document.source().text()[..link.span.start];
    let label = link.label.as_str();
    if link.shortcut {
        let key = label.strip_prefix('#');
        return keyed && key.is_some_and(|key| key.starts_with(char::is_alphabetic));
    }
    let behind = &cx.document.source().text()[link.span.end..];
    if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | ']' | '_' | '\\' | '`'))
        || behind.starts_with(['[', '('])
        || label.contains("::")
        || label.starts_with('`')
        || label.is_empty()
    {
        return false;
    }
    let text = words.trim_start_matches(['!', '[']);
    let text = text.split(']').next().unwrap_or_default();
    let short = |words: &str| words.chars().count() <= 2 || !words.contains(char::is_lowercase);
    words.starts_with('!') || words.ends_with("[]") || !(short(text) && short(label))
}

fn unused(cx: &Context, links: &Links, findings: &mut Vec<Finding>) {
    let mut seen = HashSet::new();
    for definition in &links.definitions {
        let first = seen.insert(definition.label.as_str());
        if first
            && !links.used.contains(&definition.label)
            && !is_comment(cx, definition)
            && cx.reads_source(definition.span)
        {
            findings.push(
                Finding::at(definition.span)
                    .field("found", cx.source_words(definition.span))
                    .field("label", &definition.label),
            );
        }
    }
}

/// `[//]: # (a remark)` leads nowhere on purpose.
fn is_comment(cx: &Context, definition: &Definition) -> bool {
    let behind = &cx.document.source().text()[definition.span.end..];
    let destination = behind.trim_start_matches([':', ' ', '\t']);
    definition.label.starts_with("//")
        || destination.starts_with("<>")
        || destination.starts_with('#')
            && !destination[1..].starts_with(|c: char| c.is_alphanumeric())
}

fn repeated(cx: &Context, links: &Links, findings: &mut Vec<Finding>) {
    let mut first = HashMap::new();
    for definition in &links.definitions {
        match first.entry(definition.label.as_str()) {
            Entry::Vacant(free) => {
                free.insert(definition.span);
            }
            Entry::Occupied(known)
                if !is_comment(cx, definition) && cx.reads_source(definition.span) =>
            {
                findings.push(
                    Finding::at(definition.span)
                        .label(*known.get(), "the definition that counts")
                        .field("found", cx.source_words(definition.span))
                        .field("label", &definition.label),
                );
            }
            Entry::Occupied(_) => {}
        }
    }
}
