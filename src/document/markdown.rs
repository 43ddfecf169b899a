//! Markdown: CommonMark and GFM with footnotes, definition lists and mathematics, by `pulldown-cmark`;
//! the HTML inside it goes the way of all HTML.

use std::cell::RefCell;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, Options, Parser, Tag, TagEnd};

use super::builder::Builder;
use super::html::Tree;
use super::links;
use super::outline::Outline;
use super::templates;
use super::{BlockKind, FrontMatter, Head, NOT_PROSE, NOTE_MARK, NoteBody, bcp47};
use crate::source::Span;

/// Adds the blocks of a Markdown text; returns what it says about itself.
pub(super) fn blocks(source: &str, builder: &mut Builder) -> Head {
    builder.leave_out(templates::find(source, true));
    match with_line_feeds(source) {
        Some(source) => read(&source, builder),
        None => read(source, builder),
    }
}

/// The same of a text of the builder's source, byte for byte in its place but for line ends.
fn read<'p>(source: &'p str, builder: &mut Builder) -> Head {
    let mut reader = Reader {
        source,
        builder,
        open: Vec::new(),
        skipping: 0,
        html: Tree::default(),
        html_block: None,
        front_matter: None,
    };
    let broken = RefCell::new(Vec::new());
    let callback = |link: BrokenLink<'p>| {
        broken.borrow_mut().push(link);
        None
    };
    let parser = Parser::new_with_broken_link_callback(source, options(), Some(callback));
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
    reader.html.finish(reader.builder, source.len());
    let Some(front_matter) = reader.front_matter else {
        return Head::default();
    };
    Head {
        date: front_matter.date(),
        language: front_matter.language(),
        front_matter: Some(front_matter),
    }
}

/// A text whose lines end in carriage returns alone, with line feeds: the parser knows front matter by these.
fn with_line_feeds(source: &str) -> Option<String> {
    let bare = memchr::memchr(b'\r', source.as_bytes()).is_some()
        && memchr::memchr(b'\n', source.as_bytes()).is_none();
    bare.then(|| source.replace('\r', "\n"))
}

/// What is read beside CommonMark.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// A text without its comments, to be compared.
pub(super) fn outline(source: &str) -> String {
    let mut outline = Outline::default();
    for event in Parser::new_ext(source, options()) {
        match event {
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Html(html) | Event::InlineHtml(html) => {
                let html = without_comments(&html);
                if !html.trim().is_empty() {
                    outline.markup(html.trim());
                }
            }
            Event::Text(words) => outline.words(&words),
            Event::SoftBreak => outline.words("\n"),
            event => outline.markup(&format!("{event:?}")),
        }
    }
    outline.finish()
}

/// HTML without the comments that begin and end in it.
fn without_comments(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some(open) = rest.find("<!--")
        && let Some(length) = rest[open..].find("-->")
    {
        kept.push_str(&rest[..open]);
        rest = &rest[open + length + "-->".len()..];
    }
    kept + rest
}

struct Reader<'b, 'p, 's> {
    source: &'p str,
    builder: &'b mut Builder<'s>,
    /// The kinds of the containers that are open, the innermost last.
    open: Vec<BlockKind>,
    /// How deep inside an element without prose: code, an image, an autolink, front matter.
    skipping: usize,
    /// The elements of HTML that are open.
    html: Tree,
    /// The block of HTML that is being read: where it begins, and its text.
    html_block: Option<(usize, String)>,
    front_matter: Option<FrontMatter>,
}

