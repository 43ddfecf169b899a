//! Suppressions: what the comments of an article and the `suppress:` of its configuration keep quiet, and
//! which of them are needless.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Checker;
use super::run::FileReport;
use crate::config::Suppress;
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Severity};
use crate::document::{Command, Directive};
use crate::rules::{OWN, UNKNOWN_RULE, UNUSED_SUPPRESSION, family};
use crate::source::{SourceFile, Span};
use crate::yaml;

/// A diagnostic that is kept quiet, and why.
#[derive(Clone, Debug)]
pub struct Suppressed {
    /// What was found.
    pub diagnostic: Diagnostic,
    /// What keeps it quiet.
    pub by: By,
}

/// What keeps a diagnostic quiet.
#[derive(Clone, Debug)]
pub enum By {
    /// A comment in the article, and the reason it gives.
    Comment(Option<String>),
    /// An entry under `suppress:`.
    Entry(Arc<Suppress>),
    /// A baseline.
    Baseline,
}

impl By {
    /// The reason that the author gave.
    pub fn reason(&self) -> Option<&str> {
        match self {
            By::Comment(reason) => reason.as_deref(),
            By::Entry(entry) => entry.reason.as_deref(),
            By::Baseline => None,
        }
    }
}

/// Where a directive says something of a rule, a family or (under the empty name) everything.
struct Mark {
    from: usize,
    to: usize,
    /// The numbers of the directive and of the name in it.
    name: (usize, usize),
    silences: bool,
}

/// The directives of an article, ready to be asked.
#[derive(Default)]
pub(super) struct Comments {
    directives: Vec<Directive>,
    /// What stands in them, from each on to the next of the same name; in order.
    regions: HashMap<String, Vec<Mark>>,
    /// The lines that they mean, in order.
    lines: HashMap<String, Vec<Mark>>,
    /// The names that did something.
    used: HashSet<(usize, usize)>,
}

impl Comments {
    pub(super) fn new(source: &SourceFile, directives: &[Directive]) -> Self {
        let mut comments = Comments::default();
        let mut open: HashSet<&str> = HashSet::new();
        for (number, directive) in directives.iter().enumerate() {
            for (place, name) in names(source, directive).into_iter().enumerate() {
                let key = (number, place);
                match directive.command {
                    Command::Unknown => continue,
                    Command::DisableNextLine => {
                        let Span { start, end } = directive.next_line;
                        comments.mark_line(name, start, end, key);
                        continue;
                    }
                    Command::Disable => {
                        open.insert(name);
                    }
                    Command::Enable => {
                        let before = open.len();
                        let ends =
                            |open: &str| name.is_empty() || name == open || name == family(open);
                        let within = open.contains("") || open.contains(family(name));
                        open.retain(|open| !ends(open));
                        if within || open.len() < before {
                            comments.used.insert(key);
                        }
                    }
                }
                let mark = Mark {
                    from: directive.span.end,
                    to: source.text().len(),
                    name: key,
                    silences: directive.command == Command::Disable,
                };
                comments.regions.entry(name.into()).or_default().push(mark);
            }
        }
        comments.directives = directives.to_vec();
        comments
    }

    fn mark_line(&mut self, name: &str, from: usize, to: usize, key: (usize, usize)) {
        self.lines.entry(name.into()).or_default().push(Mark {
            from,
            to,
            name: key,
            silences: true,
        });
    }

    /// The reason for which a diagnostic of a rule that begins at an offset is silenced, if it is.
    fn silence(
        &mut self,
        source: &SourceFile,
        rule: &str,
        offset: usize,
    ) -> Option<Option<String>> {
        if self.directives.is_empty() {
            return None;
        }
        let last = |marks: &HashMap<String, Vec<Mark>>, name: &str| {
            let marks = marks.get(name)?;
            let after = marks.partition_point(|mark| mark.from <= offset);
            let mark = &marks[after.checked_sub(1)?];
            (offset < mark.to).then_some((mark.name, mark.silences))
        };
        let keys = ["", family(rule), rule];
        let on_line = keys.iter().find_map(|name| last(&self.lines, name));
        let in_region = || {
            keys.iter()
                .filter_map(|name| last(&self.regions, name))
                .max()
        };
        let (name, silences) = on_line.or_else(in_region)?;
        silences.then(|| {
            self.used.insert(name);
            let reason = self.directives[name.0].reason;
            reason.map(|span| source.slice(span).to_owned())
        })
    }

    /// Names in directives that no rule or family has.
    pub(super) fn unknown(&self, checker: &Checker, source: &SourceFile) -> Vec<Diagnostic> {
        let all = self
            .directives
            .iter()
            .flat_map(|directive| &directive.rules);
        all.filter(|name| !checker.known.knows(source.slice(**name)))
            .map(|&name| {
                let (message, help) = checker.known.unknown(source.slice(name));
                let help = match help {
                    Some(near) if near.starts_with("did you mean") => near,
                    help => format!(
                        "{}; a reason is written behind a colon",
                        help.unwrap_or_default()
                    ),
                };
                Diagnostic::new(UNKNOWN_RULE, Severity::Error, message, name).with_help(help)
            })
            .collect()
    }

