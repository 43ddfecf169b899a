//! Directives: the comments in which an article says what shall not be reported in it.
//!
//! `<!-- textcheck-disable dates/age, quotes: the reason -->`: a command, rules or families (none: all
//! of them), and behind a colon why. Finds and reads them; what they do is the engine's.

use std::ops::Range;

use crate::source::Span;

/// What a directive asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// `textcheck-disable`: silence from here on.
    Disable,
    /// `textcheck-enable`: no longer.
    Enable,
    /// `textcheck-disable-next-line`: silence on the next line that holds anything.
    DisableNextLine,
    /// `textcheck-` and something else.
    Unknown,
}

impl Command {
    /// How the commands are written.
    pub const WORDS: [&'static str; 3] = [
        "textcheck-disable",
        "textcheck-enable",
        "textcheck-disable-next-line",
    ];

    fn of(word: &str) -> Self {
        match Self::WORDS.iter().position(|known| *known == word) {
            Some(0) => Command::Disable,
            Some(1) => Command::Enable,
            Some(_) => Command::DisableNextLine,
            None => Command::Unknown,
        }
    }
}

/// A comment to textcheck. All spans are bytes of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// What it asks for.
    pub command: Command,
    /// The word that says so.
    pub word: Span,
    /// The rules or families it names; none: all.
    pub rules: Vec<Span>,
    /// Why, where it says so.
    pub reason: Option<Span>,
    /// The whole comment.
    pub span: Span,
    /// The line that [`Command::DisableNextLine`] means.
    pub next_line: Span,
}

/// Reads the directives among the comments in a stretch of markup.
pub(super) fn find(source: &str, range: Range<usize>, directives: &mut Vec<Directive>) {
    const OPEN: &str = "<!--";
    const CLOSE: &str = "-->";
    let mut at = range.start;
    while let Some(open) = source[at..range.end].find(OPEN) {
        let words = at + open + OPEN.len();
        let Some(length) = source[words..range.end].find(CLOSE) else {
            return;
        };
        let end = words + length + CLOSE.len();
        let span = Span::new(at + open, end);
        directives.extend(read(source, words..words + length, span));
        at = end;
    }
}

/// Reads the words of a comment.
fn read(source: &str, words: Range<usize>, span: Span) -> Option<Directive> {
    let inner = &source[words.clone()];
    let start = words.start + inner.len() - inner.trim_start().len();
    if !source[start..words.end].starts_with("textcheck-") {
        return None;
    }
    let list = source[start..words.end]
        .find(':')
        .map_or(words.end, |colon| start + colon);
    let reason = source.get(list + 1..words.end).unwrap_or_default();
    let reason = (!reason.trim().is_empty()).then(|| {
        let from = words.end - reason.trim_start().len();
        Span::new(from, from + reason.trim().len())
    });
    let mut names = names(source, start..list);
    let word = names.next()?;
    Some(Directive {
        command: Command::of(&source[word.range()]),
        word,
        rules: names.collect(),
        reason,
        span,
        next_line: Span::new(span.end, span.end),
    })
}

/// The words that blanks and commas part.
fn names(source: &str, range: Range<usize>) -> impl Iterator<Item = Span> {
    let mut at = range.start;
    let is_gap = |c: char| c.is_whitespace() || c == ',';
    std::iter::from_fn(move || {
        let rest = &source[at..range.end];
        let start = at + rest.len() - rest.trim_start_matches(is_gap).len();
        let length = source[start..range.end]
            .find(is_gap)
            .unwrap_or(range.end - start);
        at = start + length;
        (length > 0).then(|| Span::new(start, at))
    })
}

/// Finds the line that each directive means by the next one: blank lines and lines of directives alone
/// are passed over.
pub(super) fn settle(source: &str, directives: &mut [Directive]) {
    directives.sort_by_key(|directive| directive.span);
    // Backwards, so that a line of directives has been settled when the one before it asks.
    let mut known: Option<(Span, Span)> = None;
    for index in (0..directives.len()).rev() {
        let end = directives[index].span.end;
        let behind = directives.get(index + 1);
        let same_line = behind.is_some_and(|behind| {
            let between = &source.as_bytes()[end..behind.span.start.max(end)];
            memchr::memchr2(b'\n', b'\r', between).is_none()
        });
        let (line, target) = match known {
            Some(settled) if same_line => settled,
            _ => {
                let line = next_line(source, end);
                let last = alone(source, line, &directives[index + 1..]);
                (line, last.map_or(line, |last| last.next_line))
            }
        };
        known = Some((line, target));
        directives[index].next_line = target;
    }
}

/// The last of the directives of a line that holds nothing else.
fn alone<'d>(source: &str, line: Span, behind: &'d [Directive]) -> Option<&'d Directive> {
    let first = behind.partition_point(|directive| directive.span.start < line.start);
    let mut at = line.start;
    let mut last = None;
    for directive in &behind[first..] {
        let within = directive.span.start < line.end;
        if !within || !source[at..directive.span.start].trim().is_empty() {
            break;
        }
        at = directive.span.end;
        last = Some(directive);
    }
    let rest = source.get(at..line.end).unwrap_or_default();
    last.filter(|_| rest.trim().is_empty())
}

/// The first line behind that of an offset that is not blank, without its ending.
fn next_line(source: &str, offset: usize) -> Span {
    let bytes = source.as_bytes();
    let end = |from: usize| {
        memchr::memchr2(b'\n', b'\r', &bytes[from..]).map_or(bytes.len(), |length| from + length)
    };
    let mut start = (end(offset) + 1).min(bytes.len());
    loop {
        let stop = end(start);
        if !source[start..stop].trim().is_empty() || stop == bytes.len() {
            return Span::new(start, stop);
        }
        start = stop + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(source: &str) -> Vec<Directive> {
        let mut directives = Vec::new();
        find(source, 0..source.len(), &mut directives);
        settle(source, &mut directives);
        directives
    }

    #[test]
    fn a_directive_names_rules_and_may_say_why() {
        let source =
            "<!-- a --> <!-- textcheck-disable dates/age,quotes  text: as in the: letter -->";
        let [directive] = &all(source)[..] else {
            panic!("one directive");
        };
        let words = |span: Span| &source[span.range()];
        assert_eq!(directive.command, Command::Disable);
        let rules: Vec<_> = directive.rules.iter().map(|&span| words(span)).collect();
        assert_eq!(rules, ["dates/age", "quotes", "text"]);
        assert_eq!(directive.reason.map(words), Some("as in the: letter"));
        assert_eq!(words(directive.span), &source[11..]);
    }

    #[test]
    fn a_directive_without_rules_means_all_and_one_misspelt_is_kept() {
        let found = all("<!--textcheck-enable--><!-- textcheck-disabel: why -->");
        let commands: Vec<_> = found.iter().map(|found| found.command).collect();
        assert_eq!(commands, [Command::Enable, Command::Unknown]);
        assert!(found.iter().all(|found| found.rules.is_empty()));
    }

    #[test]
    fn the_next_line_is_the_next_that_holds_words() {
        let one = "<!-- textcheck-disable-next-line a -->";
        for between in [
            "\n",
            "\r\n\r\n",
            "\n \n",
            &format!("\n{one}\n\n{one} {one}\n"),
        ] {
            let source = format!("{one}{between}words\nmore");
            for found in all(&source) {
                assert_eq!(&source[found.next_line.range()], "words", "{source:?}");
            }
        }
        assert_eq!(all(one)[0].next_line, Span::new(one.len(), one.len()));
    }
}
