//! Every format says the same: rule, severity, place and count, read back from each of them.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use common::Desk;
use common::formats::{self, Found, parsed};
use serde_json::Value;
use textcheck::engine::FileReport;
use textcheck::report::{
    Checkstyle, Fancy, Github, Gitlab, Json, Jsonl, Junit, Rdjson, Report, Sarif, Short, Summary,
};
use textcheck::rules::{FaultyFile, OWN, RuleSet};
use textcheck::{SourceFile, trial};

/// Rules of every severity, with fixes; one of them quotes what no terminal should see.
const HOUSE: &str = r#"rules:
  - id: house/escape
    severity: error
    summary: An escape sequence in the text.
    why: It moves the terminal.
    message: "“{found}” is no word"
    help: "Delete it; 100 % of it: now, please."
    check: {pattern: {regex: "red\\x{1b}\\[31m\\x{9b}32m\\x{202e}<b>&\\]\\]>z"}}
    tests: {report: ["red\e[31m\u009b32m\u202e<b>&]]>z"]}
  - id: house/kgb
    severity: warning
    message: "“{found}” did not exist before 1954"
    check: {substitution: {replace: [{regex: KGB, with: NKVD}]}}
    tests: {report: ["The KGB came."]}
  - id: house/adviser
    severity: suggestion
    message: "“{found}” ({found_times}) and “{other}” ({other_times})"
    check: {consistency: {forms: [{name: er, regex: 'advisers?'}, {name: or, regex: 'advisors?'}]}}
    tests: {report: ["Two advisers, one adviser, an advisor."]}
  - id: house/lines
    severity: warning
    message: "over two lines"
    check: {pattern: {regex: 'over\s+lines'}}
    tests: {report: ["over\nlines"]}
"#;

/// Articles with everything in them that a format may stumble over, in awkward places.
fn desk() -> Desk {
    let torture = "\u{FEFF}😀 Ночь, été. The KGB came.\r\nTwo advisers, one adviser and an advisor.\r\nred\u{1b}[31m\u{9b}32m\u{202e}<b>&]]>z over\nlines. The KGB again; The KGB, the KGB.";
    Desk::new(&[
        ("house.yaml", HOUSE),
        ("my drafts/Жарт #1, 100%.txt", torture),
        ("clean.txt", "Nothing."),
    ])
}

const ARGUMENTS: &str = "--no-default-rules --rules house.yaml";

fn run(desk: &Desk, formats: &[&str]) -> common::Ran {
    let mut command = desk.command();
    command.args(ARGUMENTS.split(' '));
    for format in formats {
        command.args(["--format", format]);
    }
    let output = command
        .args(["--all", "clean.txt", "my drafts", "gone.txt"])
        .output()
        .unwrap();
    common::Ran::of(output)
}

#[test]
fn each_format_is_what_its_snapshot_shows() {
    let desk = desk();
    for name in formats::ALL {
        let ran = run(&desk, &[name]);
        insta::assert_snapshot!(name, ran.out);
        assert_eq!((ran.code, ran.err.as_str()), (2, ""), "{name}");
    }
}

#[test]
fn one_run_goes_to_several_places_and_each_says_the_same() {
    let desk = desk();
    let named: Vec<String> = formats::ALL
        .iter()
        .map(|name| format!("{name}=out.{name}"))
        .collect();
    let mut arguments: Vec<&str> = named.iter().map(String::as_str).collect();
    arguments.push("short");
    let ran = run(&desk, &arguments);
    let texts = |path: &str| {
        std::fs::read_to_string(desk.path().join(path))
            .unwrap()
            .replace('\u{FEFF}', "")
    };
    let expected = parsed("short", &ran.out, &texts);
    assert_eq!(expected.len(), 7, "{expected:#?}");
    assert_eq!(ran.code, 2);
    for name in &formats::ALL {
        let text = std::fs::read_to_string(desk.path().join(format!("out.{name}"))).unwrap();
        if *name == "fancy" {
            formats::agree_with_fancy(&text, &formats::short(&ran.out));
        } else {
            assert_eq!(parsed(name, &text, &texts), expected, "{name}");
        }
        assert_eq!(text, run(&desk, &[name]).out, "{name}");
        let controls = text
            .chars()
            .any(|c| (c.is_control() && c != '\n') || c == '\u{202e}');
        assert!(!controls, "{name} lets a control character through");
        assert!(
            text.contains("gone.txt"),
            "{name} keeps silent on what was not read"
        );
    }
}

