//! `textcheck accept`: what was found is right as it is, and is never reported again.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod common;

use std::fs;

use common::{Desk, Ran};

/// What the command says of a place, and what is still found in the file after it.
fn accept(desk: &Desk, place: &str, reason: Option<&str>) -> (String, String) {
    let mut command = desk.command();
    command.args(["accept", place]);
    command.args(reason.map(|reason| format!("--reason={reason}")));
    let said = Ran::of(command.output().unwrap());
    let file = place.split(':').next().unwrap();
    let left = desk.run(&format!("--format short --quiet {file}"));
    (said.out + &said.err, left.out)
}

fn read(desk: &Desk, file: &str) -> String {
    fs::read_to_string(desk.path().join(file)).unwrap()
}

#[test]
fn in_plain_text_an_entry_of_the_configuration_keeps_a_finding_quiet() {
    let text = "It was 31 June.\n\nThen came 31 June again, and 32 May.\n";
    let desk = Desk::new(&[("a.txt", text)]);
    let (said, left) = accept(&desk, "a.txt:1", Some("so in the diary"));
    let entry = "{rule: dates/impossible, text: was 31 June., reason: so in the diary}";
    let expected = format!("textcheck.yaml: suppress:\n  - {entry}\n");
    assert!(said.ends_with(&expected), "{said}");
    assert_eq!(left.lines().count(), 2, "{left}");
    let (_, left) = accept(&desk, "a.txt:3:30", None);
    assert_eq!(left.lines().count(), 1, "{left}");
    assert_eq!(
        read(&desk, "textcheck.yaml"),
        format!("suppress:\n  - {{rule: dates/impossible, text: \"32 May\"}}\n  - {entry}\n")
    );
}

#[test]
fn of_several_findings_on_a_line_each_place_is_told_as_it_is_named() {
    let desk = Desk::new(&[("a.txt", "It was 31 June, or was it 32 May?\n")]);
    let ran = desk.run("accept a.txt:1 --rule dates/impossible");
    assert_eq!(ran.code, 2);
    let said = "error: several findings of dates/impossible begin there; name one of these places:\n  a.txt:1:8 dates/impossible “31 June”";
    assert!(ran.err.starts_with(said), "{}", ran.err);
    let places = ran.err.lines().skip(1);
    let places: Vec<_> = places
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(places, ["a.txt:1:8", "a.txt:1:27"]);
    for place in places {
        assert_eq!(desk.run(&format!("accept {place}")).code, 0);
    }
    assert_eq!(desk.run("a.txt").code, 0);
}

#[test]
fn in_markdown_a_comment_does_and_no_paragraph_is_broken() {
    let text = "---\ntitle: A\n---\n\nIt was 31 June.\n\n- It rained,\n  and it was 32 May.\n";
    let desk = Desk::new(&[("a.md", text)]);
    accept(&desk, "a.md:5", None);
    let (_, left) = accept(&desk, "a.md:9", Some("so -- in the diary"));
    assert_eq!(left, "");
    let one = "<!-- textcheck-disable-next-line dates/impossible -->";
    let other = "<!-- textcheck-disable-next-line dates/impossible: so – in the diary -->";
    assert_eq!(
        read(&desk, "a.md"),
        text.replace("It was", &format!("{one}\nIt was"))
            .replace("rained,", &format!("rained, {other}"))
    );
}

#[test]
fn in_html_a_comment_does_too() {
    let desk = Desk::new(&[(
        "a.html",
        "<body>\n<p>It rained.</p>\n<p>It was 31 June.</p>\n</body>\n",
    )]);
    let (said, left) = accept(&desk, "a.html:3", None);
    assert_eq!(left, "", "{said}");
    assert!(read(&desk, "a.html").contains("rained.</p> <!-- textcheck-disable-next-line"));
}

/// Where the comment or the entry that accepts the only finding comes to stand.
fn accepted_in(file: &str, text: &str) -> String {
    let desk = Desk::new(&[(file, text)]);
    let found = desk.run(&format!("--format short --quiet {file}"));
    let place: Vec<_> = found.out.split(':').take(3).collect();
    assert_eq!(found.out.lines().count(), 1, "{text:?}: {}", found.out);
    let (said, left) = accept(&desk, &place.join(":"), None);
    assert_eq!(left, "", "{text:?}: {said}");
    let written = read(&desk, file);
    let comment = "<!-- textcheck-disable-next-line dates/impossible -->";
    let (file, entered) = (
        written.replace(comment, "{}"),
        said.starts_with("textcheck.yaml"),
    );
    assert_eq!(entered, file == text, "{text:?}: {said}");
    if entered { "an entry".into() } else { file }
}

