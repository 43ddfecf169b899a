//! References to an earlier note: *ibid.*, *id.*, *op. cit.*, *loc. cit.*

use super::notes::Group;
use super::page::Page;
use crate::source::Span;

/// What is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// The work just cited: *ibid.*, *id.*
    Last,
    /// A work of the author named before it: *op. cit.*, *loc. cit.*
    Named,
}

/// One such word.
#[derive(Clone, Debug)]
pub struct Latin {
    /// Where it stands.
    pub span: Span,
    /// What it refers to.
    pub back: Back,
    /// The note it stands in: numbers of its group and of its body; none in running text.
    pub note: Option<(usize, usize)>,
}

/// All of them: those of the notes first, then those in brackets in the text.
pub(super) fn extract(page: &Page, groups: &[Group]) -> Vec<Latin> {
    let mut all = Vec::new();
    for (group, bodies) in groups.iter().map(|group| &group.bodies).enumerate() {
        for (number, body) in bodies.iter().enumerate() {
            let found = in_note(page.words(body.words), body.words.start);
            all.extend(found.map(|(span, back)| Latin {
                span,
                back,
                note: Some((group, number)),
            }));
        }
    }
    for at in memchr::memchr_iter(b'(', page.text.as_bytes()) {
        let start = at + 1;
        let found = word(&page.text[start..]).filter(|_| !page.is_apparatus(at));
        all.extend(found.map(|(length, back)| Latin {
            span: Span::new(start, start + length),
            back,
            note: None,
        }));
    }
    all
}

/// The first such word of a note that does not follow a citation in the same note.
fn in_note(words: &str, base: usize) -> Option<(Span, Back)> {
    let head = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut at = words.len() - head.len();
    for lead in ["See also ", "See ", "Cf. ", "see ", "cf. "] {
        if words[at..].starts_with(lead) {
            at += lead.len();
            break;
        }
    }
    at += words[at..].len() - words[at..].trim_start_matches(['*', '_']).len();
    if let Some((length, back)) = word(&words[at..]) {
        return Some((Span::new(base + at, base + at + length), back));
    }
    let bytes = words.as_bytes();
    memchr::memmem::find_iter(bytes, " cit")
        .filter_map(|cit| {
            let start = words[..cit]
                .rfind(|c: char| !(c.is_alphabetic() || c == '.'))
                .map_or(0, |at| at + 1);
            let (length, back) = word(words.get(start..)?)?;
            Some((Span::new(base + start, base + start + length), back))
        })
        .next()
}

/// The length of such a word at the head of a text.
fn word(text: &str) -> Option<(usize, Back)> {
    const WORDS: [(&str, Back); 11] = [
        ("ibidem", Back::Last),
        ("ibid.", Back::Last),
        ("ibid", Back::Last),
        ("id. at", Back::Last),
        ("id.", Back::Last),
        ("op. cit.", Back::Named),
        ("op cit.", Back::Named),
        ("op. cit", Back::Named),
        ("op.cit.", Back::Named),
        ("loc. cit.", Back::Named),
        ("loc. cit", Back::Named),
    ];
    let head = &text[..text.floor_char_boundary(10)];
    let small = head.to_ascii_lowercase();
    let &(word, back) = WORDS.iter().find(|(word, _)| small.starts_with(word))?;
    let length = if word == "id. at" { 3 } else { word.len() };
    let whole = !text[length..].starts_with(char::is_alphanumeric);
    // `ID.` is a document.
    let written = !head.starts_with("ID");
    (whole && written).then_some((length, back))
}