/// One file for each default rule: the first example that makes it speak.
fn every_rule() -> (RuleSet, Vec<FileReport>) {
    let rules = RuleSet::defaults_with_examples();
    let mut reports: Vec<FileReport> = rules
        .iter()
        .map(|rule| {
            let example = &rule.tests.report[0];
            let (source, _) = trial::source(example);
            let diagnostics = trial::check(&rules, rule, example, &source);
            assert!(!diagnostics.is_empty(), "{}", rule.id);
            let path = Path::new(&rule.id).join(source.path());
            FileReport::faulty(FaultyFile {
                source: SourceFile::new(path, source.text()),
                diagnostics,
            })
        })
        .collect();
    reports.push(FileReport::unreadable(
        Path::new("gone.txt"),
        "no such file",
    ));
    (rules, reports)
}

fn written(mut report: impl Report, files: &[FileReport]) -> String {
    let (mut out, mut summary) = (Vec::new(), Summary::default());
    for file in files {
        summary.add(file);
        report.file(&mut out, file).unwrap();
    }
    report.finish(&mut out, &summary).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn every_kind_of_diagnostic_is_the_same_in_every_format() {
    let (rules, files) = every_rule();
    let short = Short {
        all: true,
        quiet: true,
    };
    let fancy = Fancy {
        all: true,
        ..Fancy::default()
    };
    let active = rules.iter().map(|rule| (rule.clone(), rule.severity));
    let all = [
        ("short", written(short, &files)),
        ("fancy", written(fancy, &files)),
        ("json", written(Json::default(), &files)),
        ("jsonl", written(Jsonl, &files)),
        ("sarif", written(Sarif::new(active), &files)),
        ("github", written(Github::default(), &files)),
        ("gitlab", written(Gitlab::default(), &files)),
        ("junit", written(Junit::default(), &files)),
        ("checkstyle", written(Checkstyle::default(), &files)),
        ("rdjson", written(Rdjson::default(), &files)),
    ];
    assert_eq!(
        all.each_ref()
            .map(|(name, _)| *name)
            .into_iter()
            .collect::<BTreeSet<_>>(),
        formats::ALL.into_iter().collect()
    );
    let texts: BTreeMap<String, &SourceFile> = files
        .iter()
        .flat_map(|file| {
            let labelled = file
                .diagnostics()
                .iter()
                .map(|found| found.primary.source(&file.source));
            labelled.chain([file.source.as_ref()])
        })
        .map(|source| (source.name(), source))
        .collect();
    let texts = |path: &str| texts[path].text().to_owned();
    let expected: Vec<Found> = parsed("short", &all[0].1, &texts);
    let spoken: BTreeSet<&str> = expected.iter().map(|found| found.rule.as_str()).collect();
    assert_eq!(spoken.len(), rules.iter().count());
    for (name, text) in &all {
        if *name == "fancy" {
            formats::agree_with_fancy(text, &formats::short(&all[0].1));
        } else {
            assert_eq!(parsed(name, text, &texts), expected, "{name}");
        }
    }
    fits(
        "sarif-2.1.0.json",
        include_str!("schemas/sarif-2.1.0.json"),
        &all[4].1,
    );
    fits(
        "rdjson.json",
        include_str!("schemas/rdjson.json"),
        &all[9].1,
    );
    unique_and_whole(&all[6].1);
}

fn fits(name: &str, schema: &str, report: &str) {
    let schema: Value = serde_json::from_str(schema).unwrap();
    let report: Value = serde_json::from_str(report).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let faults: Vec<_> = validator
        .iter_errors(&report)
        .map(|fault| format!("{fault} at {}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{name}: {faults:#?}");
}

/// What GitLab asks of a code quality report: its documentation has no schema.
fn unique_and_whole(report: &str) {
    let issues: Vec<Value> = serde_json::from_str(report).unwrap();
    let mut fingerprints = BTreeSet::new();
    for issue in &issues {
        for key in ["description", "check_name"] {
            assert!(
                issue[key].as_str().is_some_and(|words| !words.is_empty()),
                "{issue}"
            );
        }
        let severity = issue["severity"].as_str().unwrap();
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity));
        assert!(
            !issue["location"]["path"]
                .as_str()
                .unwrap()
                .starts_with("./")
        );
        assert!(
            issue["location"]["positions"]["begin"]["line"]
                .as_u64()
                .unwrap()
                > 0
        );
        assert!(
            fingerprints.insert(issue["fingerprint"].as_str().unwrap()),
            "{issue}"
        );
    }
}

