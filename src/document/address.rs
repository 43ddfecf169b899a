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
    let stop = rest.find(encloses).unwrap_or(rest.len());
    from + rest[..stop].trim_end_matches(STOPS).len()
}

/// What ends a sentence, and no address.
const STOPS: [char; 7] = ['.', ',', ';', ':', '!', '?', '\''];

/// What is in no address.
fn encloses(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '<' | '>' | '"' | '“' | '”' | '’' | '»' | ']' | ')' | '\u{FFFC}'
        )
}

/// Whether a word of a text is part of an address that stays in the prose, because a sentence may say it
/// as a name: a host without its scheme, a handle, a file or its path (`example.org`, `@ann`, `/home/ann`).
pub fn is_in_address(text: &str, word: &Range<usize>) -> bool {
    const LONGEST: usize = 255;
    let parts = |c: char| encloses(c) || matches!(c, '(' | '[' | '«' | '‘' | '—' | '–' | ',' | ';');
    let before = &text[text.ceil_char_boundary(word.start.saturating_sub(LONGEST))..word.start];
    let before = before.rsplit(parts).next().unwrap_or_default();
    let behind = &text[word.end..text.floor_char_boundary(word.end + LONGEST)];
    let behind = behind.split(parts).next().unwrap_or_default();
    let behind = behind.trim_end_matches(STOPS);
    if is_file_in_brackets(&text[word.end..]) {
        return true;
    }
    if before.is_empty() && behind.is_empty() {
        return false;
    }
    let whole = &text[word.start - before.len()..word.end + behind.len()];
    let rooted = ["/", "~/", "./", "../"]
        .iter()
        .any(|root| before.starts_with(root));
    let small = text[word.clone()].starts_with(char::is_lowercase);
    let stroked = before.ends_with('/') || behind.starts_with('/');
    rooted
        || small && stroked
        || whole.contains(['@', '\\'])
        || before.ends_with('#')
        || is_dotted(whole)
}

/// `Mesopotam (Albanien).jpg`
fn is_file_in_brackets(behind: &str) -> bool {
    const FILES: [&str; 6] = [".gif", ".jpeg", ".jpg", ".pdf", ".png", ".svg"];
    let closed = behind.strip_prefix(')');
    closed.is_some_and(|behind| FILES.iter().any(|file| behind.starts_with(file)))
}

/// Whether small letters follow a stop that a letter or figure stands before: `example.org`, `notes.txt`.
fn is_dotted(words: &str) -> bool {
    let bytes = words.as_bytes();
    let dots = memchr::memchr_iter(b'.', bytes);
    dots.into_iter().any(|at| {
        let before = words[..at].chars().next_back();
        let behind = bytes[at + 1..].iter().take(2);
        before.is_some_and(char::is_alphanumeric)
            && behind.filter(|byte| byte.is_ascii_lowercase()).count() == 2
    })
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

    #[test]
    fn hosts_handles_and_files_are_addresses_around_a_word() {
        for (text, expected) in [
            ("See siedov.org.", true),
            ("See github.com/ann/siedov, too", true),
            ("It was (@siedov) again", true),
            ("In /home/siedov/letters it was.", true),
            ("In C:\\letters\\siedov it was.", true),
            ("The file siedov.txt was empty.", true),
            ("All the siedovs left.", false),
            ("He met siedov.", false),
            ("A U.S.-siedov house, i.e. siedov’s", false),
        ] {
            let at = text.find("siedov").unwrap();
            assert_eq!(is_in_address(text, &(at..at + 6)), expected, "{text}");
        }
        assert!(!is_in_address("the Siedov/Trotsky letters", &(4..10)));
    }
}
