//! `anniversary`: the Nth anniversary against the event's date and the day it is counted to.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{
    AnniversaryMention, DateMention, ElapsedMention, ElapsedWording, Interval, Kind, Unit,
};
use crate::mentions::lives::MEMORY;

/// Reports `70th anniversary` and `70 years since` where the year of the event, named with the
/// same words elsewhere in the article, and the day they are counted to are not that far apart.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Anniversary {
    /// Stems of the words for what has anniversaries, lower case.
    events: Vec<String>,
    /// Words that say an anniversary is now, lower case.
    present: Vec<String>,
}

/// A count of years from an event.
struct Count<'m> {
    range: &'m Range<usize>,
    years: i32,
    /// Counted by the calendar year, not by completed years.
    by_year: bool,
}

/// The day the years are counted to.
struct Now {
    interval: Interval,
    /// Where it stands; `None` for the article's date.
    place: Option<Range<usize>>,
    /// As the message says it.
    name: String,
}

/// A date of one year with the event that its sentence names.
struct Told<'c> {
    date: &'c DateMention,
    sentence: Range<usize>,
    event: &'c str,
}

impl Check for Anniversary {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "event", "counted_to", "expected"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let dates = cx.mentions.dates();
        let anniversaries = dates
            .anniversaries
            .iter()
            .filter(|a| !a.approximate)
            .filter_map(of_anniversary);
        let since = dates
            .elapsed
            .iter()
            .filter(|e| !e.approximate)
            .filter_map(of_elapsed);
        let mut told = None;
        for count in anniversaries.chain(since).take(MEMORY) {
            if cx.reads(count.range) {
                let told = told.get_or_insert_with(|| self.told(cx));
                findings.extend(self.verdict(cx, &count, told));
            }
        }
    }
}

fn of_anniversary(mention: &AnniversaryMention) -> Option<Count<'_>> {
    Some(Count {
        range: &mention.range,
        years: i32::try_from(mention.years.value).ok()?,
        by_year: true,
    })
}

fn of_elapsed(mention: &ElapsedMention) -> Option<Count<'_>> {
    (mention.wording == ElapsedWording::Since && mention.unit == Unit::Year).then_some(())?;
    Some(Count {
        range: &mention.range,
        years: i32::try_from(mention.amount.value).ok()?,
        by_year: false,
    })
}

impl Anniversary {
    /// All dates that an event is told on, in the order of the text.
    fn told<'c>(&'c self, cx: &Context<'c>) -> Vec<Told<'c>> {
        let mut told: Vec<Told> = Vec::new();
        let mut last = (usize::MAX, None);
        for date in cx.dates().filter(|date| {
            is_one_year(&date.base) && date.relative.is_none() && date.kind != Kind::Range
        }) {
            let sentence = cx.document.sentence_of(&date.range);
            if last.0 != sentence.start {
                last = (sentence.start, self.event(cx.words(&sentence)));
            }
            if let Some(event) = last.1 {
                told.push(Told {
                    date,
                    sentence,
                    event,
                });
            }
        }
        told
    }

    fn verdict(&self, cx: &Context, count: &Count, told: &[Told]) -> Option<Finding> {
        let sentence = cx.document.sentence_of(count.range);
        let anniversaries = &cx.mentions.dates().anniversaries;
        let first = anniversaries.partition_point(|other| other.range.start < sentence.start);
        let several = anniversaries[first..]
            .iter()
            .take_while(|other| other.range.start < sentence.end)
            .count();
        if several > 1 {
            return None;
        }
        let phrase = phrase(cx, count.range.end..sentence.end);
        let now = self.counted_to(cx, &sentence, &phrase, count)?;
        let events = self.event_dates(cx, &sentence, &phrase, count, told);
        let fits = |event: &&DateMention| {
            distance(&event.base, &now.interval, count.by_year)
                .is_none_or(|years| years.contains(&count.years))
        };
        if events.is_empty() || events.iter().any(fits) {
            return None;
        }
        let event = events[0];
        let expected =
            distance(&event.base, &now.interval, count.by_year).filter(|years| *years.end() > 0)?;
        let mut finding = Finding::at(count.range.clone())
            .field("found", cx.words(count.range))
            .field("event", cx.words(&event.range))
            .field("counted_to", now.name)
            .field("expected", expected.end())
            .label(event.range.clone(), "the event");
        if let Some(place) = now.place {
            finding = finding.label(place, "the day it is counted to");
        }
        Some(finding)
    }

