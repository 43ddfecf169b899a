//! Quotations: their words, what they are, and who says them.

mod attribution;
mod block;
mod class;
mod cues;
mod dash;
mod dictionary;
mod fiction;
mod marks;
mod speaker;
mod unsaid;

use std::ops::Range;

pub use attribution::{Attribution, Grade, How};
pub use class::Class;
pub use marks::{Glyph, Kind};
pub use unsaid::leaves_out_agent;

use crate::document::Document;
use marks::Pair;

/// An uninterrupted run of quoted words. Ranges are bytes of the document's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The mark that opens it; the dash of a dialogue; empty where a block begins.
    pub open: Range<usize>,
    /// The words, marks excluded.
    pub words: Range<usize>,
    /// The mark that closes it; none where the quotation goes on in the next paragraph.
    pub close: Option<Range<usize>>,
}

impl Run {
    /// From its opening mark to behind its closing mark, or behind its words.
    pub fn range(&self) -> Range<usize> {
        let close = self.close.as_ref();
        self.open.start..close.map_or(self.words.end, |close| close.end)
    }
}

/// Words in quotation marks, or set apart as a block.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// The kind of its marks.
    pub kind: Kind,
    /// The glyphs that open and close it; without meaning where it has no marks.
    pub glyphs: (Glyph, Glyph),
    /// Its words: more than one run where the speaker interrupts, and where it goes on over paragraphs.
    pub runs: Vec<Run>,
    /// How many quotations it stands in.
    pub depth: usize,
    /// What it is.
    pub class: Class,
    /// Who says it.
    pub attribution: Attribution,
}

impl Quotation {
    /// From the first opening mark to behind the last closing mark.
    pub fn range(&self) -> Range<usize> {
        let (first, last) = (&self.runs[0], &self.runs[self.runs.len() - 1]);
        first.open.start..last.range().end
    }

    /// From the first opening mark to behind the first closing mark, or behind the paragraph.
    pub fn first_run(&self) -> Range<usize> {
        self.runs[0].range()
    }

    /// Whether it is what somebody said or wrote: direct speech or a block.
    pub fn is_speech(&self) -> bool {
        matches!(self.class, Class::Direct | Class::Block)
    }

    /// Whether it is direct speech of the same depth as another quotation.
    pub fn is_level(&self, other: &Quotation) -> bool {
        self.class == Class::Direct && self.depth == other.depth
    }

    /// Whether its one run lacks its closing mark.
    pub fn is_unclosed(&self) -> bool {
        let marked = self.kind != Kind::Unmarked;
        matches!(&self.runs[..], [run] if marked && run.close.is_none())
    }

    /// The number of words.
    pub fn length(&self, text: &str) -> usize {
        self.runs
            .iter()
            .map(|run| text[run.words.clone()].split_whitespace().count())
            .sum()
    }
}

/// Which side of a quotation a mark stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Opens and is never closed.
    Opening,
    /// Closes what was never opened.
    Closing,
}

/// A mark without its partner.
#[derive(Clone, Debug)]
pub struct LoneMark {
    /// The mark.
    pub range: Range<usize>,
    /// Its kind.
    pub kind: Kind,
    /// What it would do.
    pub side: Side,
}

/// The quotations of a document.
#[derive(Debug, Default)]
pub struct Quotes {
    /// In the order of their opening marks.
    pub quotations: Vec<Quotation>,
    /// In the order of the text; single marks, which may be apostrophes, are left out.
    pub lone: Vec<LoneMark>,
    /// Opening marks where an apostrophe belongs (`‘90s`), in the order of the text.
    pub turned: Vec<Range<usize>>,
}

impl Quotes {
    /// Whether the text reads like a novel or a story.
    pub fn read_like_fiction(&self, document: &Document) -> bool {
        fiction::reads_like(self, document)
    }
}

/// So many quotations inside one are looked past for it.
const INSIDE: usize = 4;

/// Finds the quotations of a document.
pub fn extract(document: &Document) -> Quotes {
    let marks::Found {
        pairs,
        lone,
        turned,
    } = marks::find(document);
    let mut quotations: Vec<Quotation> = Vec::new();
    let speech = marks::of_speech(document.text(), &pairs);
    for pair in pairs {
        // What stands inside the words before is between the two.
        let mut last = quotations.iter_mut().rev().take(INSIDE);
        let last = last.find(|last| last.depth == pair.depth);
        if let Some(last) = last.filter(|last| marks::interrupts(document, last, &pair)) {
            last.runs.extend(pair.runs);
            last.class = Class::Direct;
        } else {
            let mut next = quotation(document, pair, speech);
            if let Some(last) = quotations.last() {
                if class::joins(document, last, &next) {
                    next.class = Class::Term;
                } else if class::goes_on(document.text(), last, &next) {
                    next.class = Class::Title;
                }
            }
            quotations.push(next);
        }
    }
    let mut blocks = block::quotations(document);
    blocks.retain(|block| !is_marked(document, block, &mut quotations));
    // What stands in marks inside a block quotation is quoted by it.
    for quotation in &mut quotations {
        let start = quotation.range().start;
        let after = blocks.partition_point(|block| block.range().start <= start);
        let held = after
            .checked_sub(1)
            .is_some_and(|last| blocks[last].range().contains(&start));
        quotation.depth += usize::from(held);
    }
    let unmarked: Vec<_> = blocks
        .into_iter()
        .chain(dash::quotations(document))
        .collect();
    if !unmarked.is_empty() {
        quotations.extend(unmarked);
        quotations.sort_by_key(|quotation| (quotation.range().start, quotation.depth));
    }
    speaker::attribute(document, &mut quotations);
    dictionary::set_terms(document, &mut quotations);
    Quotes {
        quotations,
        lone,
        turned,
    }
}

