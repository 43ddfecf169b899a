//! What stands around a name, counted: what people do and are, what bodies do as well, what places and things show.

use super::shape::{is_class, is_role};
use super::{PLACES, SURE};
use crate::document::Document;
use crate::mentions::names::Group;
use crate::mentions::names::groups::{is_acting, is_place, is_thing, is_title};
use crate::mentions::words::is_determiner;

/// What stands around a name, counted.
#[derive(Default)]
pub(super) struct Signs {
    /// What only people do and are, each as it weighs.
    pub(super) deeds: i32,
    /// What bodies do as well, and what is said of them.
    pub(super) sayings: i32,
    pub(super) things: i32,
    pub(super) places: i32,
    pub(super) possessive: i32,
    /// What firms, bodies and countries alone have and are.
    pub(super) bodies: i32,
}

impl Signs {
    pub(super) fn of(document: &Document, group: &Group) -> Self {
        let mut signs = Signs::default();
        for place in group.mentions.iter().take(PLACES) {
            let Some(block) = document.block_at(place.start) else {
                continue;
            };
            let before = &document.text()[block.range.start..place.start];
            let after = &document.text()[place.end..block.range.end.max(place.end)];
            let name = &document.text()[place.clone()];
            let is_there = is_place(before) || is_goal(before);
            signs.places += i32::from(is_there);
            signs.things += i32::from(is_thing(before, name));
            signs.possessive += i32::from(owned(name, after).is_some());
            signs.bodies += i32::from(is_body(name, after));
            if is_introduced(before) || is_acting(after) || !is_there && is_described(after) {
                signs.deeds += SURE;
            } else if !is_there {
                signs.sayings +=
                    i32::from(is_speaking(before, after)) + i32::from(is_told_of(before, after));
            }
        }
        signs
    }
}

/// What is somebody's: what stands behind the possessive.
fn owned<'t>(name: &str, after: &'t str) -> Option<&'t str> {
    let s = ["'s ", "’s "].iter().find_map(|s| after.strip_prefix(s));
    let bare = || {
        let rest = after.strip_prefix("' ").or(after.strip_prefix("’ "));
        rest.filter(|_| name.ends_with('s'))
    };
    s.or_else(bare)
}

/// Whether a firm, a body or a country is shown by what stands behind its name: `Con Edison, which`, `Apple Inc.`,
/// `Greenpeace's spokesman`, `Notebook 6`, `Earl of Selkirk`.
fn is_body(name: &str, after: &str) -> bool {
    const BEHIND: [&str; 17] = [
        "Co",
        "Corp",
        "Inc",
        "LLC",
        "Ltd",
        "PLC",
        "employees",
        "executives",
        "headquarters",
        "officials",
        "plc",
        "products",
        "shareholders",
        "shares",
        "spokesman",
        "spokesperson",
        "spokeswoman",
    ];
    const OWNED: [&str; 20] = [
        "board",
        "borders",
        "capital",
        "chairman",
        "citizens",
        "coast",
        "customers",
        "economy",
        "executive",
        "government",
        "members",
        "parliament",
        "population",
        "president",
        "profits",
        "shareholders",
        "shares",
        "spokesman",
        "spokeswoman",
        "website",
    ];
    let first = |text: &str| {
        let text = text.trim_start_matches([',', ' ']);
        let end = text.find(|c: char| !c.is_alphanumeric());
        text[..end.unwrap_or(text.len())].to_owned()
    };
    let next = first(after);
    let numbered = after.starts_with(' ') && next.parse::<u16>().is_ok();
    let of = after
        .strip_prefix(" of ")
        .or(after.strip_prefix(" of the "));
    let of = !name.contains(' ') && of.is_some_and(|of| of.starts_with(char::is_uppercase));
    if after.starts_with(", which") || numbered || of || BEHIND.contains(&next.as_str()) {
        return true;
    }
    owned(name, after).is_some_and(|owned| {
        let mut words = owned.split(' ').take(3);
        let site = words.clone().next().is_some_and(is_site);
        site || words.any(|word| OWNED.contains(&word.trim_end_matches([',', '.'])))
    })
}

/// Whether what has somebody's name is a place or a feast: Lovejoy's Station, Valentine's Day.
fn is_site(word: &str) -> bool {
    const SITES: [&str; 9] = [
        "Church", "Creek", "Day", "Eve", "Hall", "Hill", "Lane", "Point", "Station",
    ];
    let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
    SITES.contains(&word) || word.starts_with(char::is_uppercase) && is_class(word)
}

/// Whether somebody is named so and told of: `by Ziggy Elman`, `Ziggy Elman, a horn player`.
fn is_told_of(before: &str, after: &str) -> bool {
    const BEFORE: [&str; 7] = [
        " by ", " from ", " named ", " like ", " called ", " with ", " than ",
    ];
    const AFTER: [&str; 6] = [", a ", ", an ", ", the ", ", his ", ", her ", ", who "];
    BEFORE.iter().any(|word| before.ends_with(word))
        || AFTER.iter().any(|word| after.starts_with(word))
}

