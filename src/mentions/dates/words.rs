//! Owns the words that can begin a mention of time, and the filter that throws
//! every other word out by its first letter and length. Does not know how words
//! combine.

use jiff::civil::Weekday;

use super::unit::{Season, Unit};
use super::written::MonthStyle;

/// What a word means to the grammar of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Month(u8, MonthStyle),
    Weekday(Weekday, bool),
    Season(Season),
    /// Below a hundred.
    Cardinal(u32),
    /// Below a hundred, or hundredth.
    Ordinal(u32),
    Hundred,
    /// `thirties`: the ten meant.
    Tens(u32),
    Unit(Unit, Number),
    /// `today`, days from now.
    Day(i64),
    Pointer(Pointer),
    /// Years of a jubilee's metal.
    Metal(u32),
    /// Years of a centenary.
    Centenary(u32),
    /// `several`, `few`, `couple`.
    Some(u32),
    /// AD, BC before figures.
    Era,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    One,
    Many,
}

/// Words that point from one time to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pointer {
    This,
    That,
    Same,
    Last,
    Past,
    Next,
    Following,
    Previous,
}

use MonthStyle::{Full, Short};
use Number::{Many, One};

/// Sorted by first letter; `AT` relies on it, and a test holds it.
const WORDS: &[(&str, Word)] = &[
    ("april", Word::Month(4, Full)),
    ("apr", Word::Month(4, Short)),
    ("august", Word::Month(8, Full)),
    ("aug", Word::Month(8, Short)),
    ("autumn", Word::Season(Season::Autumn)),
    ("ad", Word::Era),
    ("bicentenary", Word::Centenary(200)),
    ("bicentennial", Word::Centenary(200)),
    ("century", Word::Unit(Unit::Century, One)),
    ("centuries", Word::Unit(Unit::Century, Many)),
    ("centenary", Word::Centenary(100)),
    ("centennial", Word::Centenary(100)),
    ("couple", Word::Some(2)),
    ("december", Word::Month(12, Full)),
    ("dec", Word::Month(12, Short)),
    ("day", Word::Unit(Unit::Day, One)),
    ("days", Word::Unit(Unit::Day, Many)),
    ("decade", Word::Unit(Unit::Decade, One)),
    ("decades", Word::Unit(Unit::Decade, Many)),
    ("diamond", Word::Metal(60)),
    ("eight", Word::Cardinal(8)),
    ("eighteen", Word::Cardinal(18)),
    ("eighteenth", Word::Ordinal(18)),
    ("eighth", Word::Ordinal(8)),
    ("eighties", Word::Tens(80)),
    ("eightieth", Word::Ordinal(80)),
    ("eighty", Word::Cardinal(80)),
    ("eleven", Word::Cardinal(11)),
    ("eleventh", Word::Ordinal(11)),
    ("february", Word::Month(2, Full)),
    ("feb", Word::Month(2, Short)),
    ("friday", Word::Weekday(Weekday::Friday, false)),
    ("fri", Word::Weekday(Weekday::Friday, true)),
    ("fall", Word::Season(Season::Autumn)),
    ("few", Word::Some(0)),
    ("fifteen", Word::Cardinal(15)),
    ("fifteenth", Word::Ordinal(15)),
    ("fifth", Word::Ordinal(5)),
    ("fifties", Word::Tens(50)),
    ("fiftieth", Word::Ordinal(50)),
    ("fifty", Word::Cardinal(50)),
    ("first", Word::Ordinal(1)),
    ("five", Word::Cardinal(5)),
    ("following", Word::Pointer(Pointer::Following)),
    ("forties", Word::Tens(40)),
    ("fortieth", Word::Ordinal(40)),
    ("fortnight", Word::Unit(Unit::Fortnight, One)),
    ("fortnights", Word::Unit(Unit::Fortnight, Many)),
    ("forty", Word::Cardinal(40)),
    ("four", Word::Cardinal(4)),
    ("fourteen", Word::Cardinal(14)),
    ("fourteenth", Word::Ordinal(14)),
    ("fourth", Word::Ordinal(4)),
    ("golden", Word::Metal(50)),
    ("hundred", Word::Hundred),
    ("hundredth", Word::Ordinal(100)),
    ("january", Word::Month(1, Full)),
    ("jan", Word::Month(1, Short)),
    ("june", Word::Month(6, Full)),
    ("jun", Word::Month(6, Short)),
    ("july", Word::Month(7, Full)),
    ("jul", Word::Month(7, Short)),
    ("last", Word::Pointer(Pointer::Last)),
    ("march", Word::Month(3, Full)),
    ("mar", Word::Month(3, Short)),
    ("may", Word::Month(5, Full)),
    ("monday", Word::Weekday(Weekday::Monday, false)),
    ("mon", Word::Weekday(Weekday::Monday, true)),
    ("month", Word::Unit(Unit::Month, One)),
    ("months", Word::Unit(Unit::Month, Many)),
    ("november", Word::Month(11, Full)),
    ("nov", Word::Month(11, Short)),
    ("next", Word::Pointer(Pointer::Next)),
    ("nine", Word::Cardinal(9)),
    ("nineteen", Word::Cardinal(19)),
    ("nineteenth", Word::Ordinal(19)),
    ("nineties", Word::Tens(90)),
    ("ninetieth", Word::Ordinal(90)),
    ("ninety", Word::Cardinal(90)),
    ("ninth", Word::Ordinal(9)),
    ("october", Word::Month(10, Full)),
    ("oct", Word::Month(10, Short)),
    ("one", Word::Cardinal(1)),
    ("past", Word::Pointer(Pointer::Past)),
    ("platinum", Word::Metal(70)),
    ("preceding", Word::Pointer(Pointer::Previous)),
    ("previous", Word::Pointer(Pointer::Previous)),
    ("quincentenary", Word::Centenary(500)),
    ("quatercentenary", Word::Centenary(400)),
    ("september", Word::Month(9, Full)),
    ("sept", Word::Month(9, Short)),
    ("sep", Word::Month(9, Short)),
    ("same", Word::Pointer(Pointer::Same)),
    ("saturday", Word::Weekday(Weekday::Saturday, false)),
    ("sat", Word::Weekday(Weekday::Saturday, true)),
    ("second", Word::Ordinal(2)),
    ("sesquicentenary", Word::Centenary(150)),
    ("sesquicentennial", Word::Centenary(150)),
    ("seven", Word::Cardinal(7)),
    ("seventeen", Word::Cardinal(17)),
    ("seventeenth", Word::Ordinal(17)),
    ("seventh", Word::Ordinal(7)),
    ("seventies", Word::Tens(70)),
    ("seventieth", Word::Ordinal(70)),
    ("seventy", Word::Cardinal(70)),
    ("several", Word::Some(0)),
    ("silver", Word::Metal(25)),
    ("six", Word::Cardinal(6)),
    ("sixteen", Word::Cardinal(16)),
    ("sixteenth", Word::Ordinal(16)),
    ("sixth", Word::Ordinal(6)),
    ("sixties", Word::Tens(60)),
    ("sixtieth", Word::Ordinal(60)),
    ("sixty", Word::Cardinal(60)),
    ("spring", Word::Season(Season::Spring)),
    ("summer", Word::Season(Season::Summer)),
    ("sunday", Word::Weekday(Weekday::Sunday, false)),
    ("sun", Word::Weekday(Weekday::Sunday, true)),
    ("ten", Word::Cardinal(10)),
    ("tenth", Word::Ordinal(10)),
    ("tercentenary", Word::Centenary(300)),
    ("that", Word::Pointer(Pointer::That)),
    ("third", Word::Ordinal(3)),
    ("thirteen", Word::Cardinal(13)),
    ("thirteenth", Word::Ordinal(13)),
    ("thirties", Word::Tens(30)),
    ("thirtieth", Word::Ordinal(30)),
    ("thirty", Word::Cardinal(30)),
    ("this", Word::Pointer(Pointer::This)),
    ("three", Word::Cardinal(3)),
    ("thursday", Word::Weekday(Weekday::Thursday, false)),
    ("thurs", Word::Weekday(Weekday::Thursday, true)),
    ("thur", Word::Weekday(Weekday::Thursday, true)),
    ("thu", Word::Weekday(Weekday::Thursday, true)),
    ("today", Word::Day(0)),
    ("tomorrow", Word::Day(1)),
    ("tonight", Word::Day(0)),
    ("tuesday", Word::Weekday(Weekday::Tuesday, false)),
    ("tues", Word::Weekday(Weekday::Tuesday, true)),
    ("tue", Word::Weekday(Weekday::Tuesday, true)),
    ("twelfth", Word::Ordinal(12)),
    ("twelve", Word::Cardinal(12)),
    ("twenties", Word::Tens(20)),
    ("twentieth", Word::Ordinal(20)),
    ("twenty", Word::Cardinal(20)),
    ("two", Word::Cardinal(2)),
    ("wednesday", Word::Weekday(Weekday::Wednesday, false)),
    ("weds", Word::Weekday(Weekday::Wednesday, true)),
    ("wed", Word::Weekday(Weekday::Wednesday, true)),
    ("week", Word::Unit(Unit::Week, One)),
    ("weeks", Word::Unit(Unit::Week, Many)),
    ("winter", Word::Season(Season::Winter)),
    ("year", Word::Unit(Unit::Year, One)),
    ("years", Word::Unit(Unit::Year, Many)),
    ("yesterday", Word::Day(-1)),
];

