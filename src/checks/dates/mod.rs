//! Dates: everything an article says about time, held against the calendar and against itself.

mod anniversary;
mod impossible;
mod range_reversed;
mod relative_unanchored;
mod style;
mod weekday;

pub(super) use anniversary::Anniversary;
pub(super) use impossible::ImpossibleDate;
pub(super) use range_reversed::RangeReversed;
pub(super) use relative_unanchored::RelativeUnanchored;
pub(super) use style::DateStyle;
pub(super) use weekday::Weekday;

use jiff::civil;

use crate::mentions::dates::DateMention;

/// A date, or the two ends of a range.
fn parts(date: &DateMention) -> &[DateMention] {
    date.ends
        .as_deref()
        .map_or(std::slice::from_ref(date), |ends| ends.as_slice())
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a month, 1 to 12.
fn month_name(month: u32) -> Option<&'static str> {
    let index = usize::try_from(month).ok()?.checked_sub(1)?;
    MONTHS.get(index).copied()
}

/// The English name of a day of the week.
fn weekday_name(weekday: civil::Weekday) -> &'static str {
    use civil::Weekday as W;
    match weekday {
        W::Monday => "Monday",
        W::Tuesday => "Tuesday",
        W::Wednesday => "Wednesday",
        W::Thursday => "Thursday",
        W::Friday => "Friday",
        W::Saturday => "Saturday",
        W::Sunday => "Sunday",
    }
}

/// `16 February 1938`.
fn day_name(date: civil::Date) -> String {
    let month = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    format!("{} {} {}", date.day(), MONTHS[month.min(11)], date.year())
}
