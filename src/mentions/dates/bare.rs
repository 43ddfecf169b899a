//! Owns the judgement whether bare figures are a year, alone or as a range: `1938` or
//! 1938 letters. Reads the words on both sides; which of them count or number is `numbered`'s.

use super::{
    mention::{DateMention, Kind},
    month::ends_clause,
    numbered::{COUNTED, DATING, counts, is_numbered, is_title, is_work},
    scan::{Class, Scan, Token},
    unit::Precision,
};

/// Words before a year of two figures, `'38`.
const SHORT_DATING: &str =
    "in of since until till by before after spring summer autumn fall winter from to";

/// Words before a year of any century.
const DATING_STRONG: &str = "in since until till by before after during from year circa summer spring early \
    late";

/// What happens to houses, towns and books, before the bare year of it: `Founded 1583,`.
const HAPPENED: &str = "founded built rebuilt begun completed opened closed erected established dated printed \
    published issued burned burnt signed died restored consecrated chartered";

/// Whether a single number is a year.
pub(super) fn year_holds(scan: Scan, mention: &DateMention, ancient: bool) -> bool {
    let Some(year) = &mention.written.year else {
        return false;
    };
    if year.era.is_some() {
        return true;
    }
    let (start, end) = (year.range.start, year.range.end);
    let before = scan.before(start);
    if scan.char_at(end) == Some('/')
        || scan.token(end).is_dash() && scan.token(scan.token(end).end).is_number()
    {
        return false;
    }
    if is_title(scan, start, end)
        || is_work(scan, before, end)
        || is_numbered(scan, before)
        || before.is_number()
        || counts(scan, start, end)
        || is_clock(scan, before, end)
    {
        return false;
    }
    let dated = dates(scan, before) || mention.precision != Precision::Exact;
    let dated = dated || mention.hint.is_some();
    let circa = mention.precision == Precision::Circa;
    match year.value {
        _ if year.short => before.within(SHORT_DATING) && ends_clause(scan, end),
        ..1000 => ancient_holds(scan, before, end, ancient, circa),
        1700..2100 => {
            let next = scan.next(end);
            dated || !next.is_number() || next.start == end
        }
        value => {
            let whole = value % 100 != 0;
            let weak = dated && ends_clause(scan, end) && !before.is("the") && whole;
            let certain = before.within(DATING_STRONG) || mention.hint.is_some();
            certain
                || weak
                || whole && names(scan, before, end, value)
                || stands_apart(scan, before, end, value)
        }
    }
}

/// Whether the words before a number make it a year, as far as words can.
fn dates(scan: Scan, before: Token) -> bool {
    let adverb = scan.before(before.start);
    before.within(DATING)
        || before.is("than") && adverb.among(&["later", "earlier"])
        || before.is("as") && adverb.among(&["early", "late"])
}

/// Whether a sum stands in the money of a year: `at 1938 prices`.
fn is_of_money(scan: Scan, end: usize) -> bool {
    scan.next(end)
        .within("prices levels rates values terms wages costs dollars pounds")
}

/// How many tokens before figures may tell that they are times of day.
const REACH: usize = 14;

/// Whether figures are a time of day, or what is named by one: `at 1940`, `the 1805 from Crewe`, `take the 1930.`
fn is_clock(scan: Scan, before: Token, end: usize) -> bool {
    if before.is("at") {
        return !is_of_money(scan, end);
    }
    let next = scan.next(end);
    if before.is("the") {
        let listed = next.is_mark(',') && scan.next(next.end).is_number();
        let alone = matches!(
            next.class,
            Class::Mark(',' | '.' | ';' | '!' | '?') | Class::Nothing
        );
        return alone && !listed || next.is("from") && scan.next(next.end).is_capital();
    }
    before.within("by until till from to") && clock_told(scan, before)
}

/// Whether `at 1940` stands a few words back.
fn clock_told(scan: Scan, token: Token) -> bool {
    let words = std::iter::successors(Some(token), |word| Some(scan.before(word.start)));
    words
        .take(REACH)
        .take_while(|word| word.class != Class::Nothing && !word.is_mark('.'))
        .any(|word| {
            let time = word.is_number() && word.text.len() == 4;
            time && scan.before(word.start).is("at") && !is_of_money(scan, word.end)
        })
}

/// Whether an old year names what follows, or ends a note: `The 1549 Prayer Book`, `Founded 1583,`.
fn names(scan: Scan, before: Token, end: usize, value: i16) -> bool {
    let next = scan.next(end);
    let thing = before.is("the") && next.is_capital() && next.start > end && next.text.len() > 2;
    let note = before.within(HAPPENED) && !next.is_word() && !next.is_number();
    (1100..1700).contains(&value) && (thing && !next.within(COUNTED) || note)
}

/// Whether one to three figures are a year: after `the year`, or in a text that
/// has told years before 1000.
fn ancient_holds(scan: Scan, before: Token, end: usize, ancient: bool, circa: bool) -> bool {
    let told = before.within("in since until from by circa year after before about");
    let bracket = before.is_mark('(') && scan.char_at(end) == Some(')');
    let alone = circa && !scan.next(end).is_word() && !before.is("around");
    before.is("year") || ancient && (told || bracket) || alone
}

/// Whether marks on both sides set the figures of an old year off.
fn stands_apart(scan: Scan, before: Token, end: usize, value: i16) -> bool {
    if matches!(before.class, Class::Mark('(' | '[' | '†')) {
        return true;
    }
    let fresh = before.is_mark(',')
        || before.is_mark('.')
        || before.is_dash()
        || before.class == Class::Nothing;
    let closed = matches!(
        scan.next(end).class,
        Class::Mark(',' | '(' | ')' | ':' | ';' | '.') | Class::Nothing
    );
    fresh && closed && value < 1700
}

/// `1936–1938`, `1200–1215`: the words around may still say that these are pages.
pub(super) fn years_hold(scan: Scan, first: &DateMention, mention: &DateMention) -> bool {
    let (Some(year), Some(last)) = (&first.written.year, &mention.last().written.year) else {
        return true;
    };
    if year.era.is_some() || last.era.is_some() {
        return true;
    }
    let start = year.range.start;
    let before = scan.before(start);
    let period = before.is("over") && year.value >= 1700;
    if is_title(scan, start, mention.range.end)
        || is_numbered(scan, before) && !period
        || before.is_number()
    {
        return false;
    }
    let next = scan.next(mention.range.end);
    let unit = next.within(COUNTED) && !next.is("or");
    // `between 250-500 kbit`, `800-292-9263`.
    let end = mention.range.end;
    let counts = next.is_word() && !ends_clause(scan, end);
    let close = if next.is_mark(')') { next.end } else { end };
    let dialled = scan.token(close).is_dash();
    if year.value < 1000 && (counts || dialled) {
        return false;
    }
    // `status codes from 100-999`: the first and the last of their hundreds.
    let hundreds = year.value < 1000 && year.value % 100 == 0 && last.value % 100 == 99;
    if hundreds {
        return false;
    }
    let circa = first.precision == Precision::Circa || mention.last().kind == Kind::Day;
    !unit
        && (year.value >= 1000
            || first.range.start != mention.range.start
            || before.is_mark('(')
            || circa)
}
