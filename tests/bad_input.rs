//! What is no article, no rule file, no configuration: a clear error, exit code 2, never a panic.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod common;

use std::fs;

use common::Desk;

/// The `short` line of a mistake in a rule file.
fn rule_fault(rules: &str) -> Vec<String> {
    let desk = Desk::new(&[("r.yaml", rules), ("a.txt", "text")]);
    let ran = desk.run("--format short --rules r.yaml a.txt");
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
    ran.out
        .lines()
        .filter(|line| line.starts_with("r.yaml:"))
        .map(str::to_owned)
        .collect()
}

const HEAD: &str = "rules:\n  - id: house/a\n    severity: warning\n    message: m\n";

#[test]
fn mistakes_in_rule_files_are_shown_at_their_value() {
    let mut wrong = Vec::new();
    for (rules, expected) in [
        (
            format!("{HEAD}    check: {{pattern: {{regex: 'a(b'}}}}\n"),
            "r.yaml:5:30: error[textcheck/rule-file] bad pattern: unclosed group (character 2)",
        ),
        (
            format!("{HEAD}    check: patern\n"),
            "r.yaml:5:12: error[textcheck/rule-file] unknown value `patern`",
        ),
        (
            format!("{HEAD}    chek: weekday\n    check: weekday\n"),
            "r.yaml:5:5: error[textcheck/rule-file] unknown key `chek`",
        ),
        (
            format!("{HEAD}    check: {{pattern: {{regx: 'a'}}}}\n"),
            "r.yaml:5:23: error[textcheck/rule-file] unknown key `regx`",
        ),
        (
            format!("{HEAD}    check: {{pattern: {{regex: [a]}}}}\n"),
            "r.yaml:5:30: error[textcheck/rule-file] expected a string, found a list",
        ),
        (
            format!("{HEAD}    check: weekday\n    enabled: maybe\n"),
            "r.yaml:6:14: error[textcheck/rule-file] expected a boolean, found the text `maybe`",
        ),
        (
            HEAD.replace("message: m", "message: 'the {fond} word'")
                + "    check: {pattern: {regex: abc}}\n",
            "r.yaml:4:19: error[textcheck/rule-file] the kind `pattern` has no field `fond`",
        ),
        (
            format!(
                "{HEAD}    check: weekday\n  - {{id: house/a, severity: error, message: m, check: weekday}}\n"
            ),
            "r.yaml:6:10: error[textcheck/rule-file] the id `house/a` is taken: line 2 has it",
        ),
        (
            "rules: [{id: x, severity: error, message: m, check: weekday}]\n".into(),
            "r.yaml:1:14: error[textcheck/rule-file] `x` is no rule id",
        ),
        (
            HEAD.to_owned(),
            "r.yaml:2:5: error[textcheck/rule-file] the key `check` is missing",
        ),
        (
            "rulez: []\n".into(),
            "r.yaml:1:1: error[textcheck/rule-file] unknown key `rulez`",
        ),
        (
            "rules:\n  - id: 'a\n".into(),
            "r.yaml:2:9: error[textcheck/rule-file] unclosed quote",
        ),
        (
            format!("{HEAD}    message: n\n    check: weekday\n"),
            "r.yaml:5:5: error[textcheck/rule-file] duplicate mapping key: message",
        ),
        (
            format!("{HEAD}    check: {{pattern: {{regex: '(?:\\w{{1000}}){{1000}}'}}}}\n"),
            "r.yaml:5:30: error[textcheck/rule-file] the pattern is too big",
        ),
    ] {
        let faults = rule_fault(&rules);
        if !faults
            .first()
            .is_some_and(|line| line.starts_with(expected))
        {
            wrong.push(format!("{rules}expected {expected}\n     got {faults:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn several_mistakes_are_shown_at_once() {
    let rules = "rules:\n  - {id: house/a, severity: wrong, message: m, check: {pattern: {regex: '('}}}\n  - {id: house/b, severity: error, message: m, check: weekdays}\n";
    let faults = rule_fault(rules);
    let found: Vec<_> = faults
        .iter()
        .map(|line| line.split("] ").nth(1).unwrap())
        .collect();
    assert_eq!(
        found,
        [
            "unknown value `wrong`",
            "bad pattern: unclosed group (character 1)",
            "unknown value `weekdays`"
        ]
    );
}

#[test]
fn a_mistake_in_a_rule_file_is_drawn_with_the_nearest_name() {
    let desk = Desk::new(&[
        ("r.yaml", &format!("{HEAD}    check: wekday\n")),
        ("a.txt", "text"),
    ]);
    insta::assert_snapshot!(desk.run("--rules r.yaml a.txt").out);
}

#[test]
fn a_mistake_in_the_configuration_is_shown_at_its_key() {
    for (text, expected) in [
        (
            "profil: news\n",
            "textcheck.yaml:1:1: error[textcheck/configuration] unknown key `profil`",
        ),
        (
            "ignore: [dates, datez]\n",
            "textcheck.yaml:1:17: error[textcheck/configuration] no rule or family is called `datez`",
        ),
        (
            "severity: {names/varian: error}\n",
            "textcheck.yaml:1:12: error[textcheck/configuration] no rule or family is called `names/varian`",
        ),
        (
            "date: 1938-02-30\n",
            "textcheck.yaml:1:7: error[textcheck/configuration]",
        ),
        (
            "profile: novel\n",
            "textcheck.yaml:1:10: error[textcheck/configuration] unknown value `novel`",
        ),
        (
            "people: [{nam: x}]\n",
            "textcheck.yaml:1:11: error[textcheck/configuration] unknown key `nam`",
        ),
        (
            "rules: [gone.yaml]\n",
            "gone.yaml: error: no such file or folder",
        ),
    ] {
        let desk = Desk::new(&[("textcheck.yaml", text), ("a.txt", "On 31 June 1938.")]);
        let ran = desk.run("--format short a.txt");
        assert_eq!(ran.code, 2, "{text}");
        assert!(ran.out.starts_with(expected), "{text}: {}", ran.out);
    }
}

#[test]
fn files_that_are_no_text_are_named_and_do_not_hide_the_others() {
    let desk = Desk::new(&[("good.txt", "On 31 June 1938.")]);
    desk.write("bad.txt", b"caf\xE9");
    desk.write("zero.txt", b"a\0b");
    desk.write(
        "utf16.txt",
        b"\xFF\xFEO\0n\0 \x003\x001\0 \0J\0u\0n\0e\0.\0",
    );
    let ran = desk.run("--format short");
    assert_eq!(ran.code, 2);
    assert!(
        ran.out
            .contains("bad.txt: error: not UTF-8: byte 0xE9 at offset 3 (line 1)"),
        "{}",
        ran.out
    );
    assert!(
        ran.out
            .contains("zero.txt: error: not a text file: NUL byte at offset 1"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("good.txt:1:4: error[dates/impossible]"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("utf16.txt:1:4: error[dates/impossible]"),
        "{}",
        ran.out
    );
}

#[test]
fn missing_files_and_empty_folders_are_errors() {
    let desk = Desk::new(&[]);
    let ran = desk.run("--format short gone.txt");
    assert!(
        ran.code == 2
            && ran
                .out
                .starts_with("gone.txt: error: no such file or folder"),
        "{}",
        ran.out
    );
    let ran = desk.run("--format short");
    assert!(
        ran.code == 2 && ran.out.contains("no article in this folder"),
        "{}",
        ran.out
    );
    assert_eq!(desk.run("--config gone.yaml").code, 2);
}

#[test]
fn an_empty_file_is_an_article_without_a_defect() {
    let desk = Desk::new(&[
        ("a.txt", ""),
        ("b.md", ""),
        ("c.txt", "\n\n"),
        ("d.md", "---\n---\n"),
    ]);
    let ran = desk.run("--format short");
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "4 files: 0 errors, 0 warnings, 0 suggestions\n")
    );
}

#[test]
fn a_bomb_of_aliases_ends_at_once() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..9 {
        let before = format!("*a{}", level - 1);
        bomb.push_str(&format!(
            "a{level}: &a{level} [{}]\n",
            vec![before; 10].join(", ")
        ));
    }
    let desk = Desk::new(&[("textcheck.yaml", &bomb), ("a.txt", "x")]);
    let ran = desk.run("--format short a.txt");
    assert!(
        ran.code == 2 && ran.out.starts_with("textcheck.yaml:"),
        "{}{}",
        ran.out,
        ran.err
    );
    let deep = format!("people: {}\n", "[".repeat(100_000));
    let desk = Desk::new(&[("textcheck.yaml", &deep), ("a.txt", "x")]);
    assert_eq!(desk.run("--format short a.txt").code, 2);
}

#[test]
fn terminal_escapes_in_the_text_never_reach_the_terminal() {
    let desk = Desk::new(&[(
        "a.txt",
        "The \u{1b}[31m\u{7}word\u{1b}]0;title\u{7} of 31 June 1938 \u{202E}x\u{9b}31m TK.",
    )]);
    for format in ["fancy", "short"] {
        let ran = desk.run(&format!("--format {format} a.txt"));
        let control = |c: char| c.is_control() && c != '\n' || c == '\u{202E}';
        assert!(!ran.out.contains(control), "{format}: {:?}", ran.out);
    }
}

#[cfg(unix)]
#[test]
fn a_loop_of_folders_and_a_file_without_permission_end_the_run_in_order() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new(&[("deep/a.txt", "On 31 June 1938.")]);
    symlink("..", desk.path().join("deep/loop")).unwrap();
    let ran = desk.run("--format short");
    assert_eq!(
        (ran.code, ran.out.matches("dates/impossible").count()),
        (1, 1)
    );
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_early_is_no_error() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let desk = Desk::new(&[(
        "a.txt",
        &"He wrote to the the committee.\n\n".repeat(20_000),
    )]);
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("textcheck"))
        .args(["--format", "short", "--all", "a.txt"])
        .current_dir(desk.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 64];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}

#[test]
fn one_long_line_and_many_diagnostics_are_no_trouble() {
    let desk = Desk::new(&[(
        "a.txt",
        &"He wrote to the the committee, and so on. ".repeat(10_000),
    )]);
    let ran = desk.run("--format json --fail-on never");
    assert_eq!(ran.out.matches("\"text/repeated-word\"").count(), 10_000);
}

/// Runs textcheck in a folder with an article and some sources; exit code, standard output and error.
fn verify(sources: &[(&str, &[u8])], args: &[&str]) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("archive");
    fs::create_dir(&archive).unwrap();
    for (name, bytes) in sources {
        fs::write(archive.join(name), bytes).unwrap();
    }
    fs::write(
        folder.path().join("draft.txt"),
        "Ann Hay wrote: “The mill stood empty for three years.”\n",
    )
    .unwrap();
    let run = assert_cmd::Command::cargo_bin("textcheck")
        .unwrap()
        .current_dir(folder.path())
        .args([
            "verify",
            "draft.txt",
            "--sources",
            "archive",
            "--format",
            "short",
        ])
        .args(args)
        .output()
        .unwrap();
    let words = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        run.status.code().unwrap(),
        words(run.stdout),
        words(run.stderr),
    )
}

