//! `--fix` and `--diff`: where fixed texts go, and what is said of them.

use std::fmt;
use std::io;

use textcheck::engine::FileReport;
use textcheck::fix::Fixed;
use textcheck::report::counted;

use super::output::{print, remark};
use super::plan::Step;

/// Puts a fixed text into its file, or on standard output where it came from standard input; then what is
/// still found in it is to be reported.
pub(super) fn keep(step: &Step, fixed: Fixed) -> io::Result<FileReport> {
    if matches!(step, Step::Stdin(_)) {
        print(fixed.report.source.text())?;
        return Ok(fixed.report);
    }
    let written = match fixed.is_changed() {
        true => fixed.write(),
        false => Ok(()),
    };
    Ok(match written {
        Ok(()) => fixed.report,
        Err(refused) => FileReport::unreadable(&refused.path, refused.reason),
    })
}

/// Names the rules whose fixes were left out.
pub(super) fn say_endless(fixed: &Fixed) {
    for rule in &fixed.endless {
        let name = fixed.before.name();
        remark(format_args!(
            "{name}: no fix of {rule} was made, for each makes the next one necessary"
        ));
    }
}

/// What fixes would change.
#[derive(Default)]
pub(super) struct Would {
    files: usize,
    changed: usize,
    fixes: usize,
}

impl Would {
    pub(super) fn add(&mut self, fixed: &Fixed) {
        self.files += 1;
        self.changed += usize::from(fixed.is_changed());
        self.fixes += fixed.made;
    }
}

impl fmt::Display for Would {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let files = counted(self.files, "file");
        match self.changed {
            0 => write!(f, "{files}: nothing to fix"),
            changed => {
                let fixes = if self.fixes == 1 { "fix" } else { "fixes" };
                write!(
                    f,
                    "{files}: {changed} would change by {} {fixes}",
                    self.fixes
                )
            }
        }
    }
}
