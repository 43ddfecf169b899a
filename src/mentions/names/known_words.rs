//! Words that every writer spells one way, `rules/words.yaml`, and names that many people bear,
//! `rules/established.yaml`.

use std::sync::LazyLock;

const SOURCE: &str = include_str!("../../../rules/words.yaml");
const ESTABLISHED: &str = include_str!("../../../rules/established.yaml");

/// The lists of the file, each in the order of the alphabet.
struct Words {
    /// In plain forms, as far as endings are regular.
    common: Vec<&'static str>,
    /// Places, peoples, creeds, months.
    proper: Vec<&'static str>,
}

// Split where it stands: as a tree of YAML it would take longer to read than an article. The test below reads it
// as YAML too.
static KNOWN: LazyLock<Words> = LazyLock::new(|| {
    let (common, proper) = SOURCE.split_once("\nproper:").unwrap_or_default();
    let common = common.split_once("\ncommon:").unwrap_or_default().1;
    Words {
        common: words(common),
        proper: words(proper),
    }
});

static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let names = ESTABLISHED.split_once("\nestablished:");
    words(names.unwrap_or_default().1)
});

/// The words of a list with commas between them.
pub(super) fn words(list: &'static str) -> Vec<&'static str> {
    let words = list.split([',', '\r', '\n', ' ']);
    words.filter(|word| !word.is_empty()).collect()
}

/// Regular endings, and what stands in their place in the plain form.
const ENDINGS: [(&str, &str); 10] = [
    ("s", ""),
    ("es", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("ily", "y"),
];

/// Whether a word, in whichever case, is a common one of four letters or more, or a regular form of one:
/// with a capital it is seldom a name.
pub fn is_common_word(word: &str) -> bool {
    is_common(&word.to_lowercase())
}

/// Whether a word, in whichever case, is a common one or a proper name that is spelt in one way: a place, a people.
pub fn is_known_word(word: &str) -> bool {
    let word = word.to_lowercase();
    has(&KNOWN.proper, &word) || is_common(&word)
}

/// Whether a word, in whichever case, is a place, a people, a creed or a month.
pub fn is_proper_word(word: &str) -> bool {
    has(&KNOWN.proper, &word.to_lowercase())
}

/// Whether a name, in small letters without diacritics, is one that many people bear, spelt as it is.
pub fn is_established_name(name: &str) -> bool {
    has(&NAMES, name)
}

fn is_common(word: &str) -> bool {
    let plain = |&(ending, instead): &(&str, &str)| {
        let stem = word.strip_suffix(ending)?;
        let hisses = stem.ends_with(['s', 'x', 'z', 'h', 'o']);
        (ending != "es" || hisses).then(|| format!("{stem}{instead}"))
    };
    let mut plain = ENDINGS.iter().filter_map(plain);
    has(&KNOWN.common, word) || plain.any(|plain| has(&KNOWN.common, &plain))
}

/// Whether a list in the order of the alphabet holds a word.
pub(super) fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::yaml;

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Lists {
        #[serde(deserialize_with = "yaml::words")]
        common: Vec<String>,
        #[serde(deserialize_with = "yaml::words")]
        proper: Vec<String>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Names {
        #[serde(deserialize_with = "yaml::words")]
        established: Vec<String>,
    }

    #[test]
    fn names_of_many_people_are_yaml_and_in_order() {
        let names: Names = yaml::parse(ESTABLISHED)
            .and_then(|node| node.read())
            .unwrap();
        assert!(names.established.len() > 10_000 && names.established == *NAMES);
        assert!(names.established.is_sorted());
        assert!(is_established_name("steiger") && !is_established_name("sedov"));
    }

    #[test]
    fn the_lists_are_yaml_and_in_order() {
        let lists: Lists = yaml::parse(SOURCE).and_then(|node| node.read()).unwrap();
        assert_eq!(lists.common, KNOWN.common);
        assert_eq!(lists.proper, KNOWN.proper);
        assert!(lists.common.is_sorted() && lists.proper.is_sorted());
    }

    #[test]
    fn words_are_known_in_all_their_regular_forms() {
        assert!(KNOWN.common.len() > 5000 && KNOWN.proper.len() > 500);
        for word in [
            "Identity",
            "identify",
            "Identities",
            "Margin",
            "walked",
            "Broker",
        ] {
            assert!(is_common_word(word), "{word}");
        }
        for name in ["Sedov", "Rose", "Chicago", "Peter", "Zuni", "Statees"] {
            assert!(!is_common_word(name), "{name}");
        }
        assert!(is_known_word("Chicago") && !is_known_word("Sedov"));
    }
}
