//! Little words that are no names though a sentence may open with them.

const PRONOUNS: [&str; 6] = ["he", "i", "she", "they", "we", "you"];

const DETERMINERS: [&str; 17] = [
    "a", "an", "another", "every", "her", "his", "its", "many", "my", "one", "our", "some", "that",
    "the", "their", "this", "your",
];

/// Capitalised words that open a sentence and are no names, lower case.
const OPENERS: [&str; 164] = [
    "a",
    "above",
    "across",
    "after",
    "again",
    "against",
    "all",
    "along",
    "alongside",
    "also",
    "although",
    "amid",
    "among",
    "an",
    "and",
    "anybody",
    "anyone",
    "anything",
    "anyway",
    "apart",
    "apparently",
    "around",
    "as",
    "asked",
    "at",
    "because",
    "before",
    "behind",
    "below",
    "beneath",
    "beside",
    "besides",
    "between",
    "beyond",
    "both",
    "but",
    "by",
    "consequently",
    "currently",
    "dear",
    "despite",
    "during",
    "each",
    "either",
    "elsewhere",
    "even",
    "eventually",
    "ever",
    "everybody",
    "everyone",
    "everything",
    "few",
    "finally",
    "first",
    "following",
    "for",
    "from",
    "furthermore",
    "given",
    "hence",
    "here",
    "how",
    "however",
    "if",
    "in",
    "indeed",
    "initially",
    "inside",
    "instead",
    "into",
    "it",
    "just",
    "later",
    "let",
    "like",
    "maybe",
    "meanwhile",
    "moreover",
    "most",
    "near",
    "neither",
    "never",
    "nevertheless",
    "no",
    "nobody",
    "none",
    "nonetheless",
    "nor",
    "not",
    "nothing",
    "now",
    "of",
    "on",
    "once",
    "one",
    "only",
    "or",
    "outside",
    "over",
    "perhaps",
    "previously",
    "rather",
    "recently",
    "regarding",
    "reportedly",
    "see",
    "several",
    "shortly",
    "similarly",
    "since",
    "so",
    "some",
    "somebody",
    "someone",
    "something",
    "sometimes",
    "soon",
    "still",
    "such",
    "than",
    "that",
    "then",
    "there",
    "these",
    "those",
    "though",
    "through",
    "throughout",
    "thus",
    "to",
    "today",
    "together",
    "tomorrow",
    "tonight",
    "too",
    "toward",
    "towards",
    "ultimately",
    "under",
    "unfortunately",
    "unless",
    "unlike",
    "until",
    "unto",
    "up",
    "upon",
    "what",
    "whatever",
    "when",
    "where",
    "whereas",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "with",
    "within",
    "without",
    "yes",
    "yesterday",
    "yet",
];

/// `he`, `she`, in any case.
pub(super) fn is_pronoun(word: &str) -> bool {
    is_among(&PRONOUNS, word)
}

/// `the`, `his`, in any case.
pub(crate) fn is_determiner(word: &str) -> bool {
    is_among(&DETERMINERS, word)
}

/// `However`, `In`: a word that opens sentences, in any case.
pub(super) fn is_opener(word: &str) -> bool {
    is_among(&OPENERS, word)
}

/// Whether a sorted list of ASCII words in small letters has a word, in any case.
fn is_among(sorted: &[&str], word: &str) -> bool {
    let small = || word.bytes().map(|byte| byte.to_ascii_lowercase());
    sorted
        .binary_search_by(|known| known.bytes().cmp(small()))
        .is_ok()
}

/// Whether another clause begins in a stretch, so that what stands on its two sides may be told of two times.
pub(crate) fn clause_turns(between: &str) -> bool {
    [" and ", " but ", ";"]
        .iter()
        .any(|joint| between.contains(joint))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_lists_are_sorted() {
        assert!(super::OPENERS.is_sorted());
        assert!(super::DETERMINERS.is_sorted());
        assert!(super::PRONOUNS.is_sorted());
    }
}
