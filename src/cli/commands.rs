//! The subcommands: about rules, schemas, configuration and shells.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use clap_complete::Shell;
use textcheck::config::FILE_NAME;
use textcheck::report::counted;
use textcheck::rules::{OWN, RuleSet, catalogue};
use textcheck::{schema, trial};

use super::Exit;
use super::args::{Cli, RuleSource};
use super::choices::SchemaOf;
use super::output::{Output, complain, print};
use super::project::{open, rules, unknown_rule};

/// `textcheck rules`
pub(super) fn list(source: &RuleSource) -> io::Result<Exit> {
    with_rules(source, |rules| {
        print(&catalogue::table(rules))?;
        Ok(Exit::Clean)
    })
}

/// `textcheck explain RULE`
pub(super) fn explain(id: &str, source: &RuleSource) -> io::Result<Exit> {
    with_rules(source, |rules| match rules.get(id) {
        Some(rule) => {
            print(&catalogue::page(rule))?;
            Ok(Exit::Clean)
        }
        None => match OWN.iter().find(|own| own.id == id) {
            Some(own) => {
                print(&catalogue::own_page(own))?;
                Ok(Exit::Clean)
            }
            None => {
                complain(unknown_rule(rules, id));
                Ok(Exit::Failed)
            }
        },
    })
}

/// The rules of the command line and of the configuration here, with their examples.
fn with_rules(
    source: &RuleSource,
    act: impl FnOnce(&RuleSet) -> io::Result<Exit>,
) -> io::Result<Exit> {
    match rules(source, true).and_then(|rules| open(source, Path::new("."), rules)) {
        Ok(project) => act(&project.rules),
        Err(refused) => refused.show(Output::plain()),
    }
}

/// `textcheck test [RULES]...`
pub(super) fn test(paths: &[PathBuf]) -> io::Result<Exit> {
    let source = RuleSource {
        rules: paths.to_vec(),
        no_default_rules: !paths.is_empty(),
        config: None,
    };
    let rules = match rules(&source, true) {
        Ok(rules) => rules,
        Err(refused) => return refused.show(Output::plain()),
    };
    let mut words = String::new();
    let (mut count, mut examples, mut failed) = (0, 0, 0);
    for rule in rules.iter() {
        count += 1;
        examples += rule.tests.report.len() + rule.tests.accept.len();
        for failure in trial::examine(&rules, rule) {
            failed += 1;
            let _ = writeln!(
                words,
                "{}: {}\n    {}",
                failure.rule, failure.reason, failure.text
            );
        }
    }
    let _ = writeln!(
        words,
        "{}, {}: {failed} failed",
        counted(count, "rule"),
        counted(examples, "example")
    );
    print(&words)?;
    Ok(if failed == 0 {
        Exit::Clean
    } else {
        Exit::Found
    })
}

/// `textcheck schema [OF]`
pub(super) fn schema(of: SchemaOf) -> io::Result<Exit> {
    print(&match of {
        SchemaOf::Rules => schema::rules(),
        SchemaOf::Configuration => schema::configuration(),
        SchemaOf::Report => schema::report(),
        SchemaOf::Facts => schema::facts(),
    })?;
    Ok(Exit::Clean)
}

/// `textcheck lsp`
pub(super) fn lsp() -> io::Result<Exit> {
    let in_order = textcheck::lsp::stdio()?;
    Ok(if in_order { Exit::Clean } else { Exit::Found })
}

/// `textcheck init`
pub(super) fn init() -> io::Result<Exit> {
    match File::create_new(FILE_NAME) {
        Ok(mut file) => {
            file.write_all(include_str!("init.yaml").as_bytes())?;
            print(&format!(
                "wrote {FILE_NAME}; every key in it is commented out\n"
            ))?;
            Ok(Exit::Clean)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            complain(format!(
                "{FILE_NAME} exists here already; nothing was written"
            ));
            Ok(Exit::Failed)
        }
        Err(error) => Err(error),
    }
}

/// `textcheck completions SHELL`
pub(super) fn completions(shell: Shell) -> io::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "textcheck", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(Exit::Clean)
}
