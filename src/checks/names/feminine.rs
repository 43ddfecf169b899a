//! `feminine-form`: a woman's surname in the man's form, where the style sheet has hers.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::document::is_in_address;
use crate::pattern::find_word;

/// Reports `Natalya Sedov` where `people:` has Natalya Sedova (Slavic surnames).
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FeminineForm {}

/// Endings of women's surnames and what men's have.
const ENDINGS: [(&str, &[&str]); 8] = [
    ("ová", &[""]),
    ("ská", &["ský", "sky"]),
    ("ska", &["ski", "sky"]),
    ("cka", &["cki", "cky"]),
    ("skaya", &["sky", "ski", "skii", "skiy"]),
    ("ova", &["ov", "off"]),
    ("eva", &["ev", "eff"]),
    ("ina", &["in"]),
];

impl Check for FeminineForm {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "expected"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let people = &cx.style_sheet.people;
        for person in people {
            for Form { found, expected } in forms(&person.name) {
                // `N. Sedov` may be Nikolai Sedov.
                if people.iter().any(|other| may_be(&other.name, &found)) {
                    continue;
                }
                let mut from = 0;
                while let Some(place) = find_word(cx.text(), &found, from) {
                    from = place.end;
                    if cx.reads(&place) && !is_in_address(cx.text(), &place) {
                        findings.push(
                            Finding::at(place.clone())
                                .field("found", &found)
                                .field("expected", &expected)
                                .suggested_fix(vec![(place, expected.clone())]),
                        );
                    }
                }
            }
        }
    }
}

/// What a woman may be called that is not her name.
struct Form {
    found: String,
    expected: String,
}

/// What only women are called.
const TITLES: [&str; 6] = ["Madame", "Miss", "Mme", "Mrs", "Mrs.", "Ms"];

/// Her whole name, her initial and her titles, each with the man's surname.
fn forms(name: &str) -> Vec<Form> {
    let mut forms = Vec::new();
    let Some((given, surname)) = name.rsplit_once(' ') else {
        // A surname by itself may be a man's, whoever else has it.
        return forms;
    };
    let initial = given.chars().next().map(|initial| format!("{initial}."));
    let titles = TITLES.iter().map(|title| (*title).to_owned());
    let before: Vec<String> = std::iter::once(given.to_owned())
        .chain(initial)
        .chain(titles)
        .collect();
    for masculine in masculine(surname) {
        forms.extend(before.iter().map(|before| Form {
            found: format!("{before} {masculine}"),
            expected: format!("{before} {surname}"),
        }));
    }
    forms
}

/// Whether a name with an initial may be short for a whole name.
fn may_be(name: &str, short: &str) -> bool {
    let (Some((given, surname)), Some((initial, other))) =
        (name.rsplit_once(' '), short.rsplit_once(". "))
    else {
        return false;
    };
    surname == other && given.starts_with(initial)
}

/// The man's forms of a woman's surname.
fn masculine(surname: &str) -> Vec<String> {
    let mut forms = Vec::new();
    for (ending, others) in ENDINGS {
        let stem = surname.strip_suffix(ending);
        let Some(stem) = stem.filter(|stem| !stem.is_empty()) else {
            continue;
        };
        forms.extend(others.iter().map(|other| format!("{stem}{other}")));
        // Němcová, Němec: two consonants at the end take an e between them.
        let mut letters = stem.char_indices().rev();
        let last = letters.next().filter(|&(_, c)| is_consonant(c));
        let before = letters.next().filter(|&(_, c)| is_consonant(c));
        if let (true, Some((at, _)), Some(_)) = (ending == "ová", last, before) {
            forms.push(format!("{}e{}", &stem[..at], &stem[at..]));
        }
    }
    forms
}

fn is_consonant(c: char) -> bool {
    c.is_alphabetic() && !"aeiouyáéíóúýěů".contains(c)
}
