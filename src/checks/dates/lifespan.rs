//! `lifespan`: a life that ends before it begins, or is longer than any.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{DateMention, Fault};

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
    }
}

impl Lifespan {
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