/// Whether somebody goes there: `was exiled to Alma Ata`.
fn is_goal(before: &str) -> bool {
    const WAYS: [&str; 20] = [
        "back",
        "came",
        "come",
        "deported",
        "drove",
        "exiled",
        "fled",
        "flew",
        "flight",
        "go",
        "going",
        "moved",
        "return",
        "returned",
        "road",
        "sailed",
        "travelled",
        "trip",
        "visit",
        "went",
    ];
    let way = before.strip_suffix(" to ");
    let last = way.and_then(|before| before.split_ascii_whitespace().next_back());
    last.is_some_and(|word| WAYS.contains(&word))
}

/// What a description is looked for in, bytes.
const NEAR: usize = 80;

/// Words that a role is told more of behind: `the leader of Ennahda`.
const OF: [&str; 9] = ["and", "at", "for", "from", "in", "of", "on", "to", "with"];

/// Whether what somebody is stands before the name: `Mr`, `the historian`, `his son`, `the leader of Ennahda,`.
fn is_introduced(before: &str) -> bool {
    let (before, apart) = match before.strip_suffix(", ") {
        Some(before) => (before, true),
        None => match before.strip_suffix(' ') {
            Some(before) => (before, false),
            None => return false,
        },
    };
    let last = before.rsplit(char::is_whitespace).next();
    let last = last.unwrap_or_default();
    if !apart {
        return is_title(last) || is_role(last);
    }
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..];
    let mut clauses = before.rsplit(['.', ',', ';', ':', '“', '"', '(', '—', '\n']);
    let clause = clauses.next().unwrap_or_default();
    let words: Vec<&str> = clause.split_whitespace().collect();
    let mut openings = (0..words.len()).filter(|&at| opens_description(words[at]));
    openings.any(|at| is_description(&words[at + 1..]))
}

/// `the`, `his`, `Cosmo's`
fn opens_description(word: &str) -> bool {
    is_determiner(word) || word.ends_with("'s") || word.ends_with("’s")
}

/// Whether words behind an article name what somebody is and no more: `leader of the Left Opposition`.
fn is_description(words: &[&str]) -> bool {
    let head = words.iter().position(|word| OF.contains(word));
    let (head, rest) = words.split_at(head.unwrap_or(words.len()));
    let told = |word: &&str| {
        word.ends_with("ed") || matches!(*word, "was" | "is" | "has" | "had" | "said" | "that")
    };
    head.last().is_some_and(|word| is_role(word)) && !rest.iter().any(told)
}

/// Whether what somebody is stands behind the name: `, an analyst with`, `, archaeologist;`, `(1879–1940)`,
/// `(born 1906)`.
fn is_described(after: &str) -> bool {
    const LONGEST: usize = 5;
    let after = &after[..after.floor_char_boundary(NEAR)];
    if let Some(bracket) = after.strip_prefix(" (") {
        let inside = bracket.split(')').next().unwrap_or_default();
        return is_lifetime(inside);
    }
    let Some(behind) = after.strip_prefix(", ") else {
        return false;
    };
    let phrase = behind
        .split(['.', ',', ';', ':', ')', '—', '\n'])
        .next()
        .unwrap_or_default();
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let words = match words.first() {
        Some(word) if opens_description(word) => &words[1..],
        _ => &words[..],
    };
    let ends = |word: &&str| OF.contains(word) || matches!(*word, "by" | "who" | "whose");
    let head = words.iter().position(ends).unwrap_or(words.len());
    let last = words[..head].last();
    head <= LONGEST && last.is_some_and(|word| !word.ends_with('s') && is_role(word))
}

/// `1879–1940`, `born 1906`, `b. 1 May 1906`.
fn is_lifetime(words: &str) -> bool {
    let years = words.split(|c: char| !c.is_ascii_digit());
    let years = years.filter(|year| year.len() == 4).count();
    let born = words.starts_with("born ") || words.starts_with("b. ") || words.starts_with("d. ");
    born && years > 0 || years == 2 && words.contains(['-', '–'])
}

/// Whether it says something; so do committees.
fn is_speaking(before: &str, after: &str) -> bool {
    const SAYS: [&str; 14] = [
        "added",
        "adds",
        "argued",
        "argues",
        "asked",
        "asks",
        "explained",
        "explains",
        "insisted",
        "replied",
        "said",
        "says",
        "tells",
        "told",
    ];
    let says = |word: Option<&str>| word.is_some_and(|word| SAYS.contains(&word));
    let behind = after
        .trim_start_matches(',')
        .strip_prefix(' ')
        .unwrap_or_default();
    says(behind.split(|c: char| !c.is_alphabetic()).next())
        || before.ends_with(' ') && says(before.split_ascii_whitespace().next_back())
}
