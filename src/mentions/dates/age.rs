//! Owns ages: somebody is `aged 32`, `at twenty-two`, `a boy of twelve`, `in his
//! thirties`. Does not know whose age it is.

use std::ops::RangeInclusive;

use super::{
    age_after_name::after_name,
    amount::{AgeMention, AgeWording, Figure},
    counted::approximate_before,
    number::Number,
    scan::Scan,
    words::{self, Word},
};

/// Nobody is older (years).
const OLDEST: u32 = 130;

const PERSONS: &str = "boy girl man woman youth child lad lass lady gentleman student widow widower \
    bachelor person teenager orphan spinster fellow youngster boys girls men women";

const THINGS: &str = "question house building company problem tradition tree whisky dispute church \
    bridge case law firm town city newspaper organisation organization institution \
    school car ship war conflict rule record system mystery wine regime state republic \
    game";

/// The age that `number` tells.
pub(super) fn age_at(scan: Scan, number: &Number, floor: usize) -> Option<AgeMention> {
    if number.grouped || number.value > OLDEST || number.suffix.is_some() && !number.ordinal {
        return None;
    }
    if number.ordinal {
        return birthday(scan, number);
    }
    years_old(scan, number, floor)
        .or_else(|| after_words(scan, number, floor))
        .or_else(|| after_name(scan, number))
}

fn birthday(scan: Scan, number: &Number) -> Option<AgeMention> {
    let word = scan.token(scan.joint(number.end)?);
    word.is("birthday").then(|| {
        AgeMention::new(
            number.figure(),
            number.start..word.end,
            AgeWording::Birthday,
        )
    })
}

/// `32 years old`, `six year-old`, `thirty-two years of age`.
fn years_old(scan: Scan, number: &Number, floor: usize) -> Option<AgeMention> {
    let year = scan.token(scan.joint(number.end)?);
    if !year.among(&["year", "years"]) {
        return None;
    }
    let start = before_number(scan, number.start, floor);
    let widened = |mut age: AgeMention| {
        age.span = span(scan, number);
        age
    };
    if let Some(end) = scan.words(year.end, &["of", "age"]) {
        return Some(widened(AgeMention::new(
            number.figure(),
            start..end,
            AgeWording::YearsOfAge,
        )));
    }
    let old = scan.token(scan.joint(year.end)?);
    if !old.among(&["old", "olds"]) || scan.glued(old.end) {
        return None;
    }
    let first = scan.slice(number.end..year.start);
    let second = scan.slice(year.end..old.start);
    let blank = |text: &str| !text.is_empty() && text.chars().all(super::scan::is_blank);
    if year.is("years") && blank(first) && blank(second) {
        return Some(widened(AgeMention::new(
            number.figure(),
            start..old.end,
            AgeWording::YearsOld,
        )));
    }
    let mut age = AgeMention::new(number.figure(), number.start..old.end, AgeWording::YearOld);
    for (text, range) in [
        (first, number.end..year.start),
        (second, year.end..old.start),
    ] {
        if blank(text) {
            age.missing_hyphens.push(range);
        }
    }
    age.thing = scan.next(old.end).within(THINGS);
    Some(widened(age))
}

/// Takes in `at` or `aged` before the number.
fn before_number(scan: Scan, start: usize, floor: usize) -> usize {
    let token = scan.before(start);
    if token.among(&["at", "aged"]) && token.start >= floor {
        token.start
    } else {
        start
    }
}

/// The ages a number may mean under `about`, `nearly`, `over`.
fn span(scan: Scan, number: &Number) -> RangeInclusive<u32> {
    let value = number.value;
    let before = scan.before(number.start);
    if before.among(&["nearly", "almost"]) {
        return value.saturating_sub(1)..=value;
    }
    if before.among(&["over", "past"]) || before.is("than") && scan.before(before.start).is("more")
    {
        return value..=OLDEST;
    }
    if before.among(&["under", "barely"]) || before.is("than") {
        return 0..=value;
    }
    if before.is("yet") {
        return 0..=value.saturating_sub(1);
    }
    if approximate_before(scan, number.start).is_some() {
        value.saturating_sub(2)..=value + 2
    } else {
        value..=value
    }
}

