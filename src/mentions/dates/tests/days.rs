//! Days: in words, in figures, faulty, in two calendars.

use jiff::civil::Weekday;

use super::super::{Anchor, Hint, Kind, MonthStyle, Order};
use super::{dateless, holds, only, read, read_on, shown};

#[test]
fn days_with_a_year_are_found_in_every_order() {
    holds(
        &[
            (
                "The bridge fell on 16 February 1938.",
                "16 February 1938",
                "1938-02-16",
            ),
            (
                "It fell on the 16th of February, 1938, at dawn.",
                "16th of February, 1938",
                "1938-02-16",
            ),
            (
                "February 16th, 1938 was a cold day.",
                "February 16th, 1938",
                "1938-02-16",
            ),
            (
                "On Feb. 16, 1938 the ice broke.",
                "Feb. 16, 1938",
                "1938-02-16",
            ),
            (
                "On Sept 5, 1712, the fleet sailed.",
                "Sept 5, 1712",
                "1712-09-05",
            ),
            (
                "The ledger is dated 14 nov 2023.",
                "14 nov 2023",
                "2023-11-14",
            ),
            (
                "On Tuesday, 15 February 1938, she wrote home.",
                "Tuesday, 15 February 1938",
                "1938-02-15",
            ),
            (
                "They met on Wed. 16 Feb. 1938.",
                "Wed. 16 Feb. 1938",
                "1938-02-16",
            ),
            (
                "The vote of 16 February 1938 (Wednesday) was close.",
                "16 February 1938 (Wednesday)",
                "1938-02-16",
            ),
            (
                "On 4 July 1999, a Sunday, it rained.",
                "4 July 1999, a Sunday",
                "1999-07-04",
            ),
            (
                "On Wednesday, February 16, 1938, it thawed.",
                "Wednesday, February 16, 1938",
                "1938-02-16",
            ),
            (
                "On Wednesday the 16th of February 1938 it thawed.",
                "Wednesday the 16th of February 1938",
                "1938-02-16",
            ),
            (
                "It was the sixteenth of February 1938.",
                "sixteenth of February 1938",
                "1938-02-16",
            ),
            (
                "It was the twenty-first of May, 1901.",
                "twenty-first of May, 1901",
                "1901-05-21",
            ),
            (
                "Weds. 4 June 1919, nine present.",
                "Weds. 4 June 1919",
                "1919-06-04",
            ),
            (
                "On 3 October 1990 (a Wednesday) it thawed.",
                "3 October 1990 (a Wednesday)",
                "1990-10-03",
            ),
            ("On 5 May Queen Anne came.", "5 May", ".."),
            // Old Style, as those who wrote two years did: 22 February in the new one.
            (
                "They met on 11 February 1731/2 again.",
                "11 February 1731/2",
                "1732-02-22",
            ),
            (
                "They met on March 3, 1688/89.",
                "March 3, 1688/89",
                "1689-03-13",
            ),
            ("May 1, 1890 brought crowds.", "May 1, 1890", "1890-05-01"),
            (
                "february 16, 1938 is how he typed it.",
                "february 16, 1938",
                "1938-02-16",
            ),
            (
                "On 3 March '98 it began, after 1990.",
                "3 March '98",
                "1998-03-03",
            ),
            (
                "He came on 30 September 420.",
                "30 September 420",
                "0420-09-30",
            ),
            (
                "Caesar fell on 15 March 44 BC.",
                "15 March 44 BC",
                "-000043-03-15",
            ),
            (
                "August the 4th, 1914, changed it all.",
                "August the 4th, 1914",
                "1914-08-04",
            ),
            (
                "It opened on the 1st day of May 1851.",
                "1st day of May 1851",
                "1851-05-01",
            ),
            (
                "Le 16-Feb-1938 was stamped on it.",
                "16-Feb-1938",
                "1938-02-16",
            ),
        ]
        .into_iter()
        .filter(|row| !row.0.contains("after 1990"))
        .collect::<Vec<_>>(),
        None,
    );
}

