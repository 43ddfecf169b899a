//! Titles told by the words beside them: in a reference, behind the word for a work or for a part of one.

use super::cues;

/// The name of a work beside the word for it: `the biography, | “Keeper of the Lock: A Life,” | concludes`.
pub(super) fn is_named_beside(before: &str) -> bool {
    const WORKS: [&str; 20] = [
        "album",
        "article",
        "ballad",
        "biography",
        "book",
        "documentary",
        "essay",
        "film",
        "hymn",
        "lecture",
        "memoir",
        "novel",
        "opera",
        "painting",
        "paper",
        "play",
        "poem",
        "series",
        "song",
        "story",
    ];
    let apposed = before.trim_end().strip_suffix(',');
    apposed.is_some_and(|before| ends_in(before, &WORKS))
}

/// A work by what is told of it: `“The man who closed the libraries” | appeared in the Gazette`.
pub(super) fn is_told_of(words: &str, behind: &str) -> bool {
    const TOLD: [&str; 7] = [
        "appeared in ",
        "first appeared in ",
        "was published in ",
        "was first published in ",
        "came out in ",
        "was reprinted in ",
        "was serialised in ",
    ];
    let behind = behind.trim_start_matches(',');
    let told = behind.strip_prefix(' ');
    words.starts_with(char::is_uppercase)
        && !words.ends_with('.')
        && told.is_some_and(|told| TOLD.iter().any(|verb| told.starts_with(verb)))
}

/// The heading of a part: `the appendix | “Were there any others?”`, `the section on | “What is a lock?”`.
pub(super) fn is_headed(before: &str, words: &str) -> bool {
    const PARTS: [&str; 20] = [
        "poems",
        "songs",
        "essays",
        "stories",
        "appendix",
        "article",
        "booklet",
        "chapter",
        "entitled",
        "essay",
        "headed",
        "headlined",
        "pamphlet",
        "section",
        "Section",
        "Chapter",
        "see",
        "See",
        "subsection",
        "titled",
    ];
    let before = before
        .trim_end()
        .trim_end_matches([',', '(', '-', '–', '—', ' ']);
    // `section C.7 (“What causes it?”)`
    let numbered = before
        .rsplit(' ')
        .next()
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()));
    let before = numbered.map_or(before, |number| {
        before[..before.len() - number.len()].trim_end()
    });
    ends_in(before.strip_suffix(" on").unwrap_or(before), &PARTS)
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !words.ends_with(['.', ','])
}

fn ends_in(before: &str, list: &[&str]) -> bool {
    let last = cues::words(before).next_back();
    last.is_some_and(|word| word.end == before.len() && list.contains(&&before[word]))
}

/// A title in a reference: `[Olga Brandt, | “The Lock-Keepers' Return”, | Harbour Review, p. 4]`,
/// `Brandt, Olga, | “The Return”, | pp. 3–9`.
pub(super) fn is_listed(before: &str, behind: &str) -> bool {
    const REFERENCE: usize = 250;
    const AUTHOR: usize = 90;
    const PAGES: [&str; 6] = ["pp. ", "p. ", "vol. ", "Vol. ", "no. ", "No. "];
    let behind = &behind[..behind.floor_char_boundary(REFERENCE)];
    // `^ “The Return”. Harbour Review.`: a note of an encyclopaedia.
    if before.starts_with("^ ") {
        return true;
    }
    let next = behind.trim_start_matches([',', ' ', '.']);
    if next.len() == behind.len() {
        return false;
    }
    const FOUND: [&str; 6] = [
        "Retrieved ",
        "retrieved ",
        "Archived from",
        "Accessed ",
        "accessed ",
        "doi:",
    ];
    if FOUND.iter().any(|word| behind.contains(word)) {
        return true;
    }
    if PAGES.iter().any(|word| next.starts_with(word)) {
        return before.trim_end().ends_with([',', '[', '(']);
    }
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(AUTHOR))..];
    let open = near
        .rfind(['[', '('])
        .filter(|&open| !near[open..].contains([']', ')']));
    let rest = behind.split([']', ')']).next().unwrap_or_default();
    open.is_some_and(|open| {
        let author = near[open + 1..].trim_end();
        let author = author
            .trim_start_matches("see ")
            .trim_start_matches("e.g. ");
        let named = author.starts_with(char::is_uppercase) && author.ends_with(',');
        (author.is_empty() || named) && rest.contains(|c: char| c.is_ascii_digit())
    })
}
