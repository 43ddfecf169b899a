//! `date-preference`: forms that a house may not want, though nothing is wrong with them.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{interval_name, parts};
use crate::checks::{Check, Context, Finding};

/// Reports `16th February` where the house drops the suffix, or `tomorrow` where it wants the day.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatePreference {
    /// Which of the two.
    avoid: Avoided,
}

#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Avoided {
    /// `th` behind a day that stands with its month.
    OrdinalSuffix,
    /// Words counted from the article's date, where it has one.
    RelativeWord,
}

impl Check for DatePreference {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "expected"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for date in cx.dates() {
            match self.avoid {
                Avoided::OrdinalSuffix => findings.extend(parts(date).iter().filter_map(|date| {
                    let day = date.written.day.as_ref()?;
                    let suffix = day
                        .suffix
                        .clone()
                        .filter(|_| !date.form.of && date.written.month.is_some())?;
                    Some(
                        Finding::at(day.range.clone())
                            .field("found", cx.words(&day.range))
                            .field("expected", day.value)
                            .safe_fix(vec![(suffix, String::new())]),
                    )
                })),
                Avoided::RelativeWord => {
                    if date.is_deictic()
                        && !date.interval.is_open()
                        && cx.mentions.article_date().is_some()
                    {
                        findings.push(
                            Finding::at(date.range.clone())
                                .field("found", cx.words(&date.range))
                                .field("expected", interval_name(&date.interval)),
                        );
                    }
                }
            }
        }
    }
}
