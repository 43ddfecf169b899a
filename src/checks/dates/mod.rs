//! Dates: everything an article says about time, held against the calendar and against itself.

mod act_outside_life;
mod age;
mod ambiguous_numeric;
mod anniversary;
mod birth_death;
mod century;
mod duration;
mod elapsed;
mod event_conflict;
mod form;
mod future;
mod impossible;
mod life;
mod lifespan;
mod old_new_style;
mod preference;
mod range_reversed;
mod relative_conflict;
mod relative_unanchored;
mod style;
mod weekday;

pub(super) use act_outside_life::ActOutsideLife;
pub(super) use age::Age;
pub(super) use ambiguous_numeric::AmbiguousNumeric;
pub(super) use anniversary::Anniversary;
pub(super) use birth_death::BirthDeath;
pub(super) use century::Century;
pub(super) use duration::Duration;
pub(super) use elapsed::Elapsed;
pub(super) use event_conflict::EventConflict;
pub(super) use form::DateForm;
pub(super) use future::Future;
pub(super) use impossible::ImpossibleDate;
pub(super) use lifespan::Lifespan;
pub(super) use old_new_style::OldNewStyle;
pub(super) use preference::DatePreference;
pub(super) use range_reversed::RangeReversed;
pub(super) use relative_conflict::RelativeConflict;
pub(super) use relative_unanchored::RelativeUnanchored;
pub(super) use style::DateStyle;
pub(super) use weekday::Weekday;

use jiff::civil;

use crate::checks::Context;
use crate::mentions::dates::{DateMention, Interval};

/// A date, or the two ends of a range.
fn parts(date: &DateMention) -> &[DateMention] {
    date.ends
        .as_deref()
        .map_or(std::slice::from_ref(date), |ends| ends.as_slice())
}

/// Neighbouring dates with nothing but a comma, a bracket or a little word between them: what is
/// said twice of one thing.
fn beside<'c>(cx: &Context<'c>) -> impl Iterator<Item = (&'c DateMention, &'c DateMention)> {
    let dates: Vec<&DateMention> = cx.dates().collect();
    let text = cx.text();
    let near = move |pair: &[&'c DateMention]| {
        let between = text.get(pair[0].range.end..pair[1].range.start)?;
        let joined = matches!(
            between.trim(),
            "," | "("
                | ", in"
                | ", on"
                | "in"
                | "on"
                | ", in the"
                | "in the"
                | "(in the"
                | ", that is"
                | "—"
                | "–"
                | "- "
                | ", i.e."
                | "of"
        );
        (joined && between.len() < 16).then_some((pair[0], pair[1]))
    };
    let pairs: Vec<_> = dates.windows(2).filter_map(near).collect();
    pairs.into_iter()
}

/// An interval in words: `16 February 1938`, `1938`, `2 March 1938 to 8 March 1938`.
fn interval_name(interval: &Interval) -> String {
    match (interval.earliest, interval.latest) {
        (Some(first), Some(last)) if first == last => day_name(first),
        (Some(first), Some(_)) if Interval::year(first.year()) == *interval => {
            year_name(first.year())
        }
        (Some(first), Some(last)) if first.day() == 1 && last == first.last_of_month() => {
            format!(
                "{} {}",
                month_name(u32::from(first.month().unsigned_abs())).unwrap_or_default(),
                first.year()
            )
        }
        (Some(first), Some(last))
            if first.day() == 1 && first.month() == 1 && last.month() == 12 && last.day() == 31 =>
        {
            format!("{}–{}", year_name(first.year()), year_name(last.year()))
        }
        (Some(first), Some(last)) => format!("{} to {}", day_name(first), day_name(last)),
        (Some(first), None) => format!("{} or later", day_name(first)),
        (None, Some(last)) => format!("{} or earlier", day_name(last)),
        (None, None) => "an unknown time".into(),
    }
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
    format!(
        "{} {} {}",
        date.day(),
        MONTHS[month.min(11)],
        year_name(date.year())
    )
}

/// `1938`, `44 BC`; years are astronomical.
fn year_name(year: i16) -> String {
    if year > 0 {
        year.to_string()
    } else {
        format!("{} BC", 1 - i32::from(year))
    }
}
