//! Unified diffs: which lines of which files are new, as git and `diff -u` write them.

use std::ffi::OsString;
use std::ops::RangeInclusive;
use std::path::PathBuf;

use thiserror::Error;

/// What a diff changes in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FileDiff {
    /// The file's new path; more than one where the diff leaves open whether `b/` is a folder.
    pub(super) paths: Vec<PathBuf>,
    pub(super) lines: Lines,
}

/// Lines of the new text, 1-based; a line ends at `\n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// All of them: a new file that git does not know, or one that it takes for binary.
    All,
    /// In order.
    Only(Vec<RangeInclusive<usize>>),
}

/// Why words are not a unified diff.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DiffError {
    /// Nothing in it looks like one.
    #[error(
        "no unified diff: there is no line `+++ PATH` in it (`git diff` and `diff -u` make one)"
    )]
    None,
    /// A diff of a merge against several parents.
    #[error("line {0}: a combined diff of a merge; `git diff OLD NEW` makes a plain one")]
    Combined(usize),
    /// A hunk's head that cannot be read.
    #[error("line {0}: a hunk begins `@@ -LINE,COUNT +LINE,COUNT @@`, and this does not")]
    Head(usize),
    /// A hunk of which lines are missing.
    #[error(
        "line {0}: the hunk ends before the lines that its head counts; the diff is cut or damaged"
    )]
    Short(usize),
}

/// Reads a diff.
pub(super) fn parse(diff: &[u8]) -> Result<Vec<FileDiff>, DiffError> {
    let mut reader = Reader {
        lines: diff
            .strip_suffix(b"\n")
            .unwrap_or(diff)
            .split(|&byte| byte == b'\n')
            .collect(),
        at: 0,
        header: Header::default(),
        files: Vec::new(),
    };
    let mut is_diff = diff.iter().all(u8::is_ascii_whitespace);
    while let Some(line) = reader.next() {
        is_diff |= reader.step(line)?;
    }
    if is_diff {
        Ok(reader.files)
    } else {
        Err(DiffError::None)
    }
}

struct Reader<'d> {
    lines: Vec<&'d [u8]>,
    at: usize,
    header: Header,
    files: Vec<FileDiff>,
}

/// What the lines above a file's hunks say.
#[derive(Default)]
struct Header {
    /// Behind `diff --git`.
    git: Option<Vec<u8>>,
    /// Behind `rename to`.
    renamed: Option<Vec<u8>>,
}

