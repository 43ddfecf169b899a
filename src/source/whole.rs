//! Writing a file whole or not at all: what is half written never stands under its path.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::find::reason;

/// A file that appears under its path, in place of what stood there, when it is [kept](WholeFile::keep).
/// Dropped before, it leaves no trace.
#[derive(Debug)]
pub struct WholeFile {
    target: Target,
}

#[derive(Debug)]
enum Target {
    /// Written beside its path, then renamed.
    Beside(BufWriter<NamedTempFile>, PathBuf),
    /// A device or a pipe, whose place no file may take.
    Straight(BufWriter<File>),
}

impl WholeFile {
    /// Begins a file. A symbolic link stays one: the file it leads to is replaced.
    ///
    /// # Errors
    /// Its folder is not there or must not be written to, or the path is a folder.
    pub fn create(path: &Path) -> io::Result<Self> {
        let old = fs::metadata(path).ok();
        if old.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            let file = OpenOptions::new().write(true).open(path)?;
            return Ok(WholeFile {
                target: Target::Straight(BufWriter::new(file)),
            });
        }
        let path = match old {
            Some(_) => fs::canonicalize(path)?,
            None => path.to_path_buf(),
        };
        let folder = match path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let file = builder()
            .tempfile_in(folder)
            .map_err(|error| io::Error::new(error.kind(), reason(&error)))?;
        if let Some(old) = old {
            file.as_file().set_permissions(old.permissions())?;
        }
        Ok(WholeFile {
            target: Target::Beside(BufWriter::new(file), path),
        })
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// Something could not be written; then what stood there before stands there still.
    pub fn keep(self) -> io::Result<()> {
        match self.target {
            Target::Beside(file, path) => {
                let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.persist(path).map_err(|failed| failed.error)?;
                Ok(())
            }
            Target::Straight(mut file) => file.flush(),
        }
    }
}

/// A temporary file is for its owner's eyes; what becomes a report is for those the umask allows.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".textcheck-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.target {
            Target::Beside(file, _) => file.write(bytes),
            Target::Straight(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.target {
            Target::Beside(file, _) => file.flush(),
            Target::Straight(file) => file.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_kept_leaves_the_old_one_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.txt");
        fs::write(&path, "old").unwrap();
        let mut file = WholeFile::create(&path).unwrap();
        file.write_all(b"half").unwrap();
        drop(file);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let mut file = WholeFile::create(&path).unwrap();
        file.write_all(b"new").unwrap();
        file.keep().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let refused = WholeFile::create(folder.path()).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::IsADirectory);
        assert!(WholeFile::create(&folder.path().join("gone/out.txt")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn links_permissions_and_devices_stay_what_they_are() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let mut whole = WholeFile::create(&link).unwrap();
        whole.write_all(b"new").unwrap();
        whole.keep().unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(
            fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o640
        );
        WholeFile::create(Path::new("/dev/null"))
            .unwrap()
            .keep()
            .unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}
