//! How a text is told: by somebody who says `I` and speaks in it, about works that it quotes again and again.

use std::ops::Range;

use super::{Quotation, cues};
use crate::document::{BlockKind, Document};

/// What the narration as a whole shows. Ranges are bytes of the document's text.
#[derive(Debug, Default)]
pub(super) struct Telling {
    /// `I asked`, `I told him` more than once: who writes is one of those who talk.
    pub(super) has_narrator: bool,
    /// The words for works (`the story`), where they are many; else none.
    works: Vec<Range<usize>>,
}

/// One word for a work in so many makes criticism.
const DENSITY: usize = 200;

/// And so many at least.
const FEWEST: usize = 8;

impl Telling {
    pub(super) fn new(document: &Document, quotations: &[Quotation]) -> Self {
        let text = document.text();
        let mut quoted = quotations.iter().map(Quotation::range).peekable();
        let (mut said, mut count) = (0, 0);
        let mut works = Vec::new();
        let paragraphs = document.blocks().iter();
        for block in paragraphs.filter(|block| block.kind == BlockKind::Paragraph) {
            let mut at = block.range.start;
            while at < block.range.end {
                let next = loop {
                    match quoted.peek() {
                        Some(next) if next.end <= at => quoted.next(),
                        next => break next.cloned(),
                    };
                };
                let stop = next.as_ref().map_or(block.range.end, |next| {
                    next.start.clamp(at, block.range.end)
                });
                let words = &text[at..stop];
                count += cues::words(words).count();
                works.extend(cues::works(words).map(|word| cues::shift(word, at)));
                said += says_i(words);
                let Some(next) = next.filter(|next| next.start < block.range.end) else {
                    break;
                };
                at = next.end.max(stop + 1);
                at = text.ceil_char_boundary(at.min(text.len()));
            }
        }
        if works.len() < FEWEST || works.len() * DENSITY < count {
            works.clear();
        }
        Telling {
            has_narrator: said > 1,
            works,
        }
    }

    /// The last word for a work before an offset, where the text is about works.
    pub(super) fn work_before(&self, offset: usize) -> Option<Range<usize>> {
        let behind = self.works.partition_point(|work| work.start < offset);
        self.works.get(behind.checked_sub(1)?).cloned()
    }
}

/// How often `I` speaks in a narration: `I asked`, `I then told him`.
fn says_i(words: &str) -> usize {
    const NEAR: usize = 3;
    let subjects = words.match_indices('I').filter(|&(at, i)| {
        let edge = |c: char| c.is_whitespace() || matches!(c, ',' | '—');
        words[..at].chars().next_back().is_none_or(edge) && words[at + i.len()..].starts_with(' ')
    });
    subjects
        .filter(|&(at, _)| {
            let behind = &words[at + 1..];
            let end = cues::words(behind)
                .nth(NEAR)
                .map_or(behind.len(), |word| word.start);
            cues::finite(&behind[..end]).is_some()
        })
        .count()
}
