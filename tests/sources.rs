//! `fixtures/sources/`: quotations and the texts they were taken from. `blind.yaml` was written by somebody who
//! had not seen the code, `own.yaml` with the code.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use textcheck::archive::{Archive, IndexFolder, Verdict, Wanted};
use textcheck::style_sheet::SourceEntry;
use textcheck::{Checker, Configuration, RuleSet, SourceFile};

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
    /// The article's words around it.
    text: String,
    quotation: String,
    class: String,
    source: Option<String>,
    #[serde(default)]
    changed: Vec<(String, String)>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sources")
}

fn half(name: &str) -> Half {
    serde_yaml::from_str(&fs::read_to_string(root().join(name)).unwrap()).unwrap()
}

fn entries(half: &Half) -> Vec<SourceEntry> {
    let entry = |text: &Text| SourceEntry {
        path: root().join("texts").join(&text.path),
        author: Some(text.author.clone()),
        title: Some(text.title.clone()),
        key: Some(text.key.clone()),
    };
    half.sources.iter().map(entry).collect()
}

fn open(entries: &[SourceEntry]) -> Archive {
    let opened = Archive::open(entries, &IndexFolder::None, &|_| ()).unwrap();
    assert!(opened.unreadable.is_empty(), "{:?}", opened.unreadable);
    opened.archive
}

fn wanted<'q>(quotations: impl IntoIterator<Item = &'q str>) -> Vec<Wanted> {
    let each = quotations.into_iter();
    each.map(|quotation| Wanted::new([(0, quotation)]))
        .collect()
}

fn class(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Verbatim(_) | Verdict::Altered(_) => "true",
        Verdict::Misquoted(..) => "misquoted",
        Verdict::Spliced(..) => "spliced",
        Verdict::Absent | Verdict::TooShort => "absent",
    }
}

fn keys(text: &str) -> Vec<String> {
    let words = textcheck::wording::words(text, 0).into_iter();
    words.map(|word| word.key).collect()
}

/// What is wrong with the verdict on a quotation of the fixtures.
fn fault(quoted: &Quoted, verdict: &Verdict) -> Option<String> {
    // Whose words they are said to be is the check's to compare.
    let expected = match quoted.class.as_str() {
        "verbatim" | "altered" | "misattributed" => "true",
        class => class,
    };
    if class(verdict) != expected {
        return Some(format!("{expected}, not {verdict:?}: {}", quoted.quotation));
    }
    let Verdict::Misquoted(place, altered) = verdict else {
        return None;
    };
    if !place
        .file
        .path()
        .ends_with(quoted.source.as_deref().unwrap())
    {
        return Some(format!("in {}: {}", place.file.name(), quoted.quotation));
    }
    let found = altered.iter().map(|change| {
        (
            keys(&place.file.text()[change.source.clone()]),
            keys(&quoted.quotation[change.quotation.clone()]),
        )
    });
    let found: Vec<_> = found.collect();
    let changed = quoted.changed.iter();
    let expected: Vec<_> = changed.map(|(old, new)| (keys(old), keys(new))).collect();
    // The machine that read the pamphlet took a letter for another in the source's word.
    let misread = quoted.source.as_deref() == Some("pamphlet.txt");
    let same = found.len() == expected.len()
        && found
            .iter()
            .zip(&expected)
            .all(|(found, expected)| found.1 == expected.1 && (misread || found.0 == expected.0));
    (!same).then(|| format!("{expected:?}, not {found:?}: {}", quoted.quotation))
}

fn measure(name: &str) {
    let half = half(name);
    let archive = open(&entries(&half));
    let verdicts = archive.look_up(&wanted(
        half.quotations.iter().map(|q| q.quotation.as_str()),
    ));
    let quotations = half.quotations.iter().zip(&verdicts);
    let wrong: Vec<String> = quotations
        .filter_map(|(quoted, verdict)| fault(quoted, verdict))
        .collect();
    let all = half.quotations.len();
    let right = all - wrong.len();
    assert!(right * 100 >= all * 98, "{right} of {all}: {wrong:#?}");
}

