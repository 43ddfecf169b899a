//! Authors whom the sentence names before the year: `Deutscher (1963)`, `Cope’s (1983)`.

use super::page::Page;
use super::surname::{Author, authors, is_particle};
use crate::source::Span;

/// Last words of laws, treaties and the like, which are dated and not cited so.
pub(super) const DATED: [&str; 24] = [
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
pub(super) const TIMES: [&str; 48] = [
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

/// An author's name before a bracket begins within so many bytes.
const NAMES: usize = 160;

/// Authors before a bracket that opens with a year.
pub(super) struct Named {
    /// From the first of them to the end of the bracket.
    pub(super) span: Span,
    pub(super) authors: Vec<Author>,
    /// Whether they can be nothing else.
    pub(super) sure: bool,
}

/// `Whitcombe (1990)`, `Cope’s (1983)`, `Leask and Tulloch (1992)`.
pub(super) fn narrative(page: &Page, open: usize, end: usize) -> Option<Named> {
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
    Some(Named {
        span: Span::new(start, end),
        authors,
        sure,
    })
}

/// Whether a word says what an author does: `thought`, `foresaw`, `notes`.
fn acts(word: &str) -> bool {
    const IRREGULAR: [&str; 30] = [
        "does", "says", "sees", "asks", "adds", "uses", "puts", "sets", "aims", "gets", "found",
        "thought", "wrote", "saw", "held", "took", "gave", "drew", "made", "put", "set", "foresaw",
        "did", "have", "spoke", "began", "came", "went", "led", "kept",
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
        } else if is_particle(bare) && start.is_some() {
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
