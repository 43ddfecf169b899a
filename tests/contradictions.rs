//! For random dates and phrasings: a figure moved outside what the other statement allows is
//! reported and labelled; moved inside, nothing is.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use proptest::prelude::*;
use proptest::sample::select;
use textcheck::{Checker, Configuration, RuleSet, SourceFile};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(date: Date) -> &'static str {
    MONTHS[usize::try_from(date.month()).unwrap() - 1]
}

/// A way to write a day; the second is what another precision of it would be.
type Form = fn(Date) -> String;

const DAYS: [Form; 5] = [
    |day| format!("{} {} {}", day.day(), month(day), day.year()),
    |day| format!("{} {}, {}", month(day), day.day(), day.year()),
    |day| format!("{} {} {}", day.day(), &month(day)[..3], day.year()),
    |day| {
        format!(
            "the {} of {}, {}",
            ordinal(day.day()),
            month(day),
            day.year()
        )
    },
    |day| day.to_string(),
];

const VAGUER: [Form; 4] = [
    |day| format!("in {} {}", month(day), day.year()),
    |day| format!("in {}", day.year()),
    |day| format!("in the {}s", day.year() / 10 * 10),
    |day| format!("before {}", day.year() + 1),
];

/// Where a weekday stands beside its date.
const WEEKDAYS: [fn(&str, &str) -> String; 4] = [
    |weekday, day| format!("The bridge was opened on {weekday}, {day}, by a boy with a drum."),
    |weekday, day| format!("On {weekday} {day} a boy with a drum opened the bridge."),
    |weekday, day| format!("The bridge was opened on {day} ({weekday}) by a boy with a drum."),
    |weekday, day| format!("The bridge was opened on {day}, a {weekday}, by a boy with a drum."),
];

/// A stay from one year to another, with its length.
const DURATIONS: [fn(i16, i16, i16) -> String; 4] = [
    |first, last, years| {
        format!(
            "He kept the lighthouse from {first} to {last}, {years} years, and never learnt to swim."
        )
    },
    |first, last, years| {
        format!("For {years} years, from {first} to {last}, he kept the lighthouse.")
    },
    |first, last, years| format!("He kept the lighthouse for {years} years ({first}–{last})."),
    |first, last, years| {
        format!("Between {first} and {last}, a period of {years} years, the light burnt.")
    },
];

/// A life with the age at its end.
const DEATHS: [fn(i16, i16, i16) -> String; 4] = [
    |birth, death, age| format!("Henrik Dahl ({birth}–{death}) died aged {age} in Bergen."),
    |birth, death, age| format!("Henrik Dahl ({birth}–{death}) died at {age} in Bergen."),
    |birth, death, age| format!("Henrik Dahl, born in {birth}, was {age} when he died in {death}."),
    |birth, death, age| {
        format!("Henrik Dahl was born in {birth}. He died in {death} at the age of {age}.")
    },
];

/// An age in a year, of him who was born in the sentence before.
const BIRTHS: [fn(i16, i16) -> String; 4] = [
    |year, age| format!("In {year}, at the age of {age}, he went to sea."),
    |year, age| format!("He was {age} when he went to sea in {year}."),
    |year, age| format!("In {year} Henrik Dahl, then {age}, went to sea."),
    |year, age| format!("In {year}, aged {age}, Dahl went to sea."),
];

/// A birth and a death.
const LIVES: [fn(i16, i16) -> String; 3] = [
    |birth, death| format!("Henrik Dahl ({birth}–{death}) kept bees."),
    |birth, death| format!("Henrik Dahl (3 May {birth} – 4 June {death}) kept bees."),
    |birth, death| format!("They laughed at Henrik Dahl ({birth}-{death}) and his bees."),
];

/// Writes a count of years, and tells the words that count.
type Counted = fn(Date, i16, i16) -> (String, String);

