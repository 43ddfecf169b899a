//! Bibliographies in YAML: Hayagriva's map from keys to works, and lists of works with an `id` as
//! Pandoc has them.

use super::{Entry, Field, Library};
use crate::yaml::{self, Fault, Node};

pub(super) fn read(text: &str, library: &mut Library) {
    let root = match yaml::parse(text) {
        Ok(root) => root,
        Err(fault) => return library.faults.push(fault),
    };
    match root.get("references") {
        Some(works) => list(works, library),
        None if root.is_list() => list(&root, library),
        None => map(&root, library),
    }
}

/// Hayagriva: keys with their works.
fn map(root: &Node, library: &mut Library) {
    for (key, span) in root.keys() {
        let Some(work) = root.get(key) else { continue };
        if work.keys().next().is_none() {
            library.faults.push(
                Fault::new(
                    span,
                    format!("`{key}` is no work: it says nothing of itself"),
                )
                .with_help(Some("write its `type` and `title` below the key".into())),
            );
        }
        library.entries.push(Entry {
            key: key.to_owned(),
            span,
            fields: fields(work),
        });
    }
}

/// CSL-YAML: works with their keys inside.
pub(super) fn list(works: &Node, library: &mut Library) {
    for work in works.items() {
        let id = work.get("id");
        match id.and_then(|id| Some((id, id.read::<String>().ok()?))) {
            Some((id, key)) => library.entries.push(Entry {
                key,
                span: id.span(),
                fields: fields(work),
            }),
            None => library.faults.push(
                Fault::new(work.label_span(), "a work without an `id`")
                    .with_help(Some("give it the key that articles cite it by".into())),
            ),
        }
    }
}

/// What is said of a work, one level deep: Hayagriva keeps an ISBN under `serial-number`.
fn fields(work: &Node) -> Vec<Field> {
    let mut all = Vec::new();
    for (name, _) in work.keys() {
        let Some(value) = work.get(name) else {
            continue;
        };
        let inner: Vec<_> = value.keys().map(|(name, _)| name).collect();
        if inner.is_empty() {
            all.push(field(name, value));
        }
        let values = inner
            .into_iter()
            .filter_map(|name| Some((name, value.get(name)?)));
        all.extend(values.map(|(name, value)| field(name, value)));
    }
    all
}

fn field(name: &str, value: &Node) -> Field {
    Field {
        name: name.to_ascii_lowercase(),
        span: value.span(),
    }
}
