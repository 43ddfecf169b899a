//! Citations by author and year: `(Deutscher 1963, 395–7)`, `Deutscher (1963)`.

use std::ops::Range;

use super::narrative::{DATED, TIMES, narrative};
use super::page::{Apparatus, Page};
use super::surname::{Author, authors, is_particle};
use super::year::{self, Year};
use crate::source::Span;

/// A citation of one work.
#[derive(Clone, Debug)]
pub struct AuthorYear {
    /// From the first author to the year, a bracket behind it included: `Deutscher (1963)`.
    pub span: Span,
    /// The authors that it names; a body is one.
    pub authors: Vec<Author>,
    /// The year, of a reprint two.
    pub years: Vec<Year>,
    /// How sure it is that this cites a work, whether or not the work is listed.
    pub sure: bool,
    /// Whether a comma stands before the year.
    pub comma: bool,
    /// Whether a page stands behind the year: `1990, 12`, `1990: 12`.
    pub located: bool,
}

/// Words that lead in a citation.
const LEADS: [&str; 22] = [
    "see",
    "also",
    "cf.",
    "cf",
    "e.g.",
    "e.g.,",
    "eg",
    "i.e.",
    "compare",
    "quoted",
    "cited",
    "in",
    "as",
    "and",
    "but",
    "for",
    "example",
    "from",
    "by",
    "after",
    "following",
    "example,",
];

/// Brackets that cite are not longer than this, in bytes.
const BRACKET: usize = 400;

/// All citations outside the reference lists, in the order of the page.
pub(super) fn extract(page: &Page) -> Vec<AuthorYear> {
    let text = page.text;
    let mut all = Vec::new();
    for open in memchr::memchr_iter(b'(', text.as_bytes()) {
        let listed = page
            .section_at(open)
            .is_some_and(|section| section.apparatus == Apparatus::References);
        let inside = &text[open + 1..];
        let inside = &inside[..inside.floor_char_boundary(BRACKET)];
        let Some(length) = inside
            .find([')', '('])
            .filter(|&at| inside[at..].starts_with(')'))
        else {
            continue;
        };
        if listed
            || !inside[..length].contains(|c: char| c.is_ascii_digit() || c == '.')
                && !inside[..length].contains("orth")
        {
            continue;
        }
        let inner = open + 1..open + 1 + length;
        let years = leading_years(&text[inner.clone()], inner.start);
        if years.is_empty() {
            bracketed(page, &inner, &mut all);
        } else {
            let named = narrative(page, open, inner.end + 1);
            all.extend(named.map(|named| AuthorYear {
                span: named.span,
                authors: named.authors,
                years,
                sure: named.sure,
                comma: false,
                located: false,
            }));
        }
    }
    all
}

/// The years that a bracket opens with: `1963`, `[1867] 1976`, `1909/1996`.
fn leading_years(inside: &str, base: usize) -> Vec<Year> {
    let rest = inside.trim_start_matches(['[', ' ']);
    let skipped = inside.len() - rest.len();
    if year::length(rest).is_none() {
        return Vec::new();
    }
    let mut years = year::all(rest, base + skipped);
    let mut end = base;
    let near = years.iter().take_while(|year| {
        let gap = &inside[end - base..year.span.start - base];
        end = year.span.end;
        gap.trim_matches(['[', ']', '/', ' ']).is_empty()
    });
    let count = near.count();
    years.truncate(count);
    years
}

/// `(see Cope 1977; Hart 1980, 12)`: a citation for each part.
fn bracketed(page: &Page, inner: &Range<usize>, all: &mut Vec<AuthorYear>) {
    let mut start = inner.start;
    for part in page.text[inner.clone()].split(';') {
        all.extend(segment(page, part, start));
        start += part.len() + 1;
    }
}

fn segment(page: &Page, part: &str, base: usize) -> Option<AuthorYear> {
    let years = year::all(part, base);
    let first = years.first()?;
    let before = &part[..first.span.start - base];
    let names = before.trim_end().trim_end_matches('[').trim_end();
    let comma = names.ends_with(',');
    let names = names.trim_end_matches(',');
    // `World Health Organization [WHO], 2019`: the initials that it goes by from here on.
    let names = match names
        .strip_suffix(']')
        .and_then(|open| open.rsplit_once('['))
    {
        Some((name, _)) => name.trim_end(),
        None => names,
    };
    let skipped = lead(names);
    let names = &names[skipped..];
    let start = base + skipped;
    let end = reprint_end(page, first, &years);
    let behind = &page.text[end..];
    let behind = behind.trim_start_matches(']');
    let locator = behind.starts_with([',', ':']);
    let page = behind.trim_start_matches([',', ':', ' ']);
    let located =
        locator && (page.starts_with("p.") || page.starts_with("pp.") || starts_in_digit(page));
    let authors = authors(names, start)?;
    let last = names.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let opening = names
        .split([' ', ','])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let sure = !DATED.contains(&last.as_str()) && (locator || !TIMES.contains(&opening.as_str()));
    let count = years.iter().take_while(|year| year.span.end <= end).count();
    Some(AuthorYear {
        span: Span::new(start, end),
        authors,
        years: years.into_iter().take(count.max(1)).collect(),
        sure,
        comma,
        located,
    })
}

fn starts_in_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Where the years of one work end: `[1867] 1976`, `1909/1996`.
fn reprint_end(page: &Page, first: &Year, years: &[Year]) -> usize {
    let mut end = first.span.end;
    for year in &years[1..] {
        let gap = &page.text[end..year.span.start];
        if gap.is_empty()
            || !gap.chars().all(|c| matches!(c, ']' | '[' | '/' | ' '))
            || !gap.contains([']', '/'])
        {
            break;
        }
        end = year.span.end;
    }
    end
}

/// Bytes of `see also` and the like at the head of a citation.
fn lead(names: &str) -> usize {
    let mut at = names.len() - names.trim_start().len();
    while let Some((word, _)) = names[at..].split_once(' ') {
        let small = word.to_lowercase();
        let begins = word.starts_with(char::is_uppercase) || is_particle(word);
        if begins && !LEADS.contains(&small.as_str()) {
            break;
        }
        at += word.len() + 1;
    }
    at
}
