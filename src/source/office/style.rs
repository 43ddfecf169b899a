//! Styles by their names: the built-in ones are called alike in every language a program speaks.

use std::collections::HashMap;

use crate::source::paragraph::Style;

/// Styles inherit from each other at most so often; a ring of them ends there.
const GENERATIONS: usize = 20;

/// The styles of a file by the names that its paragraphs use.
#[derive(Debug, Default)]
pub(super) struct Styles {
    known: HashMap<String, Named>,
}

/// One style.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// What people call it.
    pub(super) name: String,
    /// The style it inherits from.
    pub(super) parent: Option<String>,
    /// Whether it has a level of the outline.
    pub(super) outline: bool,
    /// Whether it strikes out, if it says so.
    pub(super) struck: Option<bool>,
}

impl Styles {
    pub(super) fn add(&mut self, key: String, style: Named) {
        self.known.insert(key, style);
    }

    /// What a style makes of a paragraph or a run, by its own name or by those that it inherits from.
    pub(super) fn of(&self, key: &str) -> Option<Style> {
        self.ancestry(key).find_map(|(key, style)| {
            let Some(style) = style else {
                return named(key);
            };
            named(&style.name).or(style.outline.then_some(Style::Heading))
        })
    }

    /// Whether a style strikes out what is written in it, if it or one that it inherits from says so.
    pub(super) fn struck(&self, key: &str) -> Option<bool> {
        self.ancestry(key).find_map(|(_, style)| style?.struck)
    }

    /// A style and those that it inherits from, by their keys; the last may be none of this file.
    fn ancestry<'s>(&'s self, key: &'s str) -> impl Iterator<Item = (&'s str, Option<&'s Named>)> {
        let with_style = |key: &'s str| (key, self.known.get(key));
        let parent = move |(_, style): &(&str, Option<&'s Named>)| {
            Some(with_style(style.as_ref()?.parent.as_deref()?))
        };
        std::iter::successors(Some(with_style(key)), parent).take(GENERATIONS)
    }
}

/// What a name says; `Text_20_body` is how OpenDocument writes `Text body`.
fn named(name: &str) -> Option<Style> {
    let name = name.replace("_20_", " ").replace('_', " ").to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let begins = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    let is = |words: &[&str]| words.contains(&name.trim());
    if is(&["author", "date", "byline", "keywords"]) {
        Some(Style::Metadata)
    } else if has(&[
        "verbatim",
        "source code",
        "source text",
        "preformatted",
        "html code",
        "teletype",
    ]) || is(&["code", "inline code", "code block", "macro text"])
        || begins(&["toc ", "contents "])
    {
        Some(Style::Code)
    } else if begins(&["heading", "appendix heading"]) || is(&["title", "subtitle"]) {
        Some(Style::Heading)
    } else if is(&[
        "quote",
        "intense quote",
        "quotations",
        "quotation",
        "block text",
        "block quote",
        "blockquote",
    ]) {
        Some(Style::Quote)
    } else if has(&["caption"]) || is(&["illustration", "figure", "drawing"]) {
        Some(Style::Caption)
    } else if begins(&["footnote", "endnote"]) {
        Some(Style::Note)
    } else if begins(&["list ", "numbering "]) {
        Some(Style::Item)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_what_its_name_or_an_ancestors_says() {
        let mut styles = Styles::default();
        let style = |name: &str, parent: Option<&str>| Named {
            name: name.into(),
            parent: parent.map(str::to_owned),
            ..Named::default()
        };
        styles.add("berschrift1".into(), style("heading 1", Some("Standard")));
        styles.add("P7".into(), style("", Some("Quotations")));
        styles.add("ring".into(), style("", Some("ring")));
        assert_eq!(styles.of("berschrift1"), Some(Style::Heading));
        assert_eq!(styles.of("P7"), Some(Style::Quote));
        assert_eq!(styles.of("Preformatted_20_Text"), Some(Style::Code));
        assert_eq!(styles.of("Source_Text"), Some(Style::Code));
        assert_eq!(styles.of("ring"), None);
        assert_eq!(styles.of("Text_20_body"), None);
    }
}
