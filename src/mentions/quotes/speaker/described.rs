//! Somebody who is described and not named: `the phony producer`, `a tall boy in a cap`.

use crate::mentions::names::Sex;
use crate::mentions::quotes::cues::{self, lowered, words};
use crate::mentions::words::is_determiner;

/// What a woman is called.
const WOMEN: [&str; 26] = [
    "actress",
    "aunt",
    "bride",
    "chairwoman",
    "congresswoman",
    "daughter",
    "girl",
    "girlfriend",
    "grandmother",
    "hostess",
    "lady",
    "landlady",
    "maid",
    "midwife",
    "mother",
    "niece",
    "nun",
    "policewoman",
    "princess",
    "queen",
    "sister",
    "spokeswoman",
    "waitress",
    "widow",
    "wife",
    "woman",
];

/// What a man is called.
const MEN: [&str; 30] = [
    "boatman",
    "boy",
    "boyfriend",
    "brother",
    "businessman",
    "chap",
    "congressman",
    "cowboy",
    "father",
    "fellow",
    "ferryman",
    "fireman",
    "fisherman",
    "gentleman",
    "grandfather",
    "guy",
    "husband",
    "king",
    "lad",
    "landlord",
    "man",
    "nephew",
    "policeman",
    "postman",
    "prince",
    "son",
    "spokesman",
    "statesman",
    "uncle",
    "watchman",
];

/// Whether a stretch describes somebody who may be of that sex: `the phony producer`, `an old woman`.
pub(super) fn describes(text: &str, of: Sex) -> bool {
    const SHORTEST: usize = 2;
    let (own, other): (&[&str], &[&str]) = match of {
        Sex::Woman => (&WOMEN, &MEN),
        Sex::Man => (&MEN, &WOMEN),
    };
    // `a` and `I` are among the commonest words.
    let words = words(text).filter(|word| word.len() >= SHORTEST);
    words.map(|word| lowered(&text[word])).any(|word| {
        let one = word.strip_suffix('s').unwrap_or(&word);
        let among = |sorted: &[&str]| sorted.binary_search(&one).is_ok();
        among(own) || cues::is_human(one) && !among(other)
    })
}

/// Whether somebody is described who has not been told of: `a militant`, not `the minister`.
pub(super) fn is_new(description: &str) -> bool {
    let first = description.split(' ').next().unwrap_or_default();
    matches!(
        first,
        "a" | "A" | "an" | "An" | "one" | "One" | "another" | "Another"
    ) && cues::has_human(description)
}

/// Whether somebody stands in a stretch by what they do, as far as a word's end tells: `the rancher`, `a harpist`.
pub(super) fn is_of_trade(text: &str) -> bool {
    const ENDS: [&str; 6] = ["cher", "eer", "ist", "ician", "nger", "wright"];
    let mut before = "";
    words(text).map(|word| &text[word]).any(|word| {
        let article = is_determiner(&before.to_lowercase());
        before = word;
        article && ENDS.iter().any(|end| word.ends_with(end))
    })
}

/// Where a stretch begins to tell of somebody new, who may be of that sex: `One of the officers stepped in my way.`
/// `is_narrated` tells which places are outside quotations.
pub(super) fn introduces(
    text: &str,
    of: Sex,
    is_narrated: impl Fn(usize) -> bool,
) -> Option<usize> {
    const LONGEST: usize = 8;
    let opening = |at: usize| {
        let end = words(&text[at..])
            .nth(LONGEST)
            .map_or(text.len(), |word| at + word.start);
        let clause = text[at..end].split([',', '.', ';', ':']).next();
        let clause = clause.unwrap_or_default();
        let named = words(clause)
            .skip(1)
            .any(|word| clause[word].starts_with(char::is_uppercase));
        // `An employee of the town, he went home.`
        let behind = &text[at + clause.len()..];
        let apposed = behind.starts_with(", he ") || behind.starts_with(", she ");
        !named && !apposed && describes(clause, of)
    };
    let places = |articles: &'static [&'static str]| {
        let places = articles
            .iter()
            .flat_map(|article| text.match_indices(article));
        places.filter(|&(at, _)| text[..at].is_empty() || text[..at].ends_with([' ', '\n']))
    };
    let new = places(&["A ", "An ", "One ", "Another "]).map(|(at, _)| at);
    // `My father was a policeman.`; whoever else is named with his mother may be meant as well.
    let own = places(&["My ", "my ", "Our ", "our "]).filter(|&(at, my)| {
        let behind = &text[at + my.len()..];
        let mut next = words(behind).map(|word| &behind[word]);
        let kin = next.next().is_some_and(|kin| is_kin(kin, of));
        kin && !next
            .next()
            .is_some_and(|name| name.starts_with(char::is_uppercase))
    });
    new.filter(|&at| opening(at))
        .chain(own.map(|(at, _)| at))
        .filter(|&at| is_narrated(at))
        .max()
}

/// Whether a word is for one of a family, of that sex.
fn is_kin(word: &str, of: Sex) -> bool {
    let kin: &[&str] = match of {
        Sex::Woman => &[
            "aunt",
            "daughter",
            "girlfriend",
            "gran",
            "grandma",
            "grandmother",
            "mom",
            "mother",
            "mum",
            "niece",
            "nan",
            "sister",
            "wife",
        ],
        Sex::Man => &[
            "boyfriend",
            "brother",
            "dad",
            "father",
            "grandad",
            "grandfather",
            "grandpa",
            "husband",
            "nephew",
            "son",
            "uncle",
        ],
    };
    kin.contains(&word)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_lists_are_sorted() {
        assert!(super::WOMEN.is_sorted());
        assert!(super::MEN.is_sorted());
    }
}
