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
const ENDINGS: [(&str, &[&str]); 4] = [
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
            let forms = ENDINGS
                .iter()
                .filter_map(|(ending, others)| Some((person.name.strip_suffix(ending)?, others)));
            for masculine in forms
                .flat_map(|(stem, others)| others.iter().map(move |other| format!("{stem}{other}")))
            {
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
