//! Capitalised words, found in one pass.

use std::ops::Range;

use super::chinese;

/// A word that begins with a capital and goes on in small letters.
pub(super) struct Word {
    /// Bytes of the document's text, without `'s`.
    pub(super) range: Range<usize>,
    /// Right behind an opening mark or a bracket, where a capital may mean nothing.
    pub(super) after_stop: bool,
}

/// The capitalised words of a block, in order. Words in capitals throughout, with a digit, or of
/// fewer than three letters are left out.
pub(super) fn capitalised<'t>(
    text: &'t str,
    block: &Range<usize>,
) -> impl Iterator<Item = Word> + 't {
    let (start, end) = (block.start, block.end);
    let bytes = text.as_bytes();
    let mut at = start;
    std::iter::from_fn(move || {
        while at < end {
            let first = at;
            if !is_letter(bytes[at]) {
                at += 1;
                continue;
            }
            while at < end && (is_in_word(text, at) || is_inner_sign(&text[..end], at)) {
                at += 1;
            }
            if at == first {
                at = text.ceil_char_boundary(at + 1);
                continue;
            }
            if bytes[first].is_ascii_lowercase() {
                continue;
            }
            at = given_name(&text[..end], first..at).unwrap_or(at);
            if let Some(word) = word(text, first..at, start) {
                return Some(word);
            }
        }
        None
    })
}

/// Letters, and every byte of characters beyond ASCII.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Whether a byte is one of a word's: no dash and no mark beyond ASCII parts words less than a blank.
fn is_in_word(text: &str, at: usize) -> bool {
    let byte = text.as_bytes()[at];
    let sign = || {
        let beyond = text.get(at..).and_then(|rest| rest.chars().next());
        beyond.is_some_and(|c| !c.is_alphanumeric() && !is_mark(c))
    };
    is_letter(byte) && (byte < 0x80 || !sign())
}

/// The end of a Chinese given name whose first syllable is `first`.
fn given_name(text: &str, first: Range<usize>) -> Option<usize> {
    let second = text[first.end..].strip_prefix('-')?;
    let end = first.end + 1 + length(text, first.end + 1..text.len());
    (second.starts_with(char::is_lowercase) && chinese::is_given_name(&text[first.start..end]))
        .then_some(end)
}

/// Whether the apostrophe or grave at an offset belongs to the word around it.
fn is_inner_sign(text: &str, at: usize) -> bool {
    is_soft_sign(text, at)
        || is_final_sign(text, at)
        || joins_prefix(text, at)
        || joins_words(text, at)
}

/// A soft sign at the end of a name: `Tver'`, `Gogol’`. Where a quotation in single marks was opened before, the
/// apostrophe closes that.
fn is_final_sign(text: &str, at: usize) -> bool {
    const SOFTENED: [char; 9] = ['b', 'd', 'l', 'm', 'n', 'p', 'r', 't', 'v'];
    const FAR: usize = 400;
    let ends = text[at..].strip_prefix(['\'', '’']).is_some_and(|behind| {
        behind.is_empty() || behind.starts_with([' ', '\n', ',', '.', ';', ':', ')'])
    });
    if !ends || !text[..at].ends_with(SOFTENED) {
        return false;
    }
    let before = &text[text.ceil_char_boundary(at.saturating_sub(FAR))..at];
    let mut marks = before
        .char_indices()
        .filter(|(_, c)| matches!(c, '\'' | '‘' | '’' | '`'));
    !marks.any(|(mark, c)| c == '‘' || !before[..mark].ends_with(char::is_alphanumeric))
}

/// An apostrophe between two names of a language that has it for a letter: `Oxib'Xk'ub` is not `Oxib`.
fn joins_words(text: &str, at: usize) -> bool {
    let next = text[at..].strip_prefix(['\'', '’', '`']);
    text[..at].ends_with(char::is_lowercase)
        && !is_elided(&text[..at])
        && next.is_some_and(|next| next.starts_with(char::is_uppercase))
}

/// Whether a text ends with a small word that has lost its vowel before a name: `d` of `d'Ancona`.
fn is_elided(text: &str) -> bool {
    const ELIDED: [&str; 4] = ["d", "l", "dall", "dell"];
    ELIDED.iter().any(|word| {
        let before = text.strip_suffix(word);
        before.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
    })
}

