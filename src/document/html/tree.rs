//! What each element of a page does to the words inside it when it begins and ends.

use html5gum::{StartTag, Token};

use super::credit::Credits;
use super::elements::{self, Class, SCOPE};
use super::notes::Notes;
use super::open::{Open, Role, Stack};
use super::{Head, attribute, bcp47, head, is_hidden, text, tokens};
use crate::document::builder::Builder;
use crate::document::{BlockKind, NOT_PROSE, NOTE_MARK, NoteBody, NoteMark, NumberedItem, Raised};
use crate::source::Span;

/// Elements deeper than this change nothing: nobody writes so.
const DEPTH: usize = 512;

/// A page that is being read.
#[derive(Debug)]
pub(crate) struct Tree {
    open: Stack,
    notes: Notes,
    xml: bool,
    /// `br` elements since the last word.
    breaks: usize,
    /// How sure the date of the head is.
    rank: usize,
    /// The words of the mark that is open.
    mark_words: Option<Span>,
    credits: Credits,
    pub(super) head: Head,
}

impl Default for Tree {
    fn default() -> Self {
        Tree::new(Notes::default(), false)
    }
}

impl Tree {
    pub(super) fn new(notes: Notes, xml: bool) -> Self {
        Tree {
            open: Stack::default(),
            notes,
            xml,
            breaks: 0,
            rank: usize::MAX,
            mark_words: None,
            credits: Credits::default(),
            head: Head::default(),
        }
    }

    /// Reads HTML that stands in the source from `base` on, byte for byte where it has words.
    pub(crate) fn feed(&mut self, builder: &mut Builder, html: &str, base: usize) {
        for token in tokens(html) {
            match token {
                Token::StartTag(tag) => {
                    let span = Span::new(base + tag.span.start, base + tag.span.end);
                    self.start(builder, &tag, span);
                }
                Token::EndTag(tag) => {
                    let span = Span::new(base + tag.span.start, base + tag.span.end);
                    self.end(builder, &tag.name, span);
                }
                Token::String(words) => {
                    let range = words.span.start..words.span.end;
                    if let Some(written) = html.get(range.clone()) {
                        self.words(builder, written, base + range.start);
                    }
                }
                Token::Comment(comment) => {
                    builder.markup(base + comment.span.start..base + comment.span.end);
                }
                _ => {}
            }
        }
    }

    /// Ends what is still open.
    pub(crate) fn finish(&mut self, builder: &mut Builder, end: usize) {
        self.close_from(builder, 0, Span::new(end, end));
        self.end_block(builder, end);
    }

    /// Whether words here are left out of the prose.
    pub(crate) fn hides(&self) -> bool {
        self.open.hides()
    }

    /// Says whether words are in another language than English where no element says so.
    pub(crate) fn set_foreign(&mut self, foreign: bool) {
        self.open.foreign = foreign;
    }

    /// Words as they are shown here, where that is not as they are written: raised figures.
    pub(crate) fn shown(&self, words: &str) -> Option<String> {
        let open = self.open.all.last()?;
        matches!(open.role, Role::Raised)
            .then(|| text::raised(words))
            .flatten()
    }

    /// What the open elements make of the words inside them, if anything.
    pub(crate) fn block_kind(&self) -> Option<BlockKind> {
        self.open.block_kind()
    }

    /// Ends the block of the builder; one that its quotation gives a source for bears a mark for it.
    fn end_block(&mut self, builder: &mut Builder, at: usize) {
        self.breaks = 0;
        let kind = self.block_kind().unwrap_or(BlockKind::Paragraph);
        if kind == BlockKind::Quote && builder.has_words() && self.open.is_cited() {
            builder.opaque(at..at, NOTE_MARK);
        }
        let credit = self.take_credit();
        if let Some(block) = builder.end_block(kind, at) {
            block.credit = credit;
        }
    }

    /// Whether the block that ends here names the source of a quotation.
    pub(crate) fn take_credit(&mut self) -> bool {
        self.credits.take(&self.open)
    }

