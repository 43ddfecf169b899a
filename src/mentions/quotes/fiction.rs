//! Whether a text reads like fiction: people who act in the past, hardly a figure, and few names.

use std::ops::Range;

use super::{Class, Quotes, cues};
use crate::document::{BlockKind, Document};

/// So much of the narration is read, in words: an opening shows it.
const SAMPLE: usize = 6000;

/// In fewer words nothing shows.
const SHORTEST: usize = 300;

#[derive(Default)]
struct Narration {
    words: usize,
    /// `he`, `her`, `I`: it is about people.
    people: usize,
    /// Years, sums, dates: numbers of more than one digit.
    figures: usize,
    /// Capitals within sentences.
    names: usize,
    past: usize,
    present: usize,
}

/// Paragraphs of dialogue.
const DIALOGUE: usize = 10;

/// Whether one in forty words of the narration means people, at most one in fifteen is a name, at most four in a
/// thousand are figures, and two in three of the words in marks are no parts of the author's sentences; and it is told
/// in the past, or a third of its paragraphs open with speech, which leaves more room for names. Lives and histories name somebody or some place in every
/// sentence, and quote letters by the phrase; reports have their dates, interviews and portraits their present tense. Or it
/// is dialogue as novels have it: a third of the paragraphs open with speech, and for a third of those no word of the
/// paragraph says whose it is.
pub(super) fn reads_like(quotes: &Quotes, document: &Document) -> bool {
    let mut speech = quotes
        .quotations
        .iter()
        .filter(|quotation| quotation.class == Class::Direct && quotation.depth == 0)
        .peekable();
    let (mut all, mut opened, mut untagged) = (0, 0, 0);
    let (mut speeches, mut fragments) = (0, 0);
    let mut narration = Narration::default();
    let paragraphs = document.blocks().iter();
    for paragraph in paragraphs.filter(|block| block.kind == BlockKind::Paragraph) {
        all += 1;
        let mut at = paragraph.range.start;
        while let Some(next) = speech.next_if(|next| next.range().start < paragraph.range.end) {
            let range = next.range();
            speeches += 1;
            fragments += usize::from(is_fragment(document.text(), &range, at));
            if range.start == paragraph.range.start {
                opened += 1;
                let cue = next.attribution.cue.as_ref();
                let tagged = cue.is_some_and(|cue| paragraph.range.contains(&cue.start));
                untagged += usize::from(!tagged);
            }
            narration.read(document.text().get(at..range.start).unwrap_or_default());
            at = at.max(range.end);
        }
        let end = paragraph.range.end;
        narration.read(document.text().get(at..end).unwrap_or_default());
        if narration.words > SAMPLE {
            break;
        }
    }
    let spoken = opened * 3 >= all;
    let told = spoken || narration.past * 2 >= narration.present * 3;
    let dialogue = spoken && opened >= DIALOGUE && untagged * 3 >= opened;
    let people = told && narration.is_of_people() && fragments * 3 <= speeches;
    let room = if spoken { 10 } else { 15 };
    narration.names * room <= narration.words && (people || dialogue)
}

/// Whether a quotation goes on with the author's sentence, in which a word stands right before it.
fn is_fragment(text: &str, range: &Range<usize>, from: usize) -> bool {
    let words = text[range.clone()].trim_start_matches(|c: char| !c.is_alphanumeric());
    let before = text.get(from..range.start).unwrap_or_default().trim_end();
    words.starts_with(char::is_lowercase) && before.ends_with(char::is_alphanumeric)
}

impl Narration {
    fn read(&mut self, text: &str) {
        for place in cues::words(text) {
            let word = &text[place.clone()];
            self.words += 1;
            let before = text[..place.start].trim_end();
            let within = before.ends_with(|c: char| c.is_alphanumeric() || c == ',');
            let named = word.starts_with(char::is_uppercase) && word.chars().nth(1).is_some();
            self.names +=
                usize::from(within && named && !(word.starts_with("I'") || word.starts_with("I’")));
            match word.to_ascii_lowercase().as_str() {
                "he" | "she" | "his" | "her" | "him" | "hers" | "himself" | "herself" | "i"
                | "my" | "me" => self.people += 1,
                "was" | "were" | "had" | "did" | "could" | "would" => self.past += 1,
                "is" | "are" | "has" | "have" | "says" | "will" => self.present += 1,
                figure if figure.len() > 1 && figure.starts_with(|c: char| c.is_ascii_digit()) => {
                    self.figures += 1;
                }
                _ => {}
            }
        }
    }

    fn is_of_people(&self) -> bool {
        self.words >= SHORTEST && self.people * 40 >= self.words && self.figures * 250 <= self.words
    }
}
