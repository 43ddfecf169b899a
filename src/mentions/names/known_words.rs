//! Words that every writer spells one way: `rules/words.yaml`.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::yaml;

const SOURCE: &str = include_str!("../../../rules/words.yaml");

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Words {
    /// In plain forms, as far as endings are regular.
    #[serde(deserialize_with = "yaml::words")]
    common: HashSet<String>,
    /// Places, peoples, creeds, months.
    #[serde(deserialize_with = "yaml::words")]
    proper: HashSet<String>,
}

// A broken list is found by the test below, not by a user.
static KNOWN: LazyLock<Words> = LazyLock::new(|| {
    yaml::parse(SOURCE)
        .and_then(|node| node.read())
        .unwrap_or_default()
});

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
    KNOWN.proper.contains(&word) || is_common(&word)
}

fn is_common(word: &str) -> bool {
    let plain = |&(ending, instead): &(&str, &str)| {
        let stem = word.strip_suffix(ending)?;
        let hisses = stem.ends_with(['s', 'x', 'z', 'h', 'o']);
        (ending != "es" || hisses).then(|| format!("{stem}{instead}"))
    };
    let mut plain = ENDINGS.iter().filter_map(plain);
    KNOWN.common.contains(word) || plain.any(|plain| KNOWN.common.contains(&plain))
}

#[cfg(test)]
mod tests {
    use super::*;

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
