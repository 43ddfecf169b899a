//! `birth-death`: one birth or death with two dates.

use schemars::JsonSchema;
use serde::Deserialize;

use super::interval_name;
use super::life::facts;
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::Hint;
use crate::mentions::lives::{Fact, MEMORY, interval, same_person};

/// Reports a birth or death that the text dates differently in two places, or otherwise than the style sheet.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BirthDeath {}

impl Check for BirthDeath {
    fn fields(&self) -> &'static [&'static str] {
        &["name", "event", "found", "other", "source"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let facts = facts(cx);
        for (number, fact) in facts.iter().enumerate() {
            if let Some(finding) = against_style_sheet(cx, fact) {
                findings.push(finding);
                continue;
            }
            let other = facts[number.saturating_sub(MEMORY)..number]
                .iter()
                .find(|other| {
                    other.event == fact.event
                        && same_person(cx.words(&other.name), cx.words(&fact.name))
                });
            if let Some(other) = other.filter(|other| !other.interval.meets(&fact.interval)) {
                findings.push(
                    finding(cx, fact)
                        .field("other", cx.words(&other.place))
                        .field("source", "the article also says")
                        .label(other.place.clone(), "here otherwise"),
                );
            }
        }
    }
}

fn against_style_sheet(cx: &Context, fact: &Fact) -> Option<Finding> {
    let person = cx.style_sheet.person(cx.words(&fact.name))?;
    let given = interval(match fact.event {
        Hint::Birth => person.born,
        Hint::Death => person.died,
    }?);
    (!given.meets(&fact.interval)).then(|| {
        finding(cx, fact)
            .field("other", interval_name(&given))
            .field("source", "the style sheet has")
    })
}

fn finding(cx: &Context, fact: &Fact) -> Finding {
    Finding::at(fact.place.clone())
        .field("name", cx.words(&fact.name))
        .field(
            "event",
            match fact.event {
                Hint::Birth => "birth",
                Hint::Death => "death",
            },
        )
        .field("found", cx.words(&fact.place))
}
