//! `fixtures/sources/`: quotations and the texts they were taken from, written by somebody who had not
//! seen the code.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use textcheck::archive::{Archive, Verdict, Wanted};
use textcheck::style_sheet::SourceEntry;

#[derive(Deserialize)]
struct Half {
    sources: Vec<Text>,
    quotations: Vec<Quoted>,
}

#[derive(Deserialize)]
struct Text {
    path: String,
    author: String,
    title: String,
    key: String,
}

#[derive(Deserialize)]
struct Quoted {
    quotation: String,
    class: String,
    source: Option<String>,
    #[serde(default)]
    changed: Vec<(String, String)>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sources")
}

fn class(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Verbatim(_) | Verdict::Altered(_) => "true",
        Verdict::Misquoted(..) => "misquoted",
        Verdict::Spliced(..) => "spliced",
        Verdict::Absent | Verdict::TooShort => "absent",
    }
}

#[test]
fn every_quotation_is_put_in_its_class_with_exactly_the_altered_words() {
    let half: Half =
        serde_yaml::from_str(&fs::read_to_string(root().join("blind.yaml")).unwrap()).unwrap();
    let entries: Vec<SourceEntry> = half
        .sources
        .iter()
        .map(|text| SourceEntry {
            path: root().join("texts").join(&text.path),
            author: Some(text.author.clone()),
            title: Some(text.title.clone()),
            key: Some(text.key.clone()),
        })
        .collect();
    let (archive, unreadable) = Archive::open(&entries);
    assert!(unreadable.is_empty(), "{unreadable:?}");
    let wanted: Vec<_> = half
        .quotations
        .iter()
        .map(|q| Wanted::new([(0, q.quotation.as_str())]))
        .collect();
    let verdicts = archive.look_up(&wanted);
    let mut wrong = Vec::new();
    for (quoted, verdict) in half.quotations.iter().zip(&verdicts) {
        // Whose words they are said to be is the check's to compare.
        let expected = match quoted.class.as_str() {
            "verbatim" | "altered" | "misattributed" => "true",
            class => class,
        };
        if class(verdict) != expected {
            wrong.push(format!("{expected}, not {verdict:?}: {}", quoted.quotation));
            continue;
        }
        if let Verdict::Misquoted(place, altered) = verdict {
            let file = &archive.sources()[place.source].file;
            assert!(
                file.path().ends_with(quoted.source.as_deref().unwrap()),
                "{}",
                quoted.quotation
            );
            let words = |text: &str| {
                textcheck::wording::words(text, 0)
                    .into_iter()
                    .map(|w| w.key)
                    .collect::<Vec<_>>()
            };
            let found: Vec<_> = altered
                .iter()
                .map(|change| {
                    (
                        words(&file.text()[change.source.clone()]),
                        words(&quoted.quotation[change.quotation.clone()]),
                    )
                })
                .collect();
            let expected: Vec<_> = quoted
                .changed
                .iter()
                .map(|(old, new)| (words(old), words(new)))
                .collect();
            // The machine that read the pamphlet took a letter for another in the source's word.
            let misread = quoted.source.as_deref() == Some("pamphlet.txt");
            let same = found.len() == expected.len()
                && found.iter().zip(&expected).all(|(found, expected)| {
                    found.1 == expected.1 && (misread || found.0 == expected.0)
                });
            if !same {
                wrong.push(format!("{expected:?}, not {found:?}: {}", quoted.quotation));
            }
        }
    }
    let right = half.quotations.len() - wrong.len();
    assert!(
        right * 100 >= half.quotations.len() * 98,
        "{right} of {}: {wrong:#?}",
        half.quotations.len()
    );
}
