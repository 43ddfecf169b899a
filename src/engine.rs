//! The engine: one document through all rules; many files at once, their results in order. Prints nothing.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::archive::{Archive, Sourced, Status};
use crate::bibliography::Shelf;
use crate::checks::{Articles, Context, Finding, Place, Reach, Triggers};
use crate::config::Configuration;
use crate::diagnostic::{Diagnostic, Edit, Fix, Label, Severity};
use crate::document::{Document, DocumentDate, GivenDates};
use crate::mentions::Mentions;
use crate::mentions::trace::Trace;
use crate::rules::{FaultyFile, Profile, Rule, RuleSet, names, render};
use crate::source::{SourceFile, Span};
use crate::style_sheet::StyleSheet;

/// A rule that runs, with the severity the configuration gives it.
struct ActiveRule {
    rule: Arc<Rule>,
    severity: Severity,
    reach: Reach,
}

/// Rules and a configuration, ready to check documents.
pub struct Checker {
    rules: Vec<ActiveRule>,
    triggers: Triggers,
    style_sheet: StyleSheet,
    dates: GivenDates,
    fiction: bool,
    archive: Option<Arc<Archive>>,
    sources_complete: bool,
    comparing: bool,
}

impl Checker {
    /// The rules that a configuration switches on.
    pub fn new(rules: &RuleSet, configuration: &Configuration) -> Self {
        let rules: Vec<_> = rules
            .iter()
            .filter(|rule| is_active(rule, configuration))
            .map(|rule| ActiveRule {
                severity: severity(rule, configuration),
                reach: rule.reach(),
                rule: Arc::clone(rule),
            })
            .collect();
        Checker {
            triggers: Triggers::new(
                rules
                    .iter()
                    .flat_map(|active| active.rule.check.check().patterns()),
            ),
            rules,
            style_sheet: configuration.style_sheet(),
            fiction: configuration.profile == Profile::Fiction,
            archive: None,
            sources_complete: configuration.sources_complete,
            comparing: false,
            dates: GivenDates {
                option: None,
                configuration: configuration.date,
            },
        }
    }

    /// The same with the articles' date given from outside.
    #[must_use]
    pub fn with_document_date(mut self, date: Option<Date>) -> Self {
        self.dates.option = date;
        self
    }

    /// The same with source texts that quotations are checked against.
    #[must_use]
    pub fn with_archive(mut self, archive: Arc<Archive>) -> Self {
        self.archive = Some(archive);
        self
    }

    /// What the sources have of the quotations of a document, if there are sources.
    pub fn sourced<'c>(&'c self, mentions: &'c Mentions<'c>) -> Option<Sourced<'c>> {
        let archive = self.archive.as_deref()?;
        Some(Sourced::new(archive, mentions))
    }

    /// The same with files that are not on the disk: bibliographies under the paths they are named by.
    #[must_use]
    pub fn with_files(mut self, files: Vec<SourceFile>) -> Self {
        let shelf = std::mem::take(&mut self.style_sheet.shelf);
        self.style_sheet.shelf = files.into_iter().fold(shelf, Shelf::with);
        self
    }

    /// The same, keeping of each article what [`compare`] compares with others.
    #[must_use]
    pub fn comparing(mut self) -> Self {
        self.comparing = true;
        self
    }

    /// Everything the rules find in a file, in the order of place and rule id.
    pub fn check(&self, source: &SourceFile) -> Vec<Diagnostic> {
        self.check_mentions(&self.mentions(&self.document(source)))
    }

    /// A file as the rules will see it.
    pub fn document<'s>(&self, source: &'s SourceFile) -> Document<'s> {
        Document::new(source, self.dates)
    }

    /// What a document says, read with the style sheet of the configuration.
    pub fn mentions<'d>(&'d self, document: &'d Document<'d>) -> Mentions<'d> {
        Mentions::new(document, &self.style_sheet)
    }

    /// Everything the rules find in a document, by way of what it says.
    pub fn check_mentions<'c>(&'c self, mentions: &'c Mentions<'c>) -> Vec<Diagnostic> {
        self.check_sourced(mentions, self.sourced(mentions).as_ref())
    }

    fn check_sourced<'c>(
        &'c self,
        mentions: &'c Mentions<'c>,
        sources: Option<&Sourced<'c>>,
    ) -> Vec<Diagnostic> {
        let document = mentions.document();
        let hits = self.triggers.find(document);
        let mut diagnostics = Vec::new();
        for active in &self.rules {
            let cx = Context {
                document,
                mentions,
                style_sheet: mentions.style_sheet(),
                sources,
                sources_complete: self.sources_complete,
                reach: &active.reach,
                hits: &hits,
            };
            let mut findings = Vec::new();
            active.rule.check.check().check(&cx, &mut findings);
            diagnostics.extend(
                findings
                    .into_iter()
                    .map(|finding| active.diagnostic(document, finding)),
            );
        }
        diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
        diagnostics
    }
}

