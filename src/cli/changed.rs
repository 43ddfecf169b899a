//! `--changed-since REV` and `--changed-in FILE`: where the changed lines are known from. Only this file runs git.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use textcheck::changed::Changes;
use textcheck::source::display_path;

use super::args::Check;

/// The changes that the command line asks for, if it does.
pub(super) fn changes(args: &Check) -> Result<Option<Changes>, String> {
    match (&args.changed_since, &args.changed_in) {
        (Some(revision), _) => since(revision).map(Some),
        (None, Some(file)) => inside(file, &args.articles.paths).map(Some),
        (None, None) => Ok(None),
    }
}

/// The changes of a diff in a file; its paths start from the repository's root or from here.
fn inside(file: &Path, paths: &[PathBuf]) -> Result<Changes, String> {
    let named = display_path(file);
    let diff = if file == Path::new("-") {
        if paths.iter().any(|path| path == file) {
            return Err("standard input cannot be the diff and the article".into());
        }
        let mut diff = Vec::new();
        io::stdin().lock().read_to_end(&mut diff).map(|_| diff)
    } else {
        std::fs::read(file)
    };
    let diff = diff.map_err(|error| format!("{named}: {error}"))?;
    // A shell of Windows writes UTF-16; other bytes are taken as they are.
    let diff = match diff.as_slice() {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => textcheck::source::decode(diff)
            .map_err(|error| format!("{named}: {error}"))?
            .into_bytes(),
        _ => diff,
    };
    let here = std::env::current_dir().map_err(|error| error.to_string())?;
    let root = here.ancestors().find(|folder| folder.join(".git").exists());
    let folders = [root.unwrap_or(&here), &here];
    Changes::parse(&diff, &folders).map_err(|error| format!("{named}: {error}"))
}

/// What this branch has changed since it left a commit, committed or not; files that git does not know are
/// new as a whole.
fn since(revision: &str) -> Result<Changes, String> {
    let root = words(git(Path::new("."), &["rev-parse", "--show-toplevel"])?);
    let root = Path::new(&root);
    let wanted = format!("{revision}^{{commit}}");
    let commit = git(
        root,
        &[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &wanted,
        ],
    )
    .map_err(|reason| match reason.as_str() {
        "" => format!(
            "no commit is called `{revision}` here; in CI, fetch it first \
             (actions/checkout: `fetch-depth: 0`, GitLab: `GIT_DEPTH: 0`)"
        ),
        _ => reason,
    })?;
    let base = git(root, &["merge-base", &words(commit), "HEAD"]).map_err(|reason| match reason
        .as_str()
    {
        "" => format!(
            "`{revision}` and HEAD have no commit in common here; in CI, fetch more of the \
                 history (actions/checkout: `fetch-depth: 0`, GitLab: `GIT_DEPTH: 0`)"
        ),
        _ => reason,
    })?;
    let diff = git(
        root,
        &[
            "diff",
            "--unified=0",
            "--find-renames",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--no-relative",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            &words(base),
            "--",
        ],
    )?;
    let mut changes =
        Changes::parse(&diff, &[root]).map_err(|error| format!("git diff: {error}"))?;
    let unknown = git(root, &["ls-files", "--others", "--exclude-standard", "-z"])?;
    for name in String::from_utf8_lossy(&unknown).split_terminator('\0') {
        changes.add_whole(&root.join(name));
    }
    Ok(changes)
}

/// What git prints, or why it refuses: nothing where it keeps silent, as `--quiet` makes it.
fn git(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let ran = Command::new("git")
        .current_dir(folder)
        .args(arguments)
        // What is not here is not fetched: textcheck never uses the network.
        .env("GIT_NO_LAZY_FETCH", "1")
        .output();
    match ran {
        Ok(output) if output.status.success() => Ok(output.stdout),
        Ok(output) => {
            let reason = String::from_utf8_lossy(&output.stderr);
            let reason = reason.trim();
            Err(match reason {
                "" => String::new(),
                reason => format!("git {}: {reason}", arguments[0]),
            })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(
            "--changed-since asks git, and there is no `git` here; --changed-in FILE takes a diff \
             instead"
                .into(),
        ),
        Err(error) => Err(format!("git: {error}")),
    }
}

fn words(printed: Vec<u8>) -> String {
    String::from_utf8_lossy(&printed).trim_end().to_owned()
}
