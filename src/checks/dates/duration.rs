//! `duration`: a length of time against the two dates beside it.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{DateMention, DurationMention, Kind, Unit};

/// Reports `from 1928 to 1931, five years`: between 2 and 4 years lie between the ends.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duration {}

/// Bytes between a duration and the range it is said of.
const NEAR: usize = 40;

impl Check for Duration {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "range", "span"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let durations = &cx.mentions.dates().durations;
        for range in cx
            .dates()
            .filter(|date| date.kind == Kind::Range && !date.is_unreal())
        {
            let Some((shortest, longest)) = days(range) else {
                continue;
            };
            let first =
                durations.partition_point(|duration| duration.range.end + NEAR < range.range.start);
            let near = durations[first..]
                .iter()
                .take_while(|duration| duration.range.start < range.range.end + NEAR)
                .find(|duration| said_of(cx, duration, range));
            if let Some(duration) = near
                && contradicts(duration, shortest, longest)
            {
                findings.push(
                    Finding::at(duration.range.clone())
                        .note("the stated time")
                        .field("found", cx.words(&duration.range))
                        .field("range", cx.words(&range.range))
                        .field("span", between(duration.unit, shortest, longest))
                        .label(range.range.clone(), "from end to end"),
                );
            }
        }
    }
}

/// The fewest and the most days from the one end to the other.
fn days(range: &DateMention) -> Option<(i32, i32)> {
    let [first, last] = range.ends.as_deref()?;
    let between = |from: Date, to: Date| from.until(to).ok().map(|span| span.get_days());
    let shortest = between(first.base.latest?, last.base.earliest?)?;
    let longest = between(first.base.earliest?, last.base.latest?)? + 1;
    Some((shortest.max(0), longest))
}

/// Whether a length of time is said of a range: nothing but commas and little words stand between
/// the two, or the range is the bracket behind `eight years in Siberia`.
fn said_of(cx: &Context, duration: &DurationMention, range: &DateMention) -> bool {
    if duration.approximate || duration.compound || is_part(cx, duration) {
        return false;
    }
    let before = duration.range.end <= range.range.start;
    let between = if before {
        duration.range.end..range.range.start
    } else if range.range.end <= duration.range.start {
        range.range.end..duration.range.start
    } else {
        return false;
    };
    let words = cx.words(&between);
    match words.strip_suffix('(') {
        Some(" ") if before => lasts(cx, duration),
        Some(stay) if before => is_stay(stay),
        _ => {
            words
                .split(|c: char| !c.is_alphabetic())
                .all(|word| BETWEEN.contains(&word))
                && !words.contains([';', '.', '?', '!', '\n'])
        }
    }
}

/// What may stand between a range and its length, either first.
const BETWEEN: [&str; 18] = [
    "", "a", "all", "for", "full", "her", "his", "in", "is", "it", "lasted", "lasting", "of",
    "period", "span", "that", "the", "total",
];

/// `for twelve years (1928–1931)`.
fn lasts(cx: &Context, duration: &DurationMention) -> bool {
    let before = cx.text()[..duration.range.start].trim_end();
    let word = before.rsplit(' ').next().unwrap_or_default();
    matches!(word, "for" | "lasted" | "lasting" | "spent")
}

/// ` in Siberia `, ` as a minister `: where or what somebody was all that time.
fn is_stay(words: &str) -> bool {
    let mut each = words.split_whitespace();
    let preposition = each.next();
    matches!(preposition, Some("in" | "at" | "as"))
        && (1..=3).contains(&each.count())
        && words
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '’' | '\''))
}

/// `the first two years`, `within three years`: only a part of the range, or more than it.
fn is_part(cx: &Context, duration: &DurationMention) -> bool {
    let before =
        cx.words(&(cx.document.sentence_at(duration.range.start).start..duration.range.start));
    let word = before.split_whitespace().next_back().unwrap_or_default();
    matches!(
        word.to_ascii_lowercase().as_str(),
        "first"
            | "last"
            | "next"
            | "final"
            | "another"
            | "other"
            | "further"
            | "within"
            | "than"
            | "some"
    )
}

/// “Five years” is anything from four and a half to less than six.
fn contradicts(duration: &DurationMention, shortest: i32, longest: i32) -> bool {
    let length = f64::from(duration.amount.value) * days_of(duration.unit);
    let unit = days_of(duration.unit);
    length - unit / 2.0 > f64::from(longest) || length + unit < f64::from(shortest)
}

/// The mean length in the Gregorian calendar, in days.
fn days_of(unit: Unit) -> f64 {
    match unit {
        Unit::Day => 1.0,
        Unit::Week => 7.0,
        Unit::Fortnight => 14.0,
        Unit::Month => 30.436_875,
        Unit::Year => 365.2425,
        Unit::Decade => 3_652.425,
        Unit::Century => 36_524.25,
    }
}

fn between(unit: Unit, shortest: i32, longest: i32) -> String {
    let length = days_of(unit);
    let (least, most) = (
        (f64::from(shortest) / length).floor(),
        (f64::from(longest - 1) / length).ceil(),
    );
    let name = match unit {
        Unit::Day => "days",
        Unit::Week => "weeks",
        Unit::Fortnight => "fortnights",
        Unit::Month => "months",
        Unit::Year => "years",
        Unit::Decade => "decades",
        Unit::Century => "centuries",
    };
    if (most - least).abs() < 0.5 {
        format!("{most} {name}")
    } else {
        format!("{least} to {most} {name}")
    }
}
