//! Owns ranges: two dates made one mention by a dash or a word between them,
//! with short years and shared months completed. Does not order the ends: that
//! is `settle`, which knows the missing years.

use std::ops::Range;

use super::{
    core::core_at,
    day::{add_year, dress, month_after, weekday_at},
    mention::{DateMention, Fault, Kind},
    month::{Tail, ends_clause, month_at, year_after},
    number::{Number, number_at},
    prefix,
    scan::Scan,
    written::{DayFigure, Form, Opener, Order, Separator, YearFigure},
    year::{self, century_of, clean_right},
};

/// What joins two ends, and where the second can begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Joint {
    pub(super) separator: Separator,
    pub(super) spaced: bool,
    pub(super) end: usize,
}

/// The dash or word between two ends, at `at`.
pub(super) fn separator_at(scan: Scan, at: usize) -> Option<Joint> {
    let token = scan.next(at);
    let spaced = token.start > at;
    let separator = match token.text {
        "-" | "\u{2010}" | "\u{2011}" => Separator::Hyphen,
        "–" | "−" => Separator::EnDash,
        "—" => Separator::EmDash,
        "/" if !spaced => Separator::Slash,
        _ if !spaced => return None,
        _ if token.is("to") => Separator::To,
        _ if token.among(&["until", "till"]) => Separator::Until,
        _ if token.among(&["through", "thru"]) => Separator::Through,
        _ if token.is("and") => Separator::And,
        _ => return None,
    };
    let end = scan.skip(token.end);
    let word = !separator.is_dash() && separator != Separator::Slash;
    let twin = separator == Separator::Hyphen && scan.char_at(token.end) == Some('-');
    if word && end == token.end || separator == Separator::Slash && end > token.end {
        return None;
    }
    let end = if twin { scan.skip(token.end + 1) } else { end };
    Some(Joint {
        separator,
        spaced,
        end,
    })
}

/// The word that opens a range, before `at`, and where it starts.
pub(super) fn opener_before(scan: Scan, at: usize) -> Option<(Opener, usize)> {
    let mut token = scan.before(at);
    for _ in 0..2 {
        if token.among(&["the", "years", "year", "late", "early"]) {
            token = scan.before(token.start);
        }
    }
    if token.is("from") {
        return Some((Opener::From, token.start));
    }
    token
        .is("between")
        .then_some((Opener::Between, token.start))
}

/// `16–18 February 1938`, `16 to 18 February`, `between 16 and 18 February`,
/// from its first number.
pub(super) fn day_range(scan: Scan, first: &Number) -> Option<DateMention> {
    let joint = separator_at(scan, first.end)?;
    let weekday = weekday_at(scan, joint.end);
    let at = weekday.as_ref().map_or(joint.end, |(_, end)| {
        scan.skip(scan.mark(*end, ',').unwrap_or(*end))
    });
    let second = number_at(scan, at)
        .or_else(|| number_at(scan, scan.skip(scan.words(at, &["the"])?)))
        .filter(|n| {
            n.value > 0 && n.value <= 31 && if n.spelt { n.ordinal } else { n.digits <= 2 }
        })?;
    let (month, of) = month_after(scan, &second)?;
    let tail = year_after(scan, month.end());
    if first.value > 31
        || (month.is_everyday() || month.small && month.fault.is_some()) && tail.is_none()
    {
        return None;
    }
    if joint.separator == Separator::And
        && !matches!(opener_before(scan, first.start), Some((Opener::Between, _)))
    {
        return None;
    }
    let mut one = DateMention::new(first.start..first.end, Kind::Day);
    one.written.day = Some(first.day_figure());
    one.form.order = Order::DayMonth;
    one.fault = first.ordinal_fault();
    let start = weekday
        .as_ref()
        .map_or(second.start, |(figure, _)| figure.range.start);
    let mut two = DateMention::new(start..month.end(), Kind::Day);
    two.written.weekday = weekday.map(|(figure, _)| figure);
    two.form = Form {
        order: Order::DayMonth,
        of,
        ..Form::default()
    };
    dress(&mut two, &second, &month);
    add_year(&mut two, tail);
    Some(ranged(one, two, joint))
}

/// `February 16–18, 1938`: the first end holds the month, the year comes last.
pub(super) fn month_days(
    first: DateMention,
    joint: Joint,
    second: &Number,
    tail: Option<Tail>,
) -> DateMention {
    let mut two = DateMention::new(second.start..second.end, Kind::Day);
    two.form.order = Order::MonthDay;
    two.written.day = Some(second.day_figure());
    two.fault = second.ordinal_fault();
    add_year(&mut two, tail);
    ranged(first, two, joint)
}

