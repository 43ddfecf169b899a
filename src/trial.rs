//! Rules on trial: every example of a rule, run with that rule alone.

use std::ops::Range;
use std::sync::Arc;

use crate::archive::Archive;
use crate::config::Configuration;
use crate::diagnostic::Diagnostic;
use crate::engine::{self, Checker};
use crate::fix;
use crate::rules::{Example, Rule, RuleSet};
use crate::source::SourceFile;

/// An example that did not turn out as its rule says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The rule.
    pub rule: String,
    /// The example's text; empty where the rule has none.
    pub text: String,
    /// What happened instead.
    pub reason: String,
}

/// Runs the examples of a rule. A rule without an example that makes it speak has failed.
pub fn examine(rules: &RuleSet, rule: &Rule) -> Vec<Failure> {
    let fail = |text: &str, reason: String| Failure {
        rule: rule.id.clone(),
        text: text.to_owned(),
        reason,
    };
    let mut failures = Vec::new();
    if rule.tests.report.is_empty() {
        failures.push(fail(
            "",
            "no example makes the rule speak: add one under `tests: report:`".into(),
        ));
    }
    for example in &rule.tests.report {
        failures.extend(
            reported(rules, rule, example)
                .err()
                .map(|reason| fail(&example.text, reason)),
        );
    }
    for example in &rule.tests.accept {
        failures.extend(
            accepted(rules, rule, example)
                .err()
                .map(|reason| fail(&example.text, reason)),
        );
    }
    failures
}

fn reported(rules: &RuleSet, rule: &Rule, example: &Example) -> Result<(), String> {
    let (source, marks) = source(example);
    let diagnostics = check(rules, rule, example, &source);
    let Some(first) = diagnostics.first() else {
        return Err("the rule keeps silent, and should report it".into());
    };
    if !marks.is_empty() {
        let labelled = labels(first);
        if labelled != marks {
            let words = |ranges: &[Range<usize>]| {
                let words: Vec<_> = ranges
                    .iter()
                    .map(|range| format!("“{}”", &source.text()[range.clone()]))
                    .collect();
                words.join(", ")
            };
            return Err(format!(
                "labels {}, and should label {}",
                words(&labelled),
                words(&marks)
            ));
        }
    }
    match &example.fixed {
        Some(expected) => {
            let fixed = fixed(&source, &diagnostics);
            (fixed == *expected)
                .then_some(())
                .ok_or_else(|| format!("its fix makes “{fixed}”, and should make “{expected}”"))
        }
        None => Ok(()),
    }
}

fn accepted(rules: &RuleSet, rule: &Rule, example: &Example) -> Result<(), String> {
    let (source, _) = source(example);
    match check(rules, rule, example, &source).first() {
        Some(diagnostic) => Err(format!(
            "the rule says “{}”, and should keep silent",
            diagnostic.message
        )),
        None => Ok(()),
    }
}

/// What a rule alone says of an example's text.
pub fn check(
    rules: &RuleSet,
    rule: &Rule,
    example: &Example,
    source: &SourceFile,
) -> Vec<Diagnostic> {
    let configuration = Configuration {
        select: vec![rule.id.clone()],
        people: example.people.clone(),
        works: example.works.clone(),
        events: example.events.clone(),
        bibliography: example.bibliography.clone(),
        sources_complete: true,
        ..Configuration::default()
    };
    let checker = Checker::new(rules, &configuration)
        .with_files(files(example))
        .with_document_date(example.date)
        .comparing();
    let checker = Arc::new(match archive(example) {
        Some(archive) => checker.with_archive(Arc::new(archive)),
        None => checker,
    });
    // The files that are nothing else are articles, before this one.
    let article = SourceFile::new(source.path(), source.text());
    let articles = files(example).into_iter().filter(|file| {
        let is_source = example
            .sources
            .iter()
            .any(|entry| entry.path == file.path());
        !is_source && !example.bibliography.iter().any(|path| path == file.path())
    });
    let mut reports: Vec<_> = articles
        .chain([article])
        .map(|article| engine::check(&checker, article))
        .collect();
    engine::compare(&mut reports);
    let last = reports.pop().map(|report| report.outcome);
    last.and_then(Result::ok).unwrap_or_default()
}

/// The texts that the example's quotations are checked against.
fn archive(example: &Example) -> Option<Archive> {
    let mut archive = Archive::default();
    for entry in &example.sources {
        let text = files(example)
            .into_iter()
            .find(|file| file.path() == entry.path)?;
        archive.add(entry, text).ok()?;
    }
    (!example.sources.is_empty()).then_some(archive)
}

/// The files beside the example's text.
pub fn files(example: &Example) -> Vec<SourceFile> {
    let files = example.files.iter();
    files
        .map(|(path, text)| SourceFile::new(path, text.as_str()))
        .collect()
}

/// The example's text without its marks, and where the marks stood.
pub fn source(example: &Example) -> (SourceFile, Vec<Range<usize>>) {
    let path = example.path.as_deref().unwrap_or("example.txt");
    let (text, marks) = without_marks(&example.text);
    (SourceFile::new(path, text), marks)
}

/// A text without the `[[ ]]` around its words, and where those words stand: the primary label
/// first, which is the first one marked unless another is marked `[[! ]]`.
pub fn without_marks(text: &str) -> (String, Vec<Range<usize>>) {
    let mut words = String::with_capacity(text.len());
    let mut marks = Vec::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("[[") {
        let Some(end) = behind.find("]]") else {
            break;
        };
        // The words may end in a bracket themselves: `[[[citation needed]]]`.
        let end = end
            + behind[end + 2..]
                .bytes()
                .take_while(|&byte| byte == b']')
                .count();
        let primary = behind.starts_with('!');
        let marked = &behind[usize::from(primary)..end];
        words.push_str(before);
        let mark = words.len()..words.len() + marked.len();
        marks.insert(if primary { 0 } else { marks.len() }, mark);
        words.push_str(marked);
        rest = &behind[end + 2..];
    }
    words.push_str(rest);
    (words, marks)
}

/// The labels of a diagnostic in the text itself, the primary first, the others in the order of the text.
fn labels(diagnostic: &Diagnostic) -> Vec<Range<usize>> {
    let mut others: Vec<_> = diagnostic
        .secondary
        .iter()
        .filter(|label| label.file.is_none())
        .map(|label| label.span.range())
        .collect();
    others.sort_by_key(|range| range.start);
    std::iter::once(diagnostic.primary.span.range())
        .chain(others)
        .collect()
}

/// The text with the fixes of all diagnostics made.
fn fixed(source: &SourceFile, diagnostics: &[Diagnostic]) -> String {
    let fixes = diagnostics.iter().filter_map(|found| found.fix.as_ref());
    fix::apply(source.text(), fixes).0
}
