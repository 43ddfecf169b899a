//! The words that tie quoted words to a speaker, found in a text.
//! One look-up for each list, side by side: longer than most files.

use std::ops::Range;

use super::cue_list::{CUES, Form, Inflection};
use crate::mentions::words::{is_determiner, is_pronoun};

/// The verbs of saying in a text, byte ranges; passives without an agent are none.
pub(super) fn verbs(text: &str) -> impl Iterator<Item = Range<usize>> {
    forms(text).map(|(range, _)| range)
}

fn forms(text: &str) -> impl Iterator<Item = (Range<usize>, Form)> {
    words(text).filter_map(|range| {
        let word = text[range.clone()].to_lowercase();
        if let Some(pair) = pair(text, &range, &word) {
            return (!is_agentless(text, &pair.0)).then_some(pair);
        }
        let form = *CUES.forms.get(&word)?;
        if is_capital(text, &range) || is_gerund(text, &range) {
            return None;
        }
        if word.ends_with('s') && is_noun(&text[range.end..]) {
            return None;
        }
        let says = (form.inflection != Inflection::Plain || acts(text, range.start))
            && !is_agentless(text, &range)
            && (!is_reflexive(text, &range) || word.starts_with("explain"));
        says.then_some((range, form))
    })
}

/// `the United | States`: a capital inside a sentence is a name's.
fn is_capital(text: &str, word: &Range<usize>) -> bool {
    let before = text[..word.start].trim_end_matches(' ');
    text[word.clone()].starts_with(char::is_uppercase)
        && text[word.clone()].contains(char::is_lowercase)
        && before.ends_with(|c: char| c.is_alphanumeric() || c == '-')
}

/// `the | warning of`, `its | warning`: no verb.
fn is_gerund(text: &str, word: &Range<usize>) -> bool {
    let before = words(&text[..word.start]).next_back();
    let before = before.filter(|before| text[before.end..word.start] == *" ");
    let noun =
        |before: &str| is_determiner(before) && !matches!(before, "one" | "some" | "another");
    text[word.clone()].ends_with("ing") && before.is_some_and(|before| noun(&text[before]))
}

/// `reports | spoke of`, `claims | were made`: the s is a plural's.
fn is_noun(behind: &str) -> bool {
    let next = words(behind).next().filter(|next| next.start == 1);
    next.is_some_and(|next| {
        let next = &behind[next];
        matches!(
            next,
            "was" | "were" | "are" | "have" | "had" | "spoke" | "came" | "said"
        )
    })
}

/// `went on`, `put it`: a verb of two words.
fn pair(text: &str, first: &Range<usize>, word: &str) -> Option<(Range<usize>, Form)> {
    let rest = text[first.end..].strip_prefix(' ')?;
    let behind = CUES.pairs.get(word)?.iter().find(|behind| {
        rest.starts_with(behind.as_str())
            && !rest[behind.len()..].starts_with(char::is_alphanumeric)
    })?;
    let form = Form {
        // A statement is there to be quoted, and so is what sums up.
        leading: behind == "a statement" || word.starts_with("sum"),
        inflection: Inflection::Finite,
    };
    Some((first.start..first.end + 1 + behind.len(), form))
}

/// Whether a plain form is a verb: a plural, `they` or an auxiliary stands before it.
fn acts(text: &str, verb: usize) -> bool {
    const BEFORE: [&str; 27] = [
        "all", "and", "can", "children", "could", "d", "did", "do", "does", "i", "ll", "many",
        "may", "me", "men", "might", "must", "not", "others", "people", "police", "should", "they",
        "to", "we", "women", "would",
    ];
    let before = words(&text[..verb])
        .rev()
        .map(|word| text[word].to_lowercase())
        .find(|word| {
            !is_adverb(word) && !matches!(word.as_str(), "also" | "often" | "still" | "now")
        });
    // `The SWP claim that`, `the government argue:`
    let behind = text[verb..]
        .find(' ')
        .map_or("", |blank| &text[verb + blank..]);
    let leads =
        behind.trim().is_empty() || behind.starts_with(" that ") || text[verb..].contains(':');
    let mut back = words(&text[..verb])
        .rev()
        .map(|word| &text[word])
        .skip_while(|word| is_adverb(word));
    let last = back.next();
    let many = last.is_some_and(|word| {
        is_body(word) || word.len() > 1 && word.chars().all(char::is_uppercase)
    });
    // `to read McNally state that`
    let named = last.is_some_and(|word| word.starts_with(char::is_uppercase));
    let sensed = back.find(|word| !word.starts_with(char::is_uppercase));
    let sensed = named
        && matches!(
            sensed,
            Some("hear" | "heard" | "have" | "read" | "saw" | "see")
        );
    (many || sensed) && leads
        || before.is_some_and(|word| {
            let plural = word.len() > 3
                && word.ends_with('s')
                && !["ss", "'s", "’s", "us", "is"]
                    .iter()
                    .any(|end| word.ends_with(end));
            plural
                || BEFORE.contains(&word.as_str())
                || matches!(word.as_str(), "will" | "you" | "who")
        })
}