/// For each letter, the lengths (as bits) that words beginning with it have.
const LENGTHS: [u32; 26] = lengths();

/// For each letter, where its words begin in `WORDS`; one more for the end.
const AT: [usize; 27] = starts();

const fn letter_of(entry: &(&str, Word)) -> usize {
    match entry.0.as_bytes().first() {
        Some(byte) => (*byte - b'a') as usize,
        None => 0,
    }
}

#[allow(clippy::indexing_slicing, reason = "evaluated when compiling")]
const fn lengths() -> [u32; 26] {
    let mut table = [0; 26];
    let mut i = 0;
    while i < WORDS.len() {
        table[letter_of(&WORDS[i])] |= 1 << WORDS[i].0.len();
        i += 1;
    }
    table
}

#[allow(clippy::indexing_slicing, reason = "evaluated when compiling")]
const fn starts() -> [usize; 27] {
    let mut table = [0; 27];
    let mut letter = 0;
    while letter <= 26 {
        let mut i = 0;
        while i < WORDS.len() && letter_of(&WORDS[i]) < letter {
            i += 1;
        }
        table[letter] = i;
        letter += 1;
    }
    table
}

/// Whether any word begins with this letter and has this length (bytes).
#[inline]
pub(super) fn possible(first: u8, length: usize) -> bool {
    let letter = usize::from((first | 0x20).wrapping_sub(b'a'));
    length <= 16
        && LENGTHS
            .get(letter)
            .is_some_and(|lengths| lengths & (1 << length) != 0)
}

