//! What may be written behind `textcheck`.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;
use textcheck::source::Encoding;

use super::choices::{Color, FactsFormat, FailOn, SchemaOf, date, encoding};

use super::destination::{Destination, Format};

/// Finds what contradicts itself in an article: dates, names, quotations.
#[derive(Debug, Parser)]
#[command(
    name = "textcheck",
    version,
    about = "Finds what contradicts itself in an article draft: dates, names, quotations",
    args_conflicts_with_subcommands = true,
    after_help = "Exit codes: 0 nothing at or above --fail-on, 1 something, 2 the run itself failed, 130 stopped by Ctrl-C."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) check: Check,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List what was understood: dates, ages and lengths of time, names, quotations.
    Facts(Facts),
    /// Print what is read of articles, without their markup.
    Text(Text),
    /// List the names, with counts and suspected variants.
    Names(Names),
    /// Check the quotations of articles against source texts.
    Verify(Verify),
    /// Look one quotation up in source texts.
    Quote(Quote),
    /// Say that what was found at a place is right: in a comment, `suppress:` or the style sheet.
    Accept(Accept),
    /// List the rules with severity, kind and origin.
    Rules(RuleSource),
    /// Say what a rule finds, why, and how to silence it.
    Explain {
        /// Id of a rule, `family/defect`.
        rule: String,
        #[command(flatten)]
        source: RuleSource,
    },
    /// Run the examples of rule files (of the default rules when none is named).
    Test {
        /// Files or folders of rules.
        rules: Vec<PathBuf>,
    },
    /// Print the JSON Schema of a file, for editors.
    Schema {
        /// Of which file.
        #[arg(default_value = "rules")]
        of: SchemaOf,
    },
    /// Write a commented textcheck.yaml into the current folder.
    Init,
    /// Serve an editor: a language server on standard input and output.
    Lsp {
        /// Accepted from clients that say how they connect; there is no other way.
        #[arg(long, hide = true)]
        stdio: bool,
    },
    /// Print the completions of a shell.
    Completions {
        /// Which shell.
        shell: clap_complete::Shell,
    },
}

/// Which rules there are.
#[derive(Debug, Args)]
pub(crate) struct RuleSource {
    /// Add the rules of a file or folder; a rule replaces the one of its id.
    #[arg(long, value_name = "FILE|DIR")]
    pub(crate) rules: Vec<PathBuf>,
    /// Leave out the rules that are compiled in.
    #[arg(long)]
    pub(crate) no_default_rules: bool,
    /// Read this configuration instead of looking for textcheck.yaml.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// Which articles to read.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Articles {
    /// Files or folders; the current folder when none is named; - for standard input.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Check the files that this one lists, one a line; - for standard input. Those that are no articles by their
    /// names are passed over.
    #[arg(long, value_name = "FILE")]
    pub(crate) files_from: Option<PathBuf>,
    /// The list of --files-from has NUL between its paths, as `git diff -z` and `find -print0` write it.
    #[arg(short = '0', long, requires = "files_from")]
    pub(crate) null: bool,
    /// The name that standard input goes by: says its format and finds its configuration.
    #[arg(
        long,
        value_name = "PATH",
        default_value = "stdin.txt",
        hide_default_value = true
    )]
    pub(crate) stdin_filename: PathBuf,
    /// The encoding of files that are not in Unicode: windows-1252, koi8-r and the like.
    #[arg(long, value_name = "LABEL", value_parser = encoding)]
    pub(crate) encoding: Option<Encoding>,
    /// The article's date: what `tomorrow` and `70 years ago` count from.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) document_date: Option<Date>,
}

impl Articles {
    /// Whether those of the current folder are meant.
    pub(crate) fn are_here(&self) -> bool {
        self.paths.is_empty() && self.files_from.is_none()
    }
}

/// Which articles to print.
#[derive(Debug, Args)]
pub(crate) struct Text {
    /// Files or folders.
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// The encoding of files that are not in Unicode.
    #[arg(long, value_name = "LABEL", value_parser = encoding)]
    pub(crate) encoding: Option<Encoding>,
}

/// What is told of a run, in which form and where.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Reports {
    /// How to report, and into which file [default: fancy]; may be given again, for another file.
    #[arg(long, value_name = "FORMAT[=FILE]")]
    pub(crate) format: Vec<Destination>,
    /// When to use colours.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Show every diagnostic of a rule that speaks often.
    #[arg(long)]
    pub(crate) all: bool,
    /// Leave out the summary line.
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Add a table: how often each rule spoke, in how many files. A job summary, too, in GitHub Actions.
    #[arg(long)]
    pub(crate) summary: bool,
    /// Close with a table of the quotations: `textcheck verify`.
    #[arg(skip)]
    pub(crate) quotations: bool,
}

impl Reports {
    /// Whether some report says of each rule what it is for.
    pub(crate) fn describe_rules(&self) -> bool {
        self.format
            .iter()
            .any(|destination| destination.format == Format::Sarif)
    }
}

