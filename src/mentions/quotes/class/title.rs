//! Titles told by the words beside them: in a reference, behind the word for a work or for a part of one.

use super::around::{Around, without_article};
use crate::mentions::quotes::{Class, Quotation, cues};
use crate::mentions::words::{is_determiner, is_opener, is_pronoun};

/// Words for a work, behind which its title stands.
const WORKS: [&str; 44] = [
    "album",
    "anthem",
    "article",
    "autobiography",
    "ballad",
    "biography",
    "book",
    "campaign",
    "chapter",
    "column",
    "dissertation",
    "documentary",
    "editorial",
    "episode",
    "essay",
    "exhibition",
    "film",
    "hymn",
    "lecture",
    "memoir",
    "memoirs",
    "monograph",
    "musical",
    "novel",
    "novella",
    "opera",
    "painting",
    "paper",
    "pamphlet",
    "play",
    "podcast",
    "poem",
    "poster",
    "sculpture",
    "sermon",
    "series",
    "single",
    "song",
    "sonnet",
    "story",
    "talk",
    "thesis",
    "track",
    "tune",
];

/// The name of a work beside the word for it: `the biography, | “Keeper of the Lock: A Life,” | concludes`.
pub(super) fn is_named_beside(before: &str) -> bool {
    let apposed = before.trim_end().strip_suffix(',');
    apposed.is_some_and(|before| ends_in(before, &WORKS))
}

/// The title of a law: `the | “Act to provide for the lighting of the mole”`.
pub(super) fn is_of_law(words: &str) -> bool {
    let words = words.strip_prefix("An ").unwrap_or(words);
    let behind = ["act ", "Act "]
        .iter()
        .find_map(|act| words.strip_prefix(act));
    let next = behind.and_then(|behind| behind.split(' ').next());
    next.is_some_and(|next| {
        matches!(next, "to" | "for" | "concerning" | "relating")
            || next.ends_with("ing") && next.len() > 5
    })
}

impl Around<'_> {
    /// A sign or what somebody is called, no work: `the | “Like” | button`, `Lee | ‘Faker’ | Sang-hyeok`.
    pub(super) fn is_label(&self) -> bool {
        const SIGNS: [&str; 14] = [
            "box", "button", "buttons", "checkbox", "command", "field", "icon", "key", "label",
            "link", "menu", "option", "sign", "tab",
        ];
        let Some(behind) = self.behind.strip_prefix(' ') else {
            return false;
        };
        let next = cues::words(behind).next().map_or("", |word| &behind[word]);
        let before = self.before.trim_end();
        let last = before.rsplit(' ').next().unwrap_or_default();
        let name = last.starts_with(char::is_uppercase)
            && last.chars().all(|c| c.is_alphabetic() || c == '-')
            && !is_opener(last)
            && !is_determiner(last);
        SIGNS.contains(&next)
            || name
                && before.len() + 1 == self.before.len()
                && behind.starts_with(char::is_uppercase)
    }

    /// `dubbed the “Smart City.”`, `the slogan “All Power to the Soviets”`: words with capitals that are no title.
    pub(super) fn is_dubbed(&self) -> bool {
        const NAMES: [&str; 14] = [
            "catchphrase",
            "dubbed",
            "known as",
            "labeled",
            "labelled",
            "motto",
            "nicknamed",
            "pronounced",
            "slogan",
            "so-called",
            "term",
            "termed",
            "word",
            "words",
        ];
        let clause = without_article(self.clause().trim_end());
        let starts = |at: usize| !clause[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
        NAMES.iter().any(|name| {
            clause
                .strip_suffix(name)
                .is_some_and(|before| starts(before.len()))
        })
    }
}

/// A title that has the capitals of a sentence: `her paper, | “What the poor ate,” | was read`, `the film | “The man
/// who swam” | opens`, `| “What the poor ate” | appeared in the Review`, `In | “What the poor ate” | she tells`.
pub(super) fn is_of_work(before: &str, words: &str, behind: &str) -> bool {
    const BEFORE: usize = 50;
    let whole = words.starts_with(char::is_uppercase) && !words.ends_with(['.', '!', '?', '…']);
    let near = before.trim_end();
    let near = &near[near.ceil_char_boundary(near.len().saturating_sub(BEFORE))..];
    let told =
        cues::words(near).any(|word| TOLD.iter().any(|verb| near[word.clone()].starts_with(verb)));
    let apposed = near.strip_suffix(',').unwrap_or(near);
    let place = near.len() < before.len() || before.len() > BEFORE;
    let named =
        ends_in(apposed, &WORKS) && place && !told && !(words.ends_with(',') && is_tag(behind));
    let opens = matches!(
        near.rsplit(['.', '!', '?', '\n']).next().map(str::trim),
        Some("In")
    );
    whole && (named || is_published(behind) || opens && !words.ends_with(','))
}

/// Verbs of saying by their first letters.
const TOLD: [&str; 8] = [
    "add", "ask", "said", "say", "told", "tell", "wrote", "write",
];

/// Whether a tag stands behind a comma: `she said`, `said Ann`, `Ann Reiss argued`; no work does `was read`.
fn is_tag(behind: &str) -> bool {
    let next = behind.trim_start().split(' ').next().unwrap_or_default();
    is_pronoun(next)
        || next.starts_with(char::is_uppercase)
        || TOLD.iter().any(|verb| next.starts_with(verb))
}

