//! `table`: what was understood, in columns for a reader at a terminal.

use std::borrow::Cow;
use std::io::{self, Write};

use super::citations::{Cited, all};
use super::rows::{Row, place, rows};
use super::{Article, Worksheet, iso, words};
use crate::archive::Sourced;
use crate::mentions::dates::Calendar;
use crate::mentions::names::Group;
use crate::mentions::quotes::Quotation;
use crate::report::safe::safe;

/// Lines are not longer than this, in characters, unless the other columns alone are.
const WIDTH: usize = 100;

/// The column that gives way keeps at least this many characters.
const NARROWEST: usize = 16;

/// A speaker's description is cut to this many characters.
const SPEAKER: usize = 30;

/// A heading for each article, and under it time, names and quotations, each in aligned columns.
#[derive(Debug, Default)]
pub struct Table {
    begun: bool,
}

impl Worksheet for Table {
    fn article(&mut self, out: &mut dyn Write, article: &Article) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) {
            writeln!(out)?;
        }
        let path = article.document.source().name();
        match article.mentions.article_date() {
            Some(date) => writeln!(
                out,
                "{}, dated {} by {}",
                safe(&path),
                iso(date.date),
                date.source.describe()
            )?,
            None => writeln!(out, "{}, without a date", safe(&path))?,
        }
        let sections = [
            time(article),
            names(article),
            quotations(article),
            citations(article),
        ];
        if sections.iter().all(|section| section.rows.is_empty()) {
            return writeln!(out, "\n  nothing");
        }
        sections
            .into_iter()
            .filter(|section| !section.rows.is_empty())
            .try_for_each(|section| section.write(out))
    }

    fn finish(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// Rows under the names of their columns.
struct Section {
    head: &'static [&'static str],
    rows: Vec<Vec<String>>,
    /// The column that gives way where a line would be too long.
    gives_way: usize,
}

fn time(article: &Article) -> Section {
    Section {
        head: &[
            "place", "time", "words", "earliest", "latest", "how", "anchor", "person",
        ],
        rows: rows(article).into_iter().map(cells).collect(),
        gives_way: 2,
    }
}

fn cells(row: Row) -> Vec<String> {
    let julian = row.calendar == Some(Calendar::Julian);
    vec![
        place(row.place),
        match row.what {
            "date" => row.kind,
            what => format!("{what} {}", row.kind),
        },
        row.text,
        row.earliest,
        row.latest,
        format!("{}{}", row.precision, if julian { ", julian" } else { "" }),
        row.anchor,
        row.person,
    ]
}

fn citations(article: &Article) -> Section {
    let source = article.document.source();
    let cells = |cited: Cited| {
        let position = source.position(cited.span.start);
        vec![
            place((position.line, position.column)),
            cited.kind.to_owned(),
            source.slice(cited.span).to_owned(),
            cited.target.unwrap_or_default(),
        ]
    };
    Section {
        head: &["place", "citation", "words", "leads to"],
        rows: all(article).into_iter().map(cells).collect(),
        gives_way: 3,
    }
}

fn names(article: &Article) -> Section {
    let cells = |group: &Group| {
        let places = group.mentions.iter().map(|at| place(article.place(at)));
        vec![
            group.name.clone(),
            group.mentions.len().to_string(),
            places.collect::<Vec<_>>().join(" "),
        ]
    };
    Section {
        head: &["name", "times", "places"],
        rows: article.mentions.groups().iter().map(cells).collect(),
        gives_way: 2,
    }
}

/// `verbatim memoir.txt:12`
fn in_source(sourced: &Sourced, quotation: &Quotation) -> String {
    let Some(verdict) = sourced.verdict(quotation) else {
        return String::new();
    };
    let status = sourced.status(quotation, verdict).describe();
    verdict.place().map_or_else(
        || status.to_owned(),
        |place| {
            let line = place.file.position(place.range.start).line;
            format!("{status} {}:{line}", place.file.name())
        },
    )
}

