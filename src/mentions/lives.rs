//! Lives: the births and deaths that the text dates, with whose they are.

use std::ops::Range;

use super::Mentions;
use super::dates::{DateMention, Dates, Hint, Interval, Kind};
use super::names::whole_names;
use super::who;
use crate::document::Document;
use crate::style_sheet::When;

/// Something the article says of a birth or a death. Ranges are bytes of the document's text.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Whose it is.
    pub name: Range<usize>,
    /// Birth or death.
    pub event: Hint,
    /// When it was.
    pub interval: Interval,
    /// Where the date stands.
    pub place: Range<usize>,
}

/// What is known of one birth or death, and where it stands when the text says it.
#[derive(Clone, Debug)]
pub struct Known {
    /// When it was.
    pub interval: Interval,
    /// The date's bytes of the document's text; `None` when the style sheet says it.
    pub place: Option<Range<usize>>,
}

/// How many statements back one is compared with: more than any article makes of one kind, and
/// few enough that a register of a million lives takes time in proportion to its length.
pub const MEMORY: usize = 256;

/// When somebody was born or died: as the style sheet says, else as the text does.
pub fn known<'f>(
    mentions: &Mentions,
    facts: impl IntoIterator<Item = &'f Fact>,
    name: &str,
    event: Hint,
) -> Option<Known> {
    let person = mentions.style_sheet().person(name);
    let given = person.and_then(|person| match event {
        Hint::Birth => person.born,
        Hint::Death => person.died,
    });
    if let Some(given) = given {
        return Some(Known {
            interval: interval(given),
            place: None,
        });
    }
    let text = mentions.document().text();
    facts
        .into_iter()
        .take(MEMORY)
        .find(|fact| fact.event == event && same_person(&text[fact.name.clone()], name))
        .map(|fact| Known {
            interval: fact.interval,
            place: Some(fact.place.clone()),
        })
}

/// Whether two names may be one person's: the same, or the one's only word is the other's surname.
pub fn same_person(a: &str, b: &str) -> bool {
    let surname = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
    a == b || (surname(a) == surname(b) && (!a.contains(' ') || !b.contains(' ')))
}

/// A time of the style sheet as an interval.
pub fn interval(when: When) -> Interval {
    Interval {
        earliest: Some(when.earliest),
        latest: Some(when.latest),
    }
}

/// The only dated mention of a stretch with a year of its own: two would leave it open which is meant.
pub fn only_date<'m>(dates: &'m Dates, within: &Range<usize>) -> Option<&'m DateMention> {
    let mut beside = dates
        .within(within)
        .filter(|date| date.hint != Some(Hint::Birth) && !date.life);
    let date = beside.next()?;
    let plain = matches!(
        date.kind,
        Kind::Day | Kind::Month | Kind::Year | Kind::Season
    ) && date.written_year();
    (plain && !date.base.is_open() && beside.next().is_none()).then_some(date)
}

/// Words that may stand between a name and its birth or death.
const BETWEEN: [&str; 25] = [
    "", "a", "aged", "and", "at", "b", "been", "born", "c", "d", "died", "had", "himself",
    "herself", "in", "is", "jr", "killed", "murdered", "near", "on", "sr", "the", "was", "who",
];

/// Every birth and death that the text dates, in its order.
pub(super) fn extract(mentions: &Mentions) -> Vec<Fact> {
    let document = mentions.document();
    let mut facts = Vec::new();
    for date in mentions
        .dates()
        .dates
        .iter()
        .filter(|date| !date.is_unreal())
    {
        match (date.life, date.ends.as_deref(), date.hint) {
            (true, Some([birth, death]), _) => {
                if let Some(name) = name_before(document, date.range.start, 2) {
                    facts.push(fact(name.clone(), Hint::Birth, birth));
                    facts.push(fact(name, Hint::Death, death));
                }
            }
            (false, None, Some(hint)) if date.written_year() && !date.interval.is_open() => {
                if let Some(name) = subject(mentions, date) {
                    facts.push(fact(name, hint, date));
                }
            }
            _ => {}
        }
    }
    facts
}

