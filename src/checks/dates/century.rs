//! `century`: a year beside a century or a decade that it does not lie in.

use schemars::JsonSchema;
use serde::Deserialize;

use super::beside;
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{DateMention, Interval, Kind, Precision};

/// Reports `the nineteenth century, in 1938`: only where the two stand side by side.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Century {}

impl Check for Century {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "year", "years"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for (first, second) in beside(cx) {
            let (vague, year) = match (is_period(first), is_period(second)) {
                (true, false) => (first, second),
                (false, true) => (second, first),
                _ => continue,
            };
            if is_title(cx, vague) || is_attribute(cx, vague, second) {
                continue;
            }
            let dated = matches!(
                year.kind,
                Kind::Day | Kind::Month | Kind::Year | Kind::Range
            ) && year.written_year();
            let whole = with_closing_year(&vague.base);
            if !dated || whole.is_open() || year.base.is_open() || whole.meets(&year.base) {
                continue;
            }
            if let (Some(from), Some(to)) = (whole.earliest, whole.latest) {
                // A decade ends with its ninth year, whatever one calls the end of a century.
                let to = match (vague.kind, vague.base.latest) {
                    (Kind::Decade, Some(last)) => last,
                    _ => to,
                };
                findings.push(
                    Finding::at(year.range.clone())
                        .note("outside of it")
                        .field("found", cx.words(&vague.range))
                        .field("year", cx.words(&year.range))
                        .field("years", format!("{}–{}", from.year(), to.year()))
                        .label(vague.range.clone(), "the time it stands beside"),
                );
            }
        }
    }
}

/// `in The Twentieth Century, September 6, 1894`: a periodical.
fn is_title(cx: &Context, period: &DateMention) -> bool {
    cx.words(&period.range).ends_with("Century")
}

/// `in 1938, in the nineteenth-century hall`, `in 1938 in the nineteenth century style`: a thing of
/// that time, which goes on behind the words.
fn is_attribute(cx: &Context, period: &DateMention, second: &DateMention) -> bool {
    let behind = &cx.text()[period.range.end..];
    period.range == second.range
        && !behind.trim_start().is_empty()
        && !behind.starts_with([',', '.', ';', ')', ':', '!', '?', '\n'])
}

fn is_period(date: &DateMention) -> bool {
    matches!(date.kind, Kind::Century | Kind::Decade)
        && !matches!(date.precision, Precision::Before | Precision::After)
}

/// The nineteenth century ends in 1899 or in 1900, as one counts.
fn with_closing_year(interval: &Interval) -> Interval {
    Interval {
        earliest: interval.earliest,
        latest: interval
            .latest
            .map(|last| last.checked_add(jiff::ToSpan::years(1)).unwrap_or(last)),
    }
}
