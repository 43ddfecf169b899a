//! Findings that are known: `--write-baseline`, `--baseline`, `baseline:` in textcheck.yaml.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod common;

use std::fs;

use common::Desk;

const FAULTY: &str = "He was born in the the town of Lom, on the river, long before the war.\n\n\
                      It was on 31 June 1906 that his sister came to live with the two of them.\n";

fn desk() -> Desk {
    Desk::new(&[
        ("a.txt", FAULTY),
        ("deep/b.md", "On 31 June 1907 he left.\n"),
    ])
}

fn kept(desk: &Desk) -> String {
    fs::read_to_string(desk.path().join("known.json")).unwrap()
}

#[test]
fn what_is_known_is_kept_quiet_and_what_is_new_is_not() {
    let desk = desk();
    let ran = desk.run("--write-baseline known.json");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert_eq!(ran.err, "known.json: 3 findings known\n");
    let ran = desk.run("--baseline known.json --format short");
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "2 files: 0 errors, 0 warnings, 0 suggestions\n")
    );
    // Edits elsewhere do not bring them back.
    let edited =
        format!("A new beginning, of 30 June 1905, of some length.\n\nOn 32 May 1905.\n\n{FAULTY}");
    desk.write("a.txt", edited.as_bytes());
    let ran = desk.run("--baseline known.json --format short");
    assert_eq!(ran.code, 1);
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
    assert!(
        ran.out.starts_with("a.txt:3:4: error[dates/impossible]"),
        "{}",
        ran.out
    );
}

#[test]
fn a_baseline_has_one_line_for_each_finding_in_order() {
    let desk = desk();
    desk.run("--write-baseline known.json");
    let text = kept(&desk);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((lines.len(), lines[1]), (8, "  \"version\": 1,"));
    assert!(
        lines[3].starts_with(
            "    {\"path\":\"a.txt\",\"rule\":\"dates/impossible\",\"fingerprint\":\""
        )
    );
    assert!(lines[4].ends_with(",\"text\":\"the\"},"), "{}", lines[4]);
    assert!(lines[5].contains("\"deep/b.md\"") && lines[5].ends_with('}'));
    desk.run("--write-baseline known.json --jobs 2");
    assert_eq!(kept(&desk), text);
}

#[test]
fn a_baseline_written_again_drops_what_is_fixed_and_keeps_what_was_not_checked() {
    let desk = desk();
    desk.run("--write-baseline known.json");
    desk.write("a.txt", FAULTY.replace("the the", "the").as_bytes());
    let ran = desk.run("--write-baseline known.json a.txt");
    assert_eq!(ran.err, "known.json: 2 findings known\n");
    fs::remove_file(desk.path().join("deep/b.md")).unwrap();
    desk.run("--write-baseline known.json a.txt");
    assert!(!kept(&desk).contains("b.md"));
}

#[test]
fn a_configuration_may_name_its_baseline() {
    let desk = desk();
    desk.write("textcheck.yaml", b"baseline: ci/known.json\n");
    // Not there yet, or its name is misspelt: nothing is known, and that is said once.
    let ran = desk.run("");
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.err,
        "note: ci/known.json is not there, so nothing is known yet: `--write-baseline ci/known.json` writes it, \
         or correct `baseline:` in the configuration that names it\n"
    );
    assert_eq!(desk.run("--quiet").err, "");
    fs::create_dir(desk.path().join("ci")).unwrap();
    let ran = desk.run("--write-baseline ci/known.json");
    assert_eq!(ran.err, "ci/known.json: 3 findings known\n");
    let ran = desk.run("");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(desk.run("deep").code, 0);
}

#[test]
fn a_baseline_that_cannot_be_read_is_an_error_and_never_overwritten() {
    let desk = desk();
    assert_eq!(desk.run("--baseline gone.json").code, 2);
    for words in ["{", "{\"version\": 2, \"findings\": []}", FAULTY] {
        desk.write("known.json", words.as_bytes());
        let ran = desk.run("--baseline known.json --format short");
        assert!(
            ran.code == 2 && ran.out.starts_with("known.json: error: "),
            "{}",
            ran.out
        );
        assert_eq!(desk.run("--write-baseline known.json").code, 2);
        assert_eq!(kept(&desk), words);
    }
}
