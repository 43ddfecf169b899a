//! Sentences that quote and leave out who says it: passives without an agent, rumours.

use super::cues;

/// Whether the words before a quotation in its sentence leave out who says it: `She was warned of`, `They have been
/// described as`, `There is talk of`, `There had been a`.
pub fn leaves_out_agent(before: &str) -> bool {
    is_rumour(before) || is_there(before) || is_passive(before)
}

/// Whether what leads to words is what people say whom nobody names: `There is talk of`, `amid rumours that`, `much talk
/// in the town of`.
fn is_rumour(before: &str) -> bool {
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

/// `There had been a`, `there was a remark that`, `There were cries in the hall that the board`
fn is_there(before: &str) -> bool {
    const NEAR: usize = 4;
    let mut back = cues::words(before).rev().map(|word| &before[word]);
    let mut be = |near: usize| {
        let is = |word: &str| matches!(word, "been" | "is" | "was" | "were");
        back.by_ref().take(near).any(is)
    };
    let is = match cues::words(before).next_back().map(|word| &before[word]) {
        Some("a" | "an") => be(2),
        _ => has_that(before, NEAR) && be(2 * NEAR),
    };
    let there = back.find(|word| !matches!(*word, "had" | "has" | "have"));
    is && there.is_some_and(|there| there.eq_ignore_ascii_case("there"))
}

/// Whether `that` is among the last words.
fn has_that(before: &str, near: usize) -> bool {
    cues::words(before)
        .rev()
        .take(near)
        .any(|word| &before[word] == "that")
}

/// `was warned of`, `has often been described in the press as`, `is said to be`, `it was concluded that the road`, `have
/// been called`; what only has a name is not quoted (`is called`).
fn is_passive(before: &str) -> bool {
    const NEAR: usize = 6;
    const LAST: [&str; 6] = ["as", "for", "of", "on", "that", "to"];
    const NAMING: [&str; 10] = [
        "called",
        "dubbed",
        "identified",
        "presented",
        "published",
        "rated",
        "styled",
        "termed",
        "treated",
        "written",
    ];
    let Some(verb) = cues::agentless(before, NEAR) else {
        return false;
    };
    let rest = &before[verb.end..];
    let mut behind = cues::words(rest)
        .map(|word| &rest[word])
        .filter(|word| !cues::is_adverb(word));
    let named = NAMING.contains(&&before[verb.clone()]);
    let (first, second, last) = (behind.next(), behind.next(), cues::words(rest).next_back());
    let Some(last) = last.map(|word| &rest[word]) else {
        return !named || before[..verb.start].trim_end().ends_with("been");
    };
    let leads = match first {
        Some("as" | "that") => true,
        Some("to") => matches!(second, Some("be" | "have")),
        Some("with") => matches!(last, "being" | "having"),
        _ => false,
    };
    !named && (leads || LAST.contains(&last))
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
            "A closed session of the council was told, ",
            "Her speech was denounced as containing ",
            "It was concluded that the board ",
            "The board was said to be pursuing ",
            "The keeper is credited with being ",
            "The keeper, described at the time as ",
            "There was railing that the board ",
            "There were cries in the hall that ",
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
            "The tale was published as ",
            "The word is written as ",
            "She was asked to sign ",
            "Lund, who described it as ",
            "The exemptions were ",
            "It is work for people who are ",
            "He feared their talk of ",
            "",
        ] {
            assert!(!leaves_out_agent(before), "{before}");
        }
    }
}
