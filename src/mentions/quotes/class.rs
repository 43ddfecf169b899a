//! What quoted words are: speech, a title, a term, or words held with tongs.

use super::cues;
use super::marks::Kind;
use super::pairs::Pair;
use crate::document::{BlockKind, Document};
use crate::mentions::words::is_pronoun;

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

/// A clause before a quotation is read back this far, in bytes.
const CLAUSE: usize = 90;

/// And for a verb of saying that much, in bytes.
const SENTENCE: usize = 240;

/// Fewer words than this are no speech by their number alone.
const SPEECH: usize = 5;

pub(super) fn of(document: &Document, pair: &Pair) -> Class {
    let text = document.text();
    let first = &pair.runs[0];
    // `_I_ will`: an emphasis in plain text is no letter.
    let words = text[first.words.clone()]
        .trim()
        .trim_start_matches(['_', '*']);
    let paragraph = document
        .block_at(first.open.start)
        .map_or(0, |block| block.range.start);
    let around = Around {
        before: &text[paragraph.min(first.open.start)..first.open.start],
        behind: &text[first
            .close
            .as_ref()
            .map_or(first.words.end, |close| close.end)..],
    };
    let count: usize = pair
        .runs
        .iter()
        .map(|run| text[run.words.clone()].split_whitespace().count())
        .sum();
    if pair.runs.len() > 1 {
        return Class::Direct;
    }
    if count > TITLE {
        let title = is_title(words, count) && !words.ends_with(['.', ',']);
        return if title { Class::Title } else { Class::Direct };
    }
    // `sang, and “M'ama!”`
    let cried = words.ends_with(['!', '?']) && around.before.trim_end().ends_with(" and");
    if is_reference(around.before) || is_title(words, count) && around.is_part() && !cried {
        return Class::Title;
    }
    if count < SPEECH && (around.is_usage() || around.is_thing(words)) || around.is_imagined() {
        return Class::Term;
    }
    if ends_as_speech(words, count, pair.kind, &around)
        || around.tags(words)
        || around.is_said(words)
        || is_paragraph(document, pair)
    {
        return Class::Direct;
    }
    if is_title(words, count) {
        return Class::Title;
    }
    // Five words that somebody is said to have called something are quoted: `what she calls “…”`.
    let spoken = count >= SPEECH
        && (around.has_cue()
            || [" words", " phrase"]
                .iter()
                .any(|noun| around.before.trim_end().ends_with(noun)));
    if is_named(around.before) && !spoken {
        return Class::Term;
    }
    // A gloss or a term: ‘the language of the village’. Speech in single marks has a capital, a stop or a cue.
    let gloss =
        pair.kind == Kind::Single && words.starts_with(char::is_lowercase) && !around.is_led();
    if count >= SPEECH && !gloss || count > 1 && around.has_cue() {
        return Class::Direct;
    }
    if gloss && count >= SPEECH || words.contains(char::is_uppercase) {
        return Class::Term;
    }
    Class::Scare
}

/// Whether a quotation is all that stands in its paragraph.
fn is_paragraph(document: &Document, pair: &Pair) -> bool {
    let first = &pair.runs[0];
    let end = first
        .close
        .as_ref()
        .map_or(first.words.end, |close| close.end);
    document.block_at(first.open.start).is_some_and(|block| {
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote)
            && block.range.start == first.open.start
            && block.range.end == end
    })
}

/// What stands on the two sides of a quotation: its paragraph before, the text behind.
struct Around<'t> {
    before: &'t str,
    behind: &'t str,
}

