//! What quoted words are: speech, a title, a term, or words held with tongs.

mod around;
mod machine;
mod phrase;
mod title;

use super::marks::{Kind, Pair};
use crate::document::{BlockKind, Document};
use around::Around;
pub(super) use around::stops;
pub(super) use machine::is_code;
pub(super) use phrase::joins;
pub(super) use title::goes_on;

/// What words in quotation marks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// What somebody said or wrote.
    Direct,
    /// The same, set apart from the text without marks.
    Block,
    /// The name of a work or a periodical.
    Title,
    /// A term, named or introduced.
    Term,
    /// Words that the author does not stand by.
    Scare,
}

/// Titles are seldom longer, in words.
const TITLE: usize = 12;

/// Fewer words than this are no speech by their number alone.
const SPEECH: usize = 5;

/// What stands further off in the paragraph says nothing of the class, in bytes.
const NEAR: usize = 1000;

/// What a pair of marks holds, in a text whose speech stands in marks of a kind.
pub(super) fn of(document: &Document, pair: &Pair, speech: Kind) -> Class {
    let text = document.text();
    let first = &pair.runs[0];
    // `_I_ will`: an emphasis in plain text is no letter.
    let words = text[first.words.clone()]
        .trim()
        .trim_start_matches(['_', '*']);
    // `"'Death,'" quoted Warwick`: marks within.
    let words = words
        .strip_prefix(['\'', '‘'])
        .and_then(|words| words.strip_suffix(['\'', '’']))
        .unwrap_or(words);
    let end = first.range().end;
    let paragraph = document
        .block_at(first.open.start)
        .map_or(0..text.len(), |block| block.range.clone());
    // A long line is not read again for each of its quotations.
    let near = first.open.start.saturating_sub(NEAR).max(paragraph.start);
    let far = paragraph.end.min(end + NEAR).max(end);
    let around = Around {
        before: &text[text.ceil_char_boundary(near).min(first.open.start)..first.open.start],
        behind: &text[end..text.floor_char_boundary(far)],
    };
    let count: usize = pair
        .runs
        .iter()
        .map(|run| text[run.words.clone()].split_whitespace().count())
        .sum();
    if pair.runs.len() > 1 {
        return Class::Direct;
    }
    let phrase = !is_title(words, count) && around.is_phrase(words);
    if count >= SPEECH && (phrase || around.is_of_machine(words)) {
        return Class::Term;
    }
    if title::is_listed(around.before, around.behind)
        || title::is_headed(around.before, words, around.behind)
        || title::is_of_work(around.before, words, around.behind)
        || title::is_of_law(words)
    {
        return Class::Title;
    }
    let titled = is_title(words, count);
    if count > TITLE {
        let title = titled && !words.ends_with(['.', ',']);
        return if title { Class::Title } else { Class::Direct };
    }
    // `sang, and “M'ama!”`
    let cried = words.ends_with(['!', '?']) && around.before.trim_end().ends_with(" and");
    let named = around.is_part() && !cried
        || around.is_performed() && !words.ends_with(['!', '?'])
        || title::is_named_beside(around.before);
    if count == 1 && !stops(words) && around.is_nickname()
        || is_initials(words)
        || titled && (count <= 2 && around.is_label() || around.is_dubbed())
        || is_acronym(words) && !named
    {
        return Class::Term;
    }
    let performed = around.is_performed() && words.starts_with(char::is_uppercase) && !stops(words);
    if is_reference(around.before) || titled && named || performed {
        return Class::Title;
    }
    let sentence = words.ends_with(['.', '!', '?']) && !words.starts_with(char::is_lowercase);
    let gloss = around.is_gloss() && !sentence;
    let example = around.is_example() && words.starts_with(|c: char| !c.is_uppercase());
    if count < SPEECH && (around.is_usage() || around.is_thing(words))
        || around.is_imagined()
        || around.is_mentioned()
        || gloss
        || example
    {
        return Class::Term;
    }
    if ends_as_speech(words, count, titled, pair.kind, &around)
        || around.tags(words)
        || around.is_second(words)
        || around.is_said(words)
        || is_paragraph(document, pair) && !(titled && count > 1 && !stops(words))
    {
        return Class::Direct;
    }
    if titled {
        return Class::Title;
    }
    // Five words that somebody is said to have called something are quoted: `what she calls “…”`.
    let before = around.before.trim_end();
    let worded = before.trim_end_matches(',').ends_with(" own words");
    let spoken = count >= SPEECH
        && (around.has_cue()
            || [" words", " phrase"]
                .iter()
                .any(|noun| before.ends_with(noun)));
    if around.is_named() && !spoken {
        return Class::Term;
    }
    // A gloss or a term: ‘the language of the village’, `Cygnus ‘The swan of the north’`. Speech in single marks has a
    // stop or a cue, or a capital behind something other than a name. Where all speech stands in single marks, a gloss
    // stands beside its word, and nothing leads straight to it.
    let named = around.before.trim_end().rsplit(' ').next();
    let named = named.is_some_and(|name| {
        name.starts_with(char::is_uppercase) && name.ends_with(char::is_alphabetic)
    });
    let gloss = pair.kind == Kind::Single
        && (words.starts_with(char::is_lowercase) || named && !stops(words) && !around.has_cue())
        && !around.is_led()
        && !(speech == Kind::Single && around.is_run_on());
    if count >= SPEECH && !gloss || count > 1 && (around.has_cue() || worded) {
        return Class::Direct;
    }
    if gloss && count >= SPEECH || words.contains(char::is_uppercase) {
        return Class::Term;
    }
    Class::Scare
}

