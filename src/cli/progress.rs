//! How far a long run has come: a bar on a terminal, and nothing anywhere else.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// A run that is over by then needs no bar.
const PATIENCE: Duration = Duration::from_millis(700);

/// The bar of a run.
pub(super) struct Progress {
    since: Instant,
    bar: Option<ProgressBar>,
    done: u64,
}

impl Progress {
    /// A bar for some files, where it is wanted and people watch. Standard output must be a terminal too, for a
    /// pipe may lead to a pager on the same one.
    pub(super) fn new(files: usize, wanted: bool) -> Self {
        let watched = io::stderr().is_terminal() && io::stdout().is_terminal();
        let bar = || {
            let style = ProgressStyle::with_template("{bar:30} {pos} of {len} files, {eta} left");
            let bar = ProgressBar::new(files as u64);
            bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        };
        Progress {
            since: Instant::now(),
            bar: (wanted && watched && files > 1).then(bar),
            done: 0,
        }
    }

    /// Hands on what came of a file, the bar out of the way if something is to be printed.
    pub(super) fn past<T>(&mut self, prints: bool, show: impl FnOnce() -> T) -> T {
        self.done += 1;
        let Some(bar) = &self.bar else { return show() };
        if self.since.elapsed() < PATIENCE {
            return show();
        }
        let shown = if prints { bar.suspend(show) } else { show() };
        bar.set_position(self.done);
        shown
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
