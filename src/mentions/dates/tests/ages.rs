//! Ages.

use super::super::AgeWording;
use super::read;

#[test]
fn ages_are_found_in_every_wording() {
    use AgeWording::{
        AfterName, Aged, At, AtTheAgeOf, Birthday, InTheDecade, PersonOf, Turned, Was, YearOld,
        YearsOfAge, YearsOld,
    };
    for (text, words, years, wording) in [
        ("Ann, aged 32, left.", "aged 32", 32, Aged),
        (
            "Aged just nineteen, he left.",
            "Aged just nineteen",
            19,
            Aged,
        ),
        ("Ann Lee, then 32, left.", "32", 32, AfterName),
        ("In 1928, at 22, Karl Moll left.", "at 22", 22, At),
        (
            "In 1928 at twenty-two Karl Moll left.",
            "at twenty-two",
            22,
            At,
        ),
        ("She died at 45 in Graz.", "at 45", 45, At),
        ("When she was 9 she left.", "9", 9, Was),
        ("Moll, born in 1906, was 45 when he left.", "45", 45, Was),
        ("She died aged thirty-two.", "aged thirty-two", 32, Aged),
        ("She died at age 32.", "at age 32", 32, Aged),
        (
            "He was thirty-two years of age.",
            "thirty-two years of age",
            32,
            YearsOfAge,
        ),
        (
            "At twenty-two years of age, he ruled.",
            "At twenty-two years of age",
            22,
            YearsOfAge,
        ),
        ("At twenty-two, he ruled.", "At twenty-two", 22, At),
        ("He was king at nineteen.", "at nineteen", 19, At),
        ("He died at 84.", "at 84", 84, At),
        (
            "She left at the age of 32.",
            "at the age of 32",
            32,
            AtTheAgeOf,
        ),
        (
            "By the age of ten she could read.",
            "age of ten",
            10,
            AtTheAgeOf,
        ),
        ("A boy of twelve saw it.", "boy of twelve", 12, PersonOf),
        ("He was a man of 40 then.", "man of 40", 40, PersonOf),
        (
            "The twenty-one year old South African came.",
            "twenty-one year old",
            21,
            YearOld,
        ),
        ("Her six year-old son came.", "six year-old", 6, YearOld),
        ("A 32-year-old came.", "32-year-old", 32, YearOld),
        ("Two dozen 12-year-olds came.", "12-year-olds", 12, YearOld),
        ("She was 32 years old.", "32 years old", 32, YearsOld),
        ("Leon Sedov, 32, died.", "32", 32, AfterName),
        ("Leon Sedov (32) died.", "32", 32, AfterName),
        ("Anna Holt was 73 then.", "73", 73, Was),
        ("Holt was 73 when she died.", "73", 73, Was),
        ("He was thirty-two.", "thirty-two", 32, Was),
        ("She was only nineteen when he left.", "nineteen", 19, Was),
        ("In May she turned 40.", "turned 40", 40, Turned),
        ("It was her 40th birthday.", "40th birthday", 40, Birthday),
        (
            "On his twenty-first birthday he left.",
            "twenty-first birthday",
            21,
            Birthday,
        ),
        (
            "A man in his thirties came.",
            "in his thirties",
            30,
            InTheDecade,
        ),
        (
            "A woman in her late 40s came.",
            "in her late 40s",
            40,
            InTheDecade,
        ),
    ] {
        let found = read(text);
        assert_eq!(found.ages.len(), 1, "{text}: {found:?}");
        let age = &found.ages[0];
        assert_eq!(
            (text.get(age.range.clone()), age.years.value, age.wording),
            (Some(words), years, wording),
            "{text}"
        );
    }
}

#[test]
fn the_names_of_months_can_be_those_of_relations() {
    let found = read("His daughter April, 34, and her son August, 6, run it.");
    let ages: Vec<_> = found.ages.iter().map(|age| age.years.value).collect();
    assert_eq!(ages, [34, 6]);
}

#[test]
fn figures_that_are_no_ages_are_left_alone() {
    for text in [
        "He lived at 10 Downing Street.",
        "He was not 32.",
        "They died at 45 Rue Verte.",
        "She left at twenty-two Baker Street.",
        "They met at 10.",
        "It starts at ten, and ends at noon.",
        "At 32 degrees it freezes.",
        "At 20:30 it ended.",
        "In Paris, 32, 40 and 51 are prime streets.",
        "He turned 180 degrees.",
        "It turned 40 heads.",
        "On page 32, he lied.",
        "He was one of them.",
        "He was 12 feet away.",
        "It was 32.",
        "It is for those aged six to twelve.",
        "On March 5, 32 people came.",
        "It closed in April, 34, he said, being sold.",
        "A team of twelve came.",
        "He has 32 years of practice.",
        "Sold at 20 percent off.",
        "At two he left.",
        "At 50%, it stopped.",
        "In Route 66, 32, it is told.",
        "Annex Table (45) Shows more.",
        "Inflation was 12 in May.",
        "Those aged between 18 and 25 came.",
        "See Tom Smith (1845) on it.",
    ] {
        let found = read(text);
        assert!(found.ages.is_empty(), "{text}: {:?}", found.ages);
    }
}

#[test]
fn missing_hyphens_have_their_places() {
    for (text, expected) in [
        ("a twenty-one year old man", vec![(12, 13), (17, 18)]),
        ("a six year-old boy", vec![(5, 6)]),
        ("a six-year old boy", vec![(10, 11)]),
        ("a six-year-old boy", vec![]),
    ] {
        let missing = &read(text).ages[0].missing_hyphens;
        let found: Vec<_> = missing.iter().map(|gap| (gap.start, gap.end)).collect();
        assert_eq!(found, expected, "{text}");
    }
    assert!(read("a 70-year-old question").ages[0].thing);
    assert!(!read("a 70-year-old woman").ages[0].thing);
}

#[test]
fn vague_ages_span_more_than_one_year() {
    for (text, span) in [
        ("He was about 32 years old.", 30..=34),
        ("He was nearly 32 years old.", 31..=32),
        ("He was not yet thirty.", 0..=29),
        ("in his early thirties", 30..=34),
        ("He was aged 32.", 32..=32),
    ] {
        assert_eq!(read(text).ages[0].span, span, "{text}");
    }
}
