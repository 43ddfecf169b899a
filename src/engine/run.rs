//! Files through their checkers: many at once, their reports in order, and compared with each other.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::comments::Comments;
use super::suppress::{self, Suppressed};
use super::{Articles, Checker};
use crate::archive::Status;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, DocumentDate};
use crate::mentions::trace::Trace;
use crate::rules::FaultyFile;
use crate::source::{SourceFile, Span};

/// Another language than the rules know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// The article says so, by the tag of the language.
    Declared(String),
    /// It reads so, by the name of the language.
    Noticed(&'static str),
}

impl Foreign {
    fn of(document: &Document) -> Option<Self> {
        if document.is_declared_foreign() {
            return document
                .language()
                .map(|tag| Foreign::Declared(tag.to_owned()));
        }
        document.foreign_language().map(Foreign::Noticed)
    }
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
    /// The language it is in, where that is not English.
    pub foreign: Option<Foreign>,
    /// Whether it is an article, and not a configuration or a rule file that stands in the way of a run.
    article: bool,
    /// What other articles are compared with, where they are.
    traced: Option<Traced>,
    /// What was found and is kept quiet by a comment or a configuration; in no list of diagnostics.
    pub suppressed: Vec<Suppressed>,
    /// Its diagnostics, or why it could not be checked.
    pub outcome: Result<Vec<Diagnostic>, String>,
}

/// What is kept of an article until all have been read.
struct Traced {
    trace: Trace,
    checker: Arc<Checker>,
    comments: Comments,
}

impl FileReport {
    /// A file that could not be read.
    pub fn unreadable(path: &Path, reason: impl Into<String>) -> Self {
        Self::beside(Arc::new(SourceFile::new(path, "")), Err(reason.into()))
    }

    /// A configuration or rule file with mistakes.
    pub fn faulty(file: FaultyFile) -> Self {
        Self::beside(Arc::new(file.source), Ok(file.diagnostics))
    }

    /// What is no article that was checked.
    pub(super) fn beside(
        source: Arc<SourceFile>,
        outcome: Result<Vec<Diagnostic>, String>,
    ) -> Self {
        FileReport {
            source,
            date: None,
            quotations: Vec::new(),
            reads_like_fiction: false,
            foreign: None,
            article: false,
            traced: None,
            suppressed: Vec::new(),
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

/// Checks a source that is already read.
pub fn check(checker: &Arc<Checker>, source: SourceFile) -> FileReport {
    read(checker, Arc::new(source), &|| false)
}

/// The same, given up between two rules as soon as `stop` says so: somebody types on.
pub fn check_unless(
    stop: &dyn Fn() -> bool,
    checker: &Arc<Checker>,
    source: Arc<SourceFile>,
) -> Option<FileReport> {
    let report = read(checker, source, stop);
    (!stop()).then_some(report)
}

/// What came of a source; incomplete where `stop` says so.
fn read(checker: &Arc<Checker>, source: Arc<SourceFile>, stop: &dyn Fn() -> bool) -> FileReport {
    let document = checker.document(&source);
    let (own, faults) = checker.of_article(&document);
    let own = own.map(Arc::new);
    let checker = own.as_ref().unwrap_or(checker);
    let mentions = checker.mentions(&document);
    let sourced = checker.sourced(&mentions);
    let mut found = checker.find(&mentions, sourced.as_ref(), stop);
    found.extend(faults);
    let mut comments = Comments::new(&source, document.directives());
    let (diagnostics, suppressed) = suppress::finish(checker, &source, &mut comments, found);
    let date = mentions.article_date();
    let quotations = sourced.iter().flat_map(|sourced| {
        let quotations = sourced.quotations();
        quotations.map(|(quotation, verdict)| sourced.status(quotation, verdict))
    });
    FileReport {
        quotations: quotations.collect(),
        date,
        reads_like_fiction: !checker.is_fiction() && mentions.quotes().read_like_fiction(&document),
        foreign: Foreign::of(&document),
        article: true,
        traced: checker.comparing.then(|| Traced {
            trace: Trace::new(source.clone(), &mentions),
            checker: checker.clone(),
            comments,
        }),
        suppressed,
        outcome: Ok(diagnostics),
        source,
    }
}

/// What was reported in files that several articles share: a fault of a bibliography is one fault.
#[derive(Default)]
pub struct Elsewhere {
    seen: HashSet<(String, PathBuf, Span)>,
}

impl Elsewhere {
    /// The report without what an earlier one had of the same file.
    #[must_use]
    pub fn once(&mut self, mut report: FileReport) -> FileReport {
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

/// Adds to the reports of articles what shows only between them, by the rules of each one's checker,
/// if that is [`Checker::comparing`].
pub fn compare(reports: &mut [FileReport]) {
    let found = found_between(reports);
    for (number, diagnostics) in found {
        let report = &mut reports[number];
        let (Some(traced), Ok(all)) = (&mut report.traced, &mut report.outcome) else {
            continue;
        };
        let (checker, source, comments) = (&traced.checker, &report.source, &mut traced.comments);
        let (kept, suppressed) = suppress::part(checker, source, comments, diagnostics);
        all.extend(kept);
        report.suppressed.extend(suppressed);
        all.extend(comments.unused(checker, source));
        all.sort_by(|a, b| a.order().cmp(&b.order()));
    }
}

/// What shows only between articles, for each that was read to be compared, by its number.
fn found_between(reports: &[FileReport]) -> Vec<(usize, Vec<Diagnostic>)> {
    let (numbers, traced): (Vec<usize>, Vec<&Traced>) = reports
        .iter()
        .enumerate()
        .filter_map(|(number, report)| Some((number, report.traced.as_ref()?)))
        .unzip();
    let traces: Vec<&Trace> = traced.iter().map(|traced| &traced.trace).collect();
    let mut checkers: Vec<&Arc<Checker>> = traced.iter().map(|traced| &traced.checker).collect();
    checkers.sort_by_key(|checker| Arc::as_ptr(checker));
    checkers.dedup_by_key(|checker| Arc::as_ptr(checker));
    let mut found: Vec<Vec<Diagnostic>> = traced.iter().map(|_| Vec::new()).collect();
    for checker in checkers {
        let articles = Articles {
            traces: &traces,
            style_sheet: &checker.style_sheet,
        };
        for active in &checker.rules {
            let mut findings = Vec::new();
            active.rule.check.check().across(&articles, &mut findings);
            findings.retain(|(article, _)| Arc::ptr_eq(&traced[*article].checker, checker));
            findings.sort_by_key(|&(article, _)| article);
            let mut findings = findings.into_iter().peekable();
            while let Some(&(article, _)) = findings.peek() {
                // A document is read again only where something is found in it, and once for all of it.
                let document = checker.document(&traces[article].source);
                while let Some((_, finding)) = findings.next_if(|&(number, _)| number == article) {
                    found[article].push(active.diagnostic(&document, finding));
                }
            }
        }
    }
    numbers.into_iter().zip(found).collect()
}