/// One mention of two ends.
pub(super) fn ranged(first: DateMention, second: DateMention, joint: Joint) -> DateMention {
    let mut mention = DateMention::new(first.range.start..second.range.end, Kind::Range);
    mention.form.order = second.form.order;
    mention.form.year_comma = second.form.year_comma;
    mention.form.separator = Some(joint.separator);
    mention.form.spaced = joint.spaced;
    mention.ends = Some(Box::new([first, second]));
    mention
}

/// Takes in the second end of a range, if one follows; and the word that opens it.
pub(super) fn joined(scan: Scan, first: DateMention, floor: usize) -> DateMention {
    let opener = opener_before(scan, first.range.start).filter(|(_, start)| *start >= floor);
    let mention = if first.ends.is_some() {
        first
    } else {
        let between = matches!(opener, Some((Opener::Between, _)));
        match separator_at(scan, first.range.end)
            .and_then(|joint| second_end(scan, &first, joint, between))
        {
            Some((joint, second)) => ranged(first, second, joint),
            None => return first,
        }
    };
    opened(scan, mention, opener)
}

fn opened(scan: Scan, mut mention: DateMention, opener: Option<(Opener, usize)>) -> DateMention {
    let Some((opener, start)) = opener else {
        return mention;
    };
    // `from 1931–32 to 1935–36`: the words belong to a greater range.
    let next = scan.next(mention.range.end);
    let dash = mention.form.separator.is_some_and(Separator::is_dash);
    let onward: &[&str] = if opener == Opener::From {
        &["to", "until", "till", "through"]
    } else {
        &["and"]
    };
    if dash && next.among(onward) {
        return mention;
    }
    mention.range.start = start;
    mention.form.opener = Some(opener);
    if dash {
        mention.fault = Some(Fault::Wording);
    }
    mention
}

/// The second end of a range behind its joint.
fn second_end(
    scan: Scan,
    first: &DateMention,
    joint: Joint,
    between: bool,
) -> Option<(Joint, DateMention)> {
    if joint.separator == Separator::And && !between {
        return None;
    }
    if joint.separator == Separator::Slash && first.kind != Kind::Year {
        return None;
    }
    if first.kind == Kind::Year
        && let Some(short) = short_year(scan, first, joint)
    {
        return Some((joint, short));
    }
    if joint.separator == Separator::Slash {
        return None;
    }
    if let Some(present) = present(scan, joint.end) {
        return Some((joint, present));
    }
    let second =
        prefix::qualified_at(scan, joint.end).or_else(|| short_decade(scan, first, joint.end))?;
    fits(scan, first, &second, joint).then_some((joint, second))
}

/// Whether two dates can be the ends of one range.
fn fits(scan: Scan, first: &DateMention, second: &DateMention, joint: Joint) -> bool {
    if second.ends.is_some() {
        return false;
    }
    let bare_month = second.kind == Kind::Month && second.written.year.is_none();
    if bare_month {
        let month = month_at(scan, second.range.start);
        let plain = month.is_some_and(|month| {
            !month.small && month.figure.style == super::written::MonthStyle::Full
        });
        return plain && matches!(first.kind, Kind::Month | Kind::Day);
    }
    match (first.kind, second.kind) {
        (Kind::Year, Kind::Year) => {
            let (Some(a), Some(b)) = (&first.written.year, &second.written.year) else {
                return false;
            };
            // `1938 - 42 people` is no range; nor is `1900 – 1200 men`.
            let era = a.era.is_some() || b.era.is_some();
            era || (a.value >= 1000) == (b.value >= 1000)
                && (!joint.spaced || b.value >= 1000 || b.value > a.value)
        }
        (Kind::Decade | Kind::Century, Kind::Day | Kind::Month) => false,
        (Kind::Year, Kind::Day | Kind::Month) => {
            joint.separator != Separator::Hyphen || joint.spaced
        }
        _ => true,
    }
}

