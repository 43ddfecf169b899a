//! `act-outside-life`: somebody acts before birth or after death.

use schemars::JsonSchema;
use serde::Deserialize;

use super::interval_name;
use super::life::{facts, known};
use crate::checks::{Check, Context, Finding};
use crate::mentions::clause_turns;
use crate::mentions::dates::Hint;
use crate::mentions::lives::only_date;
use crate::mentions::names::whole_names;

/// Reports `In 1934 Fenn wrote a preface` of a man who died in 1931: only where an active verb
/// follows the name, in a sentence with one date.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActOutsideLife {
    /// Verbs of acts that only the living do, in the past tense, lower case.
    acts: Vec<String>,
}

impl Check for ActOutsideLife {
    fn fields(&self) -> &'static [&'static str] {
        &["name", "act", "date", "event", "known"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let facts = facts(cx);
        if facts.is_empty() && cx.style_sheet.people.is_empty() {
            return;
        }
        for sentence in cx.document.sentences() {
            let Some(date) =
                only_date(cx.mentions.dates(), sentence).filter(|date| cx.reads(&date.range))
            else {
                continue;
            };
            for name in whole_names(cx.text(), sentence) {
                let end = bracket_end(cx.text(), name.end);
                let Some(act) = self.act(cx.text(), end) else {
                    continue;
                };
                // `Fletcher left a manuscript; it was published in 1982`: of another act.
                let apart = end..date.range.start.max(end);
                if clause_turns(cx.words(&apart)) {
                    continue;
                }
                for (event, word) in [(Hint::Birth, "born"), (Hint::Death, "died")] {
                    let Some(life) = known(cx, &facts, cx.words(&name), event) else {
                        continue;
                    };
                    let outside = match event {
                        Hint::Birth => date.base.latest < life.interval.earliest,
                        Hint::Death => {
                            date.base.earliest > life.interval.latest
                                && life.interval.latest.is_some()
                        }
                    };
                    if outside && life.place.as_ref() != Some(&date.range) {
                        let mut finding = Finding::at(date.range.clone())
                            .field("name", cx.words(&name))
                            .field("act", act)
                            .field("date", cx.words(&date.range))
                            .field("event", word)
                            .field("known", interval_name(&life.interval));
                        if let Some(place) = life.place {
                            finding = finding.label(place, word);
                        }
                        findings.push(finding);
                    }
                }
            }
        }
    }
}

/// Where a bracket right behind a name ends: `Hedda Lind (1850–1899)`.
fn bracket_end(text: &str, name: usize) -> usize {
    /// Life dates with the places of birth and death are not longer, in bytes.
    const LONGEST: usize = 80;
    let inside = text[name..].strip_prefix(" (");
    let length = inside.and_then(|inside| inside.find(['(', ')', '\n']));
    match length.map(|length| name + 2 + length) {
        Some(end) if end - name < LONGEST && text[end..].starts_with(')') => end + 1,
        _ => name,
    }
}

impl ActOutsideLife {
    /// The verb right behind a name and its life dates.
    fn act<'t>(&self, text: &'t str, end: usize) -> Option<&'t str> {
        let behind = text[end..].strip_prefix(' ')?;
        let verb = behind.split(|c: char| !c.is_alphabetic()).next()?;
        self.acts.iter().any(|act| act == verb).then_some(verb)
    }
}
