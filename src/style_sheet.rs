//! The style sheet: what a copy editor keeps beside an article. Keys of `textcheck.yaml`.

use std::path::PathBuf;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::bibliography::Shelf;

/// Names, works and forms that are settled.
#[derive(Clone, Debug, Default)]
pub struct StyleSheet {
    /// People and how they are spelt.
    pub people: Vec<Person>,
    /// Works and periodicals and how they are spelt.
    pub works: Vec<Work>,
    /// Events and when they were.
    pub events: Vec<Event>,
    /// Forms the house has chosen.
    pub style: Style,
    /// The bibliographies that articles cite from.
    pub shelf: Shelf,
}

impl StyleSheet {
    /// The person a name stands for: by the whole name or an alias, else by a part that only one
    /// person has; nobody when it could be two.
    pub fn person(&self, name: &str) -> Option<&Person> {
        let whole = |person: &&Person| {
            person.name == name || person.aliases.iter().any(|alias| alias == name)
        };
        if let Some(person) = self.people.iter().find(whole) {
            return Some(person);
        }
        let mut part = self.people.iter().filter(|person| {
            !name.contains(' ') && person.name.split(' ').any(|word| word == name)
        });
        let person = part.next()?;
        part.next().is_none().then_some(person)
    }
}

/// A text that quotations are checked against: its path, or the path with what is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceEntry {
    /// A file or a folder.
    pub path: PathBuf,
    /// Who wrote it.
    pub author: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// The key by which an article cites it.
    pub key: Option<String>,
}

/// The entry written out.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct FullEntry {
    path: PathBuf,
    author: Option<String>,
    title: Option<String>,
    key: Option<String>,
}

impl<'de> Deserialize<'de> for SourceEntry {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> serde::de::Visitor<'de> for Either {
            type Value = SourceEntry;

            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("a path, or a map with `path`, `author`, `title`, `key`")
            }

            fn visit_str<E: serde::de::Error>(self, path: &str) -> Result<Self::Value, E> {
                Ok(SourceEntry {
                    path: path.into(),
                    ..SourceEntry::default()
                })
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                map: A,
            ) -> Result<Self::Value, A::Error> {
                let full =
                    FullEntry::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Ok(SourceEntry {
                    path: full.path,
                    author: full.author,
                    title: full.title,
                    key: full.key,
                })
            }
        }
        deserializer.deserialize_any(Either)
    }
}

impl JsonSchema for SourceEntry {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SourceEntry".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let full = FullEntry::json_schema(generator);
        schemars::json_schema!({
            "description": "A file or a folder of texts, or a map that also says who wrote it.",
            "anyOf": [{ "type": "string" }, full]
        })
    }
}

/// An event with its date.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// What the article calls it.
    pub name: String,
    /// When it was.
    pub date: When,
}

/// A person of the article.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The name as it is to be spelt.
    pub name: String,
    /// Other names that are allowed.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Spellings that are refused.
    #[serde(default)]
    pub variants: Vec<String>,
    /// The day, month or year of birth.
    pub born: Option<When>,
    /// The day, month or year of death.
    pub died: Option<When>,
}

/// A time that the style sheet settles: `1938-02-16`, `1938-02`, `1938`, or two of them, `1936/1938`.
/// Gregorian, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The first day it can be.
    pub earliest: Date,
    /// The last day it can be.
    pub latest: Date,
}

impl When {
    /// Reads an ISO 8601 day, month, year, or an interval of them.
    fn parse(words: &str) -> Option<Self> {
        let (first, last) = words.split_once('/').unwrap_or((words, words));
        let when = When {
            earliest: days(first)?.0,
            latest: days(last)?.1,
        };
        (when.earliest <= when.latest).then_some(when)
    }
}

/// The first and the last day of a day, a month or a year.
fn days(words: &str) -> Option<(Date, Date)> {
    let mut parts = words.trim().splitn(3, '-');
    let year: i16 = parts.next()?.parse().ok()?;
    let (month, day) = (parts.next(), parts.next());
    match (month, day) {
        (None, _) => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
        (Some(month), None) => {
            let first = Date::new(year, month.parse().ok()?, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        (Some(month), Some(day)) => {
            let date = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
            Some((date, date))
        }
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = String::deserialize(deserializer)?;
        When::parse(&words).ok_or_else(|| {
            serde::de::Error::custom(format!(
                "`{words}` is no time: write 1938-02-16, 1938-02, 1938 or 1936/1938, the earlier first"
            ))
        })
    }
}

impl JsonSchema for When {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "When".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A day, month or year (ISO 8601), or two of them with a slash between.",
            "type": ["string", "integer"]
        })
    }
}

/// A book, an article, a periodical.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// The title as it is to be spelt.
    pub title: String,
    /// Spellings that are refused.
    #[serde(default)]
    pub variants: Vec<String>,
}

/// The order of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// `16 February 1938`
    DayMonthYear,
    /// `February 16, 1938`
    MonthDayYear,
}

/// Forms the house has chosen; without them the majority of an article decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Style {
    /// The order of day and month in dates.
    pub dates: Option<DateOrder>,
    /// The dash, as a rule of kind `consistency` names or writes it: `" – "`.
    pub dash: Option<String>,
    /// The ellipsis, as a rule of kind `consistency` names or writes it: `"..."`.
    pub ellipsis: Option<String>,
}

impl Style {
    /// The settings that rules of kind `consistency` may name.
    pub const SETTINGS: [&'static str; 2] = ["dash", "ellipsis"];

    /// These forms, and those of another where there is none.
    #[must_use]
    pub fn or(self, other: &Style) -> Style {
        Style {
            dates: self.dates.or(other.dates),
            dash: self.dash.or_else(|| other.dash.clone()),
            ellipsis: self.ellipsis.or_else(|| other.ellipsis.clone()),
        }
    }

    /// The form chosen for a setting.
    pub fn get(&self, setting: &str) -> Option<&str> {
        match setting {
            "dash" => self.dash.as_deref(),
            "ellipsis" => self.ellipsis.as_deref(),
            _ => None,
        }
    }
}

impl StyleSheet {
    /// Spellings that are refused, each with the one that is right.
    pub fn refused(&self) -> impl Iterator<Item = (&str, &str)> {
        let people = self.people.iter().flat_map(|person| {
            person
                .variants
                .iter()
                .map(|v| (v.as_str(), person.name.as_str()))
        });
        let works = self.works.iter().flat_map(|work| {
            work.variants
                .iter()
                .map(|v| (v.as_str(), work.title.as_str()))
        });
        people.chain(works)
    }

    /// Names and titles that are right as they are, word by word or whole.
    pub fn accepted(&self) -> impl Iterator<Item = &str> {
        let people = self
            .people
            .iter()
            .flat_map(|person| std::iter::once(&person.name).chain(&person.aliases));
        let works = self.works.iter().map(|work| &work.title);
        people.chain(works).map(String::as_str)
    }
}
