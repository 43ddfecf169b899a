//! Pairing marks into quotations: nesting, several paragraphs, marks without a partner.

use std::ops::Range;

use super::glyph::{Glyph, Kind};
use super::scan::{Mark, is_glued, scan};
use super::single;
use crate::document::{Block, BlockKind, Document};
use crate::mentions::quotes::{LoneMark, Run};

/// A quotation goes on past a caption or a heading, but not past more blocks than this.
const BETWEEN: usize = 4;

/// So many marks are looked through for a partner.
pub(super) const LOOKED_AT: usize = 64;

/// Marks deeper than this do not nest; what opens there is dropped.
const DEPTH: usize = 8;

/// A quotation between two marks, or one that goes on over several paragraphs.
#[derive(Clone, Debug)]
pub(in crate::mentions::quotes) struct Pair {
    pub(in crate::mentions::quotes) kind: Kind,
    pub(in crate::mentions::quotes) runs: Vec<Run>,
    pub(in crate::mentions::quotes) depth: usize,
    /// The glyphs that open and close it.
    pub(in crate::mentions::quotes) glyphs: (Glyph, Glyph),
}

/// Every pair of a document in the order of its opening marks, and every mark that has no partner.
pub(super) fn pairs(document: &Document) -> Found {
    let mut pairing = Pairing {
        text: document.text(),
        open: Vec::new(),
        pairs: Vec::new(),
        lone: Vec::new(),
        turned: Vec::new(),
        next: None,
        resumes: 0,
        curly: document.text().contains('‘'),
        lone_single: Vec::new(),
        sure: None,
        crossed: None,
        dropped: None,
    };
    let blocks: Vec<_> = document.blocks().iter().collect();
    for (number, block) in blocks.iter().enumerate() {
        let next = blocks[number + 1..]
            .iter()
            .take(BETWEEN)
            .take_while(|next| !parts(block, next))
            .find(|next| next.kind == block.kind && block.kind != BlockKind::Heading);
        // A letter of which the first paragraph alone is indented.
        let below = blocks.get(number + 1).filter(|below| {
            (block.kind, below.kind) == (BlockKind::Quote, BlockKind::Paragraph)
                && first_mark(pairing.text, &below.range).is_some()
        });
        let next = below.or(next);
        pairing.block(&block.range, next.map(|next| &next.range));
    }
    pairing.pairs.sort_by_key(|pair| pair.runs[0].open.start);
    if pairing.quotes_in_single_marks() {
        pairing.lone.append(&mut pairing.lone_single);
    }
    pairing.lone.sort_by_key(|lone| lone.range.start);
    Found {
        pairs: pairing.pairs,
        lone: pairing.lone,
        turned: pairing.turned,
    }
}

/// What the marks of a document make.
pub(in crate::mentions::quotes) struct Found {
    pub(in crate::mentions::quotes) pairs: Vec<Pair>,
    pub(in crate::mentions::quotes) lone: Vec<LoneMark>,
    /// Opening marks where an apostrophe belongs.
    pub(in crate::mentions::quotes) turned: Vec<Range<usize>>,
}

/// A quotation that has begun.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub(super) mark: Mark,
    /// The runs of earlier paragraphs.
    pub(super) runs: Vec<Run>,
    first: Glyph,
}

impl Open {
    pub(super) fn new(mark: &Mark) -> Self {
        Open {
            mark: mark.clone(),
            runs: Vec::new(),
            first: mark.glyph,
        }
    }

    /// Ends the run that is open; none is where the next paragraph did not open it again after all.
    fn end_run(&mut self, end: usize, close: Option<Range<usize>>) {
        if self
            .runs
            .last()
            .is_some_and(|run| run.open == self.mark.range)
        {
            return;
        }
        self.runs.push(Run {
            open: self.mark.range.clone(),
            words: self.mark.range.end..end,
            close,
        });
    }

    /// The quotation, whole.
    pub(super) fn ended(mut self, end: usize, close: Option<&Mark>) -> Pair {
        self.end_run(end, close.map(|mark| mark.range.clone()));
        let last = close.map_or(self.first.partner(), |mark| mark.glyph);
        Pair {
            kind: self.mark.kind,
            runs: self.runs,
            depth: 0,
            glyphs: (self.first, last),
        }
    }
}

