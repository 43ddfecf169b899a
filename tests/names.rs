//! `fixtures/names/`: pairs of names. `blind.yaml` and, with harder ones, `second.yaml` were
//! written by somebody who had not seen the code, `own.yaml` by us; and Russian names in the schemes of `schemes.rs`.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]
#![allow(clippy::print_stdout, reason = "the measure is to be read")]

use std::fs;
use std::path::Path;

use serde::Deserialize;
use textcheck::checks::names::{Difference, difference};
use textcheck::{Checker, Configuration, RuleSet, SourceFile};

#[derive(Deserialize)]
struct Pairs {
    same: Vec<Pair>,
    different: Vec<Pair>,
}

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
}

impl Pair {
    /// Whether a rule speaks of the pair when one article has both.
    fn is_reported(&self, checker: &Checker) -> bool {
        let (a, b) = (&self.a, &self.b);
        let text = format!(
            "In the spring they met {a} again. It was late. The others had heard of {b} before. Later {a} left."
        );
        let found = checker.check(&SourceFile::new("pair.txt", text));
        found
            .iter()
            .any(|diagnostic| diagnostic.rule == "names/variant")
            || self.is_of_another_rule()
    }

    /// Diacritics and hyphens are no variants: other rules of the family speak of them.
    fn is_of_another_rule(&self) -> bool {
        matches!(
            difference(&self.a, &self.b),
            Some(Difference::Diacritics | Difference::Joining)
        )
    }
}

/// Names what is wrong with a fixture, and holds it to its measure.
fn measure(fixture: &str, percent: usize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/names")
        .join(fixture);
    let pairs: Pairs = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let checker = Checker::new(&RuleSet::defaults(), &Configuration::default());
    let list = |pairs: Vec<&Pair>| -> Vec<String> {
        pairs
            .iter()
            .map(|pair| format!("{}/{}", pair.a, pair.b))
            .collect()
    };
    let (found, missed): (Vec<_>, Vec<_>) = pairs
        .same
        .iter()
        .partition(|pair| pair.is_reported(&checker));
    let wrong: Vec<_> = pairs
        .different
        .iter()
        .filter(|pair| pair.is_reported(&checker))
        .collect();
    let told = format!(
        "{fixture}: {} of {} found, not {:?}; {} of {} different ones reported: {:?}",
        found.len(),
        pairs.same.len(),
        list(missed),
        wrong.len(),
        pairs.different.len(),
        list(wrong.clone()),
    );
    println!("{told}");
    assert!(found.len() * 100 >= pairs.same.len() * percent, "{told}");
    assert!(wrong.len() * 100 <= pairs.different.len() * 2, "{told}");
}

#[test]
fn spellings_of_one_name_are_found_and_near_names_left_alone_in_the_blind_half() {
    measure("blind.yaml", 90);
}

#[test]
fn spellings_of_one_name_are_found_and_near_names_left_alone_in_our_half() {
    measure("own.yaml", 90);
}

#[test]
fn spellings_of_one_name_are_found_and_near_names_left_alone_in_the_second_blind_list() {
    measure("second.yaml", 85);
}
