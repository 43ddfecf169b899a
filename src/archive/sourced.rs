//! The quotations of one document against the archive: looked up once, shared by rules and facts.

use std::ops::Range;
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

    /// What the sources have of a quotation of the document.
    pub fn verdict(&self, quotation: &Quotation) -> Option<&Verdict> {
        let quotations = &self.mentions.quotes().quotations;
        let number =
            quotations.partition_point(|other| other.range().start < quotation.range().start);
        let same = quotations[number..]
            .iter()
            .position(|other| std::ptr::eq(other, quotation))?;
        self.verdicts()[number + same].as_ref()
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

    /// The first of some places that is by another than the article says: nothing where one of them fits,
    /// or where the article names neither a speaker nor the key of a source.
    pub fn anothers(&self, quotation: &Quotation, places: &[Place]) -> Option<Claimed> {
        let around = self.around(quotation);
        let document = self.mentions.document();
        let named = |name: &str| {
            let mut all = around.iter();
            all.any(|range| has_word(&document.text()[range.clone()], name))
        };
        let attribution = &quotation.attribution;
        let words = match attribution.grade {
            Grade::Named => attribution.speaker.clone(),
            Grade::Pronoun => attribution.name.clone(),
            _ => None,
        };
        let words = words.or_else(|| self.key_behind(&around))?;
        let fits = |place: &&Place| {
            let source = self.source(place);
            match (source.surname(), source.key.as_deref()) {
                (None, None) => true,
                (surname, key) => {
                    surname.is_some_and(named)
                        || key.is_some_and(named)
                        // Of a source with a key alone it is not known who speaks in it.
                        || surname.is_none() && attribution.grade == Grade::Named
                }
            }
        };
        match places.iter().find(fits) {
            Some(_) => None,
            None => Some(Claimed {
                place: places.first()?.clone(),
                words,
            }),
        }
    }

    /// Where the article says whose words a quotation is: its paragraph and the sentence that leads to it.
    fn around(&self, quotation: &Quotation) -> Vec<Range<usize>> {
        let document = self.mentions.document();
        let range = quotation.range();
        let block = document
            .block_at(range.start)
            .map_or(0..0, |block| block.range.clone());
        let before = document.text()[..block.start].trim_end().len();
        let lead = document
            .sentence_at(before.saturating_sub(1))
            .start
            .min(block.start);
        let between = quotation
            .runs
            .windows(2)
            .map(|runs| runs[0].words.end..runs[1].words.start.max(runs[0].words.end));
        let ends = [lead..range.start, range.end.min(block.end)..block.end];
        between.chain(ends).collect()
    }

    /// The first key of a source behind a quotation in its paragraph, or its author in round brackets.
    fn key_behind(&self, around: &[Range<usize>]) -> Option<Range<usize>> {
        let behind = around.last()?;
        let text = &self.mentions.document().text()[behind.clone()];
        let end = text.find(['“', '"']).unwrap_or(text.len());
        let text = &text[..end];
        let found = |name: &String, within: &str| {
            let at = behind.start + find_word(within, name)?;
            Some(at..at + name.len())
        };
        let (keys, authors) = self.archive.names();
        let keys = keys.iter().filter_map(|key| found(key, text));
        let brackets = text.trim_start().starts_with('(');
        let brackets = brackets.then(|| &text[..text.find(')').unwrap_or(0)]);
        let authors = authors.iter().filter_map(|author| found(author, brackets?));
        keys.chain(authors).min_by_key(|range| range.start)
    }
}

/// A quotation that the sources give to another.
pub struct Claimed {
    /// Where it stands.
    pub place: Place,
    /// Whose it is said to be: bytes of the document's text.
    pub words: Range<usize>,
}

fn has_word(text: &str, word: &str) -> bool {
    find_word(text, word).is_some()
}

/// Where a text has a word that is no part of a longer one.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut found = text.match_indices(word).map(|(at, _)| at);
    found.find(|&at| {
        let (before, behind) = (&text[..at], &text[at + word.len()..]);
        !letter(before.chars().next_back()) && !letter(behind.chars().next())
    })
}
