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
    phrases: Vec<String>,
}

// A broken list is found by the test below, not by a user.
static CUES: LazyLock<Cues> = LazyLock::new(|| {
    yaml::parse(SOURCE)
        .and_then(|node| node.read())
        .unwrap_or_default()
});

/// The verbs of saying in a text, byte ranges; passives without an agent are none.
pub(super) fn verbs(text: &str) -> impl Iterator<Item = Range<usize>> {
    words(text).filter(|range| {
        let word = &text[range.clone()];
        CUES.verbs.contains(&word.to_lowercase()) && !is_agentless(text, range)
    })
}

/// The first phrase or noun that ties words to a speaker.
pub(super) fn phrase(text: &str) -> Option<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    CUES.phrases
        .iter()
        .filter_map(|phrase| crate::pattern::find_word(&lower, phrase, 0))
        .min_by_key(|range| range.start)
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
        .find(|word| !word.ends_with("ly") && !matches!(*word, "not" | "also" | "even" | "then"))
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
        assert!(CUES.phrases.len() >= 20);
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