    /// The day the years are counted to: a date beside them (`in 1988, the 50th anniversary`), a word
    /// such as `tomorrow`, or the article's date where the sentence speaks of the present.
    fn counted_to(
        &self,
        cx: &Context,
        sentence: &Range<usize>,
        phrase: &Range<usize>,
        count: &Count,
    ) -> Option<Now> {
        // `tonight` is the day it is counted to, wherever it stands; another date only where it is the
        // sentence's only one and comes first: `in 1988 came the 50th anniversary`.
        let deictic = cx
            .mentions
            .dates()
            .within(sentence)
            .find(|date| date.is_deictic() && is_one_year(&date.base));
        let mut outside = cx
            .mentions
            .dates()
            .within(sentence)
            .filter(|date| !phrase.contains(&date.range.start) && is_one_year(&date.base));
        let beside = match (deictic, outside.next(), outside.next()) {
            (Some(day), ..) => Some(day),
            (None, Some(day), None)
                if day.kind != Kind::Range
                    && (day.range.end <= count.range.start
                        || is_kept(&cx.text()[phrase.end..sentence.end.max(phrase.end)])) =>
            {
                Some(day)
            }
            (None, Some(_), _) => return None,
            (None, None, _) => None,
        };
        let article = cx.mentions.article_date();
        let of_article = || {
            article.map(|date| {
                format!(
                    "the article's date, {} (from {})",
                    super::day_name(date.date),
                    date.source.describe()
                )
            })
        };
        if let Some(date) = beside {
            let name = if date.is_deictic() {
                format!("“{}” of {}", cx.words(&date.range), of_article()?)
            } else {
                format!("“{}”", cx.words(&date.range))
            };
            return Some(Now {
                interval: date.base,
                place: Some(date.range.clone()),
                name,
            });
        }
        let words = cx.words(sentence).to_lowercase();
        let present = !count.by_year
            || self
                .present
                .iter()
                .any(|word| crate::pattern::find_word(&words, word, 0).is_some());
        let date = article.filter(|_| present)?;
        Some(Now {
            interval: Interval::day(date.date),
            place: None,
            name: of_article()?,
        })
    }

    /// The dates of the event: in the phrase itself (`of the Revolution of 1917`), else wherever the
    /// event and a name of the sentence stand together with a date.
    fn event_dates<'c>(
        &self,
        cx: &Context<'c>,
        sentence: &Range<usize>,
        phrase: &Range<usize>,
        count: &Count,
        told: &[Told<'c>],
    ) -> Vec<&'c DateMention> {
        let dated = |date: &&DateMention| is_one_year(&date.base) && date.relative.is_none();
        // Behind `its 50th anniversary in 1950` stands the year of the feast, not of the event.
        let of_event = !count.by_year || cx.words(phrase).starts_with(" of ");
        let mut own: Vec<_> = cx.mentions.dates().within(phrase).filter(dated).collect();
        if !of_event && !own.is_empty() {
            return Vec::new();
        }
        if own.is_empty()
            && cx
                .mentions
                .dates()
                .within(sentence)
                .any(DateMention::is_deictic)
        {
            own = cx.mentions.dates().within(sentence).filter(dated).collect();
        }
        if !own.is_empty() {
            return own;
        }
        let Some(event) = self.event(cx.words(phrase)) else {
            return Vec::new();
        };
        let names = capitalised(cx.words(sentence));
        told.iter()
            .filter(|told| told.event == event && told.sentence != *sentence)
            .take(MEMORY)
            .filter(|told| {
                let words = cx.words(&told.sentence);
                capitalised(words).iter().any(|name| names.contains(name))
            })
            .map(|told| told.date)
            .collect()
    }

    /// The first event that words name, by its stem.
    fn event(&self, words: &str) -> Option<&str> {
        let words = words.to_lowercase();
        self.events
            .iter()
            .filter_map(|event| {
                words
                    .match_indices(event.as_str())
                    .find(|(at, _)| !words[..*at].ends_with(char::is_alphanumeric))
                    .map(|(at, _)| (at, event.as_str()))
            })
            .min()
            .map(|(_, event)| event)
    }
}

/// The words behind a count that say of what: up to the end of the clause, with the clauses that
/// tell when (`, which was granted in June 1914`).
fn phrase(cx: &Context, rest: Range<usize>) -> Range<usize> {
    let words = cx.words(&(rest.start.min(rest.end)..rest.end));
    let goes_on = |behind: &str| {
        [" which ", " who ", " when ", " in ", " on "]
            .iter()
            .any(|word| behind.starts_with(word))
    };
    let end = words
        .char_indices()
        .find(|&(at, c)| match c {
            ';' | ':' | '.' | '(' => true,
            ',' => !goes_on(&words[at + 1..]),
            ' ' => is_kept(&words[at..]) && !words[..at].contains([',', '“', '"']),
            _ => false,
        })
        .map_or(words.len(), |(at, _)| at);
    rest.start..rest.start + end
}

/// ` was kept in 1960`, ` fell in 1960`: what is said of the feast begins.
fn is_kept(behind: &str) -> bool {
    [
        " was kept",
        " was celebrated",
        " was marked",
        " was observed",
        " was commemorated",
        " was held",
        " were kept",
        " were celebrated",
        " were held",
        " fell ",
        " took place",
    ]
    .iter()
    .any(|verb| behind.starts_with(verb))
}

fn is_one_year(interval: &Interval) -> bool {
    interval.single_year().is_some()
}

/// How many years lie between an event and the day they are counted to.
fn distance(
    event: &Interval,
    now: &Interval,
    by_year: bool,
) -> Option<std::ops::RangeInclusive<i32>> {
    let years = i32::from(now.single_year()?) - i32::from(event.single_year()?);
    let turn = now.latest.is_some_and(|day| day.month() == 12) && by_year;
    Some(years - i32::from(!by_year)..=years + i32::from(turn))
}

/// The capitalised words, the first of the sentence included.
fn capitalised(words: &str) -> Vec<&str> {
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 2 && word.starts_with(char::is_uppercase))
        .filter(|word| {
            !matches!(
                *word,
                "The" | "This" | "That" | "His" | "Her" | "Tomorrow" | "Today"
            )
        })
        .collect()
}
