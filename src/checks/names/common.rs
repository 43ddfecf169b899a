//! Which words also stand in small letters somewhere, and so are no names.

use std::collections::HashSet;

use super::wanted::Wanted;

/// Those of some words (small letters) that stand in any of some texts so written.
pub(super) fn common<'t>(
    words: impl Iterator<Item = &'t str>,
    texts: impl Iterator<Item = &'t str>,
) -> HashSet<String> {
    let small: Vec<String> = words.map(str::to_lowercase).collect();
    let wanted = Wanted::new(small.iter().map(String::as_str));
    let found = texts.flat_map(|text| wanted.among(text));
    found.map(str::to_owned).collect()
}
