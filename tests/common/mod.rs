//! Running the binary in a folder of its own, with nothing of the machine's environment that matters.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]
#![allow(dead_code, reason = "no test file uses every helper")]

pub(crate) mod formats;

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

/// A folder with files, and the binary to run in it.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What a run printed, and how it ended.
pub(crate) struct Ran {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

impl Desk {
    /// A folder with files, `(path, text)`. Its `.git` ends the search for configurations.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join(".git")).unwrap();
        let desk = Desk { folder };
        for (path, text) in files {
            desk.write(path, text.as_bytes());
        }
        desk
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::cargo_bin("textcheck").unwrap();
        command
            .current_dir(self.path())
            .env_remove("NO_COLOR")
            .env_remove("GITHUB_STEP_SUMMARY")
            .env("LC_ALL", "C");
        command
    }

    /// Runs `textcheck` with arguments that blanks part.
    pub(crate) fn run(&self, arguments: &str) -> Ran {
        self.run_with(arguments, "")
    }

    pub(crate) fn run_with(&self, arguments: &str, input: &str) -> Ran {
        let output = self
            .command()
            .args(arguments.split_whitespace())
            .write_stdin(input.as_bytes())
            .output()
            .unwrap();
        Ran::of(output)
    }
}

impl Ran {
    pub(crate) fn of(output: Output) -> Self {
        Ran {
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code().unwrap_or(-1),
        }
    }
}
