//! Reads tags: what a stretch of narration beside a quotation says of its speaker.

use std::ops::Range;

use super::head;
use super::noun;
use super::placed;
use super::sayer;
use super::subject::Narration;
use super::tag::{Side, Tag};
use crate::mentions::quotes::attribution::Grade;
use crate::mentions::quotes::cues;

/// A verb further off than this belongs to something else, in words.
const REACH: usize = 18;

/// The tag in a stretch of narration, the nearest to the quotation first.
pub(super) fn read(text: &str, side: Side) -> Option<Tag> {
    if text.trim().is_empty() {
        return None;
    }
    let narration = Narration::new(text);
    let by_verb = verbs(&narration, side);
    let owned = || {
        (side == Side::Before)
            .then(|| noun::that(&narration))
            .flatten()
    };
    let echoed = || (side != Side::Before).then(|| echo(&narration)).flatten();
    // `Smith had called them in over Lund's accusation that he was`
    let nearer = |noun: &Tag| {
        by_verb
            .as_ref()
            .is_none_or(|verb| verb.cue.end < noun.speaker.start)
    };
    let owned = owned().filter(nearer);
    // `It was, he said, according to Orlik, | “…”`: nearer than a verb.
    let introduced = introduction(&narration).filter(|phrase| {
        side == Side::Before
            && by_verb
                .as_ref()
                .is_some_and(|verb| verb.cue.end < phrase.cue.start)
            && text[phrase.speaker.end..].trim_end() == ","
    });
    let found = match introduced.or_else(echoed).or(owned).or(by_verb) {
        Some(tag) if tag.grade != Grade::Pronoun => Some(tag),
        // `Asked whether Lund should go, he said, | “…”`: nothing is nearer.
        Some(pronoun) if side == Side::Before && pronoun.leads(text) => Some(pronoun),
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
            .or_else(|| placed::so(&narration))
            .or_else(|| placed::source(&narration, side))
            .or_else(|| placed::written(&narration, side)),
    };
    found.filter(|tag| {
        side != Side::Beyond
            || tag.grade == Grade::Named
            || tag.is_next_to(text)
            || tag.stands_apart(text)
    })
}

/// Whether a sentence is no more than a tag, by its first words: `Wallace asked`, `Ann Sorel of the union said`,
/// `I asked`, `A reporter asked`.
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
        .is_some_and(|(speaker, grade)| {
            let who = &head[speaker.clone()];
            let told = grade == Grade::Described && cues::has_human(who);
            speaker.start == 0 && (grade == Grade::Named || told || who == "I")
        })
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
    let mut pronoun: Option<Tag> = None;
    let mut doer: Option<Tag> = None;
    for verb in all {
        let Some(found) = sayer::of(narration, &verb) else {
            continue;
        };
        let found = Tag::new(found, verb);
        if found.is_thing(text) && found.is_passive(text) {
            continue;
        }
        // `Ministers wanted it out, and there was a remark that | “…”`
        if side == Side::Before && found.is_elsewhere(text) {
            break;
        }
        if side != Side::Before {
            return Some(found);
        }
        if let Some(doer) = &doer {
            if found.reports(text, doer) {
                return Some(found);
            }
            continue;
        }
        let deed = found.is_deed(text);
        if found.leads(text) {
            return Some(found);
        }
        if found.grade == Grade::Pronoun {
            pronoun = pronoun.or(Some(found));
        } else if pronoun.as_ref().is_some_and(|he| found.is_over(text, he)) {
            break;
        } else if let Some(he) = &pronoun {
            if found.grade == Grade::Named || found.may_be(text, he) {
                return Some(found);
            }
        } else if deed || found.is_thing(text) {
            doer = Some(found);
        } else {
            return Some(found);
        }
    }
    pronoun.or(doer)
}

