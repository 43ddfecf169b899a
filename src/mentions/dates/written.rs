//! Owns the types that keep how a date is written: its figures, each with its
//! place, and the form they stand in. Offsets are bytes of the prose, half open.

use std::ops::Range;

use jiff::civil::Weekday;

use super::unit::Season;

/// The figures of a date as written, each with its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// `Wednesday`.
    pub weekday: Option<WeekdayFigure>,
    /// `16`, `16th`, `sixteenth`.
    pub day: Option<DayFigure>,
    /// `February`, `Feb.`, `02`.
    pub month: Option<MonthFigure>,
    /// `spring`.
    pub season: Option<Season>,
    /// `1938`, `44 BC`.
    pub year: Option<YearFigure>,
}

/// A day of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekdayFigure {
    /// Which.
    pub value: Weekday,
    /// Its place.
    pub range: Range<usize>,
    /// `Wed.` for `Wednesday`.
    pub abbreviated: bool,
}

/// A day of the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayFigure {
    /// The number as written, which no month need have.
    pub value: u32,
    /// Its place, with the suffix.
    pub range: Range<usize>,
    /// The place of `th` in `16th`.
    pub suffix: Option<Range<usize>>,
    /// `sixteenth`.
    pub spelt: bool,
}

/// A month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthFigure {
    /// The number, 1 to 12, or what was written in figures.
    pub value: u32,
    /// Its place, with the point of an abbreviation.
    pub range: Range<usize>,
    /// How it is written.
    pub style: MonthStyle,
    /// An abbreviation's point.
    pub point: bool,
}

/// How a month is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthStyle {
    /// `February`.
    Full,
    /// `Feb`.
    Short,
    /// `02`.
    Figures,
    /// `ii`.
    Roman,
}

/// A year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearFigure {
    /// The year meant, astronomical: 44 BC is -43.
    pub value: i16,
    /// Its place, with the era.
    pub range: Range<usize>,
    /// `38` for 1938, `'38`, `1936–7`.
    pub short: bool,
    /// BC, AD or their like is written.
    pub era: Option<Era>,
}

/// An era written beside a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Era {
    /// AD, CE.
    Common,
    /// BC, BCE.
    Before,
}

/// The form a date is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Form {
    /// The order of its figures.
    pub order: Order,
    /// A comma before the year.
    pub year_comma: bool,
    /// `16th of February`.
    pub of: bool,
    /// A range: what stands between its ends.
    pub separator: Option<Separator>,
    /// A range: blanks around the separator.
    pub spaced: bool,
    /// A range: what opens it.
    pub opener: Option<Opener>,
}

/// The order of the figures of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Not of several figures.
    #[default]
    Single,
    /// `16 February 1938`.
    DayMonth,
    /// `February 16, 1938`.
    MonthDay,
    /// `1938-02-16`.
    Iso,
    /// Figures only, `16/02/1938`, with what stands between them.
    NumericDayMonth(char),
    /// Figures only, `02/16/1938`.
    NumericMonthDay(char),
    /// Figures only, `03/04/1938`: either order; `written.day` is the first figure.
    NumericAmbiguous(char),
}

/// What stands between the ends of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `-`
    Hyphen,
    /// `–`
    EnDash,
    /// `—`
    EmDash,
    /// `/`
    Slash,
    /// `to`
    To,
    /// `until`, `till`
    Until,
    /// `through`, `thru`
    Through,
    /// `and`
    And,
}

impl Separator {
    /// Whether it is a dash or hyphen.
    #[must_use]
    pub fn is_dash(self) -> bool {
        matches!(self, Self::Hyphen | Self::EnDash | Self::EmDash)
    }
}

/// The word that opens a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opener {
    /// `from`
    From,
    /// `between`
    Between,
}