/// Whether a word is an adverb by its end: `correctly`, not `family`.
pub(super) fn is_adverb(word: &str) -> bool {
    const NOUNS: [&str; 9] = [
        "ally", "anomaly", "assembly", "bully", "family", "monopoly", "rally", "reply", "supply",
    ];
    word.ends_with("ly") && word.starts_with(char::is_lowercase) && !NOUNS.contains(&word)
}

/// `found herself described`: nothing is said.
fn is_reflexive(text: &str, verb: &Range<usize>) -> bool {
    let next = words(&text[verb.end..]).next();
    next.is_some_and(|next| {
        matches!(
            &text[verb.end..][next],
            "himself" | "herself" | "itself" | "themselves"
        )
    })
}

/// The first phrase that stands right before a speaker: `according to`.
pub(super) fn introduction(text: &str) -> Option<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    CUES.introductions
        .iter()
        .filter_map(|phrase| crate::pattern::find_word(&lower, phrase, 0))
        .min_by_key(|range| range.start)
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
        let owned = CUES.views.contains(&text[range.clone()]);
        (owned || CUES.nouns.contains(&text[range.clone()])).then_some((range, owned))
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

/// The words for works and their parts that a critic uses, byte ranges.
pub(super) fn works(text: &str) -> impl Iterator<Item = Range<usize>> {
    words(text).filter(|word| CUES.works.contains(&text[word.clone()]))
}

/// Whether a word is the plain form of a verb of saying or of mind: `recall`, `never regret`.
pub(super) fn is_of_mind(word: &str) -> bool {
    let plain = |form: &Form| form.inflection == Inflection::Plain;
    CUES.forms.get(word).is_some_and(plain) || CUES.attitudes.contains(&format!("{word}s"))
}

/// The verbs by which a sentence reports what somebody said, and leads on to it: `noted`, `, saying`, not `asked`.
pub(super) fn reports(text: &str) -> impl Iterator<Item = Range<usize>> {
    forms(text)
        .filter(|(range, form)| {
            let tells = match form.inflection {
                Inflection::Plain => false,
                Inflection::Finite => true,
                Inflection::Participle => text[..range.start].trim_end().ends_with(','),
            };
            form.leading && tells
        })
        .map(|(range, _)| range)
}

/// Whether a word is for many who have one name: `ministry`.
pub(super) fn is_body(word: &str) -> bool {
    CUES.bodies.contains(&word.to_lowercase())
}

/// Whether a word is for a text that has words to quote: `telegram`.
pub(super) fn is_text(word: &str) -> bool {
    CUES.texts.contains(&word.to_lowercase())
}

/// Whether a word is for what somebody has to say, which may stand in the next sentence: `reply`.
pub(super) fn is_answer(word: &str) -> bool {
    CUES.answers.contains(word)
}

/// Whether a word is for a kind of thing that words in marks before it describe: `mentality`.
pub(super) fn is_kind(word: &str) -> bool {
    CUES.kinds.contains(word)
}

/// Whether a word is for somebody: `widow`, `Minister`.
pub(super) fn is_human(word: &str) -> bool {
    CUES.humans.contains(&word.to_lowercase()) || is_office(word)
}

/// Whether one of some words is for somebody: `the old ferryman`.
pub(super) fn has_human(text: &str) -> bool {
    words(text).any(|word| is_human(&text[word]))
}

/// Whether a word is for an office that one person holds: `Minister`.
pub(super) fn is_office(word: &str) -> bool {
    CUES.offices.contains(&word.to_lowercase())
}

/// Whether a clause ends in a passive of calling: `has been described as a`, `was called`.
pub(super) fn is_called(clause: &str) -> bool {
    const NEAR: usize = 8;
    let near = words(clause).rev().nth(NEAR).map_or(0, |word| word.start);
    words(&clause[near..]).any(|word| {
        let verb = near + word.start..near + word.end;
        CUES.forms.contains_key(&clause[verb.clone()]) && is_passive(clause, &verb)
    })
}

