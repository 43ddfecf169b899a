//! `age`: an age against a birth, or against another age of the same person.
//!
//! An age A on a day D means a birth after D - (A + 1) years, up to D - A years. Two statements
//! contradict each other only when their intervals cannot meet.

use jiff::ToSpan;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use super::interval_name;
use super::life::{facts, known};
use crate::checks::{Check, Context, Finding};
use crate::mentions::ages::At;
use crate::mentions::dates::{AgeMention, Hint, Interval};
use crate::mentions::lives::{MEMORY, same_person};

/// Reports an age that does not fit the birth of the style sheet or of the text, or another age.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Age {}

/// An age with whose it is and when.
struct Aged<'c> {
    mention: &'c AgeMention,
    name: &'c str,
    at: &'c At,
}

impl Check for Age {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "name", "at", "expected", "reason"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let facts = facts(cx);
        let aged: Vec<_> = cx
            .mentions
            .dates()
            .ages
            .iter()
            .zip(cx.mentions.ages())
            .filter(|(age, _)| cx.reads(&age.range))
            .filter_map(|(mention, tie)| {
                Some(Aged {
                    mention,
                    name: cx.words(tie.person.as_ref()?),
                    at: tie.at.as_ref()?,
                })
            })
            .collect();
        for (number, age) in aged.iter().enumerate() {
            if let Some(birth) = known(cx, &facts, age.name, Hint::Birth) {
                if let Some(finding) = against_birth(cx, age, &birth.interval) {
                    findings.push(match birth.place {
                        Some(place) => finding.label(place, "the birth"),
                        None => finding,
                    });
                }
            } else if let Some(other) = aged[number.saturating_sub(MEMORY)..number]
                .iter()
                .find(|other| contradict(other, age))
            {
                findings.push(against_age(cx, age, other));
            }
        }
    }
}

/// The births that an age allows.
fn births(age: &Aged) -> Option<(Date, Date)> {
    let (youngest, oldest) = (age.mention.span.start(), age.mention.span.end());
    let earliest = age
        .at
        .interval
        .earliest?
        .checked_sub((i64::from(*oldest) + 1).years())
        .ok()?;
    let latest = age
        .at
        .interval
        .latest?
        .checked_sub(i64::from(*youngest).years())
        .ok()?;
    Some((earliest.tomorrow().ok()?, latest))
}

fn against_birth(cx: &Context, age: &Aged, birth: &Interval) -> Option<Finding> {
    let (earliest, latest) = births(age)?;
    let allowed = Interval {
        earliest: Some(earliest),
        latest: Some(latest),
    };
    if allowed.meets(birth) {
        return None;
    }
    let years = |from: Date, to: Date| {
        from.until((jiff::Unit::Year, to))
            .ok()
            .map(|span| span.get_years())
    };
    let least = years(birth.latest?, age.at.interval.earliest?)?;
    let most = years(birth.earliest?, age.at.interval.latest?)?;
    let expected = if least == most {
        least.to_string()
    } else {
        format!("{least} or {most}")
    };
    Some(
        finding(cx, age)
            .field("expected", expected)
            .field("reason", format!("born {}", interval_name(birth))),
    )
}

fn contradict(a: &Aged, b: &Aged) -> bool {
    let (Some(x), Some(y)) = (births(a), births(b)) else {
        return false;
    };
    same_person(a.name, b.name) && (x.1 < y.0 || y.1 < x.0)
}

fn against_age(cx: &Context, age: &Aged, other: &Aged) -> Finding {
    let expected = births(other)
        .zip(age.at.interval.earliest.zip(age.at.interval.latest))
        .map(|((first, last), (from, to))| {
            let years = |birth: Date, day: Date| {
                birth
                    .until((jiff::Unit::Year, day))
                    .map_or(0, |span| span.get_years())
            };
            let (least, most) = (years(last, from), years(first, to));
            if least == most {
                least.to_string()
            } else {
                format!("{least} to {most}")
            }
        });
    finding(cx, age)
        .field("expected", expected.unwrap_or_default())
        .field(
            "reason",
            format!("“{}” {}", cx.words(&other.mention.range), when(cx, other)),
        )
        .label(other.mention.range.clone(), "the other age")
}

fn finding(cx: &Context, age: &Aged) -> Finding {
    let finding = Finding::at(age.mention.range.clone())
        .field("found", cx.words(&age.mention.range))
        .field("name", age.name)
        .field("at", when(cx, age));
    match &age.at.place {
        Some(place) => finding.label(place.clone(), "at this time"),
        None => finding,
    }
}

fn when(cx: &Context, age: &Aged) -> String {
    match &age.at.place {
        Some(place) if age.at.interval.earliest == age.at.interval.latest => {
            format!("on “{}”", cx.words(place))
        }
        Some(place) => format!("in “{}”", cx.words(place)),
        None => format!("at the death, {}", interval_name(&age.at.interval)),
    }
}
