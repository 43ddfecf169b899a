//! Months, seasons, years, decades and centuries.

use super::super::{Fault, Kind};
use super::{dateless, holds, only, read, shown};

#[test]
fn months_and_seasons_are_found() {
    holds(
        &[
            (
                "It was built in February 1929.",
                "February 1929",
                "1929-02-01/1929-02-28",
            ),
            (
                "It was built in February, 1929.",
                "February, 1929",
                "1929-02-01/1929-02-28",
            ),
            (
                "It was built in February of 1929.",
                "February of 1929",
                "1929-02-01/1929-02-28",
            ),
            ("By March 1933 it stood.", "By March 1933", "../1933-03-31"),
            (
                "Early February 1938 was mild.",
                "Early February 1938",
                "1938-02-01/1938-02-14",
            ),
            (
                "From mid-May 1940 on, it rained.",
                "From mid-May 1940",
                "1940-05-08/..",
            ),
            (
                "At the end of August 1939 they left.",
                "the end of August 1939",
                "1939-08-15/1939-08-31",
            ),
            (
                "In spring 1938 they left.",
                "spring 1938",
                "1938-03-01/1938-06-30",
            ),
            (
                "In the summer of 1938 they left.",
                "summer of 1938",
                "1938-06-01/1938-09-30",
            ),
            (
                "In the autumn of the year 1938 they left.",
                "autumn of the year 1938",
                "1938-09-01/1938-12-31",
            ),
            (
                "In fall 2004 they left.",
                "fall 2004",
                "2004-09-01/2004-12-31",
            ),
            (
                "In the winter of 1941–42 they froze.",
                "winter of 1941–42",
                "1941-12-01/1942-03-31",
            ),
            (
                "In winter 1938 they froze.",
                "winter 1938",
                "1937-12-01/1939-03-31",
            ),
            (
                "Printed Oct. 1957 in Leeds.",
                "Oct. 1957",
                "1957-10-01/1957-10-31",
            ),
            (
                "The issue of 2014-10 sold out.",
                "2014-10",
                "2014-10-01/2014-10-31",
            ),
        ],
        None,
    );
}

#[test]
fn a_month_alone_is_a_month_where_only_a_month_can_stand() {
    for text in [
        "He had gone in July.",
        "Since March she was away.",
        "During May it rained.",
        "It closed last November; in December all left.",
        "The September sun was low.",
        "Then October came.",
    ] {
        assert!(
            read(text)
                .dates
                .iter()
                .any(|m| m.written.month.is_some() || m.kind == Kind::Relative),
            "{text}"
        );
    }
    dateless(&[
        "I may go.",
        "May I go?",
        "March on, they cried.",
        "The march in the rain was long.",
        "April said that June Carter sang.",
        "Augusta and August Strindberg met.",
        "Jan van Eyck painted.",
        "The Sun rose.",
        "Mar the plan and sat down.",
        "Theresa May resigned.",
        "He read the October Revolution Reader.",
        "Black September struck.",
        "They march in step; in may trees it rustled.",
    ]);
}

#[test]
fn years_are_found() {
    holds(
        &[
            ("In 1938 it ended.", "1938", "1938-01-01/1938-12-31"),
            (
                "The revolution of 1917 did it.",
                "1917",
                "1917-01-01/1917-12-31",
            ),
            (
                "The 1932 elections were lost.",
                "1932",
                "1932-01-01/1932-12-31",
            ),
            (
                "It began in early 1931.",
                "early 1931",
                "1931-01-01/1931-06-30",
            ),
            ("It began in mid-1931.", "mid-1931", "1931-04-01/1931-09-30"),
            (
                "It began late in 1931.",
                "late in 1931",
                "1931-07-01/1931-12-31",
            ),
            (
                "At the beginning of 1931 it began.",
                "the beginning of 1931",
                "1931-01-01/1931-06-30",
            ),
            ("Since 1934 he spied.", "Since 1934", "1934-01-01/.."),
            ("Until 1938 he spied.", "Until 1938", "../1938-12-31"),
            ("By 1932 the links were cut.", "By 1932", "../1932-12-31"),
            ("Before 1938 he was free.", "Before 1938", "../1937-12-31"),
            ("After 1938 he was free.", "After 1938", "1939-01-01/.."),
            (
                "Prior to 1914 it was calm.",
                "Prior to 1914",
                "../1913-12-31",
            ),
            ("The pre-1914 order fell.", "pre-1914", "../1913-12-31"),
            ("It is c. 1905 work.", "c. 1905", "1900-01-01/1910-12-31"),
            ("The summer of '69 was hot.", "'69", "1969-01-01/1969-12-31"),
            (
                "It fell no later than 1938.",
                "no later than 1938",
                "../1938-12-31",
            ),
            ("Painted circa 1905.", "circa 1905", "1900-01-01/1910-12-31"),
            ("Painted about 1905.", "about 1905", "1900-01-01/1910-12-31"),
            ("Painted (?1905).", "?1905", "1900-01-01/1910-12-31"),
            (
                "Caesar fell in 44 BC.",
                "44 BC",
                "-000043-01-01/-000043-12-31",
            ),
            ("Augustus died in AD 14.", "AD 14", "0014-01-01/0014-12-31"),
            (
                "It was built 300 BCE.",
                "300 BCE",
                "-000299-01-01/-000299-12-31",
            ),
            (
                "The mosque of AD842 stands.",
                "AD842",
                "0842-01-01/0842-12-31",
            ),
            ("In the year 71 they came.", "71", "0071-01-01/0071-12-31"),
            (
                "The battle of 1066 was lost.",
                "1066",
                "1066-01-01/1066-12-31",
            ),
            ("2003's winner came back.", "2003", "2003-01-01/2003-12-31"),
            ("From 1934 onwards he spied.", "From 1934", "1934-01-01/.."),
            ("Smith (1998) disagrees.", "1998", "1998-01-01/1998-12-31"),
        ],
        None,
    );
}

