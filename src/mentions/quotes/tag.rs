//! Tags: what a stretch of narration beside a quotation says of its speaker.

use std::ops::Range;

use super::attribution::{Grade, Subject};
use super::cues;
use super::head;
use super::noun;
use super::placed;
use super::subject::Narration;
use crate::mentions::words::is_determiner;

/// On which side of the quotation the narration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// `Trotsky wrote: "…"`
    Before,
    /// `"…," wrote Trotsky.`
    Behind,
    /// The sentence goes on behind the words without a comma: `"…" is how Trotsky described it.`
    Beyond,
}

/// A speaker and the words that tie the quotation to it. Bytes of the narration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) speaker: Range<usize>,
    pub(super) cue: Range<usize>,
    pub(super) grade: Grade,
}

/// A verb further off than this belongs to something else, in words.
const REACH: usize = 18;

/// The tag in a stretch of narration, the nearest to the quotation first.
pub(super) fn read(text: &str, side: Side) -> Option<Tag> {
    if text.trim().is_empty() {
        return None;
    }
    let narration = Narration::new(text);
    let by_verb = verbs(&narration, side);
    let echoed = || (side != Side::Before).then(|| echo(&narration)).flatten();
    let found = match echoed().or(by_verb) {
        Some(tag) if tag.grade != Grade::Pronoun => Some(tag),
        // `"…," he said, according to a transcript.`
        Some(pronoun) if side != Side::Before && pronoun.is_next_to(text) => Some(pronoun),
        pronoun => introduction(&narration)
            .or(pronoun)
            .or_else(|| noun::read(&narration, side))
            .or_else(|| placed::colon(&narration))
            .or_else(|| lead(&narration))
            .or_else(|| placed::view(&narration, side))
            .or_else(|| placed::likewise(&narration))
            .or_else(|| placed::heard(&narration))
            .or_else(|| placed::source(&narration, side)),
    };
    found.filter(|tag| {
        side != Side::Beyond
            || tag.grade == Grade::Named
            || tag.is_next_to(text)
            || tag.stands_apart(text)
    })
}

impl Tag {
    pub(super) fn new((speaker, grade): Subject, cue: Range<usize>) -> Self {
        Tag {
            speaker,
            cue,
            grade,
        }
    }

    /// Whether a comma parts the tag from the rest of its sentence: `…, according to the ministry.`,
    /// `…, the California Republican said.`
    fn stands_apart(&self, text: &str) -> bool {
        let start = self.speaker.start.min(self.cue.start);
        let begins = text[..start].trim_end().ends_with(',');
        begins && !text[start..].contains([',', ';'])
    }

    /// Whether a stretch behind a quotation begins with the tag.
    pub(super) fn is_next_to(&self, text: &str) -> bool {
        let start = self.speaker.start.min(self.cue.start);
        let first = cues::words(text).find(|word| {
            !matches!(
                &text[word.clone()],
                "as" | "so" | "So" | "thus" | "Thus" | "or" | "the"
            )
        });
        first.is_some_and(|word| word.end > start)
    }
}

/// Whether a sentence is no more than a tag, by its first words: `Wallace asked`, `Ann Sorel of the union said`.
pub(super) fn opens(sentence: &str) -> bool {
    const HEAD: usize = 8;
    let clause = sentence
        .split(['.', ',', '!', '?', ';', ':', '"', '“', '‘'])
        .next();
    let clause = clause.unwrap_or_default();
    let head = cues::words(clause)
        .nth(HEAD)
        .map_or(clause, |word| &clause[..word.start]);
    let subject = |verb: Range<usize>| Narration::new(head).before(verb.start);
    cues::finite(head)
        .and_then(subject)
        .is_some_and(|(speaker, grade)| speaker.start == 0 && grade == Grade::Named)
}

/// By a verb of saying. Before a quotation a pronoun gives way to a name further off:
/// `Smith said that he wanted "…"`.
fn verbs(narration: &Narration, side: Side) -> Option<Tag> {
    let text = narration.text();
    let mut all: Vec<_> = cues::verbs(text).collect();
    match side {
        Side::Before => all.reverse(),
        Side::Behind | Side::Beyond => {
            let last = all.last().filter(|verb| closes(text, verb)).cloned();
            // `Zofia Halas, head of the smaller of the two unions, said`
            let opens = cues::words(text)
                .next()
                .is_some_and(|word| narration.is_named_at(word.start));
            let near = cues::words(text)
                .nth(if opens { 2 * REACH } else { REACH })
                .map_or(text.len(), |word| word.start);
            all.retain(|verb| verb.start < near);
            if all.is_empty() {
                all.extend(last);
            }
        }
    }
    let mut pronoun = None;
    for verb in all {
        let Some(found) = subject(narration, &verb) else {
            continue;
        };
        let found = Tag::new(found, verb);
        if found.grade != Grade::Pronoun {
            return Some(found);
        }
        if side != Side::Before {
            return Some(found);
        }
        pronoun = pronoun.or(Some(found));
    }
    pronoun
}