    /// Directives that did nothing though this run could have used them.
    pub(super) fn unused(&self, checker: &Checker, source: &SourceFile) -> Vec<Diagnostic> {
        let Some(severity) = checker.unused else {
            return Vec::new();
        };
        let all = self.directives.iter().enumerate();
        all.filter_map(|(number, directive)| {
            let report = |message: String, span: Span| {
                Diagnostic::new(UNUSED_SUPPRESSION, severity, message, span)
            };
            if directive.command == Command::Unknown {
                let word = source.slice(directive.word);
                let unknown = report(format!("`{word}` is no directive"), directive.word);
                let near = yaml::suggestion(word, &Command::WORDS);
                return Some(unknown.with_help(near.unwrap_or_default()));
            }
            let names = names(source, directive);
            let needless: Vec<usize> = (0..names.len())
                .filter(|&place| !self.used.contains(&(number, place)))
                .filter(|&place| {
                    directive.command == Command::Enable || checker.could_use(names[place])
                })
                .collect();
            let first = *needless.first()?;
            if needless.len() < names.len() {
                let message = needless_message(directive.command, names[first]);
                return Some(report(message, directive.rules[first]).with_help("Take it away."));
            }
            let name = if names.len() == 1 { names[0] } else { "" };
            let message = needless_message(directive.command, name);
            let mut unused = report(message, directive.span).with_help("Take the comment away.");
            unused.fix = Some(removal(source, directive.span));
            Some(unused)
        })
        .collect()
    }
}

/// The names of a directive; the empty one for all rules.
fn names<'s>(source: &'s SourceFile, directive: &Directive) -> Vec<&'s str> {
    if directive.rules.is_empty() {
        return vec![""];
    }
    let names = directive.rules.iter();
    names.map(|&name| source.slice(name)).collect()
}

fn needless_message(command: Command, name: &str) -> String {
    let of = |name: &str| match name {
        "" => String::new(),
        name => format!(" of `{name}`"),
    };
    match command {
        Command::Enable => format!("nothing{} is disabled before this", of(name)),
        Command::DisableNextLine => format!(
            "this silences nothing: the next line has no finding{}",
            of(name)
        ),
        _ => format!(
            "this silences nothing: there is no finding{} behind it",
            of(name)
        ),
    }
}

/// Takes a comment away: with its line where it stands alone on it, else with the blanks before it.
fn removal(source: &SourceFile, comment: Span) -> Fix {
    let text = source.text();
    let before = text[..comment.start].trim_end_matches([' ', '\t']);
    let behind = text[comment.end..].trim_start_matches([' ', '\t']);
    let ending = ["\r\n", "\n", "\r"]
        .into_iter()
        .find(|ending| behind.starts_with(ending));
    let alone = before.is_empty() || before.ends_with(['\n', '\r']);
    let end = text.len() - behind.len();
    let span = match ending {
        Some(ending) if alone => Span::new(before.len(), end + ending.len()),
        Some(_) => Span::new(before.len(), end),
        None if behind.is_empty() => Span::new(before.len(), end),
        None => Span::new(comment.start, end),
    };
    Fix {
        applicability: Applicability::Suggested,
        edits: vec![Edit {
            span,
            content: String::new(),
        }],
    }
}

/// An entry under `suppress:` with its words as they are compared.
pub(super) struct Entry {
    pub(super) suppress: Arc<Suppress>,
    words: String,
}

impl Entry {
    pub(super) fn new(suppress: &Suppress) -> Self {
        Entry {
            words: fold(&suppress.text).trim().to_owned(),
            suppress: Arc::new(suppress.clone()),
        }
    }

    /// Whether one of the labels holds the entry's words, or stands among them.
    fn silences(&self, source: &SourceFile, diagnostic: &Diagnostic) -> bool {
        let labels = std::iter::once(&diagnostic.primary).chain(&diagnostic.secondary);
        crate::rules::names(&self.suppress.rule, &diagnostic.rule)
            && labels
                .into_iter()
                .any(|label| stands_in(label.source(source).text(), label.span, &self.words))
    }
}

/// Whether an entry with these words would silence a diagnostic.
pub fn would_silence(rule: &str, text: &str, source: &SourceFile, found: &Diagnostic) -> bool {
    let entry = Suppress {
        rule: rule.to_owned(),
        text: text.to_owned(),
        reason: None,
        place: None,
    };
    Entry::new(&entry).silences(source, found)
}