#[test]
fn a_comment_stands_where_it_changes_nothing_that_readers_see() {
    for (text, expected) in [
        ("It was 31 June.\n", "{}\nIt was 31 June.\n"),
        ("It was\n31 June.\n", "It was {}\n31 June.\n"),
        ("# A\n\nIt was 31 June.\n", "# A\n\n{}\nIt was 31 June.\n"),
        ("A\n===\n31 June.\n", "A\n===\n{}\n31 June.\n"),
        ("- a\n- 31 June\n", "- a {}\n- 31 June\n"),
        ("1. a\n\n2. 31 June\n", "1. a {}\n\n2. 31 June\n"),
        ("```\na\n```\n31 June.\n", "```\na\n```\n{}\n31 June.\n"),
        ("    a\n\n31 June.\n", "    a\n\n{}\n31 June.\n"),
        ("<div\nclass=a>31 June</div>\n", "an entry"),
        ("It was <b\nid=a>31 June</b>.\n", "an entry"),
        ("| a | b |\n|---|---|\n| c | 31 June |\n", "an entry"),
        (
            "| a | b |\n|---|---|\n| c | d |\n| c | 31 June |\n",
            "an entry",
        ),
        (
            "It rained,  \nand 31 June.\n",
            "It rained, {}  \nand 31 June.\n",
        ),
        ("It rained,\\\nand 31 June.\n", "an entry"),
        (
            "---\ntitle: A\n---\n31 June.\n",
            "---\ntitle: A\n---\n{}\n31 June.\n",
        ),
        ("<!-- a\nb --> 31 June\n\nC.\n", "an entry"),
        (
            "It was 31 June.\r\nIt rained.\r\n",
            "{}\r\nIt was 31 June.\r\nIt rained.\r\n",
        ),
        (
            "[^1]: A note.\n[^2]: 31 June.\n\nA[^1] and[^2].\n",
            "[^1]: A note. {}\n[^2]: 31 June.\n\nA[^1] and[^2].\n",
        ),
    ] {
        assert_eq!(accepted_in("a.md", text), expected, "{text:?}");
    }
    for (text, expected) in [
        ("<p>It was\n31 June.\n", "<p>It was {}\n31 June.\n"),
        ("<p\nclass=a>31 June.\n", "an entry"),
        ("<script>a\n</script>31 June\n", "an entry"),
        (
            "<pre>a\n</pre>\n<p>31 June\n",
            "<pre>a\n</pre> {}\n<p>31 June\n",
        ),
        ("<!-- a\nb --><p>31 June\n", "an entry"),
    ] {
        assert_eq!(accepted_in("a.html", text), expected, "{text:?}");
    }
}

#[test]
fn an_entry_for_a_mark_does_not_silence_it_everywhere() {
    let desk = Desk::new(&[
        ("a.txt", "It rained in Paris, He left.\n"),
        ("b.txt", "It snowed in Rome, He came.\n"),
    ]);
    let (said, left) = accept(&desk, "a.txt:1", None);
    assert!(said.ends_with("text: \"Paris, He left.\"}\n"), "{said}");
    assert_eq!(left, "");
    assert_eq!(
        desk.run("--format short --quiet b.txt").out.lines().count(),
        1
    );
}

#[test]
fn of_two_findings_on_a_line_one_is_accepted() {
    let desk = Desk::new(&[("a.md", "It was 31 June or 32 May.\n")]);
    let (said, left) = accept(&desk, "a.md:1:8", None);
    assert!(said.starts_with("textcheck.yaml: "), "{said}");
    assert!(
        left.starts_with("a.md:1:19: ") && left.lines().count() == 1,
        "{left}"
    );
}

#[test]
fn a_file_in_another_encoding_keeps_it() {
    let desk = Desk::new(&[]);
    desk.write("a.md", b"Caf\xE9, 31 June.\n");
    let ran = desk.run("accept a.md:1 --encoding windows-1252");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let written = fs::read(desk.path().join("a.md")).unwrap();
    assert!(written.ends_with(b"-->\nCaf\xE9, 31 June.\n"));
}

#[test]
fn a_spelling_is_accepted_into_the_style_sheet_whose_layout_stays() {
    let text =
        "His wife Natalya Sedova wrote to him. In 1929 the letter that Natatia Sedova sent came.\n";
    let configuration =
        "# the house\npeople:\n  # family\n  - name: Natalya Sedova   # his wife\n    born: 1882\n";
    let desk = Desk::new(&[("a.txt", text), ("textcheck.yaml", configuration)]);
    let (said, left) = accept(&desk, "a.txt:1", None);
    assert_eq!(left, "", "{said}");
    assert_eq!(
        read(&desk, "textcheck.yaml"),
        configuration.replace("# his wife", "# his wife\n    aliases: [Natatia]")
    );
}

#[test]
fn a_place_that_means_nothing_or_too_much_is_refused_and_nothing_is_written() {
    let needless = "<!-- textcheck-disable-next-line dates -->\nIt rained.\n";
    let desk = Desk::new(&[
        ("a.txt", "It was 31 June and 32 May.\n"),
        ("c.md", needless),
    ]);
    for (place, expected) in [
        (
            "c.md:1",
            "textcheck/unused-suppression speaks of what textcheck was told: correct that, or take it away",
        ),
        ("a.txt", "name a place as FILE:LINE"),
        (
            "a.txt:2",
            "no finding begins there; the file has 2 findings",
        ),
        ("a.txt:1", "1:8 dates/impossible"),
        ("b.txt:1", "b.txt: no such file"),
    ] {
        let ran = desk.run(&format!("accept {place}"));
        assert!(ran.err.contains(expected), "{place}: {}", ran.err);
        assert_eq!(ran.code, 2);
    }
    assert!(!desk.path().join("textcheck.yaml").exists());
}

#[test]
fn an_entry_for_a_weekday_holds_the_date_that_it_is_about() {
    let desk = Desk::new(&[
        (
            "a.txt",
            "The strike began on Monday, 9 June 1923, in Vienna.\n",
        ),
        ("b.txt", "He died on Monday, 10 June 1924, in Sofia.\n"),
    ]);
    let (said, left) = accept(&desk, "a.txt:1", None);
    assert!(said.ends_with("text: \"Monday, 9 June 1923\"}\n"), "{said}");
    assert_eq!(left, "");
    let other = desk.run("--format short --quiet b.txt").out;
    assert!(other.contains("dates/weekday"), "{other}");
}
