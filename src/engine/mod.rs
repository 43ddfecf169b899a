//! The engine: one document through all rules; many files at once, their results in order;
//! what is suppressed. Prints nothing.

mod comments;
mod entries;
mod order;
mod run;
mod suppress;

use std::sync::Arc;

use jiff::civil::Date;

use crate::archive::{Archive, Sourced};
use crate::bibliography::Shelf;
use crate::checks::{Articles, Context, Finding, Needs, Place, Reach, Triggers};
use crate::config::Configuration;
use crate::diagnostic::{Diagnostic, Edit, Fix, Label, Severity};
use crate::document::{Document, GivenDates};
use crate::mentions::Mentions;
use crate::rules::{
    CONFIGURATION, FRONT_MATTER, OWN, Profile, Rule, RuleSet, UNUSED_SUPPRESSION, family, names,
    render,
};
use crate::source::SourceFile;
use crate::style_sheet::StyleSheet;
use crate::yaml::{self, Fault, Node};

pub use entries::{Entries, would_silence};
pub use order::in_order;
pub use run::{Elsewhere, FileReport, Foreign, check, check_unless, compare};
pub use suppress::{By, Suppressed};

use comments::Comments;
use entries::Entry;

/// A rule that runs, with the severity the configuration gives it.
struct ActiveRule {
    rule: Arc<Rule>,
    severity: Severity,
    reach: Reach,
}

/// Rules and a configuration, ready to check documents.
pub struct Checker {
    /// By their ids.
    rules: Vec<ActiveRule>,
    /// Those too that do not run.
    known: RuleSet,
    /// How needless suppressions are graded, where they are reported.
    unused: Option<Severity>,
    /// What it was made of.
    configuration: Configuration,
    /// What the configuration suppresses.
    entries: Vec<Entry>,
    triggers: Triggers,
    style_sheet: StyleSheet,
    dates: GivenDates,
    profile: Profile,
    archive: Option<Arc<Archive>>,
    sources_complete: bool,
    comparing: bool,
}

impl Checker {
    /// The rules that a configuration switches on.
    pub fn new(known: &RuleSet, configuration: &Configuration) -> Self {
        let usual = |rule: &Rule| is_usual(rule, configuration);
        let rules: Vec<_> = known
            .iter()
            .filter(|rule| is_active(&rule.id, configuration, || usual(rule)))
            .map(|rule| ActiveRule {
                severity: severity(&rule.id, configuration).unwrap_or(rule.severity),
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
            known: known.clone(),
            configuration: configuration.clone(),
            unused: own_severity(UNUSED_SUPPRESSION, configuration),
            entries: configuration.suppress.iter().map(Entry::new).collect(),
            style_sheet: configuration.style_sheet(),
            profile: configuration.profile,
            archive: None,
            sources_complete: configuration.sources_complete,
            comparing: false,
            dates: GivenDates {
                option: None,
                configuration: configuration.date,
            },
        }
    }

    /// The checker of an article whose front matter says under `textcheck:` what holds for it alone, and
    /// what is wrong with its front matter.
    fn of_article(&self, document: &Document) -> (Option<Checker>, Vec<Diagnostic>) {
        let root = document.front_matter().map(|front| &front.root);
        match root {
            Some(Ok(root)) => match root.get("textcheck") {
                Some(own) => self.with_own(document, own),
                None => (None, Vec::new()),
            },
            Some(Err(fault)) => (None, self.unread(document, fault)),
            None => (None, Vec::new()),
        }
    }

    /// What is wrong with front matter that cannot be read: worse where it asks for something.
    fn unread(&self, document: &Document, fault: &Fault) -> Vec<Diagnostic> {
        let span = document.front_matter().map(|front| front.span);
        let words = span.map_or("", |span| document.source().slice(span));
        let asks = |line: &str| line.trim_start_matches('[').starts_with("textcheck");
        let message = format!("the front matter cannot be read: {}", fault.message);
        let help =
            "Until then nothing that stands in it holds, the article's date and language neither.";
        let fault = Fault::new(fault.span, message).with_help(Some(help.to_owned()));
        let (rule, severity) = match words.lines().any(asks) {
            true => (CONFIGURATION, Some(Severity::Error)),
            false => (
                FRONT_MATTER,
                own_severity(FRONT_MATTER, &self.configuration),
            ),
        };
        let mut found = yaml::diagnostics(rule, document.source(), vec![fault]);
        match severity {
            Some(severity) => found.iter_mut().for_each(|found| found.severity = severity),
            None => found.clear(),
        }
        found
    }

    fn with_own(&self, document: &Document, own: &Node) -> (Option<Checker>, Vec<Diagnostic>) {
        let (configuration, faults) = self.configuration.of_article(own, &self.known);
        let checker = Checker {
            archive: self.archive.clone(),
            comparing: self.comparing,
            dates: self.dates,
            style_sheet: StyleSheet {
                style: configuration.style.clone(),
                ..self.style_sheet.clone()
            },
            ..Checker::new(&self.known, &configuration)
        };
        let faults = yaml::diagnostics(CONFIGURATION, document.source(), faults);
        (Some(checker), faults)
    }

    /// The rules that run, in the order of their ids, with the severity each has here.
    pub fn rules(&self) -> impl Iterator<Item = (&Arc<Rule>, Severity)> {
        self.rules
            .iter()
            .map(|active| (&active.rule, active.severity))
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

    /// The source texts, if there are any.
    pub fn archive(&self) -> Option<&Archive> {
        self.archive.as_deref()
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
        let document = self.document(source);
        let (own, faults) = self.of_article(&document);
        let checker = own.as_ref().unwrap_or(self);
        let mut found = checker.check_mentions(&checker.mentions(&document));
        found.extend(faults);
        found.sort_by(|a, b| a.order().cmp(&b.order()));
        found
    }

    /// A file as the rules will see it.
    pub fn document<'s>(&self, source: &'s SourceFile) -> Document<'s> {
        Document::new(source, self.dates)
    }

