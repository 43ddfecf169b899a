//! Owns the guess that a word beside a day's figures is a month misspelt. Does
//! not decide whether it stands beside one.

/// Months of five letters and more, with their numbers.
const MONTHS: [(&str, u8); 9] = [
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
];

/// Words and names within reach of a month that are no month misspelt: real
/// words, and the months of other languages.
const REAL: [&str; 58] = [
    "marsh",
    "match",
    "mark",
    "marc",
    "marco",
    "marcy",
    "marcus",
    "marche",
    "marcha",
    "mach",
    "mar",
    "macho",
    "mares",
    "maria",
    "marie",
    "mario",
    "marcel",
    "aprils",
    "apr",
    "avril",
    "abril",
    "aprile",
    "apricot",
    "aug",
    "augusta",
    "auguste",
    "augusto",
    "augusts",
    "augustin",
    "augustus",
    "augur",
    "januar",
    "januari",
    "janvier",
    "februar",
    "februari",
    "feb",
    "septembre",
    "septiembre",
    "settembre",
    "setembro",
    "septembers",
    "sept",
    "octobre",
    "octubre",
    "oktober",
    "octobers",
    "novembre",
    "noviembre",
    "novembers",
    "decembre",
    "dezember",
    "decembers",
    "dicembre",
    "diciembre",
    "dezembro",
    "september",
    "marches",
];

/// The month (1 to 12) that a word misspells: at most two letters away from a
/// month of seven letters and more, one from a shorter one, with the same first
/// letter.
pub(super) fn month(word: &str) -> Option<u8> {
    if !word.is_ascii() || !(4..=12).contains(&word.len()) {
        return None;
    }
    if REAL.iter().any(|real| real.eq_ignore_ascii_case(word)) {
        return None;
    }
    let (name, number) = MONTHS.iter().find(|(name, _)| {
        let most = if name.len() >= 7 { 2 } else { 1 };
        starts_alike(name, word)
            && name.len().abs_diff(word.len()) <= most
            && within(name, word, most)
    })?;
    (!name.eq_ignore_ascii_case(word)).then_some(*number)
}

fn starts_alike(a: &str, b: &str) -> bool {
    matches!((a.bytes().next(), b.bytes().next()), (Some(a), Some(b)) if a.eq_ignore_ascii_case(&b))
}

/// Whether two short words are at most `most` edits apart: letters put in, left
/// out, changed, or two neighbours swapped.
fn within(a: &str, b: &str, most: usize) -> bool {
    let mut before = [0usize; 16];
    let mut last = [0usize; 16];
    let mut row = [0usize; 16];
    for (j, cell) in last.iter_mut().enumerate() {
        *cell = j;
    }
    let mut above = None;
    for (i, x) in a.bytes().map(|x| x.to_ascii_lowercase()).enumerate() {
        let mut left = i + 1;
        row = [left; 16];
        let mut previous = None;
        for (j, y) in b.bytes().map(|y| y.to_ascii_lowercase()).enumerate() {
            let get =
                |cells: &[usize; 16], at: usize| cells.get(at).copied().unwrap_or(usize::MAX / 2);
            let mut cost = (get(&last, j) + usize::from(x != y))
                .min(get(&last, j + 1) + 1)
                .min(left + 1);
            if j > 0 && Some(y) == above && previous == Some(x) {
                cost = cost.min(get(&before, j - 1) + 1);
            }
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = cost;
            }
            left = cost;
            previous = Some(y);
        }
        before = last;
        last = row;
        above = Some(x);
    }
    row.get(b.len()).is_some_and(|cost| *cost <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_keys_are_recognised() {
        let table = [
            ("Febmary", 2),
            ("Febuary", 2),
            ("Feburary", 2),
            ("Januray", 1),
            ("Setpember", 9),
            ("Ocotber", 10),
            ("Novemeber", 11),
            ("Decemebr", 12),
            ("Agust", 8),
            ("Apirl", 4),
            ("Marhc", 3),
            ("Septemer", 9),
        ];
        for (word, number) in table {
            assert_eq!(month(word), Some(number), "{word}");
        }
    }

    #[test]
    fn words_months_and_names_are_not() {
        for word in [
            "March", "February", "Marsh", "Match", "Mach", "Augusta", "Auguste", "Oktober",
            "Novembre", "Arial", "Members", "May", "June", "Juin", "Remember", "Chapter", "Octave",
            "Marcus", "Jan",
        ] {
            assert_eq!(month(word), None, "{word}");
        }
    }
}
