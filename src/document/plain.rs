//! Plain text: paragraphs by blank line or by line, hard-wrapped lines joined.

use std::ops::Range;

use super::BlockKind;
use super::builder::Builder;

/// A heading is a line of its own, at most this many bytes long.
const HEADING: usize = 100;

/// A line is taken for wrapped when the next word would have come within this many bytes of
/// the longest line of its paragraph: not every program wraps as late as it could.
const SLACK: usize = 8;

/// Lines longer than this are paragraphs of their own: nobody wraps so late.
const WRAP: usize = 120;

pub(super) fn blocks(source: &str, builder: &mut Builder) {
    let mut paragraph: Vec<Range<usize>> = Vec::new();
    for line in lines(source) {
        if source[line.clone()].trim().is_empty() {
            end_paragraph(source, &mut paragraph, builder);
        } else {
            paragraph.push(line);
        }
    }
    end_paragraph(source, &mut paragraph, builder);
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

fn end_paragraph(source: &str, lines: &mut Vec<Range<usize>>, builder: &mut Builder) {
    let widest = lines.iter().map(Range::len).max().unwrap_or(0);
    let alone = lines.len() == 1;
    let mut start = 0;
    for line in 0..lines.len() {
        let last = line + 1 == lines.len();
        if last || !is_wrapped(source, &lines[line], &lines[line + 1], widest) {
            let words = &source[lines[line].clone()];
            let kind = if alone && is_heading(words) {
                BlockKind::Heading
            } else {
                BlockKind::Paragraph
            };
            add(source, &lines[start..=line], kind, builder);
            start = line + 1;
        }
    }
    lines.clear();
}

/// Whether the line ends only because the next word would not have fitted.
fn is_wrapped(source: &str, line: &Range<usize>, next: &Range<usize>, widest: usize) -> bool {
    if widest > WRAP {
        return false;
    }
    let next = &source[next.clone()];
    let first_word = next.trim_start().split(' ').next().unwrap_or_default();
    line.len() + 1 + first_word.len() + SLACK > widest && !starts_item(next)
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
        let trimmed = words.trim();
        let start = line.start + (words.len() - words.trim_start().len());
        if let Some(end) = end {
            builder.replaced(end..start, " ");
        }
        builder.verbatim(start..start + trimmed.len());
        end = Some(start + trimmed.len());
    }
    builder.end_block(kind, end.unwrap_or(0));
}
