//! `json`: what was understood, for scripts. These types are the contract; the domain's are not.

use std::io::{self, Write};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use super::super::safe_json;
use super::citations::{self, Cited};
use super::{Article, Length, Worksheet, anniversaries, durations, iso, words};
use crate::document::DateSource;
use crate::mentions::ages::Tie;
use crate::mentions::dates::{AgeMention, Anchor, DateMention, Interval};
use crate::mentions::names::{Group, Kind};
use crate::mentions::quotes::Quotation;
use crate::source::Span;

/// The version of the format.
const VERSION: u32 = 1;

/// What the articles say. Offsets are bytes of a file's text in UTF-8, half open, a byte-order mark
/// not counted. Days are ISO 8601, Gregorian, years before 1 counted astronomically.
#[derive(Serialize, JsonSchema)]
pub struct Facts {
    version: u32,
    files: Vec<File>,
}

/// Each list is in the order of the text.
#[derive(Serialize, JsonSchema)]
struct File {
    path: String,
    document_date: Option<ArticleDate>,
    dates: Vec<DateFact>,
    ages: Vec<Age>,
    durations: Vec<Duration>,
    anniversaries: Vec<Anniversary>,
    names: Vec<Name>,
    quotations: Vec<Quote>,
    citations: Vec<Citation>,
}

#[derive(Serialize, JsonSchema)]
struct ArticleDate {
    date: String,
    from: DateSource,
}

#[derive(Serialize, JsonSchema)]
struct ByteSpan {
    start: usize,
    end: usize,
}

/// The words of a place, as the file has them.
#[derive(Serialize, JsonSchema)]
struct Words {
    span: ByteSpan,
    text: String,
}