/// Whether the words at a span hold some words, or are held by them; both folded.
fn stands_in(text: &str, span: Span, words: &str) -> bool {
    if words.is_empty() {
        return false;
    }
    // Marks and blanks may take more bytes than they are folded to.
    let reach = 3 * words.len();
    let from = text.floor_char_boundary(span.start.saturating_sub(reach));
    let to = text.ceil_char_boundary((span.end + reach).min(text.len()));
    let start = fold(&text[from..span.start]).len();
    let end = fold(&text[from..span.end]).trim_end().len();
    let around = fold(&text[from..to]);
    let label = around.get(start.min(end)..end).unwrap_or_default().trim();
    label.contains(words)
        || around.match_indices(words).any(|(at, _)| {
            let first = end - label.len();
            at <= first && first < end && end <= at + words.len()
        })
}

/// A text with its blanks and quotation marks written in one way.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            _ if c.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            '“' | '”' | '„' | '‟' | '«' | '»' => folded.push('"'),
            '‘' | '’' | '‚' | '‛' | '‹' | '›' => folded.push('\''),
            _ => folded.push(c),
        }
    }
    folded
}

/// Parts diagnostics from those that are kept quiet, and adds what is wrong with the comments that do so;
/// whether they are needless shows only later where articles are compared.
pub(super) fn finish(
    checker: &Checker,
    source: &SourceFile,
    comments: &mut Comments,
    found: Vec<Diagnostic>,
) -> (Vec<Diagnostic>, Vec<Suppressed>) {
    let (mut kept, suppressed) = part(checker, source, comments, found);
    kept.extend(comments.unknown(checker, source));
    if !checker.comparing {
        kept.extend(comments.unused(checker, source));
    }
    kept.sort_by(|a, b| a.order().cmp(&b.order()));
    (kept, suppressed)
}

/// Parts diagnostics from those that are kept quiet.
pub(super) fn part(
    checker: &Checker,
    source: &SourceFile,
    comments: &mut Comments,
    diagnostics: Vec<Diagnostic>,
) -> (Vec<Diagnostic>, Vec<Suppressed>) {
    let mut kept = Vec::with_capacity(diagnostics.len());
    let mut suppressed = Vec::new();
    for diagnostic in diagnostics {
        let own = OWN.iter().any(|own| own.id == diagnostic.rule);
        let here = diagnostic.primary.file.is_none() && !own;
        let comment = here
            .then(|| comments.silence(source, &diagnostic.rule, diagnostic.primary.span.start))
            .flatten()
            .map(By::Comment);
        let by = comment.or_else(|| {
            let entries = checker.entries.iter();
            let mut silencing = entries.filter(|entry| entry.silences(source, &diagnostic));
            silencing
                .next()
                .map(|entry| By::Entry(entry.suppress.clone()))
        });
        match by {
            Some(by) => suppressed.push(Suppressed { diagnostic, by }),
            None => kept.push(diagnostic),
        }
    }
    (kept, suppressed)
}

/// Which entries under `suppress:` were used in a run, to tell the others at its end.
#[derive(Default)]
pub struct Entries {
    used: HashSet<(PathBuf, Span)>,
}

impl Entries {
    /// Takes note of what a report says was used.
    pub fn add(&mut self, report: &FileReport) {
        for suppressed in &report.suppressed {
            if let By::Entry(entry) = &suppressed.by
                && let Some((file, span)) = &entry.place
            {
                self.used.insert((file.path().to_path_buf(), *span));
            }
        }
    }

    /// The entries of some checkers that were not used, in reports on their configurations: those that
    /// `judged` says were wholly checked, and whose rules ran.
    pub fn unused<'c>(
        mut self,
        checkers: impl IntoIterator<Item = &'c Checker>,
        judged: impl Fn(&Path) -> bool,
    ) -> Vec<FileReport> {
        let mut reports: Vec<(Arc<SourceFile>, Vec<Diagnostic>)> = Vec::new();
        for checker in checkers {
            let Some(severity) = checker.unused else {
                continue;
            };
            for entry in &checker.entries {
                let Some((file, span)) = &entry.suppress.place else {
                    continue;
                };
                if !judged(file.path())
                    || !checker.could_use(&entry.suppress.rule)
                    || !self.used.insert((file.path().to_path_buf(), *span))
                {
                    continue;
                }
                let message = format!(
                    "this entry silences nothing: no finding of `{}` has these words",
                    entry.suppress.rule
                );
                let unused = Diagnostic::new(UNUSED_SUPPRESSION, severity, message, *span)
                    .with_help("Take it away, or write the words as the article has them now.");
                match reports
                    .iter_mut()
                    .find(|(known, _)| known.path() == file.path())
                {
                    Some((_, diagnostics)) => diagnostics.push(unused),
                    None => reports.push((file.clone(), vec![unused])),
                }
            }
        }
        reports.sort_by(|(a, _), (b, _)| a.path().cmp(b.path()));
        let report = |(file, mut diagnostics): (_, Vec<Diagnostic>)| {
            diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
            FileReport::beside(file, Ok(diagnostics))
        };
        reports.into_iter().map(report).collect()
    }
}
