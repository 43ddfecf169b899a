//! The words that tie quoted words to a speaker, found in a text.

mod list;
mod verbs;

use std::borrow::Cow;
use std::ops::Range;

use crate::mentions::vocabulary::is_alphanumeric;
use crate::mentions::words::{is_determiner, is_pronoun};
use list::{CUES, Form, Inflection};
use verbs::acts;
pub(super) use verbs::{
    agentless, by, ends_in_verb, finite, goes_on, is_passive, reports, says, verbs,
};

/// Whether a word is an adverb by its end: `correctly`, not `family`.
pub(super) fn is_adverb(word: &str) -> bool {
    const NOUNS: [&str; 9] = [
        "ally", "anomaly", "assembly", "bully", "family", "monopoly", "rally", "reply", "supply",
    ];
    word.ends_with("ly") && word.starts_with(char::is_lowercase) && !NOUNS.contains(&word)
}

/// The first phrase that stands right before a speaker: `according to`.
pub(super) fn introduction(text: &str) -> Option<Range<usize>> {
    words(text).find_map(|word| {
        let first = lowered(&text[word.clone()]);
        let phrases = CUES.introductions.get(&*first)?;
        let behind = &text[word.end..];
        let rest = phrases.iter().find(|rest| {
            let here = behind.get(..rest.len());
            here.is_some_and(|here| here.eq_ignore_ascii_case(rest))
                && !behind[rest.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
        })?;
        Some(word.start..word.end + rest.len())
    })
}

/// A word in small letters.
pub(super) fn lowered(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase())
}

/// The phrase at the head of a text that points back to words before it: `is how`, `With these words`.
pub(super) fn echo(text: &str) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start_matches([' ', ',']).len();
    let lower = text[start..text.floor_char_boundary(start + 40)].to_ascii_lowercase();
    let phrase = CUES.echoes.iter().find(|phrase| {
        lower
            .strip_prefix(phrase.as_str())
            .is_some_and(|rest| rest.starts_with([' ', ',', ':']))
    })?;
    Some(start..start + phrase.len())
}

/// The nouns for something said or written (`statement`), each with whether it speaks only for an owner: `claim`.
pub(super) fn nouns(text: &str) -> impl DoubleEndedIterator<Item = (Range<usize>, bool)> {
    words(text).filter_map(|range| {
        // Not in `by saying`, `his fragmentary work will`.
        if matches!(&text[range.clone()], "saying" | "will") && !has_article(&text[..range.start]) {
            return None;
        }
        // `Chants of “…” rang out.`
        let many = range.start == 0 && text[range.clone()].ends_with('s');
        let small = many.then(|| lowered(&text[range.clone()]));
        let word = small.as_deref().unwrap_or(&text[range.clone()]);
        let owned = CUES.views.contains(word);
        let spoken = owned || CUES.nouns.contains(word);
        spoken.then_some((range, owned))
    })
}

/// Whether an article or an owner stands right before a word, or what only describes a noun: `an old | saying`.
fn has_article(before: &str) -> bool {
    words(before).next_back().is_some_and(|last| {
        let last = &before[last];
        is_determiner(last)
            || last.ends_with("'s")
            || last.ends_with("’s")
            || last.starts_with(char::is_uppercase)
            || matches!(
                last,
                "common" | "famous" | "favourite" | "last" | "old" | "popular"
            )
    })
}

/// Whether a noun for something said or written stands in a text.
pub(super) fn has_noun(text: &str) -> bool {
    nouns(text).next().is_some()
}

/// Whether a noun is for words themselves: `His phrase was “…”`; a report may be full of errors.
pub(super) fn is_wording(noun: &str) -> bool {
    CUES.wordings.contains(noun)
}

/// Whether a word is for a work or a part of one, as a critic uses it: `the story`.
pub(super) fn is_work(word: &str) -> bool {
    CUES.works.contains(word)
}

/// Whether a word is the plain form of a verb of saying or of mind: `recall`, `never regret`.
pub(super) fn is_of_mind(word: &str) -> bool {
    let plain = |form: &Form| form.inflection == Inflection::Plain;
    CUES.forms.get(word).is_some_and(plain) || CUES.attitudes.contains(&format!("{word}s"))
}

/// Whether a verb tells what somebody thinks or does, and speech only by the way: `believes`.
pub(super) fn is_deed(verb: &str) -> bool {
    CUES.deeds.contains(verb)
}

