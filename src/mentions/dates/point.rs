//! Owns the arithmetic of relative words: from a day or an interval to the days
//! that `last week` or `the following spring` can mean. Reads no text.

use std::ops::Range;

use jiff::{
    Span,
    civil::{Date, Weekday},
};

use super::{
    interval::Interval,
    mention::{Anchor, DateMention, Reference},
    settle::Context,
    unit::{Precision, Season, Unit},
};

/// Where a relative word points, in steps from its base.
#[derive(Debug, Clone, Copy)]
pub(super) enum Target {
    /// The calendar unit so many steps away: `last week`.
    Unit(Unit, i64),
    /// So many units away: `two years later`; loosely if approximate.
    Moved(Unit, i64, bool),
    /// All the days of so many units up to, or from, the base; unknown how many; the sign.
    Span(Unit, Option<i64>, i64),
    Weekday(Weekday, i64),
    /// The first such day after a day: `on the Thursday`.
    WeekdayAfter(Weekday),
    Month(u8, i64),
    Season(Season, i64),
    /// Somewhere before (-1) or after (1).
    Side(i64),
}

/// The mention that points to `target` from its base in the context.
pub(super) fn pointed(
    context: &Context,
    range: Range<usize>,
    reference: Reference,
    target: &Target,
) -> DateMention {
    let mut mention = DateMention::relative(range, reference);
    if let Some(relative) = mention.relative.as_mut() {
        let (offset, unit, approximate) = match *target {
            Target::Unit(unit, offset) => (Some(offset), Some(unit), false),
            Target::Moved(unit, offset, approximate) => (Some(offset), Some(unit), approximate),
            Target::Span(unit, offset, _) => (offset, Some(unit), offset.is_none()),
            _ => (None, None, false),
        };
        (relative.offset, relative.unit, relative.approximate) = (offset, unit, approximate);
    }
    let base = match reference {
        Reference::Deictic => context
            .document
            .map(|day| (Interval::day(day), Anchor::Document)),
        Reference::Anaphoric => {
            let near = context
                .seen
                .as_ref()
                .filter(|seen| seen.block + 1 >= context.block);
            near.map(|seen| (seen.interval, Anchor::Mention(seen.range.clone())))
        }
    };
    if matches!(target, Target::Moved(_, _, true)) {
        mention.precision = Precision::Circa;
    }
    if let Some((base, anchor)) = base
        && let Some(interval) = days(base, target)
    {
        mention.interval = interval;
        mention.base = interval;
        mention.anchor = Some(anchor);
    }
    mention
}

fn days(base: Interval, target: &Target) -> Option<Interval> {
    let (first, last) = (base.earliest?, base.latest?);
    let found = match *target {
        Target::Unit(unit, step) => Interval {
            earliest: calendar_unit(first, unit, step)?.earliest,
            latest: calendar_unit(last, unit, step)?.latest,
        },
        Target::Moved(Unit::Century, count, loose) => {
            return days(base, &Target::Moved(Unit::Year, count * 100, loose));
        }
        Target::Moved(Unit::Decade, count, true) => {
            return days(base, &Target::Moved(Unit::Year, count * 10, true));
        }
        Target::Moved(unit, count, false) => base.moved(count, unit),
        Target::Moved(unit, count, true) => {
            let slack = (count.abs() / 5).max(1);
            base.moved(count - slack, unit)
                .hull(&base.moved(count + slack, unit))
        }
        Target::Span(unit, Some(count), _) => {
            let far = unit.span(count)?;
            let (a, b) = (first.checked_add(far).ok()?, last.checked_add(far).ok()?);
            Interval {
                earliest: Some(a.min(first)),
                latest: Some(b.max(last)),
            }
        }
        Target::Span(_, None, sign) | Target::Side(sign) => Interval {
            earliest: (sign > 0).then_some(first),
            latest: (sign < 0).then_some(last),
        },
        Target::Weekday(day, step) => weekday(first, last, day, step)?,
        Target::WeekdayAfter(day) => {
            let ahead = i64::from(last.weekday().until(day));
            Interval::day(last.checked_add(Span::new().days(ahead)).ok()?)
        }
        Target::Month(month, step) => {
            let month = i8::try_from(month).ok()?;
            yearly(first, last, step, |year| Interval::month(year, month))
        }
        Target::Season(season, step) => {
            yearly(first, last, step, |year| Interval::season(year, season))
        }
    };
    Some(found)
}

/// The day, week (from Monday), month, year, decade or century `step` away.
fn calendar_unit(day: Date, unit: Unit, step: i64) -> Option<Interval> {
    let moved = day.checked_add(unit.span(step)?).ok()?;
    Some(match unit {
        Unit::Day => Interval::day(moved),
        Unit::Week | Unit::Fortnight => {
            let monday = moved
                .checked_sub(Span::new().days(moved.weekday().to_monday_zero_offset()))
                .ok()?;
            Interval {
                earliest: Some(monday),
                latest: monday.checked_add(Span::new().days(6)).ok(),
            }
        }
        Unit::Month => Interval::month(moved.year(), moved.month()),
        Unit::Year => Interval::year(moved.year()),
        Unit::Decade => {
            let first = moved.year() - moved.year().rem_euclid(10);
            Interval::years(first, first.saturating_add(9))
        }
        Unit::Century => {
            let first = moved.year() - moved.year().rem_euclid(100);
            Interval::years(first, first.saturating_add(99))
        }
    })
}

/// The weekday before, about or after the base. `last Friday` and `next Friday`
/// may mean the nearest or that of the week beyond; a bare one, either side.
fn weekday(first: Date, last: Date, day: Weekday, step: i64) -> Option<Interval> {
    let back = i64::from(day.until(first.weekday()));
    let ahead = i64::from(last.weekday().until(day));
    let nonzero = |days: i64| if days == 0 { 7 } else { days };
    let (from, to) = match step {
        -1 => (
            -nonzero(back) - if back < 7 { 7 } else { 0 },
            -nonzero(back),
        ),
        1 => (nonzero(ahead), nonzero(ahead) + 7),
        _ if back == 0 || ahead == 0 => (-back, ahead),
        _ => (-back, ahead),
    };
    let (a, b) = if step == 1 {
        (last, last)
    } else if step == -1 {
        (first, first)
    } else {
        (first, last)
    };
    Some(Interval {
        earliest: a.checked_add(Span::new().days(from)).ok(),
        latest: b.checked_add(Span::new().days(to)).ok(),
    })
}

/// A month or season that comes every year: the one before, in, or after the base.
/// Where the base lies in or beside one, the neighbour may be meant.
fn yearly(first: Date, last: Date, step: i64, of: impl Fn(i16) -> Interval) -> Interval {
    match step {
        -1 => {
            let this = of(first.year());
            let begun = this.earliest.is_some_and(|start| start <= first);
            let before = of(first.year().saturating_sub(1));
            if begun { before.hull(&this) } else { before }
        }
        1 => {
            let this = of(last.year());
            let to_come = this.earliest.is_some_and(|start| start > first);
            let after = of(last.year().saturating_add(1));
            if to_come { this.hull(&after) } else { after }
        }
        _ => of(first.year()).hull(&of(last.year())),
    }
}
