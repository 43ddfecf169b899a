//! The rules for a reader: a table, a page for each, the catalogue `docs/rules.md`.

use std::fmt::Write;

use super::{Example, OWN, Origin, OwnRule, Rule, RuleSet, families};
use crate::checks::Quoted;
use crate::source::display_path;

/// Examples of a kind that a page shows.
const SHOWN: usize = 8;

/// A line for each rule: id, severity, kind, origin, what it finds.
pub fn table(rules: &RuleSet) -> String {
    let own = OWN.iter().map(|rule| {
        [
            rule.id.to_owned(),
            rule.severity.name().to_owned(),
            "textcheck’s own".to_owned(),
            "default".to_owned(),
            rule.summary.to_owned(),
        ]
    });
    let rows: Vec<[String; 5]> = rules
        .iter()
        .map(|rule| {
            let state = if rule.enabled { "" } else { " (off)" };
            [
                rule.id.clone(),
                format!("{}{state}", rule.severity.name()),
                rule.check.name().to_owned(),
                origin(rule),
                rule.summary.clone().unwrap_or_default(),
            ]
        })
        .chain(own)
        .collect();
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: [usize; 4] = std::array::from_fn(width);
    let mut words = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            let _ = write!(line, "{cell:width$}  ");
        }
        line.push_str(&row[4]);
        let _ = writeln!(words, "{}", line.trim_end());
    }
    words
}

/// Everything about a rule: what it finds, why, its examples, how to silence it.
pub fn page(rule: &Rule) -> String {
    let mut words = format!("{} ({}, {})\n", rule.id, rule.severity.name(), state(rule));
    for paragraph in [&rule.summary, &rule.why].into_iter().flatten() {
        let _ = writeln!(words, "\n{}", paragraph.trim());
    }
    let _ = writeln!(words, "\nSays: {}", rule.message);
    if let Some(help) = &rule.help {
        let _ = writeln!(words, "Advises: {help}");
    }
    if let Some(source) = &rule.source {
        let _ = writeln!(words, "Follows: {source}");
    }
    let _ = writeln!(
        words,
        "Kind: {}. Quoted words: {}. From: {}.",
        rule.check.name(),
        quoted(rule.quoted),
        origin(rule)
    );
    for (title, examples) in [
        ("Reports", &rule.tests.report),
        ("Accepts", &rule.tests.accept),
    ] {
        if !examples.is_empty() {
            let _ = writeln!(words, "\n{title}:");
        }
        for example in examples.iter().take(SHOWN) {
            let _ = writeln!(words, "  - {}", describe(example));
        }
        if let Some(more @ 1..) = examples.len().checked_sub(SHOWN) {
            let _ = writeln!(words, "  … and {more} more in its rule file");
        }
    }
    let _ = writeln!(
        words,
        "\nTo silence it: `ignore: [{id}]` in textcheck.yaml, or `--ignore {id}`; in one place,\n\
         `textcheck accept FILE:LINE --rule {id}`.",
        id = rule.id
    );
    words
}

/// Everything about a rule of textcheck itself.
pub fn own_page(rule: &OwnRule) -> String {
    format!(
        "{} ({}, on)\n\n{}\n\n{}\n\n{}\n",
        rule.id,
        rule.severity.name(),
        rule.summary,
        rule.why,
        if rule.lasting {
            "It cannot be silenced.".to_owned()
        } else {
            format!(
                "To silence it: `ignore: [{id}]` in textcheck.yaml, or `--ignore {id}`.",
                id = rule.id
            )
        }
    )
}

/// What a page says but for the examples, as Markdown.
pub fn page_markdown(rule: &Rule) -> String {
    let mut words = format!("**`{}`** ({})\n", rule.id, rule.severity.name());
    for paragraph in [&rule.summary, &rule.why].into_iter().flatten() {
        let _ = writeln!(words, "\n{}", paragraph.trim());
    }
    if let Some(source) = &rule.source {
        let _ = writeln!(words, "\nFollows: {source}");
    }
    let _ = writeln!(
        words,
        "\nTo silence it: `ignore: [{id}]` in `textcheck.yaml`, or `--ignore {id}`.",
        id = rule.id
    );
    words
}

/// The catalogue as Markdown.
pub fn markdown(rules: &RuleSet) -> String {
    let mut words = String::from(
        "# The rules\n\nWritten by `UPDATE=1 cargo test` from `rules/`; do not edit it by hand. \
         `textcheck explain RULE` says more of each.\n",
    );
    for family in families(rules) {
        head(&mut words, &family);
        for rule in rules.iter().filter(|rule| rule.family() == family) {
            let _ = writeln!(
                words,
                "| `{}` | {} | {} | {} |",
                rule.id,
                rule.severity.name(),
                state(rule),
                rule.summary
                    .as_deref()
                    .unwrap_or_default()
                    .trim()
                    .replace('|', "\\|")
            );
        }
    }
    head(&mut words, "textcheck");
    for rule in &OWN {
        let state = if rule.lasting { "cannot be off" } else { "on" };
        let _ = writeln!(
            words,
            "| `{}` | {} | {state} | {} |",
            rule.id,
            rule.severity.name(),
            rule.summary
        );
    }
    words
}

fn head(words: &mut String, family: &str) {
    let _ = writeln!(
        words,
        "\n## {family}\n\n| rule | severity | default | finds |\n|---|---|---|---|"
    );
}

fn state(rule: &Rule) -> &'static str {
    if rule.enabled { "on" } else { "off" }
}

fn quoted(quoted: Quoted) -> &'static str {
    match quoted {
        Quoted::Skip => "left alone",
        Quoted::Include => "read",
        Quoted::Only => "nothing else is read",
    }
}

fn origin(rule: &Rule) -> String {
    match &rule.origin {
        Origin::Default => "default".into(),
        Origin::File(path) => display_path(path),
    }
}

fn describe(example: &Example) -> String {
    let text = example.text.trim().replace('\n', "\n    ");
    match &example.fixed {
        Some(fixed) => format!(
            "{text}\n    fixed: {}",
            fixed.trim().replace('\n', "\n    ")
        ),
        None => text,
    }
}