#[test]
fn sarif_lists_every_active_rule_in_order_and_says_what_it_is_for() {
    let desk = Desk::new(&[("a.txt", "Nothing.")]);
    let ran = desk.run("--format sarif --ignore dates --select dates,text,quotes a.txt");
    let log: Value = serde_json::from_str(&ran.out).unwrap();
    let listed = log["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    let ids: Vec<&str> = listed
        .iter()
        .map(|rule| rule["id"].as_str().unwrap())
        .collect();
    let rules = RuleSet::defaults();
    let mut expected: Vec<&str> = rules
        .iter()
        .filter(|rule| rule.enabled)
        .map(|rule| rule.id.as_str())
        .filter(|id| id.starts_with("quotes/") || id.starts_with("text/"))
        .chain(OWN.iter().map(|rule| rule.id))
        .collect();
    expected.sort_unstable();
    assert_eq!(ids, expected);
    for rule in listed {
        assert!(rule["help"]["text"].as_str().unwrap().contains("silence"));
        assert_ne!(rule["shortDescription"]["text"], rule["id"]);
        assert!(rule["helpUri"].as_str().unwrap().starts_with("https://"));
    }
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
}

#[test]
fn sarif_counts_columns_in_utf16_and_escapes_addresses() {
    let ran = run(&desk(), &["sarif"]);
    let log: Value = serde_json::from_str(&ran.out).unwrap();
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let result = &run["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(
        place["artifactLocation"],
        serde_json::json!({"uri": "my%20drafts/%D0%96%D0%B0%D1%80%D1%82%20%231%2C%20100%25.txt", "uriBaseId": "%SRCROOT%"})
    );
    // A JavaScript string counts as SARIF does: 😀 is two.
    let line: Vec<u16> = "😀 Ночь, été. The KGB came.".encode_utf16().collect();
    let column = |key: &str| usize::try_from(place["region"][key].as_u64().unwrap()).unwrap() - 1;
    let words = &line[column("startColumn")..column("endColumn")];
    assert_eq!(String::from_utf16(words).unwrap(), "KGB");
    assert_eq!(place["region"]["snippet"]["text"], "KGB");
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "NKVD");
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(
        invocation["toolExecutionNotifications"][0]["message"]["text"],
        "no such file or folder"
    );
}

#[test]
fn what_is_kept_quiet_is_marked_in_sarif_and_nowhere_else() {
    let desk = Desk::new(&[(
        "a.md",
        "<!-- textcheck-disable dates/impossible: a joke -->\n\nOn 31 June 1938.\n",
    )]);
    for name in formats::ALL {
        let out = desk.run(&format!("--format {name} a.md")).out;
        if name == "sarif" {
            let log: Value = serde_json::from_str(&out).unwrap();
            let results = log["runs"][0]["results"].as_array().unwrap();
            assert_eq!(results.len(), 1);
            assert_eq!(results[0]["ruleId"], "dates/impossible");
            assert_eq!(
                results[0]["suppressions"],
                serde_json::json!([{"kind": "inSource", "justification": "a joke"}])
            );
        } else {
            assert!(!out.contains("dates/impossible"), "{name}: {out}");
        }
    }
}

#[test]
fn fingerprints_survive_edits_elsewhere_in_the_file() {
    let prints = |text: &str| -> Vec<Value> {
        let ran =
            Desk::new(&[("a.txt", text)]).run("--format sarif --select dates/impossible a.txt");
        let log: Value = serde_json::from_str(&ran.out).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        results
            .into_iter()
            .map(|result| result["partialFingerprints"].clone())
            .collect()
    };
    let article = "It was a cold and very quiet summer that year. On 31 June 1938 the printers of the town came.\n";
    let before = prints(article);
    let after = prints(&format!(
        "A new paragraph, before.\n\n{article}\nOne more, behind: 30 February 1940."
    ));
    assert_eq!((before.len(), after.len()), (1, 2));
    assert_eq!(before[0], after[0]);
    assert_ne!(after[0], after[1]);
}

