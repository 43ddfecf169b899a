//! A diagnostic as plain words, for formats that have room for a message alone.

use std::fmt::Write;

use super::safe::safe;
use crate::diagnostic::{Diagnostic, Label};
use crate::source::SourceFile;

/// `path:line:column` of a label, without control characters.
pub(super) fn place(checked: &SourceFile, label: &Label) -> String {
    let source = label.source(checked);
    let at = source.position(label.span.start);
    format!("{}:{}:{}", safe(&source.name()), at.line, at.column)
}

/// The message; then, a line each, the other places and what to do.
pub(super) fn told(checked: &SourceFile, diagnostic: &Diagnostic) -> String {
    let mut words = safe(&diagnostic.message).into_owned();
    for label in &diagnostic.secondary {
        let _ = write!(words, "\n{}", place(checked, label));
        if !label.message.is_empty() {
            let _ = write!(words, ": {}", safe(&label.message));
        }
    }
    if let Some(help) = &diagnostic.help {
        let _ = write!(words, "\n{}", safe(help));
    }
    words
}