/// What a word means, in capitals or not; `None` for nearly every word, after
/// one look at its first letter and its length.
pub(super) fn lookup(word: &str) -> Option<Word> {
    let first = *word.as_bytes().first()?;
    if !first.is_ascii_alphabetic() || !possible(first, word.len()) {
        return None;
    }
    let letter = usize::from((first | 0x20).wrapping_sub(b'a'));
    let bucket = WORDS.get(*AT.get(letter)?..*AT.get(letter + 1)?)?;
    bucket
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(word))
        .map(|(_, meaning)| *meaning)
}

/// The month of a word.
pub(super) fn month(word: &str) -> Option<(u8, MonthStyle)> {
    match lookup(word)? {
        Word::Month(month, style) => Some((month, style)),
        _ => None,
    }
}

/// The unit of a word.
pub(super) fn unit(word: &str) -> Option<(Unit, Number)> {
    if word.eq_ignore_ascii_case("nights") {
        return Some((Unit::Day, Many));
    }
    match lookup(word)? {
        Word::Unit(unit, number) => Some((unit, number)),
        _ => None,
    }
}

/// A small Roman numeral of a month, 1 to 12.
pub(super) fn roman(word: &str) -> Option<u8> {
    const ROMAN: [&str; 12] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ];
    let at = ROMAN
        .iter()
        .position(|numeral| numeral.eq_ignore_ascii_case(word))?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_by_first_letter_without_doubles() {
        assert!(
            WORDS
                .windows(2)
                .all(|pair| letter_of(&pair[0]) <= letter_of(&pair[1]))
        );
        for (i, (word, _)) in WORDS.iter().enumerate() {
            assert!(WORDS[..i].iter().all(|(other, _)| other != word), "{word}");
            assert!(word.len() <= 16);
        }
    }

    #[test]
    fn every_word_is_found_in_any_case() {
        for (word, meaning) in WORDS {
            assert_eq!(lookup(word), Some(*meaning));
            assert_eq!(lookup(&word.to_uppercase()), Some(*meaning));
        }
    }

    #[test]
    fn other_words_are_not() {
        for word in [
            "", "Marcher", "the", "zebra", "é", "_", "summers", "secondly", "Augusta",
        ] {
            assert_eq!(lookup(word), None, "{word}");
        }
    }
}
