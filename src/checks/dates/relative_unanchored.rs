//! `relative-unanchored`: `tomorrow` in an article that bears no date.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::tally::times;
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{DateMention, Unit};

/// Reports, once, words that count from the day of writing in an article that does not say which
/// day that is: the first place as primary label.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RelativeUnanchored {
    /// Words that more often mean `nowadays` than the day of writing; they do not speak alone, lower case.
    #[serde(default)]
    vague: Vec<String>,
}

impl Check for RelativeUnanchored {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "times"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        if cx.mentions.article_date().is_some() {
            return;
        }
        let places: Vec<_> = cx
            .dates()
            .filter(|date| date.is_deictic() && !is_bare_weekday(date) && !is_remote(date))
            .filter(|date| !cx.text()[..date.range.start].ends_with(" a "))
            .filter(|date| !self.vague.contains(&cx.words(&date.range).to_lowercase()))
            .collect();
        let Some((first, rest)) = places.split_first() else {
            return;
        };
        let mut finding = Finding::at(first.range.clone())
            .note("counted from which day?")
            .field("found", cx.words(&first.range))
            .field("times", times(places.len()));
        if let Some(next) = rest.first() {
            finding = finding.label(
                next.range.clone(),
                format!("so {} in all", times(places.len())),
            );
        }
        findings.push(finding);
    }
}

/// Years after which a year more or less makes no reader stumble.
const REMOTE: i64 = 200;

/// `some 5,000 years ago` does not go stale.
fn is_remote(date: &DateMention) -> bool {
    let relative = date.relative.as_ref();
    let years = relative.and_then(|relative| match relative.unit? {
        Unit::Year => relative.offset,
        Unit::Decade => relative.offset.map(|count| count * 10),
        Unit::Century => relative.offset.map(|count| count * 100),
        _ => None,
    });
    years.is_some_and(|years| years.abs() >= REMOTE)
}

/// `On Monday` may be any Monday of the story.
fn is_bare_weekday(date: &DateMention) -> bool {
    date.written
        .weekday
        .as_ref()
        .is_some_and(|weekday| weekday.range == date.range)
}