#[test]
fn every_quotation_of_the_blind_half_is_put_in_its_class_with_exactly_the_altered_words() {
    measure("blind.yaml");
}

#[test]
fn every_quotation_of_the_other_half_is_too() {
    measure("own.yaml");
}

/// What the rules say of each quotation where it stands in an article.
fn rules(name: &str) {
    let half = half(name);
    let configuration = Configuration {
        sources_complete: true,
        ..Configuration::default()
    };
    let checker = Checker::new(&RuleSet::defaults(), &configuration)
        .with_archive(Arc::new(open(&entries(&half))));
    let sourced = ["misquoted", "misattributed", "spliced", "not-in-sources"];
    let wrong = half.quotations.iter().filter_map(|quoted| {
        let diagnostics = checker.check(&SourceFile::new("article.txt", quoted.text.as_str()));
        let rules = diagnostics
            .iter()
            .filter_map(|found| found.rule.strip_prefix("quotes/"));
        let found: Vec<&str> = rules.filter(|rule| sourced.contains(rule)).collect();
        let expected = match quoted.class.as_str() {
            "verbatim" | "altered" => vec![],
            "absent" => vec!["not-in-sources"],
            class => vec![class],
        };
        (found != expected).then(|| format!("{expected:?}, not {found:?}: {}", quoted.text))
    });
    let wrong: Vec<String> = wrong.collect();
    let all = half.quotations.len();
    let right = all - wrong.len();
    assert!(right * 100 >= all * 98, "{right} of {all}: {wrong:#?}");
}

#[test]
fn the_rules_say_of_each_quotation_what_became_of_it() {
    rules("blind.yaml");
    rules("own.yaml");
}

/// Measures on a folder of cases that is no part of this project: `sources/` and `cases.jsonl`, each line
/// `{"quotation", "class", "kind"}`: `TEXTCHECK_CASES=DIR cargo test --release --test sources -- --ignored --nocapture`.
#[test]
#[ignore = "it measures cases that are no part of the project"]
#[allow(clippy::print_stdout, reason = "it is run to be read")]
fn cases_of_others_are_put_in_their_classes() {
    #[derive(Deserialize)]
    struct Case {
        quotation: String,
        class: String,
        kind: String,
    }
    let folder = PathBuf::from(std::env::var("TEXTCHECK_CASES").unwrap());
    let entry = SourceEntry {
        path: folder.join("sources"),
        ..SourceEntry::default()
    };
    let archive = open(&[entry]);
    let cases = fs::read_to_string(folder.join("cases.jsonl")).unwrap();
    let cases: Vec<Case> = cases
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let started = std::time::Instant::now();
    let verdicts = archive.look_up(&wanted(cases.iter().map(|case| case.quotation.as_str())));
    println!("{} quotations in {:?}", cases.len(), started.elapsed());
    let mut table: BTreeMap<(&str, &str), BTreeMap<&str, usize>> = BTreeMap::new();
    for (case, verdict) in cases.iter().zip(&verdicts) {
        let found = class(verdict);
        *table
            .entry((&case.class, &case.kind))
            .or_default()
            .entry(found)
            .or_default() += 1;
        if found != case.class {
            let seen = match verdict {
                Verdict::Misquoted(place, altered) => altered
                    .iter()
                    .map(|change| {
                        let old = &place.file.text()[change.source.clone()];
                        format!(
                            "[-{old}-]{{+{}+}} ",
                            &case.quotation[change.quotation.clone()]
                        )
                    })
                    .collect(),
                other => other.place().map_or_else(String::new, |place| {
                    place.file.text()[place.range.clone()].to_owned()
                }),
            };
            println!(
                "{} {}: {found}: {} || {seen:?}",
                case.class, case.kind, case.quotation
            );
        }
    }
    for ((class, kind), found) in table {
        let all: usize = found.values().sum();
        let right = found.get(class).unwrap_or(&0);
        println!("{class:10} {kind:24} {right:5} of {all:5}  {found:?}");
    }
}
