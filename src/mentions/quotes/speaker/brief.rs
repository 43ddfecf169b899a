//! A few words about one person that make way for theirs: `Ann Bell knows why. “…”`, `Not so Ann Bell. “…”`

use std::ops::Range;

use super::person::People;
use super::search::Search;
use crate::mentions::names::{sex_of_pronoun, whole_names};
use crate::mentions::quotes::attribution::{Attribution, Grade};
use crate::mentions::quotes::cues;

/// More words than this say something of their own.
const LONGEST: usize = 9;

/// And a pronoun's, which are nearer to it.
const SHORTEST: usize = 6;

/// Words before the name.
const OPENING: usize = 3;

impl Search<'_, '_> {
    /// By a short sentence about one person right before the quotation, also at the end of the paragraph before.
    pub(super) fn made_way(&self) -> Option<Attribution> {
        let start = self.document.sentence_at(self.range.start).start;
        let words = self.spoken(self.quotation);
        if start < self.range.start || words.starts_with(char::is_lowercase) {
            return None;
        }
        let end = self.text[..self.range.start].trim_end().len();
        let sentence = self.document.sentence_at(end.checked_sub(1)?);
        let sentence = sentence.start..end;
        let same = sentence.start >= self.block.start;
        // `“…?” Ann Bell asked.`: the tag of the words before.
        let told = self.last_speech().map_or(0, |last| last.range().end);
        let tag = self.text.get(told..sentence.start);
        if !(same || self.opens_block())
            || tag.is_none_or(|between| told > 0 && between.trim().is_empty())
        {
            return None;
        }
        let name = named(self.antecedents.people(), &sentence)
            .map(|name| (name, Grade::Named))
            .or_else(|| Some((pronoun(self.text, &sentence)?, Grade::Pronoun)).filter(|_| same))?;
        Some(Attribution::to(name, None))
    }
}

/// The one person whom a short sentence names, at its head or behind a few small words.
pub(super) fn named(people: &People, sentence: &Range<usize>) -> Option<Range<usize>> {
    let text = people.text();
    let words = &text[sentence.clone()];
    if !is_brief(words, LONGEST) {
        return None;
    }
    let names = whole_names(text, sentence);
    let [name] = names.as_slice() else {
        return None;
    };
    let before = &text[sentence.start..name.start];
    let small = |word: &str| word.chars().skip(1).all(char::is_lowercase) && !is_tie(word);
    let opens = cues::words(before).count() <= OPENING
        && cues::words(before).all(|word| small(&before[word]))
        && !before.contains(',');
    let behind = &text[name.end..sentence.end];
    // `closed both offices on Monday`: that tells what happened.
    let dated = cues::words(behind)
        .any(|word| behind[word].starts_with(|c: char| c.is_uppercase() || c.is_numeric()));
    // `Long queues formed.`
    let known = people.is_known(name) || people.sex(name).is_some();
    (opens && known && people.is_own_name(name) && !dated && !undergoes(behind))
        .then(|| name.clone())
}

/// `He knows why.`
fn pronoun(text: &str, sentence: &Range<usize>) -> Option<Range<usize>> {
    let words = &text[sentence.clone()];
    let first = cues::words(words).next()?;
    let he = sex_of_pronoun(&words[first.clone()]).is_some();
    let behind = &words[first.end..];
    (he && is_brief(words, SHORTEST) && !undergoes(behind))
        .then(|| cues::shift(first, sentence.start))
}

/// Not `Ann Bell denied that they had met.`, which says what she said.
fn is_brief(sentence: &str, longest: usize) -> bool {
    sentence.ends_with('.')
        && cues::words(sentence).nth(longest).is_none()
        && !sentence.contains(" that ")
}

/// Words that make what is behind them no subject; `For Ann Bell the matter is closed` is told of her.
fn is_tie(word: &str) -> bool {
    const TIES: [&str; 12] = [
        "about", "after", "against", "at", "before", "by", "from", "in", "near", "of", "to", "with",
    ];
    TIES.contains(&word.to_lowercase().as_str())
}

/// `was arrested`, `died`: something happened to somebody, who does not speak.
pub(super) fn undergoes(behind: &str) -> bool {
    let mut words = cues::words(behind).map(|word| &behind[word]);
    let is_done = |word: &str| word.ends_with("ed") || word.ends_with("en") || word == "born";
    let first = words.next();
    matches!(first, Some("died" | "dies"))
        || matches!(first, Some("was" | "is" | "were" | "has")) && words.take(2).any(is_done)
}

#[cfg(test)]
mod tests {
    use crate::mentions::quotes::last_speaker;

    #[test]
    fn a_few_words_about_somebody_make_way_for_theirs() {
        for lead in [
            "Ann Bell knows why.",
            "Ann Bell has heard it all before.",
            "Ann Bell takes a different view.",
            "For Ann Bell the matter is closed.",
            "Not so Ann Bell.",
            "Then it was Ann Bell’s turn.",
            "Ann Bell lit a cigarette.",
            "Ann Bell’s voice dropped.",
        ] {
            for between in [" ", "\n\n"] {
                let text = format!("The boats stay in. {lead}{between}“They never left at all.”");
                assert_eq!(last_speaker(&text).as_deref(), Some("Ann Bell"), "{text}");
            }
        }
    }

    #[test]
    fn more_words_and_what_is_done_to_somebody_do_not() {
        for lead in [
            "Ann Bell was arrested on Monday.",
            "Ann Bell died in May.",
            "Ann Bell met Paul Okoro.",
            "Ann Bell closed both offices on Monday.",
            "Nobody wrote to Ann Bell.",
            "Ann Bell has run the kiosk by the lower lock since the year of the flood.",
            "Kerry has 12 kiosks.",
            "Long queues formed.",
        ] {
            let text = format!("The boats stay in Kerry. {lead} “They never left at all.”");
            assert_eq!(last_speaker(&text), None, "{text}");
        }
    }
}
