//! Ranges: their ends, their wording, life dates.

use super::super::{Era, Fault, Hint, Opener, Precision, Separator};
use super::{dateless, holds, only, read_on, shown};

#[test]
fn ranges_are_one_mention_with_two_ends() {
    holds(
        &[
            ("It ran 1936-37.", "1936-37", "1936-01-01/1937-12-31"),
            ("It ran 1936–1938.", "1936–1938", "1936-01-01/1938-12-31"),
            (
                "The term 1932/33 was short.",
                "1932/33",
                "1932-01-01/1933-12-31",
            ),
            ("It ran 1929-33 there.", "1929-33", "1929-01-01/1933-12-31"),
            ("It ran 1898–03 there.", "1898–03", "1898-01-01/1903-12-31"),
            ("It ran 1936–8 there.", "1936–8", "1936-01-01/1938-12-31"),
            (
                "It sat 16–18 February 1938.",
                "16–18 February 1938",
                "1938-02-16/1938-02-18",
            ),
            (
                "It sat February 16–18, 1938.",
                "February 16–18, 1938",
                "1938-02-16/1938-02-18",
            ),
            (
                "It sat 28 February–3 March 1938.",
                "28 February–3 March 1938",
                "1938-02-28/1938-03-03",
            ),
            (
                "It sat between April and October 1928.",
                "between April and October 1928",
                "1928-04-01/1928-10-31",
            ),
            (
                "It sat from 1928 to 1931.",
                "from 1928 to 1931",
                "1928-01-01/1931-12-31",
            ),
            (
                "It sat from 1928 until 1931.",
                "from 1928 until 1931",
                "1928-01-01/1931-12-31",
            ),
            (
                "It sat between 1928 and 1931.",
                "between 1928 and 1931",
                "1928-01-01/1931-12-31",
            ),
            (
                "It sat from early 1928 to late 1931.",
                "from early 1928 to late 1931",
                "1928-01-01/1931-12-31",
            ),
            (
                "It sat from 16 to 18 February 1938.",
                "from 16 to 18 February 1938",
                "1938-02-16/1938-02-18",
            ),
            (
                "It sat from November 1928 to March.",
                "from November 1928 to March",
                "1928-11-01/1929-03-31",
            ),
            (
                "It sat from November to March 1929.",
                "from November to March 1929",
                "1928-11-01/1929-03-31",
            ),
            (
                "The January–June 2016 figures fell.",
                "January–June 2016",
                "2016-01-01/2016-06-30",
            ),
            (
                "From the 16th to the 18th century it stood.",
                "From the 16th to the 18th century",
                "1500-01-01/1799-12-31",
            ),
            (
                "From the 1930s to the 1950s it stood.",
                "From the 1930s to the 1950s",
                "1930-01-01/1959-12-31",
            ),
            (
                "It ruled 300–200 BC.",
                "300–200 BC",
                "-000299-01-01/-000199-12-31",
            ),
            (
                "It ruled 44 BC–AD 14.",
                "44 BC–AD 14",
                "-000043-01-01/0014-12-31",
            ),
            (
                "The years 1890 – 91 were good.",
                "1890 – 91",
                "1890-01-01/1891-12-31",
            ),
            (
                "It sat from Monday 3 to Friday 7 March 2014.",
                "from Monday 3 to Friday 7 March 2014",
                "2014-03-03/2014-03-07",
            ),
            (
                "It ran 31 May to 2 June 1938.",
                "31 May to 2 June 1938",
                "1938-05-31/1938-06-02",
            ),
        ],
        None,
    );
}

