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
        for person in &cx.style_sheet.people {
            for masculine in masculine(&person.name) {
                let mut from = 0;
                while let Some(place) = find_word(cx.text(), &masculine, from) {
                    from = place.end;
                    if cx.reads(&place) && !is_in_address(cx.text(), &place) {
                        findings.push(
                            Finding::at(place.clone())
                                .field("found", &masculine)
                                .field("expected", &person.name)
                                .suggested_fix(vec![(place, person.name.clone())]),
                        );
                    }
                }
            }
        }
    }
}

/// The man's forms of a woman's name.
fn masculine(name: &str) -> Vec<String> {
    let mut forms = Vec::new();
    for (ending, others) in ENDINGS {
        // A surname by itself may be a man's, whoever else has it.
        let stem = name.strip_suffix(ending);
        let Some(stem) = stem.filter(|stem| stem.contains(' ') && !stem.ends_with(' ')) else {
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