/// The `37`, `8` or `374` of `1936–37`, `1936/8`, `373–374`; the year is completed.
fn short_year(scan: Scan, first: &DateMention, joint: Joint) -> Option<DateMention> {
    let year = first
        .written
        .year
        .as_ref()
        .filter(|year| year.era.is_none() && !year.short)?;
    let digits = scan.token(joint.end);
    // `1890 – 91`, but not `in 1938 – 42 of them`.
    let of = scan.next(digits.end).is("of");
    let loose = joint.separator == Separator::EnDash
        && digits.text.len() == 2
        && ends_clause(scan, digits.end)
        && !of;
    let tight = (joint.separator.is_dash() || joint.separator == Separator::Slash)
        && (!joint.spaced || loose);
    let short = digits.is_number() && (1..=2).contains(&digits.text.len());
    if !tight || !short || year.value < 1000 || !ends_short(scan, digits.end) {
        return None;
    }
    let written: i16 = digits.text.parse().ok()?;
    let value = complete(year.value, written, digits.text.len());
    let month = digits.text.len() == 2
        && (1..=12).contains(&written)
        && joint.separator == Separator::Hyphen;
    // `2014-10` is October in ISO 8601: nobody writes a range backwards in short.
    let ahead = value > year.value;
    if (month && value < year.value) || (digits.text.len() == 1 || joint.spaced) && !ahead {
        return None;
    }
    let mut second = DateMention::new(digits.range(), Kind::Year);
    second.written.year = Some(YearFigure {
        value,
        range: digits.range(),
        short: true,
        era: None,
    });
    Some(second)
}

/// Whether figures end there, and are not the first of `1938-16-02`.
fn ends_short(scan: Scan, end: usize) -> bool {
    let dashed = scan.token(end).is_dash() && scan.token(end + 1).is_number();
    clean_right(scan, end) && !dashed
}

/// `1898–03` is 1903, `1938–36` is 1936 (and backwards).
fn complete(first: i16, written: i16, digits: usize) -> i16 {
    let base = if digits == 1 { 10 } else { 100 };
    let value = first - first % base + written;
    let next = value.saturating_add(base);
    if value < first && digits == 2 && next - first <= 50 {
        next
    } else {
        value
    }
}

/// `present`, `today`, `now` as the end of a range.
fn present(scan: Scan, at: usize) -> Option<DateMention> {
    let token = scan.token(at);
    let token = if token.is("the") {
        scan.next(token.end)
    } else {
        token
    };
    if !token.among(&["present", "now", "today", "date"]) {
        return None;
    }
    let mut mention = DateMention::new(at..token.end, Kind::Relative);
    mention.relative = Some(super::mention::Relative {
        reference: super::mention::Reference::Deictic,
        offset: Some(0),
        unit: Some(super::unit::Unit::Day),
        approximate: false,
    });
    Some(mention)
}

/// `40s` after `1930s–`.
fn short_decade(scan: Scan, first: &DateMention, at: usize) -> Option<DateMention> {
    (first.kind == Kind::Decade)
        .then(|| year::decade_at(scan, at))
        .flatten()
}

/// `16th to the 18th century`, `19th and 20th centuries`, from its first number.
/// Without `to` or a dash it is a list: then the first century alone.
pub(super) fn centuries(scan: Scan, at: usize) -> Option<DateMention> {
    let first = number_at(scan, at).filter(|n| n.ordinal && (1..=30).contains(&n.value))?;
    let hyphen = scan.mark(first.end, '-').filter(|end| !scan.glued(*end));
    let joint = separator_at(scan, hyphen.unwrap_or(first.end))?;
    let at_second = prefix::past_parts(scan, joint.end);
    let second = year::century_at(scan, at_second)?;
    let mut one = century_of(scan, first.value, at..first.end, first.end)?;
    one.range = at..first.end;
    let era = second.written.year.as_ref().and_then(|year| year.era);
    if era == Some(super::written::Era::Before)
        && let Some(year) = one.written.year.as_mut()
    {
        year.value = 1 - i16::try_from(first.value).ok()?.checked_mul(100)?;
        year.era = era;
    }
    let between = matches!(opener_before(scan, at), Some((Opener::Between, _)));
    if joint.separator == Separator::And && !between {
        return Some(one);
    }
    let second = core_at(scan, at_second)?;
    Some(ranged(one, second, joint))
}

/// Lends a day's figures: what one end of a range leaves to the other.
pub(super) fn lend(ends: &mut [DateMention; 2]) {
    let [first, second] = ends;
    let from = |range: &Range<usize>| Some(super::mention::Anchor::Mention(range.clone()));
    if first.written.day.is_some() && first.written.month.is_none() {
        first.written.month = second.written.month.clone();
        first.anchor = from(&second.range);
    }
    if second.written.day.is_some() && second.written.month.is_none() {
        second.written.month = first.written.month.clone();
        second.anchor = from(&first.range);
    }
}

/// Whether a day figure is beyond every month.
pub(super) fn beyond(day: &DayFigure) -> bool {
    day.value == 0 || day.value > 31
}
