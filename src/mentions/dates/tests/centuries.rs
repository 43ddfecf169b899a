//! Centuries, alone and as ranges, and the words that only look like one.

use super::{dateless, holds, read, shown};

#[test]
fn centuries_are_found() {
    holds(
        &[
            (
                "In the fifth century it fell.",
                "fifth century",
                "0400-01-01/0499-12-31",
            ),
            (
                "In the 5th century AD it fell.",
                "5th century AD",
                "0400-01-01/0499-12-31",
            ),
            (
                "In the first century CE it fell.",
                "first century CE",
                "0001-01-01/0099-12-31",
            ),
            (
                "In the 3rd century BC it fell.",
                "3rd century BC",
                "-000299-01-01/-000200-12-31",
            ),
            (
                "In the late third century B.C. it fell.",
                "late third century B.C.",
                "-000249-01-01/-000200-12-31",
            ),
            (
                "In the twenty-first century it fell.",
                "twenty-first century",
                "2000-01-01/2099-12-31",
            ),
            (
                "In the mid-19th century it fell.",
                "mid-19th century",
                "1825-01-01/1874-12-31",
            ),
            (
                "In the early 17th century it fell.",
                "early 17th century",
                "1600-01-01/1649-12-31",
            ),
            (
                "In the second half of the eighteenth century it fell.",
                "the second half of the eighteenth century",
                "1750-01-01/1799-12-31",
            ),
            (
                "At the beginning of the 20th century it fell.",
                "the beginning of the 20th century",
                "1900-01-01/1949-12-31",
            ),
            (
                "At the close of the 18th century it fell.",
                "the close of the 18th century",
                "1750-01-01/1799-12-31",
            ),
            (
                "By the sixteenth century it fell.",
                "By the sixteenth century",
                "../1599-12-31",
            ),
            (
                "Since the 12th century it stands.",
                "Since the 12th century",
                "1100-01-01/..",
            ),
            (
                "Before the 15th century it stood.",
                "Before the 15th century",
                "../1399-12-31",
            ),
            (
                "Between the 14th and 16th centuries it fell.",
                "Between the 14th and 16th centuries",
                "1300-01-01/1599-12-31",
            ),
            (
                "From the tenth to the twelfth century it stood.",
                "From the tenth to the twelfth century",
                "0900-01-01/1199-12-31",
            ),
            (
                "In the 17th–18th centuries it stood.",
                "17th–18th centuries",
                "1600-01-01/1799-12-31",
            ),
            (
                "A nineteenth-century mill stood.",
                "nineteenth-century",
                "1800-01-01/1899-12-31",
            ),
            ("The 1800s were loud.", "1800s", "1800-01-01/1899-12-31"),
            (
                "The early 1700s were loud.",
                "early 1700s",
                "1700-01-01/1749-12-31",
            ),
        ],
        None,
    );
    let two = read("In the 17th and 18th centuries it stood.").dates;
    let shown: Vec<_> = two.iter().map(|mention| shown(mention.interval)).collect();
    assert_eq!(shown, ["1600-01-01/1699-12-31", "1700-01-01/1799-12-31"]);
}

#[test]
fn words_that_name_no_century_are_left_alone() {
    dateless(&[
        "He scored a century in the final.",
        "The turn of the century was near.",
        "It stood for centuries.",
        "A quarter of a century went by.",
        "It was 20th Century Fox that paid.",
        "Half a century passed.",
        "The century plant flowered.",
        "A century of rain went by.",
        "Century after century it stood.",
        "The 40th century will laugh.",
        "It was his third double century of the tour.",
        "The centurion, the eighth of his name, slept.",
    ]);
}
