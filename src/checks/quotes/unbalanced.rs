//! `unbalanced`: a quotation mark without its partner.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::quotes::{LoneMark, Side};

/// Reports double marks and guillemets that open without closing, or close without opening.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unbalanced {
    /// Which of the two.
    side: UnbalancedSide,
}

#[derive(Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum UnbalancedSide {
    Unclosed,
    Unopened,
}

impl Check for Unbalanced {
    fn fields(&self) -> &'static [&'static str] {
        &["found"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let side = match self.side {
            UnbalancedSide::Unclosed => Side::Opening,
            UnbalancedSide::Unopened => Side::Closing,
        };
        // Two that open (or close) in one paragraph are one quotation of which a mark leans the wrong way.
        let mut first = None;
        for mark in cx
            .mentions
            .quotes()
            .lone
            .iter()
            .filter(|mark| mark.side == side)
        {
            let block = cx
                .document
                .block_at(mark.range.start)
                .map(|block| block.range.start);
            if first == block {
                first = None;
            } else if cx.reads_block(mark.range.start) {
                first = block;
                let mut finding =
                    Finding::at(mark.range.clone()).field("found", cx.words(&mark.range));
                if let Some(place) = block.and_then(|block| neighbour(cx, mark, block)) {
                    let said = match mark.side {
                        Side::Opening => "the next one opens here",
                        Side::Closing => "the last one was closed here",
                    };
                    finding = finding.label(place, said);
                }
                findings.push(finding);
            }
        }
    }
}

/// The mark beside that may be the one at fault: where the next quotation in marks of this kind opens, or the last one
/// was closed, in the same paragraph.
fn neighbour(cx: &Context, mark: &LoneMark, block: usize) -> Option<Range<usize>> {
    const NEAR: usize = 8;
    let all = &cx.mentions.quotes().quotations;
    let place = all.partition_point(|quotation| quotation.range().start < mark.range.start);
    let within = |place: &Range<usize>| {
        let holds = cx.document.block_at(place.start);
        holds.is_some_and(|holds| holds.range.start == block)
    };
    match mark.side {
        Side::Opening => all[place..]
            .iter()
            .take(NEAR)
            .filter(|next| next.kind == mark.kind)
            .map(|next| next.runs[0].open.clone())
            .find(|open| open.start > mark.range.start),
        Side::Closing => all[..place]
            .iter()
            .rev()
            .take(NEAR)
            .filter(|last| last.kind == mark.kind)
            .find_map(|last| last.runs.last()?.close.clone())
            .filter(|close| close.end <= mark.range.start),
    }
    .filter(within)
}