    /// Ends inline elements at the end of a block of Markdown: a stray `<q>` reaches no further.
    pub(crate) fn end_inline(&mut self, builder: &mut Builder, end: usize) {
        let blocks = self
            .open
            .all
            .iter()
            .rposition(|open| open.class.is_block())
            .map_or(0, |last| last + 1);
        self.close_from(builder, blocks, Span::new(end, end));
    }

    /// Words as they are written, in the source from `at` on.
    fn words(&mut self, builder: &mut Builder, words: &str, at: usize) {
        let bare = words.trim();
        if bare.is_empty() || !self.hides() {
            let raised = self.shown(bare);
            if !bare.is_empty() {
                self.breaks = 0;
            }
            match raised {
                Some(figures) => builder.replaced(at..at + words.len(), &figures),
                None if self.hides() => {}
                None => text::add(builder, words, at),
            }
            return;
        }
        if self.open.is_preformatted() {
            builder.preformatted.push(Span::new(at, at + words.len()));
            return;
        }
        // The words of a mark are where it stands.
        let start = at + (words.len() - words.trim_start().len());
        let shown = self.mark_words.get_or_insert(Span::new(start, start));
        shown.end = start + bare.len();
    }

    fn start(&mut self, builder: &mut Builder, tag: &StartTag<usize>, span: Span) {
        let Some((name, class)) = elements::find(&tag.name) else {
            return;
        };
        if !self.hides() {
            if class.is_block() {
                self.end_paragraph(builder, span.start);
                self.end_block(builder, span.start);
            }
            if let Some((ended, within)) = elements::implied_ends(name)
                && let Some(index) = self.open.find(ended, within)
            {
                self.close_from(builder, index, Span::new(span.start, span.start));
            }
        }
        if let Some(date) = match class {
            Class::Meta => head::published(tag),
            Class::Time => head::time(tag),
            _ => None,
        } && date.0 < self.rank
        {
            (self.rank, self.head.date) = (date.0, Some(date.1));
        }
        match class {
            _ if self.hides() && class.is_void() => {}
            Class::Break => self.line_break(builder, span),
            Class::Picture => builder.opaque(span.range(), NOT_PROSE),
            _ if class.is_void() => {}
            _ if self.xml && tag.self_closing => self.anchor(span),
            _ => self.push(builder, tag, name, class, span),
        }
    }

    /// One `br` ends a line, two end a paragraph.
    fn line_break(&mut self, builder: &mut Builder, span: Span) {
        self.breaks += 1;
        if self.breaks > 1 {
            self.end_block(builder, span.start);
        } else {
            builder.space(span.range());
        }
    }

    /// An empty element may be where a note begins.
    fn anchor(&mut self, span: Span) {
        if let Some(label) = self.notes.bodies.remove(&span.start) {
            self.open.become_note(label, span);
        }
    }

    fn push(
        &mut self,
        builder: &mut Builder,
        tag: &StartTag<usize>,
        name: &'static str,
        class: Class,
        span: Span,
    ) {
        if self.open.all.len() >= DEPTH {
            return;
        }
        let hidden = self.hides()
            || class.hides()
            || is_hidden(tag)
            || self.notes.backlinks.contains(&span.start) && self.open.in_note();
        let language = attribute(tag, "lang").or_else(|| attribute(tag, "xml:lang"));
        if matches!(name, "html" | "body") && self.head.language.is_none() {
            self.head.language.clone_from(&language);
        }
        let credit = !hidden && self.credits.begins(&self.open, builder, name, span);
        let mut role = match credit {
            true => Role::Credit,
            false => self.open.role(tag, name, class),
        };
        if credit {
            // What is quoted ends here.
            self.end_block(builder, span.start);
        }
        if let Some(label) = self.notes.marks.remove(&span.start) {
            role = Role::Mark(label);
            self.mark_words = None;
        }
        if let Some(label) = self.notes.bodies.remove(&span.start) {
            if class.is_block() {
                role = Role::Note(label, span);
            } else {
                self.open.become_note(label, span);
            }
        }
        let is_mark = matches!(role, Role::Mark(_));
        let foreign = language.map(|language| !bcp47::is_english(&language));
        if class == Class::Quotation && !hidden {
            builder.replaced(span.range(), self.open.quotation_marks().0);
        }
        self.open.all.push(Open {
            name,
            class,
            tag: span,
            hidden: hidden || is_mark,
            foreign,
            role,
        });
        if foreign.is_some() {
            builder.set_foreign(self.open.is_foreign());
        }
    }