impl Around<'_> {
    /// Whether a verb of saying or the like stands shortly before, in the same clause.
    fn has_cue(&self) -> bool {
        let clause = self.clause();
        let near = cues::words(clause)
            .rev()
            .nth(3)
            .map_or(0, |word| word.start);
        cues::verbs(&clause[near..]).next().is_some()
            || cues::introduction(clause).is_some()
            || cues::ends_in_verb(clause.trim_end().trim_end_matches(" of").trim_end())
            || cues::says(self.sentence())
    }

    /// Whether it is said that somebody was called so: `was received as ‘…’`, `the claim that ‘…’`.
    fn is_led(&self) -> bool {
        let clause = self.clause().trim_end();
        clause.ends_with(" as") && clause.contains("was ") || clause.ends_with(" that")
    }

    /// `what Americans call a “big tent” politician`: a way to speak, not somebody's words.
    fn is_usage(&self) -> bool {
        let clause = self.clause().trim_end();
        let clause = [" a", " an", " the"]
            .iter()
            .find_map(|article| clause.strip_suffix(article))
            .unwrap_or(clause);
        let last = cues::words(clause).next_back().map(|word| &clause[word]);
        // `they call it here ‘the house’`
        let everybody = [
            "they call it",
            "we call it",
            "you call it",
            "people call it",
        ];
        let called = cues::words(clause)
            .rev()
            .nth(3)
            .map_or(clause, |word| &clause[word.start..]);
        matches!(last, Some("call" | "supposed"))
            || clause.ends_with(" describe as")
            || everybody.iter().any(|phrase| called.starts_with(phrase))
    }

    /// `“the house” had been a summer luxury`: what is told of is a thing, not words.
    fn is_thing(&self, words: &str) -> bool {
        let be = [" is ", " was ", " are ", " were ", " has ", " had "];
        words.starts_with("the ")
            && self.before.trim_end().ends_with(',')
            && be.iter().any(|be| self.behind.starts_with(be))
    }

    /// Words that nobody has said: `as if to say, “…”`, `She didn't say “perhaps never”`.
    fn is_imagined(&self) -> bool {
        let clause = self.clause().trim_end().trim_end_matches(',');
        let mut before = cues::words(clause).rev().map(|word| &clause[word]);
        let (last, negation) = (before.next(), before.next());
        let is_not = negation
            .is_some_and(|word| word == "not" || word.ends_with("n't") || word.ends_with("n’t"));
        const SEEMING: [&str; 3] = ["as if to say", "as though to say", "as much as to say"];
        last == Some("say") && is_not || SEEMING.iter().any(|phrase| clause.ends_with(phrase))
    }

    /// `said “Exactly” to her remarks`: one word may be all that is said.
    fn is_said(&self, words: &str) -> bool {
        let before = self.clause().trim_end();
        let verb = cues::words(before).next_back().map(|word| &before[word]);
        matches!(verb, Some("said" | "says"))
            && (words.starts_with(char::is_uppercase) || words.ends_with(','))
    }

    fn clause(&self) -> &str {
        self.near(CLAUSE)
    }

    fn sentence(&self) -> &str {
        self.near(SENTENCE)
    }

    /// What stands before in the sentence, so far back in bytes.
    fn near(&self, reach: usize) -> &str {
        let start = self.before.len().saturating_sub(reach);
        let before = &self.before[self.before.ceil_char_boundary(start)..];
        before
            .rsplit(['.', '\n', '“', '"', '”'])
            .next()
            .unwrap_or_default()
    }

    /// Whether the quotation is a part of its sentence: a word of it stands right before, not a verb of saying.
    fn is_part(&self) -> bool {
        let before = self.before.trim_end();
        before.ends_with(|c: char| c.is_alphanumeric())
            && before.len() < self.before.len()
            && !cues::ends_in_verb(self.clause().trim_end())
    }

    /// Whether words that end in a comma or a dash are followed by a tag: `"My dear Holmes," said I`.
    fn tags(&self, words: &str) -> bool {
        let ends = words.ends_with([',', '—', '–']) || words.ends_with("--");
        let behind = &self.behind[..self.behind.floor_char_boundary(60)];
        let clause = behind
            .split(['.', '\n', '“', '"', '‘'])
            .next()
            .unwrap_or_default();
        let before = self.before.trim_end();
        let begins = words.starts_with(|c: char| !c.is_lowercase())
            || before.is_empty()
            || before.ends_with([',', ';', '(', '[', '—', '–', '.', '!', '?', ':', '\n']);
        let tagged = |words: usize| {
            cues::words(clause)
                .take(words)
                .any(|word| cues::verbs(&clause[word.clone()]).next().is_some())
        };
        // `"We came for bread", recalled the weaver`: the British comma stands outside.
        let outside = clause.starts_with(", ") && tagged(1);
        // `"Because--" he hesitated`
        let next = cues::words(clause).next().map(|word| &clause[word]);
        let begun = before.is_empty() || self.before.ends_with('\n');
        let acts = begun && ends && next.is_some_and(is_pronoun);
        // `"That is a handsome maid" he said`
        let sentence = begun || before.ends_with(['.', '!', '?']);
        let bare = sentence && next.is_some_and(is_pronoun) && tagged(2);
        begins && (outside || acts || bare || ends && clause.starts_with([' ', '\n']) && tagged(6))
    }
}

