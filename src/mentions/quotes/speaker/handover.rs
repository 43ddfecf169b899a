//! Handovers: the sentence before a quotation that says whose words come next.

use std::ops::Range;

use super::brief;
use super::head;
use super::person::People;
use super::placed;
use super::reading;
use super::report;
use super::subject::Narration;
use super::tag::{Side, Tag};
use crate::mentions::names::sex_of_pronoun;
use crate::mentions::quotes::attribution::{Grade, Subject};
use crate::mentions::quotes::cues::{self, shift, words};
use crate::mentions::who;
use crate::mentions::words::is_determiner;

/// Who hands over to their words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Giver {
    /// One person, or a text: what a ministry or `analysts` have said leads to nobody's words in marks.
    One,
    /// Anybody: a block stands for itself, and needs only to be introduced.
    Any,
}

/// The tag in a sentence before a quotation, bytes of the sentence: its colon, its end (`as Trotsky admits.`,
/// `He laughed.`), a phrase (`Okoro was blunter.`), or what it reports (`Heald noted that the findings …`).
pub(super) fn read(people: &People, sentence: Range<usize>, giver: Giver) -> Option<Tag> {
    let text = &people.text()[sentence.clone()];
    let end = text.trim_end().trim_end_matches('.');
    if end.ends_with(':') || cues::ends_in_beat(end) || cues::ends_in_verb(text) {
        return reading::read(text, Side::Before);
    }
    let is_one = |found: &Tag| {
        let whole = shift(found.speaker.clone(), sentence.start);
        people.is_one(&whole, found.grade)
    };
    // `Orlik paused, then went on.`
    if cues::ends_in_going_on(end) {
        return reading::read(text, Side::Before)
            .filter(|found| is_one(found) && found.is_somebodys(text));
    }
    // `Why did she want to see it? "He is a legend."`: whom the question is about answers.
    if end.ends_with('?') {
        return asked(people, &sentence).filter(is_one);
    }
    if cues::lead(end).is_some() {
        // `Residents are divided.`: each has other words.
        return reading::read(text, Side::Before)
            .filter(|found| is_one(found) && is_heard(text, found));
    }
    let narration = Narration::new(text);
    if let Some((subject, verb)) = gesture(&narration) {
        return Some(Tag::new(subject, verb)).filter(is_one);
    }
    if let Some(tag) = document(&narration) {
        return Some(tag);
    }
    if let Some(found) = report::told(&narration) {
        return Some(found).filter(|found| giver == Giver::Any || is_one(found));
    }
    attitude(&narration)
        .or_else(|| addressed(&narration))
        .or_else(|| introduced(&narration))
        .or_else(|| answer(&narration))
        .filter(is_one)
}

/// Whose mind a sentence tells: `He defended the visit.`
pub(super) fn minded(sentence: &str) -> Option<Tag> {
    attitude(&Narration::new(sentence))
}

/// `I put this to Orlik.`, `We asked the harbour master about it.`, `Orlik was asked for his view.`: whom somebody asks
/// answers.
fn addressed(narration: &Narration) -> Option<Tag> {
    const NEAR: usize = 6;
    let text = narration.text();
    let verb = words(text)
        .take(NEAR)
        .find(|word| matches!(&text[word.clone()], "ask" | "asked" | "put"))?;
    let for_it = [
        " for his ",
        " for her ",
        " about ",
        " how ",
        " why ",
        " what ",
        " whether ",
    ];
    let behind = &text[verb.end..];
    if text[..verb.start].ends_with(" was ") && for_it.iter().any(|tie| behind.starts_with(tie)) {
        let found = Tag::new(narration.before(verb.start)?, verb);
        return found.is_somebodys(text).then_some(found);
    }
    let (asker, _) = narration.before(verb.start)?;
    let author = matches!(&text[asker], "I" | "we" | "We");
    let from = match text[verb.clone()].starts_with("put") {
        true => verb.end + text[verb.end..].find(" to ")? + " to".len(),
        false => verb.end,
    };
    let found = Tag::new(narration.after(from)?, verb);
    (author && found.is_somebodys(text)).then_some(found)
}

