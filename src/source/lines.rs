//! The line index: from byte offsets to lines and columns, in time that does not depend on how long a line is.

/// A place as people and editors name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// 1-based line.
    pub line: usize,
    /// 1-based column in Unicode scalar values.
    pub column: usize,
    /// 0-based column in UTF-16 code units, as the language server protocol wants it.
    pub utf16: usize,
}

/// Bytes between two checkpoints: a column costs at most this much counting.
const STRIDE: usize = 1024;

/// Characters and UTF-16 units from the start of the text up to an offset.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    chars: usize,
    utf16: usize,
}

/// Line starts and, every [`STRIDE`] bytes, how many characters stand before.
#[derive(Debug)]
pub(crate) struct LineIndex {
    starts: Vec<usize>,
    checkpoints: Vec<Count>,
}

impl LineIndex {
    pub(crate) fn new(text: &str) -> Self {
        LineIndex {
            starts: line_starts(text),
            checkpoints: checkpoints(text),
        }
    }

    /// 0-based number of the line that holds byte `offset`.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }

    /// Byte offset at which line `line` (0-based) starts; the end of the text for the line behind the last.
    pub(crate) fn start(&self, line: usize, text: &str) -> usize {
        self.starts.get(line).copied().unwrap_or(text.len())
    }

    pub(crate) fn position(&self, offset: usize, text: &str) -> Position {
        let line = self.line(offset);
        let here = self.count(offset, text);
        let start = self.count(self.starts[line], text);
        Position {
            line: line + 1,
            column: here.chars - start.chars + 1,
            utf16: here.utf16 - start.utf16,
        }
    }

    fn count(&self, offset: usize, text: &str) -> Count {
        let stride = offset / STRIDE;
        let base = self.checkpoints[stride];
        let tail = count(&text.as_bytes()[stride * STRIDE..offset]);
        Count {
            chars: base.chars + tail.chars,
            utf16: base.utf16 + tail.utf16,
        }
    }
}

/// Counts the characters that begin in `bytes`; a four-byte character is two UTF-16 units.
fn count(bytes: &[u8]) -> Count {
    let chars = bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count();
    let astral = bytes.iter().filter(|&&b| b >= 0xF0).count();
    Count {
        chars,
        utf16: chars + astral,
    }
}

fn checkpoints(text: &str) -> Vec<Count> {
    let mut total = Count::default();
    let mut all = vec![total];
    for chunk in text.as_bytes().chunks(STRIDE) {
        let here = count(chunk);
        total.chars += here.chars;
        total.utf16 += here.utf16;
        all.push(total);
    }
    all
}

/// A line ends at `\n`, `\r\n` or a lone `\r`.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
            starts.push(at + 1);
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: usize) -> (usize, usize, usize) {
        let position = LineIndex::new(text).position(offset, text);
        (position.line, position.column, position.utf16)
    }

    #[test]
    fn columns_count_characters_and_utf16_units() {
        let text = "a\u{1F600}é|b\r\nc";
        assert_eq!(at(text, 0), (1, 1, 0));
        assert_eq!(at(text, text.find('|').unwrap()), (1, 4, 4));
        assert_eq!(at(text, text.find('c').unwrap()), (2, 1, 0));
    }

    #[test]
    fn every_line_ending_starts_a_line() {
        let text = "a\nb\rc\r\nd";
        let lines: Vec<_> = (0..text.len()).map(|offset| at(text, offset).0).collect();
        assert_eq!(lines, [1, 1, 2, 2, 3, 3, 3, 4]);
    }

    #[test]
    fn a_long_line_is_counted_across_checkpoints() {
        let text = "é".repeat(5000);
        assert_eq!(at(&text, 9998), (1, 5000, 4999));
        assert_eq!(at(&text, 10_000), (1, 5001, 5000));
    }

    #[test]
    fn the_empty_text_has_one_line() {
        assert_eq!(at("", 0), (1, 1, 0));
    }
}
