//! Whole names: neighbouring capitalised words that belong together.

use std::ops::Range;

use super::{chinese, scan};
use crate::mentions::vocabulary::{PLAIN, is_alphanumeric};
use crate::mentions::words::{is_determiner, is_opener, is_pronoun};

/// Small words inside a name: `van der Berg`, `Rosa de la Cruz`, `bin Laden`.
const PARTICLES: [&str; 27] = [
    "af", "al", "av", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du",
    "el", "ibn", "la", "las", "le", "los", "ter", "van", "von", "wa", "y", "zu", "zur",
];

/// Whether a word, in small letters, stands inside names.
pub fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Those of them that open what somebody is called by the surname alone: `de Gaulle`, `al-Bashir`.
const LEADING: [&str; 20] = [
    "al-", "bin ", "d'", "da ", "dal ", "de ", "de la ", "del ", "dell'", "della ", "dell’",
    "der ", "di ", "du ", "d’", "el-", "ibn ", "van ", "van der ", "von ",
];

/// The longest of these that stands right before an offset, behind a blank.
pub(super) fn particle_before(text: &str, at: usize) -> Option<&str> {
    let before = &text[..at];
    let found = LEADING.iter().filter(|particle| {
        let rest = before.strip_suffix(**particle);
        rest.is_some_and(|rest| rest.ends_with([' ', '\n', '(', '“', '"']))
    });
    let longest = found.max_by_key(|particle| particle.len())?;
    Some(&before[at - longest.len()..])
}

/// What a question opens with before a name: `Is Meyer concerned?`
const AUXILIARIES: [&str; 12] = [
    "Are", "Could", "Did", "Does", "Had", "Has", "Have", "Is", "Should", "Was", "Were", "Would",
];

/// Signs of a breath or a stop before the first letter: `ʿAbd`.
pub(super) const SIGNS: [char; 4] = ['ʿ', 'ʾ', 'ʻ', 'ʼ'];

/// Titles that may have a full stop.
pub(super) const TITLES: [&str; 20] = [
    "Capt", "Cllr", "Col", "Dr", "Fr", "Gen", "Gov", "Jr", "Lt", "Messrs", "Mr", "Mrs", "Ms",
    "Prof", "Rep", "Rev", "Sen", "Sgt", "Sr", "St",
];

/// The names in a stretch of text, in order, bytes of the text, `'s` left out: `Leon Sedov`.
pub fn whole_names(text: &str, within: &Range<usize>) -> Vec<Range<usize>> {
    names(text, within, false)
}

/// The same with acronyms, which act and speak like people: `GPU`, `Stalinist GPU`.
pub fn names_and_acronyms(text: &str, within: &Range<usize>) -> Vec<Range<usize>> {
    names(text, within, true)
}

fn names(text: &str, within: &Range<usize>, acronyms: bool) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    for word in words(text, within) {
        let spelt = &text[word.clone()];
        if let Some(elided) = elided(spelt) {
            // `Benedetta d'Ancona`
            match names.last_mut() {
                Some(last) if &text[last.end..word.start] == " " => last.end = word.end,
                _ => names.push(word.start + elided..word.end),
            }
            continue;
        }
        // ʿAbd
        let signed = spelt.trim_start_matches(SIGNS);
        if !signed.starts_with(char::is_uppercase) {
            if let Some(name) = names.last_mut().filter(|name| name.end + 1 == word.start)
                && let Some(first) = text[name.clone()].rsplit([' ', '-']).next()
                && chinese::is_given_name(&text[name.end - first.len()..word.end])
            {
                name.end = word.end;
            }
            continue;
        }
        let joins = names
            .last()
            .is_some_and(|last| joins(text, last, &text[last.end..word.start]));
        // `Ernest A. Lund`
        let initial = spelt.len() == 1 && text[word.end..].starts_with('.');
        let little = is_opener(spelt) || is_determiner(spelt) || is_pronoun(spelt);
        let common = little || AUXILIARIES.contains(&spelt);
        // `Theresa May` is a name, `May` a month.
        let alone = common || is_time(spelt) || !acronyms && is_acronym(spelt);
        match names.last_mut() {
            Some(last) if joins && (initial || !(common || !acronyms && is_acronym(spelt))) => {
                last.end = word.end;
            }
            _ if !alone => names.push(word),
            _ => {}
        }
    }
    names.retain(|name| {
        let mut letters = text[name.clone()].chars().filter(|c| c.is_alphabetic());
        letters.nth(1).is_some()
    });
    names
}

