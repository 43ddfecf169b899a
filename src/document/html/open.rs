//! The open elements of a page: which words stand inside which.

use html5gum::StartTag;

use super::elements::Class;
use super::number;
use crate::document::BlockKind;
use crate::source::Span;

/// An element that has begun.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) name: &'static str,
    pub(super) class: Class,
    /// Its start tag.
    pub(super) tag: Span,
    /// Whether its words are left out.
    pub(super) hidden: bool,
    /// Whether its words are in another language than English; none where it does not say.
    pub(super) foreign: Option<bool>,
    pub(super) role: Role,
}

/// What an element is beside its name.
#[derive(Debug)]
pub(super) enum Role {
    Plain,
    /// The mark of a note.
    Mark(String),
    /// A note: its label, the place of its number.
    Note(String, Span),
    /// A quotation whose `cite` names its source.
    Cited,
    /// Names the source of the quotation that it stands in or beside.
    Credit,
    /// Small raised words.
    Raised,
    /// `ol`: the number of its next item.
    Numbering(u32),
    /// An item of `ol`, with its number.
    Numbered(u32),
}

/// The open elements, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Stack {
    pub(super) all: Vec<Open>,
    /// Whether words are in another language than English where no element says so.
    pub(super) foreign: bool,
}

impl Stack {
    /// Whether words here are left out of the prose.
    pub(super) fn hides(&self) -> bool {
        self.all.last().is_some_and(|open| open.hidden)
    }

    /// Whether words here are left out of the prose only because they are preformatted, or code.
    pub(super) fn is_preformatted(&self) -> bool {
        let names = [
            "pre",
            "listing",
            "xmp",
            "plaintext",
            "code",
            "samp",
            "kbd",
            "tt",
        ];
        let mut outermost = self.all.iter().filter(|open| open.hidden);
        outermost
            .next()
            .is_some_and(|open| names.contains(&open.name))
            && !self.all.iter().any(|open| open.class == Class::Hidden)
    }

    /// What the open elements make of the words inside them, if anything.
    pub(super) fn block_kind(&self) -> Option<BlockKind> {
        let mut in_paragraph = false;
        for open in self.all.iter().rev() {
            match (&open.role, open.class) {
                (Role::Note(..), _) => return Some(BlockKind::Note),
                (_, Class::Paragraph) => in_paragraph = true,
                // Old pages lay whole articles out in tables.
                (_, Class::Kind(BlockKind::Table)) if in_paragraph => {
                    return Some(BlockKind::Paragraph);
                }
                (_, Class::Kind(kind)) => return Some(kind),
                _ => {}
            }
        }
        None
    }

    /// Whether a quotation around words here names its source.
    pub(super) fn is_cited(&self) -> bool {
        self.all.iter().any(|open| {
            open.class == Class::Kind(BlockKind::Quote) && matches!(open.role, Role::Cited)
        })
    }

    /// Whether words here name the source of a quotation.
    pub(super) fn is_credit(&self) -> bool {
        self.all
            .iter()
            .any(|open| matches!(open.role, Role::Credit))
    }

    /// Whether words here are quoted at length.
    pub(super) fn in_block_quotation(&self) -> bool {
        let quotation = Class::Kind(BlockKind::Quote);
        self.all.iter().any(|open| open.class == quotation)
    }

    /// Whether words here belong to a note.
    pub(super) fn in_note(&self) -> bool {
        self.all
            .iter()
            .any(|open| matches!(open.role, Role::Note(..)))
    }

    /// Whether words here are in another language than English.
    pub(super) fn is_foreign(&self) -> bool {
        self.all
            .iter()
            .rev()
            .find_map(|open| open.foreign)
            .unwrap_or(self.foreign)
    }

    /// The marks that browsers put around `q`, by its depth.
    pub(super) fn quotation_marks(&self) -> (&'static str, &'static str) {
        let depth = self
            .all
            .iter()
            .filter(|open| open.class == Class::Quotation)
            .count();
        [("“", "”"), ("‘", "’")][depth % 2]
    }

    /// The innermost open element of some names, within the innermost of others.
    pub(super) fn find(&self, names: &[&str], within: &[&str]) -> Option<usize> {
        for (index, open) in self.all.iter().enumerate().rev() {
            if names.contains(&open.name) {
                return Some(index);
            }
            if within.contains(&open.name) {
                return None;
            }
        }
        None
    }

    /// The innermost open inline element of a name. Inline elements may cross each other, and end with the
    /// block they stand in.
    pub(super) fn find_inline(&self, name: &str) -> Option<usize> {
        let all = self.all.iter().enumerate().rev();
        all.take_while(|(_, open)| !open.class.is_block())
            .find(|(_, open)| open.name == name)
            .map(|(index, _)| index)
    }

    /// The nearest block is the note whose anchor stands in it.
    pub(super) fn become_note(&mut self, label: String, tag: Span) {
        if let Some(block) = self.all.iter_mut().rev().find(|open| open.class.is_block())
            && matches!(block.role, Role::Plain | Role::Numbered(_))
            && block.name != "body"
        {
            block.role = Role::Note(label, tag);
        }
    }

    /// What an element is beside its name, by itself.
    pub(super) fn role(&mut self, tag: &StartTag<usize>, name: &str, class: Class) -> Role {
        match class {
            Class::Superior => Role::Raised,
            _ if name == "ol" => Role::Numbering(number(tag, "start").unwrap_or(1)),
            _ if name == "li" => match self.number_item(number(tag, "value")) {
                Some(number) => Role::Numbered(number),
                None => Role::Plain,
            },
            Class::Kind(BlockKind::Quote) | Class::Quotation
                if tag.attributes.contains_key(&b"cite"[..]) =>
            {
                Role::Cited
            }
            _ => Role::Plain,
        }
    }

    /// The number of an item that begins here, where the list around it is the outermost, and numbered; `given` is
    /// the number that it gives itself.
    fn number_item(&mut self, given: Option<u32>) -> Option<u32> {
        let list = self.find(&["ol", "ul", "menu", "dir"], &[])?;
        let nested = self.all[..list].iter().any(|open| open.name == "li");
        let Role::Numbering(next) = &mut self.all[list].role else {
            return None;
        };
        let number = given.unwrap_or(*next);
        *next = number.saturating_add(1);
        (!nested).then_some(number)
    }
}
