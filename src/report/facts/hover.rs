//! `hover`: what was understood of the words at one place, for an editor, in Markdown.

use std::ops::Range;

use super::{Article, between, citations, iso, json, words};
use crate::mentions::ages::Tie;
use crate::mentions::dates::{
    AgeMention, Anchor, Calendar, DateMention, Interval, Precision, Unit,
};
use crate::mentions::names::Group;
use crate::mentions::quotes::Quotation;
use crate::source::{Span, one_line};

/// What was understood at a place.
#[derive(Debug)]
pub struct Hover {
    /// The words it is about, bytes of the source.
    pub span: Span,
    /// What was understood, in Markdown: a paragraph for each statement, the narrowest first.
    pub words: String,
}

/// What was understood at a byte offset of the source; nothing where nothing is said.
pub fn at(article: &Article, offset: usize) -> Option<Hover> {
    let mut statements: Vec<(Span, String)> = Vec::new();
    let mut say = |range: &Range<usize>, words: String| {
        statements.push((article.span(range), words));
    };
    let found = article.dates();
    let here = |range: &Range<usize>| {
        let span = article.span(range);
        span.start <= offset && offset < span.end
    };
    for date in found.dates.iter().filter(|date| here(&date.range)) {
        say(&date.range, of_date(article, date));
    }
    for (age, tie) in article.ages().filter(|(age, _)| here(&age.range)) {
        say(&age.range, of_age(article, age, tie));
    }
    for group in article.mentions.groups() {
        for mention in group.mentions.iter().filter(|mention| here(mention)) {
            say(mention, of_name(article, group));
        }
    }
    for quotation in &article.mentions.quotes().quotations {
        if quotation.runs.iter().any(|run| here(&run.words)) {
            say(&quotation.first_run(), of_quotation(article, quotation));
        }
    }
    let cited = citations::all(article).into_iter();
    statements.extend(
        cited
            .filter(|cited| cited.span.start <= offset && offset < cited.span.end)
            .map(|cited| {
                let target = cited.target.map_or_else(
                    || "leads nowhere that was found".to_owned(),
                    |target| format!("leads to: {}", escaped(&target)),
                );
                (cited.span, format!("**{}** {target}", cited.kind))
            }),
    );
    statements.sort_by_key(|(span, _)| span.len());
    let span = statements.first()?.0;
    let words: Vec<_> = statements.into_iter().map(|(_, words)| words).collect();
    Some(Hover {
        span,
        words: words.join("\n\n"),
    })
}

fn of_date(article: &Article, date: &DateMention) -> String {
    let mut said = format!("**{}** {}", words::kind(date.kind), between(&date.interval));
    if date.precision != Precision::Exact {
        said.push_str(&format!(" ({})", words::precision(date.precision)));
    }
    if date.calendar == Calendar::Julian {
        said.push_str(", written in the Julian calendar");
    }
    match &date.anchor {
        Some(Anchor::Mention(range)) => {
            let (line, column) = article.place(range);
            let anchor = escaped(article.words(range));
            said.push_str(&format!(", by “{anchor}” in {line}:{column}"));
        }
        Some(Anchor::Document) => {
            if let Some(date) = article.mentions.article_date() {
                let (day, source) = (iso(date.date), date.source.describe());
                said.push_str(&format!(", by the article’s date {day} ({source})"));
            }
        }
        None => {}
    }
    said
}

fn of_age(article: &Article, age: &AgeMention, tie: &Tie) -> String {
    let mut said = format!("**age** {}", words::amount(age.years.value, Unit::Year));
    if let Some(person) = &tie.person {
        said.push_str(&format!(" of {}", escaped(article.words(person))));
    }
    if let Some(at) = &tie.at {
        said.push_str(&format!(", at {}", between(&at.interval)));
    }
    said
}

fn of_name(article: &Article, group: &Group) -> String {
    let spellings = group.spellings.iter();
    let spellings: Vec<_> = spellings
        .map(|(spelling, count)| format!("{} ({count})", escaped(spelling)))
        .collect();
    let mut said = format!("**name** {}", spellings.join(", "));
    if let Some(person) = article.mentions.style_sheet().person(&group.name) {
        said.push_str(&format!("; the style sheet has {}", escaped(&person.name)));
        for (what, when) in [("born", &person.born), ("died", &person.died)] {
            if let Some(when) = when {
                said.push_str(&format!(
                    ", {what} {}",
                    between(&Interval {
                        earliest: Some(when.earliest),
                        latest: Some(when.latest),
                    })
                ));
            }
        }
        for (what, spellings) in [("also", &person.aliases), ("never", &person.variants)] {
            if !spellings.is_empty() {
                said.push_str(&format!(", {what} {}", escaped(&spellings.join(", "))));
            }
        }
    }
    said
}

fn of_quotation(article: &Article, quotation: &Quotation) -> String {
    let attribution = &quotation.attribution;
    let mut said = format!("**quotation** ({})", words::class(quotation.class));
    if quotation.is_speech() {
        match &attribution.speaker {
            Some(speaker) => said.push_str(&format!(" by {}", escaped(article.words(speaker)))),
            None => said.push_str(" by nobody who is named"),
        }
        if let Some(name) = &attribution.name {
            let name = article.words(name);
            if attribution
                .speaker
                .as_ref()
                .is_some_and(|s| article.words(s) != name)
            {
                said.push_str(&format!(", that is {}", escaped(name)));
            }
        }
        if let Some(cue) = &attribution.cue {
            said.push_str(&format!(", told by “{}”", escaped(article.words(cue))));
        }
    }
    if let Some(source) = json::source_of(article, quotation) {
        said.push_str(&format!("; in the sources: {}", source.status));
        if let (Some(path), Some(line)) = (source.path, source.line) {
            said.push_str(&format!(", {}:{line}", escaped(&path)));
        }
    }
    said
}

/// Words on one line that Markdown leaves as they are.
fn escaped(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for character in one_line(words).chars() {
        if "\\`*_{}[]<>#|~".contains(character) {
            line.push('\\');
        }
        line.push(character);
    }
    line
}