/// `aged 32`, `at the age of 32`, `at 32`, `a boy of twelve`, `turned 40`.
fn after_words(scan: Scan, number: &Number, floor: usize) -> Option<AgeMention> {
    if number.digits > 3 || number.value == 0 {
        return None;
    }
    let word = approximate_before(scan, number.start)
        .map_or_else(|| scan.before(number.start), |start| scan.before(start));
    // `aged just nineteen`.
    let word =
        if word.within("just only barely") && scan.before(word.start).within("aged age at of") {
            scan.before(word.start)
        } else {
            word
        };
    if word.start < floor || counts_on(scan, number) {
        return None;
    }
    let found = |start, wording| {
        let mut age = AgeMention::new(number.figure(), start..number.end, wording);
        age.span = span(scan, number);
        Some(age)
    };
    if word.is("aged") {
        return found(word.start, AgeWording::Aged);
    }
    if word.is("age") {
        let at = scan.before(word.start);
        return found(
            if at.is("at") { at.start } else { word.start },
            AgeWording::Aged,
        );
    }
    if word.is("of") {
        let noun = scan.before(word.start);
        if noun.is("age") {
            let the = scan.before(noun.start);
            let at = scan.before(the.start);
            let start = if the.is("the") && at.is("at") {
                at.start
            } else {
                noun.start
            };
            return found(start.max(floor), AgeWording::AtTheAgeOf);
        }
        return (noun.within(PERSONS) && !measures(scan, number))
            .then(|| found(noun.start, AgeWording::PersonOf))
            .flatten();
    }
    if word.among(&["turned", "turning", "turns"]) && ends_age(scan, number) && number.value >= 3 {
        return found(word.start, AgeWording::Turned);
    }
    if (was_before(scan, word) || named_was(scan, word, number)) && ends_was(scan, number) {
        return found(number.start, AgeWording::Was);
    }
    (word.is("at") && at_holds(scan, number))
        .then(|| found(word.start, AgeWording::At))
        .flatten()
}

/// `he was`, `she is only`: then a number can be an age.
fn was_before(scan: Scan, word: super::scan::Token) -> bool {
    let mut was = word;
    // `he was not 32` tells no age; `not yet thirty` does.
    for _ in 0..2 {
        if was.within("only just still already barely now then yet")
            || was.is("not") && scan.next(was.end).is("yet")
        {
            was = scan.before(was.start);
        }
    }
    was.among(&["was", "is", "were"]) && scan.before(was.start).within("he she i who")
}

/// `Anna Holt was 73`, `Weiss was 30 when he`: a single capital may be any word that opens a
/// sentence (`Inflation was 12 in May`).
fn named_was(scan: Scan, word: super::scan::Token, number: &Number) -> bool {
    let name = scan.before(word.start);
    if !word.is("was") {
        return false;
    }
    let when = scan.next(number.end);
    let with_pronoun = when.is("when") && scan.next(when.end).within("he she");
    // `Moll, born in 1906, was 45 when he died`.
    if with_pronoun && (name.is_mark(',') || name.is_mark(')')) {
        return true;
    }
    let named = name.is_capital() && words::lookup(name.text).is_none();
    named && (with_pronoun || scan.before(name.start).is_capital())
}

/// Whether a number after `he was` counts nothing that follows.
fn ends_was(scan: Scan, number: &Number) -> bool {
    let next = scan.next(number.end);
    let mark = matches!(
        next.class,
        super::scan::Class::Mark(',' | '.' | ';' | ')' | '!' | '?') | super::scan::Class::Nothing
    );
    number.value >= 2
        && (mark || next.within("when and at but by then or that in") || opens_clause(scan, number))
}

/// `before he was 20 he left`: the main clause follows without a comma.
fn opens_clause(scan: Scan, number: &Number) -> bool {
    let subject = scan.next(number.end).within("he she they i we his her");
    let mut word = scan.before(number.start);
    for _ in 0..3 {
        if word.within("when before until till after since") {
            return subject;
        }
        word = scan.before(word.start);
    }
    word.within("when before until till after since") && subject
}

