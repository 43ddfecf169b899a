//! The day an article is dated, and who says so.

use jiff::civil::Date;

use super::format::Format;

/// Where the article's date was found; also the order in which the places are asked.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum DateSource {
    /// `--document-date`.
    Option,
    /// `date:` in the article's front matter.
    FrontMatter,
    /// A `meta` or `time` element of a page, which is its front matter.
    #[serde(rename = "front-matter", skip_deserializing)]
    #[schemars(skip)]
    Markup,
    /// `date:` in `textcheck.yaml`.
    Configuration,
    /// A line such as `Paris, 15 February 1938`.
    Dateline,
}

impl DateSource {
    /// For the reader of a message.
    pub fn describe(self) -> &'static str {
        match self {
            DateSource::Option => "--document-date",
            DateSource::FrontMatter => "its front matter",
            DateSource::Markup => "its markup",
            DateSource::Configuration => "textcheck.yaml",
            DateSource::Dateline => "its dateline",
        }
    }
}

/// The day an article is dated; never today's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentDate {
    /// The day, Gregorian.
    pub date: Date,
    /// Who says so.
    pub source: DateSource,
}

/// The dates that an article may be given from outside.
#[derive(Clone, Copy, Debug, Default)]
pub struct GivenDates {
    /// `--document-date`.
    pub option: Option<Date>,
    /// `date:` in `textcheck.yaml`.
    pub configuration: Option<Date>,
}

/// The first of the days that are given from outside and by the article itself.
pub(super) fn document_date(
    given: GivenDates,
    own: Option<Date>,
    format: Format,
) -> Option<DocumentDate> {
    let by_itself = match format {
        Format::Html => DateSource::Markup,
        _ => DateSource::FrontMatter,
    };
    let candidates = [
        (given.option, DateSource::Option),
        (own, by_itself),
        (given.configuration, DateSource::Configuration),
    ];
    candidates
        .into_iter()
        .find_map(|(date, source)| date.map(|date| DocumentDate { date, source }))
}
