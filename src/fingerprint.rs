//! What makes a diagnostic the same one after edits elsewhere: its rule and words, never its lines.

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span};

/// Bytes of context on either side of the labelled words.
const CONTEXT: usize = 32;

/// A fingerprint for each diagnostic of a file: a hash of rule id, labelled words and the words
/// around them, with a counter among equals. 16 hexadecimal digits and the counter.
pub fn fingerprints<'d>(
    source: &SourceFile,
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
) -> Vec<String> {
    let mut seen: HashMap<u64, usize> = HashMap::new();
    diagnostics
        .into_iter()
        .map(|diagnostic| {
            let hash = hash(source, diagnostic);
            let number = seen.entry(hash).or_insert(0);
            *number += 1;
            format!("{hash:016x}-{number}")
        })
        .collect()
}

fn hash(source: &SourceFile, diagnostic: &Diagnostic) -> u64 {
    let text = diagnostic.primary.source(source).text();
    let Span { start, end } = diagnostic.primary.span;
    let before = text.ceil_char_boundary(start.saturating_sub(CONTEXT));
    let after = text.floor_char_boundary((end + CONTEXT).min(text.len()));
    // What stands in another paragraph is elsewhere.
    let paragraph = |gap: &str| (text[before..start].rfind(gap), text[end..after].find(gap));
    let gaps = ["\n\n", "\n\r\n"].map(paragraph);
    let before = gaps
        .iter()
        .filter_map(|gap| gap.0)
        .max()
        .map_or(before, |gap| before + gap);
    let after = gaps
        .iter()
        .filter_map(|gap| gap.1)
        .min()
        .map_or(after, |gap| end + gap);
    // Blanks and line ends move when a paragraph is wrapped again.
    let words = text[before..after].split_whitespace();
    fnv(std::iter::once(diagnostic.rule.as_str()).chain(words))
}

/// A fingerprint that no other file of a run has: what takes reports of many files as one list asks for it.
pub fn within(path: &str, fingerprint: &str) -> String {
    format!("{:016x}", fnv([path, fingerprint]))
}

fn fnv<'p>(parts: impl IntoIterator<Item = &'p str>) -> u64 {
    let bytes = parts.into_iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(FNV_OFFSET, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME)
    })
}

// FNV-1a, 64 bits (Fowler, Noll, Vo): the same on every machine and in every version.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;
