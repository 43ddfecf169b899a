//! HTML: the words that a browser would show, read from tokens, without building a tree.
//!
//! Also the HTML inside Markdown: there the elements stay open from one fragment to the next.

mod credit;
mod elements;
mod head;
mod notes;
mod open;
mod text;
mod tree;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::builder::Builder;
use super::outline::Outline;
use super::{Head, bcp47, templates};
pub(super) use tree::Tree;

/// Adds the blocks of a page; returns what it says about itself.
pub(super) fn blocks(source: &str, xml: bool, builder: &mut Builder) -> Head {
    builder.leave_out(templates::find(source, false));
    let mut tree = Tree::new(notes::find(source), xml || source.starts_with("<?xml"));
    tree.feed(builder, source, 0);
    tree.finish(builder, source.len());
    tree.head
}

/// A page without its comments, to be compared.
pub(super) fn outline(source: &str) -> String {
    let mut outline = Outline::default();
    for token in tokens(source) {
        match token {
            Token::String(words) => outline.words(&String::from_utf8_lossy(&words.value)),
            Token::StartTag(tag) => {
                let mut markup = String::from_utf8_lossy(&tag.name).into_owned();
                for (name, value) in &tag.attributes {
                    let value = String::from_utf8_lossy(&value.value);
                    markup += &format!(" {}={value}", String::from_utf8_lossy(name));
                }
                outline.markup(&markup);
            }
            Token::EndTag(tag) => {
                outline.markup(&format!("/{}", String::from_utf8_lossy(&tag.name)))
            }
            _ => {}
        }
    }
    outline.finish()
}

/// The tokens of a text; faults of its markup are no tokens.
fn tokens(text: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(text, emitter)
        .flatten()
        .filter(|token| !matches!(token, Token::Error(_)))
}

/// The value of an attribute, when it has one.
fn attribute(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    let value = String::from_utf8_lossy(&value.value);
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// A number that an attribute gives.
fn number(tag: &StartTag<usize>, name: &str) -> Option<u32> {
    attribute(tag, name)?.parse().ok()
}

/// Whether an element says that browsers do not show it.
fn is_hidden(tag: &StartTag<usize>) -> bool {
    tag.attributes.contains_key(&b"hidden"[..])
        || attribute(tag, "style").is_some_and(|style| {
            let style: String = style.split_whitespace().collect();
            style.to_ascii_lowercase().contains("display:none")
        })
}
