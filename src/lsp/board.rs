//! What is shown where: the diagnostics of each document, by the document that they were found from.

use std::collections::{BTreeMap, BTreeSet};

use lsp_types::{Diagnostic, Uri};

/// Diagnostics by the document they stand in and the one whose checking found them.
#[derive(Default)]
pub(super) struct Board {
    shown: BTreeMap<Uri, BTreeMap<Uri, Vec<Diagnostic>>>,
}

impl Board {
    /// Puts up what checking `owner` has found, in place of what it found before; tells which documents
    /// look different now.
    pub(super) fn put(&mut self, owner: &Uri, found: Vec<(Uri, Diagnostic)>) -> BTreeSet<Uri> {
        let mut by_target: BTreeMap<Uri, Vec<Diagnostic>> = BTreeMap::new();
        for (target, diagnostic) in found {
            by_target.entry(target).or_default().push(diagnostic);
        }
        let mut changed = BTreeSet::new();
        for (target, owners) in &mut self.shown {
            if !by_target.contains_key(target) && owners.remove(owner).is_some() {
                changed.insert(target.clone());
            }
        }
        for (target, diagnostics) in by_target {
            let owners = self.shown.entry(target.clone()).or_default();
            let before = owners.insert(owner.clone(), diagnostics);
            if before.as_ref() != owners.get(owner) {
                changed.insert(target);
            }
        }
        self.shown.retain(|_, owners| !owners.is_empty());
        changed
    }

    /// Everything that stands in a document.
    pub(super) fn of(&self, target: &Uri) -> Vec<Diagnostic> {
        let owners = self.shown.get(target).into_iter();
        owners
            .flat_map(BTreeMap::values)
            .flatten()
            .cloned()
            .collect()
    }
}
