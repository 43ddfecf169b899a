//! JSON Schemas of the files that people write and programs read, made from the types.

use schemars::{Schema, generate::SchemaSettings};

use crate::config::Configuration;
use crate::report::facts::json::Facts;
use crate::report::json::Run;
use crate::rules::RuleFile;

/// Of a rule file.
pub fn rules() -> String {
    pretty(&generate::<RuleFile>())
}

/// Of `textcheck.yaml`.
pub fn configuration() -> String {
    pretty(&generate::<Configuration>())
}

/// Of the output of `--format json`.
pub fn report() -> String {
    pretty(&generate_output::<Run>())
}

/// Of the output of `textcheck facts --format json`.
pub fn facts() -> String {
    pretty(&generate_output::<Facts>())
}

fn generate_output<T: schemars::JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<T>()
}

fn generate<T: schemars::JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<T>()
}

fn pretty(schema: &Schema) -> String {
    format!("{:#}\n", schema.as_value())
}
