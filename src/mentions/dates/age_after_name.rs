//! Owns ages that stand bare behind a name: `Ann Holt, 32,`, `Karl Moll, then 32,`, `Tom Smith (45)`.

use super::{
    amount::{AgeMention, AgeWording},
    number::Number,
    scan::{Scan, Token},
    words::{self, Word},
};

/// `, 32,` or `(32)` after a name.
pub(super) fn after_name(scan: Scan, number: &Number) -> Option<AgeMention> {
    in_brackets(scan, number).or_else(|| between_commas(scan, number))
}

/// `Tom Smith (45) said`: a name of two words, so that `Table (45)` is none.
fn in_brackets(scan: Scan, number: &Number) -> Option<AgeMention> {
    let open = scan.before(number.start);
    let close = scan.token(number.end);
    let surname = scan.before(open.start);
    let given = scan.before(surname.start);
    let is_name = |word: Token| {
        word.is_capital() && word.text.chars().count() > 1 && words::lookup(word.text).is_none()
    };
    let tight = open.end == number.start && close.start == number.end;
    let next = scan.next(close.end);
    let goes_on = next.is_mark(',') || next.is_word() && !next.is_capital();
    let plain = open.is_mark('(')
        && close.is_mark(')')
        && tight
        && number.digits == 2
        && (16..=105).contains(&number.value);
    (plain && goes_on && is_name(surname) && is_name(given)).then(|| {
        AgeMention::new(
            number.figure(),
            number.start..number.end,
            AgeWording::AfterName,
        )
    })
}

fn between_commas(scan: Scan, number: &Number) -> Option<AgeMention> {
    let mut comma = scan.before(number.start);
    // `Karl Moll, then 32, left`.
    if comma.within("then now just only barely still already") {
        comma = scan.before(comma.start);
    }
    let name = scan.before(comma.start);
    let close = scan.token(number.end);
    let plain = comma.is_mark(',')
        && name.end == comma.start
        && !number.spelt
        && number.digits <= 3
        && comma.end < number.start;
    if !plain
        || !close.is_mark(',')
        || !name.is_capital()
        || name.text.chars().count() < 2
        || number.value == 0
    {
        return None;
    }
    if words::lookup(name.text).is_some() && !is_relation(scan, name)
        || scan.next(close.end).is_number()
        || scan.token(close.end).is_number()
    {
        return None;
    }
    let mut before = scan.before(name.start);
    if before.is_capital() || before.is_mark('.') {
        let mut capitals = 0;
        while (before.is_capital() || before.is_mark('.')) && capitals < 4 {
            before = scan.before(before.start);
            capitals += 1;
        }
    }
    let place = before.within("in at near of from to on room chapter route by see");
    (!place).then(|| {
        AgeMention::new(
            number.figure(),
            number.start..number.end,
            AgeWording::AfterName,
        )
    })
}

/// `his daughter April`: a month's name that is somebody's.
fn is_relation(scan: Scan, name: Token) -> bool {
    const KIN: &str = "daughter son wife husband sister brother mother father aunt uncle niece nephew cousin \
    granddaughter grandson grandmother daughters sons friend partner girlfriend";
    matches!(words::lookup(name.text), Some(Word::Month(4..=6 | 8, _)))
        && scan.before(name.start).within(KIN)
}
