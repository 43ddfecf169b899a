//! The command line: arguments, exit codes, where output goes. Nothing that a user of the library would miss.

mod accept;
mod args;
mod changed;
mod check;
mod choices;
mod commands;
mod destination;
mod facts;
mod fix;
mod interrupt;
mod names;
mod output;
mod plan;
mod progress;
mod project;
mod sources;
mod text;
mod verify;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exit {
    /// Nothing at or above `--fail-on`.
    Clean,
    /// Something.
    Found,
    /// The run itself failed: usage, configuration, unreadable file.
    Failed,
    /// Somebody stopped it; what it had found was reported.
    Stopped,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Clean => 0,
            Exit::Found => 1,
            Exit::Failed => 2,
            Exit::Stopped => interrupt::CODE,
        })
    }
}

pub(crate) fn run() -> ExitCode {
    let cli = Cli::parse();
    let done = match &cli.command {
        None => check::run(&cli.check),
        Some(Command::Facts(args)) => facts::run(args),
        Some(Command::Names(args)) => names::run(args),
        Some(Command::Text(args)) => text::run(args),
        Some(Command::Verify(args)) => verify::run(args),
        Some(Command::Quote(args)) => verify::quote(args),
        Some(Command::Accept(args)) => accept::run(args),
        Some(Command::Rules(source)) => commands::list(source),
        Some(Command::Explain { rule, source }) => commands::explain(rule, source),
        Some(Command::Test { rules }) => commands::test(rules),
        Some(Command::Schema { of }) => commands::schema(*of),
        Some(Command::Init) => commands::init(),
        Some(Command::Lsp { .. }) => commands::lsp(),
        Some(Command::Completions { shell }) => commands::completions(*shell),
    };
    match done {
        Ok(exit) => exit.into(),
        // The reader has seen enough: `textcheck | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(error);
            Exit::Failed.into()
        }
    }
}
