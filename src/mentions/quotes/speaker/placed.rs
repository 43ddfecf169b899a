//! Tags told by their place and the stops between, whatever their verb: `"…," he rumbled`, `Lund's "…" moved us`,
//! `Trotsky: "…"`.

use super::head;
use super::subject::Narration;
use super::tag::{Side, Tag};
use crate::mentions::quotes::attribution::{Grade, Subject};
use crate::mentions::quotes::cues::{self, words};
use crate::mentions::words::is_determiner;

/// `he rumbled from the podium`, `rumbled Okoro`: what stands behind a sentence that ends in a comma inside the
/// marks is its tag.
pub(super) fn behind(text: &str) -> Option<Tag> {
    let narration = Narration::new(text);
    let first = words(text)
        .next()
        .filter(|first| text[..first.start] == *" ")?;
    if acts(&text[first.clone()]) {
        let subject = narration.after(first.end)?;
        return (subject.1 != Grade::Described).then(|| Tag::new(subject, first));
    }
    // `“…,” say the keepers`: the plain form, before many.
    if cues::is_of_mind(&text[first.clone()]) {
        return Some(Tag::new(narration.after(first.end)?, first));
    }
    // `“…,” bulletins Mrs Ann Bell`: whatever the verb, where a whole name follows.
    if is_present(&text[first.clone()]) {
        let name = narration.after(first.end)?;
        let whole = name.1 == Grade::Named && text[name.0.clone()].contains(' ');
        return whole.then(|| Tag::new(name, first));
    }
    let (subject, grade) = narration.after(0)?;
    // A description is read on to its verb and behind.
    let subject = match grade {
        Grade::Described => {
            let human = words(&text[subject.clone()])
                .find(|word| cues::is_human(&text[subject.clone()][word.clone()]))?;
            subject.start..subject.start + human.end
        }
        _ => subject,
    };
    let verb = words(&text[subject.end..]).next()?;
    let verb = cues::shift(verb, subject.end);
    let next = text[subject.end..verb.start] == *" " && acts(&text[verb.clone()]);
    next.then(|| Tag::new((subject, grade), verb))
}

/// Whether a word looks like a verb of the past.
fn acts(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ed")
        && word.starts_with(char::is_lowercase)
        && word != "quoted"
}

/// Whether a word looks like a verb of the present.
fn is_present(word: &str) -> bool {
    const OTHERS: [&str; 12] = [
        "as", "besides", "does", "has", "his", "is", "its", "perhaps", "plus", "this", "unless",
        "was",
    ];
    word.ends_with('s') && word.starts_with(char::is_lowercase) && !OTHERS.contains(&word)
}

/// `…, so Lund.`, `Thus Lund:`: a name behind the word that points to what was said.
pub(super) fn so(narration: &Narration) -> Option<Tag> {
    let text = narration.text();
    words(text).find_map(|so| {
        let apart = text[..so.start].trim_end();
        let points = matches!(&text[so.clone()], "so" | "So" | "thus" | "Thus")
            && (apart.is_empty() || apart.ends_with(','));
        let found = points.then(|| narration.after(so.end)).flatten()?;
        let alone = text[found.0.end..]
            .trim_end()
            .starts_with([',', '.', ':', ';']);
        (alone && found.1 == Grade::Named).then(|| Tag::new(found, so))
    })
}

/// `Lund's | "…" moved us`, `Marsh's first plan, | "…", was laughed at`: words that belong to somebody.
pub(super) fn owner(before: &str) -> Option<Tag> {
    const ADJECTIVES: usize = 3;
    let end = before.trim_end();
    let apposed = end.ends_with([',', '—', '–']);
    let clause = end.trim_end_matches([',', '—', '–']).trim_end();
    let narration = Narration::new(before);
    let owner = narration.last_owner()?;
    let mark = before[owner.end..]
        .find(' ')
        .map_or(before.len(), |blank| owner.end + blank);
    let between = clause.get(mark.min(clause.len())..)?;
    let plain = between
        .chars()
        .all(|c| c.is_lowercase() || matches!(c, ' ' | '-'));
    let count = words(between).count();
    let near = count == 0 && !apposed || apposed && (1..=ADJECTIVES).contains(&count);
    let cue = owner.end..mark;
    (plain && near).then(|| Tag::new((owner, Grade::Named), cue))
}

