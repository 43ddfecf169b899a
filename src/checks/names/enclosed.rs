//! Whether words stand in brackets or marks that open before them in their sentence.

use crate::checks::Context;

/// Whether any of some pairs is open at an offset of the text.
pub(super) fn is_enclosed(cx: &Context, offset: usize, pairs: &[(char, char)]) -> bool {
    let start = cx.document.sentence_at(offset).start.min(offset);
    let before = &cx.text()[start..offset];
    pairs.iter().any(|&(open, close)| match open == close {
        true => before.matches(open).count() % 2 == 1,
        false => before
            .rfind(open)
            .is_some_and(|at| !before[at..].contains(close)),
    })
}
