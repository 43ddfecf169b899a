//! The works of a reference list that names author and year: `Deutscher, Isaac. 1963.`

use super::entry::{self, Entry};
use super::page::{Apparatus, Page};
use super::surname::{self, Author, LINKS, is_particle};
use super::year::{self, Year};
use crate::source::Span;

/// A work of the list.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Author and year.
    pub span: Span,
    /// The whole entry.
    pub entry: Span,
    /// Its authors; of a body one, under its whole name.
    pub authors: Vec<Author>,
    /// The years it is dated: that of the original and that of the print; where they stand at the end, every year
    /// that the entry names.
    pub years: Vec<Year>,
    /// Whether the years stand at the end: `Isaac Deutscher, *The Prophet Outcast* (Oxford, 1963)`.
    pub dated_last: bool,
}

/// Authors and year stand within so many bytes.
const HEAD: usize = 300;

/// Words that an author's name may end in with a stop.
const ABBREVIATED: [&str; 9] = [
    "eds", "comp", "comps", "trans", "inc", "ltd", "corp", "assn", "univ",
];

pub(super) fn extract(page: &Page) -> Vec<Reference> {
    let mut all: Vec<Reference> = Vec::new();
    let lists = page
        .sections
        .iter()
        .filter(|section| section.apparatus == Apparatus::References);
    for section in lists {
        for entry in entry::entries(page, section, |line| head(line).is_some()) {
            let previous = all.last().map(|last| last.authors.clone());
            all.extend(reference(page, &entry, previous));
        }
    }
    all
}

fn reference(page: &Page, entry: &Entry, previous: Option<Vec<Author>>) -> Option<Reference> {
    let start = entry.words.start;
    let text = &page.text[entry.words.range()];
    let Some((length, years)) = head(text) else {
        return dated_last(page, entry);
    };
    let names = &text[..length];
    // A title stands before the year.
    if page.source()[start..start + length].contains(['*', '_']) && !is_dash(names) {
        return None;
    }
    let authors = if is_dash(names) {
        previous?
    } else {
        authors(names, start)
    };
    let years: Vec<Year> = years
        .into_iter()
        .map(|year| Year {
            span: Span::new(year.span.start + start, year.span.end + start),
            ..year
        })
        .collect();
    Some(Reference {
        span: Span::new(start, years.last()?.span.end),
        entry: entry.words,
        authors,
        years,
        dated_last: false,
    })
}