/// How long the place is that a report opens with, its dash included: `LONDON — `.
pub(super) fn dateline(sentence: &str) -> usize {
    const LONGEST: usize = 40;
    let head = &sentence[..sentence.floor_char_boundary(LONGEST)];
    let dash = [" — ", " – ", " -- ", " - "]
        .iter()
        .find_map(|dash| Some((head.find(dash)?, dash.len())));
    let place = |&(end, _): &(usize, usize)| {
        let city = head[..end].split([',', '(']).next().unwrap_or_default();
        city.len() > 2 && !city.contains(char::is_lowercase) && city.contains(char::is_alphabetic)
    };
    dash.filter(place).map_or(0, |(end, length)| end + length)
}

/// `described as “…” | by Helen Marsh`: the agent of a passive behind the words.
pub(super) fn agent(behind: &str) -> Option<Tag> {
    let by = words(behind)
        .next()
        .filter(|by| behind[by.clone()] == *"by" && behind[..by.start] == *" ")?;
    let narration = Narration::new(behind);
    let (subject, grade) = narration.after(by.end)?;
    let agent = &behind[subject.clone()];
    (grade == Grade::Named || cues::may_speak(agent))
        .then(|| Tag::new((subject.clone(), grade), by))
}

/// `For Hobsbawm the century was “…”`.
pub(super) fn view(narration: &Narration, side: Side) -> Option<Tag> {
    let text = narration.text();
    let first = cues::words(text).next().filter(|word| {
        side == Side::Before && matches!(&text[word.clone()], "For" | "To" | "Per")
    })?;
    // `To “Monty,” the people were`
    let marked = [" “", " \"", " ‘"]
        .iter()
        .find(|mark| text[first.end..].starts_with(**mark));
    let from = first.end + marked.map_or(0, |mark| mark.len());
    let found = narration
        .after(from)
        .filter(|found| found.1 == Grade::Named)?;
    Some(Tag::new(found, first))
}

/// `to assert, as Rothbard did, that`: who does what a verb of saying tells.
pub(super) fn likewise(narration: &Narration) -> Option<Tag> {
    let text = narration.text();
    text.match_indices(" as ").find_map(|(at, tie)| {
        let says = words(&text[..at]).any(|word| cues::ends_in_verb(&text[word]));
        let subject = narration.after(at + tie.len() - 1).filter(|_| says)?;
        let does = words(&text[subject.0.end..]).next()?;
        let does = cues::shift(does, subject.0.end);
        matches!(&text[does.clone()], "did" | "does" | "do").then(|| Tag::new(subject, does))
    })
}

/// `The judge heard that she was “…”`: what is said before a court.
pub(super) fn heard(narration: &Narration) -> Option<Tag> {
    const COURTS: [&str; 11] = [
        "committee",
        "council",
        "court",
        "hearing",
        "inquest",
        "inquiry",
        "judge",
        "jury",
        "magistrates",
        "panel",
        "tribunal",
    ];
    let text = narration.text();
    let verb = words(text).find(|word| matches!(&text[word.clone()], "heard" | "hears"))?;
    let court = words(&text[..verb.start]).next_back()?;
    let subject = narration
        .before(verb.start)
        .filter(|_| COURTS.contains(&&text[court]))?;
    Some(Tag::new(subject, verb))
}

/// `In an email seen by the Gazette, officials were told to “…”`: the text that a sentence opens with.
pub(super) fn source(narration: &Narration, side: Side) -> Option<Tag> {
    const LONGEST: usize = 5;
    let text = narration.text();
    let mut opening = words(text).take(LONGEST);
    let tie = opening.next().filter(|tie| {
        side == Side::Before && matches!(&text[tie.clone()], "In" | "On") && tie.start == 0
    })?;
    let article = opening.next()?;
    let noun = opening.find(|word| cues::has_noun(&text[word.clone()]))?;
    let clause = text[tie.end..noun.end].contains([',', ';', ':']);
    let passive = words(&text[noun.end..])
        .any(|word| matches!(&text[noun.end..][word], "was" | "were" | "is" | "are"));
    (is_determiner(&text[article.clone()]) && !clause && passive)
        .then(|| Tag::new((article.start..noun.end, Grade::Described), tie))
}

