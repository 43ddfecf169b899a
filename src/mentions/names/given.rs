//! Given names that are a woman's or a man's, `rules/given_names.yaml`.

use std::sync::LazyLock;

use super::word_list::WordList;

const SOURCE: &str = include_str!("../../../rules/given_names.yaml");

/// Whom a given name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// `she`
    Woman,
    /// `he`
    Man,
}

static WOMEN: LazyLock<WordList> = LazyLock::new(|| WordList::of(SOURCE, "women"));
static MEN: LazyLock<WordList> = LazyLock::new(|| WordList::of(SOURCE, "men"));

/// Whose given name a word is, in whichever case, as far as it is known.
pub fn sex(name: &str) -> Option<Sex> {
    let name = name.to_lowercase();
    if WOMEN.has(&name) {
        return Some(Sex::Woman);
    }
    MEN.has(&name).then_some(Sex::Man)
}

/// Whom a pronoun is for, where it is for a man or a woman.
pub fn sex_of_pronoun(pronoun: &str) -> Option<Sex> {
    match pronoun {
        "He" | "he" => Some(Sex::Man),
        "She" | "she" => Some(Sex::Woman),
        _ => None,
    }
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
        women: Vec<String>,
        #[serde(deserialize_with = "yaml::words")]
        men: Vec<String>,
    }

    #[test]
    fn given_names_are_yaml_in_order_and_of_one_sex() {
        let lists: Lists = yaml::parse(SOURCE).and_then(|node| node.read()).unwrap();
        assert!(lists.women.iter().all(|name| WOMEN.has(name)));
        assert!(lists.men.iter().all(|name| MEN.has(name)));
        assert!(lists.women.is_sorted() && lists.men.is_sorted());
        assert!(lists.women.iter().all(|name| !lists.men.contains(name)));
        assert_eq!(sex("Natalya"), Some(Sex::Woman));
        assert_eq!(sex("LEON"), Some(Sex::Man));
        assert_eq!(sex("Jean"), None);
    }
}