/// `Marta Ruiz has not forgiven the railway.`, `Mr Sloane appeared to be worried about the bridge.`: who has an
/// attitude in the sentence before says why.
fn attitude(narration: &Narration) -> Option<Tag> {
    /// Words between the subject and its verb.
    const NEAR: usize = 6;
    let text = narration.text();
    let (subject, grade) = person(narration)?;
    let behind = &text[subject.end..];
    // `Mr Sloane, who is away, appeared to be worried`
    let relative = behind
        .strip_prefix(", who ")
        .and_then(|clause| clause.split_once(','));
    let behind = relative.map_or(behind, |(_, rest)| rest);
    // `For Okoro, | the moment was bittersweet`
    let behind = if text.starts_with("For ") {
        behind.trim_start_matches(',')
    } else {
        behind
    };
    let start = text.len() - behind.len();
    let near = words(behind)
        .nth(NEAR)
        .map_or(behind.len(), |word| word.start);
    let verb = cues::attitude(&behind[..near])?;
    let clause = !behind[..verb.start].contains([',', ';', ':', '(']);
    clause.then(|| Tag::new((subject.clone(), grade), shift(verb, start)))
}

/// Not of `The sky was clear.`
fn is_heard(text: &str, found: &Tag) -> bool {
    placed::is_heard(text, &(found.speaker.clone(), found.grade))
}

/// `Ann Bell had a simple answer.`, `The minister's reply was short.`: who has something to say.
fn answer(narration: &Narration) -> Option<Tag> {
    /// Words between the verb and what is had, and behind that.
    const NEAR: usize = 4;
    let text = narration.text();
    let noun = words(text).find(|word| cues::is_answer(&text[word.clone()]))?;
    // `a question mark`
    if text[noun.end..].starts_with(" mark") {
        return None;
    }
    let next = words(&text[noun.end..])
        .next()
        .map(|word| &text[noun.end..][word]);
    if matches!(next, Some("was" | "is" | "came")) {
        let found = narration.before(noun.end)?;
        let opens = text[..found.0.start].trim().is_empty();
        let owned = ["'s ", "’s ", "His ", "Her "]
            .iter()
            .any(|owner| text[found.0.clone()].contains(owner));
        let subject = narration.owner_of(&found).unwrap_or(found);
        return (owned && opens).then(|| Tag::new(subject, noun));
    }
    let verb = words(&text[..noun.start]).rev().take(NEAR).find(|word| {
        matches!(
            &text[word.clone()],
            "has" | "had" | "gave" | "gives" | "offered" | "offers" | "made" | "makes"
        )
    })?;
    let ends = words(&text[noun.end..]).count() <= NEAR || matches!(next, Some("which" | "that"));
    let beside = narration.before(verb.start).filter(|subject| {
        let opens = text[..subject.0.start].trim_end();
        opens.is_empty() || opens.ends_with(',')
    });
    // `The colonel grunted, then made a remark which`
    let head = || {
        let subject = head::of(narration)?;
        let human = subject.1 != Grade::Described || cues::has_human(&text[subject.0.clone()]);
        human.then_some(subject)
    };
    Some(Tag::new(beside.or_else(head).filter(|_| ends)?, noun))
}

/// `Ida Moser, 81, runs the ferry.`, `Paul Okoro, a baker, opens at five.`: who is introduced speaks.
fn introduced(narration: &Narration) -> Option<Tag> {
    let text = narration.text();
    let (subject, grade) = person(narration).filter(|found| found.1 == Grade::Named)?;
    // `Marta Kovač meets me at the door.`
    let mut next = words(&text[subject.end..]);
    let (verb, me) = (next.next()?, next.next());
    if me.is_some_and(|me| matches!(&text[subject.end..][me], "me" | "us")) {
        return Some(Tag::new((subject.clone(), grade), shift(verb, subject.end)));
    }
    let behind = text[subject.end..].strip_prefix(", ")?;
    let (apposed, rest) = behind.split_once(',')?;
    let age = apposed.len() <= 3 && apposed.chars().all(|c| c.is_ascii_digit());
    let mut described = words(apposed).map(|word| &apposed[word]);
    let trade = described.next().is_some_and(is_determiner) && described.any(cues::is_human);
    let cue = subject.end..subject.end + 2 + apposed.len();
    // `Paul Okoro, a baker, was given a medal.`
    let acts = !rest.is_empty() && !brief::undergoes(rest);
    ((age || trade) && acts).then(|| Tag::new((subject, grade), cue))
}

/// The subject of a sentence, if it is somebody and not the author.
fn person(narration: &Narration) -> Option<Subject> {
    let text = narration.text();
    // `For Okoro, the moment was bittersweet.`
    let view = text
        .strip_prefix("For ")
        .and_then(|_| narration.after("For".len()));
    let view = view.filter(|found| {
        let behind = &text[found.0.end..];
        found.1 == Grade::Named && (behind.starts_with(',') || behind.starts_with(" the "))
    });
    let (subject, grade) = view.or_else(|| head::of(narration))?;
    let last = words(&text[subject.clone()]).next_back()?;
    let somebody = match grade {
        Grade::Described => cues::is_human(&text[subject.clone()][last]),
        Grade::Pronoun => sex_of_pronoun(&text[subject.clone()]).is_some(),
        _ => true,
    };
    somebody.then_some((subject, grade))
}

