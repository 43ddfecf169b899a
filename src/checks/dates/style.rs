//! `date-style`: dates written in two ways in one article.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::parts;
use crate::checks::tally::{Tally, times};
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{DateMention, Kind, MonthStyle, Order, Separator};
use crate::style_sheet::DateOrder;

/// Reports, once for each decision of the author, the form of date that is rarer in an article.
/// The order settles first; dates in the rarer order do not count for the decisions behind it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DateStyle {}

/// What an author decides once for all dates, with the names of the two answers.
#[derive(Clone, Copy)]
struct Decision {
    answers: [&'static str; 2],
    /// Which answer a date gives; none when it gives neither.
    of: fn(&DateMention) -> Option<usize>,
}

const ORDER: Decision = Decision {
    answers: ["day before month", "month before day"],
    of: |date| match date.form.order {
        // `the 5th of November` is a name as much as a date.
        Order::DayMonth if date.form.of => None,
        Order::DayMonth => Some(0),
        Order::MonthDay => Some(1),
        _ => None,
    },
};

const OTHERS: [Decision; 2] = [
    Decision {
        answers: ["a plain number for the day", "“th” behind the day"],
        of: |date| {
            let day = date.written.day.as_ref()?;
            date.written.month.as_ref()?;
            (!day.spelt && !date.form.of).then_some(usize::from(day.suffix.is_some()))
        },
    },
    Decision {
        answers: ["months written out", "months cut short"],
        of: |date| {
            let month = date.written.month.as_ref()?;
            date.written.day.as_ref()?;
            match month.style {
                // May is short by itself.
                MonthStyle::Full if month.value != 5 => Some(0),
                MonthStyle::Short => Some(1),
                _ => None,
            }
        },
    },
];

/// The dash of a range in figures.
const RANGE: Decision = Decision {
    answers: ["an en dash between its ends", "a hyphen between its ends"],
    of: |date| match (date.form.separator?, date.form.spaced) {
        (Separator::EnDash, false) => Some(0),
        (Separator::Hyphen, false) => Some(1),
        _ => None,
    },
};

impl Check for DateStyle {
    fn fields(&self) -> &'static [&'static str] {
        &[
            "found",
            "style",
            "style_times",
            "other",
            "other_style",
            "other_times",
        ]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let mut dates: Vec<&DateMention> = cx
            .dates()
            .flat_map(parts)
            .filter(|date| !date.is_unreal() && (ORDER.of)(date).is_some())
            .collect();
        let settled = cx.style_sheet.style.dates.map(|order| match order {
            DateOrder::DayMonthYear => 0,
            DateOrder::MonthDayYear => 1,
        });
        if let Some(preferred) = decide(cx, &dates, ORDER, settled, findings) {
            dates.retain(|date| (ORDER.of)(date) == Some(preferred));
        }
        for decision in OTHERS {
            decide(cx, &dates, decision, None, findings);
        }
        let ranges: Vec<&DateMention> =
            cx.dates().filter(|date| date.kind == Kind::Range).collect();
        // One of each is no style yet.
        if ranges
            .iter()
            .filter(|range| (RANGE.of)(range).is_some())
            .count()
            > 2
        {
            decide(cx, &ranges, RANGE, None, findings);
        }
    }
}

/// Reports the rarer answer; returns the preferred one when the dates differ.
fn decide(
    cx: &Context,
    dates: &[&DateMention],
    decision: Decision,
    settled: Option<usize>,
    findings: &mut Vec<Finding>,
) -> Option<usize> {
    let mut tally = Tally::new(2);
    for date in dates {
        if let Some(answer) = (decision.of)(date) {
            tally.add(answer, date.range.clone());
        }
    }
    let (preferred, others) = tally.verdict(settled)?;
    let rarer = others[0];
    let found = tally.places(rarer)[0].clone();
    let describe = |answer: usize| {
        format!(
            "{}, {}",
            decision.answers[answer],
            times(tally.places(answer).len())
        )
    };
    let mut finding = Finding::at(found.clone())
        .note(describe(rarer))
        .field("found", cx.words(&found))
        .field("style", decision.answers[rarer])
        .field("style_times", times(tally.places(rarer).len()))
        .field("other_style", decision.answers[preferred])
        .field("other_times", times(tally.places(preferred).len()));
    finding = match tally.places(preferred).first() {
        Some(other) => finding
            .field("other", cx.words(other))
            .label(other.clone(), describe(preferred)),
        None => finding.field("other", "the style sheet"),
    };
    let model = dates
        .iter()
        .find(|date| (decision.of)(date) == Some(preferred));
    let edits: Option<Vec<_>> = dates
        .iter()
        .filter(|date| (decision.of)(date) == Some(rarer))
        .map(|date| rewritten(cx, date, model.copied(), preferred, decision))
        .collect();
    findings.push(finding.safe_fix(edits.unwrap_or_default()));
    Some(preferred)
}

/// A date in the preferred order and, where a model shows it, with or without its suffix.
/// `None` where more than the form would change.
fn rewritten(
    cx: &Context,
    date: &DateMention,
    model: Option<&DateMention>,
    preferred: usize,
    decision: Decision,
) -> Option<(Range<usize>, String)> {
    if let Some([first, last]) = date.ends.as_deref() {
        let dash = if preferred == 0 { "–" } else { "-" };
        return Some((first.range.end..last.range.start, dash.to_owned()));
    }
    let is_order = std::ptr::fn_addr_eq(decision.of, ORDER.of);
    let (day, month) = (date.written.day.as_ref()?, date.written.month.as_ref()?);
    let year = date.written.year.as_ref();
    let start = day.range.start.min(month.range.start);
    let end = day
        .range
        .end
        .max(month.range.end)
        .max(year.map_or(0, |year| year.range.end));
    // `February 16, 1938, he`: the comma behind belongs to the form too.
    let comma_behind = year.is_some() && cx.text()[end..].starts_with(',');
    if day.spelt || date.form.of || comma_behind || !is_order {
        return None;
    }
    let suffix = model.map_or(day.suffix.is_some(), |model| {
        model
            .written
            .day
            .as_ref()
            .is_some_and(|day| day.suffix.is_some())
    });
    let day_words = if suffix {
        format!("{}{}", day.value, ordinal_suffix(day.value))
    } else {
        day.value.to_string()
    };
    let month_words = cx.words(&month.range);
    let year_words = year.map(|year| cx.words(&year.range));
    let words = match (preferred, year_words) {
        (0, Some(year)) => format!("{day_words} {month_words} {year}"),
        (0, None) => format!("{day_words} {month_words}"),
        (_, Some(year)) => format!("{month_words} {day_words}, {year}"),
        (_, None) => format!("{month_words} {day_words}"),
    };
    Some((start..end, words))
}

/// `st`, `nd`, `rd`, `th`.
fn ordinal_suffix(day: u32) -> &'static str {
    match (day % 10, day % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    }
}
