//! Owns numbers: in figures or in words, cardinal or ordinal. Does not know
//! what they count.

use std::ops::Range;

use super::{
    amount::Figure,
    mention::Fault,
    scan::Scan,
    words::{self, Word},
    written::DayFigure,
};

/// A number as written.
#[derive(Debug, Clone)]
pub(super) struct Number {
    pub(super) value: u32,
    pub(super) start: usize,
    /// Past the suffix of an ordinal.
    pub(super) end: usize,
    pub(super) spelt: bool,
    pub(super) ordinal: bool,
    /// The place of `th`.
    pub(super) suffix: Option<Range<usize>>,
    /// What the suffix ought to be, when it is not.
    pub(super) right_suffix: Option<&'static str>,
    /// How many figures; 0 in words.
    pub(super) digits: usize,
    /// Written with commas: `1,000`.
    pub(super) grouped: bool,
}

impl Number {
    pub(super) fn figure(&self) -> Figure {
        Figure {
            value: self.value,
            range: self.start..self.end,
            spelt: self.spelt,
        }
    }

    /// As the number of a day.
    pub(super) fn day_figure(&self) -> DayFigure {
        DayFigure {
            value: self.value,
            range: self.start..self.end,
            suffix: self.suffix.clone(),
            spelt: self.spelt,
        }
    }

    /// The fault of a malformed ordinal.
    pub(super) fn ordinal_fault(&self) -> Option<Fault> {
        Some(Fault::Ordinal {
            suffix: self.suffix.clone()?,
            right: self.right_suffix?,
        })
    }
}

/// The number that starts at `at`: `32`, `1,000`, `16th`, `thirty-two`,
/// `twenty-first`, `a hundred and fifty`.
pub(super) fn number_at(scan: Scan, at: usize) -> Option<Number> {
    let token = scan.token(at);
    if token.is_number() {
        return figures_at(scan, at);
    }
    if token.is_word() {
        spelt_at(scan, at)
    } else {
        None
    }
}

fn figures_at(scan: Scan, at: usize) -> Option<Number> {
    let token = scan.token(at);
    if token.text.len() > 9 {
        return None;
    }
    let digits = token.text.len();
    let mut value: u32 = token.text.parse().ok()?;
    let mut end = token.end;
    let mut grouped = false;
    while digits <= 3 && value > 0 && value < 1_000_000 {
        let Some(comma) = scan.mark(end, ',') else {
            break;
        };
        let group = scan.token(comma);
        if !group.is_number() || group.text.len() != 3 {
            break;
        }
        value = value * 1000 + group.text.parse::<u32>().ok()?;
        end = group.end;
        grouped = true;
    }
    let suffix = scan.token(end);
    let ordinal = suffix.is_word() && suffix.among(&["st", "nd", "rd", "th"]);
    let right = suffix_of(value);
    Some(Number {
        value,
        start: at,
        end: if ordinal { suffix.end } else { end },
        spelt: false,
        ordinal,
        suffix: ordinal.then(|| suffix.range()),
        right_suffix: (ordinal && !suffix.is(right)).then_some(right),
        digits,
        grouped,
    })
}

/// The suffix a number has as an ordinal.
fn suffix_of(value: u32) -> &'static str {
    match (value % 10, value % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

fn spelt_at(scan: Scan, at: usize) -> Option<Number> {
    let spelt = |value, end, ordinal| Number {
        value,
        start: at,
        end,
        spelt: true,
        ordinal,
        suffix: None,
        right_suffix: None,
        digits: 0,
        grouped: false,
    };
    let token = scan.token(at);
    let (value, end, ordinal) = if token.among(&["a", "an"]) {
        let hundred = scan.next(token.end);
        if !hundred.is("hundred") && !hundred.is("hundredth") {
            return None;
        }
        (1, token.end, false)
    } else {
        small_at(scan, at)?
    };
    if ordinal || value > 99 {
        return Some(spelt(value, end, ordinal));
    }
    let hundred = scan.joint(end).map(|at| scan.token(at));
    match hundred {
        Some(word) if word.is("hundred") => {
            let tail = scan.words(word.end, &["and"]).unwrap_or(word.end);
            let rest = scan.joint(tail).and_then(|at| small_at(scan, at));
            Some(match rest {
                Some((rest, end, ordinal)) => spelt(value * 100 + rest, end, ordinal),
                None => spelt(value * 100, word.end, false),
            })
        }
        Some(word) if word.is("hundredth") => Some(spelt(value * 100, word.end, true)),
        _ => Some(spelt(value, end, false)),
    }
}

/// A spelt number below a hundred (or `hundredth`): value, end, ordinal.
fn small_at(scan: Scan, at: usize) -> Option<(u32, usize, bool)> {
    let token = scan.token(at);
    match words::lookup(token.text)? {
        Word::Ordinal(value) => Some((value, token.end, true)),
        Word::Cardinal(tens) if tens >= 20 => {
            let unit = scan.joint(token.end).map(|at| scan.token(at));
            let meaning = unit.and_then(|unit| Some((words::lookup(unit.text)?, unit.end)));
            match meaning {
                Some((Word::Cardinal(unit @ 1..=9), end)) => Some((tens + unit, end, false)),
                Some((Word::Ordinal(unit @ 1..=9), end)) => Some((tens + unit, end, true)),
                _ => Some((tens, token.end, false)),
            }
        }
        Word::Cardinal(value) => Some((value, token.end, false)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_figures_and_in_words() {
        let table = [
            ("32", 32, false),
            ("1,000 letters", 1000, false),
            ("16th", 16, true),
            ("thirty-two", 32, false),
            ("Twenty one", 21, false),
            ("twenty-first", 21, true),
            ("sixteenth", 16, true),
            ("a hundred and fifty", 150, false),
            ("two hundred", 200, false),
            ("hundredth", 100, true),
            ("one hundred and fiftieth", 150, true),
            ("ninety", 90, false),
        ];
        for (text, value, ordinal) in table {
            let number = number_at(
                Scan {
                    text,
                    sentences: &[],
                },
                0,
            )
            .unwrap();
            assert_eq!((number.value, number.ordinal), (value, ordinal), "{text}");
        }
    }

    #[test]
    fn wrong_suffixes_are_known() {
        for (text, right) in [
            ("22th", "nd"),
            ("1th", "st"),
            ("11st", "th"),
            ("3th", "rd"),
            ("112nd", "th"),
        ] {
            assert_eq!(
                number_at(
                    Scan {
                        text,
                        sentences: &[]
                    },
                    0
                )
                .unwrap()
                .right_suffix,
                Some(right),
                "{text}"
            );
        }
        for text in ["22nd", "1st", "11th", "13th", "3rd", "101st"] {
            assert_eq!(
                number_at(
                    Scan {
                        text,
                        sentences: &[]
                    },
                    0
                )
                .unwrap()
                .right_suffix,
                None,
                "{text}"
            );
        }
    }

    #[test]
    fn words_that_only_look_like_numbers_are_not() {
        for text in [
            "a letter",
            "tense",
            "oneself",
            "x",
            "",
            "1234567890",
            "hundreds",
        ] {
            assert!(
                number_at(
                    Scan {
                        text,
                        sentences: &[]
                    },
                    0
                )
                .is_none(),
                "{text}"
            );
        }
    }
}
