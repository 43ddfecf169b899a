//! Owns words that name a time by pointing from another one: `tomorrow`, `last
//! week`, `the following spring`, `on Friday`. Decides from what they point and
//! reads their extent; the days are `point`'s.

use super::{
    mention::{DateMention, Reference},
    month::ends_clause,
    nowadays::{REACH, is_nowadays, is_other_age},
    number::number_at,
    point::{Target, pointed},
    scan::{Scan, Token},
    settle::Context,
    unit::{Season, Unit},
    words::{self, Number, Pointer, Word},
};

const PARTS_OF_DAY: &[&str] = &["morning", "afternoon", "evening", "night"];

/// A relative mention before it is resolved.
#[derive(Debug)]
struct Pointing {
    start: usize,
    end: usize,
    reference: Reference,
    target: Target,
}

/// The relative mention that a word at `at` makes, not before `floor`.
pub(super) fn relative_at(
    scan: Scan,
    at: usize,
    word: Word,
    context: &Context,
    floor: usize,
) -> Option<DateMention> {
    let token = scan.token(at);
    let pointing = match word {
        Word::Day(_) if in_name(scan, token) || is_noun(scan, token) => return None,
        Word::Day(_) if is_other_age(scan, token) => return None,
        Word::Day(0) if is_nowadays(scan, token, context.document.is_some()) => return None,
        Word::Day(days) => day_word(scan, token, days, floor),
        Word::Pointer(pointer) => pointer_word(scan, token, pointer, floor)?,
        Word::Weekday(day, false) => weekday_word(scan, token, day, context)?,
        Word::Unit(unit, Number::One) => the_unit_before(scan, token, unit, floor)?,
        _ => return None,
    };
    Some(pointed(
        context,
        pointing.start..pointing.end,
        pointing.reference,
        &pointing.target,
    ))
}

/// `a better tomorrow`, `every yesterday`: some day, not that one.
fn is_noun(scan: Scan, token: Token) -> bool {
    scan.before(token.start)
        .within("a an no every each some many better brighter remote distant golden")
}

/// `USA Today`, `the Today programme`: a capital within a sentence.
fn in_name(scan: Scan, token: Token) -> bool {
    token.is_capital() && scan.before(token.start).is_word() && !scan.starts_sentence(token.start)
}

fn day_word(scan: Scan, token: Token, days: i64, floor: usize) -> Pointing {
    let mut start = token.start;
    let mut end = token.end;
    let mut offset = days;
    let side = scan.before(token.start);
    let day = scan.before(side.start);
    if day.is("day") && day.start >= floor && days != 0 {
        let the = scan.before(day.start);
        let whole = if the.is("the") && the.start >= floor {
            the.start
        } else {
            day.start
        };
        if side.is("before") && days < 0 {
            (start, offset) = (whole, -2);
        } else if side.is("after") && days > 0 {
            (start, offset) = (whole, 2);
        }
    }
    let part = scan.next(token.end);
    if part.among(PARTS_OF_DAY) && part.start > token.end {
        end = part.end;
    }
    Pointing {
        start,
        end,
        reference: Reference::Deictic,
        target: Target::Unit(Unit::Day, offset),
    }
}

fn pointer_word(scan: Scan, token: Token, pointer: Pointer, floor: usize) -> Option<Pointing> {
    let before = scan.before(token.start);
    let the = before.is("the") && before.start >= floor;
    let article =
        the || before.among(&["that", "this"]) && matches!(pointer, Pointer::Same | Pointer::Past);
    let (reference, step) = match pointer {
        Pointer::This => (Reference::Deictic, 0),
        Pointer::That => (Reference::Anaphoric, 0),
        Pointer::Same if article => (Reference::Anaphoric, 0),
        // `at last month after month went by`.
        Pointer::Last if before.is("at") => return None,
        Pointer::Last => (Reference::Deictic, -1),
        Pointer::Past if article => (Reference::Deictic, -1),
        Pointer::Next if the => (Reference::Anaphoric, 1),
        Pointer::Next => (Reference::Deictic, 1),
        Pointer::Following if article => (Reference::Anaphoric, 1),
        Pointer::Previous if article => (Reference::Anaphoric, -1),
        _ => return None,
    };
    let noun_at = scan.gap(token.end)?;
    let (target, end) = noun_target(scan, noun_at, pointer, step)?;
    // `the last year of the war` is a part of something else.
    if the && matches!(pointer, Pointer::Last) && scan.next(end).is("of") {
        return None;
    }
    let span = matches!(target, Target::Span(..));
    if span && matches!(pointer, Pointer::Last) && is_verb(scan, token)
        || matches!(target, Target::Season(Season::Spring, _)) && is_thing(scan, noun_at, before)
    {
        return None;
    }
    if span && !matches!(pointer, Pointer::Last | Pointer::Past | Pointer::Next) {
        return None;
    }
    let mut start = if article { before.start } else { token.start };
    let adverb = scan.before(start);
    if adverb.among(&["later", "earlier", "early", "late"]) && adverb.start >= floor && step <= 0 {
        start = adverb.start;
    }
    Some(Pointing {
        start,
        end,
        reference,
        target,
    })
}

