//! What holds of any text: offsets, order, and hostile input read to its end.

use std::ops::Range;

use proptest::prelude::*;

use super::super::Dates;
use super::read_on;

/// Every range of every list, list by list.
fn lists(found: &Dates) -> [Vec<Range<usize>>; 5] {
    [
        found.dates.iter().map(|m| m.range.clone()).collect(),
        found.ages.iter().map(|m| m.range.clone()).collect(),
        found.durations.iter().map(|m| m.range.clone()).collect(),
        found
            .anniversaries
            .iter()
            .map(|m| m.range.clone())
            .collect(),
        found.elapsed.iter().map(|m| m.range.clone()).collect(),
    ]
}

fn sound(text: &str, found: &Dates) {
    for list in lists(found) {
        for range in &list {
            assert!(
                range.start < range.end && text.get(range.clone()).is_some(),
                "{text:?} {range:?}"
            );
            assert!(!text[range.clone()].contains('\n'), "{text:?} {range:?}");
        }
        for pair in list.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{text:?} {pair:?}");
        }
    }
    for mention in &found.dates {
        for end in mention.ends.iter().flat_map(|ends| ends.iter()) {
            assert!(
                mention.range.start <= end.range.start && end.range.end <= mention.range.end,
                "{text:?}"
            );
        }
        if let (Some(a), Some(b)) = (mention.interval.earliest, mention.interval.latest) {
            assert!(a <= b, "{text:?} {mention:?}");
        }
        assert!(
            !mention.is_unreal() || mention.interval.is_open(),
            "{text:?}"
        );
        let written = &mention.written;
        for range in [
            written.day.as_ref().map(|f| &f.range),
            written.month.as_ref().map(|f| &f.range),
            written.year.as_ref().map(|f| &f.range),
            written.weekday.as_ref().map(|f| &f.range),
        ] {
            assert!(
                range.is_none_or(|range| text.get(range.clone()).is_some()),
                "{text:?}"
            );
        }
    }
}

#[test]
fn hostile_input_is_read_to_its_end() {
    for unit in [
        "1",
        "1/1/1/1/",
        "19-19-19-",
        "from ",
        "January ",
        "May, June, ",
        "between 1 and ",
        "16 (",
        "1900 to ",
        "'",
        "é",
        "twenty-",
        "\u{fffc}",
        "1,000,",
        "last two ",
        "3 and ",
        "\n",
        "a hundred and ",
        "the day before ",
        "5 (18) ",
        "25 October (",
        "’30",
        "16–",
        "c. ",
        "mid-",
        "Mon ",
        "AD ",
        "20th and ",
        "years ",
        "from 1900 to ",
        "(((1900–",
        "two years later in 1938 ",
    ] {
        let text = unit.repeat(100_000 / unit.len());
        sound(&text, &read_on(&text, None));
    }
}

/// Pieces that dates are made of, and a few that they are not.
const PIECES: [&str; 72] = [
    " ",
    " ",
    " ",
    " ",
    ", ",
    ".",
    "-",
    "–",
    "—",
    "/",
    "(",
    ")",
    "'",
    "’",
    "\n",
    "\u{a0}",
    "é",
    "\u{fffc}",
    "1",
    "16",
    "31",
    "32",
    "1938",
    "1900",
    "99",
    "0",
    "th",
    "nd",
    "s",
    "'s",
    "February",
    "Feb.",
    "may",
    "May",
    "march",
    "Febmary",
    "Sunday",
    "Wed",
    "the ",
    "of ",
    "from ",
    "to ",
    "between ",
    "and ",
    "since ",
    "before ",
    "c. ",
    "BC",
    "AD ",
    "O.S.",
    "century",
    "nineteenth ",
    "thirties",
    "spring ",
    "tomorrow",
    "last ",
    "next ",
    "year",
    "years ",
    "ago",
    "later",
    "aged ",
    "old",
    "at ",
    "twenty-",
    "two ",
    "hundred ",
    "anniversary",
    "a ",
    "in ",
    "year-old",
    "every ",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn any_text_gives_sound_mentions(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..14)) {
        let text = pieces.concat();
        sound(&text, &read_on(&text, None));
        sound(&text, &read_on(&text, Some("2008-02-15")));
    }

    #[test]
    fn a_day_is_the_same_in_every_form(days in 0i32..200_000) {
        let day = jiff::civil::date(1600, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        let name = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December"][usize::try_from(day.month()).unwrap() - 1];
        let (d, y) = (day.day(), day.year());
        for text in [
            format!("It was {d} {name} {y}."),
            format!("It was {name} {d}, {y}."),
            format!("It was {day}."),
            format!("It was {d}.{}.{y}.", day.month()),
        ] {
            let found = read_on(&text, None).dates;
            prop_assert_eq!(found.len(), 1, "{}", text);
            prop_assert_eq!(found[0].interval, super::super::Interval::day(day), "{}", text);
        }
    }
}
