//! What a sentence or a clause is about: its first subject.

use super::subject::{Narration, is_past};
use crate::mentions::quotes::attribution::{Grade, Subject};
use crate::mentions::quotes::cues;

/// What a sentence is about: its first subject.
pub(super) fn of(narration: &Narration) -> Option<Subject> {
    narration
        .after(0)
        .or_else(|| behind_opening(narration))
        .or_else(|| Some((narration.first_name()?, Grade::Named)))
        .filter(|found| !is_behind_verb(&narration.text()[..found.0.start]))
}

/// Whether a verb stands before what would be a subject: `“…” should take the spirit of the Concert and accept`.
fn is_behind_verb(before: &str) -> bool {
    const FINITE: [&str; 12] = [
        "are", "can", "could", "has", "have", "is", "must", "should", "was", "were", "will",
        "would",
    ];
    let clause = before.rsplit([',', ';', ':']).next().unwrap_or_default();
    let first = cues::words(clause).next().map(|word| &clause[word]);
    first.is_some_and(|word| FINITE.contains(&word))
}

/// What a sentence is about, if it stands before its verb.
pub(super) fn before(narration: &Narration, verb: usize) -> Option<Subject> {
    of(narration).filter(|found| found.0.start < verb)
}

/// `Then | she rounded on Weston and cried`, `However, | they`, `In May, | the council`: the subject behind what a
/// sentence opens with.
fn behind_opening(narration: &Narration) -> Option<Subject> {
    const OPENING: usize = 6;
    const ADVERBS: [&str; 13] = [
        "Again", "And", "But", "Finally", "Here", "Later", "Now", "Once", "So", "Still", "Then",
        "There", "Yet",
    ];
    let first = cues::words(narration.text()).next()?;
    let opens = ADVERBS.contains(&&narration.text()[first.clone()]);
    let next = || narration.after(first.end).filter(|_| opens);
    let behind_comma = || {
        let comma = narration.text().find(", ")?;
        let short = cues::words(&narration.text()[..comma]).count() <= OPENING;
        short.then(|| narration.after(comma)).flatten()
    };
    next().or_else(behind_comma)
}

/// Whether a word opens a clause before the one that a sentence is about: `when`, `After`.
pub(super) fn is_subordinator(word: &str) -> bool {
    const SUBORDINATORS: [&str; 12] = [
        "after", "although", "as", "because", "before", "if", "once", "since", "though", "until",
        "when", "while",
    ];
    SUBORDINATORS.contains(&&*cues::lowered(word))
}

/// `When she left the school and | told`, `If they like it they can raise a hand and | say`: who acts in a clause that
/// only a word of time or condition opens, or in the sentence that such a one opens.
pub(super) fn of_adverbial(narration: &Narration, verb: usize) -> Option<Subject> {
    let text = narration.text();
    let from = text[..verb].rfind([',', ';']).map_or(0, |stop| stop + 1);
    let clause = &text[from..verb];
    let all: Vec<_> = cues::words(clause).collect();
    let opening = all
        .iter()
        .take(3)
        .find(|word| is_subordinator(&clause[(*word).clone()]))?;
    let he = all
        .iter()
        .rfind(|word| matches!(&clause[(*word).clone()], "he" | "she" | "they" | "we" | "I"));
    // `when a pilot named Ann Lund stood on a barrel and | cried`
    let somebody = || {
        let found = narration.after(from + opening.end)?;
        let human = found.1 == Grade::Named || cues::has_human(&text[found.0.clone()]);
        (human && found.0.end < verb).then_some(found)
    };
    he.map(|he| (cues::shift(he.clone(), from), Grade::Pronoun))
        .or_else(somebody)
}

/// The named subject of the clause before a participle: `After the raid, Smith gave a speech, | telling`.
pub(super) fn of_clause(narration: &Narration, participle: usize) -> Option<Subject> {
    let text = narration.text();
    let before = text[..participle].trim_end_matches([' ', ',']);
    let commas = before.rmatch_indices(", ").map(|(at, _)| at + 1);
    // `The car began to move and Harry ran after it, | crying`, not `Ann and Harry ran`
    let joined = before.rmatch_indices(" and ").filter(|&(at, _)| {
        let last = cues::words(&before[..at]).next_back();
        last.is_some_and(|last| before[last].starts_with(char::is_lowercase))
    });
    let joined = joined.map(|(at, and)| at + and.len() - 1);
    commas.chain(joined).find_map(|start| {
        let he =
            |found: &Subject| matches!(&text[found.0.clone()], "he" | "she" | "they" | "I" | "we");
        // `Orlik, the mayor, urged Lund to go, | telling`: Lund is an object.
        let opens = |found: &Subject| {
            let first = cues::words(&text[start..found.0.start]).next();
            first.is_none_or(|first| {
                let first = &text[start..][first];
                !(is_past(first) || first.ends_with("ing"))
            })
        };
        let found = narration
            .after(start)
            .filter(|found| found.1 == Grade::Named && opens(found) || he(found))?;
        // `he'd`
        let behind = &text[found.0.end..];
        let behind = ["'d", "’d", "'ll", "’ll"]
            .iter()
            .find_map(|end| behind.strip_prefix(end))
            .unwrap_or(behind);
        let verb = behind.strip_prefix(' ')?;
        verb.starts_with(char::is_lowercase).then_some(found)
    })
}
