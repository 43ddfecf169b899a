//! Days that no calendar has, slips of the pen, unsettled orders, two calendars.

use super::super::{Calendar, Fault, Order};
use super::{only, read, shown};

#[test]
fn dates_no_calendar_has_are_faults_without_an_interval() {
    for text in [
        "It ended on 31 June.",
        "It ended on 32 August 2014.",
        "It ended on 2014-02-30.",
        "It ended on 13/31/2018.",
        "It ended on 29 February 1900.",
        "It ended on 2014-13-05.",
        "It ended on February 30.",
        "It ended on April 31, 1945.",
        "It ended on the 31st of November 1918.",
        "It ended on 30.02.2001.",
        "It ended on Monday, 30 February 1938.",
        "It ended on 31.04.2018.",
        "It ended on 31/13/2018.",
        "It ended on the thirty-first of April 1911.",
        "It ended on November 31st, 1911.",
        "It ended on 29 Feb. 1931.",
        "It ended on February 29, 2100.",
        "It ended on 45 May 1938.",
        "It ended on 31-Jun-1938.",
        "It ended on 1938-00-12.",
    ] {
        let mention = only(text, Some("2008-02-15"));
        assert_eq!(
            (mention.fault, shown(mention.interval).as_str()),
            (Some(Fault::Impossible), ".."),
            "{text}"
        );
    }
}

#[test]
fn an_impossible_date_lends_nobody_its_year() {
    let dates = read("On 30 February 1938 he left. On 5 May he died.").dates;
    assert!(dates[1].interval.is_open() && dates[1].anchor.is_none());
}

#[test]
fn leap_days_are_days_where_they_are() {
    for (text, day) in [
        ("Born 29 February 2000.", "2000-02-29"),
        ("Born 29 February 1904.", "1904-02-29"),
        ("Born on 29 February 1900 (O.S.).", "1900-03-13"),
    ] {
        let mention = only(text, None);
        assert_eq!(
            (mention.fault, shown(mention.interval).as_str()),
            (None, day),
            "{text}"
        );
    }
    assert_eq!(only("Born on 29 February.", None).fault, None);
}

#[test]
fn wrong_suffixes_are_told_with_the_right_one() {
    for (text, wrong, expected) in [
        ("On 22th May 1938 it was.", "th", "nd"),
        ("On the 1th of May 1938 it was.", "th", "st"),
        ("On May 11st, 1938 it was.", "st", "th"),
        ("On 3th May it was.", "th", "rd"),
    ] {
        let mention = only(text, None);
        let Some(Fault::Ordinal { suffix, right }) = mention.fault else {
            panic!("{text}")
        };
        assert_eq!((&text[suffix], right), (wrong, expected), "{text}");
    }
}

#[test]
fn misspelt_months_beside_a_day_are_told() {
    for (text, word, number) in [
        ("On Febmary 24 it snowed.", "Febmary", 2),
        ("On Febuary 24, 1938 it snowed.", "Febuary", 2),
        ("On 24 Feburary 1938 it snowed.", "Feburary", 2),
        ("On the 16th Septmber it snowed.", "Septmber", 9),
        ("On 3 Ocotber 1938 it snowed.", "Ocotber", 10),
        ("On Agust 3, 1938 it rained.", "Agust", 8),
        ("On Jaunary 5, 1931 it rained.", "Jaunary", 1),
        ("On 5 Janurary 1931 it rained.", "Janurary", 1),
        ("On 5 Februrary 1931 it rained.", "Februrary", 2),
        ("On Marhc 5, 1931 it rained.", "Marhc", 3),
        ("On Apirl 5, 1931 it rained.", "Apirl", 4),
        ("On 5 Augsut 1931 it rained.", "Augsut", 8),
        ("On the 5th of Setpember it rained.", "Setpember", 9),
        ("On Novemeber 5 it rained.", "Novemeber", 11),
        ("On 5 Decemebr 1931 it rained.", "Decemebr", 12),
        ("It rained in Setpember 1931.", "Setpember", 9),
        ("It rained in Decmber, 1931.", "Decmber", 12),
        ("It has rained since Novemer 1931.", "Novemer", 11),
        ("It rained early in Februay 1931.", "Februay", 2),
    ] {
        let mention = only(text, None);
        let Some(Fault::Misspelt { word: range, month }) = mention.fault else {
            panic!("{text}")
        };
        assert_eq!((&text[range], month), (word, number), "{text}");
    }
}

#[test]
fn an_ambiguous_date_in_figures_is_either_day_until_the_article_settles_it() {
    let mention = only("Filed 03/04/1938.", None);
    assert_eq!(
        (mention.form.order, shown(mention.interval).as_str()),
        (Order::NumericAmbiguous('/'), "1938-03-04/1938-04-03")
    );
    let dates = read("Filed 03/04/1938, stamped 16/04/1938.").dates;
    assert_eq!(
        (dates[0].form.order, shown(dates[0].interval).as_str()),
        (Order::NumericDayMonth('/'), "1938-04-03")
    );
    let text = "Filed 03/04/1938, stamped 04/16/1938.";
    let dates = read(text).dates;
    assert_eq!(
        (dates[0].form.order, shown(dates[0].interval).as_str()),
        (Order::NumericMonthDay('/'), "1938-03-04")
    );
    assert_eq!(&text[dates[0].written.day.clone().unwrap().range], "04");
    let dates = read("03/04/1938, 16/04/1938, 04/16/1938.").dates;
    assert_eq!(
        dates[0].form.order,
        Order::NumericAmbiguous('/'),
        "an article that mixes settles nothing"
    );
}

