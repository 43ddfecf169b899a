//! Ages: whose each one is, and when it was told of.

use std::ops::Range;

use super::Mentions;
use super::dates::{AgeMention, AgeWording, DateMention, Hint, Interval};
use super::lives;
use super::names::whole_names;
use super::who;
use super::words::clause_turns;

/// Whom and which time an age belongs to, as far as the text settles it.
#[derive(Clone, Debug, Default)]
pub struct Tie {
    /// The name of whose age it is, bytes of the document's text.
    pub person: Option<Range<usize>>,
    /// When the person had that age.
    pub at: Option<At>,
}

/// The time of an age.
#[derive(Clone, Debug)]
pub struct At {
    /// The days it can be.
    pub interval: Interval,
    /// Where it stands, bytes of the document's text; `None` for a death that the style sheet dates.
    pub place: Option<Range<usize>>,
}

/// Stems of words for a birth or a death: an age without a date may hang on one.
const DEATHS: [&str; 9] = [
    "murder",
    "death",
    "died",
    "killed",
    "assassinat",
    "shot",
    "execut",
    "suicide",
    "hanged",
];

/// The ties of all ages, in their order.
pub(super) fn extract(mentions: &Mentions) -> Vec<Tie> {
    let ages = &mentions.dates().ages;
    ages.iter().map(|age| tie(mentions, age)).collect()
}

fn tie(mentions: &Mentions, age: &AgeMention) -> Tie {
    if age.thing {
        return Tie::default();
    }
    let sentence = mentions.document().sentence_of(&age.range);
    let person = whose(mentions, age, &sentence);
    let at = if is_of_the_day_of_writing(mentions, age, &sentence) {
        None
    } else {
        time_beside(mentions, age, &sentence)
            .map(|date| At {
                interval: date.base,
                place: Some(date.range.clone()),
            })
            .or_else(|| death(mentions, age, person.as_ref()?, &sentence))
    };
    Tie { person, at }
}

/// `Paul Hill, 44,` and `who is 79` are of the day of writing.
fn is_of_the_day_of_writing(
    mentions: &Mentions,
    age: &AgeMention,
    sentence: &Range<usize>,
) -> bool {
    let text = mentions.document().text();
    let told = &text[sentence.start..age.range.start];
    age.wording == AgeWording::AfterName && !told.ends_with(" then ")
        || text[sentence.start..age.range.start].ends_with(" is ")
        || text[age.range.clone()].starts_with("is ")
}

/// The date that an age belongs to: the only one of its clause, and alone with it there.
fn time_beside<'m>(
    mentions: &'m Mentions,
    age: &AgeMention,
    sentence: &Range<usize>,
) -> Option<&'m DateMention> {
    let text = mentions.document().text();
    let found = mentions.dates();
    let others = found
        .ages
        .iter()
        .skip(
            found
                .ages
                .partition_point(|other| other.range.start < sentence.start),
        )
        .take_while(|other| other.range.start < sentence.end)
        .filter(|other| other.range != age.range);
    // Of two ages in one sentence each has the clause up to the other.
    let mut clause = sentence.clone();
    for other in others {
        let between = if other.range.end <= age.range.start {
            clause.start = clause.start.max(other.range.end);
            other.range.end..age.range.start
        } else {
            clause.end = clause.end.min(other.range.start);
            age.range.end..other.range.start
        };
        if !clause_turns(&text[between]) {
            return None;
        }
    }
    let date = lives::only_date(found, &clause)?;
    let (first, last) = if date.range.start < age.range.start {
        (&date.range, &age.range)
    } else {
        (&age.range, &date.range)
    };
    // `nine when she left and twenty when she married in 1920`: another clause, another time.
    let between = &text[first.end..last.start.max(first.end)];
    (!clause_turns(between)).then_some(date)
}

/// The death that an age without a date hangs on, told in its sentence or in the one before.
fn death(
    mentions: &Mentions,
    age: &AgeMention,
    person: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<At> {
    let text = mentions.document().text();
    let before = who::sentence_before(mentions.document(), sentence);
    let from = before.map_or(sentence.start, |before| before.start);
    let told = text[from..sentence.end].to_lowercase();
    let dies = DEATHS.iter().any(|stem| told.contains(stem));
    let dated = mentions
        .dates()
        .within(sentence)
        .any(|date| date.written_year() && !date.life);
    if !dies || dated {
        return None;
    }
    let quoted = mentions.is_quoted(age.range.start);
    let facts = mentions
        .lives()
        .iter()
        .filter(|fact| mentions.is_quoted(fact.place.start) == quoted);
    lives::known(mentions, facts, &text[person.clone()], Hint::Death).map(|death| At {
        interval: death.interval,
        place: death.place,
    })
}

/// Whose age it is: the name behind `a boy of twelve,` or `the six-year-old`, else the subject before
/// the age, else, where the subject is a pronoun, the only name of the sentence before that can act.
fn whose(mentions: &Mentions, age: &AgeMention, sentence: &Range<usize>) -> Option<Range<usize>> {
    let text = mentions.document().text();
    if matches!(age.wording, AgeWording::YearOld | AgeWording::PersonOf) {
        let after = whole_names(text, &(age.range.end..sentence.end));
        if let Some(name) = behind(text, age.range.end, &after) {
            return Some(name);
        }
    }
    let told = &text[sentence.start..age.range.start];
    let mut actors = who::actors(text, &(sentence.start..age.range.start));
    let pronoun = told.ends_with(" he was ") || told.ends_with(" she was ");
    match actors.pop() {
        // `Moll met Anna when he was 45`: which of them, grammar does not say.
        Some(subject)
            if pronoun
                && actors
                    .iter()
                    .any(|other| text[other.clone()] != text[subject.clone()]) =>
        {
            None
        }
        // Somebody else may stand between: `Fenn's brother Karl, who …, was 47` is Karl's age.
        Some(subject) => Some(subject),
        None => named_behind(mentions, age, sentence).or_else(|| {
            let rest = &text[age.range.end..sentence.end];
            let opens = matches!(told.split_whitespace().next(), Some("He" | "She"));
            let follows = [", he ", " he ", ", she ", " she "]
                .iter()
                .any(|subject| rest.starts_with(subject));
            (opens || pronoun || follows).then(|| who::antecedent(mentions, sentence))?
        }),
    }
}

/// Who stands as the subject right behind `at twenty-five,` or `aged 32,`.
fn named_behind(
    mentions: &Mentions,
    age: &AgeMention,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    use AgeWording::{Aged, At, AtTheAgeOf, YearsOfAge};
    let text = mentions.document().text();
    let rest = age.range.end..sentence.end;
    let name = whole_names(text, &rest).into_iter().next()?;
    let tight = matches!(&text[rest.start..name.start], ", " | " ");
    let acts = !who::is_owner(&text[name.end..]);
    (tight && acts && matches!(age.wording, Aged | At | AtTheAgeOf | YearsOfAge)).then_some(name)
}

/// The name right behind an age: `, Leon`, or the apposition behind the first: `South African, Ted Grant`.
fn behind(text: &str, end: usize, names: &[Range<usize>]) -> Option<Range<usize>> {
    let first = names.first()?;
    let between = &text[end..first.start];
    if between.contains(['.', ';', ':']) || between.split_whitespace().count() > 3 {
        return None;
    }
    let apposed = names
        .get(1)
        .filter(|second| &text[first.end..second.start] == ", ");
    Some(apposed.unwrap_or(first).clone())
}
