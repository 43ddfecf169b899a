//! `csv`: what was understood about time, for spreadsheets; quoted as RFC 4180 wants it.

use std::borrow::Cow;
use std::io::{self, Write};

use super::rows::{Row, rows};
use super::{Article, Worksheet, words};

/// The names of the columns.
const HEAD: &str =
    "path,line,column,what,text,kind,precision,earliest,latest,calendar,anchor,person";

/// One line for each date, age, duration and anniversary, under a line of names.
#[derive(Debug, Default)]
pub struct Csv {
    headed: bool,
}

impl Csv {
    fn head(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if !std::mem::replace(&mut self.headed, true) {
            writeln!(out, "{HEAD}")?;
        }
        Ok(())
    }
}

impl Worksheet for Csv {
    fn article(&mut self, out: &mut dyn Write, article: &Article) -> io::Result<()> {
        self.head(out)?;
        let path = article.document.source().name();
        rows(article)
            .iter()
            .try_for_each(|row| writeln!(out, "{}", line(&path, row)))
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.head(out)
    }
}

fn line(path: &str, row: &Row) -> String {
    let (line, column) = row.place;
    let fields = [
        path,
        &line.to_string(),
        &column.to_string(),
        row.what,
        &row.text,
        &row.kind,
        row.precision,
        &row.earliest,
        &row.latest,
        row.calendar.map_or("", words::calendar),
        &row.anchor,
        &row.person,
    ];
    fields.map(quoted).join(",")
}

/// A field in quotation marks if it needs them.
fn quoted(field: &str) -> Cow<'_, str> {
    if field.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\"")).into()
    } else {
        field.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_where_they_must_be() {
        for (field, expected) in [
            ("16 February 1938", "16 February 1938"),
            ("Feb. 16, 1938", "\"Feb. 16, 1938\""),
            ("the \"70th\"", "\"the \"\"70th\"\"\""),
            ("a\nb", "\"a\nb\""),
            ("", ""),
        ] {
            assert_eq!(quoted(field), expected);
        }
    }
}
