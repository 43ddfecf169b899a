//! `date-form`: a date that is wrong in its letters, while its time is plain.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{month_name, parts};
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{DateMention, Fault, Opener};

/// Reports 22th, Febmary 24, 1930's, from 1931-1935: one of these for each rule.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DateForm {
    /// Which of them.
    fault: FormFault,
}

/// What can be wrong in the letters of a date.
#[derive(Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum FormFault {
    /// `22th`
    Ordinal,
    /// `Febmary 24`
    MisspeltMonth,
    /// `1930's`
    DecadeApostrophe,
    /// `from 1931-1935`
    RangeWording,
}

/// A place with what to write there, and whether only the form changes.
struct Slip {
    place: Range<usize>,
    edit: Range<usize>,
    expected: String,
    safe: bool,
}

impl Check for DateForm {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "expected"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for date in cx.dates() {
            let slips: Vec<_> = if self.fault == FormFault::RangeWording {
                wording(cx, date).into_iter().collect()
            } else {
                parts(date)
                    .iter()
                    .filter_map(|date| self.slip(cx, date))
                    .collect()
            };
            for slip in slips {
                let mut written = cx.words(&slip.place).to_owned();
                let at = slip.edit.start - slip.place.start;
                written.replace_range(at..at + slip.edit.len(), &slip.expected);
                let edits = vec![(slip.edit, slip.expected)];
                let finding = Finding::at(slip.place.clone())
                    .field("found", cx.words(&slip.place))
                    .field("expected", written);
                findings.push(if slip.safe {
                    finding.safe_fix(edits)
                } else {
                    finding.suggested_fix(edits)
                });
            }
        }
    }
}

impl DateForm {
    fn slip(&self, cx: &Context, date: &DateMention) -> Option<Slip> {
        match (self.fault, date.fault.as_ref()?) {
            (FormFault::Ordinal, Fault::Ordinal { suffix, right }) => Some(Slip {
                place: date
                    .written
                    .day
                    .as_ref()
                    .map_or(suffix.clone(), |day| day.range.clone()),
                edit: suffix.clone(),
                expected: (*right).to_owned(),
                safe: true,
            }),
            (FormFault::MisspeltMonth, Fault::Misspelt { word, month }) => Some(Slip {
                place: word.clone(),
                edit: word.clone(),
                expected: month_name(u32::from(month.unsigned_abs()))?.to_owned(),
                safe: false,
            }),
            (FormFault::DecadeApostrophe, Fault::DecadeApostrophe(apostrophe))
                if is_plural(cx, date) =>
            {
                Some(Slip {
                    place: cx
                        .words(&date.range)
                        .rfind(' ')
                        .map_or(date.range.start, |at| date.range.start + at + 1)
                        ..date.range.end,
                    edit: apostrophe.clone(),
                    expected: String::new(),
                    safe: true,
                })
            }
            _ => None,
        }
    }
}

/// `the 1930's`, `in the late 1930's`: without an article it is the year's own (`1930's chief event`).
fn is_plural(cx: &Context, date: &DateMention) -> bool {
    let words = cx.text()[..date.range.start]
        .split_whitespace()
        .next_back()
        .unwrap_or_default();
    let before = words.to_lowercase();
    cx.words(&date.range).contains(' ')
        || matches!(
            before.as_str(),
            "the" | "early" | "late" | "mid" | "those" | "these"
        )
}

/// `data from 2000-1`, `the deaths from the 1876–1878 famine`: what comes out of that time.
fn is_origin(cx: &Context, date: &DateMention) -> bool {
    const SOURCES: [&str; 9] = [
        "data",
        "documents",
        "evidence",
        "figures",
        "letters",
        "photographs",
        "records",
        "results",
        "statistics",
    ];
    let before = cx.text()[..date.range.start].trim_end();
    let noun = before.rsplit(' ').next().unwrap_or_default();
    date.form.opener == Some(Opener::From)
        && (SOURCES.contains(&noun) || cx.words(&date.range).starts_with("from the "))
}

/// `from 1931-1935` wants `to`, `between 1931–1935` wants `and`.
fn wording(cx: &Context, date: &DateMention) -> Option<Slip> {
    let [first, last] = date.ends.as_deref()?;
    if date.fault != Some(Fault::Wording) || is_origin(cx, date) {
        return None;
    }
    let joint = match date.form.opener? {
        Opener::From => " to ",
        Opener::Between => " and ",
    };
    // `1820–30` in words is `1820 to 1830`.
    if let Some(year) = last
        .written
        .year
        .as_ref()
        .filter(|year| year.short && last.written.month.is_none())
    {
        return Some(Slip {
            place: date.range.clone(),
            edit: first.range.end..last.range.end,
            expected: format!("{joint}{}", year.value),
            safe: false,
        });
    }
    let dash = first.range.end..last.range.start;
    (!cx.words(&dash).contains(char::is_alphanumeric)).then(|| Slip {
        place: date.range.clone(),
        edit: dash,
        expected: joint.to_owned(),
        safe: false,
    })
}
