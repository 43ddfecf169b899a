//! Reports: who tells something in a sentence that has no quotation.

use std::ops::Range;

use super::person::People;
use super::reading;
use super::sayer;
use super::subject::{Narration, is_tie};
use super::tag::Tag;
use crate::mentions::quotes::attribution::{Grade, Subject};
use crate::mentions::quotes::cues::{self, shift, words};
use crate::mentions::words::{is_determiner, is_pronoun};

/// The one person who reports in a sentence: `Heald noted that it had grown.`, `It is easy, she says, to forget.`,
/// `It had grown, according to Heald.`
pub(super) fn reporter(people: &People, sentence: Range<usize>) -> Option<Tag> {
    let text = &people.text()[sentence.clone()];
    let narration = Narration::new(text);
    let found = told(&narration)
        .or_else(|| reading::introduction(&narration))
        .or_else(|| in_text(&narration))?;
    let whole = shift(found.speaker.clone(), sentence.start);
    (people.is_one(&whole, found.grade) && found.is_somebodys(text)).then_some(found)
}

/// `In her letter to the board | the keeper gave her reasons.`: who writes or speaks in what the sentence opens with.
fn in_text(narration: &Narration) -> Option<Tag> {
    const NEAR: usize = 4;
    let text = narration.text();
    let mut opening = words(text).take(NEAR);
    opening.next().filter(|word| text[word.clone()] == *"In")?;
    opening
        .next()
        .filter(|word| is_determiner(&text[word.clone()]))?;
    let noun = opening.find(|word| cues::has_noun(&text[word.clone()]))?;
    // `to the board` is the letter's, `the keeper` writes it.
    let mut tied = false;
    let subject = words(&text[noun.end..]).find_map(|word| {
        let spelt = &text[noun.end..][word.clone()];
        let free = !std::mem::replace(&mut tied, is_tie(spelt));
        let at = noun.end + word.start;
        let opens = is_determiner(spelt) || is_pronoun(spelt) || narration.is_named_at(at);
        (free && opens).then(|| narration.after(at)).flatten()
    })?;
    (subject.0.end < text.trim_end().len()).then(|| Tag::new(subject, noun))
}

/// Who tells something in a sentence.
pub(super) fn told(narration: &Narration) -> Option<Tag> {
    let text = narration.text();
    let leads = |verb: &Range<usize>| {
        let behind = &text[verb.end..];
        // `described the lock in a talk`, but `described it as a folly`
        let named = text[verb.clone()].starts_with("describ")
            && ![" as ", " how "].iter().any(|word| behind.contains(word));
        // `had written to friends to tell of our coming`: what comes next is in the letter.
        let letter = matches!(&text[verb.clone()], "written" | "wrote" | "writes")
            && behind.starts_with(" to ")
            && text[..verb.start].ends_with(" had ");
        letter || tells(behind) && !named && !is_denied(&text[..verb.start])
    };
    let found = said(narration, leads).or_else(|| parenthesis(narration))?;
    Some(Tag::new(found.0, found.1))
}

/// `Not so, | he answers, | the bridge is what lasts.`, `It would hold, | Orlik said.`: a tag between commas.
fn parenthesis(narration: &Narration) -> Option<(Subject, Range<usize>)> {
    let text = narration.text();
    cues::verbs(text).find_map(|verb| {
        let subject = sayer::of(narration, &verb)?;
        let tag = subject.0.start.min(verb.start)..subject.0.end.max(verb.end);
        let close = subject.0.end + 1 >= verb.start && verb.end + 1 >= subject.0.start;
        let apart = text[..tag.start].trim_end().ends_with(',')
            && text[tag.end..].trim_end().starts_with([',', '.']);
        (close && apart && !is_denied(&text[..verb.start])).then_some((subject, verb))
    })
}

/// Who speaks in a sentence, by the first of its verbs that tells so.
pub(super) fn speaker(narration: &Narration) -> Option<Subject> {
    Some(said(narration, |_| true)?.0)
}

fn said(
    narration: &Narration,
    tells: impl Fn(&Range<usize>) -> bool,
) -> Option<(Subject, Range<usize>)> {
    let text = narration.text();
    cues::reports(text)
        .filter(tells)
        .filter_map(|verb| Some((sayer::of(narration, &verb)?, verb)))
        .find(|((subject, grade), _)| *grade != Grade::Named || !is_told_of(&text[..subject.start]))
}

/// Whether a clause only tells of somebody: `The books say nothing of how Hamilton and | Gille wrote it.`
fn is_told_of(before: &str) -> bool {
    const NAMES: usize = 4;
    let first = words(before)
        .rev()
        .take(NAMES)
        .map(|word| &before[word])
        .find(|word| *word != "and" && !word.starts_with(char::is_uppercase));
    first.is_some_and(|word| matches!(word, "how" | "why" | "whom" | "which" | "where"))
}

/// Whether something is told behind a verb of saying; not in `said little`, `asked for a delay`,
/// `asked her to write`, `denied that.`
fn tells(behind: &str) -> bool {
    let mut next = words(behind).map(|word| &behind[word]);
    let (first, second) = (next.next(), next.next());
    // `wrote to me about it`, but `asked to leave`
    let somebody = |word: &str| {
        word.starts_with(char::is_uppercase) || matches!(word, "her" | "him" | "me" | "them" | "us")
    };
    let addressed = first == Some("to") && second.is_some_and(somebody);
    let nothing = !addressed
        && matches!(
            first,
            None | Some("little" | "nothing" | "no" | "for" | "to")
        );
    !nothing && second != Some("to") && (first, second) != (Some("that"), None)
}

/// `has never said`, `were not able to say`, `declined to tell`; and `had told the court on Monday`, which is over.
fn is_denied(before: &str) -> bool {
    const NEAR: usize = 4;
    let back = || words(before).rev().map(|word| &before[word]);
    let not = |word: &str| matches!(word, "never" | "not" | "nor");
    let fails =
        |word: &str| not(word) || matches!(word, "declined" | "failed" | "refused" | "unable");
    back().take(2).any(|word| not(word) || word == "had")
        || back().next() == Some("to") && back().take(NEAR).any(fails)
}
