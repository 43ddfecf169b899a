//! `overrides:`: what holds for some of the files of a configuration only.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};

use super::Configuration;
use crate::diagnostic::Severity;
use crate::rules::Profile;
use crate::source::absolute;
use crate::style_sheet::Style;

/// What holds for the files that it names; a later one wins over an earlier one.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Override {
    /// Which files: patterns of paths, relative to the folder of this file.
    pub files: Globs,
    /// What kind of text they are.
    pub profile: Option<Profile>,
    /// Only these rules or families (of a family what is on anyway), in place of those selected for all files.
    #[serde(default)]
    pub select: Vec<String>,
    /// Not these rules or families either.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// Other severities, by rule or family.
    #[serde(default)]
    pub severity: BTreeMap<String, Severity>,
    /// Forms the house has chosen for them.
    pub style: Option<Style>,
    /// The folder of the file it was read from.
    #[serde(skip)]
    pub(super) folder: PathBuf,
}

impl Override {
    fn holds(&self, file: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| absolute(path));
        let here = if self.folder == Path::new("") {
            Path::new(".")
        } else {
            &self.folder
        };
        let below = match absolute(file).strip_prefix(absolute(here)) {
            Ok(below) => below.to_path_buf(),
            Err(_) => match real(file).strip_prefix(real(here)) {
                Ok(below) => below.to_path_buf(),
                Err(_) => return false,
            },
        };
        self.files.0.is_match(below)
    }
}

impl Configuration {
    /// The numbers of the overrides that hold for a file.
    pub fn overriding(&self, file: &Path) -> Vec<usize> {
        let all = self.overrides.iter().enumerate();
        all.filter(|(_, one)| one.holds(file))
            .map(|(number, _)| number)
            .collect()
    }

    /// The configuration of the files for which the overrides of some numbers hold.
    #[must_use]
    pub fn overridden(&self, numbers: &[usize]) -> Configuration {
        let mut whole = self.clone();
        for one in numbers
            .iter()
            .filter_map(|&number| self.overrides.get(number))
        {
            if !one.select.is_empty() {
                whole.select.clone_from(&one.select);
            }
            whole.heed(one.profile, &one.ignore, &one.severity, one.style.as_ref());
        }
        whole
    }

    /// Lets what is said of some files, or by one article of itself, win.
    pub(super) fn heed(
        &mut self,
        profile: Option<Profile>,
        ignore: &[String],
        severity: &BTreeMap<String, Severity>,
        style: Option<&Style>,
    ) {
        self.profile = profile.unwrap_or(self.profile);
        self.ignore.extend(ignore.iter().cloned());
        let severity = severity.iter();
        self.severity
            .extend(severity.map(|(rule, severity)| (rule.clone(), *severity)));
        if let Some(style) = style {
            self.style = style.clone().or(&self.style);
        }
    }
}

/// Patterns of paths: `fiction/**`, `*.md`.
#[derive(Clone, Debug, Default)]
pub struct Globs(GlobSet);

impl Globs {
    fn new<E: Error>(patterns: &[String]) -> Result<Self, E> {
        let mut set = GlobSetBuilder::new();
        for pattern in patterns {
            let path = pattern.replace('\\', "/");
            let path = path.trim_start_matches("./");
            // A name alone is meant in every folder, a folder with all that is in it.
            let anywhere = if path.trim_end_matches('/').contains('/') {
                ""
            } else {
                "**/"
            };
            let inside = if path.ends_with('/') { "**" } else { "" };
            let glob = GlobBuilder::new(&format!("{anywhere}{path}{inside}"))
                .literal_separator(true)
                .build()
                .map_err(|error| {
                    E::custom(format!(
                        "`{pattern}` is no pattern of paths: {}",
                        error.kind()
                    ))
                })?;
            set.add(glob);
        }
        set.build().map(Globs).map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for Globs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Globs;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a pattern of paths, or a list of them")
            }

            fn visit_str<E: Error>(self, pattern: &str) -> Result<Globs, E> {
                Globs::new(&[pattern.to_owned()])
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Globs, A::Error> {
                let mut patterns = Vec::new();
                while let Some(pattern) = list.next_element::<String>()? {
                    patterns.push(pattern);
                }
                Globs::new(&patterns)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

impl JsonSchema for Globs {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Globs".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A pattern of paths, or a list of them: `fiction/**`, `*.md`.",
            "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]
        })
    }
}