/// Whether the number goes on as something that is no age: `at 10 Downing
/// Street`, `at 32 degrees`, `at 10:30`, `aged 2000 years`.
fn counts_on(scan: Scan, number: &Number) -> bool {
    let next = scan.token(number.end);
    let tail = scan.token(next.end);
    scan.glued(number.end)
        || matches!(next.class, super::scan::Class::Mark('%' | '°' | '/' | '$'))
        || matches!(next.class, super::scan::Class::Mark(':' | '.' | '-' | '–'))
            && (tail.is_number() || next.is_mark('-'))
        || next.is_mark(',') && tail.is_number()
        || between(scan, number)
}

/// `aged six to twelve`, `aged 5 or 6`: no one's age.
fn between(scan: Scan, number: &Number) -> bool {
    let word = scan.next(number.end);
    let at = scan.skip(word.end);
    word.among(&["to", "and", "or"])
        && super::number::number_at(scan, at).is_some_and(|n| n.value > number.value)
}

/// Whether the clause ends or turns behind the number.
fn ends_age(scan: Scan, number: &Number) -> bool {
    let next = scan.next(number.end);
    super::month::ends_clause(scan, number.end)
        || next.within("who years this last next that had is")
}

/// `a child of six months`, `a man of twelve stone`.
fn measures(scan: Scan, number: &Number) -> bool {
    let next = scan.next(number.end);
    next.within("months weeks days stone hundred thousand million feet pounds talents parts")
}

/// `at twenty-two`, not `at ten` o'clock.
fn at_holds(scan: Scan, number: &Number) -> bool {
    let next = scan.next(number.end);
    let comma = next.is_mark(',');
    let subject = scan.next(next.end).within("he she they i we you");
    let turn = comma
        || next.is_mark('.')
        || next.is_mark(';')
        || next.is_mark(')')
        || next.within("he she and when in of");
    let at = scan.before(number.start);
    let earlier = scan.before(at.start);
    let named = scan.next(next.end);
    // `In 1928, at 22, Karl Moll left`, `at twenty-two Karl Moll left`.
    let apart = earlier.is_mark(',') || scan.starts_sentence(at.start);
    let acts = comma && apart && named.is_capital();
    let called = number.spelt
        && number.value > 12
        && next.is_capital()
        && (apart || earlier.is_number())
        && !named.within("street road avenue square lane place");
    // `died at 45 in Graz`.
    let lived = earlier.within("died dead dies married remarried retired orphaned widowed")
        && !next.is_capital();
    let o_clock = number.value <= 12 || !number.spelt && number.value <= 24;
    let person = if o_clock {
        comma && subject || acts && number.value > 12
    } else {
        turn && (number.spelt || !next.among(&["of", "in", "and"])) || acts || called || lived
    };
    let place = earlier
        .within("look looking stood stands valued estimated priced capped set began arrived");
    person && !place && (5..=105).contains(&number.value)
}

/// `in his thirties`, `in her early 40s`: the ten starts at `at`.
pub(super) fn decade_of_life(scan: Scan, at: usize) -> Option<AgeMention> {
    let token = scan.token(at);
    let (ten, end) = match words::lookup(token.text) {
        Some(Word::Tens(ten)) => (ten, token.end),
        _ => {
            let s = scan.token(token.end);
            let ten: u32 = token.text.parse().ok()?;
            (s.text == "s"
                && !scan.glued(s.end)
                && ten.is_multiple_of(10)
                && (20..=90).contains(&ten))
            .then_some((ten, s.end))?
        }
    };
    let mut before = scan.before(at);
    let mut span = ten..=ten + 9;
    for _ in 0..2 {
        if before.is("early") {
            span = ten..=ten + 4;
        } else if before.is("mid") {
            span = ten + 3..=ten + 7;
        } else if before.is("late") {
            span = ten + 5..=ten + 9;
        } else if !before.is_mark('-') {
            break;
        }
        before = scan.before(before.start);
    }
    if !before.within("his her their my your our") {
        return None;
    }
    let inside = scan.before(before.start);
    let start = if inside.is("in") {
        inside.start
    } else {
        before.start
    };
    Some(AgeMention {
        range: start..end,
        years: Figure {
            value: ten,
            range: at..end,
            spelt: token.is_word(),
        },
        span,
        wording: AgeWording::InTheDecade,
        missing_hyphens: Vec::new(),
        thing: false,
    })
}