impl<'d> Reader<'d> {
    fn next(&mut self) -> Option<&'d [u8]> {
        let line = *self.lines.get(self.at)?;
        self.at += 1;
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    }

    /// Reads what begins with a line; whether it belongs to a diff.
    fn step(&mut self, line: &'d [u8]) -> Result<bool, DiffError> {
        if let Some(names) = line.strip_prefix(b"diff --git ") {
            self.header = Header {
                git: Some(names.to_vec()),
                renamed: None,
            };
        } else if let Some(name) = line.strip_prefix(b"rename to ") {
            self.header.renamed = Some(unquoted(name));
        } else if line.starts_with(b"Binary files ") || line == b"GIT binary patch" {
            let paths = self.header.binary();
            self.files.push(FileDiff {
                paths,
                lines: Lines::All,
            });
        } else if let Some(old) = line.strip_prefix(b"--- ")
            && let Some(new) = self
                .lines
                .get(self.at)
                .and_then(|next| next.strip_prefix(b"+++ "))
        {
            self.at += 1;
            let new = new.strip_suffix(b"\r").unwrap_or(new);
            let paths = self.header.paths(&unquoted(old), &unquoted(new));
            self.files.push(FileDiff {
                paths,
                lines: Lines::Only(Vec::new()),
            });
            self.header = Header::default();
        } else if line.starts_with(b"@@@ ") || line.starts_with(b"diff --cc ") {
            return Err(DiffError::Combined(self.at));
        } else if line.starts_with(b"@@ ") {
            let changed = self.hunk(line)?;
            if let Some(FileDiff {
                lines: Lines::Only(all),
                ..
            }) = self.files.last_mut()
            {
                all.extend(changed);
            }
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// The changed lines of a hunk. Its head says how many lines it has: a removed line `-- x` looks like a
    /// file's head.
    fn hunk(&mut self, head: &[u8]) -> Result<Vec<RangeInclusive<usize>>, DiffError> {
        let number = self.at;
        let (mut old, mut new, mut line) = counts(head).ok_or(DiffError::Head(number))?;
        let mut changed: Vec<RangeInclusive<usize>> = Vec::new();
        while old > 0 || new > 0 {
            let words = self.next().ok_or(DiffError::Short(number))?;
            match words.first() {
                Some(b'+') if new > 0 => {
                    match changed.last_mut() {
                        Some(last) if last.end() + 1 == line => *last = *last.start()..=line,
                        _ => changed.push(line..=line),
                    }
                    (new, line) = (new - 1, line + 1);
                }
                Some(b'-') if old > 0 => old -= 1,
                Some(b'\\') => {}
                // Some mailers take the blank of an empty line away.
                Some(b' ') | None if old > 0 && new > 0 => {
                    (old, new, line) = (old - 1, new - 1, line + 1);
                }
                _ => return Err(DiffError::Short(number)),
            }
        }
        Ok(changed)
    }
}

impl Header {
    /// The paths that a file's new name may stand for.
    fn paths(&self, old: &[u8], new: &[u8]) -> Vec<PathBuf> {
        if new == b"/dev/null" {
            return Vec::new();
        }
        if let Some(renamed) = &self.renamed {
            return vec![path(renamed.clone())];
        }
        let (bare, whole) = (without_prefix(new), vec![path(new.to_vec())]);
        let Some(bare) = bare else {
            return whole;
        };
        let bare = vec![path(bare.to_vec())];
        let old_prefix = if old == b"/dev/null" {
            // git repeats the name, with either prefix, above.
            self.git.as_ref().map(|names| prefix_of(names))
        } else {
            Some(prefix_of(old))
        };
        match old_prefix {
            Some(Some(other)) if Some(other) != prefix_of(new) => bare,
            Some(_) => whole,
            None => [bare, whole].concat(),
        }
    }

    /// The path of a file without hunks: both names behind `diff --git` are the same but for the prefix.
    fn binary(&self) -> Vec<PathBuf> {
        if let Some(renamed) = &self.renamed {
            return vec![path(renamed.clone())];
        }
        let Some(names) = &self.git else {
            return Vec::new();
        };
        let new = if names.ends_with(b"\"") {
            let start = names.windows(2).rposition(|pair| pair == b" \"");
            unquoted(&names[start.map_or(0, |at| at + 1)..])
        } else {
            names[names.len() / 2 + 1..].to_vec()
        };
        match (prefix_of(names), without_prefix(&new)) {
            (Some(other), Some(bare)) if Some(other) != prefix_of(&new) => {
                vec![path(bare.to_vec())]
            }
            _ => vec![path(new)],
        }
    }
}

/// The letter of `a/…`: git writes `a` and `b`, or `c`, `i`, `o`, `w` under `diff.mnemonicPrefix`.
fn prefix_of(name: &[u8]) -> Option<u8> {
    let name = name.strip_prefix(b"\"").unwrap_or(name);
    match name {
        [
            letter @ (b'a' | b'b' | b'c' | b'i' | b'o' | b'w' | b'1' | b'2'),
            b'/',
            ..,
        ] => Some(*letter),
        _ => None,
    }
}

fn without_prefix(name: &[u8]) -> Option<&[u8]> {
    prefix_of(name).map(|_| &name[2..])
}

/// Old lines, new lines and the first new line of `@@ -1,2 +3,4 @@`.
fn counts(head: &[u8]) -> Option<(usize, usize, usize)> {
    let mut words = head.split(|&byte| byte == b' ').skip(1);
    let mut range = |sign: &str| {
        let word = std::str::from_utf8(words.next()?).ok()?;
        let range = word.strip_prefix(sign)?;
        let (start, count) = range.split_once(',').unwrap_or((range, "1"));
        Some((start.parse::<usize>().ok()?, count.parse::<usize>().ok()?))
    };
    let (_, old) = range("-")?;
    let (start, new) = range("+")?;
    (words.next()? == b"@@").then_some((old, new, start))
}

/// A name as it stands behind `+++ `: in C's quotes where it has odd characters, with a tab and a date behind
/// it where `diff -u` wrote it.
fn unquoted(name: &[u8]) -> Vec<u8> {
    let Some(quoted) = name.strip_prefix(b"\"") else {
        let end = memchr::memchr(b'\t', name).unwrap_or(name.len());
        return name[..end].to_vec();
    };
    let mut bytes = Vec::with_capacity(quoted.len());
    let mut rest = quoted.iter().copied();
    while let Some(byte) = rest.next() {
        match byte {
            b'"' => break,
            b'\\' => match rest.next() {
                Some(digit @ b'0'..=b'3') => {
                    let octal = [Some(digit), rest.next(), rest.next()];
                    let value = octal.into_iter().flatten().fold(0_u8, |value, digit| {
                        value.wrapping_mul(8).wrapping_add(digit.wrapping_sub(b'0'))
                    });
                    bytes.push(value);
                }
                Some(b'a') => bytes.push(7),
                Some(b'b') => bytes.push(8),
                Some(b't') => bytes.push(b'\t'),
                Some(b'n') => bytes.push(b'\n'),
                Some(b'v') => bytes.push(11),
                Some(b'f') => bytes.push(12),
                Some(b'r') => bytes.push(b'\r'),
                Some(other) => bytes.push(other),
                None => {}
            },
            other => bytes.push(other),
        }
    }
    bytes
}

#[cfg(unix)]
fn path(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    OsString::from_vec(bytes).into()
}

#[cfg(not(unix))]
fn path(bytes: Vec<u8>) -> PathBuf {
    OsString::from(String::from_utf8_lossy(&bytes).into_owned()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(diff: &str) -> Vec<(Vec<String>, Lines)> {
        let files = parse(diff.as_bytes()).unwrap().into_iter();
        files
            .map(|file| {
                let paths = file
                    .paths
                    .iter()
                    .map(|path| path.to_string_lossy().into_owned());
                (paths.collect(), file.lines)
            })
            .collect()
    }

    fn only(path: &str, lines: &[RangeInclusive<usize>]) -> (Vec<String>, Lines) {
        (vec![path.to_owned()], Lines::Only(lines.to_vec()))
    }

    #[test]
    fn new_lines_are_counted_through_context_and_removed_lines() {
        let diff = "diff --git a/x.txt b/x.txt\nindex 1..2 100644\n--- a/x.txt\n+++ b/x.txt\n\
            @@ -1,4 +1,5 @@ head\n one\n--- two\n+++ deux\n+drei\n three\n\n\
            @@ -9 +10,0 @@\n-gone\n@@ -20,0 +20 @@\n+new\n\\ No newline at end of file\n";
        assert_eq!(read(diff), [only("x.txt", &[2..=3, 20..=20])]);
        assert_eq!(read(&diff.replace('\n', "\r\n")), read(diff));
    }

    #[test]
    fn names_come_with_and_without_prefixes() {
        let diff = |old: &str, new: &str| {
            read(&format!("--- {old}\n+++ {new}\n@@ -0,0 +1 @@\n+x\n"))
                .remove(0)
                .0
        };
        assert_eq!(diff("a/b/x.txt", "b/b/x.txt"), ["b/x.txt"]);
        assert_eq!(diff("i/x.txt", "w/x.txt"), ["x.txt"]);
        assert_eq!(diff("b/x.txt", "b/x.txt"), ["b/x.txt"]);
        assert_eq!(diff("drafts/x.txt", "drafts/x.txt"), ["drafts/x.txt"]);
        assert_eq!(
            diff("x.txt\t2024-01-01", "x y.txt\t2024-01-01 10:00"),
            ["x y.txt"]
        );
        assert_eq!(diff("/dev/null", "b/x.txt"), ["x.txt", "b/x.txt"]);
        assert_eq!(diff("a/x.txt", "/dev/null"), [""; 0]);
        assert_eq!(
            diff(
                "\"a/\\320\\226 \\\"1\\\".txt\"",
                "\"b/\\320\\226 \\\"1\\\".txt\""
            ),
            ["Ж \"1\".txt"]
        );
    }

    #[test]
    fn new_renamed_and_binary_files_go_by_their_new_names() {
        let new = "diff --git a/n.txt b/n.txt\nnew file mode 100644\n--- /dev/null\n+++ b/n.txt\n@@ -0,0 +1,2 @@\n+x\n+y\n";
        assert_eq!(read(new), [only("n.txt", &[1..=2])]);
        let bare = "diff --git b/n.txt b/n.txt\nnew file mode 100644\n--- /dev/null\n+++ b/n.txt\n@@ -0,0 +1 @@\n+x\n";
        assert_eq!(read(bare), [only("b/n.txt", &[1..=1])]);
        let renamed = "diff --git a/x.txt b/y.txt\nsimilarity index 90%\nrename from a/x.txt\nrename to b/y.txt\n--- a/x.txt\n+++ b/y.txt\n@@ -1 +1 @@\n-x\n+y\n";
        assert_eq!(read(renamed), [only("b/y.txt", &[1..=1])]);
        let moved = "diff --git a/x.txt b/y.txt\nsimilarity index 100%\nrename from x.txt\nrename to y.txt\n";
        assert_eq!(read(moved), []);
        for (names, path) in [
            ("a/d x.docx b/d x.docx", "d x.docx"),
            ("\"a/\\303\\251.docx\" \"b/\\303\\251.docx\"", "é.docx"),
        ] {
            let binary = format!("diff --git {names}\nindex 1..2\nBinary files differ\n");
            assert_eq!(read(&binary), [(vec![path.to_owned()], Lines::All)]);
        }
    }

    #[test]
    fn what_is_no_diff_is_refused_at_its_line() {
        let refused = |diff: &str| parse(diff.as_bytes()).unwrap_err();
        assert_eq!(parse(b""), Ok(Vec::new()));
        assert_eq!(refused("hello\n"), DiffError::None);
        let head = "--- a/x\n+++ b/x\n";
        assert_eq!(refused(&format!("{head}@@ -1 +x @@\n")), DiffError::Head(3));
        assert_eq!(
            refused(&format!("{head}@@ -1,2 +1,2 @@\n x\n")),
            DiffError::Short(3)
        );
        assert_eq!(
            refused(&format!("{head}@@ -1 +1 @@\nwhat\n")),
            DiffError::Short(3)
        );
        assert_eq!(refused("diff --cc x\n"), DiffError::Combined(1));
    }
}
