//! Marks: found in a text, told from apostrophes and measures, and paired into quotations.

mod apostrophe;
mod elision;
mod glyph;
mod interruption;
mod lone;
mod measure;
mod mend;
mod pairs;
mod run_on;
mod scan;
mod single;

use crate::document::Document;
pub use glyph::{Glyph, Kind};
pub(super) use interruption::{ends_in_dash, interrupts};
pub(super) use pairs::{Found, Pair};

/// Every pair of a document in the order of its opening marks, slips of the typewriter mended, and every mark that has no
/// partner.
pub(super) fn find(document: &Document) -> Found {
    let mut found = pairs::pairs(document);
    mend::mend(document, &mut found);
    pairs::set_depths(&mut found.pairs);
    found
}

/// The kind of marks in which a text quotes whole sentences: single ones where two or more of them stand so, and fewer in
/// double ones.
pub(super) fn of_speech(text: &str, pairs: &[Pair]) -> Kind {
    let said = |kind: Kind| {
        let pairs = pairs
            .iter()
            .filter(|pair| pair.depth == 0 && pair.kind == kind);
        let whole = pairs.filter(|pair| {
            let words = text[pair.runs[0].words.clone()].trim();
            words.starts_with(char::is_uppercase) && words.ends_with([',', '.', '!', '?'])
        });
        whole.count()
    };
    let single = said(Kind::Single);
    if single >= 2 && single > said(Kind::Double) {
        Kind::Single
    } else {
        Kind::Double
    }
}
