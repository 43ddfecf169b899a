//! Owns the interval: the days between which something said to be "in 1938" or
//! "in early 1931" can lie. Vague words get a wide interval, so that they do not
//! contradict what they could agree with. Knows no text.

use jiff::{Span, civil::Date};

use super::unit::{Precision, Season, Unit};

/// Days from `earliest` to `latest`, both included; an end that is `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Interval {
    /// The first day it can be.
    pub earliest: Option<Date>,
    /// The last day it can be.
    pub latest: Option<Date>,
}

impl Interval {
    /// Nothing is known: open at both ends.
    pub const OPEN: Self = Self {
        earliest: None,
        latest: None,
    };

    /// One day.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Self {
            earliest: Some(date),
            latest: Some(date),
        }
    }

    /// A month (1 to 12) of a year (astronomical).
    #[must_use]
    pub fn month(year: i16, month: i8) -> Self {
        Date::new(year, month, 1).map_or(Self::OPEN, |first| Self {
            earliest: Some(first),
            latest: Some(first.last_of_month()),
        })
    }

    /// All days of a year (astronomical).
    #[must_use]
    pub fn year(year: i16) -> Self {
        Self::years(year, year)
    }

    /// All days from 1 January of the first year to 31 December of the last.
    #[must_use]
    pub fn years(first: i16, last: i16) -> Self {
        Self {
            earliest: Date::new(first, 1, 1).ok(),
            latest: Date::new(last, 12, 31).ok(),
        }
    }

    /// A season of a year, northern, whole months; the winter of a year is
    /// either the one that ends or the one that begins in it.
    #[must_use]
    pub fn season(year: i16, season: Season) -> Self {
        let span = |y1, m1, y2, m2| Self {
            earliest: Self::month(y1, m1).earliest,
            latest: Self::month(y2, m2).latest,
        };
        match season {
            Season::Spring => span(year, 3, year, 6),
            Season::Summer => span(year, 6, year, 9),
            Season::Autumn => span(year, 9, year, 12),
            Season::Winter => span(year.saturating_sub(1), 12, year.saturating_add(1), 3),
        }
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.earliest.is_none() && self.latest.is_none()
    }

    /// Whether the two can be the same time.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        let before =
            |a: Option<Date>, b: Option<Date>| matches!((a, b), (Some(a), Some(b)) if a < b);
        !before(self.latest, other.earliest) && !before(other.latest, self.earliest)
    }

    /// The smallest interval that holds both; an open end stays open.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        Self {
            earliest: self.earliest.zip(other.earliest).map(|(a, b)| a.min(b)),
            latest: self.latest.zip(other.latest).map(|(a, b)| a.max(b)),
        }
    }

    /// The one year all its days lie in.
    #[must_use]
    pub fn single_year(&self) -> Option<i16> {
        let (a, b) = self.earliest.zip(self.latest)?;
        (a.year() == b.year()).then(|| a.year())
    }

    /// What is left of the interval under a word such as "early" or "before".
    /// `inclusive` tells "since", "by" and "until" from "after" and "before".
    #[must_use]
    pub fn narrowed(&self, precision: Precision, inclusive: bool) -> Self {
        match precision {
            Precision::Exact => *self,
            Precision::Circa => self.loosened(),
            Precision::Early | Precision::Mid | Precision::Late => self.part(precision),
            Precision::Before if inclusive => Self {
                earliest: None,
                latest: self.latest,
            },
            Precision::Before => Self {
                earliest: None,
                latest: self.earliest.and_then(|d| d.yesterday().ok()),
            },
            Precision::After if inclusive => Self {
                earliest: self.earliest,
                latest: None,
            },
            Precision::After => Self {
                earliest: self.latest.and_then(|d| d.tomorrow().ok()),
                latest: None,
            },
        }
    }

    /// The first half, the middle half or the second half, in whole months or
    /// years where the interval is made of such.
    fn part(&self, precision: Precision) -> Self {
        let Some((first, last)) = self.earliest.zip(self.latest) else {
            return *self;
        };
        let years = i32::from(last.year()) - i32::from(first.year()) + 1;
        let months = (years - 1) * 12 + i32::from(last.month()) - i32::from(first.month()) + 1;
        let (quarter, half, three) = if years > 1 && months < 24 {
            // A winter is either of two.
            return *self;
        } else if years > 1 {
            (
                Span::new().years(years / 4),
                Span::new().years(years / 2),
                Span::new().years(years - years / 4),
            )
        } else if first.month() != last.month() {
            (
                Span::new().months(months / 4),
                Span::new().months(months / 2),
                Span::new().months(months - months / 4),
            )
        } else if first != last {
            (
                Span::new().days(7),
                Span::new().days(14),
                Span::new().days(23),
            )
        } else {
            return *self;
        };
        let at = |span: Span| first.checked_add(span).unwrap_or(first).min(last);
        let before = |date: Date| date.yesterday().unwrap_or(date).max(first);
        match precision {
            Precision::Early => Self {
                earliest: Some(first),
                latest: Some(before(at(half))),
            },
            Precision::Late => Self {
                earliest: Some(at(half)),
                latest: Some(last),
            },
            _ => Self {
                earliest: Some(at(quarter)),
                latest: Some(before(at(three))),
            },
        }
    }

    /// Widened by what "about" may mean: five years to either side of a year or
    /// more, ten days of anything shorter.
    fn loosened(&self) -> Self {
        let Some((first, last)) = self.earliest.zip(self.latest) else {
            return *self;
        };
        let months = (i32::from(last.year()) - i32::from(first.year())) * 12
            + i32::from(last.month())
            - i32::from(first.month());
        let by = if months >= 11 {
            Span::new().years(5)
        } else {
            Span::new().days(10)
        };
        Self {
            earliest: first.checked_sub(by).ok(),
            latest: last.checked_add(by).ok(),
        }
    }

    /// Moved by `count` units, then widened to whole units: two years after a
    /// day of 1938 is any day of 1940.
    #[must_use]
    pub fn moved(&self, count: i64, unit: Unit) -> Self {
        let (Some(first), Some(last), Some(span)) = (self.earliest, self.latest, unit.span(count))
        else {
            return Self::OPEN;
        };
        let (Ok(a), Ok(b)) = (first.checked_add(span), last.checked_add(span)) else {
            return Self::OPEN;
        };
        Self {
            earliest: Some(a),
            latest: Some(b),
        }
        .widened_to(unit)
    }

    /// The whole units its days lie in; weeks run three days to either side,
    /// decades two years and centuries ten.
    #[must_use]
    pub fn widened_to(&self, unit: Unit) -> Self {
        let Some((a, b)) = self.earliest.zip(self.latest) else {
            return *self;
        };
        match unit {
            Unit::Day => *self,
            Unit::Week | Unit::Fortnight => Self {
                earliest: a.checked_sub(Span::new().days(3)).ok(),
                latest: b.checked_add(Span::new().days(3)).ok(),
            },
            Unit::Month => Self {
                earliest: Some(a.first_of_month()),
                latest: Some(b.last_of_month()),
            },
            Unit::Year => Self::years(a.year(), b.year()),
            Unit::Decade => Self::years(a.year().saturating_sub(2), b.year().saturating_add(2)),
            Unit::Century => Self::years(a.year().saturating_sub(10), b.year().saturating_add(10)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn ends(interval: Interval) -> (Date, Date) {
        (interval.earliest.unwrap(), interval.latest.unwrap())
    }

    #[test]
    fn parts_of_a_year_are_halves() {
        let year = Interval::year(1931);
        assert_eq!(
            ends(year.narrowed(Precision::Early, true)),
            (date(1931, 1, 1), date(1931, 6, 30))
        );
        assert_eq!(
            ends(year.narrowed(Precision::Mid, true)),
            (date(1931, 4, 1), date(1931, 9, 30))
        );
        assert_eq!(
            ends(year.narrowed(Precision::Late, true)),
            (date(1931, 7, 1), date(1931, 12, 31))
        );
    }

    #[test]
    fn parts_of_a_decade_a_month_and_a_century() {
        let decade = Interval::years(2000, 2009);
        assert_eq!(
            ends(decade.narrowed(Precision::Early, true)),
            (date(2000, 1, 1), date(2004, 12, 31))
        );
        let month = Interval::month(1938, 2);
        assert_eq!(
            ends(month.narrowed(Precision::Early, true)),
            (date(1938, 2, 1), date(1938, 2, 14))
        );
        assert_eq!(
            ends(month.narrowed(Precision::Late, true)),
            (date(1938, 2, 15), date(1938, 2, 28))
        );
        let century = Interval::years(1800, 1899);
        assert_eq!(
            ends(century.narrowed(Precision::Mid, true)),
            (date(1825, 1, 1), date(1874, 12, 31))
        );
    }

    #[test]
    fn before_and_after_are_half_open() {
        let year = Interval::year(1938);
        assert_eq!(
            year.narrowed(Precision::Before, false).latest,
            Some(date(1937, 12, 31))
        );
        assert_eq!(
            year.narrowed(Precision::Before, true).latest,
            Some(date(1938, 12, 31))
        );
        assert_eq!(
            year.narrowed(Precision::After, false).earliest,
            Some(date(1939, 1, 1))
        );
        assert_eq!(
            year.narrowed(Precision::After, true).earliest,
            Some(date(1938, 1, 1))
        );
    }

    #[test]
    fn years_later_are_whole_years_and_days_later_are_days() {
        let day = Interval::day(date(1938, 2, 16));
        assert_eq!(day.moved(2, Unit::Year), Interval::year(1940));
        assert_eq!(day.moved(-3, Unit::Day), Interval::day(date(1938, 2, 13)));
    }

    #[test]
    fn open_ends_meet_everything_on_their_side() {
        let after = Interval {
            earliest: Some(date(1934, 1, 1)),
            latest: None,
        };
        assert!(after.meets(&Interval::year(1990)));
        assert!(!after.meets(&Interval::year(1933)));
        assert!(Interval::OPEN.meets(&after));
    }
}