/// A stop inside the marks, or a comma or colon before them.
fn ends_as_speech(words: &str, count: usize, kind: Kind, around: &Around) -> bool {
    let before = around.before.trim_end();
    let capital = words.starts_with(char::is_uppercase);
    let stop = words.ends_with(['.', '!', '?', '…']) && !words.ends_with("etc.");
    let comma = words.ends_with(',') && capital;
    let opens = before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':']);
    // American printers draw the stop into `the “back hall.”`
    let part = !opens && !before.ends_with(',');
    let cued = around.has_cue() && !is_named(around.before);
    let excerpt = if capital {
        // `the more convenient “Brown coupe.”`
        part && count > 1 && count < SPEECH && !cued && words.ends_with('.') && around.is_part()
    } else {
        part && (count == 1 || count < SPEECH && !cued)
    };
    let spoken = !is_title(words, count) || around.has_cue() && stop_or_comma(words);
    let led_in = before.ends_with([',', ':']) && capital && spoken;
    let marked = capital || kind != Kind::Single || before.ends_with([',', ';', ':']);
    stop && marked && !excerpt || led_in || comma && opens
}

fn stop_or_comma(words: &str) -> bool {
    words.ends_with([',', '.', '!', '?', '…'])
}

/// Every word of more than three letters has a capital, the first one included.
fn is_title(words: &str, count: usize) -> bool {
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
    capitals > 0
        && (small == 0 || (small == 1 && capitals >= 4))
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !words.trim_end_matches(',').ends_with(';')
        && count > 0
}

/// `Thompson, D. (1984). “…`: a title in a list of references.
fn is_reference(before: &str) -> bool {
    let before = before.trim_end().trim_end_matches(['.', ',', ':']);
    before.strip_suffix(')').is_some_and(|inside| {
        inside.ends_with(|c: char| c.is_ascii_digit())
            && inside.len() >= 5
            && inside.as_bytes()[inside.len() - 5] == b'('
    })
}

/// `so-called`, `the term`, `known on the coast as`.
fn is_named(before: &str) -> bool {
    const NAMES: [&str; 25] = [
        "himself",
        "herself",
        "themselves",
        "so-called",
        "called",
        "called a",
        "called the",
        "calls",
        "the term",
        "the word",
        "the words",
        "the phrase",
        "termed",
        "dubbed",
        "known as",
        "known as a",
        "known as the",
        "the phrase goes",
        "the saying goes",
        "named",
        "the name",
        "the concept of",
        "the slogan",
        "nicknamed",
        "labelled",
    ];
    let before = before.trim_end().trim_end_matches(',');
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(CLAUSE))..];
    let clause = near
        .rsplit(['.', ',', ';', '\n'])
        .next()
        .unwrap_or_default();
    NAMES.iter().any(|cue| before.ends_with(cue))
        || (clause.ends_with(" as")
            && ["known ", "referred "]
                .iter()
                .any(|word| clause.contains(word)))
}
