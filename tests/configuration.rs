//! Several configurations: `overrides:`, `extends:`, one in each folder; lists of files.

mod common;

use common::Desk;

const FAULTY: &str = "Siedov wrote to the the town on 31 June 1938.\n";

/// The rules that speak, by file.
fn spoken(desk: &Desk, arguments: &str) -> Vec<String> {
    let ran = desk.run(&format!("--format short {arguments}"));
    let lines = ran.out.lines().filter(|line| line.contains('['));
    let spoken = lines.map(|line| {
        let file = line.split(':').next().unwrap_or_default();
        let rule = line.split(['[', ']']).nth(1).unwrap_or_default();
        format!("{file} {rule}")
    });
    spoken.collect()
}

#[test]
fn an_override_holds_for_the_files_it_names() {
    let configuration = "overrides:\n  - {files: 'fiction/**', ignore: [text]}\n  - {files: [b.txt, 'old\\'], select: [text], severity: {text: error}}\n";
    let desk = Desk::new(&[
        ("textcheck.yaml", configuration),
        ("a.txt", FAULTY),
        ("deep/b.txt", FAULTY),
        ("fiction/deep/c.txt", FAULTY),
        ("old/d.md", FAULTY),
    ]);
    let expected = [
        "a.txt text/repeated-word",
        "a.txt dates/impossible",
        "deep/b.txt text/repeated-word",
        "fiction/deep/c.txt dates/impossible",
        "old/d.md text/repeated-word",
    ];
    assert_eq!(spoken(&desk, ""), expected);
    let ran = desk.run("--format short old/d.md");
    assert!(ran.out.contains("error[text/repeated-word]"), "{}", ran.out);
    // By whatever path a file is named.
    assert_eq!(spoken(&desk, "./fiction/../fiction/deep/c.txt").len(), 1);
}

#[test]
fn a_severity_switches_its_rule_on_unless_it_is_ignored() {
    let people = "people: [{name: Natalya Sedova}]\n";
    let graded = "severity: {names/feminine-form: warning}\n";
    for (configuration, expected) in [
        (String::new(), vec![]),
        ("severity: {names: warning}\n".to_owned(), vec![]),
        (graded.to_owned(), vec!["a.txt names/feminine-form"]),
        (format!("{graded}ignore: [names]\n"), vec![]),
    ] {
        let configuration = format!("{people}{configuration}");
        let desk = Desk::new(&[
            ("textcheck.yaml", configuration.as_str()),
            ("a.txt", "Then Mrs Sedov wrote to him.\n"),
        ]);
        assert_eq!(spoken(&desk, ""), expected, "{configuration}");
    }
}

#[test]
fn a_configuration_stands_on_another_and_wins() {
    let house = "ignore: [dates]\nseverity: {text: error, names: warning}\nprofile: history\n\
                 people: [{name: Sedov, variants: [Siedov]}, {name: Fenn, variants: [Fen]}]\nrules: [rules/]\n";
    let rule = "rules:\n  - {id: house/wrote, severity: warning, message: m, check: {pattern: {regex: wrote}}}\n";
    let own = "extends: ../house/textcheck.yaml\nseverity: {text/repeated-word: suggestion}\n\
               people: [{name: Fenn, variants: [Town]}]\n";
    let desk = Desk::new(&[
        ("house/textcheck.yaml", house),
        ("house/rules/a.yaml", rule),
        ("paper/textcheck.yaml", own),
        ("paper/a.txt", FAULTY),
        ("paper/b.txt", "Fen came home.\n"),
    ]);
    let ran = desk.run("--format short paper");
    let heads: Vec<&str> = ran
        .out
        .lines()
        .filter_map(|line| line.split(']').next())
        .collect();
    assert_eq!(
        heads[..3],
        [
            "paper/a.txt:1:1: warning[names/refused",
            "paper/a.txt:1:8: warning[house/wrote",
            "paper/a.txt:1:21: suggestion[text/repeated-word"
        ]
    );
    assert!(!ran.out.contains("b.txt"), "{}", ran.out);
}

#[test]
fn a_chain_of_configurations_that_does_not_end_is_refused_at_its_place() {
    let desk = Desk::new(&[
        ("textcheck.yaml", "extends: b.yaml\n"),
        ("b.yaml", "profile: news\nextends: ./textcheck.yaml\n"),
        ("c.yaml", "extends: gone.yaml\n"),
        ("d.yaml", "extends: e.yaml\n"),
        ("e.yaml", "profil: news\n"),
        ("a.txt", "x"),
    ]);
    for (arguments, place) in [
        ("", "b.yaml:2:10: error[textcheck/configuration]"),
        (
            "--config c.yaml",
            "c.yaml:1:10: error[textcheck/configuration] `gone.yaml` cannot be read",
        ),
        (
            "--config d.yaml",
            "e.yaml:1:1: error[textcheck/configuration] unknown key `profil`",
        ),
    ] {
        let ran = desk.run(&format!("--format short {arguments}"));
        assert!(ran.code == 2 && ran.out.starts_with(place), "{}", ran.out);
    }
}

