//! Changes to documents, in the form that the client can make them.

use lsp_types::{
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit,
    Uri, WorkspaceEdit,
};

use super::client::Client;
use super::worker::Checked;
use crate::diagnostic::{Edit, Fix};

/// Edits of one action.
pub(super) struct Edits<'c> {
    client: &'c Client,
    documents: Vec<(OptionalVersionedTextDocumentIdentifier, Vec<TextEdit>)>,
}

impl<'c> Edits<'c> {
    pub(super) fn new(client: &'c Client) -> Self {
        Edits {
            client,
            documents: Vec::new(),
        }
    }

    /// Makes fixes of a document as it was checked; of two that meet, the first.
    pub(super) fn fix<'f>(
        &mut self,
        uri: &Uri,
        checked: &Checked,
        fixes: impl IntoIterator<Item = &'f Fix>,
    ) {
        let edits = chosen(fixes).into_iter().map(|edit| TextEdit {
            range: self
                .client
                .encoding
                .range(&checked.report.source, edit.span),
            new_text: edit.content.clone(),
        });
        let document = OptionalVersionedTextDocumentIdentifier {
            uri: uri.clone(),
            version: Some(checked.version),
        };
        self.documents.push((document, edits.collect()));
    }

    pub(super) fn finish(self) -> WorkspaceEdit {
        if !self.client.versioned_edits {
            let documents = self.documents.into_iter();
            return WorkspaceEdit {
                changes: Some(
                    documents
                        .map(|(document, edits)| (document.uri, edits))
                        .collect(),
                ),
                ..WorkspaceEdit::default()
            };
        }
        let documents = self.documents.into_iter();
        let edits = documents.map(|(text_document, edits)| TextDocumentEdit {
            text_document,
            edits: edits.into_iter().map(OneOf::Left).collect(),
        });
        WorkspaceEdit {
            document_changes: Some(DocumentChanges::Edits(edits.collect())),
            ..WorkspaceEdit::default()
        }
    }
}

/// The edits of several fixes in order; of two that meet, the first.
fn chosen<'f>(fixes: impl IntoIterator<Item = &'f Fix>) -> Vec<&'f Edit> {
    let mut edits: Vec<&Edit> = fixes.into_iter().flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.span);
    let mut end = 0;
    edits.retain(|edit| {
        let apart = edit.span.start >= end;
        end = if apart { edit.span.end } else { end };
        apart
    });
    edits
}
