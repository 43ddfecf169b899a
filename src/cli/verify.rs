//! `textcheck verify ARTICLE... --sources PATH`: quotations against their sources, with no configuration;
//! `textcheck quote WORDS --sources PATH`: one of them.

use std::fmt::Write as _;
use std::io;

use textcheck::archive::{Archive, Place, Verdict, Wanted};
use textcheck::report::facts::refusal;
use textcheck::source::one_line;

use super::Exit;
use super::args;
use super::output::{complain, print};
use super::sources::{entries, open};

pub(super) fn run(args: &args::Verify) -> io::Result<Exit> {
    super::check::run(&args.as_check())
}

/// Looks one quotation up.
pub(super) fn quote(args: &args::Quote) -> io::Result<Exit> {
    let (archive, unreadable) = match open(&entries(&args.sources), &args.index) {
        Ok(opened) => opened,
        Err(reason) => {
            complain(reason);
            return Ok(Exit::Failed);
        }
    };
    let wanted = Wanted::new([(0, args.words.as_str())]);
    let verdict = archive.look_up(&[wanted]).pop().unwrap_or(Verdict::Absent);
    print(&told(&archive, &verdict, &args.words))?;
    let mut exit = match verdict {
        Verdict::Verbatim(_) | Verdict::Altered(_) => Exit::Clean,
        _ => Exit::Found,
    };
    for file in unreadable.into_iter().chain(archive.faults()) {
        complain(refusal(&file.path, &file.reason));
        exit = Exit::Failed;
    }
    Ok(exit)
}

/// What the sources have, for a reader: a word, then each place with the source's own words.
fn told(archive: &Archive, verdict: &Verdict, words: &str) -> String {
    let mut told = match verdict {
        Verdict::Verbatim(_) => "verbatim\n",
        Verdict::Altered(_) => "legally altered\n",
        Verdict::Misquoted(..) => "misquoted\n",
        Verdict::Spliced(..) => "spliced: two passages joined without an ellipsis\n",
        Verdict::Absent => "absent: in none of the sources\n",
        Verdict::TooShort => "too short to check\n",
    }
    .to_owned();
    match verdict {
        Verdict::Verbatim(places) | Verdict::Altered(places) => {
            places
                .iter()
                .for_each(|place| told.push_str(&at(archive, place)));
        }
        Verdict::Misquoted(place, altered) => {
            told.push_str(&at(archive, place));
            let source = place.file.text();
            for change in altered {
                let old = one_line(&source[change.source.clone()]);
                let new = one_line(&words[change.quotation.clone()]);
                let _ = match (old.is_empty(), new.is_empty()) {
                    (true, _) => writeln!(told, "  added: “{new}”"),
                    (_, true) => writeln!(told, "  left out: “{old}”"),
                    _ => writeln!(told, "  “{old}” → “{new}”"),
                };
            }
        }
        Verdict::Spliced(first, second) => {
            told.push_str(&at(archive, first));
            told.push_str(&at(archive, second));
        }
        Verdict::Absent | Verdict::TooShort => {}
    }
    told
}

/// `memoir.txt:12: the source's words (Edith Carrow, The Schoolroom Hill)`
fn at(archive: &Archive, place: &Place) -> String {
    let line = place.file.position(place.range.start).line;
    let source = &archive.sources()[place.source];
    let known: Vec<&str> = [&source.author, &source.title]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let known = if known.is_empty() {
        String::new()
    } else {
        format!(" ({})", known.join(", "))
    };
    let words = one_line(&place.file.text()[place.range.clone()]);
    format!("{}:{line}: {words}{known}\n", place.file.name())
}
