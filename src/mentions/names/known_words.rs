//! Words that every writer spells one way, `rules/words.yaml`, and names that many people bear,
//! `rules/established.yaml`.

use std::sync::LazyLock;

use super::word_list::WordList;

const SOURCE: &str = include_str!("../../../rules/words.yaml");
const ESTABLISHED: &str = include_str!("../../../rules/established.yaml");

/// In plain forms, as far as endings are regular.
static COMMON: LazyLock<WordList> = LazyLock::new(|| WordList::of(SOURCE, "common"));
/// Places, peoples, creeds, months.
static PROPER: LazyLock<WordList> = LazyLock::new(|| WordList::of(SOURCE, "proper"));
static NAMES: LazyLock<WordList> = LazyLock::new(|| WordList::of(ESTABLISHED, "established"));

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
    PROPER.has(&word) || is_common(&word)
}

/// Whether a word, in whichever case, is a place, a people, a creed or a month.
pub fn is_proper_word(word: &str) -> bool {
    PROPER.has(&word.to_lowercase())
}

/// Whether a name, in small letters without diacritics, is one that many people bear, spelt as it is.
pub fn is_established_name(name: &str) -> bool {
    NAMES.has(name)
}

/// All the words and names of the lists.
pub(super) fn known() -> impl Iterator<Item = &'static str> {
    let lists: [&'static WordList; 3] = [&COMMON, &PROPER, &NAMES];
    lists.into_iter().flat_map(WordList::words)
}

fn is_common(word: &str) -> bool {
    let plain = |&(ending, instead): &(&str, &str)| {
        let stem = word.strip_suffix(ending)?;
        let hisses = stem.ends_with(['s', 'x', 'z', 'h', 'o']);
        (ending != "es" || hisses).then(|| format!("{stem}{instead}"))
    };
    let mut plain = ENDINGS.iter().filter_map(plain);
    COMMON.has(word) || plain.any(|plain| COMMON.has(&plain))
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
        assert!(names.established.len() > 10_000 && names.established.is_sorted());
        assert!(names.established.iter().all(|name| NAMES.has(name)));
        assert!(is_established_name("steiger") && !is_established_name("sedov"));
    }

    #[test]
    fn the_lists_are_yaml_and_in_order() {
        let lists: Lists = yaml::parse(SOURCE).and_then(|node| node.read()).unwrap();
        assert!(lists.common.len() > 5000 && lists.proper.len() > 500);
        assert!(lists.common.iter().all(|word| COMMON.has(word)));
        assert!(lists.proper.iter().all(|word| PROPER.has(word)));
        assert!(lists.common.is_sorted() && lists.proper.is_sorted());
    }

    #[test]
    fn words_are_known_in_all_their_regular_forms() {
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