/// Whether a block quotation stands in marks from its first word to its last: then it is direct speech,
/// unless it is verse that no colon leads to.
fn is_marked(document: &Document, block: &Quotation, quotations: &mut [Quotation]) -> bool {
    let text = document.text();
    let range = block.range();
    let place = quotations.partition_point(|quotation| quotation.range().start < range.start);
    let Some(marked) = quotations.get_mut(place) else {
        return false;
    };
    // A letter of which the first paragraph alone is set apart goes on below.
    let goes_on = marked.runs.len() > 1 && marked.first_run().end == range.end;
    let held = marked.range().end <= range.end
        && !text[marked.range().end..range.end].contains(char::is_alphanumeric);
    let led_in = text[..range.start].trim_end().ends_with(':');
    let whole = marked.range().start == range.start
        && (held || goes_on)
        && (led_in || !is_verse(document, &range));
    if whole {
        marked.class = Class::Direct;
    }
    whole
}

/// Whether words stand in three lines or more of the source that all begin with a capital.
fn is_verse(document: &Document, range: &Range<usize>) -> bool {
    let first = |line: &str| line.chars().find(|c| c.is_alphanumeric());
    let words = &document.source().text()[document.span(range).range()];
    let mut lines = words.lines().map(first);
    lines.clone().nth(2).is_some() && lines.all(|first| first.is_some_and(|c| !c.is_lowercase()))
}

fn quotation(document: &Document, pair: Pair, speech: Kind) -> Quotation {
    Quotation {
        class: class::of(document, &pair, speech),
        kind: pair.kind,
        glyphs: pair.glyphs,
        runs: pair.runs,
        depth: pair.depth,
        attribution: Attribution::default(),
    }
}

/// The places of quoted words, in order and apart: direct speech and block quotations. A quotation that is never
/// closed hides nothing: where it ends is a guess.
pub(super) fn quoted(quotes: &Quotes) -> Vec<Range<usize>> {
    let speech = quotes
        .quotations
        .iter()
        .filter(|quotation| quotation.is_speech() && !quotation.is_unclosed())
        .flat_map(|quotation| quotation.runs.iter().map(|run| run.words.clone()));
    merged(speech.collect())
}

/// The titles of works, in order and apart: those in marks, and italics with the capitals of a title.
pub(super) fn titles(document: &Document, quotes: &Quotes) -> Vec<Range<usize>> {
    let text = document.text();
    let quotations = quotes.quotations.iter();
    let marked = quotations.filter(|quotation| quotation.class == Class::Title);
    let marked = marked.map(|quotation| quotation.runs[0].words.clone());
    let italics = document.emphases().iter().map(|&span| {
        let range = document.text_range(span);
        let words = text[range.clone()].trim_start();
        let start = range.end - words.len();
        start..start + words.trim_end().len()
    });
    let italics = italics.filter(|range| {
        let words = &text[range.clone()];
        class::is_title(words, words.split_whitespace().count())
    });
    merged(marked.chain(italics).collect())
}

/// Ranges in order, those that meet as one.
fn merged(mut all: Vec<Range<usize>>) -> Vec<Range<usize>> {
    all.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in all {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// The names of those who say the quotations of a plain text, or the words for them; none where nobody does.
#[cfg(test)]
fn speakers(text: &str) -> Vec<Option<String>> {
    let source = crate::SourceFile::new("a.txt", text);
    let document = Document::new(&source, crate::document::GivenDates::default());
    let name = |quotation: &Quotation| {
        let found = &quotation.attribution;
        (found.grade != Grade::None).then(|| {
            let name = found.name.clone().or(found.speaker.clone());
            name.map_or_else(String::new, |name| document.text()[name].to_owned())
        })
    };
    extract(&document).quotations.iter().map(name).collect()
}

/// The words for the speaker of the last quotation of a plain text.
#[cfg(test)]
fn last_speaker(text: &str) -> Option<String> {
    let source = crate::SourceFile::new("a.txt", text);
    let document = Document::new(&source, crate::document::GivenDates::default());
    let speaker = extract(&document).quotations.pop()?.attribution.speaker?;
    Some(document.text()[speaker].to_owned())
}
