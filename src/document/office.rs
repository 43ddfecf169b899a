//! Word processors' files: their paragraphs as the source layer has read them.

use super::builder::Builder;
use super::{BlockKind, NOT_PROSE, NOTE_MARK, NoteBody, NoteMark};
use crate::source::{Inner, Paragraph, Span, Style};

/// Adds the blocks of a text that was read from such a file.
pub(super) fn blocks(text: &str, paragraphs: &[Paragraph], builder: &mut Builder) {
    for paragraph in paragraphs {
        let kind = match paragraph.style {
            Style::Code => continue,
            Style::Body => BlockKind::Paragraph,
            Style::Heading => BlockKind::Heading,
            Style::Item => BlockKind::List,
            Style::Cell => BlockKind::Table,
            Style::Quote => BlockKind::Quote,
            Style::Caption => BlockKind::Caption,
            Style::Note => BlockKind::Note,
            Style::Metadata => BlockKind::Metadata,
        };
        let end = paragraph.span.end;
        let mut at = paragraph.span.start;
        let mut numbered = false;
        for (span, inner) in &paragraph.inner {
            builder.verbatim(at..span.start);
            match inner {
                Inner::Code => builder.opaque(span.range(), NOT_PROSE),
                Inner::Mark(label) => {
                    builder.opaque(span.range(), NOTE_MARK);
                    builder.marks.push(NoteMark {
                        label: label.clone(),
                        span: *span,
                    });
                }
                Inner::Number(label) => {
                    numbered = true;
                    builder.notes.push(NoteBody {
                        label: label.clone(),
                        mark: *span,
                        words: Span::new(span.end, end),
                    });
                }
            }
            let is_number = matches!(inner, Inner::Number(_));
            let gap = is_number && text[span.end..end].starts_with(' ');
            at = span.end + usize::from(gap);
        }
        // A note may have more than one paragraph.
        if paragraph.style == Style::Note
            && !numbered
            && let Some(note) = builder.notes.last_mut()
        {
            note.words.end = end;
        }
        builder.verbatim(at..end);
        builder.end_block(kind, end);
    }
}
