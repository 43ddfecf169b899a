//! The files of an archive: the entries of the configuration, folders walked.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::held::Stamp;
use super::index::Listed;
use crate::source::{EXTENSIONS, Unreadable, reason};
use crate::style_sheet::SourceEntry;

/// The files of some entries, each with the number of its entry; those that are named outright stand for
/// themselves, whatever folder has them too.
pub(super) fn list(entries: &[SourceEntry]) -> (Vec<(Listed, usize)>, Vec<Unreadable>) {
    let mut files: Vec<(Listed, usize)> = Vec::new();
    let mut known: HashMap<PathBuf, usize> = HashMap::new();
    let mut unreadable = Vec::new();
    for (number, entry) in entries.iter().enumerate() {
        let named = !entry.path.is_dir();
        let found = if named {
            vec![Ok(entry.path.clone())]
        } else {
            walk(&entry.path)
        };
        for path in found {
            let listed = path.and_then(|path| match fs::metadata(&path) {
                Ok(metadata) => Ok(Listed {
                    stamp: Stamp::of(&metadata),
                    path,
                }),
                Err(error) => Err(Unreadable {
                    reason: reason(&error),
                    path,
                }),
            });
            match listed {
                Err(file) => unreadable.push(file),
                Ok(listed) => match known.get(&listed.path) {
                    Some(&at) if named => files[at].1 = number,
                    Some(_) => {}
                    None => {
                        known.insert(listed.path.clone(), files.len());
                        files.push((listed, number));
                    }
                },
            }
        }
    }
    (files, unreadable)
}

/// The texts of a folder in the order of their names. What is ignored elsewhere is a source all the same;
/// links are followed, in no circle.
fn walk(folder: &Path) -> Vec<Result<PathBuf, Unreadable>> {
    let walk = ignore::WalkBuilder::new(folder)
        .standard_filters(false)
        .hidden(true)
        .follow_links(true)
        .sort_by_file_path(Ord::cmp)
        .build();
    walk.filter_map(|entry| match entry {
        Ok(entry) => {
            let file = entry.file_type().is_some_and(|kind| kind.is_file());
            (file && is_text(entry.path())).then(|| Ok(entry.into_path()))
        }
        Err(error) => Some(Err(refusal(folder, &error))),
    })
    .collect()
}

/// The error of a walk without the path that it repeats.
fn refusal(folder: &Path, error: &ignore::Error) -> Unreadable {
    match error {
        ignore::Error::WithDepth { err, .. } => refusal(folder, err),
        ignore::Error::WithPath { path, err } => Unreadable {
            reason: err.io_error().map_or_else(|| err.to_string(), reason),
            path: path.clone(),
        },
        ignore::Error::Loop { ancestor, child } => Unreadable {
            path: child.clone(),
            reason: format!(
                "a link back to {}, which holds it; remove the link",
                ancestor.display()
            ),
        },
        _ => Unreadable {
            path: folder.to_owned(),
            reason: error.io_error().map_or_else(|| error.to_string(), reason),
        },
    }
}

/// Whether a file of a folder is a text; a PDF is one that will be refused, unless its text lies beside it.
fn is_text(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| match extension.to_ascii_lowercase().as_str() {
        "pdf" => !path.with_extension("txt").is_file(),
        extension => EXTENSIONS.contains(&extension),
    })
}
