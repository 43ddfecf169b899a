//! Findings that are kept quiet: by comments in an article, by `suppress:` in its configuration.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod common;

use std::sync::Arc;

use common::Desk;
use textcheck::engine::{self, By};
use textcheck::{Checker, Configuration, RuleSet, SourceFile};

/// The lines of a short report on one file, without the summary and the file's name.
fn reported(files: &[(&str, &str)], arguments: &str) -> Vec<String> {
    let ran = Desk::new(files).run(&format!("--format short {arguments}"));
    let lines = ran.out.lines().map(|line| {
        let end = line.find("] ").map_or(line.len(), |at| at + 1);
        line[..end].to_owned()
    });
    lines.filter(|line| line.contains('[')).collect()
}

fn reported_in(article: &str) -> Vec<String> {
    reported(&[("a.md", article)], "a.md")
}

#[test]
fn a_region_is_silent_from_disable_to_enable() {
    let article = "Born on 31 June 1906.\n\n<!-- textcheck-disable dates/impossible -->\n\nBorn on 31 June 1907 in \
                   the the town.\n\n<!-- textcheck-enable -->\n\nBorn on 31 June 1908.\n";
    assert_eq!(
        reported_in(article),
        [
            "a.md:1:9: error[dates/impossible]",
            "a.md:5:29: warning[text/repeated-word]",
            "a.md:9:9: error[dates/impossible]"
        ]
    );
}

#[test]
fn a_region_may_name_families_and_open_one_rule_again() {
    let article = "<!-- textcheck-disable dates, text -->\n\nOn 31 June 1906 in the the town.\n\n\
                   <!-- textcheck-enable dates/impossible -->\n\nOn 31 June 1908 in the the town.\n";
    assert_eq!(reported_in(article), ["a.md:7:4: error[dates/impossible]"]);
}

#[test]
fn a_comment_without_names_silences_everything_to_the_end() {
    let article = "<!-- textcheck-disable -->\n\nOn 31 June 1906 in the the town.\n";
    assert_eq!(reported_in(article), [""; 0]);
}

#[test]
fn the_next_line_is_silent_and_no_other() {
    let article = "<!-- textcheck-disable-next-line dates/impossible: so the letter has it -->\n\
                   On 31 June 1906 he came.\n\nOn 31 June 1907 he went. <!-- textcheck-disable-next-line -->\n\
                   On 31 June 1908 he came back.\n";
    assert_eq!(reported_in(article), ["a.md:4:4: error[dates/impossible]"]);
}

#[test]
fn a_comment_inside_a_paragraph_does_not_part_its_sentences() {
    let article = "He was born on Monday,  <!-- textcheck-disable-next-line text -->\n9 June 1923, in the the town.\n";
    assert_eq!(reported_in(article), ["a.md:1:16: error[dates/weekday]"]);
}

#[test]
fn comments_in_quotations_lists_and_crlf_text_count() {
    let article = "> <!-- textcheck-disable-next-line -->\r\n> On the 22th of June in the the town.\r\n\r\n\
                   - one\r\n- <!-- textcheck-disable-next-line -->\r\n  in the the town\r\n- in the the town\r\n";
    assert_eq!(
        reported_in(article),
        ["a.md:7:10: warning[text/repeated-word]"]
    );
}

#[test]
fn a_comment_in_code_is_none() {
    let article =
        "`<!-- textcheck-disable -->`\n\n    <!-- textcheck-disable -->\n\nIn the the town.\n";
    assert_eq!(
        reported_in(article),
        ["a.md:5:8: warning[text/repeated-word]"]
    );
}

#[test]
fn a_needless_comment_is_reported_and_its_fix_takes_it_away() {
    let article = "<!-- textcheck-disable-next-line dates/age -->\nHe came.\n";
    let source = SourceFile::new("a.md", article);
    let checker = Checker::new(&RuleSet::defaults(), &Configuration::default());
    let found = checker.check(&source);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].rule, "textcheck/unused-suppression");
    let edit = &found[0].fix.as_ref().unwrap().edits[0];
    assert_eq!(&article[edit.span.end..], "He came.\n");
}

#[test]
fn a_comment_is_not_called_needless_by_a_run_that_could_not_have_used_it() {
    let article =
        "<!-- textcheck-disable-next-line dates/age, text, quotes/misquoted -->\nHe came.\n";
    let files = [("a.md", article)];
    assert_eq!(
        reported(&files, "a.md"),
        ["a.md:1:34: suggestion[textcheck/unused-suppression]"]
    );
    assert_eq!(reported(&files, "--select names a.md"), [""; 0]);
    assert_eq!(
        reported(&files, "--ignore dates/age,text/sum a.md"),
        [""; 0]
    );
    assert_eq!(reported(&files, "--ignore textcheck a.md"), [""; 0]);
    assert_eq!(
        reported(&files, "--select dates,textcheck a.md"),
        ["a.md:1:34: suggestion[textcheck/unused-suppression]"]
    );
}

