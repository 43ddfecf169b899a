//! `fixtures/quotes/`: passages with their quotations. `blind.yaml` was written by somebody who had not
//! seen the code, `own.yaml` with the code in view.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]
#![allow(clippy::print_stdout, reason = "the halves are stated apart")]

use std::fs;
use std::path::Path;
use std::time::Instant;

use serde::Deserialize;
use textcheck::SourceFile;
use textcheck::document::{Document, GivenDates};
use textcheck::mentions::Mentions;
use textcheck::mentions::quotes::{Class, Grade, Run};
use textcheck::style_sheet::StyleSheet;

#[derive(Deserialize)]
struct Passage {
    text: String,
    #[serde(default)]
    quotes: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    words: String,
    #[serde(default)]
    runs: Vec<String>,
    class: String,
    attributed: bool,
    speaker: Option<String>,
}

/// How much of a half of the fixture is right.
#[derive(Debug, Default)]
struct Score {
    spans: usize,
    found: usize,
    /// Direct speech of five words or more, nobody's by the fixture.
    unattributed: usize,
    reported: usize,
    rightly: usize,
    /// Those whose class is right.
    classed: usize,
    speakers: usize,
    right: usize,
    wrong: Vec<String>,
}

/// Reads `fixtures/quotes/NAME` and compares what is found.
fn score(name: &str) -> Score {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/quotes")
        .join(name);
    let passages: Vec<Passage> = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut score = Score::default();
    for passage in &passages {
        let source = SourceFile::new("passage.txt", passage.text.as_str());
        let document = Document::new(&source, GivenDates::default());
        let style_sheet = StyleSheet::default();
        let mentions = Mentions::new(&document, &style_sheet);
        for expected in &passage.quotes {
            score.compare(&document, &mentions, expected);
        }
    }
    score
}

impl Score {
    fn compare(&mut self, document: &Document, mentions: &Mentions, expected: &Expected) {
        self.spans += 1;
        let text = document.text();
        let first = expected.runs.first().unwrap_or(&expected.words);
        let words: Vec<&str> = first.split_whitespace().collect();
        let spelt = |run: &Run, words: &str| {
            let found = text[run.words.clone()].split_whitespace();
            found.eq(words.split_whitespace())
        };
        let quotation = mentions.quotes().quotations.iter().find(|quotation| {
            let mut runs = quotation.runs.iter().zip(&expected.runs);
            let all = expected.runs.is_empty() || quotation.runs.len() == expected.runs.len();
            all && spelt(&quotation.runs[0], first) && runs.all(|(run, words)| spelt(run, words))
        });
        let Some(quotation) = quotation else {
            self.wrong.push(format!("not found: {first}"));
            return;
        };
        self.found += 1;
        let is_classed = class(quotation.class) == expected.class.replace("scare", "term");
        self.classed += usize::from(is_classed);
        if !is_classed {
            self.wrong
                .push(format!("class {:?}: {first}", quotation.class));
        }
        if expected.class == "direct" && quotation.class == Class::Direct && words.len() >= 5 {
            let reported = quotation.attribution.grade == Grade::None;
            self.unattributed += usize::from(!expected.attributed);
            self.reported += usize::from(reported);
            self.rightly += usize::from(reported && !expected.attributed);
            if reported == expected.attributed {
                self.wrong.push(format!("reported: {reported}: {first}"));
            }
        }
        if let Some(speaker) = &expected.speaker {
            self.speakers += 1;
            let attribution = &quotation.attribution;
            let found = [&attribution.speaker, &attribution.name];
            let is_right = found.into_iter().flatten().any(|range| {
                let found = &text[range.clone()];
                found.contains(speaker.as_str()) || speaker.contains(found)
            });
            self.right += usize::from(is_right);
            if !is_right {
                let found = attribution.speaker.clone().map(|range| &text[range]);
                self.wrong
                    .push(format!("{speaker}, not {found:?}: {first}"));
            }
        }
    }
}

/// Terms and words held with tongs are not told apart: readers disagree.
fn class(class: Class) -> &'static str {
    match class {
        Class::Direct => "direct",
        Class::Block => "block",
        Class::Title => "title",
        Class::Term | Class::Scare => "term",
    }
}

#[test]
fn quotations_are_found_and_the_unattributed_are_told_from_the_attributed() {
    for half in ["blind.yaml", "own.yaml"] {
        let score = score(half);
        println!(
            "{half}: {} of {} spans, {} in the right class, {} of {} unattributed ones among {} reported, {} of {} speakers",
            score.found,
            score.spans,
            score.classed,
            score.rightly,
            score.unattributed,
            score.reported,
            score.right,
            score.speakers
        );
        assert!(score.found * 100 >= score.spans * 99, "{half}: {score:#?}");
        assert!(
            score.classed * 100 >= score.spans * 95,
            "{half}: {score:#?}"
        );
        assert!(
            score.rightly * 100 >= score.reported * 95,
            "{half}: {score:#?}"
        );
        assert!(
            score.rightly * 100 >= score.unattributed * 95,
            "{half}: {score:#?}"
        );
        assert!(
            score.right * 100 >= score.speakers * 85,
            "{half}: {score:#?}"
        );
    }
}

#[test]
fn four_times_the_quotations_take_four_times_as_long() {
    let seconds = |unit: &str, count: usize| {
        let (seconds, found) = seconds_and_quotations(&unit.repeat(count));
        assert!(found >= count);
        seconds
    };
    for unit in [
        "\"a b c d e f\" ",
        "(“x y z w v u” ",
        "Smith said it was \"a b c d e f\" and ",
        "Ann Sorel says it. \"It is wet in here today,\" he said. ",
    ] {
        let (few, many) = (seconds(unit, 500), seconds(unit, 2000));
        assert!(many < 10.0 * few + 0.5, "{unit}: {few} and {many} seconds");
    }
}

#[test]
fn four_times_the_plurals_in_single_marks_take_four_times_as_long() {
    let seconds = |count: usize| {
        let text = format!("He wrote ‘{}\n", "boats’ b ".repeat(count));
        seconds_and_quotations(&text).0
    };
    let (few, many) = (seconds(5000), seconds(20_000));
    assert!(many < 10.0 * few + 0.5, "{few} and {many} seconds");
}

/// How long it takes to find the quotations of a text, and how many there are.
fn seconds_and_quotations(text: &str) -> (f64, usize) {
    let source = SourceFile::new("passage.txt", text);
    let document = Document::new(&source, GivenDates::default());
    let style_sheet = StyleSheet::default();
    let begun = Instant::now();
    let mentions = Mentions::new(&document, &style_sheet);
    let found = mentions.quotes().quotations.len();
    (begun.elapsed().as_secs_f64(), found)
}
