//! Owns dates with a month in words: day and month in either order, weekdays
//! beside them, month and year. Read forwards; the year may be missing.

use super::{
    list::first_of_list,
    mention::{DateMention, Kind},
    month::{MonthWord, Tail, day_after, ends_day, month_or_slip_at, year_after},
    number::{Number, number_at},
    old_style,
    range::{day_range, separator_at},
    scan::Scan,
    words::{self, Word},
    written::{Order, WeekdayFigure, YearFigure},
};

/// `16 February 1938`, `16th of February`, `the 16–18 February`, from its number.
pub(super) fn number_first(scan: Scan, at: usize) -> Option<DateMention> {
    let number = number_at(scan, at).filter(can_be_day)?;
    if let Some(pair) = old_style::pair_of_numbers(scan, &number) {
        return Some(pair);
    }
    if let Some(range) = day_range(scan, &number) {
        return Some(range);
    }
    let Some((month, of)) = month_after(scan, &number) else {
        return first_of_list(scan, &number);
    };
    let tail = year_after(scan, month.end());
    if tail.is_none() && is_place_or_queen(scan, at, &number, &month) {
        return None;
    }
    if !fits(&number, &month, of, tail.is_some()) || !of && is_cell(scan, at, &number) {
        return None;
    }
    let mut mention = DateMention::new(at..month.end(), Kind::Day);
    mention.form.order = Order::DayMonth;
    mention.form.of = of;
    dress(&mut mention, &number, &month);
    add_year(&mut mention, tail);
    Some(old_style::with_pair(scan, mention))
}

/// `at 14 August Street`, `the 5th May Queen`, but not `on 5 May Queen Anne came`.
fn is_place_or_queen(scan: Scan, at: usize, number: &Number, month: &MonthWord) -> bool {
    const WAYS: &str = "street road avenue lane close drive court place square terrace gardens crescent way row \
    mews boulevard";
    let next = scan.next(month.end());
    if !next.is_capital() || next.start == month.end() || scan.before(at).is("on") {
        return false;
    }
    let queen = month.figure.value == 5 && number.ordinal && next.among(&["queen", "queens"]);
    next.within(WAYS) || queen && !scan.next(next.end).is_capital()
}

/// Whether figures no slip makes of a day stand there without a word that dates: a table's `66  Nov 1995`.
fn is_cell(scan: Scan, at: usize, number: &Number) -> bool {
    let before = scan.before(at);
    let dates = before.within("on of the by from until till since before after to dated and");
    let opens = scan.starts_sentence(at) && before.class == super::scan::Class::Nothing;
    number.value > 39 && !dates && !opens
}

/// Whether a number can be a day, as far as its form goes.
fn can_be_day(number: &Number) -> bool {
    let form = if number.spelt {
        number.ordinal
    } else {
        number.digits <= 2 && !number.grouped
    };
    form && number.value > 0
}

/// The month after the number of a day, and whether `of` stands between.
pub(super) fn month_after(scan: Scan, number: &Number) -> Option<(MonthWord, bool)> {
    let of = scan
        .words(number.end, &["of"])
        .or_else(|| scan.words(number.end, &["day", "of"]));
    let at = of.map_or_else(|| scan.joint(number.end), |end| scan.gap(end))?;
    let month = month_or_slip_at(scan, at)?;
    Some((month, of.is_some()))
}

/// Whether number and month together are a day of a month and not, say, `the
/// second may` or `42 May`.
fn fits(number: &Number, month: &MonthWord, of: bool, year: bool) -> bool {
    let highest = match (year, month.small) {
        (true, _) => 99,
        (false, false) => 39,
        (false, true) => 31,
    };
    if number.value > highest {
        return false;
    }
    if month.is_everyday() || (month.small && month.fault.is_some()) {
        return year;
    }
    if number.spelt && !of {
        return year && !month.small;
    }
    !month.small || year || number.ordinal || !month.is_doubtful()
}

