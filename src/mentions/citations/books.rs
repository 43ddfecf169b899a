//! The numbers of books and periodicals, ISBN and ISSN, as they stand in running text.

use super::scheme::Scheme;
use super::token::{free, separator};
use crate::source::Span;

/// The number behind `ISBN`.
pub(super) fn isbn(text: &str, name: usize, at: usize) -> Option<Span> {
    const SIZES: [&str; 8] = ["-13", "-10", "‑13", "‑10", "–13", "–10", " 13", " 10"];
    // `ISBNs` are several.
    let at = at + usize::from(text[at..].starts_with("s "));
    let start = separator(text, at, &SIZES);
    let (span, figures) = figures(text, start)?;
    (free(text, name) && figures > 3).then_some(span)
}

/// `978-0-306-40615-7` without a name: thirteen figures in groups.
pub(super) fn bare_isbn(text: &str, start: usize) -> Option<Span> {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | '=' | '.' | '_');
    let (span, figures) = figures(text, start)?;
    let groups = text[span.range()].matches(['-', '–', '‑']).count();
    let whole = !text[..start].ends_with(joins)
        && !text[span.end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/'));
    (figures == 13 && groups > 2 && whole).then_some(span)
}

/// The number behind `ISSN`.
pub(super) fn issn(text: &str, name: usize, at: usize) -> Option<Span> {
    const MEDIA: [&str; 6] = ["-L", "-l", " (print)", " (online)", " (Print)", " (Online)"];
    // `eISSN` and `pISSN` name the medium.
    let named = free(text, name)
        || text[..name]
            .strip_suffix(['e', 'p', 'E', 'P'])
            .is_some_and(|before| free(before, before.len()));
    let start = separator(text, at, &MEDIA);
    let length = text[start..]
        .bytes()
        .take(14)
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'x' | b'X'))
        .count();
    let begins = text[start..].starts_with(|c: char| c.is_ascii_digit());
    (named && begins && length > 3).then(|| Span::new(start, start + length))
}

/// Another number of the same kind behind one that ends at `end`: ` (print), 1050-124X`.
pub(super) fn another(text: &str, scheme: Scheme, end: usize) -> Option<Span> {
    let rest = &text[end..];
    let rest = match rest.strip_prefix(" (") {
        Some(inside) => {
            let inside = &inside[..inside.floor_char_boundary(30)];
            let close = inside.find(')')?;
            &rest[close + " ()".len()..]
        }
        None => rest,
    };
    let behind = [", ", "; ", " / ", "/", " and "]
        .iter()
        .find_map(|joint| rest.strip_prefix(*joint))?;
    let start = text.len() - behind.len();
    match scheme {
        Scheme::Isbn => {
            let (span, figures) = figures(text, start)?;
            let grouped = text[span.range()].matches(['-', '–', '‑']).count() > 2;
            (matches!(figures, 10 | 13) && grouped).then_some(span)
        }
        Scheme::Issn => {
            let number = behind.get(..9)?.as_bytes();
            let formed = number.iter().enumerate().all(|(at, byte)| match at {
                4 => *byte == b'-',
                8 => byte.is_ascii_digit() || matches!(byte, b'x' | b'X'),
                _ => byte.is_ascii_digit(),
            });
            let whole = !behind[9..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
            (formed && whole).then(|| Span::new(start, start + 9))
        }
        _ => None,
    }
}

/// The figures of a book's number, in groups or not, and how many they are: of several groups those that
/// make 10 or 13, else all.
fn figures(text: &str, start: usize) -> Option<(Span, usize)> {
    let rest = &text[start..];
    let (mut digits, mut end) = (0, 0);
    let mut fitting = None;
    let mut before = '0';
    for (offset, c) in rest.char_indices().take(40) {
        let figure = c.is_ascii_digit() || matches!(c, 'x' | 'X') && digits > 0;
        if figure {
            digits += 1;
            end = offset + 1;
            let boundary = !rest[end..]
                .starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'x' | 'X' | '-' | '–'));
            if boundary && matches!(digits, 10 | 13) {
                fitting = Some((end, digits));
            }
        } else if !matches!(c, '-' | ' ' | '–' | '\u{2010}' | '\u{2011}')
            || !(before.is_ascii_digit() || matches!(before, 'x' | 'X'))
        {
            break;
        }
        before = c;
    }
    let (end, digits) = fitting.unwrap_or_else(|| {
        let first = rest[..end].find(' ').filter(|_| digits > 13);
        (first.unwrap_or(end), digits)
    });
    (digits > 0).then(|| (Span::new(start, start + end), digits))
}
