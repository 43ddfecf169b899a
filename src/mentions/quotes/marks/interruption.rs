//! Interruptions: a tag between two runs of words that are one quotation.

use super::pairs::Pair;
use crate::document::Document;
use crate::mentions::quotes::{Quotation, cues};

/// A tag that interrupts a quotation is at most this many bytes long.
const TAG: usize = 120;

/// Whether `next` goes on with `before` behind a tag: `"…", wrote his mother, "…"`.
pub(in crate::mentions::quotes) fn interrupts(
    document: &Document,
    before: &Quotation,
    next: &Pair,
) -> bool {
    let text = document.text();
    let end = before.range().end;
    let start = next.runs[0].open.start;
    if before.kind != next.kind || before.depth != next.depth || start < end || start - end > TAG {
        return false;
    }
    let tag = &text[end..start];
    let last = &text[..end];
    let inside = last.trim_end_matches(['"', '”', '’', '\'', '»']);
    let parted =
        inside.ends_with([',', '.', '!', '?', '—', '–', '…']) || tag.starts_with([',', ' ', '—']);
    let lower = text[next.runs[0].words.clone()]
        .trim_start()
        .starts_with(|c: char| !c.is_uppercase());
    let ends = tag.trim_end();
    let goes_on = (ends.ends_with([',', ';']) || ends_in_dash(ends)) && lower;
    // `"I could" — she reached for the salt — "eat a horse"`
    let typed = tag.trim_start();
    let dashed = (typed.starts_with(['—', '–']) || typed.starts_with("--"))
        && ends_in_dash(typed.trim_end());
    let one_sentence =
        !ends.trim_end_matches(';').contains(['\n', ';', ':']) && !tag.contains(". ");
    let tagged = || cues::verbs(tag).next().is_some();
    // Behind a full stop a sentence of its own leads to the next words: `"…." Asked again, he said, "…"`
    let full = inside.ends_with('.') && tag.trim_start().starts_with(char::is_uppercase);
    // `for “realism,” anticipates`: a term, nobody's speech.
    let words = &text[before.runs[0].words.clone()];
    let term =
        !words.contains(' ') && words.starts_with(char::is_lowercase) && before.runs.len() == 1;
    lower && one_sentence && !full && !term && (dashed || parted && goes_on && tagged())
}

/// Whether a text ends in a dash, printed or typed (`--`).
pub(in crate::mentions::quotes) fn ends_in_dash(text: &str) -> bool {
    text.ends_with(['—', '–']) || text.ends_with("--")
}
