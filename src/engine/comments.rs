//! Comments: what the directives of an article keep quiet, and which of them are needless.

use std::collections::{HashMap, HashSet};

use super::Checker;
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Severity};
use crate::document::{Command, Directive};
use crate::rules::{UNKNOWN_RULE, UNUSED_SUPPRESSION, family};
use crate::source::{SourceFile, Span};
use crate::yaml;

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
    pub(super) fn silence(
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
