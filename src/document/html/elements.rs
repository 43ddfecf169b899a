//! The elements of HTML: what each does to the words inside it, and which others it ends.

use crate::document::BlockKind;

/// What an element does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Parts words from the words around it.
    Block,
    /// A block of a kind of its own.
    Kind(BlockKind),
    /// A paragraph; blocks end it.
    Paragraph,
    /// Blocks of no prose.
    HiddenBlock,
    /// Left out where it stands.
    Hidden,
    /// A placeholder stands for it: code, formulas, pictures.
    Placeholder,
    /// The same without an end tag.
    Picture,
    /// `br`
    Break,
    /// `q`
    Quotation,
    /// `sup`
    Superior,
    /// `a`
    Link,
    /// `meta`
    Meta,
    /// `time`
    Time,
    /// Nothing to the words.
    Inline,
    /// Nothing, and has no end tag.
    Void,
}

impl Class {
    /// Whether it parts words from the words around it.
    pub(super) fn is_block(self) -> bool {
        matches!(
            self,
            Class::Block | Class::Kind(_) | Class::Paragraph | Class::HiddenBlock
        )
    }

    /// Whether its words are left out of the prose.
    pub(super) fn hides(self) -> bool {
        matches!(
            self,
            Class::HiddenBlock | Class::Hidden | Class::Placeholder
        )
    }

    /// Whether there is nothing inside it.
    pub(super) fn is_void(self) -> bool {
        matches!(
            self,
            Class::Picture | Class::Break | Class::Meta | Class::Void
        )
    }
}

/// An element by its name in small letters; unknown ones do nothing to the words.
pub(super) fn find(name: &[u8]) -> Option<(&'static str, Class)> {
    let name = std::str::from_utf8(name).ok()?;
    ELEMENTS
        .binary_search_by_key(&name, |(known, _)| known)
        .ok()
        .map(|index| ELEMENTS[index])
}