    /// What a document says, read with the style sheet of the configuration.
    pub fn mentions<'d>(&'d self, document: &'d Document<'d>) -> Mentions<'d> {
        Mentions::new(document, &self.style_sheet)
    }

    /// Everything the rules find in a document, by way of what it says; what is suppressed left out.
    pub fn check_mentions<'c>(&'c self, mentions: &'c Mentions<'c>) -> Vec<Diagnostic> {
        let document = mentions.document();
        let found = self.find(mentions, self.sourced(mentions).as_ref(), &|| false);
        let mut comments = Comments::new(document.source(), document.directives());
        suppress::finish(self, document.source(), &mut comments, found).0
    }

    /// Everything the rules find, what is suppressed too; until `stop` says that nobody wants to know.
    fn find<'c>(
        &'c self,
        mentions: &'c Mentions<'c>,
        sources: Option<&Sourced<'c>>,
        stop: &dyn Fn() -> bool,
    ) -> Vec<Diagnostic> {
        let document = mentions.document();
        let hits = self.triggers.find(document);
        let mut diagnostics = Vec::new();
        for active in self.rules.iter().take_while(|_| !stop()) {
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

    /// Whether it takes articles for a novel's text.
    fn is_fiction(&self) -> bool {
        self.profile == Profile::Fiction
    }

    /// Whether this run could use a suppression of a rule or a family (of everything, for the empty
    /// name): none of the rules that usually run is left out, and one runs that has what it needs.
    fn could_use(&self, name: &str) -> bool {
        let meant = |rule: &Rule| name.is_empty() || names(name, &rule.id);
        let has = |rule: &Rule| match rule.check.check().needs() {
            Needs::Nothing => true,
            Needs::Sources => self.archive.is_some(),
            Needs::Articles => self.comparing,
        };
        let runs = |rule: &Rule| {
            let at = self
                .rules
                .binary_search_by(|active| active.rule.id.cmp(&rule.id));
            at.is_ok()
        };
        let rules = self.known.iter().filter(|rule| meant(rule) && has(rule));
        let mut any = false;
        for rule in rules {
            let runs = runs(rule);
            if !runs && is_usual(rule, &self.configuration) {
                return false;
            }
            any |= runs;
        }
        any
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

/// `select` means only these: a rule by its own id, whether it is on by default or not; of a family those that run
/// anyhow. `ignore` wins over it.
fn is_active(id: &str, configuration: &Configuration, usual: impl Fn() -> bool) -> bool {
    let named = |list: &[String]| list.iter().any(|name| names(name, id));
    if named(&configuration.ignore) {
        return false;
    }
    if !configuration.select.is_empty() {
        let by_id = configuration.select.iter().any(|name| name == id);
        return by_id || named(&configuration.select) && usual();
    }
    usual()
}

/// Whether the rule runs when nothing is selected or ignored.
fn is_usual(rule: &Rule, configuration: &Configuration) -> bool {
    let choice = configuration.profile.choice();
    let named = |list: &[String]| list.iter().any(|name| names(name, &rule.id));
    // Who grades a rule by its name wants it.
    let graded = configuration.severity.contains_key(&rule.id);
    (rule.enabled || graded || named(&choice.on)) && !named(&choice.off)
}

/// What the configuration says of a rule, else of its family.
fn severity(id: &str, configuration: &Configuration) -> Option<Severity> {
    let given = |name: &str| configuration.severity.get(name).copied();
    given(id).or_else(|| given(family(id)))
}

/// How a rule of textcheck itself is graded, if it speaks.
fn own_severity(id: &str, configuration: &Configuration) -> Option<Severity> {
    let own = OWN.iter().find(|own| own.id == id)?;
    is_active(own.id, configuration, || true)
        .then(|| severity(own.id, configuration).unwrap_or(own.severity))
}