#[test]
fn a_range_keeps_its_wording() {
    for (text, separator, opener, spaced) in [
        ("from 1928 to 1931", Separator::To, Some(Opener::From), true),
        (
            "between 1928 and 1931",
            Separator::And,
            Some(Opener::Between),
            true,
        ),
        ("It ran 1928-1931.", Separator::Hyphen, None, false),
        ("It ran 1928 – 1931.", Separator::EnDash, None, true),
        ("It ran 1928—1931.", Separator::EmDash, None, false),
        ("It ran 1932/33.", Separator::Slash, None, false),
        (
            "from May 1928 through June 1931",
            Separator::Through,
            Some(Opener::From),
            true,
        ),
    ] {
        let form = only(text, None).form;
        assert_eq!(
            (form.separator, form.opener, form.spaced),
            (Some(separator), opener, spaced),
            "{text}"
        );
    }
    let mention = only("It ran 1936-37.", None);
    let [first, second] = *mention.ends.unwrap();
    assert_eq!((first.range, second.range), (7..11, 12..14));
    assert!(second.written.year.unwrap().short);
}

#[test]
fn ranges_worded_by_halves_and_backwards_ranges_are_faults() {
    for text in [
        "He was there from 1931-1935.",
        "He was there between 1931–1935.",
        "from 16–18 May 1938",
    ] {
        let mention = only(text, None);
        assert_eq!(mention.fault, Some(Fault::Wording), "{text}");
        assert!(!mention.interval.is_open());
    }
    for text in [
        "from 1935 to 1931",
        "It sat 18–16 February 1938.",
        "Ann Lee (1962–1882) wrote.",
        "AD 14–AD 9",
        "1938–36",
    ] {
        let mention = only(text, None);
        assert_eq!(
            (mention.fault, mention.interval.is_open()),
            (Some(Fault::Reversed), true),
            "{text}"
        );
    }
    assert_eq!(only("from 1931–32 to the present", None).fault, None);
}

#[test]
fn births_and_deaths_are_marked() {
    for (text, hint) in [
        ("Ann (b. 1906) wrote.", Hint::Birth),
        ("Ann (d. 1938) wrote.", Hint::Death),
        ("Ann, born 1906, wrote.", Hint::Birth),
        ("She was born in 1906.", Hint::Birth),
        ("She died on 3 May 1938.", Hint::Death),
        ("Ann (born c. 1906) wrote.", Hint::Birth),
        ("Ann was born in Graz in 1906.", Hint::Birth),
        (
            "Ann, born near Brno, Moravia, on 3 May 1906, left.",
            Hint::Birth,
        ),
        ("She died in New York in 1938.", Hint::Death),
        ("She died at Weimar on 3 May 1938.", Hint::Death),
    ] {
        assert_eq!(only(text, None).hint, Some(hint), "{text}");
    }
    for text in [
        "Version 8d 15-Jan-2012 was the last.",
        "Born leaders were few in 1906.",
        "A plan died, and Ann left in 1938.",
        "Track 3b 1906 was lost.",
    ] {
        assert_eq!(only(text, None).hint, None, "{text}");
    }
}

#[test]
fn precision_and_era_are_told() {
    assert_eq!(only("since 1934", None).precision, Precision::After);
    assert_eq!(only("late 1934", None).precision, Precision::Late);
    assert_eq!(
        only("in 44 BC", None).written.year.unwrap().era,
        Some(Era::Before)
    );
    let mention = only("since early 1934", None);
    assert_eq!(
        (mention.precision, shown(mention.base).as_str()),
        (Precision::After, "1934-01-01/1934-12-31")
    );
    assert_eq!(
        only("the day after 3 May 1938", None).precision,
        Precision::Exact
    );
}

#[test]
fn a_range_up_to_the_present_ends_with_the_document() {
    let text = "He has led it from 1998 to the present.";
    assert_eq!(
        shown(only(text, Some("2008-02-15")).interval),
        "1998-01-01/2008-02-15"
    );
    assert_eq!(
        shown(read_on(text, None).dates[0].interval),
        "1998-01-01/.."
    );
}

#[test]
fn pages_and_counts_are_no_ranges() {
    dateless(&[
        "See pp. 1936–1938 for it.",
        "See pages 1200-1215.",
        "It holds 1200–1500 people.",
        "They won 19-17.",
        "Dial 555-1938.",
        "It costs $1500–2000.",
        "The 16-18 range is best.",
        "Lines 1938–1945 rhyme.",
        "Between 10 and 12 of them left.",
        "From 5 to 8 it rains.",
    ]);
}
