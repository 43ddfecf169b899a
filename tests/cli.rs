//! The whole program: commands, formats, exit codes, on `fixtures/` and on small desks.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod common;

use std::fs;
use std::path::Path;

use common::Desk;

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/articles")
        .join(name);
    fs::read_to_string(path).unwrap().replace("\r\n", "\n")
}

fn desk_with(name: &str) -> Desk {
    Desk::new(&[(name, &fixture(name))])
}

#[test]
fn an_article_with_defects_is_reported_line_by_line() {
    let ran = desk_with("printers.txt").run("--format short printers.txt");
    insta::assert_snapshot!(ran.out);
    assert_eq!(ran.code, 1);
}

#[test]
fn an_article_with_defects_is_reported_with_its_words() {
    let ran = desk_with("printers.txt").run("--document-date 2007-12-10 printers.txt");
    insta::assert_snapshot!(ran.out);
    let widest = ran
        .out
        .lines()
        .map(|line| line.chars().count())
        .max()
        .unwrap();
    assert!(widest <= 82, "{widest} columns");
}

#[test]
fn a_markdown_article_is_reported_with_its_date() {
    let ran = desk_with("harbour.md").run("--format short");
    insta::assert_snapshot!(ran.out);
    assert_eq!(ran.code, 1);
}

