//! `fixtures/dates/`: passages with what they say about time, written by somebody who had not seen the code.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

use std::fs;
use std::path::Path;

use serde::Deserialize;
use textcheck::style_sheet::Person;
use textcheck::{Checker, Configuration, RuleSet, SourceFile};

/// A small article with one fault, or none.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Passage {
    text: String,
    #[serde(default)]
    document_date: Option<jiff::civil::Date>,
    #[serde(default)]
    people: Vec<Person>,
    rule: Option<String>,
    words: Vec<String>,
}

fn passages() -> Vec<Passage> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/dates/faults.yaml");
    serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// What the date rules say of a passage: each rule with the words it labels, and whether they are the right ones.
fn wrong(passage: &Passage, rules: &RuleSet) -> Option<String> {
    let off = ["dates/ordinal-suffix", "dates/relative"];
    let select = match &passage.rule {
        Some(rule) if off.contains(&rule.as_str()) => rule.clone(),
        _ => "dates".into(),
    };
    let configuration = Configuration {
        ignore: off
            .iter()
            .filter(|rule| **rule != select)
            .map(|rule| (*rule).to_owned())
            .collect(),
        select: vec![select],
        people: passage.people.clone(),
        ..Configuration::default()
    };
    let checker = Checker::new(rules, &configuration).with_document_date(passage.document_date);
    let source = SourceFile::new("passage.txt", passage.text.as_str());
    let found = checker.check(&source);
    let described: Vec<_> = found
        .iter()
        .map(|d| format!("{}: {}", d.rule, d.message))
        .collect();
    match (&passage.rule, found.as_slice()) {
        (None, []) => None,
        (Some(rule), [one]) if one.rule == *rule => {
            let label = source.slice(one.primary.span);
            let near = passage
                .words
                .iter()
                .any(|words| words.contains(label) || label.contains(words.as_str()));
            (!near).then(|| {
                format!(
                    "labels “{label}”, not {:?}\n    {}",
                    passage.words, passage.text
                )
            })
        }
        (rule, _) => Some(format!(
            "expected {rule:?}, found {described:?}\n    {}",
            passage.text
        )),
    }
}

#[test]
fn faults_are_found_and_near_misses_are_not() {
    let rules = RuleSet::defaults();
    let passages = passages();
    let wrong: Vec<_> = passages
        .iter()
        .filter_map(|passage| wrong(passage, &rules))
        .collect();
    let right = passages.len() - wrong.len();
    // The rest is known and stands in the message.
    assert!(
        right * 100 >= passages.len() * 98,
        "{right} of {} right:\n{}",
        passages.len(),
        wrong.join("\n")
    );
}
