//! Access dates: `accessed 3 May 2021`, `Retrieved 2021-05-04`.

use super::page::Page;
use crate::source::Span;

/// The words that say when a page was read.
#[derive(Clone, Debug)]
pub struct Access {
    /// `accessed`, up to the date.
    pub span: Span,
    /// The note or reference that it stands in; elsewhere its line.
    pub within: Span,
    /// Whether that is a note or a reference, where an address belongs.
    pub cites: bool,
}

/// An access date belongs to what stands within so many bytes around it.
const REACH: usize = 2000;

const VERBS: [&str; 5] = ["ccessed", "etrieved", "iewed", "isited", "onsulted"];

/// All of them; `units` are the notes and references, in order.
pub(super) fn extract(page: &Page, units: &[Span]) -> Vec<Access> {
    let text = page.text;
    let mut all = Vec::new();
    for verb in VERBS {
        for at in memchr::memmem::find_iter(text.as_bytes(), verb) {
            let end = at + verb.len();
            let start = text[..at]
                .char_indices()
                .next_back()
                .map_or(at, |(start, _)| start);
            let behind = text[end..].trim_start_matches([':', ' ', '\n']);
            let behind = behind.strip_prefix("on ").unwrap_or(behind);
            let date = text.len() - behind.len();
            let before = text[..start].trim_end();
            let before = before
                .strip_suffix("last")
                .or_else(|| before.strip_suffix("Last"))
                .unwrap_or(before)
                .trim_end();
            let apart = before.is_empty()
                || before.ends_with([',', '(', '.', ';', '[', '>', ':', '"', '”', '’', '*'])
                || before.ends_with(|c: char| c.is_alphanumeric() || c == '/')
                    && after_address(before);
            let dated = behind.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
            if !apart || !dated || date > end + 8 {
                continue;
            }
            let after = units.partition_point(|unit| unit.start <= start);
            let unit = after
                .checked_sub(1)
                .map(|last| units[last])
                .filter(|unit| unit.end > start);
            let near = Span::new(
                text.ceil_char_boundary(start.saturating_sub(REACH)),
                text.floor_char_boundary(end + REACH),
            );
            let whole = unit.unwrap_or_else(|| {
                let from = text[near.start..start].rfind("\n\n");
                let to = text[start..near.end].find("\n\n");
                Span::new(
                    from.map_or(near.start, |at| near.start + at + 2),
                    to.map_or(near.end, |at| start + at),
                )
            });
            let within = Span::new(whole.start.max(near.start), whole.end.min(near.end));
            all.push(Access {
                span: Span::new(start, date),
                within,
                cites: unit.is_some(),
            });
        }
    }
    all.sort_by_key(|access| access.span);
    all
}

/// Whether the last word of a text is an address.
fn after_address(before: &str) -> bool {
    let word = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    word.contains("://") || word.starts_with("www.")
}
