//! The name before a turn, where what is said is printed with names before it.

use std::ops::Range;

/// The name before a turn is at most this long, in bytes.
const LABEL: usize = 40;

/// The name before a turn: `WREN:`, `Q:`, `Ann Sorel:`.
pub(super) fn label(paragraph: &str) -> Option<Range<usize>> {
    let head = &paragraph[..paragraph.floor_char_boundary(LABEL)];
    let start = head.len()
        - head
            .trim_start_matches(['*', '_', ' ', '[', '-', '–', '—'])
            .len();
    let colon = head.find(':')?;
    let name = head.get(start..colon)?.trim_end_matches(['*', '_', ']']);
    let parts: Vec<_> = name.split([' ', '-']).collect();
    let named = parts.len() <= 4
        && parts.iter().all(|part| {
            part.starts_with(char::is_uppercase)
                && part
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’'))
        });
    named.then(|| start..start + name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_before_turns() {
        for (paragraph, name) in [
            ("WREN: It was dark.", Some("WREN")),
            ("Q: Was it dark?", Some("Q")),
            ("**Ann Sorel:** It was.", Some("Ann Sorel")),
            ("He said: it was.", None),
            ("It was dark.", None),
        ] {
            assert_eq!(label(paragraph).map(|range| &paragraph[range]), name);
        }
    }
}
