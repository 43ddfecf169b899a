//! Where a page names the source of a block quotation: in its foot, in a `cite` that ends it, under its figure.

use super::elements::Class;
use super::open::{Open, Role, Stack};
use crate::document::BlockKind;
use crate::document::builder::Builder;
use crate::source::Span;

/// What is known of sources while a page is read.
#[derive(Debug, Default)]
pub(super) struct Credits {
    /// Whether the block began with a `cite` that names a source, and has ended since.
    cited: bool,
    /// Where the last block quotation ended.
    quoted_until: usize,
}

impl Credits {
    /// Whether an element that begins names the source of a quotation.
    pub(super) fn begins(&self, open: &Stack, builder: &Builder, name: &str, tag: Span) -> bool {
        match name {
            "footer" => open.in_block_quotation(),
            "cite" if open.in_block_quotation() && !open.is_credit() => {
                ends_sentence(builder.words_so_far()) && ends_quotation(builder.written(tag.end))
            }
            "figcaption" => {
                let figure = open.find(&["figure"], &[]);
                figure.is_some_and(|figure| open.all[figure].tag.end <= self.quoted_until)
            }
            _ => false,
        }
    }

    /// Notes an element that has ended.
    pub(super) fn closed(&mut self, open: &Open, at: usize) {
        self.cited |= matches!(open.role, Role::Credit) && !open.class.is_block();
        if open.class == Class::Kind(BlockKind::Quote) {
            self.quoted_until = at;
        }
    }

    /// Whether the block that ends here names a source.
    pub(super) fn take(&mut self, open: &Stack) -> bool {
        std::mem::take(&mut self.cited) || open.is_credit()
    }
}

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
