//! The tree itself, and how the YAML crate fills it.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use super::Fault;
use crate::source::Span;

/// A value of a YAML file with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Byte offsets into the file.
    pub(crate) span: Span,
    pub(crate) value: Value,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    /// A plain or quoted scalar, as text; `scalar` says what YAML takes it for.
    Scalar {
        text: String,
        scalar: Scalar,
    },
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Scalar {
    Text,
    Bool(bool),
    Int(i64),
    Float(f64),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key {
    pub(crate) name: String,
    pub(crate) span: Span,
}

impl Node {
    /// The value under a key of a map.
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.entry(name).map(|(_, value)| value)
    }

    /// The same tree where its text stands `by` bytes into another.
    #[must_use]
    pub(crate) fn shifted(mut self, by: usize) -> Node {
        let shift = |span: &mut Span| *span = Span::new(span.start + by, span.end + by);
        shift(&mut self.span);
        self.value = match self.value {
            Value::List(items) => {
                Value::List(items.into_iter().map(|item| item.shifted(by)).collect())
            }
            Value::Map(entries) => {
                let shifted = entries.into_iter().map(|(mut key, value)| {
                    shift(&mut key.span);
                    (key, value.shifted(by))
                });
                Value::Map(shifted.collect())
            }
            value => value,
        };
        self
    }

    /// The entries of a list; none for anything else.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// Whether it is a list.
    pub fn is_list(&self) -> bool {
        matches!(self.value, Value::List(_))
    }

    /// The keys of a map with their places.
    pub fn keys(&self) -> impl Iterator<Item = (&str, Span)> {
        self.entries()
            .iter()
            .map(|(key, _)| (key.name.as_str(), key.span))
    }

    /// The place of the value, byte offsets into the file.
    pub fn span(&self) -> Span {
        self.span
    }

    /// What a reader of the file would call the value: the scalar's words, or its first key.
    pub(crate) fn label_span(&self) -> Span {
        match &self.value {
            Value::Map(entries) => entries.first().map_or(self.span, |(key, _)| key.span),
            _ => self.span,
        }
    }

    /// A key of a map with its value.
    pub(super) fn entry(&self, name: &str) -> Option<(&Key, &Node)> {
        let mut entries = self.entries().iter();
        let (key, value) = entries.find(|(key, _)| key.name == name)?;
        Some((key, value))
    }

    fn entries(&self) -> &[(Key, Node)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }
}

pub(super) fn parse(text: &str) -> Result<Node, Fault> {
    let mut node: Node = serde_yaml::from_str(text).map_err(|error| fault(&error, text))?;
    if node.value == Value::Null {
        node.value = Value::Map(Vec::new());
    }
    restore_words(&mut node, text);
    Ok(node)
}

/// A number or a boolean keeps the words it was written with, so that `title: 1984` is a title.
fn restore_words(node: &mut Node, text: &str) {
    match &mut node.value {
        Value::Null => {}
        Value::Scalar {
            scalar: Scalar::Text,
            ..
        } => {}
        Value::Scalar { text: words, .. } => {
            if let Some(written) = text.get(node.span.range()).filter(|w| !w.is_empty()) {
                written.clone_into(words);
            }
        }
        Value::List(items) => items.iter_mut().for_each(|item| restore_words(item, text)),
        Value::Map(entries) => entries
            .iter_mut()
            .for_each(|(_, value)| restore_words(value, text)),
    }
}

fn fault(error: &serde_yaml::Error, text: &str) -> Fault {
    let error = error.without_snippet();
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    let span = error.location().map_or(Span::new(0, 0), |location| {
        let place = location.span();
        match (place.byte_offset(), place.byte_len()) {
            (Some(start), Some(length)) => {
                let start = usize::try_from(start).unwrap_or(0);
                Span::new(start, start + usize::try_from(length).unwrap_or(0))
            }
            _ => character(text, usize::try_from(place.offset()).unwrap_or(0)),
        }
    });
    let (message, help) = match message.split_once(", set DuplicateKeyPolicy") {
        Some((message, _)) => (message, Some("keep one of the two".to_owned())),
        None => (message, None),
    };
    Fault {
        span,
        message: message.to_owned(),
        help,
    }
}

/// The span of the character with a number, counted from 0.
fn character(text: &str, number: usize) -> Span {
    match text.char_indices().nth(number) {
        Some((start, found)) => Span::new(start, start + found.len_utf8()),
        None => Span::new(text.len(), text.len()),
    }
}

fn span<T>(spanned: &Spanned<T>) -> Span {
    let place = spanned.referenced.span();
    let start = place
        .byte_offset()
        .map_or(0, |at| usize::try_from(at).unwrap_or(0));
    let length = place
        .byte_len()
        .map_or(0, |at| usize::try_from(at).unwrap_or(0));
    Span::new(start, start + length)
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Value>::deserialize(deserializer)?;
        Ok(Node {
            span: span(&spanned),
            value: spanned.value,
        })
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(scalar(value, Scalar::Bool(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(scalar(value, Scalar::Int(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        let kind = i64::try_from(value).map_or(Scalar::Text, Scalar::Int);
        Ok(scalar(value, kind))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(scalar(value, Scalar::Float(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(scalar(value, Scalar::Text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(name) = access.next_key::<Spanned<String>>()? {
            let key = Key {
                span: span(&name),
                name: name.value,
            };
            entries.push((key, access.next_value()?));
        }
        Ok(Value::Map(entries))
    }
}

fn scalar(text: impl ToString, scalar: Scalar) -> Value {
    Value::Scalar {
        text: text.to_string(),
        scalar,
    }
}