/// Two dates with the years between, and the words that count them.
const ELAPSED: [Counted; 3] = [
    |from, to, years| {
        let month = month(from);
        (
            format!(
                "The strike began in {month} {}. It was {years} years later, in {month} {to}, that the mine was shut.",
                from.year()
            ),
            format!("{years} years later"),
        )
    },
    |from, to, years| {
        (
            format!(
                "The mine was opened in {} and, {years} years later, in {to}, it was shut.",
                from.year()
            ),
            format!("{years} years later"),
        )
    },
    |from, to, years| {
        (
            format!(
                "The mine was shut in {to}, {years} years after it had been opened in {}.",
                from.year()
            ),
            format!("{years} years after"),
        )
    },
];

/// Years ago, with the year beside.
const AGO: [Counted; 3] = [
    |_, years, year| {
        (
            format!("The mine was shut {years} years ago, in {year}."),
            format!("{years} years ago"),
        )
    },
    |_, years, year| {
        (
            format!("{years} years ago, in {year}, the mine was shut."),
            format!("{years} years ago"),
        )
    },
    |written, years, year| {
        (
            format!(
                "The mine was shut {years} years ago today, on {} {} {year}.",
                written.day(),
                month(written)
            ),
            format!("{years} years ago today"),
        )
    },
];

/// A fire, and its anniversary in a year.
const ANNIVERSARIES: [fn(i16, i16, &str) -> String; 3] = [
    |event, year, number| {
        format!(
            "A fire destroyed Wickham Mill in {event}. In {year}, on the {number} anniversary of the fire at Wickham, it was painted on a wall."
        )
    },
    |event, year, number| {
        format!("In {year} came the {number} anniversary of the fire of {event}.")
    },
    |event, year, number| {
        format!("The {number} anniversary of the fire of {event} was kept in {year}.")
    },
];

/// Words for a day, and how far it is from the article's.
const RELATIVE: [(&str, i64); 3] = [
    ("yesterday", -1),
    ("today", 0),
    ("the day before yesterday", -2),
];

/// A century beside a year.
const CENTURIES: [fn(&str, i16) -> String; 3] = [
    |century, year| format!("The canal was dug in the {century} century, in {year}, by prisoners."),
    |century, year| format!("The canal was dug in {year}, in the {century} century, by prisoners."),
    |century, year| format!("The canal of the {century} century ({year}) was dug by prisoners."),
];

fn ordinal(number: i8) -> String {
    let suffix = match (number % 10, number / 10) {
        (1, tens) if tens != 1 => "st",
        (2, tens) if tens != 1 => "nd",
        (3, tens) if tens != 1 => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

fn weekday(day: Weekday) -> &'static str {
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ][usize::try_from(day.to_monday_zero_offset()).unwrap()]
}

fn day() -> impl Strategy<Value = Date> {
    (1700_i16..2000, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| Date::constant(year, month, day))
}

static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::defaults);

/// The rules of the family that are on by default.
fn found(text: &str, written: Option<Date>) -> Vec<(String, Vec<String>)> {
    let configuration = Configuration {
        ignore: vec![
            "text".into(),
            "names".into(),
            "quotes".into(),
            "dates/mixed-style".into(),
        ],
        ..Configuration::default()
    };
    let checker = Checker::new(&RULES, &configuration).with_document_date(written);
    let source = SourceFile::new("a.txt", text);
    let labels = |d: &textcheck::Diagnostic| {
        let all = std::iter::once(&d.primary).chain(&d.secondary);
        all.map(|label| source.slice(label.span).to_owned())
            .collect()
    };
    checker
        .check(&source)
        .iter()
        .map(|d| (d.rule.clone(), labels(d)))
        .collect()
}