impl ActiveRule {
    fn diagnostic(&self, document: &Document, finding: Finding) -> Diagnostic {
        let fields = &finding.fields;
        Diagnostic {
            rule: self.rule.id.clone(),
            severity: self.severity,
            message: render(&self.rule.message, fields),
            help: self.rule.help.as_ref().map(|help| render(help, fields)),
            primary: label(document, finding.place, finding.note),
            secondary: finding
                .labels
                .into_iter()
                .map(|(place, message)| label(document, place, message))
                .collect(),
            fix: finding.fix.and_then(|(applicability, edits)| {
                // Where markup hides in the words, an edit would take it away.
                let all_plain = edits.iter().all(|(range, _)| document.is_verbatim(range));
                all_plain.then(|| Fix {
                    applicability,
                    edits: edits
                        .into_iter()
                        .map(|(range, content)| Edit {
                            span: document.span(&range),
                            content,
                        })
                        .collect(),
                })
            }),
        }
    }
}

fn label(document: &Document, place: Place, message: String) -> Label {
    let (span, file) = match place {
        Place::Text(range) => (document.span(&range), None),
        Place::Source(span) => (span, None),
        Place::File(file, span) => (span, Some(file)),
    };
    Label {
        span,
        message,
        file,
    }
}

/// `select` means only these, whether they are on by default or not; `ignore` wins over it.
fn is_active(rule: &Rule, configuration: &Configuration) -> bool {
    let named = |list: &[String]| list.iter().any(|name| names(name, &rule.id));
    if named(&configuration.ignore) {
        return false;
    }
    if !configuration.select.is_empty() {
        return named(&configuration.select);
    }
    let choice = configuration.profile.choice();
    (rule.enabled || named(&choice.on)) && !named(&choice.off)
}

/// What the configuration says of the rule, else of its family, else the rule's own.
fn severity(rule: &Rule, configuration: &Configuration) -> Severity {
    let given = |name: &str| configuration.severity.get(name).copied();
    given(&rule.id)
        .or_else(|| given(rule.family()))
        .unwrap_or(rule.severity)
}

/// What came of one file.
pub struct FileReport {
    /// The file; without text when it could not be read.
    pub source: Arc<SourceFile>,
    /// The article's date, when somebody says it.
    pub date: Option<DocumentDate>,
    /// What became of its quotations, where there are sources to check them against.
    pub quotations: Vec<Status>,
    /// Whether it reads like a novel though it is not checked as one.
    pub reads_like_fiction: bool,
    /// Whether it is an article, and not a configuration or a rule file that stands in the way of a run.
    article: bool,
    /// What other articles are compared with, and the rules that compare, where they are.
    traced: Option<(Trace, Arc<Checker>)>,
    /// Its diagnostics, or why it could not be checked.
    pub outcome: Result<Vec<Diagnostic>, String>,
}

impl FileReport {
    /// A file that could not be read.
    pub fn unreadable(path: &Path, reason: impl Into<String>) -> Self {
        Self::beside(SourceFile::new(path, ""), Err(reason.into()))
    }

    /// A configuration or rule file with mistakes.
    pub fn faulty(file: FaultyFile) -> Self {
        Self::beside(file.source, Ok(file.diagnostics))
    }

    /// What is no article that was checked.
    fn beside(source: SourceFile, outcome: Result<Vec<Diagnostic>, String>) -> Self {
        FileReport {
            source: Arc::new(source),
            date: None,
            quotations: Vec::new(),
            reads_like_fiction: false,
            article: false,
            traced: None,
            outcome,
        }
    }

    /// Whether it is an article that was checked.
    pub fn is_article(&self) -> bool {
        self.article
    }

    /// Its diagnostics; none when it could not be checked.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.outcome.as_deref().unwrap_or_default()
    }
}

