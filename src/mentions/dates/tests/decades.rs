//! Decades and centuries, and figures in tens that are none.

use super::{dateless, holds, read, shown};

#[test]
fn decades_are_found() {
    holds(
        &[
            ("In the 1920s it rained.", "1920s", "1920-01-01/1929-12-31"),
            (
                "In the mid-1920s it rained.",
                "mid-1920s",
                "1922-01-01/1927-12-31",
            ),
            (
                "In the mid 1920s it rained.",
                "mid 1920s",
                "1922-01-01/1927-12-31",
            ),
            (
                "In the late 1920s it rained.",
                "late 1920s",
                "1925-01-01/1929-12-31",
            ),
            (
                "In the later 1920s it rained.",
                "later 1920s",
                "1925-01-01/1929-12-31",
            ),
            ("By the 1920s it rained.", "By the 1920s", "../1929-12-31"),
            (
                "Since the 1920s it rains.",
                "Since the 1920s",
                "1920-01-01/..",
            ),
            (
                "Before the 1920s it rained.",
                "Before the 1920s",
                "../1919-12-31",
            ),
            (
                "After the 1920s it rained.",
                "After the 1920s",
                "1930-01-01/..",
            ),
            ("A 1920s house stood.", "1920s", "1920-01-01/1929-12-31"),
            (
                "At the end of the 1920s it rained.",
                "the end of the 1920s",
                "1925-01-01/1929-12-31",
            ),
            (
                "In the roaring twenties it rained.",
                "twenties",
                "1920-01-01/1929-12-31",
            ),
            (
                "In the dirty thirties it did not rain.",
                "thirties",
                "1930-01-01/1939-12-31",
            ),
            (
                "The naughty nineties were long.",
                "nineties",
                "1990-01-01/1999-12-31",
            ),
            (
                "In the swinging sixties it rained.",
                "sixties",
                "1960-01-01/1969-12-31",
            ),
            ("In the 60s it rained.", "60s", "1960-01-01/1969-12-31"),
        ],
        None,
    );
    let hungry = read("In 1851 he wrote of the hungry forties.");
    assert_eq!(shown(hungry.dates[1].interval), "1840-01-01/1849-12-31");
}

#[test]
fn heat_points_and_ages_are_no_decades() {
    dateless(&[
        "Temperatures in the 90s drove them down.",
        "The score was in the seventies when it rained.",
        "Highs in the 80s are common.",
        "He scored in the nineties again.",
        "Winter lows reach the 30s.",
        "It was in the 90s Fahrenheit.",
        "Her pulse was in the fifties.",
        "The thermometer stood in the sixties.",
        "He is in his thirties.",
        "It rose into the 30s of degrees.",
        "It lay in the 40s°.",
        "She counted forties on the shelf.",
    ]);
}
