//! The source texts of a run: named, opened, with what is said of them on the way.

use std::path::PathBuf;
use std::sync::Arc;

use indicatif::{ProgressBar, ProgressStyle};
use textcheck::archive::{Archive, IndexFolder, Progress};
use textcheck::source::Unreadable;
use textcheck::style_sheet::SourceEntry;

use super::args;
use super::output::{complain, remark};

/// Sources named on the command line, of which nothing else is known.
pub(super) fn entries(paths: &[PathBuf]) -> Vec<SourceEntry> {
    let entry = |path: &PathBuf| SourceEntry {
        path: path.clone(),
        ..SourceEntry::default()
    };
    paths.iter().map(entry).collect()
}

/// Opens the source texts; those that cannot be read are handed back beside the others.
///
/// # Errors
/// There is no text at all, or no room for the index.
pub(super) fn open(
    entries: &[SourceEntry],
    index: &args::Index,
) -> Result<(Arc<Archive>, Vec<Unreadable>), String> {
    let bar = Bar::default();
    let opened = Archive::open(entries, &folder(index), &|progress| bar.show(progress))
        .map_err(|error| error.to_string())?;
    bar.0.finish_and_clear();
    opened.notes.iter().for_each(remark);
    if opened.archive.sources().is_empty() {
        for file in &opened.unreadable {
            complain(textcheck::report::facts::refusal(&file.path, &file.reason));
        }
        return Err(
            "there is no source text that can be read (looked for .txt, .md, .html, .docx and .odt)".into(),
        );
    }
    Ok((Arc::new(opened.archive), opened.unreadable))
}

/// Where the index of a big archive lies.
fn folder(index: &args::Index) -> IndexFolder {
    match &index.index {
        _ if index.no_index => IndexFolder::None,
        Some(folder) => IndexFolder::Below {
            folder: folder.clone(),
            above: 0,
        },
        None => IndexFolder::of_user(),
    }
}

/// A bar on standard error while an index is built; nothing where that is no terminal.
struct Bar(ProgressBar);

impl Default for Bar {
    fn default() -> Self {
        let style = ProgressStyle::with_template("{msg} {wide_bar} {percent}%  {eta}");
        let bar = ProgressBar::no_length();
        Bar(match style {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        })
    }
}

impl Bar {
    fn show(&self, progress: Progress) {
        let (message, done, total) = match progress {
            Progress::Waiting => {
                remark("another run is building the index of the sources; waiting for it");
                return;
            }
            Progress::Reading { done, total } => ("reading sources", done, total),
            Progress::Sorting { done, total } => ("sorting the index", done as u64, total as u64),
        };
        if self.0.message() != message {
            self.0.set_message(message);
        }
        self.0.set_length(total);
        self.0.set_position(done);
    }
}
