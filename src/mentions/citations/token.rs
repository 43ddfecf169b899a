//! Tokens: where the words of an identifier begin and end.

use crate::source::Span;

/// What stands between a name and its number: `-13: `, ` (print) `.
pub(super) fn separator(text: &str, at: usize, sizes: &[&str]) -> usize {
    let mut from = at;
    for size in sizes {
        if text[from..].starts_with(size)
            && !text[from + size.len()..].starts_with(|c: char| c.is_ascii_digit())
        {
            from += size.len();
            break;
        }
    }
    let rest = &text[from..];
    let trimmed = rest.trim_start_matches([':', ' ', '\u{A0}', '.', '=']);
    if rest.len() - trimmed.len() > 4 {
        at
    } else {
        from + rest.len() - trimmed.len()
    }
}

pub(super) fn free(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphabetic())
}

/// An address or the like from its start to the blank, without the stops of the sentence and without
/// a bracket that the sentence opened.
pub(super) fn token(text: &str, start: usize) -> Span {
    let rest = &text[start..];
    let mut depth = [0_usize; 3];
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        let pair = match c {
            '(' | ')' => 0,
            '[' | ']' => 1,
            _ => 2,
        };
        match c {
            _ if c.is_whitespace() || matches!(c, '"' | '“' | '”' | '»' | '`' | '|' | '\\') => {
                break;
            }
            // `<693::AID-ASI4>` stands inside old DOIs; `>` alone closes what the sentence opened.
            '<' => depth[2] += 1,
            '>' if depth[2] == 0 => break,
            '>' => depth[2] -= 1,
            '(' | '[' => depth[pair] += 1,
            ')' | ']' if depth[pair] == 0 => break,
            ')' | ']' => depth[pair] -= 1,
            _ => {}
        }
        // `https://a.org,https://b.org` are two.
        if matches!(c, ',' | ';') && rest[at + 1..].starts_with("http") {
            break;
        }
        end = at + c.len_utf8();
    }
    let words = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_']);
    Span::new(start, start + words.len())
}
