//! Words that point: from the day of writing, or from the date told before.

use super::super::{Anchor, Reference};
use super::{dateless, holds, only, read, read_on, shown};

#[test]
fn deictic_words_are_resolved_from_the_day_of_the_document() {
    // 15 February 2008 was a Friday.
    holds(
        &[
            ("Tomorrow marks it.", "Tomorrow", "2008-02-16"),
            ("It was yesterday.", "yesterday", "2008-02-14"),
            ("It is today.", "today", "2008-02-15"),
            ("We meet tonight.", "tonight", "2008-02-15"),
            (
                "It was the day before yesterday.",
                "the day before yesterday",
                "2008-02-13",
            ),
            (
                "It is the day after tomorrow.",
                "the day after tomorrow",
                "2008-02-17",
            ),
            ("It broke last night.", "last night", "2008-02-14"),
            ("It broke this morning.", "this morning", "2008-02-15"),
            ("It broke last week.", "last week", "2008-02-04/2008-02-10"),
            ("It breaks next week.", "next week", "2008-02-18/2008-02-24"),
            (
                "It broke last month.",
                "last month",
                "2008-01-01/2008-01-31",
            ),
            ("It breaks this year.", "this year", "2008-01-01/2008-12-31"),
            ("It broke last year.", "last year", "2007-01-01/2007-12-31"),
            ("It breaks next year.", "next year", "2009-01-01/2009-12-31"),
            (
                "It broke last summer.",
                "last summer",
                "2007-06-01/2007-09-30",
            ),
            (
                "It broke last November.",
                "last November",
                "2007-11-01/2007-11-30",
            ),
            (
                "It broke last Tuesday.",
                "last Tuesday",
                "2008-02-05/2008-02-12",
            ),
            (
                "It broke 70 years ago.",
                "70 years ago",
                "1938-01-01/1938-12-31",
            ),
            (
                "It broke a decade ago.",
                "a decade ago",
                "1996-01-01/2000-12-31",
            ),
            ("It broke three days ago.", "three days ago", "2008-02-12"),
            (
                "It broke in the last five years.",
                "the last five years",
                "2003-02-15/2008-02-15",
            ),
            (
                "It broke several years ago.",
                "several years ago",
                "../2008-02-15",
            ),
            (
                "It broke in the last century.",
                "the last century",
                "1900-01-01/1999-12-31",
            ),
            (
                "It broke earlier this year.",
                "earlier this year",
                "2008-01-01/2008-12-31",
            ),
            (
                "It broke on Wednesday.",
                "Wednesday",
                "2008-02-13/2008-02-20",
            ),
        ],
        Some("2008-02-15"),
    );
}

#[test]
fn anaphoric_words_are_resolved_from_the_date_told_before() {
    for (text, words, interval) in [
        (
            "In March 1933 he left. The following spring he came.",
            "The following spring",
            "1934-03-01/1934-06-30",
        ),
        (
            "It was listed for 11 June 2001 (Monday) and heard on the Thursday.",
            "Thursday",
            "2001-06-14",
        ),
        (
            "On 11 June 2001 he came, and on the Monday morning he left.",
            "Monday morning",
            "2001-06-11",
        ),
        (
            "In March 1933 he left. The following year he came.",
            "The following year",
            "1934-01-01/1934-12-31",
        ),
        (
            "On 3 May 1933 he left. The next day he came.",
            "The next day",
            "1933-05-04",
        ),
        (
            "On 3 May 1933 he left. The previous year he came.",
            "The previous year",
            "1932-01-01/1932-12-31",
        ),
        (
            "On 3 May 1933 he left. Three days later he came.",
            "Three days later",
            "1933-05-06",
        ),
        (
            "In 1933 he left. Two years earlier he came.",
            "Two years earlier",
            "1931-01-01/1931-12-31",
        ),
        (
            "In 1933 he left. Two years later he came.",
            "Two years later",
            "1935-01-01/1935-12-31",
        ),
        (
            "In 1933 he left. A year later, he came.",
            "A year later",
            "1934-01-01/1934-12-31",
        ),
        (
            "In 1933 he left. That year she came.",
            "That year",
            "1933-01-01/1933-12-31",
        ),
        (
            "In 1933 he left. She came the same year.",
            "the same year",
            "1933-01-01/1933-12-31",
        ),
        (
            "In 1933 he left. She came the year before.",
            "the year before",
            "1932-01-01/1932-12-31",
        ),
        (
            "On 3 May 1933 he left. She came the day after.",
            "the day after",
            "1933-05-04",
        ),
        (
            "In May 1933 he left. She came the following March.",
            "the following March",
            "1934-03-01/1934-03-31",
        ),
        (
            "In 1933 he left. Ten years on, she came.",
            "Ten years on",
            "1943-01-01/1943-12-31",
        ),
        (
            "On 3 May 1933 he left. The following week she came.",
            "The following week",
            "1933-05-08/1933-05-14",
        ),
        (
            "In May 1933 he left. Two months later she came.",
            "Two months later",
            "1933-07-01/1933-07-31",
        ),
        (
            "In 1933 he left. In the next year she came.",
            "the next year",
            "1934-01-01/1934-12-31",
        ),
        (
            "In 1933 he left. Half a century later, she came.",
            "Half a century later",
            "1973-01-01/1993-12-31",
        ),
    ] {
        let mention = read(text).dates.pop().unwrap();
        assert_eq!(
            (
                &text[mention.range.clone()],
                shown(mention.interval).as_str()
            ),
            (words, interval),
            "{text}"
        );
        assert_eq!(mention.relative.unwrap().reference, Reference::Anaphoric);
        assert!(matches!(mention.anchor, Some(Anchor::Mention(_))));
    }
}

