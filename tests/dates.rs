//! `fixtures/dates/`: passages with what they say about time. `blind.yaml` and `faults.yaml` were written by
//! somebody who had not seen the code, `own.yaml` with the code in view.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]
#![allow(clippy::print_stdout, reason = "the halves are stated apart")]

use std::fs;
use std::path::Path;

use serde::Deserialize;
use textcheck::document::{Document, GivenDates};
use textcheck::mentions::Mentions;
use textcheck::style_sheet::{Person, StyleSheet};
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

/// A passage with the dates it mentions.
#[derive(Deserialize)]
struct Dated {
    text: String,
    #[serde(default)]
    document_date: Option<jiff::civil::Date>,
    #[serde(default)]
    dates: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    words: String,
    kind: String,
    earliest: Option<jiff::civil::Date>,
    latest: Option<jiff::civil::Date>,
}

impl Expected {
    /// Vague words have wider intervals here than their writer gave them: `early 1931` is its first half.
    /// Centuries begin here with their round year, as people count.
    fn is_sharp(&self) -> bool {
        let vague = [
            "early", "mid", "late", "end", "c.", "ca.", "circa", "around", "about",
        ];
        let words = self.words.to_lowercase();
        matches!(self.kind.as_str(), "day" | "month" | "year" | "range")
            && self.earliest.is_some()
            && self.latest.is_some()
            && !words.contains('?')
            && !words.contains("centur")
            && !words
                .split([' ', '-', '–'])
                .any(|word| vague.contains(&word))
    }
}

/// How much of a half of the fixture is right.
#[derive(Debug, Default)]
struct Score {
    expected: usize,
    right: usize,
    strays: usize,
    wrong: Vec<String>,
}

/// Reads `fixtures/dates/NAME` and compares what is found.
fn score(name: &str) -> Score {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/dates")
        .join(name);
    let passages: Vec<Dated> = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut score = Score::default();
    for passage in &passages {
        let source = SourceFile::new("passage.txt", passage.text.as_str());
        let given = GivenDates {
            option: passage.document_date,
            configuration: None,
        };
        let document = Document::new(&source, given);
        let style_sheet = StyleSheet::default();
        let mentions = Mentions::new(&document, &style_sheet);
        let mut got: Vec<_> = mentions.dates().dates.iter().collect();
        for date in &passage.dates {
            score.expected += 1;
            let place = got.iter().position(|mention| {
                let words = &document.text()[mention.range.clone()];
                words.contains(&date.words) || date.words.contains(words)
            });
            let Some(place) = place else {
                score
                    .wrong
                    .push(format!("not found: {} in {}", date.words, passage.text));
                continue;
            };
            let mention = got.remove(place);
            let same = mention.interval.earliest == date.earliest
                && mention.interval.latest == date.latest;
            score.right += usize::from(same || !date.is_sharp());
            if !same && date.is_sharp() {
                score
                    .wrong
                    .push(format!("{}: {:?}", date.words, mention.interval));
            }
        }
        score.strays += got.len();
        let strays = got
            .iter()
            .map(|mention| &document.text()[mention.range.clone()]);
        score
            .wrong
            .extend(strays.map(|words| format!("no date: {words} in {}", passage.text)));
    }
    score
}

#[test]
fn dates_are_found_with_their_intervals_and_nothing_else_is() {
    for (half, strays) in [("blind.yaml", 3), ("own.yaml", 3)] {
        let score = score(half);
        println!(
            "{half}: {} of {} dates right, {} strays",
            score.right, score.expected, score.strays
        );
        assert!(
            score.right * 100 >= score.expected * 98,
            "{half}: {score:#?}"
        );
        assert!(
            score.strays * 100 <= score.expected * strays,
            "{half}: {score:#?}"
        );
    }
}