/// `…, she said.`: the end of a sentence that began with the quotation.
fn closes(text: &str, verb: &Range<usize>) -> bool {
    let behind = text[verb.end..].trim_end_matches(['.', ' ', '\n']);
    let subject = text[..verb.start].rsplit(", ").next().unwrap_or_default();
    behind.is_empty() && cues::words(subject).count() <= 3
}

/// `… is how Trotsky described it`, `With these words Trotsky closed the hall`: what stands behind points back.
pub(super) fn echo(narration: &Narration) -> Option<Tag> {
    let cue = cues::echo(narration.text())?;
    let rest = Narration::new(&narration.text()[cue.end..]);
    let (speaker, grade) = head::of(&rest).or_else(|| Some((rest.first_owner()?, Grade::Named)))?;
    Some(Tag::new((cues::shift(speaker, cue.end), grade), cue))
}

/// `according to Reiss`, `in the words of a GPU agent`.
pub(super) fn introduction(narration: &Narration) -> Option<Tag> {
    let cue = cues::introduction(narration.text())?;
    // `She was quoted by the Gazette as saying that`
    if narration.text()[cue.end..].contains(" as saying") {
        return None;
    }
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
            (
                "Secretary Lena Voss says the United States believes that he is in the ",
                "Secretary Lena Voss",
                Grade::Named,
            ),
            (
                "It says many officials are recommending the use of ",
                "It",
                Grade::Pronoun,
            ),
            ("Marsh called the proposed rules ", "Marsh", Grade::Named),
            (
                "Voss says when she and Lund were writing the scene ",
                "Voss",
                Grade::Named,
            ),
            (
                "Six months after the fire, at three on a Saturday, he will call and say, ",
                "he",
                Grade::Pronoun,
            ),
            ("Marsh called his client’s answers ", "Marsh", Grade::Named),
            (
                "The union opposes the plan, arguing that the data now available assures drivers ",
                "The union",
                Grade::Described,
            ),
            (
                "Her parents were still worried, and then when she gave up school and told them, ",
                "she",
                Grade::Pronoun,
            ),
            (
                "The radio said Mr Sloane had called a meeting on Mr Rudd's accusation that he was ",
                "Mr Rudd",
                Grade::Named,
            ),
            (
                "Voss spoke of a lawsuit with Marsh Media, which accuses the firm of ",
                "Marsh Media",
                Grade::Named,
            ),
            (
                "Teams differ, and whilst I'm saying that ",
                "I",
                Grade::Pronoun,
            ),
            (
                "Mayor Voss left the city that he had led for years, calling for a ",
                "Mayor Voss",
                Grade::Named,
            ),
            (
                "The lift began to move and Harry ran after it, crying ",
                "Harry",
                Grade::Named,
            ),
            (
                "The radio quoted one witness as saying that ",
                "one witness",
                Grade::Described,
            ),
        ] {
            assert_eq!(found(text, Side::Before), Some((speaker, grade)), "{text}");
        }
    }

    #[test]
    fn what_cannot_speak_is_no_tag() {
        for text in [
            "It was a situation described as ",
            "Nobody spoke of a ",
            "He held a pen, and his fragmentary work will accordingly ",
        ] {
            let found = found(text, Side::Before).filter(|found| found.1 == Grade::Described);
            assert_eq!(found, None, "{text}");
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
            (" wrote d’Ancona.", "d’Ancona", Grade::Named),
            (" Will said.", "Will", Grade::Named),
            (
                " says Gazette meteorologist.",
                "Gazette meteorologist",
                Grade::Described,
            ),
            (" said k.d. lang.", "k.d. lang", Grade::Described),
            (
                " wrote bell hooks, the critic.",
                "bell hooks",
                Grade::Described,
            ),
            (
                " said a Harwich police dispatcher.",
                "a Harwich police dispatcher",
                Grade::Described,
            ),
            (
                " Nabil Rudd, an adviser to Mr Marsh said.",
                "Nabil Rudd",
                Grade::Named,
            ),
        ] {
            assert_eq!(found(text, Side::Behind), Some((speaker, grade)), "{text}");
        }
    }
}
