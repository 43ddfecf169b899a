//! What an article says that other articles are compared with, kept when the article itself is gone.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::Mentions;
use super::quotes::Quotation;
use crate::source::{SourceFile, Span};

/// The names and quotations of one article.
#[derive(Debug)]
pub struct Trace {
    /// The article.
    pub source: Arc<SourceFile>,
    /// Its names outside quotations, in the order of their first places.
    pub names: Vec<Name>,
    /// What it quotes, in order; not what is quoted inside.
    pub quotations: Vec<Quoted>,
}

/// One spelling of a name (one word of it, or two that a blank or hyphen joins) with its places.
#[derive(Debug)]
pub struct Name {
    /// The word, without `'s`.
    pub word: String,
    /// Where it stands, bytes of the document's text, in order.
    pub places: Vec<Range<usize>>,
    /// The first of its places in the source.
    pub first: Span,
    /// Capitalised words that stand right before or behind it.
    pub neighbours: Vec<String>,
}

/// A quotation of direct speech or of a text.
#[derive(Debug)]
pub struct Quoted {
    /// From its first mark to the mark behind its first run of words.
    pub span: Span,
    /// Its words, without marks and interruptions.
    pub words: String,
}

impl Trace {
    /// What the mentions of an article leave.
    pub fn new(source: Arc<SourceFile>, mentions: &Mentions) -> Self {
        let spellings = mentions.names().spellings.iter();
        let quotations = mentions.quotes().quotations.iter();
        Trace {
            names: spellings
                .filter_map(|spelling| {
                    let word = spelling.word.clone();
                    let neighbours = spelling.neighbours.clone();
                    name(mentions, word, &spelling.places, neighbours)
                })
                .chain(pairs(mentions))
                .collect(),
            quotations: quotations
                .filter(|quotation| quotation.is_speech() && quotation.depth == 0)
                .map(|quotation| quoted(mentions, quotation))
                .collect(),
            source,
        }
    }
}

fn name(
    mentions: &Mentions,
    word: String,
    places: &[Range<usize>],
    neighbours: Vec<String>,
) -> Option<Name> {
    let places: Vec<_> = places
        .iter()
        .filter(|place| !mentions.is_quoted(place.start))
        .cloned()
        .collect();
    let first = mentions.document().span(places.first()?);
    Some(Name {
        word,
        places,
        first,
        neighbours,
    })
}

/// `Alma Ata` and `Alma-Ata`: what articles join in more than one way.
fn pairs(mentions: &Mentions) -> Vec<Name> {
    let text = mentions.document().text();
    let spellings = &mentions.names().spellings;
    let mut words: Vec<_> = spellings
        .iter()
        .flat_map(|spelling| &spelling.places)
        .collect();
    words.sort_by_key(|place| place.start);
    let mut pairs: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    for pair in words.windows(2) {
        if matches!(text.get(pair[0].end..pair[1].start), Some(" " | "-")) {
            let place = pair[0].start..pair[1].end;
            pairs.entry(&text[place.clone()]).or_default().push(place);
        }
    }
    let pairs = pairs.into_iter();
    pairs
        .filter_map(|(words, places)| name(mentions, words.to_owned(), &places, Vec::new()))
        .collect()
}

fn quoted(mentions: &Mentions, quotation: &Quotation) -> Quoted {
    let document = mentions.document();
    let runs = quotation.runs.iter();
    let words: Vec<_> = runs
        .map(|run| &document.text()[run.words.clone()])
        .collect();
    Quoted {
        span: document.span(&quotation.first_run()),
        words: words.join(" "),
    }
}