#[test]
fn an_article_says_in_its_front_matter_what_holds_for_it_alone() {
    let article = |said: &str| format!("---\ntitle: A\n{said}---\n\n{FAULTY}");
    let desk = Desk::new(&[
        (
            "a.md",
            &article("textcheck: {ignore: [dates], severity: {text: error}}\n"),
        ),
        ("b.md", &article("textcheck:\n  ignored: [dates]\n")),
        ("c.md", &article("textcheck: {ignore: [daets]}\n")),
        ("d.md", &article("")),
    ]);
    assert_eq!(
        spoken(&desk, ""),
        [
            "a.md text/repeated-word",
            "b.md textcheck/configuration",
            "b.md text/repeated-word",
            "b.md dates/impossible",
            "c.md textcheck/configuration",
            "c.md text/repeated-word",
            "c.md dates/impossible",
            "d.md text/repeated-word",
            "d.md dates/impossible",
        ]
    );
    let ran = desk.run("--format short");
    assert!(ran.out.contains("a.md:6:"), "{}", ran.out);
    assert!(ran.out.contains("error[text/repeated-word]"), "{}", ran.out);
    assert!(
        ran.out
            .contains("b.md:4:3: error[textcheck/configuration] unknown key"),
        "{}",
        ran.out
    );
}

#[test]
fn mistakes_in_overrides_are_shown_at_their_keys() {
    let configuration = "overrides:\n  - files: 'a[b'\n  - {files: a, ignore: [namse]}\n  - {files: a, fail-on: error}\n";
    let desk = Desk::new(&[("textcheck.yaml", configuration), ("a.txt", "x")]);
    let ran = desk.run("--format short");
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("textcheck.yaml:2:"), "{}", ran.out);
}

#[test]
fn the_nearest_of_several_configurations_holds() {
    let desk = Desk::new(&[
        ("textcheck.yaml", "ignore: [text]\n"),
        ("deep/textcheck.yaml", "ignore: [dates]\n"),
        ("a.txt", FAULTY),
        ("deep/er/b.txt", FAULTY),
    ]);
    assert_eq!(
        spoken(&desk, ""),
        ["a.txt dates/impossible", "deep/er/b.txt text/repeated-word"]
    );
}

#[test]
fn files_are_taken_from_a_list() {
    let desk = Desk::new(&[("a.txt", FAULTY), ("b c.md", FAULTY), ("d.txt", FAULTY)]);
    let list = "a.txt\r\n\nb c.md\nimage.png\n";
    let files = |out: &str| {
        let mut files: Vec<String> = out
            .lines()
            .filter_map(|line| Some(line.split_once(":1:")?.0.to_owned()))
            .collect();
        files.dedup();
        files
    };
    let ran = desk.run_with("--files-from - --format short", list);
    assert_eq!(files(&ran.out), ["a.txt", "b c.md"]);
    let ran = desk.run_with("--files-from - -0 --format short d.txt", "b c.md\0a.txt\0");
    assert_eq!(files(&ran.out), ["d.txt", "b c.md", "a.txt"]);
    let ran = desk.run_with("--files-from - --format short", "gone.txt\n");
    assert!(
        ran.code == 2 && ran.out.starts_with("gone.txt: error: no such file"),
        "{}",
        ran.out
    );
    let ran = desk.run_with("--files-from - --format short", "");
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "0 files: 0 errors, 0 warnings, 0 suggestions\n")
    );
    assert_eq!(desk.run("--files-from gone.txt").code, 2);
}

#[test]
fn front_matter_that_cannot_be_read_is_told_and_fails_the_run_where_it_asks_for_something() {
    let broken = |key: &str| {
        format!("---\ntitle: A: b\n{key}: {{ignore: [dates]}}\n---\n\nIt was 31 June.\n")
    };
    let desk = Desk::new(&[("a.md", &broken("textcheck")), ("b.md", &broken("other"))]);
    let ran = desk.run("--format short a.md b.md");
    let lines: Vec<_> = ran.out.lines().collect();
    assert!(
        lines[0].starts_with("a.md:2:")
            && lines[0]
                .contains("error[textcheck/configuration] the front matter cannot be read: "),
        "{}",
        ran.out
    );
    assert!(lines[1].starts_with("a.md:6:8: "), "{}", ran.out);
    assert!(
        lines[2].starts_with("b.md:2:")
            && lines[2]
                .contains("warning[textcheck/front-matter] the front matter cannot be read: "),
        "{}",
        ran.out
    );
    assert!(lines[3].starts_with("b.md:6:8: "), "{}", ran.out);
    assert_eq!(ran.code, 2);
    assert_eq!(desk.run("b.md").code, 1);
    let ran = desk.run("--ignore textcheck/front-matter,dates --format short b.md");
    assert_eq!((ran.code, ran.out.lines().count()), (0, 1), "{}", ran.out);
}

#[test]
fn a_profile_that_an_article_asks_for_and_nobody_knows_fails_the_run() {
    let desk = Desk::new(&[(
        "a.md",
        "---\ntextcheck: {profile: novel}\n---\n\nIt rained.\n",
    )]);
    let ran = desk.run("--write-baseline known.json a.md");
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("error: a.md:2: unknown value `novel`"),
        "{}",
        ran.err
    );
    let ran = desk.run("--fail-on never a.md");
    assert_eq!(ran.code, 2);
    for words in [
        "unknown value `novel`",
        "a.md:2:22",
        "`article`, `news`, `history`, `academic`, `fiction`",
    ] {
        assert!(ran.out.contains(words), "{}", ran.out);
    }
}

#[test]
fn front_matter_is_known_whatever_ends_its_lines() {
    let text = "---\ndate: 2008-02-15\n---\n\nIt rained on 31 June.\n";
    for end in ["\n", "\r\n", "\r"] {
        let desk = Desk::new(&[("a.md", &text.replace('\n', end))]);
        let ran = desk.run("--format short a.md");
        assert!(ran.out.starts_with("a.md:5:14: "), "{end:?}: {}", ran.out);
        assert!(ran.out.contains("dated 2008-02-15"), "{end:?}: {}", ran.out);
    }
}
