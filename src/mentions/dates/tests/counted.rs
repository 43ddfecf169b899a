//! Durations, elapsed time and anniversaries.

use super::super::{AnniversaryWording, ElapsedWording, Unit};
use super::read;

#[test]
fn durations_are_found() {
    for (text, words, value, unit, approximate) in [
        (
            "He stayed for three years.",
            "three years",
            3,
            Unit::Year,
            false,
        ),
        ("It took ten months.", "ten months", 10, Unit::Month, false),
        (
            "He stayed for a fortnight.",
            "a fortnight",
            1,
            Unit::Fortnight,
            false,
        ),
        (
            "The five-year plan failed.",
            "five-year",
            5,
            Unit::Year,
            false,
        ),
        (
            "From 1928 to 1931, five years, he sat.",
            "five years",
            5,
            Unit::Year,
            false,
        ),
        ("It lasted 40 days.", "40 days", 40, Unit::Day, false),
        ("He stayed two weeks.", "two weeks", 2, Unit::Week, false),
        (
            "He stayed for nearly three years.",
            "nearly three years",
            3,
            Unit::Year,
            true,
        ),
        (
            "He stayed more than 20 years.",
            "more than 20 years",
            20,
            Unit::Year,
            true,
        ),
        (
            "He stayed two and a half years.",
            "two and a half years",
            2,
            Unit::Year,
            true,
        ),
        ("He stayed for a year.", "a year", 1, Unit::Year, false),
        ("He stayed one month.", "one month", 1, Unit::Month, false),
        (
            "It reigned for two centuries.",
            "two centuries",
            2,
            Unit::Century,
            false,
        ),
        (
            "He stayed three decades.",
            "three decades",
            3,
            Unit::Decade,
            false,
        ),
        (
            "He walked forty nights.",
            "forty nights",
            40,
            Unit::Day,
            false,
        ),
        (
            "It lasted a hundred years.",
            "a hundred years",
            100,
            Unit::Year,
            false,
        ),
        (
            "It lasted a hundred and fifty years.",
            "a hundred and fifty years",
            150,
            Unit::Year,
            false,
        ),
        (
            "It lasted 1,000 years.",
            "1,000 years",
            1000,
            Unit::Year,
            false,
        ),
        (
            "It lasted six long years.",
            "six long years",
            6,
            Unit::Year,
            false,
        ),
        (
            "It lasted twelve weeks or so.",
            "twelve weeks or so",
            12,
            Unit::Week,
            true,
        ),
    ] {
        let found = read(text);
        assert_eq!(found.durations.len(), 1, "{text}: {found:?}");
        let duration = &found.durations[0];
        assert_eq!(
            (
                text.get(duration.range.clone()),
                duration.amount.value,
                duration.unit,
                duration.approximate
            ),
            (Some(words), value, unit, approximate),
            "{text}"
        );
    }
}

#[test]
fn words_that_measure_no_time_are_no_durations() {
    for text in [
        "Three times a week he ran.",
        "A year is long.",
        "The second day broke.",
        "Ten miles a day.",
        "He is 32 years old.",
        "The 1930s were long.",
        "One of the days.",
        "It weighs five tons.",
        "A day's work is done.",
        "Years passed.",
        "One day he left.",
        "Twice a month.",
    ] {
        assert!(
            read(text).durations.is_empty(),
            "{text}: {:?}",
            read(text).durations
        );
    }
}

