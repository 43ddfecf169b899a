//! The worksheet of facts: `textcheck facts`, in its three formats, on a small article.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod common;

use common::Desk;
use serde_json::{Value, json};

/// Something of each kind, with markup and a line break inside the words.
const ARTICLE: &str = "\u{FEFF}---
date: 1961-03-04
---

# Ilse Tarnow, surveyor

Ilse Tarnow was born on Feb. 3, 1889. She learned her trade in c. 1905, and on 9 *July*
1912 she drew the coast, aged 23. Three years later she left Lübeck for ten months.

\u{201C}I never trusted a map,\u{201D} wrote Tarnow, \u{201C}that had no smudges.\u{201D} The map is called \u{201C}The Grey
Line\u{201D}. On 25 October (7 November) 1917 Tarnow was back. Tomorrow is the 40th anniversary of her
society; it is nearly 50 years since the survey. The old stones date from 44 BC.
";

fn facts(arguments: &str) -> Value {
    let desk = Desk::new(&[("tarnow.md", ARTICLE)]);
    let ran = desk.run(&format!("facts --format json {arguments}"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn the_table_is_aligned() {
    let ran = Desk::new(&[("tarnow.md", ARTICLE)]).run("facts");
    insta::assert_snapshot!(ran.out);
    assert!(ran.out.lines().all(|line| line.chars().count() <= 100));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn json_has_the_shape_of_the_contract() {
    let ran = Desk::new(&[("tarnow.md", ARTICLE)]).run("facts --format json");
    insta::assert_snapshot!(ran.out);
    let facts: Value = serde_json::from_str(&ran.out).unwrap();
    // Of every place with words: they stand there.
    let text = ARTICLE.trim_start_matches('\u{FEFF}');
    for list in ["dates", "ages", "durations", "anniversaries"] {
        for fact in facts["files"][0][list].as_array().unwrap() {
            let end = |name: &str| usize::try_from(fact["span"][name].as_u64().unwrap()).unwrap();
            assert_eq!(fact["text"], text[end("start")..end("end")]);
        }
    }
}

#[test]
fn csv_has_a_line_for_each_statement_about_time() {
    let ran = Desk::new(&[("tarnow.md", ARTICLE)]).run("facts --format csv");
    insta::assert_snapshot!(ran.out);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn the_document_date_is_that_of_checking() {
    let date = |arguments: &str| facts(arguments)["files"][0]["document_date"].clone();
    assert_eq!(
        date(""),
        json!({"date": "1961-03-04", "from": "front-matter"})
    );
    assert_eq!(
        date("--document-date 1962-05-06"),
        json!({"date": "1962-05-06", "from": "option"})
    );
    let desk = Desk::new(&[("a.txt", "Tomorrow."), ("house.yaml", "date: 1938-02-15\n")]);
    let ran = desk.run("facts --format csv --config house.yaml a.txt");
    assert!(
        ran.out.contains(",Tomorrow,relative,exact,1938-02-16,"),
        "{}",
        ran.out
    );
}

#[test]
fn an_age_is_dated_by_the_only_date_of_its_sentence() {
    let at = |text: &str| {
        let ran = Desk::new(&[("a.txt", text)]).run("facts --format json");
        let facts: Value = serde_json::from_str(&ran.out).unwrap();
        facts["files"][0]["ages"][0]["at"].clone()
    };
    assert_eq!(
        at("He died in 1938, aged 32."),
        json!({"earliest": "1938-01-01", "latest": "1938-12-31"})
    );
    assert_eq!(
        at("In 1936 and again in 1938 he fled, aged 32."),
        Value::Null
    );
    assert_eq!(at("He died in 1938. He was aged 32."), Value::Null);
    assert_eq!(at("Otto Lenz, b. 1906, was aged 32."), Value::Null);
}

#[test]
fn standard_input_and_folders_are_read_as_in_checking() {
    let desk = Desk::new(&[
        ("b/two.txt", "In 1902."),
        ("b/one.md", "In *1901*."),
        ("b/c.rs", "1903"),
    ]);
    let ran = desk.run_with(
        "facts --format csv --stdin-filename draft.md b -",
        "In **1900**.",
    );
    let places: Vec<_> = ran
        .out
        .lines()
        .skip(1)
        .map(|line| &line[..line.find(",date").unwrap()])
        .collect();
    assert_eq!(places, ["b/one.md,1,5", "b/two.txt,1,4", "draft.md,1,6"]);
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let desk = Desk::new(&[("a.txt", "In 1901.")]);
    desk.write("b.txt", b"In 19\xFF2.");
    let ran = desk.run("facts --format csv gone.txt b.txt a.txt");
    assert_eq!(ran.code, 2);
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
    let errors: Vec<_> = ran.err.lines().collect();
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(errors[0].starts_with("error: gone.txt: "), "{errors:?}");
    assert!(
        errors[1].starts_with("error: b.txt: not UTF-8"),
        "{errors:?}"
    );
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let ran = Desk::new(&[(
        "a.txt",
        "\u{201C}Go \u{1b}[31mhome, all of you,\u{201D} said Ann Lee in 1901.",
    )])
    .run("facts");
    assert!(!ran.out.contains('\u{1b}'), "{}", ran.out);
    assert!(ran.out.contains("Go \\u{1b}[31mhome"), "{}", ran.out);
}

#[test]
fn an_article_that_states_nothing_is_named_all_the_same() {
    let desk = Desk::new(&[("a.txt", "nothing at all.")]);
    assert_eq!(
        desk.run("facts").out,
        "a.txt, without a date\n\n  nothing\n"
    );
    assert_eq!(desk.run("facts --format csv").out.lines().count(), 1);
}
