//! Dialogue behind dashes: `—Is it far? he asked. I am tired.`

use std::ops::Range;

use super::attribution::Attribution;
use super::cues;
use super::speaker::Narration;
use super::{Class, Glyph, Kind, Quotation, Run};
use crate::document::{BlockKind, Document};

/// Fewer paragraphs that open with a dash are no dialogue.
const DIALOGUE: usize = 3;

/// A tag begins within this many words of the end of what is said.
const TAG: usize = 6;

/// The speech of paragraphs that open with a dash, where a text has several of them.
pub(super) fn quotations(document: &Document) -> Vec<Quotation> {
    let text = document.text();
    let speech: Vec<_> = document
        .blocks()
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph)
        .filter_map(|block| Some((dash(&text[block.range.clone()])?, block.range.clone())))
        .collect();
    // `--Detainees were held for weeks.`: typewriters draw a list so; in a dialogue somebody has a tag.
    let told = |(dash, block): &(usize, Range<usize>)| {
        let words = &text[block.start + dash..block.end];
        let above = text[..block.start].trim_end();
        let said = |above: &str| cues::ends_in_verb(above.lines().next_back().unwrap_or_default());
        !text[block.start..].starts_with('-')
            || tag(words, 0).is_some()
            || above.strip_suffix(':').is_some_and(said)
    };
    if speech.len() < DIALOGUE || !speech.iter().any(told) {
        return Vec::new();
    }
    speech
        .into_iter()
        .map(|(dash, block)| quotation(text, dash, &block))
        .collect()
}

/// The length of the dash that opens a paragraph of speech, in bytes; a blank behind it makes a list, and a small
/// letter behind two hyphens the option of a command.
fn dash(paragraph: &str) -> Option<usize> {
    let words = paragraph.trim_start_matches(['—', '―']);
    let words = if words.len() < paragraph.len() {
        words
    } else {
        let words = paragraph.strip_prefix("--")?;
        (!words.starts_with(char::is_lowercase)).then_some(words)?
    };
    words
        .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '‘' | '’' | '\'' | '_'))
        .then_some(paragraph.len() - words.len())
}

fn quotation(text: &str, dash: usize, block: &Range<usize>) -> Quotation {
    let open = block.start..block.start + dash;
    let words = &text[open.end..block.end];
    let runs = spoken(words)
        .into_iter()
        .enumerate()
        .map(|(number, run)| Run {
            open: if number == 0 {
                open.clone()
            } else {
                open.end + run.start..open.end + run.start
            },
            words: open.end + run.start..open.end + run.end,
            close: None,
        })
        .collect();
    Quotation {
        kind: Kind::Unmarked,
        glyphs: (Glyph::Straight, Glyph::Straight),
        runs,
        depth: 0,
        class: Class::Direct,
        attribution: Attribution::default(),
    }
}

/// What is said in a paragraph: everything but the sentences that begin with a tag.
fn spoken(words: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let Some(tag) = tag(words, start) else {
            runs.push(start..words.len());
            break;
        };
        runs.push(start..words[..tag.start].trim_end().len());
        start = words.len() - words[tag.end..].trim_start().len();
    }
    runs
}

/// Where the next tag begins: behind a comma or a mark, a subject with its verb of saying. What begins
/// behind a full stop is said more often than told: `He thinks you are not a gentleman.`
fn tag(words: &str, from: usize) -> Option<Range<usize>> {
    let stops = words[from..]
        .match_indices([',', '!', '?'])
        .map(|(at, _)| from + at + 1);
    stops.into_iter().find_map(|behind| {
        let rest = words[behind..].strip_prefix([' ', '\n'])?;
        let clause = rest.split([',', '.', '!', '?', ':']).next()?;
        let head = cues::words(clause)
            .nth(TAG)
            .map_or(clause, |word| &clause[..word.start]);
        let verb = cues::finite(head)?;
        let narration = Narration::new(head);
        let inverted = verb.start == 0;
        let (subject, _) = if inverted {
            narration.after(verb.end)
        } else {
            narration.before(verb.start)
        }?;
        if !(inverted || subject.start == 0) || is_first_person(head) {
            return None;
        }
        let start = behind + 1;
        // `—That fellow, said Buck, says you are mad.`: the sentence goes on behind the comma.
        let resumes = inverted
            && words[..behind].ends_with(',')
            && words[start + subject.end..].starts_with(',');
        let end = if resumes {
            start + subject.end + 1
        } else {
            let stop = words[start..].find(['.', ':', '!', '?']);
            stop.map_or(words.len(), |stop| start + stop + 1)
        };
        Some(start..end)
    })
}

/// `I said`, `we say` is more often said than told.
pub(super) fn is_first_person(clause: &str) -> bool {
    let first = cues::words(clause).next().map(|word| &clause[word]);
    matches!(first, Some("I" | "we" | "We" | "you" | "You"))
}
