//! `age`: an age against a birth, or against another age of the same person.
//!
//! An age A on a day D means a birth after D - (A + 1) years, up to D - A years. Two statements
//! contradict each other only when their intervals cannot meet.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use super::interval_name;
use super::life::{Fact, MEMORY, facts, known, only_date, same_person};
use crate::checks::{Check, Context, Finding};
use crate::mentions::dates::{AgeMention, AgeWording, Hint, Interval};
use crate::mentions::lives::is_owner;
use crate::mentions::names::whole_names;

/// Reports an age that does not fit the birth of the style sheet or of the text, or another age.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Age {
    /// Stems of words for a birth or a death, lower case: an age in the next sentence may hang on one.
    deaths: Vec<String>,
}

/// An age with whose it is and when.
struct Aged<'c> {
    mention: &'c AgeMention,
    name: &'c str,
    at: Interval,
    /// Where the time stands, when the text says it.
    at_place: Option<Range<usize>>,
}

impl Check for Age {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "name", "at", "expected", "reason"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let facts = facts(cx);
        let aged: Vec<_> = cx
            .mentions
            .dates()
            .ages
            .iter()
            .filter(|age| !age.thing && cx.reads(&age.range))
            .filter_map(|age| self.aged(cx, &facts, age))
            .collect();
        for (number, age) in aged.iter().enumerate() {
            if let Some(birth) = known(cx, &facts, age.name, Hint::Birth) {
                if let Some(finding) = against_birth(cx, age, &birth.interval) {
                    findings.push(match birth.place {
                        Some(place) => finding.label(place, "the birth"),
                        None => finding,
                    });
                }
            } else if let Some(other) = aged[number.saturating_sub(MEMORY)..number]
                .iter()
                .find(|other| contradict(other, age))
            {
                findings.push(against_age(cx, age, other));
            }
        }
    }
}

impl Age {
    fn aged<'c>(
        &self,
        cx: &Context<'c>,
        facts: &[Fact<'c>],
        mention: &'c AgeMention,
    ) -> Option<Aged<'c>> {
        let sentence = cx.document.sentence_at(mention.range.start);
        if !is_of_its_sentence(cx, mention, &sentence) {
            return None;
        }
        let name = whose(cx, mention, &sentence)?;
        if let Some(date) = only_date(cx, &sentence) {
            // `nine when she left and twenty when she married in 1920`: another clause, another time.
            let (first, last) = if date.range.start < mention.range.start {
                (&date.range, &mention.range)
            } else {
                (&mention.range, &date.range)
            };
            let between = cx.words(&(first.end..last.start.max(first.end)));
            if [" and ", " but ", ";"]
                .iter()
                .any(|joint| between.contains(joint))
            {
                return None;
            }
            return Some(Aged {
                mention,
                name,
                at: date.base,
                at_place: Some(date.range.clone()),
            });
        }
        // No date: the age hangs on a death, of this sentence or of the one before.
        let told = cx
            .words(&(previous(cx, &sentence).start..sentence.end))
            .to_lowercase();
        let dies = self.deaths.iter().any(|stem| told.contains(stem.as_str()));
        let no_date = !cx
            .dates()
            .any(|date| sentence.contains(&date.range.start) && date.written_year() && !date.life);
        let death = known(cx, facts, name, Hint::Death).filter(|_| dies && no_date)?;
        Some(Aged {
            mention,
            name,
            at: death.interval,
            at_place: death.place,
        })
    }
}

/// Whether an age is told of the time of its sentence: `Paul Hill, 44,` and `who is 79` are of the
/// day of writing, and of two ages in one sentence nobody can say which the date belongs to.
fn is_of_its_sentence(cx: &Context, mention: &AgeMention, sentence: &Range<usize>) -> bool {
    let present = mention.wording == AgeWording::AfterName
        || cx
            .words(&(sentence.start..mention.range.start))
            .ends_with(" is ")
        || cx.words(&mention.range).starts_with("is ");
    let ages = &cx.mentions.dates().ages;
    let first = ages.partition_point(|age| age.range.start < sentence.start);
    let alone = ages[first..]
        .iter()
        .take_while(|age| age.range.start < sentence.end)
        .count()
        == 1;
    alone && !present
}

/// The sentence before, of the same block.
fn previous(cx: &Context, sentence: &Range<usize>) -> Range<usize> {
    let block = cx
        .document
        .block_at(sentence.start)
        .map_or(0, |block| block.range.start);
    if sentence.start <= block {
        return sentence.clone();
    }
    cx.document.sentence_at(sentence.start - 1)
}

