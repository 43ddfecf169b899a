//! Block quotations: paragraphs set apart.

use std::ops::Range;

use super::attribution::Attribution;
use super::class::is_code;
use super::speaker::is_credit;
use super::{Class, Glyph, Kind, Quotation, Run};
use crate::document::{BlockKind, Document};

/// The block quotations of a document in order: neighbouring blocks are one, as old pages put each
/// paragraph of a quotation into a `<blockquote>`; what names a source ends one.
pub(super) fn quotations(document: &Document) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut goes_on = false;
    let mut coded = false;
    // Whether only headings stand before.
    let mut titled = None;
    for block in document.blocks() {
        let words = &document.text()[block.range.clone()];
        titled = match block.kind {
            BlockKind::Heading => titled.or(Some(true)),
            BlockKind::Paragraph => Some(false),
            _ => titled,
        };
        if block.kind != BlockKind::Quote || block.credit || is_credit(words.trim_start()) {
            (goes_on, coded) = (false, false);
            continue;
        }
        coded |= !goes_on && reads_as_code(document, &block.range);
        if coded {
            continue;
        }
        if !goes_on && is_aside(document, &block.range, titled == Some(true)) {
            continue;
        }
        let run = Run {
            open: block.range.start..block.range.start,
            words: block.range.start..credit_below(document, &block.range),
            close: None,
        };
        match found.last_mut().filter(|_| goes_on) {
            Some(last) => last.runs.push(run),
            None => found.push(Quotation {
                kind: Kind::Unmarked,
                glyphs: (Glyph::Straight, Glyph::Straight),
                runs: vec![run],
                depth: 0,
                class: Class::Block,
                attribution: Attribution::default(),
            }),
        }
        goes_on = true;
    }
    found
}

/// So much of a block tells what it is, in bytes.
const SHORT: usize = 200;

/// Whether the author steps aside instead of quoting: `> ⚠️ Upgrading?`, `> Note: …`, `> (Rationale: …)`, `> This
/// crate is …`, or the line behind `>` that says under its title what a page is.
fn is_aside(document: &Document, block: &Range<usize>, titled: bool) -> bool {
    const NOTES: [&str; 14] = [
        "Attention",
        "Caution",
        "Danger",
        "Disclaimer",
        "Editor",
        "Hint",
        "Important",
        "Info",
        "N.B",
        "NB",
        "Note",
        "Tip",
        "Update",
        "Warning",
    ];
    const OF_ITSELF: [&str; 10] = [
        "this crate",
        "this document",
        "this guide",
        "this library",
        "this package",
        "this page",
        "this plugin",
        "this project",
        "this repository",
        "this tool",
    ];
    let words = document.text()[block.clone()].trim();
    let marked = is_marked(document, block);
    let sign = words.starts_with(|c: char| {
        !(c.is_alphanumeric() || c.is_ascii_punctuation() || "“‘„«…—–¿¡".contains(c))
    });
    let bracketed = words.starts_with('(') && words.trim_end_matches('.').ends_with(')');
    let noted = NOTES.iter().any(|note| {
        let rest = words.strip_prefix(note).unwrap_or("x");
        rest.starts_with([':', '.', '!', ' ', '—', '–'])
            && (rest.contains(':') || !rest.starts_with(' '))
    });
    let near = words[..words.floor_char_boundary(SHORT)].to_lowercase();
    let itself = OF_ITSELF.iter().any(|phrase| near.contains(phrase));
    let tagline = titled && words.len() <= SHORT && !words.starts_with(['"', '“', '‘', '\'']);
    sign || bracketed || noted || marked && (itself || tagline)
}

/// Whether `>` stands before a block.
fn is_marked(document: &Document, block: &Range<usize>) -> bool {
    let written = document.source().text();
    let at = document.span(block).range().start;
    let line = written[..at].rsplit(['\n', '\r']).next();
    line.is_some_and(|line| line.trim_start().starts_with('>'))
}

/// Whether a block that is only indented holds code: all of it does, up to the author's own words.
fn reads_as_code(document: &Document, block: &Range<usize>) -> bool {
    let words = &document.text()[block.clone()];
    !is_marked(document, block) && is_code(&words[..words.floor_char_boundary(SHORT)])
}

/// Where the words of a block end, before a last line that names their source: `> — E. P. Thompson`.
fn credit_below(document: &Document, block: &Range<usize>) -> usize {
    let text = document.text();
    let source = document.source().text();
    let dashes = text[block.clone()].rmatch_indices(['—', '–', '―', '-']);
    let mut starts = dashes.map(|(at, _)| block.start + at);
    let found = starts.by_ref().take(8).find(|&at| {
        let line = source[..document.span(&(at..at)).start]
            .rsplit(['\n', '\r'])
            .next();
        let opens = line.is_some_and(|line| line.chars().all(|c| c.is_whitespace() || c == '>'));
        opens && at > block.start && is_credit(&text[at..block.end])
    });
    found.map_or(block.end, |at| text[..at].trim_end().len())
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, GivenDates};
    use crate::mentions::quotes::extract;

    #[test]
    fn a_block_that_only_names_a_source_quotes_nothing() {
        for blank in [" ", "\u{a0}"] {
            let text = format!("It rained.\n\n>{blank}— Ann Bell");
            let source = crate::SourceFile::new("a.md", &text);
            let document = Document::new(&source, GivenDates::default());
            assert!(extract(&document).quotations.is_empty(), "{text}");
        }
    }
}