/// Whether `last` before a count says how long something lasts: `good boots last three years`.
fn is_verb(scan: Scan, last: Token) -> bool {
    let before = scan.before(last.start);
    before.is_word()
        && !scan.starts_sentence(last.start)
        && !before.within(
            "the these those his her its my our your their in for over during within past of and \
            since from or s",
        )
}

/// Whether a spring is water or a coil: `drink from the same spring`, `if that spring goes`.
fn is_thing(scan: Scan, spring: usize, before: Token) -> bool {
    const DOING: &str =
        "goes breaks broke snaps snapped bends coils wears dries rises flows feeds fails gushes";
    const DRAWING: &str =
        "drink drinks drank drinking drawn draw drew water fed rise rises flow flows";
    let verb = scan.next(scan.token(spring).end);
    let from = scan.before(before.start);
    verb.within(DOING) || from.is("from") && scan.before(from.start).within(DRAWING)
}

/// What the noun behind `last`, `this`, `the following` makes of it.
fn noun_target(scan: Scan, at: usize, pointer: Pointer, step: i64) -> Option<(Target, usize)> {
    let noun = scan.token(at);
    if scan.glued(noun.end) || scan.char_at(noun.end) == Some('-') {
        return None;
    }
    let target = match words::lookup(noun.text) {
        // `on “This Week”`, `Last Year in Marienbad`: a title.
        Some(Word::Unit(..)) if noun.is_capital() && noun.text.chars().any(char::is_lowercase) => {
            return None;
        }
        Some(Word::Unit(unit, Number::One)) => unit_target(pointer, unit, step)?,
        Some(Word::Season(season)) if noun.is_small() || season != super::unit::Season::Autumn => {
            Target::Season(season, step)
        }
        Some(Word::Month(month, super::written::MonthStyle::Full))
            if noun.is_capital() && (pointer != Pointer::That || !matches!(month, 4..=6)) =>
        {
            Target::Month(month, step)
        }
        Some(Word::Weekday(day, false)) if noun.is_capital() && pointer != Pointer::That => {
            Target::Weekday(day, step)
        }
        Some(Word::Some(_) | Word::Cardinal(_)) => return span_target(scan, at, step),
        _ if noun.is_number() => return span_target(scan, at, step),
        _ if noun.is("night") && pointer == Pointer::Last => Target::Unit(Unit::Day, -1),
        _ if noun.is("weekend") => Target::Unit(Unit::Week, step),
        _ if noun.among(PARTS_OF_DAY) => {
            let whole = matches!(
                pointer,
                Pointer::This
                    | Pointer::That
                    | Pointer::Following
                    | Pointer::Next
                    | Pointer::Previous
                    | Pointer::Same
            );
            whole.then_some(Target::Unit(Unit::Day, step))?
        }
        _ => return None,
    };
    let part = scan.next(noun.end);
    let part_of_day = matches!(target, Target::Weekday(..)) && part.among(PARTS_OF_DAY);
    Some((target, if part_of_day { part.end } else { noun.end }))
}

fn unit_target(pointer: Pointer, unit: Unit, step: i64) -> Option<Target> {
    let vague =
        matches!(pointer, Pointer::This | Pointer::Last | Pointer::Past) && unit == Unit::Day;
    (!vague).then_some(Target::Unit(unit, step))
}

/// `last five years`, `past 30 days`, `next few weeks`.
fn span_target(scan: Scan, at: usize, step: i64) -> Option<(Target, usize)> {
    let token = scan.token(at);
    let (count, end) = match words::lookup(token.text) {
        Some(Word::Some(_)) => {
            let of = scan.words(token.end, &["of"]).unwrap_or(token.end);
            (None, of)
        }
        _ => {
            let number = number_at(scan, at).filter(|n| !n.ordinal)?;
            (Some(i64::from(number.value)), number.end)
        }
    };
    let (unit, grammatical) = words::unit(scan.next(end).text)?;
    (grammatical == Number::Many || count == Some(1)).then_some(())?;
    let sign = if step < 0 { -1 } else { 1 };
    Some((
        Target::Span(unit, count.map(|count| count * sign), sign),
        scan.next(end).end,
    ))
}

