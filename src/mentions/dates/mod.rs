//! Owns the extraction of what English prose says about time: dates, ranges,
//! relative words, ages, durations, anniversaries. One forward pass; a word that
//! can begin nothing costs one look at its first letter and length. It reports
//! what is written and how, never whether that is right.
//!
//! ```text
//! the text      scan tokens          words what can begin a mention     number figures and words
//! the way       pass forward, once   core what a date begins with       settle years and days from the context
//! dates         day  month  year  numeric  list  range  old_style       prefix early, since, born
//! pointing      relative last week   nowadays today as an age           point from one day to another
//! counting      counted durations    age  age_after_name
//! is it one?    evidence  bare  numbered  life  misspelt                order day or month first
//! what is kept  mention  written  amount                                unit  interval  calendar
//! ```

mod age;
mod age_after_name;
mod amount;
mod bare;
mod calendar;
mod core;
mod counted;
mod day;
mod evidence;
mod interval;
mod life;
mod list;
mod mention;
mod misspelt;
mod month;
mod nowadays;
mod number;
mod numbered;
mod numeric;
mod old_style;
mod order;
mod pass;
mod point;
mod prefix;
mod range;
mod relative;
mod scan;
mod settle;
mod unit;
mod words;
mod written;
mod year;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub use amount::{
    AgeMention, AgeWording, AnniversaryMention, AnniversaryWording, DurationMention,
    ElapsedMention, ElapsedWording, Figure,
};
pub use calendar::{Calendar, date as day_in, days_apart};
pub use interval::Interval;
pub use mention::{
    Anchor, DateMention, Fault, Hint, Kind, OldStyle, PairedDay, Prose, Reference, Relative,
};
pub use unit::{Precision, Season, Unit};
pub use written::{
    DayFigure, Era, Form, MonthFigure, MonthStyle, Opener, Order, Separator, WeekdayFigure,
    Written, YearFigure,
};

/// Whether a word is a month's, whole or cut short: `March`, `Sept`.
pub(super) fn is_month(word: &str) -> bool {
    words::month(word).is_some()
}

/// Everything the prose says about time. Each list is in the order of the text,
/// and no two mentions of one list overlap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates {
    /// Days, months, years, ranges, relative words.
    pub dates: Vec<DateMention>,
    /// Ages of people (and of things, marked as such).
    pub ages: Vec<AgeMention>,
    /// Lengths of time.
    pub durations: Vec<DurationMention>,
    /// `70th anniversary`, `centenary`.
    pub anniversaries: Vec<AnniversaryMention>,
    /// Time gone by between two events: `70 years since`, `three days later`.
    /// Those that name a time (`ago`, `later`, `earlier`) are in `dates` too.
    pub elapsed: Vec<ElapsedMention>,
}

impl Dates {
    /// The dates that begin in a stretch of the text, without a look at the others.
    pub fn within(&self, range: &Range<usize>) -> impl Iterator<Item = &DateMention> + use<'_> {
        let first = self
            .dates
            .partition_point(|date| date.range.start < range.start);
        let end = range.end;
        self.dates[first..]
            .iter()
            .take_while(move |date| date.range.start < end)
    }
}

/// Extracts everything the prose says about time.
#[must_use]
pub fn extract(prose: &Prose) -> Dates {
    pass::run(prose)
}
