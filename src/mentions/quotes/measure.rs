//! Marks behind figures: feet and inches, minutes and seconds, typed and curly.

use super::marks::{Glyph, Kind, Mark};

/// A measure has at most this many digits before its point.
const DIGITS: usize = 3;

/// Marks looked at for one that closes the quotation in which a measure stands.
const LOOKED_AT: usize = 32;

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

/// `“The board is 12” long,” said Joan`: whether a mark behind a figure is a measure, because a later one
/// closes what is open.
pub(super) fn is_inside(text: &str, mark: &Mark, rest: &[Mark]) -> bool {
    if !may_be_measure(text, mark) {
        return false;
    }
    let behind = &text[mark.range.end..];
    let goes_on = behind
        .strip_prefix([' ', '-', '\u{A0}'])
        .is_some_and(|next| next.starts_with(|c: char| c.is_lowercase() || is_figure(c)));
    let certain = mark.kind == Kind::Double && mark.glyph == Glyph::Closing;
    let mut later = rest
        .iter()
        .take(LOOKED_AT)
        .filter(|next| next.kind == mark.kind && !next.elides && !may_be_measure(text, next));
    // Single marks are apostrophes more often: what they close has a stop.
    let closes = later.next().is_some_and(|next| {
        let stopped = text[..next.range.start].ends_with([',', '.', '!', '?', '—', '–', '…']);
        next.only_closes() && (mark.kind == Kind::Double || stopped)
    });
    closes && (goes_on || certain)
}

/// Whether a mark stands behind a figure as one of inches does.
fn may_be_measure(text: &str, mark: &Mark) -> bool {
    matches!(mark.glyph, Glyph::Straight | Glyph::Closing)
        && mark.only_closes()
        && is_behind_figure(&text[..mark.range.start])
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

fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '¼' | '½' | '¾' | '⅓' | '⅔' | '⅛' | '⅜' | '⅝' | '⅞')
}

/// `5”x7”`, `2’×4’`
fn by_the_next(behind: &str) -> bool {
    behind
        .strip_prefix(['x', '×', 'X'])
        .is_some_and(|next| next.starts_with(is_figure))
}