/// Who says what a verb of saying tells.
pub(super) fn subject(narration: &Narration, verb: &Range<usize>) -> Option<Subject> {
    let text = narration.text();
    let before = text[..verb.start].trim_start_matches([',', ' ', '.', '—', '–', '-', ')']);
    // `it was put to her by Mr Sloane`; but `the mayor was quoted as saying by a local paper`.
    let quoted = before.trim_end().ends_with(" as")
        || text[verb.end..].trim_start().starts_with("as saying");
    if let Some(by) = cues::by(text, verb).filter(|_| cues::is_passive(text, verb) && !quoted) {
        return narration.after(by);
    }
    if quoted && cues::is_passive(text, verb) {
        return narration.before(verb.start).or_else(|| head::of(narration));
    }
    // `Reuters quoted Marsh as saying`
    if matches!(&text[verb.clone()], "quoted" | "quotes") {
        let told = narration
            .after(verb.end)
            .filter(|found| found.1 == Grade::Named);
        if told.is_some() {
            return told;
        }
    }
    if text[verb.clone()].ends_with("ing") {
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
        return head::of_clause(narration, verb.start)
            .or_else(|| head::before(narration, verb.start));
    }
    if matches!(before.trim_end(), "and" | "but") {
        return narration
            .after(verb.end)
            .filter(|found| found.1 != Grade::Described);
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
        return head::of(narration);
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
        let human = |found: &Subject| {
            found.1 == Grade::Described && cues::has_human(&text[found.0.clone()])
        };
        return near
            .filter(human)
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
    before.or_else(|| shared(narration, verb.start))
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

/// `…, she said.`: the end of a sentence that began with the quotation.
fn closes(text: &str, verb: &Range<usize>) -> bool {
    let behind = text[verb.end..].trim_end_matches(['.', ' ', '\n']);
    let subject = text[..verb.start].rsplit(", ").next().unwrap_or_default();
    behind.is_empty() && cues::words(subject).count() <= 3
}

/// Where a comma that parts a subject from its verb stands, with none before it.
fn before_comma(text: &str, verb: usize) -> Option<usize> {
    let clause = text[..verb].trim_end().strip_suffix(',')?;
    (!clause.contains(',')).then_some(clause.len())
}

/// Whether a verb follows: `was effective`.
fn acts(behind: &str) -> bool {
    let next = cues::words(behind).next().map(|word| &behind[word]);
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

/// `… is how Trotsky described it`, `With these words Trotsky closed the hall`: what stands behind points back.
fn echo(narration: &Narration) -> Option<Tag> {
    let cue = cues::echo(narration.text())?;
    let rest = Narration::new(&narration.text()[cue.end..]);
    let (speaker, grade) = head::of(&rest).or_else(|| Some((rest.first_owner()?, Grade::Named)))?;
    Some(Tag::new((cues::shift(speaker, cue.end), grade), cue))
}

/// `according to Reiss`, `in the words of a GPU agent`.
fn introduction(narration: &Narration) -> Option<Tag> {
    let cue = cues::introduction(narration.text())?;
    Some(Tag::new(narration.after(cue.end)?, cue))
}

/// `Paul Okoro was blunter.`
fn lead(narration: &Narration) -> Option<Tag> {
    let text = narration.text();
    let cue = cues::lead(text)?;
    let colon = text.trim_end().ends_with(':');
    let found = head::of(narration).filter(|found| !colon || placed::is_heard(text, found))?;
    Some(Tag::new(found, cue))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, side: Side) -> Option<(&str, Grade)> {
        read(text, side).map(|tag| (&text[tag.speaker], tag.grade))
    }

    #[test]
    fn tags_before_a_quotation() {
        for (text, speaker, grade) in [
            ("Smith said that he wanted ", "Smith", Grade::Named),
            (
                "The minister called the figures ",
                "The minister",
                Grade::Described,
            ),
            (
                "At that age he was, says Trotsky, ",
                "Trotsky",
                Grade::Named,
            ),
            ("Smith left the hall, saying ", "Smith", Grade::Named),
            ("Trotsky's last letter: ", "Trotsky", Grade::Named),
            (
                "In the words of Ignace Reiss, ",
                "Ignace Reiss",
                Grade::Named,
            ),
            (
                "After much talk, their deliberations concluded that ",
                "their deliberations",
                Grade::Described,
            ),
            ("Pole: ", "Pole", Grade::Named),
            (
                "Sen. Paula Reyes (D-Nev.) said ",
                "Sen. Paula Reyes",
                Grade::Named,
            ),
            (
                "Mr. Castellanos, the minister, who left early, dismissed the claims as ",
                "Mr. Castellanos",
                Grade::Named,
            ),
            (
                "Two of the three experts consulted by this newspaper said it was ",
                "Two of the three experts consulted by this newspaper",
                Grade::Described,
            ),
            (
                "Jean Dubois of the Red Cross said her teams had reached ",
                "Jean Dubois",
                Grade::Named,
            ),
            (
                "It was, as the chairman later put it, ",
                "the chairman",
                Grade::Described,
            ),
            (
                "The authors conclude that ",
                "The authors",
                Grade::Described,
            ),
            (
                "As Tanaka and Ruiz (2019) point out, ",
                "Ruiz",
                Grade::Named,
            ),
            ("For Hobsbawm the century was ", "Hobsbawm", Grade::Named),
        ] {
            assert_eq!(found(text, Side::Before), Some((speaker, grade)), "{text}");
        }
    }

    #[test]
    fn tags_behind_a_quotation() {
        for (text, speaker, grade) in [
            (
                " said Maria Lopez, who has run it since 1998.",
                "Maria Lopez",
                Grade::Named,
            ),
            (", he told Smith.", "he", Grade::Pronoun),
            (
                " the bandmaster, Rolf Enger, insisted.",
                "Rolf Enger",
                Grade::Named,
            ),
            (
                ", according to the water board.",
                "the water board",
                Grade::Described,
            ),
            (", as Trotsky put it.", "Trotsky", Grade::Named),
        ] {
            assert_eq!(found(text, Side::Behind), Some((speaker, grade)), "{text}");
        }
    }
}