impl Reader<'_, '_, '_> {
    fn read(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(_) if self.skipping > 0 => self.skipping += 1,
            Event::End(_) if self.skipping > 0 => self.skipping -= 1,
            _ if self.skipping > 0 => {}
            Event::InlineHtml(_) => {
                let html = &self.source[range.clone()];
                self.html.feed(self.builder, html, range.start);
            }
            Event::Html(_) => self.html_line(range),
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range),
            _ if self.html.hides() => {}
            Event::Text(words) => self.words(&words, range),
            Event::SoftBreak | Event::HardBreak => self.builder.space(range),
            Event::Code(_) => {
                self.builder.preformatted.push(range.clone().into());
                self.builder.opaque(range, NOT_PROSE);
            }
            Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.builder.opaque(range, NOT_PROSE);
            }
            Event::FootnoteReference(_) => self.builder.opaque(range, NOTE_MARK),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    /// The lines of a block of HTML are read as one text, each byte in its place: between them
    /// stand the marks of the quotation or the list that the block is in.
    fn html_line(&mut self, range: Range<usize>) {
        let (base, html) = self.html_block.get_or_insert((range.start, String::new()));
        let gap = (range.start - *base).saturating_sub(html.len());
        html.extend(std::iter::repeat_n(' ', gap));
        html.push_str(&self.source[range]);
    }

    fn start(&mut self, tag: &Tag, range: Range<usize>) {
        match tag {
            Tag::MetadataBlock(_) => {
                self.skipping = 1;
                if self.front_matter.is_none() {
                    self.front_matter(range);
                }
            }
            Tag::CodeBlock(_) => {
                self.builder.preformatted.push(range.into());
                self.skipping = 1;
            }
            // What was struck out is no longer said.
            Tag::Strikethrough => self.skipping = 1,
            Tag::HtmlBlock => {}
            _ if self.html.hides() => self.skipping = 1,
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
                let kind = match tag {
                    Tag::BlockQuote(_) if templates::is_callout(&self.source[range.clone()]) => {
                        Some(BlockKind::Paragraph)
                    }
                    _ => container(tag),
                };
                if let Some(kind) = kind {
                    // What stands before the container in the same item is a block of its own.
                    self.end_block(range.start);
                    self.open.push(kind);
                }
            }
        }
    }

    /// What stands before the text; it may be in another language than English.
    fn front_matter(&mut self, range: Range<usize>) {
        let front_matter = FrontMatter::read(self.source, range);
        let foreign = front_matter
            .language()
            .is_some_and(|tag| !bcp47::is_english(&tag));
        self.html.set_foreign(foreign);
        self.builder.set_foreign(foreign);
        self.front_matter = Some(front_matter);
    }

    /// The body of a note, `[^label]: words`.
    fn note(&mut self, label: &str, range: &Range<usize>) {
        let whole = &self.source[range.clone()];
        let (Some(open), Some(close)) = (whole.find('['), whole.find("]:")) else {
            return;
        };
        let words = range.start + close + 2;
        // A note inside another ends it: the words of both would be those of the inner one.
        if let Some(outer) = self.builder.notes.last_mut() {
            let end = outer.words.end.min(range.start);
            outer.words.end = end.max(outer.words.start);
        }
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
        } else if tag == TagEnd::Emphasis {
            let inside = Span::new(range.start + 1, range.end.max(range.start + 2) - 1);
            self.builder.emphases.push(inside);
        } else if tag == TagEnd::Paragraph {
            self.end_block(range.end);
        } else if tag == TagEnd::HtmlBlock
            && let Some((base, html)) = self.html_block.take()
        {
            self.html.feed(self.builder, &html, base);
        }
    }

    /// Words are added as they stand where they do; otherwise (a decoded entity) as one piece.
    fn words(&mut self, words: &str, range: Range<usize>) {
        if let Some(shown) = self.html.shown(words) {
            self.builder.replaced(range, &shown);
        } else if self.source[range.clone()] == *words && !words.contains(['\n', '\r']) {
            self.builder.verbatim(range);
        } else {
            self.builder.replaced(range, words);
        }
    }

    fn end_block(&mut self, source_end: usize) {
        self.html.end_inline(self.builder, source_end);
        let kind = self.open.last().copied().or_else(|| self.html.block_kind());
        let kind = kind.unwrap_or(BlockKind::Paragraph);
        let credit = self.html.take_credit();
        if let Some(block) = self.builder.end_block(kind, source_end) {
            block.credit = credit;
        }
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
        Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
            Some(BlockKind::List)
        }
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
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::FootnoteDefinition
            | TagEnd::TableCell
    )
}
