//! Keys: `@trotsky1938` as Pandoc has them, `\cite{trotsky1938}` as LaTeX does.

use std::ops::Range;

use super::page::Page;
use crate::source::Span;

/// A key that the text cites.
#[derive(Clone, Debug)]
pub struct Key {
    /// The key without its `@`.
    pub key: String,
    /// Where it stands, its `@` included.
    pub span: Span,
    /// Whether it stands in brackets or braces; otherwise it may be somebody's handle.
    pub bracketed: bool,
}

/// What stands before the key of a figure, a table or a section.
const CROSS_REFERENCES: [&str; 18] = [
    "fig:", "tbl:", "tab:", "eq:", "sec:", "lst:", "thm:", "lem:", "fig-", "tbl-", "eq-", "sec-",
    "lst-", "thm-", "lem-", "cor-", "def-", "exm-",
];

/// All keys of a page, in its order.
pub(super) fn extract(page: &Page) -> Vec<Key> {
    let mut keys = Vec::new();
    if let Some(front_matter) = page.document.front_matter() {
        let mut own = Vec::new();
        at_signs((page.source(), front_matter.span.range()), page, &mut own);
        // `[@ann, @ben]` behind a colon is a list of YAML.
        let cites = |key: &Key| {
            let before = &page.source()[..key.span.start];
            key.bracketed
                && before
                    .rsplit_once('[')
                    .is_some_and(|(before, _)| !before.trim_end().ends_with(':'))
        };
        keys.extend(own.into_iter().filter(cites));
    }
    at_signs((page.text, 0..page.text.len()), page, &mut keys);
    if memchr::memmem::find(page.text.as_bytes(), b"cite").is_some() {
        commands(page, &mut keys);
        keys.sort_by_key(|key| key.span);
    }
    keys
}

fn at_signs((text, range): (&str, Range<usize>), page: &Page, keys: &mut Vec<Key>) {
    let source = page.source();
    let mut depth = Depth {
        at: range.start,
        depth: 0,
    };
    for at in memchr::memchr_iter(b'@', text[range.clone()].as_bytes()) {
        let at = range.start + at;
        let before = &source[..at];
        if before.ends_with(|c: char| {
            c.is_alphanumeric() || matches!(c, '\\' | '@' | '.' | '_' | '/' | '=')
        }) {
            continue;
        }
        let rest = &text[at + 1..];
        let braced = rest.starts_with('{');
        let (start, length) = match rest.strip_prefix('{') {
            Some(inner) => (
                at + 2,
                inner
                    .bytes()
                    .take(200)
                    .position(|byte| matches!(byte, b'}' | b'\n'))
                    .unwrap_or(0),
            ),
            None => (at + 1, key_length(rest)),
        };
        let key = &text[start..start + length];
        if key.is_empty()
            || CROSS_REFERENCES
                .iter()
                .any(|prefix| key.starts_with(prefix))
        {
            continue;
        }
        keys.push(Key {
            key: key.to_owned(),
            span: Span::new(at, start + length),
            bracketed: braced || depth.at(text, at),
        });
    }
}

/// How deep in square brackets an offset lies, counted once along the text.
struct Depth {
    at: usize,
    depth: usize,
}

impl Depth {
    fn at(&mut self, text: &str, offset: usize) -> bool {
        for byte in &text.as_bytes()[self.at..offset] {
            match byte {
                b'[' => self.depth += 1,
                b']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        self.at = offset;
        self.depth > 0
    }
}

/// Bytes of a key: it begins with a letter, digit or `_`; single marks stand inside it only.
fn key_length(text: &str) -> usize {
    let mut end = 0;
    let mut marks = 0;
    for (at, c) in text.char_indices().take(200) {
        if c.is_alphanumeric() || c == '_' {
            end = at + c.len_utf8();
            marks = 0;
        } else if end > 0 && marks == 0 && ":.#$%&-+?<>~/".contains(c) {
            marks += 1;
        } else {
            break;
        }
    }
    end
}

/// `\cite{a,b}`, `\parencite[see][12]{a}`, `\textcites(see)()[12]{a}[13]{b}`.
fn commands(page: &Page, keys: &mut Vec<Key>) {
    let text = page.text;
    for at in memchr::memmem::find_iter(text.as_bytes(), b"cite") {
        let before = &text[..at];
        let letters = before
            .bytes()
            .rev()
            .take(20)
            .take_while(u8::is_ascii_alphabetic)
            .count();
        if !before[..at - letters].ends_with('\\') {
            continue;
        }
        let mut from = at + "cite".len();
        from += text[from..]
            .bytes()
            .take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'*')
            .count();
        let several = text[at..from].trim_end_matches('*').ends_with('s');
        while let Some(next) = group(text, from, keys) {
            from = next;
            if !several {
                break;
            }
        }
    }
}

/// One `[see][12]{a,b}`; where it ends.
fn group(text: &str, from: usize, keys: &mut Vec<Key>) -> Option<usize> {
    let mut from = from;
    for enclosed in [(b'(', b')'), (b'(', b')'), (b'[', b']'), (b'[', b']')] {
        from += optional(&text.as_bytes()[from..], enclosed);
    }
    let inside = text[from..].strip_prefix('{')?;
    let length = inside.bytes().take(2000).position(|byte| byte == b'}')?;
    let mut start = from + 1;
    for part in inside[..length].split(',') {
        let key = part.trim();
        let begin = start + part.len() - part.trim_start().len();
        if !key.is_empty() && key != "*" {
            keys.push(Key {
                key: key.to_owned(),
                span: Span::new(begin, begin + key.len()),
                bracketed: true,
            });
        }
        start += part.len() + 1;
    }
    Some(from + length + 2)
}

/// Bytes of a `[p.~12]` or the like at the head of a text.
fn optional(text: &[u8], (open, close): (u8, u8)) -> usize {
    if text.first() != Some(&open) {
        return 0;
    }
    text.iter()
        .take(300)
        .position(|byte| *byte == close)
        .map_or(0, |at| at + 1)
}
