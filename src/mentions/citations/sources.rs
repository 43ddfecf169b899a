//! The bibliographies that an article cites from: those of the configuration, and those that its front
//! matter names or holds.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use crate::bibliography::{Entry, Library, Shelf};
use crate::document::Document;
use crate::source::Span;
use crate::yaml::Node;

/// A bibliography that cannot be read.
#[derive(Clone, Debug)]
pub struct Missing {
    /// Where the front matter names it.
    pub span: Span,
    /// Why it cannot be read.
    pub reason: String,
}

/// The bibliographies of one article.
#[derive(Debug, Default)]
pub struct Sources {
    /// Each once, those of the configuration first.
    pub libraries: Vec<Arc<Library>>,
    /// Those that the front matter names in vain.
    pub missing: Vec<Missing>,
    /// Keys under `nocite:`; `*` stands for all.
    pub uncited: HashSet<String>,
    index: HashMap<String, (usize, usize)>,
}

impl Sources {
    /// The entry of a key.
    pub fn get(&self, key: &str) -> Option<(&Library, &Entry)> {
        let &(library, entry) = self.index.get(key)?;
        let library = &self.libraries[library];
        Some((library, &library.entries[entry]))
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.index.keys().map(String::as_str)
    }
}

pub(super) fn read(document: &Document, shelf: &Shelf) -> Sources {
    let mut sources = Sources::default();
    for path in shelf.named() {
        // One that cannot be read is a fault of the configuration.
        sources.libraries.extend(shelf.get(path));
    }
    let front_matter = document.front_matter();
    if let Some(root) = front_matter.and_then(|front_matter| front_matter.root.as_ref().ok()) {
        read_front_matter(document, root, shelf, &mut sources);
    }
    for (library, read) in sources.libraries.iter().enumerate() {
        for (number, entry) in read.entries.iter().enumerate() {
            sources
                .index
                .entry(entry.key.clone())
                .or_insert((library, number));
        }
    }
    sources
}

fn read_front_matter(document: &Document, root: &Node, shelf: &Shelf, sources: &mut Sources) {
    if let Some(named) = root.get("bibliography") {
        let single = std::slice::from_ref(named);
        let items = if named.is_list() {
            named.items()
        } else {
            single
        };
        for item in items {
            add(document, item, shelf, sources);
        }
    }
    if let Some(list) = root.get("references").filter(|list| list.is_list()) {
        sources.libraries.push(Arc::new(Library::inline(list)));
    }
    if let Some(words) = root
        .get("nocite")
        .and_then(|node| node.read::<String>().ok())
    {
        let keys = words.split(['@', ',', ' ', '\n', ';']).map(str::trim);
        sources
            .uncited
            .extend(keys.filter(|key| !key.is_empty()).map(str::to_owned));
    }
}

fn add(document: &Document, item: &Node, shelf: &Shelf, sources: &mut Sources) {
    let Ok(name) = item.read::<String>() else {
        return;
    };
    let folder = document.source().path().parent().unwrap_or(Path::new(""));
    match shelf.get(&folder.join(&name)) {
        Ok(library) => {
            let known = sources
                .libraries
                .iter()
                .any(|other| Arc::ptr_eq(other, &library));
            sources.libraries.extend((!known).then_some(library));
        }
        Err(reason) => sources.missing.push(Missing {
            span: item.span(),
            reason,
        }),
    }
}