#[test]
fn pairs_of_old_and_new_style_are_one_mention() {
    for (text, words, old, new, apart) in [
        (
            "On 25 October (7 November) 1917 it fell.",
            "25 October (7 November) 1917",
            25,
            7,
            13,
        ),
        (
            "On 23 February [8 March] 1917 it began.",
            "23 February [8 March] 1917",
            23,
            8,
            13,
        ),
        (
            "On 25 October (8 November) 1917 it fell.",
            "25 October (8 November) 1917",
            25,
            8,
            14,
        ),
        (
            "On 5 (18) March 1917 it rose.",
            "5 (18) March 1917",
            5,
            18,
            13,
        ),
        ("On 5/18 March 1917 it rose.", "5/18 March 1917", 5, 18, 13),
        (
            "On 7 November 1917 (25 October O.S.) it fell.",
            "7 November 1917 (25 October O.S.)",
            25,
            7,
            13,
        ),
        (
            "On 7 November (25 October O.S.) 1917 it fell.",
            "7 November (25 October O.S.) 1917",
            25,
            7,
            13,
        ),
        (
            "On 19 February (3 March) 1861 it passed.",
            "19 February (3 March) 1861",
            19,
            3,
            12,
        ),
        (
            "On 12 (24) March 1861 it passed.",
            "12 (24) March 1861",
            12,
            24,
            12,
        ),
        ("On 1/13 March 1881 he fell.", "1/13 March 1881", 1, 13, 12),
        (
            "On 1 (13) March 1881 he fell.",
            "1 (13) March 1881",
            1,
            13,
            12,
        ),
        (
            "On 22 January (4 February) 1918 it came.",
            "22 January (4 February) 1918",
            22,
            4,
            13,
        ),
        (
            "On 26 October (7 November) 1879 he came.",
            "26 October (7 November) 1879",
            26,
            7,
            12,
        ),
        (
            "On 14 (26) December 1825 they rose.",
            "14 (26) December 1825",
            14,
            26,
            12,
        ),
        (
            "On 14/26 December 1825 they rose.",
            "14/26 December 1825",
            14,
            26,
            12,
        ),
        (
            "On 9 (22) January 1905 they marched.",
            "9 (22) January 1905",
            9,
            22,
            13,
        ),
        (
            "The manifesto of 17 (30) October 1905 was signed.",
            "17 (30) October 1905",
            17,
            30,
            13,
        ),
        (
            "On 27 February [12 March] 1917 the regiments went over.",
            "27 February [12 March] 1917",
            27,
            12,
            13,
        ),
        (
            "On February 23 (March 8), 1917 it began.",
            "February 23 (March 8), 1917",
            23,
            8,
            13,
        ),
        (
            "On November 7 (October 25, Old Style), 1917 it fell.",
            "November 7 (October 25, Old Style), 1917",
            25,
            7,
            13,
        ),
    ] {
        let mention = only(text, None);
        let pair = mention.old_style.clone().unwrap();
        assert_eq!(&text[mention.range.clone()], words);
        assert_eq!(
            (pair.julian.day.value, pair.gregorian.day.value, pair.apart),
            (old, new, Some(apart)),
            "{text}"
        );
        assert_eq!(
            pair.expected,
            Some(if text.contains(" 18") { 12 } else { 13 }),
            "{text}"
        );
    }
    let mention = only("On 25 October 1917 O.S. it fell.", None);
    assert_eq!(
        (mention.calendar, shown(mention.interval).as_str()),
        (Calendar::Julian, "1917-11-07")
    );
}

#[test]
fn a_bracket_behind_a_day_need_not_be_the_same_day_in_another_calendar() {
    for text in [
        "On 5 May (a Sunday) 1917 it rose.",
        "On 25 October (his birthday) 1917 it fell.",
        "On 25 October 1917 (7 a.m.) it fell.",
        "On 25 October (7 dead) it fell.",
        "Rooms 5 (18) and 6 were painted in March 1917.",
        "It won 5/18 of the votes in March 1917.",
        "On 1 March 1881 (aged 62) he fell.",
        "On 25 October 1917 (see note 7) it fell.",
        "He led 25 (7 at the end) men in October 1917.",
        "On 3 March 1861 (19 years later) it passed.",
    ] {
        let dates = read(text).dates;
        assert!(dates.iter().all(|date| date.old_style.is_none()), "{text}");
    }
}

#[test]
fn a_weekday_with_a_number_takes_month_and_year_from_the_context() {
    let dates = read("In February 1938 he fell ill. On Wednesday the 16th he died.").dates;
    assert_eq!(shown(dates[1].interval), "1938-02-16");
    assert_eq!(
        shown(only("See you Monday the 3rd.", Some("2008-03-01")).interval),
        "2008-03-03"
    );
}
