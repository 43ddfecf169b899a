//! Verbs of saying, told from the nouns and names that are spelt as they are, and their passives.

use std::ops::Range;

use super::list::{CUES, Form, Inflection};
use super::{is_adverb, is_body, is_human, lowered, words};
use crate::mentions::words::{is_determiner, is_pronoun};

/// The verbs of saying in a text, byte ranges; passives without an agent are none.
pub(in crate::mentions::quotes) fn verbs(text: &str) -> impl Iterator<Item = Range<usize>> {
    forms(text).map(|(range, _)| range)
}

fn forms(text: &str) -> impl Iterator<Item = (Range<usize>, Form)> {
    words(text).filter_map(|range| {
        let word = lowered(&text[range.clone()]);
        if let Some(pair) = pair(text, &range, &word) {
            return (!is_agentless(text, &pair.0)).then_some(pair);
        }
        let form = *CUES.forms.get(&*word)?;
        if is_capital(text, &range) || is_gerund(text, &range) {
            return None;
        }
        if word.ends_with('s') && (is_noun(&text[range.end..]) || is_owned(&text[..range.start])) {
            return None;
        }
        let says = (form.inflection != Inflection::Plain || acts(text, range.start))
            && !is_agentless(text, &range)
            && !is_of_tongue(&word, &text[range.end..])
            && (!is_reflexive(text, &range)
                || word.starts_with("explain")
                || word.starts_with("describ"));
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

/// `his client's | answers`, `the proposed | rules`, `her closing | remarks`: a plural too.
fn is_owned(before: &str) -> bool {
    const OTHERS: [&str; 7] = [
        "closing",
        "concluding",
        "existing",
        "following",
        "opening",
        "own",
        "remaining",
    ];
    let mut back = words(before).rev().map(|word| &before[word]);
    let Some(last) = back.next().filter(|_| before.ends_with(' ')) else {
        return false;
    };
    let article = back.next().is_some_and(is_determiner);
    let past = last.ends_with("ed") && last.starts_with(char::is_lowercase) && !is_human(last);
    // `many | issues`, `his | claims`; but `one says`
    let alone = ["another", "one", "some", "that", "this"];
    last.ends_with("'s")
        || last.ends_with("’s")
        || is_determiner(last) && !alone.iter().any(|word| last.eq_ignore_ascii_case(word))
        || article && (past || OTHERS.contains(&last))
}

/// `spoke | it`: a language is spoken.
fn is_of_tongue(verb: &str, behind: &str) -> bool {
    let it = words(behind).next().filter(|it| it.start == 1);
    matches!(verb, "spoke" | "speaks" | "speak" | "speaking")
        && it.is_some_and(|it| behind[it] == *"it")
}

/// `went on`, `put it`: a verb of two words.
fn pair(text: &str, first: &Range<usize>, word: &str) -> Option<(Range<usize>, Form)> {
    let rest = text[first.end..].strip_prefix(' ')?;
    let behind = CUES.pairs.get(word)?.iter().find(|behind| {
        rest.starts_with(behind.as_str())
            && !rest[behind.len()..].starts_with(char::is_alphanumeric)
    })?;
    let form = Form {
        // A statement is there to be quoted, and so is what sums up, sets forth or is spoken of.
        leading: matches!(behind.as_str(), "a statement" | "forth")
            || word.starts_with("sum")
            || word.starts_with("sp"),
        inflection: Inflection::Finite,
    };
    Some((first.start..first.end + 1 + behind.len(), form))
}

/// Whether a plain form is a verb: a plural, `they` or an auxiliary stands before it.
pub(super) fn acts(text: &str, verb: usize) -> bool {
    const NEAR: usize = 4;
    const BEFORE: [&str; 27] = [
        "all", "and", "can", "children", "could", "d", "did", "do", "does", "i", "ll", "many",
        "may", "me", "men", "might", "must", "not", "others", "people", "police", "should", "they",
        "to", "we", "women", "would",
    ];
    let before = words(&text[..verb])
        .rev()
        .map(|word| lowered(&text[word]))
        .find(|word| !is_adverb(word) && !matches!(&**word, "also" | "often" | "still" | "now"));
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
    // `did Orlik publicly | treat it as`
    let asked = last.is_some_and(|word| is_pronoun(word) || word.starts_with(char::is_uppercase))
        && words(&text[..verb])
            .rev()
            .take(NEAR)
            .any(|word| matches!(&text[word], "did" | "does"));
    (many || sensed) && leads
        || asked
        || before.is_some_and(|word| {
            let plural = word.len() > 3
                && word.ends_with('s')
                && !["ss", "'s", "’s", "us", "is"]
                    .iter()
                    .any(|end| word.ends_with(end));
            plural || BEFORE.contains(&&*word) || matches!(&*word, "will" | "you" | "who")
        })
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

/// The verbs by which a sentence reports what somebody said, and leads on to it: `noted`, `, saying`, not `asked`.
pub(in crate::mentions::quotes) fn reports(text: &str) -> impl Iterator<Item = Range<usize>> {
    forms(text)
        .filter(|(range, form)| {
            let tells = match form.inflection {
                // `went on to say`
                Inflection::Plain => ["used to ", "on to "]
                    .iter()
                    .any(|before| text[..range.start].ends_with(before)),
                Inflection::Finite => true,
                Inflection::Participle => text[..range.start].trim_end().ends_with(','),
            };
            form.leading && tells
        })
        .map(|(range, _)| range)
}

/// The first verb of saying that tells, `said` and not `will say`.
pub(in crate::mentions::quotes) fn finite(text: &str) -> Option<Range<usize>> {
    forms(text)
        .find(|(_, form)| form.inflection == Inflection::Finite)
        .map(|(range, _)| range)
}

/// Whether a verb that mostly means speech stands in a text: `said`, not `sang`.
pub(in crate::mentions::quotes) fn says(text: &str) -> bool {
    forms(text).any(|(_, form)| form.leading)
}

/// Whether the last word is a verb of saying, with an agent or without.
pub(in crate::mentions::quotes) fn ends_in_verb(text: &str) -> bool {
    words(text)
        .next_back()
        .is_some_and(|word| word.end == text.len() && CUES.forms.contains_key(&text[word]))
}

/// The last of the verbs of saying in a passive that names nobody, if it is among the last `near` words: `was described as`.
pub(in crate::mentions::quotes) fn agentless(text: &str, near: usize) -> Option<Range<usize>> {
    words(text).rev().take(near).find_map(|word| {
        let pair = pair(text, &word, &lowered(&text[word.clone()])).map(|(range, _)| range);
        let says = pair.is_some() || CUES.forms.contains_key(&text[word.clone()]);
        let verb = pair.unwrap_or(word);
        let agentless = is_agentless(text, &verb) || is_apposed(text, &verb);
        (says && agentless).then_some(verb)
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
                        | "still"
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
                "was" | "were" | "is" | "are" | "be" | "been" | "being" | "rest"
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

/// `Irving Saypol, | described | at the time as`: a participle behind a comma or a dash, and no agent.
fn is_apposed(text: &str, verb: &Range<usize>) -> bool {
    let apart = text[..verb.start]
        .trim_end()
        .ends_with([',', '-', '–', '—', '(']);
    let as_it_is = words(&text[verb.end..]).any(|word| text[verb.end..][word] == *"as");
    apart && as_it_is && text[verb.clone()].ends_with("ed") && by(text, verb).is_none()
}

/// Behind `by` in `described by Reiss as`, `put to her by Mr Sloane`.
pub(in crate::mentions::quotes) fn by(text: &str, verb: &Range<usize>) -> Option<usize> {
    const NEAR: usize = 3;
    // `said by telephone`
    const MEANS: [&str; 13] = [
        "cable",
        "e-mail",
        "email",
        "fax",
        "letter",
        "mail",
        "phone",
        "post",
        "radio",
        "telegram",
        "telephone",
        "text",
        "wire",
    ];
    let behind = &text[verb.end..];
    let by = words(behind)
        .take(NEAR)
        .find(|word| behind[word.clone()] == *"by")?;
    let whom = words(&behind[by.end..]).next();
    let means = whom.is_some_and(|whom| MEANS.contains(&&behind[by.end..][whom]));
    (!means).then_some(verb.end + by.end)
}

/// Whether what stands before a participle makes it a verb: `they are | recommending`, `I'm | saying`.
pub(in crate::mentions::quotes) fn goes_on(before: &str) -> bool {
    let last = words(before).next_back().map(|word| &before[word]);
    matches!(
        last,
        Some("am" | "are" | "is" | "m" | "re" | "was" | "were")
    )
}

/// Whether a passive stands before a verb: `was described`.
pub(in crate::mentions::quotes) fn is_passive(text: &str, verb: &Range<usize>) -> bool {
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