    fn end(&mut self, builder: &mut Builder, name: &[u8], span: Span) {
        let Some((name, class)) = elements::find(name) else {
            return;
        };
        if class == Class::Break && !self.hides() {
            return self.line_break(builder, span);
        }
        if class.hides() && !class.is_block() {
            if let Some(index) = self.open.find(&[name], &[]) {
                self.close_from(builder, index, span);
            }
            return;
        }
        if !class.is_block() {
            if let Some(index) = self.open.find_inline(name) {
                let open = self.open.all.remove(index);
                self.closed(builder, open, span);
            }
            return;
        }
        let headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let same = std::slice::from_ref(&name);
        let names = if headings.contains(&name) {
            &headings[..]
        } else {
            same
        };
        let within: &[&str] = match name {
            "table" | "html" | "body" => &[],
            _ if elements::is_tabular(name) => &["table"],
            _ => SCOPE,
        };
        match self.open.find(names, within) {
            Some(index) => self.close_from(builder, index, span),
            None if class == Class::Paragraph && !self.hides() => {
                self.end_block(builder, span.start);
            }
            None => {}
        }
    }

    /// A block ends the paragraph that it stands in.
    fn end_paragraph(&mut self, builder: &mut Builder, at: usize) {
        if let Some(index) = self.open.find(&["p"], SCOPE) {
            self.close_from(builder, index, Span::new(at, at));
        }
    }

    /// Ends all elements from one on inwards; `tag` is the end tag, or empty.
    fn close_from(&mut self, builder: &mut Builder, index: usize, tag: Span) {
        while self.open.all.len() > index {
            let is_block = (self.open.all.last()).is_some_and(|open| open.class.is_block());
            if is_block && !self.hides() {
                self.end_block(builder, tag.start);
            }
            let Some(open) = self.open.all.pop() else {
                return;
            };
            let implied = Span::new(tag.start, tag.start);
            let span = if self.open.all.len() == index {
                tag
            } else {
                implied
            };
            self.closed(builder, open, span);
        }
    }

    /// What the end of an element adds, which is no longer among the open ones.
    fn closed(&mut self, builder: &mut Builder, open: Open, tag: Span) {
        if open.foreign.is_some() {
            builder.set_foreign(self.open.is_foreign());
        }
        self.credits.closed(&open, tag.start);
        let outer_hides = self.hides();
        if matches!(open.name, "cite" | "em" | "i") && !outer_hides {
            let inside = Span::new(open.tag.end, tag.start.max(open.tag.end));
            builder.emphases.push(inside);
        }
        match open.role {
            Role::Mark(label) if !outer_hides => {
                let span = self.mark_words.take().unwrap_or(open.tag);
                builder.opaque(span.range(), NOTE_MARK);
                builder.marks.push(NoteMark { label, span });
            }
            Role::Note(label, mark) => builder.notes.push(NoteBody {
                label,
                mark,
                words: Span::new(open.tag.end, tag.start.max(open.tag.end)),
            }),
            _ if outer_hides => {}
            Role::Raised => builder.raised.push(Raised {
                mark: open.tag,
                words: Span::new(open.tag.end, tag.start.max(open.tag.end)),
            }),
            Role::Numbered(number) => builder.items.push(NumberedItem {
                number,
                mark: open.tag,
                words: Span::new(open.tag.end, tag.start.max(open.tag.end)),
            }),
            Role::Cited if open.class == Class::Quotation && !tag.is_empty() => {
                builder.replaced(tag.range(), self.open.quotation_marks().1);
                builder.opaque(tag.end..tag.end, NOTE_MARK);
            }
            // One that is never closed has no closing mark either.
            _ if open.class == Class::Quotation && tag.is_empty() => {}
            _ if open.class == Class::Quotation => {
                builder.replaced(tag.range(), self.open.quotation_marks().1);
            }
            _ if open.class == Class::Placeholder => {
                builder.opaque(open.tag.start..tag.end.max(open.tag.end), NOT_PROSE);
            }
            _ => {}
        }
    }
}
