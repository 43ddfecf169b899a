//! Words that are not the author's for the thing: spoken of as words, or given as another language has them.

use std::ops::Range;

use crate::checks::Context;

/// Whether a word is spoken of as a word: `the name Achilleus`, or in a sentence on spellings; or is marked as what
/// its source has: `Hubbel [sic]`; or as a list has it, `3345 Tarkovskij`; or is given beside another,
/// `Appaliunas or Apalunas`, or beside how it is written in letters of its own, `Dhābiḥ (الذابح)`; or with its language,
/// `Catalunya (Catalan)`.
pub(super) fn is_spoken_of(cx: &Context, place: &Range<usize>) -> bool {
    const WORDS: [&str; 7] = ["epithet", "form", "name", "names", "term", "word", "words"];
    const SPELT: [&str; 4] = ["ariant", "ariations of", "spelling", "spelt "];
    let (before, behind) = around(cx, place);
    let last = before.split_whitespace().next_back();
    let possessive = behind.trim_start_matches(['\'', '’']);
    let behind_it = possessive.strip_prefix('s').unwrap_or(possessive);
    let marked = behind_it.trim_start();
    last.is_some_and(|word| WORDS.contains(&word))
        || SPELT.iter().any(|word| before.contains(word))
        || marked.starts_with("[sic")
        || marked.starts_with("(sic")
        || last.is_some_and(is_number_of_list)
        || is_alternative(before, behind, cx.words(place))
        || is_beside_script(before, behind)
        || is_labelled(behind)
}

/// What stands before and behind a place in its sentence, the last and first part of it.
fn around<'c>(cx: &Context<'c>, place: &Range<usize>) -> (&'c str, &'c str) {
    const FAR: usize = 400;
    let text = cx.text();
    let sentence = cx.document.sentence_at(place.start);
    let start = sentence.start.max(place.start.saturating_sub(FAR));
    let end = sentence.end.min(place.end.saturating_add(FAR));
    (
        &text[text.ceil_char_boundary(start).min(place.start)..place.start],
        &text[place.end..text.floor_char_boundary(end).max(place.end)],
    )
}

/// A number that is no year, as bodies of the sky have: `3345 Tarkovskij`.
fn is_number_of_list(word: &str) -> bool {
    const LAST: u32 = 2100;
    word.parse().is_ok_and(|number: u32| number > LAST)
}

/// Whether `or` stands between a name and another that is much like it.
fn is_alternative(before: &str, behind: &str, word: &str) -> bool {
    /// One letter in so many may be another.
    const NEAR: usize = 3;
    let first = before.trim_end().strip_suffix(" or");
    let first = first.and_then(|before| before.split_whitespace().next_back());
    let second = behind.trim_start().strip_prefix("or ");
    let second = second.and_then(|behind| behind.split_whitespace().next());
    first.into_iter().chain(second).any(|other| {
        let other = other.trim_matches(|c: char| !c.is_alphanumeric());
        strsim::levenshtein(other, word) * NEAR <= word.chars().count()
    })
}

/// Whether letters of another script stand behind it in a bracket that opens there, or before it in one that closes
/// there, but for a word or two of the same name: `(Arabic: سعد الذابح) Saʿd al-Dhābiḥ`.
fn is_beside_script(before: &str, behind: &str) -> bool {
    const WORDS: usize = 2;
    let opened = behind.trim_start_matches(['*', '_', '’', '\'', ' ', ',']);
    let inside = opened.strip_prefix('(').map(|inside| {
        let end = inside.find(')').unwrap_or(inside.len());
        &inside[..end]
    });
    let closed = before.rfind(')').and_then(|at| {
        let between = before[at + 1..].split([' ', '-']);
        let near = between.filter(|word| !word.is_empty()).count() <= WORDS;
        let open = before[..at].rfind('(')?;
        near.then_some(&before[open + 1..at])
    });
    let mut brackets = inside.into_iter().chain(closed);
    brackets.any(|inside| inside.chars().any(is_of_another_script))
}

/// Whether a bracket behind it says of which language it is: `Catalunya (Catalan)`, `Wallonne (French long form)`.
fn is_labelled(behind: &str) -> bool {
    /// What the names of languages end with.
    const LANGUAGES: [&str; 6] = ["an", "ese", "ish", "ch", "ic", "Greek"];
    const WORDS: usize = 3;
    let inside = behind.trim_start().strip_prefix(['(', '[']);
    let inside = inside.and_then(|inside| inside.split_once([')', ']']));
    inside.is_some_and(|(label, _)| {
        let mut words = label.split(' ');
        let language = words.next().unwrap_or_default();
        language.starts_with(char::is_uppercase)
            && LANGUAGES.iter().any(|ending| language.ends_with(ending))
            && words.clone().count() < WORDS
            && words.all(|word| word.chars().all(char::is_lowercase))
    })
}

/// A letter that is not Latin.
fn is_of_another_script(letter: char) -> bool {
    let latin = matches!(
        letter,
        '\0'..='\u{36F}'
            | '\u{1D00}'..='\u{1EFF}'
            | '\u{2000}'..='\u{2CFF}'
            | '\u{A720}'..='\u{A7FF}'
    );
    letter.is_alphabetic() && !latin
}

/// Whether the words right beside a place are of another language: `Academia Nacional de la Historia`,
/// `Prix du cinéma`.
pub(super) fn is_among_foreign(cx: &Context, place: &Range<usize>) -> bool {
    const SENTENCE: usize = 4;
    const FOREIGN: [&str; 22] = [
        "da", "das", "de", "del", "della", "der", "des", "di", "die", "do", "dos", "du", "el",
        "et", "la", "las", "le", "les", "los", "und", "y", "zur",
    ];
    let foreign = |word: &str| {
        FOREIGN.contains(&word.to_lowercase().as_str())
            || word.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
    };
    // Beside a name stand names of its language, beside another word the words of its sentence.
    let near = match cx.words(place).starts_with(char::is_lowercase) {
        true => SENTENCE,
        false => 1,
    };
    let (before, behind) = around(cx, place);
    let elided = ["d'", "d’", "l'", "l’"];
    let before_it = before.split_whitespace().rev().take(near);
    let mut beside = before_it.chain(behind.split_whitespace().take(near));
    elided.iter().any(|article| before.ends_with(article)) || beside.any(foreign)
}
