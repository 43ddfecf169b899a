//! Accepting what was found: the comment or the entry of `textcheck.yaml` that keeps a diagnostic quiet,
//! and the entry of the style sheet that settles a spelling. Says what to write where; writes nothing.

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Format, GivenDates, read_alike};
use crate::engine::{Checker, FileReport, would_silence};
use crate::mentions::names::Group;
use crate::rules::family;
use crate::source::{SourceFile, Span, line_ending, one_line};
use crate::yaml::{self, Insertion};

/// What to write, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// Into the article itself, or into its configuration.
    pub place: Place,
    /// What comes in there.
    pub insertion: Insertion,
}

/// Where an acceptance is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The article.
    Article,
    /// Its `textcheck.yaml`.
    Configuration,
}

/// What becomes of a spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// It is right, too.
    Accepted,
    /// It is wrong wherever it stands.
    Refused,
}

/// Whether a diagnostic speaks of the article: what textcheck was told itself is mended, not accepted.
pub fn is_acceptable(found: &Diagnostic) -> bool {
    family(&found.rule) != "textcheck"
}

/// Keeps one diagnostic quiet: by a comment where the format has comments and one can stand there, else by an
/// entry under `suppress:` of the configuration, whose text is given. Nothing where the configuration is laid out so
/// that no entry can be put into it.
pub fn suppress(
    report: &FileReport,
    found: &Diagnostic,
    configuration: &str,
    reason: Option<&str>,
) -> Option<Acceptance> {
    if !is_acceptable(found) {
        return None;
    }
    if let Some(insertion) = comment(report, found, reason) {
        return Some(Acceptance {
            place: Place::Article,
            insertion,
        });
    }
    let words = telling_words(report, found);
    let mut entry = format!("{{rule: {}, text: {}", found.rule, yaml::scalar(&words));
    if let Some(reason) = reason {
        entry.push_str(&format!(", reason: {}", yaml::scalar(reason)));
    }
    entry.push('}');
    Some(Acceptance {
        place: Place::Configuration,
        insertion: yaml::into_list(configuration, "suppress", &entry)?,
    })
}

/// Settles a spelling of which a diagnostic says that another stands beside it: in the entry of the person
/// that the other is of, or in a new one. Nothing where the diagnostic is not about two spellings.
pub fn settle(
    checker: &Checker,
    report: &FileReport,
    found: &Diagnostic,
    configuration: &str,
    spelling: Spelling,
) -> Option<Acceptance> {
    if found.rule != "names/variant" {
        return None;
    }
    let source = &report.source;
    let word = source.slice(found.primary.span);
    let other = found.secondary.first()?;
    let document = checker.document(source);
    let mentions = checker.mentions(&document);
    let holds = |group: &&Group| {
        let places = group.mentions.iter();
        let mut spans = places.map(|place| document.span(place));
        spans.any(|span| span.start <= other.span.start && other.span.end <= span.end)
    };
    let whole = mentions.groups().iter().find(holds);
    let name = whole.map_or(source.slice(other.span), |group| group.name.as_str());
    let person = mentions.style_sheet().person(name);
    let person = person.or_else(|| mentions.style_sheet().person(source.slice(other.span)));
    let key = match spelling {
        Spelling::Accepted => "aliases",
        Spelling::Refused => "variants",
    };
    let word = yaml::scalar(word);
    let insertion = match person {
        Some(person) => yaml::into_entry(configuration, "people", &person.name, key, &word)?,
        None => {
            let entry = format!("{{name: {}, {key}: [{word}]}}", yaml::scalar(name));
            yaml::into_list(configuration, "people", &entry)?
        }
    };
    Some(Acceptance {
        place: Place::Configuration,
        insertion,
    })
}

/// A comment that keeps a diagnostic quiet and nothing else, where the format has comments and one can stand
/// before its line without changing how the article is read.
fn comment(report: &FileReport, found: &Diagnostic, reason: Option<&str>) -> Option<Insertion> {
    let source = &report.source;
    let hides = matches!(Format::of(source.path()), Format::Markdown | Format::Html);
    let line = source.position(found.primary.span.start).line;
    let beside = |other: &Diagnostic| {
        other.rule == found.rule
            && other.primary.file.is_none()
            && source.position(other.primary.span.start).line == line
    };
    let others = report.diagnostics().iter().filter(|other| *other != found);
    if !hides || found.primary.file.is_some() || others.into_iter().any(beside) {
        return None;
    }
    let reason = reason.map_or_else(String::new, |reason| {
        format!(": {}", reason.replace("--", "–").replace(['\n', '\r'], " "))
    });
    let comment = format!(
        "<!-- textcheck-disable-next-line {}{reason} -->",
        found.rule
    );
    let mut places = places(source, line, &comment).into_iter();
    places.find(|insertion| silences(source, found.primary.span.start, insertion))
}

