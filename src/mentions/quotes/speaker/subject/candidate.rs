//! What can be a subject: a name with its article and without the word that opens its sentence, an account; no clause.

use std::ops::Range;

use super::{ENDS, PAST, TIES, holds};
use crate::mentions::names::{is_common_word, is_established_name};
use crate::mentions::quotes::cues::{finite, is_adverb, is_move, words};
use crate::mentions::words::{is_determiner, is_pronoun};

/// `al-Barwani` of `Barwani`: an article that is tied to a name is its own.
pub(super) fn with_article(text: &str, name: Range<usize>) -> Range<usize> {
    let before = &text[..name.start];
    let Some(tied) = before.strip_suffix(['-', '\'', '’']) else {
        return name;
    };
    let small = tied.trim_end_matches(char::is_lowercase);
    let letters = tied.len() - small.len();
    if (1..=3).contains(&letters) && !small.ends_with(char::is_alphanumeric) {
        small.len()..name.end
    } else {
        name
    }
}

/// `Joyce` of `Compare Joyce, who opens with`, `Trevelyan` of `Already Trevelyan had`; nothing of `Having`, `Sleepily`.
pub(super) fn behind_opening(text: &str, name: Range<usize>) -> Option<Range<usize>> {
    const OPENINGS: [&str; 27] = [
        "Already",
        "Are",
        "Became",
        "Clad",
        "Compare",
        "Consider",
        "Did",
        "Does",
        "Had",
        "Has",
        "Have",
        "Is",
        "More",
        "Regardless",
        "See",
        "Take",
        "Them",
        "Therefore",
        "Thereupon",
        "True",
        "Very",
        "WATCH",
        "Was",
        "Watch",
        "Were",
        "Whenever",
        "Wherever",
    ];
    let first = text[name.clone()].split(' ').next().unwrap_or_default();
    let before = text[..name.start].trim_end();
    let opens =
        before.is_empty() || before.ends_with(['.', '!', '?', '…', '"', '”', '’', ':', ';']);
    // `Having`, `Sleepily`, `Suspended`; not `Browning`, nor `Reading` inside a sentence.
    let common = || is_common_word(first) && !is_established_name(&first.to_lowercase());
    let formed = ["ing", "ly", "ed"].iter().any(|end| first.ends_with(end));
    let lone = first.len() == name.len();
    let attribute = || lone && !is_many(first) && is_attribute(&text[name.end..]);
    // `Says Dr. Keys`
    let verb = !lone && finite(&first.to_lowercase()).is_some() && !first.ends_with("ed");
    if !(opens && (OPENINGS.contains(&first) || verb || (formed || attribute()) && common())) {
        return Some(name);
    }
    let rest = name.start + first.len() + 1;
    (rest < name.end).then_some(rest..name.end)
}

/// `Scientists | say`, `People | talk`: a verb in its plain form may follow.
fn is_many(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
        || matches!(word, "Men" | "People" | "Police" | "Women")
}

/// Whether a noun goes on behind a word, no verb: `Preliminary | reports suggested`, `Cricket | teams all over the world`.
pub(super) fn is_attribute(behind: &str) -> bool {
    let mut next = words(behind).take(2);
    let Some(noun) = next.next().filter(|noun| behind[..noun.start] == *" ") else {
        return false;
    };
    let then = next.next().map_or("", |then| &behind[then]);
    let noun = &behind[noun];
    let acts = |word: &str| finite(word).is_some() || is_move(word) || is_past(word);
    let s = noun.ends_with('s') && !noun.ends_with("ss");
    let plural = s && !then.is_empty() && (acts(then) || holds(ENDS, then) && !holds(TIES, then));
    let verb =
        s && (then.is_empty() || is_determiner(then) || holds(TIES, then) || holds(ENDS, then));
    let other = is_determiner(noun)
        || holds(ENDS, noun)
        || holds(TIES, noun)
        || matches!(noun, "of" | "or");
    noun.starts_with(char::is_lowercase)
        && !other
        && !is_adverb(noun)
        && (plural || !(acts(noun) || verb))
}

/// Whether a word is a verb of the past and no adjective: `rumbled`, `became`; participles as well.
pub(in crate::mentions::quotes::speaker) fn is_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") || holds(PAST, word)
}

/// `d'Ancona`: a name that begins with an article of one letter.
pub(super) fn is_elided(word: &str) -> bool {
    word.split_once(['\'', '’']).is_some_and(|(article, name)| {
        matches!(article, "d" | "l") && name.starts_with(char::is_uppercase)
    })
}

/// `elmo666`: the name of an account.
pub(super) fn is_account(word: &str) -> bool {
    word.starts_with(char::is_alphabetic)
        && word.contains(|c: char| c.is_ascii_digit())
        && word.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && word.chars().all(char::is_alphanumeric)
}

/// Whether a description is a clause or the half of one, which nobody is: `An approach that`, `a number of times`,
/// `The accused did not`, `with the words`; nor is `nobody`.
pub(super) fn is_clause(described: &str) -> bool {
    const FINITE: &str = " could did had has have must should was were will would ";
    const TAILS: &str = " much more most not saying somewhat than that very whether ";
    let all: Vec<_> = words(described).map(|word| &described[word]).collect();
    let relative = |word: &&str| matches!(*word, "who" | "that" | "which" | "whom" | "whose");
    let own = all.iter().position(relative).unwrap_or(all.len());
    let (Some(first), Some(last)) = (all.first(), all.last()) else {
        return true;
    };
    // `It consists of five words`
    let told = is_pronoun(first) || matches!(*first, "It" | "it");
    holds(TAILS, last)
        || told && all.len() > 1
        || holds(TIES, last)
        || matches!(*first, "with" | "from" | "in" | "at" | "of")
        || matches!(
            *first,
            "Nobody" | "nobody" | "None" | "none" | "Neither" | "neither"
        )
        || all[..own]
            .iter()
            .skip(2)
            .any(|word| holds(FINITE, word) || holds(PAST, word))
}
