//! The addresses of documents, and the files they stand for.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use lsp_types::Uri;
use percent_encoding::percent_decode_str;

use crate::source::{display_path, escaped};

/// The file of an address, absolute; nothing for a document that is in no file.
pub(super) fn file(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let decoded = percent_decode_str(rest).decode_utf8().ok()?;
    let path: &str = &decoded;
    // file:///c:/drafts/a.txt
    let drive = path
        .strip_prefix('/')
        .filter(|rest| rest.as_bytes().get(1) == Some(&b':'));
    match drive {
        Some(path) if cfg!(windows) => Some(path.into()),
        _ if cfg!(windows) && !path.starts_with('/') => Some(format!("//{path}").into()),
        _ => path.starts_with('/').then(|| path.into()),
    }
}

/// The address of a file, whose path is made absolute.
pub(super) fn of(path: &Path) -> Option<Uri> {
    let path = std::path::absolute(path).ok()?;
    path.to_str()?;
    // Behind a scheme a colon is a letter like any other; `file:///c:/drafts` (RFC 8089, appendix E.2).
    let shown = escaped(&display_path(&path)).replace("%3A", ":");
    let slash = if shown.starts_with('/') { "" } else { "/" };
    Uri::from_str(&format!("file://{slash}{shown}")).ok()
}

/// The name that a document goes by which is in no file: `untitled:Untitled-1`.
pub(super) fn name(uri: &Uri) -> PathBuf {
    let name = uri.as_str().rsplit([':', '/']).next().unwrap_or_default();
    let name = percent_decode_str(name).decode_utf8_lossy();
    // What is no file name on some system is none of ours to open either.
    name.replace(['\\', ':'], "-").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_path_and_its_address_lead_to_each_other() {
        for (path, address) in [
            ("/drafts/a.txt", "file:///drafts/a.txt"),
            (
                "/drafts/Ein Gespräch #1.md",
                "file:///drafts/Ein%20Gespr%C3%A4ch%20%231.md",
            ),
        ] {
            let uri = of(Path::new(path)).unwrap();
            assert_eq!(uri.as_str(), address);
            assert_eq!(file(&uri).unwrap(), Path::new(path));
        }
    }

    #[test]
    fn a_document_without_a_file_has_a_name() {
        let uri = Uri::from_str("untitled:Untitled-1").unwrap();
        assert_eq!(file(&uri), None);
        assert_eq!(name(&uri), Path::new("Untitled-1"));
    }
}
