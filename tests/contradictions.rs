//! For random dates and phrasings: a figure moved outside what the other statement allows is
//! reported and labelled; moved inside, nothing is.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

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
    let checker = Checker::new(&RuleSet::defaults(), &configuration).with_document_date(written);
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
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn a_weekday_is_that_of_its_date(day in day().prop_map(|day| day + 230.years()), form in select(&DAYS[..2]), shift in 0_i64..7) {
        let named = weekday(day.weekday().wrapping_add(shift));
        let text = format!("The bridge was opened on {named}, {}, by a boy with a drum.", form(day));
        holds(&text, None, shift != 0, named)?;
    }

    #[test]
    fn a_duration_fits_its_ends(first in 1700_i16..1990, years in 2_i16..40, off in prop_oneof![Just(0_i16), -1_i16..=1, 3_i16..9]) {
        let text = format!("He kept the lighthouse from {first} to {}, {} years, and never learnt to swim.", first + years, years + off);
        // One more or less is a way of counting the ends.
        holds(&text, None, off > 1, &format!("{} years", years + off))?;
    }

    #[test]
    fn an_age_at_a_death_fits_the_life(birth in 1700_i16..1900, age in 20_i16..90, off in prop_oneof![Just(0_i16), Just(-1_i16), 3_i16..8]) {
        let text = format!("Henrik Dahl ({birth}–{}) died aged {} in Bergen.", birth + age, age + off);
        holds(&text, None, off > 0, &format!("aged {}", age + off))?;
    }

    #[test]
    fn two_ages_of_one_person_agree(year in 1750_i16..1950, age in 18_i16..40, later in 5_i16..30, off in prop_oneof![Just(0_i16), -1_i16..=1, 3_i16..9]) {
        let then = age + later + off;
        let text = format!("In {year} Oskar Fenn, aged {age}, went to sea. In {} Oskar Fenn, aged {then}, owned the ship.", year + later);
        holds(&text, None, off > 1, &format!("aged {then}"))?;
    }

    #[test]
    fn time_gone_by_fits_the_two_dates(day in day(), years in 2_i16..60, off in prop_oneof![Just(0_i16), 3_i16..9]) {
        let then = day.year() + years + off;
        let text = format!("The strike began in {} {}. It was {years} years later, in {} {then}, that the mine was shut.", month(day), day.year(), month(day));
        holds(&text, None, off != 0, &format!("{years} years later"))?;
    }

    #[test]
    fn an_anniversary_fits_the_events_year(event in 1700_i16..1900, years in 10_i16..100, off in prop_oneof![Just(0_i16), 2_i16..9]) {
        let number = years + off;
        let text = format!("A fire destroyed Wickham Mill in {event}. In {}, on the {number}th anniversary of the fire at Wickham, it was painted on a wall.", event + years);
        prop_assume!(number % 10 > 3 || number % 10 == 0);
        holds(&text, None, off != 0, &format!("{number}th anniversary"))?;
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
    fn a_relative_word_fits_the_day_beside_it(written in day(), form in select(&DAYS[..2]), shift in 0_i64..20) {
        let yesterday = written - 1.days();
        let named = form(yesterday - shift.days());
        let text = format!("The harbour froze yesterday, on {named}, and the ferry with it.");
        holds(&text, Some(written), shift != 0, &named)?;
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
    fn a_century_holds_its_year(century in 17_i16..=20, year in 1601_i16..2000) {
        let named = ["seventeenth", "eighteenth", "nineteenth", "twentieth"][usize::try_from(century - 17).unwrap()];
        let text = format!("The canal was dug in the {named} century, in {year}, by prisoners.");
        let inside = (century - 1) * 100 < year && year <= century * 100;
        // A century's last year is counted to the next by some.
        prop_assume!(year % 100 != 0);
        holds(&text, None, !inside, &year.to_string())?;
    }
}
