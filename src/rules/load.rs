//! Reading rule files: the embedded ones and a project's own.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::{Origin, RULE_FILE, Rule, RuleSet, template};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span, Unreadable, display_path};
use crate::yaml::{self, Fault, Node};

/// The default rules, one file a family.
const DEFAULTS: [(&str, &str); 5] = [
    (
        "rules/citations.yaml",
        include_str!("../../rules/citations.yaml"),
    ),
    ("rules/dates.yaml", include_str!("../../rules/dates.yaml")),
    ("rules/names.yaml", include_str!("../../rules/names.yaml")),
    ("rules/quotes.yaml", include_str!("../../rules/quotes.yaml")),
    ("rules/text.yaml", include_str!("../../rules/text.yaml")),
];

/// A rule file or configuration with mistakes, each at its place.
#[derive(Debug)]
pub struct FaultyFile {
    /// The file.
    pub source: SourceFile,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why rules or a configuration cannot be used.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The file has mistakes.
    #[error("{} has mistakes", display_path(.0.source.path()))]
    Faulty(Box<FaultyFile>),
    /// The file cannot be read.
    #[error("{}: {}", display_path(&.0.path), .0.reason)]
    Unreadable(Unreadable),
}

impl RuleSet {
    /// Adds the rules of a file, or of every YAML file in a folder.
    ///
    /// # Errors
    /// Each file that cannot be read or has mistakes; the rules of the others are added.
    pub fn add_path(&mut self, path: &Path) -> Result<(), Vec<LoadError>> {
        let mut errors = Vec::new();
        match files(path) {
            Ok(files) => {
                for file in files {
                    let source = SourceFile::read(&file).map_err(LoadError::Unreadable);
                    if let Err(error) = source.and_then(|source| self.add_source(source)) {
                        errors.push(error);
                    }
                }
            }
            Err(unreadable) => errors.push(LoadError::Unreadable(unreadable)),
        }
        if errors.is_empty() {
            Ok(())
        } else {
            Err(errors)
        }
    }

    /// Adds the rules of a file that is read already.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn add_source(&mut self, source: SourceFile) -> Result<(), LoadError> {
        self.add_file(&source).map_err(|faults| {
            let diagnostics = yaml::diagnostics(RULE_FILE, &source, faults);
            LoadError::Faulty(Box::new(FaultyFile {
                source,
                diagnostics,
            }))
        })
    }
}

/// Whether a file is YAML by its name: a configuration, a rule file, or none of ours.
pub(crate) fn is_yaml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "yaml" || extension == "yml")
}

/// A file itself, or the YAML files in a folder by name.
fn files(path: &Path) -> Result<Vec<PathBuf>, Unreadable> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let unreadable = |reason: String| Unreadable {
        path: path.to_path_buf(),
        reason,
    };
    let entries = std::fs::read_dir(path).map_err(|error| unreadable(error.to_string()))?;
    let mut files: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| is_yaml(path))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(unreadable(
            "no rule file in this folder (looked for .yaml, .yml)".into(),
        ));
    }
    Ok(files)
}

/// The default rules. They are read without a fault: a test sees to that.
pub(super) fn defaults(examples: bool) -> RuleSet {
    let mut rules = RuleSet::empty();
    for (name, text) in DEFAULTS {
        let text = if examples {
            Cow::Borrowed(text)
        } else {
            without_examples(text).into()
        };
        let source = SourceFile::new(name, text);
        match file(&source) {
            Ok(read) => read.into_iter().for_each(|mut rule| {
                rule.origin = Origin::Default;
                rules.add(rule);
            }),
            Err(faults) => debug_assert!(false, "{name}: {faults:?}"),
        }
    }
    rules
}

/// A rule file without what is for readers only, which is most of it and which a run never needs:
/// examples, summaries, reasons, comments. Holds for files in the form of the default ones, with one
/// line for a summary and a reason, and examples up to the next key or rule.
fn without_examples(text: &str) -> String {
    const FOR_READERS: [&str; 3] = ["    tests:", "    summary:", "    why:"];
    let mut kept = String::with_capacity(text.len() / 2);
    let mut skipping = false;
    for line in text.split_inclusive('\n') {
        let key = line.starts_with("    ") && !line[4..].starts_with([' ', '#', '\n']);
        if key || line.starts_with("  - ") {
            skipping = FOR_READERS.iter().any(|key| line.starts_with(key));
        }
        if !skipping && !line.trim_start().starts_with('#') {
            kept.push_str(line);
        }
    }
    kept
}