#[test]
fn an_enable_that_ends_nothing_is_needless() {
    let article = "<!-- textcheck-enable dates -->\n\nHe came.\n";
    assert_eq!(
        reported_in(article),
        ["a.md:1:1: suggestion[textcheck/unused-suppression]"]
    );
}

#[test]
fn a_comment_that_names_no_rule_is_an_error_whatever_is_selected() {
    let article = "<!-- textcheck-disable dates/agee -->\n\nHe came.\n";
    let ran = Desk::new(&[("a.md", article)]).run("--select names --ignore textcheck a.md");
    assert!(
        ran.out.contains("no rule or family is called `dates/agee`")
            && ran.out.contains("did you mean `dates/age`?"),
        "{}",
        ran.out
    );
    assert_eq!(ran.code, 1);
}

#[test]
fn a_misspelt_command_is_noticed() {
    let ran = Desk::new(&[("a.md", "<!-- textcheck-disabel -->\n\nHe came.\n")]).run("a.md");
    assert!(
        ran.out.contains("did you mean `textcheck-disable`?"),
        "{}",
        ran.out
    );
}

#[test]
fn an_entry_names_words_of_the_label_or_around_it() {
    let article =
        "He spoke of “poisoning workers\nwith fluoric gas” on 31 June 1906 in the the town.\n";
    for (rule, words) in [
        ("dates/impossible", "31 June"),
        ("dates", "on 31 June 1906 in"),
        ("dates", "workers with fluoric gas\\\" on 31 June 1906"),
    ] {
        let configuration = format!("suppress:\n  - {{rule: {rule}, text: \"{words}\"}}\n");
        let files = [("a.txt", article), ("textcheck.yaml", &*configuration)];
        assert_eq!(
            reported(&files, "--select dates,text"),
            ["a.txt:2:42: warning[text/repeated-word]"],
            "{words}"
        );
    }
    let elsewhere = "suppress: [{rule: text, text: 31 June}, {rule: dates, text: 30 June 1906}]\n";
    let files = [("a.txt", article), ("textcheck.yaml", elsewhere)];
    assert_eq!(reported(&files, "--select dates,text a.txt").len(), 2);
}

#[test]
fn a_needless_entry_is_reported_when_its_whole_folder_was_checked() {
    let configuration =
        "suppress:\n  - rule: dates/age\n    text: aged 90\n    reason: he says so\n";
    let files = [
        ("textcheck.yaml", configuration),
        ("a.txt", "He came."),
        ("deep/b.txt", "He went."),
    ];
    let needless = ["textcheck.yaml:3:11: suggestion[textcheck/unused-suppression]"];
    assert_eq!(reported(&files, ""), needless);
    assert_eq!(reported(&files, "a.txt"), [""; 0]);
    assert_eq!(reported(&files, "deep"), [""; 0]);
    assert_eq!(reported(&files, "--select names"), [""; 0]);
}

#[test]
fn an_entry_that_names_no_rule_stops_the_run() {
    let configuration = "suppress: [{rule: dates/agee, text: a}, {rule: dates, text: ' '}]\n";
    let ran = Desk::new(&[("textcheck.yaml", configuration), ("a.txt", "x")]).run("--format short");
    let head = |line: &str| line[..line.find("] ").unwrap() + 1].to_owned();
    let lines: Vec<_> = ran.out.lines().take(2).map(head).collect();
    assert_eq!(
        lines,
        [
            "textcheck.yaml:1:19: error[textcheck/unknown-rule]",
            "textcheck.yaml:1:61: error[textcheck/configuration]"
        ]
    );
    assert_eq!(ran.code, 2);
}

#[test]
fn what_is_found_between_articles_can_be_suppressed_too() {
    let one = "The Radkov trial was opened. In the hall they had never seen Radkov so tired.\n";
    let two =
        "<!-- textcheck-disable-next-line names/across-files -->\nThe Radkow appeal failed.\n";
    let three = "It was Radkov who wrote.\n";
    let files = [("1.txt", one), ("2.md", two), ("3.txt", three)];
    assert_eq!(reported(&files, "--cross-file"), [""; 0]);
    // Without the comparison, it is not judged.
    assert_eq!(reported(&files, ""), [""; 0]);
}

#[test]
fn a_report_keeps_what_is_suppressed_with_its_reason() {
    let article = "<!-- textcheck-disable-next-line dates: so the letter has it -->\nOn 31 June 1906 he came.\n";
    let checker = Checker::new(&RuleSet::defaults(), &Configuration::default());
    let report = engine::check(&Arc::new(checker), SourceFile::new("a.md", article));
    assert!(report.diagnostics().is_empty());
    assert_eq!(report.suppressed[0].diagnostic.rule, "dates/impossible");
    assert!(matches!(report.suppressed[0].by, By::Comment(_)));
    assert_eq!(
        report.suppressed[0].by.reason(),
        Some("so the letter has it")
    );
}