/// Whether a verb is in the form of `calling for`.
pub(super) fn is_participle(verb: &str) -> bool {
    verb.split(' ')
        .next()
        .is_some_and(|first| first.ends_with("ing"))
}

/// Whether some words are for somebody, or for what has words: `the old ferryman`, `the ministry's letter`.
pub(super) fn may_speak(text: &str) -> bool {
    const AGENTS: [&str; 8] = ["er", "or", "ist", "ian", "ant", "man", "men", "people"];
    words(text).map(|word| &text[word]).any(|word| {
        let one = word.strip_suffix('s').unwrap_or(word);
        let known = |word: &str| is_human(word) || is_body(word) || is_text(word) || is_work(word);
        known(word) || known(one) || has_noun(word) || AGENTS.iter().any(|end| one.ends_with(end))
    })
}

/// Whether a word is for many who have one name: `ministry`.
pub(super) fn is_body(word: &str) -> bool {
    CUES.bodies.contains(&*lowered(word))
}

/// Whether a word is for a text that has words to quote: `telegram`.
pub(super) fn is_text(word: &str) -> bool {
    CUES.texts.contains(&*lowered(word))
}

/// Whether a word is for what somebody has to say, which may stand in the next sentence: `reply`.
pub(super) fn is_answer(word: &str) -> bool {
    CUES.answers.contains(word)
}

/// Whether a word is for what people say whom nobody names: `talk`.
pub(super) fn is_rumour(word: &str) -> bool {
    CUES.rumours.contains(word)
}

/// Whether a word is for a kind of thing that words in marks before it describe: `mentality`.
pub(super) fn is_kind(word: &str) -> bool {
    CUES.kinds.contains(word)
}

/// Whether a word is for somebody: `widow`, `Minister`.
pub(super) fn is_human(word: &str) -> bool {
    CUES.humans.contains(&*lowered(word)) || is_office(word)
}

/// Whether one of some words is for somebody: `the old ferryman`.
pub(super) fn has_human(text: &str) -> bool {
    words(text).any(|word| is_human(&text[word]))
}

/// Whether a word is for an office that one person holds: `Minister`.
pub(super) fn is_office(word: &str) -> bool {
    CUES.offices.contains(&*lowered(word))
}

/// Whether a clause ends in a passive of calling: `has been described as a`, `was called`.
pub(super) fn is_called(clause: &str) -> bool {
    const NEAR: usize = 8;
    let near = words(clause).rev().nth(NEAR).map_or(0, |word| word.start);
    // `Called a “strange town” by its owner`
    let opens = words(clause).next().is_some_and(|first| {
        first.start == 0
            && clause[first.clone()].ends_with("ed")
            && CUES.forms.contains_key(&clause[first].to_lowercase())
    });
    opens
        || words(&clause[near..]).any(|word| {
            let verb = near + word.start..near + word.end;
            CUES.forms.contains_key(&clause[verb.clone()]) && is_passive(clause, &verb)
        })
}

/// The first verb or adjective of mind: `has not | forgiven`, `appeared to be | worried`.
pub(super) fn attitude(text: &str) -> Option<Range<usize>> {
    words(text).find(|word| {
        let spelt = &text[word.clone()];
        // `a question`, `his hope`
        let noun = || text[..word.start].ends_with(' ') && has_article(&text[..word.start]);
        CUES.attitudes.contains(spelt) && !noun() || CUES.moods.iter().any(|mood| mood == spelt)
    })
}

/// The verbs for what hands and faces do: `shrugged`, `points`, `put down her knitting`, `turned away`.
pub(super) fn gestures(text: &str) -> impl Iterator<Item = Range<usize>> {
    words(text).filter(|word| {
        let spelt = &text[word.clone()];
        CUES.gestures.contains(spelt)
            || CUES.moves.contains(spelt) && moves(spelt, &text[word.end..])
    })
}

/// Whether a verb is for what hands, faces and feet do.
pub(super) fn is_move(verb: &str) -> bool {
    CUES.gestures.contains(verb) || CUES.moves.contains(verb)
}

