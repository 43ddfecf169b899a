//! `textcheck verify ARTICLE... --sources PATH`: quotations against their sources, with no configuration;
//! `textcheck quote WORDS --sources PATH`: one of them.

use std::fmt::Write as _;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use textcheck::archive::{Archive, Place, Verdict, Wanted};
use textcheck::style_sheet::SourceEntry;

use super::Exit;
use super::args;
use super::output::{complain, print};

pub(super) fn run(args: &args::Verify) -> io::Result<Exit> {
    super::check::run(&args.as_check())
}

/// Looks one quotation up.
pub(super) fn quote(args: &args::Quote) -> io::Result<Exit> {
    let archive = match open(&entries(&args.sources)) {
        Ok(archive) => archive,
        Err(reasons) => {
            reasons.into_iter().for_each(complain);
            return Ok(Exit::Failed);
        }
    };
    let wanted = Wanted::new([(0, args.words.as_str())]);
    let verdict = archive.look_up(&[wanted]).pop().unwrap_or(Verdict::Absent);
    print(&told(&archive, &verdict, &args.words))?;
    Ok(match verdict {
        Verdict::Verbatim(_) | Verdict::Altered(_) => Exit::Clean,
        _ => Exit::Found,
    })
}

/// Sources named on the command line, of which nothing else is known.
pub(super) fn entries(paths: &[PathBuf]) -> Vec<SourceEntry> {
    let entry = |path: &PathBuf| SourceEntry {
        path: path.clone(),
        ..SourceEntry::default()
    };
    paths.iter().map(entry).collect()
}

/// Reads the source texts; what cannot be read is named with its reason.
pub(super) fn open(entries: &[SourceEntry]) -> Result<Arc<Archive>, Vec<String>> {
    let (archive, unreadable) = Archive::open(entries);
    let mut reasons: Vec<String> = unreadable
        .iter()
        .map(|file| textcheck::report::facts::refusal(&file.path, &file.reason))
        .collect();
    if reasons.is_empty() && archive.sources().is_empty() {
        reasons.push("there is no source text in the folders that were named".into());
    }
    if reasons.is_empty() {
        Ok(Arc::new(archive))
    } else {
        Err(reasons)
    }
}

fn told(archive: &Archive, verdict: &Verdict, words: &str) -> String {
    let at = |place: &Place| {
        let file = &archive.sources()[place.source].file;
        let line = file.position(place.range.start).line;
        let text: Vec<_> = file.text()[place.range.clone()]
            .split_whitespace()
            .collect();
        format!("{}:{line}: {}\n", file.name(), text.join(" "))
    };
    let mut told = String::new();
    match verdict {
        Verdict::Verbatim(places) => {
            told.push_str("verbatim\n");
            places.iter().for_each(|place| told.push_str(&at(place)));
        }
        Verdict::Altered(places) => {
            told.push_str("altered as quoting allows\n");
            places.iter().for_each(|place| told.push_str(&at(place)));
        }
        Verdict::Misquoted(place, altered) => {
            told.push_str("misquoted\n");
            told.push_str(&at(place));
            let source = archive.sources()[place.source].file.text();
            for change in altered {
                let _ = writeln!(
                    told,
                    "  “{}” → “{}”",
                    &source[change.source.clone()],
                    &words[change.quotation.clone()]
                );
            }
        }
        Verdict::Spliced(first, second) => {
            told.push_str("two passages joined without an ellipsis\n");
            told.push_str(&at(first));
            told.push_str(&at(second));
        }
        Verdict::Absent | Verdict::TooShort => told.push_str("in none of the sources\n"),
    }
    told
}