/// An entry that opens with its authors and closes with the year, between them the title.
fn dated_last(page: &Page, entry: &Entry) -> Option<Reference> {
    let start = entry.words.start;
    let text = &page.text[entry.words.range()];
    let text = &text[..text.floor_char_boundary(HEAD)];
    let written = page.source().get(start..start + text.len())?;
    // Marks and italics are of the title, a stop or a bracket is where it begins or ends.
    let title = written.find(['*', '_', '<', '“', '‘', '"', '(', '[', ':']);
    let end = sentence_end(text).into_iter().chain(title).min()?;
    let names = text[..end].trim_end_matches([' ', ',', '.', '\n']);
    // When a page was read, and what its address holds, dates no work.
    let told = ["ccessed", "etrieved", "http", "doi:"]
        .iter()
        .filter_map(|word| text[end..].find(word))
        .min();
    let told = &text[end..told.map_or(text.len(), |at| end + at)];
    let years = year::all(told, start + end);
    let years: Vec<Year> = (years.into_iter())
        .filter(|year| year.text.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    let whole = names.contains(' ') && !is_dash(names) && is_names(names);
    (whole && !years.is_empty()).then(|| Reference {
        span: Span::new(start, start + names.len()),
        entry: entry.words,
        authors: authors(names, start),
        years,
        dated_last: true,
    })
}

/// Where the first sentence of an entry ends; initials end none.
fn sentence_end(text: &str) -> Option<usize> {
    let mut stops = text.match_indices(". ").map(|(at, _)| at);
    stops.find(|&at| {
        let word = text[..at]
            .rsplit([' ', '.', '\n'])
            .next()
            .unwrap_or_default();
        word.chars().count() > 1 && !ABBREVIATED.contains(&word.to_lowercase().as_str())
    })
}

/// Bytes before the year of an entry, when they are nothing but names, and its years.
fn head(text: &str) -> Option<(usize, Vec<Year>)> {
    let text = &text[..text.floor_char_boundary(HEAD)];
    let years = year::all(text, 0);
    let first = years.first()?;
    let before = text[..first.span.start].trim_end();
    let names = before.trim_end_matches(['(', '[']);
    let enclosed = names.len() < before.len();
    let behind = &text[first.span.end..];
    let closed = behind.is_empty() || first.text.ends_with('.');
    if !enclosed && !closed && !behind.starts_with(['.', ',', ':', '/', ';']) {
        return None;
    }
    is_names(names.trim_end()).then(|| {
        // The year of the original and that of the print: `(1867) 1976`, `1909/1996`.
        let mut last = first.span.end;
        let both = years.iter().take_while(|year| {
            let near = text[last.min(year.span.start)..year.span.start]
                .trim_matches([')', ' ', '/', ']', '[', '('])
                .is_empty();
            last = year.span.end;
            near
        });
        (names.trim_end().len(), both.cloned().collect())
    })
}

fn is_dash(names: &str) -> bool {
    names.starts_with(['—', '–', '_', '-'])
}

/// Whether words are nothing but names of authors.
fn is_names(names: &str) -> bool {
    if is_dash(names) {
        return names
            .trim_start_matches(['—', '–', '_', '-', '.', ',', ' '])
            .len()
            < 12;
    }
    let named =
        names.starts_with(char::is_uppercase) || names.split(' ').next().is_some_and(is_particle);
    if !named || names.contains([':', ';', '"', '“', '?', '!']) && !names.contains('&') {
        return false;
    }
    let last = names.len();
    let mut at = 0;
    names.split([' ', '\n']).all(|word| {
        at += word.len() + 1;
        let ends = at > last;
        let bare = word.trim_matches(['.', ',', '(', ')', '[', ']', ';']);
        let small = bare.to_lowercase();
        let stops = word.ends_with('.') && bare.chars().count() > 2 && !ends;
        (!stops || ABBREVIATED.contains(&small.as_str()))
            && (bare.is_empty()
                || bare == "&"
                || bare.starts_with(char::is_uppercase)
                || is_particle(bare)
                || LINKS.contains(&bare)
                || matches!(
                    bare,
                    "et" | "ed" | "eds" | "y" | "und" | "e" | "jr" | "d'" | "others"
                ))
            && !bare.contains(|c: char| c.is_ascii_digit())
    })
}

/// The authors of a head that begins at byte `base` of the page.
fn authors(names: &str, base: usize) -> Vec<Author> {
    let whole = names.trim_end_matches(['(', '[', ' ', '.', ',']);
    if !whole.contains(',') && !whole.contains(" and ") && !whole.contains('&') {
        let name = whole.split(" [").next().unwrap_or(whole);
        return vec![Author {
            core: surname::core(name),
            span: Span::new(base, base + name.len()),
        }];
    }
    let mut all = Vec::new();
    let mut first = true;
    for (start, group) in groups(whole) {
        let mut inverted = first;
        let mut at = start;
        let pieces: Vec<&str> = group.split(',').collect();
        for (place, piece) in pieces.iter().enumerate() {
            let begin = at + piece.len() - piece.trim_start().len();
            at += piece.len() + 1;
            let name = piece.trim().trim_end_matches('.');
            let given = inverted && place == 1 && !surname::is_initials(piece.trim());
            if name.is_empty() || surname::is_initials(piece.trim()) || given || is_note(name) {
                continue;
            }
            let follows = pieces
                .get(place + 1)
                .is_some_and(|next| surname::is_initials(next.trim()));
            inverted |= follows || pieces.len() > 1 && place == 0;
            // `Richard Cloward` behind `and` stands in its natural order.
            let skipped = match name.rsplit_once(' ') {
                Some((before, _)) if !first && !follows && pieces.len() == 1 => before.len() + 1,
                _ => 0,
            };
            let span = Span::new(base + begin + skipped, base + begin + name.len());
            all.push(Author {
                core: surname::core(&name[skipped..]),
                span,
            });
        }
        first = false;
    }
    all
}

fn is_note(name: &str) -> bool {
    matches!(
        name.to_lowercase().as_str(),
        "jr" | "sr" | "ed" | "eds" | "et al" | "ii" | "iii" | "(ed" | "(eds" | "others"
    )
}

/// The parts of a list of authors between `and`, `&` and `;`, with their offsets.
fn groups(names: &str) -> Vec<(usize, &str)> {
    let mut all = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < names.len() {
        let rest = &names[at..];
        let joint = [" and ", " & ", ";", " und ", " y "]
            .into_iter()
            .find(|joint| rest.starts_with(joint));
        match joint {
            Some(joint) => {
                all.push((start, &names[start..at]));
                at += joint.len();
                start = at;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    all.push((start, &names[start..]));
    all
}