/// `C.C.B.`, `E. B.`: what somebody is called.
fn is_initials(words: &str) -> bool {
    let mut letters = words.split(['.', ' ']).filter(|part| !part.is_empty());
    words.ends_with('.')
        && letters.all(|part| part.len() == 1 && part.starts_with(char::is_uppercase))
}

/// `VHLL`, `TOPS-20`: no work, unless its word stands beside it.
fn is_acronym(words: &str) -> bool {
    words.chars().filter(|c| c.is_uppercase()).nth(1).is_some()
        && words
            .chars()
            .all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '-')
}

/// Whether a quotation is all that stands in its paragraph.
fn is_paragraph(document: &Document, pair: &Pair) -> bool {
    let whole = pair.runs[0].range();
    document.block_at(whole.start).is_some_and(|block| {
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote) && block.range == whole
    })
}

/// A stop inside the marks, or a comma or colon before them.
fn ends_as_speech(words: &str, count: usize, titled: bool, kind: Kind, around: &Around) -> bool {
    let before = around.before.trim_end();
    let capital = words.starts_with(char::is_uppercase);
    let stop = words.ends_with(['.', '!', '?', '…']) && !words.ends_with("etc.");
    let comma = words.ends_with(',') && capital;
    let opens = before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':']);
    // American printers draw the stop into `the “back hall.”`
    let part = !opens && !before.ends_with(',');
    let cued = around.has_cue() && !around.is_named();
    let excerpt = if capital {
        // `the more convenient “Brown coupe.”`
        part && count > 1 && count < SPEECH && !cued && words.ends_with('.') && around.is_part()
    } else {
        part && (count == 1 || count < SPEECH && !cued)
    };
    let spoken = !titled || around.has_cue() && stops(words);
    let led_in = before.ends_with([',', ':']) && capital && spoken;
    let marked = capital || kind != Kind::Single || before.ends_with([',', ';', ':']);
    stop && marked && !excerpt || led_in || comma && opens
}

/// Every word of more than three letters has a capital, the first one included.
pub(super) fn is_title(words: &str, count: usize) -> bool {
    let (mut capitals, mut small) = (0, 0);
    for word in words
        .split_whitespace()
        .filter(|word| word.starts_with(char::is_alphabetic))
    {
        let minor = word.chars().count() <= 3
            || matches!(word, "from" | "with" | "into" | "over" | "that" | "upon");
        // `I` has its capital everywhere.
        if matches!(word.split(['\'', '’', ',']).next(), Some("I")) {
            continue;
        }
        if word.starts_with(char::is_uppercase) {
            capitals += 1;
        } else if !minor {
            small += 1;
        }
    }
    // One verb in small letters does not make a sentence of ‘Where the Digital Humanities and Libraries meet’.
    // `It is the new`, `Poems of 1912`
    let short = count < 3 || words.contains(|c: char| c.is_ascii_digit());
    let some = capitals > 1 || capitals == 1 && short;
    some && (small == 0 || (small == 1 && capitals >= 4))
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !words.trim_end_matches(',').ends_with(';')
        && count > 0
}

/// `Thompson, D. (1984). “…`: a title in a list of references.
fn is_reference(before: &str) -> bool {
    let before = before.trim_end().trim_end_matches(['.', ',', ':']);
    // `(10 October 2013)`
    const DATE: usize = 18;
    before.strip_suffix(')').is_some_and(|inside| {
        let date = inside.rsplit('(').next().unwrap_or_default();
        let year = date.len() >= 4
            && date.as_bytes()[date.len() - 4..]
                .iter()
                .all(u8::is_ascii_digit);
        let month = date.len() <= DATE && !date.starts_with(char::is_lowercase);
        year && month && date.len() < inside.len()
    })
}
