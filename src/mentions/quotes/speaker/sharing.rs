//! Speakers that quotations have from those beside them, once each has been read alone: given to the parts of a
//! sentence, taken from words that somebody else's stand against.

use std::ops::Range;

use super::pointed;
use super::search::REACH;
use crate::document::Document;
use crate::mentions::quotes::attribution::{Attribution, Grade, How};
use crate::mentions::quotes::cues;
use crate::mentions::quotes::{Class, Quotation};

/// Takes the speaker of the words before from a whole sentence that another one with a tag of its own follows without
/// a word between: `Orlik added. “It is war.” “Orlik has lost,” said Lund.`
pub(super) fn part_adjacent(document: &Document, quotations: &mut [Quotation]) {
    const NEAR: usize = 4;
    let text = document.text();
    let is_whole = |quotation: &Quotation| {
        let words = text[quotation.runs[0].words.clone()].trim();
        quotation.class == Class::Direct && words.starts_with(|c: char| !c.is_lowercase())
    };
    let meet = |first: &Quotation, second: &Quotation| {
        let closed = first.runs.last().is_some_and(|run| run.close.is_some());
        let between = text.get(first.range().end..second.range().start);
        closed
            && between.is_some_and(|between| {
                between.contains(' ') && between.trim().is_empty() && !between.contains('\n')
            })
    };
    for number in 0..quotations.len() {
        let (earlier, rest) = quotations.split_at(number);
        let this = &rest[0];
        let stops = text[..this.runs[this.runs.len() - 1].words.end].ends_with(['.', '!', '…']);
        let level = |other: &&Quotation| other.is_level(this);
        let next = rest[1..]
            .iter()
            .take(NEAR)
            .find(level)
            .filter(|next| meet(this, next));
        let Some(next) = next.filter(|next| stops && is_whole(this) && is_whole(next)) else {
            continue;
        };
        let before = earlier.iter().rev().take(NEAR).find(level);
        let found = &this.attribution;
        let borrowed = found.cue.is_none()
            || matches!(found.how, Some(How::Continuing | How::Turn | How::Text));
        let listed = before.is_some_and(|before| meet(before, this));
        let found = (&this.attribution.name, &next.attribution.name);
        let one =
            matches!(found, (Some(this), Some(next)) if text[this.clone()] == text[next.clone()]);
        let tagged = |cue: &Range<usize>| cue.start >= next.runs[0].range().end && !one;
        let other = next.attribution.grade == Grade::None
            || next.attribution.cue.as_ref().is_some_and(tagged);
        if borrowed && !listed && other && !this.attribution.cited {
            quotations[number].attribution = Attribution::default();
        }
    }
}

/// Gives words within a sentence the speaker who is named behind the next: `They want "the land" and so
/// "all of it" (in the words of Okoro).`
pub(super) fn share_backwards(document: &Document, quotations: &mut [Quotation]) {
    const NEAR: usize = 4;
    for number in (0..quotations.len()).rev() {
        let (earlier, later) = quotations.split_at(number + 1);
        let this = &earlier[number];
        if this.class != Class::Direct || this.attribution.grade != Grade::None {
            continue;
        }
        let next = later.iter().take(NEAR).find(|next| next.is_level(this));
        let same = |next: &&Quotation| {
            let mut before = earlier[..number].iter().rev().take(NEAR);
            let before = before.find(|before| before.is_level(this));
            before.is_some_and(|before| is_between(document, before, this, next))
        };
        let found = next.filter(|next| shares(document, this.range(), next) || same(next));
        if let Some(found) = found.map(|next| next.attribution.clone()) {
            quotations[number].attribution = Attribution {
                how: Some(How::Continuing),
                ..found
            };
        }
    }
}

/// Whether a part of a sentence stands between words that one has said: `“…,” Orlik said. The boats would “rot
/// where they lie”. “It is late,” Orlik said.`
fn is_between(document: &Document, before: &Quotation, this: &Quotation, next: &Quotation) -> bool {
    let text = document.text();
    let name = |quotation: &Quotation| {
        let name = quotation.attribution.name.clone()?;
        Some(text[name].rsplit(' ').next().unwrap_or_default().to_owned())
    };
    let small = text[this.runs[0].words.clone()].starts_with(char::is_lowercase);
    let near = this.range().start.saturating_sub(before.range().end) <= REACH
        && next.range().start.saturating_sub(this.range().end) <= REACH;
    let end = document.sentence_at(before.range().end).end;
    let quiet = text
        .get(end..this.range().start)
        .is_none_or(|between| !cues::says(between));
    small && near && quiet && name(before).is_some_and(|spoke| name(next) == Some(spoke))
}

fn shares(document: &Document, this: Range<usize>, next: &Quotation) -> bool {
    let start = next.range().start;
    let Some(between) = document.text().get(this.end..start) else {
        return false;
    };
    let found = &next.attribution;
    // `“Remember the boat?” “Remember the storm?” All this remembering took place at Orlik's.`
    let row = between.trim().is_empty()
        && found.cue.as_ref().is_some_and(|cue| {
            cue.start >= next.range().end && pointed::points(&document.text()[cue.clone()])
        });
    if row {
        return true;
    }
    // Who is named between the two speaks the second only.
    let apart =
        (found.speaker.as_ref()).is_some_and(|speaker| (this.end..start).contains(&speaker.start));
    let one_sentence = document.sentence_at(this.start).contains(&start);
    // `Their policy "is a danger to us all." Giving it up "would tell them so," he said.`
    let part = |at: usize| document.text()[document.sentence_at(at).start..at].ends_with(' ');
    let part = part(this.start) && part(start);
    let one_block =
        (document.block_at(this.start)).is_some_and(|block| block.range.contains(&start));
    found.grade != Grade::None
        && !apart
        && between.len() <= REACH
        && (one_sentence || part && one_block)
}
