//! The style sheet: what a copy editor keeps beside an article. Keys of `textcheck.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

/// Names, works and forms that are settled.
#[derive(Clone, Debug, Default)]
pub struct StyleSheet {
    /// People and how they are spelt.
    pub people: Vec<Person>,
    /// Works and periodicals and how they are spelt.
    pub works: Vec<Work>,
    /// Forms the house has chosen.
    pub style: Style,
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
