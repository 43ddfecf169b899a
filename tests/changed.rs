//! `--changed-since` and `--changed-in`: what touches changed lines, in articles that are read whole.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod common;

use std::fs;
use std::process::Command;

use common::{Desk, Ran};

const OLD: &str = "On 31 June 1938 he left.\n\nHe wrote to the the committee.\n\nOskar Fenn was born on 2 May 1890.\n";

/// A repository with one commit, made with no configuration but its own.
fn repository(files: &[(&str, &str)]) -> Desk {
    let desk = Desk::new(files);
    fs::remove_dir(desk.path().join(".git")).unwrap();
    git(&desk, "init -q -b main");
    commit(&desk);
    desk
}

fn git(desk: &Desk, arguments: &str) -> String {
    let output = Command::new("git")
        .current_dir(desk.path())
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
        .args(["-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"])
        .args(arguments.split(' '))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn commit(desk: &Desk) {
    git(desk, "add -A");
    git(desk, "commit -q -m x");
}

fn places(ran: &Ran) -> Vec<String> {
    let lines = ran.out.lines().filter_map(|line| line.split_once("] "));
    lines.map(|(head, _)| head.to_owned()).collect()
}

#[test]
fn only_what_touches_a_changed_line_is_reported() {
    let desk = repository(&[("a.txt", OLD), ("b.txt", OLD)]);
    desk.write("a.txt", OLD.replace("committee", "board").as_bytes());
    let ran = desk.run("--changed-since HEAD --format short");
    assert_eq!(places(&ran), ["a.txt:3:17: warning[text/repeated-word"]);
    // The error in line 1 was there before: the step passes.
    assert_eq!(ran.code, 0);
    assert_eq!(desk.run("--changed-since HEAD --fail-on warning").code, 1);
    assert_eq!(desk.run("a.txt").code, 1);
}

#[test]
fn a_new_sentence_is_held_against_an_old_one() {
    let desk = repository(&[("a.txt", OLD)]);
    let text = format!("{OLD}\nIn March 1920 Oskar Fenn, aged 35, came home.\n");
    desk.write("a.txt", text.as_bytes());
    let ran = desk.run("--changed-since HEAD --format short --select dates/age");
    assert_eq!(
        places(&ran),
        ["a.txt:7:27: warning[dates/age"],
        "{}",
        ran.out
    );
    // And an old sentence against a new one: the label that touches it may be the other.
    let old = "In March 1920 Oskar Fenn, aged 35, came home.\n\nOskar Fenn was born.\n";
    let desk = repository(&[("a.txt", old)]);
    desk.write(
        "a.txt",
        old.replace("born.", "born on 2 May 1890.").as_bytes(),
    );
    let ran = desk.run("--changed-since HEAD --format short --select dates/age");
    assert_eq!(
        places(&ran),
        ["a.txt:1:27: warning[dates/age"],
        "{}",
        ran.out
    );
}

#[test]
fn new_renamed_and_unknown_files_are_seen_from_any_folder() {
    let desk = repository(&[("drafts/a.txt", OLD), ("drafts/c.txt", "Nothing.\n")]);
    git(&desk, "mv drafts/a.txt drafts/Ж\u{a0}b.txt");
    let text = OLD.replace("1938", "1939");
    desk.write("drafts/Ж\u{a0}b.txt", text.as_bytes());
    desk.write("drafts/new.txt", b"On 30 February 1940.");
    commit(&desk);
    desk.write("drafts/unknown one.txt", b"On 32 May 1940.");
    let expected = [
        "new.txt:1:4: error[dates/impossible",
        "unknown one.txt:1:4: error[dates/impossible",
        "Ж\u{a0}b.txt:1:4: error[dates/impossible",
    ];
    let mut command = desk.command();
    command.current_dir(desk.path().join("drafts"));
    let output = command
        .args(["--changed-since", "HEAD~1", "--format", "short"])
        .output()
        .unwrap();
    assert_eq!(places(&Ran::of(output)), expected);
    let diff = git(&desk, "diff HEAD~1 HEAD");
    assert!(diff.contains("rename to \"drafts/\\320\\226"), "{diff}");
    for (diff, seen) in [
        (diff.clone(), &expected[..1]),
        (diff.replace('\n', "\r\n"), &expected[..1]),
        (git(&desk, "diff --no-prefix HEAD~1 HEAD"), &expected[..1]),
        (
            git(&desk, "diff --unified=0 --no-renames HEAD~1 HEAD"),
            &expected[..1],
        ),
    ] {
        desk.write("x.diff", diff.as_bytes());
        let named = desk.run("--changed-in x.diff --format short drafts");
        assert_eq!(places(&named)[0], format!("drafts/{}", seen[0]), "{diff}");
        let piped = desk.run_with("--changed-in - --format short drafts", &diff);
        assert_eq!(piped.out, named.out);
    }
}

#[test]
fn what_another_branch_did_meanwhile_does_not_count() {
    let desk = repository(&[("a.txt", OLD)]);
    git(&desk, "checkout -q -b mine");
    desk.write("a.txt", OLD.replace("committee", "board").as_bytes());
    commit(&desk);
    git(&desk, "checkout -q main");
    desk.write("a.txt", OLD.replace("On 31", "On the 31").as_bytes());
    commit(&desk);
    git(&desk, "checkout -q mine");
    let ran = desk.run("--changed-since main --format short");
    assert_eq!(places(&ran), ["a.txt:3:17: warning[text/repeated-word"]);
}

#[test]
fn line_ends_and_encodings_do_not_move_the_lines() {
    let old = "One.\r\n\r\nOn 31 June 1938.\r\n\r\nOn 30 February 1940.\r\n";
    let desk = repository(&[("a.txt", old)]);
    desk.write("a.txt", old.replace("1940", "1941").as_bytes());
    let ran = desk.run("--changed-since HEAD --format short");
    assert_eq!(places(&ran), ["a.txt:5:4: error[dates/impossible"]);
    // UTF-16 is binary to git, which then says no more than that it has changed.
    let wide: Vec<u8> = "\u{FEFF}On 31 June 1938."
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    desk.write("w.txt", &wide);
    commit(&desk);
    let wide: Vec<u8> = "\u{FEFF}On 31 June 1939."
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    desk.write("w.txt", &wide);
    let ran = desk.run("--changed-since HEAD --format short");
    assert_eq!(places(&ran), ["w.txt:1:4: error[dates/impossible"]);
}

#[test]
fn nothing_changed_is_nothing_to_report() {
    let desk = repository(&[("a.txt", OLD)]);
    let ran = desk.run("--changed-since HEAD --format short a.txt");
    assert_eq!(ran.code, 0);
    assert!(ran.out.starts_with("1 file: 0 errors"), "{}", ran.out);
    assert_eq!(desk.run_with("--changed-in - a.txt", "").code, 0);
}

#[test]
fn what_cannot_be_known_is_an_error_with_a_remedy() {
    let desk = repository(&[("a.txt", OLD)]);
    let refused = |arguments: &str, words: &str| {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 2, "{arguments}");
        assert!(ran.err.contains(words), "{arguments}: {}", ran.err);
    };
    refused(
        "--changed-since no-such-branch",
        "no commit is called `no-such-branch` here; in CI, fetch it first",
    );
    refused(
        "--changed-since=--output=x",
        "no commit is called `--output=x`",
    );
    refused("--changed-in gone.diff", "gone.diff");
    refused("--changed-in a.txt", "a.txt: no unified diff");
    refused("--changed-in - -", "cannot be the diff and the article");
    refused("--changed-in x --changed-since y", "cannot be used with");
    refused("--changed-since HEAD --fix", "cannot be used with");
    git(&desk, "checkout -q --orphan other");
    // Another message, else it is the same commit when it is made in the same second.
    git(&desk, "commit -q -m other");
    refused("--changed-since main", "have no commit in common here");
    let outside = Desk::new(&[("a.txt", OLD)]).run("--changed-since HEAD");
    assert!(
        outside.code == 2 && outside.err.contains("not a git repository"),
        "{}",
        outside.err
    );
    let mut command = desk.command();
    let output = command
        .env("PATH", "")
        .args(["--changed-since", "HEAD"])
        .output()
        .unwrap();
    let ran = Ran::of(output);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err
            .contains("there is no `git` here; --changed-in FILE"),
        "{}",
        ran.err
    );
}