pub(super) struct Pairing<'t> {
    pub(super) text: &'t str,
    pub(super) open: Vec<Open>,
    pub(super) pairs: Vec<Pair>,
    pub(super) lone: Vec<LoneMark>,
    turned: Vec<Range<usize>>,
    /// The kind of mark that the next paragraph opens with.
    pub(super) next: Option<Kind>,
    /// Where the paragraph begins with which the open quotation goes on.
    resumes: usize,
    /// Whether single quotations open with their own mark somewhere.
    pub(super) curly: bool,
    /// Single marks without a partner that are no apostrophes where the text quotes in such marks.
    pub(super) lone_single: Vec<LoneMark>,
    /// The only single mark of its paragraph, where it can be no apostrophe.
    pub(super) sure: Option<Range<usize>>,
    /// A closing mark before a small letter, taken for the apostrophe of a lost one.
    pub(super) dropped: Option<Mark>,
    /// The mark behind that has closed a quotation already.
    pub(super) crossed: Option<Range<usize>>,
}

impl Pairing<'_> {
    /// Whether the outer marks of the text are single ones, whatever they hold: one of them without a partner is then no
    /// apostrophe.
    fn quotes_in_single_marks(&self) -> bool {
        let (mut single, mut double) = (0, 0);
        let mut end = 0;
        for pair in &self.pairs {
            let (Some(first), Some(last)) = (pair.runs.first(), pair.runs.last()) else {
                continue;
            };
            if first.open.start < end {
                continue;
            }
            end = last.words.end;
            match pair.kind {
                Kind::Single => single += 1,
                Kind::Double => double += 1,
                Kind::Guillemet | Kind::Unmarked => {}
            }
        }
        single > double
    }

    fn block(&mut self, block: &Range<usize>, next: Option<&Range<usize>>) {
        let marks = scan(self.text, block);
        self.sure = single::sure(self.text, block, &marks);
        self.dropped = None;
        // A heading between two paragraphs of a quotation neither ends it nor is a part of it.
        let between = block.start < self.resumes;
        let mut held = if between {
            std::mem::take(&mut self.open)
        } else {
            Vec::new()
        };
        self.next = next.and_then(|next| {
            let first = first_mark(self.text, next)?;
            reopens(&first, next).then_some(first.kind)
        });
        for (number, mark) in marks.iter().enumerate() {
            if !mark.opens && !mark.closes && !mark.doubled {
                self.turned.push(mark.range.clone());
                continue;
            }
            if number == 0 && self.goes_on(mark, block) {
                continue;
            }
            if self
                .crossed
                .take_if(|crossed| *crossed == mark.range)
                .is_some()
            {
                continue;
            }
            let rest = &marks[number + 1..];
            if mark.elides && !self.opens_elided(block, mark, rest) {
                if mark.glyph == Glyph::Opening {
                    self.turned.push(mark.range.clone());
                }
            } else if mark.doubled && !self.is_whole(mark, rest) {
                self.halves(mark, rest);
            } else {
                self.mark(mark, rest);
            }
        }
        self.end_block(block);
        if self.open.len() == 1 {
            self.resumes = next.map_or(0, |next| next.start);
        }
        held.append(&mut self.open);
        self.open = held;
    }

    /// A paragraph of a quotation that began before opens with its mark again.
    fn goes_on(&mut self, mark: &Mark, block: &Range<usize>) -> bool {
        match self.open.first_mut() {
            Some(open) if mark.kind == open.mark.kind && reopens(mark, block) => {
                open.mark = mark.clone();
                true
            }
            _ => false,
        }
    }

    fn mark(&mut self, mark: &Mark, rest: &[Mark]) {
        let partner = self
            .open
            .iter()
            .rposition(|open| pairs_with(&open.mark, mark));
        match partner {
            Some(partner)
                if mark.closes
                    && !self.is_apostrophe(mark, rest)
                    && !self.is_inches(mark, rest)
                    && self.may_close(partner, mark) =>
            {
                if !self.closes_crossed(partner, mark, rest) {
                    self.drop_above(partner);
                }
                self.close(mark);
            }
            _ if mark.opens && self.reopens_in_line(mark, rest) => match self.lost_close(mark) {
                Some(end) => self.close_unmarked(end, mark),
                None => self.go_on_in_line(mark),
            },
            _ if mark.opens && self.is_dropped_letter(mark) => self.dropped = Some(mark.clone()),
            _ if is_glued(self.text, &mark.range) && !self.opens_glued(mark, rest) => {}
            _ if self.closes_other(mark) => {}
            _ if mark.opens && self.open.len() < DEPTH => self.open.push(Open::new(mark)),
            _ if mark.opens => {}
            _ => self.lone_closer(mark),
        }
    }

    /// Closes the quotation that has lost its mark, and opens the next.
    fn close_unmarked(&mut self, end: usize, mark: &Mark) {
        let Some(open) = self.open.pop() else { return };
        self.lone_opener(&open);
        self.pairs.push(open.ended(end, None));
        self.open.push(Open::new(mark));
    }

    fn go_on_in_line(&mut self, mark: &Mark) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let end = self.text[..mark.range.start].trim_end().len();
        let unclosed = open.clone();
        open.end_run(end, None);
        open.mark = mark.clone();
        self.lone_opener(&Open::new(&unclosed.mark));
    }

    /// Two marks that stand together, each for itself. Where one quotation is closed, the first opens none.
    fn halves(&mut self, mark: &Mark, rest: &[Mark]) {
        for (number, half) in mark.halves.iter().enumerate() {
            let within = self.open.iter().any(|open| open.mark.kind == half.kind);
            if number == 0 && mark.opens && !within && closes(half.kind, rest) < 2 {
                self.lone_opener(&Open::new(half));
            } else {
                self.mark(half, rest);
            }
        }
    }

    /// Whether two marks that stand together are one: a partner stands before or behind.
    fn is_whole(&self, mark: &Mark, rest: &[Mark]) -> bool {
        let answers = |next: &&Mark| next.kind == mark.kind && next.doubled && next.closes;
        mark.closes && self.open.iter().any(|open| pairs_with(&open.mark, mark))
            || mark.opens && rest.iter().take(LOOKED_AT).any(|next| answers(&next))
    }

    /// A mark that could also open does so when its neighbour to the left says that nothing ends there.
    fn may_close(&self, partner: usize, mark: &Mark) -> bool {
        let between = &self.text[self.open[partner].mark.range.end..mark.range.start];
        // German closes with the mark that English opens with: „…“.
        let german = self.open[partner].mark.glyph == Glyph::Low;
        !between.is_empty() && (german || !(mark.opens && mark.glyph == Glyph::Opening))
    }

    fn close(&mut self, mark: &Mark) {
        let Some(open) = self.open.pop() else { return };
        // Marks around nothing quote nothing.
        if !self.text[open.mark.range.end..mark.range.start].contains(char::is_alphanumeric) {
            return;
        }
        self.pairs.push(open.ended(mark.range.start, Some(mark)));
    }

    /// Marks opened inside a quotation that has ended without them.
    fn drop_above(&mut self, partner: usize) {
        for open in self.open.split_off(partner + 1) {
            self.lone_opener(&open);
        }
    }

    /// At the end of a block only a quotation that the next paragraph opens again goes on.
    fn end_block(&mut self, block: &Range<usize>) {
        let reopened = |open: &Open| {
            let said = &self.text[open.mark.range.end..block.end];
            self.next == Some(open.mark.kind) && !self.ends_told(said)
        };
        let keep = self.open.iter().position(reopened);
        for (number, mut open) in std::mem::take(&mut self.open).into_iter().enumerate() {
            if Some(number) == keep {
                open.end_run(block.end, None);
                self.open.push(open);
            } else {
                self.lone_opener(&open);
                self.never_closed(open, block);
            }
        }
    }
}

