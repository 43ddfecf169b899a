//! Who says what a verb of saying tells: before it or behind it, by the stops and the little words between.

use std::ops::Range;

use super::head;
use super::subject::Narration;
use crate::mentions::names::sex_of_pronoun;
use crate::mentions::quotes::attribution::{Grade, Subject};
use crate::mentions::quotes::cues;
use crate::mentions::words::is_determiner;

/// Who says what a verb of saying tells.
pub(super) fn of(narration: &Narration, verb: &Range<usize>) -> Option<Subject> {
    let text = narration.text();
    let before = text[..verb.start].trim_start_matches([',', ' ', '.', '—', '–', '-', ')']);
    // `it was put to her by Mr Sloane`; but `the mayor was quoted as saying by a local paper`.
    let quoted = before.trim_end().ends_with(" as") || is_quoted_as_saying(&text[verb.end..]);
    if let Some(by) = cues::by(text, verb).filter(|_| cues::is_passive(text, verb) && !quoted) {
        return narration.after(by);
    }
    if quoted && cues::is_passive(text, verb) {
        return narration.before(verb.start).or_else(|| head::of(narration));
    }
    // `Reuters quoted Marsh | as saying`: whether the one verb is asked for or the other.
    let participle = cues::is_participle(&text[verb.clone()]);
    let quoting = if quoted && participle {
        cues::verbs(&text[..verb.start]).last()
    } else {
        Some(verb.clone())
    };
    let quotes = |verb: &Range<usize>| {
        matches!(&text[verb.clone()], "quoted" | "quotes") && !cues::is_passive(text, verb)
    };
    if let Some(quoting) = quoting.filter(quotes) {
        let named = text[quoting.end..].contains(" as ");
        let told = narration.after(quoting.end).filter(|found| {
            found.1 == Grade::Named
                || named && (found.1 == Grade::Pronoun || cues::may_speak(&text[found.0.clone()]))
        });
        if told.is_some() {
            return told;
        }
    }
    // `I'm saying that`
    if participle && cues::goes_on(&text[..verb.start]) {
        return narration
            .before(verb.start)
            .or_else(|| head::before(narration, verb.start));
    }
    if participle {
        // `…, with a spokeswoman saying`
        let mut before = cues::words(&text[..verb.start]).rev();
        if let (Some(noun), Some(article), Some(with)) =
            (before.next(), before.next(), before.next())
        {
            let human =
                cues::is_human(&text[noun.clone()]) && is_determiner(&text[article.clone()]);
            if human && text[with] == *"with" {
                return Some((article.start..noun.end, Grade::Described));
            }
        }
        // `Smith left the hall, saying "…"`: the subject of the sentence.
        return relative(narration, verb.start)
            .or_else(|| head::of_clause(narration, verb.start))
            .or_else(|| head::before(narration, verb.start));
    }
    if matches!(before.trim_end(), "and" | "but") {
        return narration.after(verb.end).filter(|found| {
            found.1 == Grade::Named || sex_of_pronoun(&text[found.0.clone()]).is_some()
        });
    }
    if matches!(
        before.trim_end(),
        "" | "as" | "As" | "so" | "So" | "thus" | "Thus" | "Then" | "then" | "or"
    ) {
        return narration
            .after(verb.end)
            .or_else(|| narration.before(verb.start));
    }
    // `A resolution was passed, which admitted`: the same.
    if before.trim_end().ends_with(" which") || before.trim_end().ends_with(",which") {
        return relative(narration, verb.start).or_else(|| head::of(narration));
    }
    // `Smith left the room and said`: the sentence has one subject.
    let joined = [" and", " but", " and then", " or", "; then", ", then"]
        .iter()
        .any(|joint| before.trim_end().ends_with(joint));
    if joined {
        // `When he came, the priest grew loud and told`
        let near = text[..verb.start]
            .rfind(", ")
            .and_then(|comma| narration.after(comma + 1));
        let human = |found: &Subject| match found.1 {
            Grade::Described => cues::has_human(&text[found.0.clone()]),
            Grade::Pronoun => !text[found.0.clone()].eq_ignore_ascii_case("it"),
            _ => false,
        };
        return near
            .filter(human)
            .or_else(|| head::of_adverbial(narration, verb.start))
            .or_else(|| head::before(narration, verb.start));
    }
    let inverted = before.trim_end().ends_with([',', '—', '–']) || before.ends_with(" as ");
    // `The firm's director, Elena Sarto, told Reuters`: who stands before a verb is nearer than whom it is told.
    let (before, behind) = (narration.before(verb.start), || narration.after(verb.end));
    if inverted && before.as_ref().is_none_or(|found| found.1 != Grade::Named) {
        // `General Myers, said the bomb was effective`: what acts behind the verb is told of.
        let behind = || behind().filter(|found| !acts(&text[found.0.end..]));
        let named = behind().filter(|found| found.1 == Grade::Named);
        let stray = || narration.before(before_comma(text, verb.start)?);
        return named.or(before).or_else(behind).or_else(stray);
    }
    before
        .or_else(|| shared(narration, verb.start))
        .or_else(|| unparted(narration, verb.start))
}

