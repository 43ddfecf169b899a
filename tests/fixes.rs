//! `--fix` and `--diff`: what is written, how, and what is refused.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod common;

use std::fs;
use std::sync::Arc;

use common::Desk;
use textcheck::checks::Quoted;
use textcheck::{Checker, Configuration, RuleSet, SourceFile, fix};

const FAULTY: &str = "He wrote on the 22th of May to the the twenty-one year old clerk.\n";
const SAFE: &str = "He wrote on the 22nd of May to the the twenty-one-year-old clerk.\n";
const ALL: &str = "He wrote on the 22nd of May to the twenty-one-year-old clerk.\n";

fn read(desk: &Desk, path: &str) -> String {
    fs::read_to_string(desk.path().join(path)).unwrap()
}

#[test]
fn safe_fixes_are_made_and_the_rest_is_reported() {
    let desk = Desk::new(&[("a.txt", FAULTY), ("b.txt", "He came.\n")]);
    let ran = desk.run("--fix --format short");
    assert_eq!(read(&desk, "a.txt"), SAFE);
    assert_eq!(
        ran.out,
        "a.txt:1:36: warning[text/repeated-word] “the” stands twice\n\
         2 files: 0 errors, 1 warning, 0 suggestions; 2 fixed\n"
    );
    let again = desk.run("--fix --format short");
    assert_eq!(read(&desk, "a.txt"), SAFE);
    assert!(again.out.ends_with("; 0 fixed\n"), "{}", again.out);
}

#[test]
fn suggested_fixes_are_made_when_asked_for() {
    let desk = Desk::new(&[("a.txt", FAULTY)]);
    assert_eq!(desk.run("--fix --suggested a.txt").code, 0);
    assert_eq!(read(&desk, "a.txt"), ALL);
    let refused = desk.run("--suggested a.txt");
    assert!(
        refused.code == 2 && refused.err.contains("--fix|--diff"),
        "{}",
        refused.err
    );
}

#[test]
fn a_report_says_how_many_fixes_there_are() {
    let ran = Desk::new(&[("a.txt", FAULTY)]).run("--format short a.txt");
    assert!(
        ran.out
            .ends_with("\n2 can be fixed by --fix, 1 more by --fix --suggested\n"),
        "{}",
        ran.out
    );
}

#[test]
fn a_difference_is_shown_and_nothing_written() {
    let desk = Desk::new(&[("deep/a.txt", FAULTY), ("b.txt", "He came.\n")]);
    let ran = desk.run("--diff");
    assert_eq!(
        ran.out,
        format!("--- a/deep/a.txt\n+++ b/deep/a.txt\n@@ -1 +1 @@\n-{FAULTY}+{SAFE}")
    );
    assert_eq!(ran.err, "2 files: 1 would change by 2 fixes\n");
    assert_eq!((ran.code, read(&desk, "deep/a.txt").as_str()), (1, FAULTY));
    let nothing = desk.run("--diff b.txt");
    assert_eq!((nothing.code, nothing.out.as_str()), (0, ""));
    assert_eq!(nothing.err, "1 file: nothing to fix\n");
    let colored = desk.run("--diff --color always").out;
    assert!(colored.contains("\u{1b}[7m22nd\u{1b}[27m"), "{colored}");
    assert_eq!(desk.run("--diff gone.txt").code, 2);
}

#[test]
fn standard_input_is_fixed_to_standard_output() {
    let ran = Desk::new(&[]).run_with("--fix --format short -", FAULTY);
    assert_eq!(ran.out, SAFE);
    assert!(
        ran.err.contains("text/repeated-word") && ran.err.contains("2 fixed"),
        "{}",
        ran.err
    );
    assert_eq!(Desk::new(&[]).run_with("--fix -", "").out, "");
}

/// A text in the encoding that begins with a byte-order mark.
fn encoded(text: &str, mark: &[u8]) -> Vec<u8> {
    let units = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect();
    let words: Vec<u8> = match mark {
        [0xFF, 0xFE] => units(u16::to_le_bytes),
        [0xFE, 0xFF] => units(u16::to_be_bytes),
        _ => text.as_bytes().to_vec(),
    };
    [mark, &words].concat()
}