/// Whether somebody moves, or something of theirs.
fn moves(verb: &str, behind: &str) -> bool {
    let mut next = words(behind).map(|word| &behind[word]);
    let first = next.next();
    let away = [
        "aside", "at", "away", "back", "forward", "out", "round", "towards", "up",
    ];
    first.is_some_and(|first| away.contains(&first))
        || matches!(first, Some("his" | "her"))
        || verb.starts_with("turn") && first == Some("to")
        || next.take(2).any(|word| {
            // `shot another look at Orlik`
            let looks = verb.starts_with("sho") && matches!(word, "look" | "glance");
            looks || matches!(word, "his" | "her")
        })
}

/// `as Trotsky admits.`, `He laughed.`: the last word ties the next sentence.
pub(super) fn ends_in_beat(text: &str) -> bool {
    words(text).next_back().is_some_and(|word| {
        let spelt = &text[word.clone()];
        let leads = |form: &Form| match form.inflection {
            Inflection::Plain => form.leading && acts(text, word.start),
            Inflection::Finite => form.leading,
            Inflection::Participle => false,
        };
        CUES.beats.contains(spelt) || CUES.forms.get(spelt).is_some_and(leads)
    })
}

/// `He paused, then went on.`, `Okoro continued.`: what was being said is not over.
pub(super) fn ends_in_going_on(text: &str) -> bool {
    const ENDS: [&str; 6] = [
        " continued",
        " continues",
        " goes on",
        " repeated himself",
        " resumed",
        " went on",
    ];
    ENDS.iter().any(|end| text.ends_with(end))
}

/// The phrase by which a sentence leads to its subject's words: `was blunter`, `the following account`.
pub(super) fn lead(sentence: &str) -> Option<Range<usize>> {
    let end = sentence.trim_end().trim_end_matches('.');
    if let Some(lead) = CUES.leads.iter().find(|lead| end.ends_with(lead.as_str())) {
        return Some(end.len() - lead.len()..end.len());
    }
    ["the following", "The following", "as follows"]
        .iter()
        .find_map(|phrase| crate::pattern::find_word(end, phrase, 0))
        .filter(|phrase| !is_of_time(&end[phrase.end..]))
        .or_else(|| mood(end))
}

/// `in the following | winter`
fn is_of_time(behind: &str) -> bool {
    const TIMES: [&str; 14] = [
        "afternoon",
        "autumn",
        "day",
        "decade",
        "evening",
        "month",
        "morning",
        "night",
        "season",
        "spring",
        "summer",
        "week",
        "winter",
        "year",
    ];
    words(behind).next().is_some_and(|next| {
        let next = &behind[next];
        TIMES.contains(&next.strip_suffix('s').unwrap_or(next))
    })
}

/// `was more blunt`, `is unrepentant at her trial`: how somebody speaks.
fn mood(sentence: &str) -> Option<Range<usize>> {
    const LONGEST: usize = 16;
    let all: Vec<_> = words(sentence).collect();
    let be = all.iter().position(|word| {
        matches!(
            &sentence[word.clone()],
            "was" | "is" | "were" | "are" | "remained" | "sounded"
        )
    })?;
    let behind = all[be + 1..].iter().take(3).find(|word| {
        let word = &sentence[(*word).clone()];
        CUES.moods.iter().any(|mood| mood == word)
    })?;
    (all.len() <= LONGEST).then_some(all[be].start..behind.end)
}

pub(super) fn shift(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// `she'd`, `they’ll`: a pronoun and its auxiliary.
fn contracted(word: &str) -> Option<[&str; 2]> {
    let (pronoun, auxiliary) = word.split_once(['\'', '’'])?;
    let whole = matches!(auxiliary, "d" | "ll" | "m" | "re" | "ve") && is_pronoun(pronoun);
    whole.then_some([pronoun, auxiliary])
}

/// The words of a text, byte ranges; a typed dash (`say--I`) parts two.
pub(super) fn words(text: &str) -> impl DoubleEndedIterator<Item = Range<usize>> {
    let base = text.as_ptr().addr();
    text.split(|c: char| !(matches!(c, '-' | '\'' | '’') || is_alphanumeric(c)))
        .flat_map(|word| {
            // Nearly every word is letters alone.
            if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
                return [word, ""];
            }
            match word.split_once("--") {
                Some((word, next)) => [word, next],
                None => contracted(word).unwrap_or([word, ""]),
            }
        })
        .filter(|word| !word.is_empty())
        .map(move |word| {
            let start = word.as_ptr().addr() - base;
            start..start + word.len()
        })
}