/// `February 16, 1938`, `February the 16th`, `February 1938`, `February`, from
/// its month.
pub(super) fn month_first(scan: Scan, at: usize) -> Option<DateMention> {
    let month = month_or_slip_at(scan, at)?;
    if let Some(number) = day_after(scan, month.end())
        && let Some(mention) = month_day(scan, at, &month, &number)
    {
        return Some(mention);
    }
    let tail = year_after(scan, month.end());
    let slip = month.fault.is_some() && !is_plain_slip(scan, at, &month, tail.as_ref());
    if slip || (month.small && (tail.is_none() || month.is_everyday())) {
        return None;
    }
    let mut mention = DateMention::new(at..month.end(), Kind::Month);
    mention.fault = month.fault;
    mention.written.month = Some(month.figure);
    add_year(&mut mention, tail);
    Some(mention)
}

/// Whether a misspelt month without a day is one all the same: `in Setpember 1931`.
fn is_plain_slip(scan: Scan, at: usize, month: &MonthWord, tail: Option<&Tail>) -> bool {
    let year = matches!(tail, Some(Tail::Year(year, _)) if (1000..2100).contains(&year.value));
    let long = matches!(month.figure.value, 1 | 2 | 9..=12);
    let dated = scan
        .before(at)
        .within("in since until till by of from during early late mid");
    year && long && !month.small && dated
}

fn month_day(scan: Scan, at: usize, month: &MonthWord, number: &Number) -> Option<DateMention> {
    let second = second_day(scan, number);
    let end = second.as_ref().map_or(number.end, |(_, second)| second.end);
    let tail = year_after(scan, end);
    let dated = tail.is_some();
    if number.value > 31 && !dated {
        return None;
    }
    if (month.is_everyday() || month.small && month.fault.is_some()) && !dated {
        return None;
    }
    // `in March 10 people died`: a count, unless the day says that it is one.
    let counted = scan.before(at).is("in")
        && !number.ordinal
        && !dated
        && !super::month::ends_clause(scan, end);
    if counted {
        return None;
    }
    let mut mention = DateMention::new(at..number.end, Kind::Day);
    mention.form.order = Order::MonthDay;
    dress(&mut mention, number, month);
    if let Some((separator, second)) = second {
        return Some(super::range::month_days(mention, separator, &second, tail));
    }
    add_year(&mut mention, tail);
    // A machine's `Nov 14 12:00:00 2023` is no form that an author chose.
    if scan.slice(number.end..mention.range.end).contains(':') {
        mention.form.order = Order::Iso;
    }
    Some(old_style::with_pair(scan, mention))
}

/// The second day of `February 16–18`.
fn second_day(scan: Scan, first: &Number) -> Option<(super::range::Joint, Number)> {
    let joint = separator_at(scan, first.end)?;
    if joint.separator == super::written::Separator::And {
        return None;
    }
    let second = number_at(scan, joint.end).filter(can_be_day)?;
    let month = scan
        .joint(second.end)
        .and_then(|at| month_or_slip_at(scan, at));
    (month.is_none() && second.value <= 31 && ends_day(scan, &second)).then_some((joint, second))
}

/// Puts day and month into a mention, with what is wrong with them.
pub(super) fn dress(mention: &mut DateMention, number: &Number, month: &MonthWord) {
    mention.written.day = Some(number.day_figure());
    mention.written.month = Some(month.figure.clone());
    mention.fault = month.fault.clone().or_else(|| number.ordinal_fault());
}

/// Puts the year that follows into a mention.
pub(super) fn add_year(mention: &mut DateMention, tail: Option<Tail>) {
    match tail {
        Some(Tail::Year(year, comma)) => {
            mention.range.end = year.range.end;
            mention.form.year_comma = comma;
            mention.written.year = Some(year);
        }
        Some(Tail::Short(value, range)) => {
            mention.range.end = range.end;
            let value = i16::try_from(value).unwrap_or_default();
            mention.written.year = Some(YearFigure {
                value,
                range,
                short: true,
                era: None,
            });
        }
        None => {}
    }
}

