//! Whole names: neighbouring capitalised words that belong together.

use std::ops::Range;

use super::scan::capitalised;
use crate::mentions::words::{is_determiner, is_opener, is_pronoun};

/// What may stand between the words of one name.
const JOINTS: [&str; 9] = [
    " ",
    "-",
    " van ",
    " von ",
    " de ",
    " der ",
    " van der ",
    " de la ",
    " al-",
];

/// The names in a stretch of text, in order, bytes of the text, `'s` left out: `Leon Sedov`.
pub fn whole_names(text: &str, within: &Range<usize>) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    for word in capitalised(text, within) {
        let spelt = &text[word.range.clone()];
        if is_opener(spelt) || is_determiner(spelt) || is_pronoun(spelt) || is_time(spelt) {
            continue;
        }
        match names.last_mut() {
            Some(last) if JOINTS.contains(&&text[last.end..word.range.start]) => {
                last.end = word.range.end
            }
            _ => names.push(word.range),
        }
    }
    names
}

/// Months and weekdays are no names of people.
fn is_time(word: &str) -> bool {
    matches!(
        word,
        "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
            | "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
            | "Tomorrow"
            | "Today"
            | "Yesterday"
            | "Born"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_capitals_are_one_name() {
        let text = "In May 1931 Leon Sedov's friend Jan van der Berg met Mark, and the South African Ted Grant.";
        let names: Vec<_> = whole_names(text, &(0..text.len()))
            .into_iter()
            .map(|name| &text[name])
            .collect();
        assert_eq!(
            names,
            [
                "Leon Sedov",
                "Jan van der Berg",
                "Mark",
                "South African Ted Grant"
            ]
        );
    }
}
