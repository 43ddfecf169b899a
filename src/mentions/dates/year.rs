//! Owns years, eras, decades, centuries and seasons, read forwards from their
//! first figure or word. Does not decide whether a bare number is a year: that
//! is `evidence`.

use std::ops::Range;

use super::{
    interval::Interval,
    mention::{DateMention, Fault, Kind},
    number::number_at,
    scan::Scan,
    unit::Season,
    words::{self, Word},
    written::{Era, YearFigure},
};

/// The year at `at`, of at least `least` figures unless an era stands beside it.
pub(super) fn year_at(scan: Scan, at: usize, least: usize) -> Option<YearFigure> {
    if let Some((era, end)) = era_at(scan, at) {
        let digits = scan.next(end);
        let value = figures(digits.text, 1)?;
        let (value, right) = (era_value(value, era)?, clean_right(scan, digits.end));
        return right.then_some(YearFigure {
            value,
            range: at..digits.end,
            short: false,
            era: Some(era),
        });
    }
    let token = scan.token(at);
    if !token.is_number() {
        return None;
    }
    if let Some((era, end)) = scan
        .gap(token.end)
        .or(Some(token.end))
        .and_then(|at| era_at(scan, at))
    {
        let value = era_value(figures(token.text, 1)?, era)?;
        return Some(YearFigure {
            value,
            range: at..end,
            short: false,
            era: Some(era),
        });
    }
    let value = figures(token.text, least)?;
    let known = if token.text.len() == 4 {
        (1000..=2999).contains(&value)
    } else {
        value >= 100 || least == 1
    };
    let school = scan.char_at(token.end) == Some('/') && split_year(scan, token.end + 1);
    (known && (school || clean_right(scan, token.end))).then_some(YearFigure {
        value,
        range: token.range(),
        short: false,
        era: None,
    })
}

/// Whether the second year of `1932/33` or `1932/1933` stands at `at`.
fn split_year(scan: Scan, at: usize) -> bool {
    let token = scan.token(at);
    token.is_number() && matches!(token.text.len(), 1 | 2 | 4) && clean_right(scan, token.end)
}

/// A year of two figures behind an apostrophe, `'38`; its century is not known yet.
pub(super) fn short_year_at(scan: Scan, at: usize) -> Option<(u32, Range<usize>)> {
    let mark = scan.token(at);
    let digits = scan.token(mark.end);
    let two = mark.is_apostrophe() && digits.is_number() && digits.text.len() == 2;
    (two && clean_right(scan, digits.end)).then_some(())?;
    Some((digits.text.parse().ok()?, at..digits.end))
}

fn figures(text: &str, least: usize) -> Option<i16> {
    let fits = (least..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok())
        .flatten()
        .filter(|value| *value > 0)
}

fn era_value(value: i16, era: Era) -> Option<i16> {
    match era {
        Era::Common => Some(value),
        Era::Before => 1i16.checked_sub(value),
    }
}

/// Whether figures end at `end` and do not go on as `1,938`, `19.38`, `19:38`, `1938kg`.
pub(super) fn clean_right(scan: Scan, end: usize) -> bool {
    if scan.glued(end) {
        return false;
    }
    match scan.char_at(end) {
        Some('%' | '°' | '@' | '/' | '_' | '=' | '$' | '€' | '£' | '\u{fffc}') => false,
        Some(mark @ (',' | '.' | ':')) => {
            let next = scan.token(end + mark.len_utf8());
            !next.is_number() || (mark == ',' && next.text.len() != 3)
        }
        _ => true,
    }
}

/// Where `A.D.` before figures starts, which no walk over words finds.
pub(super) fn pointed_era_before(scan: Scan, figures: usize) -> Option<usize> {
    let point = scan.before(figures);
    let start = point.end.checked_sub("A.D.".len())?;
    let whole = point.is_mark('.') && scan.slice(start..point.end) == "A.D.";
    (whole && !scan.char_before(start).is_some_and(char::is_alphanumeric)).then_some(start)
}

/// `AD`, `A.D.`, `CE`, `BC`, `B.C.E.`: the era and its end.
pub(super) fn era_at(scan: Scan, at: usize) -> Option<(Era, usize)> {
    let token = scan.token(at);
    match token.text {
        "AD" | "CE" => return Some((Era::Common, token.end)),
        "BC" | "BCE" => return Some((Era::Before, token.end)),
        _ => {}
    }
    let point = |at: usize, letter: &str| {
        let token = scan.token(at);
        (token.text == letter)
            .then(|| scan.mark(token.end, '.'))
            .flatten()
    };
    if let Some(end) = point(at, "A").and_then(|at| point(at, "D")) {
        return Some((Era::Common, end));
    }
    if let Some(end) = point(at, "C").and_then(|at| point(at, "E")) {
        return Some((Era::Common, end));
    }
    let end = point(at, "B").and_then(|at| point(at, "C"))?;
    Some((Era::Before, point(end, "E").unwrap_or(end)))
}

