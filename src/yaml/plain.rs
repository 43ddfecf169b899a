//! The tree of a file with nothing out of the ordinary, straight from the parser's events: the way to a value with its
//! place through serde takes three times as long, and rules are read at every start.
//!
//! A file with anchors, tags, merged or doubled keys, numbers in unusual forms or a fault is left to `node`, which knows
//! them all; both make the same tree.

use std::collections::HashSet;

use granit_parser::{Event, Parser, ScalarStyle};

use super::node::{Key, Node, Scalar, Value};
use crate::source::Span;

/// Longer files are left to `node`, which has its limits.
const LONGEST: usize = 1 << 20;

/// A list or map that has begun.
enum Open {
    List(Span, Vec<Node>),
    /// With the key whose value comes next.
    Map(Span, Vec<(Key, Node)>, Option<Key>),
}

/// The tree, unless the file has something out of the ordinary.
pub(super) fn parse(text: &str) -> Option<Node> {
    if text.len() > LONGEST {
        return None;
    }
    let mut open: Vec<Open> = Vec::new();
    let mut root = None;
    for event in Parser::new_from_str(text) {
        let (event, place) = event.ok()?;
        let span = Span::from(place.byte_range()?);
        let node = match event {
            Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => continue,
            Event::DocumentStart(_, None) if root.is_none() => continue,
            Event::SequenceStart(_, 0, None) => {
                open.push(Open::List(span, Vec::new()));
                continue;
            }
            Event::MappingStart(_, 0, None) => {
                open.push(Open::Map(span, Vec::new(), None));
                continue;
            }
            Event::Scalar(words, style, 0, None) => {
                let value = match style {
                    ScalarStyle::Plain => plain(&words)?,
                    _ => scalar(&words, Scalar::Text),
                };
                Node { span, value }
            }
            Event::SequenceEnd | Event::MappingEnd => ended(open.pop()?)?,
            _ => return None,
        };
        match open.last_mut() {
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, key)) => match key.take() {
                Some(key) => entries.push((key, node)),
                None => *key = Some(name(node)?),
            },
            None => root = Some(node),
        }
    }
    root.filter(|root| root.value != Value::Null)
}

fn ended(open: Open) -> Option<Node> {
    match open {
        Open::List(span, items) => Some(Node {
            span,
            value: Value::List(items),
        }),
        Open::Map(span, entries, _) => has_each_key_once(&entries).then_some(Node {
            span,
            value: Value::Map(entries),
        }),
    }
}

fn has_each_key_once(entries: &[(Key, Node)]) -> bool {
    /// Up to so many keys, a look at all pairs costs less than a table.
    const FEW: usize = 12;
    if entries.len() <= FEW {
        let twice = |(at, (key, _)): (usize, &(Key, Node))| {
            let mut before = entries[..at].iter();
            before.any(|(other, _)| other.name == key.name)
        };
        return !entries.iter().enumerate().any(twice);
    }
    let names: HashSet<&str> = entries.iter().map(|(key, _)| key.name.as_str()).collect();
    names.len() == entries.len()
}

/// A key: words, and not `<<`, which merges another map. `y` is the letter here.
fn name(node: Node) -> Option<Key> {
    match node.value {
        Value::Scalar {
            text,
            scalar: Scalar::Text | Scalar::Bool(_),
        } if text != "<<" => Some(Key {
            name: text,
            span: node.span,
        }),
        _ => None,
    }
}

/// What YAML takes words without quotation marks for, where that is plain to see.
fn plain(words: &str) -> Option<Value> {
    match words {
        "" | "~" | "null" => return Some(Value::Null),
        "true" | "yes" | "on" | "y" => return Some(scalar(words, Scalar::Bool(true))),
        "false" | "no" | "off" | "n" => return Some(scalar(words, Scalar::Bool(false))),
        _ => {}
    }
    let first = words.bytes().next()?;
    if first.is_ascii_digit() {
        // `2008-02-15`, `1936/1938` are no numbers.
        let is_date = words.contains(['-', '/'])
            && (words.bytes()).all(|byte| matches!(byte, b'-' | b'/' | b'0'..=b'9'));
        if is_date {
            return Some(scalar(words, Scalar::Text));
        }
        let whole = words.bytes().all(|byte| byte.is_ascii_digit());
        let usual = whole && words.len() < 18 && (first != b'0' || words.len() == 1);
        return usual
            .then(|| words.parse().ok())
            .flatten()
            .map(|number| scalar(words, Scalar::Int(number)));
    }
    /// The same words with capitals, of which `node` knows the ones that count.
    const SPECIAL: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];
    let is_special = |word: &&str| word.eq_ignore_ascii_case(words);
    let special = matches!(first, b'+' | b'-' | b'.') || SPECIAL.iter().any(is_special);
    (!special).then(|| scalar(words, Scalar::Text))
}

fn scalar(words: &str, scalar: Scalar) -> Value {
    Value::Scalar {
        text: words.to_owned(),
        scalar,
    }
}

#[cfg(test)]
mod tests {
    use super::super::node;
    use super::*;

    #[test]
    fn the_default_rules_are_plain_and_read_as_the_other_way_reads_them() {
        for text in [
            include_str!("../../rules/citations.yaml"),
            include_str!("../../rules/dates.yaml"),
            include_str!("../../rules/names.yaml"),
            include_str!("../../rules/quotes.yaml"),
            include_str!("../../rules/text.yaml"),
            include_str!("../../rules/cues.yaml"),
            include_str!("../../rules/transliteration.yaml"),
            include_str!("../../rules/namesakes.yaml"),
            include_str!("../../rules/profiles.yaml"),
            include_str!("../../rules/acronyms.yaml"),
        ] {
            let tree = parse(text).expect(&text[..60]);
            assert!(node::parse(text).unwrap() == tree, "{}", &text[..40]);
        }
    }

    #[test]
    fn what_is_read_is_the_same_tree_and_what_is_unusual_is_left_alone() {
        let plain = [
            "a: b\nc: [d, 'e', \"f\\n\", {g: h}]\n",
            "# of the house\n---\na: |\n  two\n  lines\nb: >-\n  one\n  line\n",
            "a:\nb: ~\nc: null\nd: ''\ne: true\nf: false\ng: 12\nh: 0\n",
            "a: {}\nb: []\n",
            "a: Köln (1900)\n\"quoted key\": “marks”\n",
            "y: yes\n\"<\": [on, off, inf]\n",
            "- a\n- - b\n  - c\n- d: e\n  f: g\n",
            "a: one\n  two\n",
            "a: 2008-02-15\nb: 2008-02\nc: 1936/1938\n",
            "word",
        ];
        for text in plain {
            assert_eq!(parse(text), node::parse(text).ok(), "{text}");
            assert!(parse(text).is_some(), "{text}");
        }
        let unusual = [
            "a: &b c\nd: *b\n",
            "<<: {a: b}\n",
            "a: !!str 12\n",
            "a: 1\na: 2\n",
            "a: b\n---\nc: d\n",
            "a: 0x1F\n",
            "a: 1_000\n",
            "a: -1.5\n",
            "a: Yes\n",
            "a: .nan\n",
            "1: a\n",
            "? [a]\n: b\n",
            "a: [\n",
            "a: b: c\n",
            "",
            "# nothing\n",
        ];
        for text in unusual {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