fn fact(name: Range<usize>, event: Hint, date: &DateMention) -> Fact {
    Fact {
        name,
        event,
        interval: date.interval,
        place: date.range.clone(),
    }
}

/// The name that ends at most `gap` bytes before an offset.
fn name_before(document: &Document, offset: usize, gap: usize) -> Option<Range<usize>> {
    let sentence = document.sentence_at(offset);
    let name = whole_names(document.text(), &(sentence.start.min(offset)..offset)).pop()?;
    (name.end + gap >= offset).then_some(name)
}

/// Who was born or died then: `Ilse Brandt was born on …`, `Born in 1902, Jonas Moll …`,
/// `Brenner's passport says that he was born in …`.
fn subject(mentions: &Mentions, date: &DateMention) -> Option<Range<usize>> {
    let text = mentions.document().text();
    let sentence = mentions.document().sentence_of(&date.range);
    let told = sentence.start..date.range.start;
    if let Some(pronoun) = pronoun_before(&text[told.clone()]) {
        let named = who::people(text, &(told.start..told.start + pronoun));
        return match named.as_slice() {
            [] => who::antecedent(mentions, &sentence),
            [one] => Some(one.clone()),
            _ => None,
        };
    }
    match person_before(text, &told) {
        Some(name) => {
            let between = undated(mentions, &(name.end..date.range.start));
            (is_plain(&between) && !who::is_owner(&between)).then_some(name)
        }
        None => {
            let after = whole_names(text, &(date.range.end..sentence.end))
                .into_iter()
                .next()?;
            (&text[date.range.end..after.start] == ", ").then_some(after)
        }
    }
}

/// The last name of a stretch that is no place (`born in Liverpool, England,`) and no `Jr`.
fn person_before(text: &str, told: &Range<usize>) -> Option<Range<usize>> {
    let (mut person, mut place): (Option<Range<usize>>, Option<usize>) = (None, None);
    for name in whole_names(text, told) {
        let before = &text[told.start..name.start];
        let word = before.split_whitespace().next_back().unwrap_or_default();
        let goes_on = place.is_some_and(|end| &text[end..name.start] == ", ");
        if goes_on
            || matches!(
                word,
                "in" | "In" | "at" | "near" | "from" | "to" | "of" | "the"
            )
        {
            place = Some(name.end);
        } else if !matches!(&text[name.clone()], "Jr" | "Sr" | "Sir" | "Lady") {
            person = Some(name);
        }
    }
    person
}

/// The words of a stretch without its dates: `was born on  and died on `.
fn undated(mentions: &Mentions, within: &Range<usize>) -> String {
    let text = mentions.document().text();
    let (mut words, mut at) = (String::new(), within.start);
    for date in mentions.dates().within(within) {
        words.push_str(&text[at..date.range.start.max(at)]);
        at = date.range.end.max(at);
    }
    words.push_str(text.get(at..within.end).unwrap_or_default());
    words
}

/// Where `he` or `she` stands as the subject right before a birth or a death.
fn pronoun_before(told: &str) -> Option<usize> {
    let at = ["he ", "He "]
        .iter()
        .filter_map(|he| told.rfind(he))
        .max()?;
    let she = told[..at].ends_with(['s', 'S']);
    let start = at - usize::from(she);
    let whole = !told[..start].ends_with(char::is_alphanumeric);
    (whole && is_plain(&told[at + 3..])).then_some(start)
}

/// Whether nothing else is told between a subject and its date, the place aside: ` died in Paris in `.
fn is_plain(between: &str) -> bool {
    let mut place = false;
    let plain = between.split(|c: char| !c.is_alphabetic()).all(|word| {
        let named = place && word.starts_with(char::is_uppercase);
        place = named || matches!(word, "in" | "at" | "near") || place && word.is_empty();
        named || BETWEEN.contains(&word.to_lowercase().as_str())
    });
    // `“The March King” is born`: a title of somebody else, named before it.
    plain && !between.contains(['"', '”'])
}
