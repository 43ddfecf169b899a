//! A project: a configuration with the rules it brings, read and checked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Configuration;
use crate::rules::{CONFIGURATION, FaultyFile, LoadError, RuleSet, UNKNOWN_RULE};
use crate::source::{SourceFile, Span, display_path};
use crate::yaml::{self, Fault, Node};

/// A configuration with the rules it brings.
#[derive(Clone, Default)]
pub struct Project {
    /// What it says.
    pub configuration: Configuration,
    /// The rules it was given, and those of its `rules:`.
    pub rules: RuleSet,
}

impl Project {
    /// Reads a configuration; its rules are added to `rules`.
    ///
    /// # Errors
    /// Everything that is wrong with it or with its rule files.
    pub fn read(path: &Path, rules: RuleSet) -> Result<Self, Vec<LoadError>> {
        let source = SourceFile::read(path).map_err(|error| vec![LoadError::Unreadable(error)])?;
        Self::of(&source, rules)
    }

    /// The same for a configuration that is read already.
    ///
    /// # Errors
    /// Everything that is wrong with it or with its rule files.
    pub fn of(source: &SourceFile, rules: RuleSet) -> Result<Self, Vec<LoadError>> {
        Self::behind(&[], source, rules)
    }

    /// A configuration that others extend, the outermost first.
    fn behind(
        others: &[PathBuf],
        source: &SourceFile,
        mut rules: RuleSet,
    ) -> Result<Self, Vec<LoadError>> {
        let path = source.path();
        let mut faults = Vec::new();
        let node = yaml::parse(source.text())
            .map_err(|fault| vec![faulty(path, source, vec![fault], vec![])])?;
        let mut configuration: Option<Configuration> = node.read_all(&mut faults);
        let mut errors = Vec::new();
        let base = path.parent().unwrap_or(Path::new(""));
        let mut below = None;
        if let Some(configuration) = &mut configuration {
            faults.extend(missing_files(configuration, base, &node));
            place_suppressions(configuration, path, source, &node, &mut faults);
            let chain = [others, &[identity(path)]].concat();
            match extended(configuration, base, &node, &chain, &rules) {
                Ok(Some(project)) => {
                    rules = project.rules;
                    below = Some(project.configuration);
                }
                Ok(None) => {}
                Err(Extension::Here(fault)) => faults.push(fault),
                Err(Extension::There(others)) => errors.extend(others),
            }
            for file in &mut configuration.rules {
                *file = base.join(&*file);
                errors.extend(rules.add_path(file).err().into_iter().flatten());
            }
        }
        let mut unknown = Vec::new();
        if errors.is_empty() {
            check_names(&node, &rules, &mut faults);
            let overrides = node.get("overrides").into_iter().flat_map(Node::items);
            overrides.for_each(|one| check_names(one, &rules, &mut faults));
            unknown = unknown_suppressions(&node, &rules);
        }
        if !faults.is_empty() || !unknown.is_empty() {
            errors.insert(0, faulty(path, source, faults, unknown));
        }
        match configuration {
            Some(configuration) if errors.is_empty() => Ok(Project {
                configuration: match below {
                    Some(below) => configuration.on_top_of(below, &node),
                    None => configuration,
                },
                rules,
            }),
            _ => Err(errors),
        }
    }
}

/// Why a configuration cannot stand on another.
enum Extension {
    /// For what it says itself.
    Here(Fault),
    /// For what is wrong with the other.
    There(Vec<LoadError>),
}

/// The project that a configuration extends.
fn extended(
    configuration: &mut Configuration,
    base: &Path,
    node: &Node,
    chain: &[PathBuf],
    rules: &RuleSet,
) -> Result<Option<Project>, Extension> {
    let (Some(named), Some(place)) = (&configuration.extends, node.get("extends")) else {
        return Ok(None);
    };
    let path = base.join(named);
    let here = |message: String, help: &str| {
        let fault = Fault::new(place.span(), message);
        Extension::Here(fault.with_help(Some(help.into())))
    };
    if chain.contains(&identity(&path)) {
        let name = display_path(&path);
        return Err(here(
            format!("`{name}` extends this file itself, in the end"),
            "take `extends:` out of one of the two",
        ));
    }
    let source = SourceFile::read(&path).map_err(|file| {
        let name = display_path(&file.path);
        here(
            format!("`{name}` cannot be read: {}", file.reason),
            "paths are relative to this file",
        )
    })?;
    configuration.extended.push(path);
    let project = Project::behind(chain, &source, rules.clone());
    project.map(Some).map_err(Extension::There)
}