/// `Wednesday 16 February`, `Tuesday, February 16`, `Wednesday the 16th`.
pub(super) fn weekday_first(scan: Scan, at: usize) -> Option<DateMention> {
    let (figure, end) = weekday_at(scan, at).filter(|_| !is_newspaper(scan, at))?;
    let comma = scan.mark(end, ',').unwrap_or(end);
    let the = scan.words(comma, &["the"]);
    let at_day = scan.gap(the.unwrap_or(comma))?;
    let number = number_at(scan, at_day);
    let dated = if number.is_some() {
        number_first(scan, at_day)
    } else {
        month_first(scan, at_day)
    }
    .or_else(|| super::numeric::date_at(scan, at_day))
    .filter(|mention| mention.written.day.is_some() || mention.ends.is_some());
    let mut mention = match (dated, number) {
        (Some(mention), _) => mention,
        (None, Some(number))
            if the.is_some()
                && number.ordinal
                && number.value <= 31
                && !(scan.token(at).is("friday") && number.value == 13) =>
        {
            let next = scan.next(number.end);
            if next.is_small() && !super::month::ends_clause(scan, number.end) {
                return None;
            }
            let mut mention = DateMention::new(at..number.end, Kind::Day);
            mention.written.day = Some(number.day_figure());
            mention.fault = number.ordinal_fault();
            mention
        }
        _ => return None,
    };
    mention.range.start = at;
    match mention.ends.as_deref_mut() {
        Some([first, _]) => {
            first.range.start = at;
            first.written.weekday = Some(figure);
        }
        None => mention.written.weekday = Some(figure),
    }
    Some(mention)
}

/// Whether a weekday ends the name of a newspaper: `Scotland on Sunday, 9/1/95`.
pub(super) fn is_newspaper(scan: Scan, at: usize) -> bool {
    let on = scan.before(at);
    let name = scan.before(on.start);
    on.is("on") && name.is_capital() && name.within("mail independent scotland wales business")
}

/// The weekday at `at`, and where it ends with its point.
pub(super) fn weekday_at(scan: Scan, at: usize) -> Option<(WeekdayFigure, usize)> {
    let token = scan.token(at);
    let Some(Word::Weekday(value, abbreviated)) = words::lookup(token.text) else {
        return None;
    };
    if !token.is_capital() || scan.glued(token.end) {
        return None;
    }
    let point = abbreviated.then(|| scan.mark(token.end, '.')).flatten();
    let end = point.unwrap_or(token.end);
    Some((
        WeekdayFigure {
            value,
            range: at..end,
            abbreviated,
        },
        end,
    ))
}

/// Takes in the weekday behind a day: `16 February 1938 (Wednesday)`, `, a Wednesday`.
pub(super) fn with_weekday(scan: Scan, mut mention: DateMention) -> DateMention {
    if mention.written.day.is_none() || mention.written.weekday.is_some() {
        return mention;
    }
    let open = scan.next(mention.range.end);
    if open.is_mark('(') {
        let a = scan.words(open.end, &["a"]);
        let at = a.map_or(open.end, |end| scan.skip(end));
        if let Some((figure, end)) = weekday_at(scan, at)
            && let Some(end) = scan.mark(end, ')')
        {
            mention.range.end = end;
            mention.written.weekday = Some(figure);
        }
    } else if open.is_mark(',') {
        let a = scan.words(open.end, &["a"]);
        let at = scan.skip(a.unwrap_or(open.end));
        if let Some((figure, end)) = weekday_at(scan, at)
            && !figure.abbreviated
            && (a.is_some() || scan.char_at(end).is_none_or(|c| ",.;)".contains(c)))
        {
            mention.range.end = end;
            mention.written.weekday = Some(figure);
        }
    }
    mention
}
