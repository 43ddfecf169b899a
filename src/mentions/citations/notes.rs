//! Notes: marks in the text and the bodies that they lead to, paired chapter by chapter. How numbers
//! mark is known to `marks`.

use std::collections::HashSet;
use std::ops::Range;

use super::entry::{self, Style};
use super::marks::{self, Mark};
use super::page::{Apparatus, Page, Section};
use crate::document::Format;
use crate::source::Span;

/// What a note says.
#[derive(Clone, Debug)]
pub struct Body {
    /// What its marks call it, in small letters.
    pub label: String,
    /// The label where it is a number.
    pub number: Option<u32>,
    /// `[^1]`, `[1]` or `1.` before its words.
    pub mark: Span,
    /// Its words.
    pub words: Span,
}

/// Marks and bodies that belong together: of a chapter, or of a whole article.
#[derive(Clone, Debug)]
pub struct Group {
    /// How the text marks them.
    pub style: Style,
    /// In the order of the text.
    pub marks: Vec<Mark>,
    /// In the order of their list.
    pub bodies: Vec<Body>,
    /// Whether their numbers follow the order of the text; a list of references may follow its alphabet.
    pub in_order: bool,
}

/// All notes of a page.
pub(super) fn extract(page: &Page) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    groups.extend(carets(page));
    groups.extend(lists(page));
    let listed = |group: &Group| matches!(group.style, Style::Square | Style::Raised);
    if !groups.iter().any(listed) {
        groups.extend(loose(page));
    }
    groups
}

/// `[^1]` with `[^1]: words`, over the whole article, front matter included; and what other markup says
/// is the mark of a note, or a note.
fn carets(page: &Page) -> Option<Group> {
    let source = page.source();
    let noted = page.document.notes().iter();
    let known = noted.map(|note| note.label.to_lowercase()).collect();
    let mut bodies: Vec<Body> = page
        .document
        .notes()
        .iter()
        .map(|note| body(&note.label, note.mark, note.words))
        .collect();
    let marked = page.document.note_marks().iter();
    let mut marks: Vec<Mark> = marked
        .map(|note| Mark::new(&note.label, note.span))
        .collect();
    if let Some(front_matter) = page.document.front_matter() {
        let place = (source, front_matter.span.range());
        scan_carets(place, page, &known, &mut marks, &mut bodies);
    }
    let place = (page.text, 0..page.text.len());
    scan_carets(place, page, &known, &mut marks, &mut bodies);
    if bodies.is_empty() {
        // `[^a-z]` in a text without notes is a pattern; a mark follows its word.
        let markup = Format::of(page.document.source().path()) == Format::Markdown;
        let word = |label: &str| label.starts_with(char::is_alphanumeric);
        marks.retain(|mark| {
            markup && word(&mark.label) && follows_words(&source[..mark.span.start])
        });
    }
    (!marks.is_empty() || !bodies.is_empty()).then_some(Group {
        style: Style::Caret,
        marks,
        bodies,
        in_order: true,
    })
}

fn scan_carets(
    (text, range): (&str, Range<usize>),
    page: &Page,
    known: &HashSet<String>,
    marks: &mut Vec<Mark>,
    bodies: &mut Vec<Body>,
) {
    for at in memchr::memmem::find_iter(text[range.clone()].as_bytes(), "[^") {
        let start = range.start + at;
        let Some(length) = caret_label(&text[start + 2..]) else {
            continue;
        };
        let label = &text[start + 2..start + 2 + length];
        let end = start + length + 3;
        let before = &page.source()[..start];
        let behind = &text[end..];
        // `[^/]*` is a pattern, unless a note has the label.
        let pattern = !known.contains(&label.to_lowercase())
            && (behind.starts_with(['+', '*', '?', '{', ']', '\\'])
                || before.ends_with(['[', '^', '/']));
        if pattern || before.ends_with('\\') {
            continue;
        }
        let opens_line = before.ends_with('\n') || before.is_empty();
        if opens_line && behind.starts_with(':') {
            let line = behind.split('\n').next().unwrap_or_default();
            bodies.push(body(
                label,
                Span::new(start, end),
                Span::new(end + 1, end + line.len()),
            ));
        } else {
            marks.push(Mark::new(label, Span::new(start, end)));
        }
    }
}

/// Bytes of the label of `[^label]`, given what stands behind the caret.
fn caret_label(text: &str) -> Option<usize> {
    let end = text
        .bytes()
        .take(100)
        .position(|byte| matches!(byte, b']' | b'[' | b'\n' | b' ' | b'\t'))?;
    (end > 0 && text.as_bytes()[end] == b']').then_some(end)
}

/// Numbered lists under *Notes* or *References*, with the marks of the chapter before each.
fn lists(page: &Page) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut from = 0;
    let count = page.sections.len();
    for (place, section) in page.sections.iter().enumerate() {
        let mut bodies = written(page, section);
        if bodies.is_empty() {
            bodies = numbered(page, section);
        }
        let Some((style, _)) = bodies.first() else {
            continue;
        };
        let style = *style;
        let bodies: Vec<Body> = bodies.into_iter().map(|(_, body)| body).collect();
        let list_end = bodies
            .last()
            .map_or(section.body.start, |body| body.words.end);
        // Marks behind the last list lead into it too.
        let tail = if place + 1 == count {
            list_end..page.text.len()
        } else {
            0..0
        };
        let ranges = [from..section.body.start, tail];
        let (style, marks) = marks_of(page, &ranges, style, &bodies);
        from = list_end;
        groups.extend(paired(
            style,
            marks,
            bodies,
            section.apparatus == Apparatus::Notes,
        ));
    }
    groups
}

