//! Measures on annotated text of others, which is no part of this project:
//! `TEXTCHECK_DATA=../shared/data cargo test --release --test measure -- --ignored --nocapture`.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "it is run to be read"
)]

use std::fs;
use std::ops::Range;
use std::path::Path;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use textcheck::SourceFile;
use textcheck::document::{Document, GivenDates};
use textcheck::mentions::Mentions;
use textcheck::mentions::dates::{DateMention, Interval, Kind};
use textcheck::mentions::quotes::Class;
use textcheck::style_sheet::StyleSheet;

/// An annotated text; offsets are code points.
#[derive(Deserialize)]
struct Annotated<A> {
    id: String,
    text: String,
    #[serde(alias = "dates", alias = "quotes")]
    annotations: Vec<A>,
}

/// A date with its value: `YYYY[-MM[-DD]]`, or two of them as `a/b` or `[a..b]`.
#[derive(Deserialize)]
struct Dated {
    start: usize,
    end: usize,
    value: String,
}

/// A quotation with its marks.
#[derive(Deserialize)]
struct Quoted {
    start: usize,
    end: usize,
}

fn read<A: DeserializeOwned>(name: &str) -> Vec<Annotated<A>> {
    let data = std::env::var("TEXTCHECK_DATA")
        .expect("TEXTCHECK_DATA names the folder of annotated texts");
    let lines = fs::read_to_string(Path::new(&data).join(name)).unwrap();
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Code points to bytes.
fn offsets(text: &str) -> Vec<usize> {
    text.char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect()
}

fn share(part: usize, whole: usize) -> String {
    format!(
        "{part} of {whole} = {:.2} %",
        part as f64 / whole as f64 * 100.0
    )
}

/// The days of a value; `None` for one of another kind.
fn interval(value: &str) -> Option<Interval> {
    let inner = value.trim_start_matches('[').trim_end_matches(']');
    let Some((first, last)) = inner.split_once("..").or_else(|| inner.split_once('/')) else {
        return part(inner);
    };
    let end = |value: &str| {
        if value.is_empty() {
            Some(Interval::OPEN)
        } else {
            part(value)
        }
    };
    Some(Interval {
        earliest: end(first)?.earliest,
        latest: end(last)?.latest,
    })
}

fn part(value: &str) -> Option<Interval> {
    let numbers: Vec<i16> = value
        .split('-')
        .map(|n| n.parse().ok())
        .collect::<Option<_>>()?;
    let day = |month: i16, day: i16| {
        Date::new(numbers[0], month.try_into().ok()?, day.try_into().ok()?).ok()
    };
    match *numbers.as_slice() {
        [_] => Some(Interval {
            earliest: day(1, 1),
            latest: day(12, 31),
        }),
        [_, month] => Some(Interval {
            earliest: day(month, 1),
            latest: day(month, 1).map(Date::last_of_month),
        }),
        [_, month, of] => day(month, of).map(|day| Interval {
            earliest: Some(day),
            latest: Some(day),
        }),
        _ => None,
    }
}

/// Whether words are a day, month, year or range in figures and words, not counted from another time.
fn is_sharp(words: &str, value: &str) -> bool {
    let lower = words.to_lowercase();
    let counted = [
        "ago",
        "later",
        "last",
        "next",
        "this",
        "same",
        "following",
        "after",
        "-year",
        "advance",
        "past",
    ];
    let digits = words.chars().filter(char::is_ascii_digit).count();
    digits > 0
        && !value.starts_with("--")
        && !counted.iter().any(|word| lower.contains(word))
        && !lower.contains("century")
        && !lower.ends_with('s')
        && (digits > 2 || lower.contains(char::is_alphabetic))
}

#[test]
#[ignore = "needs TEXTCHECK_DATA"]
fn dates_of_gum() {
    let (mut sharp, mut right, mut found, mut strays) = (0, 0, 0, 0);
    for article in read::<Dated>("gum-dates.jsonl") {
        let text = article.text.as_str();
        let offsets = offsets(text);
        let source = SourceFile::new("article.txt", text);
        // News and interviews are dated by the day at their head, as their page would be.
        let dated = ["news", "interview"]
            .iter()
            .any(|kind| article.id.contains(kind));
        let head = dated.then(|| head(&source)).flatten();
        let document = Document::new(
            &source,
            GivenDates {
                option: head,
                configuration: None,
            },
        );
        let style_sheet = StyleSheet::default();
        let mentions = Mentions::new(&document, &style_sheet);
        let span = |mention: &DateMention| document.span(&mention.range).range();
        let dates = &mentions.dates().dates;
        for annotation in &article.annotations {
            let range = offsets[annotation.start]..offsets[annotation.end];
            let expected = interval(&annotation.value);
            if !is_sharp(&text[range.clone()], &annotation.value) || expected.is_none() {
                continue;
            }
            sharp += 1;
            let ends = |mention: &DateMention| {
                mention
                    .ends
                    .as_deref()
                    .map_or(Vec::new(), |ends| ends.to_vec())
            };
            let is_right = dates
                .iter()
                .flat_map(|mention| std::iter::once(mention.clone()).chain(ends(mention)))
                .filter(|mention| meet(&span(mention), &range))
                .any(|mention| {
                    [mention.interval, mention.base]
                        .map(Some)
                        .contains(&expected)
                });
            right += usize::from(is_right);
            if !is_right {
                println!(
                    "missed: “{}” is {} in {}",
                    &text[range], annotation.value, article.id
                );
            }
        }
        found += dates.len();
        for mention in dates {
            let marked = article
                .annotations
                .iter()
                .any(|a| meet(&span(mention), &(offsets[a.start]..offsets[a.end])));
            if !marked {
                strays += 1;
                println!(
                    "not annotated: “{}” in {}",
                    around(text, &span(mention)),
                    article.id
                );
            }
        }
    }
    println!("dates with the right interval: {}", share(right, sharp));
    println!("found and not annotated: {}", share(strays, found));
}

fn head(source: &SourceFile) -> Option<Date> {
    let document = Document::new(source, GivenDates::default());
    let style_sheet = StyleSheet::default();
    let mentions = Mentions::new(&document, &style_sheet);
    let first = mentions
        .dates()
        .dates
        .iter()
        .find(|date| date.kind == Kind::Day && date.range.end < 300);
    first.and_then(|date| date.base.earliest)
}

fn meet(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn around<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let start = text.floor_char_boundary(range.start.saturating_sub(30));
    &text[start..text.ceil_char_boundary((range.end + 20).min(text.len()))]
}

/// A quotation is right when both its ends are, marks and blanks at them aside.
#[test]
#[ignore = "needs TEXTCHECK_DATA"]
fn quotations_of_litbank() {
    let (mut expected, mut found, mut right) = (0, 0, 0);
    for novel in read::<Quoted>("litbank-quotes.jsonl") {
        let text = novel.text.as_str();
        let offsets = offsets(text);
        let source = SourceFile::new("novel.txt", text);
        let document = Document::new(&source, GivenDates::default());
        let style_sheet = StyleSheet::default();
        let mentions = Mentions::new(&document, &style_sheet);
        let mut runs: Vec<_> = mentions
            .quotes()
            .quotations
            .iter()
            .filter(|quotation| quotation.class == Class::Direct && quotation.depth == 0)
            .flat_map(|quotation| &quotation.runs)
            .map(|run| bare(text, document.span(&run.words).range()))
            .collect();
        found += runs.len();
        expected += novel.annotations.len();
        for quote in &novel.annotations {
            let range = bare(text, offsets[quote.start]..offsets[quote.end]);
            match runs.iter().position(|run| *run == range) {
                Some(place) => {
                    runs.swap_remove(place);
                    right += 1;
                }
                None => println!("missed in {}: {:?}", novel.id, &text[range]),
            }
        }
        for run in runs {
            println!("not annotated in {}: {:?}", novel.id, &text[run]);
        }
    }
    let (precision, recall) = (right as f64 / found as f64, right as f64 / expected as f64);
    println!(
        "spans: precision {precision:.4}, recall {recall:.4}, F1 {:.4}",
        2.0 * precision * recall / (precision + recall)
    );
}

/// A range without the marks, stops and blanks at its ends: the annotators kept some and cut others.
fn bare(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let is_mark = |c: char| c.is_whitespace() || "\"“”‘’'«»„`_—-.,!".contains(c);
    let start = range.start + words.len() - words.trim_start_matches(is_mark).len();
    start..start + words.trim_matches(is_mark).len()
}
