//! Owns the conversion between the Julian (Old Style) and the Gregorian (New
//! Style) calendar, both proleptic, by way of Julian day numbers. Does not know
//! which country changed its calendar when, nor any text.
//!
//! Formulas: Claus Tøndering, *Calendar FAQ*, section 2.16 ("Is there a formula
//! for calculating the Julian day number?"). Years are astronomical: 1 BC is 0,
//! 44 BC is -43.

use jiff::civil::Date;

/// The calendar a day was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Calendar {
    /// New Style; also every date without a mark.
    #[default]
    Gregorian,
    /// Old Style.
    Julian,
}

/// The day that `year`, `month` and `day` name in `calendar`, as a Gregorian
/// date; `None` if that calendar has no such day.
#[must_use]
pub fn date(calendar: Calendar, year: i16, month: i8, day: i8) -> Option<Date> {
    match calendar {
        Calendar::Gregorian => Date::new(year, month, day).ok(),
        Calendar::Julian => {
            if !(1..=12).contains(&month) || day < 1 || day > julian_month_length(year, month) {
                return None;
            }
            gregorian_of_day_number(julian_day_number(year, month, day))
        }
    }
}

/// How many days the Gregorian calendar is ahead of the Julian one on the day
/// that the Julian calendar calls `year`, `month`, `day`: 12 for the
/// nineteenth century, 13 for the twentieth.
#[must_use]
pub fn days_apart(year: i16, month: i8, day: i8) -> Option<i32> {
    date(Calendar::Julian, year, month, day)?;
    Some(julian_day_number(year, month, day) - gregorian_day_number(year, month, day))
}

/// The length of a month in days, in a year of the Julian calendar.
fn julian_month_length(year: i16, month: i8) -> i8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.rem_euclid(4) == 0 => 29,
        2 => 28,
        _ => 31,
    }
}

/// Year and month counted from March of 4801 BC, as the formulas want them.
fn from_march(year: i16, month: i8) -> (i32, i32) {
    let a = (14 - i32::from(month)) / 12;
    (i32::from(year) + 4800 - a, i32::from(month) + 12 * a - 3)
}

fn julian_day_number(year: i16, month: i8, day: i8) -> i32 {
    let (y, m) = from_march(year, month);
    i32::from(day) + (153 * m + 2) / 5 + 365 * y + y.div_euclid(4) - 32083
}

fn gregorian_day_number(year: i16, month: i8, day: i8) -> i32 {
    let (y, m) = from_march(year, month);
    i32::from(day) + (153 * m + 2) / 5 + 365 * y + y.div_euclid(4) - y.div_euclid(100)
        + y.div_euclid(400)
        - 32045
}

fn gregorian_of_day_number(number: i32) -> Option<Date> {
    let a = number + 32044;
    let b = (4 * a + 3).div_euclid(146_097);
    let c = a - (146_097 * b).div_euclid(4);
    let d = (4 * c + 3).div_euclid(1461);
    let e = c - (1461 * d).div_euclid(4);
    let m = (5 * e + 2).div_euclid(153);
    let year = i16::try_from(100 * b + d - 4800 + m.div_euclid(10)).ok()?;
    let month = i8::try_from(m + 3 - 12 * m.div_euclid(10)).ok()?;
    let day = i8::try_from(e - (153 * m + 2).div_euclid(5) + 1).ok()?;
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_style_days_become_new_style_days() {
        let table = [
            ((1917, 10, 25), (1917, 11, 7)),
            ((1917, 2, 23), (1917, 3, 8)),
            ((1900, 2, 29), (1900, 3, 13)),
            ((1582, 10, 5), (1582, 10, 15)),
            ((1752, 9, 3), (1752, 9, 14)),
            ((1, 1, 1), (0, 12, 30)),
            ((-43, 3, 15), (-43, 3, 13)),
        ];
        for ((y, m, d), (gy, gm, gd)) in table {
            assert_eq!(
                date(Calendar::Julian, y, m, d),
                Date::new(gy, gm, gd).ok(),
                "{y}-{m}-{d}"
            );
        }
    }

    #[test]
    fn the_difference_is_that_of_the_century() {
        assert_eq!(days_apart(1699, 5, 1), Some(10));
        assert_eq!(days_apart(1799, 5, 1), Some(11));
        assert_eq!(days_apart(1861, 2, 19), Some(12));
        assert_eq!(days_apart(1917, 10, 25), Some(13));
    }

    #[test]
    fn days_no_calendar_has_are_refused() {
        assert_eq!(date(Calendar::Julian, 1901, 2, 29), None);
        assert_eq!(date(Calendar::Julian, 1904, 2, 30), None);
        assert_eq!(date(Calendar::Julian, 1904, 13, 1), None);
        assert_eq!(date(Calendar::Gregorian, 1900, 2, 29), None);
    }

    #[test]
    fn day_numbers_run_without_a_gap() {
        let mut last = gregorian_of_day_number(1_700_000).unwrap();
        for number in 1_700_001..1_720_000 {
            let next = gregorian_of_day_number(number).unwrap();
            assert_eq!(last.tomorrow().unwrap(), next);
            last = next;
        }
    }
}
