//! Plain text: paragraphs by blank line or by line, hard-wrapped lines joined.

mod margin;
mod standing;

use std::ops::Range;

use super::builder::Builder;
use super::{Block, BlockKind};
use margin::{Margin, is_credit};
use standing::{Standing, is_margin, paragraphs};

/// A heading is a line of its own, at most this many bytes long.
const HEADING: usize = 100;

/// A line is taken for wrapped when the next word would have come within this many characters of
/// the longest line of its paragraph: not every program wraps as late as it could.
const SLACK: usize = 8;

/// Lines longer than this are paragraphs of their own: nobody wraps so late.
const WRAP: usize = 120;

/// Block quotations are indented by at least this many blanks.
const INDENT: usize = 3;

/// Words that keep the hyphen behind them when a line ends there.
const HYPHENATED: [&str; 29] = [
    "all", "anti", "cross", "eighty", "ex", "fifty", "forty", "great", "half", "high", "ill",
    "long", "low", "neo", "ninety", "non", "post", "pre", "pro", "quasi", "re", "self", "semi",
    "seventy", "sixty", "so", "thirty", "twenty", "well",
];

/// Adds the blocks of a text without markup.
pub(super) fn blocks(source: &str, builder: &mut Builder) {
    // Where most paragraphs are indented, an indent says nothing.
    let (mut all, mut indented) = (0, 0);
    paragraphs(source, |paragraph| {
        all += 1;
        indented += usize::from(is_indented(source, paragraph.lines));
    });
    let tells = indented * 2 < all;
    let mut margin = Margin::default();
    paragraphs(source, |paragraph| {
        let within = margin.read(source, paragraph.lines);
        let kind = match paragraph.standing {
            Standing::Quoted => Some(BlockKind::Quote),
            Standing::Beside => Some(BlockKind::Metadata),
            Standing::Text if tells && is_indented(source, paragraph.lines) => within,
            Standing::Text => None,
        };
        let quote = match kind {
            Some(BlockKind::Quote) => margin.quote,
            _ => None,
        };
        end_paragraph(source, paragraph.lines, (kind, quote), builder);
    });
}

/// Every line begins with a tab or several blanks.
fn is_indented(source: &str, lines: &[Range<usize>]) -> bool {
    lines.iter().all(|line| {
        let words = &source[line.clone()];
        words.starts_with('\t') || words.bytes().take_while(|&byte| byte == b' ').count() >= INDENT
    })
}

fn end_paragraph(
    source: &str,
    lines: &[Range<usize>],
    (kind, quote): (Option<BlockKind>, Option<usize>),
    builder: &mut Builder,
) {
    let widest = lines
        .iter()
        .map(|line| width(&source[line.clone()]))
        .max()
        .unwrap_or(0);
    let alone = lines.len() == 1;
    let mut start = 0;
    for line in 0..lines.len() {
        let last = line + 1 == lines.len();
        let credited = |line: &Range<usize>| {
            quote.is_some_and(|quote| is_credit(&source[line.clone()], quote))
        };
        if last
            || credited(&lines[line + 1])
            || !is_wrapped(source, &lines[line], &lines[line + 1], widest)
        {
            let words = &source[lines[line].clone()];
            let kind = kind.unwrap_or(if alone && is_heading(words) {
                BlockKind::Heading
            } else {
                BlockKind::Paragraph
            });
            let block = add(source, &lines[start..=line], kind, builder);
            if let Some(block) = block.filter(|_| start == line) {
                block.credit = credited(&lines[line]);
            }
            start = line + 1;
        }
    }
}

/// Whether the line ends only because the next word would not have fitted.
fn is_wrapped(source: &str, line: &Range<usize>, next: &Range<usize>, widest: usize) -> bool {
    if widest > WRAP {
        return false;
    }
    let words = source[line.clone()].trim_end();
    let next = &source[next.clone()];
    let first_word = next
        .trim_start_matches(is_margin)
        .split(' ')
        .next()
        .unwrap_or_default();
    width(&source[line.clone()]) + 1 + width(first_word) + SLACK >= widest
        && !starts_item(next)
        && !(words.ends_with(['.', ';', ':', '!', '?']) && is_number(first_word))
}

/// In characters: curly marks are wider in bytes than on the page.
fn width(line: &str) -> usize {
    line.chars().count()
}

/// `1.`, `12)`, `(a)`: what numbers the next item of a list when a sentence has ended before it.
fn is_number(word: &str) -> bool {
    let bare = word.trim_start_matches('(').trim_end_matches(['.', ')']);
    bare.len() < word.len()
        && word.ends_with(['.', ')'])
        && ((1..=2).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit())
            || bare.len() == 1
                && word.starts_with('(')
                && bare.bytes().all(|byte| byte.is_ascii_lowercase()))
}

fn starts_item(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ")
}

/// A short line on its own that does not end as a sentence does.
fn is_heading(line: &str) -> bool {
    let line = line.trim();
    line.len() <= HEADING
        && !line.ends_with([
            '.', '!', '?', ':', ';', ',', '"', '“', '”', '’', '\'', '»', '«', ')', '…',
        ])
        && !line.starts_with(['"', '“', '„', '«', '»', '-', '•', '*'])
        && line
            .chars()
            .next()
            .is_some_and(|first| !first.is_lowercase())
}

