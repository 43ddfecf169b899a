//! What an indent says: a quotation, the rest of an item of a list, code, the source at the right margin.

use std::ops::Range;

use super::super::BlockKind;

/// A source stands at least this many columns to the right of the words.
const RIGHT: usize = 15;

/// And is at most this long, in bytes.
const SOURCE: usize = 60;

/// The indents of the paragraphs so far, in columns.
#[derive(Debug, Default)]
pub(super) struct Margin {
    /// Where the words of the last item of a list begin.
    item: Option<usize>,
    /// Whether the last paragraph that is not indented announces code: `.. code-block:: sh`, `as follows::`.
    code: bool,
    /// Where the quotation begins that this paragraph is, or goes on with.
    pub(super) quote: Option<usize>,
}

impl Margin {
    /// Reads the next paragraph, and says what it is if it is indented.
    pub(super) fn read(&mut self, source: &str, lines: &[Range<usize>]) -> Option<BlockKind> {
        let words = lines.first().map_or("", |line| &source[line.clone()]);
        let last = lines.last().map_or("", |line| &source[line.clone()]);
        let column = column(words);
        let item = marker(words.trim_start());
        if column == 0 {
            self.code = words.starts_with(".. ") || last.ends_with("::");
            self.quote = None;
        }
        if let Some(marker) = item {
            self.item = Some(column + marker);
        } else if self.item.is_some_and(|item| column < item) {
            self.item = None;
        }
        if column == 0 {
            return None;
        }
        if self.code {
            return Some(BlockKind::Metadata);
        }
        if item.is_some() || self.item == Some(column) {
            return None;
        }
        self.quote = self.quote.or(Some(column));
        Some(BlockKind::Quote)
    }
}

/// How many blanks a line begins with, a tab counting as eight.
fn column(line: &str) -> usize {
    line.bytes()
        .map_while(|byte| match byte {
            b' ' => Some(1),
            b'\t' => Some(8),
            _ => None,
        })
        .sum()
}

/// The length of the mark before an item of a list with the blanks behind it: `- `, `12.  `.
fn marker(line: &str) -> Option<usize> {
    let rest = line.strip_prefix(['-', '*', '•']).or_else(|| {
        line.trim_start_matches(|c: char| c.is_ascii_digit())
            .strip_prefix(['.', ')'])
    })?;
    let words = rest.trim_start_matches(' ');
    let marker = line.chars().count() - words.chars().count();
    let numbered =
        line.starts_with(['-', '*', '•']) || line.starts_with(|c: char| c.is_ascii_digit());
    (words.len() < rest.len() && marker <= 6 && numbered).then_some(marker)
}

/// Whether a line of its own far to the right of the quotation before it names its source.
pub(super) fn is_credit(line: &str, quote: usize) -> bool {
    let words = line.trim();
    column(line) >= quote + RIGHT
        && words.len() <= SOURCE
        && words.starts_with(|c: char| c.is_uppercase() || c == '_')
}
