//! Citations by author and year: `(Deutscher 1963, 395–7)`, `Deutscher (1963)`.

use std::ops::Range;

use super::page::{Apparatus, Page};
use super::surname::{self, Author, LINKS, PARTICLES};
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

/// Last words of laws, treaties and the like, which are dated and not cited so.
const DATED: [&str; 24] = [
    "act",
    "bill",
    "treaty",
    "convention",
    "code",
    "rules",
    "regulations",
    "order",
    "charter",
    "constitution",
    "congress",
    "conference",
    "war",
    "olympics",
    "cup",
    "trials",
    "agreement",
    "pact",
    "declaration",
    "directive",
    "edition",
    "version",
    "january",
    "spring",
];

/// First words that name a time or a place of printing.
const TIMES: [&str; 48] = [
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "christmas",
    "easter",
    "since",
    "until",
    "born",
    "died",
    "in",
    "london",
    "paris",
    "berlin",
    "moscow",
    "vienna",
    "rome",
    "geneva",
    "petrograd",
    "leningrad",
    "oxford",
    "cambridge",
    "the",
];

/// Words before an author within a sentence; behind others, `directed`, `in`, a title may stand.
const INTRODUCERS: [&str; 38] = [
    "by",
    "see",
    "from",
    "and",
    "as",
    "that",
    "while",
    "with",
    "to",
    "but",
    "cf.",
    "also",
    "both",
    "because",
    "although",
    "though",
    "like",
    "unlike",
    "than",
    "when",
    "where",
    "what",
    "which",
    "whom",
    "against",
    "after",
    "following",
    "per",
    "or",
    "if",
    "since",
    "whereas",
    "so",
    "do",
    "e.g.",
    "i.e.",
    "contra",
    "even",
];

/// Brackets that cite are not longer than this, in bytes.
const BRACKET: usize = 400;

/// An author's name before a bracket begins within so many bytes.
const NAMES: usize = 160;

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
            all.extend(narrative(page, open, inner.end + 1, years));
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
    let locator = behind.trim_start_matches(']').starts_with([',', ':']);
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
    })
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
        let begins = word.starts_with(char::is_uppercase) || PARTICLES.contains(&word);
        if begins && !LEADS.contains(&small.as_str()) {
            break;
        }
        at += word.len() + 1;
    }
    at
}

/// `Whitcombe (1990)`, `Cope’s (1983)`, `Leask and Tulloch (1992)`.
fn narrative(page: &Page, open: usize, end: usize, years: Vec<Year>) -> Option<AuthorYear> {
    let text = page.text;
    let near = text.ceil_char_boundary(open.saturating_sub(NAMES));
    let from = text[near..open]
        .rfind("\n\n")
        .map_or(near, |at| near + at + 2);
    let before = text[from..open].trim_end();
    // Words in italics are a title.
    if before.len() == open - from
        || page.source()[from + before.len()..open].contains(['*', '_', '<'])
    {
        return None;
    }
    let start = from + first_name(before)?;
    let names = &text[start..from + before.len()];
    let authors = authors(names, start)?;
    let earlier = text[from..start].trim_end();
    let opens = earlier.is_empty()
        || earlier.ends_with(['.', '!', '?', ':', ';', ')', ',', '—', '–', '\u{FFFC}']);
    let word = earlier.rsplit([' ', '\n']).next().unwrap_or_default();
    let free = opens || INTRODUCERS.contains(&word);
    let behind = text[end..].trim_start_matches([',', ' ', '\n']);
    let next = behind
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    let name = authors.first()?.core.clone();
    let sure = free
        && !name.contains(' ')
        && !TIMES.contains(&name.as_str())
        && !DATED.contains(&name.as_str())
        && (acts(next) || !opens);
    Some(AuthorYear {
        span: Span::new(start, end),
        authors,
        years,
        sure,
        comma: false,
    })
}

/// Whether a word says what an author does: `thought`, `foresaw`, `notes`.
fn acts(word: &str) -> bool {
    const IRREGULAR: [&str; 20] = [
        "found", "thought", "wrote", "saw", "held", "took", "gave", "drew", "made", "put", "set",
        "foresaw", "did", "have", "spoke", "began", "came", "went", "led", "kept",
    ];
    word.starts_with(char::is_lowercase)
        && (IRREGULAR.contains(&word)
            || word.len() > 3 && word.ends_with("ed")
            || word.len() > 4 && word.ends_with('s') && !word.ends_with("ss"))
}

/// Where the names begin that a text ends with.
fn first_name(before: &str) -> Option<usize> {
    let mut start = None;
    let mut joined = false;
    let mut at = before.len();
    for word in before.rsplit([' ', '\n']) {
        at -= word.len();
        let bare = word.trim_matches([',', '.', '(', '[', '“', '"', '‘']);
        let stops = word.ends_with(['.', ';', ':', '!', '?'])
            && start.is_some()
            && bare.chars().count() > 2;
        let ends = word.ends_with(',') && start.is_some() && !joined;
        if stops && bare != "al" || ends {
            break;
        }
        if matches!(bare, "and" | "&" | "al" | "et") {
            joined = true;
        } else if bare.starts_with(char::is_uppercase) {
            if start.is_some() && !joined {
                // A forename, or the end of a longer name.
                break;
            }
            start =
                Some(at + (word.len() - word.trim_start_matches(['(', '[', '“', '"', '‘']).len()));
            joined =
                word.ends_with(',') && joined || before[..at].trim_end().ends_with(',') && joined;
        } else if PARTICLES.contains(&bare) && start.is_some() {
            start = Some(at);
        } else {
            break;
        }
        at = at.saturating_sub(1);
        if word.starts_with(['(', '[', '“', '"']) {
            break;
        }
    }
    start
}

/// The authors that words name, or nothing when they are no names.
fn authors(names: &str, base: usize) -> Option<Vec<Author>> {
    let mut all: Vec<Author> = Vec::new();
    let mut at = base;
    for word in names.split_inclusive([' ', '\n']) {
        let bare = word.trim().trim_matches([',', '[', ']']);
        let start = at + word.find(bare).unwrap_or(0);
        at += word.len();
        let separate = all.is_empty();
        if bare.is_empty() {
            continue;
        }
        match bare {
            "and" | "&" | "et" | "al." | "al" | "&amp;" | "others" | "und" | "y" => {
                all.push(blank(at));
                continue;
            }
            _ => {}
        }
        let fits = bare.starts_with(char::is_uppercase)
            || PARTICLES.contains(&bare)
            || LINKS.contains(&bare) && !separate;
        if !fits
            || bare.contains(|c: char| {
                c.is_ascii_digit() || matches!(c, ':' | '/' | '=' | '"' | '“' | '%')
            })
        {
            return None;
        }
        if separate {
            all.push(blank(start));
        }
        if let Some(last) = all.last_mut() {
            if last.core.is_empty() {
                last.span.start = start;
            } else {
                last.core.push(' ');
            }
            last.core.push_str(bare);
            last.span.end = start + bare.len();
        }
        if word.trim_end().ends_with(',') {
            all.push(blank(at));
        }
    }
    all.retain(|author| !author.core.is_empty());
    for author in &mut all {
        author.core = surname::core(&author.core);
    }
    let named = all
        .first()
        .is_some_and(|author| author.core.chars().count() > 1);
    (named && all.iter().all(|author| author.core.split(' ').count() <= 8)).then_some(all)
}

fn blank(at: usize) -> Author {
    Author {
        core: String::new(),
        span: Span::new(at, at),
    }
}