const ELEMENTS: [(&str, Class); 126] = [
    ("a", Class::Link),
    ("abbr", Class::Inline),
    ("address", Class::Block),
    ("area", Class::Void),
    ("article", Class::Block),
    ("aside", Class::Block),
    ("audio", Class::Hidden),
    ("b", Class::Inline),
    ("base", Class::Void),
    ("bdi", Class::Inline),
    ("bdo", Class::Inline),
    ("big", Class::Inline),
    ("blockquote", Class::Kind(BlockKind::Quote)),
    ("body", Class::Block),
    ("br", Class::Break),
    ("button", Class::Hidden),
    ("canvas", Class::Hidden),
    ("caption", Class::Kind(BlockKind::Caption)),
    ("center", Class::Block),
    ("cite", Class::Inline),
    ("code", Class::Placeholder),
    ("col", Class::Void),
    ("colgroup", Class::Block),
    ("datalist", Class::Hidden),
    ("dd", Class::Kind(BlockKind::List)),
    ("del", Class::Hidden),
    ("details", Class::Block),
    ("dfn", Class::Inline),
    ("dialog", Class::HiddenBlock),
    ("dir", Class::Block),
    ("div", Class::Block),
    ("dl", Class::Block),
    ("dt", Class::Kind(BlockKind::List)),
    ("em", Class::Inline),
    ("embed", Class::Void),
    ("fieldset", Class::Block),
    ("figcaption", Class::Kind(BlockKind::Caption)),
    ("figure", Class::Block),
    ("font", Class::Inline),
    ("footer", Class::Block),
    ("form", Class::Block),
    ("frame", Class::Void),
    ("frameset", Class::Block),
    ("h1", Class::Kind(BlockKind::Heading)),
    ("h2", Class::Kind(BlockKind::Heading)),
    ("h3", Class::Kind(BlockKind::Heading)),
    ("h4", Class::Kind(BlockKind::Heading)),
    ("h5", Class::Kind(BlockKind::Heading)),
    ("h6", Class::Kind(BlockKind::Heading)),
    ("head", Class::Block),
    ("header", Class::Block),
    ("hgroup", Class::Block),
    ("hr", Class::Void),
    ("html", Class::Block),
    ("i", Class::Inline),
    ("iframe", Class::Hidden),
    ("img", Class::Picture),
    ("input", Class::Void),
    ("ins", Class::Inline),
    ("kbd", Class::Placeholder),
    ("label", Class::Inline),
    ("legend", Class::Block),
    ("li", Class::Kind(BlockKind::List)),
    ("link", Class::Void),
    ("listing", Class::HiddenBlock),
    ("main", Class::Block),
    ("map", Class::Hidden),
    ("mark", Class::Inline),
    ("math", Class::Placeholder),
    ("menu", Class::Block),
    ("meta", Class::Meta),
    ("nav", Class::HiddenBlock),
    ("noembed", Class::Hidden),
    ("noframes", Class::Hidden),
    ("noscript", Class::Hidden),
    ("object", Class::Hidden),
    ("ol", Class::Block),
    ("optgroup", Class::Hidden),
    ("option", Class::Hidden),
    ("output", Class::Inline),
    ("p", Class::Paragraph),
    ("param", Class::Void),
    ("picture", Class::Inline),
    ("plaintext", Class::HiddenBlock),
    ("pre", Class::HiddenBlock),
    ("progress", Class::Hidden),
    ("q", Class::Quotation),
    ("rp", Class::Hidden),
    ("rt", Class::Hidden),
    ("ruby", Class::Inline),
    ("s", Class::Hidden),
    ("samp", Class::Placeholder),
    ("script", Class::Hidden),
    ("search", Class::Block),
    ("section", Class::Block),
    ("select", Class::Hidden),
    ("small", Class::Inline),
    ("source", Class::Void),
    ("span", Class::Inline),
    ("strike", Class::Hidden),
    ("strong", Class::Inline),
    ("style", Class::Hidden),
    ("sub", Class::Inline),
    ("summary", Class::Block),
    ("sup", Class::Superior),
    ("svg", Class::Placeholder),
    ("table", Class::Block),
    ("tbody", Class::Block),
    ("td", Class::Kind(BlockKind::Table)),
    ("template", Class::Hidden),
    ("textarea", Class::Hidden),
    ("tfoot", Class::Block),
    ("th", Class::Kind(BlockKind::Table)),
    ("thead", Class::Block),
    ("time", Class::Time),
    ("title", Class::Kind(BlockKind::Metadata)),
    ("tr", Class::Block),
    ("track", Class::Void),
    ("tt", Class::Placeholder),
    ("u", Class::Inline),
    ("ul", Class::Block),
    ("var", Class::Placeholder),
    ("video", Class::Hidden),
    ("wbr", Class::Void),
    ("xml", Class::Hidden),
    ("xmp", Class::HiddenBlock),
];

/// Whether an element is a part of a table.
pub(super) fn is_tabular(name: &str) -> bool {
    matches!(
        name,
        "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption" | "colgroup"
    )
}

/// Which open elements the start of one ends, though no end tag says so, and the elements within
/// which alone it looks for them (HTML, 13.2.6.4, “in body” and the modes of tables).
pub(super) fn implied_ends(
    name: &str,
) -> Option<(&'static [&'static str], &'static [&'static str])> {
    const TABLE: &[&str] = &["table", "template"];
    const LIST: &[&str] = &["ul", "ol", "menu", "dir", "table", "td", "th", "blockquote"];
    match name {
        "li" => Some((&["li"], LIST)),
        "dd" | "dt" => Some((&["dd", "dt"], &["dl", "table", "td", "th", "blockquote"])),
        "td" | "th" => Some((&["td", "th"], TABLE)),
        "tr" => Some((&["tr"], TABLE)),
        "tbody" | "thead" | "tfoot" => Some((&["tbody", "thead", "tfoot", "caption"], TABLE)),
        "body" => Some((&["head"], &[])),
        "option" => Some((&["option"], &["select", "datalist"])),
        "rt" | "rp" => Some((&["rt", "rp"], &["ruby"])),
        "a" => Some((&["a"], SCOPE)),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            Some((&["h1", "h2", "h3", "h4", "h5", "h6"], SCOPE))
        }
        _ => None,
    }
}

/// Elements that the end tag of something within or without does not reach across.
pub(super) const SCOPE: &[&str] = &["table", "td", "th", "caption", "html", "template"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_elements_is_sorted() {
        assert!(ELEMENTS.is_sorted_by_key(|(name, _)| name));
    }
}
