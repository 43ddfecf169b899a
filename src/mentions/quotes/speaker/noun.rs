//! Nouns that speak for somebody: `Trotsky's statement`, `a letter from Reiss`, `the inscription`.

use std::ops::Range;

use super::head;
use super::subject::Narration;
use super::tag::{Side, Tag};
use crate::mentions::names::sex_of_pronoun;
use crate::mentions::quotes::attribution::{Grade, Subject};
use crate::mentions::quotes::cues;

/// A noun further off than this says nothing of the quotation, in words.
const NOUN: usize = 6;

/// And one of somebody's mind: `Lucas's decision to finish the old film | "as it was meant to be"`.
const VIEW: usize = 14;

/// Nouns looked at, the nearest first.
const NOUNS: usize = 3;

/// `Trotsky's statement`, `a letter from Reiss`, `the inscription`: words that speak for somebody.
pub(super) fn read(narration: &Narration, side: Side) -> Option<Tag> {
    let nouns = cues::nouns(narration.text());
    let found = |(cue, owned)| speaking(narration, side, cue, owned);
    if side == Side::Before {
        nouns.rev().take(NOUNS).find_map(found)
    } else {
        nouns.take(NOUNS).find_map(found)
    }
}

/// The tag that one noun makes; `owned` if it speaks only for somebody.
fn speaking(narration: &Narration, side: Side, cue: Range<usize>, owned: bool) -> Option<Tag> {
    let text = narration.text();
    let between = if side == Side::Before {
        &text[cue.end..]
    } else {
        &text[..cue.start]
    };
    let end = text.trim_end();
    let led = end.ends_with([':', ',']);
    // `the report was “full of errors”` is said of the report; `The phrase was “…”` is not.
    let of_it = !led
        && side == Side::Before
        && !cues::is_wording(&text[cue.clone()])
        && cues::words(between).any(|word| matches!(&between[word], "was" | "is" | "were" | "are"));
    // `The widow's only comment on the statue, when the sheet came off, was “…”`
    let equals =
        end.ends_with([':', '—', '–']) || [" was", " is"].iter().any(|be| end.ends_with(be));
    // `shared the Prize with two others | "for the raising of the barge"`
    let far = owned || text[cue.clone()].starts_with(char::is_uppercase);
    let near = if far { VIEW } else { NOUN };
    let distance = cues::words(between).count();
    // `The Constitution exempts the guilds if “…”`: what the sentence is about.
    let heads = || {
        let law = text[cue.clone()].starts_with(char::is_uppercase) && side == Side::Before;
        law && head::of(narration).is_some_and(|found| found.0.end == cue.end)
    };
    if !equals && distance > near && !heads() {
        return None;
    }
    // `The line was described as “…”`: by somebody else.
    if side == Side::Before && cues::agentless(between, NOUN).is_some() {
        return None;
    }
    // `a question | came | from one of the pilots`
    let by = cues::words(&text[cue.end..])
        .find(|word| !matches!(&text[cue.end..][word.clone()], "came" | "comes"))
        .map(|word| cues::shift(word, cue.end));
    let author = by
        .filter(|word| {
            let of = &text[word.clone()] == "of" && !is_of_something(&text[cue.clone()]);
            of || matches!(&text[word.clone()], "by" | "from")
        })
        .and_then(|word| narration.after(word.end))
        .filter(|found| {
            // `the comment of an old ferryman that`
            let human = || cues::has_human(&text[found.0.clone()]);
            found.1 == Grade::Named || found.1 == Grade::Described && human()
        });
    // `From the crowd came cries of “…”`
    let shouted = || {
        let crowd = matches!(
            &text[cue.clone()],
            "cries" | "shouts" | "jeers" | "whispers"
        );
        crowd.then(|| (cue.clone(), Grade::Described))
    };
    // `“…” was the answer | Ann Bell gave`
    let giver = || {
        narration
            .after(cue.end)
            .filter(|found| found.1 == Grade::Named)
    };
    let author = author.or_else(|| (side != Side::Before).then(giver).flatten());
    // `There was a remark that`: somebody's; but `There was a notice that`.
    let found_there = || {
        let before = [
            "here was a ",
            "here was some ",
            "here were ",
            "here had been a ",
            "here is a ",
            "here are ",
        ];
        before
            .iter()
            .any(|there| text[..cue.start].ends_with(there))
            && !cues::is_text(&text[cue.clone()])
    };
    if author.is_none() && side == Side::Before && !led && found_there() {
        return None;
    }
    let by_author = author.is_some();
    // `By the Constitution it is provided that`
    let by_text = || {
        let before = cues::words(&text[..cue.start]).rev().take(3);
        let near = |word: &str| matches!(word, "By" | "by" | "Under" | "under");
        let by = before.map(|word| &text[word]).any(near);
        (by && !owned).then(|| (cue.clone(), Grade::Described))
    };
    let found = author
        .or_else(|| narration.before(cue.end))
        .or_else(|| theirs(text, &cue))
        .or_else(shouted)
        .or_else(by_text);
    if let Some(found) = found {
        // `The Gazette's verdict` is the Gazette's word.
        let owner = narration.owner_of(&found);
        let speaks = by_author
            || owner.is_some()
            || is_possessed(&text[found.0.clone()])
            // `Orlik in | his blog post`
            || text
                .get(found.0.end..cue.start)
                .and_then(|between| between.strip_prefix(" in "))
                .is_some_and(is_possessed)
            || !owned && !of_it;
        if speaks {
            return Some(Tag::new(owner.unwrap_or(found), cue));
        }
    }
    // `Baker worked on the premise that “…”`, `made his debut with a pledge “to carry …”`
    let held = owned && side == Side::Before && distance <= 1 && !led;
    let holder = || {
        let he = |words: &str| sex_of_pronoun(words).is_some();
        head::of(narration).filter(|found| found.1 == Grade::Named || he(&text[found.0.clone()]))
    };
    let (subject, grade) = held.then(holder).flatten()?;
    (subject.end < cue.start).then(|| Tag::new((subject, grade), cue))
}

