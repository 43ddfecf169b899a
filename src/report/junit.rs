//! `junit`: JUnit XML, which nearly every CI shows as test results: one failure for each diagnostic.
//!
//! The schema is that of Jenkins's xUnit plugin (`junit-10.xsd`), the narrowest in use.

use std::io::{self, Write};

use super::safe::safe;
use super::told::{place, told};
use super::xml::Xml;
use super::{Report, Summary};
use crate::diagnostic::Diagnostic;
use crate::engine::FileReport;

/// Writes the document at the end of the run.
#[derive(Debug, Default)]
pub struct Junit {
    suites: Vec<Suite>,
}

/// A file.
#[derive(Debug)]
struct Suite {
    path: String,
    error: Option<String>,
    failures: Vec<Failure>,
}

#[derive(Debug)]
struct Failure {
    name: String,
    severity: &'static str,
    message: String,
    words: String,
}

impl Suite {
    /// A file in which nothing is found is a test that has passed.
    fn tests(&self) -> usize {
        self.failures.len().max(1)
    }
}

impl Report for Junit {
    fn file(&mut self, _: &mut dyn Write, file: &FileReport) -> io::Result<()> {
        self.suites.push(Suite {
            path: safe(&file.source.name()).into_owned(),
            error: file.outcome.as_ref().err().cloned(),
            failures: file
                .diagnostics()
                .iter()
                .map(|diagnostic| failure(file, diagnostic))
                .collect(),
        });
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        let total = |count: fn(&Suite) -> usize| self.suites.iter().map(count).sum::<usize>();
        let mut xml = Xml::new();
        xml.open(
            "testsuites",
            &[
                ("name", "textcheck"),
                ("tests", &total(Suite::tests).to_string()),
                ("failures", &total(|suite| suite.failures.len()).to_string()),
                (
                    "errors",
                    &total(|suite| usize::from(suite.error.is_some())).to_string(),
                ),
            ],
        );
        for suite in &self.suites {
            write(&mut xml, suite);
        }
        out.write_all(xml.finish().as_bytes())
    }
}

fn failure(file: &FileReport, diagnostic: &Diagnostic) -> Failure {
    Failure {
        name: format!(
            "{} at {}",
            diagnostic.rule,
            place(&file.source, &diagnostic.primary)
        ),
        severity: diagnostic.severity.name(),
        message: safe(&diagnostic.message).into_owned(),
        words: told(&file.source, diagnostic),
    }
}

fn write(xml: &mut Xml, suite: &Suite) {
    let path = suite.path.as_str();
    xml.open(
        "testsuite",
        &[
            ("name", path),
            ("tests", &suite.tests().to_string()),
            ("failures", &suite.failures.len().to_string()),
            ("errors", &usize::from(suite.error.is_some()).to_string()),
            ("file", path),
        ],
    );
    if let Some(reason) = &suite.error {
        xml.open("testcase", &[("name", "readable"), ("classname", path)]);
        xml.leaf("error", &[("message", &safe(reason))], "");
        xml.close();
    } else if suite.failures.is_empty() {
        xml.leaf("testcase", &[("name", "clean"), ("classname", path)], "");
    }
    for failure in &suite.failures {
        xml.open("testcase", &[("name", &failure.name), ("classname", path)]);
        xml.leaf(
            "failure",
            &[("type", failure.severity), ("message", &failure.message)],
            &failure.words,
        );
        xml.close();
    }
    xml.close();
}
