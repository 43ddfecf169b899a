//! `outline`: names, dates and quotations with their places, for an editor's list of symbols.

use super::{Article, between, words};
use crate::source::{Span, one_line};

/// What an entry is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A name with all its mentions.
    Name,
    /// A time.
    Date,
    /// Direct speech or a block quotation.
    Quotation,
}

/// One line of the outline.
#[derive(Debug)]
pub struct Entry {
    /// What it is of.
    pub part: Part,
    /// Its words, on one line.
    pub title: String,
    /// What was understood, in a few words; may be empty.
    pub detail: String,
    /// Where it stands first, bytes of the source.
    pub span: Span,
}

/// All entries, those of a part together, each part in the order of the text.
pub fn outline(article: &Article) -> Vec<Entry> {
    let entry = |part, range: &std::ops::Range<usize>, detail: String| Entry {
        part,
        title: one_line(article.words(range)),
        detail,
        span: article.span(range),
    };
    let names = article.mentions.groups().iter().map(|group| Entry {
        title: group.name.clone(),
        ..entry(
            Part::Name,
            &group.mentions[0],
            match group.mentions.len() {
                1 => String::new(),
                times => format!("{times} times"),
            },
        )
    });
    let dates = article
        .dates()
        .dates
        .iter()
        .map(|date| entry(Part::Date, &date.range, between(&date.interval)));
    let quotations = article
        .mentions
        .quotes()
        .quotations
        .iter()
        .filter(|quotation| quotation.is_speech() && quotation.depth == 0)
        .map(|quotation| {
            let speaker = quotation.attribution.speaker.as_ref();
            let detail = match speaker {
                Some(speaker) => one_line(article.words(speaker)),
                None => words::grade(quotation.attribution.grade).to_owned(),
            };
            entry(Part::Quotation, &quotation.range(), detail)
        });
    names.chain(dates).chain(quotations).collect()
}
