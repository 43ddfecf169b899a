//! Little words that are no names though a sentence may open with them.

const PRONOUNS: [&str; 6] = ["he", "i", "she", "they", "we", "you"];

const DETERMINERS: [&str; 17] = [
    "a", "an", "another", "every", "her", "his", "its", "many", "my", "one", "our", "some", "that",
    "the", "their", "this", "your",
];

/// Capitalised words that open a sentence and are no names, lower case.
const OPENERS: [&str; 52] = [
    "a",
    "after",
    "again",
    "all",
    "also",
    "although",
    "an",
    "and",
    "apparently",
    "as",
    "asked",
    "at",
    "because",
    "before",
    "but",
    "by",
    "during",
    "even",
    "finally",
    "for",
    "from",
    "here",
    "how",
    "however",
    "if",
    "in",
    "indeed",
    "it",
    "later",
    "meanwhile",
    "moreover",
    "nevertheless",
    "no",
    "not",
    "now",
    "of",
    "on",
    "once",
    "only",
    "or",
    "perhaps",
    "since",
    "so",
    "still",
    "that",
    "then",
    "there",
    "thus",
    "to",
    "when",
    "while",
    "yet",
];

/// `he`, `she`, in any case.
pub(super) fn is_pronoun(word: &str) -> bool {
    PRONOUNS.contains(&word.to_lowercase().as_str())
}

/// `the`, `his`, in any case.
pub(super) fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(&word.to_lowercase().as_str())
}

/// `However`, `In`: a word that opens sentences, in any case.
pub(super) fn is_opener(word: &str) -> bool {
    OPENERS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

/// Whether another clause begins in a stretch, so that what stands on its two sides may be told of two times.
pub(super) fn clause_turns(between: &str) -> bool {
    [" and ", " but ", ";"]
        .iter()
        .any(|joint| between.contains(joint))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_openers_are_sorted() {
        assert!(super::OPENERS.is_sorted());
    }
}
