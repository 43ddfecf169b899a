//! Addresses of pages and mail inside prose: they are no words.

use std::ops::Range;

/// The first address in a text: `https://…`, `www.…` or `name@host`.
pub(super) fn find(text: &str) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    // Each needs a `:`, an `@` or a `w` before a dot: one scan for the rare byte of each.
    let mut from = 0;
    while let Some(at) = memchr::memchr3(b':', b'@', b'.', &bytes[from..]).map(|at| at + from) {
        let found = match bytes[at] {
            b':' if bytes[at..].starts_with(b"://") => page(text, at),
            b'@' => mail(text, at),
            b'.' if text[..at].ends_with("www") && !letter_before(text, at - 3) => {
                Some(at - 3..end(text, at))
            }
            _ => None,
        };
        if found.is_some() {
            return found;
        }
        from = at + 1;
    }
    None
}

fn page(text: &str, colon: usize) -> Option<Range<usize>> {
    let scheme = text.as_bytes()[..colon]
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    (scheme >= 2).then(|| colon - scheme..end(text, colon))
}

fn mail(text: &str, at: usize) -> Option<Range<usize>> {
    let part =
        |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+');
    let bytes = text.as_bytes();
    let name = bytes[..at].iter().rev().take(64).take_while(part).count();
    let host = bytes[at + 1..].iter().take(255).take_while(part).count();
    let host_text = text[at + 1..at + 1 + host].trim_end_matches(['.', '-']);
    (name > 0 && host_text.contains('.')).then(|| at - name..at + 1 + host_text.len())
}

fn letter_before(text: &str, at: usize) -> bool {
    text[..at]
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric)
}

/// Where an address that is known to reach `from` ends: before a blank or a bracket that the
/// sentence opened, and without the stop that belongs to the sentence.
fn end(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let stop = rest
        .find(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '<' | '>' | '"' | '“' | '”' | '’' | '»' | ']' | ')' | '\u{FFFC}'
                )
        })
        .unwrap_or(rest.len());
    from + rest[..stop]
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '\''])
        .len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_without_the_stop_of_the_sentence() {
        for (text, expected) in [
            (
                "See https://example.org/a_b?c=1.",
                Some("https://example.org/a_b?c=1"),
            ),
            ("(see www.example.org)", Some("www.example.org")),
            (
                "Write to ann.lee@example.org, please",
                Some("ann.lee@example.org"),
            ),
            ("At 5:30 he left. He was @ home.", None),
            ("awww. no", None),
        ] {
            assert_eq!(find(text).map(|range| &text[range]), expected, "{text}");
        }
    }
}
