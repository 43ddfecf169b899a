//! Owns dates in figures alone: ISO 8601, `16/02/1938`, `16.2.1938`, `16.ii.1938`.

use jiff::civil::Date;

use super::{
    interval::Interval,
    mention::{DateMention, Fault, Kind},
    scan::{Class, Scan, Token},
    words,
    written::{DayFigure, MonthFigure, MonthStyle, Order, YearFigure},
};

/// The date in figures at `at`.
pub(super) fn date_at(scan: Scan, at: usize) -> Option<DateMention> {
    let first = scan.token(at);
    let mark = scan.char_at(first.end).filter(|c| "/.-".contains(*c))?;
    if !first.is_number() || !clean_left(scan, at) {
        return None;
    }
    let second = scan.token(first.end + 1);
    let third = scan.token(scan.mark(second.end, mark)?);
    if !third.is_number() || !clean_end(scan, third.end) {
        return None;
    }
    if second.is_word() {
        let month = words::roman(second.text).filter(|_| mark == '.')?;
        return roman(&first, &second, month, &third);
    }
    match (first.text.len(), second.text.len(), third.text.len()) {
        (4, 2, 2) if mark == '.' && told_of(scan, at, CATALOGUED) => None,
        (1..=2, 1..=2, 2) if mark == '.' && told_of(scan, at, VERSIONED) => None,
        (4, 2, 2) => year_first(&first, &second, &third, mark),
        // `2001-9-3`: only where it is a day.
        (4, 1..=2, 1..=2) if mark == '-' => year_first(&first, &second, &third, '/'),
        (1, 1, 4) if mark == '.' && is_release(&first, &second, &third) => None,
        (1..=2, 1..=2, 4) => year_last(&first, &second, &third, mark),
        // `a 10/10/10 feed`: a day is not one of many.
        (1..=2, 1..=2, 2) if mark != '-' && !scan.before(at).among(&["a", "an"]) => {
            short_year(&first, &second, &third, mark)
        }
        _ => None,
    }
}

/// `9/11`: the one day that English knows by its figures alone.
pub(super) fn named_day(scan: Scan, at: usize) -> Option<DateMention> {
    let end = at + "9/11".len();
    let next = scan.next(end);
    let alone = clean_left(scan, at)
        && !scan.glued(end)
        && !scan.char_at(end).is_some_and(|c| "/%°".contains(c));
    let counted = next.is_number()
        || next.is("of")
        || scan
            .char_at(end)
            .is_some_and(|c| c == '.' && scan.token(end + 1).is_number());
    let before = scan.before(at);
    if scan.slice(at..end) != "9/11" || !alone || counted || before.is_number() {
        return None;
    }
    let mut mention = DateMention::new(at..end, Kind::Day);
    mention.base = Interval::day(Date::new(2001, 9, 11).ok()?);
    Some(mention)
}

/// How many tokens before figures with points may tell that they are no date.
const REACH: usize = 16;

/// Exhibits whose numbers begin with a year: `Accession 1938.12.14`.
const CATALOGUED: &str = "accession acc inv inventory";

/// What has versions: `Kernel 3.11.10`.
const VERSIONED: &str = "kernel version versions firmware release patched upgraded";

/// Whether the line before `at` tells, a few tokens back, of one of the things.
fn told_of(scan: Scan, at: usize, things: &str) -> bool {
    let words = std::iter::successors(Some(scan.before(at)), |word| Some(scan.before(word.start)));
    words
        .take(REACH)
        .take_while(|word| word.class != Class::Nothing)
        .any(|word| word.within(things))
}

/// Whether single figures and points are a release, `9.0.1532`: no calendar has a month 0, and nobody
/// writes a day of old times so.
fn is_release(first: &Token, second: &Token, third: &Token) -> bool {
    let old = third.text.parse::<i16>().is_ok_and(|year| year < 1600);
    old || first.text == "0" || second.text == "0"
}

fn clean_left(scan: Scan, at: usize) -> bool {
    scan.char_before(at)
        .is_none_or(|c| c.is_whitespace() || "([{\"'“”‘’—–,;:".contains(c))
}

fn clean_end(scan: Scan, end: usize) -> bool {
    match scan.char_at(end) {
        Some('T') => scan.token(end + 1).is_number() || !scan.glued(end + 1),
        Some(mark @ ('.' | ',' | ':' | '-' | '/')) => !scan.glued(end + mark.len_utf8()),
        Some('%' | '_' | '@' | '=') => false,
        _ => !scan.glued(end),
    }
}

fn value(token: &Token) -> Option<u32> {
    token.text.parse().ok()
}

