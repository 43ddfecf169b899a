//! `checkstyle`: the XML of Checkstyle, which Jenkins, reviewdog and many editors read.

use std::io::{self, Write};

use super::safe::safe;
use super::told::told;
use super::xml::Xml;
use super::{Report, Summary};
use crate::diagnostic::{Diagnostic, Severity};
use crate::engine::FileReport;

/// The version of Checkstyle whose format this is.
const VERSION: &str = "4.3";

/// Writes the document at the end of the run.
#[derive(Default)]
pub struct Checkstyle {
    xml: Option<Xml>,
}

impl Checkstyle {
    fn begin(&mut self) -> &mut Xml {
        self.xml.get_or_insert_with(|| {
            let mut xml = Xml::new();
            xml.open("checkstyle", &[("version", VERSION)]);
            xml
        })
    }
}

impl Report for Checkstyle {
    fn file(&mut self, _: &mut dyn Write, file: &FileReport) -> io::Result<()> {
        let xml = self.begin();
        let path = file.source.name();
        if let Err(reason) = &file.outcome {
            xml.open("file", &[("name", &safe(&path))]);
            let error = [
                ("severity", "error"),
                ("message", &*safe(reason)),
                ("source", "textcheck/unreadable"),
            ];
            xml.leaf("error", &error, "");
            xml.close();
        }
        // A diagnostic may lie in another file, such as a bibliography.
        let home = |diagnostic: &Diagnostic| diagnostic.primary.source(&file.source).name();
        for diagnostics in file
            .diagnostics()
            .chunk_by(|one, next| home(one) == home(next))
        {
            xml.open("file", &[("name", &safe(&home(&diagnostics[0])))]);
            for diagnostic in diagnostics {
                write(xml, file, diagnostic);
            }
            xml.close();
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        self.begin();
        let document = self.xml.take().map(Xml::finish).unwrap_or_default();
        out.write_all(document.as_bytes())
    }
}

fn write(xml: &mut Xml, file: &FileReport, diagnostic: &Diagnostic) {
    let source = diagnostic.primary.source(&file.source);
    let at = source.position(diagnostic.primary.span.start);
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Suggestion => "info",
    };
    xml.leaf(
        "error",
        &[
            ("line", &at.line.to_string()),
            ("column", &at.column.to_string()),
            ("severity", severity),
            ("message", &told(&file.source, diagnostic)),
            ("source", &diagnostic.rule),
        ],
        "",
    );
}
