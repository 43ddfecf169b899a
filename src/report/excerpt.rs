//! The words around labels, cut to the width of a terminal: a history article has one line for each
//! paragraph, and nobody wants to read it whole to see two words.

use crate::source::{SourceFile, Span};

use super::safe::is_control;

/// Characters of an article that fit beside the line numbers on 80 columns.
const WIDTH: usize = 66;

/// Characters shown before a label: few, so that its message has room behind it.
const LEAD: usize = 18;

/// A stretch of one line with the labels that fell into it.
#[derive(Debug)]
pub(super) struct Window {
    /// 1-based line of the source.
    pub(super) line: usize,
    /// The words, `…` where they were cut.
    pub(super) text: String,
    /// For each label its number, where it stands in `text` (bytes), and its column in the line (1-based, characters).
    pub(super) labels: Vec<(usize, std::ops::Range<usize>, usize)>,
}

/// Windows for labels, in the order of the text; labels near each other share one.
pub(super) fn windows(source: &SourceFile, labels: &[Span]) -> Vec<Window> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by_key(|&label| labels[label]);
    let mut windows: Vec<(Cut, Window)> = Vec::new();
    for (number, &label) in order.iter().enumerate() {
        let span = labels[label];
        let fits = windows.last().is_some_and(|(cut, _)| cut.holds(span));
        if !fits {
            let behind = order[number + 1..].iter().map(|&next| labels[next]);
            windows.push(cut(source, neighbours(source, span, behind)));
        }
        if let Some((cut, window)) = windows.last_mut() {
            let place = cut.place(span, &window.text);
            window
                .labels
                .push((label, place, source.position(span.start).column));
        }
    }
    windows.into_iter().map(|(_, window)| window).collect()
}

/// A span with those behind it that fit into the same window.
fn neighbours(source: &SourceFile, span: Span, behind: impl Iterator<Item = Span>) -> Span {
    let mut all = span;
    for next in behind {
        let joined = Span::new(span.start, next.end.max(all.end));
        let words = source.slice(joined);
        if words.len() > 4 * WIDTH
            || words.chars().count() > WIDTH - LEAD
            || words.contains(['\n', '\r'])
        {
            break;
        }
        all = joined;
    }
    all
}

/// Which bytes of the source a window shows, and where each character of them went.
struct Cut {
    start: usize,
    end: usize,
    /// Offsets in the window's text by offset in the source, for each character shown.
    moved: Vec<(usize, usize)>,
}

impl Cut {
    fn holds(&self, span: Span) -> bool {
        span.start >= self.start && span.end <= self.end
    }

    /// Where a span stands in the window; one that reaches beyond is cut at its end.
    fn place(&self, span: Span, text: &str) -> std::ops::Range<usize> {
        let at = |offset: usize| {
            let index = self.moved.partition_point(|&(source, _)| source < offset);
            self.moved
                .get(index)
                .map_or(text.len(), |&(_, shown)| shown)
        };
        let end = if span.end >= self.end {
            self.text_end()
        } else {
            at(span.end)
        };
        at(span.start)..end.max(at(span.start))
    }

    fn text_end(&self) -> usize {
        self.moved.last().map_or(0, |&(_, shown)| shown)
    }
}

fn cut(source: &SourceFile, span: Span) -> (Cut, Window) {
    let line = source.position(span.start).line;
    let line_span = source.line_span(line);
    let text = source.text();
    let end = span.end.min(line_span.end).max(span.start);
    let label = text[span.start..end].chars().take(WIDTH).count();
    let lead = LEAD.min(WIDTH - label.min(WIDTH));
    let start = back(text, span.start, lead, line_span.start);
    let stop = forward(text, start, WIDTH, line_span.end);
    let mut shown = String::new();
    let mut moved = Vec::new();
    if start > line_span.start {
        shown.push('…');
    }
    for (at, c) in text[start..stop].char_indices() {
        moved.push((start + at, shown.len()));
        shown.push(if is_control(c) { replacement(c) } else { c });
    }
    moved.push((stop, shown.len()));
    if stop < line_span.end {
        shown.push('…');
    }
    let window = Window {
        line,
        text: shown,
        labels: Vec::new(),
    };
    (
        Cut {
            start,
            end: stop,
            moved,
        },
        window,
    )
}

fn replacement(c: char) -> char {
    if c == '\t' {
        ' '
    } else {
        char::REPLACEMENT_CHARACTER
    }
}

/// The offset `count` characters before `from`, not before `floor`.
fn back(text: &str, from: usize, count: usize, floor: usize) -> usize {
    text[floor..from]
        .char_indices()
        .rev()
        .take(count)
        .last()
        .map_or(from, |(at, _)| floor + at)
}

/// The offset `count` characters behind `from`, not behind `limit`.
fn forward(text: &str, from: usize, count: usize, limit: usize) -> usize {
    text[from..limit]
        .char_indices()
        .nth(count)
        .map_or(limit, |(at, _)| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, words: &[&str]) -> Vec<(String, Vec<String>)> {
        let source = SourceFile::new("a.txt", text);
        let spans: Vec<_> = words
            .iter()
            .map(|word| {
                let start = text.find(word).unwrap();
                Span::new(start, start + word.len())
            })
            .collect();
        windows(&source, &spans)
            .into_iter()
            .map(|window| {
                let labels = window
                    .labels
                    .iter()
                    .map(|(_, place, _)| window.text[place.clone()].to_owned());
                let labels = labels.collect();
                (window.text, labels)
            })
            .collect()
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_eq!(
            shown("one two\nthree", &["two"]),
            [("one two".into(), vec!["two".into()])]
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_label() {
        let text = format!(
            "{} Natatia {} Natalya",
            "é a ".repeat(100),
            "b c ".repeat(100)
        );
        let windows = shown(&text, &["Natatia", "Natalya"]);
        assert_eq!(windows.len(), 2);
        for ((window, labels), word) in windows.iter().zip(["Natatia", "Natalya"]) {
            assert!(window.chars().count() <= WIDTH + 6, "{window}");
            assert_eq!(labels, &[word]);
        }
    }

    #[test]
    fn labels_near_each_other_share_a_window() {
        let text = format!(
            "{} Tuesday, 16 February 1938 {}",
            "a b ".repeat(100),
            "c d ".repeat(100)
        );
        assert_eq!(shown(&text, &["Tuesday", "16 February 1938"]).len(), 1);
    }

    #[test]
    fn a_label_longer_than_the_window_is_cut() {
        let text = format!("x {} y", "word ".repeat(60));
        let all = "word ".repeat(60).to_string();
        let windows = shown(&text, &[&all]);
        assert!(windows[0].0.ends_with('…') && windows[0].1[0].len() > 40);
    }

    #[test]
    fn control_characters_are_replaced() {
        assert_eq!(shown("a\u{1b}[31m b", &["b"])[0].0, "a\u{FFFD}[31m b");
    }
}
