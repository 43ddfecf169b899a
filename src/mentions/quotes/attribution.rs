//! Who says it: what is known of the speaker of a quotation, and which quotations a tag interrupts.

use std::ops::Range;

use super::Quotation;
use super::antecedent::Antecedents;
use super::cues;
use super::pairs::Pair;
use super::person::People;
use super::search::Search;
use crate::document::Document;

/// How the speaker of a quotation is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// By name.
    Named,
    /// By a description: `a GPU agent`, `their deliberations`.
    Described,
    /// By a pronoun.
    Pronoun,
    /// Only a note or a reference stands behind it.
    Citation,
    /// Not at all.
    #[default]
    None,
}

/// Who says a quotation, and what says so. Ranges are bytes of the document's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// The words for the speaker: a name, a description, a pronoun.
    pub speaker: Option<Range<usize>>,
    /// The name of the speaker: where a pronoun stands, the one it means, if that is in reach.
    pub name: Option<Range<usize>>,
    /// The verb, phrase or colon that ties the words to the speaker.
    pub cue: Option<Range<usize>>,
    /// How well the speaker is known.
    pub grade: Grade,
    /// A note or a reference stands right behind the words, or behind their tag.
    pub cited: bool,
}

/// A tag that interrupts a quotation is at most this many bytes long.
const TAG: usize = 120;

/// Whether `next` goes on with `before` behind a tag: `"…", wrote his mother, "…"`.
pub(super) fn interrupts(document: &Document, before: &Quotation, next: &Pair) -> bool {
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
    let goes_on = tag.trim_end().ends_with([',', '—', '–']) && lower;
    // `"I could" — she reached for the salt — "eat a horse"`
    let dashed = tag.trim_start().starts_with(['—', '–']) && tag.trim_end().ends_with(['—', '–']);
    let one_sentence = !tag.contains(['\n', ';', ':']) && !tag.contains(". ");
    let tagged = || cues::verbs(tag).next().is_some();
    // Behind a full stop a sentence of its own leads to the next words: `"…." Asked again, he said, "…"`
    let full = inside.ends_with('.') && tag.trim_start().starts_with(char::is_uppercase);
    lower && one_sentence && !full && (dashed || parted && goes_on && tagged())
}

/// Gives each quotation its speaker.
pub(super) fn attribute(document: &Document, quotations: &mut [Quotation]) {
    let antecedents = Antecedents::new(People::new(document));
    for number in 0..quotations.len() {
        let search = Search::new(
            &antecedents,
            document,
            &quotations[..number],
            &quotations[number..],
        );
        let found = search.run();
        quotations[number].attribution = found;
    }
}
