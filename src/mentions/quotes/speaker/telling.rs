//! How a text is told: by somebody who says `I` and speaks in it, about works that it quotes again and again.

use std::cell::OnceCell;
use std::ops::Range;

use crate::document::{BlockKind, Document};
use crate::mentions::quotes::{Quotation, cues};

/// What the narration as a whole shows, each found when first asked for. Ranges are bytes of the document's text.
pub(super) struct Telling<'d> {
    text: &'d str,
    /// The paragraphs outside quotations.
    narration: Vec<Range<usize>>,
    narrator: OnceCell<Option<usize>>,
    works: OnceCell<Works>,
}

/// The words for works, where they are many; else none.
#[derive(Default)]
struct Works {
    words: Vec<Range<usize>>,
    /// So many that the text is about little else.
    alone: bool,
}

/// One word for a work in so many makes criticism.
const DENSITY: usize = 200;

/// And in so many, nothing else.
const CRITICISM: usize = 120;

/// And so many at least.
const FEWEST: usize = 8;

impl<'d> Telling<'d> {
    pub(super) fn new(document: &'d Document, quotations: &[Quotation]) -> Self {
        let text = document.text();
        let mut quoted = quotations.iter().map(Quotation::range).peekable();
        let mut narration = Vec::new();
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
                narration.push(at..stop);
                let Some(next) = next.filter(|next| next.start < block.range.end) else {
                    break;
                };
                at = next.end.max(stop + 1);
                at = text.ceil_char_boundary(at.min(text.len()));
            }
        }
        Telling {
            text,
            narration,
            narrator: OnceCell::new(),
            works: OnceCell::new(),
        }
    }

    /// Whether `I asked`, `I told him` stands there more than once: who writes is one of those who talk.
    pub(super) fn has_narrator(&self) -> bool {
        self.narrator().is_some()
    }

    /// The `I` of who writes, where they are one of those who talk.
    pub(super) fn narrator(&self) -> Option<Range<usize>> {
        let second = || {
            let said = |range: &Range<usize>| {
                let start = range.start;
                says_i(&self.text[range.clone()]).map(move |at| start + at)
            };
            self.narration.iter().flat_map(said).nth(1)
        };
        let at = (*self.narrator.get_or_init(second))?;
        Some(at..at + 1)
    }

    /// The last word for a work (`the story`) before an offset, where the text is about works.
    pub(super) fn work_before(&self, offset: usize) -> Option<Range<usize>> {
        let works = &self.works.get_or_init(|| self.works()).words;
        let behind = works.partition_point(|work| work.start < offset);
        works.get(behind.checked_sub(1)?).cloned()
    }

    /// Whether the text is criticism: about works more than about anything else.
    pub(super) fn is_criticism(&self) -> bool {
        self.works.get_or_init(|| self.works()).alone
    }

    fn works(&self) -> Works {
        let mut count = 0;
        let mut works = Vec::new();
        for range in &self.narration {
            let narration = &self.text[range.clone()];
            for word in cues::words(narration) {
                count += 1;
                if cues::is_work(&narration[word.clone()]) {
                    works.push(cues::shift(word, range.start));
                }
            }
        }
        if works.len() < FEWEST || works.len() * DENSITY < count {
            return Works::default();
        }
        Works {
            alone: works.len() * CRITICISM >= count,
            words: works,
        }
    }
}

/// Where `I` speaks in a narration: `I asked`, `I then told him`.
fn says_i(words: &str) -> impl Iterator<Item = usize> {
    const NEAR: usize = 3;
    let subjects = words.match_indices('I').filter(|&(at, i)| {
        let edge = |c: char| c.is_whitespace() || matches!(c, ',' | '—');
        words[..at].chars().next_back().is_none_or(edge) && words[at + i.len()..].starts_with(' ')
    });
    subjects.map(|(at, _)| at).filter(|&at| {
        let behind = &words[at + 1..];
        let end = cues::words(behind)
            .nth(NEAR)
            .map_or(behind.len(), |word| word.start);
        cues::finite(&behind[..end]).is_some()
    })
}
