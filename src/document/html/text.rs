//! The words of HTML: blanks collapsed, entities decoded, each with its way back.

use html5gum::{DefaultEmitter, Token, Tokenizer};

use crate::document::builder::Builder;

/// Adds words as they stand between two tags, in the source from `base` on.
pub(super) fn add(builder: &mut Builder, words: &str, base: usize) {
    let bytes = words.as_bytes();
    let mut start = 0;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b' ' | b'\t' | b'\n' | b'\r' | 0x0C => {
                let blanks = bytes[at..]
                    .iter()
                    .take_while(|byte| byte.is_ascii_whitespace())
                    .count();
                let end = at + blanks;
                // A single blank between two words stands in the text as it is.
                if blanks > 1 || bytes[at] != b' ' || at == start || end == bytes.len() {
                    builder.verbatim(base + start..base + at);
                    builder.space(base + at..base + end);
                    start = end;
                }
                at = end;
            }
            b'&' => match entity(&words[at..]) {
                Some((length, read)) => {
                    builder.verbatim(base + start..base + at);
                    builder.replaced(base + at..base + at + length, &read);
                    at += length;
                    start = at;
                }
                None => at += 1,
            },
            _ => at += 1,
        }
    }
    builder.verbatim(base + start..base + bytes.len());
}

/// The character reference that a text begins with: its length, and what it stands for.
pub(super) fn entity(text: &str) -> Option<(usize, String)> {
    let bytes = text.as_bytes();
    let name = bytes[1..]
        .iter()
        .take(40)
        .take_while(|&&byte| byte == b'#' || byte.is_ascii_alphanumeric())
        .count();
    if name < 2 {
        return None;
    }
    let end = 1 + name + usize::from(bytes.get(1 + name) == Some(&b';'));
    let written = &text[..end];
    let read = decode(written).filter(|read| read != written)?;
    // `&copy2008` stands for `©2008`: what follows a name without its semicolon is text.
    let kept = match common_suffix(written, &read) {
        all if all == read.len() => 0,
        kept => kept,
    };
    Some((end - kept, read[..read.len() - kept].to_owned()))
}

/// Bytes that two texts end in alike.
fn common_suffix(a: &str, b: &str) -> usize {
    let pairs = a.chars().rev().zip(b.chars().rev());
    pairs
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}

/// A text as a browser reads it.
fn decode(text: &str) -> Option<String> {
    let tokens = Tokenizer::new_with_emitter(text, DefaultEmitter::<usize>::new_with_span());
    tokens.flatten().find_map(|token| match token {
        Token::String(words) => String::from_utf8(words.value.0).ok(),
        _ => None,
    })
}

/// Figures as superior ones: the mark of a note, a power.
pub(super) fn raised(words: &str) -> Option<String> {
    let figures = words.trim();
    let digits = (1..=3).contains(&figures.len());
    (digits && figures.bytes().all(|byte| byte.is_ascii_digit())).then(|| {
        const SUPERIOR: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        figures
            .bytes()
            .map(|byte| SUPERIOR[usize::from(byte - b'0')])
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn character_references_end_where_a_browser_ends_them() {
        for (text, length, words) in [
            ("&ldquo;He", 7, "“"),
            ("&#8217;s", 7, "’"),
            ("&#x2014;", 8, "—"),
            ("&amp;c.", 5, "&"),
            ("&copy2008", 5, "©"),
            ("&notit;", 4, "¬"),
            ("&#59;", 5, ";"),
            ("&nbsp;1938", 6, "\u{A0}"),
        ] {
            assert_eq!(entity(text), Some((length, words.to_owned())), "{text}");
        }
        for text in ["& so", "&c.", "&unknown;", "&"] {
            assert_eq!(entity(text), None, "{text}");
        }
    }
}
