//! Owns pairs of an Old Style and a New Style day: `25 October (7 November)
//! 1917`, `5 (18) March`, `5/18 March`, `7 November (25 October O.S.)`. Whether
//! the two differ by the right number of days is told, not judged.

use super::{
    calendar::{self, Calendar},
    day::{add_year, dress, month_after},
    mention::{DateMention, Kind, OldStyle, PairedDay},
    month::{MonthWord, day_after, month_at, year_after},
    number::{Number, number_at},
    scan::Scan,
    written::{DayFigure, MonthFigure, Order},
};

/// `5 (18) March 1917`, `5/18 March 1917`.
pub(super) fn pair_of_numbers(scan: Scan, first: &Number) -> Option<DateMention> {
    let open = scan.next(first.end);
    let bracket = open.is_mark('(');
    let slash = open.is_mark('/') && open.start == first.end;
    if !bracket && !slash {
        return None;
    }
    let second =
        number_at(scan, open.end).filter(|n| !n.spelt && n.digits <= 2 && n.value <= 31)?;
    let mut last = second.clone();
    if bracket {
        last.end = scan.mark(second.end, ')')?;
    }
    let (month, _) = month_after(scan, &last)?;
    // `5/6 March` is a night, not a pair of calendars.
    let apart = (second.value + 31).saturating_sub(first.value) % 31;
    // `Proc. IEEE 57(9) Sep 1969` is the number of a journal's volume.
    let issue = bracket && open.start == first.end && !(9..=16).contains(&apart);
    if month.small || first.value > 31 || issue || (!bracket && !(9..=14).contains(&apart)) {
        return None;
    }
    let mut mention = DateMention::new(first.start..month.end(), Kind::Day);
    mention.form.order = Order::DayMonth;
    dress(&mut mention, first, &month);
    add_year(&mut mention, year_after(scan, month.end()));
    let paired = |day: &Number| PairedDay {
        day: day.day_figure(),
        month: month.figure.clone(),
    };
    let (mut julian, gregorian) = (paired(first), paired(&second));
    // The one month written is that of the New Style day.
    if first.value > second.value {
        julian.month.value = (month.figure.value + 10) % 12 + 1;
        mention.written.month = Some(julian.month.clone());
    }
    mention.calendar = Calendar::Julian;
    mention.old_style = Some(Box::new(OldStyle {
        julian,
        gregorian,
        marked: false,
        apart: None,
        expected: None,
    }));
    Some(old_mark(scan, mention))
}

/// Takes in the second day of a pair behind a whole day, and the mark `O.S.`.
pub(super) fn with_pair(scan: Scan, mention: DateMention) -> DateMention {
    let mention = with_double_year(scan, mention);
    let open = scan.next(mention.range.end);
    let close = if open.is_mark('(') {
        ')'
    } else if open.is_mark('[') {
        ']'
    } else {
        return old_mark(scan, mention);
    };
    match bracketed(scan, &mention, open.end, close) {
        Some(paired) => paired,
        None => old_mark(scan, mention),
    }
}

/// Takes in the second figure of `11 February 1731/2`: where the year began on 25 March, the days
/// before it lay in the old year and in the new, which is meant.
fn with_double_year(scan: Scan, mut mention: DateMention) -> DateMention {
    let month = mention.written.month.as_ref().map(|month| month.value);
    let Some(year) = mention.written.year.as_mut() else {
        return mention;
    };
    let double = scan
        .mark(year.range.end, '/')
        .filter(|_| matches!(month, Some(1..=3)) && (1000..1753).contains(&year.value));
    let Some(second) = double.map(|at| scan.token(at)) else {
        return mention;
    };
    let next = year.value + 1;
    let modulus = match second.text.len() {
        1 => 10,
        2 => 100,
        _ => 10_000,
    };
    if second.text.parse() == Ok(next % modulus) && !scan.glued(second.end) {
        year.value = next;
        year.range.end = second.end;
        mention.range.end = second.end;
        mention.calendar = Calendar::Julian;
    }
    mention
}