/// What to check, and how.
#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) articles: Articles,
    #[command(flatten)]
    pub(crate) reports: Reports,
    #[command(flatten)]
    pub(crate) source: RuleSource,
    #[command(flatten)]
    pub(crate) index: Index,
    /// Only these: of a family the rules that are on anyway, a rule by its own name also if it is off.
    #[arg(long, value_name = "RULE|FAMILY", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Not these rules or families.
    #[arg(long, value_name = "RULE|FAMILY", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// At or above which severity the exit code is 1 [default: error].
    #[arg(long, value_enum)]
    pub(crate) fail_on: Option<FailOn>,
    /// How many files to check at once [default: as many as there are cores].
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<usize>,
    /// Compare the articles with each other too: names, quotations.
    #[arg(long)]
    pub(crate) cross_file: bool,
    #[command(flatten)]
    pub(crate) fixing: Fixing,
    /// Only what touches lines that changed since this branch left a commit; asks git.
    #[arg(long, value_name = "REV", conflicts_with_all = ["changed_in", "fixes"])]
    pub(crate) changed_since: Option<String>,
    /// Only what touches lines that a unified diff adds; - for standard input.
    #[arg(long, value_name = "FILE", conflicts_with = "fixes")]
    pub(crate) changed_in: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) known: Known,
    /// Source texts of `textcheck verify`.
    #[arg(skip)]
    pub(crate) sources: Vec<PathBuf>,
}

/// Which findings are known.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Known {
    /// Keep quiet what this file knows; it wins over `baseline:` of textcheck.yaml.
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Take what is found now for known: write it into this file, report nothing, and exit with 0.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "fixes"])]
    pub(crate) write_baseline: Option<PathBuf>,
}

/// Which fixes to make, and where.
#[derive(Clone, Copy, Debug, Default, Args)]
pub(crate) struct Fixing {
    /// Make the safe fixes in the files, then report the rest (from standard input: to standard output).
    #[arg(long, group = "fixes")]
    pub(crate) fix: bool,
    /// With --fix or --diff: the suggested fixes too.
    #[arg(long, requires = "fixes")]
    pub(crate) suggested: bool,
    /// Show what --fix would change, and change nothing; exit with 1 if there is something.
    #[arg(long, group = "fixes")]
    pub(crate) diff: bool,
}

/// Where big archives of source texts have their index.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Index {
    /// Keep the index of source texts in this folder, also of small archives [default: above 50 MB, in
    /// the user's cache folder].
    #[arg(long, value_name = "DIR")]
    pub(crate) index: Option<PathBuf>,
    /// Keep no index of source texts on the disk; more than 50 MB of them take three times their size in memory.
    #[arg(long, conflicts_with = "index")]
    pub(crate) no_index: bool,
}

/// Of what to list the facts, and how.
#[derive(Debug, Args)]
pub(crate) struct Facts {
    #[command(flatten)]
    pub(crate) articles: Articles,
    /// How to list them.
    #[arg(long, value_enum, default_value_t = FactsFormat::Table)]
    pub(crate) format: FactsFormat,
    /// Read this configuration instead of looking for textcheck.yaml.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// Of what to list the names, and how.
#[derive(Debug, Args)]
pub(crate) struct Names {
    #[command(flatten)]
    pub(crate) articles: Articles,
    /// Write them as `people:` of textcheck.yaml, ready to paste.
    #[arg(long)]
    pub(crate) style_sheet: bool,
    /// Read this configuration instead of looking for textcheck.yaml.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// Which articles to check against which sources.
#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub(crate) articles: Articles,
    /// Files or folders of source texts.
    #[arg(long, required = true, num_args = 1.., value_name = "FILE|DIR")]
    pub(crate) sources: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) index: Index,
    #[command(flatten)]
    pub(crate) reports: Reports,
}

/// The rules that compare quotations with sources.
const SOURCED: [&str; 4] = [
    "quotes/misquoted",
    "quotes/misattributed",
    "quotes/spliced",
    "quotes/not-in-sources",
];

impl Verify {
    /// The check of the quotation rules alone, with these sources and no others.
    pub(crate) fn as_check(&self) -> Check {
        Check {
            select: SOURCED.map(str::to_owned).to_vec(),
            sources: self.sources.clone(),
            index: self.index.clone(),
            reports: Reports {
                all: true,
                quotations: true,
                ..self.reports.clone()
            },
            ..Check::of(&self.articles, None)
        }
    }
}

/// What is accepted, and why.
#[derive(Debug, Args)]
pub(crate) struct Accept {
    /// Where the finding begins, as reports show it: FILE:LINE or FILE:LINE:COLUMN.
    pub(crate) place: String,
    /// Why it is right as it is.
    #[arg(long, value_name = "WORDS")]
    pub(crate) reason: Option<String>,
    /// The rule, where several speak of the place.
    #[arg(long, value_name = "RULE")]
    pub(crate) rule: Option<String>,
    /// The article's date, if it was given when the finding was reported.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) document_date: Option<Date>,
    /// The encoding of the file, if it is not in Unicode.
    #[arg(long, value_name = "LABEL", value_parser = encoding)]
    pub(crate) encoding: Option<Encoding>,
    /// Write into this configuration instead of the nearest textcheck.yaml.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// Which words to look up in which sources.
#[derive(Debug, Args)]
pub(crate) struct Quote {
    /// The quotation, without its marks.
    pub(crate) words: String,
    /// Files or folders of source texts.
    #[arg(long, required = true, num_args = 1.., value_name = "FILE|DIR")]
    pub(crate) sources: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) index: Index,
}

impl Check {
    /// The check of some articles as they are, whose files, configurations and dates a list shares.
    pub(crate) fn of(articles: &Articles, config: Option<&Path>) -> Check {
        Check {
            articles: articles.clone(),
            reports: Reports::default(),
            source: RuleSource {
                rules: Vec::new(),
                no_default_rules: false,
                config: config.map(Path::to_owned),
            },
            index: Index::default(),
            select: Vec::new(),
            ignore: Vec::new(),
            fail_on: None,
            jobs: None,
            cross_file: false,
            fixing: Fixing::default(),
            changed_since: None,
            changed_in: None,
            known: Known::default(),
            sources: Vec::new(),
        }
    }
}
