//! Words of an article on a terminal: control characters must not reach it.

use std::borrow::Cow;

/// The words with control characters, and those that turn the direction of text, shown by name.
pub(super) fn safe(words: &str) -> Cow<'_, str> {
    if !words.chars().any(is_control) {
        return words.into();
    }
    let mut shown = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\t' | '\n' => shown.push(' '),
            c if is_control(c) => shown.push_str(&c.escape_unicode().to_string()),
            c => shown.push(c),
        }
    }
    shown.into()
}

/// Control characters and the marks of Unicode's bidirectional algorithm.
pub(super) fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_named() {
        assert_eq!(safe("plain é"), "plain é");
        assert_eq!(safe("\u{1b}[31mred\tx"), "\\u{1b}[31mred x");
    }
}
