//! `textcheck accept FILE:LINE[:COLUMN]`: what was found there is right as it is.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use textcheck::accept::{self, Acceptance, Place, Spelling};
use textcheck::engine::{self, FileReport};
use textcheck::report::counted;
use textcheck::source::{self, SourceFile};
use textcheck::{Checker, Diagnostic};

use super::Exit;
use super::args::{Accept, Articles, Check};
use super::output::{Output, complain, print};
use super::project::Checkers;

pub(super) fn run(args: &Accept) -> io::Result<Exit> {
    let Some(place) = place(&args.place) else {
        complain("name a place as FILE:LINE or FILE:LINE:COLUMN, as reports show it");
        return Ok(Exit::Failed);
    };
    let articles = Articles {
        paths: vec![place.file.clone()],
        document_date: args.document_date,
        ..Articles::default()
    };
    let check = Check::of(&articles, args.config.as_deref());
    let judge = match Checkers::new(&check).and_then(|mut known| known.of(&place.file)) {
        Ok(judge) => judge,
        Err(refused) => return refused.show(Output::plain()),
    };
    match accepted(args, &place, &judge.checker) {
        Ok(words) => {
            print(&words)?;
            Ok(Exit::Clean)
        }
        Err(reason) => {
            complain(reason);
            Ok(Exit::Failed)
        }
    }
}

/// Where a finding stands; line and column from 1.
struct Named {
    file: PathBuf,
    line: usize,
    column: Option<usize>,
}

fn place(words: &str) -> Option<Named> {
    let (rest, last) = words.rsplit_once(':')?;
    let last = last.parse().ok()?;
    let with_column = rest.rsplit_once(':').and_then(|(file, line)| {
        let line = line.parse().ok()?;
        Some((file, line, Some(last)))
    });
    let (file, line, column) = with_column.unwrap_or((rest, last, None));
    (!file.is_empty()).then(|| Named {
        file: file.into(),
        line,
        column,
    })
}

/// Writes what keeps the finding quiet, and says what and where.
fn accepted(args: &Accept, place: &Named, checker: &Arc<Checker>) -> Result<String, String> {
    let source = SourceFile::read_as(&place.file, args.encoding).map_err(|file| told(&file))?;
    let report = engine::check(checker, source);
    let found = find(args, place, &report)?;
    let path = args
        .config
        .clone()
        .unwrap_or_else(|| accept::configuration_of(&place.file));
    let configuration = match SourceFile::read(&path) {
        Ok(known) => Some(known),
        Err(_) if !path.exists() => None,
        Err(file) => return Err(told(&file)),
    };
    let text = configuration.as_ref().map_or("", SourceFile::text);
    let settled = match args.reason {
        // A reason is one for this place, not for a spelling.
        Some(_) => None,
        None => accept::settle(checker, &report, found, text, Spelling::Accepted),
    };
    let reason = args.reason.as_deref();
    let Acceptance { place, insertion } = settled
        .or_else(|| accept::suppress(&report, found, text, reason))
        .ok_or_else(|| {
            let name = source::display_path(&path);
            format!("{name} is laid out so that nothing can be put into it; add it by hand")
        })?;
    let words = insertion.words.trim();
    let file = match (place, configuration) {
        (Place::Article, _) => {
            let old = report.source.text();
            source::replace(&report.source, &insertion.apply(old)).map(|()| report.source.path())
        }
        (Place::Configuration, Some(known)) => {
            source::replace(&known, &insertion.apply(known.text())).map(|()| path.as_path())
        }
        (Place::Configuration, None) => {
            source::write(&path, insertion.words.as_bytes()).map(|()| path.as_path())
        }
    };
    let name = source::display_path(file.map_err(|file| told(&file))?);
    Ok(format!("{name}: {words}\n"))
}

/// The finding that a place and a rule mean.
fn find<'r>(
    args: &Accept,
    place: &Named,
    report: &'r FileReport,
) -> Result<&'r Diagnostic, String> {
    let here = |found: &&Diagnostic| {
        let (from, to) = (found.primary.span.start, found.primary.span.end);
        let (from, to) = (report.source.position(from), report.source.position(to));
        let at = (place.line, place.column.unwrap_or(from.column));
        found.primary.file.is_none()
            && match place.column {
                None => from.line == place.line,
                Some(_) => (from.line, from.column) <= at && at < (to.line, to.column.max(2)),
            }
    };
    let rule = args.rule.as_deref();
    let meant = |found: &&Diagnostic| rule.is_none_or(|rule| rule == found.rule);
    let found: Vec<_> = report
        .diagnostics()
        .iter()
        .filter(here)
        .filter(meant)
        .collect();
    match found[..] {
        [found] if !accept::is_acceptable(found) => Err(format!(
            "{} speaks of what textcheck was told: correct that, or take it away",
            found.rule
        )),
        [found] => Ok(found),
        [] => {
            let of = rule.map_or_else(String::new, |rule| format!(" of {rule}"));
            let all = counted(report.diagnostics().len(), "finding");
            Err(format!("no finding{of} begins there; the file has {all}"))
        }
        _ => {
            let each = found.iter().map(|found| {
                let column = report.source.position(found.primary.span.start).column;
                let file = source::display_path(&place.file);
                let (line, rule, message) = (place.line, &found.rule, &found.message);
                format!("\n  {file}:{line}:{column} {rule} {message}")
            });
            let each: String = each.collect();
            let of = rule.map_or_else(String::new, |rule| format!(" of {rule}"));
            let remedy = match rule {
                Some(_) => "name one of these places",
                None => "name one of these places, or add --rule",
            };
            Err(format!("several findings{of} begin there; {remedy}:{each}"))
        }
    }
}

fn told(file: &source::Unreadable) -> String {
    textcheck::report::facts::refusal(&file.path, &file.reason)
}
