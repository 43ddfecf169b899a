//! The quotations of one document against the archive: looked up once, shared by rules and facts.

use std::sync::OnceLock;

use super::{Archive, Place, Source, Verdict, Wanted};
use crate::mentions::Mentions;
use crate::mentions::quotes::{Grade, Quotation};

/// Shorter quotations are anybody's words, in words.
const SHORTEST: usize = 4;

/// What became of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// A source has it word for word.
    Verbatim,
    /// With what the rules of quoting allow.
    Altered,
    /// With other words.
    Misquoted,
    /// Of another author.
    Misattributed,
    /// In two places joined.
    Spliced,
    /// In no source.
    Absent,
    /// Too few words to look for.
    TooShort,
}

impl Status {
    /// Every status, the best first.
    pub const ALL: [Status; 7] = [
        Status::Verbatim,
        Status::Altered,
        Status::Misquoted,
        Status::Misattributed,
        Status::Spliced,
        Status::Absent,
        Status::TooShort,
    ];

    /// What a reader is told.
    pub fn describe(self) -> &'static str {
        match self {
            Status::Verbatim => "verbatim",
            Status::Altered => "legally altered",
            Status::Misquoted => "misquoted",
            Status::Misattributed => "misattributed",
            Status::Spliced => "spliced",
            Status::Absent => "absent",
            Status::TooShort => "too short to check",
        }
    }
}

/// What the sources have of the quotations of a document.
pub struct Sourced<'c> {
    archive: &'c Archive,
    mentions: &'c Mentions<'c>,
    verdicts: OnceLock<Vec<Option<Verdict>>>,
}

impl<'c> Sourced<'c> {
    /// Nothing is looked up yet.
    pub fn new(archive: &'c Archive, mentions: &'c Mentions<'c>) -> Self {
        Sourced {
            archive,
            mentions,
            verdicts: OnceLock::new(),
        }
    }

    /// The source of a place.
    pub fn source(&self, place: &Place) -> &'c Source {
        &self.archive.sources()[place.source]
    }

    /// Every direct or block quotation that no other holds, with what the sources have of it.
    pub fn quotations(&self) -> impl Iterator<Item = (&'c Quotation, &Verdict)> {
        let quotations = self.mentions.quotes().quotations.iter();
        quotations
            .zip(self.verdicts())
            .filter_map(|(quotation, verdict)| Some((quotation, verdict.as_ref()?)))
    }

    /// What became of a quotation, in a word.
    pub fn status(&self, quotation: &Quotation, verdict: &Verdict) -> Status {
        match verdict {
            Verdict::Verbatim(places) | Verdict::Altered(places)
                if self.anothers(quotation, places).is_some() =>
            {
                Status::Misattributed
            }
            Verdict::Verbatim(_) => Status::Verbatim,
            Verdict::Altered(_) => Status::Altered,
            Verdict::Misquoted(..) => Status::Misquoted,
            Verdict::Spliced(..) => Status::Spliced,
            Verdict::Absent => Status::Absent,
            Verdict::TooShort => Status::TooShort,
        }
    }

    fn verdicts(&self) -> &[Option<Verdict>] {
        self.verdicts.get_or_init(|| {
            let text = self.mentions.document().text();
            let quotations = &self.mentions.quotes().quotations;
            let wanted: Vec<_> = quotations
                .iter()
                .enumerate()
                .filter(|(_, quotation)| quotation.is_speech() && quotation.depth == 0)
                .map(|(number, quotation)| {
                    let runs = quotation.runs.iter();
                    let words = runs.map(|run| (run.words.start, &text[run.words.clone()]));
                    (number, Wanted::new(words))
                })
                .collect();
            let mut verdicts: Vec<Option<Verdict>> = vec![None; quotations.len()];
            let (long, short): (Vec<_>, Vec<_>) = wanted.into_iter().partition(|(_, wanted)| {
                wanted.words.iter().filter(|word| !word.is_open()).count() >= SHORTEST
            });
            for (number, _) in short {
                verdicts[number] = Some(Verdict::TooShort);
            }
            let (numbers, wanted): (Vec<usize>, Vec<Wanted>) = long.into_iter().unzip();
            for (number, verdict) in numbers.into_iter().zip(self.archive.look_up(&wanted)) {
                verdicts[number] = Some(verdict);
            }
            verdicts
        })
    }

    /// The first of some places whose author is not whom the article names: nothing where one of them
    /// fits, or where the article names nobody.
    pub fn anothers(&self, quotation: &Quotation, places: &[Place]) -> Option<Place> {
        if quotation.attribution.grade != Grade::Named {
            return None;
        }
        let unfitting = |place: &&Place| !self.fits(quotation, self.source(place));
        let unfit: Vec<_> = places.iter().filter(unfitting).collect();
        (unfit.len() == places.len())
            .then(|| unfit.first().copied().cloned())
            .flatten()
    }

    /// Whether the paragraph of a quotation names the author of a source, or its key.
    fn fits(&self, quotation: &Quotation, source: &Source) -> bool {
        let Some(author) = &source.author else {
            return true;
        };
        let surname = author.split(' ').next_back().unwrap_or(author);
        let document = self.mentions.document();
        let range = quotation.range();
        let block = document
            .block_at(range.start)
            .map_or(0..0, |block| block.range.clone());
        // The words before may stand in the paragraph that leads to it.
        let before = document.text()[..block.start].trim_end().len();
        let lead = document
            .sentence_at(before.saturating_sub(1))
            .start
            .min(block.start);
        let around = [lead..range.start, range.end.min(block.end)..block.end];
        let named = |name: &str| {
            around
                .iter()
                .any(|range| document.text()[range.clone()].contains(name))
        };
        named(surname) || source.key.as_deref().is_some_and(named)
    }
}