/// How many pairs each one stands in: a mark that opened around it and found no partner holds nothing.
pub(super) fn set_depths(pairs: &mut [Pair]) {
    let mut ends: Vec<usize> = Vec::new();
    for pair in pairs {
        let start = pair.runs[0].open.start;
        while ends.last().is_some_and(|end| *end <= start) {
            ends.pop();
        }
        pair.depth = ends.len();
        ends.push(pair.runs.last().map_or(start, |run| run.words.end));
    }
}

fn first_mark(text: &str, block: &Range<usize>) -> Option<Mark> {
    let head = text[block.clone()].chars().next()?;
    let end = block.start + head.len_utf8();
    // The neighbour behind the mark decides its side: give it one.
    let behind = text[end..block.end]
        .chars()
        .next()
        .map_or(0, char::len_utf8);
    scan(text, &(block.start..end + behind)).into_iter().next()
}

/// Whether what the author says between two blocks that are set apart ends what the first one quotes.
fn parts(block: &Block, next: &Block) -> bool {
    (block.kind, next.kind) == (BlockKind::Quote, BlockKind::Paragraph)
}

/// Whether a mark stands at the start of a paragraph and opens it.
fn reopens(mark: &Mark, block: &Range<usize>) -> bool {
    mark.range.start == block.start && mark.opens
}

/// Only marks of one kind pair; typewriters and converters mix straight with curly ones.
fn pairs_with(open: &Mark, close: &Mark) -> bool {
    let tex = open.glyph == Glyph::Backtick && open.kind == Kind::Double;
    let doubled = open.doubled || tex;
    open.kind == close.kind && doubled == close.doubled
}

/// How many quotations in marks of a kind, open where these marks begin, they close: two at most.
pub(super) fn closes(kind: Kind, rest: &[Mark]) -> i32 {
    let (mut depth, mut least) = (0, 0);
    for next in rest.iter().filter(|next| next.kind == kind).take(LOOKED_AT) {
        depth += if next.closes { -1 } else { 1 };
        least = least.min(depth);
    }
    -least.max(-2)
}
