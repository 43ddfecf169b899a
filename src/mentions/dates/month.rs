//! Owns the month as a word, and the figures that may follow it: day and year.
//! Does not decide whether a bare `May` is the month: that is `evidence`.

use std::ops::Range;

use super::{
    mention::Fault,
    misspelt,
    number::{Number, number_at},
    scan::Scan,
    words,
    written::{MonthFigure, MonthStyle, YearFigure},
    year::{clean_right, short_year_at, year_at},
};

/// A month word, right or misspelt.
#[derive(Debug, Clone)]
pub(super) struct MonthWord {
    pub(super) figure: MonthFigure,
    pub(super) small: bool,
    pub(super) fault: Option<Fault>,
}

impl MonthWord {
    /// Past the word and its point.
    pub(super) fn end(&self) -> usize {
        self.figure.range.end
    }

    /// Small, and an everyday word when it is.
    pub(super) fn is_everyday(&self) -> bool {
        self.small && (matches!(self.figure.value, 3 | 5) || self.figure.style == MonthStyle::Short)
    }

    /// A word that, alone, is as likely a name or another word.
    pub(super) fn is_doubtful(&self) -> bool {
        matches!(self.figure.value, 3 | 4 | 5 | 6 | 8) || self.figure.style == MonthStyle::Short
    }
}

/// The month word at `at`.
pub(super) fn month_at(scan: Scan, at: usize) -> Option<MonthWord> {
    let token = scan.token(at);
    if !token.is_word() || scan.glued(token.end) {
        return None;
    }
    let (value, style) = words::month(token.text)?;
    let point = style == MonthStyle::Short && scan.char_at(token.end) == Some('.');
    let figure = MonthFigure {
        value: value.into(),
        range: at..token.end + usize::from(point),
        style,
        point,
    };
    Some(MonthWord {
        figure,
        small: token.is_small(),
        fault: None,
    })
}

/// The month word at `at`, or a word that misspells one; only for a place
/// beside figures.
pub(super) fn month_or_slip_at(scan: Scan, at: usize) -> Option<MonthWord> {
    if let Some(month) = month_at(scan, at) {
        return Some(month);
    }
    let token = scan.token(at);
    if !token.is_word() || scan.glued(token.end) {
        return None;
    }
    let value = misspelt::month(token.text)?;
    let fault = Fault::Misspelt {
        word: token.range(),
        month: i8::try_from(value).ok()?,
    };
    let figure = MonthFigure {
        value: value.into(),
        range: token.range(),
        style: MonthStyle::Full,
        point: false,
    };
    Some(MonthWord {
        figure,
        small: token.is_small(),
        fault: Some(fault),
    })
}

/// The number of a day after a month: `16`, `16th`, `the 16th`, `sixteenth`.
pub(super) fn day_after(scan: Scan, month_end: usize) -> Option<Number> {
    let hyphen = scan.char_at(month_end) == Some('-');
    let at = if hyphen {
        month_end + 1
    } else {
        scan.gap(month_end)?
    };
    let the = scan.words(month_end, &["the"]);
    let number = number_at(scan, the.map_or(at, |end| scan.skip(end)))?;
    let day = if number.spelt {
        number.ordinal
    } else {
        number.digits <= 2 && !number.grouped
    };
    let whole = (the.is_none() || number.ordinal) && (!hyphen || number.digits == 2);
    (day && whole && number.value > 0 && ends_day(scan, &number)).then_some(number)
}

/// Whether the figures of a day end there: not `16:30`, `16.5`, `16%`, `16/2`.
pub(super) fn ends_day(scan: Scan, number: &Number) -> bool {
    number.spelt || (clean_right(scan, number.end) && !scan.next(number.end).among(&["am", "pm"]))
}

/// The year that follows a month or day: the figure and whether a comma stands
/// before it; and the two figures of a short year.
#[derive(Debug, Clone)]
pub(super) enum Tail {
    Year(YearFigure, bool),
    Short(u32, Range<usize>),
}

/// The year after a month or day that ends at `end`.
pub(super) fn year_after(scan: Scan, end: usize) -> Option<Tail> {
    if let Some(year) = year_after_clock(scan, end) {
        return Some(Tail::Year(year, false));
    }
    let comma = scan.mark(end, ',');
    let at = match scan.char_at(end) {
        Some('-' | '/') if scan.token(end + 1).text.len() == 4 => end + 1,
        _ => scan.gap(comma.unwrap_or(end))?,
    };
    let of = scan.words(end, &["of"]).or_else(|| {
        scan.words(end, &["in"])
            .filter(|end| scan.next(*end).text.len() == 4)
    });
    let at = if comma.is_none() {
        of.map_or(at, |end| scan.skip(end))
    } else {
        at
    };
    if comma.is_none()
        && let Some((value, range)) = short_year_at(scan, at)
    {
        return Some(Tail::Short(value, range));
    }
    let year = year_at(scan, at, if comma.is_some() { 4 } else { 3 })?;
    let certain = year.era.is_some() || year.value >= 1000 || ends_clause(scan, year.range.end);
    certain.then_some(Tail::Year(year, comma.is_some()))
}

/// The year of `Tue Nov 14 12:00:00 UTC 2023`, as machines write it.
fn year_after_clock(scan: Scan, end: usize) -> Option<YearFigure> {
    let mut at = scan.gap(end)?;
    for part in 0..3 {
        let digits = scan.token(at);
        if !digits.is_number() || digits.text.len() > 2 {
            return None;
        }
        at = digits.end;
        match scan.mark(at, ':') {
            Some(next) if part < 2 => at = next,
            _ if part > 0 => break,
            _ => return None,
        }
    }
    let sign = scan.next(at);
    let zone = if sign.is_mark('+') || sign.is_mark('-') {
        scan.token(sign.end)
    } else {
        sign
    };
    let named = zone.is_word() && (2..=5).contains(&zone.text.len());
    if zone.start > sign.start || named && !zone.text.contains(|c: char| c.is_lowercase()) {
        at = zone.end;
    }
    year_at(scan, scan.gap(at)?, 4)
}

/// Whether a clause may end or turn at `end`, so that figures before it count
/// nothing that follows.
pub(super) fn ends_clause(scan: Scan, end: usize) -> bool {
    let next = scan.next(end);
    !next.is_number()
        && (!next.is_word()
            || next.within(
                "in at to and by when he she it they after before until on the of or with \
            where while a his her under as but from was were is had has there we you i \
            its their my our these those",
            ))
}