/// Reported with the moved words among the labels, or, unmoved, not at all.
fn holds(text: &str, written: Option<Date>, moved: bool, words: &str) -> Result<(), TestCaseError> {
    let found = found(text, written);
    if moved {
        let labelled = found.iter().any(|(_, labels)| {
            labels
                .iter()
                .any(|label| label.contains(words) || words.contains(label.as_str()))
        });
        prop_assert!(labelled, "nothing labels “{words}” in: {text}\n{found:?}");
    } else {
        prop_assert!(found.is_empty(), "{text}\n{found:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn a_weekday_is_that_of_its_date(day in day().prop_map(|day| day + 230.years()), form in select(&DAYS[..]), place in select(&WEEKDAYS[..]), shift in 0_i64..7) {
        let named = weekday(day.weekday().wrapping_add(shift));
        holds(&place(named, &form(day)), None, shift != 0, named)?;
    }

    #[test]
    fn a_duration_fits_its_ends(first in 1700_i16..1990, years in 2_i16..40, form in select(&DURATIONS[..]), off in prop_oneof![Just(0_i16), -1_i16..=1, 3_i16..9]) {
        let text = form(first, first + years, years + off);
        // One more or less is a way of counting the ends.
        holds(&text, None, off > 1, &format!("{} years", years + off))?;
    }

    #[test]
    fn a_duration_in_days_fits_its_days(first in day(), days in 3_i64..25, off in prop_oneof![Just(0_i64), 3_i64..9]) {
        let last = first + days.days();
        let text = format!("The siege lasted from {} to {}, {} days in all.", DAYS[0](first), DAYS[0](last), days + off);
        holds(&text, None, off > 0, &format!("{} days", days + off))?;
    }

    #[test]
    fn an_age_at_a_death_fits_the_life(birth in 1700_i16..1900, age in 26_i16..90, form in select(&DEATHS[..]), off in prop_oneof![Just(0_i16), Just(-1_i16), 3_i16..8]) {
        holds(&form(birth, birth + age, age + off), None, off > 0, &(age + off).to_string())?;
    }

    #[test]
    fn an_age_fits_the_birth_told_before(birth in day(), age in 26_i16..70, form in select(&BIRTHS[..]), off in prop_oneof![Just(0_i16), Just(-1_i16), 3_i16..8]) {
        // Who was born on 1 January has his age of a year from its first day.
        prop_assume!(off >= 0 || birth.day_of_year() > 1);
        let text = format!("Henrik Dahl was born on {}. {}", DAYS[0](birth), form(birth.year() + age, age + off));
        holds(&text, None, off > 0, &(age + off).to_string())?;
    }

    #[test]
    fn a_life_runs_forwards_and_is_no_longer_than_any(birth in 1700_i16..1850, years in -60_i16..200, form in select(&LIVES[..])) {
        holds(&form(birth, birth + years), None, !(0..=122).contains(&years), &(birth + years).to_string())?;
    }

    #[test]
    fn one_birth_has_one_day(day in day(), event in select(&["was born", "died"][..]), form in select(&DAYS[..]), days in prop_oneof![Just(0_i64), 1_i64..400]) {
        let other = day + days.days();
        let text = format!("Ilse Brandt {event} on {}. The roll says that Ilse Brandt {event} on {}.", DAYS[0](day), form(other));
        holds(&text, None, days != 0, form(other).trim_start_matches("the "))?;
    }

    #[test]
    fn two_ages_of_one_person_agree(year in 1750_i16..1950, age in 18_i16..40, later in 5_i16..30, off in prop_oneof![Just(0_i16), -1_i16..=1, 3_i16..9]) {
        let then = age + later + off;
        let text = format!("In {year} Oskar Fenn, aged {age}, went to sea. In {} Oskar Fenn, aged {then}, owned the ship.", year + later);
        holds(&text, None, off > 1, &format!("aged {then}"))?;
    }

    #[test]
    fn time_gone_by_fits_the_two_dates(day in day(), years in 2_i16..60, form in select(&ELAPSED[..]), off in prop_oneof![Just(0_i16), 3_i16..9]) {
        let (text, words) = form(day, day.year() + years + off, years);
        holds(&text, None, off != 0, &words)?;
    }

    #[test]
    fn time_ago_fits_the_articles_date(written in day(), years in 2_i16..90, off in prop_oneof![Just(0_i16), 3_i16..9], form in select(&AGO[..])) {
        let (text, words) = form(written, years, written.year() - years - off);
        holds(&text, Some(written), off != 0, &words)?;
    }

    #[test]
    fn an_anniversary_fits_the_events_year(event in 1700_i16..1900, years in 10_i16..100, form in select(&ANNIVERSARIES[..]), off in prop_oneof![Just(0_i16), 2_i16..9]) {
        let number = ordinal(i8::try_from(years + off).unwrap());
        holds(&form(event, event + years, &number), None, off != 0, &format!("{number} anniversary"))?;
    }

    #[test]
    fn years_since_an_event_fit_the_articles_date(event in day(), years in 10_i16..100, off in prop_oneof![Just(0_i16), 2_i16..9]) {
        let text = format!("It is {} years since the murder of Pavel Orlik.\n\nPavel Orlik’s murder on {} was never looked into.", years + off, DAYS[0](event));
        holds(&text, Some(event + i64::from(years).years()), off != 0, &format!("{} years since", years + off))?;
    }

    #[test]
    fn one_murder_has_one_day(day in day(), form in select(&DAYS[..]), days in prop_oneof![Just(0_i64), 1_i64..400]) {
        let other = day + days.days();
        let text = format!("Pavel Orlik was murdered on {}. The murder of Pavel Orlik on {} was never looked into.", form(day), form(other));
        holds(&text, None, days != 0, form(other).trim_start_matches("the "))?;
    }

    #[test]
    fn vague_words_contradict_nothing_they_could_agree_with(day in day(), form in select(&DAYS[..]), vague in select(&VAGUER[..])) {
        for text in [
            format!("Pavel Orlik was murdered on {}. The murder of Pavel Orlik {} was never looked into.", form(day), vague(day)),
            format!("Ilse Brandt was born on {}. The roll says that Ilse Brandt was born {}.", form(day), vague(day)),
        ] {
            holds(&text, None, false, "")?;
        }
    }

    #[test]
    fn a_relative_word_fits_the_day_beside_it(written in day(), form in select(&DAYS[..2]), word in select(&RELATIVE[..]), shift in 0_i64..20) {
        let (said, days) = word;
        let named = form(written + (days - shift).days());
        let text = format!("The harbour froze {said}, on {named}, and the ferry with it.");
        holds(&text, Some(written), shift != 0, &named)?;
    }

    #[test]
    fn last_year_is_the_year_before_the_articles(written in day(), shift in 0_i16..9) {
        let year = written.year() - 1 - shift;
        holds(&format!("The harbour froze last year, in {year}."), Some(written), shift != 0, &year.to_string())?;
    }

    #[test]
    fn old_and_new_style_are_as_far_apart_as_their_century_has_it(day in day(), off in -3_i64..=3) {
        // The difference of the calendars from 1 March 1700, 1800 and 1900 (Julian) on.
        let apart = match (day.year(), day.month()) {
            (1700, 1..=2) => 10,
            (1701..=1799, _) | (1700, _) | (1800, 1..=2) => 11,
            (1801..=1899, _) | (1800, _) | (1900, 1..=2) => 12,
            _ => 13,
        };
        let new = day + (apart + off).days();
        let text = format!("The decree of {} {} ({} {}) {} was read in the market.", day.day(), month(day), new.day(), month(new), new.year());
        prop_assume!(day.year() == new.year());
        holds(&text, None, off != 0, &format!("{} {}", new.day(), month(new)))?;
    }

    #[test]
    fn a_range_runs_forwards(first in 1700_i16..1990, years in -40_i16..40) {
        let text = format!("The guild kept its minutes from {first} to {}.", first + years);
        holds(&text, None, years <= 0, &(first + years).to_string())?;
    }

    #[test]
    fn a_century_holds_its_year(century in 17_i16..=20, year in 1601_i16..2000, form in select(&CENTURIES[..])) {
        let named = ["seventeenth", "eighteenth", "nineteenth", "twentieth"][usize::try_from(century - 17).unwrap()];
        let inside = (century - 1) * 100 < year && year <= century * 100;
        // A century's last year is counted to the next by some.
        prop_assume!(year % 100 != 0);
        holds(&form(named, year), None, !inside, &year.to_string())?;
    }

    #[test]
    fn a_decade_holds_its_year(decade in 170_i16..199, year in 1700_i16..1990) {
        let text = format!("The laws of the {decade}0s ({year}) were harsh.");
        // Its closing year is counted to it by some; `the 1800s` are a century.
        prop_assume!(year != decade * 10 + 10 && decade % 10 != 0);
        holds(&text, None, year / 10 != decade, &year.to_string())?;
    }
}