fn year(token: &Token) -> Option<YearFigure> {
    let value = token
        .text
        .parse()
        .ok()
        .filter(|year| (1000..=2999).contains(year))?;
    Some(YearFigure {
        value,
        range: token.range(),
        short: false,
        era: None,
    })
}

/// Puts the figures into a mention; figures that no calendar has are a fault.
fn mention(day: &Token, month: &Token, year: YearFigure, order: Order) -> Option<DateMention> {
    let start = day.start.min(month.start).min(year.range.start);
    let end = day.end.max(month.end).max(year.range.end);
    let mut mention = DateMention::new(start..end, Kind::Day);
    mention.written.day = Some(DayFigure {
        value: value(day)?,
        range: day.range(),
        suffix: None,
        spelt: false,
    });
    mention.written.month = Some(MonthFigure {
        value: value(month)?,
        range: month.range(),
        style: MonthStyle::Figures,
        point: false,
    });
    mention.written.year = Some(year);
    mention.form.order = order;
    Some(mention)
}

fn year_first(first: &Token, second: &Token, third: &Token, mark: char) -> Option<DateMention> {
    let year = year(first)?;
    let plain = (1..=12).contains(&value(second)?) && (1..=31).contains(&value(third)?);
    // `1914.15.16` is no date that went wrong, `1914-15-16` hardly is.
    (plain || mark == '-' && value(second)? <= 31 && value(third)? <= 39).then_some(())?;
    mention(third, second, year, Order::Iso)
}

fn year_last(first: &Token, second: &Token, third: &Token, mark: char) -> Option<DateMention> {
    let (a, b) = (value(first)?, value(second)?);
    let year = year(third)?;
    let month = 1..=12;
    let (day_first, month_first) = (
        month.contains(&b) && (1..=31).contains(&a),
        month.contains(&a) && (1..=31).contains(&b),
    );
    match (day_first, month_first) {
        // Points are written by those who put the day first.
        (true, true) if a == b || mark == '.' => {
            mention(first, second, year, Order::NumericDayMonth(mark))
        }
        (true, true) => mention(first, second, year, Order::NumericAmbiguous(mark)),
        (true, false) => mention(first, second, year, Order::NumericDayMonth(mark)),
        (false, true) => mention(second, first, year, Order::NumericMonthDay(mark)),
        (false, false) => {
            (a <= 99 && b <= 99 && a + b > 0).then_some(())?;
            let mut broken = if a <= 12 && a > 0 {
                mention(second, first, year, Order::NumericMonthDay(mark))?
            } else {
                mention(first, second, year, Order::NumericDayMonth(mark))?
            };
            broken.fault = Some(Fault::Impossible);
            Some(broken)
        }
    }
}

/// `16/02/38`: only where the figures are a date in one order or the other.
fn short_year(first: &Token, second: &Token, third: &Token, mark: char) -> Option<DateMention> {
    let (a, b) = (value(first)?, value(second)?);
    let short = third.text.parse().ok()?;
    let year = YearFigure {
        value: short,
        range: third.range(),
        short: true,
        era: None,
    };
    let two = first.text.len() == 2 || second.text.len() == 2 || mark == '/';
    let month = 1..=12;
    match (
        month.contains(&b) && (1..=31).contains(&a),
        month.contains(&a) && (1..=31).contains(&b),
    ) {
        (true, true) if a == b || mark == '.' => (two && a > 0)
            .then(|| mention(first, second, year, Order::NumericDayMonth(mark)))
            .flatten(),
        (true, true) => mention(first, second, year, Order::NumericAmbiguous(mark)),
        (true, false) => mention(first, second, year, Order::NumericDayMonth(mark)),
        (false, true) if mark == '/' => mention(second, first, year, Order::NumericMonthDay(mark)),
        _ => None,
    }
}

fn roman(first: &Token, second: &Token, month: u8, third: &Token) -> Option<DateMention> {
    let mut mention = mention_of_roman(first, second, month, year(third)?)?;
    mention.form.order = Order::NumericDayMonth('.');
    Some(mention)
}

fn mention_of_roman(
    first: &Token,
    second: &Token,
    month: u8,
    year: YearFigure,
) -> Option<DateMention> {
    let mut mention = DateMention::new(first.start..year.range.end, Kind::Day);
    mention.written.day = Some(DayFigure {
        value: value(first)?,
        range: first.range(),
        suffix: None,
        spelt: false,
    });
    mention.written.month = Some(MonthFigure {
        value: month.into(),
        range: second.range(),
        style: MonthStyle::Roman,
        point: false,
    });
    mention.written.year = Some(year);
    (first.text.len() <= 2).then_some(mention)
}