#[test]
fn an_article_without_a_defect_gives_no_report() {
    let ran = desk_with("clean.txt").run("--format short");
    assert_eq!(
        ran.out,
        "1 file: 0 errors, 0 warnings, 0 suggestions; no date (give it with --document-date)\n"
    );
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn a_story_reads_like_fiction_and_a_report_with_its_dates_does_not() {
    let story = "She had left the lamp on the sill, and he could see it from the ferry. “You are late,” she \
                 said when he came up the steps. He put down his bag. “I was asked to mind the rope.” Her \
                 brother was asleep; he would have laughed at them both. ";
    let report = "In 1911 she was elected to the board, and in 1913 she left it over the price of coal. “I was never \
                  thanked,” she wrote in 1920. Her brother had kept the books since 1899; he was sent away in 1921, \
                  and “nobody,” she wrote, “could find the key.” ";
    let desk = Desk::new(&[
        ("report.txt", report.repeat(8).as_str()),
        ("story.txt", story.repeat(8).as_str()),
    ]);
    let reads = |file: &str| {
        let ran = desk.run(&format!("--format short {file}"));
        ran.out.contains("it reads like fiction")
    };
    assert!(reads("story.txt"));
    assert!(!reads("report.txt"));
}

#[test]
fn dialogue_without_tags_is_noticed_and_left_alone_by_its_profile() {
    let speech = "“I have never seen such a harbour in my life.”\n\n“Then you have not been to the north of it.”\n\n";
    let text = format!("They went on.\n\n{}", speech.repeat(8));
    let desk = Desk::new(&[("a.txt", text.as_str())]);
    let ran = desk.run("--format short a.txt");
    assert!(
        ran.out
            .ends_with("; it reads like fiction (`profile: fiction`)\n"),
        "{}",
        ran.out
    );
    let desk = Desk::new(&[
        ("a.txt", text.as_str()),
        ("textcheck.yaml", "profile: fiction\n"),
    ]);
    let ran = desk.run("--format short a.txt");
    assert!(
        ran.out
            .starts_with("1 file: 0 errors, 0 warnings, 0 suggestions; no date"),
        "{}",
        ran.out
    );
}

#[test]
fn json_gives_bytes_lines_columns_and_utf16() {
    let desk = Desk::new(&[("a.txt", "\u{FEFF}Añ😀 died on 31 June 1938.\r\n")]);
    let ran = desk.run("--format json a.txt");
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let found = &report["files"][0]["diagnostics"][0];
    assert_eq!(found["rule"], "dates/impossible");
    assert_eq!(found["text"], "31 June 1938");
    assert_eq!(
        (
            found["span"]["start"].as_u64(),
            found["span"]["end"].as_u64()
        ),
        (Some(16), Some(28))
    );
    assert_eq!(
        found["from"],
        serde_json::json!({"line": 1, "column": 13, "utf16": 13})
    );
    assert_eq!(
        found["to"],
        serde_json::json!({"line": 1, "column": 25, "utf16": 25})
    );
}

#[test]
fn standard_input_goes_by_the_name_it_is_given() {
    let desk = Desk::new(&[]);
    let text = "---\ndate: 1938-02-20\n---\n\nOn **Tuesday**, 16 February 1938.\n";
    let ran = desk.run_with("--format short --stdin-filename draft.md -", text);
    assert!(
        ran.out.starts_with(
            "draft.md:5:6: error[dates/weekday] 16 February 1938 was a Wednesday, not a Tuesday\n"
        ),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("dated 1938-02-20 by its front matter"),
        "{}",
        ran.out
    );
}

#[test]
fn folders_are_walked_as_the_ignore_files_want() {
    let bad = "Born on 31 June 1900.";
    let desk = Desk::new(&[
        ("a.txt", bad),
        ("deep/b.md", bad),
        ("deep/c.rs", bad),
        ("drafts/d.txt", bad),
        (".hidden/e.txt", bad),
        ("notes/f.TEXT", bad),
        (".gitignore", "drafts/\n"),
        (".textcheckignore", "notes/\n"),
    ]);
    let ran = desk.run("--format short");
    let files: Vec<_> = ran
        .out
        .lines()
        .filter_map(|line| line.split_once(":1:"))
        .map(|(file, _)| file)
        .collect();
    assert_eq!(files, ["a.txt", "deep/b.md"]);
    // A file that is named outright is checked whatever it is called.
    assert_eq!(desk.run("--format short deep/c.rs").out.lines().count(), 2);
}

#[test]
fn the_same_output_for_any_number_of_jobs() {
    let files: Vec<(String, String)> = (0..40)
        .map(|number| {
            (
                format!("{number:02}.txt"),
                format!("Born on 31 June 19{number:02}. He wrote to to him."),
            )
        })
        .collect();
    let files: Vec<_> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let desk = Desk::new(&files);
    let one = desk.run("--format json -j 1").out;
    assert_eq!(one, desk.run("--format json -j 2").out);
    assert_eq!(one, desk.run("--format json -j 7").out);
}

#[test]
fn the_exit_code_says_what_was_asked_for() {
    let desk = Desk::new(&[
        ("w.txt", "He wrote to the the committee."),
        ("e.txt", "On 31 June 1938."),
    ]);
    assert_eq!(desk.run("w.txt").code, 0);
    assert_eq!(desk.run("--fail-on warning w.txt").code, 1);
    assert_eq!(desk.run("e.txt").code, 1);
    assert_eq!(desk.run("--fail-on never e.txt").code, 0);
    assert_eq!(desk.run("e.txt gone.txt").code, 2);
}

#[test]
fn select_means_only_these_and_ignore_wins() {
    let desk = Desk::new(&[("a.txt", "On 31 June 1938 he wrote to the the committee.")]);
    assert!(
        !desk
            .run("--select text --format short")
            .out
            .contains("dates/")
    );
    assert!(
        !desk
            .run("--ignore dates --format short")
            .out
            .contains("dates/")
    );
    let both = desk
        .run("--select dates,text/repeated-word --ignore dates/impossible --format short")
        .out;
    assert!(
        both.contains("text/repeated-word") && !both.contains("dates/"),
        "{both}"
    );
}

#[test]
fn a_rule_that_is_off_is_selected_by_its_own_name_and_not_by_its_family() {
    let desk = Desk::new(&[("a.txt", "He left on 16th February 1938.\n")]);
    for (select, found) in [
        ("dates", false),
        ("dates/ordinal-suffix", true),
        ("dates,dates/ordinal-suffix", true),
    ] {
        let ran = desk.run(&format!("--select {select} --format short"));
        let is_found = ran.out.contains("[dates/ordinal-suffix]");
        assert_eq!(is_found, found, "{select}: {}", ran.out);
    }
}

#[test]
fn an_unknown_rule_is_refused_with_the_nearest_name() {
    let desk = Desk::new(&[("a.txt", "x")]);
    let ran = desk.run("--select dates/weekdya");
    assert_eq!(ran.code, 2);
    assert_eq!(
        ran.err,
        "error: no rule or family is called `dates/weekdya`; did you mean `dates/weekday`?\n"
    );
    assert_eq!(
        desk.run("explain names/varient").err,
        "error: no rule is called `names/varient`; did you mean `names/variant`?\n"
    );
    let ran = desk.run("--formt json");
    assert!(ran.code == 2 && ran.err.contains("--format"), "{}", ran.err);
}

#[test]
fn a_rule_that_speaks_often_is_cut_with_a_count() {
    let desk = Desk::new(&[("a.txt", &"He wrote to the the committee.\n\n".repeat(14))]);
    let ran = desk.run("--format short");
    assert_eq!(ran.out.matches("text/repeated-word]").count(), 10);
    assert!(
        ran.out
            .contains("a.txt: 4 more of text/repeated-word (--all shows them)"),
        "{}",
        ran.out
    );
    assert_eq!(
        desk.run("--format short --all")
            .out
            .matches("text/repeated-word]")
            .count(),
        14
    );
    assert_eq!(
        desk.run("--format json")
            .out
            .matches("\"text/repeated-word\"")
            .count(),
        14
    );
}

#[test]
fn a_configuration_is_found_from_the_file_upwards() {
    let desk = Desk::new(&[
        (
            "textcheck.yaml",
            "fail-on: warning\nignore: [text/repeated-word]\n",
        ),
        (
            "news/textcheck.yaml",
            "date: 2008-02-15\npeople: [{name: Leon Sedov, variants: [Siedov]}]\n",
        ),
        ("news/deep/a.txt", "Tomorrow Siedov comes."),
        ("b.txt", "He wrote to the the committee."),
    ]);
    assert_eq!(desk.run("b.txt").code, 0);
    let ran = desk.run("--format short news/deep/a.txt");
    assert!(
        ran.out.contains("error[names/refused]")
            && ran.out.contains("dated 2008-02-15 by textcheck.yaml"),
        "{}",
        ran.out
    );
}

#[test]
fn house_rules_add_and_replace() {
    let rules = "rules:\n  - id: house/kgb\n    severity: error\n    message: \"“{found}” did not exist\"\n    check: {pattern: {regex: 'KGB'}}\n    tests: {report: [\"The [[KGB]] came.\"], accept: [\"The GPU came.\"]}\n";
    let desk = Desk::new(&[
        ("house.yaml", rules),
        ("a.txt", "The KGB came on 31 June 1938."),
    ]);
    let ran = desk.run("--rules house.yaml --format short a.txt");
    assert!(
        ran.out.contains("house/kgb") && ran.out.contains("dates/impossible"),
        "{}",
        ran.out
    );
    let ran = desk.run("--rules house.yaml --no-default-rules --format short a.txt");
    assert!(
        ran.out.contains("house/kgb") && !ran.out.contains("dates/"),
        "{}",
        ran.out
    );
    assert_eq!(
        desk.run("test house.yaml").out,
        "1 rule, 2 examples: 0 failed\n"
    );
    assert!(
        desk.run("rules --rules house.yaml")
            .out
            .contains("house/kgb")
    );
}

#[test]
fn examples_that_fail_are_named() {
    let rules = "rules:\n  - {id: house/a, severity: error, message: m, check: {pattern: {regex: 'abc'}}, tests: {report: [\"no such\"]}}\n  - {id: house/b, severity: error, message: m, check: {pattern: {regex: 'abc'}}}\n";
    let ran = Desk::new(&[("r.yaml", rules)]).run("test r.yaml");
    assert_eq!(ran.code, 1);
    assert!(
        ran.out.contains("house/a: the rule keeps silent")
            && ran.out.contains("house/b: no example makes the rule speak"),
        "{}",
        ran.out
    );
}

#[test]
fn a_rule_is_explained() {
    insta::assert_snapshot!(Desk::new(&[]).run("explain dates/weekday").out);
}

#[test]
fn a_first_configuration_is_written_once() {
    let desk = Desk::new(&[("a.txt", "x")]);
    assert_eq!(desk.run("init").code, 0);
    assert_eq!(desk.run("a.txt").code, 0);
    let again = desk.run("init");
    assert!(again.code == 2 && again.err.contains("exists here already"));
}

#[test]
fn schemas_and_completions_are_printed() {
    let desk = Desk::new(&[]);
    for of in ["rules", "configuration", "report"] {
        let schema: serde_json::Value =
            serde_json::from_str(&desk.run(&format!("schema {of}")).out).unwrap();
        assert!(schema["$schema"].is_string());
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(
            desk.run(&format!("completions {shell}"))
                .out
                .contains("textcheck")
        );
    }
}

#[test]
fn colours_only_where_they_are_wanted() {
    let desk = Desk::new(&[("a.txt", "On 31 June 1938.")]);
    assert!(!desk.run("a.txt").out.contains('\u{1b}'));
    assert!(desk.run("--color always a.txt").out.contains('\u{1b}'));
}

#[test]
fn articles_are_compared_with_each_other_when_asked() {
    let desk = Desk::new(&[
        (
            "1923.txt",
            "The Radkov trial was opened. In the hall they had never seen Radkov so tired.\n",
        ),
        (
            "1924.md",
            "The *Radkow* appeal failed.\n\n“We never asked the ministry for a single lev in all those years,” said Fenn.\n",
        ),
        (
            "1925.txt",
            "It was Radkov who wrote. “We never asked the ministry for a single penny in all those years,” said Fenn.\n",
        ),
    ]);
    let ran = desk.run("--cross-file --select names,quotes/reworded-across-files --format short");
    insta::assert_snapshot!(ran.out);
    assert_eq!(
        desk.run(
            "--cross-file --jobs 1 --select names,quotes/reworded-across-files --format short"
        )
        .out,
        ran.out
    );
    let alone = desk
        .run("--select names,quotes/reworded-across-files --format short")
        .out;
    assert_eq!(alone, "3 files: 0 errors, 0 warnings, 0 suggestions\n");
}

#[test]
fn a_style_sheet_refuses_a_given_name_with_its_surname_and_leaves_a_tie_undecided() {
    let text = "His mother was Natalya Sedova. They met Natalia again; Natalya Sedova wrote. \
                He edited the Biulletien there. Later the Biulleten was banned.\n";
    let desk = Desk::new(&[("a.txt", text)]);
    let sheet = desk.run("names --style-sheet a.txt").out;
    assert!(
        sheet.contains("{name: Natalya Sedova, variants: [Natalia Sedova]}"),
        "{sheet}"
    );
    assert!(sheet.contains("\n#   Biulletien, Biulleten?\n"), "{sheet}");
    let none = Desk::new(&[("a.txt", "It rained in the old town.\n")]);
    assert!(
        none.run("names --style-sheet a.txt")
            .out
            .ends_with("people: []\n")
    );
    let ran = desk.run("--select names/variant --format short a.txt");
    assert!(
        ran.out.contains("“Biulleten” (once) and “Biulletien”"),
        "{}",
        ran.out
    );
}
