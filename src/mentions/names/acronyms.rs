//! Acronyms: words in capitals, and where the text says what they stand for.

use std::collections::HashMap;
use std::ops::Range;

use super::glosses::is_glossed;
use crate::document::{BlockKind, Document};

/// An acronym with its places. Ranges are bytes of the document's text.
#[derive(Debug, Default)]
pub struct Acronym {
    /// The letters, without a plural s.
    pub letters: String,
    /// Where it stands, in order.
    pub places: Vec<Range<usize>>,
    /// Where it stands in brackets behind what it stands for, or before it.
    pub definitions: Vec<Definition>,
    /// Whether the text says somewhere in other words what it is: `the secret police, the GPU`.
    pub glossed: bool,
    /// Whether it does so where the letters stand first.
    pub opens_glossed: bool,
}

/// A place that says what an acronym stands for.
#[derive(Debug)]
pub struct Definition {
    /// The acronym there.
    pub place: Range<usize>,
    /// Its words, where their initials are its letters: `Fourth International (FI)`.
    pub words: Option<Range<usize>>,
}

/// Longer words in capitals are shouted.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;

/// Places among which an explanation is looked for: who explains does it early.
const GLOSSES: usize = 8;

/// Small words that give no letter.
const SMALL: [&str; 14] = [
    "a", "and", "at", "by", "de", "des", "du", "et", "for", "in", "la", "of", "on", "the",
];

/// The acronyms of a document, in the order of their first places.
pub(super) fn extract(document: &Document) -> Vec<Acronym> {
    let text = document.text();
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut found: Vec<Acronym> = Vec::new();
    for block in document.blocks() {
        let all = capitals(text, &block.range);
        if all.is_empty() {
            continue;
        }
        // A heading in capitals, a line of a table of contents, a shouted line.
        let shouted = block.kind == BlockKind::Heading
            || is_numbered(&text[block.range.clone()])
            || all.len() * 2 > words(text, &block.range);
        for (number, place) in all.iter().enumerate() {
            let beside = [number.checked_sub(1).map(|n| &all[n]), all.get(number + 1)];
            let crowded = beside.into_iter().flatten().any(|other| {
                let (first, last) = (place.start.min(other.start), place.start.max(other.start));
                text[first..last].split_whitespace().count() <= 1
            });
            let letters = &text[place.clone()];
            if shouted || crowded || !LETTERS.contains(&letters.len()) || is_roman(letters) {
                continue;
            }
            let index = *numbers.entry(letters).or_insert_with(|| {
                found.push(Acronym {
                    letters: letters.to_owned(),
                    ..Acronym::default()
                });
                found.len() - 1
            });
            let acronym = &mut found[index];
            acronym.places.push(place.clone());
            let told = acronym.places.len() <= GLOSSES
                && is_glossed(
                    &text[block.range.start..place.start],
                    &text[place.end..block.range.end],
                );
            acronym.glossed |= told;
            acronym.opens_glossed |= told && acronym.places.len() == 1;
            let definition = definition(text, &block.range, place);
            found[index].definitions.extend(definition);
        }
    }
    found
}

/// Words in capitals, without a plural s or `'s`.
fn capitals(text: &str, block: &Range<usize>) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80;
    // Marks beyond ASCII (`“GPU”`) are no letters.
    let wide = |at: usize| text[at..].chars().next();
    let letter = |at: usize| match bytes[at] {
        ..0x80 => usize::from(bytes[at].is_ascii_alphanumeric()),
        _ => wide(at)
            .filter(|c| c.is_alphanumeric())
            .map_or(0, char::len_utf8),
    };
    let mut found = Vec::new();
    let mut at = block.start;
    while at < block.end {
        let start = at;
        while at < block.end {
            match letter(at) {
                0 => break,
                length => at += length,
            }
        }
        let word = &bytes[start..at];
        let length = if word.len() > 2 && word.ends_with(b"s") {
            word.len() - 1
        } else {
            word.len()
        };
        let joined =
            |byte: Option<&u8>| matches!(byte, Some(b'-' | b'.' | b'@' | b'/' | b'_' | b'&'));
        let apart = || {
            !joined(start.checked_sub(1).and_then(|before| bytes.get(before)))
                && !(joined(bytes.get(at))
                    && bytes.get(at + 1).is_some_and(|&next| is_letter(next)))
        };
        if length >= 2 && word[..length].iter().all(u8::is_ascii_uppercase) && apart() {
            found.push(start..start + length);
        }
        if at == start {
            at += wide(at).map_or(1, char::len_utf8);
        }
    }
    found
}

