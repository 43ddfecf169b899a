//! Owns lists of days under one month: `3 and 5 March`, `3, 5 and 8 March 1938`, `March 3 and 5, 1938`.
//! Each day is a mention for itself; all but the last lack month and year.

use super::{
    day::month_after,
    mention::{DateMention, Kind},
    month::{MonthWord, Tail, year_after},
    number::{Number, number_at},
    scan::Scan,
    written::{Order, YearFigure},
};

/// Longer lists are no lists of days.
const LONGEST: usize = 6;

/// The first day of a list, with the month and the year that stand at its end.
pub(super) fn first_of_list(scan: Scan, first: &Number) -> Option<DateMention> {
    let (month, tail) = end_of_list(scan, first)?;
    if month.is_everyday() && tail.is_none() {
        return None;
    }
    let mut mention = DateMention::new(first.start..first.end, Kind::Day);
    mention.form.order = Order::DayMonth;
    mention.written.day = Some(first.day_figure());
    mention.written.month = Some(month.figure);
    mention.fault = first.ordinal_fault();
    if let Some(Tail::Year(year, _)) = tail {
        mention.written.year = Some(year);
    }
    Some(mention)
}

/// The year behind the further days of `March 3, 5 and 8, 1938`, from the end of the first.
pub(super) fn year_behind_days(scan: Scan, end: usize) -> Option<YearFigure> {
    let mut end = end;
    for _ in 0..LONGEST {
        let comma = scan.next(end);
        let word = if comma.is_mark(',') {
            scan.next(comma.end)
        } else {
            comma
        };
        let and = word.among(&["and", "or"]) || word.is_mark('&');
        if !and && !comma.is_mark(',') {
            return None;
        }
        let at = if and { word.end } else { comma.end };
        let day = number_at(scan, scan.gap(at)?).filter(|n| n.digits <= 2 && n.value <= 31)?;
        if and {
            return match year_after(scan, day.end)? {
                Tail::Year(year, _) => Some(year),
                Tail::Short(..) => None,
            };
        }
        end = day.end;
    }
    None
}

/// The month and year behind a list of rising days whose last follows `and`.
fn end_of_list(scan: Scan, first: &Number) -> Option<(MonthWord, Option<Tail>)> {
    let mut last = first.clone();
    for _ in 0..LONGEST {
        let comma = scan.next(last.end);
        let word = if comma.is_mark(',') {
            scan.next(comma.end)
        } else {
            comma
        };
        let and = word.among(&["and", "or"]) || word.is_mark('&');
        if !and && !comma.is_mark(',') {
            return None;
        }
        let at = if and { word.end } else { comma.end };
        let day = number_at(scan, scan.gap(at)?)
            .filter(|n| n.value > last.value && n.value <= 31 && n.spelt == first.spelt)?;
        if and {
            let (month, _) = month_after(scan, &day)?;
            let tail = year_after(scan, month.end());
            return Some((month, tail));
        }
        last = day;
    }
    None
}
