//! Names that different people bear in spellings of their own: `rules/namesakes.yaml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::plain::plain;
use crate::yaml;

const SOURCE: &str = include_str!("../../../../rules/namesakes.yaml");

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Namesakes {
    /// Line by line.
    namesakes: String,
}

/// For each name, the numbers of its lines.
static LINES: LazyLock<HashMap<String, Vec<usize>>> = LazyLock::new(|| {
    let namesakes: Namesakes = yaml::parse(SOURCE)
        .and_then(|node| node.read())
        .unwrap_or_default();
    let mut lines: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, line) in namesakes.namesakes.lines().enumerate() {
        for name in line.split_whitespace() {
            lines.entry(plain(name)).or_default().push(number);
        }
    }
    lines
});

/// Whether two names (small letters, no diacritics) are known to live side by side.
pub(super) fn are_namesakes(a: &str, b: &str) -> bool {
    match (LINES.get(a), LINES.get(b)) {
        (Some(a), Some(b)) => a.iter().any(|line| b.contains(line)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_two_names_and_every_name_is_in_small_letters() {
        let namesakes: Namesakes = yaml::parse(SOURCE).unwrap().read().unwrap();
        for line in namesakes.namesakes.lines() {
            assert!(line.split_whitespace().count() > 1, "{line}");
            assert_eq!(line, line.to_lowercase());
        }
    }

    #[test]
    fn names_of_one_line_are_namesakes() {
        assert!(are_namesakes("catherine", "katherine"));
        assert!(!are_namesakes("catherine", "stephen"));
    }
}