fn bracketed(scan: Scan, mention: &DateMention, at: usize, close: char) -> Option<DateMention> {
    let (leading, at) =
        style_mark(scan, at).map_or((None, at), |(style, end)| (Some(style), scan.skip(end)));
    let (day, month, mut end) = day_month(scan, at).or_else(|| month_day(scan, at))?;
    let inner = year_after(scan, end);
    let mut probe = mention.clone();
    probe.written.year = None;
    add_year(&mut probe, inner);
    if probe.written.year.is_some() {
        end = probe.range.end;
    }
    let trailing = style_mark(scan, scan.skip(scan.mark(end, ',').unwrap_or(end)));
    let style = leading.or(trailing.map(|(style, _)| style));
    let close = scan.mark(trailing.map_or(end, |(_, end)| end), close)?;
    let mut mention = mention.clone();
    mention.range.end = close;
    if mention.written.year.is_none() && probe.written.year.is_some() {
        mention.written.year = probe.written.year;
    } else if mention.written.year.is_none() {
        add_year(&mut mention, year_after(scan, close));
    }
    let outer = PairedDay {
        day: mention.written.day.clone()?,
        month: mention.written.month.clone()?,
    };
    let inner = PairedDay { day, month };
    let inner_is_old = match style {
        Some(Calendar::Julian) => true,
        Some(Calendar::Gregorian) => false,
        None => comes_before(&inner, &outer),
    };
    let (julian, gregorian, calendar) = if inner_is_old {
        (inner, outer, Calendar::Gregorian)
    } else {
        (outer, inner, Calendar::Julian)
    };
    mention.calendar = calendar;
    mention.old_style = Some(Box::new(OldStyle {
        julian,
        gregorian,
        marked: style.is_some(),
        apart: None,
        expected: None,
    }));
    Some(mention)
}

/// Whether one day of a pair lies before the other, December before January:
/// without a mark the earlier one is the Old Style day.
fn comes_before(one: &PairedDay, other: &PairedDay) -> bool {
    match (one.month.value, other.month.value) {
        (12, 1) => true,
        (1, 12) => false,
        (a, b) => (a, one.day.value) < (b, other.day.value),
    }
}

fn day_month(scan: Scan, at: usize) -> Option<(DayFigure, MonthFigure, usize)> {
    let number = number_at(scan, at).filter(|n| !n.spelt && n.digits <= 2)?;
    let (month, _) = month_after(scan, &number)?;
    Some((number.day_figure(), month.figure.clone(), month.end()))
}

fn month_day(scan: Scan, at: usize) -> Option<(DayFigure, MonthFigure, usize)> {
    let month: MonthWord = month_at(scan, at)?;
    let number = day_after(scan, month.end())?;
    Some((number.day_figure(), month.figure, number.end))
}

/// `16 February 1938 O.S.`, `(Old Style)`: the day is a Julian one.
fn old_mark(scan: Scan, mut mention: DateMention) -> DateMention {
    let open = scan.next(mention.range.end);
    let bracket = open.is_mark('(') || open.is_mark('[') || open.is_mark(',');
    let at = if bracket {
        scan.skip(open.end)
    } else {
        open.start
    };
    let Some((style, end)) = style_mark(scan, at) else {
        return mention;
    };
    mention.range.end = if bracket {
        scan.mark(end, ')').or(scan.mark(end, ']')).unwrap_or(end)
    } else {
        end
    };
    match mention.old_style.as_mut() {
        Some(pair) => pair.marked = true,
        None => mention.calendar = style,
    }
    mention
}

/// `O.S.`, `OS`, `Old Style`, `N.S.`, `New Style`, `Julian`: the calendar and the end.
fn style_mark(scan: Scan, at: usize) -> Option<(Calendar, usize)> {
    let first = scan.token(at);
    match first.text {
        "OS" => return Some((Calendar::Julian, first.end)),
        "NS" => return Some((Calendar::Gregorian, first.end)),
        "O" | "N" => {
            let second = scan.token(scan.mark(first.end, '.')?);
            let end = scan.mark(second.end, '.').filter(|_| second.text == "S")?;
            let old = first.text == "O";
            return Some((
                if old {
                    Calendar::Julian
                } else {
                    Calendar::Gregorian
                },
                end,
            ));
        }
        _ => {}
    }
    let calendar = if first.among(&["old", "julian"]) {
        Calendar::Julian
    } else if first.among(&["new", "gregorian"]) {
        Calendar::Gregorian
    } else {
        return None;
    };
    let second = scan.next(first.end);
    if second.among(&["style", "calendar"]) {
        return Some((calendar, second.end));
    }
    first
        .among(&["julian", "gregorian"])
        .then_some((calendar, first.end))
}

/// Fills in how far the two days are apart, once the year is known.
pub(super) fn measure(pair: &mut OldStyle, year: i16) {
    let day = |paired: &PairedDay, calendar, year| {
        let (month, day) = (
            i8::try_from(paired.month.value).ok()?,
            i8::try_from(paired.day.value).ok()?,
        );
        calendar::date(calendar, year, month, day)
    };
    let over = pair.julian.month.value == 12 && pair.gregorian.month.value == 1;
    let gregorian_year = if over { year.saturating_add(1) } else { year };
    let figures = day(&pair.julian, Calendar::Gregorian, year);
    let gregorian = day(&pair.gregorian, Calendar::Gregorian, gregorian_year);
    pair.apart = figures
        .zip(gregorian)
        .and_then(|(a, b)| a.until(b).ok())
        .map(|span| span.get_days());
    let parts = i8::try_from(pair.julian.month.value)
        .ok()
        .zip(i8::try_from(pair.julian.day.value).ok());
    pair.expected = parts.and_then(|(month, day)| calendar::days_apart(year, month, day));
}