/// The first verb or adjective of mind: `has not | forgiven`, `appeared to be | worried`.
pub(super) fn attitude(text: &str) -> Option<Range<usize>> {
    words(text).find(|word| {
        let spelt = &text[word.clone()];
        CUES.attitudes.contains(spelt) || CUES.moods.iter().any(|mood| mood == spelt)
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
        || next.take(2).any(|word| matches!(word, "his" | "her"))
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

/// The phrase by which a sentence leads to its subject's words: `was blunter`, `the following account`.
pub(super) fn lead(sentence: &str) -> Option<Range<usize>> {
    let end = sentence.trim_end().trim_end_matches('.');
    if let Some(lead) = CUES.leads.iter().find(|lead| end.ends_with(lead.as_str())) {
        return Some(end.len() - lead.len()..end.len());
    }
    ["the following", "The following", "as follows"]
        .iter()
        .find_map(|phrase| crate::pattern::find_word(end, phrase, 0))
        .or_else(|| mood(end))
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

/// The first verb of saying that tells, `said` and not `will say`.
pub(super) fn finite(text: &str) -> Option<Range<usize>> {
    forms(text)
        .find(|(_, form)| form.inflection == Inflection::Finite)
        .map(|(range, _)| range)
}

/// Whether a verb that mostly means speech stands in a text: `said`, not `sang`.
pub(super) fn says(text: &str) -> bool {
    forms(text).any(|(_, form)| form.leading)
}

/// Whether the last word is a verb of saying, with an agent or without.
pub(super) fn ends_in_verb(text: &str) -> bool {
    words(text)
        .next_back()
        .is_some_and(|word| word.end == text.len() && CUES.forms.contains_key(&text[word]))
}

pub(super) fn shift(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// `she'd`, `they’ll`: a pronoun and its auxiliary.
fn contracted(word: &str) -> Option<[&str; 2]> {
    let (pronoun, auxiliary) = word.split_once(['\'', '’'])?;
    let whole = matches!(auxiliary, "d" | "ll" | "ve") && is_pronoun(pronoun);
    whole.then_some([pronoun, auxiliary])
}

/// The words of a text, byte ranges; a typed dash (`say--I`) parts two.
pub(super) fn words(text: &str) -> impl DoubleEndedIterator<Item = Range<usize>> {
    let base = text.as_ptr().addr();
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')))
        .flat_map(|word| match word.split_once("--") {
            Some((word, next)) => [word, next],
            None => contracted(word).unwrap_or([word, ""]),
        })
        .filter(|word| !word.is_empty())
        .map(move |word| {
            let start = word.as_ptr().addr() - base;
            start..start + word.len()
        })
}

/// `was accused of`, `is described as`: nobody says it, unless `by` names somebody.
fn is_agentless(text: &str, verb: &Range<usize>) -> bool {
    // `he was, says Trotsky`: a comma begins another clause.
    let clause = text[..verb.start].rfind(',').map_or(0, |comma| comma + 1);
    let mut before = words(&text[clause..verb.start])
        .rev()
        .map(|range| &text[clause..][range]);
    let passive = before
        .by_ref()
        .find(|word| {
            !is_adverb(word)
                && !matches!(
                    *word,
                    "not"
                        | "also"
                        | "even"
                        | "then"
                        | "often"
                        | "sometimes"
                        | "once"
                        | "now"
                        | "later"
                        | "again"
                        | "all"
                        | "both"
                )
        })
        .is_some_and(|word| {
            matches!(
                word,
                "was" | "were" | "is" | "are" | "be" | "been" | "being"
            )
        });
    // `were calling for`
    let goes_on = words(&text[verb.clone()])
        .next()
        .is_some_and(|first| text[verb.clone()][first].ends_with("ing"));
    passive && !goes_on && by(text, verb).is_none()
        // `was arrested … and accused of`
        || is_joined_passive(text, verb)
}

/// Behind `by` in `described by Reiss as`, `put to her by Mr Sloane`.
pub(super) fn by(text: &str, verb: &Range<usize>) -> Option<usize> {
    const NEAR: usize = 3;
    let behind = &text[verb.end..];
    words(behind)
        .take(NEAR)
        .find(|word| behind[word.clone()] == *"by")
        .map(|word| verb.end + word.end)
}

/// Whether a passive stands before a verb: `was described`.
pub(super) fn is_passive(text: &str, verb: &Range<usize>) -> bool {
    let clause = text[..verb.start].rfind(',').map_or(0, |comma| comma + 1);
    // `Regarded by many critics as`
    let opens = text[clause..verb.start].trim().is_empty() && text[verb.end..].starts_with(" by ");
    if opens {
        return true;
    }
    words(&text[clause..verb.start]).rev().take(3).any(|word| {
        matches!(
            &text[clause..][word],
            "was" | "were" | "is" | "are" | "been"
        )
    })
}

fn is_joined_passive(text: &str, verb: &Range<usize>) -> bool {
    let mut before = words(&text[..verb.start]).rev().map(|range| &text[range]);
    before.next() == Some("and")
        && words(&text[verb.end..])
            .next()
            .map(|word| &text[verb.end..][word])
            == Some("of")
        && before
            .take(8)
            .any(|word| matches!(word, "was" | "were" | "been"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_form_is_a_verb_behind_a_plural_alone() {
        let found = |text: &str| verbs(text).count();
        assert_eq!(found("The authors conclude that"), 1);
        assert_eq!(found("He refused to comment on"), 2);
        assert_eq!(found("a government report that"), 0);
    }

    #[test]
    fn a_passive_without_an_agent_is_no_cue() {
        let found = |text: &str| {
            verbs(text)
                .map(|range| text[range].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(found("as Trotsky wrote"), ["wrote"]);
        assert!(found("It was widely described as").is_empty());
        assert_eq!(found("It was described by Reiss as"), ["described"]);
        assert!(found("was arrested in Russia and accused of").is_empty());
    }
}