/// A text without the elided word that it ends with: `Benedetta ` of `Benedetta d'`.
pub(super) fn without_elision(text: &str) -> &str {
    let bare = text
        .strip_suffix(['\'', '’'])
        .filter(|bare| is_elided(bare));
    bare.map_or(text, |bare| bare.trim_end_matches(char::is_alphabetic))
}

/// The apostrophe of `O'Neill`, `D'Artagnan`.
fn joins_prefix(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let prefix = matches!(before.next(), Some('O' | 'D' | 'L'))
        && before.next().is_none_or(|c| !c.is_alphanumeric());
    let name = text[at..].strip_prefix(['\'', '’']).is_some_and(|name| {
        let mut letters = name.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    });
    prefix && name
}

/// An apostrophe (in some schemes a grave) inside a name stands for a soft sign or a breath: `Grigor'ev`, `P'ing`. Behind a whole
/// word comes an ending: `Trotsky's`, `He'll`, but `Meierkhol'd`.
pub(super) fn is_soft_sign(text: &str, at: usize) -> bool {
    const ENDINGS: [&str; 7] = ["s", "t", "d", "m", "ll", "re", "ve"];
    let soft = text[..at].ends_with('l');
    text[at..]
        .strip_prefix(['\'', '’', '`'])
        .is_some_and(|behind| {
            let end = behind.find(|c: char| !c.is_alphanumeric());
            let ending = &behind[..end.unwrap_or(behind.len())];
            let closes = ENDINGS.contains(&ending) && !(soft && matches!(ending, "d" | "t"));
            ending.starts_with(char::is_lowercase) && !closes
        })
}

/// Bytes of the word that a stretch of a text begins with: letters with their marks.
fn length(text: &str, stretch: Range<usize>) -> usize {
    let words = &text[stretch.clone()];
    let goes_on = |at: usize, c: char| {
        c.is_alphanumeric() || is_mark(c) || is_inner_sign(text, stretch.start + at)
    };
    let end = words.char_indices().find(|&(at, c)| !goes_on(at, c));
    end.map_or(words.len(), |(at, _)| at)
}

/// Marks above and below letters, and ties between them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{FE20}'..='\u{FE2F}')
}

/// `McDonald`, `O'Neill`: a second capital behind what such names begin with.
fn has_prefix(word: &str) -> bool {
    const PREFIXES: [&str; 10] = ["D", "De", "Di", "Du", "L", "La", "Le", "Mac", "Mc", "O"];
    let capital = |(at, letter): (usize, char)| (at > 0 && letter.is_uppercase()).then_some(at);
    let Some(second) = word.char_indices().find_map(capital) else {
        return false;
    };
    let (prefix, name) = word.split_at(second);
    let prefix = prefix.trim_end_matches(['\'', '’']);
    let mut letters = name.chars().skip(1).peekable();
    PREFIXES.contains(&prefix) && letters.peek().is_some() && letters.all(|c| !c.is_uppercase())
}

fn word(text: &str, run: Range<usize>, block: usize) -> Option<Word> {
    // Marks and dashes beyond ASCII are at the ends of the run: cut them off.
    let words = &text[run.clone()];
    let start = run.start + words.find(char::is_alphanumeric)?;
    let words = &text[start..run.end];
    let length = if chinese::is_given_name(words) {
        words.len()
    } else {
        length(text, start..run.end)
    };
    let words = &words[..length];
    let mut letters = words.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let small = letters.clone().any(char::is_lowercase);
    let mixed = letters.clone().skip(1).any(char::is_uppercase) && !has_prefix(words);
    if !capital
        || !small
        || mixed
        || letters.clone().count() < 2
        || words.bytes().any(|b| b.is_ascii_digit())
    {
        return None;
    }
    let before = text[block..start].chars().next_back();
    Some(Word {
        range: start..start + length,
        after_stop: before
            .is_some_and(|c| matches!(c, '"' | '“' | '‘' | '\'' | '«' | '(' | '[' | '„')),
    })
}
