//! Finding the files to check: folders are walked, files named outright are taken as they are.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

/// Extensions of the files that a folder is searched for, lower case.
pub const EXTENSIONS: [&str; 9] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "docx", "odt",
];

/// A path that cannot be read, and why.
#[derive(Clone, Debug)]
pub struct Unreadable {
    /// The path as it was given or found.
    pub path: PathBuf,
    /// What the system says, in words.
    pub reason: String,
}

/// Lists the files that `path` stands for, sorted: itself, or the articles in a folder
/// as `.gitignore` and `.textcheckignore` allow (hidden files and symbolic links are left out).
///
/// # Errors
/// A path that does not exist, a folder that cannot be read, a folder without an article.
pub fn find(path: &Path) -> Vec<Result<PathBuf, Unreadable>> {
    if !path.is_dir() {
        return vec![match path.metadata() {
            Ok(_) => Ok(path.to_path_buf()),
            Err(error) => Err(unreadable(path, reason(&error))),
        }];
    }
    let walk = WalkBuilder::new(path)
        .require_git(false)
        .add_custom_ignore_filename(".textcheckignore")
        .sort_by_file_path(Path::cmp)
        .build();
    let found: Vec<_> = walk
        .filter_map(|entry| match entry {
            Ok(entry) if is_article(&entry) => Some(Ok(entry.into_path())),
            Ok(_) => None,
            Err(error) => Some(Err(unreadable(path, error.to_string()))),
        })
        .collect();
    if found.is_empty() {
        let kinds = EXTENSIONS
            .map(|extension| format!(".{extension}"))
            .join(", ");
        return vec![Err(unreadable(
            path,
            format!("no article in this folder (looked for {kinds}; name another file outright)"),
        ))];
    }
    found
}

/// What went wrong with a file, without the operating system's error number.
pub(crate) fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".into(),
        std::io::ErrorKind::PermissionDenied => "permission denied".into(),
        _ => error.to_string(),
    }
}

fn unreadable(path: &Path, reason: String) -> Unreadable {
    Unreadable {
        path: path.to_path_buf(),
        reason,
    }
}

fn is_article(entry: &ignore::DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file()) && has_article_name(entry.path())
}

/// Whether a file is an article by its name.
pub fn has_article_name(path: &Path) -> bool {
    let open = path
        .file_name()
        // Word marks the files that are open in it so.
        .is_some_and(|name| name.to_string_lossy().starts_with("~$"));
    let extension = path.extension().and_then(|extension| extension.to_str());
    !open
        && extension
            .is_some_and(|extension| EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str()))
}
