//! Numbers of books, periodicals, researchers and papers in medicine: their lengths and check digits.

pub(super) fn figures(words: &str) -> Vec<u32> {
    words
        .chars()
        .filter_map(|c| match c {
            'x' | 'X' => Some(10),
            _ => c.to_digit(10),
        })
        .collect()
}

pub(super) fn symbol(figure: u32) -> String {
    if figure == 10 {
        "X".into()
    } else {
        figure.to_string()
    }
}

pub(super) fn check_digit(found: u32, expected: u32) -> Option<String> {
    (found != expected).then(|| format!("its check digit should be {}", symbol(expected)))
}

/// ISO 2108: of ten figures the weighted sum (10, 9, ... 1) is a multiple of 11; of thirteen, which begin
/// with 978 or 979, that with the weights 1 and 3 by turns a multiple of 10.
pub(super) fn isbn(words: &str) -> Option<String> {
    let figures = figures(words);
    let ten_inside = figures[..figures.len().saturating_sub(1)].contains(&10);
    match figures.len() {
        10 if !ten_inside => {
            let sum: u32 = (2..=10)
                .rev()
                .zip(&figures)
                .map(|(weight, figure)| weight * figure)
                .sum();
            check_digit(figures[9], (11 - sum % 11) % 11)
        }
        13 if !figures.contains(&10) => {
            if figures[..4] == [9, 7, 9, 0] {
                return Some("979-0 is for music".into());
            }
            if figures[..3] != [9, 7, 8] && figures[..3] != [9, 7, 9] {
                return Some("one of 13 figures begins with 978 or 979".into());
            }
            let sum: u32 = [1, 3]
                .into_iter()
                .cycle()
                .zip(&figures[..12])
                .map(|(weight, figure)| weight * figure)
                .sum();
            check_digit(figures[12], (10 - sum % 10) % 10)
        }
        10 | 13 => Some("X stands only for the last of 10 figures".into()),
        count => Some(format!("it has {count} figures, and should have 10 or 13")),
    }
}

/// ISO 3297: the weighted sum of eight figures (8, 7, ... 1) is a multiple of 11.
pub(super) fn issn(words: &str) -> Option<String> {
    let figures = figures(words);
    if figures.len() != 8 {
        return Some(format!(
            "it has {} figures, and should have 8",
            figures.len()
        ));
    }
    let sum: u32 = (2..=8)
        .rev()
        .zip(&figures)
        .map(|(weight, figure)| weight * figure)
        .sum();
    check_digit(figures[7], (11 - sum % 11) % 11)
}

/// ISO 7064, MOD 11-2.
pub(super) fn orcid(words: &str) -> Option<String> {
    let figures = figures(words);
    if figures.len() != 16 {
        return Some(format!(
            "it has {} figures, and should have 16",
            figures.len()
        ));
    }
    let total = figures[..15]
        .iter()
        .fold(0, |total, figure| (total + figure) * 2 % 11);
    check_digit(figures[15], (12 - total) % 11)
}

/// PubMed counts from 1, and has not come to nine figures.
pub(super) fn pmid(words: &str) -> Option<String> {
    if words.starts_with('0') {
        return Some("a PMID does not begin with 0".into());
    }
    (words.len() > 8).then(|| format!("it has {} figures, and should have 8 at most", words.len()))
}
