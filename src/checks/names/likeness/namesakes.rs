//! Names that different people bear in spellings of their own: `rules/namesakes.yaml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::plain::plain;
use crate::mentions::names::sex;
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

/// The lines that a name (small letters, no diacritics) stands in, by number.
pub(super) fn lines(name: &str) -> &'static [usize] {
    LINES.get(name).map_or(&[], Vec::as_slice)
}

/// Whether two names (small letters, no diacritics) are known to live side by side.
pub(super) fn are_namesakes(a: &str, b: &str) -> bool {
    lines(a).iter().any(|line| lines(b).contains(line))
}

/// Whether two are one given name of men or of women in two languages: `Rosa`, `Rose`; `Nikolai`, `Nicolas`; but not
/// `Alexandra`, `Alexandre`. With one surname they are one person: nobody calls two daughters so.
pub(super) fn are_one_given_name(a: &str, b: &str) -> bool {
    are_namesakes(a, b) && sex(a).is_some_and(|of_a| sex(b) == Some(of_a))
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
