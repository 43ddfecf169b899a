//! `textcheck text PATH...`: what is read of articles, without their markup.

use std::io::{self, BufWriter, Write};

use textcheck::document::{Document, GivenDates, readable};
use textcheck::report::facts::refusal;
use textcheck::source::{self, SourceFile};

use super::Exit;
use super::args::Text;
use super::output::complain;

/// Prints the text of a word processor's file as offsets count it, of another file the prose in it, a
/// line for each block, with an ellipsis for code, pictures and addresses.
pub(super) fn run(args: &Text) -> io::Result<Exit> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut exit = Exit::Clean;
    for found in args.paths.iter().flat_map(|path| source::find(path)) {
        match found.and_then(|path| SourceFile::read_as(&path, args.encoding)) {
            Ok(source) if source.paragraphs().is_some() => {
                out.write_all(source.text().as_bytes())?;
            }
            Ok(source) => {
                let document = Document::new(&source, GivenDates::default());
                out.write_all(readable(document.text()).as_bytes())?;
            }
            Err(file) => {
                complain(refusal(&file.path, &file.reason));
                exit = Exit::Failed;
            }
        }
    }
    out.flush()?;
    Ok(exit)
}