/// A path that is the same for the same file.
fn identity(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

/// Makes the paths that it names relative to the current folder; a source is a file or a folder, a bibliography
/// a file, and a baseline may be missing yet.
fn missing_files(configuration: &mut Configuration, base: &Path, node: &Node) -> Vec<Fault> {
    let items = |key| node.get(key).into_iter().flat_map(Node::items);
    let mut faults = Vec::new();
    for (entry, item) in configuration.sources.iter_mut().zip(items("sources")) {
        entry.path = base.join(&entry.path);
        if !entry.path.exists() {
            faults.push(missing(item, "file or folder", &entry.path));
        }
    }
    for (file, item) in configuration
        .bibliography
        .iter_mut()
        .zip(items("bibliography"))
    {
        *file = base.join(&*file);
        if !file.is_file() {
            faults.push(missing(item, "file", file));
        }
    }
    for one in &mut configuration.overrides {
        one.folder = base.to_path_buf();
    }
    if let Some(baseline) = &mut configuration.baseline {
        *baseline = base.join(&*baseline);
    }
    faults
}

fn missing(item: &Node, what: &str, path: &Path) -> Fault {
    let name = display_path(path);
    Fault::new(item.span(), format!("there is no {what} `{name}`"))
        .with_help(Some("paths are relative to this file".into()))
}

/// A file with mistakes, some of them suppressions of rules that do not exist.
fn faulty(path: &Path, source: &SourceFile, faults: Vec<Fault>, unknown: Vec<Fault>) -> LoadError {
    let source = SourceFile::new(path, source.text());
    let mut diagnostics = yaml::diagnostics(CONFIGURATION, &source, faults);
    diagnostics.extend(yaml::diagnostics(UNKNOWN_RULE, &source, unknown));
    diagnostics.sort_by_key(|diagnostic| diagnostic.primary.span);
    LoadError::Faulty(Box::new(FaultyFile {
        source,
        diagnostics,
    }))
}

/// Tells each entry under `suppress:` where it stands; one without words would silence nothing.
fn place_suppressions(
    configuration: &mut Configuration,
    path: &Path,
    source: &SourceFile,
    node: &Node,
    faults: &mut Vec<Fault>,
) {
    let file = Arc::new(SourceFile::new(path, source.text()));
    let items = node.get("suppress").into_iter().flat_map(Node::items);
    for (entry, item) in configuration.suppress.iter_mut().zip(items) {
        let Some(text) = item.get("text") else {
            continue;
        };
        if entry.text.trim().is_empty() {
            faults.push(
                Fault::new(text.span(), "no words are given here")
                    .with_help(Some("write the words that the finding labels".into())),
            );
        }
        entry.place = Some((file.clone(), text.span()));
    }
}

/// `suppress` names rules or families that exist.
fn unknown_suppressions(node: &Node, rules: &RuleSet) -> Vec<Fault> {
    let items = node.get("suppress").into_iter().flat_map(Node::items);
    let named = items.filter_map(|item| item.get("rule"));
    let unknown = named.filter_map(|node| {
        let name: String = node.read().ok()?;
        unknown_name(&name, node.span(), rules)
    });
    unknown.collect()
}

fn unknown_name(name: &str, span: Span, rules: &RuleSet) -> Option<Fault> {
    if rules.knows(name) {
        return None;
    }
    let (message, help) = rules.unknown(name);
    Some(Fault::new(span, message).with_help(help))
}

/// `select`, `ignore` and `severity` name rules or families that exist.
pub(super) fn check_names(node: &Node, rules: &RuleSet, faults: &mut Vec<Fault>) {
    let listed = ["select", "ignore"]
        .into_iter()
        .filter_map(|key| node.get(key))
        .flat_map(Node::items)
        .filter_map(|item| Some((item.read::<String>().ok()?, item.span())));
    let graded = node
        .get("severity")
        .into_iter()
        .flat_map(Node::keys)
        .map(|(name, span)| (name.to_owned(), span));
    for (name, span) in listed.chain(graded) {
        faults.extend(unknown_name(&name, span, rules));
    }
}
