//! Entries put into a YAML file that stays as it is otherwise: its comments, order and layout.

use super::node::{self, Value};
use super::{Key, Node};
use crate::source::line_ending;

/// Words that come in at a byte offset of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// Byte offset into the file.
    pub at: usize,
    /// What comes in.
    pub words: String,
}

impl Insertion {
    /// The file with the words in it.
    pub fn apply(&self, text: &str) -> String {
        format!("{}{}{}", &text[..self.at], self.words, &text[self.at..])
    }
}

/// Puts an entry, YAML on one line, first into the list under a key of the file; a key that is missing
/// comes behind everything else. Nothing where the file is not laid out so that this can be done.
pub fn into_list(text: &str, key: &str, entry: &str) -> Option<Insertion> {
    let root = node::parse(text).ok()?;
    let insertion = match root.entry(key) {
        Some((key, value)) => first(text, key, value, 0, entry)?,
        None => {
            let ending = line_ending(text);
            let gap = match text.is_empty() || text.ends_with(['\n', '\r']) {
                true => "",
                false => ending,
            };
            Insertion {
                at: text.len(),
                words: format!("{gap}{key}:{ending}  - {entry}{ending}"),
            }
        }
    };
    fits(text, insertion)
}

/// The same for the list under `key` of the map that has `name: value` in the list under `list`.
pub fn into_entry(
    text: &str,
    list: &str,
    value: &str,
    key: &str,
    entry: &str,
) -> Option<Insertion> {
    let root = node::parse(text).ok()?;
    let named = |node: &&Node| {
        let name = node.get("name").and_then(|name| name.read::<String>().ok());
        name.as_deref() == Some(value)
    };
    let map = root.get(list)?.items().iter().find(named)?;
    let (name, value) = map.entry("name")?;
    let before = &text[..name.span.start];
    let line = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let indent = before[line..].chars().count();
    let insertion = match map.entry(key) {
        Some((key, value)) => first(text, key, value, indent, entry)?,
        None => {
            let end = value.span.end;
            let flow = before.trim_end().ends_with(['{', ',']);
            let (at, gap) = if flow {
                (end, ", ".to_owned())
            } else {
                // Behind what a comment says of the name.
                let rest = text[end..].find(['\n', '\r']).unwrap_or(text.len() - end);
                let gap = format!("{}{}", line_ending(text), " ".repeat(indent));
                (end + rest, gap)
            };
            Insertion {
                at,
                words: format!("{gap}{key}: [{entry}]"),
            }
        }
    };
    fits(text, insertion)
}

/// A place before the first entry of a list.
fn first(text: &str, key: &Key, list: &Node, indent: usize, entry: &str) -> Option<Insertion> {
    let colon = key.span.end + text[key.span.end..].find(':')?;
    let mut at = colon + 1;
    if list.value == Value::Null {
        let words = format!("{}{}  - {entry}", line_ending(text), " ".repeat(indent));
        return Some(Insertion { at, words });
    }
    loop {
        let rest = &text[at..];
        at += rest.len() - rest.trim_start().len();
        match text[at..].chars().next()? {
            '#' => at += text[at..].find(['\n', '\r'])?,
            '[' => {
                let comma = if list.items().is_empty() { "" } else { ", " };
                let words = format!("{entry}{comma}");
                return Some(Insertion { at: at + 1, words });
            }
            '-' => {
                let line = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
                let words = format!("{}- {entry}{}", &text[line..at], line_ending(text));
                return Some(Insertion { at: line, words });
            }
            _ => return None,
        }
    }
}

/// The insertion, unless the file could not be read with it.
fn fits(text: &str, insertion: Insertion) -> Option<Insertion> {
    node::parse(&insertion.apply(text)).ok()?;
    Some(insertion)
}

/// Words as one YAML value: in quotation marks where they are more than letters, blanks and points.
pub fn scalar(words: &str) -> String {
    let plain = words.starts_with(char::is_alphabetic)
        && !words.ends_with(' ')
        && words
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '/' | '’'))
        && !RESERVED.contains(&words.to_ascii_lowercase().as_str());
    if plain {
        words.to_owned()
    } else {
        serde_json::Value::from(words).to_string()
    }
}

/// Words that some reader of YAML takes for a truth value or for nothing.
const RESERVED: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_first_into_a_list_of_any_layout() {
        for (text, expected) in [
            ("", "suppress:\n  - new\n"),
            ("date: 2008-02-15", "date: 2008-02-15\nsuppress:\n  - new\n"),
            ("suppress:\n", "suppress:\n  - new\n"),
            ("suppress: []\n", "suppress: [new]\n"),
            ("suppress: [a] # b\n", "suppress: [new, a] # b\n"),
            ("suppress:\n- a\n", "suppress:\n- new\n- a\n"),
            (
                "suppress:  # why\n\n    # a\n    - a\nx: 1\n",
                "suppress:  # why\n\n    # a\n    - new\n    - a\nx: 1\n",
            ),
            (
                "a: 1\r\nsuppress:\r\n  - a\r\n",
                "a: 1\r\nsuppress:\r\n  - new\r\n  - a\r\n",
            ),
        ] {
            let insertion = into_list(text, "suppress", "new").unwrap();
            assert_eq!(insertion.apply(text), expected);
        }
    }

    #[test]
    fn a_list_comes_into_the_entry_of_a_name() {
        for (text, expected) in [
            (
                "people: [{name: A}, {name: B b, born: 1906}]\n",
                "people: [{name: A}, {name: B b, aliases: [C], born: 1906}]\n",
            ),
            (
                "people:\n  - name: B b # him\n    born: 1906\n",
                "people:\n  - name: B b # him\n    aliases: [C]\n    born: 1906\n",
            ),
            (
                "people:\n  - {born: 1906, name: B b, aliases: [D]}\n",
                "people:\n  - {born: 1906, name: B b, aliases: [C, D]}\n",
            ),
            (
                "people:\n- born: 1906\n  name: B b\n  aliases:\n  - D\n",
                "people:\n- born: 1906\n  name: B b\n  aliases:\n  - C\n  - D\n",
            ),
        ] {
            let insertion = into_entry(text, "people", "B b", "aliases", "C").unwrap();
            assert_eq!(insertion.apply(text), expected);
        }
        assert_eq!(
            into_entry("people: []", "people", "B", "aliases", "C"),
            None
        );
    }

    #[test]
    fn what_cannot_be_laid_out_is_left_alone() {
        assert_eq!(into_list("{date: 2008-02-15}", "suppress", "new"), None);
        assert_eq!(into_list("suppress: &a [b]", "suppress", "new"), None);
        assert_eq!(into_list("a: [", "suppress", "new"), None);
    }

    #[test]
    fn words_are_quoted_where_yaml_would_read_something_else() {
        for (words, expected) in [
            ("Alma-Ata", "Alma-Ata"),
            ("no", "\"no\""),
            ("1984", "\"1984\""),
            ("a: b", "\"a: b\""),
            ("“x”", "\"“x”\""),
        ] {
            assert_eq!(scalar(words), expected);
        }
    }
}
