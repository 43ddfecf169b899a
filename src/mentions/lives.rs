//! Lives: the births and deaths that the text dates, with whose they are.

use std::ops::Range;

use super::dates::{DateMention, Hint, Interval};
use super::names::whole_names;
use crate::document::Document;

/// Something the article says of a birth or a death. Ranges are bytes of the document's text.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Whose it is.
    pub name: Range<usize>,
    /// Birth or death.
    pub event: Hint,
    /// When it was.
    pub interval: Interval,
    /// Where the date stands.
    pub place: Range<usize>,
}

/// Words that may stand between a name and its birth or death.
const BETWEEN: [&str; 19] = [
    "", "a", "and", "b", "been", "born", "c", "d", "died", "had", "himself", "herself", "in", "is",
    "killed", "murdered", "on", "was", "who",
];

/// Every birth and death that the text dates, in its order.
pub(super) fn extract(document: &Document, dates: &[DateMention]) -> Vec<Fact> {
    let mut facts = Vec::new();
    for date in dates.iter().filter(|date| !date.is_unreal()) {
        match (date.life, date.ends.as_deref(), date.hint) {
            (true, Some([birth, death]), _) => {
                if let Some(name) = name_before(document, date.range.start, 2) {
                    facts.push(fact(name.clone(), Hint::Birth, birth));
                    facts.push(fact(name, Hint::Death, death));
                }
            }
            (false, None, Some(hint)) if date.written_year() && !date.base.is_open() => {
                if let Some(name) = subject(document, date) {
                    facts.push(fact(name, hint, date));
                }
            }
            _ => {}
        }
    }
    facts
}

fn fact(name: Range<usize>, event: Hint, date: &DateMention) -> Fact {
    Fact {
        name,
        event,
        interval: date.base,
        place: date.range.clone(),
    }
}

/// The name that ends at most `gap` bytes before an offset.
fn name_before(document: &Document, offset: usize, gap: usize) -> Option<Range<usize>> {
    let sentence = document.sentence_at(offset);
    let name = whole_names(document.text(), &(sentence.start.min(offset)..offset)).pop()?;
    (name.end + gap >= offset).then_some(name)
}

/// Who was born or died then: `Ilse Brandt was born on …`, `Born in 1902, Jonas Moll …`.
fn subject(document: &Document, date: &DateMention) -> Option<Range<usize>> {
    let text = document.text();
    let sentence = document.sentence_at(date.range.start);
    let before = whole_names(text, &(sentence.start..date.range.start)).pop();
    match before {
        Some(name) => {
            let between = &text[name.end..date.range.start];
            let plain = between
                .split(|c: char| !c.is_alphabetic())
                .all(|word| BETWEEN.contains(&word.to_lowercase().as_str()));
            (plain && !is_owner(between)).then_some(name)
        }
        None => {
            let after = whole_names(text, &(date.range.end..sentence.end))
                .into_iter()
                .next()?;
            (&text[date.range.end..after.start] == ", ").then_some(after)
        }
    }
}

/// Whether a name goes on with `'s`: `Sedov's brother` is somebody else.
pub fn is_owner(behind: &str) -> bool {
    behind.starts_with("'s") || behind.starts_with("’s")
}
