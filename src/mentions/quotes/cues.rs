//! The words that tie quoted words to a speaker: `rules/cues.yaml`.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::yaml;

const SOURCE: &str = include_str!("../../../rules/cues.yaml");

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Cues {
    verbs: HashSet<String>,
    weak: HashSet<String>,
    pairs: Vec<(String, String)>,
    introductions: Vec<String>,
    nouns: HashSet<String>,
    leads: Vec<String>,
}

// A broken list is found by the test below, not by a user.
static CUES: LazyLock<Cues> = LazyLock::new(|| {
    yaml::parse(SOURCE)
        .and_then(|node| node.read())
        .unwrap_or_default()
});

/// The verbs of saying in a text, byte ranges; passives without an agent are none.
pub(super) fn verbs(text: &str) -> impl Iterator<Item = Range<usize>> {
    words(text).filter_map(|range| {
        let word = text[range.clone()].to_lowercase();
        if let Some((_, behind)) = CUES.pairs.iter().find(|(first, _)| *first == word) {
            let rest = text[range.end..].strip_prefix(' ')?;
            let follows = rest.starts_with(behind.as_str())
                && !rest[behind.len()..].starts_with(char::is_alphanumeric);
            if follows {
                return Some(range.start..range.end + 1 + behind.len());
            }
        }
        let says = CUES.verbs.contains(&word)
            && !is_agentless(text, &range)
            && !is_reflexive(text, &range);
        says.then_some(range)
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

/// The first phrase that stands right before a speaker: `according to`.
pub(super) fn introduction(text: &str) -> Option<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    CUES.introductions
        .iter()
        .filter_map(|phrase| crate::pattern::find_word(&lower, phrase, 0))
        .min_by_key(|range| range.start)
}

/// A noun for something said or written, the last one or the first: `statement`.
pub(super) fn noun(text: &str, last: bool) -> Option<Range<usize>> {
    let mut nouns = words(text).filter(|range| CUES.nouns.contains(&text[range.clone()]));
    if last {
        nouns.next_back()
    } else {
        nouns.next()
    }
}

/// Whether a sentence leads to what its subject says: by its end, a colon, a verb of saying
/// (`as Trotsky admits.`) or a phrase (`Okoro was blunter.`), or by reporting what somebody said
/// (`Heald noted that the findings …`).
pub(super) fn leads(sentence: &str) -> bool {
    let end = sentence.trim_end().trim_end_matches('.');
    let reports = |verb: Range<usize>| !CUES.weak.contains(&end[verb].to_lowercase());
    end.ends_with(':') || lead(end).is_some() || verbs(end).any(reports) || ends_in_verb(end)
}

/// The phrase by which a sentence leads to its subject's words: `was blunter`, `the following account`.
pub(super) fn lead(sentence: &str) -> Option<Range<usize>> {
    let end = sentence.trim_end().trim_end_matches('.');
    if let Some(lead) = CUES.leads.iter().find(|lead| end.ends_with(lead.as_str())) {
        return Some(end.len() - lead.len()..end.len());
    }
    ["the following", "as follows"]
        .iter()
        .find_map(|phrase| crate::pattern::find_word(end, phrase, 0))
}

/// Whether the last word is a verb of saying, with an agent or without.
pub(super) fn ends_in_verb(text: &str) -> bool {
    words(text)
        .next_back()
        .is_some_and(|word| word.end == text.len() && CUES.verbs.contains(&text[word]))
}

pub(super) fn shift(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// The words of a text, byte ranges.
pub(super) fn words(text: &str) -> impl DoubleEndedIterator<Item = Range<usize>> {
    let base = text.as_ptr().addr();
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')))
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
            !word.ends_with("ly")
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
                )
        })
        .is_some_and(|word| {
            matches!(
                word,
                "was" | "were" | "is" | "are" | "be" | "been" | "being"
            )
        });
    passive && !matches!(words(&text[verb.end..]).next().map(|w| &text[verb.end..][w]), Some("by"))
        // `was arrested … and accused of`
        || is_joined_passive(text, verb)
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
    fn the_list_is_read() {
        yaml::parse(SOURCE).unwrap().read::<Cues>().unwrap();
        assert!(CUES.verbs.len() >= 200);
        assert!(CUES.nouns.len() >= 50 && CUES.introductions.len() >= 10);
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