#[test]
fn without_an_anchor_the_interval_is_open() {
    for text in [
        "Tomorrow marks it.",
        "Two years later he came.",
        "It broke last week.",
        "The following spring it broke.",
    ] {
        let mention = only(text, None);
        assert!(
            mention.interval.is_open() && mention.anchor.is_none() && mention.relative.is_some(),
            "{text}"
        );
    }
}

#[test]
fn approximate_distances_give_wide_intervals() {
    let mention = only("It broke about 70 years ago.", Some("2008-02-15"));
    assert_eq!(shown(mention.interval), "1924-01-01/1952-12-31");
}

#[test]
fn the_present_age_is_no_day() {
    dateless(&[
        "They are the ancestors of today's Moriori.",
        "They hoped for a better tomorrow.",
        "To the youth of today it is nothing.",
        "The method is still in use today.",
        "Today, the quarter is quiet.",
        "Five hundred of their descendants live on today.",
        "It is the cinema of yesterday.",
        "These are the cities of tomorrow.",
        "I heard it on the Today programme.",
        "To today's generation it is nothing.",
        "He is as loud today as he was when young.",
        "Bread is dearer today than ever.",
        "How did it grow to the size it is today?",
        "It is the energy used today.",
    ]);
    for text in [
        "The minister said today that he is ill.",
        "Today I am ill.",
        "Today the strike ended.",
        "We have learned a lot from today's game.",
        "He spoke of the events of yesterday.",
        "He quit today as the bank closed.",
        "Today is a holiday, I am told.",
    ] {
        assert_eq!(read(text).dates.len(), 1, "{text}");
    }
    let dated = read_on("Today the quarter is quiet.", Some("2008-02-15"));
    assert_eq!(dated.dates.len(), 1);
}

#[test]
fn a_look_back_does_not_lend_its_year() {
    let text = "In 1938 he left, as in the year before. On 3 May he died.";
    assert_eq!(shown(read(text).dates[2].interval), "1938-05-03");
}

#[test]
fn weekdays_of_every_week_are_marked() {
    assert!(read_on("They meet every Monday.", Some("2008-02-15")).dates[0].recurring);
}

#[test]
fn weekdays_of_habit_are_no_days() {
    dateless(&[
        "The crypt is open Monday to Friday, ten till four.",
        "It opens Monday–Saturday.",
        "It opens Tuesday through Sunday.",
        "She taught Sunday school with a ruler.",
        "Sunday lunch is served all week, and the Friday pie is made on a day.",
        "It is played on Saturday mornings.",
        "Such things happen on a Monday.",
        "It offers one flight per week on Thursday morning.",
        "They meet twice a week on Monday and Friday.",
        "She watched Friday the 13th.",
        "He read his Sunday paper.",
    ]);
    for text in [
        "On Monday he left.",
        "He left Friday morning.",
        "He was there from Monday to Friday.",
        "They meet on Sunday.",
    ] {
        assert!(!read(text).dates.is_empty(), "{text}");
    }
}

#[test]
fn words_that_point_at_no_time_are_left_alone() {
    dateless(&[
        "This is the last straw.",
        "That may be so.",
        "She sat in the next room.",
        "He was the last to leave.",
        "The following list is short.",
        "This march was long.",
        "He said that May was kind.",
        "In the past he was kind.",
        "At last they fall asleep.",
        "The same man came.",
        "The batteries last two weeks in the cold, and good boots last three years.",
        "If that spring goes, so does the hour.",
        "Three villages drink from the same spring.",
        "The Earl of March came.",
        "The receipt is in May's handwriting.",
        "Good Friday Agreement and Black Monday Club.",
        "The previous owner sold it.",
        "Last days are hard.",
        "He read USA Today.",
        "A year is long.",
    ]);
}