/// `Lund's accusation | that he was`: what a noun right before the words says that somebody else has said.
pub(super) fn that(narration: &Narration) -> Option<Tag> {
    let text = narration.text();
    let (noun, _) = cues::nouns(text).next_back()?;
    let behind = text[noun.end..].strip_prefix(" that ")?;
    let near = cues::words(behind).count() <= NOUN && cues::verbs(behind).next().is_none();
    let found = near.then(|| narration.before(noun.end)).flatten()?;
    // `The abbess admitted | in her accounts that`
    let verb = cues::verbs(&text[found.0.start..noun.start]).next();
    Some(Tag::new(
        narration.owner_of(&found).filter(|_| verb.is_none())?,
        noun,
    ))
}

/// `in | his own phrase`
fn theirs(text: &str, noun: &Range<usize>) -> Option<Subject> {
    let mut before = cues::words(&text[..noun.start]).rev();
    let own = before.next().filter(|own| text[own.clone()] == *"own")?;
    let owner = before
        .next()
        .filter(|owner| is_possessed(&text[owner.start..own.end]))?;
    Some((owner.start..noun.end, Grade::Described))
}

/// `his letter`, `the widow's comment`
fn is_possessed(noun: &str) -> bool {
    const THEIRS: [&str; 12] = [
        "His ", "his ", "Her ", "her ", "Their ", "their ", "Its ", "its ", "My ", "my ", "Our ",
        "our ",
    ];
    ["'s ", "’s "].iter().any(|s| noun.contains(s))
        || THEIRS.iter().any(|owner| noun.starts_with(owner))
}

/// Whether `of` behind a noun tells what it is about: `the version of Android`.
fn is_of_something(noun: &str) -> bool {
    matches!(
        noun,
        "assessment"
            | "definition"
            | "description"
            | "evidence"
            | "explanation"
            | "praise"
            | "review"
            | "theory"
            | "version"
            | "view"
            | "vision"
    )
}
