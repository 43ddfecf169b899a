//! `fixtures/quotes/`: passages with their quotations, written by somebody who had not seen the code.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

use std::fs;
use std::path::Path;

use serde::Deserialize;
use textcheck::SourceFile;
use textcheck::document::{Document, GivenDates};
use textcheck::mentions::Mentions;
use textcheck::mentions::quotes::{Class, Grade};
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
}

#[test]
fn quotations_are_found_and_the_unattributed_are_told_from_the_attributed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/quotes/blind.yaml");
    let passages: Vec<Passage> = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let (mut spans, mut found) = (0, 0);
    let (mut speech, mut right) = (0, 0);
    let mut wrong = Vec::new();
    for passage in &passages {
        let source = SourceFile::new("passage.txt", passage.text.as_str());
        let document = Document::new(&source, GivenDates::default());
        let style_sheet = StyleSheet::default();
        let mentions = Mentions::new(&document, &style_sheet);
        for expected in &passage.quotes {
            spans += 1;
            let first = expected.runs.first().unwrap_or(&expected.words);
            let words: Vec<&str> = first.split_whitespace().collect();
            let quotation = mentions.quotes().quotations.iter().find(|quotation| {
                document.text()[quotation.runs[0].words.clone()]
                    .split_whitespace()
                    .eq(words.iter().copied())
            });
            let Some(quotation) = quotation else {
                wrong.push(format!("not found: {first}"));
                continue;
            };
            found += 1;
            if expected.class == "direct" && quotation.class == Class::Direct && words.len() >= 5 {
                speech += 1;
                let attributed = quotation.attribution.grade < Grade::None;
                right += usize::from(attributed == expected.attributed);
                if attributed != expected.attributed {
                    wrong.push(format!("attributed: {attributed}: {first}"));
                }
            }
        }
    }
    assert!(
        found * 100 >= spans * 95,
        "{found} of {spans} found: {wrong:#?}"
    );
    assert!(
        right * 100 >= speech * 93,
        "{right} of {speech} told apart: {wrong:#?}"
    );
}
