//! Owns the words before a date that make it vaguer or open: `early`, `c.`,
//! `the end of`, `since`, `before`; and those that tell whose date it is: `born`.

use super::{
    core::core_at,
    mention::{DateMention, Hint, Kind},
    scan::{Scan, Token},
    unit::Precision,
};

/// A date behind the words `early`, `the end of`, `about`, read forwards.
pub(super) fn qualified_at(scan: Scan, at: usize) -> Option<DateMention> {
    let start = past_parts(scan, at);
    let mention = core_at(scan, start)?;
    Some(parts(scan, mention, at))
}

/// Past the words `the`, `early`, `mid-`, `the end of`, `about` at `at`.
pub(super) fn past_parts(scan: Scan, at: usize) -> usize {
    let mut at = at;
    for _ in 0..4 {
        let token = scan.token(at);
        let known = token.within(
            "the early mid late later middle end beginning start of about around circa \
            c ca in",
        );
        if !known {
            break;
        }
        let point = if token.among(&["c", "ca"]) {
            scan.mark(token.end, '.').unwrap_or(token.end)
        } else {
            token.end
        };
        match scan.joint(point) {
            Some(end) => at = end,
            None if point > token.end => at = point,
            None => break,
        }
    }
    at
}

/// Takes in `early`, `mid-`, `the end of`, `c.`, `about` before a date, as far
/// back as `floor`.
pub(super) fn parts(scan: Scan, mut mention: DateMention, floor: usize) -> DateMention {
    if mention.kind == Kind::Day && mention.written.year.is_none() || mention.kind == Kind::Range {
        return mention;
    }
    if let Some((precision, start)) =
        part_before(scan, &mention).filter(|(_, start)| *start >= floor)
    {
        mention.precision = precision;
        mention.part = precision;
        mention.range.start = start;
    }
    mention
}

fn part_before(scan: Scan, mention: &DateMention) -> Option<(Precision, usize)> {
    let start = mention.range.start;
    let token = scan.before(start);
    if let Some(found) = circa(scan, mention, token) {
        return Some((Precision::Circa, found));
    }
    if mention.kind == Kind::Day {
        return None;
    }
    let token = if token.is_mark('-') && token.end == start {
        scan.before(token.start)
    } else {
        token
    };
    if let Some(precision) = part_word(token) {
        let later = token.is("later") && !matches!(mention.kind, Kind::Decade | Kind::Century);
        return (!later).then_some((precision, token.start));
    }
    // `early in 1931`, `the end of the 1930s`.
    let mut token = token;
    for _ in 0..2 {
        if token.among(&["the", "year"]) {
            token = scan.before(token.start);
        }
    }
    let noun = scan.before(token.start);
    if token.is("in") {
        return part_word(noun)
            .filter(|_| noun.among(&["early", "late"]))
            .map(|precision| (precision, noun.start));
    }
    if !token.is("of") {
        return None;
    }
    let precision = if noun.among(&["beginning", "start", "outset"]) {
        Precision::Early
    } else if noun.among(&["end", "close"]) {
        Precision::Late
    } else if noun.is("middle") {
        Precision::Mid
    } else if noun.within("half part years days months quarter third") {
        let which = scan.before(noun.start);
        return half_word(which).map(|precision| (precision, with_article(scan, which.start)));
    } else {
        return None;
    };
    Some((precision, with_article(scan, noun.start)))
}

fn with_article(scan: Scan, start: usize) -> usize {
    let the = scan.before(start);
    if the.is("the") { the.start } else { start }
}

fn part_word(token: Token) -> Option<Precision> {
    if token.is("early") {
        Some(Precision::Early)
    } else if token.among(&["mid", "middle"]) {
        Some(Precision::Mid)
    } else if token.among(&["late", "later"]) {
        Some(Precision::Late)
    } else {
        None
    }
}

fn half_word(token: Token) -> Option<Precision> {
    if token.among(&["early", "first", "earlier", "opening"]) {
        Some(Precision::Early)
    } else if token.within("late latter later second closing last final") {
        Some(Precision::Late)
    } else {
        None
    }
}

/// Where `c.`, `circa`, `about`, `?` before a date starts.
fn circa(scan: Scan, mention: &DateMention, token: Token) -> Option<usize> {
    if token.is_mark('?') || token.is_mark('~') {
        let glued = token.end == mention.range.start;
        let free = scan
            .char_before(token.start)
            .is_none_or(|c| c.is_whitespace() || "([–—-".contains(c));
        return (glued && free).then_some(token.start);
    }
    let article = if token.is("the") {
        scan.before(token.start)
    } else {
        token
    };
    if article.among(&["circa", "about", "around", "approximately", "roughly"]) {
        return Some(article.start);
    }
    let word = if token.is_mark('.') {
        scan.before(token.start)
    } else {
        token
    };
    if is_chapter(scan, word) {
        return None;
    }
    (word.text == "c" || word.text == "ca" || word.text == "C" && token.is_mark('.'))
        .then_some(word.start)
}

/// Whether `c.` cites the chapter of an act: `17 & 18 Vict. c. 104`, `Merchant Shipping Act 1854 c. 104`.
fn is_chapter(scan: Scan, c: Token) -> bool {
    let before = scan.before(c.start);
    let reign = scan.before(before.start);
    before.is_number()
        || before.is_mark('.') && reign.within("vict geo eliz will gul edw hen jac car ann wm")
}