/// `Mr Orlik, who retired as pilot in 1955 | said`: the clause about him lacks its second comma.
fn unparted(narration: &Narration, verb: usize) -> Option<Subject> {
    let name = narration.first_name()?;
    let clause = narration.text().get(name.end..verb)?;
    let relative = clause.strip_prefix(", who ")?;
    (!relative.contains([',', ';', ':'])).then_some((name, Grade::Named))
}

/// `Hunt was blamed for it, but in a talk last year | argued`: the subject of the first clause.
fn shared(narration: &Narration, verb: usize) -> Option<Subject> {
    const TIES: [&str; 8] = ["in", "on", "at", "later", "then", "also", "after", "during"];
    let before = &narration.text()[..verb];
    let (at, joint) = [" but ", " and "]
        .iter()
        .filter_map(|joint| Some((before.rfind(joint)?, joint)))
        .max()?;
    let next = cues::words(&before[at + joint.len()..]).next()?;
    let tied = TIES.contains(&&before[at + joint.len()..][next]);
    tied.then(|| head::of(narration)).flatten()
}

/// `a lawsuit with Marsh Media, which | accuses`, `from Lund's party, which tried to win by | saying`: the name that the
/// clause hangs on.
fn relative(narration: &Narration, verb: usize) -> Option<Subject> {
    let text = narration.text();
    let comma = text[..verb].rfind(", ")?;
    let clause = text[comma + 2..verb].split(' ').next();
    matches!(clause, Some("which"))
        .then(|| narration.named_to(comma))
        .flatten()
}

/// Where a comma that parts a subject from its verb stands, with none before it.
fn before_comma(text: &str, verb: usize) -> Option<usize> {
    let clause = text[..verb].trim_end().strip_suffix(',')?;
    (!clause.contains(',')).then_some(clause.len())
}

/// `quoted | as saying`, `quoted | by the Gazette as saying`.
fn is_quoted_as_saying(behind: &str) -> bool {
    const AGENT: usize = 6;
    let behind = behind.trim_start();
    let agent = behind.starts_with("by ").then(|| behind.find(" as saying"));
    let near = |at: usize| cues::words(&behind[..at]).count() <= AGENT;
    behind.starts_with("as saying") || agent.flatten().is_some_and(near)
}

/// Whether a verb follows: `was effective`; not `, was effective`, whose subject stands further off.
fn acts(behind: &str) -> bool {
    let next = cues::words(behind).next().filter(|next| next.start == 1);
    let next = next
        .filter(|_| behind.starts_with(' '))
        .map(|word| &behind[word]);
    matches!(
        next,
        Some(
            "is" | "are"
                | "was"
                | "were"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "could"
                | "should"
                | "must"
        )
    )
}