/// `2.5. The state of APT`: a heading as it stands in a table of contents.
fn is_numbered(line: &str) -> bool {
    let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = behind
        .strip_prefix('.')
        .filter(|_| behind.len() < line.len());
    number.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn words(text: &str, block: &Range<usize>) -> usize {
    text[block.clone()].split_whitespace().count()
}

fn is_roman(letters: &str) -> bool {
    letters
        .chars()
        .all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'))
}

/// `Fourth International (FI)`, `FI (Fourth International)`, `the Fourth International, or FI,`.
fn definition(text: &str, block: &Range<usize>, place: &Range<usize>) -> Option<Definition> {
    let before = &text[block.start..place.start];
    let behind = &text[place.end..block.end];
    let letters = &text[place.clone()];
    const JOINTS: [&str; 6] = [
        ", or ",
        ", or the ",
        " (or ",
        " (the ",
        ", known as ",
        ", known as the ",
    ];
    if let Some(told) = JOINTS.iter().find_map(|joint| before.strip_suffix(joint)) {
        return expansion_before(told, letters).map(|words| Definition {
            place: place.clone(),
            words: Some(block.start + words.start..block.start + words.end),
        });
    }
    if let Some(told) = before.strip_suffix('(') {
        // What it stands for may be in marks.
        let words = told
            .trim_end()
            .trim_end_matches(['"', '”', '’', '\'', '?', '!']);
        let named = told.ends_with(' ') && words.ends_with(char::is_alphanumeric);
        return (named && behind.starts_with(')')).then(|| Definition {
            place: place.clone(),
            words: expansion_before(told, letters)
                .map(|range| block.start + range.start..block.start + range.end),
        });
    }
    let inside = behind.strip_prefix(" (")?;
    let inside = &inside[..inside.find(')')?];
    let words = ["for ", "short for ", "which stands for "]
        .iter()
        .find_map(|lead| inside.strip_prefix(lead))
        .unwrap_or(inside);
    let start = place.end + 2 + inside.len() - words.len();
    (spells(words, letters)).then(|| Definition {
        place: place.clone(),
        words: Some(start..start + words.len()),
    })
}

/// The words right before a bracket whose initials are the letters.
fn expansion_before(told: &str, letters: &str) -> Option<Range<usize>> {
    let end = told.trim_end().len();
    let starts: Vec<usize> = told[..end]
        .rmatch_indices([' ', '('])
        .map(|(at, _)| at + 1)
        .take(letters.len() * 2 + 1)
        .chain([0])
        .collect();
    starts
        .into_iter()
        .filter(|&start| !SMALL.contains(&told[start..end].split(' ').next().unwrap_or_default()))
        .find(|&start| spells(&told[start..end], letters))
        .map(|start| start..end)
}

/// Whether the initials of some words are the letters; small words give theirs all or none, and those of other
/// languages none.
fn spells(words: &str, letters: &str) -> bool {
    let initials = |gives: fn(&str) -> bool| {
        words
            .split([' ', '-'])
            .filter(move |word| gives(word))
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_uppercase)
    };
    initials(|word| !SMALL.contains(&word)).eq(letters.chars())
        || initials(|_| true).eq(letters.chars())
        || words.starts_with(char::is_uppercase)
            && !words.rsplit(' ').next().is_some_and(is_little)
            && initials(|word| !is_little(word)).eq(letters.chars())
}

/// A short word in small letters: `din`, `für`.
fn is_little(word: &str) -> bool {
    const LONGEST: usize = 4;
    word.starts_with(char::is_lowercase) && word.len() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SourceFile;
    use crate::document::GivenDates;

    #[test]
    fn acronyms_are_found_with_what_they_stand_for() {
        let text = "The Left Opposition (LO) met the GPU in Paris. MPs of the ILO (International Labour Office) came. \
            Chapter XIV was read. NO EXIT AT ALL was written there. The plan of the LO failed.";
        let source = SourceFile::new("a.txt", text);
        let document = Document::new(&source, GivenDates::default());
        let found: Vec<_> = extract(&document)
            .into_iter()
            .map(|acronym| {
                let words = acronym.definitions.first().and_then(|d| d.words.clone());
                (
                    acronym.letters,
                    acronym.places.len(),
                    words.map(|range| &text[range]),
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                ("LO".to_owned(), 2, Some("Left Opposition")),
                ("GPU".to_owned(), 1, None),
                ("MP".to_owned(), 1, None),
                ("ILO".to_owned(), 1, Some("International Labour Office")),
            ]
        );
    }
}