fn quotations(article: &Article) -> Section {
    let cells = |quotation: &Quotation| {
        let runs = quotation.runs.iter().map(|run| article.words(&run.words));
        let speaker = quotation.attribution.speaker.as_ref();
        let mut cells = vec![
            place(article.place(&quotation.range())),
            words::class(quotation.class).to_owned(),
            runs.collect::<Vec<_>>().join(" "),
            speaker.map_or_else(String::new, |range| {
                clipped(article.words(range), SPEAKER).into_owned()
            }),
            words::grade(quotation.attribution.grade).to_owned(),
            (quotation.attribution.how)
                .map_or("", words::how)
                .to_owned(),
        ];
        if let Some(sourced) = &article.sourced {
            cells.push(in_source(sourced, quotation));
        }
        cells
    };
    Section {
        head: match article.sourced {
            Some(_) => &[
                "place",
                "quotation",
                "words",
                "speaker",
                "by",
                "found",
                "source",
            ],
            None => &["place", "quotation", "words", "speaker", "by", "found"],
        },
        rows: article
            .mentions
            .quotes()
            .quotations
            .iter()
            .map(cells)
            .collect(),
        gives_way: 2,
    }
}

impl Section {
    /// Writes the columns that say something in at least one row.
    fn write(mut self, out: &mut dyn Write) -> io::Result<()> {
        for cell in self.rows.iter_mut().flatten() {
            if let Cow::Owned(shown) = safe(cell) {
                *cell = shown;
            }
        }
        let widths = self.widths();
        let head: Vec<_> = self.head.iter().map(|&name| name.to_owned()).collect();
        writeln!(out)?;
        for row in std::iter::once(&head).chain(&self.rows) {
            let mut line = String::new();
            for (cell, &width) in row.iter().zip(&widths).filter(|(_, width)| **width > 0) {
                line.push_str(&format!("  {:width$}", clipped(cell, width)));
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// The width of each column in characters; 0 for one that is empty.
    fn widths(&self) -> Vec<usize> {
        let length = |cell: &str| cell.chars().count();
        let widest = |column: usize| {
            let cells = self.rows.iter().map(|row| length(&row[column])).max();
            match cells.unwrap_or_default() {
                0 => 0,
                widest => widest.max(length(self.head[column])),
            }
        };
        let mut widths: Vec<_> = (0..self.head.len()).map(widest).collect();
        let given = widths[self.gives_way];
        let all: usize = widths
            .iter()
            .filter(|&&width| width > 0)
            .map(|width| width + 2)
            .sum();
        let room = (WIDTH + given).saturating_sub(all);
        widths[self.gives_way] = given.min(room.max(NARROWEST));
        widths
    }
}

/// A cell cut to a width in characters.
fn clipped(cell: &str, width: usize) -> Cow<'_, str> {
    match cell.char_indices().nth(width) {
        None => cell.into(),
        Some(_) => {
            let kept: String = cell.chars().take(width.saturating_sub(1)).collect();
            format!("{}…", kept.trim_end()).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_cut_between_characters() {
        assert_eq!(clipped("Møller", 6), "Møller");
        assert_eq!(clipped("Møller", 3), "Mø…");
        assert_eq!(clipped("of a day", 4), "of…");
    }

    #[test]
    fn an_empty_column_is_left_out_and_control_characters_are_named() {
        let section = Section {
            head: &["a", "b", "c"],
            rows: vec![vec!["x\u{1b}".into(), String::new(), "y".repeat(200)]],
            gives_way: 2,
        };
        let mut out = Vec::new();
        section.write(&mut out).unwrap();
        let shown = String::from_utf8(out).unwrap();
        assert!(shown.contains("\n  a        c\n  x\\u{1b}  yyy"), "{shown}");
        assert!(shown.lines().all(|line| line.chars().count() <= WIDTH));
    }
}
