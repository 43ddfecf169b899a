//! Owns counted time: durations (`for three years`), time gone by (`70 years
//! since`, `three days later`) and anniversaries. Does not resolve them.

use std::ops::Range;

use super::{
    amount::{
        AnniversaryMention, AnniversaryWording, DurationMention, ElapsedMention, ElapsedWording,
        Figure,
    },
    month::ends_clause,
    number::Number,
    scan::{Scan, Token},
    unit::Unit,
    words::{self, Number as Grammatical, Word},
};

/// What a count of time turns out to be.
#[derive(Debug)]
pub(super) enum Counted {
    Duration(DurationMention),
    Elapsed(ElapsedMention),
    Anniversary(AnniversaryMention),
}

/// A count and its unit, before it is known what they say.
#[derive(Debug)]
struct Count {
    range: Range<usize>,
    amount: Figure,
    unit: Unit,
    approximate: bool,
    compound: bool,
}

/// What `number` counts: `five years`, `three days later`, `70th anniversary`.
pub(super) fn counted_at(scan: Scan, number: &Number, floor: usize) -> Option<Counted> {
    if number.ordinal {
        return anniversary(scan, number, floor).map(Counted::Anniversary);
    }
    let (unit, end, half) = unit_after(scan, number)?;
    let hyphen = matches!(scan.char_at(number.end), Some('-' | '\u{2011}'));
    let about = approximate_before(scan, number.start)
        .or_else(|| alternative_before(scan, number.start))
        .filter(|start| *start >= floor);
    let count = Count {
        range: about.unwrap_or(number.start)..end,
        amount: number.figure(),
        unit,
        approximate: about.is_some() || half,
        compound: hyphen,
    };
    if hyphen && scan.next(end).is("anniversary") {
        return Some(Counted::Anniversary(AnniversaryMention {
            range: number.start..scan.next(end).end,
            years: number.figure(),
            wording: AnniversaryWording::Anniversary,
            approximate: false,
        }));
    }
    if hyphen {
        return Some(Counted::Duration(duration(count)));
    }
    // `One day he left`: some day, not how long.
    let some_day = count.unit == Unit::Day && number.value == 1 && number.spelt;
    let lasting = is_lasting(scan.before(count.range.start));
    match told(scan, count) {
        Counted::Duration(_) if some_day && !lasting => None,
        counted => Some(counted),
    }
}

/// Whether the word before an amount makes it a length of time.
fn is_lasting(before: Token) -> bool {
    before.within(
        "for within in over after than lasted lasts took takes spent spend almost nearly only just",
    )
}

/// `a year later`, `a fortnight ago`, `for a year`, from its unit.
pub(super) fn article_at(scan: Scan, at: usize, floor: usize) -> Option<Counted> {
    let word = scan.token(at);
    let (unit, _) = words::unit(word.text)?;
    let a = scan.before(at);
    if !a.among(&["a", "an"]) || a.start < floor {
        return None;
    }
    let half = scan.before(a.start);
    let half = half
        .is("half")
        .then_some(half.start)
        .filter(|start| *start >= floor);
    let start = half.unwrap_or(a.start);
    let and_half = scan.words(word.end, &["and", "a", "half"]);
    let end = and_half.unwrap_or(word.end);
    let about = approximate_before(scan, start).filter(|start| *start >= floor);
    let (value, unit) = match (half, unit) {
        (None, unit) => (1, unit),
        (Some(_), Unit::Century) => (5, Unit::Decade),
        (Some(_), Unit::Decade) => (5, Unit::Year),
        (Some(_), Unit::Year) => (6, Unit::Month),
        _ => return None,
    };
    let count = Count {
        range: about.unwrap_or(start)..end,
        amount: Figure {
            value,
            range: start..a.end,
            spelt: true,
        },
        unit,
        approximate: about.is_some() || half.is_some() || and_half.is_some(),
        compound: false,
    };
    let lasting = is_lasting(scan.before(count.range.start));
    match told(scan, count) {
        Counted::Duration(_) if !lasting || scan.char_at(word.end) == Some('-') => None,
        counted => Some(counted),
    }
}

/// The unit that a number counts, its end, and whether a half is added.
fn unit_after(scan: Scan, number: &Number) -> Option<(Unit, usize, bool)> {
    let mut end = number.end;
    let half = scan.words(end, &["and", "a", "half"]);
    end = half.unwrap_or(end);
    let mut word = scan.token(scan.joint(end)?);
    if word.within(
        "more long full whole further consecutive successive short odd straight \
            other",
    ) {
        word = scan.next(word.end);
    }
    let (unit, grammatical) = words::unit(word.text)?;
    let glued = scan.char_at(number.end) == Some('-');
    let agrees = match grammatical {
        Grammatical::Many => number.value != 1 || half.is_some(),
        Grammatical::One => number.value == 1 && !glued || glued && number.value > 0,
    };
    (agrees && !scan.glued(word.end)).then_some((unit, word.end, half.is_some()))
}

