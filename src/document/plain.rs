//! Plain text: paragraphs by blank line or by line, hard-wrapped lines joined.

use std::ops::Range;

use super::BlockKind;
use super::builder::Builder;

/// A heading is a line of its own, at most this many bytes long.
const HEADING: usize = 100;

/// A line is taken for wrapped when the next word would have come within this many characters of
/// the longest line of its paragraph: not every program wraps as late as it could.
const SLACK: usize = 8;

/// Lines longer than this are paragraphs of their own: nobody wraps so late.
const WRAP: usize = 120;

/// Block quotations are indented by at least this many blanks.
const INDENT: usize = 3;

pub(super) fn blocks(source: &str, builder: &mut Builder) {
    let mut paragraphs: Vec<Vec<Range<usize>>> = vec![Vec::new()];
    for line in lines(source) {
        if source[line.clone()].trim_matches(is_margin).is_empty() {
            paragraphs.push(Vec::new());
        } else if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.push(line);
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    // Where most paragraphs are indented, an indent says nothing.
    let indented = paragraphs
        .iter()
        .filter(|lines| is_indented(source, lines))
        .count();
    let tells = indented * 2 < paragraphs.len();
    for paragraph in &paragraphs {
        let quoted = is_marked(source, paragraph) || tells && is_indented(source, paragraph);
        end_paragraph(source, paragraph, quoted, builder);
    }
}

/// Blanks, and the mark of quoted lines in mail.
fn is_margin(c: char) -> bool {
    c.is_whitespace() || c == '>'
}

/// Every line begins with `>`.
fn is_marked(source: &str, lines: &[Range<usize>]) -> bool {
    lines
        .iter()
        .all(|line| source[line.clone()].starts_with('>'))
}

/// Every line begins with a tab or several blanks.
fn is_indented(source: &str, lines: &[Range<usize>]) -> bool {
    lines.iter().all(|line| {
        let words = &source[line.clone()];
        words.starts_with('\t') || words.bytes().take_while(|&byte| byte == b' ').count() >= INDENT
    })
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
        Some(line)
    })
}

fn end_paragraph(source: &str, lines: &[Range<usize>], quoted: bool, builder: &mut Builder) {
    let widest = lines
        .iter()
        .map(|line| width(&source[line.clone()]))
        .max()
        .unwrap_or(0);
    let alone = lines.len() == 1;
    let mut start = 0;
    for line in 0..lines.len() {
        let last = line + 1 == lines.len();
        if last || !is_wrapped(source, &lines[line], &lines[line + 1], widest) {
            let words = &source[lines[line].clone()];
            let kind = if quoted {
                BlockKind::Quote
            } else if alone && is_heading(words) {
                BlockKind::Heading
            } else {
                BlockKind::Paragraph
            };
            add(source, &lines[start..=line], kind, builder);
            start = line + 1;
        }
    }
}

/// Whether the line ends only because the next word would not have fitted.
fn is_wrapped(source: &str, line: &Range<usize>, next: &Range<usize>, widest: usize) -> bool {
    if widest > WRAP {
        return false;
    }
    let next = &source[next.clone()];
    let first_word = next.trim_start().split(' ').next().unwrap_or_default();
    width(&source[line.clone()]) + 1 + width(first_word) + SLACK > widest && !starts_item(next)
}

/// In characters: curly marks are wider in bytes than on the page.
fn width(line: &str) -> usize {
    line.chars().count()
}

fn starts_item(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ")
}

/// A short line on its own that does not end as a sentence does.
fn is_heading(line: &str) -> bool {
    let line = line.trim();
    line.len() <= HEADING
        && !line.ends_with(['.', '!', '?', ':', ';', ',', '"', '”', '’', '\'', ')', '…'])
        && !line.starts_with(['"', '“', '-', '•', '*'])
        && line
            .chars()
            .next()
            .is_some_and(|first| !first.is_lowercase())
}

fn add(source: &str, lines: &[Range<usize>], kind: BlockKind, builder: &mut Builder) {
    let mut end = None;
    for line in lines {
        let words = &source[line.clone()];
        let words = if kind == BlockKind::Quote {
            words.trim_start_matches(is_margin)
        } else {
            words.trim_start()
        };
        let trimmed = words.trim_end();
        let start = line.end - words.len();
        if let Some(end) = end {
            builder.replaced(end..start, " ");
        }
        builder.verbatim(start..start + trimmed.len());
        end = Some(start + trimmed.len());
    }
    builder.end_block(kind, end.unwrap_or(0));
}
