//! `page-range`: pages that run backwards.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{place, words};
use crate::checks::{Check, Context, Finding};

/// Reports ranges of pages whose end lies before their beginning, or that have three ends.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PageRangeForm {}

impl Check for PageRangeForm {
    fn fields(&self) -> &'static [&'static str] {
        &["found"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let citations = cx.mentions.citations();
        for range in citations.page_ranges() {
            let found = cx.source_words(range.span);
            if (range.chained || is_backward(found)) && cx.reads_source(range.span) {
                findings.push(Finding::at(range.span).field("found", found));
            }
        }
        for library in &citations.sources().libraries {
            let fields = library.entries.iter().flat_map(|entry| &entry.fields);
            let pages = fields
                .filter(|field| matches!(field.name.as_str(), "pages" | "page" | "page-range"));
            for field in pages {
                let found = words(library, cx.document.source(), field.span);
                if found
                    .split([',', ';'])
                    .any(|range| is_backward(range.trim()))
                {
                    findings.push(Finding::at(place(library, field.span)).field("found", found));
                }
            }
        }
    }
}

/// Whether a range ends before it begins. Its end may be abbreviated, `395–7`, `1123–25`
/// (Chicago Manual of Style 9.61): then it takes the missing figures from the beginning.
fn is_backward(range: &str) -> bool {
    let Some(at) = range.find(['-', '–', '—', '‑', '‐']) else {
        return false;
    };
    let first = range[..at].trim();
    let last = range[at..].trim_matches(|c: char| !c.is_alphanumeric());
    if let (Some(first), Some(last)) = (roman(first), roman(last)) {
        return last < first;
    }
    let (lead, first) = first.split_at(first.find(|c: char| c.is_ascii_digit()).unwrap_or(0));
    let last = match last.strip_prefix(lead) {
        Some(last) => last,
        None if last.starts_with(|c: char| c.is_ascii_digit()) => last,
        None => return false,
    };
    let (Ok(low), Ok(high)) = (first.parse::<u64>(), last.parse::<u64>()) else {
        return leaves(first, last);
    };
    let missing = first.len().saturating_sub(last.len());
    let whole = format!("{}{last}", &first[..missing]);
    whole.parse().unwrap_or(high) < low
}

/// Leaves: `16v–14r`.
fn leaves(first: &str, last: &str) -> bool {
    let leaf = |page: &str| {
        let number = page.strip_suffix(['r', 'v'])?;
        number.parse::<u64>().ok()
    };
    matches!((leaf(first), leaf(last)), (Some(first), Some(last)) if last < first)
}

/// A number in Roman numerals, all small or all capitals.
fn roman(numeral: &str) -> Option<u32> {
    let value = |c: char| match c.to_ascii_lowercase() {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        'd' => Some(500),
        'm' => Some(1000),
        _ => None,
    };
    let mut total = 0_u32;
    let mut highest = 0;
    for c in numeral.chars().rev() {
        let value = value(c)?;
        if value < highest {
            total = total.checked_sub(value)?;
        } else {
            total += value;
            highest = value;
        }
    }
    (total > 0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_completed_before_they_are_compared() {
        for forward in [
            "395-7",
            "1123–25",
            "xii–xv",
            "xvi–3",
            "A12–A14",
            "14r–16v",
            "101--9",
            "10-5",
        ] {
            assert!(!is_backward(forward), "{forward}");
        }
        for backward in [
            "397-395",
            "1125-23",
            "xv–xii",
            "88–79",
            "A14–A12",
            "16v–14r",
        ] {
            assert!(is_backward(backward), "{backward}");
        }
    }
}
