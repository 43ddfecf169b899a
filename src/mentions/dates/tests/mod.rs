//! Tests of the whole extraction, by kind of mention: `days` and their `faults`,
//! `figures`, `spans` (months to centuries), `months`, `bare` years, `decades`, `centuries`, `ranges`, `lives`,
//! `relative`, `ages`, `counted`, and
//! `whole` for what holds of any text. Here: what they share.

mod ages;
mod bare;
mod centuries;
mod counted;
mod days;
mod decades;
mod faults;
mod figures;
mod lives;
mod months;
mod ranges;
mod relative;
mod spans;
mod whole;

use std::ops::Range;

use super::{DateMention, Dates, Interval, Prose, extract};

/// A naive splitter: a sentence ends at `.`, `!` or `?` before a blank, or with its block.
fn split(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let blank = chars.peek().is_none_or(|(_, next)| next.is_whitespace());
        if c == '\n' || matches!(c, '.' | '!' | '?') && blank {
            let end = at + c.len_utf8();
            if !text[start..end].trim().is_empty() {
                sentences.push(start..end);
            }
            start = end;
            while chars.next_if(|(_, next)| *next == ' ').is_some() {
                start += 1;
            }
        }
    }
    if start < text.len() {
        sentences.push(start..text.len());
    }
    sentences
}

fn read(text: &str) -> Dates {
    read_on(text, None)
}

/// Reads a text of a day, written in ISO 8601.
fn read_on(text: &str, day: Option<&str>) -> Dates {
    let sentences = split(text);
    let document_date = day.map(|day| day.parse().unwrap());
    extract(&Prose {
        text,
        sentences: &sentences,
        document_date,
    })
}

/// The interval as `1938-02-16`, or `1938-02-01/1938-02-28`, with `..` for an open end.
fn shown(interval: Interval) -> String {
    let end = |day: Option<jiff::civil::Date>| day.map_or("..".to_owned(), |day| day.to_string());
    let (earliest, latest) = (end(interval.earliest), end(interval.latest));
    if earliest == latest {
        earliest
    } else {
        format!("{earliest}/{latest}")
    }
}

/// The only date mention of a text.
#[track_caller]
fn only(text: &str, day: Option<&str>) -> DateMention {
    let mut dates = read_on(text, day).dates;
    assert_eq!(
        dates.len(),
        1,
        "{text}: {:?}",
        dates
            .iter()
            .map(|m| &text[m.range.clone()])
            .collect::<Vec<_>>()
    );
    dates.remove(0)
}

/// Checks that each text has one date mention, with these words and this interval.
#[track_caller]
fn holds(table: &[(&str, &str, &str)], day: Option<&str>) {
    for (text, words, interval) in table {
        let mention = only(text, day);
        assert_eq!(
            (
                &text[mention.range.clone()],
                shown(mention.interval).as_str()
            ),
            (*words, *interval),
            "{text}"
        );
    }
}

/// Checks that texts have no date mention.
#[track_caller]
fn dateless(texts: &[&str]) {
    for text in texts {
        let dates = read(text).dates;
        assert!(
            dates.is_empty(),
            "{text}: {:?}",
            dates
                .iter()
                .map(|m| &text[m.range.clone()])
                .collect::<Vec<_>>()
        );
    }
}