#[test]
fn github_is_told_the_most_severe_first_and_how_many_it_hides() {
    let text = format!(
        "{}On 31 June 1938.",
        "He wrote to the the committee.\n\n".repeat(12)
    );
    let ran = Desk::new(&[("a.txt", text.as_str())]).run("--format github a.txt");
    let commands: Vec<&str> = ran
        .out
        .lines()
        .filter(|line| line.starts_with("::"))
        .collect();
    assert!(
        commands[0].starts_with("::error file=a.txt,line=25,"),
        "{}",
        ran.out
    );
    assert_eq!(commands.len(), 13);
    assert!(
        ran.out.ends_with("1 file: 1 error, 12 warnings, 0 suggestions; no date (give it with --document-date); GitHub shows 10 of each level, 2 stand in the log alone\n"),
        "{}",
        ran.out
    );
}

#[test]
fn the_exit_code_is_the_same_in_every_format() {
    let desk = Desk::new(&[
        ("w.txt", "He wrote to the the committee."),
        ("e.txt", "On 31 June 1938."),
        ("bad/textcheck.yaml", "profil: news\n"),
        ("bad/a.txt", "x"),
    ]);
    for name in formats::ALL {
        for (arguments, code) in [
            ("w.txt", 0),
            ("--fail-on warning w.txt", 1),
            ("e.txt", 1),
            ("--fail-on never e.txt", 0),
            ("e.txt gone.txt", 2),
            ("bad/a.txt", 2),
            ("--select no/such e.txt", 2),
        ] {
            let stdout = desk.run(&format!("--format {name} {arguments}"));
            let file = desk.run(&format!("--format {name}=out {arguments}"));
            assert_eq!((stdout.code, file.code), (code, code), "{name} {arguments}");
            assert_eq!(file.out, "", "{name} {arguments}");
        }
        let shown = desk.run(&format!("--format {name} bad/a.txt")).out;
        assert!(shown.contains("textcheck/configuration"), "{name}: {shown}");
    }
}

#[test]
fn reports_that_would_run_into_each_other_are_refused() {
    let desk = Desk::new(&[("a.txt", "On 31 June 1938.")]);
    let both = desk.run("--format json --format short a.txt");
    assert_eq!((both.code, both.out.as_str()), (2, ""));
    assert_eq!(
        both.err,
        "error: two reports on standard output; give one of them a file: `--format sarif=out.sarif`\n"
    );
    let same = desk.run("--format json=o --format short=o a.txt");
    assert_eq!(
        (same.code, same.err.as_str()),
        (2, "error: two reports in one file, o\n")
    );
    let nowhere = desk.run("--format json=no/folder/o a.txt");
    assert_eq!(nowhere.code, 2);
    assert_eq!(
        nowhere.err,
        "error: cannot write no/folder/o: no such file or folder\n"
    );
    assert_eq!(desk.run("--format json= a.txt").code, 2);
    assert!(
        desk.run("--format jason a.txt")
            .err
            .contains("a similar value exists: 'json'")
    );
}

#[test]
fn a_table_counts_rules_and_files_and_github_gets_a_job_summary() {
    let desk = Desk::new(&[
        (
            "a.txt",
            "On 31 June 1938 he wrote to the the committee; to the the end.",
        ),
        ("b.txt", "He wrote to the the committee."),
        ("steps.md", "before\n"),
    ]);
    let run = |arguments: &str| {
        let mut command = desk.command();
        command.env("GITHUB_STEP_SUMMARY", desk.path().join("steps.md"));
        common::Ran::of(command.args(arguments.split(' ')).output().unwrap())
    };
    let table = "rule                severity    count  files\n\
                 dates/impossible    error           1      1\n\
                 text/repeated-word  warning         3      2\n";
    let ran = run("--summary --format short a.txt b.txt");
    assert!(ran.out.ends_with(table), "{}", ran.out);
    let summary = std::fs::read_to_string(desk.path().join("steps.md")).unwrap();
    assert_eq!(
        summary,
        "before\n## textcheck\n\n2 files: 1 error, 3 warnings, 0 suggestions\n\n\
         | rule | severity | count | files |\n|---|---|---:|---:|\n\
         | `dates/impossible` | error | 1 | 1 |\n| `text/repeated-word` | warning | 3 | 2 |\n"
    );
    // What a program reads on standard output stays what it is.
    let ran = run("--summary --format json a.txt b.txt");
    assert!(serde_json::from_str::<Value>(&ran.out).is_ok());
    assert_eq!(ran.err, table);
}