/// What happens to works alone.
fn is_published(behind: &str) -> bool {
    const PUBLISHED: [&str; 18] = [
        " aired ",
        " appeared in ",
        " appears in ",
        " came out in ",
        " was serialised in ",
        " first appeared ",
        " has been published",
        " is published",
        " opened in ",
        " opens in ",
        " premiered ",
        " premieres ",
        " was broadcast ",
        " was first published",
        " was published",
        " was recorded ",
        " was released ",
        " was reprinted",
    ];
    let behind = behind.trim_start_matches(',');
    PUBLISHED.iter().any(|verb| behind.starts_with(verb))
}

/// The heading of a part: `the appendix | “Were there any others?”`, `the section on | “What is a lock?”`.
pub(super) fn is_headed(before: &str, words: &str, behind: &str) -> bool {
    const PARTS: [&str; 26] = [
        "poems",
        "songs",
        "essays",
        "stories",
        "appendix",
        "article",
        "booklet",
        "chapter",
        "entitled",
        "essay",
        "headed",
        "headlined",
        "pamphlet",
        "section",
        "Section",
        "Chapter",
        "see",
        "See",
        "subsection",
        "titled",
        "example",
        "figure",
        "table",
        "Example",
        "Figure",
        "Table",
    ];
    // `perldiag/"Out of range"`
    if before.ends_with('/') {
        return true;
    }
    let before = before
        .trim_end()
        .trim_end_matches([',', '(', '-', '–', '—', ' ']);
    // `section C.7 (“What causes it?”)`
    let numbered = before
        .rsplit(char::is_whitespace)
        .next()
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()));
    let before = numbered.map_or(before, |number| {
        before[..before.len() - number.len()].trim_end()
    });
    // `Abschnitt 6.10, „Was ist ein Paket?“`: a part with a number in any language.
    let part = numbered.is_some_and(|number| number.trim_end_matches('.').contains('.'))
        && (before.rsplit(char::is_whitespace).next())
            .is_some_and(|part| part.starts_with(char::is_uppercase));
    if part && !(words.ends_with(',') && is_tag(behind)) {
        return true;
    }
    const NAMED: [&str; 4] = ["titled", "entitled", "headed", "headlined"];
    let colon = before.trim_end_matches(':');
    let before = if ends_in(colon, &NAMED) {
        colon
    } else {
        before
    };
    let named = ends_in(before, &NAMED);
    // `see the section called “How it is displayed”`
    let before = before
        .strip_suffix(" called")
        .filter(|part| ends_in(part, &["section", "chapter", "part", "page"]))
        .unwrap_or(before);
    ends_in(before.strip_suffix(" on").unwrap_or(before), &PARTS)
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && (named || !words.ends_with('.'))
        && !(words.ends_with(',') && is_tag(behind))
}

/// Whether a quotation goes on with a list of titles: `songs like “Do It Again,” | “Who Cares About It?”`
pub(in crate::mentions::quotes) fn goes_on(text: &str, last: &Quotation, next: &Quotation) -> bool {
    let words = &text[next.runs[0].words.clone()];
    let titled = super::is_title(words, words.split_whitespace().count());
    let between = text.get(last.range().end..next.range().start);
    let listed = between.is_some_and(|between| {
        let comma = text[last.runs[0].words.clone()].ends_with(',') || between.starts_with(',');
        comma && matches!(between.trim_matches([' ', ',']), "" | "and" | "or")
    });
    last.class == Class::Title && next.class == Class::Direct && titled && listed
}

fn ends_in(before: &str, list: &[&str]) -> bool {
    let last = cues::words(before).next_back();
    last.is_some_and(|word| word.end == before.len() && list.contains(&&before[word]))
}

/// A title in a reference: `[Olga Brandt, | “The Lock-Keepers' Return”, | Harbour Review, p. 4]`,
/// `Brandt, Olga, | “The Return”, | pp. 3–9`.
pub(super) fn is_listed(before: &str, behind: &str) -> bool {
    const REFERENCE: usize = 250;
    const AUTHOR: usize = 90;
    const PAGES: [&str; 6] = ["pp. ", "p. ", "vol. ", "Vol. ", "no. ", "No. "];
    let behind = &behind[..behind.floor_char_boundary(REFERENCE)];
    // `^ “The Return”. Harbour Review.`: a note of an encyclopaedia. `Brandt, O., “The Return”`: an author with an initial.
    let initial = before.trim_end().strip_suffix(".,").is_some_and(|name| {
        let (rest, letter) =
            name.split_at(name.len() - name.chars().next_back().map_or(0, char::len_utf8));
        letter.starts_with(char::is_uppercase) && rest.ends_with([' ', '.', '-'])
    });
    if before.starts_with("^ ") || initial {
        return true;
    }
    let next = behind.trim_start_matches([',', ' ', '.']);
    if next.len() == behind.len() {
        return false;
    }
    const FOUND: [&str; 6] = [
        "Retrieved ",
        "retrieved ",
        "Archived from",
        "Accessed ",
        "accessed ",
        "doi:",
    ];
    if FOUND.iter().any(|word| behind.contains(word)) {
        return true;
    }
    if PAGES.iter().any(|word| next.starts_with(word)) {
        return before.trim_end().ends_with([',', '[', '(']);
    }
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(AUTHOR))..];
    let open = near
        .rfind(['[', '('])
        .filter(|&open| !near[open..].contains([']', ')']));
    let rest = behind.split([']', ')']).next().unwrap_or_default();
    open.is_some_and(|open| {
        let author = near[open + 1..].trim_end();
        let author = author
            .trim_start_matches("see ")
            .trim_start_matches("e.g. ");
        let named = author.starts_with(char::is_uppercase) && author.ends_with(',');
        (author.is_empty() || named) && rest.contains(|c: char| c.is_ascii_digit())
    })
}
