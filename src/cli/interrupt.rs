//! Ctrl-C: a run stops where it is, and what it has found so far is reported.

use std::sync::atomic::{AtomicBool, Ordering};

/// How a run ends that somebody stopped: 128 and the number of the signal, as shells have it.
pub(super) const CODE: u8 = 130;

/// Whether somebody has pressed Ctrl-C since it is [watched](watch) for.
pub(super) static STOP: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C sets [`STOP`]; pressed again, it ends the program at once.
pub(super) fn watch() {
    // Where no handler can be set, Ctrl-C ends the program as it always does.
    let _ = ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::Relaxed) {
            std::process::exit(CODE.into());
        }
    });
}
