//! `weekday`: a day of the week that its date never was.

use jiff::ToSpan;
use jiff::civil::{self, Date};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{day_name, parts, weekday_name};
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{Anchor, Calendar, DateMention, WeekdayFigure, day_in};

/// Reports a weekday that does not fit its date in the Gregorian calendar.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Weekday {
    /// Up to this year a weekday may fit the Julian calendar instead.
    #[serde(default = "calendar_act")]
    julian_until: i16,
}

/// Britain and its colonies changed in 1752 (Calendar (New Style) Act 1750).
fn calendar_act() -> i16 {
    1752
}

impl Check for Weekday {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "date", "expected", "near"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let apart = apart(cx);
        let own = cx
            .dates()
            .flat_map(parts)
            .filter_map(|date| Some((date, date.written.weekday.as_ref()?)));
        for (mention, written) in own.chain(apart) {
            let Some(date) = day(cx, mention) else {
                continue;
            };
            if date.weekday() == written.value || self.fits_julian(date, written.value) {
                continue;
            }
            let expected = weekday_name(date.weekday());
            let mut finding = Finding::at(written.range.clone())
                .note(format!("it was a {expected}"))
                .field("found", weekday_name(written.value))
                .field("date", day_name(date))
                .field("expected", expected)
                .field("near", near(date, written.value));
            if let Some(figure) = mention.written.day.as_ref() {
                let month = mention
                    .written
                    .month
                    .as_ref()
                    .map_or(&figure.range, |month| &month.range);
                let year = mention
                    .written
                    .year
                    .as_ref()
                    .map_or(&figure.range, |year| &year.range);
                let start = figure.range.start.min(month.start);
                let end = figure.range.end.max(month.end).max(year.end);
                finding = finding.label(start..end, "the date it stands beside");
            }
            findings.push(finding);
        }
    }
}

/// Weekdays that stand behind their dates with an article: `3 October 1990 (a Monday)`.
fn apart<'c>(cx: &Context<'c>) -> Vec<(&'c DateMention, &'c WeekdayFigure)> {
    let dates: Vec<_> = cx.dates().collect();
    dates
        .windows(2)
        .filter_map(|pair| {
            let between =
                cx.words(&(pair[0].range.end..pair[1].range.start.max(pair[0].range.end)));
            let weekday = pair[1].written.weekday.as_ref()?;
            let said_of = matches!(
                between,
                " (a " | ", a " | " was a " | " (it was a " | ", which was a "
            );
            (said_of && pair[1].written.day.is_none()).then_some((pair[0].last(), weekday))
        })
        .collect()
}

impl Weekday {
    fn fits_julian(&self, date: Date, weekday: civil::Weekday) -> bool {
        date.year() <= self.julian_until
            && day_in(Calendar::Julian, date.year(), date.month(), date.day())
                .is_some_and(|julian| julian.weekday() == weekday)
    }
}

/// The day a mention names: with its year written, or, where the article's date lends the year,
/// the nearest such day to it.
fn day(cx: &Context, mention: &DateMention) -> Option<Date> {
    mention.written.day.as_ref()?;
    mention.written.month.as_ref()?;
    let date = mention.interval.earliest?;
    if mention.interval.latest != Some(date) || mention.old_style.is_some() {
        return None;
    }
    if mention.written.year.is_some() {
        return Some(date);
    }
    if mention.anchor != Some(Anchor::Document) {
        return None;
    }
    let article = cx.mentions.article_date()?.date;
    (-1..=1)
        .filter_map(|years| date.checked_add(years.years()).ok())
        .filter_map(|near| Some((near.until(article).ok()?.get_days().abs(), near)))
        .min()
        .map(|(_, near)| near)
}

/// The days nearest to a date that fall on a weekday.
fn near(date: Date, weekday: civil::Weekday) -> String {
    let days = [date.nth_weekday(-1, weekday), date.nth_weekday(1, weekday)];
    let days: Vec<_> = days.into_iter().flatten().map(day_name).collect();
    days.join(" or ")
}