/// The days between which a time can lie, both included; open where the text does not say.
#[derive(Serialize, JsonSchema)]
struct Days {
    earliest: Option<String>,
    latest: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Date")]
struct DateFact {
    #[serde(flatten)]
    words: Words,
    #[schemars(extend("enum" = ["day", "month", "season", "year", "decade", "century", "range", "relative"]))]
    kind: &'static str,
    #[schemars(extend("enum" = ["exact", "circa", "early", "mid", "late", "before", "after"]))]
    precision: &'static str,
    #[serde(flatten)]
    days: Days,
    /// The calendar it is written in; the days are always Gregorian.
    #[schemars(extend("enum" = ["gregorian", "julian"]))]
    calendar: &'static str,
    /// The mention that a missing year or month was taken from, or that it is counted from.
    anchor: Option<ByteSpan>,
}

#[derive(Serialize, JsonSchema)]
struct Age {
    #[serde(flatten)]
    words: Words,
    /// Completed years.
    years: u32,
    /// Whose age it is.
    person: Option<String>,
    /// When it is said of.
    at: Option<Days>,
}

#[derive(Serialize, JsonSchema)]
struct Duration {
    #[serde(flatten)]
    words: Words,
    amount: u32,
    #[schemars(extend("enum" = ["day", "week", "fortnight", "month", "year", "decade", "century"]))]
    unit: &'static str,
    /// `about` or the like stands before it.
    approximate: bool,
}

#[derive(Serialize, JsonSchema)]
struct Anniversary {
    #[serde(flatten)]
    words: Words,
    /// Since the event.
    years: u32,
    /// `nearly` or the like stands before it.
    approximate: bool,
}

#[derive(Serialize, JsonSchema)]
struct Name {
    name: String,
    #[schemars(extend("enum" = ["person", "thing", "unknown"]))]
    kind: &'static str,
    spellings: Vec<NameSpelling>,
    mentions: Vec<ByteSpan>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Spelling")]
struct NameSpelling {
    text: String,
    count: usize,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Quotation")]
struct Quote {
    /// One for each uninterrupted run of words, marks excluded.
    spans: Vec<ByteSpan>,
    /// The words of the runs, a blank between two.
    text: String,
    /// How many quotations it stands in.
    depth: usize,
    #[schemars(extend("enum" = ["direct", "title", "term", "scare", "block"]))]
    class: &'static str,
    speaker: Option<Speaker>,
    cue: Option<Words>,
    /// How the speaker is known.
    #[schemars(extend("enum" = ["named", "described", "pronoun", "citation", "none"]))]
    grade: &'static str,
    /// By what the speaker or the citation is found: a cue before the words, after them or inside, a colon, a credit, a
    /// citation, a sentence beside theirs, the speaker before who goes on, whose turn it is, whom the text speaks of.
    #[schemars(extend("enum" = ["before", "after", "inside", "colon", "credit", "citation", "beside", "continuing", "turn", "text", null]))]
    how: Option<&'static str>,
    source: Option<QuotedSource>,
}

#[derive(Serialize, JsonSchema)]
struct Speaker {
    #[serde(flatten)]
    words: Words,
    /// The name, where the words are one or a pronoun whose name is in reach.
    name: Option<String>,
}

/// What the sources have of the quoted words.
#[derive(Serialize, JsonSchema)]
pub(super) struct QuotedSource {
    /// The source file; none where no source has the words.
    pub(super) path: Option<String>,
    /// 1-based.
    pub(super) line: Option<usize>,
    #[schemars(extend("enum" = ["verbatim", "altered", "misquoted", "misattributed", "spliced", "absent", "too-short"]))]
    pub(super) status: &'static str,
}

/// A note, a key, a work by author and year, an identifier.
#[derive(Serialize, JsonSchema)]
struct Citation {
    #[serde(flatten)]
    words: Words,
    #[schemars(extend("enum" = citations::KINDS))]
    kind: &'static str,
    /// The note's words, the entry's key, the reference, the identifier; null when it leads nowhere.
    target: Option<String>,
}

/// Writes one JSON object at the end of the run.
#[derive(Default)]
pub struct Json {
    files: Vec<File>,
}

impl Worksheet for Json {
    fn article(&mut self, _: &mut dyn Write, article: &Article) -> io::Result<()> {
        self.files.push(file(article));
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let facts = Facts {
            version: VERSION,
            files: std::mem::take(&mut self.files),
        };
        safe_json::pretty(out, &facts)
    }
}

fn file(article: &Article) -> File {
    let found = article.dates();
    let mentions = article.mentions;
    File {
        path: article.document.source().name(),
        document_date: article.mentions.article_date().map(|date| ArticleDate {
            date: iso(date.date),
            from: date.source,
        }),
        dates: each(article, &found.dates, of_date),
        ages: article
            .ages()
            .map(|(age, tie)| of_age(article, age, tie))
            .collect(),
        durations: each(article, &durations(found), of_duration),
        anniversaries: each(article, &anniversaries(found), of_anniversary),
        names: each(article, mentions.groups(), of_name),
        quotations: each(article, &mentions.quotes().quotations, of_quotation),
        citations: citations::all(article)
            .into_iter()
            .map(|cited| of_citation(article, cited))
            .collect(),
    }
}

fn each<M, W>(article: &Article, mentions: &[M], of: fn(&Article, &M) -> W) -> Vec<W> {
    mentions
        .iter()
        .map(|mention| of(article, mention))
        .collect()
}

fn of_date(article: &Article, date: &DateMention) -> DateFact {
    DateFact {
        words: words(article, &date.range),
        kind: words::kind(date.kind),
        precision: words::precision(date.precision),
        days: days(&date.interval),
        calendar: words::calendar(date.calendar),
        anchor: match &date.anchor {
            Some(Anchor::Mention(range)) => Some(byte_span(article.span(range))),
            Some(Anchor::Document) | None => None,
        },
    }
}

fn of_age(article: &Article, age: &AgeMention, tie: &Tie) -> Age {
    Age {
        words: words(article, &age.range),
        years: age.years.value,
        person: tie
            .person
            .as_ref()
            .map(|name| article.words(name).to_owned()),
        at: tie.at.as_ref().map(|at| days(&at.interval)),
    }
}

fn of_duration(article: &Article, length: &Length) -> Duration {
    Duration {
        words: words(article, length.range),
        amount: length.amount,
        unit: words::unit(length.unit),
        approximate: length.approximate,
    }
}

fn of_anniversary(article: &Article, length: &Length) -> Anniversary {
    Anniversary {
        words: words(article, length.range),
        years: length.amount,
        approximate: length.approximate,
    }
}

fn of_name(article: &Article, group: &Group) -> Name {
    let spelling = |(text, count): &(String, usize)| NameSpelling {
        text: text.clone(),
        count: *count,
    };
    Name {
        name: group.name.clone(),
        kind: match group.kind {
            Kind::Person => "person",
            Kind::Thing => "thing",
            Kind::Unknown => "unknown",
        },
        spellings: group.spellings.iter().map(spelling).collect(),
        mentions: group
            .mentions
            .iter()
            .map(|place| byte_span(article.span(place)))
            .collect(),
    }
}

fn of_quotation(article: &Article, quotation: &Quotation) -> Quote {
    let attribution = &quotation.attribution;
    let runs = quotation.runs.iter().map(|run| words(article, &run.words));
    let (spans, texts): (Vec<_>, Vec<_>) = runs.map(|run| (run.span, run.text)).unzip();
    Quote {
        spans,
        text: texts.join(" "),
        depth: quotation.depth,
        class: words::class(quotation.class),
        speaker: attribution.speaker.as_ref().map(|speaker| Speaker {
            words: words(article, speaker),
            name: attribution
                .name
                .as_ref()
                .map(|name| article.words(name).to_owned()),
        }),
        cue: attribution.cue.as_ref().map(|cue| words(article, cue)),
        grade: words::grade(attribution.grade),
        how: attribution.how.map(words::how),
        source: source_of(article, quotation),
    }
}

/// What the sources have of a quotation.
pub(super) fn source_of(article: &Article, quotation: &Quotation) -> Option<QuotedSource> {
    let sourced = article.sourced.as_ref()?;
    let verdict = sourced.verdict(quotation)?;
    let place = verdict.place();
    Some(QuotedSource {
        path: place.map(|place| place.file.name()),
        line: place.map(|place| place.file.position(place.range.start).line),
        status: words::status(sourced.status(quotation, verdict)),
    })
}

fn of_citation(article: &Article, cited: Cited) -> Citation {
    Citation {
        words: source_words(article, cited.span),
        kind: cited.kind,
        target: cited.target,
    }
}

fn days(interval: &Interval) -> Days {
    Days {
        earliest: interval.earliest.map(iso),
        latest: interval.latest.map(iso),
    }
}

fn words(article: &Article, range: &Range<usize>) -> Words {
    source_words(article, article.span(range))
}

fn source_words(article: &Article, span: Span) -> Words {
    Words {
        span: byte_span(span),
        text: article.document.source().slice(span).to_owned(),
    }
}

fn byte_span(span: Span) -> ByteSpan {
    ByteSpan {
        start: span.start,
        end: span.end,
    }
}