/// Whose age it is: the name behind `a boy of twelve,` or `the six-year-old`, else the subject before
/// the age, else, where the subject is a pronoun, the only name of the sentence before that can act.
fn whose<'c>(cx: &Context<'c>, mention: &AgeMention, sentence: &Range<usize>) -> Option<&'c str> {
    let text = cx.text();
    let after = whole_names(text, &(mention.range.end..sentence.end));
    let before = whole_names(text, &(sentence.start..mention.range.start));
    if matches!(mention.wording, AgeWording::YearOld | AgeWording::PersonOf)
        && let Some(name) = behind(cx, mention.range.end, &after)
    {
        return Some(name);
    }
    let subject = before
        .iter()
        .rev()
        .find(|name| !is_owner(&text[name.end..]));
    if let Some(name) = subject {
        // Somebody else may stand between: `Fenn's brother Karl, who …, was 47` is Karl's age.
        return Some(cx.words(name));
    }
    let opens = text[sentence.start..mention.range.start]
        .split_whitespace()
        .next()
        .unwrap_or_default();
    if !matches!(opens, "He" | "She") {
        return None;
    }
    let earlier = previous(cx, sentence);
    let people: Vec<_> = whole_names(text, &(earlier.start..earlier.end.min(sentence.start)))
        .into_iter()
        .filter(|name| !is_owner(&text[name.end..]))
        .map(|name| cx.words(&name))
        .collect();
    let listed: Vec<_> = people
        .iter()
        .filter(|name| super::life::listed(cx, name).is_some())
        .collect();
    match (listed.as_slice(), people.as_slice()) {
        ([one], _) => Some(one),
        ([], [one]) => Some(one),
        _ => None,
    }
}

/// The name right behind an age: `, Leon`, or the apposition behind the first: `South African, Ted Grant`.
fn behind<'c>(cx: &Context<'c>, end: usize, names: &[Range<usize>]) -> Option<&'c str> {
    let first = names.first()?;
    let between = cx.words(&(end..first.start));
    if between.contains(['.', ';', ':']) || between.split_whitespace().count() > 3 {
        return None;
    }
    let apposed = names
        .get(1)
        .filter(|second| cx.words(&(first.end..second.start)) == ", ");
    Some(cx.words(apposed.unwrap_or(first)))
}

/// The births that an age allows.
fn births(age: &Aged) -> Option<(Date, Date)> {
    let (youngest, oldest) = (age.mention.span.start(), age.mention.span.end());
    let earliest = age
        .at
        .earliest?
        .checked_sub((i64::from(*oldest) + 1).years())
        .ok()?;
    let latest = age
        .at
        .latest?
        .checked_sub(i64::from(*youngest).years())
        .ok()?;
    Some((earliest.tomorrow().ok()?, latest))
}

fn against_birth(cx: &Context, age: &Aged, birth: &Interval) -> Option<Finding> {
    let (earliest, latest) = births(age)?;
    let allowed = Interval {
        earliest: Some(earliest),
        latest: Some(latest),
    };
    if allowed.meets(birth) {
        return None;
    }
    let years = |from: Date, to: Date| {
        from.until((jiff::Unit::Year, to))
            .ok()
            .map(|span| span.get_years())
    };
    let least = years(birth.latest?, age.at.earliest?)?;
    let most = years(birth.earliest?, age.at.latest?)?;
    let expected = if least == most {
        least.to_string()
    } else {
        format!("{least} or {most}")
    };
    Some(
        finding(cx, age)
            .field("expected", expected)
            .field("reason", format!("born {}", interval_name(birth))),
    )
}

fn contradict(a: &Aged, b: &Aged) -> bool {
    let (Some(x), Some(y)) = (births(a), births(b)) else {
        return false;
    };
    same_person(a.name, b.name) && (x.1 < y.0 || y.1 < x.0)
}

fn against_age(cx: &Context, age: &Aged, other: &Aged) -> Finding {
    let expected =
        births(other)
            .zip(age.at.earliest.zip(age.at.latest))
            .map(|((first, last), (from, to))| {
                let years = |birth: Date, day: Date| {
                    birth
                        .until((jiff::Unit::Year, day))
                        .map_or(0, |span| span.get_years())
                };
                let (least, most) = (years(last, from), years(first, to));
                if least == most {
                    least.to_string()
                } else {
                    format!("{least} to {most}")
                }
            });
    finding(cx, age)
        .field("expected", expected.unwrap_or_default())
        .field(
            "reason",
            format!("“{}” {}", cx.words(&other.mention.range), when(cx, other)),
        )
        .label(other.mention.range.clone(), "the other age")
}

fn finding(cx: &Context, age: &Aged) -> Finding {
    let finding = Finding::at(age.mention.range.clone())
        .field("found", cx.words(&age.mention.range))
        .field("name", age.name)
        .field("at", when(cx, age));
    match &age.at_place {
        Some(place) => finding.label(place.clone(), "at this time"),
        None => finding,
    }
}

fn when(cx: &Context, age: &Aged) -> String {
    match &age.at_place {
        Some(place) if age.at.earliest == age.at.latest => format!("on “{}”", cx.words(place)),
        Some(place) => format!("in “{}”", cx.words(place)),
        None => format!("at the death, {}", interval_name(&age.at)),
    }
}