/// The words of a stretch that may belong to a name, bytes, `'s` left out and `O'` kept: those with a capital, with a sign
/// or a letter beyond ASCII, and those right behind one of these (`En-lai`).
fn words<'t>(text: &'t str, within: &Range<usize>) -> impl Iterator<Item = Range<usize>> + 't {
    let (mut at, end) = (within.start, within.end);
    // Where a word would begin that goes on the one before it.
    let mut goes_on = None;
    std::iter::from_fn(move || {
        loop {
            let start = next_letter(text, at..end)?;
            let mut stop = end_of_letters(text, start..end);
            if !matches!(text.as_bytes()[stop..end].first(), Some(b'\'' | 0x80..)) {
                at = stop;
                let small = text.as_bytes()[start].is_ascii_lowercase();
                if small && goes_on != Some(start) {
                    continue;
                }
                goes_on = Some(stop + 1);
                return Some(start..stop);
            }
            // Thiong'o
            if scan::is_soft_sign(&text[..end], stop) {
                let behind = stop + text[stop..end].chars().next().map_or(0, char::len_utf8);
                stop = end_of_letters(text, behind..end);
            }
            let apostrophe = text[stop..end]
                .chars()
                .next()
                .filter(|c| matches!(c, '\'' | '’'));
            let elided = || matches!(&text[start..stop], "dall" | "dell");
            if let Some(apostrophe) = apostrophe
                && (stop - start <= 2 || elided())
                && text[stop + apostrophe.len_utf8()..end].starts_with(char::is_uppercase)
            {
                stop = end_of_letters(text, stop + apostrophe.len_utf8()..end);
            }
            at = stop;
            // The s of a possessive is no word.
            if text[at..end].starts_with(['\'', '’']) {
                let behind = at + text[at..end].chars().next().map_or(0, char::len_utf8);
                let s = text[behind..end].starts_with('s')
                    && !text[behind + 1..end].starts_with(char::is_alphanumeric);
                at = if s { behind + 1 } else { at };
            }
            goes_on = Some(stop + 1);
            return Some(start..stop);
        }
    })
}

/// Where the next letter or figure of a stretch stands.
fn next_letter(text: &str, within: Range<usize>) -> Option<usize> {
    let mut at = within.start;
    loop {
        let found = |byte: &u8| PLAIN[usize::from(*byte)] || *byte >= 0x80;
        at += text.as_bytes()[at..within.end].iter().position(found)?;
        if text.as_bytes()[at] < 0x80 {
            return Some(at);
        }
        let c = text[at..].chars().next()?;
        if is_alphanumeric(c) {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

/// Where the letters and figures end that a stretch begins with.
fn end_of_letters(text: &str, within: Range<usize>) -> usize {
    let bytes = &text.as_bytes()[within.clone()];
    let plain = bytes.iter().position(|byte| !PLAIN[usize::from(*byte)]);
    let end = plain.map_or(within.end, |plain| within.start + plain);
    if text.as_bytes()[end..within.end]
        .first()
        .is_none_or(u8::is_ascii)
    {
        return end;
    }
    let rest = &text[end..within.end];
    let beyond = rest.find(|c: char| !is_alphanumeric(c));
    end + beyond.unwrap_or(rest.len())
}

/// The bytes of a small word without its vowel that a name begins with: two of `d'Ancona`.
fn elided(word: &str) -> Option<usize> {
    let capital = word.find(char::is_uppercase)?;
    let bare = scan::without_elision(&word[..capital]);
    (capital > 0 && bare.is_empty()).then_some(capital)
}

/// Whether what stands behind a name and before a capital leaves both in one name.
fn joins(text: &str, last: &Range<usize>, between: &str) -> bool {
    if matches!(between, " " | "-") {
        return true;
    }
    if matches!(between, "." | ". ") {
        let word = text[last.clone()]
            .rsplit([' ', '.', '-'])
            .next()
            .unwrap_or_default();
        return word.chars().count() == 1 || TITLES.contains(&word);
    }
    let inside = between.trim_end_matches('-');
    inside.starts_with(' ')
        && !between.contains("  ")
        && (between.ends_with('-') || between.ends_with(' '))
        && (1..=2).contains(&inside.split_whitespace().count())
        && inside.split_whitespace().all(is_particle)
}

fn is_acronym(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    word.chars().count() > 1 && letters.all(char::is_uppercase)
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

    fn found(text: &str, read: fn(&str, &Range<usize>) -> Vec<Range<usize>>) -> Vec<&str> {
        read(text, &(0..text.len()))
            .into_iter()
            .map(|name| &text[name])
            .collect()
    }

    #[test]
    fn neighbouring_capitals_are_one_name() {
        for (text, names) in [
            ("In May 1931 Leon Sedov's friend came.", vec!["Leon Sedov"]),
            (
                "They met Jan van der Berg and Mark.",
                vec!["Jan van der Berg", "Mark"],
            ),
            (
                "He saw L. D. Trotsky. Mr. Smith left.",
                vec!["L. D. Trotsky", "Mr. Smith"],
            ),
            (
                "Then Theresa May met O'Neill in May.",
                vec!["Theresa May", "O'Neill"],
            ),
            (
                "It was Chou En-lai, or Kim Il-sung, who fled.",
                vec!["Chou En-lai", "Kim Il-sung"],
            ),
            (
                "Omar al-Bashir and Osama bin Laden",
                vec!["Omar al-Bashir", "Osama bin Laden"],
            ),
            (
                "A. They left. Plan B failed, McAdam said.",
                vec!["Plan B", "McAdam"],
            ),
            (
                "Ngũgĩ wa Thiong'o met Mao Tse-tung's Paris-trained men.",
                vec!["Ngũgĩ wa Thiong'o", "Mao Tse-tung", "Paris"],
            ),
            ("The GPU came.", vec![]),
            (
                "Benedetta d'Ancona asked d’Ancona, and Lucia dell'Acqua came.",
                vec!["Benedetta d'Ancona", "Ancona", "Lucia dell'Acqua"],
            ),
        ] {
            assert_eq!(found(text, whole_names), names, "{text}");
        }
    }

    #[test]
    fn acronyms_are_names_where_they_are_asked_for() {
        assert_eq!(
            found("The Stalinist GPU and BP said", names_and_acronyms),
            ["Stalinist GPU", "BP"]
        );
    }
}
