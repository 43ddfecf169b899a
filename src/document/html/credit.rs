//! Where a page names the source of a block quotation inside it: `<cite>` as its last words.

/// A source is named in at most this many bytes, markup included.
const LONGEST: usize = 400;

/// Whether what was quoted so far is whole: what comes next may be its source, and is no title within a sentence.
pub(super) fn ends_sentence(words: &str) -> bool {
    let beside = |c: char| c.is_whitespace() || "\"'”’»)]—–―".contains(c);
    words.trim().is_empty()
        || words
            .trim_end_matches(beside)
            .ends_with(['.', '!', '?', '…'])
}

/// Whether a `cite` that has begun is the last thing in its quotation, but for what stands behind a comma or in
/// brackets: the year, the page.
pub(super) fn ends_quotation(written: &str) -> bool {
    let near = &written[..written.floor_char_boundary(LONGEST)];
    let Some(end) = near.find("</blockquote") else {
        return false;
    };
    let Some((_, behind)) = near[..end].split_once("</cite>") else {
        return false;
    };
    let mut in_tag = false;
    let mut words = behind.chars().filter(|&c| {
        let was_in_tag = in_tag;
        in_tag = (in_tag || c == '<') && c != '>';
        !was_in_tag && c != '<' && !c.is_whitespace()
    });
    words
        .next()
        .is_none_or(|first| matches!(first, ',' | '.' | '(' | '[' | ';' | ':' | '—' | '–'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cite_behind_a_whole_sentence_that_ends_its_quotation_is_its_source() {
        assert!(ends_sentence("The bells were silent.” "));
        assert!(ends_sentence(""));
        assert!(!ends_sentence("He was reading "));
        assert!(!ends_sentence("— "));
        for written in [
            "Ada Brandt</cite></blockquote>",
            "Ada Brandt</cite>, 1912</p>\n</blockquote>",
            "<em>Bells</em></cite> (p. 3)</blockquote>",
        ] {
            assert!(ends_quotation(written), "{written}");
        }
        for written in [
            "Bells</cite> lay open.</blockquote>",
            "Bells</blockquote>",
            "Bells</cite>",
        ] {
            assert!(!ends_quotation(written), "{written}");
        }
    }
}
