//! TOML as the same tree: front matter is written in both.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Fault;
use super::node::{Key, Node, Scalar, Value};
use crate::source::Span;

pub(super) fn parse(text: &str) -> Result<Node, Fault> {
    let table = DeTable::parse(text).map_err(|error| Fault {
        span: error.span().map_or(Span::new(0, 0), Span::from),
        message: error.message().to_owned(),
        help: None,
    })?;
    let span = table.span().into();
    Ok(Node {
        span,
        value: map(table.get_ref()),
    })
}

fn node(value: &Spanned<DeValue>) -> Node {
    Node {
        span: value.span().into(),
        value: match value.get_ref() {
            DeValue::String(words) => scalar(words, Scalar::Text),
            DeValue::Integer(number) => {
                let words = number.to_string();
                let kind = words.parse().map_or(Scalar::Text, Scalar::Int);
                scalar(words, kind)
            }
            DeValue::Float(number) => {
                let words = number.to_string();
                let kind = words.parse().map_or(Scalar::Text, Scalar::Float);
                scalar(words, kind)
            }
            DeValue::Boolean(value) => scalar(value, Scalar::Bool(*value)),
            DeValue::Datetime(time) => scalar(time, Scalar::Text),
            DeValue::Array(items) => Value::List(items.iter().map(node).collect()),
            DeValue::Table(table) => map(table),
        },
    }
}

fn map(table: &DeTable) -> Value {
    let entries = table.iter().map(|(key, value)| {
        let key = Key {
            name: key.get_ref().to_string(),
            span: key.span().into(),
        };
        (key, node(value))
    });
    Value::Map(entries.collect())
}

fn scalar(text: impl ToString, scalar: Scalar) -> Value {
    Value::Scalar {
        text: text.to_string(),
        scalar,
    }
}
