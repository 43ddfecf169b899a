//! `lifespan`: a life that ends before it begins, or is longer than any.

use schemars::JsonSchema;
use serde::Deserialize;

use super::life::facts;
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{DateMention, Fault, Hint};
use crate::mentions::lives::{MEMORY, same_person};

/// Reports `(1938–1906)` and `(1806–1938)` behind a name.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lifespan {
    /// No life is longer, in years.
    #[serde(default = "longest")]
    longest: i16,
}

/// Jeanne Calment (1875–1997), the longest life on record.
fn longest() -> i16 {
    122
}

impl Check for Lifespan {
    fn fields(&self) -> &'static [&'static str] {
        &["birth", "death", "reason"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for life in cx.dates().filter(|date| date.life) {
            let Some([birth, death]) = life.ends.as_deref() else {
                continue;
            };
            let Some(reason) = self.reason(life, birth, death) else {
                continue;
            };
            findings.push(
                Finding::at(death.range.clone())
                    .note("the death")
                    .field("birth", cx.words(&birth.range))
                    .field("death", cx.words(&death.range))
                    .field("reason", reason)
                    .label(birth.range.clone(), "the birth"),
            );
        }
        self.apart(cx, findings);
    }
}

impl Lifespan {
    /// A birth and a death that the text tells in two places.
    fn apart(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let facts = facts(cx);
        for (number, death) in facts
            .iter()
            .enumerate()
            .filter(|(_, fact)| fact.event == Hint::Death)
        {
            let from = number.saturating_sub(MEMORY);
            let until = facts.len().min(number + MEMORY);
            let birth = facts[from..until].iter().find(|fact| {
                fact.event == Hint::Birth
                    && same_person(cx.words(&fact.name), cx.words(&death.name))
            });
            if let Some(birth) = birth
                && birth.interval.earliest > death.interval.latest
                && death.interval.latest.is_some()
            {
                findings.push(
                    Finding::at(death.place.clone())
                        .note("the death")
                        .field("birth", cx.words(&birth.place))
                        .field("death", cx.words(&death.place))
                        .field("reason", "the death lies before the birth")
                        .label(birth.place.clone(), "the birth"),
                );
            }
        }
    }

    fn reason(
        &self,
        life: &DateMention,
        birth: &DateMention,
        death: &DateMention,
    ) -> Option<String> {
        if life.fault == Some(Fault::Reversed) {
            return Some("the death lies before the birth".into());
        }
        let years = death.base.earliest?.year() - birth.base.latest?.year();
        (years > self.longest).then(|| format!("that is a life of {years} years"))
    }
}