#[test]
fn a_source_that_cannot_be_read_is_named_with_a_remedy_and_the_others_are_used() {
    let mill: &[u8] = b"The mill stood empty for three years.";
    let one_line = "nobody would buy it ".repeat(300_000);
    for (name, bytes, reason) in [
        ("empty.txt", &b""[..], "it is empty"),
        ("marks.txt", b"...", "there are no words in it"),
        (
            "binary.txt",
            b"abc\0def",
            "not a text file: NUL byte at offset 3",
        ),
        ("old.txt", b"caf\xE9 and more", "iconv -f windows-1252"),
        ("scan.pdf", b"%PDF-1.7", "pdftotext"),
    ] {
        for args in [&[][..], &["--index", "index"]] {
            let (code, out, _) = verify(&[(name, bytes), ("mill.txt", mill)], args);
            assert_eq!(code, 2, "{name}: {out}");
            assert!(
                out.contains(&format!("archive/{name}: error: ")),
                "{name}: {out}"
            );
            assert!(out.contains(reason), "{name}: {out}");
            assert!(out.contains("verbatim               1"), "{name}: {out}");
        }
    }
    let (code, out, _) = verify(
        &[("mill.txt", mill), ("line.txt", one_line.as_bytes())],
        &[],
    );
    assert_eq!(code, 0, "{out}");
    let (code, _, err) = verify(&[("empty.txt", b"")], &[]);
    assert_eq!(code, 2);
    assert!(
        err.contains("it is empty") && err.contains("no source text"),
        "{err}"
    );
    let (code, _, err) = verify(&[("mill.txt", mill)], &["--index", "draft.txt"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("cannot be written") && err.contains("--index DIR"),
        "{err}"
    );
}

#[cfg(unix)]
#[test]
fn a_link_in_a_circle_is_named_and_the_texts_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("archive");
    fs::create_dir(&archive).unwrap();
    fs::write(
        archive.join("mill.txt"),
        "The mill stood empty for three years.",
    )
    .unwrap();
    std::os::unix::fs::symlink(&archive, archive.join("again")).unwrap();
    let run = assert_cmd::Command::cargo_bin("textcheck")
        .unwrap()
        .current_dir(folder.path())
        .args([
            "quote",
            "mill stood empty for three years",
            "--sources",
            "archive",
        ])
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(2));
    let (out, err) = (
        String::from_utf8_lossy(&run.stdout),
        String::from_utf8_lossy(&run.stderr),
    );
    assert!(
        out.starts_with("verbatim\narchive/mill.txt:1: mill"),
        "{out}"
    );
    assert!(
        err.contains("archive/again: a link back to archive"),
        "{err}"
    );
}
