//! Markdown's links: where they lead, and the definitions that they lead by.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, LinkType, Tag};

use crate::source::Span;

/// `[label]: destination`, bytes of the source.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The label in small letters, its blanks single: what links call it.
    pub label: String,
    /// `[label]`.
    pub span: Span,
}

/// A link by the label of a definition that does not exist.
#[derive(Clone, Debug)]
pub struct BrokenReference {
    /// The label in small letters, its blanks single.
    pub label: String,
    /// `[text][label]`, `[label][]`, `![text][label]`; of a shortcut `[label]`.
    pub span: Span,
    /// Whether it is a shortcut, `[label]`, which may as well be words in brackets.
    pub shortcut: bool,
}

/// The links of one text.
#[derive(Debug, Default)]
pub struct Links {
    /// Every definition in the order of the source, those that are repeated too.
    pub definitions: Vec<Definition>,
    /// Links without a definition.
    pub broken: Vec<BrokenReference>,
    /// Labels that links lead by.
    pub used: HashSet<String>,
    /// Where links and images lead, as it stands in the source.
    pub destinations: Vec<Span>,
    /// Blocks that hold words or code, so no definition; whether words.
    leaves: Vec<(Range<usize>, bool)>,
}

impl Links {
    /// Notes what an event says about links.
    pub(super) fn see(&mut self, source: &str, event: &Event, range: &Range<usize>) {
        let Event::Start(tag) = event else { return };
        match tag {
            Tag::Link {
                link_type,
                dest_url,
                id,
                ..
            }
            | Tag::Image {
                link_type,
                dest_url,
                id,
                ..
            } => match link_type {
                LinkType::Inline => self
                    .destinations
                    .extend(destination(source, range, dest_url)),
                LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut => {
                    self.used.insert(normal(id));
                }
                _ => {}
            },
            Tag::Paragraph => self.leaves.push((range.clone(), true)),
            Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::Table(_)
            | Tag::MetadataBlock(_) => self.leaves.push((range.clone(), false)),
            _ => {}
        }
    }

    /// Notes a link whose label nothing defines.
    pub(super) fn miss(&mut self, link: &BrokenLink) {
        if !link.reference.starts_with('^') {
            let brackets = match link.link_type {
                LinkType::Collapsed => "[]".len(),
                _ => 0,
            };
            self.broken.push(BrokenReference {
                label: normal(&link.reference),
                span: Span::new(link.span.start, link.span.end + brackets),
                shortcut: !matches!(link.link_type, LinkType::Reference | LinkType::Collapsed),
            });
        }
    }

    /// Finds the definitions, once all blocks are known: a line `[label]: ` outside them, whose label is
    /// among those that the parser has `known`. MultiMarkdown’s `[#key]: Doe, Counting.` is to CommonMark a
    /// line of a paragraph.
    pub(super) fn finish(&mut self, source: &str, known: &HashSet<String>) {
        // A label that leads nowhere is tried once more as a shortcut.
        self.broken
            .sort_by_key(|link| (link.span.start, std::cmp::Reverse(link.span.end)));
        self.broken
            .dedup_by(|next, last| next.shortcut && next.span.end <= last.span.end);
        self.leaves.sort_by_key(|(leaf, _)| leaf.start);
        let mut leaf = 0;
        let mut start = 0;
        for line in source.split_inclusive('\n') {
            let margin = line.len()
                - line
                    .trim_start_matches([' ', '\t', '>', '-', '*', '+'])
                    .len();
            let open = start + margin;
            start += line.len();
            if !source[open..].starts_with('[') {
                continue;
            }
            let behind = |(leaf, _): &(Range<usize>, bool)| leaf.end <= open;
            while self.leaves.get(leaf).is_some_and(behind) {
                leaf += 1;
            }
            let block = self
                .leaves
                .get(leaf)
                .filter(|(leaf, _)| leaf.contains(&open));
            let cites = source[open..].starts_with("[#") && block.is_none_or(|(_, words)| *words);
            if block.is_some() && !cites {
                continue;
            }
            let Some(close) = label_length(&source[open + 1..]) else {
                continue;
            };
            let label = normal(&source[open + 1..open + 1 + close]);
            if cites || known.contains(&label) {
                self.definitions.push(Definition {
                    label,
                    span: Span::new(open, open + close + 2),
                });
                let behind = open + close + 3;
                let words = source[behind..].trim_start();
                let at = source.len() - words.len();
                let end = words.find(char::is_whitespace).unwrap_or(words.len());
                self.destinations.push(Span::new(at, at + end));
            }
        }
        self.destinations.sort();
        let keys: HashSet<&str> = self
            .definitions
            .iter()
            .map(|definition| definition.label.as_str())
            .filter(|label| label.starts_with('#'))
            .collect();
        if !keys.is_empty() {
            let used = &mut self.used;
            self.broken.retain(|link| {
                let defined = keys.contains(link.label.as_str());
                used.extend(defined.then(|| link.label.clone()));
                !defined
            });
        }
    }
}

/// Bytes of a label that a definition begins with, given what stands behind its bracket.
fn label_length(text: &str) -> Option<usize> {
    // A label has at most 999 characters, and no brackets that are not escaped (CommonMark 0.31, 4.7).
    let bytes = &text.as_bytes()[..text.floor_char_boundary(1000)];
    let close = (0..bytes.len())
        .find(|&at| matches!(bytes[at], b'[' | b']') && (at == 0 || bytes[at - 1] != b'\\'))?;
    bytes[close..].starts_with(b"]:").then_some(close)
}

/// A label as labels are compared.
pub(super) fn normal(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Where the destination of `[text](destination "title")` stands.
fn destination(source: &str, link: &Range<usize>, destination: &str) -> Option<Span> {
    let whole = &source[link.clone()];
    let at = whole
        .rfind(destination)
        .filter(|_| !destination.is_empty())?;
    Some(Span::new(
        link.start + at,
        link.start + at + destination.len(),
    ))
}