#[test]
fn elapsed_time_is_found_with_its_direction() {
    use ElapsedWording::{After, Ago, Before, Earlier, Hence, Later, Since};
    for (text, words, value, wording, direction) in [
        (
            "70 years since his murder, nothing.",
            "70 years since",
            70,
            Since,
            1,
        ),
        ("It broke 70 years ago.", "70 years ago", 70, Ago, -1),
        ("Three days later he came.", "Three days later", 3, Later, 1),
        (
            "Ten years earlier he came.",
            "Ten years earlier",
            10,
            Earlier,
            -1,
        ),
        (
            "Two years after his death it fell.",
            "Two years after",
            2,
            After,
            1,
        ),
        (
            "A fortnight after he left, it fell.",
            "A fortnight after",
            1,
            After,
            1,
        ),
        (
            "Two weeks before the war it fell.",
            "Two weeks before",
            2,
            Before,
            -1,
        ),
        (
            "He had left two weeks before.",
            "two weeks before",
            2,
            Earlier,
            -1,
        ),
        ("A year later it fell.", "A year later", 1, Later, 1),
        (
            "About 70 years ago it fell.",
            "About 70 years ago",
            70,
            Ago,
            -1,
        ),
        (
            "It falls two years from now.",
            "two years from now",
            2,
            Hence,
            1,
        ),
        (
            "It fell six months prior to his trial.",
            "six months prior to",
            6,
            Before,
            -1,
        ),
        (
            "Some years back, five years back, it fell.",
            "five years back",
            5,
            Ago,
            -1,
        ),
        (
            "Twenty-one days afterwards it fell.",
            "Twenty-one days afterwards",
            21,
            Later,
            1,
        ),
        (
            "It fell a hundred years ago.",
            "a hundred years ago",
            100,
            Ago,
            -1,
        ),
        ("It fell 5,000 years ago.", "5,000 years ago", 5000, Ago, -1),
        ("It fell one week later.", "one week later", 1, Later, 1),
        ("It fell a decade ago.", "a decade ago", 1, Ago, -1),
        (
            "It fell seven months previously.",
            "seven months previously",
            7,
            Earlier,
            -1,
        ),
        (
            "It fell four decades after the war.",
            "four decades after",
            4,
            After,
            1,
        ),
    ] {
        let found = read(text);
        let elapsed = found
            .elapsed
            .last()
            .unwrap_or_else(|| panic!("{text}: {found:?}"));
        assert_eq!(
            (
                text.get(elapsed.range.clone()),
                elapsed.amount.value,
                elapsed.wording,
                elapsed.wording.direction()
            ),
            (Some(words), value, wording, direction),
            "{text}"
        );
        assert_eq!(elapsed.approximate, text.contains("About"), "{text}");
    }
}

#[test]
fn anniversaries_are_found() {
    use AnniversaryWording::{Anniversary, Centenary, Jubilee};
    for (text, words, years, wording) in [
        (
            "It is the 70th anniversary of it.",
            "70th anniversary",
            70,
            Anniversary,
        ),
        (
            "It is the seventieth anniversary of it.",
            "seventieth anniversary",
            70,
            Anniversary,
        ),
        (
            "Their first anniversary came.",
            "first anniversary",
            1,
            Anniversary,
        ),
        (
            "The 70-year anniversary came.",
            "70-year anniversary",
            70,
            Anniversary,
        ),
        (
            "The twenty-fifth wedding anniversary came.",
            "twenty-fifth wedding anniversary",
            25,
            Anniversary,
        ),
        (
            "The one hundred and fiftieth anniversary came.",
            "one hundred and fiftieth anniversary",
            150,
            Anniversary,
        ),
        (
            "The hundredth anniversary came.",
            "hundredth anniversary",
            100,
            Anniversary,
        ),
        (
            "The 200th-anniversary edition sold.",
            "200th-anniversary",
            200,
            Anniversary,
        ),
        ("Its centenary came.", "centenary", 100, Centenary),
        ("The Centennial was held.", "Centennial", 100, Centenary),
        ("Its bicentenary came.", "bicentenary", 200, Centenary),
        ("A bicentennial stamp.", "bicentennial", 200, Centenary),
        ("Its tercentenary came.", "tercentenary", 300, Centenary),
        (
            "Its quatercentenary came.",
            "quatercentenary",
            400,
            Centenary,
        ),
        ("Its quincentenary came.", "quincentenary", 500, Centenary),
        (
            "Its sesquicentennial came.",
            "sesquicentennial",
            150,
            Centenary,
        ),
        ("Her golden jubilee came.", "golden jubilee", 50, Jubilee),
        ("Her Silver Jubilee came.", "Silver Jubilee", 25, Jubilee),
        ("Her diamond jubilee came.", "diamond jubilee", 60, Jubilee),
        (
            "Her platinum jubilee came.",
            "platinum jubilee",
            70,
            Jubilee,
        ),
        ("Its 60th jubilee came.", "60th jubilee", 60, Jubilee),
    ] {
        let found = read(text);
        assert_eq!(found.anniversaries.len(), 1, "{text}: {found:?}");
        let anniversary = &found.anniversaries[0];
        let got = (
            text.get(anniversary.range.clone()),
            anniversary.years.value,
            anniversary.wording,
        );
        assert_eq!(got, (Some(words), years, wording), "{text}");
    }
    assert!(read("nearly the 70th anniversary").anniversaries.len() == 1);
}

#[test]
fn words_that_mark_no_anniversary_are_left_alone() {
    for text in [
        "A golden rule is old.",
        "Silver coins.",
        "A diamond ring.",
        "An anniversary came.",
        "The first jubilant day.",
        "A centenarian came.",
        "The 70th floor.",
        "Platinum blondes.",
        "The second annual fair.",
        "Our anniversary.",
    ] {
        assert!(read(text).anniversaries.is_empty(), "{text}");
    }
}
