//! CSL-JSON: a list of works, each with an `id`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Entry, Field, Library};
use crate::source::Span;
use crate::yaml::Fault;

/// A work, its values as they are written: a value borrowed from the text has its place there.
type Work<'t> = BTreeMap<Name<'t>, &'t RawValue>;

/// The name of a field, borrowed where no escape stands in it.
#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord)]
struct Name<'t>(#[serde(borrow)] Cow<'t, str>);

pub(super) fn read(text: &str, library: &mut Library) {
    let works: Vec<&RawValue> = match serde_json::from_str(text) {
        Ok(works) => works,
        Err(error) => return library.faults.push(fault(text, 0, &error)),
    };
    for work in works {
        let base = offset(text, work.get());
        match serde_json::from_str::<Work>(work.get()) {
            Ok(fields) => add(text, base, &fields, library),
            Err(error) => library.faults.push(fault(work.get(), base, &error)),
        }
    }
}

fn add(text: &str, base: usize, work: &Work, library: &mut Library) {
    let mut key = None;
    let mut fields = Vec::new();
    for (Name(name), value) in work {
        let span = inside(text, value.get());
        if name == "id" {
            key = Some(span);
        } else {
            fields.push(Field {
                name: name.to_ascii_lowercase(),
                span,
            });
        }
    }
    match key {
        Some(span) => library.entries.push(Entry {
            key: text[span.range()].to_owned(),
            span,
            fields,
        }),
        None => library.faults.push(
            Fault::new(Span::new(base, base + 1), "a work without an `id`")
                .with_help(Some("give it the key that articles cite it by".into())),
        ),
    }
}

/// Where a value stands in the text that it was borrowed from.
fn offset(text: &str, value: &str) -> usize {
    (value.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// A value's place without the quotation marks of a text.
fn inside(text: &str, value: &str) -> Span {
    let start = offset(text, value);
    match value
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    {
        Some(words) => Span::new(start + 1, start + 1 + words.len()),
        None => Span::new(start, start + value.len()),
    }
}

/// The fault in its line; `serde_json` counts lines and columns from 1, columns in bytes.
fn fault(text: &str, base: usize, error: &serde_json::Error) -> Fault {
    let line_start = match error.line() {
        0 | 1 => 0,
        line => memchr::memchr_iter(b'\n', text.as_bytes())
            .nth(line - 2)
            .map_or(0, |end| end + 1),
    };
    let at = line_start + error.column().saturating_sub(1);
    let start = text.floor_char_boundary(at.min(text.trim_end().len().saturating_sub(1)));
    let end = start + text[start..].chars().next().map_or(0, char::len_utf8);
    let words = error.to_string();
    let message = words.split(" at line ").next().unwrap_or_default();
    Fault::new(Span::new(base + start, base + end), message)
}