fn duration(count: Count) -> DurationMention {
    let Count {
        range,
        amount,
        unit,
        approximate,
        compound,
    } = count;
    DurationMention {
        range,
        amount,
        unit,
        approximate,
        compound,
    }
}

/// What the words behind a count make of it.
fn told(scan: Scan, mut count: Count) -> Counted {
    if let Some(end) = scan.words(count.range.end, &["or", "so"]) {
        count.range.end = end;
        count.approximate = true;
    }
    let Some((wording, end)) = wording_after(scan, count.range.end) else {
        return Counted::Duration(duration(count));
    };
    let Count {
        range,
        amount,
        unit,
        approximate,
        ..
    } = count;
    Counted::Elapsed(ElapsedMention {
        range: range.start..end,
        amount,
        unit,
        wording,
        approximate,
    })
}

fn wording_after(scan: Scan, end: usize) -> Option<(ElapsedWording, usize)> {
    let word = scan.next(end);
    if word.start == end {
        return None;
    }
    let closes =
        ends_clause(scan, word.end) && !scan.next(word.end).within("the a his her they he she it");
    let wording = if word.is("ago") || word.is("back") && closes {
        ElapsedWording::Ago
    } else if word.among(&["later", "afterwards", "afterward"]) {
        ElapsedWording::Later
    } else if word.among(&["earlier", "previously"]) {
        ElapsedWording::Earlier
    } else if word.is("after") {
        ElapsedWording::After
    } else if word.is("before") {
        if scan.next(word.end).is_word() {
            ElapsedWording::Before
        } else {
            ElapsedWording::Earlier
        }
    } else if word.is("prior") && scan.next(word.end).is("to") {
        return Some((ElapsedWording::Before, scan.next(word.end).end));
    } else if word.is("since") {
        ElapsedWording::Since
    } else if word.is("on") && !scan.next(word.end).is_word() && !scan.next(word.end).is_number() {
        ElapsedWording::Later
    } else if word.is("hence") {
        ElapsedWording::Hence
    } else if word.is("from") && scan.next(word.end).is("now") {
        return Some((ElapsedWording::Hence, scan.next(word.end).end));
    } else {
        return None;
    };
    Some((wording, word.end))
}

/// Where the first number of `two or three years` starts.
fn alternative_before(scan: Scan, at: usize) -> Option<usize> {
    let or = scan.before(at);
    let first = scan.before(or.start);
    let counts = first.is_number() || matches!(words::lookup(first.text), Some(Word::Cardinal(_)));
    (or.among(&["or", "to"]) && counts).then_some(first.start)
}

/// Where `about`, `nearly`, `more than`, `at least` before `at` starts.
pub(super) fn approximate_before(scan: Scan, at: usize) -> Option<usize> {
    let token = scan.before(at);
    if token.within(
        "about some nearly almost over around roughly approximately under barely \
            circa",
    ) {
        return Some(token.start);
    }
    let first = scan.before(token.start);
    let two = token.is("than") && first.among(&["more", "less", "fewer"])
        || token.is("least") && first.is("at")
        || token.is("most") && first.is("at")
        || token.is("to") && first.among(&["up", "close"]);
    two.then_some(first.start)
}

/// `70th anniversary`, from its ordinal.
fn anniversary(scan: Scan, number: &Number, floor: usize) -> Option<AnniversaryMention> {
    let mut word = scan.token(scan.joint(number.end)?);
    if word.among(&["wedding", "birth", "death"]) {
        word = scan.next(word.end);
    }
    let wording = if word.among(&["anniversary", "anniversaries", "anniversay"]) {
        AnniversaryWording::Anniversary
    } else if word.is("jubilee") {
        AnniversaryWording::Jubilee
    } else {
        return None;
    };
    let about = approximate_before(scan, number.start).filter(|start| *start >= floor);
    Some(AnniversaryMention {
        range: about.unwrap_or(number.start)..word.end,
        years: number.figure(),
        wording,
        approximate: about.is_some(),
    })
}

/// `golden jubilee`, `centenary`, from its word.
pub(super) fn named_anniversary(scan: Scan, at: usize) -> Option<AnniversaryMention> {
    let token = scan.token(at);
    let (value, end, wording) = match words::lookup(token.text)? {
        Word::Metal(years) => {
            let jubilee = scan.next(token.end);
            let jubilee = jubilee.is("jubilee").then_some(jubilee)?;
            (years, jubilee.end, AnniversaryWording::Jubilee)
        }
        Word::Centenary(years) => (years, token.end, AnniversaryWording::Centenary),
        _ => return None,
    };
    let years = Figure {
        value,
        range: token.range(),
        spelt: true,
    };
    Some(AnniversaryMention {
        range: at..end,
        years,
        wording,
        approximate: false,
    })
}
