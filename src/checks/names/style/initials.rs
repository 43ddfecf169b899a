//! Initials before surnames, told from abbreviations: `J. V. Stalin`, `the F.B.I. Director`.

use std::collections::HashSet;
use std::ops::Range;

use super::super::acronym;
use super::{Place, capitals};
use crate::checks::Context;
use crate::mentions::is_determiner;
use crate::mentions::names::leads;

/// Places, times, degrees, ships and what else is abbreviated, always without blanks.
const ABBREVIATIONS: [&str; 34] = [
    "A.D.", "A.I.", "A.M.", "B.A.", "B.C.", "B.S.", "C.E.", "D.A.", "D.C.", "E.U.", "G.I.", "I.D.",
    "I.Q.", "L.A.", "M.A.", "M.D.", "M.P.", "M.V.", "N.C.", "N.D.", "N.H.", "N.J.", "N.M.", "N.Y.",
    "P.M.", "P.O.", "P.S.", "Q.C.", "R.I.", "S.S.", "T.V.", "U.K.", "U.N.", "U.S.",
];

/// No name has more initials.
const MOST: usize = 3;

/// Two or more letters with their stops.
struct Run<'t> {
    place: Place,
    letters: String,
    /// The word behind it, if that may be a surname.
    surname: Option<&'t str>,
}

/// Initials in the text, all spaced or none; not those that are known, or seen, to be abbreviations.
pub(super) fn places(cx: &Context) -> Vec<Place> {
    let blocks = cx.document.blocks().iter();
    let runs = blocks.flat_map(|block| {
        let starts = capitals(cx.text(), &block.range);
        starts.filter_map(|at| run(cx.text(), &block.range, at))
    });
    let runs: Vec<Run> = runs.collect();
    let spaced = |run: &Run| run.place.longer && run.surname.is_some();
    if !runs.iter().any(spaced) || runs.iter().all(spaced) {
        return Vec::new();
    }
    // `the F.B.I. knew`: what needs no surname has none.
    let bare = runs.iter().filter(|run| run.surname.is_none());
    let bare: HashSet<String> = bare.map(|run| run.letters.clone()).collect();
    let vocabulary = cx.mentions.vocabulary();
    let are_initials = |run: &Run| {
        run.surname.is_some_and(|surname| {
            let sure = run.place.longer || !vocabulary.has(&surname.to_lowercase());
            sure && !bare.contains(&run.letters) && cx.reads(&run.place.range)
        })
    };
    let initials = runs.into_iter().filter(are_initials);
    initials.map(|run| run.place).collect()
}

/// The letters with stops that begin at an offset of a block.
fn run<'t>(text: &'t str, block: &Range<usize>, at: usize) -> Option<Run<'t>> {
    let words = &text[at..block.end];
    let (mut end, mut letters, mut blanks) = (0, String::new(), 0);
    // What has more is no name, however far it goes on.
    while letters.chars().count() <= MOST {
        let behind = &words[end..];
        let next = match letters.is_empty() {
            true => behind,
            false => behind.strip_prefix(is_blank).unwrap_or(behind),
        };
        let mut two = next.chars();
        let initial = two.next().filter(|c| c.is_uppercase());
        if two.next() != Some('.') {
            break;
        }
        let Some(initial) = initial else { break };
        blanks += usize::from(next.len() < behind.len());
        letters.push(initial);
        end = words.len() - two.as_str().len();
    }
    let count = letters.chars().count();
    let longer = blanks > 0;
    if count < 2 || longer && blanks != count - 1 {
        return None;
    }
    let behind = words[end..].trim_start_matches(is_blank);
    let length = behind
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(behind.len());
    let surname = Some(&behind[..length]).filter(|surname| is_surname(surname));
    let before = text[block.start..at].split_whitespace().next_back();
    let abbreviates = count > MOST
        || before.is_some_and(is_determiner)
        || !longer && is_abbreviation(&words[..end], &letters);
    Some(Run {
        place: Place {
            range: at..at + end,
            longer,
        },
        surname: surname.filter(|_| !abbreviates),
        letters,
    })
}

/// A capital and small letters; no word that begins a sentence.
fn is_surname(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && !leads(word)
}

fn is_abbreviation(written: &str, letters: &str) -> bool {
    ABBREVIATIONS.contains(&written) || letters.len() > 2 && acronym::is_known(letters)
}

/// A blank, be it one at which no line breaks.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}')
}
