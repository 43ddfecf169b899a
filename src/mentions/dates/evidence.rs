//! Owns the judgement whether figures or a name really are a date where nothing
//! but the words around can tell: May or may, ages or decades; of bare years, `bare`
//! tells. Reads the text on both sides, changes nothing.

use super::{
    bare::{year_holds, years_hold},
    mention::{DateMention, Kind},
    month::ends_clause,
    scan::{Class, Scan, Token},
    written::{MonthFigure, MonthStyle, Order},
};

/// Whether the mention stands where a date can stand.
pub(super) fn holds(scan: Scan, mention: &DateMention, ancient: bool) -> bool {
    let first = mention.ends.as_deref().map_or(mention, |[first, _]| first);
    let core = core_start(first);
    if !free_left(scan, core, first.kind) {
        return false;
    }
    match mention.kind {
        Kind::Range if first.kind == Kind::Year => years_hold(scan, first, mention),
        Kind::Range if first.kind == Kind::Month => {
            mention.last().written.year.is_some() || month_holds(scan, mention, core)
        }
        Kind::Year => year_holds(scan, mention, ancient),
        Kind::Day if mention.form.order == Order::NumericDayMonth('.') => !scan
            .before(core)
            .within("version v section release ver chapter address"),
        Kind::Month if mention.written.year.is_none() => month_holds(scan, mention, core),
        Kind::Decade => decade_holds(scan, mention),
        Kind::Century => !scan.next(mention.range.end).is("fox"),
        _ => true,
    }
}

/// Where the figures or the month of a mention start, without the words before.
fn core_start(mention: &DateMention) -> usize {
    let written = &mention.written;
    let starts = [
        written.weekday.as_ref().map(|figure| figure.range.start),
        written.day.as_ref().map(|figure| figure.range.start),
        written.month.as_ref().map(|figure| figure.range.start),
        written.year.as_ref().map(|figure| figure.range.start),
    ];
    starts
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(mention.range.start)
        .max(mention.range.start)
}

/// Whether nothing that makes figures a part of something else stands before them.
fn free_left(scan: Scan, start: usize, kind: Kind) -> bool {
    let before = |at: usize| scan.char_before(at);
    match before(start) {
        Some(
            '/' | '@' | '#' | '_' | '=' | '&' | '$' | '£' | '€' | '¥' | '+' | '\\' | '^' | '%'
            | '§' | '\u{fffc}',
        ) => false,
        Some(mark @ ('.' | ',' | ':')) => {
            let word = scan.before(start - mark.len_utf8());
            let abbreviation = word.is_word() && word.text.len() <= 3 && mark == '.';
            !word.is_number() && (abbreviation || kind == Kind::Day && word.is_word())
        }
        Some('-' | '\u{2011}') => {
            let word = scan.before(start - 1);
            word.end + 1 != start
                || word.within("mid pre post early late inter to")
                || word.class == Class::Mark(' ')
        }
        Some('–' | '—') => !scan.before(start - 3).is_number() || kind != Kind::Year,
        _ => true,
    }
}

/// Whether a month's name without figures is the month.
fn month_holds(scan: Scan, mention: &DateMention, start: usize) -> bool {
    let first = mention.ends.as_deref().map_or(mention, |[first, _]| first);
    let Some(month) = &first.written.month else {
        return false;
    };
    if month.style != MonthStyle::Full {
        return false;
    }
    let token = scan.token(start);
    if !token.is_capital() {
        return false;
    }
    let before = scan.before(start);
    let hyphen = before.is_dash() && before.end == start;
    let before = if hyphen {
        scan.before(before.start)
    } else {
        before
    };
    let next = scan.next(month.range.end);
    let named = next.is_capital()
        && next.start > month.range.end
        && next.text.len() > 1
        && !next.among(&["in", "on", "and"]);
    let preposition = before.within(
        "in since until till during from between early mid late last next this that \
            every each through by following previous throughout of",
    );
    if mention.kind == Kind::Range {
        return true;
    }
    if is_titled(scan, before) || is_owner(scan, month) {
        return false;
    }
    let doubtful = matches!(month.value, 3 | 4 | 5 | 6 | 8);
    if doubtful {
        let closes = ends_clause(scan, month.range.end);
        let strong = preposition && !before.among(&["by", "of", "from", "that"]);
        let weak =
            preposition && !before.is("that") || before.among(&["to", "or", "before", "after"]);
        return !named && (strong || weak && closes);
    }
    let proper = scan.is_proper(before) && !preposition && !before.among(&["early", "late"]);
    !named && (preposition || !proper)
}

/// `The 7th Earl of March`.
fn is_titled(scan: Scan, before: Token) -> bool {
    before.is("of")
        && scan
            .before(before.start)
            .within("earl earls countess lord lady")
}

/// Whether a month's name is a woman who owns what only people own: `May's handwriting`.
fn is_owner(scan: Scan, month: &MonthFigure) -> bool {
    const OWN: &str = "handwriting hand hands face eyes voice house room kitchen husband mother father brother \
    sister son daughter friend friends diary opinion arms";
    let mark = scan.token(month.range.end);
    let s = scan.token(mark.end);
    mark.is_apostrophe() && s.is("s") && scan.next(s.end).within(OWN)
}

/// Words of the clause before a decade that are measured in tens.
const MEASURED: &str = "temperature temperatures thermometer mercury highs lows score scores scored average \
    averages pulse grades handicap";

/// How many tokens before a decade may tell that it is none.
const REACH: usize = 8;

/// Whether the clause before `at` tells of heat or points: `Temperatures in the 90s`.
fn is_measured(scan: Scan, at: usize) -> bool {
    let words = std::iter::successors(Some(scan.before(at)), |word| Some(scan.before(word.start)));
    words
        .take(REACH)
        .take_while(|word| word.is_word() || word.is_number())
        .any(|word| word.within(MEASURED))
}

/// Whether `the thirties`, `the 30s` are years and no ages or degrees.
fn decade_holds(scan: Scan, mention: &DateMention) -> bool {
    let Some(year) = &mention.written.year else {
        return false;
    };
    let full = year.range.end - year.range.start == 4 && scan.token(year.range.start).is_number();
    if full {
        return !scan.before(year.range.start).is_mark('$');
    }
    let apostrophe = scan
        .char_before(year.range.start)
        .is_some_and(|c| "'’‘".contains(c));
    let mut before = scan.before(mention.range.start);
    if before.is_mark('-') {
        before = scan.before(before.start);
    }
    let next = scan.next(mention.range.end);
    let winds = before.text == "Roaring" && scan.slice(mention.range.clone()).ends_with("Forties");
    let other = winds
        || next.within("of degrees percent per fahrenheit celsius")
        || next.is_mark('°')
        || !apostrophe && is_measured(scan, mention.range.start);
    !other && (apostrophe || before.within("the roaring swinging hungry naughty gay dirty and"))
}