/// `Over the door is carved “…”`, `On the back, in Orlik's hand, stands: “…”`: where something is written.
pub(super) fn written(narration: &Narration, side: Side) -> Option<Tag> {
    const WRITTEN: [&str; 10] = [
        "carved",
        "chalked",
        "embroidered",
        "engraved",
        "inscribed",
        "painted",
        "printed",
        "scrawled",
        "stencilled",
        "written",
    ];
    let text = narration.text().trim_end_matches([' ', ':', ',']);
    let mut last = words(text).rev();
    let verb = last
        .next()
        .filter(|verb| side == Side::Before && verb.end == text.len())?;
    let before = last.next().map(|word| &text[word])?;
    let spelt = &text[verb.clone()];
    let passive =
        WRITTEN.contains(&spelt) && matches!(before, "is" | "was" | "are" | "were" | "been");
    (passive || spelt == "stands" && text.starts_with("On "))
        .then(|| Tag::new((verb.clone(), Grade::Described), verb))
}

/// `Trotsky: "…"`, `The verdict was clear: "…"`.
pub(super) fn colon(narration: &Narration) -> Option<Tag> {
    let text = narration.text().trim_end();
    let clause = text.strip_suffix(':')?;
    // `Passengers were told:`: the verb is there and names nobody.
    if cues::ends_in_verb(clause) && cues::verbs(clause).next().is_none() && is_passive(clause) {
        return None;
    }
    let they = || {
        let pronoun = cues::words(clause)
            .find(|word| matches!(&clause[word.clone()], "he" | "she" | "they"))?;
        Some((pronoun, Grade::Pronoun))
    };
    let speaks = |found: &Subject| is_heard(clause, found);
    Some(Tag::new(
        head::of(narration).filter(speaks).or_else(they)?,
        clause.len()..text.len(),
    ))
}

/// Whether a subject may speak behind a colon: `The house was dark:`, `The result was clear:` say nothing.
pub(super) fn is_heard(clause: &str, (subject, grade): &Subject) -> bool {
    let opening = &clause[subject.clone()];
    let is = [" was ", " is ", " were ", " are "]
        .iter()
        .any(|be| clause.contains(be));
    let body = || words(opening).any(|word| cues::is_body(&opening[word]));
    *grade != Grade::Described
        || !is
        || cues::has_human(opening)
        || cues::has_noun(clause)
        || body() && cues::lead(clause).is_some()
}

/// `Passengers were told`
fn is_passive(clause: &str) -> bool {
    let verb = words(clause).next_back();
    verb.is_some_and(|verb| cues::is_passive(clause, &verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_verb_of_the_past_is_a_tag_behind_a_comma() {
        for (text, speaker) in [
            (" he rumbled from the podium.", "he"),
            (" Anna Okoro trilled.", "Anna Okoro"),
            (" rumbled Okoro.", "Okoro"),
            (" the old ferryman rumbled at last.", "the old ferryman"),
            (" say the keepers.", "the keepers"),
            (" bulletins Mrs. Ann Bell, who runs it.", "Mrs. Ann Bell"),
        ] {
            let found = behind(text).map(|tag| &text[tag.speaker]);
            assert_eq!(found, Some(speaker), "{text}");
        }
        for text in [
            " which nobody rumbled.",
            " and he rumbled.",
            " the house burned.",
        ] {
            assert!(behind(text).is_none(), "{text}");
        }
    }

    #[test]
    fn words_belong_to_their_owner() {
        for (text, speaker) in [
            ("We read that Lund's ", Some("Lund")),
            ("Marsh’s first plan, ", Some("Marsh")),
            ("Marsh’s house in the hills was ", None),
            ("It was the mayor who called it ", None),
        ] {
            let found = owner(text).map(|tag| &text[tag.speaker]);
            assert_eq!(found, speaker, "{text}");
        }
    }
}