/// Takes in `since`, `until`, `by`, `before`, `after`, and the marks of birth,
/// death and yearly return, as far back as `floor`.
pub(super) fn bounds(scan: Scan, mut mention: DateMention, floor: usize) -> DateMention {
    let start = mention.range.start;
    mention.hint = hint_before(scan, start);
    mention.recurring = mention.written.year.is_none() && recurs(scan, &mention);
    let mut token = scan.before(start);
    if token.is_mark('-') && token.end == start {
        token = scan.before(token.start);
        let bound = if token.is("pre") {
            Some(Precision::Before)
        } else if token.is("post") {
            Some(Precision::After)
        } else {
            None
        };
        if let Some(precision) = bound.filter(|_| token.start >= floor) {
            mention.precision = precision;
            mention.range.start = token.start;
        }
        return mention;
    }
    for _ in 0..3 {
        if token.within("the year years spring in on") {
            token = scan.before(token.start);
        }
    }
    // `the train went by in 1910`.
    if token.is("by") && scan.next(token.end).among(&["in", "on"]) {
        return mention;
    }
    if let Some((precision, inclusive, start)) =
        bound(scan, &mention, token).filter(|found| found.2 >= floor)
    {
        mention.precision = precision;
        mention.inclusive = inclusive;
        mention.range.start = start;
    }
    mention
}

fn bound(scan: Scan, mention: &DateMention, token: Token) -> Option<(Precision, bool, usize)> {
    if token.is("since") {
        let ever = scan.before(token.start);
        let start = if ever.is("ever") {
            ever.start
        } else {
            token.start
        };
        return Some((Precision::After, true, start));
    }
    if token.among(&["until", "till", "by"]) {
        return Some((Precision::Before, true, token.start));
    }
    if token.is("from") && mention.kind != Kind::Range {
        let on = scan.next(mention.range.end);
        let on = on.among(&["on", "onward", "onwards", "forward"]) && !scan.next(on.end).is("the");
        return on.then_some((Precision::After, true, token.start));
    }
    let to = scan.before(token.start);
    if token.is("than") && to.among(&["later", "earlier"]) {
        let no = scan.before(to.start);
        let bound = if to.is("later") {
            Precision::Before
        } else {
            Precision::After
        };
        return no.among(&["no", "not"]).then_some((bound, true, no.start));
    }
    if token.is("to") && to.among(&["up", "prior", "previous"]) {
        return Some((Precision::Before, to.is("up"), to.start));
    }
    before_or_after(token, to)
}

fn before_or_after(token: Token, adverb: Token) -> Option<(Precision, bool, usize)> {
    let precision = if token.is("after") {
        Precision::After
    } else if token.is("before") {
        Precision::Before
    } else {
        return None;
    };
    // `the day after`, `shortly before`: close to the date, and not told by it.
    let close = adverb.within(
        "day days week weeks month months year years night morning evening shortly soon just \
            long hours minutes immediately right decade decades summer winter spring autumn even",
    );
    (!close).then_some((precision, false, token.start))
}

fn hint_before(scan: Scan, start: usize) -> Option<Hint> {
    let mut token = scan.before(start);
    for _ in 0..3 {
        if token.among(&["in", "on", "about", "the"]) || token.is_mark(',') {
            token = scan.before(token.start);
        }
    }
    if token.is_capital()
        && let Some(verb) = before_place(scan, token)
    {
        token = verb;
    }
    if token.is_mark('†') {
        return Some(Hint::Death);
    }
    if token.is_mark('*') {
        return Some(Hint::Birth);
    }
    let word = if token.is_mark('.') {
        scan.before(token.start)
    } else {
        token
    };
    // `Version 8d`.
    let free = !scan
        .char_before(word.start)
        .is_some_and(char::is_alphanumeric);
    if word.text == "b" && free || word.is("born") {
        Some(Hint::Birth)
    } else if word.text == "d" && free || word.is("died") {
        Some(Hint::Death)
    } else {
        None
    }
}

/// How many words and commas a place may have: `near Brno, in Moravia`.
const PLACE: usize = 6;

/// The word before a place: the `born` of `born in Graz`, `born at Weimar, Thuringia,`.
fn before_place<'t>(scan: Scan<'t>, last: Token<'t>) -> Option<Token<'t>> {
    let mut token = last;
    for _ in 0..PLACE {
        if token.among(&["in", "at", "near"]) {
            let verb = scan.before(token.start);
            if !verb.is_capital() && !verb.is_mark(',') {
                return verb.among(&["born", "died"]).then_some(verb);
            }
        } else if !token.is_capital() && !token.is_mark(',') {
            return None;
        }
        token = scan.before(token.start);
    }
    None
}

/// `every year on August 20th`, `each 1 May`, `20 August every year`.
fn recurs(scan: Scan, mention: &DateMention) -> bool {
    let mut token = scan.before(mention.range.start);
    for _ in 0..3 {
        if token.among(&["on", "in", "the", "year", "of"]) || token.is_mark(',') {
            token = scan.before(token.start);
        }
    }
    let next = scan.next(mention.range.end);
    token.among(&["every", "each", "annually", "yearly", "always"])
        || next.among(&["every", "each"]) && scan.next(next.end).is("year")
        || next.among(&["annually", "yearly"])
        || next.is("of") && scan.next(next.end).among(&["each", "every"])
}
