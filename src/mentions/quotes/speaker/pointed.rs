//! What the sentence behind the words says of them: `This cynical remark is from the diary of Ann Bell.`

use std::ops::Range;

use super::credit::next_word;
use super::reading;
use super::search::{Search, attribution};
use super::subject::Narration;
use super::tag::Tag;
use crate::document::BlockKind;
use crate::mentions::names::{names_and_acronyms, sex_of_pronoun};
use crate::mentions::quotes::attribution::{Attribution, Grade};
use crate::mentions::quotes::cues::{self, shift};
use crate::mentions::words::is_determiner;

impl Search<'_, '_> {
    /// By the sentence behind, also at the head of the next paragraph, that takes the words up again and tells who has
    /// to do with them: `All this remembering took place when I had supper with the girls.`
    pub(super) fn pointed(&self) -> Option<Attribution> {
        let start = next_word(self.text, self.range.end);
        let block = self.document.block_at(start)?;
        let next = block.range.start == start && block.kind == BlockKind::Paragraph;
        if !(next || block.range.contains(&self.range.start)) || self.opens_small() {
            return None;
        }
        let sentence = self.near(start..self.document.sentence_at(start).end.max(start));
        let text = &self.text[sentence.clone()];
        if let Some(tag) = echoed(text) {
            return Some(attribution(tag, start));
        }
        let noun = taken_up(text)?;
        let pointer = cues::words(text).next()?;
        let somebody = |word: Range<usize>| {
            let word = &text[word];
            let one = word.strip_suffix('s').unwrap_or(word);
            cues::is_human(one) || sex_of_pronoun(word).is_some() || matches!(word, "I" | "we")
        };
        let told =
            !names_and_acronyms(self.text, &sentence).is_empty() || cues::words(text).any(somebody);
        told.then(|| {
            let speaker = shift(pointer.start..noun.end, start);
            Attribution::to((speaker, Grade::Described), Some(shift(pointer, start)))
        })
    }

    /// `"We called her Lot." He recalled that she never answered to it.`: the next sentence says who remembers.
    pub(super) fn behind(&self) -> Option<Attribution> {
        let sentence = self.document.sentence_at(self.range.end + 1);
        let end = sentence.end.min(self.next).min(self.block.end);
        if sentence.start != self.range.end + 1 {
            return None;
        }
        let text = &self.text[self.near(sentence.start..end.max(sentence.start))];
        let (speaker, grade) = Narration::new(text).after(0)?;
        // `The preface goes on:`, `Ann Bell added that it rained.`: there was something before.
        let next = cues::words(&text[speaker.end..]).next()?;
        let next = shift(next, speaker.end);
        let adds = matches!(
            &text[next.clone()],
            "added" | "adds" | "continued" | "continues"
        ) || [" goes on", " went on"]
            .iter()
            .any(|on| text[speaker.end..].starts_with(on));
        let leads = grade == Grade::Named || text.trim_end().ends_with(':');
        if adds && leads {
            let found = (shift(speaker, sentence.start), grade);
            return Some(Attribution::to(found, Some(shift(next, sentence.start))));
        }
        let verb = cues::reports(text).next()?;
        let he = matches!(&text[speaker.clone()], "He" | "She") && verb.start == speaker.end + 1;
        let found = (shift(speaker, sentence.start), grade);
        (he && self.opens_sentence())
            .then(|| Attribution::to(found, Some(shift(verb, sentence.start))))
    }
}

/// `That was how Ann Bell told it.`, `With these words the guild closed the lock.`
fn echoed(sentence: &str) -> Option<Tag> {
    let first = cues::words(sentence)
        .next()
        .filter(|word| word.start == 0)?;
    let first = sentence[first].to_ascii_lowercase();
    let back = ["in", "so", "that", "these", "this", "those", "with"].contains(&first.as_str());
    back.then(|| reading::echo(&Narration::new(sentence)))
        .flatten()
}

/// Whether a word points back to words: the cue of what [`Search::pointed`] finds.
pub(super) fn points(word: &str) -> bool {
    matches!(word, "All" | "Such" | "That" | "These" | "This" | "Those")
}

/// The noun by which a sentence takes words up again: `This somewhat cynical | comment`, `These were the last | words`,
/// `All this | boasting`; not `This angered the author of the report`.
fn taken_up(sentence: &str) -> Option<Range<usize>> {
    const NEAR: usize = 6;
    const TIES: [&str; 12] = [
        "about", "at", "by", "did", "for", "from", "had", "in", "of", "on", "to", "with",
    ];
    let mut all = cues::words(sentence).peekable();
    let word = |range: &Range<usize>| &sentence[range.clone()];
    let first = all
        .next()
        .filter(|first| first.start == 0 && points(word(first)))?;
    if word(&first) == "All" {
        all.next()
            .filter(|next| matches!(word(next), "this" | "that" | "these" | "those"))?;
    }
    let be = all.next_if(|be| matches!(word(be), "is" | "are" | "was" | "were"));
    if be.is_some() {
        all.next().filter(|article| is_determiner(word(article)))?;
    }
    for noun in all.take(NEAR) {
        let spelt = word(&noun);
        let said = cues::ends_in_verb(spelt) && cues::is_participle(spelt);
        if cues::has_noun(spelt) || cues::is_answer(spelt) || said || is_thought(spelt) {
            return Some(noun);
        }
        if TIES.contains(&spelt) || is_determiner(spelt) {
            return None;
        }
    }
    None
}

/// Words for what is thought as much as said.
fn is_thought(word: &str) -> bool {
    matches!(
        word,
        "reason" | "reasons" | "sentiment" | "sentiments" | "thought" | "thoughts"
    )
}

#[cfg(test)]
mod tests {
    use crate::mentions::quotes::last_speaker;

    #[test]
    fn a_sentence_takes_words_up_again() {
        for (text, speaker) in [
            (
                "“It is better to stay at home.” This somewhat cynical comment is from the diary of Ida Moser.",
                "This somewhat cynical comment",
            ),
            (
                "“The boats were late again.”\n\nThis was the chief reason given by two of the keepers.",
                "This was the chief reason",
            ),
            (
                "“Remember the night he fell into the lock?”\n\nAll this remembering took place when I met the crew.",
                "All this remembering",
            ),
            (
                "“The boats were late again.”\n\nTHAT WAS how the keeper Ida Moser described the winter.",
                "Ida Moser",
            ),
        ] {
            assert_eq!(last_speaker(text).as_deref(), Some(speaker), "{text}");
        }
        for text in [
            "“It is better to stay at home.” This angered the author of a report on Ida Moser.",
            "“It is better to stay at home.” This comment was not printed.",
            "“The boats were late again.”\n\nThis was in May, when Ann Bell wrote her report.",
        ] {
            assert_eq!(last_speaker(text), None, "{text}");
        }
    }
}
