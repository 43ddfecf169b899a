//! What may be written behind an option: one of a list, an encoding, a day.

use clap::ValueEnum;
use jiff::civil::Date;
use textcheck::source::Encoding;

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum SchemaOf {
    /// Rule files.
    Rules,
    /// textcheck.yaml.
    Configuration,
    /// The output of --format json.
    Report,
    /// The output of `textcheck facts --format json`.
    Facts,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum FactsFormat {
    /// Aligned columns.
    Table,
    /// For scripts.
    Json,
    /// For spreadsheets: dates, ages, durations, anniversaries.
    Csv,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Suggestion,
    Never,
}

impl From<FailOn> for textcheck::config::FailOn {
    fn from(fail_on: FailOn) -> Self {
        match fail_on {
            FailOn::Error => Self::Error,
            FailOn::Warning => Self::Warning,
            FailOn::Suggestion => Self::Suggestion,
            FailOn::Never => Self::Never,
        }
    }
}

pub(crate) fn encoding(label: &str) -> Result<Encoding, String> {
    Encoding::of(label).ok_or_else(|| {
        format!("no encoding is called `{label}`; known are those of the web, such as windows-1252")
    })
}

pub(crate) fn date(words: &str) -> Result<Date, String> {
    words
        .parse()
        .map_err(|_| "no day of the calendar; write it as 2008-02-15".to_owned())
}
