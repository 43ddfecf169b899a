//! Sentences that quote and leave out whom: passives without an agent, rumours.

use super::cues;

/// Whether the words before a quotation in its sentence leave out who says it: `She was warned of`, `They have been
/// described as`, `There is talk of`, `There had been a`.
pub fn leaves_out_agent(before: &str) -> bool {
    is_rumour(before) || is_there(before) || is_passive(before)
}

/// Whether what leads to words is what people say whom nobody names: `There is talk of`, `amid rumours that`, `much talk
/// in the town of`.
pub(super) fn is_rumour(before: &str) -> bool {
    const NEAR: usize = 4;
    let mut back = cues::words(before).rev().map(|word| &before[word]);
    let tie = matches!(back.next(), Some("of" | "that" | "about"));
    let rumour = back.by_ref().take(NEAR).any(cues::is_rumour);
    let owned = |word: &str| {
        word.ends_with("'s")
            || word.ends_with("’s")
            || matches!(word, "his" | "her" | "their" | "its")
    };
    tie && rumour && !back.next().is_some_and(owned)
}

/// `There had been a`, `there was a remark that`
fn is_there(before: &str) -> bool {
    let mut back = before.split_whitespace().rev();
    let mut last = back.next();
    if last == Some("that") {
        last = back.nth(1);
    }
    if !matches!(last, Some("a" | "an")) {
        return false;
    }
    let is = matches!(back.next(), Some("was" | "is" | "been"));
    let there = back.find(|word| !matches!(*word, "had" | "has" | "have"));
    is && there.is_some_and(|there| there.eq_ignore_ascii_case("there"))
}

/// `was warned of`, `has often been described in the press as`, `is said to be`, `have been called`; what only has a name
/// is not quoted (`is called`).
fn is_passive(before: &str) -> bool {
    const NEAR: usize = 5;
    const TIES: [&str; 8] = ["as", "be", "for", "have", "of", "on", "that", "to"];
    const NAMING: [&str; 8] = [
        "called",
        "dubbed",
        "identified",
        "presented",
        "rated",
        "styled",
        "termed",
        "treated",
    ];
    let Some(verb) = cues::agentless(before, NEAR) else {
        return false;
    };
    let behind = before[verb.end..].split_whitespace();
    let perfect = before[..verb.start].trim_end().ends_with("been");
    let named = NAMING.contains(&&before[verb.clone()]);
    match behind.last() {
        Some(last) => TIES.contains(&last) && !named,
        None => perfect || !named,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passive_without_an_agent_leaves_out_who_says_it() {
        for before in [
            "In June the landlord was warned of ",
            "Their bands have been described as ",
            "The harbour has often been described in the press as ",
            "It was spoken of as ",
            "She was thought to be ",
            "The council was told that ",
            "They have been called ",
            "There was talk of ",
            "There was much talk in the town of ",
            "There had been a ",
        ] {
            assert!(leaves_out_agent(before), "{before}");
        }
    }

    #[test]
    fn somebody_or_a_mere_name_stands_before_other_words() {
        for before in [
            "The landlord warned of ",
            "The harbour was described by Lund as ",
            "By 1908 he was known as ",
            "The lane is called ",
            "The exemptions were ",
            "It is work for people who are ",
            "He feared their talk of ",
            "",
        ] {
            assert!(!leaves_out_agent(before), "{before}");
        }
    }
}
