//! `unbalanced`: a quotation mark without its partner.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::quotes::Side;

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
                findings
                    .push(Finding::at(mark.range.clone()).field("found", cx.words(&mark.range)));
            }
        }
    }
}
