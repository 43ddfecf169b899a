//! Words in marks that a text as a whole shows to be nobody's: the examples of a dictionary, which has headwords in the
//! order of the alphabet, each over its text, and a term that comes back again and again.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::attribution::Grade;
use super::class::stops;
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

/// Words without a speaker that come back so often are a term.
const TERM: usize = 3;

/// Makes terms of words that come back, and of the examples of a dictionary.
pub(super) fn set_terms(document: &Document, quotations: &mut [Quotation]) {
    let is_example = |quotation: &&mut Quotation| {
        quotation.class == Class::Direct && quotation.attribution.grade == Grade::None
    };
    if quotations.iter_mut().filter(is_example).count() < EXAMPLES {
        return;
    }
    let words =
        |quotation: &Quotation| document.text()[quotation.runs[0].words.clone()].to_lowercase();
    let mut times: HashMap<String, usize> = HashMap::new();
    for quotation in quotations
        .iter()
        .filter(|quotation| is_short(document, quotation))
    {
        *times.entry(words(quotation)).or_default() += 1;
    }
    let dictionary = is_dictionary(document);
    for example in quotations.iter_mut().filter(is_example) {
        let term = is_short(document, example)
            && times
                .get(&words(example))
                .is_some_and(|&times| times >= TERM);
        if dictionary || term {
            example.class = Class::Term;
        }
    }
}

/// Whether a quotation may be a term: one run of few words without a stop.
fn is_short(document: &Document, quotation: &Quotation) -> bool {
    const LONGEST: usize = 60;
    let words = &document.text()[quotation.runs[0].words.clone()];
    quotation.runs.len() == 1 && words.len() <= LONGEST && !stops(words)
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
