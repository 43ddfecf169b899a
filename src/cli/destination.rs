//! `--format FORMAT[=FILE]`: what a report looks like and where it goes.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{EnumValueParser, PossibleValue, TypedValueParser, ValueParserFactory};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, ValueEnum};

/// What a report looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The words with the places marked.
    Fancy,
    /// One line for each diagnostic.
    Short,
    /// For scripts and editors: one object.
    Json,
    /// For scripts: one object a line.
    Jsonl,
    /// SARIF 2.1.0, for code-scanning services.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
    /// Code quality report of GitLab.
    Gitlab,
    /// JUnit XML.
    Junit,
    /// Checkstyle XML.
    Checkstyle,
    /// For reviewdog.
    Rdjson,
}

impl Format {
    /// Whether people read it as it is, so that words may stand beside it.
    pub(crate) fn is_for_readers(self) -> bool {
        matches!(self, Format::Fancy | Format::Short | Format::Github)
    }
}

/// A report and where it goes: standard output when no file is named.
#[derive(Clone, Debug)]
pub(crate) struct Destination {
    pub(crate) format: Format,
    pub(crate) file: Option<PathBuf>,
}

/// What a run without `--format` prints.
pub(crate) const DEFAULT: Destination = Destination {
    format: Format::Fancy,
    file: None,
};

impl ValueParserFactory for Destination {
    type Parser = DestinationParser;

    fn value_parser() -> Self::Parser {
        DestinationParser
    }
}

/// Reads `FORMAT` and `FORMAT=FILE`; knows the formats, for help and completions.
#[derive(Clone, Debug)]
pub(crate) struct DestinationParser;

impl TypedValueParser for DestinationParser {
    type Value = Destination;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Destination, clap::Error> {
        let (format, file) = split(value);
        let format = EnumValueParser::<Format>::new().parse_ref(command, argument, &format)?;
        if file
            .as_ref()
            .is_some_and(|file| file.as_os_str().is_empty())
        {
            let mut error = clap::Error::new(ErrorKind::ValueValidation).with_cmd(command);
            for (kind, words) in [
                (ContextKind::InvalidArg, "--format".to_owned()),
                (
                    ContextKind::InvalidValue,
                    value.to_string_lossy().into_owned(),
                ),
            ] {
                error.insert(kind, ContextValue::String(words));
            }
            return Err(error);
        }
        Ok(Destination { format, file })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(
            Format::value_variants()
                .iter()
                .filter_map(ValueEnum::to_possible_value),
        ))
    }
}

/// The format before the first `=`, the path behind it, whatever bytes it has.
fn split(value: &OsStr) -> (std::ffi::OsString, Option<PathBuf>) {
    let bytes = value.as_encoded_bytes();
    match memchr::memchr(b'=', bytes) {
        None => (value.to_owned(), None),
        Some(at) => {
            let words = value.to_string_lossy();
            let format = words.split('=').next().unwrap_or_default();
            (format.into(), Some(behind(value, at + 1)))
        }
    }
}

/// The path from a byte on.
#[cfg(unix)]
fn behind(value: &OsStr, from: usize) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(&value.as_bytes()[from..]).into()
}

/// The path from a byte on; names that are no Unicode cannot be told apart here.
#[cfg(not(unix))]
fn behind(value: &OsStr, from: usize) -> PathBuf {
    value.to_string_lossy()[from..].into()
}