/// Where a comment on a line may stand, the best place first: at the end of the words before it, as a line of its
/// own would end a paragraph; or on a line of its own.
fn places(source: &SourceFile, line: usize, comment: &str) -> Vec<Insertion> {
    let text = source.text();
    let start = source.line_span(line).start;
    let indent = text[start..].len() - text[start..].trim_start_matches([' ', '\t']).len();
    let own = Insertion {
        at: start,
        words: format!(
            "{}{comment}{}",
            &text[start..start + indent],
            line_ending(text)
        ),
    };
    let end = text[..start].trim_end().len();
    if end == 0 {
        return vec![own];
    }
    let before = Insertion {
        at: end,
        words: format!(" {comment}"),
    };
    match source.position(end).line + 1 == line {
        true => vec![before, own],
        false => vec![own, before],
    }
}

/// Whether a comment that comes in silences the line of an offset, and the article is read as before.
fn silences(source: &SourceFile, offset: usize, comment: &Insertion) -> bool {
    let text = comment.apply(source.text());
    let end = comment.at + comment.words.len();
    let path = source.path();
    if !read_alike(path, source.text(), &text) {
        return false;
    }
    let source = SourceFile::new(path, text);
    let document = Document::new(&source, GivenDates::default());
    let moved = offset + comment.words.len();
    document.directives().iter().any(|directive| {
        let (from, to) = (directive.span.start, directive.span.end);
        comment.at <= from && to <= end && directive.next_line.range().contains(&moved)
    })
}

/// No more words than these are taken from either side of a label to tell it from others.
const MOST_WORDS: usize = 24;

/// The labelled words, with so many of the words around them that no other diagnostic of the rule is meant, and
/// that a mark or a single word does not silence the rule wherever it stands.
fn telling_words(report: &FileReport, found: &Diagnostic) -> String {
    let source = &report.source;
    let text = source.text();
    let mut span = with_its_others(source, found);
    for _ in 0..MOST_WORDS {
        let told = one_line(source.slice(span));
        let is_word = |word: &&str| word.contains(char::is_alphanumeric);
        let telling = told.split(' ').filter(is_word).count() > 1;
        let others = report.diagnostics().iter().filter(|other| *other != found);
        let mut meant = others.filter(|other| would_silence(&found.rule, &told, source, other));
        if telling && meant.next().is_none() {
            return told;
        }
        let before = text[..span.start].trim_end();
        let behind = text[span.end..].trim_start();
        if before.is_empty() && behind.is_empty() {
            break;
        }
        span.start = before.rfind(char::is_whitespace).map_or(0, |at| {
            at + before[at..].chars().next().map_or(0, char::len_utf8)
        });
        let start = text.len() - behind.len();
        span.end = start + behind.find(char::is_whitespace).unwrap_or(behind.len());
    }
    one_line(source.slice(span))
}

/// Labels further from the first one than so many bytes say nothing of its place.
const NEAR: usize = 80;

/// A label with the others on its line: `Monday` alone would be any Monday, and the date beside it is the finding's.
fn with_its_others(source: &SourceFile, found: &Diagnostic) -> Span {
    let line = |span: Span| source.position(span.start).line;
    let mut whole = found.primary.span;
    for other in found.secondary.iter().filter(|other| other.file.is_none()) {
        let span = other.span;
        let near = span.start < whole.end + NEAR && whole.start < span.end + NEAR;
        if found.primary.file.is_none() && near && line(span) == line(whole) {
            whole = Span::new(whole.start.min(span.start), whole.end.max(span.end));
        }
    }
    whole
}

/// The configuration that an article's acceptances go into: the nearest one, or a new one beside it.
pub fn configuration_of(article: &Path) -> PathBuf {
    let folder = article.parent().unwrap_or(Path::new(""));
    crate::config::find(folder).unwrap_or_else(|| folder.join(crate::config::FILE_NAME))
}
