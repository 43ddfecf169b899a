//! Cutting prose into sentences, past `Mr.`, `L. D. Trotsky` and `3 Feb. 1938`.

use std::ops::Range;

/// Words that end in a point without ending a sentence, lower case, without the point.
const ABBREVIATIONS: [&str; 83] = [
    "adm", "al", "approx", "apr", "art", "asst", "atty", "aug", "ave", "b", "brig", "bros", "c",
    "ca", "capt", "cf", "ch", "chap", "cmdr", "co", "col", "comdr", "corp", "cpl", "d", "dec",
    "dept", "dr", "ed", "eds", "esp", "est", "etc", "feb", "fig", "figs", "fl", "fr", "gen", "gov",
    "govs", "hon", "ibid", "inc", "insp", "jan", "jr", "lt", "ltd", "maj", "mar", "messrs", "mgr",
    "mlle", "mme", "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct", "op", "p", "pp", "prof",
    "pvt", "rep", "reps", "rev", "sen", "sens", "sept", "sgt", "sr", "st", "supt", "trans", "viz",
    "vol", "vols", "vs",
];

/// Abbreviations that may well end a sentence when a capital follows.
const FINAL: [&str; 6] = ["etc", "al", "co", "inc", "ltd", "corp"];

/// The sentences of a block, byte ranges without the blanks between them.
pub(super) fn cut(text: &str, block: &Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let words = &text[block.clone()];
    let bytes = words.as_bytes();
    let mut start = 0;
    let mut from = 0;
    while let Some(at) = stop(&bytes[from..]).map(|at| at + from) {
        let after = behind_closers(words, at);
        from = after.max(at + 1);
        if ends_sentence(words, at, after) {
            push(words, start..after, block.start, sentences);
            start = after;
        }
    }
    push(words, start..words.len(), block.start, sentences);
}

/// No sentence is longer (bytes, up to the next blank): what is looked for in one sentence then takes time in
/// proportion to the text, also in one that never ends.
const LONGEST: usize = 4_000;

fn push(words: &str, range: Range<usize>, base: usize, sentences: &mut Vec<Range<usize>>) {
    let mut range = range;
    while range.len() > LONGEST {
        let from = words.ceil_char_boundary(range.start + LONGEST);
        let Some(blank) = words[from..range.end].find(char::is_whitespace) else {
            break;
        };
        push_whole(words, range.start..from + blank, base, sentences);
        range.start = from + blank;
    }
    push_whole(words, range, base, sentences);
}

fn push_whole(words: &str, range: Range<usize>, base: usize, sentences: &mut Vec<Range<usize>>) {
    let slice = &words[range.clone()];
    let start = range.start + (slice.len() - slice.trim_start().len());
    let end = start + slice.trim().len();
    if start < end {
        sentences.push(base + start..base + end);
    }
}

/// Offset of the next `.`, `!`, `?` or `…`.
fn stop(bytes: &[u8]) -> Option<usize> {
    const ELLIPSIS: &[u8] = "…".as_bytes();
    let mut from = 0;
    loop {
        let at = from
            + bytes[from..]
                .iter()
                .position(|b| matches!(b, b'.' | b'!' | b'?' | 0xE2))?;
        if bytes[at] != ELLIPSIS[0] || bytes[at..].starts_with(ELLIPSIS) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// Behind the stop at `at`, further stops, closing marks and note marks.
fn behind_closers(words: &str, at: usize) -> usize {
    let rest = &words[at..];
    let tail = rest.trim_start_matches([
        '.', '!', '?', '…', '"', '\'', '“', '”', '’', '»', '«', ')', ']', '\u{FFFB}', '*', '_',
    ]);
    words.len() - tail.len()
}

fn ends_sentence(words: &str, at: usize, after: usize) -> bool {
    let rest = &words[after..];
    let next = rest.trim_start();
    let blank = rest.len() - next.len();
    let Some(first) = next.chars().next() else {
        return true;
    };
    if blank == 0 {
        return false;
    }
    let opens = next.trim_start_matches(['"', '\'', '“', '‘', '«', '„', '(', '[', '*', '_']);
    let capital = opens
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_alphabetic());
    if !capital {
        return false;
    }
    !words[at..].starts_with('.') || after > at + 1 || !is_abbreviation(&words[..at], first)
}

/// Whether the point behind `before` belongs to its last word.
fn is_abbreviation(before: &str, next: char) -> bool {
    let word = before
        .rsplit(|c: char| !(c.is_alphanumeric() || c == '.'))
        .next()
        .unwrap_or_default();
    let last = word.rsplit('.').next().unwrap_or_default();
    let mut letters = last.chars();
    match (letters.next(), letters.next()) {
        // `L. D. Trotsky`, but `plan B. Then` is rarer than an initial.
        // Not `He and I. Then`, but `J. I. Case`.
        (Some(initial), None) if initial.is_uppercase() => {
            let one = before.trim_end_matches("I").trim_end().strip_suffix('.');
            let beside = || one.is_some_and(|one| is_abbreviation(one, 'I'));
            last != "I" || beside()
        }
        (Some(initial), None) if word.len() > last.len() => {
            initial.is_alphabetic() && next.is_ascii_digit()
        }
        _ => {
            let lower = last.to_lowercase();
            let known = ABBREVIATIONS.binary_search(&lower.as_str()).is_ok();
            // `no` and `mar` are words too: only a figure or a name makes them abbreviations.
            let doubtful = matches!(lower.as_str(), "no" | "mar" | "dec" | "art" | "fig" | "ch");
            known
                && !(FINAL.contains(&lower.as_str()) && next.is_uppercase())
                && (!doubtful || next.is_ascii_digit())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        cut(text, &(0..text.len()), &mut found);
        found.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn the_list_of_abbreviations_is_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_a_sentence() {
        for text in [
            "Mr. Smith met L. D. Trotsky on 3 Feb. 1938 in St. Petersburg.",
            "See vol. 3, pp. 12–14 and No. 7 of the series.",
            "He read Marx et al. and left.",
            "Prof. Dr. J. Kovacs came c. 1905 with Capt. Lee.",
            "It cost 3.50 marks... and more.",
        ] {
            assert_eq!(sentences(text), [text]);
        }
    }

    #[test]
    fn a_stop_before_a_capital_ends_a_sentence() {
        assert_eq!(
            sentences("He said no. Then \"Go!\" She went… Was it over? “Yes.” 1938 came."),
            [
                "He said no.",
                "Then \"Go!\"",
                "She went…",
                "Was it over?",
                "“Yes.”",
                "1938 came."
            ]
        );
        assert_eq!(
            sentences("It was I. He left, etc. Then"),
            ["It was I.", "He left, etc.", "Then"]
        );
    }

    #[test]
    fn closing_marks_and_note_marks_belong_to_the_sentence() {
        assert_eq!(
            sentences("It fell (at last).\u{FFFB} Then \"it rose.\" Good"),
            ["It fell (at last).\u{FFFB}", "Then \"it rose.\"", "Good"]
        );
    }
}
