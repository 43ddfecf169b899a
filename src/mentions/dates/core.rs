//! Owns the choice of what a date begins with: one look at the first token, then
//! the grammar of that beginning. The year may be missing; nothing is judged.

use super::{
    day,
    mention::{DateMention, Kind},
    numeric, range,
    scan::{Class, Scan},
    words::{self, Word},
    year,
};

/// The date that starts at `at`, without the words before it.
pub(super) fn core_at(scan: Scan, at: usize) -> Option<DateMention> {
    let token = scan.token(at);
    let mention = match token.class {
        Class::Number => figures_at(scan, at),
        Class::Mark('\'' | '’' | '‘') => {
            year::decade_at(scan, at).or_else(|| apostrophe_year(scan, at))
        }
        Class::Word => match words::lookup(token.text) {
            Some(word) => word_at(scan, at, word),
            None if token.text == "A" => year_at(scan, at, 3),
            None => day::month_first(scan, at),
        },
        _ => None,
    }?;
    Some(day::with_weekday(scan, mention))
}

fn figures_at(scan: Scan, at: usize) -> Option<DateMention> {
    match scan.token(at).text.len() {
        1 | 2 => day::number_first(scan, at)
            .or_else(|| numeric::date_at(scan, at))
            .or_else(|| numeric::named_day(scan, at))
            .or_else(|| year::century_at(scan, at))
            .or_else(|| range::centuries(scan, at))
            .or_else(|| year::decade_at(scan, at))
            .or_else(|| year_at(scan, at, if scan.before(at).is("year") { 1 } else { 3 })),
        3 => year_at(scan, at, 3),
        4 => numeric::date_at(scan, at)
            .or_else(|| year::decade_at(scan, at))
            .or_else(|| iso_month(scan, at))
            .or_else(|| year_at(scan, at, 3)),
        _ => None,
    }
}

fn word_at(scan: Scan, at: usize, word: Word) -> Option<DateMention> {
    match word {
        Word::Weekday(..) => day::weekday_first(scan, at),
        Word::Month(..) => day::month_first(scan, at),
        Word::Season(_) => year::season_at(scan, at),
        Word::Tens(_) => year::decade_at(scan, at),
        Word::Era => year_at(scan, at, 3),
        Word::Ordinal(_) | Word::Cardinal(_) => day::number_first(scan, at)
            .or_else(|| year::century_at(scan, at))
            .or_else(|| range::centuries(scan, at)),
        _ => None,
    }
}

fn year_at(scan: Scan, at: usize, least: usize) -> Option<DateMention> {
    let year = year::year_at(scan, at, least)?;
    let mut mention = DateMention::new(year.range.clone(), Kind::Year);
    mention.written.year = Some(year);
    Some(mention)
}

/// `'38`.
fn apostrophe_year(scan: Scan, at: usize) -> Option<DateMention> {
    let (value, range) = year::short_year_at(scan, at)?;
    let mut mention = DateMention::new(range.clone(), Kind::Year);
    let value = i16::try_from(value).ok()?;
    mention.written.year = Some(super::written::YearFigure {
        value,
        range,
        short: true,
        era: None,
    });
    Some(mention)
}

/// `2014-10`, which as a range would run backwards.
fn iso_month(scan: Scan, at: usize) -> Option<DateMention> {
    let year = scan.token(at);
    let month = scan.token(scan.mark(year.end, '-')?);
    let (y, m): (i16, u32) = (year.text.parse().ok()?, month.text.parse().ok()?);
    let two = month.is_number() && month.text.len() == 2 && (1..=12).contains(&m);
    let back =
        u32::from((y % 100).unsigned_abs()) >= m && y % 100 < 50 && (1900..2100).contains(&y);
    let whole = year::clean_right(scan, month.end) && !scan.token(month.end).is_dash();
    (two && back && whole).then_some(())?;
    let mut mention = DateMention::new(at..month.end, Kind::Month);
    mention.form.order = super::written::Order::Iso;
    mention.written.month = Some(super::written::MonthFigure {
        value: m,
        range: month.range(),
        style: super::written::MonthStyle::Figures,
        point: false,
    });
    mention.written.year = Some(super::written::YearFigure {
        value: y,
        range: year.range(),
        short: false,
        era: None,
    });
    Some(mention)
}
