//! `sarif`: SARIF 2.1.0, which code-scanning services read.

mod model;
mod uri;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use model::{
    Base, Change, Configuration, Content, Correction, Descriptor, Driver, Finding, Invocation,
    Location, Log, Message, Notification, PhysicalLocation, Region, Replacement, Run, Suppression,
    Tags, Tool,
};
use uri::{ROOT, address};

use super::safe::safe;
use super::{NAME, REPOSITORY, Report, Summary, VERSION, help_address, safe_json};
use crate::diagnostic::{Applicability, Diagnostic, Fix, Label, Severity};
use crate::engine::{By, FileReport};
use crate::fingerprint::fingerprints;
use crate::rules::{OWN, Origin, OwnRule, Rule, catalogue};
use crate::source::{SourceFile, Span};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Under which name a diagnostic's fingerprint stands; the number is that of the way it is made.
const FINGERPRINT: &str = "textcheckFingerprint/v1";

/// Writes one log at the end of the run.
pub struct Sarif {
    rules: BTreeMap<String, Descriptor>,
    results: Vec<Finding>,
    notifications: Vec<Notification>,
}

impl Sarif {
    /// A log that lists these rules and textcheck's own, whether they find something or not, with their
    /// severities in this run.
    pub fn new(rules: impl IntoIterator<Item = (Arc<Rule>, Severity)>) -> Self {
        let own = OWN.iter().map(described_own);
        let rules = rules.into_iter();
        Sarif {
            rules: rules
                .map(|(rule, severity)| described(&rule, severity))
                .chain(own)
                .map(|rule| (rule.id.clone(), rule))
                .collect(),
            results: Vec::new(),
            notifications: Vec::new(),
        }
    }
}

impl Report for Sarif {
    fn file(&mut self, _: &mut dyn Write, file: &FileReport) -> io::Result<()> {
        if let Err(reason) = &file.outcome {
            self.notifications.push(Notification {
                level: "error",
                message: Message::plain(safe(reason)),
                locations: [Location {
                    id: None,
                    physical_location: PhysicalLocation {
                        artifact_location: address(&file.source.name()),
                        region: None,
                    },
                    message: None,
                }],
            });
        }
        let shown = file.diagnostics().iter().map(|found| (found, None));
        let quiet = file.suppressed.iter();
        let all: Vec<_> = shown
            .chain(quiet.map(|quiet| (&quiet.diagnostic, Some(&quiet.by))))
            .collect();
        // Those kept quiet come last, so that they change no fingerprint of the others.
        let fingerprints = fingerprints(&file.source, all.iter().map(|(found, _)| *found));
        for ((diagnostic, by), fingerprint) in all.into_iter().zip(fingerprints) {
            let result = result(&file.source, diagnostic, fingerprint);
            self.results.push(Finding {
                suppressions: by.map(suppression).into_iter().collect(),
                ..result
            });
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let mut results = std::mem::take(&mut self.results);
        for result in &mut results {
            let known = self.rules.contains_key(&result.rule_id);
            result.rule_index = known.then(|| self.rules.range(..result.rule_id.clone()).count());
        }
        let log = Log {
            schema: SCHEMA,
            version: "2.1.0",
            runs: [Run {
                tool: Tool {
                    driver: Driver {
                        name: NAME,
                        version: VERSION,
                        semantic_version: VERSION,
                        information_uri: REPOSITORY,
                        rules: std::mem::take(&mut self.rules).into_values().collect(),
                    },
                },
                invocations: [Invocation {
                    execution_successful: summary.unreadable == 0,
                    tool_execution_notifications: std::mem::take(&mut self.notifications),
                }],
                original_uri_base_ids: BTreeMap::from([(
                    ROOT,
                    Base {
                        description: Message::plain("The folder that the run was started in."),
                    },
                )]),
                column_kind: "utf16CodeUnits",
                newline_sequences: ["\r\n", "\n", "\r"],
                results,
            }],
        };
        safe_json::pretty(out, &log)
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Suggestion => "note",
    }
}

fn tags(id: &str, severity: Severity) -> Tags {
    let family = id.split('/').next().unwrap_or(id);
    Tags {
        tags: [family.to_owned()],
        severity: match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Suggestion => "recommendation",
        },
    }
}

