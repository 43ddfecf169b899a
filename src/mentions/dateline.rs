//! The dateline: where and when an article says it was written, `Paris, 15 February 1938`.

use std::ops::Range;

use super::dates::{self, Dates, Kind, Prose};
use crate::document::{DateSource, Document, DocumentDate};

/// A dateline on a line of its own is at most this many bytes long.
const LINE: usize = 60;

/// A dateline that opens a paragraph ends within this many bytes.
const OPENING: usize = 80;

/// A dateline on a line of its own stands among this many first blocks, or is the last.
const FIRST: usize = 4;

/// The day of an article's dateline: on a line of its own near the top or at the end, or before
/// the dash that opens a report.
pub(super) fn find(document: &Document) -> Option<DocumentDate> {
    let blocks = document.blocks();
    let last = blocks.iter().skip(FIRST).next_back();
    let candidates = blocks.iter().take(FIRST).chain(last);
    candidates
        .filter_map(|block| day(document.text(), &block.range))
        .next()
        .map(|date| DocumentDate {
            date,
            source: DateSource::Dateline,
        })
}

fn day(text: &str, block: &Range<usize>) -> Option<jiff::civil::Date> {
    let line = &text[block.clone()];
    let opening = &line[..line.floor_char_boundary(OPENING)];
    // Nothing without a figure is a dateline: most blocks end here.
    if !opening.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole = 0..opening.len();
    let Dates { dates, .. } = dates::extract(&Prose {
        text: opening,
        sentences: std::slice::from_ref(&whole),
        document_date: None,
    });
    let date = dates
        .first()
        .filter(|date| date.kind == Kind::Day && date.written_year())?;
    let behind = line[date.range.end..].trim_start_matches(['.', ')']);
    let ends = line.len() <= LINE && behind.trim().is_empty();
    let dashed = [" — ", " – ", " - ", " (", "—"]
        .iter()
        .any(|dash| behind.starts_with(dash));
    (is_place(&line[..date.range.start]) && (ends || dashed))
        .then_some(date.base.earliest)
        .flatten()
        .filter(|_| !date.is_unreal())
}

/// Nothing, or a place or an author: capitalised words with commas.
fn is_place(before: &str) -> bool {
    before
        .split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'')
        .all(|word| {
            word.is_empty()
                || word.starts_with(char::is_uppercase)
                || matches!(word, "de" | "on" | "la" | "am")
        })
        && !before.contains(['.', ';', '?', '!'])
        && (before.trim().is_empty()
            || before
                .trim_end()
                .ends_with([',', '(', '|', '–', '—', '-', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::GivenDates;
    use crate::source::SourceFile;

    fn dateline(text: &str) -> Option<String> {
        let source = SourceFile::new("a.txt", text);
        let document = Document::new(&source, GivenDates::default());
        find(&document).map(|found| found.date.to_string())
    }

    #[test]
    fn a_line_of_its_own_or_a_dash_makes_a_dateline() {
        for text in [
            "The murder\n\nParis, 15 February 1938\n\nTomorrow it will rain.",
            "PARIS, 15 February 1938 — The minister resigned yesterday.",
            "The murder\n\n15 February 1938\n\nTomorrow it will rain.",
            "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nNew York, February 15, 1938",
        ] {
            assert_eq!(dateline(text).as_deref(), Some("1938-02-15"), "{text}");
        }
    }

    #[test]
    fn a_date_in_a_sentence_is_no_dateline() {
        for text in [
            "On 15 February 1938 the minister resigned.",
            "The murder of 15 February 1938\n\nHe died.",
            "Paris, 15 February 1938. It was cold, and nobody had slept.",
            "He died on 15 February 1938.",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
