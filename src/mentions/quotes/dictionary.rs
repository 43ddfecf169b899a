//! Whether a text is a dictionary: headwords in the order of the alphabet, each over its text. What such a text has
//! in marks and gives to nobody are examples of use.

use std::cmp::Ordering;

use super::attribution::Grade;
use super::{Class, Quotation};
use crate::document::{Block, BlockKind, Document};

/// Headwords that follow each other, at least.
const HEADWORDS: usize = 24;

/// One in so many blocks of a dictionary is a headword.
const SHARE: usize = 12;

/// A headword and what is said of its sound and its kind are at most this long, in bytes.
const HEAD: usize = 48;

/// Fewer quotations without a speaker tell nothing of a text, and cost it little.
const EXAMPLES: usize = 3;

/// Makes terms of the examples of a dictionary.
pub(super) fn set_examples(document: &Document, quotations: &mut [Quotation]) {
    let is_example = |quotation: &&mut Quotation| {
        quotation.class == Class::Direct && quotation.attribution.grade == Grade::None
    };
    let examples = quotations.iter_mut().filter(is_example);
    if examples.count() >= EXAMPLES && is_dictionary(document) {
        for example in quotations.iter_mut().filter(is_example) {
            example.class = Class::Term;
        }
    }
}

/// Whether at most one headword in five breaks the order: any other short lines do at every second.
fn is_dictionary(document: &Document) -> bool {
    let blocks = document.blocks();
    let pairs = blocks.iter().zip(blocks.iter().skip(1));
    let heads = pairs.filter_map(|(head, below)| headword(document, head, below));
    let (mut last, mut rising, mut falling) = (String::new(), 0, 0);
    for head in heads {
        match last.cmp(&head) {
            Ordering::Less => rising += 1,
            Ordering::Greater => falling += 1,
            Ordering::Equal => {}
        }
        last = head;
    }
    rising >= HEADWORDS && falling * 4 <= rising && rising * SHARE >= blocks.len()
}

/// The letters by which a short line over a longer one stands in the alphabet: `bixie /bik'see/, n.`
fn headword(document: &Document, head: &Block, below: &Block) -> Option<String> {
    let words = &document.text()[head.range.clone()];
    let shape = matches!(
        head.kind,
        BlockKind::Paragraph | BlockKind::Heading | BlockKind::List
    );
    let short = words.len() <= HEAD && below.range.len() > words.len();
    let opens = words.starts_with(|c: char| c.is_alphabetic() || c == '-');
    let word = words.split(['/', '\\', ',', '(', '[', '.']).next()?;
    let letters = word.chars().filter(|c| c.is_alphabetic());
    (shape && short && opens).then(|| letters.collect::<String>().to_lowercase())
}
