//! The examples of a rule: text it must report, text it must accept.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::style_sheet::{Event, Person, Work};

/// The examples of a rule.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    /// Texts with the defect. `[[ ]]` marks the words that must be labelled, the primary ones first.
    #[serde(default)]
    pub report: Vec<Example>,
    /// Texts without it.
    #[serde(default)]
    pub accept: Vec<Example>,
}

/// One example: a text, or a map when it needs more than that.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// The text.
    pub text: String,
    /// The text after its fix.
    pub fixed: Option<String>,
    /// The document's date.
    pub date: Option<jiff::civil::Date>,
    /// A file name, which says the format.
    pub path: Option<String>,
    /// People of the style sheet.
    pub people: Vec<Person>,
    /// Works of the style sheet.
    pub works: Vec<Work>,
    /// Events of the style sheet.
    pub events: Vec<Event>,
    /// Files beside the text, by their paths.
    pub files: BTreeMap<PathBuf, String>,
    /// Which of them are bibliographies.
    pub bibliography: Vec<PathBuf>,
}

/// The map form.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Full {
    /// The text.
    text: String,
    /// The text after its fix.
    fixed: Option<String>,
    /// The document's date.
    #[schemars(with = "Option<String>")]
    date: Option<jiff::civil::Date>,
    /// A file name, which says the format.
    path: Option<String>,
    /// People of the style sheet.
    #[serde(default)]
    people: Vec<Person>,
    /// Works of the style sheet.
    #[serde(default)]
    works: Vec<Work>,
    /// Events of the style sheet.
    #[serde(default)]
    events: Vec<Event>,
    /// Files beside the text, by their paths.
    #[serde(default)]
    files: BTreeMap<PathBuf, String>,
    /// Which of them are bibliographies.
    #[serde(default)]
    bibliography: Vec<PathBuf>,
}

impl<'de> Deserialize<'de> for Example {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ExampleVisitor)
    }
}

struct ExampleVisitor;

impl<'de> Visitor<'de> for ExampleVisitor {
    type Value = Example;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a text, or a map with `text`")
    }

    fn visit_str<E>(self, text: &str) -> Result<Example, E> {
        Ok(Example {
            text: text.to_owned(),
            ..Example::default()
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Example, A::Error> {
        let full = Full::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Example {
            text: full.text,
            fixed: full.fixed,
            date: full.date,
            path: full.path,
            people: full.people,
            works: full.works,
            events: full.events,
            files: full.files,
            bibliography: full.bibliography,
        })
    }
}

impl JsonSchema for Example {
    fn schema_name() -> Cow<'static, str> {
        "Example".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let full = generator.subschema_for::<Full>();
        json_schema!({ "anyOf": [{ "type": "string" }, full] })
    }
}
