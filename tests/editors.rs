//! The editors themselves, with what `editors/` has for them: they open an article, wait for findings,
//! make a fix. A machine without an editor skips its test and says so; `.ci/run` installs them all.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ARTICLE: &str = "It was the 22th of May 1938.\n";

/// A column inside `22th`, counted from 0.
const COLUMN: &str = "12";

/// Editors of a name: on the search path, and those that `TEXTCHECK_EDITORS` names besides.
fn editors(name: &str) -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let more = env::var_os("TEXTCHECK_EDITORS").unwrap_or_default();
    let first = env::split_paths(&path).map(|folder| folder.join(name));
    let mut found: Vec<_> = first.filter(|editor| editor.is_file()).take(1).collect();
    found.extend(
        env::split_paths(&more)
            .map(|folder| folder.join(name))
            .filter(|editor| editor.is_file()),
    );
    if found.is_empty() {
        assert!(env::var_os("CI").is_none(), "{name} is missing");
        eprintln!("SKIPPED: {name} is not installed");
    }
    found
}

/// What an editor prints that runs with our program first on its search path.
fn run(editor: &Path, arguments: &[&OsStr]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let program = Path::new(env!("CARGO_BIN_EXE_textcheck"));
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("a.txt");
    fs::write(&article, ARTICLE).unwrap();
    let path = env::var_os("PATH").unwrap_or_default();
    let path = std::iter::once(program.parent().unwrap().to_owned()).chain(env::split_paths(&path));
    let ran = Command::new(editor)
        .args(arguments)
        .current_dir(folder.path())
        .env("PATH", env::join_paths(path).unwrap())
        .env("HOME", folder.path())
        .env("TEXTCHECK_ROOT", root)
        .env("TEXTCHECK_ARTICLE", &article)
        .env("TEXTCHECK_COLUMN", COLUMN)
        .output()
        .unwrap();
    let out = String::from_utf8_lossy(&ran.stdout).replace("\r\n", "\n");
    assert!(
        ran.status.success(),
        "{}: {out}{}",
        editor.display(),
        String::from_utf8_lossy(&ran.stderr)
    );
    out
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/editors")
        .join(name)
}

#[test]
fn neovim_shows_findings_and_makes_a_fix() {
    for neovim in editors("nvim") {
        let script = script("neovim.lua");
        let arguments = ["--headless", "--clean", "-S"].map(OsStr::new);
        let out = run(&neovim, &[&arguments[..], &[script.as_os_str()]].concat());
        assert_eq!(
            out,
            "1:12 dates/malformed-ordinal “22th” has the wrong ending: “22nd”\n\
             then 0\n\
             It was the 22nd of May 1938.\n",
            "{}",
            neovim.display()
        );
    }
}

#[test]
fn vims_compiler_fills_the_quickfix_list() {
    for neovim in editors("nvim") {
        let script = script("compiler.vim");
        let arguments = ["--headless", "--clean", "-S"].map(OsStr::new);
        let out = run(&neovim, &[&arguments[..], &[script.as_os_str()]].concat());
        assert_eq!(out, "a.txt:1:12: e “22th” has the wrong ending: “22nd”\n");
    }
}

#[test]
fn emacs_shows_findings_with_and_without_eglot_and_makes_a_fix() {
    for emacs in editors("emacs") {
        let script = script("emacs.el");
        let out = run(
            &emacs,
            &["--batch".as_ref(), "-l".as_ref(), script.as_os_str()],
        );
        assert_eq!(
            out,
            "flymake\n\
             12-16 “22th” has the wrong ending: “22nd” [dates/malformed-ordinal]\n\
             eglot\n\
             12-16 textcheck [dates/malformed-ordinal]: “22th” has the wrong ending: “22nd”\n\
             It was the 22nd of May 1938.\n",
            "{}",
            emacs.display()
        );
    }
}