/// A file to check, and by what.
pub struct Job {
    /// The file.
    pub path: PathBuf,
    /// The rules for it.
    pub checker: Arc<Checker>,
}

impl Job {
    /// Reads and checks the file.
    pub fn run(&self) -> FileReport {
        match SourceFile::read(&self.path) {
            Ok(source) => check(&self.checker, source),
            Err(unreadable) => FileReport::unreadable(&unreadable.path, unreadable.reason),
        }
    }
}

/// Checks a source that is already read.
pub fn check(checker: &Arc<Checker>, source: SourceFile) -> FileReport {
    let source = Arc::new(source);
    let document = checker.document(&source);
    let mentions = checker.mentions(&document);
    let sourced = checker.sourced(&mentions);
    let diagnostics = checker.check_sourced(&mentions, sourced.as_ref());
    let date = mentions.article_date();
    let quotations = sourced.iter().flat_map(|sourced| {
        let quotations = sourced.quotations();
        quotations.map(|(quotation, verdict)| sourced.status(quotation, verdict))
    });
    FileReport {
        quotations: quotations.collect(),
        date,
        reads_like_fiction: !checker.fiction && mentions.quotes().read_like_fiction(&document),
        article: true,
        traced: checker
            .comparing
            .then(|| (Trace::new(source.clone(), &mentions), checker.clone())),
        outcome: Ok(diagnostics),
        source,
    }
}

/// What was reported in files that several articles share: a fault of a bibliography is one fault.
#[derive(Default)]
struct Elsewhere {
    seen: HashSet<(String, PathBuf, Span)>,
}

impl Elsewhere {
    fn once(&mut self, mut report: FileReport) -> FileReport {
        if let Ok(diagnostics) = &mut report.outcome {
            diagnostics.retain(|diagnostic| {
                diagnostic.primary.file.as_ref().is_none_or(|file| {
                    let place = (
                        diagnostic.rule.clone(),
                        file.path().to_path_buf(),
                        diagnostic.primary.span,
                    );
                    self.seen.insert(place)
                })
            });
        }
        report
    }
}

/// How many files are held in memory at once.
const BATCH: usize = 64;

/// Checks files in parallel and hands over the reports in the order of the jobs.
///
/// # Errors
/// The first error of `take`; the files behind it are not checked.
pub fn run<E>(jobs: &[Job], mut take: impl FnMut(FileReport) -> Result<(), E>) -> Result<(), E> {
    let mut elsewhere = Elsewhere::default();
    for batch in jobs.chunks(BATCH) {
        let reports: Vec<_> = match batch {
            [one] => vec![one.run()],
            _ => batch.par_iter().map(Job::run).collect(),
        };
        reports
            .into_iter()
            .map(|report| elsewhere.once(report))
            .try_for_each(&mut take)?;
    }
    Ok(())
}

/// Adds to the reports of articles what shows only between them, by the rules of each one's checker,
/// if that is [`Checker::comparing`].
pub fn compare(reports: &mut [FileReport]) {
    let (numbers, traced): (Vec<usize>, Vec<_>) = reports
        .iter()
        .enumerate()
        .filter_map(|(number, report)| Some((number, report.traced.as_ref()?)))
        .unzip();
    let traces: Vec<&Trace> = traced.iter().map(|(trace, _)| trace).collect();
    let mut checkers: Vec<&Arc<Checker>> = traced.iter().map(|(_, checker)| checker).collect();
    checkers.sort_by_key(|checker| Arc::as_ptr(checker));
    checkers.dedup_by_key(|checker| Arc::as_ptr(checker));
    let mut found: Vec<(usize, Diagnostic)> = Vec::new();
    for checker in checkers {
        let articles = Articles {
            traces: &traces,
            style_sheet: &checker.style_sheet,
        };
        for active in &checker.rules {
            let mut findings = Vec::new();
            active.rule.check.check().across(&articles, &mut findings);
            findings.retain(|(article, _)| Arc::ptr_eq(&traced[*article].1, checker));
            found.extend(findings.into_iter().map(|(article, finding)| {
                let document = checker.document(&traces[article].source);
                (numbers[article], active.diagnostic(&document, finding))
            }));
        }
    }
    for (number, diagnostic) in found {
        if let Ok(diagnostics) = &mut reports[number].outcome {
            diagnostics.push(diagnostic);
            diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
        }
    }
}
