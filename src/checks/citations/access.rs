//! `access-date`: the day a page was read, beside the page and its dates.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::citations::Access;
use crate::source::Span;

/// Reports access dates without an address, after the article's date, or before the page was published.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccessDate {}

/// The first pages of the web are of this year.
const WEB: i16 = 1990;

/// Of an article without a date nothing tells what lies ahead; today’s date never counts. No article
/// of this program’s time reads a page after this year.
const AHEAD: i16 = 2050;

impl Check for AccessDate {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "reason"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        for access in cx.mentions.citations().accesses() {
            if !cx.reads_source(access.span) {
                continue;
            }
            let Some((words, day)) = dated(cx, access) else {
                continue;
            };
            let finding = Finding::at(words).field("found", cx.source_words(words));
            findings.extend(fault(cx, access, day, finding));
        }
    }
}

/// The words from `accessed` to the end of the date, and the date.
fn dated(cx: &Context, access: &Access) -> Option<(Span, Date)> {
    let dates = &cx.mentions.dates().dates;
    let after = dates.partition_point(|date| cx.document.span(&date.range).start < access.span.end);
    let date = dates.get(after)?;
    let span = cx.document.span(&date.range);
    (span.start <= access.span.end + 1).then(|| {
        Some((
            Span::new(access.span.start, span.end),
            date.interval.earliest?,
        ))
    })?
}

fn fault(cx: &Context, access: &Access, day: Date, finding: Finding) -> Option<Finding> {
    let within = cx.source_words(access.within);
    let has_address = [
        "://", "www.", "](", "doi", "DOI", "href", ".org", ".com", "<",
    ]
    .iter()
    .any(|sign| within.contains(sign));
    if access.cites && !has_address {
        return Some(finding.field("reason", "there is no address that could be accessed"));
    }
    if has_address && day.year() < WEB {
        return Some(finding.field("reason", "there was no web to read"));
    }
    if day.year() > AHEAD {
        return Some(finding.field("reason", "that day lies far ahead"));
    }
    if let Some(article) = cx.mentions.article_date()
        && day > article.date
    {
        let reason = format!("the article is dated {}", article.date);
        return Some(finding.field("reason", reason));
    }
    let published = published(cx, access).filter(|_| access.cites)?;
    let year: i16 = cx.source_words(published).parse().ok()?;
    (day.year() < year).then(|| {
        finding
            .field("reason", format!("it was published in {year}"))
            .label(published, "the year of publication")
    })
}

/// The year of publication: that of the reference, or one between commas or in brackets before.
fn published(cx: &Context, access: &Access) -> Option<Span> {
    let works = cx.mentions.citations().works();
    let after = works
        .references
        .partition_point(|reference| reference.entry.start <= access.span.start);
    let reference = after
        .checked_sub(1)
        .map(|last| &works.references[last])
        .filter(|reference| reference.entry.end > access.span.start);
    if let Some(year) = reference.and_then(|reference| reference.years.last()) {
        return Some(Span::new(
            year.span.start,
            year.span.end.min(year.span.start + 4),
        ));
    }
    let base = access.within.start;
    let before = cx.source_words(Span::new(base, access.span.start));
    let mut at = 0;
    before.split_inclusive([' ', '\n']).find_map(|word| {
        let start = at;
        at += word.len();
        let bare = word
            .trim()
            .trim_start_matches('(')
            .trim_end_matches([',', ')', '.', ';']);
        let enclosed = word.trim().len() > bare.len();
        let year = bare.len() == 4
            && bare.bytes().all(|byte| byte.is_ascii_digit())
            && ("1500"..="2099").contains(&bare);
        let offset = base + start + word.find(bare).unwrap_or(0);
        (enclosed && year).then(|| Span::new(offset, offset + 4))
    })
}