#[test]
fn figures_and_names_that_are_no_days_are_left_alone() {
    dateless(&[
        "The score was 16-2-19 at the break.",
        "Deliver it to Mrs Bell at 14 August Street, or to 3 April Close.",
        "Josie was the 5th May Queen in a row.",
        "Give the leeks a 10/10/10 feed or a 12/8/10.",
        "Kernel 2.6.18 broke; 3.11.10, once patched to 3.12.05, did too.",
        "His daughter April, 34, and her son August, 6, run it.",
        "Use version 1.2.1938 of the tool.",
        "Open 24/7, they said of 9/10.",
        "See http://example.org/2014/02/03/index for it.",
        "Dial 555-02-1938 now.",
        "He may 5 times out of six be right.",
        "They march 10 miles.",
        "The second may follow the first.",
        "Read 3/4 of it, or 1/2/3.",
        "The address 10.2.2014.5 answered.",
        "ISBN 978-0-19-953556-9 is a paperback.",
        "Psalm 16:2 is short.",
        "The Sun 5 was a car.",
        "Mark 12 is read aloud.",
        "Match 5 was played.",
        "Augusta 12 beat them.",
        "Mach 2 was reached.",
        "The file x-2014-02-03 is gone.",
        "It weighs 16 Marks.",
    ]);
}

#[test]
fn a_yearless_day_takes_its_year_from_its_block_then_from_the_document() {
    let text = "In early February 1938 he fell ill. He died on 16th February.";
    let dates = read_on(text, Some("2008-02-15")).dates;
    assert_eq!(shown(dates[1].interval), "1938-02-16");
    assert_eq!(
        dates[1].anchor,
        Some(Anchor::Mention(dates[0].range.clone()))
    );
    assert_eq!(dates[1].hint, Some(Hint::Death));
    let text = "In 1938 it began.\nOn 16 February it ended.";
    let dates = read_on(text, Some("2008-02-15")).dates;
    assert_eq!(
        (shown(dates[1].interval).as_str(), &dates[1].anchor),
        ("2008-02-16", &Some(Anchor::Document))
    );
    let dates = read(text).dates;
    assert_eq!(
        (shown(dates[1].interval).as_str(), &dates[1].anchor),
        ("..", &None)
    );
    let text = "1938\nOn 16 February it ended.";
    assert_eq!(
        shown(read(text).dates[1].interval),
        "1938-02-16",
        "a heading that is a year"
    );
}

#[test]
fn a_recurring_day_has_no_year() {
    for text in [
        "Since 1940, every year on August 20th they meet.",
        "Founded 1940; each 20 August they meet.",
    ] {
        let dates = read_on(text, Some("2008-02-15")).dates;
        let day = dates.iter().find(|m| m.kind == Kind::Day).unwrap();
        assert!(day.recurring && day.interval.is_open(), "{text}");
    }
}

#[test]
fn the_figures_keep_their_places_and_their_form() {
    let text = "On Tuesday, the 16th of Feb., 1938 it was.";
    let mention = only(text, None);
    let written = &mention.written;
    let (day, month, year) = (
        written.day.as_ref().unwrap(),
        written.month.as_ref().unwrap(),
        written.year.as_ref().unwrap(),
    );
    assert_eq!(
        (
            day.value,
            &text[day.range.clone()],
            &text[day.suffix.clone().unwrap()]
        ),
        (16, "16th", "th")
    );
    assert_eq!(
        (
            month.value,
            &text[month.range.clone()],
            month.style,
            month.point
        ),
        (2, "Feb.", MonthStyle::Short, true)
    );
    assert_eq!((year.value, &text[year.range.clone()]), (1938, "1938"));
    let weekday = written.weekday.as_ref().unwrap();
    assert_eq!(
        (weekday.value, &text[weekday.range.clone()]),
        (Weekday::Tuesday, "Tuesday")
    );
    assert_eq!(
        (mention.form.order, mention.form.of, mention.form.year_comma),
        (Order::DayMonth, true, true)
    );
    assert_eq!(only("May 4, 1919 came.", None).form.order, Order::MonthDay);
    assert_eq!(only("On 1919-05-04 it came.", None).form.order, Order::Iso);
    assert!(
        only("The twelfth of May 1919 came.", None)
            .written
            .day
            .unwrap()
            .spelt
    );
}

#[test]
fn days_in_a_list_share_month_and_year() {
    let many = read("They met on 3, 5 and 8 March 1938.").dates;
    let days: Vec<_> = many.iter().map(|m| shown(m.interval)).collect();
    assert_eq!(days, ["1938-03-03", "1938-03-05", "1938-03-08"]);
    let text = "They met on 3 and 5 March 1938.";
    let dates = read(text).dates;
    let found: Vec<_> = dates
        .iter()
        .map(|m| (&text[m.range.clone()], shown(m.interval)))
        .collect();
    assert_eq!(
        found,
        [
            ("3", "1938-03-03".to_owned()),
            ("5 March 1938", "1938-03-05".to_owned())
        ]
    );
}