/// The rules of a file.
pub(super) fn file(source: &SourceFile) -> Result<Vec<Rule>, Vec<Fault>> {
    let root = yaml::parse(source.text()).map_err(|fault| vec![fault])?;
    let mut faults = Vec::new();
    for key in root.keys().filter(|(name, _)| *name != "rules") {
        let help = yaml::suggestion(key.0, &["rules"]);
        faults.push(Fault::new(key.1, format!("unknown key `{}`", key.0)).with_help(help));
    }
    let Some(list) = root.get("rules") else {
        let whole = Span::new(0, source.text().lines().next().map_or(0, str::len));
        faults.push(
            Fault::new(whole, "the key `rules` is missing")
                .with_help(Some("a rule file is a map with the list `rules:`".into())),
        );
        return Err(faults);
    };
    if !list.is_list() {
        faults.push(Fault::new(list.label_span(), "expected a list of rules"));
    }
    let mut rules = Vec::new();
    let mut seen: HashMap<String, Span> = HashMap::new();
    for node in list.items() {
        let before = faults.len();
        let rule: Option<Rule> = node.read_all(&mut faults);
        check_id(source, node, &mut seen, &mut faults);
        if let Some(mut rule) = rule {
            check_fields(source, node, &rule, &mut faults);
            rule.origin = Origin::File(source.path().to_path_buf());
            if faults.len() == before {
                rules.push(rule);
            }
        }
    }
    if faults.is_empty() {
        Ok(rules)
    } else {
        faults.sort_by_key(|fault| fault.span);
        Err(faults)
    }
}

/// Ids have the form `family/defect`, and there is one rule for each.
fn check_id(
    source: &SourceFile,
    node: &Node,
    seen: &mut HashMap<String, Span>,
    faults: &mut Vec<Fault>,
) {
    let Some((place, id)) = node
        .get("id")
        .and_then(|node| Some((node.span(), node.read::<String>().ok()?)))
    else {
        return;
    };
    let kebab = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    if !id
        .split_once('/')
        .is_some_and(|(family, defect)| kebab(family) && kebab(defect))
    {
        faults.push(
            Fault::new(place, format!("`{id}` is no rule id")).with_help(Some(
                "write `family/defect` in small letters: `house/kgb`".into(),
            )),
        );
    }
    if let Some(first) = seen.insert(id.clone(), place) {
        let first = source.position(first.start).line;
        faults.push(
            Fault::new(
                place,
                format!("the id `{id}` is taken: line {first} has it"),
            )
            .with_help(Some("give each rule an id of its own".into())),
        );
    }
}

/// A message may only name fields that its kind of check fills.
fn check_fields(source: &SourceFile, node: &Node, rule: &Rule, faults: &mut Vec<Fault>) {
    let known = rule.check.check().fields();
    for (key, words) in [
        ("message", Some(&rule.message)),
        ("help", rule.help.as_ref()),
    ] {
        let (Some(words), Some(place)) = (words, node.get(key).map(Node::span)) else {
            continue;
        };
        for (_, field) in template::fields(words)
            .into_iter()
            .filter(|(_, field)| !known.contains(field))
        {
            faults.push(
                Fault::new(
                    field_span(source, place, field),
                    format!("the kind `{}` has no field `{field}`", rule.check.name()),
                )
                .with_help(yaml::suggestion(field, known)),
            );
        }
    }
}

/// Where a field stands in the YAML of a message; the whole message where escapes hide it.
fn field_span(source: &SourceFile, message: Span, field: &str) -> Span {
    match source.slice(message).find(&format!("{{{field}}}")) {
        Some(at) => Span::new(message.start + at, message.start + at + field.len() + 2),
        None => message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_rules_are_the_same_with_and_without_their_examples() {
        for (name, text) in DEFAULTS {
            let all = file(&SourceFile::new(name, text)).unwrap();
            let kept = file(&SourceFile::new(name, without_examples(text))).unwrap();
            assert_eq!(all.len(), kept.len(), "{name}");
            for (a, b) in all.iter().zip(&kept) {
                assert_eq!((&a.id, &a.message, &a.help), (&b.id, &b.message, &b.help));
                assert_eq!(
                    (a.quoted, a.enabled, &a.scope),
                    (b.quoted, b.enabled, &b.scope)
                );
                assert!(
                    b.tests.report.is_empty() && b.tests.accept.is_empty(),
                    "{}",
                    b.id
                );
            }
        }
    }
}