#[test]
fn figures_that_are_no_years_are_left_alone() {
    dateless(&[
        "They received 1,000 letters.",
        "They received 1938 letters.",
        "See page 1938 there.",
        "See p. 1938 there.",
        "He waited in Room 101 and room 1938.",
        "It was No. 1917 of the series.",
        "Call 020 7946 1938 at once.",
        "It cost $1938, or £1,200.",
        "It cost 1938 dollars.",
        "“1984” is a novel.",
        "He read '1984' twice.",
        "Orwell's 1984 is a novel.",
        "The doi:10.1938/2014 leads there.",
        "As arXiv:1706.03762 shows.",
        "The F-1938 flew.",
        "At 1500 metres it is cold.",
        "The temperature was 1938°.",
        "ISO 2014 was dropped.",
        "It took roughly 1600 hours.",
        "The DH2017 poster hung there.",
        "More than 2000 came.",
        "Flight 1902 was late.",
        "He ran the 1500m well.",
        "Track 19:38 and 20.14 played.",
    ]);
}

#[test]
fn decades_and_centuries_are_found() {
    holds(
        &[
            ("In the 1930s it rained.", "1930s", "1930-01-01/1939-12-31"),
            ("In the '30s it rained.", "'30s", "1930-01-01/1939-12-31"),
            ("In the ’30s it rained.", "’30s", "1930-01-01/1939-12-31"),
            (
                "In the thirties it rained.",
                "thirties",
                "1930-01-01/1939-12-31",
            ),
            (
                "In the early 1930s it rained.",
                "early 1930s",
                "1930-01-01/1934-12-31",
            ),
            (
                "In the late thirties it rained.",
                "late thirties",
                "1935-01-01/1939-12-31",
            ),
            (
                "By the mid-1930s it rained.",
                "By the mid-1930s",
                "../1937-12-31",
            ),
            (
                "In the nineteenth century it rained.",
                "nineteenth century",
                "1800-01-01/1899-12-31",
            ),
            (
                "In the 19th century it rained.",
                "19th century",
                "1800-01-01/1899-12-31",
            ),
            (
                "A mid-19th-century house stood there.",
                "mid-19th-century",
                "1825-01-01/1874-12-31",
            ),
            (
                "In the 7th century BC it rained.",
                "7th century BC",
                "-000699-01-01/-000600-12-31",
            ),
            ("In the 1800s it rained.", "1800s", "1800-01-01/1899-12-31"),
            (
                "In the first half of the 1930s it rained.",
                "the first half of the 1930s",
                "1930-01-01/1934-12-31",
            ),
        ],
        None,
    );
    let text = "the 1930's were lean";
    let mention = only(text, None);
    assert_eq!(shown(mention.interval), "1930-01-01/1939-12-31");
    let Some(Fault::DecadeApostrophe(range)) = mention.fault else {
        panic!()
    };
    assert_eq!(&text[range], "'");
    assert_eq!(
        shown(read("Born in 1834, he came in the '60s.").dates[1].interval),
        "1860-01-01/1869-12-31"
    );
    dateless(&[
        "He is in his thirties.",
        "Temperatures in their 30s.",
        "20th Century Fox made it.",
    ]);
}
