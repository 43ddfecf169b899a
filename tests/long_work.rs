//! Long runs: stopped by Ctrl-C, they report what they have found.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod common;

use std::fs;
use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use common::Desk;
use serde_json::Value;

const FILES: usize = 400;
const PARAGRAPHS: usize = 300;

/// More than is done before the signal comes.
fn much(paragraph: &str) -> Desk {
    let desk = Desk::new(&[]);
    for number in 0..FILES {
        let text = paragraph.repeat(PARAGRAPHS);
        desk.write(&format!("{number:03}.txt"), text.as_bytes());
    }
    desk
}

fn started(desk: &Desk, arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_textcheck"))
        .args(arguments)
        .current_dir(desk.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn interrupt(run: &Child) {
    let id = run.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .unwrap()
            .success()
    );
}

/// What the run still prints to standard output, once it has ended as one that was stopped.
fn rest(mut run: Child) -> String {
    let (mut out, mut err) = (String::new(), String::new());
    run.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    run.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!(run.wait().unwrap().code(), Some(130), "{err}");
    // A pipe shows no bar.
    let words = err
        .strip_prefix("stopped: ")
        .unwrap_or_else(|| panic!("{err}"));
    assert!(words.ends_with(" of 400 files were checked\n"), "{err}");
    out
}

/// How many files a JSON report holds, each of them whole.
fn whole_files(report: &str) -> usize {
    let report: Value = serde_json::from_str(report).unwrap();
    let files = report["files"].as_array().unwrap();
    for (number, file) in files.iter().enumerate() {
        assert_eq!(file["path"], format!("{number:03}.txt"));
        assert_eq!(file["diagnostics"].as_array().unwrap().len(), PARAGRAPHS);
    }
    assert_eq!(report["summary"]["files"], files.len());
    files.len()
}

#[test]
fn a_run_that_is_stopped_reports_what_it_has_found() {
    let desk = much("On 31 June 1906 he wrote to the committee.\n\n");
    let formats = ["jsonl", "json=out.json", "sarif=out.sarif", "junit=out.xml"];
    let formats = formats.iter().flat_map(|format| ["--format", format]);
    let mut run = started(&desk, &formats.chain(["--jobs", "2"]).collect::<Vec<_>>());
    // Nobody reads on, so that the run waits within its first files.
    let mut first = [0];
    run.stdout.as_mut().unwrap().read_exact(&mut first).unwrap();
    interrupt(&run);
    // The signal is another process's to deliver.
    std::thread::sleep(Duration::from_millis(200));
    let lines = format!("{}{}", char::from(first[0]), rest(run));
    let read = |name: &str| fs::read_to_string(desk.path().join(name)).unwrap();
    let files = whole_files(&read("out.json"));
    assert!((1..FILES).contains(&files), "{files}");
    assert!(
        lines
            .lines()
            .all(|line| serde_json::from_str::<Value>(line).is_ok())
    );
    let sarif: Value = serde_json::from_str(&read("out.sarif")).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), files * PARAGRAPHS);
    roxmltree::Document::parse(&read("out.xml")).unwrap();
    // The articles, three reports and `.git`: no temporary file.
    assert_eq!(fs::read_dir(desk.path()).unwrap().count(), FILES + 4);
}

#[test]
fn fixes_that_are_stopped_leave_each_file_as_it_was_or_fixed() {
    let (faulty, fixed) = (
        "On the 22th of May he wrote.\n\n",
        "On the 22nd of May he wrote.\n\n",
    );
    let desk = much(faulty);
    let run = started(&desk, &["--fix", "--format", "short", "--jobs", "2"]);
    let (faulty, fixed) = (faulty.repeat(PARAGRAPHS), fixed.repeat(PARAGRAPHS));
    let first = desk.path().join("000.txt");
    while fs::read_to_string(&first).unwrap() == faulty {
        std::thread::sleep(Duration::from_millis(1));
    }
    interrupt(&run);
    rest(run);
    let mut done = 0;
    for number in 0..FILES {
        let text = fs::read_to_string(desk.path().join(format!("{number:03}.txt"))).unwrap();
        assert!(text == faulty || text == fixed, "{number}: {text}");
        done += usize::from(text == fixed);
    }
    assert!((1..FILES).contains(&done), "{done}");
    assert_eq!(fs::read_dir(desk.path()).unwrap().count(), FILES + 1);
}
