//! What an article says about time as rows of words, for the formats that have columns.

use std::ops::Range;

use super::{Article, Length, anniversaries, durations, iso, words};
use crate::mentions::dates::{Anchor, Calendar, Interval, Precision, Unit};

/// One date, age, duration or anniversary; a cell is empty where there is nothing to say.
pub(super) struct Row {
    /// 1-based line and column (in Unicode scalar values).
    pub(super) place: (usize, usize),
    /// `date`, `age`, `duration` or `anniversary`.
    pub(super) what: &'static str,
    /// Its words without markup.
    pub(super) text: String,
    /// What a date names; of the others, how many of what: `32 years`.
    pub(super) kind: String,
    pub(super) precision: &'static str,
    /// The first day it can be, ISO 8601.
    pub(super) earliest: String,
    /// The last day it can be, ISO 8601.
    pub(super) latest: String,
    pub(super) calendar: Option<Calendar>,
    /// `line:column` of the mention it was completed from, or `document`.
    pub(super) anchor: String,
    /// Whose age it is.
    pub(super) person: String,
}

/// Dates, then ages, durations and anniversaries, each in the order of the text.
pub(super) fn rows(article: &Article) -> Vec<Row> {
    let found = article.dates();
    let dates = found.dates.iter().map(|date| Row {
        calendar: Some(date.calendar),
        anchor: match &date.anchor {
            Some(Anchor::Mention(range)) => place(article.place(range)),
            Some(Anchor::Document) => "document".to_owned(),
            None => String::new(),
        },
        ..row(
            article,
            "date",
            &date.range,
            words::kind(date.kind).to_owned(),
            date.precision,
        )
        .within(&date.interval)
    });
    let ages = article.ages().map(|(age, tie)| {
        let years = words::amount(age.years.value, Unit::Year);
        let vague = age.span.start() != age.span.end();
        let at = tie.at.as_ref().map(|at| at.interval).unwrap_or_default();
        let person = tie.person.as_ref();
        Row {
            person: person.map_or_else(String::new, |name| article.words(name).to_owned()),
            ..row(article, "age", &age.range, years, about(vague)).within(&at)
        }
    });
    let lengths = |what, lengths: Vec<Length<'_>>| {
        lengths
            .into_iter()
            .map(|length| {
                let amount = words::amount(length.amount, length.unit);
                row(
                    article,
                    what,
                    length.range,
                    amount,
                    about(length.approximate),
                )
            })
            .collect::<Vec<_>>()
    };
    dates
        .chain(ages)
        .chain(lengths("duration", durations(found)))
        .chain(lengths("anniversary", anniversaries(found)))
        .collect()
}

/// `line:column`.
pub(super) fn place((line, column): (usize, usize)) -> String {
    format!("{line}:{column}")
}

fn about(vague: bool) -> Precision {
    if vague {
        Precision::Circa
    } else {
        Precision::Exact
    }
}

fn row(
    article: &Article,
    what: &'static str,
    range: &Range<usize>,
    kind: String,
    precision: Precision,
) -> Row {
    Row {
        place: article.place(range),
        what,
        text: article.words(range).to_owned(),
        kind,
        precision: words::precision(precision),
        earliest: String::new(),
        latest: String::new(),
        calendar: None,
        anchor: String::new(),
        person: String::new(),
    }
}

impl Row {
    fn within(mut self, days: &Interval) -> Self {
        self.earliest = days.earliest.map(iso).unwrap_or_default();
        self.latest = days.latest.map(iso).unwrap_or_default();
        self
    }
}
