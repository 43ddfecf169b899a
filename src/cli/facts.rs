//! `textcheck facts [PATH]...`: what was understood.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use textcheck::report::facts::{Article, Csv, Json, Table, Worksheet, refusal};

use super::Exit;
use super::args::{Articles, Check, Facts};
use super::choices::FactsFormat;
use super::output::{Output, complain};
use super::plan::{Step, faults, plan};
use super::project::Checkers;

pub(super) fn run(args: &Facts) -> io::Result<Exit> {
    list(
        &args.articles,
        args.config.as_deref(),
        worksheet(args.format),
    )
}

/// Reads the articles as a check would, with their configurations and dates, and fills in a worksheet.
pub(super) fn list(
    articles: &Articles,
    config: Option<&Path>,
    worksheet: Box<dyn Worksheet>,
) -> io::Result<Exit> {
    let check = Check::of(articles, config);
    match Checkers::new(&check).and_then(|mut checkers| plan(&check, &mut checkers)) {
        Ok(steps) => carry_out(&check, steps, worksheet),
        Err(refused) => refused.show(Output::plain()),
    }
}

fn worksheet(format: FactsFormat) -> Box<dyn Worksheet> {
    match format {
        FactsFormat::Table => Box::<Table>::default(),
        FactsFormat::Json => Box::<Json>::default(),
        FactsFormat::Csv => Box::<Csv>::default(),
    }
}

/// Lists the files that can be read; the others are named on standard error, for no format of the
/// worksheet has a place for them.
fn carry_out(
    args: &Check,
    steps: Vec<Step>,
    mut worksheet: Box<dyn Worksheet>,
) -> io::Result<Exit> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut exit = Exit::Clean;
    for step in &steps {
        match step.read(args) {
            Ok((source, checker)) => {
                let document = checker.document(&source);
                let mentions = checker.mentions(&document);
                let article = Article::new(&mentions, checker.sourced(&mentions));
                worksheet.article(&mut out, &article)?;
            }
            Err(file) => {
                complain(refusal(&file.path, &file.reason));
                exit = Exit::Failed;
            }
        }
    }
    for fault in faults(&steps) {
        complain(refusal(&fault.path, &fault.reason));
        exit = Exit::Failed;
    }
    worksheet.finish(&mut out)?;
    out.flush()?;
    Ok(exit)
}
