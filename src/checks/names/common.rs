//! Which words also stand in small letters somewhere, and so are no names.

use std::collections::HashSet;

/// Those of some words (small letters) that stand in any of some texts so written.
pub(super) fn common<'t>(
    words: impl Iterator<Item = &'t str>,
    texts: impl Iterator<Item = &'t str>,
) -> HashSet<String> {
    let wanted: HashSet<String> = words.map(str::to_lowercase).collect();
    let mut found = HashSet::new();
    if wanted.is_empty() {
        return found;
    }
    for text in texts {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let small = words.filter(|word| word.starts_with(char::is_lowercase));
        for word in small.filter(|word| wanted.contains(*word)) {
            if !found.contains(word) {
                found.insert(word.to_owned());
            }
        }
    }
    found
}
