//! What was understood of an article: the fact checker's worksheet. One file per format. Judges nothing.

mod citations;
mod csv;
pub mod hover;
pub mod json;
mod names;
pub mod outline;
mod rows;
mod table;
mod words;

use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;

use jiff::civil::Date;

pub use csv::Csv;
pub use json::Json;
pub use names::{Listing, Names};
pub use table::Table;

use super::safe::safe;
use crate::archive::Sourced;
use crate::document::Document;
use crate::mentions::Mentions;
use crate::mentions::ages::Tie;
use crate::mentions::dates::{AgeMention, Dates, ElapsedWording, Interval, Unit};
use crate::source::{Span, display_path};

/// Writes what the articles of a run say.
pub trait Worksheet {
    /// One article, in the order of the run.
    ///
    /// # Errors
    /// The output cannot be written to.
    fn article(&mut self, out: &mut dyn Write, article: &Article) -> io::Result<()>;

    /// The end of the run.
    ///
    /// # Errors
    /// The output cannot be written to.
    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()>;
}

/// An article with what it says.
pub struct Article<'d> {
    document: &'d Document<'d>,
    mentions: &'d Mentions<'d>,
    sourced: Option<Sourced<'d>>,
}

impl<'d> Article<'d> {
    /// Nothing is extracted before a worksheet asks for it.
    pub fn new(mentions: &'d Mentions<'d>, sourced: Option<Sourced<'d>>) -> Self {
        Article {
            document: mentions.document(),
            mentions,
            sourced,
        }
    }

    fn dates(&self) -> &Dates {
        self.mentions.dates()
    }

    /// The words of a range, without markup.
    fn words(&self, range: &Range<usize>) -> &str {
        &self.document.text()[range.clone()]
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.document.span(range)
    }

    /// 1-based line and column (in Unicode scalar values) of an offset of the text.
    fn place(&self, range: &Range<usize>) -> (usize, usize) {
        let start = self.span(range).start;
        let position = self.document.source().position(start);
        (position.line, position.column)
    }

    /// Ages with whose they are and when.
    fn ages(&self) -> impl Iterator<Item = (&AgeMention, &Tie)> {
        self.dates().ages.iter().zip(self.mentions.ages())
    }
}

/// A stated length of time.
struct Length<'m> {
    range: &'m Range<usize>,
    amount: u32,
    unit: Unit,
    approximate: bool,
}

/// Lengths of time, also those from or to an event (`two years after the war`), in the order of the
/// text. Those that name a time (`two years later`) are dates.
fn durations(dates: &Dates) -> Vec<Length<'_>> {
    let lasting = dates.durations.iter().map(|duration| Length {
        range: &duration.range,
        amount: duration.amount.value,
        unit: duration.unit,
        approximate: duration.approximate,
    });
    in_order(lasting.chain(elapsed(dates, false)))
}

/// Anniversaries and `70 years since`, in the order of the text.
fn anniversaries(dates: &Dates) -> Vec<Length<'_>> {
    let named = dates.anniversaries.iter().map(|anniversary| Length {
        range: &anniversary.range,
        amount: anniversary.years.value,
        unit: Unit::Year,
        approximate: anniversary.approximate,
    });
    in_order(named.chain(elapsed(dates, true)))
}

/// Time gone by that names no time: years `since` an event, or the others.
fn elapsed(dates: &Dates, years_since: bool) -> impl Iterator<Item = Length<'_>> {
    dates
        .elapsed
        .iter()
        .filter(|elapsed| {
            use ElapsedWording::{After, Before, Since};
            matches!(elapsed.wording, After | Before | Since)
        })
        .filter(move |elapsed| {
            let since = elapsed.wording == ElapsedWording::Since && elapsed.unit == Unit::Year;
            since == years_since
        })
        .map(|elapsed| Length {
            range: &elapsed.range,
            amount: elapsed.amount.value,
            unit: elapsed.unit,
            approximate: elapsed.approximate,
        })
}

fn in_order<'m>(lengths: impl Iterator<Item = Length<'m>>) -> Vec<Length<'m>> {
    let mut lengths: Vec<_> = lengths.collect();
    lengths.sort_by_key(|length| length.range.start);
    lengths
}

/// A day as ISO 8601 writes it: `1938-02-16`, and 44 BC as `-0043-03-15`.
fn iso(day: Date) -> String {
    let sign = if day.year() < 0 { "-" } else { "" };
    let year = day.year().unsigned_abs();
    format!("{sign}{year:04}-{:02}-{:02}", day.month(), day.day())
}

/// `1938-02-16`, `1928-04-01 to 1928-10-31`, `from 1938-02-16 on`, `until 1938-02-16`.
fn between(interval: &Interval) -> String {
    match (interval.earliest, interval.latest) {
        (Some(earliest), Some(latest)) if earliest == latest => iso(earliest),
        (Some(earliest), Some(latest)) => format!("{} to {}", iso(earliest), iso(latest)),
        (Some(earliest), None) => format!("from {} on", iso(earliest)),
        (None, Some(latest)) => format!("until {}", iso(latest)),
        (None, None) => "at a time that is not told".to_owned(),
    }
}

/// What to say of a file that cannot be read, fit for a terminal.
pub fn refusal(path: &Path, reason: &str) -> String {
    format!("{}: {}", safe(&display_path(path)), safe(reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_have_four_digits_on_both_sides_of_the_era() {
        for ((year, month, day), expected) in [
            ((1938, 2, 16), "1938-02-16"),
            ((14, 8, 19), "0014-08-19"),
            ((0, 1, 1), "0000-01-01"),
            ((-43, 3, 15), "-0043-03-15"),
        ] {
            assert_eq!(iso(Date::constant(year, month, day)), expected);
        }
    }
}
