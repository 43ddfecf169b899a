//! Keys: `@trotsky1938` as Pandoc has them, `\cite{trotsky1938}` as LaTeX does.

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
    at_signs(page, &mut keys);
    if memchr::memmem::find(page.text.as_bytes(), b"cite").is_some() {
        commands(page, &mut keys);
        keys.sort_by_key(|key| key.span);
    }
    keys
}

fn at_signs(page: &Page, keys: &mut Vec<Key>) {
    let text = page.text;
    let source = page.source();
    let mut depth = Depth::default();
    for at in memchr::memchr_iter(b'@', text.as_bytes()) {
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
#[derive(Default)]
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

/// `\cite{a,b}`, `\parencite[see][12]{a}`, `\textcites{a}{b}`.
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
        for _ in 0..2 {
            from += optional(&text[from..]);
        }
        if !text[from..].starts_with('{') {
            continue;
        }
        let inside = &text[from + 1..];
        let Some(length) = inside.bytes().take(2000).position(|byte| byte == b'}') else {
            continue;
        };
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
    }
}

/// Bytes of a `[p.~12]` at the head of a text.
fn optional(text: &str) -> usize {
    if !text.starts_with('[') {
        return 0;
    }
    text.bytes()
        .take(300)
        .position(|byte| byte == b']')
        .map_or(0, |at| at + 1)
}
