//! Months and seasons with their year, and the words that are neither.

use super::{dateless, holds, read, shown};

#[test]
fn months_with_a_year_are_found() {
    holds(
        &[
            (
                "In February 1929 they left.",
                "February 1929",
                "1929-02-01/1929-02-28",
            ),
            (
                "In February, 1929, they left.",
                "February, 1929",
                "1929-02-01/1929-02-28",
            ),
            (
                "In May of 1923 they left.",
                "May of 1923",
                "1923-05-01/1923-05-31",
            ),
            (
                "In Sept. 1923 they left.",
                "Sept. 1923",
                "1923-09-01/1923-09-30",
            ),
            (
                "In Sept 1923 they left.",
                "Sept 1923",
                "1923-09-01/1923-09-30",
            ),
            (
                "In early May 1923 they left.",
                "early May 1923",
                "1923-05-01/1923-05-14",
            ),
            (
                "At the end of May 1923 they left.",
                "the end of May 1923",
                "1923-05-15/1923-05-31",
            ),
            (
                "In mid-August 1923 they left.",
                "mid-August 1923",
                "1923-08-08/1923-08-23",
            ),
            ("By May 1923 they had left.", "By May 1923", "../1923-05-31"),
            (
                "Since May 1923 they are gone.",
                "Since May 1923",
                "1923-05-01/..",
            ),
            (
                "In the month of May 1923 they left.",
                "May 1923",
                "1923-05-01/1923-05-31",
            ),
            ("In Dec '23 they left.", "Dec '23", "1923-12-01/1923-12-31"),
            (
                "The May 1923 issue sold.",
                "May 1923",
                "1923-05-01/1923-05-31",
            ),
            (
                "The issue of 2014-10 sold.",
                "2014-10",
                "2014-10-01/2014-10-31",
            ),
            (
                "Before March 1933 they left.",
                "Before March 1933",
                "../1933-02-28",
            ),
            (
                "After March 1933 they left.",
                "After March 1933",
                "1933-04-01/..",
            ),
            (
                "Around June 1933 they left.",
                "Around June 1933",
                "1933-05-22/1933-07-10",
            ),
            (
                "From mid-May 1940 on, it rained.",
                "From mid-May 1940",
                "1940-05-08/..",
            ),
            (
                "Until April 1931 they stayed.",
                "Until April 1931",
                "../1931-04-30",
            ),
            (
                "It was dated Nov. 1871 in ink.",
                "Nov. 1871",
                "1871-11-01/1871-11-30",
            ),
        ],
        None,
    );
}

#[test]
fn seasons_with_a_year_are_found() {
    holds(
        &[
            (
                "In spring 1938 they left.",
                "spring 1938",
                "1938-03-01/1938-06-30",
            ),
            (
                "In Spring 1938 they left.",
                "Spring 1938",
                "1938-03-01/1938-06-30",
            ),
            (
                "In the spring of 1938 they left.",
                "spring of 1938",
                "1938-03-01/1938-06-30",
            ),
            (
                "In summer 1938 they left.",
                "summer 1938",
                "1938-06-01/1938-09-30",
            ),
            (
                "That was the summer of 1938.",
                "summer of 1938",
                "1938-06-01/1938-09-30",
            ),
            (
                "In early summer 1923 they left.",
                "early summer 1923",
                "1923-06-01/1923-07-31",
            ),
            (
                "In late summer 1923 they left.",
                "late summer 1923",
                "1923-08-01/1923-09-30",
            ),
            (
                "In mid-summer 1923 they left.",
                "mid-summer 1923",
                "1923-07-01/1923-08-31",
            ),
            (
                "In the autumn of 1923 they left.",
                "autumn of 1923",
                "1923-09-01/1923-12-31",
            ),
            (
                "In autumn, 1923, they left.",
                "autumn, 1923",
                "1923-09-01/1923-12-31",
            ),
            (
                "In the late autumn of 1923 they left.",
                "late autumn of 1923",
                "1923-11-01/1923-12-31",
            ),
            (
                "In the fall of 1923 they left.",
                "fall of 1923",
                "1923-09-01/1923-12-31",
            ),
            (
                "In fall 2004 they left.",
                "fall 2004",
                "2004-09-01/2004-12-31",
            ),
            (
                "In winter 1941–42 they froze.",
                "winter 1941–42",
                "1941-12-01/1942-03-31",
            ),
            (
                "In the winter of 1941–1942 they froze.",
                "winter of 1941–1942",
                "1941-12-01/1942-03-31",
            ),
            (
                "In the winter of 1941/42 they froze.",
                "winter of 1941/42",
                "1941-12-01/1942-03-31",
            ),
            (
                "In the winter of 1941 they froze.",
                "winter of 1941",
                "1940-12-01/1942-03-31",
            ),
            (
                "In late winter 1941 they froze.",
                "late winter 1941",
                "1940-12-01/1942-03-31",
            ),
            (
                "By the summer of 1938 they had left.",
                "By the summer of 1938",
                "../1938-09-30",
            ),
            (
                "Since the spring of 1938 they are gone.",
                "Since the spring of 1938",
                "1938-03-01/..",
            ),
        ],
        None,
    );
    let both = read("In January and February 1923 they froze.").dates;
    let both: Vec<_> = both.iter().map(|mention| shown(mention.interval)).collect();
    assert_eq!(both, ["1923-01-01/1923-01-31", "1923-02-01/1923-02-28"]);
}

#[test]
fn falls_springs_and_winters_that_name_no_time_are_left_alone() {
    dateless(&[
        "A fall of ten feet broke it.",
        "The fall of Rome was long.",
        "Spring water is cold.",
        "The springs of 40 watches broke.",
        "Mr Winters, 40, left.",
        "A summer house stood there.",
        "The Winter Palace stood there.",
        "Summers came and went.",
        "They spring up.",
        "The fall in prices was steep.",
        "She wintered in Rome.",
    ]);
}
