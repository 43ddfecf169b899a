//! Whether a text reads like fiction: people who act in the past and speak, and hardly a figure.

use super::{Class, Quotes};
use crate::document::{BlockKind, Document};

/// So much of the narration is read, in words: an opening shows it.
const SAMPLE: usize = 6000;

/// In fewer words nothing shows.
const SHORTEST: usize = 300;

/// Pieces of speech.
const SPEECHES: usize = 2;

#[derive(Default)]
struct Narration {
    words: usize,
    /// `he`, `her`, `I`: it is about people.
    people: usize,
    /// Years, sums, dates: numbers of more than one digit.
    figures: usize,
    past: usize,
    present: usize,
}

/// Paragraphs of dialogue.
const DIALOGUE: usize = 10;

/// Whether three in a hundred words of the narration mean people, at most four in a thousand are figures, and
/// somebody speaks; and it is told in the past, or a third of its paragraphs open with speech. Reports,
/// lives and histories have their dates, interviews and portraits their present tense. Or it is dialogue as
/// novels have it: a third of the paragraphs open with speech, and for a third of those no word of the
/// paragraph says whose it is.
pub(super) fn reads_like(quotes: &Quotes, document: &Document) -> bool {
    let mut speech = quotes
        .quotations
        .iter()
        .filter(|quotation| quotation.class == Class::Direct && quotation.depth == 0)
        .peekable();
    let (mut all, mut opened, mut untagged, mut speeches) = (0, 0, 0, 0);
    let mut narration = Narration::default();
    let paragraphs = document.blocks().iter();
    for paragraph in paragraphs.filter(|block| block.kind == BlockKind::Paragraph) {
        all += 1;
        let mut at = paragraph.range.start;
        while let Some(next) = speech.next_if(|next| next.range().start < paragraph.range.end) {
            let range = next.range();
            speeches += 1;
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
    told && speeches >= SPEECHES && narration.is_of_people()
        || spoken && opened >= DIALOGUE && untagged * 3 >= opened
}

impl Narration {
    fn read(&mut self, text: &str) {
        let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')));
        for word in words.filter(|word| !word.is_empty()) {
            self.words += 1;
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
        self.words >= SHORTEST
            && self.people * 100 >= self.words * 3
            && self.figures * 250 <= self.words
    }
}
