//! How lines of plain text stand: in the text, in what mail quotes, or beside it, as signatures and the heads and
//! feet of pages do.

use std::ops::Range;

/// Lines without a blank one between them.
pub(super) struct Lines<'l> {
    pub(super) lines: &'l [Range<usize>],
    pub(super) standing: Standing,
}

/// How lines stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Text,
    /// Behind the marks of quoted mail.
    Quoted,
    /// Below the text: the signature of mail, the head and foot of a page.
    Beside,
}

/// Hands over the paragraphs of a text.
pub(super) fn paragraphs(source: &str, mut take: impl FnMut(Lines)) {
    let mut lines_so_far: Vec<Range<usize>> = Vec::new();
    let mut last = (0, Standing::Text);
    let mut signed = false;
    let paged = memchr::memchr(0x0C, source.as_bytes()).is_some();
    let mut page_begins = false;
    for line in lines(source) {
        let words = &source[line.clone()];
        let depth = depth(words);
        if paged && line.start > 0 && source.as_bytes()[line.start - 1] == 0x0C {
            page_begins = true;
        }
        let bare = words.trim_matches(is_margin);
        let blank = bare.is_empty() || is_rule(bare) || words == "-- ";
        signed = depth == 0 && (signed || words == "-- ");
        let standing = if depth > 0 {
            Standing::Quoted
        } else if signed || paged && !blank && (page_begins || is_foot(bare)) {
            Standing::Beside
        } else {
            Standing::Text
        };
        page_begins &= blank;
        let parts = blank || last != (depth, standing) || standing == Standing::Beside;
        if parts && !lines_so_far.is_empty() {
            take(Lines {
                lines: &lines_so_far,
                standing: last.1,
            });
            lines_so_far.clear();
        }
        if !blank {
            lines_so_far.push(line);
            last = (depth, standing);
        }
    }
    if !lines_so_far.is_empty() {
        take(Lines {
            lines: &lines_so_far,
            standing: last.1,
        });
    }
}

/// Blanks, and the mark of quoted lines in mail.
pub(super) fn is_margin(c: char) -> bool {
    c.is_whitespace() || c == '>'
}

/// How many marks of quoted mail a line begins with.
fn depth(line: &str) -> usize {
    if !line.starts_with('>') {
        return 0;
    }
    line.chars()
        .take_while(|&c| is_margin(c))
        .filter(|&c| c == '>')
        .count()
}

/// A line drawn under a heading or between two parts: `=====`, `* * *`.
fn is_rule(line: &str) -> bool {
    let first = line.as_bytes()[0];
    matches!(first, b'=' | b'-' | b'~' | b'*' | b'_' | b'#' | b'^')
        && line.bytes().all(|byte| byte == first || byte == b' ')
        && line.bytes().filter(|&byte| byte == first).count() >= 3
}

/// The foot of a page as the RFCs have it: `Lee  Informational  [Page 3]`.
fn is_foot(line: &str) -> bool {
    line.ends_with(']') && line.contains("[Page ")
}

/// The lines of a text without their endings (`\n`, `\r\n`, `\r`, form feed).
fn lines(source: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = source.as_bytes();
    let mut start = 0;
    let mut ends = memchr::memchr3_iter(b'\n', b'\r', 0x0C, bytes);
    std::iter::from_fn(move || {
        if start > bytes.len() {
            return None;
        }
        let end = ends.next().unwrap_or(bytes.len());
        let line = start..end;
        start = end + 1;
        if bytes[end..].starts_with(b"\r\n") {
            ends.next();
            start += 1;
        }
        Some(line)
    })
}