/// `dates/range-reversed` as the one word that SARIF wants: `DatesRangeReversed`.
fn name(id: &str) -> String {
    let words = id.split(|c: char| !c.is_alphanumeric());
    words
        .flat_map(|word| {
            let mut letters = word.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            first.chain(letters).collect::<Vec<_>>()
        })
        .collect()
}

fn described(rule: &Rule, severity: Severity) -> Descriptor {
    let sentence = |words: &Option<String>| words.as_deref().map(|words| words.trim().to_owned());
    let summary = sentence(&rule.summary).unwrap_or_else(|| rule.id.clone());
    let why = sentence(&rule.why);
    Descriptor {
        help: Some(Message {
            text: catalogue::page(rule),
            markdown: Some(catalogue::page_markdown(rule)),
        }),
        help_uri: (rule.origin == Origin::Default).then(|| help_address(&rule.id)),
        name: name(&rule.id),
        id: rule.id.clone(),
        short_description: Message::plain(summary),
        full_description: why.map(Message::plain),
        default_configuration: Configuration {
            level: level(severity),
        },
        properties: tags(&rule.id, severity),
    }
}

/// A rule of textcheck itself.
fn described_own(rule: &OwnRule) -> Descriptor {
    Descriptor {
        id: rule.id.to_owned(),
        name: name(rule.id),
        short_description: Message::plain(rule.summary),
        full_description: Some(Message::plain(rule.why)),
        help: Some(Message::plain(catalogue::own_page(rule))),
        help_uri: Some(help_address(rule.id)),
        default_configuration: Configuration {
            level: level(rule.severity),
        },
        properties: tags(rule.id, rule.severity),
    }
}

fn suppression(by: &By) -> Suppression {
    Suppression {
        kind: match by {
            By::Comment(_) => "inSource",
            By::Entry(_) | By::Baseline => "external",
        },
        justification: by.reason().map(|reason| safe(reason).into_owned()),
    }
}

fn result(checked: &SourceFile, diagnostic: &Diagnostic, fingerprint: String) -> Finding {
    let mut text = safe(&diagnostic.message).into_owned();
    if let Some(help) = &diagnostic.help {
        text.push('\n');
        text.push_str(&safe(help));
    }
    Finding {
        rule_id: diagnostic.rule.clone(),
        rule_index: None,
        level: level(diagnostic.severity),
        message: Message::plain(text),
        locations: [location(checked, &diagnostic.primary, None)],
        related_locations: diagnostic
            .secondary
            .iter()
            .enumerate()
            .map(|(number, label)| location(checked, label, Some(number + 1)))
            .collect(),
        partial_fingerprints: BTreeMap::from([(FINGERPRINT, fingerprint)]),
        fixes: diagnostic
            .fix
            .iter()
            .map(|fix| correction(checked, fix))
            .collect(),
        suppressions: Vec::new(),
    }
}

fn location(checked: &SourceFile, label: &Label, id: Option<usize>) -> Location {
    let source = label.source(checked);
    Location {
        id,
        physical_location: PhysicalLocation {
            artifact_location: address(&source.name()),
            region: Some(Region {
                snippet: Some(Content {
                    text: source.slice(label.span).to_owned(),
                }),
                ..region(source, label.span)
            }),
        },
        message: (!label.message.is_empty()).then(|| Message::plain(safe(&label.message))),
    }
}

fn region(source: &SourceFile, span: Span) -> Region {
    let (from, to) = (source.position(span.start), source.position(span.end));
    Region {
        start_line: from.line,
        start_column: from.utf16 + 1,
        end_line: to.line,
        end_column: to.utf16 + 1,
        snippet: None,
    }
}

fn correction(source: &SourceFile, fix: &Fix) -> Correction {
    Correction {
        description: Message::plain(match fix.applicability {
            Applicability::Safe => "Only the form changes.",
            Applicability::Suggested => "The author decides.",
        }),
        artifact_changes: [Change {
            artifact_location: address(&source.name()),
            replacements: fix
                .edits
                .iter()
                .map(|edit| Replacement {
                    deleted_region: region(source, edit.span),
                    inserted_content: Content {
                        text: edit.content.clone(),
                    },
                })
                .collect(),
        }],
    }
}
