//! Markdown: CommonMark and GFM with footnotes and mathematics, by `pulldown-cmark`.

use std::cell::RefCell;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, Options, Parser, Tag, TagEnd};

use super::builder::Builder;
use super::links;
use super::{BlockKind, NOT_PROSE, NOTE_MARK, NoteBody};
use crate::source::Span;

/// Adds the blocks of a Markdown text; returns where its front matter stands.
pub(super) fn blocks<'s>(source: &'s str, builder: &mut Builder<'s>) -> Option<Range<usize>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader {
        source,
        builder,
        open: Vec::new(),
        skipping: 0,
        front_matter: None,
    };
    let broken = RefCell::new(Vec::new());
    let callback = |link: BrokenLink<'s>| {
        broken.borrow_mut().push(link);
        None
    };
    let parser = Parser::new_with_broken_link_callback(source, options, Some(callback));
    let defined = parser.reference_definitions().iter();
    let defined = defined.map(|(label, _)| links::normal(label)).collect();
    for (event, range) in parser.into_offset_iter() {
        reader.builder.links.see(source, &event, &range);
        reader.read(event, range);
    }
    for link in broken.into_inner() {
        reader.builder.links.miss(&link);
    }
    reader.builder.links.finish(source, &defined);
    reader.front_matter
}

struct Reader<'b, 's> {
    source: &'s str,
    builder: &'b mut Builder<'s>,
    /// The kinds of the containers that are open, the innermost last.
    open: Vec<BlockKind>,
    /// How deep inside an element without prose: code, HTML, an image, an autolink, front matter.
    skipping: usize,
    front_matter: Option<Range<usize>>,
}

impl Reader<'_, '_> {
    fn read(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(_) if self.skipping > 0 => self.skipping += 1,
            Event::End(_) if self.skipping > 0 => self.skipping -= 1,
            _ if self.skipping > 0 => {}
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(words) => self.words(&words, range),
            // Behind a comment at the end of a line there is a blank already.
            Event::SoftBreak | Event::HardBreak if self.builder.text.ends_with(' ') => {}
            Event::SoftBreak | Event::HardBreak => self.builder.replaced(range, " "),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.builder.opaque(range, NOT_PROSE);
            }
            Event::FootnoteReference(_) => self.builder.opaque(range, NOTE_MARK),
            Event::InlineHtml(_) => self.builder.markup(range),
            Event::Html(_) | Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag, range: Range<usize>) {
        match tag {
            Tag::MetadataBlock(_) => {
                self.front_matter.get_or_insert(range);
                self.skipping = 1;
            }
            Tag::CodeBlock(_) => self.skipping = 1,
            Tag::HtmlBlock => {
                self.builder.markup(range);
                self.skipping = 1;
            }
            Tag::Image { .. } => {
                self.builder.opaque(range, NOT_PROSE);
                self.skipping = 1;
            }
            Tag::Link { link_type, .. } if is_autolink(*link_type) => {
                self.builder.opaque(range, NOT_PROSE);
                self.skipping = 1;
            }
            _ => {
                if let Tag::FootnoteDefinition(label) = tag {
                    self.note(label, &range);
                }
                if let Some(kind) = container(tag) {
                    // What stands before the container in the same item is a block of its own.
                    self.end_block(range.start);
                    self.open.push(kind);
                }
            }
        }
    }

    /// The body of a note, `[^label]: words`.
    fn note(&mut self, label: &str, range: &Range<usize>) {
        let whole = &self.source[range.clone()];
        let (Some(open), Some(close)) = (whole.find('['), whole.find("]:")) else {
            return;
        };
        let words = range.start + close + 2;
        self.builder.notes.push(NoteBody {
            label: label.to_owned(),
            mark: Span::new(range.start + open, range.start + close + 1),
            words: Span::new(words, range.end),
        });
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        if is_container(tag) {
            self.end_block(range.end);
            self.open.pop();
        } else if tag == TagEnd::Paragraph {
            self.end_block(range.end);
        }
    }

    /// Words are added as they stand where they do; otherwise (a decoded entity) as one piece.
    fn words(&mut self, words: &str, range: Range<usize>) {
        if self.source[range.clone()] == *words && !words.contains(['\n', '\r']) {
            self.builder.verbatim(range);
        } else {
            self.builder.replaced(range, words);
        }
    }

    fn end_block(&mut self, source_end: usize) {
        let kind = self.open.last().copied().unwrap_or(BlockKind::Paragraph);
        self.builder.end_block(kind, source_end);
    }
}

fn is_autolink(kind: pulldown_cmark::LinkType) -> bool {
    use pulldown_cmark::LinkType;
    matches!(kind, LinkType::Autolink | LinkType::Email)
}

/// The kind of block that an element makes of the words inside it.
fn container(tag: &Tag) -> Option<BlockKind> {
    match tag {
        Tag::Heading { .. } => Some(BlockKind::Heading),
        Tag::BlockQuote(_) => Some(BlockKind::Quote),
        Tag::Item => Some(BlockKind::List),
        Tag::FootnoteDefinition(_) => Some(BlockKind::Note),
        Tag::TableCell => Some(BlockKind::Table),
        _ => None,
    }
}

fn is_container(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::TableCell
    )
}