/// The entries of a section that bear their numbers.
fn written(page: &Page, section: &Section) -> Vec<(Style, Body)> {
    let entries = entry::entries(page, section, |_| false);
    let bodies = entries.iter().filter_map(|entry| {
        let (style, number, mark) = entry.marker?;
        Some((style, body(&number.to_string(), mark, entry.words)))
    });
    bodies.collect()
}

/// The items of a section that its markup numbers, up to where it begins anew.
fn numbered(page: &Page, section: &Section) -> Vec<(Style, Body)> {
    let items = page.document.numbered_items();
    // A line of the page may end in the tag that opens the next block.
    let first = items.partition_point(|item| item.mark.end <= section.body.start);
    let mut last = 0;
    let bodies = items[first..].iter().map_while(|item| {
        let goes_on = item.mark.start < section.body.end && item.number > last;
        last = item.number;
        goes_on.then(|| {
            (
                Style::Listed,
                body(&item.number.to_string(), item.mark, item.words),
            )
        })
    });
    bodies.collect()
}

/// Bodies without a heading, at the end of a plain text: lines that open with `[1]`.
fn loose(page: &Page) -> Option<Group> {
    let mut bodies: Vec<Body> = Vec::new();
    let mut previous_ends = true;
    for line in page.lines(&(0..page.text.len())) {
        let words = page.text[line.clone()].trim_end();
        let found = entry::opening(page, line.start, words)
            .filter(|marker| matches!(marker.style, Style::Square | Style::Raised))
            .filter(|marker| {
                let rest = words.get(marker.length..).unwrap_or_default();
                let first = rest.trim_start().chars().next();
                rest.starts_with(' ')
                    && first.is_some_and(|c| c.is_uppercase() || matches!(c, '"' | '“' | '‘' | '<'))
            })
            .filter(|_| previous_ends);
        if let Some(marker) = found {
            let expected = bodies.last().map_or(1, |last| last.number.unwrap_or(0) + 1);
            if marker.number == expected {
                let end = line.start + marker.length;
                let mark = Span::new(line.start, end);
                bodies.push(body(
                    &marker.number.to_string(),
                    mark,
                    Span::new(end + 1, line.start + words.len()),
                ));
            }
        }
        previous_ends = words.is_empty()
            || words.ends_with(['.', ')', ']', '-', '_', '*', '>', '”', '"'])
            || found.is_some();
    }
    let first = bodies.first()?.mark.start;
    let style = if page.text[first..].starts_with('[') {
        Style::Square
    } else {
        Style::Raised
    };
    let (style, marks) = marks_of(page, &[0..first, 0..0], style, &bodies);
    // Without a heading the marks alone tell that these are notes.
    let numbers: HashSet<Option<u32>> = marks.iter().map(|mark| mark.number).collect();
    let marked = bodies
        .iter()
        .filter(|body| numbers.contains(&body.number))
        .count();
    (marked >= bodies.len().min(2))
        .then(|| paired(style, marks, bodies, true))
        .flatten()
}

/// The marks that lead into a list, in the style that the list or else the text has.
fn marks_of(
    page: &Page,
    ranges: &[Range<usize>; 2],
    style: Style,
    bodies: &[Body],
) -> (Style, Vec<Mark>) {
    let known: HashSet<u32> = bodies.iter().filter_map(|body| body.number).collect();
    let scan = |style| {
        let mut marks = Vec::new();
        for range in ranges {
            match style {
                Style::Raised => {
                    marks::raised(page, range, &known, &mut marks);
                    marks::sup(page, range, &known, &mut marks);
                }
                _ => marks::brackets(page, range, style, &known, &mut marks),
            }
        }
        marks.sort_by_key(|mark| mark.span.start);
        marks
    };
    if style != Style::Listed {
        return (style, scan(style));
    }
    let styles = [Style::Square, Style::Raised, Style::Round];
    styles
        .into_iter()
        .map(|style| (style, scan(style)))
        .find(|(_, marks)| {
            marks
                .iter()
                .any(|mark| mark.number.is_some_and(|number| known.contains(&number)))
        })
        .unwrap_or((Style::Square, Vec::new()))
}

/// A group whose marks and bodies mean each other: of one kind or the other at least half meet.
fn paired(style: Style, marks: Vec<Mark>, bodies: Vec<Body>, in_order: bool) -> Option<Group> {
    let bodied: HashSet<&str> = bodies.iter().map(|body| body.label.as_str()).collect();
    let marked: HashSet<&str> = marks.iter().map(|mark| mark.label.as_str()).collect();
    let meet = bodied.intersection(&marked).count();
    (meet > 0 && meet * 2 >= bodied.len().min(marked.len())).then_some(Group {
        style,
        marks,
        bodies,
        in_order,
    })
}

/// Whether a mark stands where words have just ended.
fn follows_words(before: &str) -> bool {
    before.ends_with(|c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                '.' | ',' | ';' | ':' | '!' | '?' | '"' | '”' | '’' | ')' | '*' | '»' | '\'' | ']'
            )
    })
}

fn body(label: &str, mark: Span, words: Span) -> Body {
    let label = label.to_lowercase();
    Body {
        number: label.parse().ok(),
        label,
        mark,
        words,
    }
}
