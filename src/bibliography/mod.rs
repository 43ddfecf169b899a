//! Bibliographies: the files that keys such as `@trotsky1938` lead to, read with every fault at its
//! place, so that what follows a fault is still known. Does not judge.

mod bibtex;
mod csl;
mod shelf;
mod tree;

use std::collections::HashMap;
use std::collections::hash_map;
use std::path::Path;
use std::sync::Arc;

use crate::source::{SourceFile, Span};
use crate::yaml::{Fault, Node};

pub use shelf::Shelf;

/// One work of a bibliography.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What articles call it.
    pub key: String,
    /// Where the key stands.
    pub span: Span,
    /// What is said of it.
    pub fields: Vec<Field>,
}

/// One statement about a work: its pages, its ISBN.
#[derive(Clone, Debug)]
pub struct Field {
    /// What it is called, in small letters.
    pub name: String,
    /// Where its words stand.
    pub span: Span,
}

/// What one file says.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// The file; none for what an article lists in its own front matter.
    pub file: Option<Arc<SourceFile>>,
    /// The works in the order of the file.
    pub entries: Vec<Entry>,
    /// What is wrong with the file, in its order.
    pub faults: Vec<Fault>,
    /// Keys that stand twice: the second place and the first.
    pub repeated: Vec<(Span, Span)>,
}

impl Library {
    /// Reads a file as its name says it is written: `.json` is CSL-JSON, `.yaml` Hayagriva or
    /// CSL-YAML, anything else BibTeX or BibLaTeX.
    pub fn read(source: SourceFile) -> Self {
        let mut library = Library::default();
        match extension(source.path()).as_str() {
            "json" => csl::read(source.text(), &mut library),
            "yaml" | "yml" => tree::read(source.text(), &mut library),
            _ => bibtex::read(source.text(), &mut library),
        }
        library.file = Some(Arc::new(source));
        library.finish();
        library
    }

    /// Reads the list `references:` of an article's front matter.
    pub fn inline(list: &Node) -> Self {
        let mut library = Library::default();
        tree::list(list, &mut library);
        library.finish();
        library
    }

    fn finish(&mut self) {
        self.faults.sort_by_key(|fault| fault.span);
        let mut first: HashMap<&str, Span> = HashMap::new();
        for entry in &self.entries {
            match first.entry(&entry.key) {
                hash_map::Entry::Occupied(known) => self.repeated.push((entry.span, *known.get())),
                hash_map::Entry::Vacant(free) => {
                    free.insert(entry.span);
                }
            }
        }
    }
}

fn extension(path: &Path) -> String {
    path.extension()
        .map(|extension| extension.to_string_lossy().to_ascii_lowercase())
        .unwrap_or_default()
}
