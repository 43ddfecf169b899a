//! textcheck finds what contradicts itself in an article draft: dates, names, quotations, citations.
//!
//! ```
//! use textcheck::{Checker, Configuration, RuleSet, SourceFile};
//!
//! let rules = RuleSet::defaults();
//! let checker = Checker::new(&rules, &Configuration::default());
//! let source = SourceFile::new("draft.txt", "It rained on 31 June 1938.");
//! let diagnostics = checker.check(&source);
//! assert_eq!(diagnostics[0].rule, "dates/impossible");
//! ```
//!
//! The road, a layer importing only from layers above it:
//!
//! ```text
//! source          files, bytes, places
//! diagnostic      what is reported
//! yaml            values with their places
//! pattern         regular expressions of rules
//! bibliography    the files that citation keys lead to
//! style_sheet     what a copy editor keeps beside an article
//! document        prose in blocks and sentences, with the way back to the source
//! wording         two texts compared word by word, by the rules of quoting
//! mentions        what the prose says: dates, names, quotations, citations
//! archive         the texts that quotations are checked against
//! checks          what can be wrong: one file per kind
//! rules           YAML to typed rules
//! config          textcheck.yaml
//! engine          documents through rules
//! fix             edits chosen, made, shown
//! trial           rules through their examples
//! accept          what keeps a diagnostic quiet from now on
//! changed         what touches changed lines
//! fingerprint     what makes a diagnostic the same one after edits
//! baseline        findings that are known
//! report          diagnostics and facts to readers
//! schema          JSON Schemas from the types
//! lsp             the language server
//! ```

pub mod accept;
pub mod archive;
pub mod baseline;
pub mod bibliography;
pub mod changed;
pub mod checks;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod engine;
pub mod fingerprint;
pub mod fix;
pub mod lsp;
pub mod mentions;
pub mod pattern;
pub mod report;
pub mod rules;
pub mod schema;
pub mod source;
pub mod style_sheet;
pub mod trial;
pub mod wording;
pub mod yaml;

pub use config::Configuration;
pub use diagnostic::{Diagnostic, Severity};
pub use engine::Checker;
pub use rules::RuleSet;
pub use source::{SourceFile, Span};