fn add<'b>(
    source: &str,
    lines: &[Range<usize>],
    kind: BlockKind,
    builder: &'b mut Builder,
) -> Option<&'b mut Block> {
    let mut end = None;
    for (number, line) in lines.iter().enumerate() {
        let words = &source[line.clone()];
        let words = if kind == BlockKind::Quote {
            words.trim_start_matches(is_margin)
        } else {
            words.trim_start()
        };
        let trimmed = words.trim_end();
        let start = line.end - words.len();
        if let Some(end) = end {
            builder.space(end..start);
        }
        let stop = start + trimmed.len();
        let next = lines
            .get(number + 1)
            .map(|next| source[next.clone()].trim_start_matches(is_margin));
        let broken = next.and_then(|next| broken(trimmed, next));
        builder.verbatim(start..stop - broken.unwrap_or(0));
        end = broken.is_none().then_some(stop);
    }
    builder.end_block(kind, lines.last().map_or(0, |line| line.end))
}

/// Where the end of a line breaks a word, the bytes of the hyphen that goes with the break: none of
/// `twenty-`, `Anglo-` before `Russian`, `1917-` before `1921`, which have it anyway.
fn broken(line: &str, next: &str) -> Option<usize> {
    let hyphen = line
        .chars()
        .next_back()
        .filter(|c| matches!(c, '-' | '‐' | '\u{AD}'))?;
    let before = &line[..line.len() - hyphen.len_utf8()];
    let last = before.chars().next_back()?;
    let first = next.chars().next()?;
    if !last.is_alphanumeric() || !first.is_alphanumeric() {
        return None;
    }
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    // No word is broken behind its first letter: `e-` before `mail` has its hyphen anyway.
    let whole = first.is_lowercase()
        && last.is_lowercase()
        && word.chars().nth(1).is_some()
        && HYPHENATED
            .binary_search(&word.to_lowercase().as_str())
            .is_err();
    Some(if whole || hyphen == '\u{AD}' {
        hyphen.len_utf8()
    } else {
        0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(BlockKind, String)> {
        let mut builder = Builder::new(text);
        blocks(text, &mut builder);
        let words = |range: &Range<usize>| builder.text[range.clone()].to_owned();
        let blocks = builder.blocks.iter();
        blocks
            .map(|block| (block.kind, words(&block.range)))
            .collect()
    }

    #[test]
    fn the_list_of_hyphenated_words_is_sorted() {
        assert!(HYPHENATED.is_sorted());
    }

    #[test]
    fn every_kind_of_line_end_wraps_and_parts_alike() {
        for end in ["\n", "\r\n", "\r"] {
            let text = [
                "The printers of the town met on Monday in the hall behind the",
                "station, and nobody spoke.",
                "",
                "Then they went home.",
            ];
            let words: Vec<_> = read(&text.join(end))
                .into_iter()
                .map(|(_, words)| words)
                .collect();
            let whole = "The printers of the town met on Monday in the hall behind the station, and nobody spoke.";
            assert_eq!(words, [whole, "Then they went home."], "{end:?}");
        }
    }

    #[test]
    fn words_that_a_line_breaks_are_whole() {
        for (first, second, whole) in [
            (
                "It was a long and difficult trans-",
                "lation of the",
                "translation",
            ),
            (
                "He was at that time exactly twenty-",
                "one years old",
                "twenty-one",
            ),
            (
                "They signed the treaty of the Anglo-",
                "Russian side",
                "Anglo-Russian",
            ),
            (
                "It lasted for the whole of the time 1917-",
                "1921, and so",
                "1917-1921",
            ),
            (
                "The answer of the printers came by e-",
                "mail on the",
                "e-mail",
            ),
            (
                "It was a long and difficult trans\u{AD}",
                "lation of the",
                "translation",
            ),
        ] {
            let all = read(&format!("{first}\n{second}"));
            assert!(all[0].1.contains(whole), "{all:?}");
        }
    }

    /// Each block as `Kind: words`.
    fn shown(text: &str) -> Vec<String> {
        let blocks = read(text).into_iter();
        blocks
            .map(|(kind, words)| format!("{kind:?}: {words}"))
            .collect()
    }

    #[test]
    fn mail_quotes_answers_and_signs() {
        let text = "Ann wrote:\n> It rained on Monday.\n>\n>> Did it?\nIt did not.\n\n-- \nAnn Lee\nHarbour Road 3\n";
        assert_eq!(
            shown(text),
            [
                "Paragraph: Ann wrote:",
                "Quote: It rained on Monday.",
                "Quote: Did it?",
                "Paragraph: It did not.",
                "Metadata: Ann Lee",
                "Metadata: Harbour Road 3",
            ]
        );
    }

    #[test]
    fn what_goes_on_in_a_list_is_no_quotation_and_code_no_text() {
        let text = "They met twice.\n\n1. The printers came on Monday.\n\n   They went home on Tuesday.\n\nIt was written on the wall.\n\n   The printers are lost.\n\n.. code-block:: sh\n\n   print --all\n\nSo it was.\n";
        assert_eq!(
            shown(text)[1..],
            [
                "Paragraph: 1. The printers came on Monday.",
                "Paragraph: They went home on Tuesday.",
                "Paragraph: It was written on the wall.",
                "Quote: The printers are lost.",
                "Heading: .. code-block:: sh",
                "Metadata: print --all",
                "Paragraph: So it was.",
            ]
        );
    }

    #[test]
    fn heads_and_feet_of_pages_and_rules_are_no_text() {
        let text = "Notes\n=====\n\nIt rained.\n\nLee      Informational      [Page 1]\n\u{C}\nRFC 1      Notes      May 1999\n\nIt went on.\n";
        assert_eq!(
            shown(text),
            [
                "Heading: Notes",
                "Paragraph: It rained.",
                "Metadata: Lee      Informational      [Page 1]",
                "Metadata: RFC 1      Notes      May 1999",
                "Paragraph: It went on.",
            ]
        );
    }
}