/// Whom a question is about.
fn asked(people: &People, sentence: &Range<usize>) -> Option<Tag> {
    let text = &people.text()[sentence.clone()];
    let cue = text.trim_end().len() - 1..text.trim_end().len();
    let pronoun = words(text).find(|word| sex_of_pronoun(&text[word.clone()]).is_some());
    let name = || {
        let named = who::actors(people.text(), sentence)
            .into_iter()
            .find(|name| people.is_person(name) && !people.is_thing(name))?;
        Some((
            named.start - sentence.start..named.end - sentence.start,
            Grade::Named,
        ))
    };
    let subject = pronoun.map(|he| (he, Grade::Pronoun)).or_else(name)?;
    Some(Tag::new(subject, cue))
}

/// `Asked why, Wrona points upward.`, `Frau Keller put down her knitting.`: who makes a face or moves a hand
/// has something to say.
fn gesture(narration: &Narration) -> Option<(Subject, Range<usize>)> {
    const LONGEST: usize = 18;
    let text = narration.text();
    if words(text).count() > LONGEST {
        return None;
    }
    cues::gestures(text).find_map(|verb| {
        let subject = narration.before(verb.start)?;
        let clause = text[..subject.0.start].trim_end();
        let last = words(&text[subject.0.clone()]).next_back()?;
        // `The lift stopped`
        let human = subject.1 != Grade::Described || cues::is_human(&text[subject.0.clone()][last]);
        (human && (clause.is_empty() || clause.ends_with(','))).then_some((subject, verb))
    })
}

/// `The telegram reached Vienna on the fourth.`: a text has the words behind it.
fn document(narration: &Narration) -> Option<Tag> {
    let text = narration.text();
    let mut opening = words(text).take(4);
    let first = opening
        .next()
        .filter(|first| is_determiner(&text[first.clone()]))?;
    let noun = opening.find(|word| cues::is_text(&text[word.clone()]))?;
    let next = words(&text[noun.end..]).next()?;
    let next = &text[noun.end..][next];
    // Not `the telegram boy came`.
    let acts = next.ends_with("ed")
        || next.ends_with('s') && !next.ends_with("ss")
        || matches!(
            next,
            "of" | "for"
                | "from"
                | "in"
                | "on"
                | "is"
                | "was"
                | "has"
                | "had"
                | "came"
                | "hung"
                | "hangs"
        );
    acts.then(|| Tag::new((first.start..noun.end, Grade::Described), noun))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SourceFile;
    use crate::document::{Document, GivenDates};

    fn giver(sentence: &str) -> Option<(String, Grade)> {
        let source = SourceFile::new("a.txt", sentence);
        let document = Document::new(&source, GivenDates::default());
        let people = People::new(&document);
        let found = read(&people, 0..document.text().len(), Giver::One)?;
        Some((document.text()[found.speaker].to_owned(), found.grade))
    }

    #[test]
    fn one_person_hands_over() {
        for (sentence, speaker, grade) in [
            (
                "Senator Lindqvist has told the court the ministry does not know.",
                "Senator Lindqvist",
                Grade::Named,
            ),
            (
                "But the union's spokesman on pay, Owen Pryce, says it does not want a strike.",
                "Owen Pryce",
                Grade::Named,
            ),
            (
                "The harbour master said the pilot had been asleep.",
                "The harbour master",
                Grade::Described,
            ),
            ("She says the loan was repaid.", "She", Grade::Pronoun),
            (
                "The report notes that nobody was on watch.",
                "The report",
                Grade::Described,
            ),
        ] {
            assert_eq!(giver(sentence), Some((speaker.to_owned(), grade)));
        }
    }

    #[test]
    fn many_and_bodies_do_not() {
        for sentence in [
            "Ministers said the tower was of national importance.",
            "The regulator said on Monday it was looking into it.",
            "Analysts said rumours had been fed by the sale.",
            "The company said Mr Olsen had told staff that he would leave.",
            "They said the pump had failed.",
            "Doctors performed a test and said his condition had improved.",
            "The governor has never said that he would run.",
            "The chairman said little.",
        ] {
            assert_eq!(giver(sentence), None, "{sentence}");
        }
    }
}
