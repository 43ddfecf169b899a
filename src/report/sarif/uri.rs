//! Paths as addresses (RFC 3986, RFC 8089).

use std::path::is_separator;

use super::model::ArtifactLocation;
use crate::source::escaped;

/// What relative addresses start from: the name that GitHub knows.
pub(super) const ROOT: &str = "%SRCROOT%";

/// The address of a file by its path with `/` between its parts.
pub(super) fn address(path: &str) -> ArtifactLocation {
    // A path with a drive means one only where there are drives.
    let uri = uri(path, is_separator('\\'));
    let absolute = uri.starts_with("file:");
    ArtifactLocation {
        uri,
        uri_base_id: (!absolute).then_some(ROOT),
    }
}

fn uri(path: &str, drives: bool) -> String {
    let has_drive = drives && path.as_bytes().get(1) == Some(&b':');
    if has_drive {
        format!("file:///{}:{}", &path[..1], escaped(&path[2..]))
    } else if drives && path.starts_with("//") {
        // A share: the first part is a host.
        format!("file:{}", escaped(path))
    } else if path.starts_with('/') {
        format!("file://{}", escaped(path))
    } else {
        escaped(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses_that_lead_back() {
        for (path, drives, expected) in [
            ("drafts/a.txt", false, "drafts/a.txt"),
            (
                "my drafts/é #1%.txt",
                false,
                "my%20drafts/%C3%A9%20%231%25.txt",
            ),
            ("C:/a b.txt", true, "file:///C:/a%20b.txt"),
            ("C:/a b.txt", false, "C%3A/a%20b.txt"),
            ("//host/share/a.txt", true, "file://host/share/a.txt"),
            ("/tmp/a?.txt", false, "file:///tmp/a%3F.txt"),
            ("../a.txt", false, "../a.txt"),
        ] {
            assert_eq!(uri(path, drives), expected);
        }
    }
}
