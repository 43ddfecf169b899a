//! BibTeX and BibLaTeX, by the crate `biblatex`, which stops at the first fault of a text: a faulty
//! file is read once more, entry by entry.

use biblatex::{ParseError, RawBibliography, RawChunk};

use super::{Entry, Field, Library};
use crate::source::Span;
use crate::yaml::Fault;

pub(super) fn read(text: &str, library: &mut Library) {
    match RawBibliography::parse(text) {
        Ok(raw) => add(raw, 0, library),
        Err(_) => entries(text).for_each(|(base, entry)| read_entry(base, entry, library)),
    }
}

fn read_entry(base: usize, text: &str, library: &mut Library) {
    match RawBibliography::parse(text) {
        Ok(raw) => add(raw, base, library),
        Err(error) => {
            library.faults.push(fault(text, base, &error));
            // What is cited is known, though what is said of it is not.
            library.entries.extend(key(text).map(|(at, key)| Entry {
                key: key.to_owned(),
                span: Span::new(base + at, base + at + key.len()),
                fields: Vec::new(),
            }));
        }
    }
}

/// Stretches of a file that begin with an `@` at the start of a line, with their offsets.
fn entries(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut starts: Vec<usize> = memchr::memchr_iter(b'@', text.as_bytes())
        .filter(|&at| {
            let before = text[..at].trim_end_matches([' ', '\t']);
            before.is_empty() || before.ends_with('\n')
        })
        .collect();
    starts.push(text.len());
    (1..starts.len()).map(move |next| (starts[next - 1], &text[starts[next - 1]..starts[next]]))
}

fn add(raw: RawBibliography, base: usize, library: &mut Library) {
    for entry in raw.entries {
        let entry = entry.v;
        let fields = entry.fields.into_iter().filter_map(|pair| {
            // Of a value in parts, `tern # " \& Sons"`, the first words stand for all.
            let words = pair.value.v.iter().find_map(|chunk| match chunk.v {
                RawChunk::Normal(_) => Some(chunk.span.clone()),
                RawChunk::Abbreviation(_) => None,
            })?;
            Some(Field {
                name: pair.key.v.to_ascii_lowercase(),
                span: Span::new(base + words.start, base + words.end),
            })
        });
        library.entries.push(Entry {
            key: entry.key.v.to_owned(),
            span: Span::new(base + entry.key.span.start, base + entry.key.span.end),
            fields: fields.collect(),
        });
    }
}

/// The key of an entry that cannot be read.
fn key(text: &str) -> Option<(usize, &str)> {
    let open = text.find('{')? + 1;
    let (words, _) = text[open..].split_once(',')?;
    let key = words.trim();
    let at = open + words.len() - words.trim_start().len();
    (!key.is_empty() && !key.contains(['\n', '{', '=', '"'])).then_some((at, key))
}

/// The fault under the word where the reading stopped.
fn fault(text: &str, base: usize, error: &ParseError) -> Fault {
    let start = text.floor_char_boundary(error.span.start.min(text.trim_end().len()));
    let word = text[start..]
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len() - start);
    let next = text[start..].chars().next().map_or(0, char::len_utf8);
    // At the end of the text the last character stands for what is missing behind it.
    let before = text[..start].chars().next_back().map_or(0, char::len_utf8);
    let (start, end) = match word.max(next) {
        0 => (start - before, start),
        length => (start, start + length),
    };
    Fault::new(
        Span::new(base + start, base + end),
        format!("{}", error.kind),
    )
}
