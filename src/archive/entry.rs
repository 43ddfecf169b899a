//! Entries: the texts that quotations are checked against, with what is known of each.

use std::path::PathBuf;

use super::held::{Stamp, Text};
use crate::style_sheet::SourceEntry;

/// A source text with what is known of it.
#[derive(Debug)]
pub struct Source {
    /// Where its file lies.
    pub path: PathBuf,
    /// Who wrote it, where that is said.
    pub author: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// The key by which an article cites it.
    pub key: Option<String>,
    pub(super) held: Held,
    /// It was read by a machine that took letters for others.
    pub(super) noisy: bool,
    /// Bytes of the text.
    pub(super) length: usize,
}

/// Where its text is.
#[derive(Debug)]
pub(super) enum Held {
    Memory(Text),
    Disk { stamp: Stamp, shift: Option<u8> },
}

impl Source {
    /// The last word of its author's name.
    pub(super) fn surname(&self) -> Option<&str> {
        let author = self.author.as_deref()?;
        author.split(' ').next_back()
    }

    /// What an entry says of a file; the text is still to come.
    pub(super) fn of(entry: &SourceEntry, path: PathBuf) -> Self {
        Source {
            path,
            author: entry.author.clone(),
            title: entry.title.clone(),
            key: entry.key.clone(),
            held: Held::Disk {
                stamp: Stamp::default(),
                shift: None,
            },
            noisy: false,
            length: 0,
        }
    }
}