/// `1930s`, `1930's`, `'30s`, `30s`, `1800s`, `thirties`.
pub(super) fn decade_at(scan: Scan, at: usize) -> Option<DateMention> {
    let first = scan.token(at);
    if let Some(Word::Tens(ten)) = words::lookup(first.text) {
        return Some(decade(
            at..first.end,
            i16::try_from(ten).ok()?,
            first.range(),
            true,
        ));
    }
    let digits = if first.is_apostrophe() {
        scan.token(first.end)
    } else {
        first
    };
    let value = figures(digits.text, 2).filter(|value| value % 10 == 0)?;
    let full = digits.text.len() == 4 && digits.start == at && (1000..=2999).contains(&value);
    if !full && digits.text.len() != 2 {
        return None;
    }
    let mark = scan.token(digits.end);
    let apostrophe = mark.is_apostrophe().then(|| mark.range());
    let s = scan.token(apostrophe.as_ref().map_or(digits.end, |range| range.end));
    if s.text != "s" || scan.glued(s.end) {
        return None;
    }
    let mut mention = decade(at..s.end, value, digits.range(), !full);
    mention.fault = apostrophe.map(Fault::DecadeApostrophe);
    Some(mention)
}

/// A decade or, from its first year alone, the century of `1800s` and `1900s`.
fn decade(range: Range<usize>, value: i16, figures: Range<usize>, short: bool) -> DateMention {
    let century = !short && value % 100 == 0 && value < 2000;
    let mut mention = DateMention::new(range, if century { Kind::Century } else { Kind::Decade });
    mention.written.year = Some(YearFigure {
        value,
        range: figures,
        short,
        era: None,
    });
    mention
}

/// The years a decade or century mention covers.
pub(super) fn years_of(kind: Kind, first: i16) -> Interval {
    Interval::years(
        // No year 0 among those that are counted from 1; what lies before them stays there.
        if first == 0 { 1 } else { first },
        first.saturating_add(if kind == Kind::Century { 99 } else { 9 }),
    )
}

/// `nineteenth century`, `19th-century`, `7th century BC`. The century is kept
/// as its first year: 1800 for the nineteenth, as people count, not 1801.
pub(super) fn century_at(scan: Scan, at: usize) -> Option<DateMention> {
    let number = number_at(scan, at).filter(|n| n.ordinal && (1..=30).contains(&n.value))?;
    let word = scan.token(scan.joint(number.end)?);
    if !word.among(&["century", "centuries"]) {
        return None;
    }
    let mut mention = century_of(scan, number.value, at..number.end, word.end)?;
    mention.fault = number.ordinal_fault();
    Some(mention)
}

/// The century of an ordinal, which ends at `end` unless an era follows.
pub(super) fn century_of(
    scan: Scan,
    ordinal: u32,
    figures: Range<usize>,
    end: usize,
) -> Option<DateMention> {
    let ordinal = i16::try_from(ordinal).ok()?;
    let era = scan.gap(end).and_then(|at| era_at(scan, at));
    let mut mention = DateMention::new(
        figures.start..era.map_or(end, |(_, end)| end),
        Kind::Century,
    );
    let value = match era {
        Some((Era::Before, _)) => 1 - ordinal * 100,
        _ => (ordinal - 1) * 100,
    };
    mention.written.year = Some(YearFigure {
        value,
        range: figures,
        short: true,
        era: era.map(|(era, _)| era),
    });
    Some(mention)
}

/// `spring 1938`, `the summer of 1938`, `winter 1941–42`.
pub(super) fn season_at(scan: Scan, at: usize) -> Option<DateMention> {
    let word = scan.token(at);
    let Some(Word::Season(season)) = words::lookup(word.text) else {
        return None;
    };
    let mut before_year = word.end;
    if let Some(end) = scan.words(before_year, &["of"]) {
        before_year = scan.words(end, &["the", "year"]).unwrap_or(end);
    } else if let Some(comma) = scan.mark(before_year, ',') {
        before_year = comma;
    }
    let year = year_at(
        scan,
        scan.gap(before_year)?,
        if before_year > word.end { 3 } else { 4 },
    )?;
    let mut mention = DateMention::new(at..year.range.end, Kind::Season);
    mention.written.season = Some(season);
    if season == Season::Winter
        && let Some(end) = second_winter(scan, &year)
    {
        mention.range.end = end;
        mention.base = Interval {
            earliest: Interval::month(year.value, 12).earliest,
            latest: Interval::month(year.value.saturating_add(1), 3).latest,
        };
    }
    mention.form.year_comma = scan.char_at(word.end) == Some(',');
    mention.written.year = Some(year);
    Some(mention)
}

/// The end of `–42` after `winter 1941`, or of `- 374` after `winter of 373`.
fn second_winter(scan: Scan, year: &YearFigure) -> Option<usize> {
    let mark = scan.next(year.range.end);
    if !mark.is_dash() && !mark.is_mark('/') {
        return None;
    }
    let digits = scan.next(mark.end);
    let next = year.value.checked_add(1)?;
    let value: i16 = digits.text.parse().ok()?;
    let same = value == next || (digits.text.len() == 2 && value == next % 100);
    (same && !scan.glued(digits.end)).then_some(digits.end)
}
