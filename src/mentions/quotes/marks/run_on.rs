//! Paragraphs of speech that were run on into one line, and closing marks that were lost before a tag.

use std::ops::Range;

use super::glyph::Kind;
use super::pairs::{Pairing, closes};
use super::scan::Mark;
use crate::mentions::quotes::cues;
use crate::mentions::quotes::dash::is_first_person;
use crate::mentions::words::{is_determiner, is_pronoun};

impl Pairing<'_> {
    /// `"It fell. "We ran."`: a paragraph of the same speech begins where its line was run on. A sentence
    /// has ended there, and too few marks follow for one quotation to stand in the other.
    pub(super) fn reopens_in_line(&self, mark: &Mark, rest: &[Mark]) -> bool {
        let Some(open) = self.open.last().filter(|open| open.mark.kind == mark.kind) else {
            return false;
        };
        let said = self.text[open.mark.range.end..mark.range.start].trim_end();
        let next = self.text[mark.range.end..].chars().next();
        let fresh = next.is_some_and(|next| next.is_uppercase() || next == '[');
        if mark.elides || mark.closes || !fresh || !said.ends_with(['.', '!', '?']) {
            return false;
        }
        // A word or two in single marks stand in a sentence of the author: `next to ‘A’a and its star.`
        let before = self.text[..open.mark.range.start].trim_end();
        let part = mark.kind == Kind::Single && before.ends_with(char::is_alphanumeric);
        closes(mark.kind, rest) < 2 && (!part || self.lost_close(mark).is_some())
    }

    /// Where the open quotation ended, if its mark was lost before a tag: `"It fell! cried Ann. "We ran."`,
    /// `"It fell, he said. "We ran."`
    pub(super) fn lost_close(&self, mark: &Mark) -> Option<usize> {
        self.told_from(self.open.last()?.mark.range.end..mark.range.start)
    }

    /// Whether a paragraph ends in a tag, `“We ran, the guard said.`, so that its quotation does not go on in the next.
    pub(super) fn ends_told(&self, said: &str) -> bool {
        let said = said.trim_end().trim_end_matches('.');
        let tag = said.rsplit([',', '.', '!', '?']).next().unwrap_or_default();
        let before = &said[..said.len() - tag.len()];
        before.ends_with([',', '!', '?'])
            && tag.starts_with(' ')
            && tag.ends_with(char::is_alphanumeric)
            && !is_first_person(tag)
            && is_tag(tag)
    }

    /// Where the first tag begins in what stands behind an opening mark.
    pub(super) fn told_from(&self, range: Range<usize>) -> Option<usize> {
        const TAG: usize = 6;
        let start = range.start;
        let said = self.text[range].trim_end();
        let is_stop = |c: char| matches!(c, '.' | ',' | '!' | '?');
        let mut stops = said.match_indices(is_stop).map(|(at, _)| at + 1).peekable();
        while let Some(stop) = stops.next() {
            let tag = &said[stop..stops.peek().map_or(said.len(), |next| *next)];
            let mut words = cues::words(tag).map(|word| &tag[word]);
            let verb = words.next().filter(|word| cues::finite(word).is_some());
            // The verb before its subject stands in no speech; `he said` ends the last sentence of one.
            let inverted = verb.is_some_and(|verb| verb.starts_with(char::is_lowercase))
                && words.next().is_some_and(|word| {
                    word.starts_with(char::is_uppercase)
                        || is_determiner(word) && verb.is_some_and(cues::says)
                });
            let last = stop + tag.len() == said.len();
            let told = cues::words(tag).count() <= TAG && !is_first_person(tag);
            if inverted || last && told && cues::says(tag) {
                return Some(start + stop);
            }
        }
        None
    }
}

/// Whether words are a subject and a verb of saying, or the other way round: `the guard said`, `she told us`,
/// `said Ann`.
fn is_tag(clause: &str) -> bool {
    const TAG: usize = 6;
    let words: Vec<_> = cues::words(clause).map(|word| &clause[word]).collect();
    let says = |word: &str| cues::finite(word).is_some() && cues::says(word);
    let somebody = |word: &str| {
        word.starts_with(char::is_uppercase) || is_pronoun(word) || is_determiner(word)
    };
    let told = match words[..] {
        [] | [_] => false,
        [first, second, ..] => {
            says(first) && somebody(second)
                || is_pronoun(first) && says(second)
                || words.last().is_some_and(|last| says(last))
        }
    };
    told && words.len() <= TAG
}
