//! Marks behind figures: feet and inches, minutes and seconds, typed and curly.

use super::glyph::Kind;

/// A measure has at most this many digits before its point.
const DIGITS: usize = 3;

/// `6'2"`, `54°12’30”`, `5”x7”`: what stands beside a mark says that it is a measure, wherever it stands.
pub(super) fn is_measure(before: &str, behind: &str, kind: Kind) -> bool {
    let Some(rest) = before_figure(before) else {
        return false;
    };
    if by_the_next(behind) {
        return true;
    }
    match kind {
        // `6' 2"`, `12° 30' 15"`
        Kind::Single => {
            let next = behind.trim_start_matches(' ');
            let second = next.trim_start_matches(is_figure);
            second.len() < next.len() && second.starts_with(['"', '”', '″'])
                || rest.trim_end_matches(' ').ends_with('°')
        }
        _ => {
            let minutes = rest.trim_end_matches(' ').strip_suffix(['\'', '′', '’']);
            minutes.is_some_and(|minutes| before_figure(minutes).is_some())
        }
    }
}

/// `12`, `3½`, `2.5`, `12-`; no year.
pub(super) fn is_behind_figure(before: &str) -> bool {
    before_figure(before.strip_suffix('-').unwrap_or(before)).is_some()
}

/// What stands before the figure that a text ends with, if it is no year or other great number.
fn before_figure(before: &str) -> Option<&str> {
    let rest = before.trim_end_matches(|c: char| is_figure(c) || c == '.');
    let figure = &before[rest.len()..];
    let whole = figure.split('.').next().unwrap_or_default();
    let measured = figure.ends_with(is_figure) && whole.chars().count() <= DIGITS;
    let first = rest.strip_suffix(['x', '×', 'X']).unwrap_or(rest);
    let sized = first.len() < rest.len() && first.ends_with(|c: char| !c.is_alphabetic());
    let word = rest.ends_with(|c: char| c.is_alphanumeric() || c == '$' || c == '£') && !sized;
    (measured && !word).then_some(rest)
}

pub(super) fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '¼' | '½' | '¾' | '⅓' | '⅔' | '⅛' | '⅜' | '⅝' | '⅞')
}

/// `5”x7”`, `2’×4’`
fn by_the_next(behind: &str) -> bool {
    behind
        .strip_prefix(['x', '×', 'X'])
        .is_some_and(|next| next.starts_with(is_figure))
}