#[test]
fn encodings_marks_and_line_ends_are_kept() {
    let text =
        |from: &str| format!("Šárka wrote on the {from} of May.\r\n\rAn odd line\u{2028}end.");
    let marks: [&[u8]; 4] = [b"", b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    for mark in marks {
        let desk = Desk::new(&[]);
        desk.write("a.md", &encoded(&text("22th"), mark));
        assert_eq!(desk.run("--fix a.md").code, 0);
        let written = fs::read(desk.path().join("a.md")).unwrap();
        assert_eq!(written, encoded(&text("22nd"), mark));
    }
}

#[test]
fn an_encoding_that_was_named_is_kept() {
    for (label, before, after) in [
        (
            "windows-1252",
            &b"Caf\xE9, \x93so\x94, the 22th of May.\r\n"[..],
            &b"Caf\xE9, \x93so\x94, the 22nd of May.\r\n"[..],
        ),
        (
            "koi8-r",
            b"\xF4\xD2\xCF\xC3\xCB\xC9\xCA, the 22th of May.",
            b"\xF4\xD2\xCF\xC3\xCB\xC9\xCA, the 22nd of May.",
        ),
        (
            "shift_jis",
            b"\x93\x8C\x8B\x9E, the 22th of May.",
            b"\x93\x8C\x8B\x9E, the 22nd of May.",
        ),
        (
            "windows-1252",
            "Café, the 22th of May.".as_bytes(),
            "Café, the 22nd of May.".as_bytes(),
        ),
    ] {
        let desk = Desk::new(&[]);
        desk.write("a.txt", before);
        let ran = desk.run(&format!("--fix --encoding {label} a.txt"));
        assert_eq!(
            fs::read(desk.path().join("a.txt")).unwrap(),
            after,
            "{label}: {}",
            ran.out
        );
    }
    let desk = Desk::new(&[]);
    desk.write(
        "a.html",
        b"<meta charset=latin1><p>Caf\xE9, the 22th of May.",
    );
    desk.run("--fix a.html");
    let written = fs::read(desk.path().join("a.html")).unwrap();
    assert_eq!(
        written,
        b"<meta charset=latin1><p>Caf\xE9, the 22nd of May."
    );
}

#[test]
fn what_an_encoding_cannot_hold_is_named_and_nothing_is_written() {
    let rules = "rules:\n  - {id: house/dash, severity: warning, message: m, check: {substitution: {replace: [{regex: so, with: …}], fix: safe}}}\n";
    let before = b"Caf\xE9, so.\n";
    // Microsoft's double of a character that Shift_JIS has already, which would come back as the other.
    let double = b"\xFA\x4A so.\n";
    let cases: [(&str, &[u8], &str); 2] = [
        (
            "iso-8859-2",
            before,
            "nothing was written: ISO-8859-2 has no “…” (U+2026); save the file as UTF-8 (`iconv -f ISO-8859-2",
        ),
        (
            "shift_jis",
            double,
            "nothing was written: Shift_JIS has several bytes for one character",
        ),
    ];
    for (label, before, expected) in cases {
        let desk = Desk::new(&[("house.yaml", rules)]);
        desk.write("a.txt", before);
        let arguments = format!("--rules house.yaml --format short --fix --encoding {label} a.txt");
        let ran = desk.run(&arguments);
        assert!(
            ran.out.contains(expected),
            "{label}: {}{}",
            ran.out,
            ran.err
        );
        assert_eq!(ran.code, 2);
        assert_eq!(fs::read(desk.path().join("a.txt")).unwrap(), before);
    }
}

#[cfg(unix)]
#[test]
fn permissions_and_symbolic_links_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::new(&[("real/a.txt", FAULTY)]);
    let (real, link) = (desk.path().join("real/a.txt"), desk.path().join("link.txt"));
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real/a.txt", &link).unwrap();
    desk.run("--fix link.txt");
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(read(&desk, "real/a.txt"), SAFE);
    assert_eq!(real.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    let names = fs::read_dir(desk.path().join("real")).unwrap().count();
    assert_eq!(names, 1, "nothing is left beside the file");
}

#[test]
fn a_file_that_may_not_be_written_is_named_and_left() {
    let desk = Desk::new(&[("a.txt", FAULTY)]);
    let path = desk.path().join("a.txt");
    let mut permissions = path.metadata().unwrap().permissions();
    let writable = permissions.clone();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let ran = desk.run("--fix --format short a.txt");
    assert!(
        ran.out
            .starts_with("a.txt: error: it cannot be written: permission denied\n")
            && ran.out.contains("; 0 fixed"),
        "{}",
        ran.out
    );
    assert_eq!((ran.code, read(&desk, "a.txt").as_str()), (2, FAULTY));
    fs::set_permissions(&path, writable).unwrap();
}

#[test]
fn fixes_that_never_end_are_not_made_and_the_others_are() {
    let rules = "rules:\n  - {id: house/more, severity: warning, message: m, check: {substitution: {replace: [{regex: very, with: very very}]}}}\n";
    let desk = Desk::new(&[
        ("house.yaml", rules),
        ("a.txt", "He was very late on the 22th of May.\n"),
    ]);
    let ran = desk.run("--rules house.yaml --ignore text --fix --suggested a.txt");
    assert_eq!(
        read(&desk, "a.txt"),
        "He was very late on the 22nd of May.\n",
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("no fix of house/more was made"),
        "{}{}",
        ran.err,
        ran.out
    );
}

#[test]
fn no_rule_that_leaves_quotations_alone_fixes_their_words() {
    let quoted = "On the 22th of Febmary, in the 1930's, J. V. Radkow and J.V. Radkov came to the the hall, He \
                  said: Dr Fenn and Dr. Fenn are twenty-one year old men – and - as they say — emigres, émigrés";
    let own = "On 22 May 1930 Radkov, an émigré of 1,200 days and 1200 nights, met Dr. J.V. Fenn - a friend. On \
               June 4th, 1931, Fenn and Radkow — J. V. Radkow — wrote – of Radkov. Radkov came, Radkov went.";
    let text = format!("{own}\n\n“{quoted},” said Fenn.\n\n> {quoted}.\n\n{own}\n");
    let rules = RuleSet::defaults();
    let skipping = rules.iter().filter(|rule| rule.quoted == Quoted::Skip);
    let mut fixed_anything = false;
    for rule in skipping {
        let configuration = Configuration {
            select: vec![rule.id.clone()],
            ..Configuration::default()
        };
        let checker = Arc::new(Checker::new(&rules, &configuration));
        let fixed = fix::fix(&checker, SourceFile::new("a.md", text.as_str()), true);
        let now = fixed.report.source.text();
        fixed_anything |= fixed.made > 0;
        assert_eq!(now.matches(quoted).count(), 2, "{}: {now}", rule.id);
    }
    assert!(fixed_anything);
}