/// `on Friday`, `Friday morning`: some Friday within the week.
fn weekday_word(
    scan: Scan,
    token: Token,
    day: jiff::civil::Weekday,
    context: &Context,
) -> Option<Pointing> {
    if is_habit(scan, token) {
        return None;
    }
    let next = scan.next(token.end);
    let named = next.is_capital() && next.start > token.end && next.text.len() > 1;
    let before = scan.before(token.start);
    let known = before.within("on by until since from early late before after till and or of");
    // `Mr. Friday said`.
    let titled = before.is_mark('.') && scan.before(before.start).within("mr mrs ms dr st");
    let proper = scan.is_proper(before) && !known || titled;
    // `his Sunday paper`.
    let attribute = before.within("his her their my our the a an some") && next.is_small();
    let attribute = attribute && !next.among(PARTS_OF_DAY) && !ends_clause(scan, token.end);
    if !token.is_capital() || scan.glued(token.end) || proper || attribute || named && !known {
        return None;
    }
    let end = if next.among(PARTS_OF_DAY) && next.start > token.end {
        next.end
    } else {
        token.end
    };
    // `on 11 June and again on the Thursday`: the next after the day told.
    if before.is("the") && context.day_told() && (end > token.end || ends_clause(scan, end)) {
        return Some(Pointing {
            start: token.start,
            end,
            reference: Reference::Anaphoric,
            target: Target::WeekdayAfter(day),
        });
    }
    Some(Pointing {
        start: token.start,
        end,
        reference: Reference::Deictic,
        target: Target::Weekday(day, 0),
    })
}

/// Whether a weekday is one of many: `open Monday to Friday`, `on Saturday mornings`, `Sunday school`,
/// `on a Monday`.
fn is_habit(scan: Scan, token: Token) -> bool {
    const CUSTOMS: &str = "school schools lunch lunches dinner dinners roast joint pie best paper papers newspaper \
    newspapers supplement driver drivers painter painters trading market markets mornings afternoons \
    evenings nights";
    let next = scan.next(token.end);
    let before = scan.before(token.start);
    let joins = |word: Token| word.among(&["to", "through", "thru"]) || word.is_dash();
    let is_day = |word: Token| {
        word.is_capital() && matches!(words::lookup(word.text), Some(Word::Weekday(..)))
    };
    let first = joins(next) && is_day(scan.next(next.end)) && !before.within("from last next this");
    let second = joins(before) && is_day(scan.before(before.start));
    let opening = scan.before(scan.before(before.start).start);
    let second = second && !opening.within("from last next this");
    let any = before.is("a") && !next.among(PARTS_OF_DAY);
    let film =
        token.is("friday") && next.is("the") && scan.next(next.end).among(&["13", "thirteenth"]);
    let other = scan.next(next.end);
    let shared = next.is("and") && other.is_word() && scan.next(other.end).within(CUSTOMS);
    let paper = super::day::is_newspaper(scan, token.start);
    first
        || second
        || any
        || film
        || paper
        || shared
        || next.within(CUSTOMS)
        || is_weekly(scan, before)
}

/// Whether the words before tell of every week: `one flight per week on Thursday`.
fn is_weekly(scan: Scan, before: Token) -> bool {
    let words = std::iter::successors(Some(before), |word| Some(scan.before(word.start)));
    words
        .take(REACH)
        .take_while(Token::is_word)
        .any(|word| word.is("week") && scan.before(word.start).within("per each every a"))
}

/// `the year before`, `the day after`, where the clause ends there.
fn the_unit_before(scan: Scan, token: Token, unit: Unit, floor: usize) -> Option<Pointing> {
    let the = scan.before(token.start);
    let side = scan.next(token.end);
    let step = if side.is("before") {
        -1
    } else if side.is("after") {
        1
    } else {
        return None;
    };
    let closes = !scan.next(side.end).is_word() && !scan.next(side.end).is_number();
    let open = the.is("the") && the.start >= floor && side.start > token.end && closes;
    open.then_some(Pointing {
        start: the.start,
        end: side.end,
        reference: Reference::Anaphoric,
        target: Target::Unit(unit, step),
    })
}

/// `several years ago`, `a couple of weeks later`: no number to reckon with.
pub(super) fn vague_at(
    scan: Scan,
    at: usize,
    context: &Context,
    floor: usize,
) -> Option<DateMention> {
    let token = scan.token(at);
    let of = scan.words(token.end, &["of"]).unwrap_or(token.end);
    let unit = scan.next(of);
    words::unit(unit.text)?;
    let side = scan.next(unit.end);
    let (reference, sign) = if side.among(&["ago", "back"]) {
        (Reference::Deictic, -1)
    } else if side.among(&["later", "afterwards", "afterward"]) {
        (Reference::Anaphoric, 1)
    } else if side.is("earlier") {
        (Reference::Anaphoric, -1)
    } else {
        return None;
    };
    let a = scan.before(at);
    let start = if a.is("a") && a.start >= floor {
        a.start
    } else {
        at
    };
    Some(pointed(
        context,
        start..side.end,
        reference,
        &Target::Side(sign),
    ))
}

/// The relative mention of `70 years ago`, `three days later`.
pub(super) fn of_elapsed(
    elapsed: &super::amount::ElapsedMention,
    context: &Context,
) -> Option<DateMention> {
    use super::amount::ElapsedWording::{Ago, Earlier, Hence, Later};
    let reference = match elapsed.wording {
        Ago | Hence => Reference::Deictic,
        Later | Earlier => Reference::Anaphoric,
        _ => return None,
    };
    let count = i64::from(elapsed.amount.value) * i64::from(elapsed.wording.direction());
    let target = Target::Moved(elapsed.unit, count, elapsed.approximate);
    Some(pointed(context, elapsed.range.clone(), reference, &target))
}
