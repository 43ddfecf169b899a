//! Every default rule: its examples, run alone; its words; its place in the catalogue.

use textcheck::rules::{RuleSet, catalogue};
use textcheck::{Checker, Configuration, SourceFile, trial};

#[test]
fn every_example_of_every_rule_turns_out_as_its_rule_says() {
    let rules = RuleSet::defaults_with_examples();
    let failures: Vec<_> = rules
        .iter()
        .flat_map(|rule| trial::examine(&rules, rule))
        .collect();
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn every_rule_says_what_it_finds_why_and_what_to_do() {
    for rule in RuleSet::defaults_with_examples().iter() {
        for (part, words) in [
            ("summary", &rule.summary),
            ("why", &rule.why),
            ("help", &rule.help),
        ] {
            assert!(
                words.as_ref().is_some_and(|words| words.len() > 10),
                "{} has no {part}",
                rule.id
            );
        }
        assert!(!rule.tests.accept.is_empty(), "{} accepts nothing", rule.id);
    }
}

#[test]
fn no_message_is_left_with_a_field_unfilled() {
    let rules = RuleSet::defaults_with_examples();
    for rule in rules.iter() {
        for example in &rule.tests.report {
            let (source, _) = trial::source(example);
            for diagnostic in trial::check(&rules, rule, example, &source) {
                let words = format!(
                    "{} {}",
                    diagnostic.message,
                    diagnostic.help.unwrap_or_default()
                );
                let unfilled = rule
                    .check
                    .check()
                    .fields()
                    .iter()
                    .any(|field| words.contains(&format!("{{{field}}}")));
                assert!(!unfilled, "{}: {words}", rule.id);
            }
        }
    }
}

#[test]
fn the_examples_of_one_rule_keep_their_words_under_all_rules() {
    let rules = RuleSet::defaults();
    let checker = Checker::new(&rules, &Configuration::default());
    let source = SourceFile::new(
        "a.txt",
        "He died on Tuesday, 16 February 1938. It was 31 June 1938.",
    );
    let found: Vec<_> = checker
        .check(&source)
        .into_iter()
        .map(|diagnostic| diagnostic.rule)
        .collect();
    assert_eq!(found, ["dates/weekday", "dates/impossible"]);
}

#[test]
fn a_page_shows_a_few_examples_and_counts_the_others() {
    let rules = RuleSet::defaults_with_examples();
    for rule in rules.iter() {
        let page = catalogue::page(rule);
        let shown = page.lines().filter(|line| line.starts_with("  - ")).count();
        let more = page
            .lines()
            .filter_map(|line| line.strip_prefix("  … and ")?.split(' ').next())
            .filter_map(|more| more.parse::<usize>().ok());
        let all = rule.tests.report.len() + rule.tests.accept.len();
        assert_eq!(shown + more.sum::<usize>(), all, "{page}");
        assert!(shown <= 16, "{page}");
    }
}
