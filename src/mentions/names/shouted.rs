//! Words of headings that stand in capitals throughout, read as if they had small letters: `THE FALL OF KRIVITSKY`.

use std::collections::HashMap;

use super::{Spelling, is_known_word};
use crate::document::{BlockKind, Document};

/// Fewer letters tell no name from an abbreviation.
const SHORTEST: usize = 5;

/// The words that nobody knows, in the order of their first places. They may be names or any words, as what opens a
/// sentence may.
pub(super) fn shouted(document: &Document) -> Vec<Spelling> {
    let text = document.text();
    let mut found: HashMap<String, Spelling> = HashMap::new();
    let blocks = document.blocks().iter();
    for block in blocks.filter(|block| block.kind == BlockKind::Heading) {
        let heading = &text[block.range.clone()];
        // One word may be what a firm or a machine is called.
        if heading.contains(char::is_lowercase) || !heading.contains(' ') {
            continue;
        }
        for word in heading.split(|c: char| !c.is_alphabetic()) {
            if word.chars().count() < SHORTEST || is_known_word(word) {
                continue;
            }
            let start = word.as_ptr().addr() - text.as_ptr().addr();
            let capital = word.chars().next().map_or(0, char::len_utf8);
            let spelt = word[..capital].to_owned() + &word[capital..].to_lowercase();
            let spelling = found
                .entry(spelt)
                .or_insert_with_key(|spelt| Spelling::new(spelt));
            spelling.places.push(start..start + word.len());
            spelling.alone += 1;
        }
    }
    let mut found: Vec<_> = found.into_values().collect();
    found.sort_by_key(|spelling| spelling.places[0].start);
    found
}
